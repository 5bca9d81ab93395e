//! The foot: the time, and one sentence at a time; a lost link before all others.

use super::{Stage, ground};
use crate::app::App;
use crate::layout::Layout;
use foyer_domain::ticket::TicketNumber;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_look::{Icon, fit, icon};
use foyer_text::{Language, Value, text, text_with};
use iced::alignment::{Horizontal, Vertical};
use iced::widget::{column, container, text as words};
use iced::{Color, Element, Fill, Font, Size};

/// How long a round of sentences takes, in seconds …
const ROUND: u64 = 40;
/// … and for how much of it the order of numbers is explained.
const ORDER: u64 = 10;

/// How long one of several pieces of news stays, in seconds.
const NEWS: u64 = 10;

/// The size of the display's own name, as a share of the sentence's.
const WHO: f32 = 0.6;

/// So many numbers are taken in at one look.
const NUMBERS: usize = 8;

/// Down to this share of its size a sentence can be read from the last row: capitals then have 1/207 of the distance, and
/// 1/215 is the least (ISO 9241-303, 16 minutes of arc). A hair below three quarters, which is one of the sizes.
const READABLE: f32 = 0.749;

/// The foot.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App) -> Element<'a, Message> {
    let stale = app.stale_since(stage.now);
    let calm = is_calm(stage, app);
    let (back, front) = match stale {
        Some(_) => (stage.palette.wait, stage.palette.ground),
        None => (stage.palette.ground, stage.palette.text),
    };
    let office = app.board.facts().map(|facts| facts.office_name.clone());
    let sentence = match stale {
        Some(since) => {
            let time = foyer_text::time_of_day(stage.language, stage.zone, since);
            Some(text_with(stage.language, "display-link-lost", &[("time", Value::from(time))]))
        }
        None => sentence(stage, app).or_else(|| office.filter(|_| !calm)),
    };
    let Layout { foot, foot_text, space, upright, .. } = stage.layout;
    let clock = stage.time.with_timezone(&stage.zone).format("%H:%M").to_string();
    let clock = stage.text(clock, BOLD, foot_text * 1.15, front);
    let mut left = if calm { Vec::new() } else { vec![clock] };
    if app.is_demo() {
        left.push(demo(stage, front));
    }
    if let Some(name) = who(stage, app) {
        left.push(stage.text(name, REGULAR, foot_text * WHO, front));
    }
    let nothing_left = left.is_empty();
    let left = stage.line(left).spacing(space * 0.6);
    let mut beside = Vec::new();
    if stale.is_some() {
        beside.push(icon::icon(Icon::LinkLost, foot_text * 1.1, front));
    }
    let room = room(stage, app);
    beside.extend(sentence.map(|sentence| fitted(&sentence, REGULAR, room, foot_text, front)));
    let beside = stage.line(beside).spacing(foot_text * 0.5);
    let side = if nothing_left { Horizontal::Center } else { stage.beginning() };
    let content: Element<'a, Message> = if nothing_left {
        beside.into()
    } else if upright {
        column![left, beside].spacing(foot_text * 0.2).align_x(stage.beginning()).into()
    } else {
        stage.line(vec![left.into(), beside.into()]).spacing(space * 1.4).into()
    };
    ground(back, container(content).width(Fill).height(Fill).align_y(Vertical::Center).align_x(side))
        .width(foot.width)
        .height(foot.height)
        .padding(iced::Padding::ZERO.horizontal(space))
        .clip(true)
        .into()
}

/// Whether the screen says time and office itself.
fn is_calm(stage: &Stage, app: &App) -> bool {
    let has_other = app.interruption(stage.now).is_some() || app.slide(stage.now).is_some();
    app.picture.is_empty() && !has_other && app.closed(stage.now).is_none()
}

/// Which display this is, for who calls a technician, while something is wrong with it.
fn who(stage: &Stage, app: &App) -> Option<String> {
    app.stale_since(stage.now)?;
    app.board.facts().map(|facts| facts.device_name.clone())
}

/// What the sentence may take.
fn room(stage: &Stage, app: &App) -> Size {
    let Layout { foot, foot_text, space, upright, .. } = stage.layout;
    let label = if app.is_demo() && !upright { 9.0 * foot_text } else { 0.0 };
    let clock = if upright || is_calm(stage, app) { 0.0 } else { 4.5 * foot_text + space };
    let name = who(stage, app).filter(|_| !upright);
    let name = name.map_or(0.0, |name| fit::measure(&name, REGULAR, foot_text * WHO).width + 0.6 * space);
    let sign = if app.stale_since(stage.now).is_some() { 1.6 * foot_text } else { 0.0 };
    let height = if upright { foot.height - 1.7 * foot_text } else { foot.height };
    Size::new(foot.width - 2.0 * space - label - clock - sign - name, height * 0.94)
}

/// What is said while all is well.
fn sentence(stage: &Stage, app: &App) -> Option<String> {
    let house = app.board.facts().map(|facts| &facts.house);
    let told = house.and_then(|house| house.broadcast(stage.time)).map(str::to_owned);
    let numbers = house.map_or(&[][..], |house| house.unserved.as_slice());
    let in_vain = in_groups(stage, app, numbers).into_iter().map(|group| in_vain(stage.language, group));
    // What concerns people who are here comes before what is said every day.
    let mut news: Vec<String> = told.into_iter().chain(in_vain).collect();
    if !news.is_empty() {
        let turn = usize::try_from(stage.now.0.as_secs() / NEWS).unwrap_or(0) % news.len();
        return Some(news.swap_remove(turn));
    }
    if app.interruption(stage.now).is_some() {
        return None;
    }
    let wait = app.board.facts().and_then(|facts| facts.walk_in);
    if stage.now.0.as_secs() % ROUND >= ROUND - ORDER {
        return (!app.picture.is_empty()).then(|| text(stage.language, "display-order"));
    }
    let span = foyer_text::span(stage.language, wait?);
    Some(text_with(stage.language, "display-wait", &[("span", Value::from(span))]))
}

/// Who waits in vain, in as large groups as can be read. They are the same in every language that takes its turn, so
/// that nobody's number falls between two.
fn in_groups<'n>(stage: &Stage, app: &App, numbers: &'n [TicketNumber]) -> Vec<&'n [TicketNumber]> {
    let (room, wanted) = (room(stage, app), stage.layout.foot_text * READABLE);
    let fits = |group: &[TicketNumber]| {
        let mut languages = app.settings.languages.show.iter();
        languages
            .all(|language| size(&in_vain(*language, group), REGULAR, room, stage.layout.foot_text) >= wanted)
    };
    let most = (1..=NUMBERS).rev().find(|most| numbers.chunks(*most).all(fits)).unwrap_or(1);
    numbers.chunks(most).collect()
}

/// "A 017, A 018: Heute können wir Sie leider nicht mehr bedienen."
fn in_vain(language: Language, numbers: &[TicketNumber]) -> String {
    let numbers: Vec<String> = numbers.iter().map(|number| number.spaced()).collect();
    text_with(language, "display-unserved", &[("numbers", Value::from(numbers.join(", ")))])
}

/// A clock that was set by hand says so.
fn demo<'a, Message: 'a>(stage: &Stage, front: Color) -> Element<'a, Message> {
    let label =
        stage.text(text(stage.language, "display-demo"), REGULAR, stage.layout.foot_text * 0.6, front);
    container(label)
        .padding([stage.layout.foot_text * 0.1, stage.layout.foot_text * 0.35])
        .style(move |_| container::Style::default().border(iced::border::rounded(6).color(front).width(2)))
        .into()
}

/// How large a sentence is that has this room: on one line, or on several where it would be small.
fn size(sentence: &str, font: Font, room: Size, largest: f32) -> f32 {
    let sizes: Vec<f32> = (8..=20_u8).rev().map(|step| largest * f32::from(step) / 20.0).collect();
    match fit::one_line(sentence, font, room, largest) {
        size if size >= largest * READABLE => size,
        _ => fit::several_lines(sentence, font, 1.1, room, &sizes),
    }
}

fn fitted<'a, Message: 'a>(
    sentence: &str,
    font: Font,
    room: Size,
    largest: f32,
    colour: Color,
) -> Element<'a, Message> {
    let size = size(sentence, font, room, largest);
    let words: Element<'a, Message> = if fit::runs_from_the_right(sentence) {
        foyer_look::prose(sentence, size).line_height(1.1).color(colour).into()
    } else {
        words(sentence.to_owned()).font(font).size(size).line_height(1.1).color(colour).into()
    };
    container(words).max_width(room.width).into()
}

#[cfg(test)]
mod tests;

//! The big place: the newest call, or calm.

use super::{Stage, centred, closed, ground};
use crate::app::App;
use crate::board::{Announcement, Big, Doors, MINIMUM, Moment};
use crate::layout::Layout;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_look::{Icon, colour, fit, icon};
use foyer_protocol::lobby::{CallView, all_numbers};
use iced::alignment::{Horizontal, Vertical};
use iced::widget::{Column, Space, column, container, image, text};
use iced::{Color, ContentFit, Element, Size};
use std::time::Duration;

/// How long the accent takes to go.
const FADE: Duration = Duration::from_millis(300);

/// The big place.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App) -> Element<'a, Message> {
    let Some(big) = app.picture.big.as_ref() else {
        return calm(stage, app, stage.layout.call);
    };
    let share = highlight(stage, big, app.settings.panel.reduced_motion);
    let (accent, on_accent) = match big.shown {
        Announcement::Call(_) => (stage.palette.accent, stage.palette.on_accent),
        Announcement::Withdrawal { .. } => (stage.palette.wait, stage.palette.ground),
    };
    let back = colour::mix(stage.palette.ground, accent, share);
    let front = match (share > 0.5, stage.stale) {
        (true, _) => on_accent,
        (false, true) => stage.palette.quiet,
        (false, false) => stage.palette.text,
    };
    let content = match &big.shown {
        Announcement::Call(call) => called(stage, call, front),
        Announcement::Withdrawal { number, also, .. } => withdrawn(stage, &all_numbers(*number, also), front),
    };
    placed(stage, stage.layout.call, back, content)
}

/// Nobody is called: the time, the day, and what will happen here; or a picture.
pub fn calm<'a, Message: 'a>(stage: &Stage, app: &App, place: Size) -> Element<'a, Message> {
    if let Some(slide) = app.slide(stage.now) {
        let picture = image(slide.picture.clone()).content_fit(ContentFit::None);
        return ground(stage.palette.ground, picture).center_x(place.width).center_y(place.height).into();
    }
    placed(stage, place, stage.palette.ground, idle(stage, app, place))
}

/// How much of the accent there is: all of it while the call is fresh, then none, with a short way between.
fn highlight(stage: &Stage, big: &Big, still: bool) -> f32 {
    let Some(since) = big.highlighted else { return 0.0 };
    let left = MINIMUM.saturating_sub(stage.now.since(since));
    if left.is_zero() || still {
        return if left.is_zero() { 0.0 } else { 1.0 };
    }
    let part = (left.as_secs_f32() / FADE.as_secs_f32()).min(1.0);
    // Ease out: fast at first, then slow.
    part * part
}

/// Whether the accent is on its way at this moment, so that frames are needed.
pub fn fades(now: Moment, big: Option<&Big>) -> bool {
    let Some(since) = big.and_then(|big| big.highlighted) else { return false };
    let left = MINIMUM.saturating_sub(now.since(since));
    !left.is_zero() && left <= FADE
}

fn placed<'a, Message: 'a>(
    stage: &Stage,
    Size { width, height }: Size,
    back: Color,
    content: Element<'a, Message>,
) -> Element<'a, Message> {
    ground(back, content)
        .width(width)
        .height(height)
        .padding(stage.layout.space * 1.5)
        .align_x(Horizontal::Center)
        .align_y(Vertical::Center)
        .clip(true)
        .into()
}

fn called<'a, Message: 'a>(stage: &Stage, call: &CallView, front: Color) -> Element<'a, Message> {
    let tag = stage.language.tag();
    let (number, counter, way) = (call.numbers(), call.counter.get(tag), call.way.get(tag));
    let room = stage.layout.call_room();
    let sizes = Layout::call_text(&number, counter, room);
    let number = text(number).font(BOLD).size(sizes.number).line_height(1.1).color(front);
    let name = centred(counter.to_owned(), BOLD, sizes.counter, 1.1, front);
    let mut lines: Vec<Element<'a, Message>> = vec![number.into(), name];
    if !way.is_empty() || call.direction.is_some() {
        lines.push(self::way(stage, way, call.direction.map(Icon::from), front, room));
    }
    Column::with_children(lines).align_x(Horizontal::Center).into()
}

/// "1. OG, rechts" with its arrow, under the counter.
fn way<'a, Message: 'a>(
    stage: &Stage,
    way: &str,
    arrow: Option<Icon>,
    front: Color,
    room: Size,
) -> Element<'a, Message> {
    let height = room.height * 0.2;
    let largest = if way.is_empty() { height } else { height * 0.5 };
    let gap = largest * 0.5;
    let arrow_width = if arrow.is_some() { largest * 1.3 + gap } else { 0.0 };
    let space = Size::new(room.width - arrow_width, height);
    let size = fit::one_line(way, REGULAR, space, largest);
    let words = stage.text(way, REGULAR, size, front);
    let parts = match arrow {
        None => vec![words],
        // The arrow stands at the side to which it points, whichever way the words run.
        Some(arrow) if (arrow == Icon::ArrowLeft) != stage.language.is_right_to_left() => {
            vec![icon::icon(arrow, largest * 1.3, front), words]
        }
        Some(arrow) => vec![words, icon::icon(arrow, largest * 1.3, front)],
    };
    column![
        Space::new().height(largest * 0.3),
        stage.line(parts).spacing(if way.is_empty() { 0.0 } else { gap })
    ]
    .align_x(Horizontal::Center)
    .into()
}

fn withdrawn<'a, Message: 'a>(stage: &Stage, number: &str, front: Color) -> Element<'a, Message> {
    let words = foyer_text::text(stage.language, "display-withdrawn");
    let room = stage.layout.call_room();
    let sizes = Layout::call_text(number, &words, room);
    let number = text(number.to_owned()).font(BOLD).size(sizes.number).line_height(1.1).color(front);
    let words = centred(words, BOLD, sizes.counter, 1.1, front);
    column![number, words].align_x(Horizontal::Center).into()
}

fn idle<'a, Message: 'a>(stage: &Stage, app: &App, place: Size) -> Element<'a, Message> {
    let Stage { layout, language, zone, time, palette, .. } = *stage;
    let room =
        Size::new(place.width - 3.0 * layout.space, (place.height - 3.0 * layout.space).min(place.width));
    let clock = time.with_timezone(&zone).format("%H:%M").to_string();
    let big = fit::one_line(&clock, BOLD, Size::new(room.width * 0.7, room.height * 0.4), f32::INFINITY);
    let day = foyer_text::date(language, zone, time);
    let small = fit::one_line(&day, REGULAR, Size::new(room.width, room.height * 0.1), layout.row_text);
    let facts = app.board.facts();
    let office = facts.map_or("", |facts| facts.office_name.as_str());
    let office = fit_text(office, room.width, small);
    let lines = column![
        stage.text(office.0, BOLD, office.1, palette.accent),
        stage.text(clock, BOLD, big, palette.text),
        stage.text(day, REGULAR, small, palette.quiet),
    ]
    .align_x(Horizontal::Center);
    let name = app.name(stage.now).unwrap_or_default();
    let name_size =
        fit::one_line(&name, REGULAR, Size::new(room.width, f32::INFINITY), layout.foot_text * 0.6);
    // Where the lobby does not say when it is open, nobody is told to wait before somebody was called.
    let is_used = facts.is_some_and(|facts| facts.walk_in.is_some()) || !app.picture.rows.is_empty();
    let sentence = match app.doors(stage.now) {
        Doors::Closed { opens } => closed::opening(stage, opens),
        Doors::Unknown if !is_used => String::new(),
        Doors::Open | Doors::Unknown => foyer_text::text(language, "display-idle"),
    };
    let sizes: Vec<f32> = (8..=20_u8).rev().map(|step| layout.row_text * f32::from(step) / 20.0).collect();
    let size = fit::several_lines(&sentence, REGULAR, 1.3, Size::new(room.width, room.height * 0.25), &sizes);
    let sentence = container(centred(sentence, REGULAR, size, 1.3, palette.text)).max_width(room.width);
    let name = stage.text(name, REGULAR, name_size, palette.quiet);
    lines
        .push(Space::new().height(layout.space * 1.5))
        .push(sentence)
        .push(Space::new().height(layout.space))
        .push(name)
        .into()
}

/// A text and the size at which it fits the width.
fn fit_text(words: &str, width: f32, largest: f32) -> (String, f32) {
    let size = fit::one_line(words, BOLD, Size::new(width, f32::INFINITY), largest);
    (words.to_owned(), size)
}

//! The history: what else stands, then what stood; newest first.

use super::shifted::Shifted;
use super::{Stage, ground, rule};
use crate::app::App;
use crate::board::Row;
use crate::layout::Layout;
use foyer_look::fit;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_text::{Value, text_with};
use iced::alignment::{Horizontal, Vertical};
use iced::widget::{Column, Space, column, container, text};
use iced::{Element, Fill, Length, Size, Vector};

/// The history.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App) -> Element<'a, Message> {
    let Layout { history, space, .. } = stage.layout;
    let picture = &app.picture;
    let rows = picture.rows.iter().enumerate().map(|(index, line)| {
        let row = row(stage, line, index > 0);
        let left = 1.0 - app.arriving(line.call.visit, stage.now);
        // Ease out, from the side of the big place.
        Shifted { view: row, by: from_big(stage, left * left) }.into()
    });
    let mut lines = Column::with_children(rows);
    if picture.page.1 > 1 {
        lines = lines.push(page(stage, picture.page));
    }
    ground(stage.palette.second_ground, lines)
        .width(history.width)
        .height(history.height)
        .padding(iced::Padding::ZERO.top(space * 0.5).bottom(space * 0.25))
        .clip(true)
        .into()
}

/// A row that has this share of its way before it.
fn from_big(stage: &Stage, left: f32) -> Vector {
    let Layout { history, row_height, upright, .. } = stage.layout;
    match (upright, stage.language.is_right_to_left()) {
        (true, _) => Vector::new(0.0, -row_height * left),
        (false, false) => Vector::new(-history.width * 0.5 * left, 0.0),
        (false, true) => Vector::new(history.width * 0.5 * left, 0.0),
    }
}

/// A row: a bar says that the call still stands, its width that it is news.
fn row<'a, Message: 'a>(stage: &Stage, line: &Row, below: bool) -> Element<'a, Message> {
    let Layout { row_height, row_text, space, stacked, .. } = stage.layout;
    let palette = stage.palette;
    let (bar, strong, plain) = match (line.stands, line.fresh) {
        (true, true) => (palette.accent, palette.accent, palette.accent),
        (true, false) => (palette.accent, palette.text, palette.text),
        (false, _) => (palette.second_ground, palette.quiet, palette.quiet),
    };
    let (strong, plain) = if stage.stale { (palette.quiet, palette.quiet) } else { (strong, plain) };
    let bar_width = space * if line.fresh { 0.4 } else { 0.2 };
    let counter = line.call.counter.get(stage.language.tag());
    let slots = stage.layout.slots(counter);
    let height = row_height * if slots > 1 { 2.0 } else { 1.0 };
    let number = line.call.numbers();
    let number_width = fit::measure(&number, BOLD, row_text).width.ceil();
    let number: Element<'a, Message> =
        text(number).font(BOLD).size(row_text).line_height(1.2).color(strong).into();
    let gap = row_text * 0.6;
    let stacked = stacked || slots > 1;
    let mut room = stage.layout.name_room(slots > 1);
    if !line.call.also.is_empty() && !stacked {
        // Two numbers take of the counter's room; it gets smaller and goes on in several lines.
        let usual = fit::measure(&line.call.number.spaced(), BOLD, row_text).width.ceil();
        room.width = (room.width - (number_width - usual)).max(row_text * 3.0);
    }
    let size = name_size(counter, row_text, room);
    let name = text(counter.to_owned()).font(REGULAR).size(size).line_height(1.1).color(plain);
    let name = container(name).max_width(room.width);
    let content: Element<'a, Message> = if stacked {
        column![number, name].align_x(stage.beginning()).into()
    } else {
        let number = container(number).width(number_width + gap).align_x(stage.beginning());
        stage.line(vec![number.into(), name.into()]).into()
    };
    let bar = rule(bar, bar_width.into(), (height - row_height * 0.36).into());
    // Not at the very edge: beside a fresh call it would melt into the accent.
    let (before, beside) = (Space::new().width(space * 0.35), Space::new().width(space * 0.65 - bar_width));
    let parts = stage.line(vec![before.into(), bar, beside.into(), content]);
    let parts =
        container(parts).width(Fill).height(Fill).align_y(Vertical::Center).align_x(stage.beginning());
    let line_above = if below { palette.line } else { palette.second_ground };
    let inset =
        container(rule(line_above, Length::Fill, 1.0.into())).padding(iced::Padding::ZERO.horizontal(space));
    column![inset, parts].width(Fill).height(height).into()
}

/// The row's size where the name fits beside the number; smaller, in several lines, where it does not.
fn name_size(name: &str, row_text: f32, room: Size) -> f32 {
    if fit::measure(name, REGULAR, row_text).width <= room.width {
        return row_text;
    }
    let sizes: Vec<f32> = (5..=19_u8).rev().map(|step| row_text * f32::from(step) / 20.0).collect();
    fit::several_lines(name, REGULAR, 1.1, room, &sizes)
}

/// "1 von 2", where the calls do not fit at once.
fn page<'a, Message: 'a>(stage: &Stage, (part, parts): (usize, usize)) -> Element<'a, Message> {
    let values = [("part", Value::from(part as u64 + 1)), ("parts", Value::from(parts as u64))];
    let words = text_with(stage.language, "display-page", &values);
    let words = stage.text(words, REGULAR, stage.layout.foot_text * 0.7, stage.palette.quiet);
    container(words).width(Fill).height(Fill).align_x(Horizontal::Center).align_y(Vertical::Bottom).into()
}

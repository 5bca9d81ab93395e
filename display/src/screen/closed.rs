//! The office is closed: dark, but never empty. The lines go about, since they stand there all night.

use super::{Stage, centred, foot};
use crate::app::App;
use foyer_domain::Timestamp;
use foyer_look::fit;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_text::{Value, text_with};
use iced::alignment::Horizontal;
use iced::widget::{Space, column, container};
use iced::{Element, Fill, Padding, Size};

/// Where the lines stand, minute after minute, in shares of the free room: each place is far from the one before.
const PLACES: [(f32, f32); 9] = [
    (0.5, 0.5),
    (0.1, 0.2),
    (0.9, 0.7),
    (0.3, 0.9),
    (0.7, 0.1),
    (0.0, 0.6),
    (1.0, 0.3),
    (0.4, 0.0),
    (0.6, 1.0),
];

/// The screen.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App, opens: Timestamp) -> Element<'a, Message> {
    let super::Layout { size, space, row_text, .. } = stage.layout;
    let palette = stage.palette;
    let clock = stage.time.with_timezone(&stage.zone).format("%H:%M").to_string();
    let words = opening(stage, opens);
    let office = app.board.facts().map_or("", |facts| facts.office_name.as_str()).to_owned();
    // Two thirds of the width, so that there is room to go about in.
    let width = size.width * 0.66;
    let fitted = |words: &str, font, largest: f32| {
        fit::one_line(words, font, Size::new(width, f32::INFINITY), largest)
    };
    let lines: Vec<Element<'a, Message>> = vec![
        stage.text(office.clone(), BOLD, fitted(&office, BOLD, row_text * 0.8), palette.quiet),
        stage.text(clock.clone(), BOLD, fitted(&clock, BOLD, row_text * 2.4), palette.quiet),
        centred(words.clone(), REGULAR, fitted(&words, REGULAR, row_text), 1.2, palette.text),
    ];
    let height = row_text * 6.0;
    let minute = usize::try_from(stage.now.0.as_secs() / 60).unwrap_or(0);
    let (x, y) = PLACES[minute % PLACES.len()];
    let foot_height = if stage.stale { stage.layout.foot.height } else { 0.0 };
    let free = Size::new(size.width - width - 2.0 * space, size.height - foot_height - height - 2.0 * space);
    let lines = column(lines).align_x(Horizontal::Center).width(width);
    let place = Padding::ZERO.left(space + free.width.max(0.0) * x).top(space + free.height.max(0.0) * y);
    let body = container(lines).width(Fill).height(Fill).padding(place).clip(true);
    if stage.stale {
        column![body, foot::view(stage, app)].into()
    } else {
        column![body, Space::new()].into()
    }
}

/// "Geöffnet ab 08:00 Uhr", "Geöffnet ab Montag, 08:00 Uhr".
pub fn opening(stage: &Stage, opens: Timestamp) -> String {
    let Stage { language, zone, time, .. } = *stage;
    let time = foyer_text::time_from(language, zone, time, opens);
    text_with(language, "display-opens", &[("time", Value::from(time))])
}

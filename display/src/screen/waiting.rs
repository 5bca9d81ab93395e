//! Enrolled, but nothing was heard yet: what it waits for.

use super::Stage;
use crate::app::App;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_look::{Icon, icon};
use foyer_text::{Value, text, text_with};
use iced::alignment::Horizontal;
use iced::widget::{column, container};
use iced::{Element, Fill, Font};

/// The screen.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App) -> Element<'a, Message> {
    let layout = stage.layout;
    let host = app.lobby_host();
    let centred =
        |sentence: String, font: Font, size: f32, colour| super::centred(sentence, font, size, 1.25, colour);
    let palette = stage.palette;
    let staff = text_with(stage.language, "display-staff-waiting", &[("host", Value::from(host))]);
    let content = column![
        icon::icon(Icon::LinkLost, layout.row_text * 2.0, palette.accent),
        centred(text(stage.language, "display-waiting-citizens"), BOLD, layout.row_text * 1.25, palette.text),
        centred(text(stage.language, "display-waiting-title"), REGULAR, layout.row_text * 0.8, palette.text),
        centred(staff, REGULAR, layout.row_text * 0.5, palette.quiet),
    ]
    .spacing(layout.space)
    .align_x(Horizontal::Center)
    .max_width(layout.size.width - 4.0 * layout.space);
    container(content).center(Fill).into()
}

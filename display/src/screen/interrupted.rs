//! Everything stands still: the office's text, no call, no sound; the foot as ever, so that an old text shows its age.

use super::{Stage, centred, foot};
use crate::app::App;
use foyer_look::fonts::{BOLD, REGULAR};
use foyer_look::{Icon, fit, icon};
use foyer_protocol::lobby::Interrupted;
use foyer_text::text;
use iced::alignment::Horizontal;
use iced::widget::{column, container};
use iced::{Element, Fill, Size};

/// The screen.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App, interrupted: &Interrupted) -> Element<'a, Message> {
    let super::Layout { size, space, row_text, .. } = stage.layout;
    let height = size.height - stage.layout.foot.height;
    let own = interrupted.text.get(stage.language.tag());
    let (title, what) = match own {
        "" => (
            text(stage.language, "display-interrupted-title"),
            Some(text(stage.language, "display-interrupted-what")),
        ),
        own => (own.to_owned(), None),
    };
    let width = size.width - 4.0 * space;
    let fitted = |words: &str, font, height: f32, largest: f32| {
        let sizes: Vec<f32> = (6..=20_u8).rev().map(|step| largest * f32::from(step) / 20.0).collect();
        fit::several_lines(words, font, 1.2, Size::new(width, height), &sizes)
    };
    let large = fitted(&title, BOLD, height * 0.42, row_text * 3.0);
    let title = centred(title, BOLD, large, 1.2, stage.palette.text);
    let what = what.map(|what| {
        let size = fitted(&what, REGULAR, height * 0.22, row_text * 1.4);
        centred(what, REGULAR, size, 1.2, stage.palette.text)
    });
    let content = column![icon::icon(Icon::Info, row_text * 2.0, stage.palette.wait), title]
        .push(what)
        .spacing(space)
        .align_x(Horizontal::Center)
        .max_width(width);
    column![container(content).center(Fill), foot::view(stage, app)].into()
}

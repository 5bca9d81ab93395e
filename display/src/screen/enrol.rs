//! Nobody has signed this display on, or it is no longer accepted: how to do it. No name, no data.

use super::{Stage, ground};
use crate::app::App;
use foyer_look::fit;
use foyer_look::fonts::BOLD;
use foyer_text::{Value, text, text_with};
use iced::widget::{column, container, text as words};
use iced::{Element, Fill, Font, Size};

/// The screen.
pub fn view<'a, Message: 'a>(
    stage: &Stage,
    app: &App,
    refused: bool,
    fault: Option<&str>,
) -> Element<'a, Message> {
    let Stage { layout, palette, language, .. } = *stage;
    let title = if refused { "display-staff-refused-title" } else { "display-staff-enrol-title" };
    let size = layout.row_text * 0.75;
    let width = layout.size.width - 4.0 * layout.space;
    let title = text(language, title);
    let title_size = fitting(&title, BOLD, layout.row_text * 1.25, width);
    let step = |number: &str, id: &str| {
        let number = stage.text(number, BOLD, size, palette.accent);
        let sentence =
            container(stage.words(text(language, id), size)).width(Fill).align_x(stage.beginning());
        stage.line(vec![number, sentence.into()]).spacing(size).align_y(iced::Alignment::Start)
    };
    let command = format!(
        "foyer-display enrol --lobby {} {}",
        app.settings.lobby.url.as_str().trim_end_matches('/'),
        text(language, "display-staff-enrol-placeholder"),
    );
    let inner = width - 2.0 * layout.space;
    let command_size = fitting(&command, Font::MONOSPACE, size * 0.9, inner);
    let command = words(command).font(Font::MONOSPACE).size(command_size).color(palette.text);
    let mut content = column![
        stage.text(title, BOLD, title_size, palette.text),
        step("1", "display-staff-enrol-code"),
        step("2", "display-staff-enrol-command"),
        ground(palette.second_ground, command).padding(layout.space * 0.7).width(Fill),
        step("3", "display-staff-enrol-then"),
    ]
    .spacing(layout.space)
    .align_x(stage.beginning())
    .max_width(width);
    if let Some(fault) = fault {
        let words = text_with(language, "display-staff-enrol-fault", &[("fault", Value::from(fault))]);
        content = content.push(stage.text(words, foyer_look::fonts::REGULAR, size * 0.7, palette.quiet));
    }
    container(content).center(Fill).into()
}

/// The size at which a text fits the width: on one line if that is not much smaller, else on at most three.
fn fitting(text: &str, font: Font, largest: f32, width: f32) -> f32 {
    let line = fit::one_line(text, font, Size::new(width, f32::INFINITY), largest);
    if line >= largest * 0.75 {
        return line;
    }
    let sizes: Vec<f32> = (6..=20_u8).rev().map(|step| largest * f32::from(step) / 20.0).collect();
    fit::several_lines(text, font, 1.2, Size::new(width, largest * 3.7), &sizes)
}

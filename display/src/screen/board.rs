//! The usual screen: the newest call, the history, the foot.

use super::{Stage, call, foot, history};
use crate::app::App;
use iced::widget::column;
use iced::{Element, Fill};

/// The screen.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App) -> Element<'a, Message> {
    let office = app.board.facts().map_or("", |facts| facts.office_name.as_str());
    let call = call::view(stage, app.picture.big.as_ref(), office, app.settings.panel.reduced_motion);
    let history = history::view(stage, &app.picture);
    let body: Element<'a, Message> = if stage.layout.upright {
        column![call, history].into()
    } else {
        stage.line(vec![call, history]).into()
    };
    column![body, foot::view(stage, app)].width(Fill).height(Fill).into()
}


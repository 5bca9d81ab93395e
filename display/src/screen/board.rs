//! The usual screen: the newest call, the history, the foot.

use super::{Stage, call, foot, history};
use crate::app::App;
use iced::widget::column;
use iced::{Element, Fill, Size};

/// The screen.
pub fn view<'a, Message: 'a>(stage: &Stage, app: &App) -> Element<'a, Message> {
    if app.picture.is_empty() {
        let room = Size::new(stage.layout.size.width, stage.layout.size.height - stage.layout.foot.height);
        return column![call::calm(stage, app, room), foot::view(stage, app)].into();
    }
    let call = call::view(stage, app);
    let history = history::view(stage, app);
    let body: Element<'a, Message> = if stage.layout.upright {
        column![call, history].into()
    } else {
        stage.line(vec![call, history]).into()
    };
    column![body, foot::view(stage, app)].width(Fill).height(Fill).into()
}

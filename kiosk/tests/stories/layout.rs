//! A screen laid out without being drawn: where its words and keys stand, and how much room the words need.

use crate::stage::Stage;
use foyer_kiosk::view;
use foyer_look::fonts;
use foyer_look::that_fits::Shown;
use iced::advanced::renderer::Headless;
use iced::advanced::widget::Tree;
use iced::advanced::{Layout, layout};
use iced::{Renderer, Size};

/// A renderer without a window.
pub fn renderer() -> Renderer {
    let making = <Renderer as Headless>::new(fonts::REGULAR, 16.into(), None);
    futures_util::FutureExt::now_or_never(making).flatten().expect("drawing by the processor needs nothing")
}

/// The stage's screen.
pub fn of(stage: &Stage) -> Shown {
    thread_local! {
        static RENDERER: Renderer = renderer();
    }
    RENDERER.with(|renderer| laid_out(stage, renderer))
}

fn laid_out(stage: &Stage, renderer: &Renderer) -> Shown {
    let mut view = view::view(&stage.model);
    let mut tree = Tree::new(&view);
    let limits = layout::Limits::new(Size::ZERO, stage.model.context().size);
    let node = view.as_widget_mut().layout(&mut tree, renderer, &limits);
    Shown::of(&mut view, &mut tree, Layout::new(&node), renderer)
}

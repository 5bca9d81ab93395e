//! A view that is drawn beside its place, and otherwise left alone.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme, Vector};

/// The view, and by how much it is moved.
pub struct Shifted<'a, Message> {
    /// What is drawn.
    pub view: Element<'a, Message>,
    /// How far from its place.
    pub by: Vector,
}

impl<Message> Widget<Message, Theme, Renderer> for Shifted<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.view.as_widget().size()
    }

    fn tag(&self) -> tree::Tag {
        self.view.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.view.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.view.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.view.as_widget().diff(tree);
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        self.view.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, op: &mut dyn Operation) {
        self.view.as_widget_mut().operate(tree, layout, renderer, op);
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        let view = self.view.as_widget_mut();
        view.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let view = self.view.as_widget();
        if self.by == Vector::ZERO {
            return view.draw(tree, renderer, theme, style, layout, cursor, viewport);
        }
        renderer.with_translation(self.by, |renderer| {
            view.draw(tree, renderer, theme, style, layout, cursor, &(*viewport - self.by));
        });
    }
}

impl<'a, Message: 'a> From<Shifted<'a, Message>> for Element<'a, Message> {
    fn from(view: Shifted<'a, Message>) -> Self {
        Element::new(view)
    }
}

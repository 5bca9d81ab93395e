//! Turns a whole view around for languages that are read from right to left: what stood at the left stands at the
//! right, row by row. What is drawn keeps its shape, and so do words.
//!
//! A view is laid out once, for the left; this only moves the boxes. Two mirrors give the first picture again:
//! that is how a part is left as it is, because it shows a real place or a real keyboard.

use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::{Element, Event, Length, Point, Rectangle, Renderer, Size, Theme};

/// A view whose boxes stand the other way round.
pub struct Mirror<'a, Message>(pub Element<'a, Message>);

/// The node with all that is in it turned around.
fn turned(node: &layout::Node) -> layout::Node {
    let width = node.size().width;
    let moved = |child: &layout::Node| {
        let bounds = child.bounds();
        turned(child).move_to(Point::new(width - bounds.x - bounds.width, bounds.y))
    };
    layout::Node::with_children(node.size(), node.children().iter().map(moved).collect())
}

impl<Message> Widget<Message, Theme, Renderer> for Mirror<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.0.as_widget().size()
    }

    fn tag(&self) -> tree::Tag {
        self.0.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.0.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.0.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.0.as_widget().diff(tree);
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        turned(&self.0.as_widget_mut().layout(tree, renderer, limits))
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, op: &mut dyn Operation) {
        self.0.as_widget_mut().operate(tree, layout, renderer, op);
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
        let view = self.0.as_widget_mut();
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
        self.0.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        self.0.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
    }
}

impl<'a, Message: 'a> From<Mirror<'a, Message>> for Element<'a, Message> {
    fn from(view: Mirror<'a, Message>) -> Self {
        Element::new(view)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(x: f32, width: f32, children: Vec<layout::Node>) -> layout::Node {
        layout::Node::with_children(Size::new(width, 10.0), children).move_to(Point::new(x, 3.0))
    }

    fn places(node: &layout::Node) -> Vec<f32> {
        let inner = node.children().iter().flat_map(places);
        std::iter::once(node.bounds().x).chain(inner).collect()
    }

    #[test]
    fn boxes_change_sides_at_every_depth_and_two_mirrors_give_the_first_picture() {
        let row =
            node(0.0, 100.0, vec![node(5.0, 20.0, vec![]), node(30.0, 60.0, vec![node(0.0, 10.0, vec![])])]);
        let mirrored = turned(&row);
        assert_eq!(places(&mirrored), [0.0, 75.0, 10.0, 50.0]);
        assert_eq!(mirrored.children()[0].bounds().y, 3.0);
        assert_eq!(places(&turned(&mirrored)), places(&row));
    }
}

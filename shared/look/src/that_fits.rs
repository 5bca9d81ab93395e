//! The first of several views that fits its place: the same screen in smaller and smaller letters, for languages and
//! panels that need it. The others are never drawn.

use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Id, Tree, text, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::{Element, Event, Length, Rectangle, Renderer, Size, Theme};

type Paragraph = text::State<<Renderer as iced::advanced::text::Renderer>::Paragraph>;

/// Views of the same, the one that is wished for first.
pub struct ThatFits<'a, Message> {
    views: Vec<Element<'a, Message>>,
    least_key: f32,
}

impl<'a, Message> ThatFits<'a, Message> {
    /// The first of these that fits, else the last; a key that is lower than `least_key` does not fit.
    pub fn new(views: Vec<Element<'a, Message>>, least_key: f32) -> Self {
        Self { views, least_key }
    }
}

/// Which one fits.
#[derive(Debug, Default)]
struct Chosen(usize);

/// Words on a screen.
#[derive(Debug)]
pub struct Text {
    /// What is written.
    pub content: String,
    /// Their place.
    pub bounds: Rectangle,
    /// How wide and high they are, broken into lines as they are.
    pub needs: Size,
}

impl Text {
    /// Whether nothing of them is cut.
    pub fn fits(&self) -> bool {
        self.needs.width <= self.bounds.width + 1.0 && self.needs.height <= self.bounds.height + 1.0
    }
}

/// What stands where on a screen that is laid out.
#[derive(Debug, Default)]
pub struct Shown {
    /// Its words.
    pub texts: Vec<Text>,
    /// What can be pressed.
    pub keys: Vec<Rectangle>,
    /// What has to be square: a code for the phone is a container with an id.
    pub squares: Vec<Rectangle>,
}

impl Shown {
    /// Reads a view after its layout.
    pub fn of<M>(
        view: &mut Element<'_, M>,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
    ) -> Self {
        let mut reader = Self::default();
        view.as_widget_mut().operate(tree, layout, renderer, &mut reader);
        let mut needed = Vec::new();
        needs(tree, &mut needed);
        debug_assert_eq!(reader.texts.len(), needed.len(), "every text of a view is found in its tree");
        for (text, needs) in reader.texts.iter_mut().zip(needed) {
            text.needs = needs;
        }
        reader.texts.retain(|text| !text.content.is_empty());
        reader
    }

    /// Whether nothing is cut or squeezed.
    fn fits(&self, least_key: f32) -> bool {
        let is_square = |bounds: &Rectangle| (bounds.width - bounds.height).abs() < 1.0;
        self.texts.iter().all(Text::fits)
            && self.keys.iter().all(|key| key.height >= least_key - 0.5)
            && self.squares.iter().all(is_square)
    }
}

/// What texts have measured, in the order of the view.
fn needs(tree: &Tree, found: &mut Vec<Size>) {
    if tree.tag == tree::Tag::of::<Paragraph>() {
        found.push(tree.state.downcast_ref::<Paragraph>().min_bounds());
    } else if tree.tag == tree::Tag::of::<Chosen>() {
        needs(&tree.children[tree.state.downcast_ref::<Chosen>().0], found);
    } else {
        tree.children.iter().for_each(|child| needs(child, found));
    }
}

impl Operation for Shown {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        if id.is_some() {
            self.squares.push(bounds);
        }
    }

    fn focusable(&mut self, _: Option<&Id>, bounds: Rectangle, _: &mut dyn Focusable) {
        self.keys.push(bounds);
    }

    fn text(&mut self, _: Option<&Id>, bounds: Rectangle, text: &str) {
        self.texts.push(Text { content: text.to_owned(), bounds, needs: Size::ZERO });
    }
}

/// Which view was chosen, and its layout.
fn chosen<'l>(tree: &Tree, layout: Layout<'l>) -> (usize, Layout<'l>) {
    let inner = layout.children().next().expect("one of the views is laid out");
    (tree.state.downcast_ref::<Chosen>().0, inner)
}

impl<Message> Widget<Message, Theme, Renderer> for ThatFits<'_, Message> {
    fn size(&self) -> Size<Length> {
        self.views.first().map_or(Size::new(Length::Fill, Length::Fill), |view| view.as_widget().size())
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Chosen>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Chosen::default())
    }

    fn children(&self) -> Vec<Tree> {
        self.views.iter().map(Tree::new).collect()
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(&self.views);
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let last = self.views.len().saturating_sub(1);
        for (index, view) in self.views.iter_mut().enumerate() {
            let node = view.as_widget_mut().layout(&mut tree.children[index], renderer, limits);
            let shown = Shown::of(view, &mut tree.children[index], Layout::new(&node), renderer);
            if index == last || shown.fits(self.least_key) {
                *tree.state.downcast_mut::<Chosen>() = Chosen(index);
                return layout::Node::with_children(node.size(), vec![node]);
            }
        }
        layout::Node::new(limits.max())
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, op: &mut dyn Operation) {
        let (chosen, inner) = chosen(tree, layout);
        op.traverse(&mut |op| {
            self.views[chosen].as_widget_mut().operate(&mut tree.children[chosen], inner, renderer, op);
        });
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
        let (chosen, inner) = chosen(tree, layout);
        let (view, tree) = (self.views[chosen].as_widget_mut(), &mut tree.children[chosen]);
        view.update(tree, event, inner, cursor, renderer, clipboard, shell, viewport);
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
        let (chosen, inner) = chosen(tree, layout);
        let view = self.views[chosen].as_widget();
        view.draw(&tree.children[chosen], renderer, theme, style, inner, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        let (chosen, inner) = chosen(tree, layout);
        let view = self.views[chosen].as_widget();
        view.mouse_interaction(&tree.children[chosen], inner, cursor, viewport, renderer)
    }
}

impl<'a, Message: 'a> From<ThatFits<'a, Message>> for Element<'a, Message> {
    fn from(views: ThatFits<'a, Message>) -> Self {
        Element::new(views)
    }
}

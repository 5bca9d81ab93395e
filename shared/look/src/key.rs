//! A key: what a finger presses, and what the keyboard reaches by Tab, arrows and Enter.
//!
//! iced's own button cannot be focused; this one takes part in iced's focus operations, so that a screen
//! needs no list of its keys: their order is that of the layout. The ring shows only where the keyboard
//! brought the focus; a finger needs none.

use crate::focus::Name;
use crate::{Icon, Look, colour, fit, fonts, icon, prose, scale::Step};
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{self, key::Named};
use iced::widget::{center, row};
use iced::{Background, Border, Color, Element, Event, Length, Padding, Rectangle, Renderer, Size, Theme};
use iced::{border, touch, window};

/// The size of a key's sign, as a share of its words'.
const SIGN: f32 = 1.3;
/// The height of a key's lines, as a share of their size.
const LINE: f32 = 1.2;

/// How much a key asks to be pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// The one thing to do: filled with the accent.
    Main,
    /// Another way: outlined.
    Other,
    /// Part of a keyboard or a list: on the second ground.
    Plain,
}

/// A key with its content.
pub struct Key<'a, Message> {
    content: Element<'a, Message>,
    on_press: Option<Message>,
    width: Length,
    height: Length,
    paint: Paint,
    name: Name,
    is_pressed: bool,
    is_focused: bool,
}

#[derive(Debug, Clone, Copy)]
struct Paint {
    ground: Color,
    pressed: Color,
    ink: Color,
    border: Color,
    border_width: f32,
    corner: f32,
    ring: Color,
    ring_width: f32,
}

impl<'a, Message: Clone + 'a> Key<'a, Message> {
    /// A key with any content. Without `on_press` it rests: it is drawn quietly and takes no finger.
    pub fn new(
        look: &Look,
        weight: Weight,
        content: impl Into<Element<'a, Message>>,
        on_press: Option<Message>,
    ) -> Self {
        Self {
            content: content.into(),
            paint: Paint::of(look, weight, on_press.is_some()),
            on_press,
            width: Length::Fill,
            height: Length::Fixed(look.scale.touch()),
            name: Name::default(),
            is_pressed: false,
            is_focused: false,
        }
    }

    /// A key with a word, and a sign before it where one is given.
    pub fn labelled(
        look: &Look,
        weight: Weight,
        sign: Option<Icon>,
        label: impl Into<String>,
        on_press: Option<Message>,
    ) -> Self {
        Self::sized(look, weight, sign, label.into(), on_press, look.scale.text(Step::Body))
    }

    /// A key with words in a place of this width: on one line, a step smaller where need be, else on two lines.
    pub fn fitted(
        look: &Look,
        weight: Weight,
        sign: Option<Icon>,
        label: String,
        on_press: Option<Message>,
        width: f32,
    ) -> Self {
        let size = Self::size_in(look, sign.is_some(), &label, width);
        Self::sized(look, weight, sign, label, on_press, size)
    }

    /// The size of words on a key of this width.
    pub fn size_in(look: &Look, has_sign: bool, label: &str, width: f32) -> f32 {
        let within = look.scale.within();
        let [body, small, note] = [Step::Body, Step::Small, Step::Note].map(|step| look.scale.text(step));
        // Enlarged letters give way where a word would leave its key, but not below what stands there usually.
        let usual = look.scale.enlarged(0.0).text(Step::Small);
        let sizes = [body, small, note, note.min(usual), note.min(look.scale.least_text())];
        let room = |size: f32| {
            let beside_sign = if has_sign { size * SIGN + within / 2.0 } else { 0.0 };
            Size::new(width - beside_sign - within, Self::high(look) - within / 4.0)
        };
        let on_one_line = |size: &&f32| fit::measure(label, fonts::BOLD, **size).width <= room(**size).width;
        // Smaller words have a smaller sign, and so more room.
        let on_several = |size: &&f32| fit::fits(label, fonts::BOLD, LINE, room(**size), **size);
        let several = || sizes[1..].iter().find(on_several).copied().unwrap_or(sizes[4]);
        sizes[..2].iter().find(on_one_line).copied().unwrap_or_else(several)
    }

    /// A key with words of this size: keys beside each other have one.
    pub fn sized(
        look: &Look,
        weight: Weight,
        sign: Option<Icon>,
        label: String,
        on_press: Option<Message>,
        size: f32,
    ) -> Self {
        let ink = Paint::of(look, weight, on_press.is_some()).ink;
        let within = look.scale.within();
        let parts = row![]
            .push(sign.map(|sign| icon::icon(sign, size * SIGN, ink)))
            .push(prose(label, size).bold().line_height(LINE))
            .spacing(within / 2.0)
            .align_y(iced::Center);
        let padding = Padding::from([within / 8.0, within / 2.0]);
        Self::new(look, weight, center(parts).padding(padding), on_press).height(Self::high(look))
    }

    /// The height of a key with a word: a quarter more than must be, so that it looks like a key, if there is room.
    pub fn high(look: &Look) -> f32 {
        look.scale.mm(25.0).ceil().max(look.scale.touch())
    }

    /// Names a key on which no word stands, for who hears where the focus is.
    #[must_use]
    pub fn named(mut self, name: impl Into<String>) -> Self {
        self.name = Name(Some(name.into()));
        self
    }

    /// Sets the width; it fills its place by default.
    #[must_use]
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Sets the height; 20 mm by default.
    #[must_use]
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }
}

impl Paint {
    fn of(look: &Look, weight: Weight, works: bool) -> Self {
        let (p, scale) = (look.palette, look.scale);
        let (ground, ink, line) = match weight {
            Weight::Main => (p.accent, p.on_accent, p.accent),
            Weight::Other => (p.ground, p.accent, p.accent),
            Weight::Plain => (p.second_ground, p.text, p.border),
        };
        let resting = Self {
            ground: p.second_ground,
            pressed: p.second_ground,
            ink: p.quiet,
            border: p.line,
            border_width: scale.stroke(),
            corner: scale.corner(),
            ring: p.text,
            ring_width: scale.stroke() * 2.0,
        };
        if !works {
            return resting;
        }
        Self { ground, pressed: colour::mix(ground, p.text, 0.2), ink, border: line, ..resting }
    }
}

/// What a key remembers between two frames.
#[derive(Debug, Default)]
struct State {
    pressed: bool,
    focused: bool,
    works: bool,
    name: Name,
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl<Message: Clone> Key<'_, Message> {
    fn press(&self, state: &mut State, event: &Event, over: bool, shell: &mut Shell<'_, Message>) {
        let Some(message) = &self.on_press else { return };
        let begins = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
                | Event::Touch(touch::Event::FingerPressed { .. })
        );
        let ends = matches!(
            event,
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
                | Event::Touch(touch::Event::FingerLifted { .. })
        );
        if begins {
            state.focused = false;
            state.pressed = over;
            if over {
                shell.capture_event();
            }
        } else if ends && std::mem::take(&mut state.pressed) {
            if over {
                shell.publish(message.clone());
            }
            shell.capture_event();
        } else if matches!(event, Event::Touch(touch::Event::FingerLost { .. })) {
            state.pressed = false;
        } else if state.focused && is_enter(event) {
            shell.publish(message.clone());
            shell.capture_event();
        }
    }
}

fn is_enter(event: &Event) -> bool {
    let Event::Keyboard(keyboard::Event::KeyPressed { key, repeat: false, .. }) = event else {
        return false;
    };
    matches!(key, keyboard::Key::Named(Named::Enter | Named::Space))
}

impl<Message: Clone> Widget<Message, Theme, Renderer> for Key<'_, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        let works = self.on_press.is_some();
        tree::State::new(State { works, name: self.name.clone(), ..State::default() })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();
        state.works = self.on_press.is_some();
        state.name.clone_from(&self.name);
        if !state.works {
            state.focused = false;
            state.pressed = false;
        }
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        layout::padded(limits, self.width, self.height, Padding::ZERO, |limits| {
            self.content.as_widget_mut().layout(&mut tree.children[0], renderer, limits)
        })
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, op: &mut dyn Operation) {
        let state = tree.state.downcast_mut::<State>();
        if state.works {
            op.focusable(None, layout.bounds(), state);
            op.custom(None, layout.bounds(), &mut state.name);
        }
        op.container(None, layout.bounds());
        let inner = layout.children().next().expect("a key lays out its content");
        op.traverse(&mut |op| {
            self.content.as_widget_mut().operate(&mut tree.children[0], inner, renderer, op);
        });
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _renderer: &Renderer,
        _clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        _viewport: &Rectangle,
    ) {
        let state = tree.state.downcast_mut::<State>();
        if !shell.is_event_captured() {
            self.press(state, event, cursor.is_over(layout.bounds()), shell);
        }
        let shown = (self.is_pressed, self.is_focused);
        if let Event::Window(window::Event::RedrawRequested(_)) = event {
            (self.is_pressed, self.is_focused) = (state.pressed, state.focused);
        } else if shown != (state.pressed, state.focused) {
            shell.request_redraw();
        }
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        _style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        use iced::advanced::Renderer as _;
        let (paint, bounds) = (self.paint, layout.bounds());
        let state = tree.state.downcast_ref::<State>();
        let quad = |bounds, border| renderer::Quad { bounds, border, ..renderer::Quad::default() };
        let ground = if state.pressed { paint.pressed } else { paint.ground };
        let outline = border::rounded(paint.corner).color(paint.border).width(paint.border_width);
        renderer.fill_quad(quad(bounds, outline), Background::Color(ground));
        if state.focused {
            // The ring stands outside the key, with a gap, so that it shows on every ground.
            let around = bounds.expand(paint.ring_width * 2.0);
            let radius = paint.corner + paint.ring_width * 2.0;
            let ring = Border { color: paint.ring, width: paint.ring_width, radius: radius.into() };
            renderer.fill_quad(quad(around, ring), Background::Color(Color::TRANSPARENT));
        }
        let inner = layout.children().next().expect("a key lays out its content");
        let style = renderer::Style { text_color: paint.ink };
        self.content.as_widget().draw(&tree.children[0], renderer, theme, &style, inner, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        _tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        _viewport: &Rectangle,
        _renderer: &Renderer,
    ) -> mouse::Interaction {
        if self.on_press.is_some() && cursor.is_over(layout.bounds()) {
            mouse::Interaction::Pointer
        } else {
            mouse::Interaction::default()
        }
    }
}

impl<'a, Message: Clone + 'a> From<Key<'a, Message>> for Element<'a, Message> {
    fn from(key: Key<'a, Message>) -> Self {
        Element::new(key)
    }
}

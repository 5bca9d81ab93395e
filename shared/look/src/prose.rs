//! Text in any direction. iced 0.14 (cosmic-text 0.15) does not break a line before a word of the other direction, so
//! that a time at the end of an Arabic sentence leaves its box; here such lines are broken beforehand.

use crate::{fit, fonts};
use iced::advanced::text::{Alignment, LineHeight, Shaping, Wrapping};
use iced::advanced::widget::text::{Format, State, Style};
use iced::advanced::widget::{Operation, Tree, text, tree};
use iced::advanced::{Layout, Widget, layout, mouse, renderer};
use iced::{Color, Element, Font, Length, Rectangle, Renderer, Size, Theme, alignment};

type Paragraph = State<<Renderer as iced::advanced::text::Renderer>::Paragraph>;

/// Text that is as wide as its longest line.
pub struct Prose {
    content: String,
    font: Font,
    size: f32,
    line_height: f32,
    color: Option<Color>,
}

/// Text of this size, in the usual font, with lines as high as it.
pub fn prose(content: impl Into<String>, size: f32) -> Prose {
    Prose { content: content.into(), font: fonts::REGULAR, size, line_height: 1.0, color: None }
}

impl Prose {
    /// In bold.
    #[must_use]
    pub fn bold(self) -> Self {
        Self { font: fonts::BOLD, ..self }
    }

    /// With lines so much higher than the text.
    #[must_use]
    pub fn line_height(self, line_height: f32) -> Self {
        Self { line_height, ..self }
    }

    /// In this colour; that of its place by default.
    #[must_use]
    pub fn color(self, color: Color) -> Self {
        Self { color: Some(color), ..self }
    }
}

impl<Message> Widget<Message, Theme, Renderer> for Prose {
    fn size(&self) -> Size<Length> {
        Size::new(Length::Shrink, Length::Shrink)
    }

    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Paragraph>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Paragraph::default())
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let content = fit::broken(&self.content, self.font, self.size, limits.max().width);
        let format = Format {
            width: Length::Shrink,
            height: Length::Shrink,
            size: Some(self.size.into()),
            line_height: LineHeight::Relative(self.line_height),
            font: Some(self.font),
            align_x: Alignment::Default,
            align_y: alignment::Vertical::Top,
            shaping: Shaping::Auto,
            wrapping: Wrapping::Word,
        };
        text::layout(tree.state.downcast_mut::<Paragraph>(), renderer, limits, &content, format)
    }

    fn operate(&mut self, _: &mut Tree, layout: Layout<'_>, _: &Renderer, operation: &mut dyn Operation) {
        operation.text(None, layout.bounds(), &self.content);
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        _theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        _cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let paragraph = tree.state.downcast_ref::<Paragraph>().raw();
        text::draw(renderer, style, layout.bounds(), paragraph, Style { color: self.color }, viewport);
    }
}

impl<'a, Message: 'a> From<Prose> for Element<'a, Message> {
    fn from(prose: Prose) -> Self {
        Element::new(prose)
    }
}

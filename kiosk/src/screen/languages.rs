//! The choice of language: each in its own words. Made for nine.

use crate::context::Context;
use crate::page;
use foyer_look::key::Weight;
use foyer_look::{Icon, Key};
use foyer_text::Language;
use iced::widget::{Space, column};
use iced::{Element, Fill};

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A language was pressed.
    Choose(Language),
    /// Back without a choice.
    GoBack,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Speak this language.
    Speak(Language),
    /// Back to the welcome.
    GoHome,
}

/// The choice of language; it has no state of its own.
#[derive(Debug)]
pub struct Languages;

impl Languages {
    /// The choice of language.
    pub fn new() -> Self {
        Self
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::Choose(language) => Action::Speak(language),
            Message::GoBack => Action::GoHome,
        }
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let key = |language: &Language| {
            let chosen = *language == ctx.words.language;
            let weight = if chosen { Weight::Main } else { Weight::Other };
            let sign = chosen.then_some(Icon::Check);
            let press = Some(Message::Choose(*language));
            Key::labelled(&look, weight, sign, language.own_name(), press).into()
        };
        let title = ctx.words.say("kiosk-languages-title");
        let first = column![
            page::headline(ctx, title, look.palette.text, scale.mm(60.0)),
            column(ctx.languages.iter().map(key)).spacing(scale.apart()),
        ]
        .spacing(scale.group());
        let back = ctx.words.say("kiosk-back");
        let back = Key::labelled(&look, Weight::Other, Some(Icon::ArrowLeft), back, Some(Message::GoBack));
        let second = column![]
            .push((!ctx.is_upright()).then(|| Space::new().height(Fill)))
            .push(back)
            .push(page::timer(ctx))
            .spacing(scale.within());
        page::page(ctx, page::halves(ctx, first, second))
    }
}

impl Default for Languages {
    fn default() -> Self {
        Self::new()
    }
}

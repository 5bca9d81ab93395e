//! The choice of language: each in its own words.

use crate::context::Context;
use crate::page;
use crate::speech::Said;
use foyer_look::key::Weight;
use foyer_look::{Icon, Key};
use foyer_text::Language;
use iced::widget::{Column, Space, column, row};
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

    /// What it says aloud. The names are said one by one where the focus comes to them, each in its own voice.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let lines = [ctx.words.say("kiosk-languages-title"), ctx.words.say("kiosk-speak-languages")];
        Said::of(lines).with_keys([ctx.words.say("kiosk-back")])
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let title = ctx.words.say("kiosk-languages-title");
        let first = column![
            page::headline(ctx, title, look.palette.text, scale.mm(60.0)),
            self.names(ctx).spacing(scale.apart()),
        ]
        .spacing(scale.group());
        let back = ctx.words.say("kiosk-back");
        let width = ctx.content_width();
        let back = page::key(ctx, Weight::Other, ctx.back_sign(), back, Some(Message::GoBack), width);
        let second = column![]
            .push((!ctx.is_upright()).then(|| Space::new().height(Fill)))
            .push(back)
            .push(page::timer(ctx))
            .spacing(scale.within());
        page::page(ctx, page::halves(ctx, first, second))
    }

    /// The keys, two in a row where they would not fit below each other.
    fn names<'a>(&self, ctx: &Context<'a>) -> Column<'a, Message> {
        let scale = ctx.look.scale;
        let row_height = Key::<Message>::high(&ctx.look) + scale.apart();
        let room = ctx.size.height - scale.mm(if ctx.is_upright() { 110.0 } else { 70.0 });
        let fits = ctx.languages.len() as f32 * row_height <= room;
        let (in_a_row, width) = if fits { (1, ctx.content_width()) } else { (2, ctx.half_width()) };
        let mut rows = column![];
        for names in ctx.languages.chunks(in_a_row) {
            let keys = names.iter().map(|language| Self::name(ctx, *language, width));
            let rest = (names.len() < in_a_row).then(|| Space::new().width(Fill));
            rows = rows.push(row(keys).push(rest).spacing(scale.apart()));
        }
        rows
    }

    fn name<'a>(ctx: &Context<'a>, language: Language, width: f32) -> Element<'a, Message> {
        let chosen = language == ctx.words.language;
        let weight = if chosen { Weight::Main } else { Weight::Other };
        let sign = chosen.then_some(Icon::Check);
        let press = Some(Message::Choose(language));
        Key::fitted(&ctx.look, weight, sign, language.own_name().to_owned(), press, width).into()
    }
}

impl Default for Languages {
    fn default() -> Self {
        Self::new()
    }
}

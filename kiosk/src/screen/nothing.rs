//! For who has neither phone nor paper: the name is enough.

use crate::context::Context;
use crate::page;
use crate::speech::Said;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, icon};
use iced::Element;
use iced::widget::column;

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A ticket without an appointment, please.
    TakeWalkIn,
    /// Back.
    GoBack,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// To choose services without an appointment.
    WalkIn,
    /// Back to the welcome.
    GoHome,
}

/// The information; it has no state of its own.
#[derive(Debug)]
pub struct Nothing;

impl Nothing {
    /// The information.
    pub fn new() -> Self {
        Self
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::TakeWalkIn => Action::WalkIn,
            Message::GoBack => Action::GoHome,
        }
    }

    /// What it says aloud.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let words = ctx.words;
        let lines = [words.say("kiosk-nothing-title"), ctx.go_for_help(), words.say("kiosk-nothing-what")];
        Said::of(lines)
            .with([words.say("kiosk-nothing-walk-in")])
            .with_keys([words.say("kiosk-walk-in"), words.say("kiosk-back")])
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let first = column![
            icon::icon(Icon::Info, scale.mm(24.0), look.palette.accent),
            page::headline(ctx, ctx.words.say("kiosk-nothing-title"), look.palette.text, scale.mm(60.0)),
            page::words(ctx, ctx.go_for_help(), Step::Title),
            page::words(ctx, ctx.words.say("kiosk-nothing-what"), Step::Lead),
            page::words(ctx, ctx.words.say("kiosk-nothing-walk-in"), Step::Lead),
        ]
        .spacing(scale.group());
        let walk_in = ctx.words.say("kiosk-walk-in");
        let back = ctx.words.say("kiosk-back");
        let width = ctx.content_width();
        let second = column![
            page::key(ctx, Weight::Other, Icon::Ticket, walk_in, Some(Message::TakeWalkIn), width),
            page::key(ctx, Weight::Main, ctx.back_sign(), back, Some(Message::GoBack), width),
        ]
        .push(page::timer(ctx))
        .spacing(scale.apart());
        page::page(ctx, page::halves(ctx, first, second))
    }
}

impl Default for Nothing {
    fn default() -> Self {
        Self::new()
    }
}

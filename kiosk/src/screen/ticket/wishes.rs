//! What somebody wishes of whoever calls: three keys, pressed again they take it back. Only the wish is kept.

use crate::context::Context;
use crate::page;
use crate::speech::{Said, spelled};
use foyer_domain::visit::Wishes;
use foyer_look::Icon;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_protocol::lobby::TicketView;
use iced::Element;
use iced::widget::column;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// To the choice.
    Open,
    /// "Bitte holen Sie mich ab": wished, or not any more.
    TogglePickUp,
    /// "Ich brauche mehr Zeit": wished, or not any more.
    ToggleMoreTime,
    /// "Ich brauche jemanden, der übersetzt": wished, or not any more.
    ToggleInterpreter,
    /// Back to the ticket.
    Close,
}

/// The wishes after a press; `None` where it changes none.
pub(super) fn changed(wishes: Wishes, message: &Message) -> Option<Wishes> {
    match message {
        Message::TogglePickUp => Some(Wishes { pick_up: !wishes.pick_up, ..wishes }),
        Message::ToggleMoreTime => Some(Wishes { more_time: !wishes.more_time, ..wishes }),
        Message::ToggleInterpreter => Some(Wishes { interpreter: !wishes.interpreter, ..wishes }),
        Message::Open | Message::Close => None,
    }
}

/// What is wished, in words.
pub(super) fn wished(ctx: &Context<'_>, wishes: Wishes) -> Vec<String> {
    let all = [
        (wishes.pick_up, "kiosk-wish-pick-up"),
        (wishes.more_time, "kiosk-wish-more-time"),
        (wishes.interpreter, "kiosk-wish-interpreter"),
    ];
    all.into_iter().filter(|(wished, _)| *wished).map(|(_, id)| ctx.words.say(id)).collect()
}

/// What the choice says aloud.
pub(super) fn said(ctx: &Context<'_>, ticket: &TicketView) -> Said {
    let number = spelled(ctx.words.language, &ticket.numbers());
    let chosen = wished(ctx, ticket.wishes);
    let count =
        (!chosen.is_empty()).then(|| ctx.words.say_with("kiosk-speak-chosen", "count", chosen.join(", ")));
    Said::of([ctx.words.say("kiosk-wish-title"), ctx.words.say_with("kiosk-wish-for", "number", number)])
        .with(count)
        .with([ctx.words.say("kiosk-wish-what"), ctx.words.say("kiosk-wish-private")])
        .with_keys(
            ["kiosk-wish-pick-up", "kiosk-wish-more-time", "kiosk-wish-interpreter", "kiosk-done"]
                .map(|id| ctx.words.say(id)),
        )
}

/// What is wished, as the ticket's screen says it.
pub(super) fn noted<'a, M: 'a>(ctx: &Context<'_>, wishes: Wishes) -> Option<Element<'a, M>> {
    let words = wished(ctx, wishes).join(" · ");
    let space = page::one_line(ctx, Step::Body);
    let sign = ctx.look.scale.text(Step::Body) * 1.25 + 4.0 * ctx.look.scale.within();
    let step = page::fitting_step(ctx, &words, iced::Size::new(space.width - sign, space.height), Step::Body);
    (!words.is_empty()).then(|| page::signed(ctx, Icon::Hand, words, step, ctx.look.palette.text))
}

/// Draws the choice.
pub(super) fn view<'a>(ctx: &Context<'a>, ticket: &TicketView) -> Element<'a, Message> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let wishes = ticket.wishes;
    let choice =
        |id: &str, chosen: bool, press| page::choice(ctx, chosen.into(), None, &ctx.words.say(id), press);
    let number = ctx.words.say_with("kiosk-wish-for", "number", ticket.numbers());
    let first = column![
        page::headline(ctx, ctx.words.say("kiosk-wish-title"), look.palette.text, scale.mm(50.0)),
        page::words(ctx, number, Step::Lead),
        column![
            choice("kiosk-wish-pick-up", wishes.pick_up, Message::TogglePickUp),
            choice("kiosk-wish-more-time", wishes.more_time, Message::ToggleMoreTime),
            choice("kiosk-wish-interpreter", wishes.interpreter, Message::ToggleInterpreter),
        ]
        .spacing(scale.apart()),
        page::words(ctx, ctx.words.say("kiosk-wish-what"), Step::Body),
        page::quiet(ctx, ctx.words.say("kiosk-wish-private")),
    ]
    .spacing(scale.group());
    let done = ctx.words.say("kiosk-done");
    let key = page::key(ctx, Weight::Main, Icon::Check, done, Some(Message::Close), ctx.content_width());
    let second = column![key].push(page::timer(ctx)).spacing(scale.apart());
    page::page(ctx, page::halves(ctx, first, second))
}

//! The aids: reading aloud, larger letters, lower keys, more time. Each is a key that says how it stands.

use crate::aids::{Letters, Patience};
use crate::context::Context;
use crate::page;
use crate::screen::Screen;
use crate::speech::Said;
use foyer_look::Icon;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use iced::Element;
use iced::widget::{Space, column};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Message {
    /// Read aloud, or not any more.
    Speak,
    /// Larger letters, around.
    Enlarge,
    /// Keys further down, or where they were.
    Lower,
    /// More time, around.
    Wait,
    /// Back to where one was.
    GoBack,
}

/// The aids, over what was there before.
#[derive(Debug)]
pub struct Help {
    before: Box<Screen>,
}

/// One aid: what a press does, its sign, its name and its state. It rests where the terminal cannot do it.
struct Aid {
    press: Message,
    works: bool,
    is_on: bool,
    sign: Icon,
    name: &'static str,
    state: &'static str,
}

impl Help {
    /// The aids over a screen.
    pub fn new(before: Screen) -> Self {
        Self { before: Box::new(before) }
    }

    /// What was there before.
    pub fn before(&mut self) -> &mut Screen {
        &mut self.before
    }

    /// Goes back to what was there before.
    pub fn into_before(self) -> Screen {
        *self.before
    }

    fn aids(ctx: &Context<'_>) -> Vec<Aid> {
        let on_or_off = |is_on| if is_on { "kiosk-aids-on" } else { "kiosk-aids-off" };
        let letters = match ctx.aids.letters {
            Letters::Usual => "kiosk-aids-off",
            Letters::Large => "kiosk-aids-large",
            Letters::Largest => "kiosk-aids-largest",
        };
        let time = match ctx.aids.patience {
            Patience::Usual => "kiosk-aids-off",
            Patience::Double => "kiosk-aids-double",
            Patience::Triple => "kiosk-aids-triple",
        };
        let aid = |press, is_on, sign, name, state| Aid { press, works: true, is_on, sign, name, state };
        let speech = if ctx.can_speak { on_or_off(ctx.reads_aloud) } else { "kiosk-aids-missing" };
        let mut aids = vec![
            Aid {
                works: ctx.can_speak,
                ..aid(Message::Speak, ctx.reads_aloud, Icon::Speaker, "kiosk-aids-speech", speech)
            },
            aid(
                Message::Enlarge,
                ctx.aids.letters != Letters::Usual,
                Icon::Plus,
                "kiosk-aids-letters",
                letters,
            ),
            aid(Message::Wait, ctx.aids.patience != Patience::Usual, Icon::Clock, "kiosk-aids-time", time),
        ];
        if ctx.low_height().is_some() {
            let state = on_or_off(ctx.aids.low);
            aids.push(aid(Message::Lower, ctx.aids.low, Icon::ArrowDown, "kiosk-aids-low", state));
        }
        aids
    }

    fn label(ctx: &Context<'_>, aid: &Aid) -> String {
        let values = [("aid", ctx.words.say(aid.name).into()), ("state", ctx.words.say(aid.state).into())];
        foyer_text::text_with(ctx.words.language, "kiosk-aids-state", &values)
    }

    /// What it says aloud.
    pub fn said(ctx: &Context<'_>) -> Said {
        let lines = [ctx.words.say("kiosk-aids-title"), ctx.words.say("kiosk-aids-what")];
        let keys = Self::aids(ctx).iter().map(|aid| Self::label(ctx, aid)).collect::<Vec<_>>();
        Said::of(lines).with_keys(keys).with_keys([ctx.words.say("kiosk-back")])
    }

    /// Draws it.
    pub fn view<'a>(ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let width = ctx.content_width();
        let title = ctx.words.say("kiosk-aids-title");
        let first = column![
            page::headline(ctx, title, look.palette.text, scale.mm(40.0)),
            page::words(ctx, ctx.words.say("kiosk-aids-what"), Step::Lead),
        ]
        .spacing(scale.within());
        let keys = Self::aids(ctx).into_iter().map(|aid| {
            let weight = if aid.is_on { Weight::Main } else { Weight::Other };
            let press = aid.works.then_some(aid.press);
            page::key(ctx, weight, aid.sign, Self::label(ctx, &aid), press, width).into()
        });
        let back = ctx.words.say("kiosk-back");
        let back = page::key(ctx, Weight::Other, ctx.back_sign(), back, Some(Message::GoBack), width);
        let apart = scale.apart();
        let second = column![iced::widget::column(keys).spacing(apart), Space::new().height(apart), back]
            .push(page::timer(ctx))
            .spacing(apart / 2.0);
        page::page(ctx, page::halves(ctx, first, second))
    }
}

//! The lobby is asked. It rarely takes longer than a blink, and then nobody should see a screen flash by: until
//! [`BLINK`] is over what was there before stands still.

use crate::action::{Attempt, Wish};
use crate::context::{Context, Now};
use crate::page;
use crate::screen::{Message, Screen};
use crate::speech::Said;
use crate::times;
use foyer_look::scale::Step;
use foyer_look::{Icon, icon};
use foyer_protocol::lobby::Presented;
use iced::widget::{center, column};
use iced::{Center, Element};
use std::time::Duration;

/// An attempt under way.
#[derive(Debug)]
pub struct Checking {
    /// What was asked.
    pub attempt: Attempt,
    since: Duration,
    /// What was there before, while it stands still.
    before: Option<Box<Screen>>,
}

impl Checking {
    /// Asks from now on; `before` stands still for a moment.
    pub fn new(attempt: Attempt, before: Screen, now: Now) -> Self {
        Self { attempt, since: now.steady, before: Some(Box::new(before)) }
    }

    /// Lets go of what was there before, once the moment is over; says whether it did so now.
    pub fn appears(&mut self, now: Now) -> bool {
        let over = now.steady.saturating_sub(self.since) >= times::BLINK;
        self.before.take_if(|_| over).is_some()
    }

    /// Whether the citizen has waited long enough.
    pub fn is_overdue(&self, now: Now) -> bool {
        now.steady.saturating_sub(self.since) >= times::CHECKING
    }

    /// Whether a code was read and what was there before still stands: its frame lights up.
    pub fn is_lit(&self) -> bool {
        let is_read = matches!(self.attempt.wish, Wish::CheckIn(Presented::Scan(_)));
        is_read && self.before.is_some()
    }

    fn what(&self, ctx: &Context<'_>) -> String {
        match self.attempt.wish {
            Wish::CheckIn(_) => ctx.words.say("kiosk-checking-what"),
            Wish::WalkIn(..) | Wish::Late(_) => ctx.words.say("kiosk-checking-ticket"),
        }
    }

    /// What it says aloud: nothing while what was there before stands still.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        if self.before.is_some() {
            return Said::default();
        }
        Said::of([ctx.words.say("kiosk-checking"), self.what(ctx)])
    }

    /// Draws it.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        if let Some(before) = &self.before {
            return before.view(ctx);
        }
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let what = self.what(ctx);
        let content = column![
            icon::icon(Icon::Clock, scale.mm(28.0), palette.accent),
            page::headline(ctx, ctx.words.say("kiosk-checking"), palette.text, scale.mm(60.0)),
            page::words(ctx, what, Step::Lead),
        ]
        .spacing(scale.group())
        .align_x(Center);
        page::page(ctx, center(content))
    }
}

//! The lobby is asked. It rarely takes longer than a blink.

use crate::action::{Attempt, Wish};
use crate::context::{Context, Now};
use crate::page;
use foyer_look::scale::Step;
use foyer_look::{Icon, icon};
use iced::widget::{center, column};
use iced::{Center, Element};
use std::time::Duration;

/// After so long without an answer the kiosk says what it knows itself.
pub const PATIENCE: Duration = Duration::from_secs(2);

/// An attempt under way.
#[derive(Debug)]
pub struct Checking {
    /// What was asked.
    pub attempt: Attempt,
    since: Duration,
}

impl Checking {
    /// Asks from now on.
    pub fn new(attempt: Attempt, now: Now) -> Self {
        Self { attempt, since: now.steady }
    }

    /// Whether the citizen has waited long enough.
    pub fn is_overdue(&self, now: Now) -> bool {
        now.steady.saturating_sub(self.since) >= PATIENCE
    }

    /// Draws it.
    pub fn view<'a, M: 'a>(&self, ctx: &Context<'a>) -> Element<'a, M> {
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let what = match self.attempt.wish {
            Wish::CheckIn(_) => ctx.words.say("kiosk-checking-what"),
            Wish::WalkIn(_) | Wish::Late(_) => ctx.words.say("kiosk-checking-ticket"),
        };
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

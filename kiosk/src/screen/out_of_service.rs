//! Not now. A bad start is this screen, not an exit: plain words for citizens, the reason small for staff, and
//! it goes on trying.

mod interrupted;

use crate::context::Context;
use crate::page;
use crate::speech::Said;
use foyer_domain::office::Localized;
use foyer_look::scale::Step;
use foyer_look::{Icon, icon};
use iced::widget::{Space, column, container};
use iced::{Element, Fill};

/// Why the kiosk cannot work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outage {
    /// It has only begun.
    Starting,
    /// Configuration, folder or a device's own start: what is wrong and what helps.
    BadStart(String),
    /// It was never enrolled.
    NotEnrolled {
        /// What staff type.
        command: String,
    },
    /// The lobby does not accept it any more.
    Refused {
        /// What the lobby said.
        reason: String,
        /// What staff type.
        command: String,
    },
    /// Staff have taken it out of service.
    ByStaff,
    /// Everything in the house stands still.
    Interrupted {
        /// What the office says to it; empty where it says nothing of its own.
        text: Localized,
    },
    /// The lobby has not been reached since the start.
    NoLobby {
        /// Host and port.
        server: String,
    },
}

/// The screen.
#[derive(Debug)]
pub struct OutOfService {
    /// Why.
    pub outage: Outage,
}

impl OutOfService {
    /// Out of service for this reason.
    pub fn new(outage: Outage) -> Self {
        Self { outage }
    }

    fn reason(&self, ctx: &Context<'_>) -> Option<String> {
        let words = ctx.words;
        match &self.outage {
            Outage::Starting | Outage::Interrupted { .. } => None,
            Outage::ByStaff => Some(words.say("kiosk-staff-out-by-staff")),
            Outage::BadStart(reason) => Some(words.say_with("kiosk-staff-bad-start", "reason", reason)),
            Outage::NotEnrolled { command } => {
                Some(words.say_with("kiosk-staff-not-enrolled", "command", command))
            }
            Outage::Refused { reason, command } => {
                let parts = [("reason", reason.into()), ("command", command.into())];
                Some(foyer_text::text_with(words.language, "kiosk-staff-refused", &parts))
            }
            Outage::NoLobby { server } => Some(words.say_with("kiosk-staff-no-lobby", "server", server)),
        }
    }

    fn citizens_words(&self, reason: Option<&String>) -> (Icon, &'static str, &'static str) {
        match reason {
            None => (Icon::Clock, "kiosk-out-starting-title", "kiosk-out-starting-what"),
            Some(_) => (Icon::Warning, "kiosk-out-title", "kiosk-out-what"),
        }
    }

    /// What it says aloud; what staff read is not for citizens.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        if let Outage::Interrupted { text } = &self.outage {
            let own = interrupted::lines(&ctx.words, text);
            return Said::of(own.into_iter().chain(interrupted::in_english(&ctx.words, text)));
        }
        let (_, title, what) = self.citizens_words(self.reason(ctx).as_ref());
        Said::of([ctx.words.say(title), ctx.words.say(what)])
    }

    /// Draws it.
    pub fn view<'a, M: 'a>(&self, ctx: &Context<'a>) -> Element<'a, M> {
        if let Outage::Interrupted { text } = &self.outage {
            return interrupted::view(ctx, text);
        }
        let (scale, palette) = (ctx.look.scale, ctx.look.palette);
        let reason = self.reason(ctx);
        let (sign, title, what) = self.citizens_words(reason.as_ref());
        let first = column![
            icon::icon(sign, scale.mm(28.0), palette.wait),
            page::headline(ctx, ctx.words.say(title), palette.text, scale.mm(90.0)),
            page::words(ctx, ctx.words.say(what), Step::Lead),
        ]
        .spacing(scale.group());
        let for_staff = reason.map(|reason| {
            let tries = self.outage != Outage::ByStaff;
            let lines = column![
                page::quiet(ctx, ctx.words.say("kiosk-staff-title")),
                page::words(ctx, reason, Step::Small),
            ]
            .push(tries.then(|| page::quiet(ctx, ctx.words.say("kiosk-staff-tries"))))
            .spacing(scale.within() / 2.0);
            let look = page::boxed(palette.second_ground, palette.line, 0.0, scale.corner());
            // In German, whatever the citizen reads.
            page::as_it_is(ctx, container(lines).width(Fill).padding(scale.within()).style(look))
        });
        let second = column![].push(for_staff);
        let above = Space::new().height(scale.mm(20.0));
        page::page(ctx, page::halves(ctx, column![above, first].width(Fill), second))
    }
}

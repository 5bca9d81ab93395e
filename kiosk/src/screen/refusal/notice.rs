//! The words of each refusal: one sentence what is, one what to do now, the facts, and the key that helps.

use super::{Message, Reason};
use crate::action::{Attempt, Wish};
use crate::context::Context;
use crate::page::Tone;
use foyer_domain::Timestamp;
use foyer_domain::window::Window;
use foyer_look::Icon;
use foyer_protocol::lobby::{CheckInAnswer, LateOffer, Presented, TicketAnswer};

/// What a refusal says.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    /// Beside the title.
    pub sign: Icon,
    /// Red is for failure alone.
    pub tone: Tone,
    /// What is.
    pub title: String,
    /// What to do now, and when it will work.
    pub what: Vec<String>,
    /// Times and places.
    pub facts: Vec<(String, String)>,
    /// The key that helps.
    pub next: Option<Next>,
}

/// The key that helps.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    /// What it does.
    pub press: Message,
    /// The id of its text.
    pub label: &'static str,
    /// Its sign.
    pub sign: Icon,
}

const TYPE: Next = Next { press: Message::TypeNumber, label: "kiosk-type-number", sign: Icon::Keypad };
const TYPE_AGAIN: Next = Next { press: Message::TypeNumber, label: "kiosk-type-again", sign: Icon::Keypad };
const WALK_IN: Next = Next { press: Message::TakeWalkIn, label: "kiosk-walk-in", sign: Icon::Ticket };
const TRY_AGAIN: Next = Next { press: Message::TryAgain, label: "kiosk-try-again", sign: Icon::Clock };

/// The words for a reason.
pub fn of(reason: &Reason, attempt: &Attempt, judged_at: Timestamp, ctx: &Context<'_>) -> Notice {
    match reason {
        Reason::CheckIn(answer) => check_in(answer, attempt, judged_at, ctx),
        Reason::Ticket(answer) => ticket(answer, ctx),
        Reason::NoAnswer { valid } => {
            let what = if *valid { "kiosk-no-answer-valid-what" } else { "kiosk-no-answer-what" };
            let mut notice = Notice::new(ctx, Icon::LinkLost, Tone::No, "kiosk-no-answer-title");
            notice.what = vec![ctx.words.say(what), ctx.go_for_help()];
            notice.next = Some(TRY_AGAIN);
            notice
        }
    }
}

impl Notice {
    fn new(ctx: &Context<'_>, sign: Icon, tone: Tone, title: &str) -> Self {
        let title = ctx.words.say(title);
        Self { sign, tone, title, what: Vec::new(), facts: Vec::new(), next: None }
    }

    /// Most refusals: a clock or a calendar, and no alarm.
    fn wait(ctx: &Context<'_>, sign: Icon, title: &str) -> Self {
        Self::new(ctx, sign, Tone::Wait, title)
    }

    fn say(mut self, sentence: String) -> Self {
        self.what.push(sentence);
        self
    }

    fn fact(mut self, ctx: &Context<'_>, what: &str, value: String) -> Self {
        self.facts.push((ctx.words.say(what), value));
        self
    }

    fn then(mut self, next: Next) -> Self {
        self.next = Some(next);
        self
    }
}

fn check_in(answer: &CheckInAnswer, attempt: &Attempt, judged_at: Timestamp, ctx: &Context<'_>) -> Notice {
    let words = ctx.words;
    let when = |start: Timestamp| words.when(start, judged_at);
    match answer {
        // These three are tickets and never come here; an honest sentence is better than a panic.
        CheckInAnswer::CheckedIn { ticket }
        | CheckInAnswer::AlreadyCheckedIn { ticket }
        | CheckInAnswer::BackInQueue { ticket } => {
            let notice = Notice::new(ctx, Icon::Check, Tone::Yes, "kiosk-ticket-title");
            notice.fact(ctx, "kiosk-fact-number", ticket.number.spaced())
        }
        CheckInAnswer::Unreadable => Notice::wait(ctx, Icon::QrCode, "kiosk-unreadable-title")
            .say(words.say("kiosk-unreadable-what"))
            .then(TYPE),
        CheckInAnswer::Unknown => unknown(attempt, ctx),
        CheckInAnswer::KeypadLocked { until } => Notice::wait(ctx, Icon::Clock, "kiosk-locked-title")
            .say(words.say_with("kiosk-locked-what", "time", words.exact_time(*until)))
            .fact(ctx, "kiosk-fact-now", words.exact_time(judged_at)),
        CheckInAnswer::WrongOffice { office, start } => {
            let notice = Notice::wait(ctx, Icon::House, "kiosk-wrong-office-title");
            let notice = match office {
                Some(office) => notice.say(words.say("kiosk-wrong-office-what")).fact(
                    ctx,
                    "kiosk-fact-place",
                    format!("{}\n{}", office.name, office.address.replace(", ", "\n")),
                ),
                None => notice.say(words.say("kiosk-wrong-office-unknown")),
            };
            notice.fact(ctx, "kiosk-fact-appointment", when(*start))
        }
        CheckInAnswer::Cancelled { start } => Notice::wait(ctx, Icon::Calendar, "kiosk-cancelled-title")
            .say(words.say("kiosk-cancelled-what"))
            .fact(ctx, "kiosk-fact-was", when(*start))
            .then(WALK_IN),
        CheckInAnswer::Moved { start } => moved(*start, judged_at, ctx),
        CheckInAnswer::Finished { number } => {
            Notice::new(ctx, Icon::Check, Tone::Yes, "kiosk-finished-title")
                .say(words.say("kiosk-finished-what"))
                .fact(ctx, "kiosk-fact-number", number.spaced())
                .then(WALK_IN)
        }
        CheckInAnswer::WrongDay { start } => wrong_day(*start, judged_at, ctx),
        CheckInAnswer::TooEarly { opens_at, start } => {
            Notice::wait(ctx, Icon::Clock, "kiosk-too-early-title")
                .say(words.say_with("kiosk-too-early-what", "time", words.time(*opens_at)))
                .fact(ctx, "kiosk-fact-appointment", when(*start))
                .fact(ctx, "kiosk-fact-now", now_beside(*opens_at, judged_at, ctx))
        }
        CheckInAnswer::TooLate { closed_at, start, offer } => {
            too_late(*closed_at, *start, offer.as_ref(), judged_at, ctx)
        }
        CheckInAnswer::NotConfirmed { start } => {
            Notice::wait(ctx, Icon::Calendar, "kiosk-not-confirmed-title")
                .say(words.say("kiosk-not-confirmed-what"))
                .fact(ctx, "kiosk-fact-was", when(*start))
                .then(WALK_IN)
        }
        CheckInAnswer::OfficeClosed { reason, holiday, start } => {
            let why = match holiday {
                Some(holiday) => words.say_with("holiday-closed", "holiday", words.say(holiday.text_id())),
                None => words.localized(reason).to_owned(),
            };
            let notice = Notice::wait(ctx, Icon::House, "kiosk-closed-today-title").say(why);
            notice.fact(ctx, "kiosk-fact-appointment", when(*start))
        }
        CheckInAnswer::QueueFull => {
            Notice::wait(ctx, Icon::Ticket, "kiosk-queue-full-title").say(ctx.go_for_help())
        }
    }
}

fn unknown(attempt: &Attempt, ctx: &Context<'_>) -> Notice {
    let typed = matches!(attempt.wish, Wish::CheckIn(Presented::ShortCode(_)));
    let (sign, title, what, next) = if typed {
        (Icon::Keypad, "kiosk-unknown-number-title", "kiosk-unknown-number-what", TYPE_AGAIN)
    } else {
        (Icon::QrCode, "kiosk-unknown-title", "kiosk-unknown-what", TYPE)
    };
    Notice::wait(ctx, sign, title).say(ctx.words.say(what)).say(ctx.go_for_help()).then(next)
}

fn moved(start: Timestamp, judged_at: Timestamp, ctx: &Context<'_>) -> Notice {
    let words = ctx.words;
    let opens_at = opens_at(start, ctx);
    let parts = [("date", words.date(start).into()), ("time", words.time(opens_at).into())];
    let same_day = words.is_same_day(start, judged_at);
    let what = if same_day {
        words.say_with("kiosk-too-early-what", "time", words.time(opens_at))
    } else {
        foyer_text::text_with(words.language, "kiosk-moved-what", &parts)
    };
    Notice::wait(ctx, Icon::Calendar, "kiosk-moved-title").say(what).fact(
        ctx,
        "kiosk-fact-new-appointment",
        words.when(start, judged_at),
    )
}

fn wrong_day(start: Timestamp, judged_at: Timestamp, ctx: &Context<'_>) -> Notice {
    let words = ctx.words;
    if start < judged_at {
        return Notice::wait(ctx, Icon::Calendar, "kiosk-past-day-title")
            .say(words.say("kiosk-past-day-what"))
            .fact(ctx, "kiosk-fact-was", words.day_and_time(start))
            .then(WALK_IN);
    }
    Notice::wait(ctx, Icon::Calendar, "kiosk-wrong-day-title")
        .say(words.say_with("kiosk-wrong-day-what", "time", words.time(opens_at(start, ctx))))
        .fact(ctx, "kiosk-fact-appointment", words.day_and_time(start))
}

fn too_late(
    closed_at: Timestamp,
    start: Timestamp,
    offer: Option<&LateOffer>,
    judged_at: Timestamp,
    ctx: &Context<'_>,
) -> Notice {
    let words = ctx.words;
    let notice = Notice::wait(ctx, Icon::Clock, "kiosk-too-late-title")
        .say(words.say_with("kiosk-too-late-what", "time", words.time(closed_at)))
        .fact(ctx, "kiosk-fact-appointment", words.when(start, judged_at))
        .fact(ctx, "kiosk-fact-now", now_beside(closed_at, judged_at, ctx));
    match offer {
        None => notice.say(ctx.go_for_help()),
        Some(offer) => {
            notice.say(words.say_with("kiosk-late-offer", "span", words.span(offer.estimate))).then(Next {
                press: Message::TakeLate(offer.booking),
                label: "kiosk-late-take",
                sign: Icon::Ticket,
            })
        }
    }
}

fn ticket(answer: &TicketAnswer, ctx: &Context<'_>) -> Notice {
    let words = ctx.words;
    let when = |at: Timestamp| words.when(at, ctx.now.at);
    match answer {
        // A ticket never comes here; an honest sentence is better than a panic.
        TicketAnswer::Opened { ticket } => Notice::new(ctx, Icon::Check, Tone::Yes, "kiosk-ticket-title")
            .fact(ctx, "kiosk-fact-number", ticket.number.spaced()),
        TicketAnswer::QueueFull { opens_at } => Notice::wait(ctx, Icon::Ticket, "kiosk-queue-full-title")
            .say(opens_at.map_or_else(
                || words.say("kiosk-queue-full-later"),
                |at| words.say_with("kiosk-queue-full-opens", "when", when(at)),
            )),
        TicketAnswer::Closed { opens_at } => {
            Notice::wait(ctx, Icon::House, "kiosk-closed-title").say(opens_at.map_or_else(
                || words.say("kiosk-queue-full-later"),
                |at| words.say_with("kiosk-closed-opens", "when", when(at)),
            ))
        }
        TicketAnswer::NotNow { opens_at } => {
            Notice::wait(ctx, Icon::Clock, "kiosk-not-now-title").say(opens_at.map_or_else(
                || words.say("kiosk-queue-full-later"),
                |at| words.say_with("kiosk-queue-full-opens", "when", when(at)),
            ))
        }
        TicketAnswer::Paused { text } => Notice::wait(ctx, Icon::Info, "kiosk-paused-title")
            .say(words.localized(text).to_owned())
            .say(ctx.go_for_help()),
        TicketAnswer::NotOffered => Notice::wait(ctx, Icon::Calendar, "kiosk-not-offered-title")
            .say(words.say("kiosk-not-offered-what"))
            .say(ctx.go_for_help()),
    }
}

/// When checking in for a start begins; the start itself while the office's rules are not known.
fn opens_at(start: Timestamp, ctx: &Context<'_>) -> Timestamp {
    ctx.office.map_or(start, |office| Window::of(start, &office.rules).opens_at)
}

/// The moment that was judged; with seconds where the minute alone would look like the limit itself.
fn now_beside(limit: Timestamp, judged_at: Timestamp, ctx: &Context<'_>) -> String {
    if ctx.words.is_same_minute(limit, judged_at) {
        ctx.words.exact_time(judged_at)
    } else {
        ctx.words.time(judged_at)
    }
}

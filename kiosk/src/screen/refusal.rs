//! Why not, what to do now, and when it will work. A refusal is an answer, not an error.

pub mod notice;

use crate::action::Attempt;
use crate::context::Context;
use crate::page;
use crate::speech::{Said, spelled};
use foyer_domain::Timestamp;
use foyer_domain::id::BookingId;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, fonts, icon, prose};
use foyer_protocol::lobby::{CheckInAnswer, TicketAnswer};
use iced::widget::{column, container, row};
use iced::{Element, Fill};
use notice::Notice;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// The answer to a check-in, from the lobby or from this terminal.
    CheckIn(CheckInAnswer),
    /// The answer to a wish for a ticket.
    Ticket(TicketAnswer),
    /// The lobby does not answer.
    NoAnswer {
        /// Whether this terminal itself found the code genuine and in time.
        valid: bool,
    },
}

impl Reason {
    /// All ids that [`Self::for_staff`] gives.
    pub const FOR_STAFF: [&str; 19] = [
        "kiosk-staff-reason-unreadable",
        "kiosk-staff-reason-unknown",
        "kiosk-staff-reason-keypad-locked",
        "kiosk-staff-reason-wrong-office",
        "kiosk-staff-reason-cancelled",
        "kiosk-staff-reason-moved",
        "kiosk-staff-reason-finished",
        "kiosk-staff-reason-wrong-day",
        "kiosk-staff-reason-too-early",
        "kiosk-staff-reason-too-late",
        "kiosk-staff-reason-not-confirmed",
        "kiosk-staff-reason-office-closed",
        "kiosk-staff-reason-queue-full",
        "kiosk-staff-reason-closed",
        "kiosk-staff-reason-not-offered",
        "kiosk-staff-reason-no-answer",
        "kiosk-staff-reason-not-now",
        "kiosk-staff-reason-paused",
        "kiosk-staff-reason-other",
    ];

    /// The id of the text that says it to staff, without anything that belongs to one citizen.
    pub fn for_staff(&self) -> &'static str {
        use CheckInAnswer as C;
        use TicketAnswer as T;
        let place = match self {
            Self::CheckIn(C::Unreadable) => 0,
            Self::CheckIn(C::Unknown) => 1,
            Self::CheckIn(C::KeypadLocked { .. }) => 2,
            Self::CheckIn(C::WrongOffice { .. }) => 3,
            Self::CheckIn(C::Cancelled { .. }) => 4,
            Self::CheckIn(C::Moved { .. }) => 5,
            Self::CheckIn(C::Finished { .. }) => 6,
            Self::CheckIn(C::WrongDay { .. }) => 7,
            Self::CheckIn(C::TooEarly { .. }) => 8,
            Self::CheckIn(C::TooLate { .. }) => 9,
            Self::CheckIn(C::NotConfirmed { .. }) => 10,
            Self::CheckIn(C::OfficeClosed { .. }) => 11,
            Self::CheckIn(C::QueueFull) | Self::Ticket(T::QueueFull { .. }) => 12,
            Self::Ticket(T::Closed { .. }) => 13,
            Self::Ticket(T::NotOffered) => 14,
            Self::NoAnswer { .. } => 15,
            Self::Ticket(T::NotNow { .. }) => 16,
            Self::Ticket(T::Paused { .. }) => 17,
            // No refusals; they never stand on that screen.
            Self::CheckIn(C::CheckedIn { .. } | C::AlreadyCheckedIn { .. } | C::BackInQueue { .. })
            | Self::Ticket(T::Opened { .. }) => 18,
        };
        Self::FOR_STAFF[place]
    }
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Back.
    GoBack,
    /// Type the Terminnummer.
    TypeNumber,
    /// Without an appointment.
    TakeWalkIn,
    /// Take what is offered to who comes too late.
    TakeLate(BookingId),
    /// Ask again.
    TryAgain,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// Back to the welcome.
    GoHome,
    /// To the keypad.
    TypeNumber,
    /// To the services without an appointment.
    WalkIn,
    /// Take the late ticket.
    TakeLate(BookingId),
    /// The same attempt again.
    TryAgain,
}

/// A refusal.
#[derive(Debug)]
pub struct Refusal {
    /// Why.
    pub reason: Reason,
    /// Of what.
    pub attempt: Attempt,
    /// The moment that was judged: it must fit what the screen says.
    judged_at: Timestamp,
}

impl Refusal {
    /// A refusal of this attempt, judged at this moment.
    pub fn new(reason: Reason, attempt: Attempt, judged_at: Timestamp) -> Self {
        Self { reason, attempt, judged_at }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message) -> Action {
        match message {
            Message::GoBack => Action::GoHome,
            Message::TypeNumber => Action::TypeNumber,
            Message::TakeWalkIn => Action::WalkIn,
            Message::TakeLate(booking) => Action::TakeLate(booking),
            Message::TryAgain => Action::TryAgain,
        }
    }

    /// What it says.
    pub fn notice(&self, ctx: &Context<'_>) -> Notice {
        notice::of(&self.reason, &self.attempt, self.judged_at, ctx)
    }

    /// What it says aloud. Where a sentence has a figure it is a time or a place of the citizen's own, and for the
    /// citizen alone; a ticket's number is called before everybody anyway.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let words = ctx.words;
        let notice = self.notice(ctx);
        let has_figure = |sentence: &String| sentence.contains(|sign: char| sign.is_ascii_digit());
        let (private, open): (Vec<String>, Vec<String>) = notice.what.into_iter().partition(has_figure);
        let number = words.say("kiosk-fact-number");
        let (numbers, facts): (Vec<_>, Vec<_>) =
            notice.facts.into_iter().partition(|(what, _)| *what == number);
        let numbers =
            numbers.into_iter().map(|(what, value)| format!("{what}: {}", spelled(words.language, &value)));
        let facts = facts.into_iter().map(|(what, value)| format!("{what}: {value}"));
        Said::of([notice.title])
            .with(open)
            .with(numbers)
            .with([ctx.help()])
            .with_private(private.into_iter().chain(facts))
            .with_keys(notice.next.map(|next| words.say(next.label)))
            .with_keys([words.say("kiosk-back")])
    }

    /// Draws it.
    pub fn view<'a>(&self, ctx: &Context<'a>) -> Element<'a, Message> {
        let (look, scale) = (ctx.look, ctx.look.scale);
        let notice = self.notice(ctx);
        let (ink, ground) = notice.tone.colors(&look.palette);
        let size = scale.mm(30.0);
        let sign = container(icon::icon(notice.sign, size * 0.62, ink)).center(size).style(page::boxed(
            ground,
            ground,
            0.0,
            size / 2.0,
        ));
        let mut first = column![sign, page::headline(ctx, notice.title, look.palette.text, scale.mm(80.0))]
            .spacing(scale.group())
            .width(Fill);
        let mut step = if ctx.is_upright() { Step::Title } else { Step::Lead };
        for sentence in notice.what {
            first = first.push(page::words(ctx, sentence, step));
            step = Step::Lead;
        }
        if !notice.facts.is_empty() {
            first = first.push(facts(ctx, notice.facts));
        }
        // A short notice stands in the middle, where the eye is; the keys stay where the hand expects them.
        let first = container(first).center_y(Fill);
        let help = page::signed(ctx, Icon::Info, ctx.help(), Step::Body, look.palette.quiet);
        let back_weight = if notice.next.is_some() { Weight::Other } else { Weight::Main };
        let width = ctx.content_width();
        let next = notice.next.map(|next| {
            page::key(ctx, Weight::Main, next.sign, ctx.words.say(next.label), Some(next.press), width)
        });
        let back = ctx.words.say("kiosk-back");
        let back = page::key(ctx, back_weight, ctx.back_sign(), back, Some(Message::GoBack), width);
        let keys = column![].push(next).push(back).spacing(scale.apart());
        let second = column![help, keys].push(page::timer(ctx)).spacing(scale.group());
        page::page(ctx, page::halves(ctx, first, second))
    }
}

/// A few facts below each other: what, and its value large.
fn facts<'a, M: 'a>(ctx: &Context<'_>, facts: Vec<(String, String)>) -> Element<'a, M> {
    let (scale, palette) = (ctx.look.scale, ctx.look.palette);
    let step = if ctx.is_upright() { Step::Lead } else { Step::Body };
    let widest =
        facts.iter().map(|(what, _)| foyer_look::fit::measure(what, fonts::REGULAR, scale.text(step)).width);
    let column_width = widest.fold(0.0, f32::max).ceil() + scale.group();
    let line = |(what, value): (String, String)| {
        let what = prose(what, scale.text(step)).line_height(page::LOOSE).color(palette.quiet);
        let value = prose(value, scale.text(step)).bold().line_height(page::LOOSE);
        let value = container(value).width(Fill);
        row![container(what).width(column_width), value].into()
    };
    let lines = column(facts.into_iter().map(line)).spacing(scale.within());
    container(lines)
        .width(Fill)
        .padding(scale.within() * 1.5)
        .style(page::boxed(palette.second_ground, palette.line, 0.0, scale.corner()))
        .into()
}

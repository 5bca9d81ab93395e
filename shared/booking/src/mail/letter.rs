//! Which letters there are, and what one is made of. Pure: the same letter is composed the same way every time.

use super::said::Said;
use super::{calendar, for_staff, page, plain};
use crate::qr;
use foyer_domain::Timestamp;
use foyer_domain::booking::Interpreting;
use foyer_domain::id::{BookingId, OfficeId};
use foyer_domain::office::{Localized, Office};
use foyer_domain::visit::Wishes;
use foyer_protocol::booking::BookingView;
use foyer_text::Language;
use serde::{Deserialize, Serialize};

/// Why somebody gets a letter. Kept in the outbox in this shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// It was booked.
    Confirmed,
    /// Its owner has moved it.
    Moved {
        /// When it was.
        before: Timestamp,
    },
    /// Its owner has cancelled it.
    Cancelled,
    /// The office has moved it.
    OfficeMoved {
        /// When it was.
        before: Timestamp,
        /// What the office says to it; may be empty.
        reason: Localized,
    },
    /// The office is at another place then.
    OfficePlace {
        /// Where it was to be, in one line.
        before: String,
    },
    /// The office has cancelled it.
    OfficeCancelled {
        /// What the office says to it; may be empty.
        reason: Localized,
    },
    /// The office cannot keep it and holds another time for its owner.
    OfficeOffer {
        /// The other time.
        start: Timestamp,
        /// Where on this server it is taken, `/…`.
        path: String,
        /// Until when it is held; then the appointment is cancelled.
        until: Timestamp,
        /// What the office says to it; may be empty.
        reason: Localized,
    },
    /// Several were booked at once, for one time or for many.
    Together,
    /// Several that were booked at once have been cancelled at once.
    TogetherCancelled {
        /// Which.
        of: Vec<BookingId>,
        /// What the office says to it; none if their owner asked for it.
        reason: Option<Localized>,
    },
    /// Somebody has to interpret, or not any more; to the address that the office names for that.
    Interpreter {
        /// What, and how, where that was said.
        interpreting: Option<Interpreting>,
        /// Whether nobody has to any more.
        is_over: bool,
        /// What it was for the office that wrote before, where the appointment takes place at another one now.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left: Option<Left>,
    },
    /// It is soon.
    Reminder,
    /// It has a new code, because the key that signed the old one is revoked.
    NewCode,
    /// It is held until its owner says by a link that the address is theirs.
    ConfirmAddress {
        /// Where on this server that is said, `/…`.
        path: String,
        /// Until when it is held.
        until: Timestamp,
    },
    /// A time that became free is held for somebody on the waiting list.
    Offer {
        /// Where on this server it is taken, `/…`.
        path: String,
        /// Where on this server it is let pass, and the waiting list left, `/…`.
        leave: String,
        /// Until when it is held.
        until: Timestamp,
    },
}

impl Kind {
    /// The kind's name in Message-IDs and in the database; never changes.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Confirmed => "confirmed",
            Self::Moved { .. } => "moved",
            Self::Cancelled => "cancelled",
            Self::OfficeMoved { .. } => "office_moved",
            Self::OfficePlace { .. } => "office_place",
            Self::OfficeCancelled { .. } => "office_cancelled",
            Self::OfficeOffer { .. } => "office_offer",
            Self::Together => "together",
            Self::TogetherCancelled { .. } => "together_cancelled",
            Self::Interpreter { left: Some(_), .. } => "interpreter_left",
            Self::Interpreter { is_over: false, .. } => "interpreter",
            Self::Interpreter { is_over: true, .. } => "interpreter_over",
            Self::Reminder => "reminder",
            Self::NewCode => "new_code",
            Self::ConfirmAddress { .. } => "confirm_address",
            Self::Offer { .. } => "offer",
        }
    }

    /// Whether the appointment stands: it has a code to check in with.
    pub fn stands(&self) -> bool {
        match self {
            Self::Confirmed
            | Self::Moved { .. }
            | Self::OfficeMoved { .. }
            | Self::Together
            | Self::OfficePlace { .. }
            | Self::Reminder
            | Self::NewCode => true,
            Self::Cancelled
            | Self::OfficeCancelled { .. }
            | Self::TogetherCancelled { .. }
            | Self::OfficeOffer { .. }
            | Self::Interpreter { .. }
            | Self::ConfirmAddress { .. }
            | Self::Offer { .. } => false,
        }
    }

    /// Whether the appointment is given up.
    pub fn is_cancelled(&self) -> bool {
        matches!(self, Self::Cancelled | Self::OfficeCancelled { .. } | Self::TogetherCancelled { .. })
    }
}

/// Where and when an appointment was before it went to another office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Left {
    /// Where.
    pub office: OfficeId,
    /// When.
    pub start: Timestamp,
    /// For how long.
    pub minutes: u16,
}

/// One of several appointments that a letter tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sibling {
    /// As its owner sees it, with the PIN.
    pub view: BookingView,
    /// How often it was changed since it was booked.
    pub sequence: u32,
}

/// Who comes to an appointment, and what they wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wished {
    /// How many come.
    pub persons: u8,
    /// What is wished.
    pub wishes: Wishes,
    /// What somebody has to interpret, and how, where that was said.
    pub interpreting: Option<Interpreting>,
}

/// Everything that a letter is made of.
#[derive(Debug, Clone)]
pub struct Letter<'a> {
    /// Why.
    pub kind: Kind,
    /// In which language.
    pub language: Language,
    /// Who gets it, as typed; may be empty.
    pub name: &'a str,
    /// Where the appointment is.
    pub office: &'a Office,
    /// The appointment as its owner sees it, with the PIN.
    pub view: &'a BookingView,
    /// Who comes and what they wish; none where nobody has to be told.
    pub wished: Option<Wished>,
    /// All appointments that it tells of, with their PINs, where it is more than one; `view` is among them.
    pub together: &'a [Sibling],
    /// How often the appointment was changed since it was booked.
    pub sequence: u32,
    /// Where citizens reach this server, `https://…`, without a slash at the end. Empty for a calendar's file of a
    /// server that nobody has said it of; a mail always has it.
    pub public_url: &'a str,
    /// When it is composed.
    pub written_at: Timestamp,
}

/// A letter as it goes into a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Composed {
    /// One line.
    pub subject: String,
    /// Its language.
    pub language: Language,
    /// All of it as plain text.
    pub text: String,
    /// All of it as a page; pictures are attachments.
    pub html: String,
    /// What goes with it.
    pub attachments: Vec<Attachment>,
}

/// What goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attachment {
    /// The check-in code as PNG, shown in the page as `cid:` of [`CODE_ID`].
    Code(Vec<u8>),
    /// The appointment for calendars.
    Calendar {
        /// How calendars take it.
        method: calendar::Method,
        /// iCalendar (RFC 5545).
        text: String,
    },
}

/// The Content-ID of the check-in code in a letter.
pub const CODE_ID: &str = "check-in-code";

/// Puts a letter into words.
pub fn compose(letter: &Letter<'_>) -> Composed {
    let said = match &letter.kind {
        Kind::Interpreter { interpreting, is_over, left } => {
            let lead = match (is_over, left) {
                (_, Some(_)) => "staff-mail-interpreter-left",
                (true, None) => "staff-mail-interpreter-over",
                (false, None) => "staff-mail-interpreter",
            };
            for_staff::interpreter(letter, interpreting.as_ref(), *is_over, lead)
        }
        _ => Said::of(letter),
    };
    let code = said.check_in.as_ref().and_then(|check_in| qr::png(&check_in.code));
    let calendar = calendar::method(&letter.kind)
        .map(|method| Attachment::Calendar { method, text: calendar::write(letter, method) });
    Composed {
        subject: said.subject.clone(),
        language: letter.language,
        text: plain::write(&said),
        html: page::write(&said),
        attachments: code.map(Attachment::Code).into_iter().chain(calendar).collect(),
    }
}

#[cfg(test)]
pub(super) mod tests;

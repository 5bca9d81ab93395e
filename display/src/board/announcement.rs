//! What can be announced, and who waits for it.

use super::Moment;
use foyer_domain::id::{AreaId, CallId, VisitId};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::CallView;
use foyer_text::Language;
use foyer_voice::Detail;
use std::iter::once;

/// A sound that is due now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// For this call; to be acknowledged when it was heard.
    Call(CallId),
    /// For a call that is taken back.
    Withdrawal(VisitId),
}

/// What is to be heard for a ring.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Which.
    pub ring: Ring,
    /// What is said.
    pub said: foyer_voice::Announcement,
    /// How much of it, by how many others wait.
    pub detail: Detail,
    /// The area of the counter.
    pub area: AreaId,
}

/// What can be big.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Announcement {
    /// A ticket is asked to a counter.
    Call(CallView),
    /// "A 017, bitte warten Sie noch."
    Withdrawal {
        /// Whose.
        visit: VisitId,
        /// Its number.
        number: TicketNumber,
        /// Numbers of further papers of the same visit.
        also: Vec<TicketNumber>,
    },
}

impl Announcement {
    /// Whose it is.
    pub fn visit(&self) -> VisitId {
        match self {
            Self::Call(call) => call.visit,
            Self::Withdrawal { visit, .. } => *visit,
        }
    }

    /// The number to show.
    pub fn number(&self) -> TicketNumber {
        match self {
            Self::Call(call) => call.number,
            Self::Withdrawal { number, .. } => *number,
        }
    }

    /// That this call is taken back.
    pub(super) fn withdrawal(call: &CallView) -> Self {
        Self::Withdrawal { visit: call.visit, number: call.number, also: call.also.clone() }
    }
}

/// The big place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) shown: Announcement,
    /// When the visit took it.
    pub(super) since: Moment,
    /// When it was last highlighted; `None` for a call that came back here from the history, quietly.
    pub(super) highlighted: Option<Moment>,
    /// Nothing else takes the place before.
    pub(super) until: Moment,
}

impl Place {
    pub(super) fn shows_call_of(&self, visit: VisitId) -> bool {
        matches!(&self.shown, Announcement::Call(call) if call.visit == visit)
    }
}

/// Somebody who waits for the big place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Turn {
    pub(super) ring: Ring,
    /// The call, or the one that is taken back.
    pub(super) call: CallView,
    pub(super) not_before: Moment,
}

/// What is to be heard of a call, while `others` wait for the place.
pub(super) fn due(ring: Ring, call: &CallView, others: usize) -> Due {
    let detail = if others > super::FLOOD {
        Detail::Gong
    } else if others > super::CROWD {
        Detail::Short
    } else {
        Detail::Whole
    };
    let said = foyer_voice::Announcement {
        numbers: once(call.number).chain(call.also.iter().copied()).collect(),
        counter: matches!(ring, Ring::Call(_)).then(|| call.counter.clone()),
        language: call.language.as_deref().and_then(Language::from_tag),
    };
    Due { ring, said, detail, area: call.area.clone() }
}

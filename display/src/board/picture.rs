//! What of the board is in the picture, for a given number of history rows.

use super::{Announcement, Board, MINIMUM, Moment};
use foyer_domain::id::{CallId, VisitId};
use foyer_protocol::lobby::CallView;
use std::collections::BTreeSet;
use std::time::Duration;

/// Where more calls stand than there are rows, the rows show the next ones after this time.
pub const PAGE: Duration = Duration::from_secs(6);

/// What is in the picture now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Picture {
    /// The big place.
    pub big: Option<Big>,
    /// The history, newest first; never more than asked for.
    pub rows: Vec<Row>,
    /// Which part of the standing calls the rows show (from 0), and how many parts there are.
    pub page: (usize, usize),
}

/// The big place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Big {
    /// What is said there.
    pub shown: Announcement,
    /// Since when it is highlighted; `None` for what came back here from the history, quietly.
    pub highlighted: Option<Moment>,
    /// Whether the highlight holds.
    pub fresh: bool,
}

/// A row of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The call.
    pub call: CallView,
    /// Whether it still stands.
    pub stands: bool,
    /// Whether it has not yet been in the big place: it is news, too.
    pub fresh: bool,
}

impl Picture {
    /// Whether nobody is in it.
    pub fn is_empty(&self) -> bool {
        self.big.is_none() && self.rows.is_empty()
    }

    /// The calls that can be read in it and that still stand or are highlighted.
    pub fn calls(&self) -> impl Iterator<Item = CallId> {
        let big = self.big.iter().filter_map(|big| match &big.shown {
            Announcement::Call(call) => Some(call.call),
            Announcement::Withdrawal { .. } => None,
        });
        big.chain(self.rows.iter().filter(|row| row.stands).map(|row| row.call.call))
    }
}

/// The room of the history: how many slots there are, and how many of them a call needs.
#[derive(Clone, Copy)]
pub struct Room<'a> {
    /// Slots; at least one.
    pub slots: usize,
    /// Slots that a call needs: more than one where the counter's name is long.
    pub of: &'a dyn Fn(&CallView) -> usize,
}

impl Room<'_> {
    fn of(&self, call: &CallView) -> usize {
        (self.of)(call).clamp(1, self.slots.max(1))
    }

    fn sum(&self, calls: &[&CallView]) -> usize {
        calls.iter().map(|call| self.of(call)).sum()
    }

    /// As many parts as are needed so that each fits into `slots`.
    fn parts<'c>(&self, calls: &[&'c CallView], slots: usize) -> Vec<Vec<&'c CallView>> {
        let mut parts: Vec<Vec<&CallView>> = Vec::new();
        for call in calls {
            match parts.last_mut() {
                Some(part) if self.sum(part) + self.of(call) <= slots => part.push(call),
                Some(_) | None => parts.push(vec![call]),
            }
        }
        parts
    }
}

impl Board {
    /// The picture with this room for the history.
    ///
    /// Every call that stands is in it, one part after the other where they do not fit at once; and one that
    /// waits for the big place is in every part, as far as there is room.
    pub fn picture(&self, now: Moment, room: Room<'_>) -> Picture {
        let big = self.place.as_ref().map(|place| Big {
            shown: place.shown.clone(),
            highlighted: place.highlighted,
            fresh: place.highlighted.is_some_and(|since| now < since.after(MINIMUM)),
        });
        let mut visits: BTreeSet<VisitId> = big.iter().map(|big| big.shown.visit()).collect();
        let others: Vec<&CallView> =
            self.standing.iter().filter(|call| !visits.contains(&call.visit)).collect();
        visits.extend(others.iter().map(|call| call.visit));
        let (chosen, page) = self.choose(&others, now, room);
        let mut left = room.slots.saturating_sub(room.sum(&chosen));
        let mut rows: Vec<Row> = Vec::new();
        for call in chosen {
            rows.push(Row { call: call.clone(), stands: true, fresh: self.waits_for_turn(call.call) });
        }
        for call in self.recent.iter().filter(|_| page.1 == 1) {
            if !visits.insert(call.visit) {
                continue;
            }
            let needed = room.of(call);
            if needed > left {
                break;
            }
            left -= needed;
            rows.push(Row { call: call.clone(), stands: false, fresh: false });
        }
        Picture { big, rows, page }
    }

    fn choose<'a>(
        &self,
        calls: &[&'a CallView],
        now: Moment,
        room: Room<'_>,
    ) -> (Vec<&'a CallView>, (usize, usize)) {
        if room.sum(calls) <= room.slots {
            return (calls.to_vec(), (0, 1));
        }
        let (mut pinned, mut rest): (Vec<_>, Vec<_>) =
            calls.iter().copied().partition(|call| self.waits_for_turn(call.call));
        let widest = rest.iter().map(|call| room.of(call)).max().unwrap_or(0);
        if room.sum(&pinned) + widest > room.slots {
            pinned.clear();
            rest = calls.to_vec();
        }
        let parts = room.parts(&rest, room.slots - room.sum(&pinned));
        let turn = now.0.as_secs() / PAGE.as_secs();
        let page = usize::try_from(turn % parts.len() as u64).unwrap_or(0);
        let part: BTreeSet<CallId> = pinned.iter().chain(&parts[page]).map(|call| call.call).collect();
        let chosen = calls.iter().copied().filter(|call| part.contains(&call.call)).collect();
        (chosen, (page, parts.len()))
    }
}

//! What of the board is in the picture, for a given number of history rows.

use super::{Announcement, Board, MINIMUM, Moment};
use foyer_domain::id::CallId;
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
    /// The calls that can be read in it and that still stand or are highlighted.
    pub fn calls(&self) -> impl Iterator<Item = CallId> {
        let big = self.big.iter().filter_map(|big| match &big.shown {
            Announcement::Call(call) => Some(call.call),
            Announcement::Withdrawal { .. } => None,
        });
        big.chain(self.rows.iter().filter(|row| row.stands).map(|row| row.call.call))
    }
}

impl Board {
    /// The picture with room for `rows` rows of history.
    ///
    /// Every call that stands is in it, one part after the other where there are more than rows; and one
    /// that waits for the big place is in every part, as far as there is room.
    pub fn picture(&self, now: Moment, rows: usize) -> Picture {
        let big = self.place.as_ref().map(|place| Big {
            shown: place.shown.clone(),
            highlighted: place.highlighted,
            fresh: place.highlighted.is_some_and(|since| now < since.after(MINIMUM)),
        });
        let taken = big.as_ref().map(|big| big.shown.visit());
        let others: Vec<&CallView> =
            self.standing.iter().filter(|call| Some(call.visit) != taken).collect();
        let (chosen, page) = self.choose(&others, now, rows);
        let standing = chosen.into_iter().map(|call| Row {
            call: call.clone(),
            stands: true,
            fresh: self.waits_for_turn(call.call),
        });
        let recent = self.recent.iter().filter(|call| Some(call.visit) != taken).map(|call| Row {
            call: call.clone(),
            stands: false,
            fresh: false,
        });
        Picture { big, rows: standing.chain(recent).take(rows).collect(), page }
    }

    fn choose<'a>(&self, calls: &[&'a CallView], now: Moment, rows: usize) -> (Vec<&'a CallView>, (usize, usize)) {
        if calls.len() <= rows || rows == 0 {
            return (calls.to_vec(), (0, 1));
        }
        let (mut pinned, mut rest): (Vec<_>, Vec<_>) =
            calls.iter().copied().partition(|call| self.waits_for_turn(call.call));
        if pinned.len() >= rows {
            pinned.clear();
            rest = calls.to_vec();
        }
        let room = rows - pinned.len();
        let pages = rest.len().div_ceil(room);
        let turn = now.0.as_secs() / PAGE.as_secs();
        let page = usize::try_from(turn % pages as u64).unwrap_or(0);
        let part: BTreeSet<CallId> =
            pinned.iter().chain(rest.iter().skip(page * room).take(room)).map(|call| call.call).collect();
        let chosen = calls.iter().copied().filter(|call| part.contains(&call.call)).collect();
        (chosen, (page, pages))
    }
}

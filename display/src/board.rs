//! What the display shows: a fold over the lobby's events. Pure: the clock is an argument.
//!
//! - the newest call that was announced and still stands is big
//! - a fresh call keeps the big place for [`MINIMUM`]; calls that come together wait in order, so that every
//!   one of them is seen, and each rings once
//! - a recall of the call that is big highlights and rings again at once
//! - while everything stands still there is no call, and none waits for its turn
//! - a call that no longer stands leaves the big place when its minimum is over, and is never announced later

mod picture;

pub use picture::{Big, Picture, Room, Row};

use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_domain::id::{CallId, VisitId};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{CallView, DisplayEvent, DisplaySnapshot, House, Interrupted};
use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

/// How long a fresh announcement keeps the big place, and how long it is filled with the accent.
pub const MINIMUM: Duration = Duration::from_secs(5);
/// … while more than [`CROWD`] others wait for the place. Still longer than a gong.
pub const MINIMUM_IN_A_CROWD: Duration = Duration::from_secs(3);
/// From how many waiting announcements on the shorter minimum holds.
pub const CROWD: usize = 3;
/// After a start, standing calls younger than this ring; older ones were heard before.
pub const RINGS_AFTER_START: Duration = Duration::from_secs(30);
/// A call that arrives later than this after it was made comes from a replay after a lost link …
const LATE: Duration = Duration::from_secs(2);
/// … and is announced only after this, so that a "cleared" right behind it can still take it away.
const SETTLE: Duration = Duration::from_millis(300);
/// How many calls that no longer stand are kept, as in the lobby's snapshot.
const RECENT: usize = 12;

/// A moment on the program's own steady clock: the time since it started. The wall clock may be set while
/// the display runs, and a highlight must not last for years because of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Moment(pub Duration);

impl Moment {
    /// So much later.
    #[must_use]
    pub fn after(self, span: Duration) -> Self {
        Self(self.0 + span)
    }

    /// The time since an earlier moment; zero if that is later.
    pub fn since(self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }
}

/// A sound that is due now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ring {
    /// For this call; to be acknowledged when it was heard.
    Call(CallId),
    /// For a call that is taken back.
    Withdrawal(VisitId),
}

/// What the lobby says about the office and this display.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// As staff call this display.
    pub device_name: String,
    /// The office's name.
    pub office_name: String,
    /// The office's IANA time zone.
    pub time_zone: String,
    /// Whether the lobby's clock is a demo's.
    pub demo_clock: bool,
    /// The accent colour, `#2044aa`.
    pub accent: Option<String>,
    /// The expected wait without an appointment.
    pub walk_in: Option<Span>,
    /// What holds for the whole house.
    pub house: House,
    /// The lobby's time …
    lobby_time: Timestamp,
    /// … at this moment.
    taken: Moment,
}

/// The big place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    shown: Announcement,
    /// When the visit took it.
    since: Moment,
    /// When it was last highlighted; `None` for a call that came back here from the history, quietly.
    highlighted: Option<Moment>,
    /// Nothing else takes the place before.
    until: Moment,
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
}

/// Somebody who waits for the big place.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Turn {
    ring: Ring,
    visit: VisitId,
    number: TicketNumber,
    also: Vec<TicketNumber>,
    not_before: Moment,
}

/// The state of the wall display. See the module for its rules.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Board {
    facts: Option<Facts>,
    /// Newest first, one per visit.
    standing: Vec<CallView>,
    /// Newest first.
    recent: Vec<CallView>,
    turns: VecDeque<Turn>,
    place: Option<Place>,
    /// Calls that had their turn; kept while they stand, so that no snapshot announces them twice.
    announced: BTreeSet<CallId>,
    /// Rings that are due whatever waits: recalls and withdrawals of what is big.
    due: Vec<Ring>,
}

impl Board {
    /// What the lobby said about the office; `None` before the first snapshot.
    pub fn facts(&self) -> Option<&Facts> {
        self.facts.as_ref()
    }

    /// Since when everything stands still and what is said to it, while it does.
    pub fn interrupted(&self) -> Option<&Interrupted> {
        self.facts.as_ref()?.house.interrupted.as_ref()
    }

    /// The lobby's time; `None` before the first snapshot.
    pub fn lobby_time(&self, now: Moment) -> Option<Timestamp> {
        self.facts.as_ref().map(|facts| facts.lobby_time + now.since(facts.taken))
    }

    /// Takes in an event. Call [`Self::advance`] afterwards.
    pub fn fold(&mut self, now: Moment, event: DisplayEvent) {
        match event {
            DisplayEvent::Snapshot { snapshot } => self.replace(now, snapshot),
            DisplayEvent::Called { call } => self.called(now, call),
            DisplayEvent::Cleared { visit } => self.cleared(visit),
            DisplayEvent::Withdrawn { visit, number, also } => self.withdrawn(now, visit, number, also),
            DisplayEvent::Waits { walk_in } => {
                if let Some(facts) = &mut self.facts {
                    facts.walk_in = walk_in;
                }
            }
        }
    }

    /// Lets time pass: hands the big place on where it is free. Returns what must sound now, in order.
    #[must_use = "the sounds have to be played"]
    pub fn advance(&mut self, now: Moment) -> Vec<Ring> {
        let mut rings = std::mem::take(&mut self.due);
        let free = self.place.as_ref().is_none_or(|place| place.until <= now);
        if !free {
            return rings;
        }
        if let Some(turn) = self.turns.pop_front_if(|turn| turn.not_before <= now)
            && let Some(shown) = self.announcement(&turn)
        {
            rings.push(turn.ring);
            if let Ring::Call(call) = turn.ring {
                self.announced.insert(call);
            }
            let until = now.after(self.minimum());
            self.place = Some(Place { shown, since: now, highlighted: Some(now), until });
            return rings;
        }
        let stands = |place: &Place| match &place.shown {
            Announcement::Call(call) => self.standing.iter().any(|standing| standing.call == call.call),
            Announcement::Withdrawal { .. } => false,
        };
        if !self.place.as_ref().is_some_and(stands) {
            self.place = self.newest_announced().map(|call| Place {
                shown: Announcement::Call(call.clone()),
                since: now,
                highlighted: None,
                until: now,
            });
        }
        rings
    }

    /// Whether something will change within seconds by time alone.
    pub fn is_moving(&self, now: Moment) -> bool {
        let fresh = |place: &Place| place.highlighted.is_some_and(|since| now < since.after(MINIMUM));
        !self.turns.is_empty() || self.place.as_ref().is_some_and(|place| place.until > now || fresh(place))
    }

    fn minimum(&self) -> Duration {
        if self.turns.len() > CROWD { MINIMUM_IN_A_CROWD } else { MINIMUM }
    }

    /// A turn shows the visit's call as it is now: an older one might name another counter.
    fn announcement(&self, turn: &Turn) -> Option<Announcement> {
        match turn.ring {
            Ring::Call(_) => self.standing_of(turn.visit).cloned().map(Announcement::Call),
            Ring::Withdrawal(visit) => {
                let also = turn.also.clone();
                Some(Announcement::Withdrawal { visit, number: turn.number, also })
            }
        }
    }

    fn standing_of(&self, visit: VisitId) -> Option<&CallView> {
        self.standing.iter().find(|call| call.visit == visit)
    }

    fn newest_announced(&self) -> Option<&CallView> {
        self.standing.iter().find(|call| self.announced.contains(&call.call))
    }

    fn waits_for_turn(&self, call: CallId) -> bool {
        self.turns.iter().any(|turn| turn.ring == Ring::Call(call))
    }

    fn called(&mut self, now: Moment, call: CallView) {
        if let Some(facts) = &mut self.facts {
            facts.house.unserved.retain(|number| *number != call.number);
        }
        if self.interrupted().is_some() {
            return;
        }
        let known = self.announced.contains(&call.call) || self.waits_for_turn(call.call);
        let newer = self.standing_of(call.visit).is_some_and(|standing| standing.call > call.call);
        if known || newer {
            return;
        }
        let late = self.lobby_time(now).is_some_and(|lobby| lobby - call.at > delta(LATE));
        let not_before = if late { now.after(SETTLE) } else { now };
        // Called anew before it was said that the first call is taken back: only where to go now is of use.
        self.turns.retain(|turn| turn.ring != Ring::Withdrawal(call.visit));
        self.stand(call.clone());
        self.announce(now, call, not_before);
    }

    /// Puts a call among the standing ones, in the place of an older one of the same visit.
    fn stand(&mut self, call: CallView) {
        self.recent.retain(|recent| recent.visit != call.visit);
        self.standing.retain(|standing| standing.visit != call.visit);
        let index = self.standing.partition_point(|standing| standing.call > call.call);
        self.standing.insert(index, call);
    }

    fn announce(&mut self, now: Moment, call: CallView, not_before: Moment) {
        let others = !self.turns.is_empty();
        let in_place = |place: &&mut Place| {
            let same = matches!(&place.shown, Announcement::Call(big) if big.visit == call.visit);
            same && (place.until > now || !others)
        };
        if let Some(place) = self.place.as_mut().filter(in_place) {
            self.announced.insert(call.call);
            self.due.push(Ring::Call(call.call));
            if !others {
                place.since = now;
            }
            // Who recalls again and again must not keep the place from those who wait for it.
            let longest = place.since.after(MINIMUM * 2);
            place.until = place.until.max(longest.min(now.after(MINIMUM)));
            place.highlighted = Some(now);
            place.shown = Announcement::Call(call);
            return;
        }
        let CallView { visit, number, also, call, .. } = call;
        self.turns.push_back(Turn { ring: Ring::Call(call), visit, number, also, not_before });
    }

    fn cleared(&mut self, visit: VisitId) {
        self.turns.retain(|turn| turn.visit != visit || matches!(turn.ring, Ring::Withdrawal(_)));
        if let Some(index) = self.standing.iter().position(|call| call.visit == visit) {
            let call = self.standing.remove(index);
            self.announced.remove(&call.call);
            let index = self.recent.partition_point(|recent| recent.call > call.call);
            self.recent.insert(index, call);
            self.recent.truncate(RECENT);
        }
    }

    fn withdrawn(&mut self, now: Moment, visit: VisitId, number: TicketNumber, also: Vec<TicketNumber>) {
        let of_visit = |call: &CallView| call.visit == visit;
        let known = self.standing.iter().any(of_visit) || self.recent.iter().any(of_visit);
        let stood = self.standing_of(visit).map(|call| call.call);
        self.standing.retain(|call| call.visit != visit);
        self.recent.retain(|call| call.visit != visit);
        self.turns.retain(|turn| turn.visit != visit);
        if let Some(call) = stood {
            self.announced.remove(&call);
        }
        let ring = Ring::Withdrawal(visit);
        match &mut self.place {
            // Somebody may be on the way to the counter in vain: that cannot wait for the minimum.
            Some(place) if matches!(&place.shown, Announcement::Call(big) if big.visit == visit) => {
                place.shown = Announcement::Withdrawal { visit, number, also };
                place.since = now;
                place.highlighted = Some(now);
                place.until = now.after(MINIMUM);
                self.due.push(ring);
            }
            // A withdrawal that comes twice is said once.
            _ if known => self.turns.push_back(Turn { ring, visit, number, also, not_before: now }),
            _ => {}
        }
    }

    fn replace(&mut self, now: Moment, snapshot: DisplaySnapshot) {
        let starting = self.facts.is_none();
        self.facts = Some(Facts {
            device_name: snapshot.device_name,
            office_name: snapshot.office_name,
            time_zone: snapshot.time_zone,
            demo_clock: snapshot.demo_clock,
            accent: snapshot.accent,
            walk_in: snapshot.walk_in,
            house: snapshot.house,
            lobby_time: snapshot.now,
            taken: now,
        });
        self.standing = snapshot.standing;
        self.standing.sort_by_key(|call| std::cmp::Reverse(call.call));
        self.recent = snapshot.recent;
        if self.interrupted().is_some() {
            // No call, none that is still to come, and no sound of one.
            self.standing.clear();
            self.turns.clear();
            self.due.clear();
            self.place = None;
        }
        let standing: BTreeSet<CallId> = self.standing.iter().map(|call| call.call).collect();
        let visits: BTreeSet<VisitId> = self.standing.iter().map(|call| call.visit).collect();
        self.announced.retain(|call| standing.contains(call));
        self.turns.retain(|turn| match turn.ring {
            Ring::Call(_) => visits.contains(&turn.visit),
            Ring::Withdrawal(visit) => !visits.contains(&visit),
        });
        for call in self.standing.clone().into_iter().rev() {
            let known = self.announced.contains(&call.call) || self.waits_for_turn(call.call);
            if known {
                continue;
            }
            if starting && snapshot.now - call.at >= delta(RINGS_AFTER_START) {
                self.announced.insert(call.call);
            } else {
                self.announce(now, call, now);
            }
        }
    }
}

fn delta(span: Duration) -> chrono::TimeDelta {
    chrono::TimeDelta::from_std(span).expect("these constants are seconds")
}

#[cfg(test)]
mod tests;

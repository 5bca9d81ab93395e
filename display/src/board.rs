//! What the display shows: a fold over the lobby's events. Pure: the clock is an argument.
//!
//! - the newest call that was announced and still stands is big
//! - a fresh call keeps the big place for [`MINIMUM`], and until it was heard to its end; calls that come together wait
//!   in order, so that every one of them is seen, and each rings once
//! - the more wait, the less is said of each ([`CROWD`], [`FLOOD`])
//! - a recall of the call that is big highlights and rings again at once
//! - while everything stands still there is no call, and none waits for its turn
//! - a call that no longer stands leaves the big place when its minimum is over, and is never announced later
//! - a call that was taken back is taken back aloud, also where that happened while the link was lost

mod announcement;
mod facts;
mod picture;
mod tidy;

pub use announcement::{Announcement, Due, Ring};
pub use facts::{Doors, Facts};
pub use picture::{Big, Picture, Room, Row};

use announcement::{Place, Turn, due};
use foyer_domain::Timestamp;
use foyer_domain::id::{CallId, VisitId};
use foyer_domain::ticket::TicketNumber;
use foyer_protocol::lobby::{CallView, DisplayEvent, DisplaySnapshot, Interrupted};
use std::collections::{BTreeSet, VecDeque};
use std::time::Duration;

/// How long a fresh announcement keeps the big place, and how long it is filled with the accent.
pub const MINIMUM: Duration = Duration::from_secs(5);
/// … while more than [`CROWD`] others wait for the place. Still longer than a gong.
pub const MINIMUM_IN_A_CROWD: Duration = Duration::from_secs(3);
/// From how many waiting announcements on the shorter minimum holds, and less is said.
pub const CROWD: usize = 3;
/// From how many on there is the gong alone: words would come minutes after the call.
pub const FLOOD: usize = 12;
/// An announcement keeps the place until it was heard to its end, but no longer than this: a loudspeaker that does not
/// answer must not hold up the picture.
pub const LONGEST_SOUND: Duration = Duration::from_secs(20);
/// After a start, standing calls younger than this ring; older ones were heard before.
pub const RINGS_AFTER_START: Duration = Duration::from_secs(30);
/// A call that arrives later than this after it was made comes from a replay after a lost link …
const LATE: Duration = Duration::from_secs(2);
/// … and is announced only after this, so that a "cleared" right behind it can still take it away.
const SETTLE: Duration = Duration::from_millis(300);
/// How many calls that no longer stand are kept, as in the lobby's snapshot.
const RECENT: usize = 12;
/// A call that is no older and has gone without a word while the link was lost was taken back: its holder may still be on
/// the way. Who was called before that has been served, or has asked.
const TAKEN_BACK: Duration = Duration::from_secs(300);

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
    /// Calls that had their turn; kept while they are known, so that no snapshot announces them twice.
    announced: BTreeSet<CallId>,
    /// Rings that are due whatever waits: recalls and withdrawals of what is big.
    due: Vec<Due>,
    /// What was handed to the loudspeaker last, and when, until it was heard.
    sounding: Option<(Ring, Moment)>,
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
        self.facts.as_ref().map(|facts| facts.lobby_time(now))
    }

    /// Whether no call stands, and none was made since.
    pub fn is_silent_since(&self, since: Timestamp) -> bool {
        self.standing.is_empty() && self.place.is_none() && self.recent.iter().all(|call| call.at < since)
    }

    /// Takes in an event. Call [`Self::advance`] afterwards.
    pub fn fold(&mut self, now: Moment, event: DisplayEvent) {
        match tidy::tidied(event) {
            DisplayEvent::Snapshot { snapshot } => self.replace(now, *snapshot),
            DisplayEvent::Called { call } => self.called(now, call),
            DisplayEvent::Cleared { visit } => self.cleared(visit),
            DisplayEvent::Withdrawn { visit, number, also } => self.withdrawn(now, visit, number, &also),
            DisplayEvent::Waits { walk_in } => {
                if let Some(facts) = &mut self.facts {
                    facts.walk_in = walk_in;
                }
            }
        }
    }

    /// Lets time pass: hands the big place on where it is free. Returns what must sound now, in order.
    #[must_use = "the sounds have to be played"]
    pub fn advance(&mut self, now: Moment) -> Vec<Due> {
        let mut rings = std::mem::take(&mut self.due);
        if let Some(last) = rings.last() {
            self.sounding = Some((last.ring, now));
        }
        let free = self.place.as_ref().is_none_or(|place| place.until <= now);
        if !free || self.is_sounding(now) {
            return rings;
        }
        if let Some(turn) = self.turns.pop_front_if(|turn| turn.not_before <= now)
            && let Some(shown) = self.announcement(&turn)
        {
            if let Ring::Call(call) = turn.ring {
                self.announced.insert(call);
            }
            // As it is now: an older one might name another counter.
            let call = match &shown {
                Announcement::Call(call) => call,
                Announcement::Withdrawal { .. } => &turn.call,
            };
            rings.push(due(turn.ring, call, self.turns.len()));
            self.sounding = Some((turn.ring, now));
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

    /// Takes in that a sound was heard to its end, or will not be.
    pub fn sounded(&mut self, ring: Ring) {
        self.sounding.take_if(|(sounding, _)| *sounding == ring);
    }

    fn is_sounding(&self, now: Moment) -> bool {
        self.sounding.is_some_and(|(_, since)| now < since.after(LONGEST_SOUND))
    }

    /// Whether something will change within seconds by time alone.
    pub fn is_moving(&self, now: Moment) -> bool {
        let fresh = |place: &Place| place.highlighted.is_some_and(|since| now < since.after(MINIMUM));
        let waits = !self.turns.is_empty() || self.is_sounding(now);
        waits || self.place.as_ref().is_some_and(|place| place.until > now || fresh(place))
    }

    fn minimum(&self) -> Duration {
        if self.turns.len() > CROWD { MINIMUM_IN_A_CROWD } else { MINIMUM }
    }

    /// A turn shows the visit's call as it is now: an older one might name another counter.
    fn announcement(&self, turn: &Turn) -> Option<Announcement> {
        match turn.ring {
            Ring::Call(_) => self.standing_of(turn.call.visit).cloned().map(Announcement::Call),
            Ring::Withdrawal(_) => Some(Announcement::withdrawal(&turn.call)),
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
        self.forget_unknown();
        let index = self.standing.partition_point(|standing| standing.call > call.call);
        self.standing.insert(index, call);
    }

    /// A call that stands again after another took its place is news.
    fn forget_unknown(&mut self) {
        let known: BTreeSet<CallId> =
            self.standing.iter().chain(&self.recent).map(|call| call.call).collect();
        self.announced.retain(|call| known.contains(call));
    }

    fn announce(&mut self, now: Moment, call: CallView, not_before: Moment) {
        let others = !self.turns.is_empty();
        let in_place = |place: &&mut Place| place.shows_call_of(call.visit) && (place.until > now || !others);
        if let Some(place) = self.place.as_mut().filter(in_place) {
            self.announced.insert(call.call);
            self.due.push(due(Ring::Call(call.call), &call, self.turns.len()));
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
        let ring = Ring::Call(call.call);
        let waits = |turn: &&mut Turn| turn.call.visit == call.visit && matches!(turn.ring, Ring::Call(_));
        match self.turns.iter_mut().find(waits) {
            // Who is called again and again before their turn has one turn all the same.
            Some(turn) => (turn.ring, turn.call) = (ring, call),
            None => self.turns.push_back(Turn { ring, call, not_before }),
        }
    }

    fn cleared(&mut self, visit: VisitId) {
        self.turns.retain(|turn| turn.call.visit != visit || matches!(turn.ring, Ring::Withdrawal(_)));
        if let Some(index) = self.standing.iter().position(|call| call.visit == visit) {
            let call = self.standing.remove(index);
            let index = self.recent.partition_point(|recent| recent.call > call.call);
            self.recent.insert(index, call);
            self.recent.truncate(RECENT);
            self.forget_unknown();
        }
    }

    fn withdrawn(&mut self, now: Moment, visit: VisitId, number: TicketNumber, also: &[TicketNumber]) {
        let as_now = |call: &CallView| CallView { number, also: also.to_vec(), ..call.clone() };
        let mut shown = self.standing.iter().chain(&self.recent);
        let known = shown.find(|call| call.visit == visit).map(as_now);
        let stood = self.standing_of(visit).map(|call| call.call);
        self.standing.retain(|call| call.visit != visit);
        self.recent.retain(|call| call.visit != visit);
        self.turns.retain(|turn| turn.call.visit != visit);
        if let Some(call) = stood {
            self.announced.remove(&call);
        }
        let ring = Ring::Withdrawal(visit);
        let others = self.turns.len();
        match &mut self.place {
            // Somebody may be on the way to the counter in vain: that cannot wait for the minimum.
            Some(place) if place.shows_call_of(visit) => {
                if let Announcement::Call(call) = &place.shown {
                    let call = as_now(call);
                    self.due.push(due(ring, &call, others));
                    place.shown = Announcement::withdrawal(&call);
                }
                place.since = now;
                place.highlighted = Some(now);
                place.until = now.after(MINIMUM);
            }
            // A withdrawal that comes twice is said once.
            _ => self.turns.extend(known.map(|call| Turn { ring, call, not_before: now })),
        }
    }

    /// The announced calls that are gone from a snapshot without a word.
    fn taken_back(&self, snapshot: &DisplaySnapshot) -> Vec<CallView> {
        if snapshot.house.interrupted.is_some() {
            return Vec::new();
        }
        let reaches_back = |call: &CallView| {
            let oldest = snapshot.recent.last().filter(|_| snapshot.recent.len() >= RECENT);
            // Of two calls of the same moment the older may be the one that had no room any more.
            oldest.is_none_or(|oldest| (oldest.at, oldest.call) <= (call.at, call.call))
        };
        let is_known =
            |visit: VisitId| snapshot.standing.iter().chain(&snapshot.recent).any(|call| call.visit == visit);
        let is_gone = |call: &&CallView| {
            let is_young = snapshot.now - call.at < delta(TAKEN_BACK);
            is_young && self.announced.contains(&call.call) && !is_known(call.visit) && reaches_back(call)
        };
        self.standing.iter().filter(is_gone).cloned().collect()
    }

    fn replace(&mut self, now: Moment, snapshot: DisplaySnapshot) {
        let starting = self.facts.is_none();
        for call in self.taken_back(&snapshot) {
            self.withdrawn(now, call.visit, call.number, &call.also);
        }
        self.facts = Some(Facts::of(&snapshot, now));
        self.standing = snapshot.standing;
        self.standing.sort_by_key(|call| std::cmp::Reverse(call.call));
        self.recent = snapshot.recent;
        if self.interrupted().is_some() {
            // No call, none that is still to come, and no sound of one.
            self.standing.clear();
            self.turns.clear();
            self.due.clear();
            self.place = None;
            self.sounding = None;
        }
        let visits: BTreeSet<VisitId> = self.standing.iter().map(|call| call.visit).collect();
        self.forget_unknown();
        self.turns.retain(|turn| match turn.ring {
            Ring::Call(_) => visits.contains(&turn.call.visit),
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

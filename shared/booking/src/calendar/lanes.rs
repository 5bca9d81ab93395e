//! The lanes of an office's plan as the bits of a word.

use super::{SLOT_MINUTES, slot_of, start_of};
use chrono::{NaiveDate, Timelike};
use foyer_domain::Timestamp;
use foyer_domain::id::{LaneId, ServiceId};
use foyer_domain::office::{LaneSpan, Office};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

/// Lanes are the bits of a machine word.
pub const MOST_LANES: usize = 64;

/// Some slots of a lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneSlots {
    /// Which lane.
    pub lane: LaneId,
    /// From the first slot to the first one after.
    pub slots: Range<i64>,
}

/// The plan from `now`'s day on, with a day in hand beyond the horizon for the night's change.
pub(super) fn plan(office: &Office, now: Timestamp) -> Vec<LaneSpan> {
    let days = usize::from(office.rules.horizon_days) + 2;
    office.lanes_of(office.day(now).iter_days().take(days))
}

/// When each lane takes appointments, whoever for, from `now`'s day to a day beyond the horizon; what follows on is
/// one.
pub fn open_lanes(office: &Office, now: Timestamp) -> Vec<LaneSlots> {
    let mut of_lane: BTreeMap<LaneId, Vec<Range<i64>>> = BTreeMap::new();
    for span in plan(office, now) {
        of_lane.entry(span.lane.clone()).or_default().push(slots_of(&span));
    }
    let mut open = Vec::new();
    for (lane, mut spans) in of_lane {
        spans.retain(|slots| !slots.is_empty());
        spans.sort_by_key(|slots| slots.start);
        for slots in joined(spans) {
            open.push(LaneSlots { lane: lane.clone(), slots });
        }
    }
    open
}

/// How many minutes of appointments the plan has in each local hour of a day, whoever they are kept for; hours without
/// any are left out.
pub fn open_minutes(office: &Office, day: NaiveDate) -> BTreeMap<u8, u32> {
    let mut of_lane: BTreeMap<LaneId, BTreeSet<i64>> = BTreeMap::new();
    for span in office.lanes_of([day]) {
        of_lane.entry(span.lane.clone()).or_default().extend(slots_of(&span));
    }
    let mut minutes = BTreeMap::new();
    for slot in of_lane.into_values().flatten() {
        let hour = start_of(slot).with_timezone(&office.time_zone).hour();
        *minutes.entry(u8::try_from(hour).unwrap_or_default()).or_default() += u32::from(SLOT_MINUTES);
    }
    minutes
}

/// The slots of a stretch.
pub(super) fn slots_of(span: &LaneSpan) -> Range<i64> {
    slot_of(span.from)..slot_of(span.to)
}

/// Sorted spans, with those that overlap or touch as one.
pub(super) fn joined(spans: Vec<Range<i64>>) -> Vec<Range<i64>> {
    let mut joined: Vec<Range<i64>> = Vec::new();
    for span in spans {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            Some(_) | None => joined.push(span),
        }
    }
    joined
}

/// Who can do what. The bits are in the order in which lanes are given away: who can do least comes first.
#[derive(Debug, Default)]
pub(super) struct Lanes {
    ids: Vec<LaneId>,
    bits: HashMap<LaneId, u32>,
    /// The lanes that serve a service.
    able: HashMap<ServiceId, u64>,
    /// The lanes that serve everything, also what the office does not know.
    places: u64,
    /// For each lane those that can do as much.
    peers: Vec<u64>,
}

impl Lanes {
    pub(super) fn of(office: &Office, plan: &[LaneSpan]) -> Self {
        let all: BTreeSet<&LaneId> = plan.iter().map(|span| &span.lane).collect();
        let skills = |lane: &LaneId| {
            office.services.iter().filter(|service| office.lane_serves(lane, &service.id)).count()
        };
        let position = |lane: &LaneId| match lane.as_str().strip_prefix('#') {
            Some(number) => (true, number.parse().unwrap_or(usize::MAX)),
            None => {
                let mut counters = office.counters.iter();
                (
                    false,
                    counters.position(|counter| counter.id.as_str() == lane.as_str()).unwrap_or(usize::MAX),
                )
            }
        };
        let mut sorted: Vec<_> = all.into_iter().map(|lane| (skills(lane), position(lane), lane)).collect();
        sorted.sort();
        sorted.truncate(MOST_LANES);
        let mut lanes = Self::default();
        for (bit, (skills, _, lane)) in (0u32..).zip(&sorted) {
            let peers = sorted.iter().enumerate().filter(|(_, (other, _, _))| other == skills);
            lanes.peers.push(peers.fold(0, |mask, (bit, _)| mask | 1 << bit));
            lanes.bits.insert((*lane).clone(), bit);
            lanes.ids.push((*lane).clone());
            lanes.places |= u64::from(lane.is_place()) << bit;
            for service in office.services.iter().filter(|service| office.lane_serves(lane, &service.id)) {
                *lanes.able.entry(service.id.clone()).or_default() |= 1 << bit;
            }
        }
        lanes
    }

    /// A lane's bit; none for a lane that the plan does not have.
    pub(super) fn bit(&self, lane: &LaneId) -> Option<u32> {
        self.bits.get(lane).copied()
    }

    /// The lane of a bit.
    pub(super) fn id(&self, bit: u32) -> &LaneId {
        &self.ids[bit as usize]
    }

    /// The lanes that can do as much as this one.
    pub(super) fn peers(&self, bit: u32) -> u64 {
        self.peers[bit as usize]
    }

    /// The lanes that serve a service.
    pub(super) fn able(&self, service: &ServiceId) -> u64 {
        self.able.get(service).copied().unwrap_or(self.places)
    }
}

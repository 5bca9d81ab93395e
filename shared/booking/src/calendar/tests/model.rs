//! The calendar against a model that is slow and obvious: it asks the plan itself, slot by slot and lane by lane.

use crate::calendar::{Asker, Calendar, LaneSlots, MOST_CHOICES, SLOT_MINUTES, Search, slot_of, start_of};
use crate::examples;
use chrono::{Days, NaiveTime, TimeDelta, Timelike, Weekday};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::LaneId;
use foyer_domain::office::{Closure, Keep, LaneSpan, Office, OpeningHours, Release};
use proptest::prelude::*;
use std::collections::BTreeSet;

const ASKERS: [Asker; 3] = [Asker::Public, Asker::Staff, Asker::Emergency];

/// An office, a moment, and who has what.
struct Model {
    office: Office,
    now: Timestamp,
    plan: Vec<LaneSpan>,
    taken: BTreeSet<(i64, LaneId)>,
}

impl Model {
    fn new(office: Office, now: Timestamp) -> Self {
        let days = office.day(now).iter_days().take(usize::from(office.rules.horizon_days) + 2);
        let plan = days.flat_map(|day| office.lanes(day)).collect();
        Self { office, now, plan, taken: BTreeSet::new() }
    }

    fn is_seen(&self, span: &LaneSpan, asker: Asker) -> bool {
        match span.keep.filter(|_| span.release_at.is_none_or(|at| self.now < at)) {
            None => true,
            Some(Keep::Staff) => asker != Asker::Public,
            Some(Keep::Emergency) => asker == Asker::Emergency,
        }
    }

    fn lanes(&self, slot: i64, asker: Option<Asker>) -> BTreeSet<&LaneId> {
        let at = start_of(slot);
        let there = self.plan.iter().filter(|span| span.from <= at && at < span.to);
        there.filter(|span| asker.is_none_or(|asker| self.is_seen(span, asker))).map(|s| &s.lane).collect()
    }

    /// The lanes that are free in a slot, if there are more than `parts` and what stands elsewhere need.
    fn free(&self, slot: i64, asker: Asker, parts: usize) -> BTreeSet<&LaneId> {
        let open = self.lanes(slot, None);
        let strays = self.taken.iter().filter(|(at, lane)| *at == slot && !open.contains(lane)).count();
        let mut free = self.lanes(slot, Some(asker));
        free.retain(|lane| !self.taken.contains(&(slot, (*lane).clone())));
        if strays > 0 && free.len() < strays + parts { BTreeSet::new() } else { free }
    }

    fn serves(&self, lane: &LaneId, wanted: &[ServiceChoice]) -> bool {
        wanted.iter().all(|choice| self.office.lane_serves(lane, &choice.service))
    }

    /// Each service's slots from the first on; `more` minutes go to the longest.
    fn slots(&self, wanted: &[ServiceChoice], more: u16) -> Vec<(i64, i64)> {
        let mut minutes: Vec<u32> =
            wanted.iter().map(|choice| self.office.minutes_of(std::slice::from_ref(choice))).collect();
        let longest = minutes.iter().max().copied().unwrap_or_default();
        let at = minutes.iter().position(|length| *length == longest).unwrap_or_default();
        minutes[at] += u32::from(more);
        let mut from = 0;
        let mut slots = Vec::new();
        for minutes in minutes {
            let to = from + minutes;
            slots.push((i64::from(from / 5), i64::from(to.div_ceil(u32::from(SLOT_MINUTES)))));
            from = to;
        }
        slots
    }

    fn free_starts(&self, wanted: &[ServiceChoice], more: u16, asker: Asker) -> Vec<i64> {
        let first = self.plan.iter().map(|span| slot_of(span.from)).min().unwrap_or_default();
        let last = self.plan.iter().map(|span| slot_of(span.to)).max().unwrap_or_default();
        let slots = self.slots(wanted, more);
        let is_start = |start: &i64| {
            let local = start_of(*start).with_timezone(&self.office.time_zone);
            let on_grid = local.minute().is_multiple_of(self.office.rules.grid_minutes.into());
            on_grid && start_of(*start) >= self.now && self.fits(*start, &slots, wanted, asker)
        };
        (first..last).filter(is_start).collect()
    }

    /// What the plan has from the closing before a slot to the next one.
    fn hours(&self, slot: i64) -> Vec<&LaneSpan> {
        let mut around = slot..slot + 1;
        loop {
            let touches =
                |span: &&LaneSpan| slot_of(span.from) <= around.end && around.start <= slot_of(span.to);
            let within: Vec<&LaneSpan> = self.plan.iter().filter(touches).collect();
            let first = within.iter().map(|span| slot_of(span.from)).min().unwrap_or(slot);
            let end = within.iter().map(|span| slot_of(span.to)).max().unwrap_or(slot);
            let wider = first.min(around.start)..end.max(around.end);
            if wider == around {
                return within;
            }
            around = wider;
        }
    }

    /// Of all ways to cut, the fewest parts first and of those the longest first part first, the first that the lanes of
    /// these hours can do.
    fn cut<'a>(
        &self,
        slot: i64,
        wanted: &'a [ServiceChoice],
        asker: Asker,
    ) -> Option<Vec<&'a [ServiceChoice]>> {
        let hours = self.hours(slot);
        let regular =
            |span: &&LaneSpan| self.is_seen(&LaneSpan { release_at: None, ..(*span).clone() }, asker);
        let of = |seen: &dyn Fn(&&LaneSpan) -> bool| {
            let lanes: BTreeSet<&LaneId> =
                hours.iter().copied().filter(seen).map(|span| &span.lane).collect();
            let can = |part: &&[ServiceChoice]| lanes.iter().any(|lane| self.serves(lane, part));
            let mut ways = ways(wanted);
            ways.sort_by_key(|way| (way.len(), way.iter().map(|p| usize::MAX - p.len()).collect::<Vec<_>>()));
            ways.into_iter().find(|way| way.iter().all(&can))
        };
        of(&regular).or_else(|| of(&|span| regular(span) || span.release_at.is_some()))
    }

    fn fits(&self, start: i64, slots: &[(i64, i64)], wanted: &[ServiceChoice], asker: Asker) -> bool {
        let Some(way) = self.cut(start, wanted, asker) else { return false };
        let mut first = 0;
        let mut spans = Vec::new();
        for part in &way {
            spans.push((slots[first].0, slots[first + part.len() - 1].1));
            first += part.len();
        }
        way.iter().zip(&spans).all(|(part, (from, to))| {
            let has = |lane: &LaneId| {
                (*from..*to).all(|slot| {
                    let within = spans.iter().filter(|(from, to)| (*from..*to).contains(&slot)).count();
                    self.free(start + slot, asker, within).contains(lane)
                })
            };
            self.plan.iter().any(|span| self.serves(&span.lane, part) && has(&span.lane))
        })
    }

    /// What is wrong with lanes that were given; nothing if they may be.
    fn fault(&self, given: &[LaneSlots], asker: Asker) -> Option<String> {
        given.iter().find_map(|LaneSlots { lane, slots }| {
            let bad = slots.clone().find(|slot| !self.free(*slot, asker, 1).contains(lane))?;
            Some(format!("{lane} at {} for {asker:?}", start_of(bad)))
        })
    }
}

fn ways(wanted: &[ServiceChoice]) -> Vec<Vec<&[ServiceChoice]>> {
    if wanted.is_empty() {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for first in 1..=wanted.len() {
        let (part, rest) = wanted.split_at(first);
        all.extend(ways(rest).into_iter().map(|way| std::iter::once(part).chain(way).collect()));
    }
    all
}

fn time(minutes: u32) -> NaiveTime {
    NaiveTime::from_num_seconds_from_midnight_opt(minutes * 60, 0).unwrap()
}

/// A row that is open for a while, also in the hours in which clocks change; its counters are given later.
fn row() -> impl Strategy<Value = OpeningHours> {
    let keep = prop_oneof![
        3 => Just(None),
        1 => Just(Some(Keep::Staff)),
        1 => Just(Some(Keep::Emergency)),
    ];
    let release = proptest::option::weighted(
        0.3,
        (0u16..3, prop_oneof![Just(2 * 60 + 30), 0u32..24 * 60])
            .prop_map(|(days_before, at)| Release { days_before, at: time(at) }),
    );
    let night = (0u32..40, 1u32..30).prop_map(|(from, length)| (from * 5, from * 5 + length * 5));
    let morning = (90u32..110, 1u32..24).prop_map(|(from, length)| (from * 5, from * 5 + length * 5));
    (prop_oneof![night, morning], 0u16..3, keep, release, 0u8..4).prop_map(
        |((from, to), places, keep, release, kind)| OpeningHours {
            weekdays: if kind == 0 {
                vec![Weekday::Sun]
            } else {
                vec![Weekday::Sat, Weekday::Sun, Weekday::Mon]
            },
            from: time(from),
            to: time(to),
            places,
            keep,
            release,
            ..OpeningHours::default()
        },
    )
}

/// The example's services at four counters with other skills, in some rows each.
fn office() -> impl Strategy<Value = (Office, Timestamp)> {
    let rows = proptest::collection::vec(row(), 1..5);
    let counters = proptest::collection::vec((0u8..63, 0usize..5), 4);
    let times = proptest::collection::vec(1u16..25, 6);
    let closure = proptest::option::of((0u64..4, 0u32..240, 1u32..120, proptest::option::of(0usize..4)));
    let grid = prop_oneof![Just(5u16), Just(10), Just(15), Just(30)];
    let now = prop_oneof![Just("2027-03-26T18:00:00Z"), Just("2026-10-23T18:00:00Z")];
    let now =
        (now, 0i64..30).prop_map(|(now, hours)| now.parse::<Timestamp>().unwrap() + TimeDelta::hours(hours));
    (rows, counters, times, closure, grid, now).prop_map(|(rows, counters, times, closure, grid, now)| {
        let mut office = examples::office();
        (office.hours, office.rules.grid_minutes, office.rules.horizon_days) = (rows, grid, 3);
        for (service, minutes) in office.services.iter_mut().zip(times) {
            service.minutes = minutes;
        }
        let ids: Vec<_> = office.services.iter().map(|service| service.id.clone()).collect();
        for (at, (skills, row)) in counters.into_iter().enumerate() {
            let has = |(bit, id): (usize, &foyer_domain::id::ServiceId)| {
                (skills >> bit & 1 == 1).then(|| id.clone())
            };
            office.counters[at].services = ids.iter().enumerate().filter_map(has).collect();
            let counter = office.counters[at].id.clone();
            if let Some(row) = office.hours.get_mut(row) {
                row.counters.push(counter);
            }
        }
        let part = closure.map(|(day, from, length, counter)| Closure {
            date: office.day(now) + Days::new(day),
            from: Some(time(from * 5)),
            to: Some(time((from + length).min(287) * 5)),
            counters: counter.map(|at| office.counters[at].id.clone()).into_iter().collect(),
            ..Closure::default()
        });
        office.closures.extend(part.filter(|part| part.from < part.to));
        (office, now)
    })
}

fn wanted() -> impl Strategy<Value = Vec<(usize, u8)>> {
    proptest::collection::vec((0usize..6, 1u8..3), 1..4)
}

fn choices(office: &Office, wanted: &[(usize, u8)]) -> Vec<ServiceChoice> {
    let mut choices: Vec<ServiceChoice> = Vec::new();
    for (at, quantity) in wanted {
        let service = office.services[*at].id.clone();
        if choices.iter().all(|choice| choice.service != service) {
            choices.push(ServiceChoice { service, quantity: (*quantity).min(MOST_CHOICES) });
        }
    }
    choices
}

/// Something that happens: somebody books, or something stands where an earlier plan had put it.
#[derive(Debug, Clone)]
enum Step {
    Book { wanted: Vec<(usize, u8)>, asker: usize, at: usize },
    Stand { lane: usize, at: usize, slots: i64 },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (wanted(), 0usize..3, 0usize..1000).prop_map(|(wanted, asker, at)| Step::Book { wanted, asker, at }),
        1 => (0usize..7, 0usize..1000, 1i64..6).prop_map(|(lane, at, slots)| Step::Stand { lane, at, slots }),
    ]
}

const LANES: [&str; 7] = ["1", "2", "4", "#1", "#2", "#9", "gone"];

fn take(model: &mut Model, calendar: &mut Calendar, given: &[LaneSlots]) {
    for LaneSlots { lane, slots } in given {
        for slot in slots.clone() {
            if model.taken.insert((slot, lane.clone())) {
                calendar.mark(slot..slot + 1, lane, true);
            }
        }
    }
}

fn carry_out(model: &mut Model, calendar: &mut Calendar, step: &Step) -> Result<(), TestCaseError> {
    match step {
        Step::Book { wanted, asker, at } => {
            let wanted = choices(&model.office, wanted);
            let minutes = model.office.minutes(&wanted);
            let search = calendar.search(&model.office, &wanted, minutes, ASKERS[*asker]);
            let starts = model.free_starts(&wanted, 0, ASKERS[*asker]);
            if starts.is_empty() {
                return Ok(());
            }
            let given = calendar.lanes(starts[at % starts.len()], &search);
            prop_assert!(given.is_some(), "the model has lanes");
            take(model, calendar, &given.unwrap());
        }
        Step::Stand { lane, at, slots } => {
            let first = model.plan.get(at % model.plan.len().max(1)).map_or(0, |span| slot_of(span.from));
            let lane = LaneId::from(LANES[*lane]);
            take(model, calendar, &[LaneSlots { lane, slots: first..first + slots }]);
        }
    }
    Ok(())
}

/// Free starts are the model's, each has lanes that may be given, and no other start has.
fn same(
    model: &Model,
    calendar: &Calendar,
    wanted: &[ServiceChoice],
    more: u16,
) -> Result<(), TestCaseError> {
    let minutes = model.office.minutes(wanted) + more;
    for asker in ASKERS {
        let search: Search = calendar.search(&model.office, wanted, minutes, asker);
        let end = model.now + TimeDelta::days(9);
        let starts = calendar.free_starts(model.now..end, &search, usize::MAX);
        let expected = model.free_starts(wanted, more, asker);
        let shown: Vec<Timestamp> = expected.iter().map(|slot| start_of(*slot)).collect();
        prop_assert_eq!(&starts, &shown, "{:?}", asker);
        prop_assert_eq!(calendar.count_free(model.now..end, &search), starts.len());
        for slot in expected {
            let given = calendar.lanes(slot, &search);
            let length = i64::try_from(search.length()).unwrap();
            let copy = copy_of(model, calendar, slot - 1..slot + length + 1);
            prop_assert_eq!(&copy.lanes(slot, &search), &given, "by what the database has");
            prop_assert!(calendar.offers(start_of(slot), &search), "what is free is offered");
            let given = given.ok_or_else(|| TestCaseError::fail("no lane"))?;
            let covered: BTreeSet<i64> = given.iter().flat_map(|lane| lane.slots.clone()).collect();
            prop_assert_eq!(covered, (slot..slot + length).collect::<BTreeSet<_>>(), "without a gap");
            prop_assert_eq!(model.fault(&given, asker), None);
        }
    }
    Ok(())
}

fn copy_of(model: &Model, calendar: &Calendar, slots: std::ops::Range<i64>) -> Calendar {
    let mut copy = calendar.empty_copy(slots.clone());
    for (slot, lane) in model.taken.iter().filter(|(slot, _)| slots.contains(slot)) {
        copy.mark(*slot..*slot + 1, lane, true);
    }
    copy
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(96) })]

    /// Whatever was booked before, also across clock changes and after a release.
    #[test]
    fn the_calendar_finds_what_the_model_finds(
        (office, now) in office(),
        steps in proptest::collection::vec(step(), 0..12),
        asked in wanted(),
        more in prop_oneof![Just(0u16), Just(7)],
        later in 0i64..40,
    ) {
        let asked = choices(&office, &asked);
        let mut model = Model::new(office.clone(), now);
        let mut calendar = Calendar::new(&office, now);
        for step in &steps {
            carry_out(&mut model, &mut calendar, step)?;
        }
        same(&model, &calendar, &asked, more)?;
        let then = now + TimeDelta::hours(later);
        model.now = then;
        calendar.pass(then);
        prop_assert!(calendar.next_release().is_none_or(|at| then < at));
        same(&model, &calendar, &asked, more)?;
    }
}

//! Where bookings stand in an office's plan, and where they can stand instead when the plan changes under them.

use super::fault::StoreFault;
use super::rows;
use super::sql::{Connection, values};
use crate::calendar::{self, Asker, Calendar};
use foyer_domain::Timestamp;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::{LaneId, OfficeId};
use foyer_domain::office::Office;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// Five minutes of a lane.
type Place = (i64, LaneId);

/// Whose place is sought: what is kept back goes last.
const ASKERS: [Asker; 3] = [Asker::Public, Asker::Staff, Asker::Emergency];

/// A booking still to come, with its places.
struct Stand {
    booking: i64,
    start: Timestamp,
    minutes: u16,
    services: Vec<ServiceChoice>,
    places: Vec<Place>,
}

/// All that stands at an office from a moment on.
pub(super) struct Standing {
    /// What is still to come, earliest first.
    stands: Vec<Stand>,
    /// The places of what goes on right now.
    others: Vec<Place>,
}

/// A place that becomes another one in the same five minutes.
struct Move {
    booking: i64,
    slot: i64,
    from: LaneId,
    to: LaneId,
}

/// How bookings stand in a plan.
pub(super) struct Seating {
    /// In an order in which each is free when its turn comes.
    moves: Vec<Move>,
    /// Who has no place.
    pub unseated: BTreeSet<i64>,
    /// Every place that somebody has.
    pub taken: Vec<Place>,
}

/// When which lane is open, and what for.
pub(super) struct Plan {
    office: Office,
    open: HashSet<Place>,
    now: Timestamp,
}

impl Plan {
    /// An office's plan as far as anybody has booked, who may have done so when its horizon was further away.
    pub(super) fn of(office: &Office, standing: &Standing, now: Timestamp) -> Self {
        let mut office = office.clone();
        let last = standing.stands.last().map_or(now, |stand| stand.start);
        let days = u16::try_from((last - now).num_days() + 1).unwrap_or_default();
        office.rules.horizon_days = office.rules.horizon_days.max(days);
        let lanes = calendar::open_lanes(&office, now).into_iter();
        let open = lanes.flat_map(|open| open.slots.clone().map(move |slot| (slot, open.lane.clone())));
        Self { open: open.collect(), office, now }
    }

    /// Whether a booking can stay where it is: all its lanes are open then, and do what it is for.
    fn seats(&self, stand: &Stand) -> bool {
        let lanes: BTreeSet<&LaneId> = stand.places.iter().map(|(_, lane)| lane).collect();
        let serves = |lane: &LaneId, choice: &ServiceChoice| self.office.lane_serves(lane, &choice.service);
        stand.places.iter().all(|place| self.open.contains(place))
            && stand.services.iter().all(|choice| lanes.iter().any(|lane| serves(lane, choice)))
            && (lanes.iter()).all(|lane| stand.services.iter().any(|choice| serves(lane, choice)))
    }

    /// Marks those places that the plan has.
    fn mark(&self, calendar: &mut Calendar, places: &[Place], taken: bool) {
        for (slot, lane) in places.iter().filter(|place| self.open.contains(place)) {
            calendar.mark(*slot..*slot + 1, lane, taken);
        }
    }

    /// Other places in the same minutes; none if there are not enough free.
    fn find(&self, calendar: &Calendar, stand: &Stand) -> Option<Vec<Place>> {
        ASKERS.iter().find_map(|asker| {
            let search = calendar.search(&self.office, &stand.services, stand.minutes, *asker);
            let lanes = calendar.lanes(calendar::slot_of(stand.start), &search)?;
            let places = lanes.into_iter().flat_map(|of| of.slots.map(move |slot| (slot, of.lane.clone())));
            let mut places: Vec<Place> = places.collect();
            places.sort();
            let slots = |places: &[Place]| places.iter().map(|(slot, _)| *slot).collect::<Vec<_>>();
            (slots(&places) == slots(&stand.places)).then_some(places)
        })
    }
}

impl Standing {
    pub(super) fn read(
        connection: &Connection,
        office: &OfficeId,
        now: Timestamp,
    ) -> Result<Self, StoreFault> {
        let mut places: BTreeMap<i64, Vec<Place>> = BTreeMap::new();
        let sql =
            "select booking, slot, lane from place where office = ?1 and slot >= ?2 order by slot, lane";
        connection.rows(sql, values![office.as_str(), calendar::slot_of(now)], |row| {
            places.entry(row.get(0)?).or_default().push((row.get(1)?, LaneId(row.get(2)?)));
            Ok(())
        })?;
        let open = "office = ?1 and state in ('held', 'confirmed') and start >= ?2 order by start, id";
        let mut stands = Vec::new();
        for row in rows::bookings(connection, open, values![office.as_str(), now.timestamp()])? {
            let booking = rows::key(row.id);
            // Whoever is offered another time has given theirs back.
            let Some(mut places) = places.remove(&booking) else { continue };
            places.sort();
            let (start, minutes, services) = (row.start, row.minutes, row.services);
            stands.push(Stand { booking, start, minutes, services, places });
        }
        Ok(Self { stands, others: places.into_values().flatten().collect() })
    }

    /// Who has no place in a plan as they stand.
    pub(super) fn unseated(&self, plan: &Plan) -> BTreeSet<i64> {
        self.stands.iter().filter(|stand| !plan.seats(stand)).map(|stand| stand.booking).collect()
    }

    /// Seats everybody who has no place in a plan anew at the same time, if there is a lane for them.
    pub(super) fn seat(mut self, plan: &Plan) -> Seating {
        let mut calendar = Calendar::new(&plan.office, plan.now);
        // What stands in a lane that is not open takes no room from who can be seated.
        plan.mark(&mut calendar, &self.others, true);
        self.stands.iter().for_each(|stand| plan.mark(&mut calendar, &stand.places, true));
        let (mut moves, mut unseated) = (Vec::new(), BTreeSet::new());
        for stand in self.stands.iter_mut().filter(|stand| !plan.seats(stand)) {
            plan.mark(&mut calendar, &stand.places, false);
            match plan.find(&calendar, stand) {
                Some(places) => {
                    let gone = stand.places.iter().filter(|place| !places.contains(place));
                    let new = places.iter().filter(|place| !stand.places.contains(place));
                    moves.extend(gone.zip(new).map(|((slot, from), (_, to))| Move {
                        booking: stand.booking,
                        slot: *slot,
                        from: from.clone(),
                        to: to.clone(),
                    }));
                    stand.places = places;
                }
                None => drop(unseated.insert(stand.booking)),
            }
            plan.mark(&mut calendar, &stand.places, true);
        }
        let taken = self.stands.into_iter().flat_map(|stand| stand.places).chain(self.others).collect();
        Seating { moves, unseated, taken }
    }
}

impl Seating {
    /// How many bookings stand elsewhere than before.
    pub(super) fn moved(&self) -> usize {
        self.moves.iter().map(|one| one.booking).collect::<BTreeSet<_>>().len()
    }

    /// Writes down who stands elsewhere. In no five minutes are there more bookings than before, and the table's key
    /// keeps two from one lane.
    pub(super) fn write(&self, connection: &Connection, office: &OfficeId) -> Result<(), StoreFault> {
        let sql = "update place set lane = ?5 where office = ?1 and slot = ?2 and lane = ?3 and booking = ?4";
        for Move { booking, slot, from, to } in &self.moves {
            let values = values![office.as_str(), *slot, from.as_str(), *booking, to.as_str()];
            connection.execute(sql, values)?;
        }
        Ok(())
    }
}

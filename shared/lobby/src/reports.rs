//! What follows from a committed event for others: a display's event, the booking server's reports. Pure.

use crate::beside::Beside;
use crate::house::waits_in_vain;
use crate::screens::{Audience, Shown, What};
use crate::secret;
use crate::views;
use foyer_domain::engine::{Event, QueueState};
use foyer_domain::estimate::Span;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::office::Localized;
use foyer_domain::visit::{Origin, Visit, VisitState};
use foyer_protocol::feed::{EndedVisit, Report, ReportBody, VisitEnd};
use foyer_protocol::lobby::DisplayEvent;
use foyer_protocol::log::Record;
use std::iter::once;
use uuid::Uuid;

/// An event can make so many reports: one of each booking and ticket of a visit, which is for ten services at most.
const REPORTS_OF_AN_EVENT: u64 = 32;

/// What must be known of the time before an event to say what it changed.
pub(crate) struct Before {
    visit: Option<VisitId>,
    was_called: bool,
    /// Whether the visit that it goes on as was open.
    was_open: bool,
}

impl Before {
    /// Looks at the state before the event is applied.
    pub(crate) fn of(state: &QueueState, event: &Event) -> Self {
        let visit = event.visit();
        let was_called = visit.and_then(|id| state.visit(id)).is_some_and(is_called);
        let was_open = visit.and_then(|id| state.going_on(id)).is_some_and(|visit| visit.state.is_open());
        Self { visit, was_called, was_open }
    }

    /// What screens are told, with the state after the event.
    pub(crate) fn shown(&self, record: &Record, state: &QueueState) -> Option<Shown> {
        let shown = |audience, what| Some(Shown { seq: record.seq, audience, what });
        match &record.event {
            // A sentence at the foot: no call is touched by it.
            Event::ToldUnserved { .. } => return shown(Audience::Displays(Vec::new()), What::Everything),
            // Standing calls end without a sound where everything stands still.
            Event::OfficeAdopted { .. }
            | Event::CityAdopted { .. }
            | Event::DayEnded { .. }
            | Event::Interrupted { .. }
            | Event::InterruptionEnded
            | Event::TerminalsOut { .. }
            | Event::IntakePaused { .. }
            | Event::IntakeResumed { .. } => {
                return shown(Audience::All, What::Everything);
            }
            // Called anew elsewhere, which the displays of the first counter's area do not all hear.
            Event::TakenOver { visit, from: Some(from), .. } if self.was_called => {
                let left = state.office()?.counter(from)?.area.clone();
                let Audience::Displays(areas) = audience(state, state.visit(*visit)?) else { return None };
                return (!areas.contains(&left)).then(|| Shown {
                    seq: record.seq,
                    audience: Audience::Displays(vec![left]),
                    what: What::display(&DisplayEvent::Cleared { visit: *visit }),
                });
            }
            Event::Called { visit, .. } => {
                let visit = state.visit(*visit)?;
                let call = views::call(state, visit)?;
                return shown(audience(state, visit), What::display(&DisplayEvent::Called { call }));
            }
            Event::Transferred { visit, withdrawn: Some(_), .. } => {
                let visit = state.visit(*visit)?;
                let (number, also) = (visit.number, visit.aliases.clone());
                let event = DisplayEvent::Withdrawn { visit: visit.id, number, also };
                return shown(Audience::Displays(Vec::new()), What::display(&event));
            }
            // Called back to the counter from which it was taken over: the older call stands again.
            Event::Undone { visit, withdrawn: Some(_), .. } if is_called(visit) => {
                return shown(Audience::Displays(Vec::new()), What::Everything);
            }
            Event::Undone { visit, withdrawn: Some(_), .. } => {
                let (number, also) = (visit.number, visit.aliases.clone());
                let event = DisplayEvent::Withdrawn { visit: visit.id, number, also };
                // Everybody who may have shown the call: its counter is no longer in the visit.
                return shown(Audience::Displays(Vec::new()), What::display(&event));
            }
            _ => {}
        }
        let id = self.visit?;
        let visit = state.visit(id);
        match (self.was_called, visit.is_some_and(is_called)) {
            (true, false) => {
                let audience = visit.map_or(Audience::Displays(Vec::new()), |visit| audience(state, visit));
                shown(audience, What::display(&DisplayEvent::Cleared { visit: id }))
            }
            // A step was taken back and the call stands again: shown, not sounded again.
            (false, true) => shown(Audience::Displays(Vec::new()), What::Everything),
            (true, true) | (false, false) => None,
        }
    }

    /// What the booking server is told, with the state after the event.
    pub(crate) fn reports(&self, record: &Record, state: &QueueState, beside: &Beside) -> Vec<Report> {
        if let Event::MissedDay { booking: Some(booking), origin, .. } = &record.event {
            return vec![missed_day(record, *booking, *origin)];
        }
        if record.event == Event::InterruptionEnded {
            return later(record, state, beside);
        }
        if !changes_a_visit(&record.event) {
            return Vec::new();
        }
        // A visit that was merged into another goes on as that one: booking and phone of each part follow it.
        let Some(visit) = self.visit.and_then(|id| state.going_on(id)) else { return Vec::new() };
        let confirmed = matches!(record.event, Event::VisitOpened { confirmed_by_presence: true, .. });
        let parts = || once(visit).chain(visit.merged.iter().filter_map(|id| state.visit(*id)));
        let bookings = parts().filter_map(|part| {
            let (booking, replaced) = (part.booking?, part.origin == Origin::Late);
            Some(ReportBody::Booking {
                booking,
                state: visit.state,
                confirmed_by_presence: confirmed,
                replaced,
            })
        });
        let secrets = parts().filter_map(|part| beside.secret(part.id));
        // Who waits again is told the wait with the position: a simulation here would hold up the commit.
        let estimate = match &record.event {
            Event::VisitOpened { estimate, .. } => *estimate,
            _ => None,
        };
        let tickets = secrets.map(|secret| ticket(state, visit, &secret, estimate));
        let end = ended(visit).filter(|_| self.was_open).map(ReportBody::Visit);
        let bodies = bookings.chain(tickets).take(REPORTS_OF_AN_EVENT as usize - 1).chain(end);
        let report = |(id, body)| Report { id, at: record.at, body };
        (record.seq * REPORTS_OF_AN_EVENT..).zip(bodies).map(report).collect()
    }
}

/// Those whose holders come later are waited for so much longer as everything stood still. Of more than an event has
/// room for the others hear it with their next report.
fn later(record: &Record, state: &QueueState, beside: &Beside) -> Vec<Report> {
    let comes_later = |visit: &&Visit| {
        visit.state == VisitState::Waiting && visit.late_until.is_some_and(|until| until > record.at)
    };
    let parts = |visit: &Visit| once(visit.id).chain(visit.merged.clone());
    let of = |visit| {
        let secrets = parts(visit).filter_map(|part| beside.secret(part));
        secrets.map(|secret| ticket(state, visit, &secret, None)).collect::<Vec<_>>()
    };
    let bodies = state.visits().filter(comes_later).flat_map(of).take(REPORTS_OF_AN_EVENT as usize);
    let report = |(id, body)| Report { id, at: record.at, body };
    (record.seq * REPORTS_OF_AN_EVENT..).zip(bodies).map(report).collect()
}

/// How a ticket is, for its phone.
fn ticket(state: &QueueState, visit: &Visit, secret: &Uuid, estimate: Option<Span>) -> ReportBody {
    ReportBody::Ticket {
        secret_hash: secret::hex(&secret::hash(&secret.to_string())),
        number: visit.number,
        also: visit.aliases.clone(),
        state: visit.state,
        call: visit.call.as_ref().filter(|_| is_called(visit)).map(|call| call.id),
        counter: views::counter_name(state, visit),
        area: views::area_name(state, &visit.area),
        way: way(state, visit),
        estimate,
        in_vain: waits_in_vain(visit),
        late_until: visit.late_until,
    }
}

/// What the office's figures are made of, once a visit has ended; one that goes on as a part of another is in that one's.
fn ended(visit: &Visit) -> Option<EndedVisit> {
    let end = VisitEnd::of(visit.state).filter(|_| visit.merged_into.is_none())?;
    Some(EndedVisit {
        visit: visit.id,
        end,
        services: visit.came_for().cloned().collect(),
        start: visit.start.filter(|_| visit.origin == Origin::Appointment),
        arrived: visit.arrived,
        called: visit.first_called,
        begun: visit.started,
        served_s: u32::try_from(visit.served_ms / 1_000).unwrap_or(u32::MAX),
        expected_s: visit.expected.map(|expected| expected.median_s),
        told: visit.estimate,
        interrupted: visit.interrupted_ms > 0,
    })
}

/// Somebody came, to a kiosk that was alone, and no queue ever had them.
fn missed_day(record: &Record, booking: BookingId, origin: Origin) -> Report {
    let replaced = origin == Origin::Late;
    let state = VisitState::Unserved;
    let body = ReportBody::Booking { booking, state, confirmed_by_presence: false, replaced };
    Report { id: record.seq * REPORTS_OF_AN_EVENT, at: record.at, body }
}

fn is_called(visit: &Visit) -> bool {
    visit.state == VisitState::Called
}

/// The displays of the ticket's area and of the counter's.
fn audience(state: &QueueState, visit: &Visit) -> Audience {
    let counter = visit.counter.as_ref().and_then(|id| state.office()?.counter(id));
    let mut areas = vec![visit.area.clone()];
    areas.extend(counter.map(|counter| counter.area.clone()));
    Audience::Displays(areas)
}

/// The way to the counter where a visit is called or in service, else to its area.
fn way(state: &QueueState, visit: &Visit) -> Localized {
    let Some(office) = state.office() else { return Localized::default() };
    let counter = visit.counter.as_ref().filter(|_| visit.state.is_at_counter());
    let way = match counter {
        Some(counter) => office.counter(counter).map(|counter| &counter.way),
        None => office.area(&visit.area).map(|area| &area.way),
    };
    way.cloned().unwrap_or_default()
}

fn changes_a_visit(event: &Event) -> bool {
    let unchanged = matches!(
        event,
        Event::CheckInRepeated { .. }
            | Event::CallAcknowledged { .. }
            | Event::HandedOver { .. }
            | Event::Marked { .. }
            | Event::Linked { .. }
            | Event::Wished { .. }
            | Event::MadeUrgent { .. }
            | Event::PrintReported { .. }
    );
    event.visit().is_some() && !unchanged
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;
    use foyer_domain::Timestamp;
    use foyer_domain::booking::ServiceChoice;
    use foyer_domain::engine::{Change, Command, PhoneWish, WalkIn};
    use foyer_domain::office::Office;
    use foyer_domain::visit::Actor;

    fn tell(state: &mut QueueState, at: Timestamp, command: Command) {
        for event in state.decide(at, &Actor::System, &command).unwrap().events {
            state.apply(at, &event);
        }
    }

    /// The first two go on as one visit and come later, the third has only a number.
    #[test]
    fn at_the_end_of_an_interruption_every_phone_of_who_comes_later_hears_until_when() {
        let ten: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let office: Office = serde_json::from_value(serde_json::json!({
            "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Eins", "letter": "A"}],
            "services": [{"id": "ausweis", "name": "Ausweis", "minutes": 10, "area": "eg"}],
            "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
            "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "18:00:00", "places": 2}],
        }))
        .unwrap();
        let (mut state, mut beside) = (QueueState::default(), Beside::default());
        tell(&mut state, ten, Command::AdoptOffice(Box::new(office)));
        for _ in 0..3 {
            let services = vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }];
            tell(&mut state, ten, Command::WalkIn(WalkIn { services, seen_at: ten, language: None }));
        }
        let visits: Vec<VisitId> = state.visits().map(|visit| visit.id).collect();
        let secrets: Vec<Uuid> = visits.iter().map(|_| Uuid::new_v4()).collect();
        visits.iter().zip(&secrets).for_each(|(visit, secret)| beside.keep_secret(*visit, *secret));
        let merge = Change::MergeInto(visits[0]);
        tell(&mut state, ten, Command::Change { visit: visits[1], change: merge, counter: None });
        let wish = PhoneWish::Late { minutes: 10 };
        tell(&mut state, ten, Command::FromPhone { visit: visits[0], wish });
        tell(&mut state, ten, Command::Interrupt { text: None });
        let at = ten + TimeDelta::minutes(20);
        let before = Before::of(&state, &Event::InterruptionEnded);
        tell(&mut state, at, Command::EndInterruption);
        let record = Record { seq: 9, at, actor: Actor::System, event: Event::InterruptionEnded };
        let told = before.reports(&record, &state, &beside).into_iter().map(|report| match report.body {
            ReportBody::Ticket { secret_hash, late_until, .. } => (secret_hash, late_until),
            other => panic!("{other:?}"),
        });
        let until = Some(ten + TimeDelta::minutes(30));
        let hash = |secret: &Uuid| (secret::hex(&secret::hash(&secret.to_string())), until);
        assert_eq!(told.collect::<Vec<_>>(), [hash(&secrets[0]), hash(&secrets[1])]);
    }

    /// Of two that were put together, one has ended, with all that both came for.
    #[test]
    fn what_goes_on_as_a_part_of_another_visit_is_in_its_figures_alone() {
        let ten: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let office: Office = serde_json::from_value(serde_json::json!({
            "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Eins", "letter": "A"}],
            "services": [
                {"id": "ausweis", "name": "Ausweis", "minutes": 10, "area": "eg"},
                {"id": "pass", "name": "Pass", "minutes": 10, "area": "eg"},
            ],
            "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
            "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "18:00:00", "places": 2}],
        }))
        .unwrap();
        let (mut state, beside) = (QueueState::default(), Beside::default());
        tell(&mut state, ten, Command::AdoptOffice(Box::new(office)));
        for service in ["ausweis", "pass"] {
            let services = vec![ServiceChoice { service: service.into(), quantity: 1 }];
            tell(&mut state, ten, Command::WalkIn(WalkIn { services, seen_at: ten, language: None }));
        }
        let visits: Vec<VisitId> = state.visits().map(|visit| visit.id).collect();
        let merge = Change::MergeInto(visits[0]);
        let commands = [
            Command::Change { visit: visits[1], change: merge, counter: None },
            Command::FromPhone { visit: visits[0], wish: PhoneWish::GiveUp },
        ];
        let mut ends = Vec::new();
        for command in commands {
            for event in state.decide(ten, &Actor::System, &command).unwrap().events {
                let before = Before::of(&state, &event);
                state.apply(ten, &event);
                let record = Record { seq: 9, at: ten, actor: Actor::System, event };
                let told = before.reports(&record, &state, &beside);
                ends.extend(told.into_iter().filter_map(|report| match report.body {
                    ReportBody::Visit(visit) => Some(visit),
                    ReportBody::Booking { .. } | ReportBody::Ticket { .. } => None,
                }));
            }
        }
        let [end] = &ends[..] else { panic!("{ends:?}") };
        assert_eq!((end.visit, end.end, end.services.len()), (visits[0], VisitEnd::Cancelled, 2));
    }

    /// Called to a counter in another area and then taken over: the displays there hear that it no longer stands.
    #[test]
    fn a_call_that_is_taken_over_stands_nowhere_else() {
        let ten: Timestamp = "2026-11-23T09:00:00Z".parse().unwrap();
        let office: Office = serde_json::from_value(serde_json::json!({
            "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1", "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Eins", "letter": "A"}, {"id": "og", "name": "Zwei", "letter": "B"}],
            "services": [{"id": "ausweis", "name": "Ausweis", "minutes": 10, "area": "eg"}],
            "counters": [
                {"id": "1", "name": "Schalter 1", "area": "eg"},
                {"id": "2", "name": "Schalter 2", "area": "og"},
                {"id": "3", "name": "Schalter 3", "area": "og"},
            ],
            "hours": [{"weekdays": ["Mon"], "from": "08:00:00", "to": "18:00:00", "places": 2}],
        }))
        .unwrap();
        for (to, told) in [("1", true), ("3", false)] {
            let mut state = QueueState::default();
            tell(&mut state, ten, Command::AdoptOffice(Box::new(office.clone())));
            let services = vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }];
            tell(&mut state, ten, Command::WalkIn(WalkIn { services, seen_at: ten, language: None }));
            let visit = state.visits().next().unwrap().id;
            let from: foyer_domain::id::CounterId = "2".into();
            let call = foyer_domain::id::CallId(1);
            state.apply(ten, &Event::Called { visit, call, counter: from.clone(), counted: true, why: None });
            let event =
                Event::TakenOver { visit, counter: to.into(), from: Some(from), staff: "anna".into() };
            let before = Before::of(&state, &event);
            state.apply(ten, &event);
            let record = Record { seq: 9, at: ten, actor: Actor::System, event };
            let expected = Shown {
                seq: 9,
                audience: Audience::Displays(vec!["og".into()]),
                what: What::display(&DisplayEvent::Cleared { visit }),
            };
            assert_eq!(before.shown(&record, &state), told.then_some(expected), "to {to}");
        }
    }
}

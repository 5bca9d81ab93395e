//! How long names are kept, in an office that shows them, and Terminnummern, for the emergency sheet: while somebody may
//! need them, and a minute longer where a clerk can take back the last step.

use crate::lobby::Lobby;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::Booking;
use foyer_domain::engine::QueueState;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::Visit;
use std::time::Duration;

/// As long as a clerk can take back the step that ended the visit.
const AFTER: TimeDelta = TimeDelta::seconds(60);

/// How often names are looked through.
const LOOK: Duration = Duration::from_secs(1);

/// Whether this office shows names to its clerks.
pub(crate) fn shows_names(state: &QueueState) -> bool {
    state.office().is_some_and(|office| office.rules.show_names)
}

/// Whether a name's time is over.
pub(crate) fn is_over(state: &QueueState, booking: BookingId, now: Timestamp) -> bool {
    !shows_names(state) || is_code_over(state, booking, now)
}

/// Whether the time of a booking's short code is over: the same as a name's, in every office.
pub(crate) fn is_code_over(state: &QueueState, booking: BookingId, now: Timestamp) -> bool {
    let Some(known) = state.booking(booking) else { return true };
    match state.visit_of(booking) {
        Some(visit) => visit.ended.is_some_and(|ended| now > ended + AFTER),
        None => !known.is_open(now) || is_of_a_day_before(state, known),
    }
}

/// Whether nobody comes for a booking any more: its day is over, though the lobby may have stood still on it.
fn is_of_a_day_before(state: &QueueState, booking: &Booking) -> bool {
    state.office().zip(state.day()).is_some_and(|(office, day)| office.day(booking.start) < day)
}

/// Whether the time of a note about a visit is over: the same as a name's. Of a visit that was merged into another it
/// lasts as long as either goes on.
pub(crate) fn is_note_over(state: &QueueState, visit: VisitId, now: Timestamp) -> bool {
    let is_over = |visit: &Visit| visit.ended.is_some_and(|ended| now > ended + AFTER);
    state.visit(visit).is_none_or(is_over) && state.going_on(visit).is_none_or(is_over)
}

/// The visits that go on as a part of this one, with what was noted about them.
pub(crate) fn joined_notes(
    state: &QueueState,
    visit: VisitId,
    note: impl Fn(VisitId) -> Option<String>,
) -> Vec<(TicketNumber, String)> {
    let joined = state.visit(visit).into_iter().flat_map(|visit| &visit.merged);
    joined.filter_map(|part| Some((state.visit(*part)?.number, note(*part)?))).collect()
}

/// Forgets names, short codes and notes in time, for as long as the lobby runs.
pub(crate) async fn forget(lobby: Lobby) {
    let shutdown = lobby.shutdown();
    loop {
        let persons = lobby.persons().clone();
        // The state after the names, short codes and notes: theirs is in it.
        let (bookings, coded, noted) = (persons.bookings(), persons.coded(), persons.noted());
        let (state, now) = (lobby.state(), lobby.clock().now());
        let over: Vec<_> = bookings.into_iter().filter(|booking| is_over(&state, *booking, now)).collect();
        let coded: Vec<_> = coded.into_iter().filter(|booking| is_code_over(&state, *booking, now)).collect();
        let noted: Vec<_> = noted.into_iter().filter(|visit| is_note_over(&state, *visit, now)).collect();
        if !over.is_empty() || !coded.is_empty() || !noted.is_empty() {
            let forget = move || {
                let names = if over.is_empty() { Ok(()) } else { persons.forget(&over) };
                let codes = if coded.is_empty() { Ok(()) } else { persons.forget_codes(&coded) };
                let notes = if noted.is_empty() { Ok(()) } else { persons.forget_notes(&noted) };
                names.and(codes).and(notes)
            };
            match tokio::task::spawn_blocking(forget).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "names, short codes or notes cannot be deleted; tried again"
                    );
                }
                Err(_) => tracing::error!("deleting names, short codes or notes failed inside; tried again"),
            }
        }
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::booking::{BookingState, ServiceChoice};
    use foyer_domain::engine::{Change, CheckIn, Command, Finish, Presented, Step};
    use foyer_domain::office::Office;
    use foyer_domain::visit::{Actor, Wishes};

    fn after(seconds: i64) -> Timestamp {
        "2026-11-23T09:00:00Z".parse::<Timestamp>().unwrap() + TimeDelta::seconds(seconds)
    }

    fn id(number: u64) -> BookingId {
        BookingId::new(number).unwrap()
    }

    fn tell(state: &mut QueueState, at: Timestamp, command: Command) {
        for event in state.decide(at, &Actor::System, &command).unwrap().events {
            state.apply(at, &event);
        }
    }

    fn booking(number: u64, start: Timestamp) -> Booking {
        Booking {
            id: id(number),
            services: vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }],
            start,
            minutes: 10,
            state: BookingState::Confirmed,
            language: None,
            wishes: Wishes::default(),
            interpreting: None,
            persons: 1,
        }
    }

    /// Two people with an appointment are here, and counter 1 is open; the office shows no names.
    fn state() -> QueueState {
        let office: Office = serde_json::from_value(serde_json::json!({
            "revision": 1, "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1",
            "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Eins", "letter": "A"}],
            "services": [{"id": "ausweis", "name": "Ausweis", "minutes": 10, "area": "eg"}],
            "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
            "hours": [],
        }))
        .unwrap();
        let mut state = QueueState::default();
        tell(&mut state, after(0), Command::AdoptOffice(Box::new(office)));
        tell(&mut state, after(0), Command::OpenCounter { counter: "1".into(), staff: "kim".into() });
        for number in [1, 2] {
            tell(&mut state, after(0), Command::SyncBooking(booking(number, after(0))));
            let check_in = CheckIn { presented: Presented::ShortCode(id(number)), seen_at: after(0) };
            tell(&mut state, after(0), Command::CheckIn(check_in));
        }
        state
    }

    /// The first of both is called at zero and served until then.
    fn served_until(state: &mut QueueState, at: Timestamp) -> VisitId {
        let visit = state.visit_of(id(1)).unwrap().id;
        let step = |step| Command::Step { counter: "1".into(), visit, step };
        tell(state, after(0), Command::CallNext("1".into()));
        tell(state, after(1), step(Step::Start));
        tell(state, at, step(Step::Finish(Finish::default())));
        visit
    }

    #[test]
    fn short_code_and_note_last_a_minute_longer_than_the_visit() {
        let mut state = state();
        let visit = served_until(&mut state, after(500));
        for (seconds, is_over) in [(500, false), (560, false), (561, true)] {
            assert_eq!(is_code_over(&state, id(1), after(seconds)), is_over, "{seconds}");
            assert_eq!(is_note_over(&state, visit, after(seconds)), is_over, "{seconds}");
            assert!(!is_code_over(&state, id(2), after(seconds)), "who still waits");
        }
        assert!(self::is_over(&state, id(2), after(561)), "names are not shown here at all");
    }

    #[test]
    fn what_belongs_to_a_visit_that_was_merged_lasts_as_long_as_the_one_it_is_a_part_of() {
        let mut state = state();
        let [into, part] = [1, 2].map(|number| state.visit_of(id(number)).unwrap().id);
        let merge = Command::Change { visit: part, change: Change::MergeInto(into), counter: None };
        tell(&mut state, after(0), merge);
        assert!(state.visit(part).unwrap().ended.is_some());
        served_until(&mut state, after(500));
        for (seconds, is_over) in [(400, false), (560, false), (561, true)] {
            assert_eq!(is_code_over(&state, id(2), after(seconds)), is_over, "{seconds}");
            assert_eq!(is_note_over(&state, part, after(seconds)), is_over, "{seconds}");
        }
    }

    #[test]
    fn a_lobby_that_stood_still_on_a_day_forgets_who_did_not_come() {
        const DAY: i64 = 86_400;
        let mut state = state();
        for (number, days) in [(3, 1), (4, 2)] {
            tell(&mut state, after(0), Command::SyncBooking(booking(number, after(days * DAY))));
            assert!(!is_code_over(&state, id(number), after(0)));
        }
        tell(&mut state, after(2 * DAY), Command::Tick);
        assert!(state.booking(id(3)).is_some(), "the queue has it until its next day is over");
        assert!(is_code_over(&state, id(3), after(2 * DAY)));
        assert!(!is_code_over(&state, id(4), after(2 * DAY)), "of today");
    }
}

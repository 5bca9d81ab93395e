//! When no kiosk of the office is linked: nobody can check in there, and every window becomes longer by that time
//! (DESIGN "Check-in window"). A kiosk that works on alone counts as out, too: until it is back nobody here knows
//! better, and a window that is too long turns nobody away.

use crate::devices::DeviceOverview;
use crate::lobby::Lobby;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::booking::Booking;
use foyer_domain::engine::{Command, QueueState};
use foyer_domain::visit::Actor;
use foyer_domain::window::Window;
use foyer_protocol::lobby::DeviceKind;

/// A kiosk that starts again, or whose cable somebody has pulled and put back, is there within two minutes. Windows are
/// half an hour wide: nobody is late because of less, and every restart at night would be an outage.
const LEAST: TimeDelta = TimeDelta::minutes(2);

/// While it lasts the queue is told so often, so that reception can still let in who came in time, and so that a lobby
/// that is started again loses no more than this.
const EVERY: TimeDelta = TimeDelta::minutes(2);

/// The office's kiosks at a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kiosks {
    /// There is none, or one is linked: nobody is kept out.
    Fine,
    /// None is linked; one was last heard then, if any was since this program began.
    Out(Option<Timestamp>),
}

/// An outage that lasts.
#[derive(Debug, Default)]
pub(crate) struct Outage {
    since: Option<Timestamp>,
    told: Option<Timestamp>,
}

impl Outage {
    /// Tells the queue, where there is something to tell.
    pub(crate) async fn look(&mut self, lobby: &Lobby) {
        let (state, now) = (lobby.state(), lobby.clock().now());
        let Some(command) = self.next(kiosks(&lobby.devices().list()), &state, now) else { return };
        if let Err(error) = lobby.ask(Actor::System, None, command).await {
            tracing::warn!(%error, "the queue was not told that all kiosks are out");
        }
    }

    /// What the queue is to be told now. It is told of outages that touch the window of somebody who is expected.
    fn next(&mut self, kiosks: Kiosks, state: &QueueState, now: Timestamp) -> Option<Command> {
        let (from, is_over) = match kiosks {
            Kiosks::Out(heard) => (*self.since.get_or_insert(heard.unwrap_or(now)), false),
            Kiosks::Fine => (self.since.take()?, true),
        };
        // A kiosk that was off all night keeps nobody out before the day's first window opens.
        let from = first_window(state, now).map_or(from, |opens_at| from.max(opens_at));
        let told = self.told.filter(|_| !is_over);
        let is_due = now - from >= LEAST && told.is_none_or(|told| now - told >= EVERY);
        if is_over {
            self.told = None;
        }
        if !is_due || !touches_a_window(state, from, now) {
            return None;
        }
        if !is_over {
            self.told = Some(now);
        }
        Some(Command::TerminalsOut { from, to: now })
    }
}

fn kiosks(devices: &[DeviceOverview]) -> Kiosks {
    let all: Vec<_> = devices.iter().filter(|of| of.device.kind == DeviceKind::Kiosk).collect();
    if all.is_empty() || all.iter().any(|of| of.connected) {
        return Kiosks::Fine;
    }
    Kiosks::Out(all.iter().filter_map(|of| of.last_seen).max())
}

/// When the first check-in of the day could have been: of all bookings, so that it stays the same all day.
fn first_window(state: &QueueState, now: Timestamp) -> Option<Timestamp> {
    let office = state.office()?;
    let today = office.day(now);
    let of_today = state.bookings().filter(|booking| office.day(booking.start) == today);
    of_today.map(|booking| Window::of(booking.start, &office.rules).opens_at).min()
}

/// Whether it keeps somebody out who is expected. After closing nobody is let in whose window it would lengthen.
fn touches_a_window(state: &QueueState, from: Timestamp, now: Timestamp) -> bool {
    let Some(office) = state.office() else { return false };
    let grace = TimeDelta::minutes(i64::from(office.rules.window_after_minutes));
    if office.closes_at(now).is_some_and(|closes_at| now > closes_at + grace) {
        return false;
    }
    let outages = state.outages(now);
    let touches = |start| {
        let window = Window::of(start, &office.rules).lengthened(&outages);
        window.opens_at <= now && window.closes_at >= from
    };
    let is_expected = |booking: &&Booking| booking.is_open(now) && state.visit_of(booking.id).is_none();
    state.bookings().filter(is_expected).any(|booking| touches(booking.start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::devices::Device;
    use foyer_domain::booking::{BookingState, ServiceChoice};
    use foyer_domain::id::BookingId;
    use foyer_domain::office::Office;
    use foyer_domain::visit::Wishes;

    fn ten() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn after(seconds: i64) -> Timestamp {
        ten() + TimeDelta::seconds(seconds)
    }

    fn tell(state: &mut QueueState, at: Timestamp, command: &Command) {
        for event in state.decide(at, &Actor::System, command).unwrap().events {
            state.apply(at, &event);
        }
    }

    /// Somebody is expected at ten.
    fn state() -> QueueState {
        with_hours(serde_json::json!([]))
    }

    /// The same in an office that opens and closes.
    fn with_hours(hours: serde_json::Value) -> QueueState {
        let office: Office = serde_json::from_value(serde_json::json!({
            "revision": 1, "id": "mitte", "number": 7, "name": "Mitte", "address": "Markt 1",
            "time_zone": "Europe/Berlin",
            "areas": [{"id": "eg", "name": "Eins", "letter": "A"}],
            "services": [{"id": "ausweis", "name": "Ausweis", "minutes": 10, "area": "eg"}],
            "counters": [{"id": "1", "name": "Schalter 1", "area": "eg"}],
            "hours": hours,
        }))
        .unwrap();
        let booking = Booking {
            id: BookingId::new(1).unwrap(),
            services: vec![ServiceChoice { service: "ausweis".into(), quantity: 1 }],
            start: ten(),
            minutes: 10,
            state: BookingState::Confirmed,
            language: None,
            wishes: Wishes::default(),
            interpreting: None,
            persons: 1,
        };
        let mut state = QueueState::default();
        tell(&mut state, after(-3_600), &Command::AdoptOffice(Box::new(office)));
        tell(&mut state, after(-3_600), &Command::SyncBooking(booking));
        state
    }

    #[test]
    fn an_outage_is_told_while_it_lasts_and_when_it_is_over_and_lengthens_the_window() {
        let (mut outage, mut state) = (Outage::default(), state());
        let out = Kiosks::Out(Some(after(-1)));
        for seconds in [0, 60, 118] {
            assert_eq!(outage.next(out, &state, after(seconds)), None, "a restart is none");
        }
        let first = Command::TerminalsOut { from: after(-1), to: after(119) };
        assert_eq!(outage.next(out, &state, after(119)).as_ref(), Some(&first));
        tell(&mut state, after(119), &first);
        assert_eq!(outage.next(out, &state, after(238)), None);
        let second = outage.next(out, &state, after(239)).unwrap();
        tell(&mut state, after(239), &second);
        let last = outage.next(Kiosks::Fine, &state, after(299)).unwrap();
        tell(&mut state, after(299), &last);
        let rules = &state.office().unwrap().rules;
        let closes_at = Window::of(ten(), rules).lengthened(&state.outages(after(300))).closes_at;
        assert_eq!(closes_at, after(15 * 60 + 300));
        assert_eq!(state.outages_over().len(), 1, "one outage, however often it was told");
        assert_eq!(outage.next(Kiosks::Fine, &state, after(400)), None);
    }

    #[test]
    fn a_lobby_that_starts_again_goes_on_from_what_it_knows() {
        let (mut before, mut state) = (Outage::default(), state());
        before.next(Kiosks::Out(Some(ten())), &state, ten());
        let told = before.next(Kiosks::Out(Some(ten())), &state, after(120)).unwrap();
        tell(&mut state, after(120), &told);
        // Another program: it has heard nobody.
        let mut again = Outage::default();
        assert_eq!(again.next(Kiosks::Out(None), &state, after(150)), None);
        let told = again.next(Kiosks::Fine, &state, after(330)).unwrap();
        assert_eq!(told, Command::TerminalsOut { from: after(150), to: after(330) });
        tell(&mut state, after(330), &told);
        let rules = &state.office().unwrap().rules;
        let closes_at = Window::of(ten(), rules).lengthened(&state.outages(after(330))).closes_at;
        assert_eq!(closes_at, after(15 * 60 + 120 + 180));
    }

    #[test]
    fn a_kiosk_that_was_off_all_night_keeps_nobody_out_before_the_first_window() {
        let (mut outage, mut state) = (Outage::default(), state());
        let (evening, morning) = (after(-16 * 3_600), after(-15 * 60));
        for seconds in [-16 * 3_600, -8 * 3_600, -15 * 60, -14 * 60] {
            assert_eq!(outage.next(Kiosks::Out(Some(evening)), &state, after(seconds)), None, "{seconds}");
        }
        let told = outage.next(Kiosks::Fine, &state, after(-10 * 60)).unwrap();
        assert_eq!(told, Command::TerminalsOut { from: morning, to: after(-10 * 60) });
        tell(&mut state, after(-10 * 60), &told);
        let rules = &state.office().unwrap().rules;
        let closes_at = Window::of(ten(), rules).lengthened(&state.outages(after(0))).closes_at;
        assert_eq!(closes_at, after(20 * 60), "by five minutes, not by the night");
    }

    #[test]
    fn nobody_is_expected_who_is_here() {
        let (mut outage, mut state) = (Outage::default(), state());
        let presented = foyer_domain::engine::Presented::ShortCode(BookingId::new(1).unwrap());
        let check_in = foyer_domain::engine::CheckIn { presented, seen_at: after(-600) };
        tell(&mut state, after(-600), &Command::CheckIn(check_in));
        assert_eq!(outage.next(Kiosks::Out(Some(ten())), &state, ten()), None);
        assert_eq!(outage.next(Kiosks::Out(Some(ten())), &state, after(600)), None, "nobody is kept out");
    }

    #[test]
    fn a_short_one_and_one_of_the_night_are_not_told() {
        let (mut outage, state) = (Outage::default(), state());
        outage.next(Kiosks::Out(Some(ten())), &state, ten());
        assert_eq!(outage.next(Kiosks::Fine, &state, after(100)), None);
        let evening = after(10 * 3_600);
        assert_eq!(outage.next(Kiosks::Out(Some(evening)), &state, evening), None);
        let later = evening + TimeDelta::hours(1);
        assert_eq!(outage.next(Kiosks::Out(Some(evening)), &state, later), None, "nobody is expected");
        assert_eq!(outage.next(Kiosks::Fine, &state, later), None);
    }

    /// Each time that it is told it lengthens the window that it touches: without an end it would be told all night.
    #[test]
    fn it_is_told_until_nobody_is_let_in_after_closing_any_more() {
        let hours =
            serde_json::json!([{"weekdays": ["Mon"], "from": "08:00:00", "to": "10:30:00", "places": 2}]);
        let (mut outage, mut state) = (Outage::default(), with_hours(hours));
        let mut last = None;
        for minute in 0..120 {
            let now = after(60 * minute);
            if let Some(command) = outage.next(Kiosks::Out(Some(ten())), &state, now) {
                tell(&mut state, now, &command);
                last = Some(minute);
            }
        }
        assert_eq!(last, Some(44), "every two minutes, up to a quarter of an hour after closing");
    }

    #[test]
    fn one_kiosk_that_is_linked_is_enough_and_displays_do_not_count() {
        let device = |kind, connected, last_seen| DeviceOverview {
            device: Device {
                id: "k1".into(),
                kind,
                name: "Eingang".to_owned(),
                areas: Vec::new(),
                enrolled_at: ten(),
                revoked_at: None,
            },
            last_seen,
            connected,
            status: None,
            told: None,
        };
        let kiosk = |connected, last_seen| device(DeviceKind::Kiosk, connected, last_seen);
        let display = device(DeviceKind::Display, true, Some(after(60)));
        assert_eq!(kiosks(&[]), Kiosks::Fine);
        assert_eq!(kiosks(std::slice::from_ref(&display)), Kiosks::Fine, "an office without a kiosk");
        let out =
            [kiosk(false, Some(ten())), kiosk(false, Some(after(30))), kiosk(false, None), display.clone()];
        assert_eq!(kiosks(&out), Kiosks::Out(Some(after(30))), "since the last one was heard");
        assert_eq!(kiosks(&[out[0].clone(), kiosk(true, None), display]), Kiosks::Fine);
        assert_eq!(kiosks(&[kiosk(false, None)]), Kiosks::Out(None), "none was heard since the start");
    }
}

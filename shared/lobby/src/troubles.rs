//! Which terminals are in trouble: those that no longer say how they are, and those that say that a part of them does
//! not work. Staff see it where they work within five seconds.

use crate::devices::DeviceOverview;
use crate::lobby::Lobby;
use crate::notices::NoticeKind;
use foyer_domain::Timestamp;
use foyer_domain::engine::QueueState;
use foyer_domain::id::{AreaId, DeviceId};
use foyer_domain::visit::VisitState;
use foyer_protocol::lobby::{DeviceKind, PartStatus};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

/// How often is looked for signs of life, which come every second.
const LOOK: Duration = Duration::from_millis(500);

/// So many looks in a row without one, and the terminal is silent: 3.5 to 4 s.
const MISSED: u32 = 7;

/// Who has not said anything yet, and everybody after the lobby itself stood still, has half a minute: computers start
/// at different speeds, and clients pause between two attempts.
const MISSED_AT_START: u32 = 60;

/// A lobby that did not look for so long stood still, and blames nobody for it.
const STOOD_STILL: Duration = Duration::from_secs(2);

/// What these parts say stands on the page of the terminals and hurries nobody: what was in the hours behind, a picture
/// that is not shown, a panel that is too small.
const NO_HURRY: [&str; 3] = ["alone", "slides", "panel"];

/// How often is looked whether somebody has begun to work who should hear of a silent terminal.
const TELL: Duration = Duration::from_secs(1);

/// A terminal in trouble.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Which.
    pub device: DeviceId,
    /// As staff call it.
    pub name: String,
    /// What it is.
    pub kind: DeviceKind,
    /// The areas that it shows; empty means all.
    pub areas: Vec<AreaId>,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It no longer says anything: without power, without a network, or it hangs.
    Silent {
        /// When it last said something; `None` if it never did since the lobby started.
        since: Option<Timestamp>,
    },
    /// These parts of it do not work.
    Parts(Vec<PartStatus>),
}

impl Trouble {
    /// Whether calls that are shown in these areas are seen or heard less because of it.
    pub fn concerns_calls_in(&self, areas: &[&AreaId]) -> bool {
        let watches = |area: &&AreaId| self.areas.contains(area);
        self.kind == DeviceKind::Display && (self.areas.is_empty() || areas.iter().any(watches))
    }

    /// Whether it says nothing any more.
    pub fn is_silent(&self) -> bool {
        matches!(self.fault, Fault::Silent { .. })
    }
}

/// The troubles of the moment. Clones are handles to the same.
#[derive(Debug, Clone, Default)]
pub struct Troubles {
    now: watch::Sender<Arc<Vec<Trouble>>>,
}

impl Troubles {
    /// All of them, in the order in which the terminals enrolled.
    pub fn now(&self) -> Arc<Vec<Trouble>> {
        Arc::clone(&self.now.borrow())
    }

    /// Hears of every change.
    pub fn changes(&self) -> watch::Receiver<Arc<Vec<Trouble>>> {
        self.now.subscribe()
    }

    fn publish(&self, troubles: Vec<Trouble>) {
        self.now.send_if_modified(|now| {
            let changed = **now != troubles;
            if changed {
                *now = Arc::new(troubles);
            }
            changed
        });
    }
}

/// Watches the terminals for as long as the lobby runs.
pub(crate) async fn watch(lobby: Lobby) {
    // Notices go to the disk; what staff see at once waits for none.
    tokio::join!(look(&lobby), tell(&lobby));
}

async fn look(lobby: &Lobby) {
    let (shutdown, mut changes) = (lobby.shutdown(), lobby.devices().changes());
    let mut signs = Signs::default();
    let mut looks = tokio::time::interval(LOOK);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let mut last = (Instant::now(), lobby.clock().now());
    loop {
        let is_look = tokio::select! {
            () = shutdown.cancelled() => return,
            _ = looks.tick() => true,
            Ok(()) = changes.changed() => false,
        };
        let devices = lobby.devices().list();
        if is_look {
            let now = (Instant::now(), lobby.clock().now());
            if stood_still(last, now) {
                signs.give_time();
            }
            last = now;
            signs.look(&devices);
        }
        lobby.troubles().publish(signs.troubles(&devices));
    }
}

/// Whether the lobby did not look for long, by either clock: the one stands still while a computer sleeps, the other can
/// be set.
fn stood_still(last: (Instant, Timestamp), now: (Instant, Timestamp)) -> bool {
    let by_clock = (now.1 - last.1).to_std().unwrap_or_default();
    now.0.duration_since(last.0).max(by_clock) > STOOD_STILL
}

/// Tells staff once of each terminal that has fallen silent while somebody works or waits.
async fn tell(lobby: &Lobby) {
    let (shutdown, mut changes) = (lobby.shutdown(), lobby.troubles().changes());
    let mut told = BTreeSet::new();
    loop {
        let troubles = Arc::clone(&changes.borrow_and_update());
        let silent: Vec<&Trouble> = troubles.iter().filter(|trouble| trouble.is_silent()).collect();
        told.retain(|device| silent.iter().any(|trouble| trouble.device == *device));
        if silent.len() > told.len() && is_used(&lobby.state()) {
            for trouble in silent {
                if told.insert(trouble.device.clone()) {
                    lobby.notices().tell(NoticeKind::TerminalSilent, &trouble.name, "").await;
                }
            }
        }
        tokio::select! {
            () = shutdown.cancelled() => return,
            Ok(()) = changes.changed() => {}
            () = tokio::time::sleep(TELL) => {}
        }
    }
}

/// Whether anybody misses a terminal: at night they are switched off.
fn is_used(state: &QueueState) -> bool {
    state.counters().next().is_some() || state.visits().any(|visit| visit.state == VisitState::Waiting)
}

/// What was heard of each terminal.
#[derive(Debug, Default)]
struct Signs {
    known: BTreeMap<DeviceId, Sign>,
}

#[derive(Debug)]
struct Sign {
    /// How often it has said how it is.
    times: u64,
    /// Looks since then.
    missed: u32,
    /// How many looks it has.
    most: u32,
}

impl Default for Sign {
    fn default() -> Self {
        Self { times: 0, missed: 0, most: MISSED_AT_START }
    }
}

impl Signs {
    fn look(&mut self, devices: &[DeviceOverview]) {
        self.known.retain(|id, _| devices.iter().any(|of| of.device.id == *id));
        for of in devices {
            let sign = self.known.entry(of.device.id.clone()).or_default();
            let times = of.told.map_or(0, |(times, _)| times);
            *sign = if times == sign.times {
                Sign { missed: sign.missed.saturating_add(1), ..*sign }
            } else {
                Sign { times, missed: 0, most: MISSED }
            };
        }
    }

    /// Those that are not silent yet have time to come back.
    fn give_time(&mut self) {
        for sign in self.known.values_mut().filter(|sign| sign.missed < sign.most) {
            *sign = Sign { missed: 0, most: MISSED_AT_START, ..*sign };
        }
    }

    fn troubles(&self, devices: &[DeviceOverview]) -> Vec<Trouble> {
        let fault = |of: &DeviceOverview| {
            let sign = self.known.get(&of.device.id)?;
            let said_again = of.told.is_some_and(|(times, _)| times != sign.times);
            if sign.missed >= sign.most && !said_again {
                let was_replaced = devices.iter().any(|other| replaces(other, of));
                return (!was_replaced).then_some(Fault::Silent { since: of.told.map(|(_, at)| at) });
            }
            // What it said before the lobby started may be over.
            let parts = of.status.iter().filter(|_| of.told.is_some()).flat_map(|status| &status.parts);
            let broken = parts.filter(|part| !part.works && !NO_HURRY.contains(&part.part.as_str())).cloned();
            let broken: Vec<PartStatus> = broken.collect();
            (!broken.is_empty()).then_some(Fault::Parts(broken))
        };
        let trouble = |of: &DeviceOverview| {
            Some(Trouble {
                fault: fault(of)?,
                device: of.device.id.clone(),
                name: of.device.name.clone(),
                kind: of.device.kind,
                areas: of.device.areas.clone(),
            })
        };
        devices.iter().filter_map(trouble).collect()
    }
}

/// Whether a terminal stands in another one's place: enrolled under the same name, since when the other was not heard.
fn replaces(newer: &DeviceOverview, older: &DeviceOverview) -> bool {
    let (new, old) = (&newer.device, &older.device);
    (new.kind, &new.name) == (old.kind, &old.name)
        && new.enrolled_at > old.enrolled_at
        && older.told.is_none_or(|(_, at)| at <= new.enrolled_at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::devices::Device;
    use foyer_protocol::lobby::DeviceStatus;

    fn ten() -> Timestamp {
        "2026-11-23T09:00:00Z".parse().unwrap()
    }

    fn display(times: u64) -> DeviceOverview {
        let device = Device {
            id: "d1".into(),
            kind: DeviceKind::Display,
            name: "Anzeige Halle".to_owned(),
            areas: vec!["eg".into()],
            enrolled_at: ten(),
            revoked_at: None,
        };
        let told = (times > 0).then(|| (times, ten()));
        DeviceOverview { device, last_seen: None, connected: false, status: None, told }
    }

    fn after(signs: &mut Signs, looks: u32, of: &DeviceOverview) -> Option<Fault> {
        for _ in 0..looks {
            signs.look(std::slice::from_ref(of));
        }
        signs.troubles(std::slice::from_ref(of)).pop().map(|trouble| trouble.fault)
    }

    /// Staff see it within five seconds; half a minute is what the slowest computer takes to start.
    #[test]
    fn silence_is_told_after_four_seconds_and_after_a_start_after_thirty() {
        assert!((Duration::from_secs(3)..=Duration::from_secs(4)).contains(&(LOOK * (MISSED + 1))));
        assert_eq!(LOOK * MISSED_AT_START, Duration::from_secs(30));
    }

    #[test]
    fn a_terminal_that_falls_silent_is_in_trouble_until_it_speaks_again() {
        let mut signs = Signs::default();
        assert_eq!(after(&mut signs, 1 + MISSED - 1, &display(1)), None);
        let silent = Fault::Silent { since: Some(ten()) };
        assert_eq!(after(&mut signs, 1, &display(1)), Some(silent.clone()));
        assert_eq!(after(&mut signs, 0, &display(2)), None, "at once, not at the next look");
        assert_eq!(after(&mut signs, 1, &display(2)), None);
        assert_eq!(after(&mut signs, MISSED, &display(2)), Some(silent));
    }

    #[test]
    fn after_a_start_there_is_time_to_come() {
        let mut signs = Signs::default();
        assert_eq!(after(&mut signs, MISSED_AT_START - 1, &display(0)), None);
        assert_eq!(after(&mut signs, 1, &display(0)), Some(Fault::Silent { since: None }));
    }

    #[test]
    fn a_lobby_that_stood_still_blames_nobody_and_forgets_nobody() {
        let mut signs = Signs::default();
        let other = DeviceOverview { device: Device { id: "d2".into(), ..display(1).device }, ..display(1) };
        after(&mut signs, 1 + MISSED, &display(1));
        signs.look(&[display(1), other.clone()]);
        signs.give_time();
        let silent = |signs: &Signs| {
            let troubles = signs.troubles(&[display(1), other.clone()]);
            troubles.into_iter().map(|trouble| trouble.device.to_string()).collect::<Vec<_>>()
        };
        for _ in 0..MISSED_AT_START - 1 {
            signs.look(&[display(1), other.clone()]);
        }
        assert_eq!(silent(&signs), ["d1"]);
        signs.look(&[display(1), other.clone()]);
        assert_eq!(silent(&signs), ["d1", "d2"]);
    }

    #[test]
    fn a_lobby_stood_still_if_either_clock_says_so() {
        let start = (Instant::now(), ten());
        let after = |steady, by_clock| {
            let now =
                (start.0 + Duration::from_millis(steady), ten() + chrono::TimeDelta::milliseconds(by_clock));
            stood_still(start, now)
        };
        assert!(!after(500, 500) && !after(2_000, 2_000), "a busy machine");
        assert!(after(2_001, 500) && after(500, 2_001), "hung, and slept");
        assert!(!after(500, -3_600_000), "its clock was set back");
    }

    #[test]
    fn who_was_replaced_is_not_missed() {
        let mut signs = Signs::default();
        let of = |id: &str, hours, times| {
            let enrolled_at = ten() - chrono::TimeDelta::hours(hours);
            DeviceOverview {
                device: Device { id: id.into(), enrolled_at, ..display(1).device },
                ..display(times)
            }
        };
        let silent = |signs: &Signs, all: &[DeviceOverview]| {
            signs.troubles(all).into_iter().map(|trouble| trouble.device.to_string()).collect::<Vec<_>>()
        };
        for (old, new, missed) in [
            (of("d1", 9, 0), of("d2", 1, 0), vec!["d2"]),
            // Heard after the other one came: two of one name.
            (of("d1", 9, 1), of("d2", 1, 0), vec!["d1", "d2"]),
        ] {
            let all = [old, new];
            for _ in 0..=MISSED_AT_START {
                signs.look(&all);
            }
            assert_eq!(silent(&signs, &all), missed);
        }
    }

    #[test]
    fn a_broken_part_is_told_and_what_was_said_before_the_start_is_not() {
        let mut signs = Signs::default();
        let part = |part: &str, works| PartStatus { part: part.to_owned(), works, detail: String::new() };
        let parts = vec![part("screen", true), part("sound", false), part("alone", false)];
        let status = Some(DeviceStatus { version: "1".to_owned(), parts });
        let spoke = DeviceOverview { status: status.clone(), ..display(1) };
        let expected = Some(Fault::Parts(vec![part("sound", false)]));
        assert_eq!(after(&mut signs, 1, &spoke), expected);
        assert_eq!(after(&mut signs, 1, &DeviceOverview { status, ..display(0) }), None);
    }

    #[test]
    fn a_display_concerns_the_calls_of_its_areas() {
        let mut signs = Signs::default();
        after(&mut signs, MISSED_AT_START, &display(0));
        let trouble = signs.troubles(&[display(0)]).remove(0);
        assert!(
            trouble.concerns_calls_in(&[&"og".into(), &"eg".into()])
                && !trouble.concerns_calls_in(&[&"og".into()])
        );
        assert!(Trouble { areas: Vec::new(), ..trouble.clone() }.concerns_calls_in(&[&"og".into()]));
        assert!(!Trouble { kind: DeviceKind::Kiosk, ..trouble }.concerns_calls_in(&[&"eg".into()]));
    }
}

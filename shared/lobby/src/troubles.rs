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
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::MissedTickBehavior;

/// How often is looked for signs of life, which come every second.
const LOOK: Duration = Duration::from_millis(500);

/// So many looks in a row without one, and the terminal is silent: 3.5 to 4 s. Looks are counted, not seconds, so that a
/// lobby that itself stood still blames nobody.
const MISSED: u32 = 7;

/// Who has not said anything yet since the lobby started has half a minute: computers start at different speeds.
const MISSED_AT_START: u32 = 60;

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
    /// Whether calls to a counter of this area are seen or heard less because of it.
    pub fn concerns_calls_of(&self, area: &AreaId) -> bool {
        self.kind == DeviceKind::Display && (self.areas.is_empty() || self.areas.contains(area))
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
    let (shutdown, mut changes) = (lobby.shutdown(), lobby.devices().changes());
    let mut signs = Signs::default();
    let mut told = BTreeSet::new();
    let mut looks = tokio::time::interval(LOOK);
    looks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let is_look = tokio::select! {
            () = shutdown.cancelled() => return,
            _ = looks.tick() => true,
            Ok(()) = changes.changed() => false,
        };
        let devices = lobby.devices().list();
        if is_look {
            signs.look(&devices);
        }
        let troubles = signs.troubles(&devices);
        tell(&lobby, &troubles, &mut told).await;
        lobby.troubles().publish(troubles);
    }
}

/// Tells staff once of each terminal that has fallen silent while somebody works or waits.
async fn tell(lobby: &Lobby, troubles: &[Trouble], told: &mut BTreeSet<DeviceId>) {
    let silent = troubles.iter().filter(|trouble| matches!(trouble.fault, Fault::Silent { .. }));
    let silent: BTreeMap<&DeviceId, &str> =
        silent.map(|trouble| (&trouble.device, trouble.name.as_str())).collect();
    told.retain(|device| silent.contains_key(device));
    if silent.len() == told.len() || !is_used(&lobby.state()) {
        return;
    }
    for (device, name) in silent {
        if told.insert(device.clone()) {
            // The one of the last time says nothing more.
            lobby.notices().take_back(NoticeKind::TerminalSilent, name).await;
            lobby.notices().tell(NoticeKind::TerminalSilent, name, "").await;
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

#[derive(Debug, Default)]
struct Sign {
    times: u64,
    missed: u32,
}

impl Signs {
    fn look(&mut self, devices: &[DeviceOverview]) {
        self.known.retain(|id, _| devices.iter().any(|of| of.device.id == *id));
        for of in devices {
            let sign = self.known.entry(of.device.id.clone()).or_default();
            let times = of.told.map_or(0, |(times, _)| times);
            // A kiosk follows the lobby before its camera has said how it is.
            let is_beginning = times == 0 && of.connected;
            sign.missed = if times != sign.times || is_beginning { 0 } else { sign.missed.saturating_add(1) };
            sign.times = times;
        }
    }

    fn troubles(&self, devices: &[DeviceOverview]) -> Vec<Trouble> {
        let fault = |of: &DeviceOverview| {
            let sign = self.known.get(&of.device.id)?;
            let said_again = of.told.is_some_and(|(times, _)| times != sign.times);
            let most = if of.told.is_some() { MISSED } else { MISSED_AT_START };
            if sign.missed >= most && !said_again {
                return Some(Fault::Silent { since: of.told.map(|(_, at)| at) });
            }
            // What it said before the lobby started may be over.
            let parts = of.status.iter().filter(|_| of.told.is_some()).flat_map(|status| &status.parts);
            let broken: Vec<PartStatus> = parts.filter(|part| !part.works).cloned().collect();
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
        let follows = DeviceOverview { connected: true, ..display(0) };
        assert_eq!(after(&mut signs, 1, &follows), None, "it is there and will say how it is");
    }

    #[test]
    fn a_broken_part_is_told_and_what_was_said_before_the_start_is_not() {
        let mut signs = Signs::default();
        let part = |part: &str, works| PartStatus { part: part.to_owned(), works, detail: String::new() };
        let parts = vec![part("screen", true), part("sound", false)];
        let status = Some(DeviceStatus { version: "1".to_owned(), parts });
        let spoke = DeviceOverview { status: status.clone(), ..display(1) };
        let expected = Some(Fault::Parts(vec![part("sound", false)]));
        assert_eq!(after(&mut signs, 1, &spoke), expected);
        assert_eq!(after(&mut signs, 1, &DeviceOverview { status, ..display(0) }), None);
    }

    #[test]
    fn a_display_concerns_the_counters_of_its_areas() {
        let mut signs = Signs::default();
        after(&mut signs, MISSED_AT_START, &display(0));
        let trouble = signs.troubles(&[display(0)]).remove(0);
        assert!(trouble.concerns_calls_of(&"eg".into()) && !trouble.concerns_calls_of(&"og".into()));
        assert!(Trouble { areas: Vec::new(), ..trouble.clone() }.concerns_calls_of(&"og".into()));
        assert!(!Trouble { kind: DeviceKind::Kiosk, ..trouble }.concerns_calls_of(&"eg".into()));
    }
}

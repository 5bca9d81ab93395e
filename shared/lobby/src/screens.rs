//! What terminals are pushed: a ring of the last events, so that a short gap is caught up without a snapshot.

use foyer_domain::estimate::Span;
use foyer_domain::id::AreaId;
use foyer_protocol::lobby::{DisplayEvent, ServiceWait};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::broadcast;

/// So many events are kept for those who come back: at one call a second a quarter of an hour without a link
/// and more, beyond which a snapshot is shorter than the events.
const RING: usize = 2_048;

/// A reader that is this many events behind is cut off; it comes back and catches up from the ring.
const BEHIND: usize = 256;

/// Something to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The log's position, and the event's id.
    pub(crate) seq: u64,
    /// For whom.
    pub(crate) audience: Audience,
    /// What.
    pub(crate) what: What,
}

/// For whom something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Audience {
    /// All terminals.
    All,
    /// Displays that watch one of these areas; none named means every display.
    Displays(Vec<AreaId>),
}

impl Audience {
    /// Whether a display that watches `areas` belongs to it; one that names none watches all.
    pub(crate) fn watches(&self, areas: &[AreaId]) -> bool {
        match self {
            Self::All => true,
            Self::Displays(of) => {
                of.is_empty() || areas.is_empty() || of.iter().any(|area| areas.contains(area))
            }
        }
    }
}

/// What there is to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// A display's event, as JSON: written once, sent to all.
    Display(Arc<str>),
    /// So much has changed that everything is sent anew.
    Everything,
    /// What is to be expected without an appointment.
    Waits(Waits),
}

/// What is to be expected without an appointment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Waits {
    /// Over all services; `None` while nobody is let in.
    pub(crate) walk_in: Option<Span>,
    /// By service.
    pub(crate) services: Vec<ServiceWait>,
}

impl What {
    pub(crate) fn display(event: &DisplayEvent) -> Self {
        Self::Display(serde_json::to_string(event).expect("display events have texts as keys").into())
    }
}

/// The ring, and who listens.
pub(crate) struct Screens {
    ring: Mutex<Ring>,
    live: broadcast::Sender<Arc<Shown>>,
}

#[derive(Debug)]
struct Ring {
    /// Events up to this position may be missing.
    floor: u64,
    /// Everything up to this position has been considered.
    head: u64,
    kept: VecDeque<Arc<Shown>>,
    waits: Waits,
}

/// A place in the stream from which nothing is missed.
pub(crate) struct Opened {
    /// What came after the position that the reader knew; `None` if it needs a snapshot.
    pub(crate) missed: Option<Vec<Arc<Shown>>>,
    /// What comes.
    pub(crate) live: broadcast::Receiver<Arc<Shown>>,
    /// The log's position.
    pub(crate) head: u64,
    /// What is to be expected without an appointment.
    pub(crate) waits: Waits,
}

impl Screens {
    /// Nothing is known of what was before `head`.
    pub(crate) fn new(head: u64) -> Self {
        let ring = Ring { floor: head, head, kept: VecDeque::new(), waits: Waits::default() };
        Self { ring: Mutex::new(ring), live: broadcast::Sender::new(BEHIND) }
    }

    /// Takes what a batch has to show; the log has reached `head`.
    pub(crate) fn publish(&self, head: u64, shown: Vec<Shown>) {
        let mut ring = self.ring();
        ring.head = head;
        for shown in folded(shown) {
            let shown = Arc::new(shown);
            ring.kept.push_back(Arc::clone(&shown));
            if ring.kept.len() > RING
                && let Some(oldest) = ring.kept.pop_front()
            {
                ring.floor = oldest.seq;
            }
            // Nobody listening is no fault.
            let _ = self.live.send(shown);
        }
    }

    /// Tells what is to be expected where that has changed.
    pub(crate) fn publish_waits(&self, waits: Waits) {
        let mut ring = self.ring();
        if ring.waits == waits {
            return;
        }
        ring.waits = waits.clone();
        let shown = Shown { seq: ring.head, audience: Audience::All, what: What::Waits(waits) };
        let _ = self.live.send(Arc::new(shown));
    }

    /// Begins to read, after the last event that the reader knows.
    pub(crate) fn open(&self, after: Option<u64>) -> Opened {
        // The lock is held over both, so that no event falls between what was missed and what comes.
        let ring = self.ring();
        let known = after.filter(|after| (ring.floor..=ring.head).contains(after));
        let missed = known.map(|after| ring.kept.iter().filter(|shown| shown.seq > after).cloned().collect());
        Opened { missed, live: self.live.subscribe(), head: ring.head, waits: ring.waits.clone() }
    }

    /// The position of the newest event that readers may know.
    pub(crate) fn head(&self) -> u64 {
        self.ring().head
    }

    /// What is to be expected without an appointment, as it was last told.
    pub(crate) fn waits(&self) -> Waits {
        self.ring().waits.clone()
    }

    fn ring(&self) -> MutexGuard<'_, Ring> {
        self.ring.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Everything anew is told once to the same terminals, at its last place: whoever knows any event before that one comes
/// by it, and who is told it then has all of the batch.
fn folded(mut shown: Vec<Shown>) -> Vec<Shown> {
    let mut told: Vec<Audience> = Vec::new();
    shown.reverse();
    shown.retain(|shown| {
        let again = shown.what == What::Everything && told.contains(&shown.audience);
        if shown.what == What::Everything && !again {
            told.push(shown.audience.clone());
        }
        !again
    });
    shown.reverse();
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(seq: u64) -> Shown {
        Shown { seq, audience: Audience::All, what: What::Everything }
    }

    fn call(seq: u64) -> Shown {
        Shown { seq, audience: Audience::All, what: What::Display(seq.to_string().into()) }
    }

    #[test]
    fn a_batch_tells_everything_anew_once_to_the_same_terminals() {
        let screens = Screens::new(0);
        let mut live = screens.open(None).live;
        let displays = |seq| Shown { audience: Audience::Displays(Vec::new()), ..shown(seq) };
        screens.publish(300, (1..=300).map(displays).collect());
        screens.publish(306, vec![shown(301), displays(302), call(303), shown(304), displays(306)]);
        let told: Vec<u64> = std::iter::from_fn(|| live.try_recv().ok()).map(|shown| shown.seq).collect();
        assert_eq!(told, [300, 303, 304, 306], "and nobody falls behind because many are told");
    }

    /// What a terminal that knows the events up to `after` gets to know of a batch.
    fn learns(shown: &[Shown], after: u64, kiosk: bool) -> (bool, Vec<&What>) {
        let is_its = |shown: &&Shown| shown.seq > after && (!kiosk || shown.audience == Audience::All);
        let all = || shown.iter().filter(is_its).map(|shown| &shown.what);
        let anew = all().any(|what| *what == What::Everything);
        (anew, if anew { Vec::new() } else { all().collect() })
    }

    /// In every batch of up to six events: whoever comes back after any of them learns as much as if nothing were
    /// folded.
    #[test]
    fn who_resumes_within_a_batch_misses_nothing() {
        let of_kind = |kind: u32, seq: u64| {
            let audience = Audience::Displays(Vec::new());
            match kind {
                0 => shown(seq),
                1 => Shown { audience, ..shown(seq) },
                2 => call(seq),
                _ => Shown { audience, ..call(seq) },
            }
        };
        for length in 0..=6_u32 {
            for batch in 0..4_u32.pow(length) {
                let one = |at: u32| of_kind(batch / 4_u32.pow(at) % 4, 10 + u64::from(at));
                let all: Vec<Shown> = (0..length).map(one).collect();
                let head = 10 + u64::from(length);
                let screens = Screens::new(9);
                screens.publish(head, all.clone());
                for after in 9..=head {
                    let missed = screens.open(Some(after)).missed.unwrap();
                    let missed: Vec<Shown> = missed.iter().map(|shown| Shown::clone(shown)).collect();
                    for kiosk in [false, true] {
                        let learnt = learns(&missed, after, kiosk);
                        assert_eq!(learnt, learns(&all, after, kiosk), "{all:?} after {after}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_short_gap_is_caught_up_and_a_wide_one_needs_a_snapshot() {
        let screens = Screens::new(10);
        assert_eq!(screens.open(Some(10)).missed.unwrap(), Vec::new());
        assert!(screens.open(Some(9)).missed.is_none(), "before the start");
        assert!(screens.open(Some(11)).missed.is_none(), "of another log");
        assert!(screens.open(None).missed.is_none());
        screens.publish(14, vec![call(12), shown(14)]);
        let missed = screens.open(Some(12)).missed.unwrap();
        assert_eq!(missed.iter().map(|shown| shown.seq).collect::<Vec<_>>(), [14]);
        let many = u64::try_from(RING).unwrap();
        screens.publish(14 + many, (15..=14 + many).map(call).collect());
        assert!(screens.open(Some(12)).missed.is_none());
        assert_eq!(screens.open(Some(14)).missed.unwrap().len(), RING);
    }

    #[test]
    fn a_slow_reader_is_told_so() {
        let screens = Screens::new(0);
        let mut live = screens.open(None).live;
        let last = u64::try_from(BEHIND).unwrap() + 1;
        screens.publish(last, (1..=last).map(call).collect());
        assert!(matches!(live.try_recv(), Err(broadcast::error::TryRecvError::Lagged(1))));
    }

    #[test]
    fn a_display_watches_its_areas() {
        let of = |areas: &[&str]| Audience::Displays(areas.iter().map(|area| AreaId::from(*area)).collect());
        assert!(of(&["eg"]).watches(&[]));
        assert!(of(&[]).watches(&["og".into()]));
        assert!(of(&["eg", "og"]).watches(&["og".into()]));
        assert!(!of(&["eg"]).watches(&["og".into()]));
    }
}

//! What staff should know: a terminal's clock, a keypad, a printer, a call that no display has shown.

use crate::lobby::Lobby;
use crate::store::StoreError;
use crate::store::registry::Registry;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::engine::Event;
use foyer_domain::visit::Mark;
use foyer_protocol::program::Clock;
use tokio::sync::{broadcast, watch};

/// How far back notices are shown.
const SHOWN_HOURS: i64 = 24;

/// What a notice is about. The desk makes a sentence of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NoticeKind {
    /// A terminal's clock is wrong, so the lobby's clock judged.
    TerminalClock,
    /// Too many wrong short codes: a keypad rests for a minute.
    KeypadLocked,
    /// A terminal's part does not work; the detail says which and why.
    PartBroken,
    /// A ticket's paper did not come out, or may not have.
    PrintFailed,
    /// No display has shown a call; the subject is the ticket's number.
    CallNotShown,
    /// Something that the booking server sent could not be used; the detail says what.
    BookingTrouble,
    /// Two papers belong to one visit: a kiosk that was alone read the booking, too.
    ReadTwice,
    /// A kiosk that was alone let somebody in whose booking is cancelled.
    AloneCancelled,
    /// A kiosk that was alone let somebody in whose booking has another time.
    AloneMoved,
    /// A kiosk that was alone let somebody in whose booking was never confirmed.
    AloneNotConfirmed,
    /// The number on a paper of a kiosk that was alone belongs to somebody else.
    AloneNumberTaken,
    /// A kiosk let somebody in whose clock it did not trust.
    AloneClock,
    /// A kiosk handed over who came on a day that is over.
    AloneMissed,
    /// The log was restored from a backup without a word; the subject is the terminal that knew more.
    Restored,
    /// The clock of this computer leaps, so it is not believed; the detail says what it showed.
    ClockLeapt,
    /// Somebody waits whom no open counter serves; the subject is the ticket's number.
    NotServed,
    /// A terminal no longer says how it is; the subject is its name.
    TerminalSilent,
}

impl NoticeKind {
    /// All kinds.
    pub const ALL: [Self; 17] = [
        Self::TerminalClock,
        Self::KeypadLocked,
        Self::PartBroken,
        Self::PrintFailed,
        Self::CallNotShown,
        Self::BookingTrouble,
        Self::ReadTwice,
        Self::AloneCancelled,
        Self::AloneMoved,
        Self::AloneNotConfirmed,
        Self::AloneNumberTaken,
        Self::AloneClock,
        Self::AloneMissed,
        Self::Restored,
        Self::ClockLeapt,
        Self::NotServed,
        Self::TerminalSilent,
    ];

    /// The kind's name in the table and in text ids: `notice-terminal-clock`.
    pub fn name(self) -> &'static str {
        match self {
            Self::TerminalClock => "terminal-clock",
            Self::KeypadLocked => "keypad-locked",
            Self::PartBroken => "part-broken",
            Self::PrintFailed => "print-failed",
            Self::CallNotShown => "call-not-shown",
            Self::BookingTrouble => "booking-trouble",
            Self::ReadTwice => "read-twice",
            Self::AloneCancelled => "alone-cancelled",
            Self::AloneMoved => "alone-moved",
            Self::AloneNotConfirmed => "alone-not-confirmed",
            Self::AloneNumberTaken => "alone-number-taken",
            Self::AloneClock => "alone-clock",
            Self::AloneMissed => "alone-missed",
            Self::Restored => "restored",
            Self::ClockLeapt => "clock-leapt",
            Self::NotServed => "not-served",
            Self::TerminalSilent => "terminal-silent",
        }
    }

    fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// Something that staff should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// Counts up.
    pub id: i64,
    /// When.
    pub at: Timestamp,
    /// What kind.
    pub kind: NoticeKind,
    /// A terminal's name or a ticket's number.
    pub subject: String,
    /// What exactly; nothing personal.
    pub detail: String,
}

/// The notices of the last day.
#[derive(Clone)]
pub struct Notices {
    registry: Registry,
    clock: Clock,
    changed: watch::Sender<u64>,
}

impl Notices {
    pub(crate) fn new(registry: Registry, clock: Clock) -> Self {
        Self { registry, clock, changed: watch::Sender::new(0) }
    }

    /// Tells staff something; one that says the same already stands there with the new time. A notice that cannot be kept
    /// is logged; nobody waits for it.
    pub(crate) async fn tell(&self, kind: NoticeKind, subject: &str, detail: &str) {
        let at = self.clock.now();
        tracing::warn!(kind = kind.name(), subject, detail, "staff are told");
        let kept = self.registry.renew_notice(at, kind.name(), subject.to_owned(), detail.to_owned()).await;
        if let Err(error) = kept {
            tracing::error!(error = &error as &dyn std::error::Error, "a notice could not be kept");
        }
        self.changed.send_modify(|count| *count += 1);
    }

    /// The notices of the last day, newest first.
    ///
    /// # Errors
    /// Storage.
    pub async fn list(&self) -> Result<Vec<Notice>, StoreError> {
        let rows = self.registry.notices(self.clock.now() - TimeDelta::hours(SHOWN_HOURS)).await?;
        let notice = |row: crate::store::registry::NoticeRow| {
            let at = crate::store::moment(row.at_ms);
            Some(Notice {
                id: row.id,
                at,
                kind: NoticeKind::named(&row.kind)?,
                subject: row.subject,
                detail: row.detail,
            })
        };
        Ok(rows.into_iter().filter_map(notice).collect())
    }

    /// Removes a notice that somebody has dealt with.
    ///
    /// # Errors
    /// Storage.
    pub async fn dismiss(&self, id: i64) -> Result<(), StoreError> {
        self.registry.drop_notice(id).await?;
        self.changed.send_modify(|count| *count += 1);
        Ok(())
    }

    /// Takes back what is no longer so. What cannot be taken back stays until somebody has dealt with it.
    pub(crate) async fn take_back(&self, kind: NoticeKind, subject: &str) {
        if let Err(error) = self.registry.drop_notices_of(kind.name(), subject.to_owned()).await {
            tracing::error!(error = &error as &dyn std::error::Error, "a notice could not be taken back");
        }
        self.changed.send_modify(|count| *count += 1);
    }

    /// Changes whenever there is a new notice or one is dismissed.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.changed.subscribe()
    }
}

/// Tells staff what reception should look at after a kiosk was alone, for as long as the lobby runs. Who misses
/// it here still sees it at the visit.
pub(crate) async fn tell_of_hand_overs(lobby: Lobby) {
    let (shutdown, mut events) = (lobby.shutdown(), lobby.events());
    loop {
        let record = tokio::select! {
            () = shutdown.cancelled() => return,
            record = events.recv() => record,
        };
        let record = match record {
            Ok(record) => record,
            Err(broadcast::error::RecvError::Lagged(_)) => continue,
            Err(broadcast::error::RecvError::Closed) => return,
        };
        let state = lobby.state();
        let visit = |id| state.visit(id);
        let (kind, subject) = match &record.event {
            Event::HandedOver { visit: id, number } => match visit(*id) {
                Some(visit) if visit.number != *number => {
                    (NoticeKind::ReadTwice, format!("{} · {}", visit.number.spaced(), number.spaced()))
                }
                Some(_) | None => continue,
            },
            Event::Marked { visit: id, mark } => {
                let number = visit(*id).map(|visit| visit.number.spaced());
                (of_mark(*mark), number.unwrap_or_default())
            }
            Event::MissedDay { number, .. } => (NoticeKind::AloneMissed, number.spaced()),
            _ => continue,
        };
        lobby.notices().tell(kind, &subject, "").await;
    }
}

fn of_mark(mark: Mark) -> NoticeKind {
    match mark {
        Mark::Cancelled => NoticeKind::AloneCancelled,
        Mark::Moved => NoticeKind::AloneMoved,
        Mark::NotConfirmed => NoticeKind::AloneNotConfirmed,
        Mark::NumberTaken => NoticeKind::AloneNumberTaken,
        Mark::ClockDoubted => NoticeKind::AloneClock,
    }
}

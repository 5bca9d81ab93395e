//! Working without the lobby: the day list and number leases that the lobby sends, the decision by the lobby's
//! own rules, the journal, and handing over afterwards.
//!
//! An attempt is noted with its nonce before anything is sent. The lobby is asked first; if its stream is down, or
//! it has not answered after [`LOBBY_ANSWERS`](crate::times::LOBBY_ANSWERS), the kiosk decides alone and asks no further. What it
//! gives is on its disk before anybody sees it, and is handed over with the same nonce: so an answer of the lobby
//! that was lost on the way, and a request that is still on it, never make a second visit.

pub mod asking;
mod clock;
mod handing_over;
mod holdings;
mod ticket;

pub use clock::{Doubt, Evidence};
pub use holdings::Holdings;

use crate::action::{Answer, Wish};
use crate::device::journal::{Attempt, Entry, EntryState, Journal, JournalError, KeptList, Settled};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::alone::{self, Decision, Given, Moment, SignedList};
use foyer_domain::attempts::Attempts;
use foyer_domain::engine::CheckInRefusal;
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::WishChange;
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, KioskSnapshot, Presented, TicketAnswer, TicketReply, TicketView,
};
use foyer_protocol::program::Clock;
use foyer_text::Language;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

/// What the kiosk is when it is alone. Clones share it. Calls write to the disk: not on the screen's thread.
#[derive(Clone)]
pub struct Alone {
    journal: Journal,
    clock: Clock,
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    holdings: Option<Holdings>,
    /// When the list came, by a clock that never jumps; `None` if it was kept from the last run.
    since: Option<Instant>,
    /// Whether what was kept was not as the lobby signed it.
    damaged: bool,
    /// Five wrong short codes in two minutes lock the keypad for one minute, as the lobby would.
    keypad: Attempts<()>,
    /// When that last happened.
    keypad_locked_at: Option<Timestamp>,
}

/// How the kiosk stands that may have to work alone; for staff.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    /// When its list was made; `None` without one.
    pub list_made_at: Option<Timestamp>,
    /// How many bookings it has.
    pub bookings: usize,
    /// Whether the list on the disk was changed by somebody else than the lobby.
    pub damaged: bool,
    /// How many numbers of today are left.
    pub numbers_left: usize,
    /// How many tickets it gave alone, of those that are still kept.
    pub given: usize,
    /// How many of them the lobby has.
    pub handed_over: usize,
    /// How many of them the lobby does not take.
    pub refused: usize,
    /// How many wishes the lobby does not have yet.
    pub wishes: usize,
    /// Why its clock is not trusted.
    pub doubt: Option<Doubt>,
    /// When too many wrong short codes last locked its keypad while it was alone.
    pub keypad_locked_at: Option<Timestamp>,
    /// Of how many handed-over tickets the lobby does not know yet what became of their paper.
    pub papers_untold: usize,
}

impl State {
    /// How many tickets and wishes the lobby does not have yet.
    pub fn open(&self) -> usize {
        self.given.saturating_sub(self.handed_over + self.refused) + self.wishes
    }

    /// Whether there is anything to tell the lobby.
    pub fn has_news(&self) -> bool {
        self.open() > 0 || self.papers_untold > 0
    }
}

impl Alone {
    /// A kiosk with this journal, and the list that it kept, if that is genuine.
    ///
    /// # Errors
    /// A journal that cannot be read.
    pub fn new(journal: Journal, clock: Clock) -> Result<Self, JournalError> {
        let kept = journal.list()?;
        let opened = kept.as_ref().map(Holdings::open).transpose();
        let damaged = opened.is_err();
        if damaged {
            tracing::error!("the day list on this terminal was changed and is not used");
        }
        let keypad = Attempts::new(5, TimeDelta::minutes(2), TimeDelta::minutes(1));
        let holdings = opened.ok().flatten();
        let shared = Shared { holdings, since: None, damaged, keypad, keypad_locked_at: None };
        Ok(Self { journal, clock, shared: Arc::new(Mutex::new(shared)) })
    }

    /// What the lobby told last, as the list has it.
    pub fn snapshot(&self) -> Option<KioskSnapshot> {
        self.shared().holdings.as_ref().map(|holdings| holdings.list.snapshot.clone())
    }

    /// Takes over a list that has just come: on the disk first, then in use. One that this key did not sign is
    /// left; the last one stays.
    ///
    /// # Errors
    /// A disk that does not take it: the last one stays in use, and its numbers with it.
    pub fn take(&self, list: SignedList, public_key: &str) -> Result<(), JournalError> {
        let kept = KeptList { public_key: public_key.to_owned(), list, received_at: self.clock.now() };
        let Ok(holdings) = Holdings::open(&kept) else {
            tracing::error!("a day list that the lobby did not sign is left");
            return Ok(());
        };
        self.journal.keep_list(&kept)?;
        let mut shared = self.shared();
        shared.holdings = Some(holdings);
        shared.since = Some(Instant::now());
        shared.damaged = false;
        Ok(())
    }

    /// The lobby does not accept this terminal any more: it gives nothing alone, either.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn forget(&self) -> Result<(), JournalError> {
        self.shared().holdings = None;
        self.journal.forget_list()
    }

    /// How things stand.
    ///
    /// # Errors
    /// A journal that cannot be read.
    pub fn state(&self) -> Result<State, JournalError> {
        let entries = self.journal.given_alone()?;
        let now = self.clock.now();
        let shared = self.shared();
        let holdings = shared.holdings.as_ref();
        let count = |state| entries.iter().filter(|entry| entry.state == state).count();
        Ok(State {
            list_made_at: holdings.map(|holdings| holdings.list.snapshot.now),
            bookings: holdings.map_or(0, |holdings| holdings.list.bookings.len()),
            damaged: shared.damaged,
            numbers_left: holdings.map_or(0, |holdings| holdings.numbers_left(&entries, now)),
            given: entries.len(),
            handed_over: count(EntryState::HandedOver),
            refused: count(EntryState::Refused),
            keypad_locked_at: shared.keypad_locked_at,
            papers_untold: self.journal.papers_untold()?.len(),
            wishes: self.journal.wishes()?,
            doubt: holdings.and_then(|holdings| shared.evidence(holdings, &entries).doubt(now)),
        })
    }

    /// All that was given alone today or is not handed over yet, in order, as it is shown and printed.
    ///
    /// # Errors
    /// A journal that cannot be read.
    pub fn tickets(&self) -> Result<Vec<TicketView>, JournalError> {
        let entries = self.journal.given_alone()?;
        let shared = self.shared();
        let Some(holdings) = &shared.holdings else { return Ok(Vec::new()) };
        let office = &holdings.list.snapshot.office;
        let today = office.day(self.clock.now());
        let wanted = |entry: &&Entry| {
            entry.state != EntryState::HandedOver || office.day(entry.given.seen_at) == today
        };
        Ok(entries.iter().filter(wanted).map(|entry| ticket::of_entry(entry, office)).collect())
    }

    /// Decides an attempt; `None` where the kiosk cannot say anything. What it gives is on the disk afterwards,
    /// linked to the ticket of a companion.
    ///
    /// # Errors
    /// A disk that does not take it: nothing was given.
    pub fn decide(
        &self,
        noted: &Attempt,
        wish: &Wish,
        with: Option<TicketNumber>,
    ) -> Result<Option<Answer>, JournalError> {
        self.settle(noted, wish, with, false)
    }

    /// What this kiosk has given alone for the very same wish and not yet handed over: it stands, though the
    /// lobby could be asked again.
    ///
    /// # Errors
    /// A journal that cannot be read.
    pub fn recall(
        &self,
        noted: &Attempt,
        wish: &Wish,
        with: Option<TicketNumber>,
    ) -> Result<Option<Answer>, JournalError> {
        self.settle(noted, wish, with, true)
    }

    /// Whether this kiosk would give or bring back a ticket for this, by what it knows now; `false` without a list.
    ///
    /// # Errors
    /// A journal that cannot be read.
    pub fn would_give(&self, wish: &Wish, seen_at: Timestamp) -> Result<bool, JournalError> {
        let entries = self.journal.given_alone()?;
        let shared = self.shared();
        let Some(holdings) = &shared.holdings else { return Ok(false) };
        let moment = shared.evidence(holdings, &entries).moment(seen_at, self.clock.now());
        let decision = decision(holdings, &entries, wish, moment);
        Ok(matches!(decision, Decision::Give(_) | Decision::Back(_)))
    }

    /// Keeps what somebody wishes of whoever calls, to be handed over to the lobby as soon as it is there.
    ///
    /// # Errors
    /// A disk that does not take it.
    pub fn wish(&self, number: TicketNumber, change: WishChange) -> Result<(), JournalError> {
        self.journal.keep_wish(number, change, self.clock.now())
    }

    fn settle(
        &self,
        noted: &Attempt,
        wish: &Wish,
        with: Option<TicketNumber>,
        known_only: bool,
    ) -> Result<Option<Answer>, JournalError> {
        let now = self.clock.now();
        let mut shared = self.shared();
        if shared.keypad_rests(wish, now) && !known_only {
            let until = shared.keypad.locked(&(), now).unwrap_or(now);
            return Ok(Some(check_in(now, CheckInAnswer::KeypadLocked { until })));
        }
        let Some(holdings) = shared.holdings.clone() else { return Ok(None) };
        let office = &holdings.list.snapshot.office;
        let day = |at: Timestamp| office.day(at).to_string();
        let settled = self.journal.settle_alone(noted.nonce, now, day, |entries| {
            let moment = shared.evidence(&holdings, entries).moment(noted.seen_at, now);
            let decision = decision(&holdings, entries, wish, moment);
            if known_only { only_known(decision, entries) } else { linked(decision, with) }
        })?;
        if !known_only {
            shared.watch_keypad(wish, &settled, now);
        }
        let answer = answer(&holdings, settled, wish, now);
        Ok(if known_only { answer.filter(has_ticket) } else { answer })
    }

    fn shared(&self) -> MutexGuard<'_, Shared> {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shared {
    fn evidence(&self, holdings: &Holdings, entries: &[Entry]) -> Evidence {
        let judged = entries.iter().map(|entry| entry.given.seen_at).max();
        let given = entries.iter().map(|entry| entry.given_at).max();
        Evidence {
            made_at: holdings.list.snapshot.now,
            received_at: holdings.received_at,
            since: self.since.map(|since| since.elapsed()),
            last: given.zip(judged),
        }
    }

    fn keypad_rests(&self, wish: &Wish, now: Timestamp) -> bool {
        is_typed(wish) && self.keypad.locked(&(), now).is_some()
    }

    fn watch_keypad(&mut self, wish: &Wish, settled: &Settled, now: Timestamp) {
        if !is_typed(wish) {
            return;
        }
        if *settled == Settled::Decided(Decision::Refuse(CheckInRefusal::Unknown)) {
            if self.keypad.wrong((), now).is_some() {
                tracing::warn!("too many wrong short codes, without the lobby: the keypad rests");
                self.keypad_locked_at = Some(now);
            }
        } else {
            self.keypad.right(&());
        }
    }
}

fn is_typed(wish: &Wish) -> bool {
    matches!(wish, Wish::CheckIn(Presented::ShortCode(_)))
}

fn decision(holdings: &Holdings, entries: &[Entry], wish: &Wish, moment: Moment) -> Decision {
    let given: Vec<Given> = entries.iter().map(|entry| entry.given.clone()).collect();
    let known = holdings.known(&given);
    match wish {
        Wish::CheckIn(presented) => holdings
            .judged(presented)
            .map_or(Decision::Unable, |presented| alone::check_in(&presented, moment, &known)),
        Wish::WalkIn(services, language) => spoken(alone::walk_in(services, moment, &known), *language),
        // What was offered to who came late was the lobby's to offer.
        Wish::Late(_) => Decision::Unable,
    }
}

/// The same in the language that was chosen.
fn spoken(decision: Decision, language: Language) -> Decision {
    match decision {
        Decision::Give(given) => Decision::Give(Given { language: Some(language.tag().to_owned()), ..given }),
        decision => decision,
    }
}

/// The same for somebody who came together with the holder of another number.
fn linked(decision: Decision, with: Option<TicketNumber>) -> Decision {
    match decision {
        Decision::Give(given) if given.number != with.unwrap_or(given.number) => {
            Decision::Give(Given { with, ..given })
        }
        Decision::Back(given) => Decision::Back(Given { with: with.or(given.with), ..given }),
        decision => decision,
    }
}

/// Nothing new is given; what is shown again must be this kiosk's own and not yet handed over.
fn only_known(decision: Decision, entries: &[Entry]) -> Decision {
    let is_open = |given: &Given| {
        entries.iter().any(|entry| entry.state == EntryState::Open && entry.given.number == given.number)
    };
    match decision {
        Decision::Again(given, state) if is_open(&given) => Decision::Again(given, state),
        _ => Decision::Unable,
    }
}

fn has_ticket(answer: &Answer) -> bool {
    matches!(
        answer,
        Answer::CheckIn(CheckInReply {
            answer: CheckInAnswer::CheckedIn { .. }
                | CheckInAnswer::AlreadyCheckedIn { .. }
                | CheckInAnswer::BackInQueue { .. },
            ..
        }) | Answer::Ticket(TicketReply { answer: TicketAnswer::Opened { .. }, .. })
    )
}

fn check_in(now: Timestamp, answer: CheckInAnswer) -> Answer {
    Answer::CheckIn(CheckInReply { now, language: None, answer })
}

/// The answer to somebody whose booking is on the list, in the language in which it was made.
fn in_language(holdings: &Holdings, given: &Given, now: Timestamp, answer: CheckInAnswer) -> Answer {
    let listed = holdings.list.bookings.iter().find(|listed| Some(listed.booking.id) == given.booking);
    let language = listed.and_then(|listed| listed.booking.language.clone());
    Answer::CheckIn(CheckInReply { now, language, answer })
}

fn answer(holdings: &Holdings, settled: Settled, wish: &Wish, now: Timestamp) -> Option<Answer> {
    let office = &holdings.list.snapshot.office;
    match settled {
        Settled::Kept(entry) => {
            let ticket = ticket::of_entry(&entry, office);
            Some(match wish {
                Wish::CheckIn(_) if entry.given.returned => {
                    in_language(holdings, &entry.given, now, CheckInAnswer::BackInQueue { ticket })
                }
                Wish::CheckIn(_) => {
                    in_language(holdings, &entry.given, now, CheckInAnswer::CheckedIn { ticket })
                }
                Wish::WalkIn(..) | Wish::Late(_) => {
                    Answer::Ticket(TicketReply { now, answer: TicketAnswer::Opened { ticket } })
                }
            })
        }
        Settled::Decided(Decision::Again(given, state)) => {
            let ticket = ticket::of_list(&given, state, office);
            Some(in_language(holdings, &given, now, CheckInAnswer::AlreadyCheckedIn { ticket }))
        }
        Settled::Decided(Decision::Refuse(refusal)) => Some(check_in(now, refusal.into())),
        Settled::Decided(Decision::Unable | Decision::Give(_) | Decision::Back(_)) => None,
    }
}

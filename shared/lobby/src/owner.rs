//! The one owner of the queue: decides, commits, applies, publishes, answers.
//!
//! It takes what has arrived and decides each request in turn against a working copy that already holds the
//! batch's earlier events. All events, nonces and replies become durable in one commit; before it nothing is
//! shown to anybody. An answer that is dropped instead of given means that nothing was kept.

use crate::beside::{Beside, FeedPosition};
use crate::lobby::{Answered, LobbyError, Published};
use crate::reports;
use crate::screens::{Screens, Shown};
use crate::secret;
use crate::store::StoreError;
use crate::store::digests;
use crate::store::log::{Batch, Known, LogStore};
use crate::store::persons::{Came, Persons};
use chrono::{SubsecRound, TimeDelta};
use foyer_domain::Timestamp;
use foyer_domain::engine::{Command, Event, QueueState, Reply};
use foyer_domain::visit::Actor;
use foyer_protocol::feed::{Change, Report};
use foyer_protocol::lobby::HandOverRequest;
use foyer_protocol::log::Record;
use foyer_protocol::nonce::Nonce;
use foyer_protocol::program::Clock;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use tokio::sync::{broadcast, mpsc, oneshot, watch};

mod feed;
mod hand_over;
mod phone;
mod tidy;

pub(crate) use tidy::{CLERKS_FOR, Tidy};

/// How many requests one commit takes. More would make the first one wait for the last one's decision, and
/// at 256 the commit's own time is already spread so thin that it no longer counts.
pub(crate) const BATCH: usize = 256;

/// How many requests may wait for the owner: two full batches behind the one that is under way. Who comes
/// when it is full waits at the door, so that memory stays bounded and the network pushes back.
pub(crate) const WAITING: usize = 2 * BATCH;

/// After so many events the state is written beside the log, so that a start reads fewer than these.
const CHECKPOINT_EVERY: u64 = 2_000;

/// What the owner is asked to do, and where the answer goes.
pub(crate) enum Job {
    /// Decide a command.
    Ask { actor: Actor, nonce: Option<Nonce>, command: Command, answer: Answer<Result<Answered, LobbyError>> },
    /// Take over what a kiosk did while it was alone.
    HandOver {
        actor: Actor,
        nonce: Nonce,
        request: Box<HandOverRequest>,
        answer: Answer<Result<Answered, LobbyError>>,
    },
    /// Look up what was answered to a nonce.
    Recollect { actor: Actor, nonce: Nonce, answer: Answer<Result<Option<Answered>, LobbyError>> },
    /// Take over a change of the booking server's feed.
    Follow { step: Box<FeedStep>, answer: Answer<Result<Taken, LobbyError>> },
    /// The oldest reports for the booking server.
    Reports { limit: u32, answer: Answer<Vec<Report>> },
    /// The booking server knows the reports up to this one.
    Reported { up_to: u64, answer: Answer<()> },
    /// Do a part of what has become due by the log's age.
    Tidy { tidy: Box<Tidy>, answer: Answer<bool> },
    /// End the thread after this batch.
    Stop,
}

/// A change of the feed and its place in it.
pub(crate) struct FeedStep {
    /// The cursor before it. If the log holds another, an earlier change was not kept, and this one must
    /// not hide that by moving the cursor on.
    pub(crate) after: Option<String>,
    /// The position after it.
    pub(crate) position: FeedPosition,
    /// The change, if it was understood.
    pub(crate) change: Option<Change>,
}

/// What became of a change of the feed.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Taken {
    /// It is in the log.
    Fully,
    /// It is passed over; this is why.
    Not(String),
}

/// Where an answer goes once it is durable.
pub(crate) type Answer<T> = oneshot::Sender<T>;

type Settled = Box<dyn FnOnce() + Send>;

/// Where the owner publishes.
pub(crate) struct Outlets {
    pub(crate) published: watch::Sender<Published>,
    pub(crate) records: broadcast::Sender<Arc<Record>>,
    pub(crate) screens: Arc<Screens>,
}

/// The owner of the queue and its database.
pub(crate) struct Owner {
    pub(crate) store: LogStore,
    pub(crate) persons: Persons,
    pub(crate) clock: Clock,
    pub(crate) jobs: mpsc::Receiver<Job>,
    pub(crate) outlets: Outlets,
    pub(crate) current: Published,
    pub(crate) checkpoint: u64,
    pub(crate) tidied: Timestamp,
}

impl Owner {
    /// Works until it is told to stop or nobody can ask any more.
    pub(crate) fn run(mut self) {
        while let Some(first) = self.jobs.blocking_recv() {
            let mut jobs = vec![first];
            while jobs.len() < BATCH
                && let Ok(job) = self.jobs.try_recv()
            {
                jobs.push(job);
            }
            let stop = jobs.iter().any(|job| matches!(job, Job::Stop));
            // A fault in one decision must not end the office's day: the batch is dropped, all in it get
            // "storage unavailable", and the state is as it was.
            match catch_unwind(AssertUnwindSafe(|| self.settle(jobs))) {
                Ok(Ok(())) => {}
                Ok(Err(error)) => {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "nothing was kept; all in this batch are told so"
                    );
                }
                Err(_) => tracing::error!("a decision failed inside; nothing of its batch was kept"),
            }
            if stop {
                break;
            }
        }
        self.write_checkpoint();
    }

    fn settle(&mut self, jobs: Vec<Job>) -> Result<(), StoreError> {
        let now = self.clock.now();
        let mut working = Working::new(&self.current);
        let batch = self.store.begin()?;
        let mut settled = Vec::with_capacity(jobs.len());
        for job in jobs {
            settled.extend(working.decide(&batch, self.clock.now().trunc_subsecs(3), job)?);
        }
        if now - self.tidied > TimeDelta::hours(1) || now < self.tidied {
            batch.forget_nonces(now)?;
            self.tidied = now;
        }
        // Before the commit: a name without its booking goes by itself, a booking waits for its name in vain.
        self.persons.keep(&working.came)?;
        batch.commit()?;
        let came = std::mem::take(&mut working.came);
        self.publish(working);
        self.persons.show(came);
        for answer in settled {
            answer();
        }
        if self.current.seq - self.checkpoint >= CHECKPOINT_EVERY {
            self.write_checkpoint();
        }
        Ok(())
    }

    fn publish(&mut self, working: Working) {
        let Working { now: next, records, shown, came: _ } = working;
        if next == self.current {
            return;
        }
        self.current = next.clone();
        // Readers of the state first: whoever is told of an event finds it there.
        self.outlets.published.send_replace(next);
        self.outlets.screens.publish(self.current.seq, shown);
        for record in records {
            // Nobody listening is no fault.
            let _ = self.outlets.records.send(record);
        }
    }

    fn write_checkpoint(&mut self) {
        if self.checkpoint == self.current.seq {
            return;
        }
        match self.store.write_checkpoint(self.current.seq, &self.current.state) {
            Ok(()) => self.checkpoint = self.current.seq,
            // It is a shortcut only.
            Err(error) => {
                tracing::warn!(error = &error as &dyn std::error::Error, "no checkpoint was written")
            }
        }
    }
}

/// The queue as it will be when the batch is durable.
struct Working {
    now: Published,
    records: Vec<Arc<Record>>,
    shown: Vec<Shown>,
    /// What came with bookings and is never in an event.
    came: Came,
}

impl Working {
    fn new(current: &Published) -> Self {
        Self { now: current.clone(), records: Vec::new(), shown: Vec::new(), came: Came::default() }
    }

    fn decide(&mut self, batch: &Batch<'_>, now: Timestamp, job: Job) -> Result<Option<Settled>, StoreError> {
        Ok(match job {
            Job::Ask { actor, nonce, command, answer } => {
                let answered = self.ask(batch, now, actor, nonce, &command)?;
                give(answer, answered)
            }
            Job::HandOver { actor, nonce, request, answer } => {
                let answered = self.hand_over(batch, now, actor, nonce, *request)?;
                give(answer, answered)
            }
            Job::Recollect { actor, nonce, answer } => give(answer, recollect(batch, &actor, nonce)?),
            Job::Follow { step, answer } => {
                let taken = self.follow(batch, now, *step)?;
                give(answer, taken)
            }
            Job::Reports { limit, answer } => give(answer, batch.reports(limit)?),
            Job::Reported { up_to, answer } => {
                batch.drop_reports(up_to)?;
                give(answer, ())
            }
            Job::Tidy { tidy, answer } => give(answer, tidy::tidy(batch, now, *tidy)?),
            Job::Stop => None,
        })
    }

    /// A nonce comes first: the same answer again, whatever the time and the state are now. A refusal is not
    /// kept with its nonce: it changed nothing, so asking again is judged anew.
    fn ask(
        &mut self,
        batch: &Batch<'_>,
        now: Timestamp,
        actor: Actor,
        nonce: Option<Nonce>,
        command: &Command,
    ) -> Result<Result<Answered, LobbyError>, StoreError> {
        if let Some(nonce) = nonce {
            match recollect(batch, &actor, nonce)? {
                Ok(None) => {}
                Ok(Some(answered)) => return Ok(Ok(answered)),
                Err(error) => return Ok(Err(error)),
            }
        }
        let decision = match self.now.state.decide(now, &actor, command) {
            Ok(decision) => decision,
            Err(refusal) => return Ok(Err(LobbyError::Refused(refusal))),
        };
        // A terminal that says once more what is known need not be remembered: 200 displays acknowledge every call.
        let says_something = !decision.events.is_empty() || decision.reply != Reply::Done;
        self.record(batch, now, &actor, decision.events)?;
        if let Some(nonce) = nonce.filter(|_| says_something) {
            batch.keep_reply(&actor, nonce, now, self.now.seq, &decision.reply)?;
        }
        Ok(Ok(Answered { reply: decision.reply, seq: self.now.seq }))
    }

    fn record(
        &mut self,
        batch: &Batch<'_>,
        at: Timestamp,
        actor: &Actor,
        events: Vec<Event>,
    ) -> Result<(), StoreError> {
        for event in events {
            self.now.seq += 1;
            let record = Record { seq: self.now.seq, at, actor: actor.clone(), event };
            batch.append(&record)?;
            if let Event::VisitOpened { visit, .. } = &record.event {
                let secret = secret::uuid();
                batch.keep_secret(*visit, secret)?;
                self.beside().keep_secret(*visit, secret);
            }
            if let Event::DayEnded { day } = record.event {
                batch.keep_day(day, self.now.state.visits())?;
            }
            let before = reports::Before::of(&self.now.state, &record.event);
            self.state().apply(at, &record.event);
            self.shown.extend(before.shown(&record, &self.now.state));
            for report in before.reports(&record, &self.now.state, &self.now.beside) {
                batch.add_report(&report)?;
                self.now.last_report = report.id;
            }
            if digests::is_due(record.seq, &record.event) {
                batch.keep_digest(&record, &self.now.state)?;
            }
            if matches!(record.event, Event::DayEnded { .. }) {
                self.prune(batch)?;
            }
            self.records.push(Arc::new(record));
        }
        Ok(())
    }

    fn prune(&mut self, batch: &Batch<'_>) -> Result<(), StoreError> {
        let state = Arc::clone(&self.now.state);
        let (visits, bookings) = self
            .beside()
            .prune(|visit| state.visit(visit).is_some(), |booking| state.booking(booking).is_some());
        batch.drop_secrets(&visits)?;
        batch.drop_short_codes(&bookings)
    }

    /// The state to change; copied once a batch, when the first event comes.
    fn state(&mut self) -> &mut QueueState {
        Arc::make_mut(&mut self.now.state)
    }

    fn beside(&mut self) -> &mut Beside {
        Arc::make_mut(&mut self.now.beside)
    }
}

fn recollect(
    batch: &Batch<'_>,
    actor: &Actor,
    nonce: Nonce,
) -> Result<Result<Option<Answered>, LobbyError>, StoreError> {
    Ok(match batch.known(actor, nonce)? {
        None => Ok(None),
        Some(Known::Reply(reply, seq)) => Ok(Some(Answered { reply, seq })),
        Some(Known::OfAnother) => Err(LobbyError::NonceTaken),
    })
}

fn give<T: Send + 'static>(to: Answer<T>, answer: T) -> Option<Settled> {
    // Whoever asked may have gone; then nobody reads it.
    Some(Box::new(move || drop(to.send(answer))))
}

#[cfg(test)]
mod tests;

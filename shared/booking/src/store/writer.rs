//! The one thread that writes. It takes what has arrived, runs each job in a savepoint of one transaction, commits
//! once, then marks the catalog, announces and answers: nobody hears of what is not on the disk.
//!
//! Where several servers share a database, one of them writes at a time (see [`Begin::Write`]) and first takes over
//! what the others have done ([`peers`]), so that each catalog follows the commits in their order.

use super::catalog::{Catalog, Effect};
use super::changes;
use super::connection::Source;
use super::fault::StoreFault;
use super::link::{Forget, Link};
use super::peers::{self, News};
use super::phones::Phones;
use super::sql::{Begin, Connection};
use super::{tickets, waiting};
use foyer_domain::Timestamp;
use std::sync::Arc;
use std::thread::JoinHandle;
use tokio::sync::{mpsc, oneshot, watch};

/// So many requests wait for the writer; beyond it they wait in their own connections.
const WAITING: usize = 1024;
/// So many share one commit: past fifty a commit's price no longer shows.
const BATCH: usize = 64;

/// What a job works with.
pub(super) struct Work<'a> {
    /// Inside the job's savepoint.
    pub connection: &'a Connection,
    /// What is in force, as of the beginning of the batch.
    pub catalog: &'a Catalog,
    /// Whether there is a mail server that will get letters.
    pub writes_letters: bool,
    /// What to do once it is committed.
    pub effects: Vec<Effect>,
}

type Deliver = Box<dyn FnOnce(Result<(), StoreFault>) + Send>;
type Job = Box<dyn FnOnce(&mut Work<'_>) -> Deliver + Send>;

pub(super) enum Order {
    /// Do this.
    Job(Job),
    /// Look whether another process has changed the database; at this moment, if whoever asks has a clock.
    Look(Option<Timestamp>),
}

/// What the thread owns.
pub(super) struct Owned {
    pub source: Source,
    pub connection: Connection,
    pub catalog: Arc<Catalog>,
    pub announce: watch::Sender<i64>,
    pub phones: Arc<Phones>,
    pub writes_letters: bool,
    /// What was taken over of others so far.
    pub news: News,
    /// The last moment that somebody with a clock told.
    pub now: Timestamp,
    pub link: Link,
    pub forget: Forget,
}

/// The way to the thread.
#[derive(Clone)]
pub(super) struct Writer {
    // Dropped before the thread is waited for, or it would wait for orders for ever.
    orders: mpsc::Sender<Order>,
    _thread: Arc<Thread>,
}

/// Waits for the thread when the last way to it is gone, so that the database is closed by then.
struct Thread(Option<JoinHandle<()>>);

impl Drop for Thread {
    fn drop(&mut self) {
        // A thread that panicked has said so.
        let _ = self.0.take().map(JoinHandle::join);
    }
}

impl Writer {
    /// Starts the thread; it ends when the last way to it is gone.
    pub(super) fn start(owned: Owned) -> Self {
        let (orders, arrived) = mpsc::channel(WAITING);
        peers::listen(&owned.source, orders.downgrade());
        let thread = std::thread::spawn(move || run(owned, arrived));
        Self { orders, _thread: Arc::new(Thread(Some(thread))) }
    }

    pub(super) fn is_running(&self) -> bool {
        !self.orders.is_closed()
    }

    /// Runs a job in a transaction and answers once it is on the disk. An error undoes the job alone.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        job: impl FnOnce(&mut Work<'_>) -> Result<T, StoreFault> + Send + 'static,
    ) -> Result<T, StoreFault> {
        let (answer, wait) = oneshot::channel();
        let job: Job = Box::new(move |work| {
            let result = attempt(work, |work| job(work).map(Ok::<T, ()>));
            Box::new(move |committed| {
                // Whoever asked may have gone; the work stands all the same.
                let _ = answer.send(committed.and(result));
            })
        });
        self.orders.send(Order::Job(job)).await.map_err(|_| StoreFault::Stopped)?;
        match wait.await {
            Ok(Ok(Ok(value))) => Ok(value),
            Ok(Err(fault)) => Err(fault),
            // It was never begun: the database does not answer.
            Ok(Ok(Err(()))) | Err(_) => Err(StoreFault::Away),
        }
    }

    /// Takes over what another process has committed.
    pub(super) async fn look(&self, now: Timestamp) -> Result<(), StoreFault> {
        self.orders.send(Order::Look(Some(now))).await.map_err(|_| StoreFault::Stopped)
    }
}

/// Runs `job` in a savepoint that stands only if it succeeds: a refusal and a fault both leave nothing behind.
pub(super) fn attempt<T, R>(
    work: &mut Work<'_>,
    job: impl FnOnce(&mut Work<'_>) -> Result<Result<T, R>, StoreFault>,
) -> Result<Result<T, R>, StoreFault> {
    let before = work.effects.len();
    work.connection.batch("savepoint attempt")?;
    let result = job(work);
    if matches!(result, Ok(Ok(_))) {
        work.connection.batch("release attempt")?;
    } else {
        work.effects.truncate(before);
        work.connection.batch("rollback to attempt; release attempt")?;
    }
    result
}

fn run(mut owned: Owned, mut arrived: mpsc::Receiver<Order>) {
    let mut orders = Vec::with_capacity(BATCH);
    while arrived.blocking_recv_many(&mut orders, BATCH) > 0 {
        let mut jobs = Vec::with_capacity(orders.len());
        for order in orders.drain(..) {
            match order {
                Order::Job(job) => jobs.push(job),
                Order::Look(now) => look(&mut owned, now),
            }
        }
        if !jobs.is_empty() {
            write(&mut owned, jobs);
        }
    }
}

fn write(owned: &mut Owned, jobs: Vec<Job>) {
    let mut delivers = Vec::with_capacity(jobs.len());
    let committed = commit(owned, jobs, &mut delivers);
    let answer = match committed {
        Ok(effects) => {
            after(owned, effects);
            announce(owned, false);
            Ok(())
        }
        Err(fault) => {
            tracing::error!(
                error = &fault as &dyn std::error::Error,
                "a transaction failed; nothing of it stays"
            );
            Err(fault)
        }
    };
    for deliver in delivers {
        deliver(answer.clone());
    }
}

fn commit(owned: &mut Owned, jobs: Vec<Job>, delivers: &mut Vec<Deliver>) -> Result<Vec<Effect>, StoreFault> {
    begin(owned)?;
    let done = decide(owned, jobs, delivers);
    let ended = owned.connection.end(done.is_ok());
    let (effects, told) = done?;
    ended?;
    if let Some(told) = told {
        owned.news.have_told(told);
    }
    Ok(effects)
}

/// Runs the jobs within the transaction; what follows from them, and under which number others were told.
fn decide(
    owned: &mut Owned,
    jobs: Vec<Job>,
    delivers: &mut Vec<Deliver>,
) -> Result<(Vec<Effect>, Option<i64>), StoreFault> {
    if owned.connection.is_shared() {
        for effect in owned.news.of_others(&owned.connection, owned.now)? {
            follow(owned, effect);
        }
    }
    let mut work = Work {
        connection: &owned.connection,
        catalog: &owned.catalog,
        writes_letters: owned.writes_letters,
        effects: Vec::new(),
    };
    for job in jobs {
        delivers.push(job(&mut work));
    }
    waiting::offer_freed(&mut work, owned.now);
    let effects = work.effects;
    let told = peers::tell(&owned.connection, &effects)?;
    Ok((effects, told))
}

/// Begins to write. A connection that was lost is made anew.
fn begin(owned: &mut Owned) -> Result<(), StoreFault> {
    let Err(fault) = owned.connection.begin(Begin::Write) else { return Ok(()) };
    if !owned.connection.is_shared() {
        return Err(fault);
    }
    owned.connection = owned.link.lost(&fault, || owned.source.reconnect()).ok_or(fault)?;
    owned.connection.begin(Begin::Write)
}

/// What follows a commit of this process.
fn after(owned: &mut Owned, effects: Vec<Effect>) {
    for effect in effects {
        follow(owned, effect);
    }
    forget(owned);
}

/// What follows an effect, whoever committed it.
fn follow(owned: &mut Owned, effect: Effect) {
    match effect {
        Effect::Reload(now) => reload(owned, now),
        Effect::Ticket(hash, Some(ticket)) => owned.phones.tell(&hash, ticket),
        Effect::Ticket(hash, None) if owned.phones.is_followed(&hash) => {
            // Whoever cannot be told now is told with the next change, or reads it anew.
            if let Ok(Ok(ticket)) = tickets::read(&owned.connection, &hash) {
                owned.phones.tell(&hash, Arc::new(ticket));
            }
        }
        Effect::Ticket(..) => {}
        Effect::Positions(office) => {
            if let Ok(Some(positions)) = tickets::positions(&owned.connection, &office) {
                owned.phones.place(office, positions);
            }
        }
        Effect::Forgotten => owned.forget.ask(),
        Effect::Mark(mark) => owned.catalog.mark(&mark),
        Effect::HeldUntil(until) => owned.catalog.expect_expiry(until),
        Effect::NextExpiry(next) => owned.catalog.set_expiry(next),
    }
}

/// Wakes who follows the changes, if there is a newer one. An office that another process made is known here only
/// once it was taken over, `anew`; its change may have been counted before, with a commit of this one.
fn announce(owned: &Owned, anew: bool) {
    match changes::newest(&owned.connection) {
        Ok(newest) => {
            owned.announce.send_if_modified(|known| std::mem::replace(known, newest) != newest || anew);
        }
        Err(fault) => {
            tracing::error!(error = &fault as &dyn std::error::Error, "cannot read the newest change")
        }
    }
}

fn reload(owned: &mut Owned, now: Timestamp) {
    if let Err(fault) = owned.catalog.reload(&owned.connection, now) {
        owned.news.have_lost_track();
        tracing::error!(error = &fault as &dyn std::error::Error, "cannot read the offices anew");
    }
}

/// Takes over what other processes have committed.
fn look(owned: &mut Owned, now: Option<Timestamp>) {
    owned.now = now.unwrap_or(owned.now);
    let Owned { connection, news, now, .. } = owned;
    match connection.within(Begin::Read, |connection| news.of_others(connection, *now)) {
        Ok(effects) => {
            let anew = !effects.is_empty();
            for effect in effects {
                follow(owned, effect);
            }
            announce(owned, anew);
            forget(owned);
        }
        Err(fault) if owned.connection.is_shared() => {
            if let Some(fresh) = owned.link.lost(&fault, || owned.source.reconnect()) {
                owned.connection = fresh;
            }
        }
        Err(fault) => {
            tracing::error!(error = &fault as &dyn std::error::Error, "cannot look at the database")
        }
    }
}

/// Deleted personal data leaves the files, too, as soon as that is due.
fn forget(owned: &mut Owned) {
    if !owned.forget.is_due(owned.connection.is_shared()) {
        return;
    }
    match owned.connection.forget() {
        Ok(()) => owned.forget.done(),
        Err(fault) => {
            owned.forget.failed();
            tracing::warn!(
                error = &fault as &dyn std::error::Error,
                "deleted contacts stay in the database's files for now; it is tried again"
            );
        }
    }
}

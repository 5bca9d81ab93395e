//! The one thread that writes. It takes what has arrived, runs each job in a savepoint of one transaction, commits
//! once, then marks the catalog, announces and answers: nobody hears of what is not on the disk.

use super::catalog::{Catalog, Effect};
use super::changes;
use super::fault::StoreFault;
use super::phones::Phones;
use foyer_domain::Timestamp;
use rusqlite::{Connection, TransactionBehavior};
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
    /// What to do once it is committed.
    pub effects: Vec<Effect>,
}

type Deliver = Box<dyn FnOnce(Result<(), StoreFault>) + Send>;
type Job = Box<dyn FnOnce(&mut Work<'_>) -> Deliver + Send>;

enum Order {
    /// Do this.
    Job(Job),
    /// Look whether another process has changed the database.
    Look(Timestamp),
}

/// What the thread owns.
pub(super) struct Owned {
    pub connection: Connection,
    pub catalog: Arc<Catalog>,
    pub announce: watch::Sender<i64>,
    pub phones: Arc<Phones>,
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
            Ok(Ok(Err(()))) | Err(_) => Err(StoreFault::Stopped),
        }
    }

    /// Takes over what another process has committed.
    pub(super) async fn look(&self, now: Timestamp) -> Result<(), StoreFault> {
        self.orders.send(Order::Look(now)).await.map_err(|_| StoreFault::Stopped)
    }
}

/// Runs `job` in a savepoint that stands only if it succeeds: a refusal and a fault both leave nothing behind.
pub(super) fn attempt<T, R>(
    work: &mut Work<'_>,
    job: impl FnOnce(&mut Work<'_>) -> Result<Result<T, R>, StoreFault>,
) -> Result<Result<T, R>, StoreFault> {
    let before = work.effects.len();
    work.connection.execute_batch("savepoint attempt")?;
    let result = job(work);
    if matches!(result, Ok(Ok(_))) {
        work.connection.execute_batch("release attempt")?;
    } else {
        work.effects.truncate(before);
        work.connection.execute_batch("rollback to attempt; release attempt")?;
    }
    result
}

fn run(mut owned: Owned, mut arrived: mpsc::Receiver<Order>) {
    let mut seen = data_version(&owned.connection).unwrap_or_default();
    let mut orders = Vec::with_capacity(BATCH);
    while arrived.blocking_recv_many(&mut orders, BATCH) > 0 {
        let mut jobs = Vec::with_capacity(orders.len());
        for order in orders.drain(..) {
            match order {
                Order::Job(job) => jobs.push(job),
                Order::Look(now) => take_over(&owned, &mut seen, now),
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
    let transaction = owned.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut work = Work { connection: &transaction, catalog: &owned.catalog, effects: Vec::new() };
    for job in jobs {
        delivers.push(job(&mut work));
    }
    let effects = work.effects;
    transaction.commit()?;
    Ok(effects)
}

/// What follows a commit.
fn after(owned: &Owned, effects: Vec<Effect>) {
    let mut truncate = false;
    for effect in effects {
        match effect {
            Effect::Reload(now) => reload(owned, now),
            Effect::Ticket(hash, ticket) => owned.phones.tell(&hash, ticket),
            Effect::Forgotten => truncate = true,
            Effect::Mark(mark) => owned.catalog.mark(&mark),
            Effect::HeldUntil(until) => owned.catalog.expect_expiry(until),
            Effect::NextExpiry(next) => owned.catalog.set_expiry(next),
        }
    }
    announce(owned, false);
    if truncate
        && let Err(error) = owned.connection.query_row("pragma wal_checkpoint(truncate)", [], |_| Ok(()))
    {
        tracing::warn!(
            error = &error as &dyn std::error::Error,
            "deleted contacts stay in the log until the next checkpoint"
        );
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

fn reload(owned: &Owned, now: Timestamp) {
    if let Err(fault) = owned.catalog.reload(&owned.connection, now) {
        tracing::error!(error = &fault as &dyn std::error::Error, "cannot read the offices anew");
    }
}

fn take_over(owned: &Owned, seen: &mut i64, now: Timestamp) {
    match data_version(&owned.connection) {
        Ok(version) if version != *seen => {
            *seen = version;
            reload(owned, now);
            announce(owned, true);
        }
        Ok(_) => {}
        Err(fault) => {
            tracing::error!(error = &fault as &dyn std::error::Error, "cannot look at the database")
        }
    }
}

/// Changes when another connection has committed, never by this one's own commits.
fn data_version(connection: &Connection) -> Result<i64, StoreFault> {
    Ok(connection.query_row("pragma data_version", [], |row| row.get(0))?)
}

//! What servers on one PostgreSQL database tell each other: each commit leaves what follows from it in the table
//! `effect`, numbered in the order of the commits, and wakes the others. SQLite has one server; what its command line
//! writes beside it shows in SQLite's `data_version`.

use super::catalog::Effect;
use super::connection::Source;
use super::fault::StoreFault;
use super::sql::{Connection, sqlite, values};
use super::writer::Order;
use foyer_domain::Timestamp;
use std::time::Duration;
use tokio::sync::mpsc::WeakSender;

/// So often the listener looks whether anybody still needs it.
const LOOK_UP: Duration = Duration::from_secs(1);
/// So long it waits before it tries a database again that does not answer.
const AGAIN_AFTER: Duration = Duration::from_secs(1);
/// So many effects are kept for servers that lag behind; whoever missed more reads everything anew.
const KEPT: i64 = 10_000;

/// How far this server has taken over what others have done.
pub(super) struct News {
    /// The last effect, or SQLite's version of the data; `None` where it is not known what was missed.
    seen: Option<i64>,
}

impl News {
    /// Everything up to now is known: call it in the transaction that reads everything.
    pub(super) fn up_to_now(connection: &Connection) -> Result<Self, StoreFault> {
        Ok(Self { seen: Some(newest(connection)?) })
    }

    /// What others have done since the last time, in their order; within a transaction.
    pub(super) fn of_others(
        &mut self,
        connection: &Connection,
        now: Timestamp,
    ) -> Result<Vec<Effect>, StoreFault> {
        let newest = newest(connection)?;
        let effects = match self.seen {
            Some(seen) if seen == newest => Vec::new(),
            Some(seen) if connection.is_shared() => {
                between(connection, seen, newest)?.unwrap_or_else(|| vec![Effect::Reload(now)])
            }
            _ => vec![Effect::Reload(now)],
        };
        // Not before all of it was read: what fails here is taken over the next time.
        self.seen = Some(newest);
        Ok(effects)
    }

    /// What this server has told itself need not be taken over.
    pub(super) fn have_told(&mut self, seq: i64) {
        self.seen = self.seen.map(|_| seq);
    }

    /// What was taken over could not be followed: everything is to be read anew.
    pub(super) fn have_lost_track(&mut self) {
        self.seen = None;
    }
}

/// What followed from the commits after `seen`; `None` if not all of it is kept any more.
fn between(connection: &Connection, seen: i64, newest: i64) -> Result<Option<Vec<Effect>>, StoreFault> {
    let sql = "select body from effect where seq > ?1 order by seq";
    let bodies = connection.rows(sql, values![seen], |row| row.get::<String>(0))?;
    if bodies.len() as i64 != newest - seen {
        return Ok(None);
    }
    let mut effects = Vec::new();
    for body in bodies {
        effects.extend(serde_json::from_str::<Vec<Effect>>(&body)?);
    }
    Ok(Some(effects))
}

fn newest(connection: &Connection) -> Result<i64, StoreFault> {
    match connection {
        Connection::Sqlite(sqlite) => sqlite::data_version(sqlite),
        Connection::Postgres(_) => {
            connection.one("select seq from feed where name = 'effect'", &[], |row| row.get(0))
        }
    }
}

/// Tells the others what follows from this transaction, and wakes them once it is committed; under which number.
pub(super) fn tell(connection: &Connection, effects: &[Effect]) -> Result<Option<i64>, StoreFault> {
    let Connection::Postgres(session) = connection else { return Ok(None) };
    // Fails where the transaction has failed, which a commit alone would not say.
    session.notify()?;
    // Each server tidies the files up that it was asked to.
    let news: Vec<&Effect> = effects.iter().filter(|effect| !matches!(effect, Effect::Forgotten)).collect();
    if news.is_empty() {
        return Ok(None);
    }
    let sql = "update feed set seq = seq + 1 where name = 'effect' returning seq";
    let seq: i64 = connection.one(sql, &[], |row| row.get(0))?;
    let sql = "insert into effect (seq, body) values (?1, ?2)";
    connection.execute(sql, values![seq, serde_json::to_string(&news)?])?;
    Ok(Some(seq))
}

/// Drops what no server that runs still needs.
pub(super) fn drop_old(connection: &Connection) -> Result<(), StoreFault> {
    if connection.is_shared() {
        connection.execute("delete from effect where seq <= ?1", values![newest(connection)? - KEPT])?;
    }
    Ok(())
}

/// Wakes the writer whenever another server has committed, for as long as the writer lives.
pub(super) fn listen(source: &Source, orders: WeakSender<Order>) {
    let Source::Postgres(address) = source else { return };
    let address = address.clone();
    std::thread::spawn(move || {
        while orders.upgrade().is_some() {
            let Ok(mut listener) = address.listen() else {
                std::thread::sleep(AGAIN_AFTER);
                continue;
            };
            // What was told before it listened.
            let mut heard = Ok(true);
            while let (Ok(is_news), Some(orders)) = (heard, orders.upgrade()) {
                if is_news && orders.blocking_send(Order::Look(None)).is_err() {
                    return;
                }
                drop(orders);
                heard = listener.wait(LOOK_UP);
            }
        }
    });
}

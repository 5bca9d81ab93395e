//! The registry's file, and the link to the booking server in it.

use super::retention::Roles;
use super::{StoreError, Use, make_folder, millis, open, staff};
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use rusqlite::{Connection, OptionalExtension, params};
use std::fmt;
use std::path::Path;
use std::sync::{Arc, Mutex};
use url::Url;

mod embedded {
    refinery::embed_migrations!("migrations/registry");
}

/// Staff, sessions, terminals and the link. Every use is one short transaction of its own.
#[derive(Clone)]
pub struct Registry {
    db: Arc<Mutex<Connection>>,
}

/// How the lobby signs on to the booking server.
#[derive(Clone, PartialEq, Eq)]
pub struct Link {
    /// Which sign-on: an old cursor belongs to another.
    pub id: String,
    /// Where the booking server is.
    pub url: Url,
    /// Which office this lobby serves.
    pub office: OfficeId,
    /// The secret.
    pub token: String,
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("Link");
        shown.field("url", &self.url.as_str()).field("office", &self.office).finish_non_exhaustive()
    }
}

/// Something that staff should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoticeRow {
    /// Counts up.
    pub id: i64,
    /// When, in milliseconds.
    pub at_ms: i64,
    /// What kind, as the program calls it.
    pub kind: String,
    /// A terminal's name or a ticket's number.
    pub subject: String,
    /// What exactly.
    pub detail: String,
}

impl Registry {
    /// Opens or makes the registry in the folder of the data.
    ///
    /// # Errors
    /// A folder or file that cannot be used; the message says what helps.
    pub fn open(folder: &Path) -> Result<Self, StoreError> {
        make_folder(folder)?;
        let db = open(&folder.join("registry.db"), &embedded::migrations::runner(), Use::Shared)?;
        Ok(Self { db: Arc::new(Mutex::new(db)) })
    }

    /// Does something with the file, on a thread that may wait for the disk.
    pub(crate) async fn run<R: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Connection) -> rusqlite::Result<R> + Send + 'static,
    ) -> Result<R, StoreError> {
        let db = Arc::clone(&self.db);
        let done = tokio::task::spawn_blocking(move || {
            // A poisoned lock means a panic between two statements; SQLite rolls back what was open.
            let mut db = db.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            work(&mut db)
        });
        Ok(done.await.expect("database work neither panics nor is cancelled")?)
    }

    /// How this lobby signs on to the booking server, if it ever did.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn link(&self) -> Result<Option<Link>, StoreError> {
        self.run(|db| {
            db.prepare_cached("select id, url, office, token from link")?.query_row([], read_link).optional()
        })
        .await
    }

    /// Keeps how this lobby signs on from now on.
    ///
    /// # Errors
    /// A database that does not answer.
    pub async fn keep_link(&self, link: Link) -> Result<(), StoreError> {
        self.run(move |db| {
            db.execute(
                "insert or replace into link (one, id, url, office, token) values (1, ?, ?, ?, ?)",
                params![link.id, link.url.as_str(), link.office.as_str(), link.token],
            )
        })
        .await?;
        Ok(())
    }

    /// What everybody may do who may sign in or once might.
    pub(crate) async fn staff_roles(&self) -> Result<Roles, StoreError> {
        Ok(self.run(|db| staff::roles(db)).await?.into_iter().collect())
    }

    /// Forgets who was removed before a moment, and what was offered or told until then.
    pub(crate) async fn forget_old(&self, before: Timestamp) -> Result<(), StoreError> {
        self.run(move |db| staff::forget_old(db, before)).await
    }

    /// When a demonstration's clock began at `start`, by the system's clock, if it was not too long ago. So a
    /// lobby that is started again, and a command beside it, have the time of the one before.
    pub(crate) async fn demo_clock_began(
        &self,
        start: Timestamp,
        since: Timestamp,
    ) -> Result<Option<Timestamp>, StoreError> {
        let began = self
            .run(move |db| {
                db.query_row(
                    "select began_ms from demo_clock where start_ms = ? and began_ms >= ?",
                    [millis(start), millis(since)],
                    |row| row.get(0),
                )
                .optional()
            })
            .await?;
        Ok(began.map(super::moment))
    }

    /// Notes that a demonstration's clock begins now.
    pub(crate) async fn begin_demo_clock(&self, start: Timestamp, now: Timestamp) -> Result<(), StoreError> {
        let row = [millis(start), millis(now)];
        self.run(move |db| {
            db.execute("insert or replace into demo_clock (one, start_ms, began_ms) values (1, ?, ?)", row)
        })
        .await?;
        Ok(())
    }

    /// Keeps a notice and forgets the oldest beyond 500.
    pub(crate) async fn keep_notice(
        &self,
        at: Timestamp,
        kind: &'static str,
        subject: String,
        detail: String,
    ) -> Result<i64, StoreError> {
        self.run(move |db| insert_notice(db, at, kind, &subject, &detail)).await
    }

    /// The same in the place of one that says the same.
    pub(crate) async fn renew_notice(
        &self,
        at: Timestamp,
        kind: &'static str,
        subject: String,
        detail: String,
    ) -> Result<i64, StoreError> {
        self.run(move |db| {
            let change = db.transaction()?;
            let same = (kind, &subject, &detail);
            change.execute("delete from notices where kind = ? and subject = ? and detail = ?", same)?;
            let id = insert_notice(&change, at, kind, &subject, &detail)?;
            change.commit()?;
            Ok(id)
        })
        .await
    }

    /// The notices since a moment, newest first.
    pub(crate) async fn notices(&self, since: Timestamp) -> Result<Vec<NoticeRow>, StoreError> {
        self.run(move |db| {
            let mut rows = db.prepare_cached(
                "select id, at_ms, kind, subject, detail from notices where at_ms >= ? order by id desc",
            )?;
            let rows = rows.query_map([millis(since)], |row| {
                Ok(NoticeRow {
                    id: row.get(0)?,
                    at_ms: row.get(1)?,
                    kind: row.get(2)?,
                    subject: row.get(3)?,
                    detail: row.get(4)?,
                })
            })?;
            rows.collect()
        })
        .await
    }

    /// Removes notices of a kind about somebody.
    pub(crate) async fn drop_notices_of(
        &self,
        kind: &'static str,
        subject: String,
    ) -> Result<(), StoreError> {
        let row = (kind, subject);
        self.run(move |db| db.execute("delete from notices where kind = ? and subject = ?", row)).await?;
        Ok(())
    }

    /// Removes a notice that somebody has dealt with.
    pub(crate) async fn drop_notice(&self, id: i64) -> Result<(), StoreError> {
        self.run(move |db| db.execute("delete from notices where id = ?", [id])).await?;
        Ok(())
    }
}

fn insert_notice(
    db: &rusqlite::Connection,
    at: Timestamp,
    kind: &str,
    subject: &str,
    detail: &str,
) -> rusqlite::Result<i64> {
    let row = (millis(at), kind, subject, detail);
    db.execute("insert into notices (at_ms, kind, subject, detail) values (?, ?, ?, ?)", row)?;
    let id = db.last_insert_rowid();
    // By rows, not by ids: one that is renewed again and again takes no other's place.
    let newest = "select id from notices order by id desc limit 500";
    db.execute(&format!("delete from notices where id not in ({newest})"), [])?;
    Ok(id)
}

fn read_link(row: &rusqlite::Row<'_>) -> rusqlite::Result<Link> {
    let url: String = row.get(1)?;
    let url = Url::parse(&url).map_err(|fault| {
        rusqlite::Error::FromSqlConversionFailure(1, rusqlite::types::Type::Text, Box::new(fault))
    })?;
    let office: String = row.get(2)?;
    Ok(Link { id: row.get(0)?, url, office: OfficeId(office), token: row.get(3)? })
}

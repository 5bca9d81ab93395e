//! Lobbies that signed on, and the codes with which they do.

use super::fault::StoreFault;
use super::rows;
use super::sql::{Row, values};
use super::writer::Work;
use super::{Answer, Store, connection};
use crate::random;
use crate::refusal::Refusal;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use foyer_protocol::feed::Linked;

/// How long a link code can be used.
const LINK_CODE_FOR: TimeDelta = TimeDelta::minutes(30);
/// In `meta`: how far a demo's clock has come.
const DEMO_NOW: &str = "demo_now";

/// A lobby is noted as heard of so often at most.
const SEEN_EVERY: TimeDelta = TimeDelta::minutes(1);

/// The lobby of an office, for who administers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LobbyEntry {
    /// When it signed on.
    pub linked_at: Timestamp,
    /// When it was last heard of, to a minute.
    pub seen_at: Option<Timestamp>,
}

/// A lobby that has shown its token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lobby {
    /// Its number here.
    pub id: i64,
    /// Whose lobby it is.
    pub office: OfficeId,
}

fn link(work: &Work<'_>, typed: &str, now: Timestamp) -> Answer<Linked> {
    let code: String = typed.trim().to_ascii_uppercase();
    let sql = "delete from link_code where code_hash = ?1 returning office, valid_until";
    let read = |row: &Row| Ok((OfficeId(row.get(0)?), rows::moment(row.get(1)?)));
    let found = work.connection.row(sql, values![random::sha256(code.as_bytes())], read)?;
    let Some((office, _)) = found.filter(|(_, until)| now <= *until) else {
        return Ok(Err(Refusal::LinkCodeUnknown));
    };
    // An office has one lobby; a new one takes the old one's place.
    let sql = "update lobby set revoked_at = ?2 where office = ?1 and revoked_at is null";
    let replaced = work.connection.execute(sql, values![office.as_str(), now.timestamp()])?;
    if replaced > 0 {
        tracing::warn!(%office, "another lobby has signed on; the earlier one is shut out");
    }
    let token = random::token();
    let sql = "insert into lobby (office, token_hash, linked_at) values (?1, ?2, ?3)";
    let values = values![office.as_str(), random::sha256(token.as_bytes()), now.timestamp()];
    work.connection.execute(sql, values)?;
    Ok(Ok(Linked { office, token }))
}

fn make_code(work: &Work<'_>, office: &OfficeId, now: Timestamp) -> Answer<String> {
    if work.catalog.office(office).is_none() {
        return Ok(Err(Refusal::OfficeUnknown { office: office.to_string() }));
    }
    // A demo's clock starts anew in each process; the server's is ahead of this one's by then.
    let noted = connection::meta(work.connection, DEMO_NOW)?.and_then(|bytes| bytes.try_into().ok());
    let noted = noted.map(|bytes| rows::moment(i64::from_be_bytes(bytes))).unwrap_or_default();
    let code = random::link_code();
    let sql = "insert into link_code (code_hash, office, valid_until) values (?1, ?2, ?3)";
    let until = (now.max(noted) + LINK_CODE_FOR).timestamp();
    let values = values![random::sha256(code.as_bytes()), office.as_str(), until];
    work.connection.execute(sql, values)?;
    Ok(Ok(code))
}

/// Keeps how far a demo's clock has come.
pub(super) fn note_demo_clock(work: &Work<'_>, now: Timestamp) -> Result<(), StoreFault> {
    connection::set_meta(work.connection, DEMO_NOW, &now.timestamp().to_be_bytes())
}

impl Store {
    /// A code with which an office's lobby signs on once, within 30 minutes.
    ///
    /// # Errors
    /// The store's.
    pub async fn make_link_code(&self, office: OfficeId, now: Timestamp) -> Answer<String> {
        self.writer.run(move |work| make_code(work, &office, now)).await
    }

    /// Signs a lobby on.
    ///
    /// # Errors
    /// The store's.
    pub async fn link_lobby(&self, code: String, now: Timestamp) -> Answer<Linked> {
        self.writer.run(move |work| link(work, &code, now)).await
    }

    /// The lobby of an office, if one has signed on.
    ///
    /// # Errors
    /// The store's.
    pub async fn lobby_of(&self, office: OfficeId) -> Result<Option<LobbyEntry>, StoreFault> {
        self.read(move |connection| {
            let sql = "select linked_at, seen_at from lobby where office = ?1 and revoked_at is null";
            let read = |row: &Row| {
                let seen_at = row.get::<Option<i64>>(1)?.map(rows::moment);
                Ok(LobbyEntry { linked_at: rows::moment(row.get(0)?), seen_at })
            };
            connection.row(sql, values![office.as_str()], read)
        })
        .await
    }

    /// Whose token this is; that it was heard of is noted.
    ///
    /// # Errors
    /// The store's.
    pub async fn lobby(&self, token: String, now: Timestamp) -> Answer<Lobby> {
        let found = self
            .read(move |connection| {
                let sql =
                    "select id, office, seen_at from lobby where token_hash = ?1 and revoked_at is null";
                let read = |row: &Row| {
                    let seen_at = row.get::<Option<i64>>(2)?.map(rows::moment);
                    Ok((Lobby { id: row.get(0)?, office: OfficeId(row.get(1)?) }, seen_at))
                };
                connection.row(sql, values![random::sha256(token.as_bytes())], read)
            })
            .await?;
        let Some((lobby, seen_at)) = found else { return Ok(Err(Refusal::TokenWrong)) };
        if seen_at.is_none_or(|seen_at| SEEN_EVERY <= (now - seen_at).abs()) {
            let id = lobby.id;
            let sql = "update lobby set seen_at = ?2 where id = ?1";
            let noted =
                self.writer.run(move |work| work.connection.execute(sql, values![id, now.timestamp()]));
            if let Err(fault) = noted.await {
                // What the lobby came for does not depend on it.
                tracing::warn!(error = &fault as &dyn std::error::Error, "a lobby's visit is not noted");
            }
        }
        Ok(Ok(lobby))
    }
}

//! The same nonce gets the same answer again, kept in the transaction of what it answers.

use super::fault::StoreFault;
use super::sql::{Connection, Row, values};
use super::writer::Work;
use super::{Answer, Store};
use crate::random;
use crate::refusal::Refusal;
use foyer_domain::Timestamp;
use foyer_protocol::nonce::Nonce;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A request that changes something: its nonce, and what it asks.
#[derive(Debug, Clone)]
pub struct Request {
    nonce: Nonce,
    hash: [u8; 32],
}

impl Store {
    /// The request with this nonce; `asked` is all that tells it from another one, such as path and body. It is kept
    /// as a keyed hash only, because a body can hold a name or a PIN.
    pub fn request(&self, nonce: Nonce, asked: &[&[u8]]) -> Request {
        Request { nonce, hash: random::keyed_hash(&self.secrets.server, asked) }
    }
}

/// The answer that a nonce got before.
pub(super) fn earlier<T: DeserializeOwned>(
    connection: &Connection,
    request: &Request,
) -> Result<Option<Result<T, Refusal>>, StoreFault> {
    let sql = "select request, answer from nonce where nonce = ?1";
    let read = |row: &Row| Ok((row.get::<Vec<u8>>(0)?, row.get::<String>(1)?));
    let Some((hash, answer)) = connection.row(sql, values![request.nonce.to_string()], read)? else {
        return Ok(None);
    };
    if hash != request.hash {
        return Ok(Some(Err(Refusal::NonceReused)));
    }
    Ok(Some(serde_json::from_str(&answer)?))
}

/// Does it once; again gives the first answer. A refusal is an answer, too.
pub(super) fn once<T: Serialize + DeserializeOwned>(
    work: &mut Work<'_>,
    request: &Request,
    now: Timestamp,
    job: impl FnOnce(&mut Work<'_>) -> Answer<T>,
) -> Answer<T> {
    if let Some(answer) = earlier(work.connection, request)? {
        return Ok(answer);
    }
    let answer = job(work)?;
    let sql = "insert into nonce (nonce, request, answer, at) values (?1, ?2, ?3, ?4)";
    let nonce = request.nonce.to_string();
    let values = values![nonce, request.hash, serde_json::to_string(&answer)?, now.timestamp()];
    work.connection.execute(sql, values)?;
    Ok(answer)
}

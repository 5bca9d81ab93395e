//! Tokens of programs of others, kept hashed, each with rights.

use super::fault::StoreFault;
use super::rows;
use super::sql::{Row, values};
use super::writer::Work;
use super::{Answer, Store};
use crate::random;
use crate::refusal::Refusal;
use crate::rights::Right;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;

/// A token as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenEntry {
    /// Its number.
    pub id: i64,
    /// Whose it is, as whoever made it wrote.
    pub name: String,
    /// What it allows.
    pub rights: Vec<Right>,
    /// Of which office; none is all.
    pub office: Option<OfficeId>,
    /// When it was made.
    pub made_at: Timestamp,
    /// When it was taken back, if it was.
    pub revoked_at: Option<Timestamp>,
}

impl TokenEntry {
    /// Whether it allows this.
    pub fn allows(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }
}

const COLUMNS: &str = "id, name, rights, office, made_at, revoked_at";

fn read(row: &Row) -> Result<TokenEntry, StoreFault> {
    // A right that a newer program knows allows nothing here.
    let rights: Vec<String> = rows::json(&row.get::<String>(2)?)?;
    Ok(TokenEntry {
        id: row.get(0)?,
        name: row.get(1)?,
        rights: rights.iter().filter_map(|name| Right::named(name)).collect(),
        office: row.get::<Option<String>>(3)?.map(OfficeId),
        made_at: rows::moment(row.get(4)?),
        revoked_at: row.get::<Option<i64>>(5)?.map(rows::moment),
    })
}

fn add(
    work: &Work<'_>,
    name: &str,
    rights: &[Right],
    office: Option<&OfficeId>,
    now: Timestamp,
) -> Answer<String> {
    if let Some(office) = office.filter(|office| work.catalog.office(office).is_none()) {
        return Ok(Err(Refusal::OfficeUnknown { office: office.to_string() }));
    }
    let token = random::token();
    let rights = serde_json::to_string(rights)?;
    let sql = "insert into api_token (id, name, token_hash, rights, office, made_at) values (?1, ?2, ?3, ?4, ?5, ?6)";
    let id = rows::key(random::booking_id());
    let hash = random::sha256(token.as_bytes());
    let values = values![id, name, hash, rights, office.map(OfficeId::as_str), now.timestamp()];
    work.connection.execute(sql, values)?;
    Ok(Ok(token))
}

impl Store {
    /// Makes a token; it is told this once.
    ///
    /// # Errors
    /// The store's.
    pub async fn add_token(
        &self,
        name: String,
        rights: Vec<Right>,
        office: Option<OfficeId>,
        now: Timestamp,
    ) -> Answer<String> {
        self.writer.run(move |work| add(work, &name, &rights, office.as_ref(), now)).await
    }

    /// All tokens, the newest first, those that were taken back, too.
    ///
    /// # Errors
    /// The store's.
    pub async fn tokens(&self) -> Result<Vec<TokenEntry>, StoreFault> {
        let sql = format!("select {COLUMNS} from api_token order by made_at desc, id");
        self.read(move |connection| connection.rows(&sql, &[], read)).await
    }

    /// Takes a token back; whether there was one.
    ///
    /// # Errors
    /// The store's.
    pub async fn revoke_token(&self, id: i64, now: Timestamp) -> Result<bool, StoreFault> {
        let sql = "update api_token set revoked_at = ?2 where id = ?1 and revoked_at is null";
        let job = move |work: &mut Work<'_>| work.connection.execute(sql, values![id, now.timestamp()]);
        Ok(self.writer.run(job).await? == 1)
    }

    /// Whose token this is, if it allows this.
    ///
    /// # Errors
    /// The store's.
    pub async fn token(&self, token: String, right: Right) -> Answer<TokenEntry> {
        self.read(move |connection| {
            let sql = format!("select {COLUMNS} from api_token where token_hash = ?1 and revoked_at is null");
            let found = connection.row(&sql, values![random::sha256(token.as_bytes())], read)?;
            Ok(match found {
                None => Err(Refusal::TokenWrong),
                Some(token) if token.allows(right) => Ok(token),
                Some(_) => Err(Refusal::RightMissing { right: right.name().to_owned() }),
            })
        })
        .await
    }
}

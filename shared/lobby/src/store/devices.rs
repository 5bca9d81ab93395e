//! Terminals and enrolment codes in the registry.

use super::{millis, moment};
use crate::devices::Device;
use crate::secret::Hash;
use foyer_domain::Timestamp;
use foyer_domain::id::{AreaId, DeviceId};
use foyer_protocol::lobby::{DeviceKind, DeviceStatus};
use rusqlite::{Connection, OptionalExtension, Result, Row, params};

/// What an enrolment code makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wanted {
    pub(crate) kind: DeviceKind,
    pub(crate) name: String,
    pub(crate) areas: Vec<AreaId>,
}

/// A terminal with the hash of its token.
pub(crate) struct Kept {
    pub(crate) device: Device,
    pub(crate) token: Hash,
    pub(crate) status: Option<DeviceStatus>,
}

fn kind_name(kind: DeviceKind) -> &'static str {
    match kind {
        DeviceKind::Kiosk => "kiosk",
        DeviceKind::Display => "display",
    }
}

fn kind(name: &str) -> DeviceKind {
    // An unknown kind gets the fewer rights.
    if name == "kiosk" { DeviceKind::Kiosk } else { DeviceKind::Display }
}

fn areas(json: &str) -> Vec<AreaId> {
    serde_json::from_str(json).unwrap_or_default()
}

/// Keeps a code, and forgets those that are over.
pub(crate) fn add_code(
    db: &Connection,
    code: &Hash,
    wanted: &Wanted,
    now: Timestamp,
    until: Timestamp,
) -> Result<()> {
    db.execute("delete from enrolment_codes where until_ms < ?", [millis(now)])?;
    let areas = serde_json::to_string(&wanted.areas).unwrap_or_default();
    let row = params![code, kind_name(wanted.kind), wanted.name, areas, millis(until)];
    db.execute(
        "insert into enrolment_codes (code, kind, name, areas, until_ms) values (?, ?, ?, ?, ?)",
        row,
    )?;
    Ok(())
}

/// What a code makes, unless it is used or over.
pub(crate) fn code(db: &Connection, code: &Hash, now: Timestamp) -> Result<Option<Wanted>> {
    db.query_row(
        "select kind, name, areas from enrolment_codes where code = ? and until_ms >= ?",
        params![code, millis(now)],
        |row| {
            let (kind_text, areas_text): (String, String) = (row.get(0)?, row.get(2)?);
            Ok(Wanted { kind: kind(&kind_text), name: row.get(1)?, areas: areas(&areas_text) })
        },
    )
    .optional()
}

/// Uses a code up and adds the terminal under the next free id of its kind; `None` if the code is gone.
pub(crate) fn enrol(
    db: &mut Connection,
    code: &Hash,
    wanted: &Wanted,
    token: &Hash,
    at: Timestamp,
) -> Result<Option<Device>> {
    let tx = db.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    if tx.execute("delete from enrolment_codes where code = ?", [code])? != 1 {
        return Ok(None);
    }
    let kind = kind_name(wanted.kind);
    let number: i64 =
        tx.query_row("select count(*) + 1 from devices where kind = ?", [kind], |row| row.get(0))?;
    let device = Device {
        id: DeviceId(format!("{kind}-{number}")),
        kind: wanted.kind,
        name: wanted.name.clone(),
        areas: wanted.areas.clone(),
        enrolled_at: at,
        revoked_at: None,
    };
    let areas = serde_json::to_string(&wanted.areas).unwrap_or_default();
    tx.execute(
        "insert into devices (id, kind, name, areas, token, enrolled_ms) values (?, ?, ?, ?, ?, ?)",
        params![device.id.as_str(), kind, device.name, areas, token, millis(at)],
    )?;
    tx.commit()?;
    Ok(Some(device))
}

fn kept(row: &Row<'_>) -> Result<Kept> {
    let (id, kind_text, areas_text): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(3)?);
    let revoked: Option<i64> = row.get(5)?;
    let status: Option<String> = row.get(6)?;
    let device = Device {
        id: DeviceId(id),
        kind: kind(&kind_text),
        name: row.get(2)?,
        areas: areas(&areas_text),
        enrolled_at: moment(row.get(4)?),
        revoked_at: revoked.map(moment),
    };
    Ok(Kept { device, token: row.get(7)?, status: status.and_then(|text| serde_json::from_str(&text).ok()) })
}

/// All terminals that ever enrolled, oldest first.
pub(crate) fn all(db: &Connection) -> Result<Vec<Kept>> {
    let mut rows = db.prepare(
        "select id, kind, name, areas, enrolled_ms, revoked_ms, status, token from devices order by enrolled_ms, id",
    )?;
    rows.query_map([], kept)?.collect()
}

/// Takes away a terminal's rights.
pub(crate) fn revoke(db: &Connection, id: &DeviceId, at: Timestamp) -> Result<()> {
    db.execute(
        "update devices set revoked_ms = ? where id = ? and revoked_ms is null",
        params![millis(at), id.as_str()],
    )?;
    Ok(())
}

/// Keeps what a terminal said of itself.
pub(crate) fn keep_status(db: &Connection, id: &DeviceId, status: &DeviceStatus) -> Result<()> {
    let status = serde_json::to_string(status).unwrap_or_default();
    db.execute("update devices set status = ? where id = ?", params![status, id.as_str()])?;
    Ok(())
}

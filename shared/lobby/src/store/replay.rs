//! Folding the log anew, and comparing with what was written beside it.

use super::digests::{Parts, parts};
use super::log::{Events, json, program};
use super::{StoreError, read_only, signed, unsigned};
use foyer_domain::engine::QueueState;
use rusqlite::{Connection, OptionalExtension};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// What came out.
#[derive(Debug)]
pub struct Replayed {
    /// The event after which the log begins.
    pub base: u64,
    /// The last event.
    pub last: u64,
    /// How many digests were compared.
    pub digests: Compared,
    /// Where the checkpoint was compared.
    pub checkpoint: Option<u64>,
    /// The first digest that differs, and where the checkpoint differs first.
    pub differences: Vec<Difference>,
}

/// How many digests were compared.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    /// With the same result.
    pub equal: u64,
    /// Not at all: another version of the program wrote them.
    pub passed_over: u64,
}

/// Where the log and what was written beside it say different things.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The event after which they do.
    pub seq: u64,
    /// The last event before it after which all was equal.
    pub equal_at: u64,
    /// Where in the state, as a JSON pointer.
    pub path: String,
    /// What the log says, and what was written.
    pub said: Option<(String, String)>,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seq, equal_at, path, said } = self;
        write!(f, "after event {seq} (after {equal_at} all was equal): {path}")?;
        match said {
            Some((log, kept)) => write!(f, ": the log says {log}, written was {kept}"),
            None => Ok(()),
        }
    }
}

/// Folds the log of a folder and compares from an event on. It reads one moment of the log and stops nobody.
///
/// # Errors
/// A log that is not there, cannot be read, or was written by a newer program.
pub fn replay(dir: &Path, from: u64) -> Result<Replayed, StoreError> {
    let path = dir.join("lobby.db");
    let db = read_only(&path)?;
    db.execute_batch("begin")?;
    let log = Events { db: &db, path: &path };
    let (base, mut state) = log.base()?.unwrap_or_default();
    let mut kept = Kept::read(&db, base.max(from))?;
    let mut replay = Replay { equal_at: base, digests: Compared::default(), found: Vec::new() };
    replay.compare(&mut kept, base, &state);
    let last = log.fold(base, &mut state, |seq, state| replay.compare(&mut kept, seq, state))?;
    let Replay { digests, found: mut differences, equal_at } = replay;
    // A digest is written with its event: one beyond the end says that events are gone.
    if let Some((&seq, _)) = kept.digests.last_key_value() {
        let said = Some(("there is no such event".to_owned(), "a digest of it".to_owned()));
        differences.push(Difference { seq, equal_at, path: "/".to_owned(), said });
    }
    let checkpoint = kept.checkpoint.map(|(seq, _)| seq).filter(|seq| *seq <= last);
    Ok(Replayed { base, last, digests, checkpoint, differences })
}

/// What was written beside the log.
struct Kept {
    digests: BTreeMap<u64, Option<Parts>>,
    checkpoint: Option<(u64, String)>,
}

impl Kept {
    fn read(db: &Connection, from: u64) -> Result<Self, StoreError> {
        let mut digests = BTreeMap::new();
        let mut rows = db.prepare("select seq, program, digest from digests where seq >= ? order by seq")?;
        let mut rows = rows.query([signed(from)])?;
        while let Some(row) = rows.next()? {
            let (seq, writer, digest): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            // One that cannot be read differs from all.
            let parts = (writer == program()).then(|| serde_json::from_str(&digest).unwrap_or_default());
            digests.insert(unsigned(seq), parts);
        }
        let checkpoint = db
            .prepare("select seq, state from checkpoint where program = ? and seq >= ?")?
            .query_row((program(), signed(from)), |row| Ok((unsigned(row.get(0)?), row.get(1)?)))
            .optional()?;
        Ok(Self { digests, checkpoint })
    }
}

struct Replay {
    equal_at: u64,
    digests: Compared,
    found: Vec<Difference>,
}

impl Replay {
    fn compare(&mut self, kept: &mut Kept, seq: u64, state: &QueueState) {
        let digest = kept.digests.remove(&seq);
        let checkpoint = kept.checkpoint.as_ref().filter(|(at, _)| *at == seq);
        if let Some(None) = digest {
            self.digests.passed_over += 1;
        }
        let digest = digest.flatten();
        if digest.is_none() && checkpoint.is_none() {
            return;
        }
        let text = json(state);
        let mut is_equal = true;
        if let Some((_, kept)) = checkpoint
            && let Some((path, log, kept)) = first_difference(&text, kept)
        {
            is_equal = false;
            self.found.push(Difference { seq, equal_at: self.equal_at, path, said: Some((log, kept)) });
        }
        if let Some(kept) = digest {
            let folded = parts(&text);
            let mut names = folded.keys().chain(kept.keys());
            match names.find(|name| folded.get(*name) != kept.get(*name)) {
                None => self.digests.equal += 1,
                Some(name) => {
                    is_equal = false;
                    // The first one says it; all after it follow from it.
                    if self.found.is_empty() {
                        let path = format!("/{name}");
                        self.found.push(Difference { seq, equal_at: self.equal_at, path, said: None });
                    }
                }
            }
        }
        if is_equal {
            self.equal_at = seq;
        }
    }
}

/// Where two JSON texts differ first, and what they say there; `None` if they say the same.
fn first_difference(one: &str, other: &str) -> Option<(String, String, String)> {
    if one == other {
        return None;
    }
    let read = |text: &str| serde_json::from_str(text).unwrap_or(Value::String(text.to_owned()));
    differs(&read(one), &read(other), String::new())
}

fn differs(one: &Value, other: &Value, path: String) -> Option<(String, String, String)> {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            let names: std::collections::BTreeSet<&String> = one.keys().chain(other.keys()).collect();
            names.into_iter().find_map(|name| {
                let below = format!("{path}/{}", name.replace('~', "~0").replace('/', "~1"));
                differs(one.get(name).unwrap_or(&Value::Null), other.get(name).unwrap_or(&Value::Null), below)
            })
        }
        (Value::Array(one), Value::Array(other)) => (0..one.len().max(other.len())).find_map(|place| {
            let at = |list: &[Value]| list.get(place).cloned().unwrap_or(Value::Null);
            differs(&at(one), &at(other), format!("{path}/{place}"))
        }),
        (one, other) if one == other => None,
        (one, other) => Some((path, short(one), short(other))),
    }
}

/// So many characters of a value are said.
const SAID: usize = 120;

fn short(value: &Value) -> String {
    let text = value.to_string();
    match text.char_indices().nth(SAID) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::first_difference;

    #[test]
    fn the_first_difference_has_an_address() {
        let at = |one: &str, other: &str| first_difference(one, other).map(|(path, ..)| path);
        assert_eq!(at(r#"{"a":1,"b":[2]}"#, r#"{"b":[2],"a":1}"#), None, "an order is no difference");
        assert_eq!(at(r#"{"a":{"b/c":[1,2]}}"#, r#"{"a":{"b/c":[1,3]}}"#).as_deref(), Some("/a/b~1c/1"));
        assert_eq!(at(r#"{"a":[1]}"#, r#"{"a":[1,2]}"#).as_deref(), Some("/a/1"));
        assert_eq!(at(r#"{"a":1}"#, r#"{"a":1,"b":0}"#).as_deref(), Some("/b"));
        assert_eq!(at("{}", "nonsense").as_deref(), Some(""));
    }
}

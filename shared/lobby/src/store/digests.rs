//! Digests of the state, written in the transaction of the events that led there: a replay compares with them.

use super::log::{Batch, program};
use super::{StoreError, signed};
use crate::secret;
use foyer_domain::engine::{Event, QueueState};
use foyer_protocol::log::Record;
use rusqlite::params;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// After so many events there is a digest; and at each day's end.
const EVERY: u64 = 2_000;

/// One digest for each part of the state, so that a difference has an address.
pub(super) type Parts = BTreeMap<String, String>;

/// Whether the state after this event is written down. It depends on the log alone, not on its batches.
pub(crate) fn is_due(seq: u64, event: &Event) -> bool {
    seq.is_multiple_of(EVERY) || matches!(event, Event::DayEnded { .. })
}

/// The digests of a state's JSON.
pub(super) fn parts(state: &str) -> Parts {
    let digest = |part: &str| secret::hex(&Sha256::digest(part.as_bytes())[..16]);
    members(state).map(|(name, part)| (name.to_owned(), digest(part))).collect()
}

/// The members of a JSON object as they stand there. Reading it and writing it anew would cost a multiple, and a
/// commit waits for it.
fn members(object: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = object.strip_prefix('{').unwrap_or_default();
    std::iter::from_fn(move || {
        let (name, value) = rest.strip_prefix('"')?.split_once("\":")?;
        let end = end_of(value)?;
        rest = value[end..].strip_prefix(',').unwrap_or_default();
        Some((name, &value[..end]))
    })
}

/// Where a value ends that a comma or the end of its object follows.
fn end_of(value: &str) -> Option<usize> {
    let (mut depth, mut in_text, mut escaped) = (0_usize, false, false);
    for (place, sign) in value.bytes().enumerate() {
        match sign {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'{' | b'[' => depth += 1,
            b',' | b'}' | b']' if depth == 0 => return Some(place),
            b'}' | b']' => depth -= 1,
            _ => {}
        }
    }
    None
}

impl Batch<'_> {
    /// Writes down what the state is after an event.
    pub(crate) fn keep_digest(&self, record: &Record, state: &QueueState) -> Result<(), StoreError> {
        let digest = super::log::json(&parts(&super::log::json(state)));
        let day = match &record.event {
            Event::DayEnded { day } => Some(day.to_string()),
            _ => None,
        };
        self.tx
            .prepare_cached("insert or replace into digests (seq, day, program, digest) values (?, ?, ?, ?)")?
            .execute(params![signed(record.seq), day, program(), digest])?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_member_is_found_as_it_stands() {
        let object = r#"{"a":null,"b":{"c":[1,{"d":"}\"],"}],"e":{}},"f":"x,y","g":[],"h":-1.5}"#;
        let found: Vec<_> = members(object).collect();
        let expected = [
            ("a", "null"),
            ("b", r#"{"c":[1,{"d":"}\"],"}],"e":{}}"#),
            ("f", "\"x,y\""),
            ("g", "[]"),
            ("h", "-1.5"),
        ];
        assert_eq!(found, expected);
        assert_eq!(members("{}").count(), 0);
    }

    #[test]
    fn a_state_has_a_digest_for_each_of_its_parts() {
        let parts = parts(&super::super::log::json(&QueueState::default()));
        for name in ["office", "city", "day", "bookings", "visits", "counters", "numbering", "leases", "undo"]
        {
            assert_eq!(parts.get(name).map(String::len), Some(32), "{name}");
        }
    }
}

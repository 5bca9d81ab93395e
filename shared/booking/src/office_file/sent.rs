//! A file as somebody sent it in the browser: its text, the documents in it, and the lines in which things stand.

use super::plain_text::begun_with;
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// So many unknown keys are named at once.
const MOST_UNKNOWN: usize = 50;
/// So much of a line is shown that cannot be read, in characters.
const LONGEST_SHOWN: usize = 80;
/// How a document of TOML's own dates and times comes out of its reader.
const DATE_KEY: &str = "$__toml_private_datetime";

/// Why a file cannot be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SentFault {
    /// There is nothing in it.
    Empty,
    /// It is no text in UTF-8; from this line on, counted from 1.
    NotText(usize),
    /// It is no TOML: the line, counted from 1, and what stands there.
    NotToml(usize, String),
    /// Tables lie in tables without end.
    TooDeep,
    /// It is TOML and names neither an office nor offices.
    NotOurs,
    /// It names an office twice.
    Twice(String),
}

/// An office in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct SentOffice {
    /// Its id; not yet judged.
    pub id: String,
    /// All of it, without what no office has.
    pub document: Value,
    /// Where in the file it stands: nothing, or `offices.3`.
    pub place: String,
    /// Keys that no office has, as paths with dots.
    pub unknown: Vec<String>,
    /// The revision that the file was written from, and the digest of that one's document.
    pub base: Option<(u64, String)>,
}

/// What is in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Sent {
    /// The offices, in their order.
    pub offices: Vec<SentOffice>,
    /// Who works there; only in the file of a whole city.
    pub people: Vec<Value>,
}

fn line_at(text: &str, position: usize) -> usize {
    1 + text.bytes().take(position).filter(|byte| *byte == b'\n').count()
}

/// The text of a file; the mark of its encoding is no part of it.
///
/// # Errors
/// Nothing in it, or another encoding.
pub fn text(bytes: &[u8]) -> Result<&str, SentFault> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let not_text =
        |position| SentFault::NotText(1 + bytes[..position].iter().filter(|b| **b == b'\n').count());
    let text = std::str::from_utf8(bytes).map_err(|fault| not_text(fault.valid_up_to()))?;
    if let Some(position) = text.find('\0') {
        return Err(not_text(position));
    }
    if text.trim().is_empty() { Err(SentFault::Empty) } else { Ok(text) }
}

/// Dates and times that are written without quotes are as good as those with them.
fn plain(value: Value) -> Value {
    match value {
        Value::Object(entries) => match entries.get(DATE_KEY) {
            Some(date) => date.clone(),
            None => Value::Object(entries.into_iter().map(|(key, value)| (key, plain(value))).collect()),
        },
        Value::Array(list) => Value::Array(list.into_iter().map(plain).collect()),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => value,
    }
}

/// Takes out what no office has; the paths of it.
fn take_unknown(document: &mut Value) -> Vec<String> {
    let mut found = Vec::new();
    while found.len() < MOST_UNKNOWN {
        let read: Result<foyer_domain::office::Office, _> = serde_path_to_error::deserialize(&*document);
        let Err(error) = read else { break };
        if !error.inner().to_string().starts_with("unknown field") {
            break;
        }
        let parts: Vec<String> = error.path().iter().map(ToString::to_string).collect();
        let parts: Vec<&str> = parts.iter().map(|part| part.trim_matches(['[', ']'])).collect();
        let Some((key, above)) = parts.split_last() else { break };
        let inner = above.iter().try_fold(&mut *document, |value, part| match value {
            Value::Array(list) => list.get_mut(part.parse::<usize>().ok()?),
            Value::Object(entries) => entries.get_mut(*part),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
        });
        let gone = inner.and_then(Value::as_object_mut).and_then(|entries| entries.remove(*key));
        if gone.is_none() {
            break;
        }
        found.push(parts.join("."));
    }
    found
}

fn office(text: &str, mut document: Value, place: String) -> SentOffice {
    if let Some(entries) = document.as_object_mut() {
        // The server counts revisions.
        entries.remove("revision");
    }
    let unknown = take_unknown(&mut document);
    let id = document.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    SentOffice { base: begun_with(text, &id), id, document, place, unknown }
}

/// What is in a file's text.
///
/// # Errors
/// What cannot be read at all. What does not fit an office is judged later.
pub fn read(text: &str) -> Result<Sent, SentFault> {
    let value: Value = toml::from_str(text).map_err(|fault: toml::de::Error| {
        // What has no place is the limit of depth.
        let Some(span) = fault.span() else { return SentFault::TooDeep };
        let line = line_at(text, span.start);
        let shown = text.lines().nth(line - 1).unwrap_or_default();
        SentFault::NotToml(line, shown.chars().take(LONGEST_SHOWN).collect())
    })?;
    let mut value = plain(value);
    let list = |value: &mut Value, key: &str| match value.get_mut(key).map(Value::take) {
        Some(Value::Array(list)) => Some(list),
        _ => None,
    };
    let sent = match list(&mut value, "offices") {
        Some(offices) => {
            let named = offices.into_iter().enumerate();
            let offices = named.map(|(at, document)| office(text, document, format!("offices.{at}")));
            Sent { offices: offices.collect(), people: list(&mut value, "people").unwrap_or_default() }
        }
        None => Sent { offices: vec![office(text, value, String::new())], people: Vec::new() },
    };
    if sent.offices.iter().any(|office| office.id.is_empty()) || sent.offices.is_empty() {
        return Err(SentFault::NotOurs);
    }
    for (at, office) in sent.offices.iter().enumerate() {
        if sent.offices[..at].iter().any(|other| other.id == office.id) {
            return Err(SentFault::Twice(office.id.clone()));
        }
    }
    Ok(sent)
}

/// Where things stand in a text.
pub struct Lines<'t> {
    text: &'t str,
    whole: Option<Spanned<DeTable<'t>>>,
}

impl<'t> Lines<'t> {
    /// Those of a text.
    pub fn of(text: &'t str) -> Self {
        Self { text, whole: DeTable::parse(text).ok() }
    }

    /// The line, counted from 1, of what lies at a path of keys and positions with dots between them, or of the last
    /// on the way that there is; none if nothing on the way is there.
    pub fn line(&self, path: &str) -> Option<usize> {
        let mut parts = path.split('.').filter(|part| !part.is_empty());
        let (mut position, mut value) = entry_of(self.whole.as_ref()?.get_ref(), parts.next()?)?;
        for part in parts {
            let next = match value {
                DeValue::Array(list) => {
                    let entry = part.parse().ok().and_then(|at: usize| list.get(at));
                    entry.map(|entry| (entry.span().start, entry.get_ref()))
                }
                DeValue::Table(table) => entry_of(table, part),
                _ => None,
            };
            let Some(next) = next else { break };
            (position, value) = next;
        }
        Some(line_at(self.text, position))
    }
}

/// Where a key stands, and what it has.
fn entry_of<'a, 't>(table: &'a DeTable<'t>, key: &str) -> Option<(usize, &'a DeValue<'t>)> {
    let (key, value) = table.iter().find(|(known, _)| known.get_ref() == key)?;
    Some((key.span().start, value.get_ref()))
}

/// A new office's document, made from another one's: with its own names, and without what holds at one place alone.
pub fn copy(document: &Value, id: &str, number: u16, name: &str) -> Value {
    let mut entries = document.as_object().cloned().unwrap_or_else(Map::new);
    for key in ["revision", "ends_on", "map_url", "public_url", "closures"] {
        entries.remove(key);
    }
    entries.insert("address".to_owned(), Value::from(""));
    for (key, value) in
        [("id", Value::from(id)), ("number", Value::from(number)), ("name", Value::from(name))]
    {
        entries.insert(key.to_owned(), value);
    }
    Value::Object(entries)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;

    #[test]
    fn what_is_no_file_of_ours_is_said_with_its_line() {
        assert_eq!(text(b"\xef\xbb\xbf \n"), Err(SentFault::Empty));
        assert_eq!(text("a\nB\u{fc}ro".as_bytes()), Ok("a\nB\u{fc}ro"));
        assert_eq!(text(b"a\nB\xfcro"), Err(SentFault::NotText(2)));
        assert_eq!(text(b"\xff\xfei\0d\0"), Err(SentFault::NotText(1)));
        let line = |text: &str| match read(text) {
            Err(SentFault::NotToml(line, _)) => line,
            other => panic!("{other:?}"),
        };
        assert_eq!(line("id = \"a\"\nname = \"B\"\nname = \"C\"\n"), 3);
        assert_eq!(line("id = \"a\"\nname = Bürgerbüro\n"), 2);
        // What is deep without end is refused, not followed.
        assert_eq!(line(&format!("id = \"a\"\nb = {}", "[".repeat(100_000))), 2);
        assert_eq!(read(&format!("id = \"a\"\n{}b = 1", "a.".repeat(50_000))), Err(SentFault::TooDeep));
        assert_eq!(read("title = \"x\"\n"), Err(SentFault::NotOurs));
        assert_eq!(
            read("[[offices]]\nid = \"a\"\n[[offices]]\nid = \"a\"\n"),
            Err(SentFault::Twice("a".to_owned()))
        );
    }

    #[test]
    fn what_no_office_has_is_named_and_left_out() {
        let first = "id = \"0\"\nname = \"H\"\narea = \"erdgeschoss\"\ncolour = \"red\"\n";
        let counters = format!("\n[[counters]]\n{first}\n[[counters]]\nrace = 3\n");
        let given = examples::OFFICE.replacen("\n[[counters]]\n", &counters, 1);
        let given = given.replacen("number = 1\n", "number = 1\nnumer = 2\n", 1);
        let sent = read(&given).unwrap();
        assert_eq!(sent.offices[0].unknown, ["counters.0.colour", "counters.1.race", "numer"]);
        assert!(sent.offices[0].document.get("numer").is_none());
        let lines = Lines::of(&given);
        let of = |text: &str| Some(1 + given[..given.find(text).unwrap()].matches('\n').count());
        assert_eq!(lines.line("counters.1.race"), of("race = 3"));
        assert_eq!(lines.line("numer"), of("numer = 2"));
        assert_eq!(lines.line("counters.1.nothing"), of("[[counters]]\nrace"));
        assert_eq!(lines.line("nothing"), None);
        // What is missing ends the search for what is too much.
        let sent = read(&given.replacen("name = \"H\"\n", "", 1)).unwrap();
        assert_eq!(sent.offices[0].unknown, ["counters.0.colour"]);
    }

    #[test]
    fn dates_need_no_quotes() {
        let given =
            format!("{}\n[[closures]]\ndate = 2026-12-24\nreason = \"Heilig Abend\"\n", examples::OFFICE);
        let office = &read(&given).unwrap().offices[0];
        let last = office.document["closures"].as_array().unwrap().last().unwrap();
        assert_eq!(last["date"], "2026-12-24");
    }
}

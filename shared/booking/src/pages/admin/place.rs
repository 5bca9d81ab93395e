//! Places in a document: reading, writing, and which field a fault belongs to.

use super::fields::{Field, Kind, SECTIONS, Section, Shape};
use crate::office_file;
use foyer_domain::office::{Office, OfficeFault};
use serde_json::{Map, Value};

/// What lies at a path of keys and positions with dots between them; the whole for none.
pub fn at<'v>(value: &'v Value, path: &str) -> Option<&'v Value> {
    let parts = path.split('.').filter(|part| !part.is_empty());
    parts.into_iter().try_fold(value, |value, part| match value {
        Value::Array(list) => list.get(part.parse::<usize>().ok()?),
        Value::Object(entries) => entries.get(part),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => None,
    })
}

/// Writes a value at a path of keys, or takes it away; objects on the way are made, and go when they are empty.
pub fn put(value: &mut Value, path: &str, new: Option<Value>) {
    let entries = match value {
        Value::Object(entries) => entries,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => {
            *value = Value::Object(Map::new());
            return put(value, path, new);
        }
    };
    match (path.split_once('.'), new) {
        (None, Some(new)) => {
            entries.insert(path.to_owned(), new);
        }
        (None, None) => {
            entries.remove(path);
        }
        (Some((key, rest)), new) => {
            let inner = entries.entry(key).or_insert_with(|| Value::Object(Map::new()));
            put(inner, rest, new);
            if inner.as_object().is_some_and(Map::is_empty) {
                entries.remove(key);
            }
        }
    }
}

/// A part of the document: what a section, or an entry of one, has its fields in.
pub fn part<'v>(document: &'v Value, section: &Section, entry: Option<usize>) -> Option<&'v Value> {
    match (section.shape, entry) {
        (Shape::Top, None) => Some(document),
        (Shape::Object, None) => Some(document.get(section.key).unwrap_or(&Value::Null)),
        (Shape::List, Some(entry)) => document.get(section.key)?.get(entry),
        _ => None,
    }
}

/// What is wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// In which section.
    pub section: &'static str,
    /// In which of its entries.
    pub entry: Option<usize>,
    /// At which path in it; empty for the whole of it.
    pub path: String,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// It is missing, or not what it has to be.
    Unreadable,
    /// The list needs an entry.
    Empty,
    /// It is there twice.
    Twice(String),
    /// It names what is not there.
    Missing(String),
    /// It does not fit; what does.
    Range(&'static str),
}

/// The office that a document is, or all that is wrong with it.
pub fn judge(document: &Value) -> Result<Office, Vec<Fault>> {
    let mut faults = Vec::new();
    for section in &SECTIONS {
        let entries = match section.shape {
            Shape::List => (0..length(document, section)).map(Some).collect(),
            Shape::Top | Shape::Object => vec![None],
        };
        for entry in entries {
            let Some(part) = part(document, section, entry) else { continue };
            for path in unreadable(part, section.fields, "") {
                faults.push(Fault { section: section.key, entry, path, wrong: Wrong::Unreadable });
            }
        }
    }
    if !faults.is_empty() {
        return Err(faults);
    }
    let office: Office = serde_path_to_error::deserialize(document).map_err(|error| {
        let mut fault = locate(document, &error.path().to_string(), Wrong::Unreadable);
        // The parser counts from 0.
        fault.path = fault.path.trim_end_matches('.').to_owned();
        vec![fault]
    })?;
    let found = office_file::judge_imported(&office);
    if found.is_empty() { Ok(office) } else { Err(found.iter().map(|fault| of(document, fault)).collect()) }
}

/// How many entries a section has.
pub fn length(document: &Value, section: &Section) -> usize {
    document.get(section.key).and_then(Value::as_array).map_or(0, Vec::len)
}

/// Where something typed cannot be what it has to be.
fn unreadable(part: &Value, fields: &[Field], prefix: &str) -> Vec<String> {
    let mut found = Vec::new();
    for field in fields {
        let path = format!("{prefix}{}", field.key);
        let value = at(part, &path);
        let is_wrong = match (field.kind, value) {
            (Kind::List(fields), Some(Value::Array(list))) => {
                for position in 0..list.len() {
                    found.extend(unreadable(part, fields, &format!("{path}.{position}.")));
                }
                false
            }
            (Kind::Number | Kind::Money, Some(value)) => !value.is_u64(),
            (Kind::Time, Some(Value::String(text))) => text.parse::<chrono::NaiveTime>().is_err(),
            (Kind::Date, Some(Value::String(text))) => text.parse::<chrono::NaiveDate>().is_err(),
            (Kind::Date, Some(Value::Object(_))) => true,
            (Kind::Number | Kind::Money | Kind::Time | Kind::Date | Kind::One(_) | Kind::OneOf(_), None) => {
                field.is_needed
            }
            _ => false,
        };
        if is_wrong {
            found.push(path.trim_end_matches('.').to_owned());
        }
    }
    // Of what lies in an object of its own either all or nothing is there.
    if let (Some(days), Some(time)) = (deep(fields, part, "days_before"), deep(fields, part, "at"))
        && days.1 != time.1
    {
        found.push(if days.1 { time.0 } else { days.0 });
    }
    found
}

/// The field of an inner object that ends so, and whether it is filled in.
fn deep(fields: &[Field], part: &Value, end: &str) -> Option<(String, bool)> {
    let field = fields.iter().find(|field| field.key.split_once('.').is_some_and(|(_, key)| key == end))?;
    Some((field.key.to_owned(), at(part, field.key).is_some()))
}

/// A fault that judging has found.
fn of(document: &Value, fault: &OfficeFault) -> Fault {
    let plural = |list: &&str| list.to_string();
    match fault {
        OfficeFault::Empty(list) => locate(document, &plural(list), Wrong::Empty),
        OfficeFault::Twice { list, id } => locate(document, &plural(list), Wrong::Twice(id.clone())),
        OfficeFault::Missing { place, id, .. } => {
            locate(document, &counted(place), Wrong::Missing(id.clone()))
        }
        OfficeFault::Range { place, remedy, .. } => locate(document, &counted(place), Wrong::Range(remedy)),
    }
}

/// Positions as the document has them, `hours[0]` for the judge's `hours[1]`.
fn counted(place: &str) -> String {
    let mut whole = String::new();
    let mut rest = place;
    while let Some((before, after)) = rest.split_once('[') {
        let (number, end) = after.split_once(']').unwrap_or((after, ""));
        let number = number.parse::<usize>().unwrap_or(1).saturating_sub(1);
        whole.push_str(&format!("{before}[{number}]"));
        rest = end;
    }
    whole + rest
}

/// The field of a place such as `services.reisepass.fees[0].cents` or `services[2].name.de`.
fn locate(document: &Value, place: &str, wrong: Wrong) -> Fault {
    let path = |rest: &str| {
        let dotted = rest.replace('[', ".").replace(']', "");
        dotted.trim_start_matches('.').to_owned()
    };
    let after = |section: &Section| {
        let rest = place.strip_prefix(section.key)?;
        (rest.is_empty() || rest.starts_with(['.', '['])).then_some(rest)
    };
    let found = SECTIONS.iter().filter(|section| section.shape != Shape::Top);
    let found = found.filter_map(|section| Some((section, after(section)?))).next();
    let Some((section, rest)) = found else {
        return Fault { section: "office", entry: None, path: path(place), wrong };
    };
    if section.shape == Shape::Object {
        return Fault { section: section.key, entry: None, path: path(rest), wrong };
    }
    let (entry, rest) = entry(document, section, rest);
    Fault { section: section.key, entry, path: path(rest), wrong }
}

/// Which entry is meant by `[2].name` or `.reisepass.name`, and what follows it.
fn entry<'p>(document: &Value, section: &Section, rest: &'p str) -> (Option<usize>, &'p str) {
    if let Some((number, rest)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        return (number.parse().ok(), rest);
    }
    let Some(rest) = rest.strip_prefix('.') else { return (None, rest) };
    let list = document.get(section.key).and_then(Value::as_array);
    let named = list.into_iter().flatten().enumerate().filter_map(|(position, entry)| {
        let id = entry.get("id").or_else(|| entry.get("date"))?.as_str()?;
        let after =
            rest.strip_prefix(id).filter(|after| after.is_empty() || after.starts_with(['.', '[']))?;
        Some((id.len(), position, after))
    });
    named
        .max_by_key(|(length, ..)| *length)
        .map_or((None, rest), |(_, position, after)| (Some(position), after))
}

//! What is read back from the form of a part of the document.

use super::fields::{Field, Kind};
use super::place::{at, put};
use foyer_text::Language;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A list grows to so many entries, or to one more than it came with.
const MOST: usize = 100;

/// What a form sent, by name.
pub type Typed = HashMap<String, Vec<String>>;

/// A part with what was typed into its form; what the form has no field for stays.
pub fn read(part: &Value, fields: &[Field], typed: &Typed) -> Value {
    let mut new = part.clone();
    if !new.is_object() {
        new = Value::Object(Map::new());
    }
    for field in fields {
        if let Kind::List(inner) = field.kind {
            // A file can have brought a longer list than anybody types; nothing of it is cut off.
            let most =
                at(part, field.key).and_then(Value::as_array).map_or(0, |list| list.len() + 1).max(MOST);
            let count = one(typed, &format!("{}.count", field.key)).parse().unwrap_or(0usize).min(most);
            let entry = |position: usize| {
                let before = at(part, &format!("{}.{position}", field.key)).cloned().unwrap_or_default();
                read_entry(before, inner, typed, &format!("{}.{position}", field.key))
            };
            let list: Vec<Value> = (0..count).map(entry).collect();
            put(&mut new, field.key, Some(Value::Array(list)));
        } else {
            put(&mut new, field.key, typed_value(field, typed, field.key));
        }
    }
    new
}

fn read_entry(before: Value, fields: &[Field], typed: &Typed, prefix: &str) -> Value {
    if let [Field { key: "", .. }] = fields {
        return typed_value(&fields[0], typed, prefix).unwrap_or_else(|| Value::Object(Map::new()));
    }
    let mut entry = if before.is_object() { before } else { Value::Object(Map::new()) };
    for field in fields {
        put(&mut entry, field.key, typed_value(field, typed, &format!("{prefix}.{}", field.key)));
    }
    entry
}

fn one<'t>(typed: &'t Typed, name: &str) -> &'t str {
    typed.get(name).and_then(|values| values.last()).map_or("", |text| text.trim())
}

/// What was typed into a field; nothing where it was left empty and can be. What cannot be read stays as it was typed,
/// so that it can be mended.
fn typed_value(field: &Field, typed: &Typed, name: &str) -> Option<Value> {
    let text = one(typed, name);
    let whole = || Some(Value::String(text.to_owned()));
    match field.kind {
        Kind::Flag => Some(Value::Bool(text == "yes")),
        Kind::Many(_) | Kind::ManyOf(_) => {
            let chosen = typed.get(name).into_iter().flatten().filter(|value| !value.is_empty());
            Some(Value::Array(chosen.cloned().map(Value::String).collect()))
        }
        Kind::Words => {
            let words = text.split([',', ' ', ';']).filter(|word| !word.is_empty());
            Some(Value::Array(words.map(|word| Value::String(word.to_owned())).collect()))
        }
        Kind::Text => {
            let of = |language: &Language| {
                let text = one(typed, &format!("{name}.{}", language.tag()));
                (!text.is_empty()).then(|| (language.tag().to_owned(), Value::String(text.to_owned())))
            };
            let table: Map<String, Value> = Language::ALL.iter().filter_map(of).collect();
            (!table.is_empty() || field.is_needed).then_some(Value::Object(table))
        }
        Kind::Line if field.is_needed => whole(),
        _ if text.is_empty() => None,
        Kind::Number => text.parse::<u64>().map(Value::from).ok().or_else(whole),
        Kind::Money => cents(text).map(Value::from).or_else(whole),
        Kind::Time => {
            let time = text.parse::<chrono::NaiveTime>().or_else(|_| format!("{text}:00").parse());
            time.map(|time| Value::String(time.to_string())).ok().or_else(whole)
        }
        Kind::Line | Kind::Date | Kind::One(_) | Kind::OneOf(_) | Kind::List(_) => whole(),
    }
}

/// "37", "37,5" and "37,00 €" in cents.
fn cents(text: &str) -> Option<u64> {
    let text = text.trim_end_matches('€').trim();
    let (euros, rest) = text.split_once([',', '.']).unwrap_or((text, ""));
    let are_digits = rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let rest: u64 = if are_digits { format!("{rest:0<2}").parse().ok()? } else { return None };
    euros.parse::<u64>().ok()?.checked_mul(100)?.checked_add(rest)
}

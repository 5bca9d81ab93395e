//! What is different between two states of an office, field by field and in words.

use super::super::frame::Words;
use super::control::{Block, Control, Sheet, Shown};
use super::fields::{SECTIONS, Section, Shape, in_id};
use super::place;
use super::sections::entry_name;
use serde_json::Value;

/// A field that is different.
pub struct Line {
    /// What it is called.
    pub label: String,
    /// What was there; may be empty.
    pub before: String,
    /// What is there; may be empty.
    pub after: String,
}

/// A part of the office that is different.
pub struct Change {
    /// "Dienstleistungen".
    pub section: String,
    /// Which entry; empty for a part without any.
    pub entry: String,
    /// Whether the entry is new.
    pub is_new: bool,
    /// Whether the entry is gone.
    pub is_gone: bool,
    /// The fields.
    pub lines: Vec<Line>,
}

/// Whether something in a section is different.
pub fn is_changed(section: &Section, before: &Value, after: &Value) -> bool {
    match section.shape {
        Shape::Top => {
            section.fields.iter().any(|field| place::at(before, field.key) != place::at(after, field.key))
        }
        Shape::Object | Shape::List => before.get(section.key) != after.get(section.key),
    }
}

/// All that is different.
pub fn between(words: Words, before: &Value, after: &Value) -> Vec<Change> {
    let mut changes = Vec::new();
    for section in &SECTIONS {
        let title = words.text(&format!("admin-section-{}", in_id(section.key)));
        for (old, new) in pairs(section, before, after) {
            let lines = lines(words, section, (before, old), (after, new));
            let named = new.or(old).map(|entry| entry_name(&words, section, entry)).unwrap_or_default();
            let entry = match section.shape {
                Shape::List => format!("{} {}", named.0.trim(), named.1.trim()).trim().to_owned(),
                Shape::Top | Shape::Object => String::new(),
            };
            let (is_new, is_gone) = (old.is_none(), new.is_none());
            if is_new || is_gone || !lines.is_empty() {
                changes.push(Change { section: title.clone(), entry, is_new, is_gone, lines });
            }
        }
    }
    changes
}

/// What belongs together before and after.
type Pair<'v> = (Option<&'v Value>, Option<&'v Value>);

fn pairs<'v>(section: &Section, before: &'v Value, after: &'v Value) -> Vec<Pair<'v>> {
    if section.shape != Shape::List {
        return vec![(place::part(before, section, None), place::part(after, section, None))];
    }
    let all = |document: &'v Value| {
        document.get(section.key).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    };
    let mut old: Vec<&Value> = all(before).iter().collect();
    let mut pairs = Vec::new();
    let mut unpaired = Vec::new();
    // The same first, then those with the same id; what is left of those without one belongs together in its order.
    for new in all(after) {
        match old.iter().position(|one| *one == new) {
            Some(at) => drop(old.remove(at)),
            None => unpaired.push(new),
        }
    }
    for new in unpaired {
        let id = new.get("id");
        let at = match id {
            Some(_) => old.iter().position(|one| one.get("id") == id),
            None => (!old.is_empty()).then_some(0),
        };
        pairs.push((at.map(|at| old.remove(at)), Some(new)));
    }
    pairs.extend(old.into_iter().map(|gone| (Some(gone), None)));
    pairs
}

/// The fields that are different.
fn lines(
    words: Words,
    section: &Section,
    (before, old): (&Value, Option<&Value>),
    (after, new): (&Value, Option<&Value>),
) -> Vec<Line> {
    let leaves = |document, part: Option<&Value>| {
        let sheet = Sheet { words, document, faults: &[] };
        part.map(|part| sheet.blocks(part, section.fields))
            .unwrap_or_default()
            .iter()
            .flat_map(|block| block_leaves(&words, block))
            .collect::<Vec<_>>()
    };
    let (old, new) = (leaves(before, old), leaves(after, new));
    let text = |leaves: &[Leaf], name: &str| {
        leaves.iter().find(|leaf| leaf.name == name).map(|leaf| leaf.text.clone()).unwrap_or_default()
    };
    let gone = old.iter().filter(|leaf| !new.iter().any(|other| other.name == leaf.name));
    new.iter()
        .chain(gone)
        .map(|leaf| Line {
            label: leaf.label.clone(),
            before: text(&old, &leaf.name),
            after: text(&new, &leaf.name),
        })
        .filter(|line| line.before != line.after)
        .collect()
}

/// A value in words.
struct Leaf {
    name: String,
    label: String,
    text: String,
}

fn block_leaves(words: &Words, block: &Block) -> Vec<Leaf> {
    match block {
        Block::One(control) => control_leaves(words, control, ""),
        Block::List(list) => {
            let of_item = |item: &super::control::Item| {
                let controls = item.controls.iter();
                controls.flat_map(|control| control_leaves(words, control, &item.label)).collect::<Vec<_>>()
            };
            list.items.iter().flat_map(of_item).collect()
        }
    }
}

fn control_leaves(words: &Words, control: &Control, item: &str) -> Vec<Leaf> {
    let label = |more: &str| {
        let parts = [item, &control.label, more].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" · ")
    };
    let one = |text: String| vec![Leaf { name: control.name.clone(), label: label(""), text }];
    let chosen = |choices: &[super::control::Choice]| {
        let names: Vec<&str> =
            choices.iter().filter(|one| one.is_chosen).map(|one| one.label.as_str()).collect();
        words.list(&names)
    };
    match &control.shown {
        Shown::Line { value, .. } => one(value.clone()),
        Shown::Flag { is_on } => one(words.text(if *is_on { "admin-yes" } else { "admin-no" })),
        Shown::One { choices, .. } | Shown::Many { choices } => one(chosen(choices)),
        Shown::Texts { german, others, .. } => {
            let leaf = |language: foyer_text::Language, text: &str| Leaf {
                name: format!("{}.{}", control.name, language.tag()),
                label: label(language.own_name()),
                text: text.to_owned(),
            };
            let first = leaf(foyer_text::Language::German, german);
            std::iter::once(first).chain(others.iter().map(|line| leaf(line.language, &line.value))).collect()
        }
    }
}

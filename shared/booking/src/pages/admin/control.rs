//! The form of a part of the document: what it shows of the fields.

use super::super::frame::Words;
use super::fields::{Field, Kind, in_id};
use super::place::{Fault, Wrong, at};
use foyer_text::Language;
use serde_json::Value;

/// An entry that can be chosen.
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// A line in one language.
pub struct Line {
    /// Which language.
    pub language: Language,
    /// What is there.
    pub value: String,
}

/// What is shown of a field.
pub enum Shown {
    /// One line; its kind of input.
    Line { value: String, input: &'static str, is_number: bool },
    /// German, and the other languages.
    Texts { german: String, others: Vec<Line>, filled: String, is_open: bool },
    /// Yes or no.
    Flag { is_on: bool },
    /// One of some; with a way to choose none.
    One { choices: Vec<Choice>, has_none: bool },
    /// Any of some.
    Many { choices: Vec<Choice> },
}

/// A field of the form.
pub struct Control {
    /// Its name in the form, and its id.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What there is more to say; may be empty.
    pub hint: String,
    /// Whether it cannot be left out.
    pub is_needed: bool,
    /// What is shown.
    pub shown: Shown,
    /// What is wrong with it.
    pub faults: Vec<String>,
}

impl Control {
    /// What describes it to who does not see it: the ids of hint and faults.
    pub fn described(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.name));
        let fault = (!self.faults.is_empty()).then(|| format!("{}-fault", self.name));
        [hint, fault].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

/// A part of the form.
pub enum Block {
    /// A field.
    One(Control),
    /// Entries with fields of their own.
    List(List),
}

/// Entries with fields of their own.
pub struct List {
    /// Its name in the form.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// What there is more to say; may be empty.
    pub hint: String,
    /// The entries.
    pub items: Vec<Item>,
    /// What is wrong with the whole.
    pub faults: Vec<String>,
}

/// An entry of a list in the form.
pub struct Item {
    /// Its name in the form.
    pub name: String,
    /// "Gebühr 2".
    pub label: String,
    /// Its fields.
    pub controls: Vec<Control>,
    /// What is wrong with the whole.
    pub faults: Vec<String>,
}

/// What a form is made of.
pub struct Sheet<'a> {
    /// The language of its words.
    pub words: Words,
    /// The whole document, for lists of what there is.
    pub document: &'a Value,
    /// What is wrong in this part.
    pub faults: &'a [Fault],
}

impl Sheet<'_> {
    /// The form of a part.
    pub fn blocks(&self, part: &Value, fields: &[Field]) -> Vec<Block> {
        let block = |field: &Field| match field.kind {
            Kind::List(fields) => Block::List(self.list(part, field, fields)),
            _ => Block::One(self.control(part, field, "")),
        };
        fields.iter().map(block).collect()
    }

    fn list(&self, part: &Value, field: &Field, fields: &[Field]) -> List {
        let name = field.key.to_owned();
        let count = at(part, &name).and_then(Value::as_array).map_or(0, Vec::len);
        let label = self.label(field);
        let item = |position: usize| {
            let prefix = format!("{name}.{position}");
            Item {
                label: format!("{label}: {}", position + 1),
                controls: fields.iter().map(|field| self.control(part, field, &prefix)).collect(),
                // A field without a key is the entry itself, and says what is wrong with it.
                faults: if fields[0].key.is_empty() { Vec::new() } else { self.said(&prefix, false) },
                name: prefix,
            }
        };
        let items = (0..count).map(item).collect();
        List { items, faults: self.said(&name, false), hint: self.hint(field), label, name }
    }

    fn label(&self, field: &Field) -> String {
        self.words.text(&format!("admin-field-{}", in_id(field.key)))
    }

    fn hint(&self, field: &Field) -> String {
        if field.has_hint {
            self.words.text(&format!("admin-hint-{}", in_id(field.key)))
        } else {
            String::new()
        }
    }

    fn control(&self, part: &Value, field: &Field, prefix: &str) -> Control {
        let name = [prefix, field.key].join(".").trim_matches('.').to_owned();
        let label = match field.key {
            "" if matches!(field.kind, Kind::Date) => self.words.text("admin-field-date"),
            "" => self.words.text("admin-text"),
            _ => self.label(field),
        };
        let is_text = matches!(field.kind, Kind::Text);
        Control {
            label,
            hint: self.hint(field),
            is_needed: field.is_needed,
            faults: self.said(&name, true),
            shown: self.shown(at(part, &name), field, is_text && !self.said(&name, true).is_empty()),
            name,
        }
    }

    fn shown(&self, value: Option<&Value>, field: &Field, is_wrong: bool) -> Shown {
        let plain = |input, is_number| Shown::Line { value: written(value, field), input, is_number };
        let none = || self.words.text("admin-none");
        match field.kind {
            Kind::Line | Kind::Words | Kind::List(_) => plain("text", false),
            Kind::Number => plain("text", true),
            Kind::Money => plain("text", false),
            Kind::Time => plain("time", false),
            Kind::Date => plain("date", false),
            Kind::Flag => Shown::Flag { is_on: written(value, field) == "true" },
            Kind::Text => self.texts(value, is_wrong),
            Kind::One(values) => {
                let chosen = written(value, field);
                let choice = |value: &&str| Choice {
                    value: (*value).to_owned(),
                    label: self.option(value),
                    is_chosen: *value == chosen,
                };
                let has_none = field.default.is_empty();
                let empty = has_none.then(|| Choice {
                    value: String::new(),
                    label: none(),
                    is_chosen: chosen.is_empty(),
                });
                Shown::One { choices: empty.into_iter().chain(values.iter().map(choice)).collect(), has_none }
            }
            Kind::OneOf(list) => {
                let chosen = written(value, field);
                let empty = Choice { value: String::new(), label: none(), is_chosen: chosen.is_empty() };
                let mut choices = vec![empty];
                choices.extend(self.entries(list, |id| id == chosen));
                keep_unknown(&mut choices, std::slice::from_ref(&chosen));
                Shown::One { choices, has_none: true }
            }
            Kind::Many(values) => {
                let chosen = all_written(value, field);
                let choice = |value: &&str| Choice {
                    value: (*value).to_owned(),
                    label: self.option(value),
                    is_chosen: chosen.iter().any(|one| one == value),
                };
                Shown::Many { choices: values.iter().map(choice).collect() }
            }
            Kind::ManyOf(list) => {
                let chosen = all_written(value, field);
                let mut choices = self.entries(list, |id| chosen.iter().any(|one| one == id));
                keep_unknown(&mut choices, &chosen);
                Shown::Many { choices }
            }
        }
    }

    /// What a fixed value is called: letters and Länder by themselves.
    fn option(&self, value: &str) -> String {
        match value {
            letter if letter.len() == 1 => letter.to_owned(),
            value => self.words.text(&format!("admin-option-{}", in_id(value))),
        }
    }

    fn entries(&self, list: &str, is_chosen: impl Fn(&str) -> bool) -> Vec<Choice> {
        let entries = self.document.get(list).and_then(Value::as_array).into_iter().flatten();
        let choice = |entry: &Value| {
            let id = entry.get("id")?.as_str()?;
            let name = entry.get("name").or_else(|| entry.get("text"));
            let name = name.map(|name| in_language(name, self.words.tag())).unwrap_or_default();
            let label = if name.is_empty() { id.to_owned() } else { name };
            Some(Choice { value: id.to_owned(), label, is_chosen: is_chosen(id) })
        };
        entries.filter_map(choice).collect()
    }

    fn texts(&self, value: Option<&Value>, is_wrong: bool) -> Shown {
        let of = |tag: &str| match value {
            Some(Value::Object(table)) => table.get(tag).and_then(Value::as_str).unwrap_or_default(),
            Some(Value::String(german)) if tag == "de" => german,
            _ => "",
        };
        let others = Language::ALL.iter().skip(1);
        let others: Vec<Line> = others
            .map(|language| Line { language: *language, value: of(language.tag()).to_owned() })
            .collect();
        let filled = others.iter().filter(|line| !line.value.is_empty()).count();
        let filled = self.words.text_with("admin-other-languages", "count", filled);
        let german = of("de").to_owned();
        // Who has the German has all that is needed; the others are opened where one of them is wrong.
        Shown::Texts { is_open: is_wrong && !german.is_empty(), german, others, filled }
    }

    /// What is wrong at a path; `below` counts what lies deeper, too.
    fn said(&self, name: &str, below: bool) -> Vec<String> {
        let is_here = |path: &str| match path.strip_prefix(name) {
            Some("") => true,
            Some(rest) => below && rest.starts_with('.'),
            None => false,
        };
        let here = self.faults.iter().filter(|fault| is_here(&fault.path));
        let mut said: Vec<String> = here.map(|fault| fault_said(&self.words, &fault.wrong)).collect();
        said.dedup();
        said
    }
}

/// What is named and not there any more can be seen, and taken out.
fn keep_unknown(choices: &mut Vec<Choice>, chosen: &[String]) {
    for id in chosen.iter().filter(|id| !id.is_empty()) {
        if !choices.iter().any(|choice| choice.value == *id) {
            choices.push(Choice { value: id.clone(), label: id.clone(), is_chosen: true });
        }
    }
}

/// A fault in the reader's language.
pub fn fault_said(words: &Words, wrong: &Wrong) -> String {
    match wrong {
        Wrong::Unreadable => words.text("admin-fault-unreadable"),
        Wrong::Empty => words.text("admin-fault-empty"),
        Wrong::Twice(id) => words.text_with("admin-fault-twice", "id", id.as_str()),
        Wrong::Missing(id) => words.text_with("admin-fault-missing", "id", id.as_str()),
        Wrong::Range(remedy) => super::remedies::said(words, remedy),
    }
}

/// A text of the document in a language, else in German.
pub fn in_language(value: &Value, tag: &str) -> String {
    let of = |tag: &str| value.get(tag).and_then(Value::as_str);
    value.as_str().or_else(|| of(tag)).or_else(|| of("de")).unwrap_or_default().to_owned()
}

/// A value as a line of the form has it.
fn written(value: Option<&Value>, field: &Field) -> String {
    match (field.kind, value) {
        // A line that was just added to a list is an empty object.
        (Kind::Date, Some(Value::Object(_))) => String::new(),
        (_, None | Some(Value::Null)) => match field.kind {
            Kind::Time => field.default.chars().take(5).collect(),
            _ => field.default.to_owned(),
        },
        (Kind::Money, Some(Value::Number(cents))) => {
            let cents = cents.as_u64().unwrap_or_default();
            format!("{},{:02}", cents / 100, cents % 100)
        }
        (Kind::Words, Some(Value::Array(list))) => {
            list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", ")
        }
        (Kind::Time, Some(Value::String(time))) => {
            time.strip_suffix(":00").filter(|short| short.len() == 5).unwrap_or(time).to_owned()
        }
        (_, Some(Value::String(text))) => text.clone(),
        (_, Some(value)) => value.to_string(),
    }
}

fn all_written(value: Option<&Value>, field: &Field) -> Vec<String> {
    let list = value.and_then(Value::as_array);
    let named = |list: &Vec<Value>| list.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let usual = || field.default.split(' ').filter(|one| !one.is_empty()).map(str::to_owned).collect();
    list.map_or_else(usual, named)
}

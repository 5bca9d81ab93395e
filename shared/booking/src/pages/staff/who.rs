//! Who rings, and what is wished for them; the same for one appointment, a series and a group.

use super::super::frame::Words;
use super::super::typed::{interpreter_languages, way_said};
use super::reason::Fields;
use crate::calendar::Asker;
use crate::contact::{self, ANOTHER_LANGUAGE, Given, MOST_PERSONS, Person};
use crate::refusal::Refusal;
use foyer_domain::office::{InterpreterWay, Office, Rules};
use foyer_domain::visit::Wishes;
use foyer_text::Language;
use serde::Deserialize;
use std::fmt;

/// What is typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// May be empty.
    pub name: String,
    /// May be empty.
    pub email: String,
    /// May be empty.
    pub phone: String,
    /// A tag, `de`; empty stands for German.
    pub language: String,
    /// What an interpreter has to speak, by ISO 639 code; `yes` where nobody knows, empty for no interpreter.
    pub interpreter: String,
    /// How the interpreter is wished.
    pub way: String,
    /// How many come; empty stands for one.
    pub persons: String,
    /// `yes` who needs more time.
    pub more_time: String,
    /// `yes` who wants to be fetched.
    pub pick_up: String,
}

impl Typed {
    /// What a form says.
    pub fn of(fields: &Fields) -> Self {
        let get = |name: &str| fields.get(name).to_owned();
        Self {
            name: get("name"),
            email: get("email"),
            phone: get("phone"),
            language: get("language"),
            interpreter: get("interpreter"),
            way: get("way"),
            persons: get("persons"),
            more_time: get("more_time"),
            pick_up: get("pick_up"),
        }
    }

    /// All of it, by which one request is told from another.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let Self { name, email, phone, language, interpreter, way, persons, more_time, pick_up } = self;
        [name, email, phone, language, interpreter, way, persons, more_time, pick_up]
            .into_iter()
            .map(String::as_str)
    }

    /// Whom staff book for.
    ///
    /// # Errors
    /// What is none of a name, an address and a number.
    pub fn person(&self, rules: &Rules) -> Result<Person, Refusal> {
        let is_interpreted = !self.interpreter.is_empty();
        let language = Some(self.interpreter.as_str()).filter(|code| is_interpreted && *code != "yes");
        let person = contact::read(&Given {
            phone: &self.phone,
            persons: self.persons(),
            wishes: Wishes {
                interpreter: is_interpreted,
                more_time: self.more_time == "yes",
                pick_up: self.pick_up == "yes",
            },
            interpreter_language: language,
            interpreter_way: self.way(rules),
            ..Given::alone(&self.name, &self.email, &self.language)
        })?;
        Ok(Person { asker: Asker::Staff, ..person })
    }

    fn persons(&self) -> u8 {
        self.persons.parse().unwrap_or(1).clamp(1, MOST_PERSONS)
    }

    /// As chosen, else the office's first way.
    fn way(&self, rules: &Rules) -> Option<InterpreterWay> {
        let chosen = InterpreterWay::from_name(&self.way).filter(|way| rules.interpreters.contains(way));
        chosen.or(rules.interpreters.first().copied())
    }

    fn says_more(&self) -> bool {
        let more = [&self.interpreter, &self.more_time, &self.pick_up];
        self.persons() > 1 || more.into_iter().any(|field| !field.is_empty())
    }
}

impl fmt::Debug for Typed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Typed").finish_non_exhaustive()
    }
}

/// The fields, with what was typed.
pub struct Who {
    /// What was typed.
    pub typed: Typed,
    /// In which mails can be written: tag, own name, and whether it is chosen.
    pub languages: Vec<(&'static str, &'static str, bool)>,
    /// What somebody can interpret: code, name, and whether it is chosen.
    pub spoken: Vec<(&'static str, String, bool)>,
    /// How: value, name, and whether it is chosen; empty where there is nothing to choose.
    pub ways: Vec<(&'static str, String, bool)>,
    /// How many come; none where each place is booked for itself.
    pub persons: Option<u8>,
    /// Whether more is said than who it is: the fields for that are folded otherwise.
    pub says_more: bool,
}

impl Who {
    /// The most who come together.
    pub const MOST_PERSONS: u8 = MOST_PERSONS;

    /// For an office.
    pub fn new(words: &Words, office: &Office, typed: Typed) -> Self {
        let tag = if typed.language.is_empty() { "de" } else { typed.language.as_str() };
        let language = |one: &Language| (one.tag(), one.own_name(), one.tag() == tag);
        let chosen = if typed.interpreter == "yes" { ANOTHER_LANGUAGE } else { typed.interpreter.as_str() };
        let another = (ANOTHER_LANGUAGE, words.text("portal-contact-interpreter-other"));
        let spoken = interpreter_languages(words, &office.rules).into_iter().chain([another]);
        let way = typed.way(&office.rules);
        let ways = match &office.rules.interpreters[..] {
            [] | [_] => &[][..],
            ways => ways,
        };
        Self {
            languages: Language::ALL.iter().map(language).collect(),
            spoken: spoken.map(|(code, name)| (code, name, code == chosen)).collect(),
            ways: ways.iter().map(|one| (one.as_str(), way_said(words, *one), Some(*one) == way)).collect(),
            persons: Some(typed.persons()),
            says_more: typed.says_more(),
            typed,
        }
    }

    /// Where each place is booked for itself, nobody is asked how many come.
    #[must_use]
    pub fn each_alone(self) -> Self {
        Self { persons: None, ..self }
    }
}

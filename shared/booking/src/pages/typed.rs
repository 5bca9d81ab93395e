//! What is typed into the form of who comes, and carried from page to page in hidden fields.

use super::frame::Words;
use super::refused::say;
use crate::contact::{self, ANOTHER_LANGUAGE, Given, LONGEST, MOST_PERSONS, Person};
use crate::refusal::Refusal;
use crate::visible;
use foyer_domain::booking::Interpreting;
use foyer_domain::office::{InterpreterWay, Rules};
use foyer_domain::visit::Wishes;
use foyer_text::{Spoken, spoken_among, spoken_language};
use serde::{Deserialize, Deserializer};

/// What is typed. A field that a page does not have is empty.
#[derive(Debug, Default, Clone, Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The name.
    #[serde(deserialize_with = "line")]
    pub name: String,
    /// The e-mail address.
    #[serde(deserialize_with = "line")]
    pub email: String,
    /// The telephone number.
    #[serde(deserialize_with = "line")]
    pub phone: String,
    /// How many come.
    #[serde(deserialize_with = "line")]
    pub persons: String,
    /// `yes` who needs more time.
    #[serde(deserialize_with = "line")]
    pub more_time: String,
    /// `yes` who wants to be fetched.
    #[serde(deserialize_with = "line")]
    pub pick_up: String,
    /// What an interpreter has to speak, by ISO 639 code; empty for no interpreter.
    #[serde(deserialize_with = "line")]
    pub interpreter: String,
    /// How the interpreter is wished.
    #[serde(deserialize_with = "line")]
    pub way: String,
}

/// Reads a line that was typed, without what nobody sees of it. Of a line that is too long there is as much as shows that
/// it is.
///
/// # Errors
/// No text.
pub fn line<'de, D: Deserializer<'de>>(from: D) -> Result<String, D::Error> {
    shown(from, LONGEST)
}

/// As [`line`], of a text with its own limit.
///
/// # Errors
/// No text.
pub fn shown<'de, D: Deserializer<'de>>(from: D, longest: usize) -> Result<String, D::Error> {
    let typed = visible::name(&String::deserialize(from)?);
    Ok(typed.trim().chars().take(longest + 1).collect())
}

/// Something that has to be typed anew.
pub struct Fault {
    /// The field.
    pub field: &'static str,
    /// What is wrong, and what helps.
    pub said: String,
}

/// All that has to be typed anew.
pub trait Faults {
    /// What is wrong with a field.
    fn of(&self, field: &str) -> Option<&str>;
}

impl Faults for [Fault] {
    fn of(&self, field: &str) -> Option<&str> {
        self.iter().find(|fault| fault.field == field).map(|fault| fault.said.as_str())
    }
}

impl Fault {
    /// What is said beside the contact that was typed, if it may do no more for now; what was typed stays.
    pub fn of_contact(words: &Words, refusal: &Refusal, email: &str, zone: chrono_tz::Tz) -> Option<Self> {
        let is_of_it = matches!(
            refusal,
            Refusal::ContactBlocked { .. } | Refusal::TooManyBookings { .. } | Refusal::TooManyAsked { .. }
        );
        let field = if email.trim().is_empty() { "phone" } else { "email" };
        is_of_it.then(|| Self { field, said: say(words, refusal, zone) })
    }
}

impl Typed {
    /// What somebody has typed before.
    pub fn of(person: Person) -> Self {
        let yes = |is_wished: bool| if is_wished { "yes".to_owned() } else { String::new() };
        Self {
            persons: person.persons.to_string(),
            more_time: yes(person.wishes.more_time),
            pick_up: yes(person.wishes.pick_up),
            interpreter: person.interpreter_language.unwrap_or_default(),
            way: person.interpreter_way.map(|way| way.as_str().to_owned()).unwrap_or_default(),
            name: person.name,
            email: person.email,
            phone: person.phone,
        }
    }

    /// All that is typed, for hidden fields.
    pub fn fields(&self) -> Vec<(&'static str, &str)> {
        let all = [
            ("name", &self.name),
            ("email", &self.email),
            ("phone", &self.phone),
            ("persons", &self.persons),
            ("more_time", &self.more_time),
            ("pick_up", &self.pick_up),
            ("interpreter", &self.interpreter),
            ("way", &self.way),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(name, value)| (name, value.as_str()))
            .collect()
    }

    /// Whether nothing is.
    pub fn is_empty(&self) -> bool {
        self.fields().is_empty()
    }

    /// How many come; one unless it says a number of who can come together.
    pub fn persons(&self) -> u8 {
        self.persons.parse().ok().filter(|persons| (1..=MOST_PERSONS).contains(persons)).unwrap_or(1)
    }

    /// Whether more time is wished.
    pub fn needs_more_time(&self) -> bool {
        self.more_time == "yes"
    }

    /// Whether somebody wants to be fetched.
    pub fn needs_pick_up(&self) -> bool {
        self.pick_up == "yes"
    }

    /// Whether any support is wished.
    pub fn needs_support(&self) -> bool {
        self.needs_more_time() || self.needs_pick_up() || !self.interpreter.is_empty()
    }

    /// How the interpreter is wished: as chosen, else the office's first way.
    pub fn way(&self, rules: &Rules) -> Option<InterpreterWay> {
        let chosen = InterpreterWay::from_name(&self.way).filter(|way| rules.interpreters.contains(way));
        chosen.or(rules.interpreters.first().copied())
    }

    /// Who comes.
    ///
    /// # Errors
    /// What is wrong first.
    pub fn read(&self, words: &Words, rules: &Rules) -> Result<Person, Refusal> {
        let wishes = self.wishes(rules);
        let interpreter = wishes.interpreter.then_some(self.interpreter.as_str());
        let person = contact::read(&Given {
            name: &self.name,
            email: if rules.email.is_asked() { &self.email } else { "" },
            phone: if rules.phone.is_asked() { &self.phone } else { "" },
            language: words.tag(),
            // Whoever was asked for more by another office comes with as many as can.
            persons: self.persons().min(rules.most_persons.max(1)),
            wishes,
            interpreter_language: interpreter,
            interpreter_way: self.way(rules),
        })?;
        contact::judge(&person, rules)?;
        Ok(person)
    }

    /// All that is wrong, field by field.
    pub fn faults(&self, words: &Words, rules: &Rules) -> Vec<Fault> {
        let mut faults = Vec::new();
        let mut missing = |field: &'static str, value: &str, is_needed: bool, id: &str| {
            if is_needed && value.trim().is_empty() {
                faults.push(Fault { field, said: words.text(id) });
            }
        };
        missing("name", &self.name, true, "portal-contact-name-missing");
        missing("email", &self.email, rules.email.is_required(), "portal-contact-email-missing");
        missing("phone", &self.phone, rules.phone.is_required(), "portal-contact-phone-missing");
        let alone = |field: &'static str| {
            let nothing = Self::default();
            match field {
                "name" => Self { name: self.name.clone(), ..nothing },
                "email" => Self { email: self.email.clone(), ..nothing },
                "phone" => Self { phone: self.phone.clone(), ..nothing },
                _ => Self { interpreter: self.interpreter.clone(), ..nothing },
            }
        };
        let lax = Rules {
            email: foyer_domain::office::Asks::Optional,
            phone: foyer_domain::office::Asks::Optional,
            ..rules.clone()
        };
        for field in ["name", "email", "phone", "interpreter"] {
            let Err(refusal) = alone(field).read(words, &lax) else { continue };
            let said = match field == "email" && rules.email.is_required() {
                // Not: or leave it empty.
                true => words.text("portal-contact-email-missing"),
                false => say(words, &refusal, chrono_tz::UTC),
            };
            faults.push(Fault { field, said });
        }
        faults
    }

    /// What is wished of whoever calls.
    pub fn wishes(&self, rules: &Rules) -> Wishes {
        Wishes {
            pick_up: self.needs_pick_up(),
            more_time: self.needs_more_time(),
            // An office that offers none gets none, whatever was typed elsewhere.
            interpreter: !self.interpreter.is_empty() && !rules.interpreters.is_empty(),
        }
    }

    /// "Kurdisch (Sorani), am Telefon"; empty where no interpreter is wished.
    pub fn interpreter_said(&self, words: &Words, rules: &Rules) -> String {
        let language = match spoken_language(&self.interpreter) {
            Some(spoken) => spoken.name(words.language).to_owned(),
            None if self.interpreter == ANOTHER_LANGUAGE => words.text("portal-contact-interpreter-other"),
            None => return String::new(),
        };
        match self.way(rules) {
            Some(way) => words.list(&[&language, &way_said(words, way)]),
            None => String::new(),
        }
    }
}

/// What is wished of whoever calls, but for an interpreter, each in a line; may be empty.
pub fn wishes_said(words: &Words, wishes: Wishes) -> String {
    let all = [(wishes.more_time, "portal-contact-more-time"), (wishes.pick_up, "portal-contact-pick-up")];
    let wished = all.into_iter().filter(|(is_wished, _)| *is_wished).map(|(_, id)| words.text(id));
    wished.collect::<Vec<_>>().join("\n")
}

/// "Tigrinya, per Video": what somebody has to interpret, and how, as far as that was said.
pub fn interpreting_said(words: &Words, wished: Option<&Interpreting>) -> String {
    let Some(wished) = wished else { return words.text("portal-contact-interpreter-other") };
    let language = match spoken_language(&wished.language) {
        Some(spoken) => spoken.name(words.language).to_owned(),
        None => words.text("portal-contact-interpreter-other"),
    };
    match wished.way {
        Some(way) => words.list(&[&language, &way_said(words, way)]),
        None => language,
    }
}

/// "am Telefon".
pub fn way_said(words: &Words, way: InterpreterWay) -> String {
    words.text(match way {
        InterpreterWay::OnSite => "portal-contact-way-on-site",
        InterpreterWay::Telephone => "portal-contact-way-telephone",
        InterpreterWay::Video => "portal-contact-way-video",
    })
}

/// Every language that an interpreter can be wished for, as the office's rules say: code and name, with the name that its
/// speakers look for.
pub fn interpreter_languages(words: &Words, rules: &Rules) -> Vec<(&'static str, String)> {
    let offered = &rules.interpreter_languages;
    let named = |spoken: &Spoken| {
        let name = spoken.name(words.language);
        match name == spoken.own_name {
            true => (spoken.code, name.to_owned()),
            // Each name keeps the direction of its own script.
            false => (spoken.code, format!("\u{2068}{name}\u{2069} – \u{2068}{}\u{2069}", spoken.own_name)),
        }
    };
    let is_offered = |spoken: &Spoken| offered.is_empty() || offered.iter().any(|code| code == spoken.code);
    spoken_among(words.language, is_offered).into_iter().map(named).collect()
}

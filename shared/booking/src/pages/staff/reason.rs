//! Why the office cancels or moves, in the words of whoever gets the letter: one of the usual reasons, which are there
//! in all languages, or one's own.

use super::super::frame::Words;
use crate::mail;
use foyer_domain::office::Localized;
use foyer_text::Language;

/// The longest text of one's own, in characters.
const LONGEST: usize = 500;
/// What stands for one's own words.
const OWN: &str = "own";
/// What stands for no reason, because the owner asked for it.
const ASKED: &str = "asked";

/// What a form says, by name.
#[derive(Clone, Default)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// A field's value, without space around it; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
    }

    /// All values of a field that can be there several times.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.trim())
    }

    /// Its bytes, by which one request is told from another.
    pub fn bytes(&self) -> Vec<u8> {
        let mut text = url::form_urlencoded::Serializer::new(String::new());
        text.extend_pairs(&self.0).finish().into_bytes()
    }
}

/// A language in which one's own words can be given.
pub struct Own {
    /// Which.
    pub language: Language,
    /// As typed.
    pub text: String,
}

/// The reasons that a form offers.
pub struct Reasons {
    /// Value, text, and whether it is chosen.
    pub choices: Vec<(&'static str, String, bool)>,
    /// German first.
    pub own: Vec<Own>,
}

impl Reasons {
    /// The reasons as a form shows them, with what was typed.
    pub fn of(words: &Words, fields: &Fields, is_asked: bool) -> Self {
        let usual = if is_asked { ASKED } else { mail::REASONS[0].0 };
        let chosen = match fields.get("reason") {
            "" => usual,
            typed => typed,
        };
        let asked = is_asked.then_some((ASKED, "staff-reason-asked"));
        let own = (OWN, "staff-reason-own");
        let all = asked.into_iter().chain(mail::REASONS).chain([own]);
        Self {
            choices: all.map(|(value, id)| (value, words.text(id), value == chosen)).collect(),
            own: Language::ALL
                .iter()
                .map(|language| Own {
                    language: *language,
                    text: fields.get(&format!("own-{}", language.tag())).to_owned(),
                })
                .collect(),
        }
    }
}

/// The reason that was chosen; none where the owner asked for it.
///
/// # Errors
/// The id of what is to be said: one's own words without German ones, or too long.
pub fn read(fields: &Fields) -> Result<Option<Localized>, &'static str> {
    let chosen = fields.get("reason");
    if chosen == ASKED {
        return Ok(None);
    }
    let usual = mail::REASONS.iter().find(|(value, _)| *value == chosen).map(|(_, id)| *id);
    let mut said = Localized::default();
    for language in Language::ALL {
        let tag = language.tag();
        let text = match usual {
            Some(id) => foyer_text::text(*language, id),
            None => fields.get(&format!("own-{tag}")).split_whitespace().collect::<Vec<_>>().join(" "),
        };
        if text.chars().count() > LONGEST || text.chars().any(char::is_control) {
            return Err("staff-reason-long");
        }
        if !text.is_empty() {
            said.0.insert(tag.to_owned(), text);
        }
    }
    // Whoever has no words of their own language reads the German ones.
    if said.0.contains_key("de") { Ok(Some(said)) } else { Err("staff-reason-needed") }
}

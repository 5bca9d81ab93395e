//! What staff tell one another, as their pages show it.

use super::desk::{Around, around};
use super::words::Words;
use crate::board::{Alarm, Message, Told};
use foyer_domain::id::CounterId;
use foyer_text::Value;

/// A call for help. The minutes count inside of "4 min".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct AlarmLine {
    /// Its number.
    pub id: String,
    /// "Schalter 3 braucht Hilfe."
    pub text: String,
    /// "Hilfe! Schalter 3", for the tab of a page that nobody looks at, while nobody comes.
    pub title: Option<String>,
    /// Whether nobody comes yet.
    pub is_open: bool,
    /// Whether it came from here.
    pub is_own: bool,
    /// Since when, in ms since 1970.
    pub since: i64,
    /// What stands before the minutes.
    pub before: String,
    /// What stands after them.
    pub after: String,
}

/// A message to this counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MessageLine {
    /// Its number.
    pub id: String,
    /// What, and from whom.
    pub text: String,
}

/// All calls for help, as they are read at a counter; `None` is the page of the whole room, which is reception's.
pub(super) fn alarms(
    told: &Told,
    of: &Around<'_>,
    here: Option<&CounterId>,
    words: &Words,
) -> Vec<AlarmLine> {
    let line = |alarm: &Alarm| {
        let is_own = here == alarm.counter.as_ref();
        let (before, after) = around(words, "desk-minutes", "minutes");
        let is_open = alarm.answered.is_none();
        let title = || words.text_with("desk-alarm-title", "counter", place(alarm, of, words));
        AlarmLine {
            id: alarm.id.to_string(),
            text: sentence(alarm, of, is_own, words),
            title: (is_open && !is_own).then(title),
            is_open,
            is_own,
            since: alarm.at.timestamp_millis(),
            before,
            after,
        }
    };
    told.alarms.iter().map(line).collect()
}

/// "Schalter 3", "Empfang".
fn place(alarm: &Alarm, of: &Around<'_>, words: &Words) -> String {
    let Some(id) = &alarm.counter else { return words.text("desk-alarm-reception") };
    let counter = of.office.counter(id).map(|counter| words.own(&counter.name).to_owned());
    counter.unwrap_or_else(|| id.to_string())
}

fn sentence(alarm: &Alarm, of: &Around<'_>, is_own: bool, words: &Words) -> String {
    let place = Value::from(place(alarm, of, words));
    match &alarm.answered {
        None if is_own => words.text("desk-alarm-called"),
        None => words.text_with("desk-alarm-there", "counter", place),
        Some(by) if is_own => words.text_with("desk-alarm-comes", "name", of.person(by)),
        Some(by) => {
            let id =
                if alarm.counter.is_some() { "desk-alarm-comes-there" } else { "desk-alarm-comes-reception" };
            words.texts(id, &[("counter", place), ("name", Value::from(of.person(by)))])
        }
    }
}

/// The messages to a counter.
pub(super) fn messages(told: &Told, of: &Around<'_>, here: &CounterId, words: &Words) -> Vec<MessageLine> {
    let line = |message: &Message| {
        let values = [
            ("name", Value::from(of.person(&message.by))),
            ("time", Value::from(words.time(message.at))),
            ("text", Value::from(message.text.as_str())),
        ];
        MessageLine { id: message.id.to_string(), text: words.texts("desk-message", &values) }
    };
    told.messages.iter().filter(|message| message.counter == *here).map(line).collect()
}

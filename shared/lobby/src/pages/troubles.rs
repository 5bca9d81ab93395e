//! Terminals in trouble, as staff read it on every page that is pushed. Pure.

use super::words::Words;
use crate::troubles::{Fault, Trouble};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::AreaId;
use foyer_text::Value;

/// So many are named; of more it is said how many.
const NAMED: usize = 3;

/// What a clerk should know whose calls are shown in these areas: they may not be seen or heard. One sentence, however
/// many they are, so that the keys stay where they are.
pub(super) fn of_calls(
    troubles: &[Trouble],
    areas: &[&AreaId],
    now: Timestamp,
    words: &Words,
) -> Option<String> {
    let concern: Vec<&Trouble> = troubles.iter().filter(|it| it.concerns_calls_in(areas)).collect();
    match concern[..] {
        [] => None,
        [trouble] => Some(line(trouble, now, words)),
        _ => {
            let names: Vec<&str> = concern.iter().take(NAMED).map(|it| it.name.as_str()).collect();
            let more = concern.len().saturating_sub(NAMED);
            let of = [("subjects", Value::from(names.join(", "))), ("more", Value::from(more))];
            Some(words.texts("desk-trouble-many", &of))
        }
    }
}

/// "„Anzeige Halle“ meldet sich seit 10:04 Uhr nicht mehr.", also with why a part does not work; and without.
pub(super) fn all(troubles: &[Trouble], now: Timestamp, words: &Words) -> Vec<(String, String)> {
    let with_why = |trouble: &Trouble| {
        let line = line(trouble, now, words);
        let Fault::Parts(parts) = &trouble.fault else { return (line.clone(), line) };
        let whys = parts.iter().map(|part| part.detail.as_str()).filter(|detail| !detail.is_empty());
        let whys: Vec<&str> = whys.collect();
        (if whys.is_empty() { line.clone() } else { format!("{line} ({})", whys.join("; ")) }, line)
    };
    troubles.iter().map(with_why).collect()
}

fn line(trouble: &Trouble, now: Timestamp, words: &Words) -> String {
    match &trouble.fault {
        Fault::Silent { since: None } => words.text_with("desk-trouble-silent", "subject", &trouble.name),
        Fault::Silent { since: Some(since) } => {
            let is_recent = now - *since < TimeDelta::hours(12);
            let time = if is_recent { words.time(*since) } else { words.day_and_time(*since) };
            let of = [("subject", Value::from(&trouble.name)), ("time", Value::from(time))];
            words.texts("desk-trouble-silent-since", &of)
        }
        Fault::Parts(parts) => {
            let names: Vec<String> = parts.iter().map(|part| part_name(&part.part, words)).collect();
            let of = [("subject", Value::from(&trouble.name)), ("parts", Value::from(names.join(", ")))];
            words.texts("desk-trouble-parts", &of)
        }
    }
}

/// A terminal's part, as staff call it; what a newer terminal names is shown as it came.
pub(super) fn part_name(part: &str, words: &Words) -> String {
    match part {
        "printer" => words.text("desk-devices-part-printer"),
        "reader" => words.text("desk-devices-part-reader"),
        "camera" => words.text("desk-devices-part-camera"),
        "alone" => words.text("desk-devices-part-alone"),
        "service" => words.text("desk-devices-part-service"),
        "journal" => words.text("desk-devices-part-journal"),
        "staff" => words.text("desk-devices-part-staff"),
        "sound" => words.text("desk-devices-part-sound"),
        "voice" => words.text("desk-devices-part-voice"),
        "screen" => words.text("desk-devices-part-screen"),
        "slides" => words.text("desk-devices-part-slides"),
        "panel" => words.text("desk-devices-part-panel"),
        other => other.to_owned(),
    }
}

//! Terminals in trouble, as staff read it on every page that is pushed. Pure.

use super::words::Words;
use crate::troubles::{Fault, Trouble};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::AreaId;
use foyer_protocol::lobby::PartStatus;
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

/// "„Anzeige Halle“ meldet sich seit 10:04 Uhr nicht mehr.", and why a part does not work.
pub(super) fn all(troubles: &[Trouble], now: Timestamp, words: &Words) -> Vec<String> {
    let why = |part: &PartStatus| (!part.detail.is_empty()).then(|| part.detail.clone());
    let said = |trouble: &Trouble| match &trouble.fault {
        Fault::Silent { .. } => line(trouble, now, words),
        Fault::Parts(parts) => {
            let whys: Vec<String> = parts.iter().filter_map(why).collect();
            let line = line(trouble, now, words);
            if whys.is_empty() { line } else { format!("{line} ({})", whys.join("; ")) }
        }
    };
    troubles.iter().map(said).collect()
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
        other => other.to_owned(),
    }
}

//! What fits instead of a value that does not, in the words of a page.

use super::super::frame::Words;

/// Remedies of [`crate::office_file`] that say the name of a key or a value, and their texts.
const REMEDIES: [(&str, &str); 40] = [
    ("a counter stands in one row at a time, take it out of the other", "admin-remedy-counter-twice"),
    ("add a text for `de`", "admin-remedy-german"),
    ("ask at most three in a row", "admin-remedy-three-questions"),
    ("begin it without #, which places without a counter have", "admin-remedy-no-hash"),
    ("give all but one of them a `name`", "admin-remedy-name-fees"),
    ("it is above the day's `walk_in_limit`", "admin-remedy-above-day"),
    ("it is before `date`", "admin-remedy-before-first"),
    ("it is before `valid_from`", "admin-remedy-before-first"),
    ("its hours are over by then, use an earlier `at` or `days_before`", "admin-remedy-release-late"),
    ("let no `next` lead back", "admin-remedy-goes-round"),
    ("name `services` or `next`", "admin-remedy-answer-empty"),
    ("name `valid_from`, from whose week on weeks are counted", "admin-remedy-first-week"),
    ("name a counter that offers it, or `places`, in `hours`", "admin-remedy-never-booked"),
    ("name each counter once", "admin-remedy-counter-once"),
    ("name it as `next` of an answer, or remove it", "admin-remedy-never-asked"),
    ("name it in the `services` of a counter", "admin-remedy-offered-nowhere"),
    ("name its `weekdays`", "admin-remedy-weekdays"),
    ("name its `weekdays` or `dates`", "admin-remedy-weekdays"),
    ("name either `dates`, or `weekdays` and in which weeks", "admin-remedy-dates"),
    ("name either `month_weeks` or `every_weeks`", "admin-remedy-weeks"),
    ("name it as `stop` of a row of `hours`", "admin-remedy-never-visited"),
    ("let there be time for the way from one place to the other", "admin-remedy-way"),
    ("name the place", "admin-remedy-needed"),
    ("say where it is", "admin-remedy-needed"),
    ("say in `online_message` what to do instead, or set `on_request = true`", "admin-remedy-say-instead"),
    ("this name is used by the server, choose another one", "admin-remedy-name-used"),
    ("use 64 counters and places at most side by side", "admin-remedy-lanes"),
    ("use full five minutes", "admin-remedy-five-minutes"),
    ("use up to 40 of a–z, 0–9 and -", "admin-remedy-id"),
    ("use ISO 639 codes such as de, tr, kmr", "admin-remedy-languages"),
    ("name the office", "admin-remedy-needed"),
    ("number offices from 1", "admin-remedy-number"),
    ("say where the office is", "admin-remedy-needed"),
    ("use 5, 10, 15, 20, 30 or 60", "admin-remedy-grid"),
    ("use up to 1000000", "admin-remedy-fee"),
    ("write # and six hexadecimal digits, like #2044aa", "admin-remedy-colour"),
    ("write an address like name@example.org", "admin-remedy-email"),
    ("write an address that begins with https://", "admin-remedy-web"),
    ("write one line of visible letters", "admin-remedy-letters"),
    ("`from` must be before `to`", "admin-remedy-from-to"),
];

/// A remedy in the reader's language. What begins with "use" says numbers that fit.
pub fn said(words: &Words, remedy: &str) -> String {
    if let Some((_, id)) = REMEDIES.iter().find(|(known, _)| *known == remedy) {
        return words.text(id);
    }
    let numbers = remedy.strip_prefix("use ").unwrap_or(remedy);
    let numbers = numbers.replace(" (never)", "");
    let numbers = numbers.split([',', '`']).next().unwrap_or_default().trim();
    let has = |sign: &str| numbers.contains(sign);
    let shown = |id| words.text_with(id, "numbers", digits(numbers));
    match () {
        () if has("up to") => shown("admin-remedy-at-most"),
        () if has(" to ") => words.text_with("admin-remedy-numbers", "numbers", numbers.replace(" to ", "–")),
        () if has("or more") => shown("admin-remedy-at-least"),
        () => words.text("admin-remedy-other"),
    }
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

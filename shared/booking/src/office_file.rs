//! An office's file: read, and judged as a whole, so that all faults are named at once.

mod choices;
pub mod plain_text;
mod plan;
mod portal;
pub mod sent;
mod stops;
mod texts;

pub use portal::MOST_QUESTIONS;

use crate::calendar::{MOST_CHOICES, SLOT_MINUTES};
use crate::contact::{MOST_PERSONS, looks_like_an_address};
use foyer_domain::office::{Localized, Office, OfficeFault};
use foyer_protocol::program::{self, SettingsError};
use std::collections::BTreeSet;
use std::path::Path;

/// Names that pages and the API use, so that no office can have them.
const RESERVED: [&str; 10] = ["api", "assets", "b", "c", "h", "health", "metrics", "staff", "t", "w"];
/// No appointment takes longer at the counter.
const LONGEST_MINUTES: u16 = 8 * 60;

/// Whoever must book longer ahead than this, in minutes, finds nothing in some weeks.
const LONGEST_NOTICE: u16 = 7 * 24 * 60;

/// Why an office's file cannot be taken over.
#[derive(Debug, thiserror::Error)]
pub enum FileFault {
    /// No TOML, an unknown or missing key, a value of the wrong kind.
    #[error(transparent)]
    Settings(#[from] SettingsError),
    /// Readable, and wrong.
    #[error("{} is wrong in {} place(s):{}", path.display(), faults.len(), list(faults))]
    Wrong {
        /// Which file.
        path: std::path::PathBuf,
        /// All that is wrong.
        faults: Vec<OfficeFault>,
    },
}

fn list(faults: &[OfficeFault]) -> String {
    faults.iter().map(|fault| format!("\n  - {fault}")).collect()
}

/// Reads and judges an office's file.
///
/// # Errors
/// Every fault with its key and remedy.
pub fn read(path: &Path) -> Result<Office, FileFault> {
    judged(program::load(path)?, path)
}

fn judged(office: Office, path: &Path) -> Result<Office, FileFault> {
    let faults = judge(&office);
    if faults.is_empty() { Ok(office) } else { Err(FileFault::Wrong { path: path.to_owned(), faults }) }
}

/// The same, with what it has in common with others beneath it: a key that both have is the office's own.
///
/// # Errors
/// Every fault with its key and remedy.
pub fn read_upon(path: &Path, standard: &toml::Table) -> Result<Office, FileFault> {
    if standard.is_empty() {
        return read(path);
    }
    let mut whole: toml::Table = program::load(path)?;
    lay_beneath(&mut whole, standard);
    let wrong = |source| SettingsError::Parse { path: path.to_owned(), source: Box::new(source) };
    judged(whole.try_into().map_err(wrong)?, path)
}

fn lay_beneath(own: &mut toml::Table, standard: &toml::Table) {
    for (key, common) in standard {
        match (own.get_mut(key), common) {
            (Some(toml::Value::Table(own)), toml::Value::Table(common)) => lay_beneath(own, common),
            (Some(_), _) => {}
            (None, common) => {
                own.insert(key.clone(), common.clone());
            }
        }
    }
}

/// All that is wrong with an office that was imported, maybe by an older version that judged less.
pub fn judge_imported(office: &Office) -> Vec<OfficeFault> {
    judge(&Office { revision: 0, ..office.clone() })
}

/// All that is wrong with an office.
pub fn judge(office: &Office) -> Vec<OfficeFault> {
    let mut faults = Vec::new();
    judge_head(office, &mut faults);
    judge_rules(office, &mut faults);
    judge_names(office, &mut faults);
    judge_links(office, &mut faults);
    plan::judge(office, &mut faults);
    stops::judge(office, &mut faults);
    judge_walk_ins(office, &mut faults);
    choices::judge(office, &mut faults);
    portal::judge(office, &mut faults);
    texts::judge(office, &mut faults);
    faults
}

fn range(
    faults: &mut Vec<OfficeFault>,
    is_right: bool,
    place: &str,
    value: impl ToString,
    remedy: &'static str,
) {
    if !is_right {
        faults.push(OfficeFault::Range { place: place.to_owned(), value: value.to_string(), remedy });
    }
}

/// Whether an office can have this id.
pub fn is_free_name(id: &str) -> bool {
    is_slug(id) && !RESERVED.contains(&id)
}

fn is_slug(id: &str) -> bool {
    (1..=40).contains(&id.len())
        && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

fn judge_head(office: &Office, faults: &mut Vec<OfficeFault>) {
    let id = office.id.as_str();
    range(
        faults,
        office.revision == 0,
        "revision",
        office.revision,
        "remove it, the server counts revisions",
    );
    range(faults, is_slug(id), "id", id, "use up to 40 of a–z, 0–9 and -");
    range(faults, !RESERVED.contains(&id), "id", id, "this name is used by the server, choose another one");
    range(faults, office.number > 0, "number", office.number, "number offices from 1");
    range(faults, !office.name.trim().is_empty(), "name", "empty", "name the office");
    range(faults, !office.address.trim().is_empty(), "address", "empty", "say where the office is");
    if let Some(accent) = &office.accent {
        let digits = accent.strip_prefix('#').unwrap_or_default();
        let is_colour = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        range(faults, is_colour, "accent", accent, "write # and six hexadecimal digits, like #2044aa");
    }
    for (key, address) in [("public_url", &office.public_url), ("map_url", &office.map_url)] {
        is_web(faults, key, address.as_deref());
    }
}

fn is_web(faults: &mut Vec<OfficeFault>, place: &str, address: Option<&str>) {
    let Some(address) = address else { return };
    let is_web = url::Url::parse(address).is_ok_and(|url| matches!(url.scheme(), "https" | "http"));
    range(faults, is_web, place, address, "write an address that begins with https://");
}

fn judge_rules(office: &Office, faults: &mut Vec<OfficeFault>) {
    let rules = &office.rules;
    let grid = rules.grid_minutes;
    let fits = grid > 0 && 60 % grid == 0 && grid.is_multiple_of(SLOT_MINUTES);
    range(faults, fits, "rules.grid_minutes", grid, "use 5, 10, 15, 20, 30 or 60");
    let horizon = rules.horizon_days;
    range(faults, (1..=400).contains(&horizon), "rules.horizon_days", horizon, "use 1 to 400");
    let hold = rules.hold_minutes;
    range(faults, (1..=60).contains(&hold), "rules.hold_minutes", hold, "use 1 to 60");
    for (place, minutes) in [
        ("rules.window_before_minutes", rules.window_before_minutes),
        ("rules.window_after_minutes", rules.window_after_minutes),
    ] {
        range(faults, minutes <= 240, place, minutes, "use 0 to 240");
    }
    let (notice, interpreter) = (rules.notice_minutes, rules.minutes_interpreter);
    range(faults, notice <= LONGEST_NOTICE, "rules.notice_minutes", notice, "use 0 to 10080, a week");
    let confirm = rules.confirm_by_mail_minutes;
    let fits = confirm == 0 || (5..=24 * 60).contains(&confirm);
    range(faults, fits, "rules.confirm_by_mail_minutes", confirm, "use 5 to 1440, a day, or 0 (never)");
    range(faults, interpreter <= 240, "rules.minutes_interpreter", interpreter, "use 0 to 240");
    let most = rules.most_persons;
    range(faults, (1..=MOST_PERSONS).contains(&most), "rules.most_persons", most, "use 1 to 9");
    if let Some(email) = &rules.interpreter_email {
        let is_address = looks_like_an_address(email);
        let remedy = "write an address like name@example.org";
        range(faults, is_address, "rules.interpreter_email", email, remedy);
    }
    let days = rules.remind_days_before;
    range(faults, days <= 30, "rules.remind_days_before", days, "use 0 (never) to 30");
    range(faults, rules.max_calls > 0, "rules.max_calls", rules.max_calls, "use 1 or more");
}

fn unique<T: Ord>(
    faults: &mut Vec<OfficeFault>,
    list: &'static str,
    entries: impl Iterator<Item = (T, String)>,
) {
    let mut seen = BTreeSet::new();
    for (entry, id) in entries {
        if !seen.insert(entry) {
            faults.push(OfficeFault::Twice { list, id });
        }
    }
}

fn judge_names(office: &Office, faults: &mut Vec<OfficeFault>) {
    for (list, is_empty) in [
        ("areas", office.areas.is_empty()),
        ("services", office.services.is_empty()),
        ("counters", office.counters.is_empty()),
        ("hours", office.hours.is_empty()),
    ] {
        if is_empty {
            faults.push(OfficeFault::Empty(list));
        }
    }
    let twice = |id: &str| (id.to_owned(), id.to_owned());
    unique(faults, "areas", office.areas.iter().map(|area| twice(area.id.as_str())));
    let letters = office.areas.iter().map(|area| (area.letter, char::from(area.letter).to_string()));
    unique(faults, "areas.letter", letters);
    unique(faults, "services", office.services.iter().map(|service| twice(service.id.as_str())));
    unique(faults, "counters", office.counters.iter().map(|counter| twice(counter.id.as_str())));
    let areas = office.areas.iter().map(|area| (format!("areas.{}.name", area.id), &area.name));
    let services =
        office.services.iter().map(|service| (format!("services.{}.name", service.id), &service.name));
    let counters =
        office.counters.iter().map(|counter| (format!("counters.{}.name", counter.id), &counter.name));
    let documents = office.services.iter().flat_map(|service| {
        service.documents.iter().map(move |text| (format!("services.{}.documents", service.id), text))
    });
    for (place, name) in areas.chain(services).chain(counters).chain(documents) {
        has_german(faults, &place, name);
    }
    for service in &office.services {
        // The id stands in addresses as `id:quantity,id:quantity`.
        let place = format!("services.{}", service.id);
        range(faults, is_slug(service.id.as_str()), &place, "no id", "use up to 40 of a–z, 0–9 and -");
    }
}

fn judge_links(office: &Office, faults: &mut Vec<OfficeFault>) {
    let missing = |place: String, id: &str, list| OfficeFault::Missing { place, id: id.to_owned(), list };
    for service in &office.services {
        let place = format!("services.{}", service.id);
        if office.area(&service.area).is_none() {
            faults.push(missing(format!("{place}.area"), service.area.as_str(), "areas"));
        }
        let minutes = service.minutes;
        let fits = (1..=LONGEST_MINUTES).contains(&minutes);
        range(faults, fits, &format!("{place}.minutes"), minutes, "use 1 to 480");
        let more = service.minutes_more.unwrap_or_default();
        range(faults, more <= LONGEST_MINUTES, &format!("{place}.minutes_more"), more, "use 0 to 480");
        let most = service.most();
        let fits = service.most != Some(0) && most <= MOST_CHOICES;
        range(faults, fits, &format!("{place}.most"), service.most.unwrap_or(most), "use 1 to 20");
        for other in &service.only_with {
            let place = format!("{place}.only_with");
            match office.service(other) {
                None => faults.push(missing(place, other.as_str(), "services")),
                Some(_) => range(faults, !service.alone, &place, other, "take `alone` out, or this"),
            }
        }
        let offers = |counter: &foyer_domain::office::Counter| {
            counter.services.is_empty() || counter.services.contains(&service.id)
        };
        let is_offered = office.counters.is_empty() || office.counters.iter().any(offers);
        range(faults, is_offered, &place, "offered nowhere", "name it in the `services` of a counter");
    }
    for counter in &office.counters {
        let place = format!("counters.{}", counter.id);
        let is_no_place = !counter.id.as_str().starts_with('#');
        range(
            faults,
            is_no_place,
            &place,
            "no id",
            "begin it without #, which places without a counter have",
        );
        if office.area(&counter.area).is_none() {
            faults.push(missing(format!("{place}.area"), counter.area.as_str(), "areas"));
        }
        for service in counter.services.iter().filter(|id| office.service(id).is_none()) {
            faults.push(missing(format!("{place}.services"), service.as_str(), "services"));
        }
    }
}

fn judge_walk_ins(office: &Office, faults: &mut Vec<OfficeFault>) {
    for service in &office.services {
        let place = format!("services.{}", service.id);
        if let Some(limit) = service.walk_in_limit {
            let remedy = "use 1 or more, or `walk_in = false`";
            range(faults, limit > 0, &format!("{place}.walk_in_limit"), limit, remedy);
        }
        for hours in &service.walk_in_hours {
            let place = format!("{place}.walk_in_hours");
            let span = format!("{}–{}", hours.from.format("%H:%M"), hours.to.format("%H:%M"));
            range(faults, !hours.weekdays.is_empty(), &place, "on no day", "name its `weekdays`");
            range(faults, hours.from < hours.to, &place, &span, "`from` must be before `to`");
        }
        let texts = [
            ("group", Some(&service.group).filter(|text| !text.is_empty())),
            ("walk_in_message", service.walk_in_message.as_ref()),
            ("walk_in_paused", service.walk_in_paused.as_ref()),
        ];
        for (key, text) in texts.into_iter().filter_map(|(key, text)| Some((key, text?))) {
            has_german(faults, &format!("{place}.{key}"), text);
        }
    }
    let areas = office.areas.iter().filter_map(|area| Some((&area.id, area.walk_in_paused.as_ref()?)));
    for (area, text) in areas {
        has_german(faults, &format!("areas.{area}.walk_in_paused"), text);
    }
    if let Some(text) = &office.walk_in_paused {
        has_german(faults, "walk_in_paused", text);
    }
}

fn has_german(faults: &mut Vec<OfficeFault>, place: &str, text: &Localized) {
    let has = !text.get("de").trim().is_empty();
    range(faults, has, place, "without German", "add a text for `de`");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use expect_test::{Expect, expect};

    fn check(change: impl FnOnce(&mut Office), expected: Expect) {
        let mut office = examples::office();
        change(&mut office);
        let said: Vec<String> = judge(&office).iter().map(ToString::to_string).collect();
        expected.assert_eq(&said.join("\n"));
    }

    #[test]
    fn the_example_is_right() {
        check(|_| {}, expect![""]);
        assert_eq!((examples::office().areas.len(), examples::office().counters.len()), (2, 4));
        assert_eq!(examples::office().services.len(), 6);
    }

    #[test]
    fn texts_that_no_line_can_show_are_refused() {
        check(
            |office| office.name = "Bürgerbüro\nMitte".into(),
            expect!["`name` is a text with U+000A in it: write one line of visible letters"],
        );
        check(
            |office| office.services[2].name = Localized::german("Umm\u{2029}eldung"),
            expect!["`services[3].name.de` is a text with U+2029 in it: write one line of visible letters"],
        );
        check(
            |office| office.address = "Nordring ".repeat(60),
            expect!["`address` is a text of 540 characters: use up to 500"],
        );
    }

    #[test]
    fn faults_name_key_and_remedy() {
        check(
            |office| office.areas.clear(),
            expect![[r#"
            `areas` is empty: an office needs at least one
            `services.personalausweis.area` names `erdgeschoss`, which is not among `areas`
            `services.reisepass.area` names `erdgeschoss`, which is not among `areas`
            `services.ummeldung.area` names `erdgeschoss`, which is not among `areas`
            `services.fuehrungszeugnis.area` names `erdgeschoss`, which is not among `areas`
            `services.fuehrerschein.area` names `obergeschoss`, which is not among `areas`
            `services.parkausweis.area` names `obergeschoss`, which is not among `areas`
            `counters.1.area` names `erdgeschoss`, which is not among `areas`
            `counters.2.area` names `erdgeschoss`, which is not among `areas`
            `counters.3.area` names `erdgeschoss`, which is not among `areas`
            `counters.4.area` names `obergeschoss`, which is not among `areas`"#]],
        );
        check(
            |office| office.services[0].area = "keller".into(),
            expect!["`services.personalausweis.area` names `keller`, which is not among `areas`"],
        );
        check(
            |office| office.counters[1].services.push("hund".into()),
            expect!["`counters.2.services` names `hund`, which is not among `services`"],
        );
        check(
            |office| office.areas[1].letter = office.areas[0].letter,
            expect!["`areas.letter` names `A` twice"],
        );
        check(
            |office| office.counters[1].id = office.counters[0].id.clone(),
            expect!["`counters` names `1` twice"],
        );
        check(
            |office| office.rules.grid_minutes = 7,
            expect!["`rules.grid_minutes` is 7: use 5, 10, 15, 20, 30 or 60"],
        );
        check(
            |office| office.id = "assets".into(),
            expect!["`id` is assets: this name is used by the server, choose another one"],
        );
        check(|office| office.id = "Büro".into(), expect!["`id` is Büro: use up to 40 of a–z, 0–9 and -"]);
        check(
            |office| office.services[0].name = Localized::default(),
            expect!["`services.personalausweis.name` is without German: add a text for `de`"],
        );
        check(
            |office| office.counters.truncate(2),
            expect![[r#"
            `services.fuehrerschein` is offered nowhere: name it in the `services` of a counter
            `services.parkausweis` is offered nowhere: name it in the `services` of a counter"#]],
        );
        check(
            |office| (office.revision, office.number) = (3, 0),
            expect![[r#"
            `revision` is 3: remove it, the server counts revisions
            `number` is 0: number offices from 1"#]],
        );
    }

    #[test]
    fn how_often_and_how_long_have_their_limits() {
        check(
            |office| {
                (office.services[0].most, office.services[1].most) = (Some(0), Some(21));
                office.services[2].minutes_more = Some(481);
            },
            expect![[r#"
            `services.personalausweis.most` is 0: use 1 to 20
            `services.reisepass.most` is 21: use 1 to 20
            `services.ummeldung.minutes_more` is 481: use 0 to 480"#]],
        );
        check(
            |office| {
                office.services[0].only_with = vec!["reisepass".into(), "trauung".into()];
                office.services[0].alone = true;
            },
            expect![[r#"
            `services.personalausweis.only_with` is reisepass: take `alone` out, or this
            `services.personalausweis.only_with` names `trauung`, which is not among `services`"#]],
        );
        check(
            |office| {
                (office.services[0].most, office.services[1].most) = (Some(1), Some(20));
                office.services[2].minutes_more = Some(0);
            },
            expect![""],
        );
    }

    #[test]
    fn faults_of_what_is_offered_without_an_appointment_are_named() {
        check(
            |office| {
                let service = &mut office.services[0];
                service.walk_in_limit = Some(0);
                service.walk_in_message = Some(Localized::default());
                service.walk_in_hours[0].to = service.walk_in_hours[0].from;
            },
            expect![[r#"
            `services.personalausweis.walk_in_limit` is 0: use 1 or more, or `walk_in = false`
            `services.personalausweis.walk_in_hours` is 08:00–08:00: `from` must be before `to`
            `services.personalausweis.walk_in_message` is without German: add a text for `de`"#]],
        );
    }

    #[test]
    fn an_unknown_key_is_named() {
        let text = examples::OFFICE.replace("[rules]", "[rules]\nhorizont_days = 3");
        let error = program::parse::<Office>(&text, Path::new("office.toml")).unwrap_err();
        let source = std::error::Error::source(&error).unwrap().to_string();
        assert!(source.contains("horizont_days") && source.contains("horizon_days"), "{source}");
    }
}

//! The form shows every field of the document and reads back what it has shown.

use super::super::frame::Words;
use super::control::{self, Block, Control, Sheet, Shown};
use super::fields::{Field, Kind, SECTIONS, Shape};
use super::place::{self, Wrong};
use super::reading::{self, Typed};
use crate::examples;
use foyer_domain::office::{
    Answer, Area, Choice, Closure, Counter, Fee, Form, Office, OpeningHours, Question, Release, Rules,
    Service, Stop, WalkInHours,
};
use foyer_text::Language;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const WORDS: Words = Words { language: Language::German, is_chosen: true };

fn document() -> Value {
    super::work::document(&examples::office())
}

/// What a browser sends of a control as it was shown.
fn sent(control: &Control, typed: &mut Typed) {
    let mut send = |name: String, value: &str| typed.entry(name).or_default().push(value.to_owned());
    match &control.shown {
        Shown::Line { value, .. } => send(control.name.clone(), value),
        Shown::Flag { is_on: true } => send(control.name.clone(), "yes"),
        Shown::Flag { is_on: false } => {}
        Shown::One { choices, .. } | Shown::Many { choices } => {
            choices.iter().filter(|one| one.is_chosen).for_each(|one| send(control.name.clone(), &one.value));
        }
        Shown::Texts { german, others, .. } => {
            send(format!("{}.de", control.name), german);
            others
                .iter()
                .for_each(|line| send(format!("{}.{}", control.name, line.language.tag()), &line.value));
        }
    }
}

/// A part as it comes back from its form.
fn round(document: &Value, part: &Value, fields: &[Field]) -> Value {
    let mut typed = Typed::new();
    for block in (Sheet { words: WORDS, document, faults: &[] }).blocks(part, fields) {
        match block {
            Block::One(control) => sent(&control, &mut typed),
            Block::List(list) => {
                typed.insert(format!("{}.count", list.name), vec![list.items.len().to_string()]);
                list.items
                    .iter()
                    .flat_map(|item| &item.controls)
                    .for_each(|control| sent(control, &mut typed));
            }
        }
    }
    reading::read(part, fields, &typed)
}

#[test]
fn an_office_comes_back_from_its_forms_as_it_was() {
    let mut office = examples::office();
    office.hours[0].release = Some(Release { days_before: 2, at: "07:30:00".parse().unwrap() });
    office.hours[0].every_weeks = Some(2);
    office.hours[0].valid_from = Some("2026-11-23".parse().unwrap());
    office.stops = vec![Stop {
        id: "nord".into(),
        name: "Stadtteilladen Nord".to_owned(),
        address: "Nordring 20".to_owned(),
        map_url: None,
        access: foyer_domain::office::Localized::german("Eingang im Hof"),
        step_free: true,
    }];
    // More than anybody types, as a file brings them.
    let sunday = "2026-12-27".parse::<chrono::NaiveDate>().unwrap();
    let dates = sunday.iter_weeks().take(130).collect();
    let stop = Some("nord".into());
    office.hours.push(OpeningHours { weekdays: vec![], dates, stop, ..office.hours[1].clone() });
    office.services[0].fees = vec![Fee { cents: 3705, name: Default::default() }];
    office.rules.remind_days_before = 3;
    office.closures[0].from = Some("09:15:00".parse().unwrap());
    let before = super::work::document(&office);
    let mut after = before.clone();
    for section in &SECTIONS {
        match section.shape {
            Shape::Top => after = round(&before, &after, section.fields),
            Shape::Object => {
                let part = round(&before, &before[section.key], section.fields);
                place::put(&mut after, section.key, Some(part));
            }
            Shape::List => {
                for entry in 0..place::length(&before, section) {
                    after[section.key][entry] = round(&before, &before[section.key][entry], section.fields);
                }
            }
        }
    }
    assert_eq!(place::judge(&after), Ok(office));
}

/// The fields that a type of the document has, as its reader names them when it meets an unknown one.
fn known<T: DeserializeOwned>() -> BTreeSet<String> {
    let error = serde_json::from_value::<T>(json!({ "no such field": 1 })).err().unwrap().to_string();
    let (_, expected) = error.split_once("expected").unwrap_or_else(|| panic!("{error}"));
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn described(fields: &[Field], prefix: &str) -> BTreeSet<String> {
    let keys = fields.iter().filter_map(|field| field.key.strip_prefix(prefix));
    keys.map(|key| key.split('.').next().unwrap().to_owned()).collect()
}

fn fields(section: &str, list: &str) -> &'static [Field] {
    let section = super::fields::section(section).unwrap();
    let inner = section.fields.iter().find(|field| field.key == list).map(|field| field.kind);
    match inner {
        Some(Kind::List(fields)) => fields,
        _ => section.fields,
    }
}

/// A field that an office has and no form shows could not be changed in the browser.
#[test]
fn every_field_of_the_document_has_a_place_in_a_form() {
    let all = |section: &str, list: &str| described(fields(section, list), "");
    assert_eq!(all("areas", ""), known::<Area>());
    assert_eq!(all("counters", ""), known::<Counter>());
    assert_eq!(all("services", ""), known::<Service>());
    assert_eq!(all("services", "fees"), known::<Fee>());
    assert_eq!(all("services", "forms"), known::<Form>());
    assert_eq!(all("services", "walk_in_hours"), known::<WalkInHours>());
    assert_eq!(all("hours", ""), known::<OpeningHours>());
    assert_eq!(described(fields("hours", ""), "release."), known::<Release>());
    assert_eq!(all("stops", ""), known::<Stop>());
    assert_eq!(all("closures", ""), known::<Closure>());
    assert_eq!(all("rules", ""), known::<Rules>());
    assert_eq!(all("texts", ""), known::<Choice>());
    assert_eq!(all("questions", ""), known::<Question>());
    assert_eq!(all("questions", "answers"), known::<Answer>());
    let sections = SECTIONS.iter().filter(|section| section.shape != Shape::Top);
    let mut top: BTreeSet<String> = sections.map(|section| section.key.to_owned()).collect();
    top.extend(all("office", ""));
    // These are the server's and the maker's.
    top.extend(["id", "number", "revision"].map(str::to_owned));
    assert_eq!(top, known::<Office>());
}

/// Where the document is silent the form says what holds then.
#[test]
fn defaults_are_those_of_the_document() {
    let office = examples::office();
    let mut silent = super::work::document(&office);
    silent["rules"] = json!({});
    let part = round(&silent, &silent["rules"], fields("rules", ""));
    assert_eq!(serde_json::from_value::<Rules>(part).unwrap(), Rules::default());
    let service = json!({ "id": "x", "name": "X", "minutes": 5, "area": "erdgeschoss" });
    let plain: Service = serde_json::from_value(service.clone()).unwrap();
    let back = round(&silent, &service, fields("services", ""));
    assert_eq!(serde_json::from_value::<Service>(back).unwrap(), plain);
}

fn check(change: impl FnOnce(&mut Value), expected: &[(&str, Option<usize>, &str)]) {
    let mut document = document();
    change(&mut document);
    let faults = place::judge(&document).unwrap_err();
    let found: Vec<_> =
        faults.iter().map(|fault| (fault.section, fault.entry, fault.path.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_fault_finds_its_field() {
    check(|office| office["name"] = json!(" "), &[("office", None, "name")]);
    check(|office| office["rules"]["hold_minutes"] = json!("zehn"), &[("rules", None, "hold_minutes")]);
    check(|office| office["rules"]["max_calls"] = json!(300), &[("rules", None, "max_calls")]);
    check(|office| office["rules"]["grid_minutes"] = json!(7), &[("rules", None, "grid_minutes")]);
    check(|office| office["services"][1]["name"] = json!({}), &[("services", Some(1), "name")]);
    check(
        |office| office["services"][2]["name"]["en"] = json!("a\u{202e}b"),
        &[("services", Some(2), "name.en")],
    );
    check(
        |office| office["services"][0]["fees"] = json!([{ "cents": 5 }, { "cents": "viel" }]),
        &[("services", Some(0), "fees.1.cents")],
    );
    check(
        |office| office["hours"][2]["release"] = json!({ "days_before": 500, "at": "08:00:00" }),
        &[("hours", Some(2), "release.days_before")],
    );
    check(
        |office| office["hours"][2]["release"] = json!({ "at": "08:00" }),
        &[("hours", Some(2), "release.days_before")],
    );
    check(|office| office["closures"][1]["until"] = json!("2026-01-01"), &[("closures", Some(1), "until")]);
    check(
        |office| office["questions"][2]["answers"][1]["next"] = json!("x"),
        &[("questions", Some(2), "answers.1.next")],
    );
    check(|office| office["counters"][1]["services"] = json!(["hund"]), &[("counters", Some(1), "services")]);
    check(|office| office["areas"][1]["letter"] = json!("A"), &[("areas", None, "letter")]);
    let empty = |office: &mut Value| office["hours"].as_array_mut().unwrap().push(json!({}));
    check(empty, &[("hours", Some(3), "from"), ("hours", Some(3), "to")]);
}

/// A remedy that nobody put into words would be said as "does not fit".
#[test]
fn every_remedy_is_put_into_words() {
    let sources = [
        include_str!("../../office_file.rs"),
        include_str!("../../office_file/choices.rs"),
        include_str!("../../office_file/plan.rs"),
        include_str!("../../office_file/portal.rs"),
        include_str!("../../office_file/stops.rs"),
        include_str!("../../office_file/texts.rs"),
    ];
    let begins =
        ["use ", "name ", "write ", "add ", "say ", "let ", "ask ", "give ", "begin ", "it ", "its "];
    let mut count = 0;
    for source in sources {
        let (product, _) = source.split_once("#[cfg(test)]").unwrap_or((source, ""));
        for line in product.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for literal in line.split('"').skip(1).step_by(2) {
                if !begins.iter().any(|begin| literal.starts_with(begin)) || literal.contains('{') {
                    continue;
                }
                count += 1;
                let said = control::fault_said(&WORDS, &Wrong::Range(Box::leak(literal.to_owned().into())));
                assert_ne!(said, WORDS.text("admin-remedy-other"), "{literal}");
            }
        }
    }
    assert!(count > 40, "{count}");
}

//! Offices as files: TOML, as the example is, with the revision that it was written from.

use foyer_domain::office::Office;
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

/// Stands before the line that says which revision a file was written from.
const MARK: &str = "# foyer office ";

/// Somebody who works there, without anything secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// As they sign in.
    pub name: String,
    /// `clerk`, `supervisor`, `administrator`; the least where `offices` says what holds.
    pub role: String,
    /// Where they work only at some offices: as what there.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub offices: BTreeMap<String, String>,
}

#[derive(Serialize)]
struct Offices<'a> {
    offices: [&'a Office; 1],
}

#[derive(Serialize)]
struct People<'a> {
    people: &'a [Member],
}

/// Twelve digits that two documents that are the same have in common.
pub fn digest(office: &Office) -> String {
    let document = serde_json::to_vec(office).expect("an office has texts as keys");
    Sha256::digest(document).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

fn mark(office: &Office) -> String {
    format!("{MARK}{} {} {}\n", office.id, office.revision, digest(office))
}

/// The revision and digest that a text names for an office.
pub(super) fn begun_with(text: &str, id: &str) -> Option<(u64, String)> {
    let mut marks = text.lines().filter_map(|line| line.trim().strip_prefix(MARK));
    marks.find_map(|mark| {
        let mut parts = mark.split(' ');
        (parts.next()? == id).then_some(())?;
        Some((parts.next()?.parse().ok()?, parts.next()?.to_owned()))
    })
}

/// What the server counts itself is no part of a file.
const REVISION: &str = "revision = 0\n";

/// An office as a file.
pub fn office(office: &Office) -> String {
    let counted = Office { revision: 0, ..office.clone() };
    let text = toml::to_string_pretty(&counted).expect("an office is a table");
    format!("{}{}", mark(office), text.replacen(REVISION, "", 1))
}

/// A whole city as a file.
pub fn city(offices: &[&Office], people: &[Member]) -> String {
    let one = |office: &&Office| {
        let counted = Office { revision: 0, ..(*office).clone() };
        let text = toml::to_string_pretty(&Offices { offices: [&counted] }).expect("an office is a table");
        format!("{}{}\n", mark(office), text.replacen(REVISION, "", 1))
    };
    let offices: String = offices.iter().map(one).collect();
    let people = if people.is_empty() {
        String::new()
    } else {
        toml::to_string_pretty(&People { people }).expect("people are a table")
    };
    format!("{offices}{people}")
}

#[cfg(test)]
mod tests {
    use super::super::sent;
    use super::*;
    use crate::examples;

    #[test]
    fn a_file_is_read_back_as_what_it_was_written_from() {
        let one = Office { revision: 7, ..examples::office() };
        let text = office(&one);
        let read: Office = toml::from_str(&text).unwrap();
        assert_eq!(read, Office { revision: 0, ..one.clone() });
        let sent = sent::read(&text).unwrap();
        assert_eq!(sent.offices[0].base, Some((7, digest(&one))));
        assert!(sent.offices[0].unknown.is_empty());
        let two = Office { id: "nord".into(), number: 2, ..one.clone() };
        let offices = BTreeMap::from([("nord".to_owned(), "supervisor".to_owned())]);
        let member = Member { name: "Kim \"K\" Ö\n".to_owned(), role: "clerk".to_owned(), offices };
        let sent = sent::read(&city(&[&one, &two], std::slice::from_ref(&member))).unwrap();
        let read: Vec<Office> = sent
            .offices
            .iter()
            .map(|office| serde_json::from_value(office.document.clone()).unwrap())
            .collect();
        assert_eq!(read[0].services, one.services);
        assert_eq!((read[1].id.as_str(), sent.offices[1].base.as_ref()), ("nord", Some(&(7, digest(&two)))));
        assert_eq!(serde_json::from_value::<Member>(sent.people[0].clone()).unwrap(), member);
    }
}

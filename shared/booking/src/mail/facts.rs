//! What a letter says of an appointment, line by line: when, where, for how long, who comes.

use super::letter::{Kind, Letter, Wished};
use super::said::{Fact, Link, moment};
use crate::pages::{self, Words};
use foyer_domain::office::Place;
use url::form_urlencoded;

/// All of it, in the order in which it is read.
pub(super) fn facts(words: &Words, letter: &Letter<'_>) -> Vec<Fact> {
    let view = letter.view;
    let fact = |id: &str, line: String| Fact { label: words.text(id), lines: vec![line], link: None };
    let mut facts = Vec::new();
    if let Kind::Moved { before } | Kind::OfficeMoved { before, .. } = &letter.kind {
        facts.push(fact("portal-move-from", moment(words, letter, *before)));
        facts.push(fact("portal-move-to", moment(words, letter, view.start)));
    } else if let Kind::OfficeOffer { start, .. } = &letter.kind {
        facts.push(fact("portal-move-from", moment(words, letter, view.start)));
        facts.push(fact("portal-move-to", moment(words, letter, *start)));
    } else if letter.kind.is_cancelled() && !letter.together.is_empty() {
        let lines = letter.together.iter().map(|one| moment(words, letter, one.view.start)).collect();
        facts.push(Fact { label: words.text("portal-check-when"), lines, link: None });
    } else if letter.together.is_empty() {
        facts.push(fact("portal-check-when", moment(words, letter, view.start)));
    }
    if let Kind::OfficePlace { before } = &letter.kind {
        facts.push(fact("mail-office-place-before", before.clone()));
    }
    facts.push(place(words, letter));
    if letter.kind.is_cancelled() {
        facts.push(fact("portal-check-what", words.services(letter.office, &view.services)));
        return facts;
    }
    let length = words.length(view.minutes);
    facts.push(fact("portal-check-length", length));
    facts.extend(letter.wished.iter().flat_map(|wished| wishes(words, wished)));
    facts
}

/// Who comes, and what they wish, as it was said when they booked.
fn wishes(words: &Words, wished: &Wished) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut fact = |id: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            facts.push(Fact { label: words.text(id), lines, link: None });
        }
    };
    let persons = Some(wished.persons).filter(|persons| *persons > 1);
    fact("portal-check-persons", persons.iter().map(ToString::to_string).collect());
    let interpreting = wished.interpreting.as_ref();
    let said = interpreting.map(|wished| pages::interpreting_said(words, Some(wished)));
    fact("portal-check-interpreter", said.into_iter().collect());
    let of = wished.wishes;
    let wishes = [
        (of.more_time, "portal-contact-more-time"),
        (of.pick_up, "portal-contact-pick-up"),
        // Nobody said into which language.
        (of.interpreter && interpreting.is_none(), "kiosk-wish-interpreter"),
    ];
    let wishes = wishes.into_iter().filter(|(is_wished, _)| *is_wished);
    fact("portal-check-wishes", wishes.map(|(_, id)| words.text(id)).collect());
    facts
}

/// Where the appointment is, or the one that is offered in its place.
fn place(words: &Words, letter: &Letter<'_>) -> Fact {
    let view = letter.view;
    let start = if let Kind::OfficeOffer { start, .. } = &letter.kind { *start } else { view.start };
    let there = letter.office.place_at(start);
    let address = if start == view.start { view.address.clone() } else { there.line() };
    let access = there.access(words.tag()).to_owned();
    let lines = [view.office_name.clone(), address, access];
    Fact {
        label: words.text("portal-check-where"),
        lines: lines.into_iter().filter(|line| !line.is_empty()).collect(),
        link: Some(Link { label: words.text("mail-map"), url: map(there) }),
    }
}

/// Where a place is on a map: where its file says, else what OpenStreetMap finds for its address.
pub fn map(place: Place<'_>) -> String {
    place.map_url.map(str::to_owned).unwrap_or_else(|| {
        let query =
            form_urlencoded::Serializer::new(String::new()).append_pair("query", place.address).finish();
        format!("https://www.openstreetmap.org/search?{query}")
    })
}

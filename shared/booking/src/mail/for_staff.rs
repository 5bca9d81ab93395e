//! What staff are told by mail: nothing of who comes, only where they find it.

use super::letter::Letter;
use super::said::{Fact, Link, Said};
use crate::pages::{Words, interpreting_said};
use foyer_domain::booking::Interpreting;
use foyer_text::{Language, Value};

/// Somebody has to interpret, or not any more; `lead` is the text that says why.
pub(super) fn interpreter(
    letter: &Letter<'_>,
    wished: Option<&Interpreting>,
    is_over: bool,
    lead: &str,
) -> Said {
    let words = Words { language: Language::German, is_chosen: true };
    let (office, view) = (letter.office, letter.view);
    let when = foyer_text::day_and_time(words.language, office.time_zone, view.start);
    let subject = match is_over {
        false => "staff-mail-interpreter-subject",
        true => "staff-mail-interpreter-over-subject",
    };
    let values = [("when", Value::from(when.as_str())), ("place", Value::from(view.office_name.as_str()))];
    let fact = |id: &str, lines: Vec<String>| Fact { label: words.text(id), lines, link: None };
    let path = words.link(&format!("/staff/bookings/{}", view.booking));
    Said {
        title: words.text("portal-check-interpreter"),
        subject: foyer_text::text_with(words.language, subject, &values),
        greeting: words.text("mail-greeting-nameless"),
        lead: vec![words.text(lead)],
        facts: vec![
            fact("portal-check-interpreter", vec![interpreting_said(&words, wished)]),
            fact("portal-check-when", vec![when.clone()]),
            fact("portal-check-length", vec![words.length(view.minutes)]),
            fact("portal-check-where", vec![view.office_name.clone(), view.address.clone()]),
            fact("portal-check-what", vec![words.services(office, &view.services)]),
        ],
        check_in: None,
        listed: Vec::new(),
        items: Vec::new(),
        links: vec![Link {
            label: words.text("staff-mail-open"),
            url: format!("{}{path}", letter.public_url),
        }],
        closing: String::new(),
        notes: vec![words.text("mail-automatic")],
        words,
    }
}

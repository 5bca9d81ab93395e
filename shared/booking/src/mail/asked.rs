//! Letters to whoever waits for a time, or asks staff for one. Pure.

use super::letter::Composed;
use super::said::{self, Fact, Link, Said};
use super::{map, page, plain};
use crate::calendar::HalfDay;
use crate::pages::Words;
use crate::store::{AskedFor, Asking, Proposal};
use chrono::{NaiveDate, NaiveTime};
use foyer_domain::office::Office;
use foyer_text::Language;
use serde::{Deserialize, Serialize};

/// Why somebody gets a letter who has no booking. Kept in the outbox in this shape.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AskedKind {
    /// They are on the waiting list now.
    Waiting,
    /// They are off the list, because they let all offers pass.
    LetPass,
    /// They are off the list, because their last day is over.
    NothingFree,
    /// Staff look for a time.
    Requested,
    /// Staff found none.
    Declined {
        /// Why, in staff's words; may be empty.
        reason: String,
    },
    /// Staff did not answer in time.
    Unanswered,
}

impl AskedKind {
    /// The kind's name in Message-IDs and in the database; never changes.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::LetPass => "waiting_let_pass",
            Self::NothingFree => "waiting_nothing_free",
            Self::Requested => "requested",
            Self::Declined { .. } => "request_declined",
            Self::Unanswered => "request_unanswered",
        }
    }
}

/// Everything that such a letter is made of.
#[derive(Debug, Clone, Copy)]
pub struct AskedLetter<'a> {
    /// Why.
    pub kind: &'a AskedKind,
    /// In which language.
    pub language: Language,
    /// Where the time is looked for.
    pub office: &'a Office,
    /// What is asked for, and by whom.
    pub asking: &'a Asking,
    /// Where citizens reach this server, `https://…`, without a slash at the end.
    pub public_url: &'a str,
}

/// Puts a letter into words.
pub fn compose(letter: &AskedLetter<'_>) -> Composed {
    let words = Words { language: letter.language, is_chosen: true };
    let said = Said {
        title: words.text(title(letter.kind)),
        subject: words.text_with(subject(letter.kind), "place", letter.office.name.as_str()),
        greeting: said::greeting(&words, &letter.asking.name),
        lead: {
            let opening = said::own(&words, &letter.office.mail.opening);
            let opening = Some(opening).filter(|opening| !opening.is_empty());
            opening.into_iter().chain([words.text(lead(letter.kind))]).chain(reason(letter.kind)).collect()
        },
        facts: facts(&words, letter),
        check_in: None,
        listed: Vec::new(),
        items: Vec::new(),
        links: vec![link(&words, letter)],
        closing: said::own(&words, &letter.office.mail.closing),
        notes: ["mail-not-you", "mail-automatic"].map(|id| words.text(id)).to_vec(),
        words,
    };
    Composed {
        subject: said.subject.clone(),
        language: letter.language,
        text: plain::write(&said),
        html: page::write(&said),
        attachments: Vec::new(),
    }
}

fn title(kind: &AskedKind) -> &'static str {
    match kind {
        AskedKind::Waiting | AskedKind::LetPass | AskedKind::NothingFree => "portal-wait-list",
        AskedKind::Requested | AskedKind::Declined { .. } | AskedKind::Unanswered => {
            "portal-request-your-title"
        }
    }
}

fn subject(kind: &AskedKind) -> &'static str {
    match kind {
        AskedKind::Waiting => "mail-subject-waiting",
        AskedKind::LetPass | AskedKind::NothingFree => "mail-subject-waiting-over",
        AskedKind::Requested => "mail-subject-requested",
        AskedKind::Declined { .. } | AskedKind::Unanswered => "mail-subject-request-answered",
    }
}

fn lead(kind: &AskedKind) -> &'static str {
    match kind {
        AskedKind::Waiting => "mail-waiting",
        AskedKind::LetPass => "mail-waiting-let-pass",
        AskedKind::NothingFree => "mail-waiting-nothing-free",
        AskedKind::Requested => "portal-request-done",
        AskedKind::Declined { .. } => "mail-request-declined",
        AskedKind::Unanswered => "mail-request-unanswered",
    }
}

fn reason(kind: &AskedKind) -> Option<String> {
    match kind {
        AskedKind::Declined { reason } if !reason.trim().is_empty() => Some(reason.trim().to_owned()),
        _ => None,
    }
}

fn link(words: &Words, letter: &AskedLetter<'_>) -> Link {
    let (label, path) = match letter.kind {
        AskedKind::Waiting => ("portal-wait-your-title", format!("/w/{}", letter.asking.secret)),
        AskedKind::Requested => ("portal-request-your-title", format!("/w/{}", letter.asking.secret)),
        AskedKind::LetPass | AskedKind::NothingFree | AskedKind::Declined { .. } | AskedKind::Unanswered => {
            ("portal-booking-new", format!("/{}", letter.office.id))
        }
    };
    Link { label: words.text(label), url: format!("{}{}", letter.public_url, words.link(&path)) }
}

fn facts(words: &Words, letter: &AskedLetter<'_>) -> Vec<Fact> {
    let fact = |id: &str, lines: Vec<String>| Fact { label: words.text(id), lines, link: None };
    let office = letter.office;
    vec![
        fact("portal-check-what", vec![words.services(office, &letter.asking.services)]),
        Fact {
            label: words.text("portal-check-where"),
            lines: std::iter::once(office.name.clone()).chain(office.addresses()).collect(),
            // Whoever asks an office that travels is told its place with the time.
            link: office
                .stops
                .is_empty()
                .then(|| Link { label: words.text("mail-map"), url: map(office.home()) }),
        },
        fact(days_label(&letter.asking.wanted), days(words, office, &letter.asking.wanted)),
    ]
}

/// How [`days`] are called.
pub fn days_label(wanted: &AskedFor) -> &'static str {
    match wanted {
        AskedFor::Waiting { .. } => "portal-wait-days",
        AskedFor::Request { .. } => "portal-request-days",
    }
}

/// Which days and halves are asked for, a line each.
pub fn days(words: &Words, office: &Office, wanted: &AskedFor) -> Vec<String> {
    match wanted {
        AskedFor::Waiting { from, until, half, .. } => {
            let (from, until) = (date(words, office, *from), date(words, office, *until));
            let values = [("from", from.into()), ("until", until.into())];
            let span = foyer_text::text_with(words.language, "portal-wait-span", &values);
            std::iter::once(span).chain(half.map(|half| half_said(words, half))).collect()
        }
        AskedFor::Request { days, .. } => days.iter().map(|day| proposal(words, office, day)).collect(),
    }
}

/// "Montag, 23. November 2026 – Vormittag".
fn proposal(words: &Words, office: &Office, proposal: &Proposal) -> String {
    let day = date(words, office, proposal.day);
    match proposal.half {
        None => day,
        Some(half) => {
            let values = [("day", day.into()), ("half", half_said(words, half).into())];
            foyer_text::text_with(words.language, "portal-request-proposal", &values)
        }
    }
}

/// "Montag, 23. November 2026".
pub fn date(words: &Words, office: &Office, day: NaiveDate) -> String {
    foyer_text::date(words.language, office.time_zone, office.local(day, NaiveTime::MIN))
}

/// "Vormittag".
fn half_said(words: &Words, half: HalfDay) -> String {
    words.text(match half {
        HalfDay::Morning => "portal-times-morning",
        HalfDay::Afternoon => "portal-times-afternoon",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use foyer_domain::booking::ServiceChoice;
    use foyer_domain::id::BookingId;
    use uuid::Uuid;

    fn composed(kind: &AskedKind, language: Language, name: &str) -> Composed {
        let office = examples::office();
        let day = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let half = Some(HalfDay::Morning);
        let wanted = match kind {
            AskedKind::Waiting | AskedKind::LetPass | AskedKind::NothingFree => {
                AskedFor::Waiting { from: day, until: day, half, notice_hours: 24 }
            }
            AskedKind::Requested | AskedKind::Declined { .. } | AskedKind::Unanswered => {
                AskedFor::Request { days: vec![Proposal { day, half }], words: "geheim".to_owned() }
            }
        };
        let asking = Asking {
            id: BookingId::FIRST,
            secret: Uuid::from_u128(7),
            office: office.id.clone(),
            services: vec![ServiceChoice { service: "reisepass".into(), quantity: 2 }],
            language: language.tag().to_owned(),
            name: name.to_owned(),
            email: "erika@example.org".to_owned(),
            phone: String::new(),
            wanted,
            made_at: crate::mail::letter::tests::ten(),
            offer: None,
            passed: Vec::new(),
            sequence: 0,
        };
        compose(&AskedLetter {
            kind,
            language,
            office: &office,
            asking: &asking,
            public_url: "https://termine.example",
        })
    }

    fn kinds() -> Vec<AskedKind> {
        let reason = "Bitte <b>ohne</b> Termin.".to_owned();
        let declined = AskedKind::Declined { reason };
        vec![
            AskedKind::Waiting,
            AskedKind::LetPass,
            AskedKind::NothingFree,
            AskedKind::Requested,
            declined,
            AskedKind::Unanswered,
        ]
    }

    #[test]
    fn every_letter_is_whole_in_every_language() {
        for kind in kinds() {
            for language in Language::ALL {
                let letter = composed(&kind, *language, "Erika Mustermann");
                let place = format!("{} {kind:?}", language.tag());
                assert!(letter.subject.contains("Musterstadt"), "{place}");
                assert!(!letter.subject.chars().any(char::is_control), "{place}");
                assert!(letter.text.contains("2026") && letter.text.contains("Erika Mustermann"), "{place}");
                let leads = match kind {
                    AskedKind::Waiting | AskedKind::Requested => format!("/w/{}", Uuid::from_u128(7)),
                    _ => "/musterstadt?".to_owned(),
                };
                assert!(letter.text.contains(&format!("https://termine.example{leads}")), "{place}");
                assert!(!letter.text.contains("geheim") && !letter.html.contains("<b>ohne"), "{place}");
                assert_eq!(letter.text.contains("ohne"), kind.name() == "request_declined", "{place}");
            }
        }
    }

    #[test]
    fn the_outbox_keeps_what_a_kind_needs_and_names_it_once() {
        let kinds = kinds();
        for kind in &kinds {
            let kept = serde_json::to_string(kind).unwrap();
            assert_eq!(serde_json::from_str::<AskedKind>(&kept).unwrap(), *kind);
        }
        let names: std::collections::BTreeSet<_> = kinds.iter().map(AskedKind::name).collect();
        assert_eq!(names.len(), kinds.len());
        assert_eq!(composed(&kinds[0], Language::German, "www.evil.example").text.matches("evil").count(), 0);
    }
}

//! One booking as staff see it, with the forms that change it.

use super::super::frame::{Words, render};
use super::super::typed::interpreting_said;
use super::day::{shown_code, state};
use super::frame::{Frame, Refused, Sentence, office};
use super::reason::{Fields, Reasons};
use super::signed_in::SignedIn;
use crate::app::App;
use crate::error::MADE;
use crate::refusal::Refusal;
use crate::store::DeskBooking;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use chrono::TimeDelta;
use foyer_domain::booking::BookingState;
use foyer_domain::id::BookingId;
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;

/// In which fields a form says what it was shown with: who comes, and the note.
pub const SHOWN_CONTACT: [&str; 4] = ["shown-name", "shown-email", "shown-phone", "shown-language"];
/// The same of the note.
pub const SHOWN_NOTE: &str = "shown-note";

/// What can be changed, as it is kept and as it stands in the forms.
struct Changeable {
    name: String,
    email: String,
    phone: String,
    note: String,
}

/// A character of the Terminnummer with the word by which it is spelled.
pub struct Spelled {
    /// `K`.
    pub character: char,
    /// "Köln"; none for a digit.
    pub word: Option<String>,
}

/// A Terminnummer to be read aloud: DIN 5009:2022 spells by towns, English speakers by the ICAO's words.
pub fn spelled(words: &Words, short_code: &str) -> Vec<Spelled> {
    let word = |character: char| {
        let id = format!("staff-spell-{}", character.to_ascii_lowercase());
        character.is_ascii_alphabetic().then(|| words.text(&id))
    };
    short_code
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|character| Spelled { character, word: word(character) })
        .collect()
}

#[derive(Template)]
#[template(path = "staff/booking.html")]
struct BookingPage {
    frame: Frame,
    when: String,
    minutes: String,
    services: String,
    kept: Changeable,
    typed: Changeable,
    /// With what the forms were shown: names and values.
    shown_contact: Vec<(&'static str, String)>,
    shown_note: (&'static str, String),
    /// In which mails are written, by its own name.
    language: (&'static str, &'static str),
    /// Where a letter goes; kept nowhere.
    address: String,
    state: String,
    short_code: String,
    spelled: Vec<Spelled>,
    wishes: Vec<String>,
    /// Where all are that it was booked with.
    together: Option<String>,
    is_open: bool,
    can_move: bool,
    /// Whether there is a time to write a letter on paper about.
    has_time: bool,
    /// Whether somebody is to be rung up, as no mail tells them that it is cancelled.
    is_to_ring: bool,
    languages: Vec<(&'static str, &'static str, bool)>,
    reasons: Reasons,
    /// Which form was sent and is wrong.
    wrong: &'static str,
    /// Until when the contact makes no bookings.
    blocked: Option<String>,
    block_days: &'static [i64],
    /// Whether the list of all who are blocked is for them.
    sees_blocked: bool,
    here: String,
    lang: String,
    citizen: String,
    nonce: String,
    day: String,
}

/// What is wished, in words.
pub fn wishes(words: &Words, booking: &DeskBooking) -> Vec<String> {
    let interpreter = booking.wishes.interpreter.then(|| {
        let name = words.text("staff-wish-interpreter");
        match &booking.interpreting {
            Some(wished) => format!("{name}: {}", interpreting_said(words, Some(wished))),
            None => name,
        }
    });
    let persons = (booking.persons > 1)
        .then(|| words.text_with("staff-wish-persons", "count", u32::from(booking.persons)));
    let others =
        [(booking.wishes.more_time, "desk-wish-more-time"), (booking.wishes.pick_up, "desk-wish-pick-up")];
    let others = others.into_iter().filter(|(is_wished, _)| *is_wished).map(|(_, id)| words.text(id));
    persons.into_iter().chain(interpreter).chain(others).collect()
}

/// The page of a booking; `typed` is a form that was sent and is wrong.
pub async fn page(
    app: &App,
    signed: &SignedIn,
    booking: &DeskBooking,
    says: Option<Sentence>,
    typed: Option<&Fields>,
) -> Result<Response, Refused> {
    let (office, words) = (office(app, booking.office.as_str())?, signed.words);
    let end = booking.start + TimeDelta::minutes(i64::from(booking.minutes));
    let is_cancelled = booking.state == BookingState::Cancelled;
    let sent = |name: &str| typed.is_some_and(|fields| fields.0.iter().any(|(key, _)| key == name));
    let wrong = match () {
        () if sent("address") => "letter",
        () if sent("note") => "note",
        () if sent("name") => "contact",
        () if sent("reason") => "cancel",
        () => "",
    };
    let or_typed = |name: &str, kept: &str| {
        typed.filter(|_| sent(name)).map_or(kept.to_owned(), |fields| fields.get(name).to_owned())
    };
    let language = or_typed("language", &booking.language);
    let own_language = Language::from_tag(&booking.language).unwrap_or_default();
    let named = |of: &Language| (of.tag(), of.own_name(), of.tag() == language);
    let until = app.store.blocked_until(&booking.email, &booking.phone, app.now()).await?;
    let date = |until| foyer_text::date(words.language, office.time_zone, until);
    let page = BookingPage {
        blocked: until.map(|until| words.text_with("staff-block-is", "time", date(until))),
        block_days: &super::blocked::DAYS,
        sees_blocked: signed.person.is_everywhere(),
        frame: signed.frame_at(app, "staff-booking", &office.id).saying(says),
        when: foyer_text::day_and_time(words.language, office.time_zone, booking.start),
        minutes: words.length(booking.minutes),
        services: words.services(&office, &booking.services),
        typed: Changeable {
            name: or_typed("name", &booking.name),
            email: or_typed("email", &booking.email),
            phone: or_typed("phone", &booking.phone),
            note: or_typed("note", &booking.note),
        },
        shown_contact: SHOWN_CONTACT
            .into_iter()
            .zip([&booking.name, &booking.email, &booking.phone, &booking.language])
            .map(|(field, kept)| (field, or_typed(field, kept)))
            .collect(),
        shown_note: (SHOWN_NOTE, or_typed(SHOWN_NOTE, &booking.note)),
        kept: Changeable {
            name: booking.name.clone(),
            email: booking.email.clone(),
            phone: booking.phone.clone(),
            note: booking.note.clone(),
        },
        language: (own_language.tag(), own_language.own_name()),
        address: or_typed("address", &booking.name),
        state: state(&words, booking),
        short_code: shown_code(&booking.short_code),
        spelled: spelled(&words, &booking.short_code),
        wishes: wishes(&words, booking),
        together: booking.together.map(|id| words.link(&format!("/staff/together/{id}"))),
        is_open: !is_cancelled && booking.visit.is_none() && (app.now() < end || booking.lost_place),
        has_time: !booking.lost_place,
        can_move: booking.state == BookingState::Confirmed,
        is_to_ring: is_cancelled && booking.email.is_empty() && !booking.phone.is_empty(),
        languages: Language::ALL.iter().map(named).collect(),
        reasons: Reasons::of(&words, &typed.cloned().unwrap_or_default(), true),
        wrong,
        here: format!("/staff/bookings/{}", booking.id),
        lang: format!("?lang={}", words.tag()),
        citizen: format!("/b/{}?lang={}", booking.secret, booking.language),
        nonce: Nonce::random().to_string(),
        day: words.link(&format!("/staff/offices/{}?day={}", office.id, office.day(booking.start))),
    };
    Ok(render(&page)?.into_response())
}

/// The booking with this id, for who works where it is.
pub async fn of(app: &App, signed: &SignedIn, id: &str) -> Result<DeskBooking, Refused> {
    let id: BookingId = id.parse().map_err(|_| Refusal::BookingUnknown)?;
    let found = app.store.desk_booking(id).await??;
    signed.clone().at(&found.office)?;
    Ok(found)
}

/// `GET /staff/bookings/{booking}`.
pub async fn show(
    State(app): State<App>,
    signed: SignedIn,
    Path(id): Path<String>,
) -> Result<Response, Refused> {
    page(&app, &signed, &of(&app, &signed, &id).await?, None, None).await
}

/// What is shown to be told at the telephone once it is booked.
#[derive(Template)]
#[template(path = "staff/booked.html")]
pub struct BookedPage {
    /// Around it.
    pub frame: Frame,
    /// Day and time.
    pub when: String,
    /// How long.
    pub minutes: String,
    /// What for.
    pub services: String,
    /// Where.
    pub place: String,
    /// The Terminnummer.
    pub short_code: String,
    /// … to be read aloud.
    pub spelled: Vec<Spelled>,
    /// To change it later; said once.
    pub pin: String,
    /// What to bring.
    pub documents: Vec<String>,
    /// The next caller.
    pub again: String,
    /// Its page.
    pub booking: String,
}

impl BookedPage {
    /// As a page.
    pub fn shown(&self) -> Result<Response, Refused> {
        Ok((MADE, render(self)?).into_response())
    }
}

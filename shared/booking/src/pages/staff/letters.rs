//! Mails that did not go out: what waits, what was given up, and whether the mail server answers.

use super::super::frame::render;
use super::form::Form;
use super::frame::{Frame, Refused};
use super::reason::Fields;
use super::signed_in::SignedIn;
use crate::app::App;
use crate::store::LetterEntry;
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};

/// So many are shown.
const SHOWN: usize = 200;

/// A mail that did not go out.
struct Line {
    id: i64,
    what: String,
    /// None where somebody waits or asks.
    booking: Option<String>,
    since: String,
    /// When it is tried again; none if it is given up.
    again: Option<String>,
    error: String,
}

#[derive(Template)]
#[template(path = "staff/letters.html")]
struct LettersPage {
    frame: Frame,
    is_on: bool,
    /// Since when no mail goes out.
    failing: Option<String>,
    counts: [String; 2],
    has_dead: bool,
    /// Said where there are more than are shown.
    more: Option<String>,
    lines: Vec<Line>,
}

/// What a mail is about, in words.
fn kind(name: &str) -> &'static str {
    match name {
        "confirmed" => "staff-letter-confirmed",
        "together" => "staff-letter-together",
        "together_cancelled" => "staff-letter-cancelled",
        "moved" => "staff-letter-moved",
        "cancelled" => "staff-letter-cancelled",
        "office_moved" => "staff-letter-office-moved",
        "office_place" => "staff-letter-office-place",
        "interpreter" | "interpreter_over" | "interpreter_left" => "staff-letter-interpreter",
        "office_offer" => "staff-letter-office-offer",
        "office_cancelled" => "staff-letter-office-cancelled",
        "reminder" => "staff-letter-reminder",
        "confirm_address" => "staff-letter-confirm",
        "offer" => "staff-letter-waiting",
        name if name.starts_with("waiting") => "staff-letter-waiting",
        name if name.starts_with("request") => "staff-letter-request",
        _ => "staff-letter-other",
    }
}

/// `GET /staff/letters`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    let signed = signed.everywhere()?;
    let (words, now) = (signed.words, app.now());
    let zone = app.store.offices().first().map_or(chrono_tz::UTC, |state| state.office.time_zone);
    let when = |at| foyer_text::day_and_time(words.language, zone, at);
    let counts = app.store.letter_counts(now).await?;
    let mut letters = app.store.late_letters(SHOWN + 1, now).await?;
    let has_more = letters.len() > SHOWN;
    letters.truncate(SHOWN);
    let line = |letter: LetterEntry| Line {
        id: letter.id,
        what: words.text(kind(&letter.kind)),
        booking: letter.booking.map(|id| words.link(&format!("/staff/bookings/{id}"))),
        since: when(letter.due_at),
        again: letter.next_try_at.map(when),
        error: letter.last_error.unwrap_or_default(),
    };
    let failing = app.mail_failing.borrow().as_ref().map(|failing| failing.since);
    let page = LettersPage {
        frame: signed.frame(&app, "staff-letters"),
        is_on: app.settings.mail.is_some(),
        failing: failing.map(|since| words.text_with("staff-letters-failing", "time", when(since))),
        counts: [
            words.text_with("staff-letters-waiting", "count", counts.waiting),
            words.text_with("staff-letters-dead", "count", counts.dead),
        ],
        has_dead: counts.dead > 0,
        more: has_more.then(|| words.text_with("staff-letters-first", "count", SHOWN)),
        lines: letters.into_iter().map(line).collect(),
    };
    Ok(render(&page)?.into_response())
}

/// `POST /staff/letters`: tries one again, or all that are given up, or gives one up for good.
pub async fn press(
    State(app): State<App>,
    signed: SignedIn,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, fields) = (signed.everywhere()?, Fields(fields));
    if let Ok(letter) = fields.get("drop").parse() {
        app.store.drop_letter(letter).await?;
    } else if fields.get("retry") == "all" {
        app.store.retry_letters(None, app.now()).await?;
    } else if let Ok(letter) = fields.get("retry").parse() {
        app.store.retry_letters(Some(letter), app.now()).await?;
    }
    Ok(Redirect::to(&signed.words.link("/staff/letters")).into_response())
}

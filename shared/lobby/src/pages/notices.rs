//! What staff should know, newest first, until somebody has dealt with it.

use super::error::PageError;
use super::frame::Frame;
use super::signed_in::SignedIn;
use super::words::Words;
use super::{assets, html};
use crate::lobby::Lobby;
use crate::notices::{Notice, NoticeKind};
use crate::staff::Role;
use askama::Template;
use axum::Form;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;

#[derive(Template)]
#[template(path = "notices.html")]
struct NoticesPage {
    words: Words,
    frame: Frame,
    notices: Vec<Line>,
}

/// A notice as a sentence.
struct Line {
    id: i64,
    text: String,
    at: String,
    detail: String,
}

/// `GET /notices`.
pub(super) async fn show(State(lobby): State<Lobby>, signed: SignedIn) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Supervisor, "desk-notices-title")?;
    let words = signed.page.words;
    let notices = lobby.notices().list().await?.into_iter().map(|notice| line(notice, &words)).collect();
    Ok(html(&NoticesPage { words, frame: signed.page.frame, notices })?.into_response())
}

/// Which notice.
#[derive(Debug, Deserialize)]
pub(super) struct Dismiss {
    notice: i64,
}

/// `POST /notices`: somebody has dealt with it.
pub(super) async fn dismiss(
    State(lobby): State<Lobby>,
    signed: SignedIn,
    Form(form): Form<Dismiss>,
) -> Result<Response, PageError> {
    signed.of_role(Role::Supervisor, "desk-notices-title")?;
    lobby.notices().dismiss(form.notice).await?;
    Ok(Redirect::to("/notices").into_response())
}

fn line(notice: Notice, words: &Words) -> Line {
    let id = match notice.kind {
        NoticeKind::TerminalClock => "desk-notice-terminal-clock",
        NoticeKind::KeypadLocked => "desk-notice-keypad-locked",
        NoticeKind::PartBroken => "desk-notice-part-broken",
        NoticeKind::PrintFailed => "desk-notice-print-failed",
        NoticeKind::CallNotShown => "desk-notice-call-not-shown",
        NoticeKind::BookingTrouble => "desk-notice-booking-trouble",
        NoticeKind::ReadTwice => "desk-notice-read-twice",
        NoticeKind::AloneCancelled => "desk-notice-alone-cancelled",
        NoticeKind::AloneMoved => "desk-notice-alone-moved",
        NoticeKind::AloneNotConfirmed => "desk-notice-alone-not-confirmed",
        NoticeKind::AloneNumberTaken => "desk-notice-alone-number-taken",
        NoticeKind::AloneClock => "desk-notice-alone-clock",
        NoticeKind::AloneMissed => "desk-notice-alone-missed",
        NoticeKind::Restored => "desk-notice-restored",
        NoticeKind::ClockLeapt => "desk-notice-clock-leapt",
        NoticeKind::NotServed => "desk-notice-not-served",
        NoticeKind::TerminalSilent => "desk-notice-terminal-silent",
    };
    Line {
        id: notice.id,
        text: words.text_with(id, "subject", &notice.subject),
        at: words.day_and_time(notice.at),
        detail: notice.detail,
    }
}

//! `POST /display/sound`: what a page is to play, as WAV.

use crate::api::auth::{Body, Display};
use crate::error::ApiError;
use crate::lobby::Lobby;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_text::Language;
use foyer_voice::{Announcement, Detail};
use serde::Deserialize;

/// Nobody has more papers, and no name is longer.
const NUMBERS: usize = 8;
const NAME: usize = 200;
/// Why there are no words, for staff.
const VOICE: HeaderName = HeaderName::from_static("foyer-voice");

/// What is announced.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct Wanted {
    numbers: Vec<TicketNumber>,
    counter: Option<Localized>,
    language: Option<String>,
    detail: How,
    /// In percent.
    volume: u8,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum How {
    Gong,
    Short,
    Whole,
}

/// Answers gong and words; the gong alone where nothing speaks.
pub(in crate::pages) async fn sound(
    State(lobby): State<Lobby>,
    Display(_): Display,
    Body(wanted): Body<Wanted>,
) -> Result<Response, ApiError> {
    let mut names = wanted.counter.iter().flat_map(|counter| counter.0.values());
    if wanted.numbers.len() > NUMBERS || names.any(|name| name.chars().count() > NAME) {
        return Err(ApiError::Malformed(format!(
            "at most {NUMBERS} numbers and {NAME} characters of a name"
        )));
    }
    let detail = match wanted.detail {
        How::Gong => Detail::Gong,
        How::Short => Detail::Short,
        How::Whole => Detail::Whole,
    };
    let language = wanted.language.as_deref().and_then(Language::from_tag);
    let said = Announcement { numbers: wanted.numbers, counter: wanted.counter, language };
    let of_lobby = lobby.clone();
    let _turn = lobby.speech().turn().await;
    let make = move || of_lobby.speech().announce(&said, detail, wanted.volume);
    let made = tokio::task::spawn_blocking(make).await;
    let made = made.unwrap_or_else(|fault| std::panic::resume_unwind(fault.into_panic()));
    let mut response = ([(CONTENT_TYPE, "audio/wav")], made.wav).into_response();
    if let Some(fault) = made.fault {
        // A header takes no letters but English ones.
        let unsaid = HeaderValue::from_static("the voice failed; the lobby's log says why");
        response.headers_mut().insert(VOICE, HeaderValue::from_str(&fault).unwrap_or(unsaid));
    }
    Ok(response)
}

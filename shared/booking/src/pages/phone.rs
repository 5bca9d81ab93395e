//! The ticket on the citizen's phone.

mod presses;
mod stream;
mod told;

pub use presses::{give_up, late, seen};
pub use stream::follow;

use super::frame::{Frame, Words, render};
use super::refused::Refused;
use crate::app::App;
use crate::error::ApiError;
use crate::random;
use crate::refusal::Refusal;
use crate::store::Following;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderValue;
use axum::http::header::REFRESH;
use axum::response::{IntoResponse, Response};
use foyer_protocol::nonce::Nonce;
use serde::Deserialize;
use told::Told;

#[derive(Template)]
#[template(path = "phone.html")]
struct Page {
    frame: Frame,
    ticket: Told,
    /// Name and address.
    office: (String, String),
    stream: String,
    seen: String,
    give_up: String,
    late: String,
    /// In how many minutes somebody can say to come.
    minutes: [u8; 3],
    nonce: String,
}

fn refused(words: &Words, error: impl Into<ApiError>) -> Refused {
    Refused::new(words, error).on_phone()
}

/// Under this the ticket of a link's secret is known. The secret itself is never kept.
fn hash(secret: &str) -> String {
    random::hex(&random::sha256(secret.as_bytes()))
}

/// The ticket of a link's secret, followed from now on.
async fn find(app: &App, words: &Words, secret: &str) -> Result<Following, Refused> {
    let found = app.store.follow_ticket(hash(secret)).await.map_err(|fault| refused(words, fault))?;
    found.map_err(|refusal| refused(words, refusal))
}

/// A ticket that is only just printed is told by its office in a moment: the page looks so often by itself …
const LOOKS: u8 = 6;

/// … after so many seconds each.
const LOOKS_AFTER_S: u8 = 5;

/// Which look it is.
#[derive(Debug, Default, Deserialize)]
pub struct Look {
    again: Option<String>,
}

/// `GET /t/{secret}`.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Path(secret): Path<String>,
    Query(look): Query<Look>,
) -> Response {
    let refused = match shown(&app, words, &secret).await {
        Ok(page) => return page,
        Err(refused) => refused,
    };
    let again: u8 = look.again.and_then(|again| again.parse().ok()).unwrap_or(0);
    let is_early = refused.is_of(&Refusal::TicketUnknown) && again < LOOKS;
    let mut page = refused.into_response();
    if is_early {
        let next = words.link(&format!("/t/{secret}?again={}", again + 1));
        let refresh = HeaderValue::try_from(format!("{LOOKS_AFTER_S}; url={next}"));
        page.headers_mut().extend(refresh.ok().map(|refresh| (REFRESH, refresh)));
    }
    page
}

async fn shown(app: &App, words: Words, secret: &str) -> Result<Response, Refused> {
    let standing = find(app, &words, secret).await?.now();
    let ticket = Told::of(&words, app, &standing).ok_or_else(|| refused(&words, Refusal::TicketUnknown))?;
    let office = standing.ticket.map(|ticket| app.store.office(&ticket.office));
    let office = office.unwrap_or(Err(Refusal::TicketUnknown)).map_err(|refusal| refused(&words, refusal))?;
    let path = format!("/t/{secret}");
    let page = Page {
        frame: Frame::new(app, words, words.text("portal-phone-title"), path.clone()),
        ticket,
        office: (office.office.name.clone(), office.office.place_at(app.now()).line()),
        stream: words.link(&format!("{path}/stream")),
        seen: format!("{path}/seen"),
        give_up: words.link(&format!("{path}/give-up")),
        late: words.link(&format!("{path}/late")),
        minutes: presses::MINUTES,
        nonce: Nonce::random().to_string(),
    };
    render(&page).map(IntoResponse::into_response).map_err(|error| refused(&words, error))
}

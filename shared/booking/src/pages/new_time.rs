//! Another time that the office offers in place of one that it cannot keep: one press takes it.

use super::booking;
use super::frame::{Frame, Words, render};
use super::refused::Refused;
use crate::app::App;
use crate::error::ApiError;
use crate::refusal::Refusal;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use foyer_domain::Timestamp;
use foyer_domain::booking::BookingState;
use uuid::Uuid;

/// The time that is offered, and until when; none where it is held no longer.
type Offer = Option<(Timestamp, Timestamp)>;

#[derive(Template)]
#[template(path = "new_time.html")]
struct Page {
    frame: Frame,
    before: String,
    /// The new time, and until when it is held.
    offer: Option<(String, String)>,
    services: String,
    place: String,
    here: String,
    move_to: String,
}

async fn page(app: &App, words: Words, secret: &str, offer: Uuid, found: Offer) -> Result<Response, Refused> {
    let (view, state, words) = booking::find(app, words, secret).await?;
    let office = &state.office;
    let when = |at| foyer_text::day_and_time(words.language, office.time_zone, at);
    let path = format!("/b/{secret}/new-time/{offer}");
    let there = found.map_or(view.start, |(start, _)| start);
    let page = Page {
        frame: Frame::new(app, words, words.text("portal-offer-title"), path.clone()),
        before: when(view.start),
        offer: found
            .map(|(start, until)| (when(start), words.text_with("portal-offer-until", "time", when(until)))),
        services: words.services(office, &view.services),
        place: format!("{}, {}", office.name, office.place_at(there).line()),
        here: words.link(&path),
        move_to: words.link(&format!("/b/{secret}/move")),
    };
    let html = render(&page).map_err(|error| Refused::new(&words, error))?;
    let gone = Refusal::HoldExpired { until: app.now() };
    Ok(match found {
        Some(_) => html.into_response(),
        None => (ApiError::from(gone).status(), html).into_response(),
    })
}

/// The two secrets of the address.
fn secrets(words: &Words, (secret, offer): &(String, String)) -> Result<(Uuid, Uuid), Refused> {
    let read = |text: &str| text.parse().map_err(|_| Refused::new(words, Refusal::BookingUnknown));
    Ok((read(secret)?, read(offer)?))
}

/// `GET /b/{secret}/new-time/{offer}`. Programs that look at mails before people do open links, so that opening it
/// takes nothing yet.
pub async fn show(
    State(app): State<App>,
    words: Words,
    Path(path): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (secret, offer) = secrets(&words, &path)?;
    let found = app.store.offered(secret, offer, app.now()).await;
    match found.map_err(|fault| Refused::new(&words, fault))? {
        Ok(found) => page(&app, words, &path.0, offer, Some(found)).await,
        Err(Refusal::HoldExpired { .. }) => {
            let (of, _) = booking::read(&app, &words, &path.0).await?;
            // Whoever has taken it, or whose booking is cancelled, is told so on the booking's own page.
            let is_open = of.view.state == BookingState::Confirmed || of.lost_place;
            let accepted =
                app.store.has_accepted(offer).await.map_err(|fault| Refused::new(&words, fault))?;
            match is_open && !accepted {
                true => page(&app, words, &path.0, offer, None).await,
                false => Ok(Redirect::to(&words.link(&format!("/b/{secret}"))).into_response()),
            }
        }
        Err(refusal) => Err(Refused::new(&words, refusal)),
    }
}

/// `POST /b/{secret}/new-time/{offer}`.
pub async fn accept(
    State(app): State<App>,
    words: Words,
    Path(path): Path<(String, String)>,
) -> Result<Response, Refused> {
    let (secret, offer) = secrets(&words, &path)?;
    let refused = |error: ApiError| Refused::new(&words, error);
    let accepted = app.store.accept_offer(offer, app.now()).await.map_err(|fault| refused(fault.into()))?;
    match accepted {
        Ok(of) if of == secret => {
            let (_, _, words) = booking::find(&app, words, &path.0).await?;
            Ok(Redirect::to(&words.link(&format!("/b/{secret}?moved=1"))).into_response())
        }
        Ok(_) => Err(refused(Refusal::BookingUnknown.into())),
        Err(Refusal::HoldExpired { .. }) => page(&app, words, &path.0, offer, None).await,
        Err(refusal) => Err(refused(refusal.into())),
    }
}

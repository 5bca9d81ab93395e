//! `/display`: the wall display as a page, for a smart television or a box with a browser. What it shows it folds from the
//! same events as the program and acknowledges in the same way; its words and its sounds are made here.
//!
//! - [`settings`]: the panel and the room, kept by the browser
//! - [`words`]: the words round the numbers, in every language
//! - [`sound`]: gong and words of an announcement, as WAV

mod settings;
mod sound;
mod words;

pub(super) use sound::sound;
pub(super) use words::words;

use super::error::{self, PageError};
use super::frame::{Frame, Sentence};
use super::words::Words;
use super::{Page, assets, html, page};
use crate::api::auth;
use crate::devices::{DISPLAY_COOKIE, DeviceError, Terminal};
use crate::lobby::Lobby;
use askama::Template;
use axum::extract::{ConnectInfo, RawForm, Request, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use foyer_protocol::lobby::{DeviceKind, EnrolRequest};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use settings::{Fault, Settings};
use std::net::SocketAddr;

/// The cookie of the panel and the room.
const SETTINGS_COOKIE: &str = "foyer_display_room";

/// A sign, by its name.
type Icon = (&'static str, &'static str);

/// What the page draws.
const ICONS: [Icon; 6] = [
    ("left", include_str!("../../../../assets/icons/arrow-left.svg")),
    ("right", include_str!("../../../../assets/icons/arrow-right.svg")),
    ("up", include_str!("../../../../assets/icons/arrow-up.svg")),
    ("down", include_str!("../../../../assets/icons/arrow-down.svg")),
    ("link-lost", include_str!("../../../../assets/icons/link-lost.svg")),
    ("info", include_str!("../../../../assets/icons/info.svg")),
];

#[derive(Template)]
#[template(path = "display.html")]
struct DisplayPage {
    words: Words,
    settings: Settings,
    languages: String,
    version: &'static str,
    icons: [Icon; 6],
}

#[derive(Template)]
#[template(path = "display_settings.html")]
struct SettingsPage {
    words: Words,
    frame: Frame,
    is_enrolled: bool,
    settings: Settings,
    languages: Vec<Offered>,
}

/// A language to choose.
struct Offered {
    tag: &'static str,
    name: &'static str,
    chosen: bool,
}

/// `GET /display`: the display, or the form with which it enrols.
pub(super) async fn show(State(lobby): State<Lobby>, request: Request) -> Result<Response, PageError> {
    let (parts, _) = request.into_parts();
    let cookies = CookieJar::from_headers(&parts.headers);
    let settings = kept(&cookies);
    let Some(terminal) = auth::web_display(&parts, &lobby) else {
        let had_one = cookies.get(DISPLAY_COOKIE).is_some();
        let title = if had_one { "display-staff-refused-title" } else { "display-staff-enrol-title" };
        let page = page(&lobby, &parts.headers, title, "/display");
        return Ok(form(page, false, settings, None)?.into_response());
    };
    let page = page(&lobby, &parts.headers, "display-staff-enrol-title", "/display");
    let languages = settings.languages.iter().map(|language| language.tag()).collect::<Vec<_>>().join(" ");
    // Browsers forget a cookie after at most 400 days; a page that is loaded again keeps it for as long again.
    let cookies = renewed(cookies, &lobby, &settings);
    tracing::debug!(device = %terminal.device.id, "a display’s page is shown");
    let page = DisplayPage {
        words: page.words,
        settings,
        languages,
        version: env!("CARGO_PKG_VERSION"),
        icons: ICONS,
    };
    Ok((cookies, html(&page)?).into_response())
}

/// `GET /display/settings`: the panel and the room of a display that is enrolled.
pub(super) async fn settings(State(lobby): State<Lobby>, request: Request) -> Result<Response, PageError> {
    let (parts, _) = request.into_parts();
    if auth::web_display(&parts, &lobby).is_none() {
        return Ok(Redirect::to("/display").into_response());
    }
    let page = page(&lobby, &parts.headers, "desk-wall-settings-title", "/display/settings");
    let settings = kept(&CookieJar::from_headers(&parts.headers));
    Ok(form(page, true, settings, None)?.into_response())
}

/// `POST /display`: enrols where a code is needed, and keeps the panel and the room.
pub(super) async fn enter(
    State(lobby): State<Lobby>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    cookies: CookieJar,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Result<Response, PageError> {
    let known = cookies.get(DISPLAY_COOKIE).and_then(|cookie| known(&lobby, cookie.value()));
    let is_enrolled = known.is_some();
    let title = if is_enrolled { "desk-wall-settings-title" } else { "display-staff-enrol-title" };
    let page = page(&lobby, &headers, title, "/display");
    let (settings, fault) = Settings::read(&body);
    let say = |page: Page, sentence: String| {
        let sentence = Some(Sentence::no(sentence));
        Ok(error::unusable(form(page, is_enrolled, settings.clone(), sentence)?))
    };
    if let Some(fault) = fault {
        let sentence = page.words.text(match fault {
            Fault::Inch => "desk-wall-wrong-inch",
            Fault::Metres => "desk-wall-wrong-metres",
            Fault::Volume => "desk-wall-wrong-volume",
            Fault::Languages => "desk-wall-wrong-languages",
        });
        return say(page, sentence);
    }
    let mut cookies = cookies;
    if !is_enrolled {
        let request = EnrolRequest { code: settings::code(&body), kind: DeviceKind::Display };
        match lobby.devices().enrol(&request, Nonce::random(), from.ip()).await {
            Ok(enrolled) => {
                tracing::info!(device = %enrolled.device, "a display in a browser has enrolled");
                cookies = cookies.add(lasting(&lobby, DISPLAY_COOKIE, enrolled.token));
            }
            Err(DeviceError::WrongCode) => {
                let sentence = page.words.text("desk-wall-wrong-code");
                return say(page, sentence);
            }
            Err(DeviceError::OtherKind(_)) => {
                let sentence = page.words.text("desk-wall-other-kind");
                return say(page, sentence);
            }
            Err(DeviceError::TooManyTries { until }) => {
                let time = page.words.seconds(until);
                let sentence = page.words.text_with("desk-wall-too-many", "time", time);
                return say(page, sentence);
            }
            Err(other) => return Err(other.into()),
        }
    }
    Ok((renewed(cookies, &lobby, &settings), Redirect::to("/display")).into_response())
}

/// The terminal of a token, where it is a display.
fn known(lobby: &Lobby, token: &str) -> Option<Terminal> {
    let terminal = lobby.devices().authenticate(token)?;
    (terminal.device.kind == DeviceKind::Display).then_some(terminal)
}

fn form(
    page: Page,
    is_enrolled: bool,
    settings: Settings,
    sentence: Option<Sentence>,
) -> Result<impl IntoResponse + use<>, PageError> {
    let offered = |language: &Language| Offered {
        tag: language.tag(),
        name: language.own_name(),
        chosen: settings.languages.contains(language),
    };
    let languages = Language::ALL.iter().map(offered).collect();
    let (words, frame) = (page.words, page.frame.saying(sentence));
    html(&SettingsPage { words, frame, is_enrolled, settings, languages })
}

fn kept(cookies: &CookieJar) -> Settings {
    let kept = cookies.get(SETTINGS_COOKIE).map_or("", Cookie::value);
    Settings::read(kept.as_bytes()).0
}

/// The cookies as they are, for as long as a browser keeps any.
fn renewed(cookies: CookieJar, lobby: &Lobby, settings: &Settings) -> CookieJar {
    let token = cookies.get(DISPLAY_COOKIE).map(|cookie| cookie.value().to_owned());
    let cookies = cookies.add(lasting(lobby, SETTINGS_COOKIE, settings.write()));
    match token {
        Some(token) => cookies.add(lasting(lobby, DISPLAY_COOKIE, token)),
        None => cookies,
    }
}

fn lasting(lobby: &Lobby, name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build((name, value))
        .path("/")
        .http_only(true)
        .secure(lobby.secure_cookies())
        .same_site(SameSite::Strict)
        .permanent()
        .build()
}

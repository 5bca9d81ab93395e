//! `/display`: the wall display as a page, for a smart television or a box with a browser. What it shows it folds from the
//! same events as the program and acknowledges in the same way; its words and its sounds are made here.
//!
//! - [`settings`]: the panel and the room, kept by the browser
//! - [`words`]: the words round the numbers, in every language
//! - [`sound`]: gong and words of an announcement, made by [`crate::speech`]

mod settings;
mod sound;
mod words;

pub(super) use sound::sound;
pub(super) use words::words;

use super::error::{self, PageError};
use super::frame::{Frame, Sentence};
use super::signed_in::SignedIn;
use super::words::Words;
use super::{Page, assets, html, page};
use crate::api::auth;
use crate::devices::{DISPLAY_COOKIE, DeviceError};
use crate::lobby::Lobby;
use crate::staff::Role;
use askama::Template;
use axum::extract::{ConnectInfo, FromRequestParts, RawForm, Request, State};
use axum::http::{HeaderMap, HeaderName, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use foyer_protocol::lobby::{DeviceKind, EnrolRequest};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use settings::Settings;
use std::net::SocketAddr;

/// The cookie of the panel and the room.
const SETTINGS_COOKIE: &str = "foyer_display_room";

const SETTINGS_TITLE: &str = "desk-wall-settings-title";

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
    /// What citizens read before the first picture, in the first language of the panel.
    waiting: [String; 2],
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

/// Who came to a form at a panel and went away leaves it to the display after so long.
const LEFT: (HeaderName, &str) = (header::REFRESH, "120; url=/display");

/// `GET /display`: the display, or the form with which it enrols.
pub(super) async fn show(State(lobby): State<Lobby>, request: Request) -> Result<Response, PageError> {
    let (parts, _) = request.into_parts();
    let cookies = CookieJar::from_headers(&parts.headers);
    let settings = kept(&cookies);
    if auth::web_display(&parts, &lobby).is_none() {
        let had_one = cookies.get(DISPLAY_COOKIE).is_some();
        let title = if had_one { "display-staff-refused-title" } else { "display-staff-enrol-title" };
        let page = page(&lobby, &parts.headers, title, "/display");
        let form = form(page, false, settings, None)?;
        // Whoever was accepted once may be again: another lobby was at this address for a while.
        return Ok(if had_one { ([LEFT], form).into_response() } else { form.into_response() });
    }
    let page = page(&lobby, &parts.headers, "display-staff-enrol-title", "/display");
    let languages = settings.languages.iter().map(|language| language.tag()).collect::<Vec<_>>().join(" ");
    let first = settings.languages.first().copied().unwrap_or_default();
    let waiting = ["display-waiting-citizens", "display-waiting-title"].map(|id| foyer_text::text(first, id));
    // Browsers forget a cookie after at most 400 days.
    let cookies = renewed(cookies, &lobby, &settings);
    let version = env!("CARGO_PKG_VERSION");
    let page = DisplayPage { words: page.words, settings, languages, waiting, version, icons: ICONS };
    Ok((cookies, html(&page)?).into_response())
}

/// `GET /display/settings`: the panel and the room of a display that is enrolled, for whoever looks after terminals: a
/// panel can be touched by anybody.
pub(super) async fn settings(State(lobby): State<Lobby>, request: Request) -> Result<Response, PageError> {
    let (mut parts, _) = request.into_parts();
    if auth::web_display(&parts, &lobby).is_none() {
        return Ok(Redirect::to("/display").into_response());
    }
    let signed = match SignedIn::from_request_parts(&mut parts, &lobby).await {
        Ok(signed) => signed.of_role(Role::Administrator, SETTINGS_TITLE)?,
        Err(not_yet) => return Ok(([LEFT], not_yet).into_response()),
    };
    let settings = kept(&CookieJar::from_headers(&parts.headers));
    Ok(([LEFT], form(signed.page, true, settings, None)?).into_response())
}

/// `POST /display/settings`: keeps them, and signs off who changed them: the panel stays alone.
pub(super) async fn keep(
    State(lobby): State<Lobby>,
    cookies: CookieJar,
    signed: SignedIn,
    RawForm(body): RawForm,
) -> Result<Response, PageError> {
    let signed = signed.of_role(Role::Administrator, SETTINGS_TITLE)?;
    let (settings, fault) = Settings::read(&body);
    if let Some(fault) = fault {
        let sentence = Sentence::no(signed.page.words.text(fault.text()));
        return Ok(error::unusable(([LEFT], form(signed.page, true, settings, Some(sentence))?)));
    }
    lobby.staff().sign_out(&signed.cookie).await?;
    Ok((renewed(cookies, &lobby, &settings), Redirect::to("/display")).into_response())
}

/// `POST /display`: enrols, and keeps the panel and the room.
pub(super) async fn enter(
    State(lobby): State<Lobby>,
    ConnectInfo(from): ConnectInfo<SocketAddr>,
    cookies: CookieJar,
    headers: HeaderMap,
    RawForm(body): RawForm,
) -> Result<Response, PageError> {
    let page = page(&lobby, &headers, "display-staff-enrol-title", "/display");
    let (settings, fault) = Settings::read(&body);
    let say = |page: Page, sentence: String| {
        let sentence = Some(Sentence::no(sentence));
        Ok(error::unusable(form(page, false, settings.clone(), sentence)?))
    };
    if let Some(fault) = fault {
        let sentence = page.words.text(fault.text());
        return say(page, sentence);
    }
    let request = EnrolRequest { code: settings::code(&body), kind: DeviceKind::Display };
    let sentence = match lobby.devices().enrol(&request, Nonce::random(), from.ip()).await {
        Ok(enrolled) => {
            tracing::info!(device = %enrolled.device, "a display in a browser has enrolled");
            let cookies = cookies.add(lasting(&lobby, DISPLAY_COOKIE, enrolled.token));
            return Ok((renewed(cookies, &lobby, &settings), Redirect::to("/display")).into_response());
        }
        Err(DeviceError::WrongCode) => page.words.text("desk-wall-wrong-code"),
        Err(DeviceError::OtherKind(_)) => page.words.text("desk-wall-other-kind"),
        Err(DeviceError::TooManyTries { until }) => {
            page.words.text_with("desk-wall-too-many", "time", page.words.seconds(until))
        }
        Err(other) => return Err(other.into()),
    };
    say(page, sentence)
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

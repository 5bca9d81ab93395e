//! The words round the numbers, so that a page needs no rules of any language. They are asked for again when the wait, the
//! day or the opening changes; what a page says while its link is lost it has had before.

use crate::api::auth::Display;
use crate::lobby::Lobby;
use crate::pages::assets;
use axum::Json;
use axum::extract::{Query, State};
use axum_extra::extract::CookieJar;
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_text::{Language, Value, text, text_with};
use serde::{Deserialize, Serialize};

/// What is to be said.
#[derive(Debug, Clone, Deserialize)]
pub(in crate::pages) struct Wanted {
    language: Language,
    /// The page's time.
    at: Timestamp,
    /// The expected wait in minutes, where there is one.
    from: Option<u16>,
    to: Option<u16>,
    /// When the office opens, where it is closed.
    opens: Option<Timestamp>,
}

/// The words. What stands in braces the page fills in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(in crate::pages) struct Texts {
    /// `ltr` or `rtl`.
    direction: &'static str,
    idle: String,
    order: String,
    withdrawn: String,
    demo: String,
    interrupted_title: String,
    interrupted_what: String,
    date: String,
    wait: Option<String>,
    opens: Option<String>,
    /// With `{time}`.
    link_lost: String,
    /// With `{hour}`, `{hour1}`, `{minute}`.
    time: String,
    /// With `{part}` and `{parts}`.
    page: String,
    /// With `{numbers}`.
    unserved: String,
    /// The page that this lobby serves: another one loads itself anew.
    version: &'static str,
}

/// `GET /display/words`.
pub(in crate::pages) async fn words(
    State(lobby): State<Lobby>,
    Display(_): Display,
    cookies: CookieJar,
    Query(wanted): Query<Wanted>,
) -> (CookieJar, Json<Texts>) {
    let zone = lobby.state().office().map_or(Tz::Europe__Berlin, |office| office.time_zone);
    // A page asks at least once a day, and so keeps its cookies.
    let settings = super::kept(&cookies);
    (super::renewed(cookies, &lobby, &settings), Json(texts(&wanted, zone)))
}

fn texts(wanted: &Wanted, zone: Tz) -> Texts {
    let Wanted { language, at, .. } = *wanted;
    let text = |id: &str| text(language, id);
    let of = |id: &str, names: &[&'static str]| filled_in_later(language, id, names);
    let span = wanted.from.zip(wanted.to).map(|(from_minutes, to_minutes)| Span { from_minutes, to_minutes });
    let wait = |span| {
        let span = foyer_text::span(language, span);
        text_with(language, "display-wait", &[("span", Value::from(span))])
    };
    let opens = |opens| {
        let time = foyer_text::time_from(language, zone, at, opens);
        text_with(language, "display-opens", &[("time", Value::from(time))])
    };
    Texts {
        direction: language.direction(),
        idle: text("display-idle"),
        order: text("display-order"),
        withdrawn: text("display-withdrawn"),
        demo: text("display-demo"),
        interrupted_title: text("display-interrupted-title"),
        interrupted_what: text("display-interrupted-what"),
        date: foyer_text::date(language, zone, at),
        wait: span.map(wait),
        opens: wanted.opens.map(opens),
        link_lost: of("display-link-lost", &["time"]),
        time: of("time-of-day", &["hour", "hour1", "minute", "minute1", "hour12", "half"]),
        page: of("display-page", &["part", "parts"]),
        // Its letter makes it stand apart in a line from right to left, as these signs do.
        unserved: text_with(language, "display-unserved", &[("numbers", Value::from("{numbers}"))]),
        version: &assets::DISPLAY_VERSION,
    }
}

/// A text with `{name}` where a time or a count will stand.
fn filled_in_later(language: Language, id: &str, names: &[&'static str]) -> String {
    // Signs of nobody's: a line from right to left treats them as the digits that come.
    let signs: Vec<String> = ('\u{e000}'..).take(names.len()).map(String::from).collect();
    let values: Vec<_> = names.iter().zip(&signs).map(|(name, sign)| (*name, Value::from(sign))).collect();
    let text = text_with(language, id, &values);
    names.iter().zip(&signs).fold(text, |text, (name, sign)| text.replace(sign, &format!("{{{name}}}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(language: Language) -> Wanted {
        let at = |text: &str| text.parse().unwrap();
        let opens = Some(at("2026-11-24T07:00:00Z"));
        Wanted { language, at: at("2026-11-23T16:05:00Z"), from: Some(10), to: Some(15), opens }
    }

    #[test]
    fn what_the_page_fills_in_is_what_would_be_said_here() {
        let zone = Tz::Europe__Berlin;
        for language in Language::ALL {
            let texts = texts(&wanted(*language), zone);
            for (at, hour, minute) in [("2026-11-23T08:05:00Z", 9, 5), ("2026-11-23T12:40:00Z", 13, 40)] {
                let filled = texts
                    .time
                    .replace("{hour}", &format!("{hour:02}"))
                    .replace("{hour1}", &hour.to_string())
                    .replace("{minute}", &format!("{minute:02}"));
                assert_eq!(filled, foyer_text::time_of_day(*language, zone, at.parse().unwrap()));
            }
            let at: Timestamp = "2026-11-23T08:05:00Z".parse().unwrap();
            let time = foyer_text::time_of_day(*language, zone, at);
            let said = text_with(*language, "display-link-lost", &[("time", Value::from(&time))]);
            assert_eq!(texts.link_lost.replace("{time}", &time), said);
            let numbers = [("numbers", Value::from("A 017"))];
            let said = text_with(*language, "display-unserved", &numbers);
            assert_eq!(texts.unserved.replace("{numbers}", "A 017"), said);
            let parts = [("part", Value::from(1_u64)), ("parts", Value::from(2_u64))];
            let said = text_with(*language, "display-page", &parts);
            assert_eq!(texts.page.replace("{part}", "1").replace("{parts}", "2"), said);
        }
    }

    #[test]
    fn the_wait_and_the_opening_are_said_in_words() {
        let texts = texts(&wanted(Language::German), Tz::Europe__Berlin);
        assert_eq!(texts.wait.as_deref(), Some("Wartezeit ohne Termin: etwa 10–15 Minuten"));
        assert_eq!(texts.opens.as_deref(), Some("Geöffnet ab Dienstag, 08:00 Uhr"));
        assert_eq!(texts.date, "Montag, 23. November 2026");
    }
}

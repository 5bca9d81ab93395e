//! What every screen's view may see: the look, the words, the office, the time. Nothing here can be changed.

use crate::aids::Aids;
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_domain::office::{Localized, Office};
use foyer_domain::ticket::TicketNumber;
use foyer_look::{Icon, Look};
use foyer_protocol::lobby::ServiceWait;
use foyer_text::{Language, Value};
use iced::Size;
use std::time::Duration;

/// The time, both ways: for people and for timers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Now {
    /// On the wall.
    pub at: Timestamp,
    /// Since the program began; never jumps.
    pub steady: Duration,
}

/// Texts in one language, times in one zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The language of the citizen who stands before the screen.
    pub language: Language,
    /// The office's zone.
    pub zone: Tz,
    /// Whether they are said, not shown.
    pub aloud: bool,
}

impl Words {
    /// A text.
    pub fn say(&self, id: &str) -> String {
        whole_words(id, &foyer_text::text(self.language, id))
    }

    /// A text with one thing in it.
    pub fn say_with(&self, id: &str, name: &str, value: impl AsRef<str>) -> String {
        whole_words(id, &foyer_text::text_with(self.language, id, &[(name, Value::from(value.as_ref()))]))
    }

    /// A text of the office.
    pub fn localized<'a>(&self, text: &'a Localized) -> &'a str {
        text.get(self.language.tag())
    }

    /// "10:00 Uhr".
    pub fn time(&self, at: Timestamp) -> String {
        if self.aloud {
            return foyer_text::time_aloud(self.language, self.zone, at);
        }
        unbroken(&foyer_text::time_of_day(self.language, self.zone, at))
    }

    /// "10:15:12 Uhr".
    pub fn exact_time(&self, at: Timestamp) -> String {
        if self.aloud {
            return foyer_text::time_aloud_with_seconds(self.language, self.zone, at);
        }
        unbroken(&foyer_text::time_with_seconds(self.language, self.zone, at))
    }

    /// "Montag, 23. November 2026".
    pub fn date(&self, at: Timestamp) -> String {
        foyer_text::date(self.language, self.zone, at)
    }

    /// "Montag, 23. November 2026, 10:00 Uhr".
    pub fn day_and_time(&self, at: Timestamp) -> String {
        if !self.aloud {
            return foyer_text::day_and_time(self.language, self.zone, at);
        }
        let parts = [("date", self.date(at).into()), ("time", self.time(at).into())];
        foyer_text::text_with(self.language, "date-and-time", &parts)
    }

    /// The time alone if it is on the day of `now`, else with its date.
    pub fn when(&self, at: Timestamp, now: Timestamp) -> String {
        if self.is_same_day(at, now) { self.time(at) } else { self.day_and_time(at) }
    }

    /// "etwa 5–10 Minuten".
    pub fn span(&self, span: Span) -> String {
        // Word joiners, or a line could end within "5–10".
        foyer_text::span(self.language, span).replace('–', "\u{2060}–\u{2060}")
    }

    /// Whether two moments lie on the same local day.
    pub fn is_same_day(&self, a: Timestamp, b: Timestamp) -> bool {
        a.with_timezone(&self.zone).date_naive() == b.with_timezone(&self.zone).date_naive()
    }

    /// Whether two moments look the same without their seconds.
    pub fn is_same_minute(&self, a: Timestamp, b: Timestamp) -> bool {
        self.is_same_day(a, b) && self.time(a) == self.time(b)
    }
}

/// Words with a hyphen stay whole: a line that ends in "QR-" or "rendez-" reads badly. What staff type is left alone.
fn whole_words(id: &str, text: &str) -> String {
    if foyer_text::is_for_staff(id) {
        return text.to_owned();
    }
    let mut whole = String::with_capacity(text.len());
    let mut signs = text.chars().peekable();
    let mut is_within = false;
    while let Some(sign) = signs.next() {
        let joins = sign == '-' && is_within && signs.peek().is_some_and(|next| next.is_alphanumeric());
        is_within = sign.is_alphanumeric();
        whole.push(if joins { '\u{2011}' } else { sign });
    }
    whole
}

/// A text that no line ends within.
fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// What a view may see.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// Colours and sizes.
    pub look: Look,
    /// The window.
    pub size: Size,
    /// Texts and times.
    pub words: Words,
    /// The office, once the lobby has told it.
    pub office: Option<&'a Office>,
    /// The expected wait without an appointment; `None` while nobody is let in.
    pub walk_in: Option<Span>,
    /// The same by service, as far as the lobby has told it.
    pub services: &'a [ServiceWait],
    /// What staff tell everybody.
    pub broadcast: Option<&'a str>,
    /// The time.
    pub now: Now,
    /// Whether that is a demo's time.
    pub demo_clock: bool,
    /// Since when the lobby cannot be heard.
    pub lost_since: Option<Timestamp>,
    /// How much of the time is left before the screen goes back by itself, 1–0; `None` if it does not.
    pub time_left: Option<f32>,
    /// Whether a code was read this very moment: the frame around it lights up.
    pub lit: bool,
    /// The panel's diagonal.
    pub diagonal_inch: f32,
    /// What whoever is here has set.
    pub aids: Aids,
    /// Whether screens are read aloud …
    pub reads_aloud: bool,
    /// … and whether they can be.
    pub can_speak: bool,
    /// The languages that are offered.
    pub languages: &'a [Language],
    /// The tickets of the people who stand here, once they have asked to show another code.
    pub company: &'a [TicketNumber],
    /// Whether there is a printer, whatever it is doing.
    pub has_printer: bool,
    /// The office's own words on the paper of every ticket.
    pub printed: &'a [Localized],
}

/// What can be pressed must stand within so many millimetres above the panel's lower edge, in the low layout: on a
/// panel that hangs 800 mm above the floor that is 1220 mm, as far as a seated person reaches (EN 301 549, 8.3).
const LOW_MM: f32 = 420.0;

impl Context<'_> {
    /// The same for who hears it.
    #[must_use]
    pub fn aloud(&self) -> Self {
        Self { words: Words { aloud: true, ..self.words }, ..*self }
    }

    /// The height of the low layout; `None` where the panel is not so high that it would differ.
    pub fn low_height(&self) -> Option<f32> {
        let diagonal = self.size.width.hypot(self.size.height);
        let low = (LOW_MM * diagonal / (self.diagonal_inch * 25.4)).max(self.size.width);
        (low < self.size.height * 0.95).then_some(low)
    }

    /// What a screen may use of the panel: all of it, or its lower part.
    #[must_use]
    pub fn lowered(&self) -> Self {
        let Some(low) = self.low_height().filter(|_| self.aids.low) else { return *self };
        let look = Look { scale: self.look.scale.unzoomed(), ..self.look };
        Self { look, size: Size::new(self.size.width, low), ..*self }
    }

    /// The same with letters so many steps of the type scale larger.
    #[must_use]
    pub fn enlarged(&self, steps: f32) -> Self {
        Self { look: Look { scale: self.look.scale.enlarged(steps), ..self.look }, ..*self }
    }

    /// Who and when, as it is said after all else.
    pub fn head_said(&self) -> Vec<String> {
        let office = self.office.map(|office| office.name.clone());
        let lost = self
            .lost_since
            .map(|since| self.words.say_with("kiosk-link-lost", "time", self.words.time(since)));
        let demo = self.demo_clock.then(|| self.words.say("kiosk-demo-clock"));
        office.into_iter().chain([self.words.time(self.now.at)]).chain(lost).chain(demo).collect()
    }

    /// The width of one of two keys beside each other.
    pub fn half_width(&self) -> f32 {
        (self.content_width() - self.look.scale.apart()) / 2.0
    }

    /// Whether the panel hangs upright.
    pub fn is_upright(&self) -> bool {
        self.size.height >= self.size.width
    }

    /// The same with smaller words.
    #[must_use]
    pub fn tightened(&self, tight: f32) -> Self {
        Self { look: Look { scale: self.look.scale.tightened(tight), ..self.look }, ..*self }
    }

    /// Whether the screen is mirrored, for a language that is read from right to left.
    pub fn is_mirrored(&self) -> bool {
        self.words.language.is_right_to_left()
    }

    /// The sign of "back".
    pub fn back_sign(&self) -> Icon {
        if self.is_mirrored() { Icon::ArrowLeft.mirrored() } else { Icon::ArrowLeft }
    }

    /// The sign of "on".
    pub fn on_sign(&self) -> Icon {
        self.back_sign().mirrored()
    }

    /// The width inside the edges; of one half where the panel is wide.
    pub fn content_width(&self) -> f32 {
        let scale = self.look.scale;
        let inside = self.size.width - 2.0 * scale.edge();
        if self.is_upright() { inside } else { (inside - scale.edge()) / 2.0 }
    }

    /// "Bitte melden Sie sich an der Infotheke." Some offices have no such desk.
    pub fn go_for_help(&self) -> String {
        match self.information_desk() {
            Some(desk) => self.words.say_with("kiosk-go-desk", "desk", desk),
            None => self.words.say("kiosk-go-staff"),
        }
    }

    /// "Hilfe: an der Infotheke".
    pub fn help(&self) -> String {
        match self.information_desk() {
            Some(desk) => self.words.say_with("kiosk-help-desk", "desk", desk),
            None => self.words.say("kiosk-help-staff"),
        }
    }

    fn information_desk(&self) -> Option<&str> {
        let desk = self.office?.information_desk.as_ref()?;
        Some(self.words.localized(desk)).filter(|desk| !desk.is_empty())
    }
}

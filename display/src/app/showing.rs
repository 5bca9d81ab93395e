//! What is to be shown at a moment, from what the display knows. Changes nothing.

use super::{App, LINK_PATIENCE, LinkState, Screen};
use crate::board::{Doors, Moment};
use crate::slides::Prepared;
use chrono::TimeDelta;
use chrono_tz::Tz;
use foyer_domain::Timestamp;
use foyer_domain::id::VisitId;
use foyer_look::{Accent, Look, Palette};
use foyer_protocol::lobby::Interrupted;
use foyer_text::Language;
use iced::Size;
use std::time::Duration;

/// So long after the last call of a day the display is one of a closed office: whoever was called is gone.
const PEOPLE_LEAVE: TimeDelta = TimeDelta::minutes(30);
/// How long the way from the big place into the history takes.
const WAY: Duration = Duration::from_millis(280);

impl App {
    /// The room for a picture, where one may be shown: nobody is big, the office is open, and the link stands.
    pub(super) fn room_for_slides(&self, now: Moment) -> Option<Size<u32>> {
        let calm = self.screen == Screen::Board && self.picture.big.is_none();
        let usual = self.interruption(now).is_none() && self.closed(now).is_none();
        (self.settings.slides.on && calm && usual && self.stale_since(now).is_none())
            .then(|| pixels(self.layout.calm(self.picture.is_empty())))
    }

    /// The picture to show now.
    pub fn slide(&self, now: Moment) -> Option<&Prepared> {
        self.slides.shown(now, self.settings.slides.seconds_each, self.room_for_slides(now)?)
    }

    /// Whether the office is open.
    pub fn doors(&self, now: Moment) -> Doors {
        self.board.facts().map_or(Doors::Unknown, |facts| facts.opening(self.time(now)))
    }

    /// When the office opens, where it is closed and nobody is called any more.
    pub fn closed(&self, now: Moment) -> Option<Timestamp> {
        match self.doors(now) {
            Doors::Closed { opens } if self.board.is_silent_since(self.time(now) - PEOPLE_LEAVE) => {
                Some(opens)
            }
            Doors::Closed { .. } | Doors::Open | Doors::Unknown => None,
        }
    }

    /// Who this display is: "Anzeige 2 · Wartebereich 1".
    pub fn name(&self, now: Moment) -> Option<String> {
        let facts = self.board.facts()?;
        let tag = self.language(now).tag();
        let areas = facts.areas.iter().map(|area| area.get(tag).to_owned());
        let parts: Vec<String> = std::iter::once(facts.device_name.clone()).chain(areas).collect();
        Some(parts.join(" · "))
    }

    /// How far the call that has just gone from the big place into the history is on its way, 0 to 1.
    pub fn arriving(&self, visit: VisitId, now: Moment) -> f32 {
        match self.moved {
            Some((moved, at)) if moved == visit && !self.settings.panel.reduced_motion => {
                (now.since(at).as_secs_f32() / WAY.as_secs_f32()).min(1.0)
            }
            Some(_) | None => 1.0,
        }
    }

    /// Whether a call is on its way into the history, so that frames are needed.
    pub fn is_arriving(&self, now: Moment) -> bool {
        self.moved.is_some_and(|(visit, _)| self.arriving(visit, now) < 1.0)
    }

    /// The time to show: the lobby's, else our own.
    pub fn time(&self, now: Moment) -> Timestamp {
        self.board.lobby_time(now).unwrap_or_else(|| self.clock.now())
    }

    /// The office's zone; before it is known, that of nearly all who use this.
    pub fn zone(&self) -> Tz {
        let named = self.board.facts().and_then(|facts| facts.time_zone.parse().ok());
        named.unwrap_or(Tz::Europe__Berlin)
    }

    /// Whether a demo's clock is shown.
    pub fn is_demo(&self) -> bool {
        self.clock.is_demo() || self.board.facts().is_some_and(|facts| facts.demo_clock)
    }

    /// The language of the moment.
    pub fn language(&self, now: Moment) -> Language {
        self.settings.languages.at(now.0)
    }

    /// Since when the data is old, if that is to be said.
    pub fn stale_since(&self, now: Moment) -> Option<Timestamp> {
        match &self.link {
            LinkState::Down { since, last_heard } if now.since(*last_heard) >= LINK_PATIENCE => Some(*since),
            LinkState::Down { .. } | LinkState::Connecting | LinkState::Up => None,
        }
    }

    /// What stands still now, and what is said to it. A display that no longer hears its lobby keeps it until the day
    /// is over on which it last did.
    pub fn interruption(&self, now: Moment) -> Option<&Interrupted> {
        let day = |at: Timestamp| at.with_timezone(&self.zone()).date_naive();
        let is_of_today = self.stale_since(now).is_none_or(|since| day(since) == day(self.time(now)));
        self.board.interrupted().filter(|_| is_of_today)
    }

    /// Colours and sizes.
    pub fn look(&self) -> Look {
        let (accent, _) = Accent::of(self.board.facts().and_then(|facts| facts.accent.as_deref()));
        Look { palette: Palette::dark(accent), scale: self.layout.scale }
    }

    /// Name and host of the lobby, for staff.
    pub fn lobby_host(&self) -> String {
        self.settings.lobby.host()
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a window's sides are small and positive"
)]
fn pixels(size: Size) -> Size<u32> {
    Size::new(size.width.max(0.0) as u32, size.height.max(0.0) as u32)
}

//! The display as a whole: what it knows, what happened, and what has to be done about it. No effects here:
//! [`App::update`] answers with plain [`Action`]s, which [`crate::run`] performs.

use crate::board::{Board, Moment, Picture, Ring, Room};
use crate::device::sound::{Report, SoundId};
use crate::gong::Chime;
use crate::layout::Layout;
use crate::settings::Settings;
use chrono_tz::Tz;
use foyer_client::{Followed, Identity, Link};
use foyer_domain::Timestamp;
use foyer_domain::id::CallId;
use foyer_look::{Accent, Look, Palette};
use foyer_protocol::lobby::{CallView, DeviceStatus, DisplayEvent, Interrupted, PartStatus, is_status_due};
use foyer_protocol::program::Clock;
use foyer_text::Language;
use iced::Size;
use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

/// A lost link is said after this; a server that restarts is back before.
pub const LINK_PATIENCE: Duration = Duration::from_secs(5);
/// How many acknowledged calls are remembered.
const REMEMBERED: usize = 1000;

/// What happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// Time has passed.
    Ticked,
    /// The window has this size now.
    Resized(Size),
    /// A frame was handed over to the screen; it was begun at this moment.
    Drawn(Moment),
    /// The lobby's stream said something.
    Followed(Box<Followed<DisplayEvent>>),
    /// The loudspeaker said something.
    Sounded(Report),
    /// The identity file was looked at.
    IdentityRead(Result<Option<Box<Identity>>, String>),
}

/// What has to be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Read the identity file.
    ReadIdentity,
    /// Follow the lobby's stream as this terminal, and no other stream any more.
    Follow(Box<Identity>),
    /// Sound this after all that was asked for before.
    Play(SoundId, Chime),
    /// Silence, also of what is just sounding or still to sound.
    Silence,
    /// Tell the lobby that a call was seen, or heard as well.
    Acknowledge {
        /// Which call.
        call: CallId,
        /// Whether its gong was played to the end.
        heard: bool,
    },
    /// Tell the lobby how the terminal is.
    Tell(DeviceStatus),
}

/// How the link is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkState {
    /// Nothing was heard yet.
    Connecting,
    /// Events arrive as they happen.
    Up,
    /// What is shown is old.
    Down {
        /// As old as this, in the lobby's time.
        since: Timestamp,
        /// When it was noticed.
        noticed: Moment,
    },
}

/// Which screen there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Screen {
    /// This terminal has no identity, or it is no longer accepted.
    Enrol {
        /// Whether it had one.
        refused: bool,
        /// What else is wrong, for staff.
        fault: Option<String>,
    },
    /// Nothing is known yet.
    Waiting,
    /// Calls.
    Board,
}

/// The display.
#[derive(Debug, Clone)]
pub struct App {
    /// As configured.
    pub settings: Settings,
    /// The program's clock; the lobby's time is shown where it is known.
    pub clock: Clock,
    /// What the lobby said.
    pub board: Board,
    /// How the link is.
    pub link: LinkState,
    /// Which screen there is.
    pub screen: Screen,
    /// Where things are.
    pub layout: Layout,
    /// What is in the picture; views draw this and nothing newer.
    pub picture: Picture,
    /// When the picture was made.
    pub pictured: Moment,
    identity: Option<Identity>,
    acknowledged: BTreeSet<CallId>,
    sounds: BTreeMap<SoundId, Ring>,
    next_sound: u64,
    sound: PartStatus,
    fonts: PartStatus,
    /// When the lobby was last told how this terminal is.
    told: Moment,
}

impl App {
    /// A display that has heard nothing yet. `missing_fonts` is what the screen lacks, empty if nothing.
    pub fn new(settings: Settings, clock: Clock, size: Size, missing_fonts: String) -> (Self, Vec<Action>) {
        let layout = Layout::of(size, &settings.panel);
        let part = |part: &str, detail: String| PartStatus {
            part: part.to_owned(),
            works: detail.is_empty(),
            detail,
        };
        let app = Self {
            settings,
            clock,
            board: Board::default(),
            link: LinkState::Connecting,
            screen: Screen::Waiting,
            layout,
            picture: Picture::default(),
            pictured: Moment::default(),
            identity: None,
            acknowledged: BTreeSet::new(),
            sounds: BTreeMap::new(),
            next_sound: 0,
            sound: part("sound", String::new()),
            fonts: part("screen", missing_fonts),
            told: Moment::default(),
        };
        (app, vec![Action::ReadIdentity])
    }

    /// Takes in what happened; answers what has to be done.
    pub fn update(&mut self, now: Moment, message: Message) -> Vec<Action> {
        let mut actions = match message {
            Message::Ticked => {
                self.looks_for_identity().into_iter().chain(self.repeats_status(now)).collect()
            }
            Message::Resized(size) => {
                self.layout = Layout::of(size, &self.settings.panel);
                Vec::new()
            }
            // The picture is not made anew here: it would be taken for one that was not yet drawn.
            Message::Drawn(begun) => return self.drawn(begun),
            Message::Followed(followed) => self.followed(now, *followed),
            Message::Sounded(report) => self.sounded(now, report),
            Message::IdentityRead(read) => self.identity_read(read),
        };
        let rings = self.board.advance(now);
        actions.extend(rings.into_iter().filter_map(|ring| self.ring(ring)));
        let (layout, language) = (self.layout, self.language(now));
        let slots = |call: &CallView| layout.slots(call.counter.get(language.tag()));
        let picture = self.board.picture(now, Room { slots: layout.rows, of: &slots });
        if picture != self.picture {
            self.picture = picture;
            self.pictured = now;
        }
        actions
    }

    /// Whether calls are in the picture that nobody was told of: frames are to be watched.
    pub fn awaits_frame(&self) -> bool {
        self.screen == Screen::Board && self.unacknowledged().next().is_some()
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
            LinkState::Down { since, noticed } if now.since(*noticed) >= LINK_PATIENCE => Some(*since),
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

    fn unacknowledged(&self) -> impl Iterator<Item = CallId> {
        self.picture.calls().filter(|call| !self.acknowledged.contains(call))
    }

    /// A frame that was begun after the picture was made holds it.
    fn drawn(&mut self, begun: Moment) -> Vec<Action> {
        if self.screen != Screen::Board || begun < self.pictured {
            return Vec::new();
        }
        let calls: Vec<CallId> = self.unacknowledged().collect();
        self.acknowledged.extend(&calls);
        while self.acknowledged.len() > REMEMBERED {
            self.acknowledged.pop_first();
        }
        calls.into_iter().map(|call| Action::Acknowledge { call, heard: false }).collect()
    }

    fn followed(&mut self, now: Moment, followed: Followed<DisplayEvent>) -> Vec<Action> {
        match followed {
            Followed::Event { event, .. } => {
                self.screen = match (&self.screen, &event) {
                    (_, DisplayEvent::Snapshot { .. }) => Screen::Board,
                    (screen, _) => screen.clone(),
                };
                self.warn_of_accent(&event);
                let sounded = self.board.interrupted().is_none();
                self.board.fold(now, event);
                if sounded && self.board.interrupted().is_some() {
                    self.sounds.clear();
                    return vec![Action::Silence];
                }
                Vec::new()
            }
            Followed::Link(Link::Connected) => {
                self.link = LinkState::Up;
                vec![self.tell(now)]
            }
            Followed::Link(Link::Disconnected { since }) => {
                self.lose(now, since);
                Vec::new()
            }
            Followed::Link(Link::Refused { since, problem }) => {
                self.lose(now, since);
                self.screen = Screen::Enrol { refused: true, fault: Some(problem.to_string()) };
                Vec::new()
            }
            // A newer lobby says things that this version does not know; the next snapshot holds the rest.
            Followed::NotUnderstood { .. } => Vec::new(),
        }
    }

    fn lose(&mut self, now: Moment, since: Timestamp) {
        // The client's clock and the lobby's may differ; what counts is how long ago it was.
        let ago = self.clock.now() - since;
        let since = self.time(now) - ago;
        let noticed = match &self.link {
            LinkState::Down { noticed, .. } => *noticed,
            LinkState::Connecting | LinkState::Up => now,
        };
        self.link = LinkState::Down { since, noticed };
    }

    fn sounded(&mut self, now: Moment, report: Report) -> Vec<Action> {
        let detail = match report {
            Report::Ready => String::new(),
            Report::Missing(why) => why,
            Report::NotPlayed(id) => {
                self.sounds.remove(&id);
                return Vec::new();
            }
            Report::Played(id) => {
                return match self.sounds.remove(&id) {
                    Some(Ring::Call(call)) => vec![Action::Acknowledge { call, heard: true }],
                    Some(Ring::Withdrawal(_)) | None => Vec::new(),
                };
            }
        };
        self.sound.works = detail.is_empty();
        self.sound.detail = detail;
        // While the link is down nobody can be told; it is said again when it is back.
        if self.link == LinkState::Up { vec![self.tell(now)] } else { Vec::new() }
    }

    /// Tells the lobby how the terminal is.
    fn tell(&mut self, now: Moment) -> Action {
        self.told = now;
        Action::Tell(self.status())
    }

    /// Tells it again while nothing changes: by this the lobby knows that this loop still runs.
    fn repeats_status(&mut self, now: Moment) -> Option<Action> {
        (self.link == LinkState::Up && is_status_due(now.since(self.told))).then(|| self.tell(now))
    }

    fn ring(&mut self, ring: Ring) -> Option<Action> {
        if !self.settings.sound.on {
            return None;
        }
        let id = SoundId(self.next_sound);
        self.next_sound += 1;
        self.sounds.insert(id, ring);
        let chime = match ring {
            Ring::Call(_) => Chime::Call,
            Ring::Withdrawal(_) => Chime::Withdrawal,
        };
        Some(Action::Play(id, chime))
    }

    fn status(&self) -> DeviceStatus {
        let mut parts = vec![self.fonts.clone()];
        if self.settings.sound.on {
            parts.push(self.sound.clone());
        }
        DeviceStatus { version: env!("CARGO_PKG_VERSION").to_owned(), parts }
    }

    fn looks_for_identity(&self) -> Vec<Action> {
        match self.screen {
            Screen::Enrol { .. } => vec![Action::ReadIdentity],
            Screen::Waiting | Screen::Board => Vec::new(),
        }
    }

    fn identity_read(&mut self, read: Result<Option<Box<Identity>>, String>) -> Vec<Action> {
        match read {
            Ok(Some(identity)) if self.identity.as_ref() != Some(&*identity) => {
                self.identity = Some((*identity).clone());
                // Another lobby's calls are not ours to show.
                self.board = Board::default();
                self.acknowledged.clear();
                self.screen = Screen::Waiting;
                self.link = LinkState::Connecting;
                vec![Action::Follow(identity)]
            }
            Ok(Some(_)) => Vec::new(),
            Ok(None) => {
                self.screen = Screen::Enrol { refused: self.identity.is_some(), fault: None };
                Vec::new()
            }
            Err(fault) => {
                self.screen = Screen::Enrol { refused: false, fault: Some(fault) };
                Vec::new()
            }
        }
    }

    fn warn_of_accent(&self, event: &DisplayEvent) {
        if let DisplayEvent::Snapshot { snapshot } = event
            && let (_, Some(fault)) = Accent::of(snapshot.accent.as_deref())
        {
            tracing::warn!(%fault, "the office's accent is not used");
        }
    }
}

#[cfg(test)]
mod tests;

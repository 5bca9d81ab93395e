//! The display as a whole: what it knows, what happened, and what has to be done about it. No effects here:
//! [`App::update`] answers with plain [`Action`]s, which [`crate::run`] performs.

mod showing;

use crate::board::{Board, Due, Moment, Picture, Ring, Room};
use crate::device::sound::{Order, Report};
use crate::hearing::{Heard, Hearing};
use crate::layout::{Layout, TextSize};
use crate::settings::Settings;
use crate::slides::{Prepared, Slides, Unshown, Wanted};
use foyer_client::{Followed, Identity, Link};
use foyer_domain::Timestamp;
use foyer_domain::id::{CallId, VisitId};
use foyer_look::Accent;
use foyer_protocol::lobby::{CallView, DeviceStatus, DisplayEvent, PartStatus, Slide, is_status_due};
use foyer_protocol::program::Clock;
use iced::Size;
use std::collections::BTreeSet;
use std::time::Duration;

/// So long after the lobby was last heard its age is said; a server that restarts is back before.
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
    /// A picture is ready, or cannot be shown.
    Pictured(Wanted, Result<Prepared, Unshown>),
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
    /// Announce this after all that was asked for before.
    Play(Order),
    /// Silence, also of what is just sounding or still to sound.
    Silence,
    /// Tell the lobby that a call was seen, or heard as well.
    Acknowledge {
        /// Which call.
        call: CallId,
        /// Whether its announcement was played to the end.
        heard: bool,
    },
    /// Make a picture ready.
    Prepare(Wanted),
    /// Forget all pictures but these.
    Tidy(Vec<Slide>),
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
        /// The same moment on this program's own clock.
        last_heard: Moment,
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
    /// The call that went from the big place into the history last, and when.
    moved: Option<(VisitId, Moment)>,
    hearing: Hearing,
    /// Pictures while nobody is called.
    pub slides: Slides,
    fonts: PartStatus,
    /// When the lobby was last told how this terminal is.
    told: Moment,
}

impl App {
    /// A display that has heard nothing yet. `missing_fonts` is what the screen lacks, empty if nothing.
    pub fn new(settings: Settings, clock: Clock, size: Size, missing_fonts: String) -> (Self, Vec<Action>) {
        let layout = Layout::of(size, &settings.panel);
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
            moved: None,
            hearing: Hearing::default(),
            slides: Slides::default(),
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
            Message::Pictured(wanted, made) => {
                let is_news = self.slides.take(&wanted, made);
                if is_news { self.tell_now(now) } else { Vec::new() }
            }
            Message::IdentityRead(read) => self.identity_read(read),
        };
        let rings = self.board.advance(now);
        actions.extend(rings.into_iter().filter_map(|due| self.ring(now, due)));
        let (layout, language) = (self.layout, self.language(now));
        let slots = |call: &CallView| layout.slots(call.counter.get(language.tag()));
        let picture = self.board.picture(now, Room { slots: layout.rows, of: &slots });
        if picture != self.picture {
            let left = self.picture.big.as_ref().map(|big| big.shown.visit());
            let is_first = |visit: &VisitId| picture.rows.first().is_some_and(|row| row.call.visit == *visit);
            if let Some(visit) = left.filter(is_first) {
                self.moved = Some((visit, now));
            }
            self.picture = picture;
            self.pictured = now;
        }
        actions.extend(self.wanted_picture(now));
        actions
    }

    fn wanted_picture(&mut self, now: Moment) -> Option<Action> {
        let room = self.room_for_slides(now)?;
        self.slides.wanted(now, self.settings.slides.seconds_each, room).map(Action::Prepare)
    }

    /// Whether calls are in the picture that nobody was told of: frames are to be watched.
    pub fn awaits_frame(&self) -> bool {
        self.screen == Screen::Board && self.unacknowledged().next().is_some()
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
                let is_snapshot = matches!(event, DisplayEvent::Snapshot { .. });
                self.board.fold(now, event);
                let mut actions = Vec::new();
                if is_snapshot && let Some(facts) = self.board.facts() {
                    actions
                        .extend(self.slides.set(&facts.slides).then(|| Action::Tidy(facts.slides.clone())));
                }
                if sounded && self.board.interrupted().is_some() {
                    self.hearing.clear();
                    actions.push(Action::Silence);
                }
                actions
            }
            Followed::Link(Link::Connected) => {
                self.link = LinkState::Up;
                // It was refused for a while only, and goes on where it was.
                if self.board.facts().is_some() && matches!(self.screen, Screen::Enrol { refused: true, .. })
                {
                    self.screen = Screen::Board;
                }
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
        let last_heard = match &self.link {
            LinkState::Down { last_heard, .. } => *last_heard,
            LinkState::Connecting | LinkState::Up => {
                Moment(now.0.saturating_sub(ago.to_std().unwrap_or_default()))
            }
        };
        self.link = LinkState::Down { since, last_heard };
    }

    fn sounded(&mut self, now: Moment, report: Report) -> Vec<Action> {
        match self.hearing.take(report) {
            Heard::Whole(ring) => {
                self.board.sounded(ring);
                match ring {
                    Ring::Call(call) => vec![Action::Acknowledge { call, heard: true }],
                    Ring::Withdrawal(_) => Vec::new(),
                }
            }
            Heard::Not(ring) => {
                self.board.sounded(ring);
                Vec::new()
            }
            Heard::Part => self.tell_now(now),
            Heard::Nothing => Vec::new(),
        }
    }

    /// Tells it at once. While the link is down nobody can be told; it is said again when it is back.
    fn tell_now(&mut self, now: Moment) -> Vec<Action> {
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

    fn ring(&mut self, now: Moment, due: Due) -> Option<Action> {
        let (ring, time) = (due.ring, self.time(now).with_timezone(&self.zone()).time());
        let order = self.hearing.order(&self.settings.sound, time, due);
        if order.is_none() {
            self.board.sounded(ring);
        }
        order.map(Action::Play)
    }

    fn status(&self) -> DeviceStatus {
        let mut parts = vec![self.fonts.clone()];
        let unmet: Vec<String> = self.layout.sizes().iter().filter_map(TextSize::fault).collect();
        parts.push(part("panel", unmet.join("; ")));
        parts.extend(self.hearing.parts(&self.settings));
        parts.extend(self.slides.part().filter(|_| self.settings.slides.on));
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

/// How a part is: it works where nothing is to be said about it.
fn part(part: &str, detail: String) -> PartStatus {
    PartStatus { part: part.to_owned(), works: detail.is_empty(), detail }
}

#[cfg(test)]
mod tests;

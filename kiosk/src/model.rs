//! The kiosk as a whole, without any device: a message and the time go in, actions come out.

mod alone;
mod aloud;
mod answers;
mod company;
mod interruption;
mod keys;
mod link;
mod navigation;
mod orders;
mod patience;
pub mod staff;
mod status;
mod wedge;

use crate::action::{Action, Answer, Attempt, AttemptId};
use crate::aids::Aids;
use crate::context::{Context, Now, Words};
use crate::device::{camera, printer, reader, sound};
use crate::hearing::Speech;
use crate::screen::out_of_service::{OutOfService, Outage};
use crate::screen::{self, Screen};
use crate::tones::Nearness;
use chrono_tz::Tz;
use foyer_client::{Followed, Link};
use foyer_domain::Timestamp;
use foyer_domain::code::KeyRing;
use foyer_domain::id::VisitId;
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_look::Look;
use foyer_protocol::lobby::{DeviceStatus, KioskEvent, KioskSnapshot};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use iced::{Color, Size, keyboard};
use status::{is_event, look};
use std::time::Duration;
use wedge::Wedge;

/// Until the lobby has told the office's zone.
const ZONE_AT_START: Tz = chrono_tz::Europe::Berlin;

/// What happened.
#[derive(Debug, Clone)]
#[expect(clippy::large_enum_variant, reason = "messages are moved once and never kept")]
pub enum Message {
    /// On the screen.
    Screen(screen::Message),
    /// "Ja, mehr Zeit".
    Stay,
    /// "Nein, fertig".
    Leave,
    /// A finger or a pointer went down anywhere.
    Touched,
    /// A key of a keyboard went down.
    Typed(keyboard::Event),
    /// The focus is on the key with these words now.
    Focused(String),
    /// Time has passed.
    Ticked,
    /// The window has this size now.
    Resized(Size),
    /// From the lobby's stream.
    Followed(Box<Followed<KioskEvent>>),
    /// The kiosk cannot work, or not yet.
    Down(Outage),
    /// From the camera.
    Camera(camera::State),
    /// From the camera's picture.
    Sighted(Sighted),
    /// A live picture.
    Pictured(screen::welcome::Picture),
    /// From the printer.
    Printer(printer::State),
    /// From the code reader, if there is one.
    Reader(reader::State),
    /// From the loudspeaker.
    Sound(sound::State),
    /// The lobby has answered, or it could not be asked.
    Answered {
        /// Which attempt.
        id: AttemptId,
        /// The request's key; `None` when nothing was sent.
        nonce: Option<Nonce>,
        /// The answer; `None` when it could not be had.
        answer: Option<Answer>,
    },
    /// What the lobby told before the program's last end.
    Recalled(Box<KioskSnapshot>),
    /// How this terminal stands that may have to work alone.
    StandsAlone(alone::State),
    /// Handing over has ended for now; how the terminal stands since, if that could be read.
    HandedOver(Option<alone::State>),
    /// Staff want what was given alone on paper.
    PrintAlone,
    /// What concerns staff.
    Staff(staff::Message),
    /// The printer is done with a copy that staff ordered from elsewhere.
    Ordered {
        /// Which order.
        order: Nonce,
        /// Whose ticket.
        visit: VisitId,
        /// What became of it.
        outcome: printer::Outcome,
    },
    /// The printer is done with a ticket.
    Printed {
        /// Whose.
        visit: VisitId,
        /// What became of it.
        outcome: printer::Outcome,
    },
}

/// What the scanner sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sighted {
    /// A code, newly presented, first seen then.
    Code {
        /// Its text, untrimmed.
        text: String,
        /// When it was first seen.
        at: Timestamp,
    },
    /// A code that a reader other than the camera has read.
    Read {
        /// Its text, untrimmed; some readers eat a space at the end.
        text: String,
        /// When its first character came.
        at: Timestamp,
    },
    /// More than one code at once.
    Several,
    /// Something that may be a code and cannot be read.
    Candidate,
    /// How near that is to where it can be read; told several times a second.
    Near(Nearness),
    /// Nothing any more.
    Gone,
}

/// What does not change while the program runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The languages that are offered, the first one by itself.
    pub languages: Vec<Language>,
    /// The panel's diagonal.
    pub diagonal_inch: f32,
    /// Who hears what is said, and which keys belong to it.
    pub speech: Speech,
    /// The office's own words on the paper of every ticket.
    pub printed: Vec<Localized>,
    /// Whether this program runs on a demo's clock.
    pub demo_clock: bool,
    /// What staff type to enrol this terminal.
    pub enrol_command: String,
    /// The lobby's host and port.
    pub server: String,
}

/// The kiosk.
#[derive(Debug)]
pub struct Model {
    settings: Settings,
    look: Look,
    size: Size,
    now: Now,
    language: Language,
    /// Whether the citizen chose it: then a booking's language changes nothing.
    is_language_chosen: bool,
    screen: Screen,
    link: Option<Link>,
    snapshot: Option<Box<KioskSnapshot>>,
    /// What the lobby's clock showed when it was last heard, and this terminal's.
    heard: Option<(Timestamp, Now)>,
    keys: KeyRing,
    camera: camera::State,
    printer: printer::State,
    /// `None` where there is none, or it has not said how it is.
    reader: Option<reader::State>,
    sound: sound::State,
    /// The last utterance.
    uttered: u64,
    aloud: aloud::Aloud,
    aids: Aids,
    wedge: Wedge,
    /// The tickets of the people who stand here, once they have asked to show another code.
    company: Vec<TicketNumber>,
    /// The last touch, code or answer; whoever stands here was active then.
    active: Duration,
    attempts: u64,
    /// What the lobby is still asked, though the screen may have moved on to say what the terminal knows.
    pending: Option<Attempt>,
    reported: Option<DeviceStatus>,
    /// When it was last told how the parts are, in steady time.
    reported_at: Duration,
    /// How this terminal stands that may have to work alone; `None` until that is known.
    alone: Option<alone::State>,
    handing_over: alone::HandingOver,
    /// Why it cannot work, or not yet.
    down: Option<Outage>,
    staff: staff::State,
    preview: Option<camera::PreviewSize>,
    /// Papers that staff ordered from elsewhere.
    orders: orders::Orders,
    /// Counts the screens.
    turn: u64,
}

impl Model {
    /// A kiosk that has just begun.
    pub fn new(settings: Settings, size: Size, now: Now) -> Self {
        let language = settings.languages.first().copied().unwrap_or_default();
        let look = look(&settings, size, None, Aids::default());
        Self {
            settings,
            look,
            size,
            now,
            language,
            is_language_chosen: false,
            screen: Screen::OutOfService(OutOfService::new(Outage::Starting)),
            link: None,
            snapshot: None,
            heard: None,
            keys: KeyRing::default(),
            camera: camera::State::Starting,
            printer: printer::State::Starting,
            reader: None,
            sound: sound::State::default(),
            uttered: 0,
            aloud: aloud::Aloud::default(),
            aids: Aids::default(),
            wedge: Wedge::default(),
            company: Vec::new(),
            active: now.steady,
            attempts: 0,
            pending: None,
            reported: None,
            reported_at: Duration::ZERO,
            alone: None,
            handing_over: alone::HandingOver::default(),
            down: Some(Outage::Starting),
            staff: staff::State::default(),
            preview: None,
            orders: orders::Orders::default(),
            turn: 0,
        }
    }

    /// What follows from a message at this time.
    pub fn update(&mut self, now: Now, message: Message) -> Vec<Action> {
        if self.is_talking() {
            // Nothing goes on by itself while speech talks.
            self.active += now.steady.saturating_sub(self.now.steady);
        }
        self.now = now;
        let mut actions = Vec::new();
        // These come many times a second and change neither the parts nor the size of the picture.
        let is_frequent = matches!(message, Message::Pictured(_) | Message::Ticked);
        let is_picture = matches!(message, Message::Pictured(_));
        match message {
            Message::Screen(message) => {
                if !is_event(&message) {
                    self.active = now.steady;
                    self.hush(&mut actions);
                }
                self.on_screen(message, &mut actions);
            }
            Message::Stay => self.active = now.steady,
            // While it asks, only an answer counts: the question must not vanish under the finger.
            Message::Touched if self.is_asking() => {}
            Message::Touched => {
                self.active = now.steady;
                self.hush(&mut actions);
            }
            Message::Leave => self.end_visit(&mut actions),
            Message::Typed(event) => self.on_key(&event, &mut actions),
            Message::Focused(label) => self.on_focused(label, &mut actions),
            Message::Ticked => self.on_tick(&mut actions),
            Message::Resized(size) => {
                self.size = size;
                self.renew_look();
            }
            Message::Followed(followed) => self.on_lobby(*followed, &mut actions),
            Message::Down(outage) => self.go_down(outage, &mut actions),
            Message::Camera(state) => {
                self.camera = state.clone();
                self.on_welcome(screen::welcome::Message::CameraChanged(state), &mut actions);
            }
            Message::Sighted(sighted) => self.on_sight(sighted, &mut actions),
            Message::Pictured(picture) => self.on_picture(picture, &mut actions),
            Message::Printer(state) => self.printer = state,
            Message::Reader(state) => self.reader = Some(state),
            Message::Sound(state) => self.sound = state,
            Message::Answered { id, nonce, answer } => self.on_answer(id, nonce, answer, &mut actions),
            Message::Recalled(snapshot) => self.on_recalled(snapshot, &mut actions),
            Message::StandsAlone(state) => self.on_stands_alone(state, &mut actions),
            Message::HandedOver(state) => self.on_handed_over(state, &mut actions),
            Message::PrintAlone => actions.push(Action::PrintAlone),
            Message::Staff(message) => self.on_staff(message, &mut actions),
            Message::Ordered { order, visit, outcome } => {
                self.on_ordered(order, visit, outcome, &mut actions);
            }
            Message::Printed { visit, outcome } => self.on_printed(visit, outcome, &mut actions),
        }
        if !is_picture {
            self.tell_screen(&mut actions);
        }
        if !is_frequent || !actions.is_empty() {
            self.report_status(&mut actions);
            self.want_preview(&mut actions);
        }
        self.renew_staff_page();
        actions
    }

    /// What stands on the panel.
    pub fn screen(&self) -> &Screen {
        &self.screen
    }

    /// The theme of the window.
    pub fn look(&self) -> Look {
        self.look
    }

    /// The texts of a ticket that is printed now.
    pub fn words(&self) -> Words {
        let zone = self.snapshot.as_ref().map_or(ZONE_AT_START, |snapshot| snapshot.office.time_zone);
        Words { language: self.language, zone, aloud: false }
    }

    /// Whether the lobby does not accept this terminal.
    pub fn is_refused(&self) -> bool {
        matches!(self.link, Some(Link::Refused { .. }))
    }

    /// Whether the lobby's stream is up.
    pub fn is_linked(&self) -> bool {
        self.link == Some(Link::Connected)
    }

    /// The window's ground.
    ///
    /// The renderer draws anew only where something has changed, line box by line box; what hangs out of a tight
    /// line would stay behind from the last screen. A ground that differs in nothing that can be seen makes it
    /// draw all of a new screen.
    pub fn ground(&self) -> Color {
        let ground = self.look.palette.ground;
        if self.turn % 2 == 1 { Color { r: ground.r * 0.9999, ..ground } } else { ground }
    }

    /// What the lobby has told, once it has.
    pub fn snapshot(&self) -> Option<&KioskSnapshot> {
        self.snapshot.as_deref()
    }

    /// What views may see.
    pub fn context(&self) -> Context<'_> {
        let snapshot = self.snapshot.as_deref();
        let lost_since = match &self.link {
            Some(Link::Disconnected { since } | Link::Refused { since, .. }) => Some(*since),
            Some(Link::Connected) | None => None,
        };
        let time_left = self.patience().map(|patience| {
            let left = patience.saturating_sub(self.idle());
            left.as_secs_f32() / patience.as_secs_f32()
        });
        Context {
            look: self.look,
            size: self.size,
            words: self.words(),
            office: snapshot.map(|snapshot| &snapshot.office),
            walk_in: snapshot.and_then(|snapshot| snapshot.walk_in),
            services: snapshot.map_or(&[], |snapshot| &snapshot.services),
            broadcast: snapshot.and_then(|snapshot| snapshot.house.broadcast(self.now.at)),
            now: self.now,
            demo_clock: self.settings.demo_clock || snapshot.is_some_and(|snapshot| snapshot.demo_clock),
            lost_since,
            time_left,
            lit: matches!(&self.screen, Screen::Checking(checking) if checking.is_lit()),
            diagonal_inch: self.settings.diagonal_inch,
            aids: self.aids,
            reads_aloud: self.is_read_aloud(),
            can_speak: self.can_speak(),
            languages: &self.settings.languages,
            company: &self.company,
            has_printer: self.printer != printer::State::Absent,
            printed: &self.settings.printed,
        }
    }

    fn renew_look(&mut self) {
        let accent = self.snapshot.as_ref().and_then(|snapshot| snapshot.office.accent.clone());
        self.look = look(&self.settings, self.size, accent.as_deref(), self.aids);
    }
}

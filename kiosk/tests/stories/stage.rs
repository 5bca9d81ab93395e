//! A kiosk on a stage: an office, a clock that the story moves, devices that say what the story says.

use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_domain::Timestamp;
use foyer_domain::code::{KeyState, PublicKey, SigningKey};
use foyer_domain::engine::OfficeCard;
use foyer_domain::estimate::Span;
use foyer_domain::id::{BookingId, VisitId};
use foyer_domain::office::{Direction, Localized, Office};
use foyer_domain::ticket::TicketNumber;
use foyer_domain::visit::{VisitState, Wishes};
use foyer_kiosk::action::{Action, Answer, Attempt};
use foyer_kiosk::context::Now;
use foyer_kiosk::device::{camera, printer, sound};
use foyer_kiosk::hearing::{Listeners, Speech};
use foyer_kiosk::model::staff::Setup;
use foyer_kiosk::model::{Message, Model, Settings, Sighted};
use foyer_kiosk::speech::Utterance;
use foyer_kiosk::{screen, view};
use foyer_look::fonts;
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, House, KioskEvent, KioskSnapshot, ServiceWait, TicketAnswer, TicketReply,
    TicketView,
};
use foyer_protocol::nonce::Nonce;
use foyer_text::Language;
use iced::{Size, keyboard};
use iced_test::Simulator;
use iced_test::core::Settings as TestSettings;
use std::path::Path;
use std::time::Duration;

pub const UPRIGHT: Size = Size::new(1080.0, 1920.0);
/// What the office itself has on its paper.
pub const OWN_WORDS: &str = "Bitte stellen Sie Ihr Handy leise.";
pub const WIDE: Size = Size::new(1920.0, 1080.0);

/// 23 November 2026, 09:50 in Berlin.
pub fn start() -> Timestamp {
    "2026-11-23T08:50:00Z".parse().unwrap()
}

/// 10:00 in Berlin.
pub fn ten() -> Timestamp {
    "2026-11-23T09:00:00Z".parse().unwrap()
}

pub struct Stage {
    pub model: Model,
    pub now: Now,
    pub actions: Vec<Action>,
    key: SigningKey,
}

impl Stage {
    /// A kiosk that stands in the office and is connected, in this language.
    pub fn open(language: Language, size: Size, diagonal_inch: f32) -> Self {
        Self::begun(Self::closed(language, size, diagonal_inch))
    }

    fn begun(mut stage: Self) -> Self {
        stage.happens(Message::Followed(Box::new(Followed::Link(Link::Connected))));
        let snapshot = Box::new(stage.snapshot());
        stage.follows(KioskEvent::Snapshot { snapshot });
        stage.happens(Message::Camera(camera::State::Works));
        stage.happens(Message::Printer(printer::State::Ready));
        stage.actions.clear();
        stage
    }

    /// A kiosk whose speech comes out of a headset.
    pub fn with_headset(language: Language) -> Self {
        let speech = Speech { output: Listeners::Headset, ..Speech::default() };
        Self::begun(Self::closed_with(language, UPRIGHT, 32.0, speech))
    }

    /// The same, with what staff have set up.
    pub fn with_staff(self, setup: Setup) -> Self {
        Self { model: self.model.with_staff(setup), ..self }
    }

    /// A kiosk that has only begun.
    pub fn closed(language: Language, size: Size, diagonal_inch: f32) -> Self {
        Self::closed_with(language, size, diagonal_inch, Speech::default())
    }

    fn closed_with(language: Language, size: Size, diagonal_inch: f32, speech: Speech) -> Self {
        let other = Language::ALL.iter().copied().filter(|other| *other != language);
        let settings = Settings {
            languages: std::iter::once(language).chain(other).collect(),
            diagonal_inch,
            speech,
            printed: vec![Localized::german(OWN_WORDS)],
            demo_clock: false,
            enrol_command: "foyer-kiosk --config /etc/foyer/kiosk.toml enrol CODE".to_owned(),
            server: "127.0.0.1:8480".to_owned(),
        };
        let now = Now { at: start(), steady: Duration::ZERO };
        let key = SigningKey::from_bytes([7; 32], 1);
        Self { model: Model::new(settings, size, now), now, actions: Vec::new(), key }
    }

    pub fn office() -> Office {
        foyer_protocol::program::parse(include_str!("office.toml"), Path::new("office.toml")).unwrap()
    }

    pub fn snapshot(&self) -> KioskSnapshot {
        KioskSnapshot {
            now: self.now.at,
            demo_clock: false,
            device_name: "Terminal 1".to_owned(),
            office: Self::office(),
            keys: vec![PublicKey { state: KeyState::Active, ..self.key.public() }],
            offices: vec![OfficeCard {
                number: 8,
                name: "Bürgerbüro Nord".to_owned(),
                address: "Am Markt 12, 12347 Musterstadt".to_owned(),
            }],
            list_key: String::new(),
            walk_in: Some(Span { from_minutes: 10, to_minutes: 15 }),
            services: vec![ServiceWait {
                service: "ausweis".into(),
                wait: Some(Span { from_minutes: 15, to_minutes: 25 }),
                ahead: 4,
            }],
            house: House::default(),
            outages: Vec::new(),
            staff_pauses: Vec::new(),
        }
    }

    /// A genuine code of an office for a start.
    pub fn code(&self, office: u16, start: Timestamp) -> String {
        self.key.sign(office, booking(), start).unwrap()
    }

    pub fn happens(&mut self, message: Message) {
        self.actions.extend(self.model.update(self.now, message));
    }

    pub fn follows(&mut self, event: KioskEvent) {
        self.happens(Message::Followed(Box::new(Followed::Event { id: None, event })));
    }

    /// Time passes, as the driver tells it.
    pub fn passes(&mut self, seconds: f64) {
        self.now.steady += Duration::from_secs_f64(seconds);
        self.now.at += TimeDelta::milliseconds((seconds * 1000.0) as i64);
        self.happens(Message::Ticked);
    }

    /// A code is held before the camera.
    pub fn shows(&mut self, text: &str) {
        let at = self.now.at;
        self.happens(Message::Sighted(Sighted::Code { text: text.to_owned(), at }));
    }

    /// The attempt that the kiosk last asked the lobby for.
    pub fn asked(&self) -> Attempt {
        let asked = self.actions.iter().rev().find_map(|action| match action {
            Action::Ask(attempt) => Some(attempt.clone()),
            _ => None,
        });
        asked.expect("the lobby was asked")
    }

    pub fn prints(&self) -> usize {
        self.actions.iter().filter(|action| matches!(action, Action::Print(_))).count()
    }

    /// The lobby answers the last question.
    pub fn answers(&mut self, answer: CheckInAnswer) {
        let reply = CheckInReply { now: self.now.at, language: None, answer };
        self.replies(Some(Answer::CheckIn(reply)));
    }

    /// The same, for a booking that was made in this language.
    pub fn answers_in(&mut self, language: &str, answer: CheckInAnswer) {
        let language = Some(language.to_owned());
        self.replies(Some(Answer::CheckIn(CheckInReply { now: self.now.at, language, answer })));
    }

    pub fn answers_ticket(&mut self, answer: TicketAnswer) {
        let reply = TicketReply { now: self.now.at, answer };
        self.replies(Some(Answer::Ticket(reply)));
    }

    pub fn replies(&mut self, answer: Option<Answer>) {
        let id = self.asked().id;
        self.happens(Message::Answered { id, nonce: Some(nonce()), answer });
    }

    /// A finger presses the key with this text, and the panel is drawn before and after, as in real life.
    pub fn presses(&mut self, label: &str) {
        let mut ui = self.ui();
        ui.click(label).unwrap_or_else(|error| panic!("{error}; there is: {:?}", texts(&mut self.ui())));
        let messages: Vec<Message> = ui.into_messages().collect();
        assert!(!messages.is_empty(), "`{label}` does nothing");
        for message in messages {
            self.happens(message);
        }
    }

    /// A key of the keyboard goes down.
    pub fn key(&mut self, key: keyboard::Key) {
        // As people type; a reader is quicker.
        self.now.steady += Duration::from_millis(200);
        self.types_quickly(key);
    }

    /// A key goes down right after the one before.
    pub fn types_quickly(&mut self, key: keyboard::Key) {
        let text = match &key {
            keyboard::Key::Character(sign) => Some(sign.clone()),
            _ => None,
        };
        self.happens(Message::Typed(keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: keyboard::Location::Standard,
            modifiers: keyboard::Modifiers::empty(),
            text,
            repeat: false,
        }));
    }

    /// There is a loudspeaker and a voice.
    pub fn can_speak(&mut self) {
        let state = sound::State { has_device: Some(true), has_voice: Some(true), ended: 0 };
        self.happens(Message::Sound(state));
    }

    /// What was said last.
    pub fn said(&self) -> Option<&Utterance> {
        self.actions.iter().rev().find_map(|action| match action {
            Action::Say(utterance) => Some(utterance),
            _ => None,
        })
    }

    /// The voice has come to the end of what it said last.
    pub fn has_said(&mut self) {
        let ended = self.said().map_or(0, |utterance| utterance.id);
        let state = sound::State { has_device: Some(true), has_voice: Some(true), ended };
        self.happens(Message::Sound(state));
    }

    /// A sign is pressed on the keypad.
    pub fn types(&mut self, sign: char) {
        let message = screen::keypad::Message::Type(sign);
        self.happens(Message::Screen(screen::Message::Keypad(message)));
    }

    pub fn ui(&self) -> Simulator<'_, Message> {
        let settings = TestSettings { default_font: fonts::REGULAR, ..TestSettings::default() };
        Simulator::with_size(settings, self.model.context().size, view::view(&self.model))
    }

    /// All texts of the screen.
    pub fn texts(&self) -> Vec<String> {
        let plain =
            |text: String| text.replace('\u{a0}', " ").replace('\u{2060}', "").replace('\u{2011}', "-");
        texts(&mut self.ui()).into_iter().map(|text| plain(text.0)).collect()
    }

    #[track_caller]
    pub fn sees(&self, wanted: &str) {
        let texts = self.texts();
        assert!(texts.iter().any(|text| text.contains(wanted)), "no “{wanted}” in {texts:#?}");
    }

    #[track_caller]
    pub fn sees_no(&self, unwanted: &str) {
        let texts = self.texts();
        assert!(!texts.iter().any(|text| text.contains(unwanted)), "“{unwanted}” in {texts:#?}");
    }
}

/// The texts of a screen and where they stand.
pub fn texts(ui: &mut Simulator<'_, Message>) -> Vec<(String, iced::Rectangle)> {
    let mut found = Vec::new();
    let collect = |candidate: iced_test::selector::Candidate<'_>| -> Option<()> {
        if let iced_test::selector::Candidate::Text { content, bounds, .. } = candidate {
            found.push((content.to_owned(), bounds));
        }
        None
    };
    let _ = ui.find(collect);
    found
}

pub fn booking() -> BookingId {
    BookingId::new(0x0000_1234_5678_9abc).unwrap()
}

pub fn nonce() -> Nonce {
    Nonce("6f9619ff-8b86-4011-b42d-00c04fc964ff".parse().unwrap())
}

pub fn number(text: &str) -> TicketNumber {
    TicketNumber::try_from(text.to_owned()).unwrap()
}

pub fn ticket() -> TicketView {
    TicketView {
        visit: VisitId(17),
        number: TicketNumber::try_from("A017".to_owned()).unwrap(),
        also: Vec::new(),
        alone: false,
        together: Vec::new(),
        wishes: Wishes::default(),
        state: VisitState::Waiting,
        area: Stage::office().areas[0].name.clone(),
        way: Stage::office().areas[0].way.clone(),
        direction: Some(Direction::Right),
        start: Some(ten()),
        services: Vec::new(),
        estimate: Some(Span { from_minutes: 5, to_minutes: 10 }),
        counter: None,
        phone_url: Some(
            "https://termine.musterstadt.example/t/6f9619ff-8b86-d011-b42d-00c04fc964ff".to_owned(),
        ),
        issued_at: start(),
    }
}

pub fn counter() -> Localized {
    Stage::office().counters[0].name.clone()
}

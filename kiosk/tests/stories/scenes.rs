//! What the kiosk can show, each with a name for its picture.

use crate::stage::{self, Stage, start, ten};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_domain::engine::OfficeCard;
use foyer_domain::engine::PrintOutcome;
use foyer_domain::estimate::Span;
use foyer_domain::office::{Localized, Office, WalkInHours};
use foyer_domain::visit::{VisitState, Wishes};
use foyer_kiosk::device::camera::{self, PreviewSize, Quad, Spot, Trouble};
use foyer_kiosk::device::printer::{Outcome, Reason};
use foyer_kiosk::model::{Message, Sighted};
use foyer_kiosk::screen;
use foyer_kiosk::screen::help::Message as Help;
use foyer_kiosk::screen::out_of_service::Outage;
use foyer_kiosk::screen::welcome::{Picture, aim_size};
use foyer_protocol::lobby::KioskEvent;
use foyer_protocol::lobby::{CheckInAnswer, LateOffer, TicketAnswer, TicketView};
use foyer_protocol::problem::Problem;
use std::collections::BTreeMap;

/// A name and what leads to it.
pub type Scene = (&'static str, fn(&mut Stage));

/// All of them.
pub fn scenes() -> Vec<Scene> {
    let mut all: Vec<Scene> = vec![
        ("welcome", |stage| picture(stage, None)),
        ("welcome-seen", |stage| picture(stage, Some(quad()))),
        ("welcome-starting", |_| {}),
        ("welcome-closer", |stage| candidate(stage, 4.0)),
        ("welcome-type", |stage| candidate(stage, 9.0)),
        ("welcome-one-only", |stage| {
            picture(stage, None);
            stage.happens(Message::Sighted(Sighted::Several));
        }),
        ("welcome-no-camera", |stage| {
            stage.happens(Message::Camera(camera::State::Trouble(Trouble::NotFound)));
        }),
        ("welcome-link-lost", |stage| {
            picture(stage, None);
            let since = start();
            stage.passes(125.0);
            stage.happens(Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
        }),
        ("checking", |stage| {
            stage.shows(&stage.code(7, ten()));
            stage.passes(0.2);
        }),
        ("nothing", |stage| press(stage, "kiosk-nothing-with-me")),
        ("languages", |stage| press(stage, "kiosk-language")),
        ("keypad", |stage| press(stage, "kiosk-type-number")),
        ("keypad-half", |stage| typed(stage, "K7M4")),
        ("keypad-wrong", |stage| typed(stage, "K7M43PXX")),
        ("keypad-pin", |stage| {
            typed(stage, "482913");
            press(stage, "kiosk-keypad-send");
        }),
        ("still-there", |stage| {
            checked_in(
                stage,
                CheckInAnswer::TooEarly { opens_at: ten() - TimeDelta::minutes(15), start: ten() },
            );
            stage.passes(46.0);
        }),
    ];
    all.extend(without_appointment());
    all.extend(tickets());
    all.extend(refusals());
    all.extend(refusals_without_appointment());
    all.extend(outages());
    all.extend(aided());
    all.extend(crate::house::scenes());
    all
}

fn without_appointment() -> Vec<Scene> {
    vec![
        ("walk-in", |stage| press(stage, "kiosk-walk-in")),
        ("walk-in-chosen", |stage| {
            press(stage, "kiosk-walk-in");
            let office = Stage::office();
            let tag = stage.model.words().language.tag();
            stage.presses(office.services[0].name.get(tag));
        }),
        ("walk-in-limited", |stage| {
            office_with(stage, |office| {
                let from = chrono::NaiveTime::from_hms_opt(7, 0, 0).unwrap();
                let to = chrono::NaiveTime::from_hms_opt(8, 0, 0).unwrap();
                let weekdays = vec![chrono::Weekday::Mon, chrono::Weekday::Thu];
                office.services[0].walk_in_hours = vec![WalkInHours { weekdays, from, to }];
            });
            press(stage, "kiosk-walk-in");
            stage.presses(Stage::office().services[0].name.get(stage.model.words().language.tag()));
        }),
        ("walk-in-paused", |stage| {
            office_with(stage, |office| office.walk_in_paused = office.services[6].walk_in_message.clone());
            press(stage, "kiosk-walk-in");
        }),
        ("walk-in-search", |stage| {
            press(stage, "kiosk-walk-in");
            press(stage, "kiosk-walk-in-search");
        }),
        ("walk-in-found", |stage| {
            searched(stage, "a");
            stage.presses(Stage::office().services[0].name.get(stage.model.words().language.tag()));
        }),
        ("walk-in-not-found", |stage| searched(stage, "xyz")),
        ("walk-in-message", |stage| {
            searched(stage, "park");
            stage.presses(Stage::office().services[6].name.get(stage.model.words().language.tag()));
        }),
    ]
}

fn tickets() -> Vec<Scene> {
    vec![
        ("ticket-printing", |stage| checked_in(stage, fresh())),
        ("ticket-printed", |stage| {
            checked_in(stage, fresh());
            printed(stage, Outcome::Printed);
        }),
        ("ticket-no-paper", |stage| {
            checked_in(stage, fresh());
            printed(stage, Outcome::NotSent(Reason::PaperOut));
        }),
        ("ticket-unknown-paper", |stage| {
            checked_in(stage, fresh());
            printed(stage, Outcome::Unknown(Reason::NoAnswer));
        }),
        ("ticket-again", |stage| {
            checked_in(stage, CheckInAnswer::AlreadyCheckedIn { ticket: stage::ticket() });
        }),
        ("ticket-back", |stage| checked_in(stage, CheckInAnswer::BackInQueue { ticket: stage::ticket() })),
        ("ticket-called", |stage| {
            let ticket =
                TicketView { state: VisitState::Called, counter: Some(stage::counter()), ..stage::ticket() };
            checked_in(stage, CheckInAnswer::AlreadyCheckedIn { ticket });
        }),
        ("ticket-together", |stage| {
            checked_in(stage, fresh());
            press(stage, "kiosk-ticket-another");
            let ticket = TicketView { number: stage::number("A018"), ..stage::ticket() };
            checked_in(stage, CheckInAnswer::CheckedIn { ticket });
        }),
        ("welcome-another", |stage| {
            checked_in(stage, fresh());
            press(stage, "kiosk-ticket-another");
            picture(stage, None);
        }),
        ("wishes", |stage| {
            checked_in(stage, fresh());
            press(stage, "kiosk-wish-open");
        }),
        ("wishes-both", |stage| {
            checked_in(stage, fresh());
            press(stage, "kiosk-wish-open");
            press(stage, "kiosk-wish-pick-up");
            press(stage, "kiosk-wish-more-time");
        }),
        ("ticket-wished", |stage| {
            let wishes = Wishes { pick_up: true, more_time: true, interpreter: true };
            let together = vec![stage::number("A018"), stage::number("A019")];
            let ticket = TicketView { wishes, together, ..stage::ticket() };
            checked_in(stage, CheckInAnswer::AlreadyCheckedIn { ticket });
        }),
        ("ticket-no-phone", |stage| {
            let ticket = TicketView { phone_url: None, estimate: None, ..stage::ticket() };
            checked_in(stage, CheckInAnswer::CheckedIn { ticket });
            printed(stage, Outcome::Printed);
        }),
    ]
}

fn refusals() -> Vec<Scene> {
    vec![
        ("refusal-unreadable", |stage| stage.shows("https://www.bahn.de/ticket/4711")),
        ("refusal-unknown", |stage| checked_in(stage, CheckInAnswer::Unknown)),
        ("refusal-unknown-number", |stage| {
            typed(stage, short_code().as_str());
            press(stage, "kiosk-keypad-send");
            stage.answers(CheckInAnswer::Unknown);
        }),
        ("refusal-locked", |stage| {
            let until = start() + TimeDelta::seconds(60);
            checked_in(stage, CheckInAnswer::KeypadLocked { until });
        }),
        ("refusal-wrong-office", |stage| {
            let office = OfficeCard {
                number: 8,
                name: "Bürgerbüro Nord".to_owned(),
                address: "Am Markt 12, 12347 Musterstadt".to_owned(),
            };
            checked_in(stage, CheckInAnswer::WrongOffice { office: Some(office), start: ten() });
        }),
        ("refusal-wrong-office-unknown", |stage| {
            checked_in(stage, CheckInAnswer::WrongOffice { office: None, start: ten() });
        }),
        ("refusal-cancelled", |stage| checked_in(stage, CheckInAnswer::Cancelled { start: ten() })),
        ("refusal-moved", |stage| {
            checked_in(stage, CheckInAnswer::Moved { start: ten() + TimeDelta::days(2) });
        }),
        ("refusal-moved-today", |stage| {
            checked_in(stage, CheckInAnswer::Moved { start: ten() + TimeDelta::hours(4) });
        }),
        ("refusal-finished", |stage| {
            checked_in(stage, CheckInAnswer::Finished { number: stage::ticket().number });
        }),
        ("refusal-wrong-day", |stage| {
            checked_in(stage, CheckInAnswer::WrongDay { start: ten() + TimeDelta::days(2) });
        }),
        ("refusal-past-day", |stage| {
            checked_in(stage, CheckInAnswer::WrongDay { start: ten() - TimeDelta::days(2) });
        }),
        ("refusal-too-early", |stage| {
            let opens_at = ten() + TimeDelta::minutes(45);
            checked_in(stage, CheckInAnswer::TooEarly { opens_at, start: ten() + TimeDelta::hours(1) });
        }),
        ("refusal-too-late", |stage| too_late(stage, None)),
        ("refusal-too-late-offer", |stage| {
            let estimate = Span { from_minutes: 35, to_minutes: 45 };
            too_late(stage, Some(LateOffer { booking: stage::booking(), estimate }));
        }),
        ("refusal-not-confirmed", |stage| checked_in(stage, CheckInAnswer::NotConfirmed { start: ten() })),
        ("refusal-office-closed", |stage| {
            let reason = Localized(BTreeMap::from([
                ("de".to_owned(), "Personalversammlung. Bitte buchen Sie einen neuen Termin.".to_owned()),
                ("en".to_owned(), "Staff meeting. Please book a new appointment.".to_owned()),
            ]));
            checked_in(stage, CheckInAnswer::OfficeClosed { reason, holiday: None, start: ten() });
        }),
        ("refusal-queue-full", |stage| checked_in(stage, CheckInAnswer::QueueFull)),
        ("refusal-no-answer", |stage| {
            stage.shows(&stage.code(7, ten()));
            stage.passes(2.5);
        }),
    ]
}

fn refusals_without_appointment() -> Vec<Scene> {
    vec![
        ("refusal-walk-in-full", |stage| {
            walk_in(stage, TicketAnswer::QueueFull { opens_at: Some(ten() + TimeDelta::hours(22)) });
        }),
        ("refusal-walk-in-closed", |stage| {
            walk_in(stage, TicketAnswer::Closed { opens_at: Some(ten() + TimeDelta::hours(2)) });
        }),
        ("refusal-walk-in-not-now", |stage| {
            walk_in(stage, TicketAnswer::NotNow { opens_at: Some(ten() + TimeDelta::days(1)) });
        }),
        ("refusal-walk-in-paused", |stage| {
            let text = Stage::office().services[6].walk_in_message.clone().unwrap();
            walk_in(stage, TicketAnswer::Paused { text });
        }),
        ("refusal-walk-in-not-offered", |stage| walk_in(stage, TicketAnswer::NotOffered)),
    ]
}

fn outages() -> Vec<Scene> {
    let down: [Scene; 4] = [
        ("out-starting", |stage| stage.happens(Message::Down(Outage::Starting))),
        ("out-bad-start", |stage| {
            let reason = "the configuration `/etc/foyer/kiosk.toml` is wrong: TOML parse error at line 12, \
                          column 1: unknown field `pannel`, expected one of `demo`, `languages`, `clock`";
            stage.happens(Message::Down(Outage::BadStart(reason.to_owned())));
        }),
        ("out-not-enrolled", |stage| {
            let command = "foyer-kiosk --config /etc/foyer/kiosk.toml enrol CODE".to_owned();
            stage.happens(Message::Down(Outage::NotEnrolled { command }));
        }),
        ("out-no-lobby", |stage| {
            let server = "lobby.musterstadt.example:8480".to_owned();
            stage.happens(Message::Down(Outage::NoLobby { server }));
        }),
    ];
    let mut all = Vec::from(down);
    all.push(("out-refused", |stage| {
        let problem = Problem::new(401, "not_enrolled", "unknown token");
        let link = Link::Refused { since: start(), problem };
        stage.happens(Message::Followed(Box::new(Followed::Link(link))));
    }));
    all
}

/// With the aids, and with what they do to other screens.
fn aided() -> Vec<Scene> {
    vec![
        ("help", |stage| help(stage, &[])),
        ("help-all-on", |stage| {
            stage.can_speak();
            help(stage, &[Help::Speak, Help::Enlarge, Help::Wait, Help::Wait, Help::Lower]);
        }),
        ("large-welcome", |stage| {
            aids(stage, &[Help::Enlarge, Help::Enlarge]);
            picture(stage, None);
        }),
        ("large-keypad-wrong", |stage| {
            aids(stage, &[Help::Enlarge, Help::Enlarge]);
            typed(stage, "K7M43PXX");
        }),
        ("large-walk-in", |stage| {
            aids(stage, &[Help::Enlarge]);
            press(stage, "kiosk-walk-in");
        }),
        ("large-ticket", |stage| {
            aids(stage, &[Help::Enlarge, Help::Enlarge]);
            checked_in(stage, fresh());
            printed(stage, Outcome::Printed);
        }),
        ("large-too-late", |stage| {
            aids(stage, &[Help::Enlarge, Help::Enlarge]);
            let closed_at = ten() + TimeDelta::minutes(15);
            checked_in(stage, CheckInAnswer::TooLate { closed_at, start: ten(), offer: None });
        }),
        ("low-welcome", |stage| {
            aids(stage, &[Help::Lower]);
            picture(stage, Some(quad()));
        }),
        ("low-languages", |stage| {
            aids(stage, &[Help::Lower]);
            press(stage, "kiosk-language");
        }),
        ("low-keypad", |stage| {
            aids(stage, &[Help::Lower]);
            typed(stage, "482913");
            press(stage, "kiosk-keypad-send");
        }),
        ("low-walk-in", |stage| {
            aids(stage, &[Help::Lower]);
            press(stage, "kiosk-walk-in");
        }),
        ("low-ticket", |stage| {
            aids(stage, &[Help::Lower]);
            checked_in(stage, fresh());
            printed(stage, Outcome::Printed);
        }),
        ("low-large-refusal", |stage| {
            aids(stage, &[Help::Lower, Help::Enlarge, Help::Enlarge]);
            checked_in(stage, CheckInAnswer::Moved { start: ten() + TimeDelta::days(2) });
        }),
    ]
}

/// The aids with these pressed.
pub fn help(stage: &mut Stage, presses: &[Help]) {
    stage.happens(Message::Screen(screen::Message::Welcome(screen::welcome::Message::Help)));
    for press in presses {
        stage.happens(Message::Screen(screen::Message::Help(*press)));
    }
}

/// Back on the welcome with these set.
pub fn aids(stage: &mut Stage, presses: &[Help]) {
    help(stage, presses);
    stage.happens(Message::Screen(screen::Message::Help(Help::GoBack)));
}

fn short_code() -> foyer_domain::short_code::ShortCode {
    foyer_domain::short_code::ShortCode::from_random(4_711)
}

fn fresh() -> CheckInAnswer {
    CheckInAnswer::CheckedIn { ticket: stage::ticket() }
}

fn checked_in(stage: &mut Stage, answer: CheckInAnswer) {
    stage.shows(&stage.code(7, ten()));
    stage.answers(answer);
}

fn printed(stage: &mut Stage, outcome: Outcome) {
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome });
    assert!(matches!(
        outcome.for_report().outcome,
        PrintOutcome::Printed | PrintOutcome::NotSent | PrintOutcome::Unknown
    ));
    stage.passes(10.0);
}

fn too_late(stage: &mut Stage, offer: Option<LateOffer>) {
    stage.passes(25.0 * 60.0 + 12.0);
    let closed_at = ten() + TimeDelta::minutes(15);
    checked_in(stage, CheckInAnswer::TooLate { closed_at, start: ten(), offer });
}

fn walk_in(stage: &mut Stage, answer: TicketAnswer) {
    press(stage, "kiosk-walk-in");
    let office = Stage::office();
    stage.presses(office.services[1].name.get(stage.model.words().language.tag()));
    press(stage, "kiosk-walk-in-take");
    stage.answers_ticket(answer);
}

fn searched(stage: &mut Stage, letters: &str) {
    press(stage, "kiosk-walk-in");
    press(stage, "kiosk-walk-in-search");
    for letter in letters.chars() {
        let message = screen::walk_in::Message::Type(letter);
        stage.happens(Message::Screen(screen::Message::WalkIn(message)));
    }
}

/// The same office with something else about it.
fn office_with(stage: &mut Stage, change: impl FnOnce(&mut Office)) {
    let mut snapshot = stage.snapshot();
    change(&mut snapshot.office);
    stage.follows(KioskEvent::Snapshot { snapshot: Box::new(snapshot) });
}

pub fn press(stage: &mut Stage, id: &str) {
    let label = stage.model.words().say(id);
    stage.presses(&label);
}

fn typed(stage: &mut Stage, signs: &str) {
    press(stage, "kiosk-type-number");
    for sign in signs.chars() {
        stage.types(sign);
    }
}

fn candidate(stage: &mut Stage, seconds: f64) {
    picture(stage, None);
    stage.happens(Message::Sighted(Sighted::Candidate));
    stage.passes(seconds);
}

fn quad() -> Quad {
    let spot = |x, y| Spot { x, y };
    Quad([spot(300.0, 150.0), spot(560.0, 160.0), spot(550.0, 420.0), spot(290.0, 400.0)])
}

/// A live picture: soft shapes, and something like a code where the quad is.
fn picture(stage: &mut Stage, code: Option<Quad>) {
    picture_of(stage, aim_size(&stage.model.context().lowered()), code);
}

pub fn picture_of(stage: &mut Stage, size: PreviewSize, code: Option<Quad>) {
    let (width, height) = (u32::from(size.width), u32::from(size.height));
    let mut rgba = Vec::with_capacity((width * height * 4) as usize);
    for y in 0..height {
        for x in 0..width {
            let inside = code.is_some_and(|quad| quad.contains(Spot { x: x as f32, y: y as f32 }));
            let module = ((x / 9) ^ (y / 9) ^ ((x / 9) * (y / 9) / 5)) & 1;
            let wave = ((x as f32 / 90.0).sin() + (y as f32 / 120.0).cos()) * 24.0;
            let gray = if inside { (module * 210 + 30) as u8 } else { (130.0 + wave) as u8 };
            rgba.extend([gray, gray, gray, 0xff]);
        }
    }
    let handle = iced::widget::image::Handle::from_rgba(width, height, rgba);
    stage.happens(Message::Pictured(Picture { handle, code }));
}

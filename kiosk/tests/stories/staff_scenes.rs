//! What only staff see, each with a name for its picture.

use crate::scenes::{Scene, picture_of, press};
use crate::stage::{self, Stage, ten};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_kiosk::action::{Action, StaffAction};
use foyer_kiosk::alone;
use foyer_kiosk::device::printer::{self, Outcome, Reason};
use foyer_kiosk::kept::Kept;
use foyer_kiosk::model::staff::{Message, Setup};
use foyer_kiosk::model::{self, Sighted};
use foyer_kiosk::screen::staff::{About, Tab};
use foyer_kiosk::screen::{self, refusal, staff};
use foyer_kiosk::staff::{Access, CodeHash, Pin, PinHash};
use foyer_protocol::lobby::CheckInAnswer;
use std::sync::LazyLock;

pub const CODE: &str = "FOYER-STAFF:000102030405060708090A0B0C0D0E0F";

/// Hashing takes its time on purpose.
static PIN: LazyLock<PinHash> = LazyLock::new(|| Pin::typed("472913").hash());

pub fn setup() -> Setup {
    Setup {
        access: Access { pin: Some(PIN.clone()), code: Some(CodeHash::of(CODE)) },
        kept: Kept::default(),
        about: About {
            version: "0.1.0".to_owned(),
            protocol: "1".to_owned(),
            system: "Debian GNU/Linux 12 (bookworm), 6.1.0-21-amd64".to_owned(),
            config: "/etc/foyer/kiosk.toml".to_owned(),
        },
    }
}

/// The stage's kiosk with a PIN and a code.
pub fn set_up(stage: &mut Stage) {
    set_up_with(stage, setup().access);
}

fn set_up_with(stage: &mut Stage, access: Access) {
    let begun = std::mem::replace(stage, Stage::closed(stage.model.words().language, stage::UPRIGHT, 32.0));
    *stage = begun.with_staff(Setup { access, ..setup() });
}

pub fn happens(stage: &mut Stage, message: Message) {
    stage.happens(model::Message::Staff(message));
}

/// The office's name is held down for so long.
pub fn hold_corner(stage: &mut Stage, seconds: f64) {
    happens(stage, Message::CornerPressed);
    stage.passes(seconds);
    happens(stage, Message::Released);
}

/// The digits are typed and sent; the comparison's number.
pub fn send_pin(stage: &mut Stage, digits: &str) -> Option<u64> {
    for digit in digits.chars() {
        let typed = screen::staff_door::Message::Type(digit);
        stage.happens(model::Message::Screen(screen::Message::StaffDoor(typed)));
    }
    let sent = screen::staff_door::Message::Send;
    stage.actions.clear();
    stage.happens(model::Message::Screen(screen::Message::StaffDoor(sent)));
    stage.actions.iter().find_map(|action| match action {
        Action::Staff(StaffAction::CheckPin { id, .. }) => Some(*id),
        _ => None,
    })
}

pub fn open(stage: &mut Stage) {
    set_up(stage);
    let at = stage.now.at;
    stage.happens(model::Message::Sighted(Sighted::Code { text: CODE.to_owned(), at }));
}

pub fn turn(stage: &mut Stage, tab: Tab) {
    stage.happens(model::Message::Screen(screen::Message::Staff(staff::Message::Turn(tab))));
}

fn alone() -> alone::State {
    alone::State {
        list_made_at: Some(stage::start() - TimeDelta::minutes(8)),
        bookings: 143,
        numbers_left: 397,
        given: 12,
        handed_over: 5,
        refused: 2,
        doubt: Some(alone::Doubt::Jumped),
        ..alone::State::default()
    }
}

fn refuse_many(stage: &mut Stage) {
    for code in 0..24 {
        let at = stage.now.at;
        stage.happens(model::Message::Sighted(Sighted::Code {
            text: format!("https://x.example/{code}"),
            at,
        }));
        stage.passes(7.0);
        stage.shows(&stage.code(7, ten()));
        stage.answers(CheckInAnswer::NotConfirmed { start: ten() });
    }
}

pub fn staff_scenes() -> Vec<Scene> {
    [doors(), pages()].concat()
}

fn doors() -> Vec<Scene> {
    vec![
        ("staff-door-none", |stage| {
            set_up_with(stage, Access::default());
            hold_corner(stage, 3.1);
        }),
        ("staff-door", |stage| {
            set_up(stage);
            hold_corner(stage, 3.1);
        }),
        ("staff-door-code-alone", |stage| {
            set_up_with(stage, Access { pin: None, ..setup().access });
            hold_corner(stage, 3.1);
        }),
        ("staff-door-wrong", |stage| {
            set_up(stage);
            hold_corner(stage, 3.1);
            let id = send_pin(stage, "111111").unwrap();
            happens(stage, Message::PinChecked { id, right: false });
        }),
        ("staff-door-locked", |stage| {
            set_up(stage);
            hold_corner(stage, 3.1);
            for _ in 0..5 {
                let id = send_pin(stage, "111111").unwrap();
                happens(stage, Message::PinChecked { id, right: false });
            }
        }),
    ]
}

fn pages() -> Vec<Scene> {
    vec![
        ("staff-camera", |stage| {
            open(stage);
            let size = staff::picture_size(&stage.model.context());
            picture_of(stage, size, None);
            happens(stage, Message::FramesCounted(15));
            happens(stage, Message::ReadIn(23));
            stage.happens(model::Message::Sighted(Sighted::Candidate));
            stage.passes(1.0);
        }),
        ("staff-printer", |stage| {
            stage.shows(&stage.code(7, ten()));
            stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
            open(stage);
            stage.happens(model::Message::Printer(printer::State::NearEnd));
            turn(stage, Tab::Printer);
        }),
        ("staff-printer-trouble", |stage| {
            open(stage);
            stage.happens(model::Message::Printer(printer::State::Trouble(Reason::CoverOpen)));
            turn(stage, Tab::Printer);
            press(stage, "kiosk-staff-print-test");
            happens(stage, Message::Printed(Outcome::Unknown(Reason::Interrupted)));
        }),
        ("staff-links", |stage| {
            open(stage);
            stage.happens(model::Message::StandsAlone(alone()));
            turn(stage, Tab::Links);
        }),
        ("staff-links-lost", |stage| {
            open(stage);
            stage.passes(130.0);
            let since = stage::start();
            stage.happens(model::Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
            turn(stage, Tab::Links);
        }),
        ("staff-refusals-none", |stage| {
            open(stage);
            turn(stage, Tab::Refusals);
        }),
        ("staff-refusals", |stage| {
            refuse_many(stage);
            let id = refusal::Reason::FOR_STAFF[15];
            open(stage);
            let at = stage::start() - TimeDelta::days(1);
            happens(stage, Message::Recalled(vec![staff::Refused { at, reason: id }]));
            turn(stage, Tab::Refusals);
        }),
        ("staff-service", |stage| {
            open(stage);
            turn(stage, Tab::Service);
        }),
        ("staff-service-out", |stage| {
            open(stage);
            turn(stage, Tab::Service);
            press(stage, "kiosk-staff-take-out");
            happens(stage, Message::Kept(false));
        }),
        ("staff-about", |stage| {
            open(stage);
            turn(stage, Tab::About);
        }),
        ("staff-out-of-service", |stage| {
            open(stage);
            turn(stage, Tab::Service);
            press(stage, "kiosk-staff-take-out");
            press(stage, "kiosk-done");
        }),
    ]
}

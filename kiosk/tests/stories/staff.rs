//! The staff page: who comes in, what its keys do, when it closes, and what outlasts a restart.

use crate::staff_scenes::{CODE, happens, hold_corner, open, send_pin, set_up, setup, turn};
use crate::stage::{self, Stage, UPRIGHT, start, ten};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_kiosk::action::{Action, StaffAction};
use foyer_kiosk::device::printer::{Outcome, Reason};
use foyer_kiosk::kept::Kept;
use foyer_kiosk::model::staff::{Message, Setup};
use foyer_kiosk::model::{self, Sighted};
use foyer_kiosk::screen::out_of_service::Outage;
use foyer_kiosk::screen::staff::{Refused, Tab};
use foyer_kiosk::screen::{Screen, refusal};
use foyer_kiosk::staff::Access;
use foyer_kiosk::times;
use foyer_protocol::lobby::{CheckInAnswer, KioskEvent};
use foyer_text::Language;

fn german() -> Stage {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    set_up(&mut stage);
    stage
}

fn at_the_page() -> Stage {
    let mut stage = german();
    open(&mut stage);
    assert!(is_open(&stage));
    stage
}

fn is_open(stage: &Stage) -> bool {
    matches!(stage.model.screen(), Screen::Staff(_))
}

fn is_at_door(stage: &Stage) -> bool {
    matches!(stage.model.screen(), Screen::StaffDoor(_))
}

fn is_welcome(stage: &Stage) -> bool {
    matches!(stage.model.screen(), Screen::Welcome(_))
}

fn is_out_by_staff(stage: &Stage) -> bool {
    matches!(stage.model.screen(), Screen::OutOfService(screen) if screen.outage == Outage::ByStaff)
}

fn kept(stage: &Stage) -> Vec<Kept> {
    let kept = stage.actions.iter().filter_map(|action| match action {
        Action::Staff(StaffAction::Keep(kept)) => Some(*kept),
        _ => None,
    });
    kept.collect()
}

fn wrong_pin(stage: &mut Stage) {
    let id = send_pin(stage, "999999").unwrap();
    happens(stage, Message::PinChecked { id, right: false });
}

#[test]
fn only_a_long_press_comes_to_the_door_and_only_the_right_pin_comes_in() {
    let mut stage = german();
    hold_corner(&mut stage, 2.5);
    stage.passes(5.0);
    assert!(is_welcome(&stage), "let go too early");
    hold_corner(&mut stage, 3.1);
    assert!(is_at_door(&stage));
    let id = send_pin(&mut stage, "999999").unwrap();
    stage.sees("Die PIN wird geprüft");
    assert_eq!(send_pin(&mut stage, "472913"), None, "one after the other");
    happens(&mut stage, Message::PinChecked { id: id + 7, right: true });
    assert!(is_at_door(&stage), "an answer to something else");
    happens(&mut stage, Message::PinChecked { id, right: false });
    stage.sees("Diese PIN stimmt nicht");
    let id = send_pin(&mut stage, "472913").unwrap();
    happens(&mut stage, Message::PinChecked { id, right: true });
    assert!(is_open(&stage));
}

#[test]
fn a_pin_is_shown_to_nobody_and_a_short_one_is_not_sent() {
    let mut stage = german();
    hold_corner(&mut stage, 3.1);
    assert_eq!(send_pin(&mut stage, "47291"), None);
    assert!(!stage.texts().iter().any(|text| text.contains("47291")), "{:?}", stage.texts());
    send_pin(&mut stage, "3").unwrap();
    assert!(!format!("{:?}", stage.actions).contains("472913"));
}

#[test]
fn five_wrong_pins_lock_the_door_for_a_minute_also_who_leaves_between() {
    let mut stage = german();
    for _ in 0..5 {
        hold_corner(&mut stage, 3.1);
        let id = send_pin(&mut stage, "999999").unwrap();
        stage.presses("Zurück");
        assert!(is_welcome(&stage));
        happens(&mut stage, Message::PinChecked { id, right: false });
    }
    hold_corner(&mut stage, 3.1);
    stage.sees("Zu viele falsche PINs");
    assert_eq!(send_pin(&mut stage, "472913"), None, "not even the right one");
    let told = stage.actions.iter().any(|action| matches!(action, Action::ReportStatus(_)));
    assert!(!told, "the lobby was told when it happened, not now");
    for _ in 0..3 {
        stage.passes(20.0);
        stage.happens(model::Message::Touched);
    }
    stage.sees_no("Zu viele falsche PINs");
    let id = send_pin(&mut stage, "").unwrap();
    happens(&mut stage, Message::PinChecked { id, right: true });
    assert!(is_open(&stage));
}

#[test]
fn four_wrong_pins_and_a_pause_lock_nothing() {
    let mut stage = german();
    hold_corner(&mut stage, 3.1);
    (0..4).for_each(|_| wrong_pin(&mut stage));
    for _ in 0..6 {
        stage.passes(20.5);
        stage.happens(model::Message::Touched);
    }
    wrong_pin(&mut stage);
    assert!(send_pin(&mut stage, "472913").is_some());
}

#[test]
fn a_locked_door_is_told_to_the_desks() {
    let mut stage = german();
    stage.happens(model::Message::Followed(Box::new(Followed::Link(Link::Connected))));
    hold_corner(&mut stage, 3.1);
    (0..5).for_each(|_| wrong_pin(&mut stage));
    let told = stage.actions.iter().find_map(|action| match action {
        Action::ReportStatus(status) => status.parts.iter().find(|part| part.part == "staff"),
        _ => None,
    });
    assert!(told.is_some_and(|part| !part.works && part.detail.contains("Fünf falsche PINs")), "{told:?}");
}

#[test]
fn the_staff_code_opens_from_every_screen_and_goes_nowhere_else() {
    for screen in ["", "Terminnummer eintippen", "Ohne Termin", "Ich habe nichts dabei"] {
        let mut stage = german();
        if !screen.is_empty() {
            stage.presses(screen);
        }
        stage.shows(CODE);
        assert!(is_open(&stage), "from “{screen}”");
        assert!(!format!("{:?}", stage.actions).contains("0A0B0C"), "{:?}", stage.actions);
    }
    let mut stage = german();
    let at = stage.now.at;
    stage.happens(model::Message::Sighted(Sighted::Read { text: CODE.to_owned(), at }));
    assert!(is_open(&stage), "by a reader");
}

#[test]
fn another_staff_code_opens_nothing_and_is_kept_nowhere() {
    let mut stage = german();
    stage.shows(&CODE.replace("0E0F", "0E0E"));
    stage.shows(&CODE.replace("0A0B", "0B0A"));
    assert!(is_welcome(&stage));
    assert!(!stage.actions.iter().any(|action| matches!(action, Action::Ask(_))));
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.shows(CODE);
    assert!(is_welcome(&stage), "no code was set up");
}

#[test]
fn while_the_lobby_is_asked_nothing_opens() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.shows(CODE);
    hold_corner(&mut stage, 3.1);
    assert!(!is_open(&stage));
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.shows(CODE);
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    stage.sees("A\u{202f}017");
}

#[test]
fn door_and_page_close_by_themselves_and_no_citizen_is_checked_in_meanwhile() {
    let mut stage = german();
    hold_corner(&mut stage, 3.1);
    stage.passes(times::STAFF_DOOR.as_secs_f64() + 0.1);
    assert!(is_welcome(&stage));
    let mut stage = at_the_page();
    stage.actions.clear();
    stage.shows(&stage.code(7, ten()));
    assert!(is_open(&stage) && !stage.actions.iter().any(|action| matches!(action, Action::Ask(_))));
    stage.passes(170.0);
    turn(&mut stage, Tab::About);
    happens(&mut stage, Message::FramesCounted(15));
    stage.passes(times::STAFF.as_secs_f64() - 1.0);
    assert!(is_open(&stage), "a touch prolongs it, the camera does not");
    stage.passes(1.1);
    assert!(is_welcome(&stage));
    let mut stage = at_the_page();
    stage.presses("Fertig");
    assert!(is_welcome(&stage));
}

#[test]
fn what_happens_to_the_link_leaves_staff_where_they_are() {
    let mut stage = at_the_page();
    let problem = foyer_protocol::problem::Problem::new(401, "not_enrolled", "unknown token");
    let refused = Link::Refused { since: start(), problem };
    stage.happens(model::Message::Followed(Box::new(Followed::Link(refused))));
    assert!(is_open(&stage));
    turn(&mut stage, Tab::Links);
    stage.sees("abgelehnt: unknown token");
    stage.presses("Fertig");
    stage.sees("außer Betrieb");
    stage.shows(CODE);
    assert!(is_open(&stage), "also out of service");
}

#[test]
fn printing_for_staff_is_told_how_it_ended() {
    let mut stage = at_the_page();
    turn(&mut stage, Tab::Printer);
    stage.actions.clear();
    stage.presses("Testmarke drucken");
    assert_eq!(stage.actions.last(), Some(&Action::Staff(StaffAction::PrintTest)));
    stage.sees("Es wird gedruckt");
    happens(&mut stage, Message::Printed(Outcome::NotSent(Reason::PaperOut)));
    stage.sees("Nicht gedruckt.");
    stage.presses("Liste „Ohne Verbindung“ drucken");
    assert_eq!(stage.actions.last(), Some(&Action::PrintAlone));
    happens(&mut stage, Message::Printed(Outcome::Printed));
    stage.sees("Gedruckt.");
    stage.sees("seit dem Start keine");
}

#[test]
fn the_last_ticket_is_printed_again_as_a_copy() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    stage.shows(CODE);
    turn(&mut stage, Tab::Printer);
    stage.sees("A\u{202f}017");
    stage.presses("Letzte Wartemarke als Kopie");
    let copies = stage.actions.iter().filter_map(|action| match action {
        Action::Print(job) if job.copy => Some((job.ticket.number, job.attempt)),
        _ => None,
    });
    assert_eq!(copies.collect::<Vec<_>>(), [(stage::ticket().number, None)]);
    stage.happens(model::Message::Printed { visit: stage::ticket().visit, outcome: Outcome::Printed });
    stage.sees("Gedruckt.");
}

#[test]
fn the_volume_goes_in_steps_between_its_ends_and_is_kept() {
    let mut stage = at_the_page();
    turn(&mut stage, Tab::Service);
    stage.presses("Lauter");
    assert_eq!((stage.model.volume(), kept(&stage).last().unwrap().volume), (7, 7));
    for _ in 0..9 {
        let louder = foyer_kiosk::screen::staff::Message::Louder;
        stage.happens(model::Message::Screen(foyer_kiosk::screen::Message::Staff(louder)));
    }
    assert_eq!(stage.model.volume(), 10);
    stage.sees("10 von 10");
    for _ in 0..12 {
        let quieter = foyer_kiosk::screen::staff::Message::Quieter;
        stage.happens(model::Message::Screen(foyer_kiosk::screen::Message::Staff(quieter)));
    }
    assert_eq!(stage.model.volume(), 0);
    happens(&mut stage, Message::Kept(false));
    stage.sees("ließ sich nicht speichern");
}

#[test]
fn out_of_service_is_said_to_citizens_and_desks_and_outlasts_a_restart() {
    let mut stage = at_the_page();
    turn(&mut stage, Tab::Service);
    stage.presses("Außer Betrieb nehmen");
    let out = kept(&stage).pop().unwrap();
    assert!(out.out_of_service);
    let told = stage.actions.iter().rev().find_map(|action| match action {
        Action::ReportStatus(status) => status.parts.iter().find(|part| part.part == "service"),
        _ => None,
    });
    assert!(told.is_some_and(|part| !part.works), "{told:?}");
    stage.presses("Fertig");
    assert!(is_out_by_staff(&stage));
    stage.sees("Dieses Terminal ist gerade außer Betrieb");
    stage.sees("Vom Personal außer Betrieb genommen");
    stage.shows(&stage.code(7, ten()));
    assert!(is_out_by_staff(&stage), "nobody is checked in");

    let again = Setup { kept: out, ..setup() };
    let mut stage = Stage::closed(Language::German, UPRIGHT, 32.0).with_staff(again);
    assert!(is_out_by_staff(&stage), "after a restart");
    stage.happens(model::Message::Followed(Box::new(Followed::Link(Link::Connected))));
    let snapshot = Box::new(stage.snapshot());
    stage.follows(KioskEvent::Snapshot { snapshot });
    assert!(is_out_by_staff(&stage), "also when the lobby speaks");
    stage.shows(CODE);
    turn(&mut stage, Tab::Service);
    stage.presses("In Betrieb nehmen");
    assert!(!kept(&stage).pop().unwrap().out_of_service);
    stage.presses("Fertig");
    assert!(is_welcome(&stage));
}

#[test]
fn a_terminal_whose_page_nobody_can_open_any_more_works() {
    let kept = Kept { out_of_service: true, ..Kept::default() };
    let closed = Setup { kept, access: Access::default(), ..setup() };
    let stage = Stage::open(Language::German, UPRIGHT, 32.0).with_staff(closed);
    assert!(is_welcome(&stage));
}

#[test]
fn refusals_are_listed_newest_first_without_anything_personal() {
    let mut stage = german();
    let before = Refused { at: start() - TimeDelta::hours(2), reason: refusal::Reason::FOR_STAFF[8] };
    stage.shows("https://www.bahn.de/ticket/4711");
    let noted = stage.actions.iter().any(|action| {
        matches!(action, Action::Staff(StaffAction::NoteRefusal { reason, .. }) if reason.ends_with("unreadable"))
    });
    assert!(noted, "for the journal");
    happens(&mut stage, Message::Recalled(vec![before]));
    stage.passes(5.0);
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::Cancelled { start: ten() });
    stage.shows(CODE);
    turn(&mut stage, Tab::Refusals);
    let texts = stage.texts();
    let place = |wanted: &str| texts.iter().position(|text| text.contains(wanted)).unwrap();
    assert!(place("Termin abgesagt") < place("Fremder QR-Code"), "{texts:#?}");
    assert!(place("Fremder QR-Code") < place("Zu früh"), "{texts:#?}");
    assert!(!texts.iter().any(|text| text.contains("bahn") || text.contains("F1:")), "{texts:#?}");
}

#[test]
fn the_camera_page_counts_and_never_says_what_was_read() {
    let mut stage = german();
    stage.shows("https://www.bahn.de/ticket/4711");
    stage.happens(model::Message::Sighted(Sighted::Gone));
    stage.happens(model::Message::Sighted(Sighted::Candidate));
    stage.happens(model::Message::Sighted(Sighted::Gone));
    stage.shows(CODE);
    happens(&mut stage, Message::FramesCounted(14));
    happens(&mut stage, Message::ReadIn(31));
    for wanted in ["14 je Sekunde", "in 31 ms gelesen"] {
        stage.sees(wanted);
    }
    let texts = stage.texts();
    let after = |label: &str| texts[texts.iter().position(|text| text == label).unwrap() + 1].clone();
    assert_eq!((after("Gelesen, letzte Minute"), after("Gesehen, nicht gelesen")), ("2".into(), "1".into()));
    assert!(stage.actions.iter().rev().any(|action| matches!(action, Action::Preview(Some(_)))));
    stage.passes(61.0);
    stage.sees("0");
    assert!(!stage.texts().iter().any(|text| text.contains("bahn") || text.contains("FOYER-STAFF")));
}

#[test]
fn a_ticket_given_alone_gets_the_code_that_was_held_up_on_its_paper() {
    let mut stage = german();
    let code = stage.code(7, ten());
    stage.shows(&code);
    let visit = foyer_domain::id::VisitId::alone(3);
    let alone = foyer_protocol::lobby::TicketView { alone: true, phone_url: None, visit, ..stage::ticket() };
    stage.answers(CheckInAnswer::CheckedIn { ticket: alone });
    let printed = stage.actions.iter().find_map(|action| match action {
        Action::Print(job) => job.code.clone(),
        _ => None,
    });
    assert_eq!(printed, Some(code));
    stage.actions.clear();
    stage.happens(model::Message::Printed { visit, outcome: Outcome::Printed });
    assert!(stage.actions.contains(&Action::LookAlone), "the paper is told with the hand-over");
    assert!(!stage.actions.iter().any(|action| matches!(action, Action::ReportPrint { .. })));
}

#[test]
fn a_disk_that_takes_nothing_is_told_to_the_desks_and_on_the_page_until_it_does() {
    let mut stage = german();
    let told = |stage: &mut Stage| {
        let actions = std::mem::take(&mut stage.actions);
        let parts = actions.into_iter().rev().find_map(|action| match action {
            Action::ReportStatus(status) => Some(status.parts),
            _ => None,
        });
        parts.map(|parts| parts.iter().any(|part| part.part == "journal" && !part.works))
    };
    stage.shows(&stage.code(7, ten()));
    let id = stage.asked().id;
    stage.happens(model::Message::Answered { id, nonce: None, answer: None });
    assert_eq!(told(&mut stage), Some(true));
    stage.sees("Ihr QR-Code ist gültig");
    stage.shows(CODE);
    turn(&mut stage, Tab::Links);
    stage.sees("kann nichts auf seine Festplatte schreiben");
    stage.presses("Fertig");
    stage.actions.clear();
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::CheckedIn { ticket: stage::ticket() });
    assert_eq!(told(&mut stage), Some(false));
}

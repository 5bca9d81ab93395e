//! What happens, in order, and what must not.

use crate::stage::{self, Stage, UPRIGHT, start, ten};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_domain::engine::PrintOutcome;
use foyer_domain::estimate::Span;
use foyer_domain::short_code::ShortCode;
use foyer_kiosk::action::{Action, Answer, PrintJob, Wish};
use foyer_kiosk::device::camera::{self, Trouble};
use foyer_kiosk::device::printer::{self, Outcome, Reason};
use foyer_kiosk::model::Message;
use foyer_kiosk::screen::{self, Screen};
use foyer_protocol::lobby::{
    CheckInAnswer, CheckInReply, KioskEvent, LateOffer, Presented, TicketAnswer, TicketView,
};
use foyer_text::Language;
use iced::keyboard;
use iced_test::core::SmolStr;

fn german() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

fn too_early() -> CheckInAnswer {
    CheckInAnswer::TooEarly { opens_at: ten() - TimeDelta::minutes(15), start: ten() }
}

fn fresh() -> CheckInAnswer {
    CheckInAnswer::CheckedIn { ticket: stage::ticket() }
}

#[test]
fn a_scan_brings_the_number_and_then_the_paper() {
    let mut stage = german();
    stage.now.at += TimeDelta::milliseconds(400);
    let code = stage.code(7, ten());
    stage.shows(&code);
    let asked = stage.asked();
    assert_eq!(asked.seen_at, start(), "truncated to the second");
    assert_eq!(asked.wish, Wish::CheckIn(Presented::Scan(code)));
    assert_eq!(stage.prints(), 0, "nothing is printed before the lobby has committed the number");
    stage.answers(fresh());
    stage.sees("A\u{202f}017");
    stage.sees("Wartebereich 1, rechts");
    stage.sees("etwa 5–10 Minuten");
    stage.sees("wird gedruckt");
    let job = PrintJob {
        ticket: stage::ticket(),
        language: Language::German,
        copy: false,
        attempt: Some(stage::nonce()),
        code: None,
    };
    assert!(stage.actions.contains(&Action::Print(job)));
    assert!(stage.actions.contains(&Action::Settle(stage::nonce())));
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome: Outcome::Printed });
    stage.sees("Bitte nehmen Sie Ihre Wartemarke");
    let report = Outcome::Printed.for_report();
    assert!(stage.actions.contains(&Action::ReportPrint { visit: stage::ticket().visit, report }));
}

#[test]
fn without_paper_the_number_stays_and_the_screen_says_so() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(fresh());
    let outcome = Outcome::NotSent(Reason::PaperOut);
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome });
    stage.sees("A\u{202f}017");
    stage.sees("Bitte merken oder fotografieren Sie die Nummer");
    let told = stage.actions.iter().any(|action| {
        matches!(action, Action::ReportPrint { report, .. } if report.outcome == PrintOutcome::NotSent)
    });
    assert!(told);
}

#[test]
fn a_terminal_without_a_printer_offers_no_paper_and_troubles_nobody() {
    let mut stage = german();
    stage.happens(Message::Printer(printer::State::Absent));
    let told = stage.actions.iter().find_map(|action| match action {
        Action::ReportStatus(status) => Some(status.parts.clone()),
        _ => None,
    });
    let part = told.unwrap().into_iter().find(|part| part.part == "printer").unwrap();
    assert!(part.works && part.detail.contains("hat keinen Drucker"), "{part:?}");
    stage.actions.clear();
    stage.shows(&stage.code(7, ten()));
    stage.answers(fresh());
    stage.happens(Message::Printed {
        visit: stage::ticket().visit,
        outcome: Outcome::NotSent(Reason::Absent),
    });
    stage.sees("Bitte merken oder fotografieren Sie die Nummer");
    assert!(!stage.actions.iter().any(|action| matches!(action, Action::ReportPrint { .. })));
    // Whoever shows the code again is not offered a copy either.
    stage.presses("Fertig");
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::AlreadyCheckedIn { ticket: stage::ticket() });
    stage.sees_no("Kopie drucken");
}

#[test]
fn a_ticket_waits_for_its_paper_then_asks_and_then_goes() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(fresh());
    stage.passes(55.0);
    assert!(matches!(stage.model.screen(), Screen::Ticket(_)), "paper is on its way");
    assert!(!stage.model.is_asking());
    stage.happens(Message::Printed { visit: stage::ticket().visit, outcome: Outcome::Printed });
    stage.passes(29.0);
    stage.sees_no("Brauchen Sie noch Zeit?");
    stage.passes(2.0);
    stage.sees("Brauchen Sie noch Zeit?");
    stage.presses("Ja, mehr Zeit");
    stage.sees_no("Brauchen Sie noch Zeit?");
    stage.passes(31.0);
    stage.sees("Brauchen Sie noch Zeit?");
    stage.passes(20.0);
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
}

#[test]
fn the_question_does_not_vanish_under_the_finger_that_says_no() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(too_early());
    stage.passes(46.0);
    stage.happens(Message::Touched);
    assert!(stage.model.is_asking());
    stage.presses("Nein, fertig");
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
}

#[test]
fn a_refusal_stays_45_seconds_and_a_touch_prolongs_it() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(too_early());
    stage.passes(44.0);
    stage.happens(Message::Touched);
    stage.passes(44.0);
    assert!(!stage.model.is_asking());
    stage.passes(2.0);
    assert!(stage.model.is_asking());
}

#[test]
fn the_second_scan_prints_nothing_until_asked_and_then_once() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.answers(CheckInAnswer::AlreadyCheckedIn { ticket: stage::ticket() });
    assert_eq!(stage.prints(), 0);
    stage.sees("Sie sind schon angemeldet");
    stage.presses("Kopie drucken");
    let ticket = screen::ticket::Message::PrintCopy;
    stage.happens(Message::Screen(screen::Message::Ticket(ticket)));
    assert_eq!(stage.prints(), 1, "two presses print one copy");
    let copies = stage.actions.iter().filter(|action| matches!(action, Action::Print(job) if job.copy));
    assert_eq!(copies.count(), 1);
}

#[test]
fn a_late_answer_of_an_earlier_attempt_changes_nothing() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    let first = stage.asked().id;
    stage.passes(2.5);
    stage.sees("Das dauert gerade zu lange");
    stage.presses("Zurück");
    let reply = CheckInReply { now: stage.now.at, language: None, answer: fresh() };
    let answer = Some(Answer::CheckIn(reply));
    stage.happens(Message::Answered { id: first, nonce: Some(stage::nonce()), answer });
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
    assert_eq!(stage.prints(), 0);
    assert!(
        !stage.actions.contains(&Action::Settle(stage::nonce())),
        "the same code soon after must get the same answer, and print it"
    );
}

#[test]
fn a_late_answer_counts_while_the_citizen_still_stands_there() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    stage.passes(2.5);
    stage.sees("Ihr QR-Code ist gültig");
    stage.answers(fresh());
    stage.sees("A\u{202f}017");
    assert_eq!(stage.prints(), 1);
}

#[test]
fn trying_again_asks_for_the_same_thing_with_the_same_moment() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    let first = stage.asked();
    stage.passes(2.5);
    stage.presses("Noch einmal versuchen");
    let second = stage.asked();
    assert_ne!(first.id, second.id);
    assert_eq!((first.wish, first.seen_at), (second.wish, second.seen_at));
}

#[test]
fn without_the_lobby_the_terminal_says_what_it_knows_itself() {
    let cases = [
        (8, ten(), "Bürgerbüro Nord"),
        (7, ten() + TimeDelta::days(1), "Ihr Termin ist an einem anderen Tag"),
        (7, ten() + TimeDelta::hours(2), "Bitte melden Sie sich ab 11:45 Uhr hier an."),
        (7, ten() - TimeDelta::hours(1), "Die Anmeldezeit ist vorbei"),
        (7, ten(), "Ihr QR-Code ist gültig"),
    ];
    for (office, booked, said) in cases {
        let mut stage = german();
        stage.shows(&stage.code(office, booked));
        stage.passes(0.1);
        stage.sees_no("Einen Moment bitte");
        stage.passes(0.1);
        stage.sees("Einen Moment bitte");
        stage.passes(1.3);
        stage.sees("Einen Moment bitte");
        stage.passes(0.6);
        stage.sees(said);
        assert_eq!(stage.prints(), 0);
    }
    let mut stage = german();
    let mut forged = stage.code(7, ten());
    forged.replace_range(10..11, if &forged[10..11] == "A" { "B" } else { "A" });
    stage.shows(&forged);
    stage.passes(2.1);
    stage.sees("Dieser QR-Code gilt hier nicht");
}

#[test]
fn somebodys_train_ticket_never_leaves_the_terminal() {
    let mut stage = german();
    stage.shows("HC1:NCFOXN%TS3DH3ZSUZK");
    stage.sees("Dieser QR-Code ist nicht von uns");
    assert!(!stage.actions.iter().any(|action| matches!(action, Action::Ask(_))));
    let link = stage::ticket().phone_url.unwrap();
    stage.shows(&link);
    assert_eq!(stage.asked().wish, Wish::CheckIn(Presented::Scan(link)));
}

#[test]
fn a_new_code_replaces_what_is_shown_but_not_a_question_under_way() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    let first = stage.asked();
    stage.shows(&stage.code(7, ten() + TimeDelta::hours(3)));
    assert_eq!(stage.asked(), first, "a number could be given that nobody sees");
    stage.answers(too_early());
    let second = stage.code(7, ten() + TimeDelta::hours(3));
    stage.shows(&second);
    assert_eq!(stage.asked().wish, Wish::CheckIn(Presented::Scan(second)));
    stage.passes(0.2);
    stage.sees("Einen Moment bitte");
}

#[test]
fn a_refusal_shows_seconds_where_the_minute_would_look_wrong() {
    let mut stage = german();
    stage.passes(25.0 * 60.0 + 12.0);
    stage.shows(&stage.code(7, ten()));
    let closed_at = ten() + TimeDelta::minutes(15);
    stage.answers(CheckInAnswer::TooLate { closed_at, start: ten(), offer: None });
    stage.sees("Anmelden ging bis 10:15 Uhr.");
    stage.sees("10:15:12 Uhr");
    stage.sees("Bitte melden Sie sich an der Infotheke.");
    stage.sees_no("Ohne Termin warten");
}

#[test]
fn who_comes_too_late_takes_what_is_offered() {
    let mut stage = german();
    stage.shows(&stage.code(7, ten()));
    let offer = LateOffer { booking: stage::booking(), estimate: Span { from_minutes: 40, to_minutes: 40 } };
    let closed_at = ten() + TimeDelta::minutes(15);
    stage.answers(CheckInAnswer::TooLate { closed_at, start: ten(), offer: Some(offer) });
    stage.sees("Sie können ohne Termin warten: etwa 40 Minuten.");
    stage.presses("Ohne Termin warten");
    assert_eq!(stage.asked().wish, Wish::Late(stage::booking()));
    let ticket = TicketView { start: None, ..stage::ticket() };
    stage.answers_ticket(TicketAnswer::Opened { ticket });
    stage.sees("A\u{202f}017");
    assert_eq!(stage.prints(), 1);
}

#[test]
fn the_terminnummer_is_checked_before_it_is_sent() {
    let code = ShortCode::from_random(4_711);
    let mut wrong = code.as_str().to_owned();
    wrong.swap_range(0, 7);
    let mut stage = german();
    stage.presses("Terminnummer eintippen");
    stage.passes(3.0);
    for sign in wrong.chars() {
        stage.types(sign);
    }
    stage.sees("Ein Zeichen stimmt nicht");
    stage.presses("Anmelden");
    assert!(!stage.actions.iter().any(|action| matches!(action, Action::Ask(_))));
    for _ in 0..8 {
        stage.happens(Message::Screen(screen::Message::Keypad(screen::keypad::Message::Delete)));
    }
    for sign in code.as_str().chars() {
        stage.types(sign);
    }
    stage.passes(9.0);
    stage.presses("Anmelden");
    let asked = stage.asked();
    assert_eq!(asked.wish, Wish::CheckIn(Presented::ShortCode(code.as_str().to_owned())));
    assert_eq!(asked.seen_at, start() + TimeDelta::seconds(3), "the first sign's moment counts");
}

#[test]
fn a_pin_is_answered_with_what_to_type_instead() {
    let mut stage = german();
    stage.presses("Terminnummer eintippen");
    for sign in "104729".chars() {
        stage.types(sign);
    }
    stage.presses("Anmelden");
    stage.sees("Das ist wohl Ihre PIN");
    assert!(!stage.actions.iter().any(|action| matches!(action, Action::Ask(_))));
}

#[test]
fn a_finger_and_a_keyboard_type_the_same() {
    let mut stage = german();
    stage.presses("Terminnummer eintippen");
    stage.presses("K");
    let typed = |key: keyboard::Key, text: Option<&str>| {
        Message::Typed(keyboard::Event::KeyPressed {
            modified_key: key.clone(),
            key,
            physical_key: keyboard::key::Physical::Unidentified(keyboard::key::NativeCode::Unidentified),
            location: keyboard::Location::Standard,
            modifiers: keyboard::Modifiers::empty(),
            text: text.map(SmolStr::new),
            repeat: false,
        })
    };
    stage.happens(typed(keyboard::Key::Character("7".into()), Some("7")));
    let boxes = stage.texts().iter().filter(|text| *text == "7" || *text == "K").count();
    assert_eq!(boxes, 4, "each on its key and in its place");
    stage.happens(typed(keyboard::Key::Named(keyboard::key::Named::Tab), None));
    assert!(stage.actions.iter().any(|action| matches!(action, Action::MoveFocus(_))));
    stage.happens(typed(keyboard::Key::Named(keyboard::key::Named::Escape), None));
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
}

#[test]
fn without_an_appointment_services_are_chosen_first() {
    let mut stage = german();
    stage.presses("Ohne Termin");
    stage.sees("Wartezeit ohne Termin: etwa 10–15 Minuten");
    stage.sees_no("Trauung");
    stage.presses("Personalausweis beantragen");
    stage.presses("Reisepass beantragen");
    stage.presses("Personalausweis beantragen");
    stage.presses("Nummer nehmen");
    let Wish::WalkIn(services, language) = stage.asked().wish else { panic!("not a walk-in") };
    assert_eq!(language, Language::German, "the desk says which was spoken");
    let names: Vec<&str> = services.iter().map(|choice| choice.service.as_str()).collect();
    assert_eq!(names, ["pass"], "a second press takes it back");
    stage.answers_ticket(TicketAnswer::Closed { opens_at: Some(ten() + TimeDelta::days(1)) });
    stage.sees("Geöffnet wieder: Dienstag, 24. November 2026, 10:00 Uhr.");
}

#[test]
fn a_guest_who_leaves_takes_the_language_along() {
    let mut stage = german();
    stage.presses("Sprache · Language · لغة");
    stage.presses("English");
    stage.sees("Hold the QR code of your appointment in front of the camera");
    stage.shows(&stage.code(7, ten()));
    stage.answers(fresh());
    stage.sees("Your number");
    assert!(
        stage
            .actions
            .iter()
            .any(|action| matches!(action, Action::Print(job) if job.language == Language::English))
    );
    stage.presses("Show another QR code");
    stage.sees("Hold the next QR code in front of the camera");
    stage.passes(31.0);
    stage.sees("Handy oder Papier");
}

#[test]
fn a_lost_link_is_said_quietly_and_a_refused_one_ends_the_service() {
    let mut stage = german();
    stage.passes(180.0);
    let lost = Link::Disconnected { since: start() };
    stage.happens(Message::Followed(Box::new(Followed::Link(lost))));
    stage.sees("Keine Verbindung seit 09:50 Uhr");
    stage.sees("Handy oder Papier");
    stage.happens(Message::Followed(Box::new(Followed::Link(Link::Connected))));
    stage.sees_no("Keine Verbindung");
    let problem = foyer_protocol::problem::Problem::new(401, "not_enrolled", "unknown token");
    let refused = Link::Refused { since: start(), problem };
    stage.happens(Message::Followed(Box::new(Followed::Link(refused))));
    stage.sees("außer Betrieb");
    stage.sees("unknown token");
    let snapshot = Box::new(stage.snapshot());
    stage.follows(KioskEvent::Snapshot { snapshot });
    stage.sees("Handy oder Papier");
}

#[test]
fn the_lobby_is_told_of_the_parts_when_they_change_and_when_the_link_is_new() {
    let mut stage = german();
    let told = |stage: &mut Stage| {
        let actions = std::mem::take(&mut stage.actions);
        let parts = actions.into_iter().filter_map(|action| match action {
            Action::ReportStatus(status) => Some(status.parts),
            _ => None,
        });
        parts.map(|parts| parts.iter().map(|part| part.works).collect::<Vec<_>>()).collect::<Vec<_>>()
    };
    stage.happens(Message::Ticked);
    assert_eq!(told(&mut stage), Vec::<Vec<bool>>::new(), "nothing has changed");
    stage.happens(Message::Printer(printer::State::Trouble(Reason::PaperOut)));
    assert_eq!(told(&mut stage), [[true, false]]);
    stage.happens(Message::Camera(camera::State::Trouble(Trouble::Lost)));
    assert_eq!(told(&mut stage), [[false, false]]);
    stage.happens(Message::Followed(Box::new(Followed::Link(Link::Connected))));
    assert_eq!(told(&mut stage), [[false, false]]);
    // … and every second, so that a lobby that hears nothing knows of a kiosk that hangs.
    stage.passes(0.25);
    assert_eq!(told(&mut stage), Vec::<Vec<bool>>::new());
    stage.passes(0.75);
    assert_eq!(told(&mut stage), [[false, false]]);
    let since = stage.now.at;
    stage.happens(Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
    stage.passes(5.0);
    assert_eq!(told(&mut stage), Vec::<Vec<bool>>::new(), "nobody hears it");
}

#[test]
fn live_pictures_are_made_only_while_they_are_shown() {
    let mut stage = german();
    stage.presses("Ich habe nichts dabei");
    assert!(stage.actions.contains(&Action::Preview(None)));
    stage.sees("Bitte melden Sie sich an der Infotheke.");
    stage.presses("Zurück");
    assert!(matches!(stage.actions.last(), Some(Action::Preview(Some(_)))));
}

#[test]
fn out_of_service_ends_when_the_lobby_speaks() {
    let mut stage = Stage::closed(Language::German, UPRIGHT, 32.0);
    stage.sees("Dieses Terminal startet gerade");
    stage.shows("F1:ANYTHING");
    assert_eq!(stage.actions, []);
    let lost = Link::Disconnected { since: start() };
    stage.happens(Message::Followed(Box::new(Followed::Link(lost))));
    stage.sees("127.0.0.1:8480");
    let snapshot = Box::new(stage.snapshot());
    stage.follows(KioskEvent::Snapshot { snapshot });
    stage.sees("Bürgerbüro Mitte");
}

#[test]
fn a_demos_clock_is_marked_on_every_screen() {
    let mut stage = german();
    stage.sees_no("Vorführzeit");
    let snapshot = foyer_protocol::lobby::KioskSnapshot { demo_clock: true, ..stage.snapshot() };
    stage.follows(KioskEvent::Snapshot { snapshot: Box::new(snapshot) });
    stage.sees("Vorführzeit");
    stage.presses("Ohne Termin");
    stage.sees("Vorführzeit");
}

/// Exchanges two signs of a text.
trait SwapRange {
    fn swap_range(&mut self, a: usize, b: usize);
}

impl SwapRange for String {
    fn swap_range(&mut self, a: usize, b: usize) {
        let mut signs: Vec<char> = self.chars().collect();
        signs.swap(a, b);
        *self = signs.into_iter().collect();
    }
}

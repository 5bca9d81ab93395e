//! What holds for the whole house, at the kiosk: everything stands still, or staff tell everybody something.

use crate::scenes::Scene;
use crate::stage::{Stage, UPRIGHT, start, ten, ticket};
use chrono::TimeDelta;
use foyer_client::{Followed, Link};
use foyer_domain::engine::IntakeScope;
use foyer_domain::office::Localized;
use foyer_kiosk::action::Action;
use foyer_kiosk::model::Message;
use foyer_kiosk::screen::Screen;
use foyer_kiosk::screen::out_of_service::Outage;
use foyer_protocol::lobby::{
    Broadcast, CheckInAnswer, House, Interrupted, KioskEvent, KioskSnapshot, StaffPause,
};
use foyer_text::Language;

const OWN: &str = "Feueralarm. Bitte verlassen Sie ruhig das Haus.";

/// As long as it may be.
const LONGEST: &str = "Der Aufzug ist heute bis 14 Uhr außer Betrieb. Bitte nehmen Sie die Treppe neben der \
                       Infotheke. Wer Hilfe braucht, wendet sich an das Personal oder wartet hier im Foyer auf \
                       einer der Bänke am Fenster.";

pub fn scenes() -> Vec<Scene> {
    vec![
        ("interrupted", |stage| told(stage, still(""))),
        ("interrupted-own", |stage| told(stage, still(OWN))),
        ("welcome-told", |stage| told(stage, notice(LONGEST))),
    ]
}

fn told(stage: &mut Stage, house: House) {
    let snapshot = Box::new(KioskSnapshot { house, ..stage.snapshot() });
    stage.follows(KioskEvent::Snapshot { snapshot });
}

fn still(text: &str) -> House {
    let text = if text.is_empty() { Localized::default() } else { Localized::german(text) };
    House { interrupted: Some(Interrupted { since: start(), text }), ..House::default() }
}

fn notice(text: &str) -> House {
    let broadcast = Broadcast { text: text.to_owned(), until: start() + TimeDelta::hours(1) };
    House { broadcast: Some(broadcast), ..House::default() }
}

fn is_still(stage: &Stage) -> bool {
    let Screen::OutOfService(screen) = stage.model.screen() else { return false };
    matches!(screen.outage, Outage::Interrupted { .. })
}

#[test]
fn while_everything_stands_still_no_code_is_taken_and_afterwards_all_is_as_before() {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    told(&mut stage, still(OWN));
    stage.sees(OWN);
    let asked = stage.actions.len();
    stage.shows(&stage.code(7, ten()));
    stage.passes(300.0);
    assert!(is_still(&stage));
    assert!(!stage.actions[asked..].iter().any(|action| matches!(action, Action::Ask(_) | Action::Sound(_))));
    told(&mut stage, House::default());
    assert!(matches!(stage.model.screen(), Screen::Welcome(_)));
    stage.shows(&stage.code(7, ten()));
    stage.asked();
}

#[test]
fn whoever_is_asking_or_has_a_number_sees_the_text_at_once_and_nothing_speaks() {
    let mut stage = Stage::open(Language::English, UPRIGHT, 32.0);
    stage.shows(&stage.code(7, ten()));
    told(&mut stage, still(""));
    stage.sees("Service is interrupted");
    stage.answers(CheckInAnswer::CheckedIn { ticket: ticket() });
    assert!(is_still(&stage), "the answer is for whoever comes with the same code again");
    assert_eq!(stage.prints(), 0);

    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.can_speak();
    stage.happens(Message::Screen(foyer_kiosk::screen::Message::Welcome(
        foyer_kiosk::screen::welcome::Message::Help,
    )));
    stage.happens(Message::Screen(foyer_kiosk::screen::Message::Help(
        foyer_kiosk::screen::help::Message::Speak,
    )));
    assert!(stage.said().is_some());
    stage.actions.clear();
    told(&mut stage, still(OWN));
    assert!(stage.actions.contains(&Action::Hush), "what is just being said stops");
    assert!(stage.said().is_none(), "and nothing is said instead");
    stage.sees(OWN);
}

#[test]
fn a_kiosk_that_hears_no_lobby_keeps_standing_still_until_the_day_is_over() {
    let mut stage = Stage::closed(Language::German, UPRIGHT, 32.0);
    let snapshot = Box::new(KioskSnapshot { house: still(OWN), ..stage.snapshot() });
    stage.happens(Message::Recalled(snapshot));
    assert!(is_still(&stage), "after a start, by what the lobby told last");
    stage.passes(3_600.0);
    assert!(is_still(&stage));
    stage.passes(24.0 * 3_600.0);
    assert!(!is_still(&stage), "of yesterday");
}

/// A pause of staff ends with the day; what the office itself has closed stays closed.
#[test]
fn yesterdays_pause_of_staff_does_not_close_todays_intake_where_no_lobby_is_heard() {
    let paused = |stage: &Stage| {
        let mut snapshot = stage.snapshot();
        snapshot.office.services[0].walk_in_paused = Some(Localized::german("Ausweise nur mit Termin."));
        let area = snapshot.office.areas[0].id.clone();
        for scope in [IntakeScope::Office, IntakeScope::Area(area)] {
            let place = scope.place_in(&mut snapshot.office).unwrap();
            let usual = place.replace(Localized::german("Heute nicht mehr."));
            snapshot.staff_pauses.push(StaffPause { scope, usual });
        }
        Box::new(snapshot)
    };
    let said = |stage: &Stage| {
        let office = &stage.model.snapshot().unwrap().office;
        let area = office.areas[0].walk_in_paused.is_some();
        (office.walk_in_paused.is_some(), area, office.services[0].walk_in_paused.is_some())
    };
    let mut stage = Stage::closed(Language::German, UPRIGHT, 32.0);
    let told = paused(&stage);
    stage.happens(Message::Recalled(told.clone()));
    assert_eq!(said(&stage), (true, true, true), "on the same day it holds");
    stage.passes(24.0 * 3_600.0);
    assert_eq!(said(&stage), (false, false, true), "a day later it does not");

    let mut stage = Stage::closed(Language::German, UPRIGHT, 32.0);
    stage.now.at += TimeDelta::days(1);
    stage.happens(Message::Recalled(told.clone()));
    assert_eq!(said(&stage), (false, false, true), "nor after a start on another day");

    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    stage.follows(KioskEvent::Snapshot { snapshot: told });
    stage.passes(24.0 * 3_600.0);
    assert_eq!(said(&stage), (true, true, true), "a lobby that is heard says itself what holds");
}

/// An alarm is an alarm whatever the kiosk's own clock shows, also when the link breaks in the middle of it.
#[test]
fn a_kiosk_with_a_wrong_date_stands_still_and_takes_no_codes() {
    for off in [TimeDelta::days(-400), TimeDelta::days(1), TimeDelta::days(3)] {
        let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
        let snapshot = Box::new(KioskSnapshot { house: still(OWN), ..stage.snapshot() });
        stage.now.at += off;
        stage.follows(KioskEvent::Snapshot { snapshot });
        stage.sees(OWN);
        let asked = stage.actions.len();
        stage.shows(&stage.code(7, ten()));
        stage.passes(60.0);
        stage.sees(OWN);
        let since = stage.now.at;
        stage.happens(Message::Followed(Box::new(Followed::Link(Link::Disconnected { since }))));
        stage.passes(60.0);
        stage.now.at += TimeDelta::days(2);
        stage.passes(1.0);
        stage.shows(&stage.code(7, ten()));
        assert!(is_still(&stage), "{off}: its clock was set, the lobby's day is not over");
        let is_wrong = |action: &Action| matches!(action, Action::Ask(_) | Action::Sound(_));
        assert!(!stage.actions[asked..].iter().any(is_wrong), "{off}");
        stage.passes(24.0 * 3_600.0);
        assert!(!is_still(&stage), "{off}: of yesterday");
    }
}

#[test]
fn what_staff_tell_everybody_is_on_the_welcome_until_it_ends() {
    let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
    told(&mut stage, notice("Der Aufzug ist außer Betrieb."));
    stage.sees("Der Aufzug ist außer Betrieb.");
    stage.passes(3_599.0);
    stage.sees("Der Aufzug ist außer Betrieb.");
    stage.passes(2.0);
    stage.sees_no("Der Aufzug ist außer Betrieb.");
}

/// Alone without a list the kiosk judges by what it was told last: windows are as long as the lobby says.
#[test]
fn an_outage_lengthens_the_window_for_the_kiosks_own_judgement_too() {
    let late = |outages| {
        let mut stage = Stage::open(Language::German, UPRIGHT, 32.0);
        let snapshot = Box::new(KioskSnapshot { outages, ..stage.snapshot() });
        stage.follows(KioskEvent::Snapshot { snapshot });
        let passed = (ten() + TimeDelta::minutes(20) - stage.now.at).num_seconds();
        stage.passes(passed as f64);
        stage.shows(&stage.code(7, ten()));
        stage.replies(None);
        stage.texts().join(" ")
    };
    let out = foyer_domain::window::Interruption { from: ten(), to: ten() + TimeDelta::minutes(20) };
    assert_ne!(late(Vec::new()), late(vec![out]));
}

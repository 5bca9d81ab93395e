//! People who came together, what they wish of whoever calls, and a ticket's own code.

use crate::stage::{self, Stage, UPRIGHT, number, ten};
use foyer_domain::visit::{VisitState, WishChange, Wishes};
use foyer_kiosk::action::Action;
use foyer_kiosk::model::{Message, Sighted};
use foyer_protocol::lobby::{CheckInAnswer, TicketAnswer, TicketView};
use foyer_text::Language;

fn german() -> Stage {
    Stage::open(Language::German, UPRIGHT, 32.0)
}

fn checked_in(text: &str) -> CheckInAnswer {
    CheckInAnswer::CheckedIn { ticket: TicketView { number: number(text), ..stage::ticket() } }
}

fn scans(stage: &mut Stage, answer: CheckInAnswer) {
    stage.shows(&stage.code(7, ten()));
    stage.answers(answer);
}

fn shows_another(stage: &mut Stage) {
    let label = stage.model.words().say("kiosk-ticket-another");
    stage.presses(&label);
}

#[test]
fn the_next_code_is_linked_to_the_one_before_and_both_numbers_are_shown() {
    let mut stage = german();
    scans(&mut stage, checked_in("A017"));
    assert_eq!(stage.asked().with, None);
    shows_another(&mut stage);
    stage.sees("Halten Sie den nächsten QR-Code vor die Kamera");
    stage.sees("Zusammen mit A\u{202f}017");
    scans(&mut stage, checked_in("A018"));
    assert_eq!(stage.asked().with, Some(number("A017")));
    stage.sees("A\u{202f}018");
    stage.sees("Zusammen mit A\u{202f}017");
    shows_another(&mut stage);
    stage.presses("Ohne Termin");
    let office = Stage::office();
    stage.presses(office.services[0].name.get("de"));
    stage.presses("Nummer nehmen");
    assert_eq!(stage.asked().with, Some(number("A018")), "by whatever way the next one comes in");
    let ticket = TicketView { number: number("A019"), ..stage::ticket() };
    stage.answers_ticket(TicketAnswer::Opened { ticket });
    stage.sees("Zusammen mit A\u{202f}017, A\u{202f}018");
}

#[test]
fn whoever_steps_up_next_belongs_to_nobody() {
    let mut stage = german();
    scans(&mut stage, checked_in("A017"));
    scans(&mut stage, checked_in("A018"));
    assert_eq!(stage.asked().with, None, "nobody asked for another code");

    shows_another(&mut stage);
    stage.presses("Fertig");
    scans(&mut stage, checked_in("A019"));
    assert_eq!(stage.asked().with, None, "the last one is done");

    shows_another(&mut stage);
    stage.passes(31.0);
    stage.sees("Halten Sie den QR-Code Ihrer Terminbestätigung vor die Kamera");
    scans(&mut stage, checked_in("A020"));
    assert_eq!(stage.asked().with, None, "they have gone");

    shows_another(&mut stage);
    scans(&mut stage, checked_in("A021"));
    scans(&mut stage, checked_in("A022"));
    assert_eq!(stage.asked().with, None, "a code before an answer is the next one's");
    stage.sees_no("Zusammen mit");
}

#[test]
fn a_refusal_of_the_second_code_leads_back_to_the_same_people() {
    let mut stage = german();
    scans(&mut stage, checked_in("A017"));
    shows_another(&mut stage);
    scans(&mut stage, CheckInAnswer::Unknown);
    stage.presses("Zurück");
    stage.sees("Zusammen mit A\u{202f}017");
    stage.presses("Terminnummer eintippen");
    stage.presses("Zurück");
    scans(&mut stage, checked_in("A018"));
    assert_eq!(stage.asked().with, Some(number("A017")));
}

#[test]
fn two_codes_at_once_are_asked_for_one_after_the_other() {
    let mut stage = german();
    stage.happens(Message::Sighted(Sighted::Several));
    stage.sees("Ich sehe zwei QR-Codes. Bitte halten Sie einen nach dem anderen vor die Kamera.");
    stage.passes(5.0);
    stage.sees_no("Ich sehe zwei");
}

/// What was pressed for A 017 in turn.
fn told(stage: &Stage) -> Vec<WishChange> {
    let changes = stage.actions.iter().filter_map(|action| match action {
        Action::Wish { number: of, change } if *of == number("A017") => Some(*change),
        _ => None,
    });
    changes.collect()
}

/// What was wished for A 017 after each press, where nothing was before.
fn wished(stage: &Stage) -> Vec<Wishes> {
    let after = |wishes: &mut Wishes, change: WishChange| {
        *wishes = change.of(*wishes);
        Some(*wishes)
    };
    told(stage).into_iter().scan(Wishes::default(), after).collect()
}

#[test]
fn a_wish_is_told_shown_and_taken_back_on_the_same_screen() {
    let mut stage = german();
    scans(&mut stage, checked_in("A017"));
    stage.presses("Hilfe oder mehr Zeit");
    stage.sees("Wir speichern nur diesen Wunsch, keinen Grund.");
    assert_eq!(wished(&stage), []);
    stage.presses("Bitte holen Sie mich ab");
    stage.presses("Ich brauche mehr Zeit");
    stage.presses("Bitte holen Sie mich ab");
    stage.presses("Ich brauche jemanden, der übersetzt");
    let (pick_up, more_time) = (true, true);
    let expected = [
        Wishes { pick_up, ..Wishes::default() },
        Wishes { pick_up, more_time, interpreter: false },
        Wishes { more_time, ..Wishes::default() },
        Wishes { more_time, interpreter: true, pick_up: false },
    ];
    assert_eq!(wished(&stage), expected);
    stage.presses("Fertig");
    stage.sees("A\u{202f}017");
    stage.sees("Ich brauche mehr Zeit");
    stage.sees("jemanden, der übersetzt");
    stage.sees_no("Bitte holen Sie mich ab");
    stage.presses("Fertig");
    stage.sees("Handy oder Papier");
}

/// Each press says what it does and nothing of what else is wished: of that reception may know more by now.
#[test]
fn a_press_takes_back_what_is_seen_and_touches_nothing_else() {
    let interpreter = Wishes { interpreter: true, ..Wishes::default() };
    let (pick_up, none) = (Wishes { pick_up: true, ..Wishes::default() }, Wishes::default());
    let twice = [WishChange { adds: pick_up, takes: none }, WishChange { adds: none, takes: pick_up }];
    let (adds, takes) =
        (WishChange { adds: interpreter, takes: none }, WishChange { adds: none, takes: interpreter });
    for (wishes, last) in [(interpreter, takes), (none, adds)] {
        let mut stage = german();
        let ticket = TicketView { number: number("A017"), wishes, ..stage::ticket() };
        scans(&mut stage, CheckInAnswer::CheckedIn { ticket });
        stage.presses("Hilfe oder mehr Zeit");
        for wish in
            ["Bitte holen Sie mich ab", "Bitte holen Sie mich ab", "Ich brauche jemanden, der übersetzt"]
        {
            stage.presses(wish);
        }
        assert_eq!(told(&stage), [twice[0], twice[1], last]);
    }
}

#[test]
fn a_tickets_own_code_shows_where_it_stands_prints_again_and_brings_back() {
    let mut stage = german();
    let link = stage::ticket().phone_url.unwrap();
    let printed_before = stage.prints();
    stage.shows(&link);
    let ticket = TicketView { state: VisitState::Called, counter: Some(stage::counter()), ..stage::ticket() };
    stage.answers(CheckInAnswer::AlreadyCheckedIn { ticket });
    stage.sees("A\u{202f}017");
    stage.sees("Sie sind aufgerufen");
    stage.sees("Gehen Sie zu: Schalter");
    assert_eq!(stage.prints(), printed_before, "nothing by itself");
    stage.presses("Kopie drucken");
    let copies = stage.actions.iter().filter(|action| matches!(action, Action::Print(job) if job.copy));
    assert_eq!(copies.count(), 1);
    stage.shows(&link);
    stage.answers(CheckInAnswer::BackInQueue { ticket: stage::ticket() });
    stage.sees("Sie sind wieder in der Reihe");
    stage.shows(&link);
    stage.answers(CheckInAnswer::Finished { number: number("A017") });
    stage.sees("Ihr Besuch ist beendet");
    stage.sees("A\u{202f}017");
}

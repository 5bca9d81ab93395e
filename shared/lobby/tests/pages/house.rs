//! What a supervisor does for the whole house: everything stands still, no tickets without an appointment, a notice to
//! everybody, counters of clerks who have gone.

use crate::browser::{Browser, Form, Page};
use crate::office::Office;
use crate::story::press;
use foyer_domain::engine::{Command, Event, IntakeScope};
use foyer_domain::office::{Choice, Localized};
use foyer_domain::visit::{Actor, VisitState};
use foyer_lobby::staff::Role;
use foyer_protocol::nonce::Nonce;

/// The office, with texts for everybody.
async fn with_texts(office: &Office) {
    let mut known = office.lobby.state().office().unwrap().clone();
    known.revision += 1;
    known.texts =
        vec![Choice { id: "fire".into(), name: Localized::german("Bitte verlassen Sie <das Haus>.") }];
    office.lobby.ask(Actor::Booking, None, Command::AdoptOffice(Box::new(known))).await.unwrap();
}

async fn supervisor(office: &Office) -> Browser {
    office.person("Rea", Role::Supervisor).await
}

async fn pressed(browser: &Browser, what: &str, fields: &[(&str, &str)]) -> Page {
    let form = browser.get("/room").await.form("do", what);
    let form = fields.iter().fold(form, |form, (name, value)| form.with(name, value));
    browser.fetch(&form).await
}

#[tokio::test]
async fn nobody_but_a_supervisor_does_anything_for_the_whole_house() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    for what in ["interrupt", "go_on", "pause", "resume", "tell", "untell", "open", "close"] {
        let nonce = Nonce::random().to_string();
        let form = Form::new("/room/house").with("do", what).with("nonce", &nonce).with("scope", "office");
        assert_eq!(kim.send(&form).await.status, 403, "{what}");
    }
    let state = office.lobby.state();
    assert!(state.standstill().is_none() && state.intake_pauses().is_empty());
    assert_eq!(office.lobby.broadcasts().told(), None);
    office.close().await;
}

#[tokio::test]
async fn one_press_stops_everything_and_another_goes_on_in_the_same_order() {
    let office = Office::open().await;
    with_texts(&office).await;
    let (kim, rea) = (office.clerk("Kim").await, supervisor(&office).await);
    let three = kim.take("3").await;
    let visits = [office.walk_in().await, office.walk_in().await];
    press(&kim, &three, "next").await;
    let order = office.lobby.state().waiting_in_order(office.lobby.clock().now());
    rea.get("/room").await.says("Das ist keine Alarmanlage");
    let mut desk = kim.follow(&format!("{three}/stream")).await;
    let page = pressed(&rea, "interrupt", &[("text", "fire")]).await;
    page.says("Auf den Bildschirmen steht: Bitte verlassen Sie &#60;das Haus&#62;.");
    desk.until("Alles ist unterbrochen seit 10:00 Uhr.").await;
    let state = office.lobby.state();
    assert_eq!(state.visit(visits[0]).unwrap().state, VisitState::Waiting, "the call is withdrawn");
    let next = kim.fetch(&kim.get(&three).await.form("do", "next")).await;
    assert_eq!(next.status, 409);
    next.says("Alles ist unterbrochen. Es geht weiter, sobald die Aufsicht „Weiter“ drückt.");
    let unknown = pressed(&rea, "pause", &[("scope", "office"), ("text", "no such")]).await;
    assert_eq!(unknown.status, 409);

    let page = pressed(&rea, "go_on", &[]).await;
    assert_eq!(page.status, 200);
    page.does_not_say("Alles ist unterbrochen seit");
    desk.until("voraussichtlich A\u{202f}001").await;
    let state = office.lobby.state();
    assert!(state.standstill().is_none());
    let after = state.waiting_in_order(office.lobby.clock().now());
    assert_eq!(after, [&visits[..1], &order[..]].concat(), "as before, and the first is not passed");
    office.close().await;
}

#[tokio::test]
async fn without_tickets_for_others_whoever_is_booked_still_checks_in() {
    let office = Office::open().await;
    with_texts(&office).await;
    let (kim, rea) = (office.clerk("Kim").await, supervisor(&office).await);
    let three = kim.take("3").await;
    let booking = office.booked("2026-11-23T09:10:00Z").await;
    let page = pressed(&rea, "pause", &[("scope", "area:eg"), ("text", "fire")]).await;
    page.says("Ohne Termin gibt es keine Wartemarken: Wartebereich 1: Bitte verlassen");
    let known = office.lobby.state().intake_pauses().to_vec();
    assert_eq!(known.len(), 1);
    assert_eq!(
        (&known[0].scope, known[0].text.as_ref().unwrap().as_str()),
        (&IntakeScope::Area("eg".into()), "fire")
    );
    kim.get(&three).await.says("Ohne Termin gibt es keine Wartemarken: Wartebereich 1");
    let found = rea.get(&format!("/room?booking={booking}")).await.form("visit", &booking.to_string());
    let check_in = found.with("do", "check_in").with("reason", "no-code");
    rea.send(&check_in).await.says("A\u{202f}001</strong>");
    for wrong in ["", "area", "area:no", "floor:1"] {
        assert_eq!(pressed(&rea, "pause", &[("scope", wrong)]).await.status, 409, "{wrong}");
    }
    pressed(&rea, "resume", &[]).await.does_not_say("Ohne Termin gibt es keine Wartemarken: ");
    assert!(office.lobby.state().intake_pauses().is_empty());
    office.walk_in().await;
    office.close().await;
}

#[tokio::test]
async fn everybody_is_told_a_sentence_until_it_ends() {
    let office = Office::open().await;
    let rea = supervisor(&office).await;
    let mut stream = rea.follow("/room/stream").await;
    for wrong in ["", "a\u{202e}b", &"x".repeat(201)] {
        let refused = pressed(&rea, "tell", &[("words", wrong), ("minutes", "30")]).await;
        assert_eq!(refused.status, 409, "{wrong:?}");
        refused.says("Ein Hinweis hat 1 bis 200 Zeichen");
    }
    for wrong in ["0", "2000"] {
        assert_eq!(pressed(&rea, "tell", &[("words", "x"), ("minutes", wrong)]).await.status, 409, "{wrong}");
    }
    assert_eq!(office.lobby.broadcasts().told(), None);
    let page = pressed(&rea, "tell", &[("words", "Aufzug <kaputt>"), ("minutes", "30")]).await;
    page.says("Auf allen Bildschirmen bis 10:30 Uhr: Aufzug &#60;kaputt&#62;");
    stream.until("Aufzug").await;
    let position = office.lobby.published().seq;
    pressed(&rea, "untell", &[]).await.does_not_say("Aufzug");
    assert_eq!(office.lobby.broadcasts().told(), None);
    assert_eq!(office.lobby.published().seq, position, "nothing of it is in the log");
    office.close().await;
}

#[tokio::test]
async fn a_supervisor_closes_and_opens_counters_by_name() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, supervisor(&office).await);
    office.clerk("Lou").await;
    let three = kim.take("3").await;
    let visit = office.walk_in().await;
    for what in ["next", "start"] {
        press(&kim, &three, what).await;
    }
    let mut events = office.lobby.events();
    let page = pressed(&rea, "close", &[("counter", "3"), ("left", "all")]).await;
    assert_eq!(page.status, 200);
    let state = office.lobby.state();
    assert_eq!(state.visit(visit).unwrap().state, VisitState::Waiting);
    assert!(state.counter(&"3".into()).is_none());
    let names = office.lobby.staff().names();
    let id = |name: &str| names.iter().find(|(_, known)| *known == name).unwrap().0.clone();
    loop {
        let record = events.recv().await.unwrap();
        assert_eq!(record.actor, Actor::Staff(id("Rea")), "the log says who");
        if matches!(record.event, Event::CounterClosed { .. }) {
            break;
        }
    }
    assert_eq!(kim.get(&three).await.location(), "/desk?left=yes");
    let again = rea.fetch(&page.form("do", "open").with("counter", "3").with("staff", "nobody")).await;
    assert_eq!(again.status, 409);
    let lou = id("Lou");
    let opened = pressed(&rea, "open", &[("counter", "1"), ("staff", lou.as_str())]).await;
    assert_eq!(opened.status, 200);
    assert_eq!(office.lobby.state().counter(&"1".into()).unwrap().staff, lou);
    let twice = rea.fetch(&page.form("do", "open").with("counter", "3").with("staff", lou.as_str())).await;
    twice.says("Lou sitzt schon an Schalter 1.");
    assert_eq!(twice.status, 409);
    office.close().await;
}

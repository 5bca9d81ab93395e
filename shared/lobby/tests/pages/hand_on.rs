//! What a clerk does besides calling: hand on, let go first, serve together or without a number, end with a result,
//! and go home.

use crate::browser::Browser;
use crate::office::{Office, PASSWORD};
use crate::story::press;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::Command;
use foyer_domain::office::{Localized, Service};
use foyer_domain::visit::{Actor, Bound, VisitState};
use foyer_lobby::staff::Role;
use foyer_protocol::nonce::Nonce;

const NARROW: &str = "A\u{202f}00";

#[tokio::test]
async fn who_is_handed_on_to_a_counter_is_called_there_and_nowhere_else() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    let visit = office.walk_in().await;
    begin(&kim, &three).await;
    let page = kim.get(&three).await;
    page.says(r#"<option value="counter:1">Schalter 1</option>"#);
    page.says(">Lou</option>");
    let handed = kim.send(&page.form("do", "transfer").with("to", "counter:1")).await;
    assert_eq!(handed.status, 303);
    let state = office.lobby.state();
    assert_eq!(state.visit(visit).unwrap().bound, Some(Bound::Counter("1".into())));
    kim.get(&three).await.says("Zurzeit wartet niemand für diesen Schalter.");
    let there = lou.get(&one).await;
    there.says(&format!("voraussichtlich {NARROW}1"));
    there.says("weitergeleitet an Schalter 1");
    // Taken back: it is at the first counter again, and in service.
    kim.send(&kim.get(&three).await.form("do", "undo")).await;
    assert_eq!(office.lobby.state().visit(visit).unwrap().state, VisitState::Serving);
    office.close().await;
}

#[tokio::test]
async fn somebody_who_waits_goes_first_for_a_reason_and_once() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    let (_, second) = (office.walk_in().await, office.walk_in().await);
    let line = kim.get(&format!("{path}?visit={}", second.0)).await;
    line.says("Was tun mit");
    let urgent = line.form("do", "urgent").with("reason", "deadline");
    assert_eq!(kim.send(&urgent).await.status, 303);
    let page = kim.get(&path).await;
    page.says("vorgezogen: Frist läuft ab");
    page.says(&format!("voraussichtlich {NARROW}2"));
    let line = kim.get(&format!("{path}?visit={}", second.0)).await;
    let again = kim.send(&line.form("do", "urgent").with("reason", "deadline")).await;
    assert_eq!(again.status, 409, "once a visit");
    let line = kim.get(&format!("{path}?visit={}", second.0)).await;
    let unknown = kim.send(&line.form("do", "urgent").with("reason", "<b>because</b>")).await;
    assert_eq!(unknown.status, 409);
    unknown.does_not_say("<b>because");
    office.close().await;
}

#[tokio::test]
async fn two_are_served_as_one_and_parted_again() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    let (first, second) = (office.walk_in().await, office.walk_in().await);
    begin(&kim, &path).await;
    let line = kim.get(&format!("{path}?visit={}", second.0)).await;
    line.says(&format!("Zusammen mit {NARROW}1 bedienen"));
    assert_eq!(kim.send(&line.form("do", "join")).await.status, 303);
    assert_eq!(office.lobby.state().going_on(second).unwrap().id, first);
    let page = kim.get(&path).await;
    page.says(&format!("{NARROW}1 · {NARROW}2"));
    page.does_not_say("zweimal eingelesen");
    assert_eq!(kim.send(&page.form("do", "undo")).await.status, 303);
    assert_eq!(office.lobby.state().visit(second).unwrap().state, VisitState::Waiting);
    office.close().await;
}

#[tokio::test]
async fn who_has_no_number_is_served_at_once_and_the_result_is_kept() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    let page = kim.get(&path).await;
    let quick = page.form("do", "serve_at_once").with("service", "ausweis");
    for _ in 0..2 {
        assert_eq!(kim.send(&quick).await.status, 303, "the same press is one press");
    }
    let page = kim.get(&path).await;
    page.says("in Bedienung");
    let finish = page.form("do", "finish");
    let done = finish.clone().with("done", "ausweis:3").with("outcome", "comes-again");
    assert_eq!(kim.send(&done).await.status, 303);
    let state = office.lobby.state();
    let visit = state.visits().next().unwrap();
    assert_eq!((visit.state, visit.done[0].quantity), (VisitState::Finished, 3));
    assert_eq!(visit.outcome.as_ref().unwrap().as_str(), "comes-again");
    assert_eq!(state.visits().count(), 1);
    office.close().await;
}

#[tokio::test]
async fn what_nobody_can_mean_is_refused_and_changes_nothing() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    office.walk_in().await;
    begin(&kim, &path).await;
    let before = office.lobby.published().seq;
    let forms = [
        ("transfer", "to", "counter:no"),
        ("transfer", "to", "<nobody>"),
        ("transfer", "service", "no such service"),
        ("finish", "done", "ausweis"),
        ("finish", "done", "ausweis:999"),
        ("finish", "done", "other:1"),
        ("finish", "outcome", "no such outcome"),
        ("transfer", "done", "other:1"),
    ];
    for (what, field, value) in forms {
        let page = kim.get(&path).await;
        let answer = kim.send(&page.form("do", what).with(field, value)).await;
        assert_eq!(answer.status, 409, "{what} {field}={value}");
        answer.says("Das gibt es hier nicht mehr.");
    }
    assert_eq!(office.lobby.published().seq, before);
    office.close().await;
}

/// Signing off leaves the counter; with somebody there it asks first.
#[tokio::test]
async fn who_signs_off_leaves_nobody_behind() {
    let office = Office::open().await;
    let mut kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    office.walk_in().await;
    begin(&kim, &path).await;
    let sign_out = crate::browser::Form::new("/sign-out");
    let asked = kim.send(&sign_out).await;
    assert_eq!((asked.status, asked.location()), (303, "/desk/3?ask=leave"));
    let page = kim.get(asked.location()).await;
    page.says("Schalter 3 verlassen: Was wird aus den Besuchen, die noch offen sind?");
    let left = kim.send(&page.form("do", "leave_finished")).await;
    assert_eq!((left.status, left.location()), (303, "/desk"));
    assert_eq!(office.lobby.state().visits().next().unwrap().state, VisitState::Finished);
    kim.take("3").await;
    assert_eq!(kim.send(&sign_out).await.location(), "/sign-in");
    assert!(office.lobby.state().counters().next().is_none(), "the counter is free again");
    kim.sign_in("Kim", PASSWORD).await;
    kim.get("/desk").await.does_not_say("Hier sitzen Sie");
    office.close().await;
}

/// During a break nobody is called; the same big key ends it.
#[tokio::test]
async fn a_clerk_makes_a_break_and_goes_on() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    office.walk_in().await;
    let page = kim.get(&three).await;
    let next = page.form("do", "next");
    let pause = page.form("do", "pause").with("reason", "lunch").with("minutes", "30");
    assert_eq!(kim.send(&pause).await.status, 303);
    let page = kim.get(&three).await;
    page.says("Mittagspause bis 10:30 Uhr");
    assert_eq!(kim.send(&next).await.status, 409, "an old page calls nobody into a break");
    lou.get(&one).await.says("Mittagspause bis 10:30 Uhr");
    for wrong in [("reason", "nap"), ("minutes", "0")] {
        let again =
            page.form("do", "go_on").with("do", "pause").with("reason", "lunch").with("minutes", "30");
        assert_eq!(kim.send(&again.with(wrong.0, wrong.1)).await.status, 409, "{wrong:?}");
    }
    assert_eq!(kim.send(&page.form("do", "go_on")).await.status, 303);
    kim.get(&three).await.says("voraussichtlich");
    office.close().await;
}

/// A desk that was silent for long is away, and whoever sits there can be taken over; its next press says that it is
/// there again.
#[tokio::test]
async fn who_was_left_behind_can_be_taken_over_until_the_clerk_is_back() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    let visit = office.walk_in().await;
    begin(&kim, &three).await;
    lou.get(&one).await.does_not_say("Übernehmen");
    let silent = Command::DeskSilent("3".into());
    office.lobby.ask(Actor::System, None, silent).await.unwrap();
    let page = lou.get(&one).await;
    page.says("abwesend");
    assert_eq!(page.form("do", "take_over").fields["visit"], visit.0.to_string());
    press(&kim, &three, "park").await;
    assert!(office.lobby.state().counter(&"3".into()).unwrap().away.is_none(), "there again");
    let late = lou.send(&page.form("do", "take_over")).await;
    assert_eq!(late.status, 409, "the clerk is back");
    office.close().await;
}

/// Whoever came for several things loses none of them: what is named comes next, what is ticked is done.
#[tokio::test]
async fn who_is_handed_on_for_one_thing_keeps_the_others() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("1").await;
    more_services(&office).await;
    let all = ["ausweis:1", "melden:2", "kfz:1"].map(choice);
    let visit = office.walk_in_for(&all).await;
    begin(&kim, &path).await;
    let of = |visit| {
        let state = office.lobby.state();
        let visit = state.visit(visit).unwrap();
        (visit.services.clone(), visit.done.clone())
    };
    let page = kim.get(&path).await;
    page.says("Hier schon erledigt");
    let all_done = all.iter().fold(page.form("do", "transfer"), |form, done| {
        form.also("done", &format!("{}:{}", done.service, done.quantity))
    });
    let refused = kim.send(&all_done).await;
    assert_eq!(refused.status, 409);
    refused.says("Es ist kein Anliegen übrig.");
    let on = page.form("do", "transfer").with("service", "kfz").with("done", "ausweis:1");
    assert_eq!(kim.send(&on).await.status, 303);
    assert_eq!(of(visit), (vec![choice("kfz:1"), choice("melden:2")], vec![choice("ausweis:1")]));
    let line = kim.get(&format!("{path}?visit={}", visit.0)).await;
    assert_eq!(kim.send(&line.form("do", "hand_on").with("service", "melden")).await.status, 303);
    assert_eq!(of(visit).0, [choice("melden:2"), choice("kfz:1")], "as often as it was asked for");
    // Who came for one thing came for another one instead.
    let other = office.walk_in().await;
    let line = kim.get(&format!("{path}?visit={}", other.0)).await;
    assert_eq!(kim.send(&line.form("do", "hand_on").with("service", "kfz")).await.status, 303);
    assert_eq!(of(other), (vec![choice("kfz:1")], vec![]));
    office.close().await;
}

/// The usual way to end a visit with a count leaves the other services waiting; a result ends it.
#[tokio::test]
async fn what_was_not_done_waits_on_unless_a_result_ends_it() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("1").await;
    more_services(&office).await;
    let visit = office.walk_in_for(&["ausweis:1", "melden:1"].map(choice)).await;
    begin(&kim, &path).await;
    let page = kim.get(&path).await;
    page.says(r#"<option value="">keines: Übriges wartet weiter</option>"#);
    let some =
        page.form("do", "finish").with("done", "ausweis:1").also("done", "melden:0").with("outcome", "");
    assert_eq!(kim.send(&some).await.status, 303);
    let state = office.lobby.state();
    assert_eq!(state.visit(visit).unwrap().state, VisitState::Waiting);
    assert_eq!(state.visit(visit).unwrap().services, [choice("melden:1")]);
    begin(&kim, &path).await;
    let page = kim.get(&path).await;
    page.does_not_say("Übriges wartet weiter");
    let none = page.form("do", "finish").with("done", "melden:0").with("outcome", "documents-missing");
    assert_eq!(kim.send(&none).await.status, 303);
    let state = office.lobby.state();
    assert_eq!(state.visit(visit).unwrap().state, VisitState::Finished);
    assert_eq!(state.visit(visit).unwrap().done, [choice("ausweis:1"), choice("melden:0")]);
    let came_for: Vec<_> = state.visit(visit).unwrap().came_for().cloned().collect();
    assert_eq!(came_for, ["ausweis:1", "melden:1"].map(choice));
    let figures = office.person("Rea", Role::Supervisor).await.get("/statistics").await;
    figures.does_not_say(">melden<");
    office.close().await;
}

/// The citizen came for something else than the ticket says.
#[tokio::test]
async fn what_somebody_came_for_is_put_right_at_the_counter_and_taken_back() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("1").await;
    more_services(&office).await;
    let visit = office.walk_in_for(&["ausweis:1", "melden:1"].map(choice)).await;
    begin(&kim, &path).await;
    let services = || office.lobby.state().visit(visit).unwrap().services.clone();
    let form = kim.get(&path).await.form("do", "services");
    let none = kim.send(&form.clone().with("done", "ausweis:0").also("done", "melden:0")).await;
    assert_eq!(none.status, 409);
    none.says("Es ist kein Anliegen übrig.");
    let right = form.with("done", "ausweis:2").also("done", "melden:0").with("service", "kfz");
    assert_eq!(kim.send(&right.with("nonce", &Nonce::random().to_string())).await.status, 303);
    assert_eq!(services(), ["ausweis:2", "kfz:1"].map(choice));
    let page = kim.get(&path).await;
    page.says("Rückgängig: Anliegen");
    assert_eq!(kim.send(&page.form("do", "undo")).await.status, 303);
    assert_eq!(services(), ["ausweis:1", "melden:1"].map(choice));
    office.close().await;
}

/// A refusal is about the line that was pressed, not about who is at the counter.
#[tokio::test]
async fn a_refusal_names_the_line_that_was_pressed() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    let visit = office.walk_in().await;
    let line = kim.get(&format!("{three}?visit={}", visit.0)).await;
    press(&lou, &one, "next").await;
    for what in ["take", "hand_on"] {
        let refused = kim.send(&line.form("do", what)).await;
        assert_eq!(refused.status, 409, "{what}");
        refused.says(&format!("Das geht gerade nicht: {NARROW}1 ist aufgerufen."));
    }
    office.close().await;
}

/// The house has no display, or it is broken: the clerk's voice counts as a call.
#[tokio::test]
async fn what_no_display_shows_the_clerk_calls_out() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let path = kim.take("3").await;
    let visit = office.walk_in().await;
    let mut desk = kim.follow(&format!("{path}/stream")).await;
    press(&kim, &path, "next").await;
    let calls = || office.lobby.state().visit(visit).unwrap().calls;
    desk.until("Ich habe ausgerufen").await;
    assert_eq!(calls(), 0);
    let page = kim.get(&path).await;
    let called_out = page.form("do", "called_out");
    for _ in 0..2 {
        kim.fetch(&called_out).await.does_not_say("bitte ausrufen");
    }
    assert_eq!(calls(), 1);
    press(&kim, &path, "start").await;
    assert_eq!(kim.send(&called_out.clone().with("nonce", &Nonce::random().to_string())).await.status, 303);
    press(&kim, &path, "finish").await;
    let late = kim.send(&called_out.with("nonce", &Nonce::random().to_string())).await;
    assert_eq!(late.status, 409, "nobody is there any more");
    office.close().await;
}

/// Whom a clerk had put aside who is away now, a colleague can go on with.
#[tokio::test]
async fn whom_an_absent_clerk_put_aside_a_colleague_can_take_over() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    let visit = office.walk_in().await;
    for what in ["next", "start", "park"] {
        press(&kim, &three, what).await;
    }
    lou.get(&one).await.does_not_say("Übernehmen");
    office.lobby.ask(Actor::System, None, Command::DeskSilent("3".into())).await.unwrap();
    let page = lou.get(&one).await;
    page.says(r#"<option value="counter:3">Schalter 3, abwesend</option>"#);
    assert_eq!(page.form("do", "take_over").fields["visit"], visit.0.to_string());
    office.close().await;
}

/// `ausweis:2`.
fn choice(text: &str) -> ServiceChoice {
    let (service, quantity) = text.split_once(':').unwrap();
    ServiceChoice { service: service.into(), quantity: quantity.parse().unwrap() }
}

/// Calls whoever is next and begins.
async fn begin(clerk: &Browser, path: &str) {
    for what in ["next", "start"] {
        press(clerk, path, what).await;
    }
}

/// The office offers two more services.
async fn more_services(office: &Office) {
    let more = |office: &mut foyer_domain::office::Office| {
        for id in ["melden", "kfz"] {
            let known = office.services[0].clone();
            office.services.push(Service { id: id.into(), name: Localized::german(id), ..known });
        }
    };
    office.reconfigured(more).await;
}

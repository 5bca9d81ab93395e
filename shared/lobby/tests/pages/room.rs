//! The whole room, for reception and supervisors, and what staff tell one another.

use crate::browser::Form;
use crate::office::{EVIL, Office};
use foyer_domain::visit::VisitState;
use foyer_lobby::staff::Role;
use foyer_protocol::nonce::Nonce;

#[tokio::test]
async fn reception_sees_everybody_and_checks_in_by_hand() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    kim.take("3").await;
    office.walk_in().await;
    let booking = office.booked("2026-11-23T09:10:00Z").await;
    let later = office.booked("2026-11-23T11:00:00Z").await;
    let page = rea.get("/room").await;
    assert_eq!(page.status, 200);
    for text in ["Schalter 3", "Kim", "geschlossen", "A\u{202f}001", "10:10 Uhr", "12:00 Uhr"] {
        page.says(text);
    }
    page.does_not_say(EVIL);
    let mut stream = rea.follow("/room/stream").await;
    stream.until("10:10 Uhr").await;
    page.says(&format!("/room?booking={booking}"));
    let found = rea.get(&format!("/room?booking={booking}")).await;
    let check_in = found.form("visit", &booking.to_string()).with("do", "check_in").with("reason", "no-code");
    let done = rea.fetch(&check_in).await;
    assert_eq!(done.status, 200);
    done.says("Angemeldet: <strong class=\"say__number\">A\u{202f}002");
    rea.fetch(&check_in).await.says("A\u{202f}002</strong>");
    let state = office.lobby.state();
    assert_eq!(state.visit_of(booking).unwrap().state, VisitState::Waiting);
    assert_eq!(state.visits().count(), 2, "the same press is one press");
    stream.until("A\u{202f}002").await;
    let found = rea.get(&format!("/room?booking={later}")).await;
    let early = found.form("visit", &later.to_string()).with("do", "check_in").with("reason", "no-code");
    let early = rea.fetch(&early).await;
    early.says("Noch zu früh. Anmelden geht ab 11:45:00 Uhr.");
    office.close().await;
}

#[tokio::test]
async fn reception_helps_somebody_who_waits() {
    let office = Office::open().await;
    let rea = office.person("Rea", Role::Supervisor).await;
    let visit = office.walk_in().await;
    let page = rea.get(&format!("/room?visit={}", visit.0)).await;
    let urgent = page.form("do", "urgent").with("reason", "cannot-wait");
    assert_eq!(rea.send(&urgent).await.status, 303);
    rea.get("/room").await.says("vorgezogen: kann nicht warten");
    let page = rea.get(&format!("/room?visit={}", visit.0)).await;
    assert_eq!(rea.send(&page.form("do", "give_up")).await.status, 303);
    assert_eq!(office.lobby.state().visit(visit).unwrap().state, VisitState::Cancelled);
    let again = rea.send(&page.form("do", "hand_on")).await;
    assert_eq!(again.status, 409);
    again.says("A\u{202f}001 ist");
    office.close().await;
}

/// Without the paper, too: whoever did not come when called waits again, booked or not.
#[tokio::test]
async fn reception_puts_back_who_did_not_come_when_called() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let at_once = |office: &mut foyer_domain::office::Office| {
        (office.rules.max_calls, office.rules.recall_counts_after_seconds) = (1, 0);
    };
    office.reconfigured(at_once).await;
    let visit = office.walk_in().await;
    crate::story::press(&kim, &three, "next").await;
    office.show_call(visit).await;
    crate::story::press(&kim, &three, "no_show").await;
    assert_eq!(office.lobby.state().visit(visit).unwrap().state, VisitState::NoShow);
    let found = rea.send(&Form::new("/room/search").with("code", "a1")).await;
    found.says("nicht erschienen");
    let back = found.form("do", "return");
    for _ in 0..2 {
        rea.fetch(&back).await.says("A\u{202f}001</strong>");
    }
    assert_eq!(office.lobby.state().visit(visit).unwrap().state, VisitState::Waiting);
    kim.get(&three).await.says("voraussichtlich A\u{202f}001");
    office.close().await;
}

/// Where no kiosk gives numbers reception does, by the same rules, on paper or by word.
#[tokio::test]
async fn reception_gives_a_number_to_who_has_no_appointment() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let page = rea.get("/room").await;
    let give = page.form("do", "walk_in").with("service", "ausweis");
    assert_eq!(kim.send(&give).await.status, 403);
    for _ in 0..2 {
        rea.fetch(&give).await.says("A\u{202f}001</strong>");
    }
    assert_eq!(office.lobby.state().waiting(), 1, "one press, one number");
    // The number stands, and that it was not printed is said.
    office.kiosk("Eingang").await;
    let id = office.lobby.devices().list()[0].device.id.to_string();
    let away = rea
        .fetch(&rea.get("/room").await.form("do", "walk_in").with("service", "ausweis").with("to", &id))
        .await;
    assert_eq!(away.status, 409);
    away.says("„Eingang“ ist nicht verbunden.");
    away.says("A\u{202f}002</strong>");
    let unknown = rea.get("/room").await.form("do", "walk_in").with("service", "");
    rea.fetch(&unknown).await.says("Bitte wählen Sie ein Anliegen.");
    office.reconfigured(|office| office.services[0].walk_in = false).await;
    let not_offered = rea.get("/room").await.form("do", "walk_in").with("service", "ausweis");
    rea.fetch(&not_offered).await.says("gibt es nur mit Termin");
    assert_eq!(office.lobby.state().waiting(), 2);
    office.close().await;
}

/// Who stands behind all lines of the page is opened all the same.
#[tokio::test]
async fn who_stands_behind_the_lines_is_opened_from_the_search() {
    let office = Office::open().await;
    let rea = office.person("Rea", Role::Supervisor).await;
    office.reconfigured(|office| office.services[0].minutes = 1).await;
    for _ in 0..201 {
        office.walk_in().await;
    }
    let found = rea.send(&Form::new("/room/search").with("code", "a201")).await;
    let visit = office.lobby.state().visits().last().unwrap().id;
    let address = format!("/room?visit={}", visit.0);
    found.says(&address);
    let page = rea.get(&address).await;
    page.says("A\u{202f}201");
    assert_eq!(rea.send(&page.form("do", "give_up")).await.status, 303);
    assert_eq!(office.lobby.state().visit(visit).unwrap().state, VisitState::Cancelled);
    office.close().await;
}

/// A counter on a break is not free.
#[tokio::test]
async fn the_room_says_who_is_on_a_break() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    rea.get("/room").await.says("<span>frei</span>");
    let lunch = kim.get(&three).await.form("do", "pause").with("reason", "lunch").with("minutes", "30");
    assert_eq!(kim.send(&lunch).await.status, 303);
    let page = rea.get("/room").await;
    page.says("Mittagspause bis 10:30 Uhr</span>");
    page.does_not_say("frei<");
    page.says(r#"<option value="counter:3">Schalter 3, Mittagspause bis 10:30 Uhr</option>"#);
    office.close().await;
}

#[tokio::test]
async fn reception_notes_what_somebody_wishes() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let visit = office.walk_in().await;
    let mut desk = kim.follow(&format!("{three}/stream")).await;
    let path = format!("/room?visit={}", visit.0);
    let needed = rea.get(&path).await.form("do", "wish").with("reason", "interpreter").with("text", "yes");
    assert_eq!(rea.send(&needed).await.status, 303);
    desk.until("Dolmetschen gewünscht").await;
    rea.get("/room").await.says(">Dolmetschen gewünscht</span>");
    let not_needed = rea.get(&path).await.form("do", "wish").with("reason", "interpreter").with("text", "no");
    assert_eq!(rea.send(&not_needed).await.status, 303);
    rea.get("/room").await.does_not_say(">Dolmetschen gewünscht</span>");
    for wish in ["pick_up", "more_time"] {
        let form = rea.get(&path).await.form("do", "wish").with("reason", wish).with("text", "yes");
        assert_eq!(rea.send(&form).await.status, 303, "{wish}");
    }
    desk.until("bitte abholen, braucht mehr Zeit").await;
    let unknown = rea.get(&path).await.form("do", "wish").with("reason", "coffee").with("text", "yes");
    assert_eq!(rea.send(&unknown).await.status, 409);
    office.close().await;
}

#[tokio::test]
async fn the_room_is_not_for_everybody() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    for path in ["/room", "/room/stream", "/statistics"] {
        assert_eq!(kim.get(path).await.status, 403, "{path}");
    }
    kim.get("/desk").await.does_not_say("/room");
    let nonce = Nonce::random().to_string();
    let press = Form::new("/room").with("do", "give_up").with("nonce", &nonce).with("visit", "1");
    assert_eq!(kim.send(&press).await.status, 403);
    office.close().await;
}

/// Help is called silently: colleagues are told at once, whoever comes first is named, and no display hears of it.
#[tokio::test]
async fn a_desk_calls_for_help_and_somebody_comes() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    let mut theirs = lou.follow(&format!("{one}/stream")).await;
    theirs.until("Niemand am Schalter").await;
    let position = office.lobby.published().seq;
    let called = kim.fetch(&kim.get(&three).await.form("do", "call_for_help")).await;
    called.says("Hilfe ist gerufen. Noch hat niemand geantwortet.");
    theirs.until("Schalter 3 braucht Hilfe.").await;
    office.person("Rea", Role::Supervisor).await.get("/room").await.says("Hilfe! Schalter 3 · ");
    let answer = lou.get(&one).await.form("do", "answer");
    lou.fetch(&answer).await.says("Lou kommt zu Schalter 3.");
    let page = kim.get(&three).await;
    page.says("Lou kommt zu Ihnen.");
    // Nobody has ended it, and help is needed anew.
    kim.fetch(&page.form("do", "call_for_help"))
        .await
        .says("Hilfe ist gerufen. Noch hat niemand geantwortet.");
    theirs.until("Schalter 3 braucht Hilfe.").await;
    lou.fetch(&lou.get(&one).await.form("do", "answer")).await.says("Lou kommt zu Schalter 3.");
    let page = kim.get(&three).await;
    kim.fetch(&page.form("do", "end_call")).await.does_not_say("Lou kommt");
    theirs.until("Niemand am Schalter").await;
    assert_eq!(lou.fetch(&answer).await.status, 409, "there is no such call any more");
    assert_eq!(office.lobby.published().seq, position, "nothing of it is in the log");
    // From one's own counter alone.
    let foreign = Form::new(&three).with("do", "call_for_help").with("visit", "");
    let foreign = foreign.with("nonce", &Nonce::random().to_string());
    assert_eq!(lou.send(&foreign).await.location(), "/desk?left=yes");
    assert!(office.lobby.board().told().alarms.is_empty());
    office.close().await;
}

/// Reception is a desk like any other.
#[tokio::test]
async fn reception_calls_for_help_and_somebody_comes() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let mut theirs = kim.follow(&format!("{three}/stream")).await;
    theirs.until("Niemand am Schalter").await;
    let called = rea.fetch(&rea.get("/room").await.form("do", "call_for_help")).await;
    called.says("Hilfe ist gerufen. Noch hat niemand geantwortet.");
    theirs.until("Empfang braucht Hilfe.").await;
    let there = kim.get(&three).await;
    there.says("Hilfe! Empfang");
    kim.fetch(&there.form("do", "answer")).await.says("Kim kommt zum Empfang.");
    let page = rea.get("/room").await;
    page.says("Kim kommt zu Ihnen.");
    rea.fetch(&page.form("do", "end_call")).await.does_not_say("Kim kommt");
    assert!(office.lobby.board().told().alarms.is_empty());
    office.close().await;
}

#[tokio::test]
async fn a_message_reaches_one_counter_until_it_is_read() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let tell = rea.get("/room").await.form("do", "tell").with("to", "3");
    rea.fetch(&tell.clone().with("text", "")).await.says("Eine Nachricht hat 1 bis 200 Zeichen.");
    rea.fetch(&tell.clone().with("text", "Bitte <b>anrufen</b>")).await.says("Gesendet.");
    let page = kim.get(&three).await;
    page.says("Rea, 10:00 Uhr: Bitte &#60;b&#62;anrufen");
    kim.fetch(&page.form("do", "read")).await.does_not_say("anrufen");
    assert_eq!(rea.fetch(&tell.with("to", "no").with("text", "x")).await.status, 409);
    office.close().await;
}

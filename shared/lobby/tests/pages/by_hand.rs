//! What reception and desk know of who comes, and what they do for somebody by hand.

use crate::browser::{Browser, Form, Page};
use crate::office::{EVIL, Office, PASSWORD};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::engine::{Command, PhoneWish};
use foyer_domain::id::BookingId;
use foyer_domain::visit::Actor;
use foyer_lobby::staff::Role;
use foyer_protocol::nonce::Nonce;

#[tokio::test]
async fn desk_and_room_show_who_comes_later() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let three = kim.take("3").await;
    let visit = office.walk_in().await;
    let wish = Command::FromPhone { visit, wish: PhoneWish::Late { minutes: 10 } };
    office.lobby.ask(Actor::Booking, None, wish).await.unwrap();
    kim.get(&three).await.says("kommt später, bis 10:10 Uhr");
    rea.get("/room").await.says("kommt später, bis 10:10 Uhr");
    office.close().await;
}

async fn look(browser: &Browser, typed: &str) -> Page {
    browser.send(&Form::new("/room/search").with("code", typed)).await
}

/// A press for a booking that was found.
fn press(page: &Page, booking: BookingId, what: &str, reason: &str) -> Form {
    page.form("visit", &booking.to_string()).with("do", what).with("reason", reason)
}

#[tokio::test]
async fn reception_finds_people_by_number_code_and_time() {
    let office = Office::open().await;
    let rea = office.person("Rea", Role::Supervisor).await;
    let waiting = office.walk_in().await;
    let first = office.booked("2026-11-23T11:30:00Z").await;
    office.booked("2026-11-24T11:30:00Z").await;
    for typed in ["A 001", "a1", "A\u{202f}001"] {
        let page = look(&rea, typed).await;
        page.says("A\u{202f}001</strong>");
        page.says(&format!("/room?visit={}#chosen", waiting.0));
        page.does_not_say("value=\"admit\"");
    }
    let page = look(&rea, "12:30").await;
    page.form("visit", &first.to_string());
    assert_eq!(page.body.matches("value=\"admit\"").count(), 1, "of today alone");
    for (typed, said) in [
        ("B 001", "Diese Nummer gibt es heute nicht."),
        ("12:31", "Um diese Zeit hat heute niemand einen Termin."),
        ("K7M4", "Dazu ist nichts bekannt."),
        ("Sommer", "Dazu ist nichts bekannt."),
        ("<script>x", "Dazu ist nichts bekannt."),
    ] {
        let page = look(&rea, typed).await;
        page.says(said);
        page.does_not_say("<script>x");
    }
    // Its own page finds the line again after it was checked in, with the number to be told.
    let done = rea.send(&press(&page, first, "admit", "goodwill")).await;
    assert_eq!(done.status, 200);
    done.says("<strong class=\"say__number\">A\u{202f}002</strong>");
    look(&rea, "12:30").await.says("A\u{202f}002</strong>");
    office.close().await;
}

#[tokio::test]
async fn who_comes_late_is_admitted_as_on_time_for_a_reason() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let late = office.booked("2026-11-23T08:00:00Z").await;
    let found = rea.get(&format!("/room?booking={late}")).await;
    let by_rule = rea.send(&press(&found, late, "check_in", "no-code")).await;
    by_rule.says("Zu spät. Anmelden ging bis 09:15:00 Uhr.");
    for reason in ["", "because", "lunch"] {
        let refused = rea.send(&press(&by_rule, late, "admit", reason)).await;
        assert_eq!(refused.status, 409, "{reason}");
        refused.says("Bitte wählen Sie einen Grund.");
    }
    assert_eq!(office.lobby.state().visits().count(), 0);
    let admit = press(&by_rule, late, "admit", "delayed-by-transport");
    assert_eq!(kim.send(&admit).await.status, 403);
    let nonce = Nonce::random().to_string();
    let admit = admit.with("nonce", &nonce);
    rea.send(&admit).await.says("A\u{202f}001</strong>");
    rea.send(&admit).await.says("A\u{202f}001</strong>");
    let state = office.lobby.state();
    assert_eq!(state.visits().count(), 1, "the same press is one press");
    let visit = state.visit_of(late).unwrap();
    assert!(visit.admitted.is_some() && visit.start.is_some(), "{visit:?}");
    // A page of before.
    rea.send(&admit.with("nonce", &Nonce::random().to_string())).await.says("A\u{202f}001</strong>");
    let strange = Form::new("/room").with("do", "admit").with("nonce", &Nonce::random().to_string());
    let strange = strange.with("visit", "0000000000000").with("reason", "goodwill");
    assert_eq!(rea.send(&strange).await.status, 409);
    assert_eq!(office.lobby.state().visits().count(), 1);
    office.close().await;
}

#[tokio::test]
async fn who_looks_for_a_name_is_written_down() {
    let office = Office::open().await;
    let (kim, rea) = (office.clerk("Kim").await, office.person("Rea", Role::Supervisor).await);
    let mut ada = Browser::new(&office.address);
    ada.sign_in("Ada", PASSWORD).await;
    look(&rea, "Winter").await.says("Dazu ist nichts bekannt.");
    office.reconfigured(|office| office.rules.show_names = true).await;
    let search = Form::new("/room/search").with("code", "Winter");
    assert_eq!(kim.send(&search).await.status, 403);
    ada.get("/staff").await.does_not_say("Suchen nach Namen");
    rea.get("/room").await.says("oder Nachname");
    for _ in 0..2 {
        look(&rea, "Winter").await.says("Die Suche ist festgehalten.");
    }
    let page = ada.get("/staff").await;
    page.says("Suchen nach Namen");
    assert_eq!(page.body.matches("<strong>Rea</strong>").count(), 3, "both, and in the list of staff");
    page.does_not_say("Winter");
    office.close().await;
}

#[tokio::test]
async fn the_emergency_sheet_has_who_is_here_and_who_is_expected() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let three = kim.take("3").await;
    office.walk_in().await;
    office.booked("2026-11-23T11:30:00Z").await;
    office.booked("2026-11-24T10:30:00Z").await;
    let page = kim.get(&three).await;
    page.says(&format!("data-sheet=\"{three}/sheet\""));
    let sheet = kim.get(&format!("{three}/sheet")).await;
    assert_eq!(sheet.status, 200);
    for text in [
        "Notfallblatt",
        "data-day=\"2026-11-23\"",
        "A\u{202f}001",
        "12:30 Uhr",
        "ohne Termin",
        "Stand: Montag",
    ] {
        sheet.says(text);
    }
    for text in [EVIL, "11:30 Uhr", "Kim", "<script>", "style="] {
        sheet.does_not_say(text);
    }
    assert!(sheet.headers["cache-control"].to_str().unwrap().contains("no-store"));
    // Of one's own counter alone; and whoever is not signed in takes what was kept away.
    assert_eq!(lou.get(&format!("{three}/sheet")).await.location(), "/desk?left=yes");
    assert_eq!(lou.get("/desk/nowhere/sheet").await.status, 404);
    let stranger = Browser::new(&office.address);
    assert_eq!(stranger.get(&format!("{three}/sheet")).await.status, 303);
    stranger.get("/sign-in").await.says("/assets/desk_sheet-");
    // What shows it when the lobby is gone: a worker of ours, under the same confinement as every page.
    let worker = stranger.get("/desk-worker.js").await;
    assert_eq!((worker.status, worker.headers["cache-control"].to_str().unwrap()), (200, "no-cache"));
    assert!(worker.headers["content-type"].to_str().unwrap().starts_with("text/javascript"));
    assert!(worker.headers.contains_key("content-security-policy"));
    office.close().await;
}

#[tokio::test]
async fn a_note_goes_on_with_the_visit_that_it_was_joined_to() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let three = kim.take("3").await;
    let first = office.walk_in().await;
    office.walk_in().await;
    kim.fetch(&kim.get(&three).await.form("do", "next")).await;
    kim.fetch(&kim.get(&three).await.form("do", "note").with("text", "Foto fehlt")).await.says("Foto fehlt");
    kim.fetch(&kim.get(&three).await.form("do", "put_back")).await;
    let next = kim.fetch(&kim.get(&three).await.form("do", "next")).await;
    next.says("<span class=\"waiting__held\">Notiz: Foto fehlt</span>");
    next.does_not_say("at__note");
    let page = kim.get(&format!("{three}?visit={}", first.0)).await;
    let joined = kim.fetch(&page.form("do", "join")).await;
    assert_eq!(joined.status, 200);
    joined.says("Notiz zu A\u{202f}001: Foto fehlt");
    office.close().await;
}

#[tokio::test]
async fn a_note_is_read_by_whoever_serves_next_and_by_nobody_else() {
    let office = Office::open().await;
    let (kim, lou) = (office.clerk("Kim").await, office.clerk("Lou").await);
    let (three, one) = (kim.take("3").await, lou.take("1").await);
    let visit = office.walk_in().await;
    kim.get(&three).await.does_not_say("id=\"panel-note\"");
    kim.fetch(&kim.get(&three).await.form("do", "next")).await;
    office.show_call(visit).await;
    let mut other_tab = kim.follow(&format!("{three}/stream")).await;
    other_tab.until("aufgerufen").await;
    let note = kim.get(&three).await.form("do", "note");
    kim.fetch(&note.clone().with("text", "Foto <fehlt>\r\nkommt nach"))
        .await
        .says("Notiz: Foto &#60;fehlt&#62;\nkommt nach");
    let mut told = String::new();
    while !told.contains("kommt nach") {
        told = other_tab.next().await.expect("the stream goes on");
        assert_ne!(told, "yes", "the sign of life came first");
    }
    let long = kim.fetch(&note.clone().with("text", &"x".repeat(501))).await;
    assert_eq!(long.status, 409);
    long.says("Eine Notiz hat höchstens 500 Zeichen.");
    kim.get(&three).await.says("Foto &#60;fehlt&#62;");
    // Nobody notes anything at another's counter or about who is not there.
    assert_eq!(lou.send(&note.clone().with("text", "x")).await.location(), "/desk?left=yes");
    let strange = lou.get(&one).await.form("do", "next").with("do", "note");
    assert_eq!(lou.fetch(&strange.with("visit", &visit.0.to_string()).with("text", "x")).await.status, 409);
    // It goes on with the visit.
    let hand_on = kim.get(&three).await.form("do", "transfer").with("to", "counter:1");
    assert_eq!(kim.fetch(&hand_on).await.status, 200);
    kim.get(&three).await.does_not_say("fehlt");
    lou.fetch(&lou.get(&one).await.form("do", "next")).await.says("Notiz: Foto &#60;fehlt&#62;");
    // A page of before says nothing about whoever came next.
    office.walk_in().await;
    kim.fetch(&kim.get(&three).await.form("do", "next")).await;
    assert_eq!(kim.fetch(&note.with("text", "zu spät")).await.status, 409);
    kim.get(&three).await.does_not_say("zu spät");
    // Taken back.
    let none = lou.get(&one).await.form("do", "note").with("text", " ");
    lou.fetch(&none).await.does_not_say("Notiz: ");
    office.close().await;
}

/// The kiosk spoke Ukrainian with somebody without an appointment: whoever calls knows before.
#[tokio::test]
async fn the_desk_says_in_which_language_a_number_was_taken() {
    let office = Office::open().await;
    let kim = office.clerk("Kim").await;
    let three = kim.take("3").await;
    let ausweis = [ServiceChoice { service: "ausweis".into(), quantity: 1 }];
    office.walk_in_speaking(&ausweis, Some("de")).await;
    kim.get(&three).await.does_not_say("Sprache:");
    office.walk_in_speaking(&ausweis, Some("uk")).await;
    kim.get(&three).await.says("<span class=\"waiting__held\">Sprache: Ukrainisch</span>");
    office.close().await;
}

//! Who may do what, and where: roles at some offices only, changing them, new passwords, the last administrator.

use crate::staff::{Browser, hidden, signed_on};
use crate::support::{EIGHT, MONDAY, Server, north, until};
use crate::together::{group, page_of};
use reqwest::StatusCode;

const PEOPLE: &str = "/staff/people";

/// Two offices, and the administrator.
pub async fn city(server: &Server) -> Browser<'_> {
    server.folder.import(MONDAY, &north()).await.unwrap();
    let mut chief = signed_on(server, "Alex Beispiel", "administrator").await;
    until("the second office", async || chief.get(PEOPLE).await.2.contains("Bürgerbüro Nord").then_some(()))
        .await;
    chief
}

/// Somebody who is a clerk at one office only.
pub async fn clerk_at<'a>(server: &'a Server, chief: &mut Browser<'_>, at: &str) -> Browser<'a> {
    let form = [("name", "Robin Anderswo"), ("role", "offices"), (at, "clerk")];
    let (_, _, text) = chief.post(PEOPLE, &form).await;
    come(server, &text).await
}

/// Follows a link that a page has just shown.
async fn come<'a>(server: &'a Server, shown: &str) -> Browser<'a> {
    let (_, rest) = shown.split_once("/staff/invitation/").unwrap_or_else(|| panic!("{shown}"));
    let path = format!("/staff/invitation/{}", rest.split('<').next().unwrap());
    let mut browser = Browser::new(server);
    let (status, _, text) = browser.post(&path, &[("password", "Ein Satz zum Merken")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    browser
}

/// The id of somebody in the list.
pub fn id(text: &str, name: &str) -> String {
    let (_, rest) = text.split_once(&format!("<strong>{name}</strong>")).unwrap();
    hidden(rest, "person")
}

/// Somebody who is a clerk at one office and supervises at the other.
pub async fn kim<'a>(server: &'a Server, chief: &mut Browser<'_>) -> Browser<'a> {
    let both =
        [("name", "Kim"), ("role", "offices"), ("at-musterstadt", "clerk"), ("at-nord", "administrator")];
    let (_, _, text) = chief.post(PEOPLE, &both).await;
    assert!(
        text.contains("Eingeladen") && text.contains("Bürgerbüro Nord: Auch für alle gemeinsam"),
        "{text}"
    );
    come(server, &text).await
}

#[tokio::test]
async fn a_role_holds_at_its_office_and_nowhere_else() {
    let server = Server::start().await;
    let mut chief = city(&server).await;
    let mut kim = kim(&server, &mut chief).await;
    let (yes, no) = (StatusCode::OK, StatusCode::FORBIDDEN);
    for (path, status) in [
        ("/staff/offices/musterstadt", yes),
        ("/staff/offices/musterstadt/book", yes),
        ("/staff/offices/musterstadt/close", no),
        ("/staff/offices/musterstadt/edit", no),
        ("/staff/offices/musterstadt/file", no),
        ("/staff/offices/nord", yes),
        ("/staff/offices/nord/close", yes),
        ("/staff/offices/nord/edit", yes),
        ("/staff/statistics", yes),
        ("/staff/statistics?office=nord", yes),
        ("/staff/statistics.csv?office=nord", yes),
        ("/staff/statistics?office=musterstadt", no),
        ("/staff/statistics.csv?office=musterstadt", no),
        ("/staff/letters", no),
        ("/staff/blocked", no),
        ("/staff/city", no),
        (PEOPLE, no),
    ] {
        assert_eq!(kim.get(path).await.0, status, "{path}");
    }
    let press = [("press", "add"), ("step", "0")];
    assert_eq!(
        kim.post("/staff/offices/nord/edit/services", &press).await.0,
        no,
        "nobody becomes administrator"
    );
    let close = [("date", "2026-11-23"), ("way", "cancel"), ("reason", "illness"), ("certain", "yes")];
    assert_eq!(kim.post("/staff/offices/musterstadt/close", &close).await.0, no);
    // Who is looked for is found wherever one works, and nowhere else.
    let booking = server.book("reisepass", EIGHT).await;
    let mut robin = clerk_at(&server, &mut chief, "at-nord").await;
    for typed in ["Mustermann", "erika@EXAMPLE.org", "Erika%2Bneu@example.org", &*booking.short_code] {
        let path = format!("/staff/offices/nord/find?q={typed}");
        let (status, leads, _) = kim.get(&path).await;
        let page = format!("/staff/bookings/{}", booking.booking);
        assert!(status == StatusCode::SEE_OTHER && leads.starts_with(&page), "{typed}: {leads}");
        let (_, _, text) = robin.get(&path).await;
        assert!(text.contains("Nichts gefunden"), "{typed}: {text}");
    }
    server.book("reisepass", EIGHT).await;
    let (_, _, text) = kim.get("/staff/offices/nord/find?q=Mustermann").await;
    assert!(text.contains("2 Termine") && text.matches("Bürgerbüro Musterstadt</td>").count() == 2, "{text}");
    server.stop().await;
}

#[tokio::test]
async fn who_works_elsewhere_from_now_on_is_out_at_once() {
    let server = Server::start().await;
    let booked = server.book("reisepass", EIGHT).await;
    let mut chief = city(&server).await;
    let mut kim = kim(&server, &mut chief).await;
    let (yes, no) = (StatusCode::OK, StatusCode::FORBIDDEN);
    let (_, _, day) = chief.get("/staff/offices/musterstadt").await;
    let (_, rest) = day.split_once("/staff/bookings/").unwrap();
    let booking = format!("/staff/bookings/{}", rest.split('?').next().unwrap());
    assert_eq!(kim.get(&booking).await.0, yes);
    let together = page_of(&group(&mut chief, "2", "0", "2026-11-24T09:00:00Z").await.1);
    assert_eq!(kim.get(&together).await.0, yes);
    let (_, _, people) = chief.get(PEOPLE).await;
    let kims = id(&people, "Kim");
    let change =
        [("person", &*kims), ("role", "offices"), ("at-nord", "supervisor"), ("at-nirgends", "clerk")];
    assert_eq!(chief.post("/staff/people/roles", &change).await.0, yes);
    let (_, _, text) = kim.get("/staff/offices/nord").await;
    assert!(text.contains("Bürgerbüro Nord") && !text.contains("Bürgerbüro Musterstadt"), "{text}");
    assert!(!text.contains("/staff/letters"), "{text}");
    let (_, leads, _) = kim.get("/staff").await;
    assert!(leads.starts_with("/staff/offices/nord"), "{leads}");
    for path in
        ["", "/book", "/find?q=x", "/lanes", "/sheet", "/close", "/edit", "/preview", "/revisions", "/file"]
    {
        assert_eq!(kim.get(&format!("/staff/offices/musterstadt{path}")).await.0, no, "{path}");
    }
    assert_eq!(kim.get(&format!("{booking}/move")).await.0, no);
    let nonce = uuid::Uuid::new_v4().to_string();
    let form = [("nonce", &*nonce), ("reason", "asked"), ("office", "nord"), ("start", EIGHT), ("note", "x")];
    for path in ["cancel", "contact", "letter", "move", "note", "rung", "block"] {
        assert_eq!(kim.post(&format!("{booking}/{path}"), &form).await.0, no, "{path}");
    }
    assert_eq!(kim.get(&booking).await.0, no);
    assert_eq!(kim.get(&together).await.0, no);
    for path in ["cancel", "letter"] {
        assert_eq!(kim.post(&format!("{together}/{path}"), &form).await.0, no, "{path}");
    }
    let (_, text) = server.page(&format!("/b/{}", booked.secret)).await;
    assert!(text.contains("23. November 2026"), "nothing has changed");
    server.stop().await;
}

/// One booking of a group was moved to another office: who works there sees and cancels that one alone, and who works
/// here sees and cancels the others.
#[tokio::test]
async fn a_group_over_two_offices_is_each_clerks_own_part_of_it() {
    let server = Server::start().await;
    let mut chief = city(&server).await;
    let together = page_of(&group(&mut chief, "3", "0", "2026-11-24T09:00:00Z").await.1);
    let (_, _, all) = chief.get(&together).await;
    let (_, rest) = all.split_once("/staff/bookings/").unwrap();
    let moved = rest.split('?').next().unwrap().to_owned();
    let nonce = uuid::Uuid::new_v4().to_string();
    // It is the earliest of them now.
    let to = [("nonce", &*nonce), ("office", "nord"), ("start", "2026-11-24T08:00:00Z"), ("reason", "asked")];
    let (status, _, text) = chief.post(&format!("/staff/bookings/{moved}/move"), &to).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    let mut north = clerk_at(&server, &mut chief, "at-nord").await;
    let here = [("name", "Kim"), ("role", "offices"), ("at-musterstadt", "clerk")];
    let (_, _, text) = chief.post(PEOPLE, &here).await;
    let mut here = come(&server, &text).await;
    let count = |text: &str| text.matches("/staff/bookings/").count();
    let (status, _, text) = north.get(&together).await;
    assert!(status == StatusCode::OK && count(&text) == 1 && text.contains(&moved), "{text}");
    assert!(text.contains("2 weitere Termine davon sind an Standorten"), "{text}");
    let (status, _, text) = here.get(&together).await;
    assert!(status == StatusCode::OK && count(&text) == 2 && !text.contains(&moved), "{text}");
    let address = [("address", "Erika Mustermann")];
    let pages = async |browser: &mut Browser<'_>| {
        let (status, _, text) = browser.post(&format!("{together}/letter"), &address).await;
        assert!(status == StatusCode::OK && text.starts_with("%PDF-"), "{text}");
        text.len()
    };
    // One appointment is one code on paper, two are two.
    assert!(pages(&mut north).await < pages(&mut here).await);
    let cancel = async |browser: &mut Browser<'_>| {
        let nonce = uuid::Uuid::new_v4().to_string();
        let form = [("nonce", &*nonce), ("reason", "asked")];
        assert_eq!(browser.post(&format!("{together}/cancel"), &form).await.0, StatusCode::SEE_OTHER);
    };
    let standing = |office: &str| {
        let sql = format!("select count(*) from booking where state = 'confirmed' and office = '{office}'");
        server.folder.kept.number(&sql)
    };
    cancel(&mut north).await;
    assert_eq!((standing("nord"), standing("musterstadt")), (0, 2));
    cancel(&mut here).await;
    assert_eq!(standing("musterstadt"), 0);
    server.stop().await;
}

#[tokio::test]
async fn people_are_changed_and_somebody_always_administers() {
    let server = Server::start().await;
    let mut chief = city(&server).await;
    let mut kim = signed_on(&server, "Kim Beispiel", "clerk").await;
    let (_, _, people) = chief.get(PEOPLE).await;
    assert!(people.contains("Zuletzt angemeldet: Montag, 23. November 2026"), "{people}");
    let kims = id(&people, "Kim Beispiel");
    for (form, said) in [
        (vec![("person", &*kims), ("role", "emperor")], "Bitte wählen Sie eine Aufgabe"),
        (vec![("person", &*kims), ("role", "offices")], "mindestens einen Standort"),
        (vec![("person", "niemand"), ("role", "clerk")], "gibt es nicht mehr"),
    ] {
        let (status, _, text) = chief.post("/staff/people/roles", &form).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains(said), "{said} {text}");
    }
    assert_eq!(
        kim.post("/staff/people/roles", &[("person", &*kims), ("role", "administrator")]).await.0,
        StatusCode::FORBIDDEN
    );
    // What was typed for somebody new is still there.
    let (_, _, text) = chief.post(PEOPLE, &[("name", "Robin <b>"), ("role", "offices")]).await;
    assert!(text.contains("value=\"Robin &#60;b&#62;\""), "{text}");
    // A new link takes the place of an earlier one, and one that was taken back opens nothing.
    let (_, _, first) = chief.post(PEOPLE, &[("name", "Robin"), ("role", "clerk")]).await;
    let (_, _, second) = chief.post(PEOPLE, &[("name", "Robin"), ("role", "supervisor")]).await;
    assert_eq!(server.folder.kept.number("select count(*) from invitation where name is not null"), 1);
    chief.post("/staff/people/removals", &[("invited", "Robin")]).await;
    for shown in [first, second] {
        let (_, rest) = shown.split_once("/staff/invitation/").unwrap();
        let path = format!("/staff/invitation/{}", rest.split('<').next().unwrap());
        assert_eq!(Browser::new(&server).get(&path).await.0, StatusCode::GONE);
    }
    // A new password ends what the old one opened.
    let (_, _, shown) = chief.post("/staff/people/links", &[("person", &*kims)]).await;
    let mut again = come(&server, &shown).await;
    assert_eq!(kim.get("/staff/offices/nord").await.0, StatusCode::SEE_OTHER);
    assert_eq!(again.get("/staff/offices/nord").await.0, StatusCode::OK);
    let sign_in = [("name", "Kim Beispiel"), ("password", "Ein Satz zum Merken")];
    assert_eq!(kim.post("/staff/sign-in", &sign_in).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select count(*) from staff"), 2);
    // A changed role holds from the next press on.
    chief.post("/staff/people/roles", &[("person", &*kims), ("role", "administrator")]).await;
    let (_, _, people) = kim.get(PEOPLE).await;
    let chiefs = id(&people, "Alex Beispiel");
    let (status, _, _) = kim.post("/staff/people/roles", &[("person", &*kims), ("role", "clerk")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "nobody changes themselves");
    // Two who take each other's right away at the same moment: one of them stays.
    let (one, other) = ([("person", &*kims), ("role", "clerk")], [("person", &*chiefs)]);
    tokio::join!(chief.post("/staff/people/roles", &one), kim.post("/staff/people/removals", &other));
    let left = "select count(*) from staff where role = 'administrator' and removed_at is null";
    assert_eq!(server.folder.kept.number(left), 1);
    server.stop().await;
}

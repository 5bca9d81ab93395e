//! Interpreters: longer appointments, also where staff book what is kept for them, and the mail to who finds one.

use crate::mail_server::{MailServer, nobody, section};
use crate::staff::{hidden, signed_on};
use crate::support::{Folder, MONDAY, OFFICE, Server, at, until};
use crate::together::page_of;
use crate::waiting::mails_with;
use foyer_protocol::booking::BookingView;
use reqwest::StatusCode;
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

/// Tuesdays, at two counters.
const TUESDAYS: &str =
    "[[hours]]\nweekdays = [\"Tue\"]\nfrom = \"09:00:00\"\nto = \"12:00:00\"\nplaces = 2\n";

/// Tuesday at nine in Berlin.
const NINE: &str = "2026-11-24T08:00:00Z";

/// The example with these hours; an interpreter takes twenty minutes more, and somebody is told of it.
fn office(hours: &str) -> String {
    let (before, rest) = OFFICE.split_once("# The plan:").unwrap();
    let (_, after) = rest.split_once("# Announced closures").unwrap();
    let rules = "minutes_interpreter = 20\ninterpreter_email = \"dolmetschen@stadt.example\"\n";
    let office = format!("{before}{hours}\n# Announced closures{after}");
    let whole = office.replacen("minutes_interpreter = 0\n", rules, 1);
    assert_ne!(whole, office);
    whole
}

#[tokio::test]
async fn who_finds_interpreters_is_told_of_each_change_and_of_nobodys_name() {
    let mails = MailServer::start().unwrap();
    let folder = Folder { mail: section(mails.port, "security = \"none\""), ..Folder::new() };
    let hours = "[[hours]]\nweekdays = [\"Tue\"]\nfrom = \"09:00:00\"\nto = \"12:00:00\"\nplaces = 1\n";
    folder.import(MONDAY, &office(hours)).await.unwrap();
    let server = Server::on(Arc::new(folder), MONDAY).await;
    // Who wishes none is nobody's work.
    let plain = server.hold("reisepass", "2026-11-24T10:00:00Z").await.unwrap();
    let body = json!({ "name": "Karl Beispiel", "language": "de" });
    let path = format!("/api/v1/holds/{}/confirm", plain.hold);
    let _: BookingView = server.post(&path, Uuid::new_v4(), body).await.unwrap();
    assert_eq!(server.folder.kept.number("select count(*) from letter"), 0);
    let hold = server.hold("reisepass", NINE).await.unwrap();
    // Nobody else's address: staff are told all the same.
    let body = json!({
        "name": "Selam Beispiel", "language": "en", "persons": 3,
        "interpreter_language": "ti", "interpreter_way": "video",
    });
    let path = format!("/api/v1/holds/{}/confirm", hold.hold);
    let view: BookingView = server.post(&path, Uuid::new_v4(), body).await.unwrap();
    assert_eq!(view.minutes, hold.minutes + 20);
    let mail = until("the wish", async || mails_with(&mails, "Dolmetschen gewünscht: Dienstag").pop()).await;
    assert!(mail.contains("Tigrinya, per Video"), "{mail}");
    assert!(mail.contains(&format!("/staff/bookings/{}", view.booking)), "{mail}");
    let pin = view.pin.clone().unwrap();
    for secret in ["Selam", &pin, &view.short_code, &view.secret.to_string()] {
        assert!(!mail.contains(secret), "{secret} in {mail}");
    }
    server.move_to(view.secret, &pin, "2026-11-24T09:00:00Z").await.unwrap();
    let moved =
        || async { mails_with(&mails, "Dolmetschen gewünscht: Dienstag, 24. November 2026, 10:00").pop() };
    until("the new time", async || moved().await).await;
    server.cancel(view.secret, &pin).await.unwrap();
    let over = until("the end", async || mails_with(&mails, "Dolmetschen nicht mehr nötig").pop()).await;
    assert!(over.contains("Dieser Termin ist abgesagt."), "{over}");
    assert_eq!(mails.mails().unwrap().len(), 3, "nobody else has an address");
    server.stop().await;
}

/// A server that sends mails to this port, with Tuesdays at two counters.
async fn server(port: u16) -> Server {
    let folder = Folder { mail: section(port, "security = \"none\""), ..Folder::new() };
    folder.import(MONDAY, &office(TUESDAYS)).await.unwrap();
    Server::on(Arc::new(folder), MONDAY).await
}

/// Books for Selam, who wishes somebody to interpret; with this address.
async fn selam(server: &Server, start: &str, email: &str) -> BookingView {
    let hold = server.hold("reisepass", start).await.unwrap();
    let body =
        json!({ "name": "Selam Beispiel", "email": email, "language": "de", "interpreter_language": "ti" });
    server.post(&format!("/api/v1/holds/{}/confirm", hold.hold), Uuid::new_v4(), body).await.unwrap()
}

/// Whoever books several at once gets one letter for all; whoever finds interpreters is told of each.
#[tokio::test]
async fn who_finds_interpreters_is_told_of_each_of_a_group() {
    let server = server(nobody()).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let written = |kind: &str| {
        let sql = format!("select count(*) from letter where kind = '{kind}'");
        server.folder.kept.number(&sql)
    };
    for (start, email, letters) in [(NINE, "", 0), ("2026-12-01T08:00:00Z", "selam@example.org", 1)] {
        server.folder.kept.execute("delete from letter").unwrap();
        let nonce = Uuid::new_v4().to_string();
        let fields = [
            ("services", "reisepass:1"),
            ("nonce", &*nonce),
            ("name", "Selam Beispiel"),
            ("email", email),
            ("language", "de"),
            ("interpreter", "ti"),
            ("count", "2"),
            ("within", "0"),
            ("start", start),
        ];
        let (status, _, text) = clerk.post("/staff/offices/musterstadt/group", &fields).await;
        assert_eq!(status, StatusCode::CREATED, "{text}");
        assert_eq!((written("interpreter"), written("together"), written("confirmed")), (2, letters, 0));
        let page = page_of(&text);
        let (_, _, shown) = clerk.get(&page).await;
        let press = [("nonce", &*hidden(&shown, "nonce")), ("reason", "asked")];
        assert_eq!(clerk.post(&format!("{page}/cancel"), &press).await.0, StatusCode::SEE_OTHER);
        let over = (written("interpreter_over"), written("together_cancelled"), written("cancelled"));
        assert_eq!(over, (2, letters, 0));
    }
    server.stop().await;
}

/// A new code is no news to whoever finds interpreters: what they were to be told, they are told all the same.
#[tokio::test]
async fn a_new_code_swallows_no_mail_to_who_finds_interpreters() {
    let port = nobody();
    let server = server(port).await;
    let view = selam(&server, NINE, "selam@example.org").await;
    server.folder.run(MONDAY, &["key", "revoke", "1"]).await.unwrap();
    let mails = MailServer::with(port, &[]).unwrap();
    let server = server.again_at("2026-11-23T05:40:00Z").await;
    until("the new code", async || mails_with(&mails, "Neuer QR-Code").pop()).await;
    until("the wish", async || mails_with(&mails, "Dolmetschen gewünscht: Dienstag").pop()).await;
    server.cancel(view.secret, &view.pin.unwrap()).await.unwrap();
    until("the end", async || mails_with(&mails, "Dolmetschen nicht mehr nötig").pop()).await;
    server.stop().await;
}

/// Whoever finds interpreters for the office that an appointment leaves knows that nobody has to come there.
#[tokio::test]
async fn the_office_that_was_left_needs_no_interpreter_any_more() {
    let port = nobody();
    let server = server(port).await;
    let north = crate::support::north();
    let north = north.replacen(
        "minutes_interpreter = 0\n",
        "minutes_interpreter = 0\ninterpreter_email = \"nord@stadt.example\"\n",
        1,
    );
    server.folder.import(MONDAY, &north).await.unwrap();
    let mut clerk = signed_on(&server, "Kim Beispiel", "supervisor").await;
    until("the second office", async || clerk.get("/staff/offices/nord").await.0.is_success().then_some(()))
        .await;
    let view = selam(&server, NINE, "").await;
    let page = format!("/staff/bookings/{}/move", view.booking);
    let (start, nonce) = ("2026-11-25T09:00:00Z", Uuid::new_v4().to_string());
    let to = [("office", "nord"), ("start", start), ("nonce", &*nonce), ("reason", "asked")];
    let (status, _, text) = clerk.post(&page, &to).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    // Moved once more before anything could be sent.
    let (start, nonce) = ("2026-11-25T10:00:00Z", Uuid::new_v4().to_string());
    let to = [("office", "nord"), ("start", start), ("nonce", &*nonce), ("reason", "asked")];
    assert_eq!(clerk.post(&page, &to).await.0, StatusCode::SEE_OTHER);
    let mails = MailServer::with(port, &[]).unwrap();
    let server = server.again_at("2026-11-23T05:40:00Z").await;
    let over = "Dolmetschen nicht mehr nötig: Dienstag, 24. November 2026, 09:00 Uhr, Bürgerbüro Musterstadt";
    let over = until("the end", async || mails_with(&mails, over).pop()).await;
    assert!(over.contains("an einem anderen Standort") && !over.contains("Nord"), "{over}");
    let there = "Dolmetschen gewünscht: Mittwoch, 25. November 2026, 11:00 Uhr, Bürgerbüro Nord";
    until("the wish", async || mails_with(&mails, there).pop()).await;
    let all = mails.mails().unwrap().into_iter().map(|mail| String::from_utf8_lossy(&mail).into_owned());
    let of = |address: &str| all.clone().filter(|mail| mail.contains(&format!("To: {address}"))).count();
    assert_eq!((of("dolmetschen@stadt.example"), of("nord@stadt.example")), (1, 1));
    server.stop().await;
}

/// What is kept for staff, or for emergencies, has room for an interpreter as well.
#[tokio::test]
async fn kept_times_are_lengthened_too() {
    let hours = "[[hours]]\nweekdays = [\"Tue\"]\nfrom = \"09:00:00\"\nto = \"12:00:00\"\nplaces = 1\nkeep = \"staff\"\n\
                 [[hours]]\nweekdays = [\"Wed\"]\nfrom = \"09:00:00\"\nto = \"12:00:00\"\nplaces = 1\nkeep = \"emergency\"\n";
    let server = Server::with_office(MONDAY, &office(hours)).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    for (start, emergency) in [(NINE, ""), ("2026-11-25T08:00:00Z", "yes")] {
        let book =
            format!("/staff/offices/musterstadt/book?q-reisepass=1&from=2026-11-24&emergency={emergency}");
        let (_, _, text) = clerk.get(&book).await;
        let nonce = hidden(&text, "nonce");
        let fields = [
            ("services", "reisepass:1"),
            ("nonce", nonce.as_str()),
            ("start", start),
            ("emergency", emergency),
            ("from", "2026-11-24"),
            ("email", ""),
            ("phone", ""),
            ("name", "Selam Beispiel"),
            ("language", "de"),
            ("interpreter", "yes"),
        ];
        let (status, _, text) = clerk.post("/staff/offices/musterstadt/book", &fields).await;
        assert!(status.is_success(), "{status} {text}");
        let minutes = format!("select minutes from booking where start = {}", at(start).timestamp());
        let usual = "select min(minutes) from booking";
        let booked = server.folder.kept.number(&minutes);
        assert_eq!(booked, 40, "{start}: {}", server.folder.kept.number(usual));
    }
    server.stop().await;
}

/// Before they book, citizens read how long it takes with an interpreter; where somebody comes right after them, that is
/// said, too.
#[tokio::test]
async fn the_check_says_how_long_it_takes_with_an_interpreter() {
    let hours = "[[hours]]\nweekdays = [\"Tue\"]\nfrom = \"09:00:00\"\nto = \"12:00:00\"\nplaces = 1\n";
    let server = Server::with_office(MONDAY, &office(hours)).await;
    let hold = server.hold("reisepass", NINE).await.unwrap().hold;
    let check = format!("/h/{hold}/check?lang=de");
    let wish = [("name", "Selam Beispiel"), ("interpreter", "ti")];
    const TIGHT: &str = "keine zusätzliche Zeit frei. Die Dauer bleibt: etwa 20 Minuten";
    let (_, _, plain) = server.form(&check, &wish[..1]).await;
    assert!(plain.contains("etwa 20 Minuten") && !plain.contains(TIGHT), "{plain}");
    let (_, _, longer) = server.form(&check, &wish).await;
    assert!(longer.contains("etwa 40 Minuten") && !longer.contains(TIGHT), "{longer}");
    server.hold("reisepass", "2026-11-24T08:20:00Z").await.unwrap();
    let (_, _, tight) = server.form(&check, &wish).await;
    assert!(tight.contains(TIGHT) && !tight.contains("etwa 40 Minuten"), "{tight}");
    let nonce = Uuid::new_v4().to_string();
    let fields = [wish[0], wish[1], ("nonce", &*nonce)];
    let (_, _, booked) = server.form(&format!("/b/{hold}?lang=de"), &fields).await;
    assert!(booked.contains("etwa 20 Minuten") && booked.contains("Tigrinya"), "{booked}");
    server.stop().await;
}

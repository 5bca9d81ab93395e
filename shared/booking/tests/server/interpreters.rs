//! Interpreters: longer appointments, also where staff book what is kept for them, and the mail to who finds one.

use crate::mail_server::{MailServer, section};
use crate::staff::{hidden, signed_on};
use crate::support::{Folder, MONDAY, OFFICE, Server, at, until};
use crate::waiting::mails_with;
use foyer_protocol::booking::BookingView;
use serde_json::json;
use std::sync::Arc;
use uuid::Uuid;

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

//! An office that travels: where it is each day, on pages, in mails and calendars, and what happens when that changes.

use crate::mail_server::{MailServer, section};
use crate::staff::{hidden, signed_on};
use crate::support::{Folder, MONDAY, OFFICE, Server, until};
use crate::waiting::mails_with;
use foyer_protocol::booking::Offices;
use reqwest::StatusCode;
use std::sync::Arc;

/// Tuesday at nine in Grünau, a week later at nine in Plagwitz.
const GRUENAU: &str = "2026-12-01T08:00:00Z";
const PLAGWITZ: &str = "2026-12-08T08:00:00Z";
/// Its rows in the administration.
const EDIT: &str = "/staff/offices/musterstadt/edit";
const PREVIEW: &str = "/staff/offices/musterstadt/preview";

/// The example on the first Tuesday of each month at one place, on two dates at another.
fn office() -> String {
    let (before, rest) = OFFICE.split_once("# The plan:").unwrap();
    let (_, after) = rest.split_once("# Announced closures").unwrap();
    let stops = r#"
[[stops]]
id = "gruenau"
name = "Stadtteilladen Grünau"
address = "Stuttgarter Allee 19, 04209 Leipzig"
access = { de = "Eingang im Hof", en = "Entrance in the yard" }
step_free = true

[[stops]]
id = "plagwitz"
name = "Bürgertreff Plagwitz"
address = "Karl-Heine-Straße 54, 04229 Leipzig"
map_url = "https://karte.example/plagwitz"

[[hours]]
weekdays = ["Tue"]
month_weeks = ["first"]
from = "09:00:00"
to = "12:00:00"
stop = "gruenau"
places = 2

[[hours]]
dates = ["2026-12-08", "2026-12-10"]
from = "09:00:00"
to = "11:00:00"
stop = "plagwitz"
places = 1
"#;
    format!("{before}{stops}\n# Announced closures{after}")
}

async fn page(server: &Server, path: &str) -> String {
    let (status, text) = server.page(path).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    text
}

/// Who works with a day's list reads where the office is that day.
#[tokio::test]
async fn the_days_list_names_the_days_place() {
    let server = Server::with_office(MONDAY, &office()).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let mut day = async |day: &str| clerk.get(&format!("/staff/offices/musterstadt?day={day}")).await.2;
    let (there, other) = (day("2026-12-01").await, day("2026-12-08").await);
    assert!(there.contains("Stadtteilladen Grünau") && !there.contains("Plagwitz"), "{there}");
    assert!(other.contains("Bürgertreff Plagwitz") && !other.contains("Grünau"), "{other}");
    let none = day("2026-12-02").await;
    assert!(!none.contains("Grünau") && !none.contains("Plagwitz"), "{none}");
    server.stop().await;
}

#[tokio::test]
async fn each_day_has_its_place_and_a_place_has_its_days() {
    let server = Server::with_office(MONDAY, &office()).await;
    let text = page(&server, "/musterstadt?lang=de").await;
    assert!(text.contains("Stadtteilladen Grünau") && text.contains("Karl-Heine-Straße 54"), "{text}");
    let times = "/musterstadt/times?lang=de&services=reisepass:1";
    let all = page(&server, times).await;
    assert!(all.contains("Nächste Tage: Di 01.12.2026, Di 05.01.2027"), "{all}");
    assert!(all.contains("Nächste Tage: Di 08.12.2026, Do 10.12.2026"), "{all}");
    assert!(all.contains("Ort: Stadtteilladen Grünau, Stuttgarter Allee 19"), "the next free time\n{all}");
    assert_eq!(all.matches("Ohne Stufen erreichbar").count(), 1, "only Grünau is\n{all}");
    // The place first: its days alone are free, and the first of them is shown.
    let there = page(&server, &format!("{times}&stop=plagwitz")).await;
    assert!(there.contains("Ort: Bürgertreff Plagwitz") && !there.contains("Stuttgarter Allee"), "{there}");
    assert!(there.contains("Dienstag, 8. Dezember 2026") && there.contains("Alle Orte"), "{there}");
    let (_, cell) = there.split_once("Dienstag, 1. Dezember 2026: ").unwrap();
    assert!(cell.starts_with("frei, aber nicht"), "{cell}");
    // Arabic has the places' German names and its own words.
    let arabic = page(&server, "/musterstadt/times?lang=ar&services=reisepass:1").await;
    assert!(arabic.contains("أماكن الاستقبال") && arabic.contains("Stadtteilladen Grünau"), "{arabic}");
    let offices: Offices = server.get("/api/v1/offices").await.unwrap();
    assert_eq!((offices.offices[0].stops.len(), offices.offices[0].step_free), (2, true));
    server.stop().await;
}

#[tokio::test]
async fn booking_mail_and_calendar_say_the_place_of_the_day() {
    let mails = MailServer::start().unwrap();
    let folder = Folder { mail: section(mails.port, "security = \"none\""), ..Folder::new() };
    folder.import(MONDAY, &office()).await.unwrap();
    let server = Server::on(Arc::new(folder), MONDAY).await;
    let view = server.book("reisepass", PLAGWITZ).await;
    assert_eq!(view.address, "Bürgertreff Plagwitz, Karl-Heine-Straße 54, 04229 Leipzig");
    let booked = page(&server, &format!("/b/{}?lang=de", view.secret)).await;
    assert!(booked.contains("Karl-Heine-Straße 54") && !booked.contains("Eingang im Hof"), "{booked}");
    let calendar = page(&server, &format!("/b/{}/termin.ics?lang=de", view.secret)).await;
    let unfolded = calendar.replace("\r\n ", "");
    assert!(unfolded.contains("Bürgertreff Plagwitz\\, Karl-Heine-Straße 54"), "{unfolded}");
    let mail = until("its mail", async || mails_with(&mails, "Termin gebucht").pop()).await;
    assert!(mail.contains("Karl-Heine-Straße 54") && mail.contains("karte.example/plagwitz"), "{mail}");
    let pin = view.pin.as_ref().unwrap();
    let moved = server.move_to(view.secret, pin, GRUENAU).await.unwrap();
    assert_eq!(moved.address, "Stadtteilladen Grünau, Stuttgarter Allee 19, 04209 Leipzig");
    let mail = until("the next", async || mails_with(&mails, "Termin verschoben").pop()).await;
    assert!(mail.contains("Stuttgarter Allee 19") && mail.contains("Eingang im Hof"), "{mail}");
    assert!(mail.contains("openstreetmap.org/search?query=Stuttgarter"), "the street, not the house\n{mail}");
    server.stop().await;
}

#[tokio::test]
async fn another_place_is_looked_at_beforehand_and_told_once() {
    let mails = MailServer::start().unwrap();
    let folder = Folder { mail: section(mails.port, "security = \"none\""), ..Folder::new() };
    folder.import(MONDAY, &office()).await.unwrap();
    let server = Server::on(Arc::new(folder), MONDAY).await;
    let there = server.book("reisepass", PLAGWITZ).await;
    let other = server.book("reisepass", GRUENAU).await;
    until("both mails", async || (mails_with(&mails, "Termin gebucht").len() == 2).then_some(())).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let (_, _, list) = chief.get(&format!("{EDIT}/hours")).await;
    assert!(list.contains("erste · Di") && list.contains("09:00–12:00 gruenau"), "{list}");
    let (_, _, form) = chief.get(&format!("{EDIT}/hours/1")).await;
    assert!(form.contains("type=\"date\" value=\"2026-12-08\""), "{form}");
    let row = [
        ("step", "0"),
        ("dates.count", "2"),
        ("dates.0", "2026-12-08"),
        ("dates.1", "2026-12-10"),
        ("from", "09:00"),
        ("to", "11:00"),
        ("places", "1"),
        ("stop", "gruenau"),
    ];
    let (status, _, text) = chief.post(&format!("{EDIT}/hours/1"), &row).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    // Nobody goes to Plagwitz any more: that is said, and mended.
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("Keine Zeile der Öffnungszeiten nennt diesen Ort."), "{text}");
    let step = hidden(&text_of_list(&mut chief).await, "step");
    let (status, ..) = chief.post(&format!("{EDIT}/stops"), &[("step", &step), ("press", "remove:1")]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, _, text) = chief.get(PREVIEW).await;
    assert!(text.contains("Ein Termin ist dann an einem anderen Ort"), "{text}");
    assert!(text.contains("<td>Bürgertreff Plagwitz, Karl-Heine-Straße 54"), "{text}");
    assert!(!text.contains("verliert seinen Platz"), "it keeps its time\n{text}");
    let (_, _, city) = chief.get("/staff/city").await;
    assert!(city.contains("Ein Termin ist dann an einem anderen Ort"), "{city}");
    let (status, _, text) = chief.post(PREVIEW, &[("step", &hidden(&text, "step"))]).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    let mail = until("the news", async || mails_with(&mails, "Ihr Termin ist an einem anderen").pop()).await;
    assert!(mail.contains("Bisheriger Ort: Bürgertreff Plagwitz"), "{mail}");
    assert!(mail.contains("Stuttgarter Allee 19"), "{mail}");
    let sequence = "select count(*) from booking where sequence > 0";
    assert_eq!(server.folder.kept.number(sequence), 1, "only one has changed, for its calendar, too");
    let letters = "select count(*) from letter where kind = 'office_place'";
    assert_eq!(server.folder.kept.number(letters), 1);
    let booked = page(&server, &format!("/b/{}?lang=de", there.secret)).await;
    assert!(booked.contains("Stuttgarter Allee 19"), "{booked}");
    assert_ne!(there.secret, other.secret);
    server.stop().await;
}

async fn text_of_list(chief: &mut crate::staff::Browser<'_>) -> String {
    chief.get(&format!("{EDIT}/stops")).await.2
}

//! A counter's appointments as a calendar.

use crate::support::{EIGHT, MONDAY, OFFICE, Server};
use reqwest::StatusCode;

/// The example office with its counters in the plan instead of places.
fn planned() -> String {
    OFFICE.replace("places = 3", "counters = [\"1\", \"2\", \"3\"]")
}

/// The counter that a booking was given.
fn counter(server: &Server) -> String {
    server.folder.kept.text("select min(lane) from place")
}

async fn link(server: &Server, counter: &str) -> String {
    let url = server.folder.run(MONDAY, &["calendar", "link", "musterstadt", counter]).await.unwrap();
    url.strip_prefix("https://termine.example").unwrap_or_else(|| panic!("{url}")).to_owned()
}

#[tokio::test]
async fn staff_subscribe_to_their_counter() {
    let server = Server::with_office(MONDAY, &planned()).await;
    let booking = server.book("reisepass", EIGHT).await;
    let counter = counter(&server);
    let path = link(&server, &counter).await;
    let (status, text) = server.page(&path).await;
    assert_eq!(status, StatusCode::OK, "{text}");
    let unfolded = text.replace("\r\n ", "");
    let code = format!("{} {}", &booking.short_code[..4], &booking.short_code[4..]).replace(' ', "-");
    for part in ["DTSTART:20261123T070000Z", "Reisepass", &booking.booking.to_string(), &code] {
        assert!(unfolded.contains(part), "{part}\n{unfolded}");
    }
    assert_eq!(unfolded.matches("BEGIN:VEVENT").count(), 1);
    assert!(!unfolded.contains("Mustermann") && !unfolded.contains(&booking.secret.to_string()));

    // An office that shows names to its clerks shows them here.
    let named = planned().replace("show_names = false", "show_names = true");
    server.folder.import(MONDAY, &named).await.unwrap();
    let server = server.again_at(MONDAY).await;
    assert!(server.page(&path).await.1.replace("\r\n ", "").contains("Erika Mustermann"));

    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    assert!(!server.page(&path).await.1.contains("VEVENT"));
    server.stop().await;
}

#[tokio::test]
async fn a_link_is_of_one_counter_and_ends() {
    let server = Server::with_office(MONDAY, &planned()).await;
    server.book("reisepass", EIGHT).await;
    let counter = counter(&server);
    let other = ["1", "2", "3"].into_iter().find(|other| *other != counter).unwrap();
    let elsewhere = link(&server, other).await;
    assert!(!server.page(&elsewhere).await.1.contains("VEVENT"));
    let first = link(&server, &counter).await;
    let second = link(&server, &counter).await;
    assert_eq!(server.page(&first).await.0, StatusCode::NOT_FOUND);
    assert!(server.page(&second).await.1.contains("VEVENT"));
    server.folder.run(MONDAY, &["calendar", "end", "musterstadt", &counter]).await.unwrap();
    assert_eq!(server.page(&second).await.0, StatusCode::NOT_FOUND);
    let unknown = server.folder.run(MONDAY, &["calendar", "link", "musterstadt", "99"]).await;
    assert!(unknown.unwrap_err().to_string().contains("no counter `99`"));
    let secret = second.trim_start_matches("/c/").trim_end_matches(".ics");
    assert_eq!(server.folder.kept.count_in_files(secret.as_bytes()), 0);
    server.stop().await;
}

/// Of what two counters do one after the other each sees its own.
#[tokio::test]
async fn each_counter_sees_its_part() {
    let office = OFFICE.replace("places = 3", "counters = [\"1\", \"4\"]");
    let server = Server::with_office(MONDAY, &office).await;
    server.book("personalausweis,fuehrerschein", EIGHT).await;
    for (counter, times, is, is_not) in [
        ("1", ["DTSTART:20261123T070000Z", "DTEND:20261123T071500Z"], "Personalausweis", "Führerschein"),
        ("4", ["DTSTART:20261123T071500Z", "DTEND:20261123T072500Z"], "Führerschein", "Personalausweis"),
    ] {
        let text = server.page(&link(&server, counter).await).await.1.replace("\r\n ", "");
        for part in times.iter().chain([&is]) {
            assert!(text.contains(part), "{part}\n{text}");
        }
        assert!(!text.contains(is_not), "{text}");
    }
    server.stop().await;
}

//! Booking in a browser, without scripts.

use crate::support::{OFFICE, Server};
use foyer_domain::code::{KeyRing, KeyState, PublicKey, read};
use reqwest::StatusCode;

/// The value of a hidden field.
fn field(page: &str, name: &str) -> String {
    let (_, rest) =
        page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}: {page}"));
    rest.split_once('"').unwrap().0.to_owned()
}

fn attributes_of<'a>(page: &'a str, tag: &'a str) -> impl Iterator<Item = &'a str> {
    page.split(tag).skip(1).map(|rest| rest.split_once('>').unwrap().0)
}

/// The check of a name and a wish; back on the form, what was chosen is chosen.
async fn checked_with(server: &Server, hold: &str, name: &str, wish: (&str, &str)) -> String {
    let check = format!("/h/{hold}/check?lang=de");
    let (_, _, checked) = server.form(&check, &[("name", name), ("email", ""), wish]).await;
    assert!(checked.contains("name=\"interpreter\" value=\"yes\""), "{checked}");
    assert!(checked.contains("jemanden, der übersetzt"), "{checked}");
    let (_, _, again) = server.form(&format!("/h/{hold}?lang=de"), &[("name", name), wish]).await;
    assert!(again.contains("value=\"yes\" checked"), "{again}");
    checked
}

#[tokio::test]
async fn a_citizen_books_moves_and_cancels() {
    let server = Server::start().await;
    assert!(server.page("/").await.1.contains("href=\"/musterstadt?lang=de\""));
    let (_, services) = server.page("/musterstadt?lang=de").await;
    assert!(services.contains("name=\"q-personalausweis\"") && services.contains("Biometrisches Passfoto"));
    let (_, times) = server.page("/musterstadt/times?q-personalausweis=2&q-reisepass=0").await;
    assert!(times.contains("2 × Personalausweis beantragen") && times.contains("Vormittag"), "{times}");
    assert!(times.contains("Montag, 23. November 2026") && times.contains("08:00 Uhr"));
    let (nonce, chosen) = (field(&times, "nonce"), field(&times, "services"));
    let press = [("services", chosen.as_str()), ("nonce", &nonce), ("start", "2026-11-23T07:00:00Z")];
    let (status, contact, _) = server.form("/musterstadt/hold?lang=de", &press).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    // Pressed twice, it is the same hold.
    assert_eq!(server.form("/musterstadt/hold?lang=de", &press).await.1, contact);
    let hold = contact.trim_start_matches("/h/").split('?').next().unwrap().to_owned();
    assert!(server.page(&contact).await.1.contains("Wir halten diese Zeit bis 06:4"));

    let check = format!("/h/{hold}/check?lang=de");
    let (status, _, faulty) = server.form(&check, &[("name", " "), ("email", "a@b")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        faulty.contains("role=\"alert\"")
            && faulty.contains("href=\"#name\"")
            && faulty.contains("href=\"#email\"")
    );
    let name = "Erika <b>Mustermann</b>";
    let wish = ("interpreter", "yes");
    let checked = checked_with(&server, &hold, name, wish).await;
    assert!(checked.contains("Erika &#60;b&#62;Mustermann&#60;/b&#62;"), "{checked}");
    let fields = [("name", name), ("email", ""), wish, ("nonce", &field(&checked, "nonce"))];
    let page = format!("/b/{hold}?lang=de");
    let (status, _, done) = server.form(&page, &fields).await;
    assert_eq!(status, StatusCode::OK);
    assert!(done.contains("Ihr Termin ist gebucht.") && done.contains("PIN") && !done.contains("Mustermann"));
    let pin: String = done
        .split("booking__pin")
        .nth(1)
        .unwrap()
        .split("booking__code\">")
        .nth(1)
        .unwrap()
        .chars()
        .take(6)
        .collect();
    assert!(pin.bytes().all(|byte| byte.is_ascii_digit()), "{pin}");
    assert!(server.form(&page, &fields).await.2.contains(&pin), "sent again, it shows the same");
    let (_, seen) = server.page(&page).await;
    assert!(!seen.contains(&pin) && seen.contains("Anmelden können Sie sich von 07:45 Uhr bis 08:15 Uhr."));

    let to = "2026-11-24T12:00:00Z";
    let (_, days) = server.page(&format!("/b/{hold}/move?lang=de&day=2026-11-24")).await;
    assert!(days.contains(&format!("value=\"{to}\"")), "{days}");
    let (_, ask) = server.page(&format!("/b/{hold}/move?start={to}&lang=de")).await;
    let nonce = field(&ask, "nonce");
    let moving = format!("/b/{hold}/move?lang=de");
    let (status, _, wrong) = server.form(&moving, &[("pin", "x"), ("nonce", &nonce), ("start", to)]).await;
    assert!(status == StatusCode::FORBIDDEN && wrong.contains("noch 4 Versuche"), "{status} {wrong}");
    let (status, moved, _) =
        server.form(&moving, &[("pin", &pin), ("nonce", &field(&wrong, "nonce")), ("start", to)]).await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, moved) = server.page(&moved).await;
    assert!(
        moved.contains("Ihr Termin ist verschoben.")
            && moved.contains("Dienstag, 24. November 2026, 13:00 Uhr")
    );
    let (status, gone, _) = server
        .form(&format!("/b/{hold}/cancel?lang=de"), &[("pin", &pin), ("nonce", &field(&moved, "nonce"))])
        .await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    let (_, gone) = server.page(&gone).await;
    assert!(gone.contains("Dieser Termin ist abgesagt.") && !gone.contains("qr.svg"));
    server.stop().await;
}

#[tokio::test]
async fn the_picture_of_a_booking_is_its_code() {
    let server = Server::start().await;
    let booking = server.book("reisepass", "2026-11-23T07:00:00Z").await;
    let path = format!("/b/{}/qr", booking.secret);
    let png =
        server.http.get(format!("{}{path}.png", server.base)).send().await.unwrap().bytes().await.unwrap();
    let picture = image::load_from_memory(&png).unwrap().to_luma8();
    let (_, content) = rqrr::PreparedImage::prepare(picture).detect_grids()[0].decode().unwrap();
    assert_eq!(Some(&content), booking.check_in_code.as_ref());
    let public = server.folder.run("2026-11-23T05:30:00Z", &["key", "list"]).await.unwrap();
    let key = PublicKey {
        id: 1,
        state: KeyState::Active,
        key: public.split_whitespace().last().unwrap().to_owned(),
    };
    assert_eq!(read(&content, &KeyRing::new(&[key])).unwrap().booking, booking.booking);
    assert!(server.page(&format!("{path}.svg")).await.1.contains("48.7mm"));
    server.stop().await;
}

#[tokio::test]
async fn every_page_can_be_read_aloud() {
    let server = Server::start().await;
    let booking = server.book("reisepass", "2026-11-23T07:00:00Z").await;
    let hold = server.hold("reisepass", "2026-11-23T08:00:00Z").await.unwrap();
    for language in foyer_text::Language::ALL {
        let (tag, direction) = (language.tag(), language.direction());
        for path in [
            "/".to_owned(),
            "/musterstadt".to_owned(),
            "/musterstadt/times?services=reisepass:1".to_owned(),
            format!("/h/{}", hold.hold),
            format!("/b/{}", booking.secret),
            format!("/b/{}/move", booking.secret),
            format!("/b/{}/move?start=2026-11-23T09:00:00Z", booking.secret),
            "/nothing/here".to_owned(),
            "/t/nothing".to_owned(),
            "/musterstadt/times".to_owned(),
        ] {
            let sign = if path.contains('?') { '&' } else { '?' };
            let (_, page) = server.page(&format!("{path}{sign}lang={tag}")).await;
            assert_eq!(page.matches("<h1>").count(), 1, "{path}");
            assert!(
                page.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">"))
                    && page.contains("<main"),
                "{path}: {page}"
            );
            for other in foyer_text::Language::ALL {
                assert!(page.contains(&format!("hreflang=\"{}\"", other.tag())), "{path}: {other:?}");
            }
            assert!(
                !page.contains("style=") && !page.replace("/assets/portal-", "").contains("portal-"),
                "{path}: {page}"
            );
            assert!(!page.contains("<script>") && !page.contains("onclick"), "{path}");
            for input in attributes_of(&page, "<input ").filter(|input| !input.contains("hidden")) {
                let id = input.split("id=\"").nth(1).unwrap().split('"').next().unwrap();
                assert!(page.contains(&format!("for=\"{id}\"")), "{path}: {input}");
            }
            assert!(attributes_of(&page, "<select ").all(|select| select.contains("aria-label=")), "{path}");
            assert!(attributes_of(&page, "<img ").all(|img| img.contains("alt=")), "{path}");
        }
    }
    server.stop().await;
}

#[tokio::test]
async fn pages_are_closed_to_others() {
    let server = Server::start().await;
    let response = server.http.get(format!("{}/", server.base)).send().await.unwrap();
    let header = |name: &str| response.headers()[name].to_str().unwrap();
    assert!(header("content-security-policy").starts_with("default-src 'none'"));
    assert!(!header("content-security-policy").contains("unsafe"));
    assert_eq!((header("x-content-type-options"), header("referrer-policy")), ("nosniff", "no-referrer"));
    let page = response.text().await.unwrap();
    let style = attributes_of(&page, "<link rel=\"stylesheet\" href=\"")
        .next()
        .unwrap()
        .trim_end_matches('"')
        .to_owned();
    let style = server.http.get(format!("{}{style}", server.base)).send().await.unwrap();
    assert!(
        style.status() == StatusCode::OK
            && style.headers()["cache-control"].to_str().unwrap().contains("immutable")
    );
    assert_eq!(server.page("/assets/../booking.sqlite").await.0, StatusCode::NOT_FOUND);
    assert_eq!(server.page("/unknown-office").await.0, StatusCode::NOT_FOUND);
    server.stop().await;
}

#[tokio::test]
async fn a_taken_time_shows_the_others() {
    let server =
        Server::with_office(crate::support::MONDAY, &OFFICE.replace("places = 3", "places = 1")).await;
    let (_, times) = server.page("/musterstadt/times?services=reisepass:1").await;
    server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap();
    let press =
        [("services", "reisepass:1"), ("nonce", &field(&times, "nonce")), ("start", "2026-11-23T07:00:00Z")];
    let (status, _, page) = server.form("/musterstadt/hold?lang=de", &press).await;
    assert_eq!(status, StatusCode::CONFLICT);
    assert!(
        page.contains("hat gerade jemand anderes gebucht")
            && page.contains("T07:20:00Z")
            && !page.contains("2026-11-23T07:00:00Z")
    );
    server.stop().await;
}

/// A month says by colour, sign and word how each day is; the day that is pressed shows its times, and nobody has to leaf
/// for the next free one.
#[tokio::test]
async fn days_are_free_full_or_closed() {
    let office = OFFICE.replace("places = 3", "places = 1");
    let server = Server::with_office(crate::support::MONDAY, &office).await;
    for start in 0..12 {
        let start = crate::support::at("2026-11-27T07:00:00Z") + chrono::TimeDelta::minutes(20 * start);
        server.hold("reisepass", &start.to_rfc3339()).await.unwrap();
    }
    let times = "/musterstadt/times?services=reisepass:1&lang=de";
    let (_, page) = server.page(times).await;
    assert!(page.contains("Nächste freie Zeit: Montag, 23. November 2026, 08:00 Uhr"), "{page}");
    for said in [
        "Montag, 30. November 2026: 40 freie Zeiten",
        "Freitag, 27. November 2026: ausgebucht",
        "Samstag, 28. November 2026: geschlossen",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    assert!(
        page.contains("month=2026-12") && !page.contains("month=2026-10"),
        "nothing can be booked in the past"
    );
    let (_, page) = server.page(&format!("{times}&day=2026-11-30")).await;
    assert!(
        page.contains("value=\"2026-11-30T07:00:00Z\"") && !page.contains("value=\"2026-11-23T07:20:00Z\"")
    );
    // The full day says so and offers nothing; a day that nobody can book is as if nothing was asked.
    let (_, page) = server.page(&format!("{times}&day=2026-11-27")).await;
    assert!(
        page.contains("<span class=\"quiet\">ausgebucht</span>") && !page.contains("2026-11-27T"),
        "{page}"
    );
    let (_, page) = server.page(&format!("{times}&day=2026-11-22")).await;
    assert!(page.contains("value=\"2026-11-23T07:00:00Z\""));
    let (_, page) = server.page(&format!("{times}&month=2026-12")).await;
    assert!(page.contains("Dezember 2026") && page.contains("value=\"2026-12-01T07:00:00Z\""), "{page}");
    assert!(page.contains("Donnerstag, 24. Dezember 2026: geschlossen"));
    for strange in ["month=2126-01", "month=0000-00", "day=x", "month=2026-13&day=2026-02-30"] {
        let (status, page) = server.page(&format!("{times}&{strange}")).await;
        assert!(status == StatusCode::OK && page.contains("<table"), "{strange}");
    }
    server.stop().await;
}

#[tokio::test]
async fn an_ended_hold_says_so_plainly() {
    let server = Server::start().await;
    let hold = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap();
    let server = server.again_at("2026-11-23T05:45:00Z").await;
    let (status, page) = server.page(&format!("/h/{}?lang=de", hold.hold)).await;
    assert_eq!(status, StatusCode::GONE);
    assert!(
        page.contains("bis 06:40 Uhr für Sie frei gehalten")
            && page.contains("/musterstadt/times?services=reisepass:1"),
        "{page}"
    );
    let fields = [("name", "E"), ("email", ""), ("nonce", &uuid::Uuid::new_v4().to_string())];
    assert_eq!(server.form(&format!("/b/{}", hold.hold), &fields).await.0, StatusCode::GONE);
    server.stop().await;
}

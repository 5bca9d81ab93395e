//! Booking in a browser, without scripts.

use crate::support::{OFFICE, Server};
use foyer_domain::code::{KeyRing, KeyState, PublicKey, read};
use reqwest::StatusCode;
use std::io::Read;

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
    assert!(checked.contains("name=\"interpreter\" value=\"ar\""), "{checked}");
    assert!(checked.contains("Arabisch, vor Ort"), "{checked}");
    let (_, _, again) = server.form(&format!("/h/{hold}?lang=de"), &[("name", name), wish]).await;
    assert!(again.contains("value=\"ar\" selected"), "{again}");
    checked
}

/// The values of the hidden fields of the form with this id.
fn hidden_in(page: &str, id: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once(&format!("id=\"{id}\">")).unwrap_or_else(|| panic!("{id}: {page}"));
    let form = form.split("</form>").next().unwrap();
    let value = |input: &str, name: &str| {
        let value = input.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap();
        value.replace("&#60;", "<").replace("&#62;", ">")
    };
    attributes_of(form, "<input ").map(|input| (value(input, "name"), value(input, "value"))).collect()
}

/// The languages of the confirmation send its form again, so that the PIN is not lost.
async fn in_another_language(server: &Server, hold: &str, done: &str, pin: &str) {
    assert!(
        done.contains(&format!("form=\"booked\" formmethod=\"post\" formaction=\"/b/{hold}?lang=en\"")),
        "{done}"
    );
    let fields = hidden_in(done, "booked");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (&**name, &**value)).collect();
    let (status, _, english) = server.form(&format!("/b/{hold}?lang=en"), &fields).await;
    assert!(status == StatusCode::OK && english.contains(pin), "{english}");
    assert!(english.contains("The PIN is shown only here"), "{english}");
}

/// Another tab with the form leads to the booking, not to a second one.
async fn booked_already(server: &Server, hold: &str, fields: &[(&str, &str)]) {
    let other = uuid::Uuid::new_v4().to_string();
    let fields: Vec<_> =
        fields.iter().map(|(name, value)| (*name, if *name == "nonce" { &*other } else { *value })).collect();
    for path in [format!("/b/{hold}?lang=de"), format!("/h/{hold}/check?lang=de")] {
        let (status, leads, _) = server.form(&path, &fields).await;
        assert_eq!((status, &*leads), (StatusCode::SEE_OTHER, &*format!("/b/{hold}?already=1&lang=de")));
        let (_, page) = server.page(&leads).await;
        assert!(page.contains("Diesen Termin haben Sie schon gebucht.") && page.contains("qr.svg"), "{page}");
    }
}

/// Nobody is offered times for what is cancelled.
async fn not_moved_any_more(server: &Server, hold: &str, to: &str) {
    for query in ["?lang=de".to_owned(), format!("?start={to}&lang=de")] {
        let request = server.http.get(format!("{}/b/{hold}/move{query}", server.base)).send().await.unwrap();
        assert_eq!(request.status(), StatusCode::SEE_OTHER);
        assert_eq!(request.headers()["location"], format!("/b/{hold}?lang=de").as_str());
    }
}

#[tokio::test]
async fn a_citizen_books_moves_and_cancels() {
    let server = Server::start().await;
    let (_, times) = server.page("/musterstadt/times?services=personalausweis:2").await;
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
    let wish = ("interpreter", "ar");
    let checked = checked_with(&server, &hold, name, wish).await;
    assert!(checked.contains("Erika &#60;b&#62;Mustermann&#60;/b&#62;"), "{checked}");
    let fields = [("name", name), ("email", ""), wish, ("nonce", &field(&checked, "nonce"))];
    let page = format!("/b/{hold}?lang=de");
    let (status, _, done) = server.form(&page, &fields).await;
    assert_eq!(status, StatusCode::OK);
    assert!(done.contains("Ihr Termin ist gebucht.") && done.contains("Nur hier steht die PIN"), "{done}");
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
    in_another_language(&server, &hold, &done, &pin).await;
    booked_already(&server, &hold, &fields).await;
    let (_, seen) = server.page(&page).await;
    assert!(!seen.contains(&pin) && !seen.contains("Mustermann"), "{seen}");
    assert!(seen.contains("Anmelden können Sie sich von 07:45 Uhr bis 08:15 Uhr."));

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
    not_moved_any_more(&server, &hold, to).await;
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
    let folder = Server::start().await.stop().await;
    folder.import(crate::support::MONDAY, &crate::support::north()).await.unwrap();
    let server = Server::on(folder, crate::support::MONDAY).await;
    let booking = server.book("reisepass", "2026-11-23T07:00:00Z").await;
    let hold = server.hold("reisepass", "2026-11-23T08:00:00Z").await.unwrap();
    for language in foyer_text::Language::ALL {
        let (tag, direction) = (language.tag(), language.direction());
        for path in [
            "/".to_owned(),
            "/musterstadt".to_owned(),
            "/musterstadt?services=reisepass:1&q=pass".to_owned(),
            "/musterstadt/questions".to_owned(),
            "/musterstadt/questions/reise?asked=1".to_owned(),
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
                assert!(page.contains(&format!(" lang=\"{}\" ", other.tag())), "{path}: {other:?}");
            }
            assert!(
                !page.contains("style=") && !page.replace("/assets/portal-", "").contains("portal-"),
                "{path}: {page}"
            );
            assert!(!page.contains("<script>") && !page.contains("onclick"), "{path}");
            let fields = attributes_of(&page, "<input ").chain(attributes_of(&page, "<select "));
            for input in fields.filter(|input| !input.contains("hidden")) {
                let id = input.split("id=\"").nth(1).unwrap().split('"').next().unwrap();
                assert!(page.contains(&format!("for=\"{id}\"")), "{path}: {input}");
            }
            assert!(attributes_of(&page, "<img ").all(|img| img.contains("alt=")), "{path}");
        }
    }
    server.stop().await;
}

#[tokio::test]
async fn pages_are_closed_to_others() {
    let server = Server::start().await;
    let response = server.http.get(format!("{}/musterstadt", server.base)).send().await.unwrap();
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

/// What somebody with a slow link waits for before the first page can be used: at most 100 kB.
#[tokio::test]
async fn the_first_page_is_light() {
    let server = Server::start().await;
    let load = async |path: &str| {
        let request = server.http.get(format!("{}{path}", server.base)).header("accept-encoding", "gzip");
        let response = request.send().await.unwrap();
        assert_eq!(response.headers()["content-encoding"], "gzip", "{path}");
        response.bytes().await.unwrap()
    };
    for path in ["/musterstadt?lang=de", "/musterstadt?lang=ar", "/musterstadt/times?services=reisepass:1"] {
        let (_, page) = server.page(path).await;
        let styles = attributes_of(&page, "<link rel=\"stylesheet\" href=\"");
        let parts = styles.chain(attributes_of(&page, "<script src=\""));
        let parts: Vec<&str> = parts.map(|part| part.split('"').next().unwrap()).collect();
        assert!(parts.len() >= 4, "{parts:?}");
        let mut bytes = load(path).await.len();
        for part in parts {
            let packed = load(part).await;
            let mut read = Vec::new();
            flate2::read::GzDecoder::new(&packed[..]).read_to_end(&mut read).unwrap();
            assert_eq!(String::from_utf8(read).unwrap(), server.page(part).await.1, "{part}");
            bytes += packed.len();
        }
        assert!(bytes <= 100_000, "{path} weighs {bytes} bytes");
    }
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
async fn the_form_asks_what_the_office_needs_and_no_more() {
    let office = OFFICE
        .replace("email = \"optional\"", "email = \"required\"")
        .replace("phone = \"none\"", "phone = \"required\"")
        .replace("interpreters = [\"on_site\", \"telephone\", \"video\"]", "interpreters = []");
    let server = Server::with_office(crate::support::MONDAY, &office).await;
    let hold = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap().hold;
    let (_, form) = server.page(&format!("/h/{hold}?lang=de")).await;
    assert!(form.contains("id=\"phone\"") && !form.contains("name=\"interpreter\""), "{form}");
    let check = format!("/h/{hold}/check?lang=de");
    let (status, _, faulty) = server.form(&check, &[("name", "E"), ("phone", "x")]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    for said in ["href=\"#email\"", "Dieser Standort braucht sie.", "href=\"#phone\"", "wie 01234 5678"] {
        assert!(faulty.contains(said), "{said}: {faulty}");
    }
    assert!(!faulty.contains("href=\"#name\""));
    let fields = [("name", "E"), ("email", "e@example.org"), ("phone", "01234 5678"), ("persons", "4")];
    let more = [("more_time", "yes"), ("pick_up", "yes"), ("interpreter", "ar"), ("way", "video")];
    let (_, _, checked) = server.form(&check, &[fields.as_slice(), &more].concat()).await;
    for said in
        ["01234 5678", "<dd class=\"written\">4</dd>", "mehr Zeit", "im Wartebereich ab", "verbindlich"]
    {
        assert!(checked.contains(said), "{said}: {checked}");
    }
    assert!(!checked.contains("Dolmetschen"), "none is offered here");
    let refused = server.confirm(hold).await.unwrap_err();
    assert!(refused.detail.unwrap().contains("`phone` is missing"), "for programs, too");
    server.stop().await;
}

/// A hold is made longer on each of the two pages, and says so; pressed twice at once nothing changes.
#[tokio::test]
async fn a_hold_is_made_longer() {
    let server = Server::start().await;
    for then in ["", "&then=check"] {
        let held = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap();
        let hold = held.hold;
        let typed = [("name", "Erika"), ("email", "")];
        let (_, _, page) = server.form(&format!("/h/{hold}/check?lang=de"), &typed).await;
        let longer = format!("/h/{hold}/longer?lang=de{then}");
        assert!(page.contains("bis 06:40") && page.contains(&format!("/h/{hold}/longer?lang=de&")), "{page}");
        for _ in 0..2 {
            let (status, _, page) = server.form(&longer, &typed).await;
            assert!(
                status == StatusCode::OK && page.contains("bis 06:50") && page.contains("Erika"),
                "{page}"
            );
            assert!(page.contains("/longer"), "once more is possible");
            assert_eq!(page.contains("verbindlich buchen"), !then.is_empty(), "the same page again");
        }
    }
    let early = server.hold("reisepass", "2026-11-23T08:00:00Z").await.unwrap().hold;
    let server = server.again_at("2026-11-23T05:45:00Z").await;
    assert_eq!(server.form(&format!("/h/{early}/longer"), &[("name", "E")]).await.0, StatusCode::GONE);
    let kept = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap();
    assert_eq!(server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap_err().code(), "slot_taken");
    let server = server.again_at("2026-11-23T05:51:00Z").await;
    server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap();
    assert!(server.confirm(kept.hold).await.is_ok());
    server.stop().await;
}

/// All that somebody needs on the way stands on the page: the number beneath the picture, fees, forms, map, wishes.
#[tokio::test]
async fn the_confirmation_says_all_that_a_mail_says() {
    let server = Server::start().await;
    let hold = server.hold("personalausweis", "2026-11-23T07:00:00Z").await.unwrap().hold;
    let nonce = uuid::Uuid::new_v4().to_string();
    let fields = [
        ("name", "Erika Mustermann"),
        ("persons", "3"),
        ("pick_up", "yes"),
        ("interpreter", "kmr"),
        ("way", "video"),
        ("nonce", &*nonce),
    ];
    let path = format!("/b/{hold}?lang=de");
    let (_, _, done) = server.form(&path, &fields).await;
    for page in [done, server.page(&path).await.1] {
        let figure = page.split("<figure").nth(1).unwrap().split("</figure>").next().unwrap();
        assert!(figure.contains("Terminnummer") && figure.contains("booking__code"), "{figure}");
        for said in [
            "46,00\u{a0}€",
            "27,60\u{a0}€ (unter 24 Jahren)",
            "<dd class=\"written\">3</dd>",
            "Kurdisch (Kurmandschi), per Video",
            "https://www.openstreetmap.org/search?query=Rathausplatz",
            "id=\"print\" hidden",
        ] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(
            page.contains("Wünsche") && page.contains("sehen Sie Ihren Termin wieder, die PIN aber nicht")
        );
    }
    server.stop().await;
}

/// A browser's history leads to addresses that only take forms.
#[tokio::test]
async fn no_address_of_a_step_is_an_empty_page() {
    let server = Server::start().await;
    let hold = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap().hold;
    let booking = server.book("reisepass", "2026-11-23T08:00:00Z").await.secret;
    for (path, leads) in [
        (format!("/h/{hold}/check?lang=ar"), format!("/h/{hold}?lang=ar")),
        (format!("/h/{hold}/longer"), format!("/h/{hold}")),
        (format!("/h/{hold}/again?lang=tr"), format!("/h/{hold}?lang=tr")),
        (
            "/musterstadt/hold?services=reisepass:1&lang=de".to_owned(),
            "/musterstadt?services=reisepass:1&lang=de".to_owned(),
        ),
        (format!("/b/{booking}/cancel?lang=de"), format!("/b/{booking}?lang=de&cancel=1#cancel")),
        (format!("/w/{booking}/leave"), format!("/w/{booking}")),
        ("/t/nothing/late".to_owned(), "/t/nothing".to_owned()),
    ] {
        let response = server.http.get(format!("{}{path}", server.base)).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::SEE_OTHER, "{path}");
        assert_eq!(response.headers()["location"], leads.as_str());
    }
    // Whatever else takes no such request says so in words, and programs are told in theirs.
    let url = format!("{}/musterstadt/times?lang=de", server.base);
    let response = server.http.post(url).send().await.unwrap();
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert_eq!(response.headers()["allow"], "GET,HEAD");
    let page = response.text().await.unwrap();
    assert!(page.contains("Diese Seite lässt sich so nicht öffnen") && page.contains("Zu allen Standorten"));
    let told = server.get::<serde_json::Value>("/api/v1/lobbies").await;
    assert_eq!(crate::support::kind(told), "wrong_method");
    server.stop().await;
}

/// Whoever needs time gets it ten times (WCAG 2.2.1), and then no more.
#[tokio::test]
async fn a_hold_is_made_longer_ten_times() {
    let mut server = Server::start().await;
    let hold = server.hold("reisepass", "2026-11-23T08:00:00Z").await.unwrap().hold;
    let first: chrono::DateTime<chrono::Utc> = "2026-11-23T05:39:00Z".parse().unwrap();
    for time in 1..=11 {
        let now = first + chrono::TimeDelta::minutes(10) * (time - 1);
        server = server.again_at(&now.to_rfc3339_opts(chrono::SecondsFormat::Secs, true)).await;
        let told: Result<foyer_protocol::booking::Hold, _> =
            server.post(&format!("/api/v1/holds/{hold}/extend"), uuid::Uuid::new_v4(), ()).await;
        let until = told.unwrap().until;
        // Held from 06:30 local time on for ten minutes, and ten times more.
        let minutes = (until - (first - chrono::TimeDelta::minutes(9))).num_minutes();
        assert!(minutes == i64::from(10 + 10 * time.min(10)), "{time}: {minutes}");
        let (_, page) = server.page(&format!("/h/{hold}?lang=de")).await;
        assert_eq!(page.contains("/longer"), time < 10, "{time}");
    }
    server.stop().await;
}

/// What was wished arrives at the office; the telephone number goes with the rest.
#[tokio::test]
async fn wishes_are_kept_and_reach_the_office() {
    let office = OFFICE.replace("phone = \"none\"", "phone = \"optional\"");
    let server = Server::with_office(crate::support::MONDAY, &office).await;
    let hold = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap().hold;
    let nonce = uuid::Uuid::new_v4().to_string();
    let fields = [
        ("name", "Erika Mustermann"),
        ("phone", "01234 567890"),
        ("persons", "3"),
        ("pick_up", "yes"),
        ("interpreter", "kmr"),
        ("way", "video"),
        ("nonce", &*nonce),
    ];
    assert_eq!(server.form(&format!("/b/{hold}?lang=de"), &fields).await.0, StatusCode::OK);
    let kept = &server.folder.kept;
    let wished = "persons = 3 and interpreter_language = 'kmr' and interpreter_way = 'video'";
    assert_eq!(kept.number(&format!("select count(*) from booking where {wished}")), 1);
    assert_eq!(kept.text("select phone from contact"), "01234 567890");
    let changes = kept.text("select body from change where body like '%pick_up%' order by seq desc limit 1");
    assert!(changes.contains("\"pick_up\":true,\"more_time\":false,\"interpreter\":true"), "{changes}");
    assert!(!changes.contains("567890") && !changes.contains("Erika"));
    server.stop().await;
}

/// Another language, a look back, a hold that ran out, a time that went to somebody else: nothing has to be typed again.
#[tokio::test]
async fn nothing_typed_is_ever_lost() {
    let server =
        Server::with_office(crate::support::MONDAY, &OFFICE.replace("places = 3", "places = 1")).await;
    let hold = server.hold("reisepass", "2026-11-23T07:00:00Z").await.unwrap().hold;
    let typed = [("name", "Zoë \"X\""), ("email", "zoe@example.org"), ("persons", "3"), ("pick_up", "yes")];
    let keeps = |page: &str| {
        ["Zoë &#34;X&#34;", "zoe@example.org"].iter().all(|text| page.contains(text))
            && (page.contains("name=\"persons\" value=\"3\"") || page.contains("value=\"3\" selected"))
            && (page.contains("name=\"pick_up\" value=\"yes\"") || page.contains("value=\"yes\" checked"))
    };
    let (_, _, turkish) = server.form(&format!("/h/{hold}?lang=tr"), &typed).await;
    assert!(keeps(&turkish) && turkish.contains("lang=\"tr\"") && turkish.contains("formaction=\"/h/"));
    let server = server.again_at("2026-11-23T05:45:00Z").await;
    let nonce = ("nonce", &*uuid::Uuid::new_v4().to_string());
    let whole = [typed.as_slice(), &[nonce]].concat();
    for path in [format!("/h/{hold}/check?lang=de"), format!("/b/{hold}?lang=de")] {
        let (status, _, page) = server.form(&path, &whole).await;
        assert_eq!(status, StatusCode::GONE, "{path}");
        assert!(keeps(&page) && page.contains("Es wurde nichts gebucht."), "{path}: {page}");
        assert!(page.contains("Ihre Angaben sind noch da.") && page.contains("2026-11-23T07:00:00Z"));
    }
    let again = format!("/h/{hold}/again?lang=de");
    let (status, _, page) = server.form(&again, &[whole.as_slice(), &[("day", "2026-11-24")]].concat()).await;
    assert!(status == StatusCode::OK && keeps(&page) && page.contains("2026-11-24T07:00:00Z"), "{page}");
    let press = [whole.as_slice(), &[("start", "2026-11-24T07:00:00Z")]].concat();
    server.hold("reisepass", "2026-11-24T07:00:00Z").await.unwrap();
    let (status, _, page) = server.form(&again, &press).await;
    assert!(status == StatusCode::CONFLICT && keeps(&page), "{page}");
    assert!(!page.contains("2026-11-24T07:00:00Z") && page.contains("2026-11-24T07:20:00Z"));
    let press = [whole.as_slice(), &[("start", "2026-11-24T07:20:00Z")]].concat();
    let (status, _, form) = server.form(&again, &press).await;
    assert!(status == StatusCode::OK && keeps(&form) && form.contains("Wir halten diese Zeit bis"), "{form}");
    assert!(form.contains("Dienstag, 24. November 2026, 08:20 Uhr"));
    assert_eq!(
        attributes_of(&server.form(&again, &press).await.2, "<form ").next(),
        attributes_of(&form, "<form ").next(),
        "pressed twice, it is the same hold"
    );
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
            && page.contains("value=\"2026-11-23T07:00:00Z\"")
            && !page.contains("Ihre Angaben sind noch da."),
        "{page}"
    );
    let fields = [("name", "E"), ("email", ""), ("nonce", &uuid::Uuid::new_v4().to_string())];
    assert_eq!(server.form(&format!("/b/{}", hold.hold), &fields).await.0, StatusCode::GONE);
    server.stop().await;
}

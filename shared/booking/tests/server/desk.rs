//! What staff change of a booking: moving it here or elsewhere, cancelling it for the office, who comes, and notes.

use crate::mail_server::nobody;
use crate::outbox::sending;
use crate::staff::{hidden, signed_on};
use crate::support::{EIGHT, MONDAY, Server, at, north, until};
use foyer_protocol::booking::BookingView;
use reqwest::StatusCode;

const LATER: &str = "2026-11-24T09:00:00Z";

/// The newest letter that waits.
fn letter(server: &Server) -> String {
    server.folder.kept.text("select kind || ' ' || about from letter where kind <> 'reminder' order by made_at desc, sequence desc limit 1")
}

async fn read(server: &Server, booking: &BookingView) -> BookingView {
    server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap()
}

#[tokio::test]
async fn the_office_moves_a_booking_and_says_why() {
    let server = sending(nobody()).await;
    let booking = server.book("reisepass", EIGHT).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}/move", booking.booking);
    let (_, _, text) = clerk.get(&format!("{page}?from=2026-11-24")).await;
    assert!(text.contains("Dienstag, 24. November 2026") && !text.contains("Montag, 23. November 2026</h2>"));
    let nonce = hidden(&text, "nonce");
    let form = |reason, own| {
        [
            ("nonce", nonce.as_str()),
            ("office", "musterstadt"),
            ("from", "2026-11-24"),
            ("start", LATER),
            ("reason", reason),
            ("own-de", own),
        ]
    };
    // Own words that are none are asked for, and the chosen time stays.
    let (status, _, text) = clerk.post(&page, &form("own", " ")).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Bitte einen Grund wählen"),
        "{text}"
    );
    assert!(text.contains(&format!("value=\"{LATER}\" required checked")), "{text}");
    let (status, leads, text) = clerk.post(&page, &form("illness", "")).await;
    assert!(status == StatusCode::SEE_OTHER && leads.starts_with("/staff/bookings/"), "{text}");
    assert_eq!(clerk.post(&page, &form("illness", "")).await.0, StatusCode::SEE_OTHER, "pressed twice");
    let moved = read(&server, &booking).await;
    assert_eq!((moved.start, moved.short_code.as_str()), (at(LATER), booking.short_code.as_str()));
    assert_ne!(moved.check_in_code, booking.check_in_code);
    let told = letter(&server);
    assert!(told.starts_with("office_moved") && told.contains("Несколько наших сотрудников"), "{told}");
    assert_eq!(server.folder.kept.number("select count(*) from letter where kind = 'office_moved'"), 1);
    // What nobody offers is refused, and the booking stays where it is.
    let nonce = uuid::Uuid::new_v4().to_string();
    let form = [
        ("nonce", nonce.as_str()),
        ("start", "2026-11-24T09:01:00Z"),
        ("office", "musterstadt"),
        ("reason", "asked"),
    ];
    assert_eq!(clerk.post(&page, &form).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(read(&server, &booking).await.start, at(LATER));
    server.stop().await;
}

#[tokio::test]
async fn a_booking_goes_to_another_office() {
    let server = Server::start().await;
    server.folder.import(MONDAY, &north()).await.unwrap();
    let booking = server.book("reisepass", EIGHT).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}/move", booking.booking);
    until("the other office is known", async || {
        let (_, _, text) = clerk.get(&format!("{page}?office=nord")).await;
        text.contains("value=\"nord\" selected").then_some(())
    })
    .await;
    let (_, _, text) = clerk.get(&format!("{page}?office=nord")).await;
    let nonce = hidden(&text, "nonce");
    let form = [("nonce", nonce.as_str()), ("office", "nord"), ("start", LATER), ("reason", "asked")];
    let (status, _, text) = clerk.post(&page, &form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    let moved = read(&server, &booking).await;
    assert_eq!((moved.office.as_str(), moved.start), ("nord", at(LATER)));
    let number = |sql: &str| server.folder.kept.number(sql);
    assert_eq!(number("select count(*) from place where office = 'musterstadt'"), 0);
    assert!(number("select count(*) from place where office = 'nord'") > 0);
    // The lobby that it leaves hears that it is gone, the other one that it comes.
    let told = |office: &str| {
        server
            .folder
            .kept
            .text(&format!("select body from change where office = '{office}' and kind = 'booking'"))
    };
    assert!(told("musterstadt").contains("cancelled") && told("nord").contains("confirmed"));
    // The old PIN still counts.
    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn whom_no_mail_reaches_is_rung_up_and_then_forgotten() {
    let server = sending(nobody()).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let book = "/staff/offices/musterstadt/book";
    let nonce = uuid::Uuid::new_v4().to_string();
    let form = [
        ("services", "reisepass:1"),
        ("from", "2026-11-23"),
        ("start", LATER),
        ("nonce", &nonce),
        ("name", "Zacharias Unverwechselbar"),
        ("phone", "01234 5678"),
        ("language", "de"),
    ];
    let (status, _, text) = clerk.post(book, &form).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
    let (_, page, _) = clerk.get("/staff/offices/musterstadt/find?q=Unverwechselbar").await;
    let page = page.split('?').next().unwrap();
    let (_, _, text) = clerk.get(page).await;
    let press = [("nonce", &*hidden(&text, "nonce")), ("reason", "own"), ("own-de", "Wasserrohrbruch.")];
    assert_eq!(clerk.post(&format!("{page}/cancel"), &press).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = clerk.get(page).await;
    assert!(text.contains("Bitte anrufen") && text.contains("tel:01234 5678"), "{text}");
    assert_eq!(clerk.post(&format!("{page}/rung"), &[]).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = clerk.get(page).await;
    assert!(!text.contains("Unverwechselbar") && !text.contains("Bitte anrufen"), "{text}");
    assert_eq!(server.folder.kept.number("select count(*) from contact"), 0);
    server.stop().await;
}

#[tokio::test]
async fn who_comes_is_corrected_and_a_note_goes_with_it() {
    let server = sending(nobody()).await;
    let booking = server.book("reisepass", LATER).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}", booking.booking);
    let (_, _, text) = clerk.get(&page).await;
    let nonce = hidden(&text, "nonce");
    let form = |email| {
        [
            ("nonce", nonce.as_str()),
            ("shown-name", "Erika Mustermann"),
            ("shown-email", "erika@example.org"),
            ("shown-language", "de"),
            ("name", "Erika Meier"),
            ("email", email),
            ("phone", ""),
            ("language", "tr"),
        ]
    };
    let (status, _, text) = clerk.post(&format!("{page}/contact"), &form("erika")).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("value=\"erika\""), "{text}");
    assert_eq!(
        clerk.post(&format!("{page}/contact"), &form("e@meier.example")).await.0,
        StatusCode::SEE_OTHER
    );
    let kept = &server.folder.kept;
    assert_eq!(kept.text("select name || email from contact"), "Erika Meiere@meier.example");
    assert_eq!(kept.text("select language from booking"), "tr");
    // The new address hears of it, although the old one was written to.
    assert_eq!(kept.number("select max(sequence) from letter where kind = 'confirmed'"), 1);
    let note = "Bringt den Rollstuhlpass mit.\nBitte <b>Tür</b> öffnen.";
    assert_eq!(clerk.post(&format!("{page}/note"), &[("note", note)]).await.0, StatusCode::SEE_OTHER);
    let (_, _, text) = clerk.get("/staff/offices/musterstadt?day=2026-11-24").await;
    assert!(text.contains("Rollstuhlpass") && text.contains("&#60;b&#62;Tür"), "{text}");
    let long = "x".repeat(1001);
    let (status, _, _) = clerk.post(&format!("{page}/note"), &[("note", &long)]).await;
    assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
    let server = server.again_at("2026-11-25T05:30:00Z").await;
    until("the contact is gone", async || {
        (server.folder.kept.count_in_files("Rollstuhlpass".as_bytes()) == 0).then_some(())
    })
    .await;
    server.stop().await;
}

/// Two have the same page open: whoever saves second sees what the first one saved, and loses nothing of their own.
#[tokio::test]
async fn nothing_that_somebody_else_saved_is_lost() {
    let server = Server::start().await;
    let booking = server.book("reisepass", LATER).await;
    let mut kim = signed_on(&server, "Kim Beispiel", "clerk").await;
    let mut rea = signed_on(&server, "Rea Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}", booking.booking);
    let (_, _, opened) = rea.get(&page).await;
    let first = "Bringt einen Rollstuhl mit.\r\nBitte ebenerdig.";
    for text in [first, first] {
        let form = [("shown-note", ""), ("note", text)];
        assert_eq!(kim.post(&format!("{page}/note"), &form).await.0, StatusCode::SEE_OTHER, "pressed twice");
    }
    let own = [("shown-note", &*hidden(&opened, "shown-note")), ("note", "Kommt mit dem Bus.")];
    let (status, _, text) = rea.post(&format!("{page}/note"), &own).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("jemand anderes die Notiz"),
        "{text}"
    );
    assert!(text.contains("Rollstuhl") && text.contains(">Kommt mit dem Bus.</textarea>"), "{text}");
    let kept = &server.folder.kept;
    assert_eq!(kept.text("select note from contact"), first.replace("\r\n", "\n"));
    // Having seen it, they save what both have written.
    let both = [("shown-note", &*hidden(&text, "shown-note")), ("note", "Rollstuhl, mit dem Bus.")];
    assert_eq!(rea.post(&format!("{page}/note"), &both).await.0, StatusCode::SEE_OTHER);
    assert_eq!(kept.text("select note from contact"), "Rollstuhl, mit dem Bus.");
    // Who comes, in the same way.
    let correct = async |browser: &mut crate::staff::Browser<'_>, seen: &str, name: &str| {
        let shown = ["nonce", "shown-name", "shown-email", "shown-phone", "shown-language"];
        let shown = shown.map(|field| (field, hidden(seen, field)));
        let own =
            [("name", name), ("email", "erika@example.org"), ("phone", "01234 5678"), ("language", "de")];
        let all = shown.iter().map(|(field, value)| (*field, value.as_str())).chain(own);
        browser.post(&format!("{page}/contact"), &all.collect::<Vec<_>>()).await
    };
    let (_, _, seen_by_kim) = kim.get(&page).await;
    assert_eq!(correct(&mut kim, &seen_by_kim, "Erika Meier").await.0, StatusCode::SEE_OTHER);
    let (status, _, text) = correct(&mut rea, &opened, "Erika Müller").await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Name oder Kontakt geändert"),
        "{text}"
    );
    assert!(text.contains("Erika Meier") && text.contains("value=\"Erika Müller\""), "{text}");
    assert_eq!(kept.text("select name from contact"), "Erika Meier");
    assert_eq!(correct(&mut rea, &text, "Erika Müller").await.0, StatusCode::SEE_OTHER);
    assert_eq!(kept.text("select name from contact"), "Erika Müller");
    server.stop().await;
}

#[tokio::test]
async fn who_has_no_mail_gets_a_letter() {
    let server = Server::start().await;
    let booking = server.book("reisepass", LATER).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = format!("/staff/bookings/{}", booking.booking);
    let letter = format!("{page}/letter");
    let long = "x".repeat(46);
    for wrong in ["", " \r\n ", "1\n2\n3\n4\n5\n6\n7", &long] {
        let (status, _, text) = clerk.post(&letter, &[("address", wrong)]).await;
        assert!(
            status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("höchstens sechs Zeilen"),
            "{text}"
        );
    }
    let address = "Erika Mustermann\r\nUnvergleichliche Gasse 3\r\n12345 Musterstadt";
    let (status, _, text) = clerk.post(&letter, &[("address", address)]).await;
    assert!(status == StatusCode::OK && text.starts_with("%PDF-"));
    assert_eq!(server.folder.kept.count_in_files("Unvergleichliche".as_bytes()), 0);
    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    assert_eq!(clerk.post(&letter, &[("address", address)]).await.0, StatusCode::CONFLICT);
    server.stop().await;
}

/// However many there are, whoever is sought is found, and no more than a page of them.
#[tokio::test]
async fn somebody_is_found_among_very_many() {
    let server = Server::start().await;
    server.book("reisepass", LATER).await;
    let kept = &server.folder.kept;
    let many = "with recursive number(i) as (select 1 union all select i + 1 from number where i < 1200)
        insert into booking (id, secret, office, start, minutes, services, state, short_code, language, pin_salt,
            made_at, code, key)
        select i, '00000000-0000-0000-0000-' || (100000000000 + i), office, start, minutes, services, 'confirmed',
            'N' || i, 'de', pin_salt, made_at, code, key from booking, number";
    assert_eq!(kept.execute(many).unwrap(), 1200);
    let who = "insert into contact (booking, name, email, phone, delete_after)
        select id, case when id in (500, 501, 1200) then 'Gesucht' else 'Viele' end, '', '', 4000000000
        from booking where id <= 1200";
    assert_eq!(kept.execute(who).unwrap(), 1200);
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    for (typed, count) in [("gesucht", "3 Termine"), ("viele", "50 Termine")] {
        let (_, _, text) = clerk.get(&format!("/staff/offices/musterstadt/find?q={typed}")).await;
        assert!(text.contains(count), "{typed}: {text}");
    }
    server.stop().await;
}

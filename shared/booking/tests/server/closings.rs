//! An office closes: whom that concerns, what they are told, and what becomes of their bookings.

use crate::capacity::{row, with_plan};
use crate::feed::Feed;
use crate::mail_server::nobody;
use crate::outbox::sending;
use crate::people::{city, clerk_at};
use crate::staff::{Browser, hidden, signed_on};
use crate::support::{EIGHT, MONDAY, Server, at, until};
use crate::waiting::{self, NINE, OFFERS, WEDNESDAY, Waiting};
use foyer_domain::booking::BookingState;
use foyer_protocol::booking::BookingView;
use foyer_protocol::feed::{Change, Linked};
use reqwest::StatusCode;

/// Tuesday at ten.
const TEN: &str = "2026-11-24T09:00:00Z";
const CLOSE: &str = "/staff/offices/musterstadt/close";
/// In the week after, in the office with one time a week.
const NEXT_WEEK: &str = "2026-12-02T09:00:00Z";

async fn read(server: &Server, booking: &BookingView) -> BookingView {
    server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap()
}

/// Books for somebody who has a telephone only.
async fn by_telephone(clerk: &mut Browser<'_>, start: &str) {
    let nonce = uuid::Uuid::new_v4().to_string();
    let form = [
        ("services", "reisepass:1"),
        ("from", "2026-11-23"),
        ("start", start),
        ("nonce", &nonce),
        ("name", "Zoë Fernsprecher"),
        ("phone", "01234 5678"),
        ("language", "de"),
    ];
    let (status, _, text) = clerk.post("/staff/offices/musterstadt/book", &form).await;
    assert_eq!(status, StatusCode::CREATED, "{text}");
}

/// Previews and closes; the preview, and the closing's page.
async fn close(chief: &mut Browser<'_>, fields: &[(&str, &str)]) -> (String, String, String) {
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let (status, _, preview) = chief.get(&format!("{CLOSE}?{query}")).await;
    assert_eq!(status, StatusCode::OK, "{preview}");
    let nonce = hidden(&preview, "nonce");
    let form: Vec<(&str, &str)> = fields.iter().copied().chain([("nonce", nonce.as_str())]).collect();
    let (status, page, text) = chief.post(CLOSE, &form).await;
    assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
    assert_eq!(chief.post(CLOSE, &form).await.1, page, "pressed twice, closed once");
    let (_, _, text) = chief.get(&page).await;
    (preview, page, text)
}

#[tokio::test]
async fn all_of_a_morning_is_cancelled_and_who_has_no_mail_is_rung_up() {
    let server = sending(nobody()).await;
    let early = server.book("reisepass", "2026-11-24T07:00:00Z").await;
    let mailed = [server.book("reisepass", TEN).await, server.book("reisepass", TEN).await];
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    by_telephone(&mut clerk, TEN).await;
    assert_eq!(clerk.get(CLOSE).await.0, StatusCode::FORBIDDEN);
    // Somebody is just filling in the form.
    let held = server.hold("reisepass", "2026-11-24T09:30:00Z").await.unwrap();
    let mut chief = signed_on(&server, "Alex Beispiel", "supervisor").await;
    let wrong = [("date", "2026-11-24"), ("from", "12:00"), ("to", "10:00"), ("reason", "illness")];
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(wrong).finish();
    assert_eq!(chief.get(&format!("{CLOSE}?{query}")).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [
        ("date", "2026-11-24"),
        ("from", "10:00"),
        ("to", "12:00"),
        ("way", "cancel"),
        ("reason", "technical"),
    ];
    let (preview, _, text) = close(&mut chief, &fields).await;
    for said in ["3 Termine sind betroffen", "2 bekommen eine E-Mail", "Einer hat nur ein Telefon", "Zoë"] {
        assert!(preview.contains(said), "{said}: {preview}");
    }
    assert!(text.contains("Abgesagt: 3") && text.contains("tel:01234 5678"), "{text}");
    for booking in &mailed {
        assert_eq!(read(&server, booking).await.state, BookingState::Cancelled);
    }
    assert_eq!(read(&server, &early).await.state, BookingState::Confirmed);
    let kept = &server.folder.kept;
    let sql =
        "select count(*) from letter where kind = 'office_cancelled' and about like '%технический сбой%'";
    assert_eq!(kept.number(sql), 2);
    assert_eq!(kept.number("select count(*) from closing"), 1);
    assert!(server.confirm(held.hold).await.is_err(), "its time is closed");
    let free = server.free("reisepass", "2026-11-24T08:30:00Z", "2026-11-24T11:30:00Z").await;
    assert!(free.starts.iter().all(|start| *start < at("2026-11-24T09:00:00Z")), "{free:?}");
    // No mail server has answered until the time was over: staff see that two have not been told, and of nothing else.
    let server = server.again_at("2026-11-24T12:00:00Z").await;
    let kinds = "select coalesce(max(kind), '') from letter where dead_at is not null";
    let told = "select count(*) from letter where dead_at is not null";
    until("they are given up", async || (server.folder.kept.number(told) == 2).then_some(())).await;
    assert_eq!(server.folder.kept.text(kinds), "office_cancelled");
    server.stop().await;
}

/// Where a letter leads to take the other time.
fn path(server: &Server, booking: &BookingView) -> String {
    let sql =
        format!("select about from letter where kind = 'office_offer' and about like '%{}%'", booking.secret);
    let about: serde_json::Value = serde_json::from_str(&server.folder.kept.text(&sql)).unwrap();
    about["path"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn another_time_is_held_for_a_day_and_taken_by_one_press() {
    let server = sending(nobody()).await;
    let (takes, forgets) = (server.book("reisepass", TEN).await, server.book("reisepass", TEN).await);
    let decides = server.book("reisepass", TEN).await;
    let mut chief = signed_on(&server, "Alex Beispiel", "supervisor").await;
    let fields =
        [("date", "2026-11-24"), ("way", "offer"), ("reason", "own"), ("own-de", "Wasserrohrbruch.")];
    let (.., text) = close(&mut chief, &fields).await;
    assert!(text.contains("Neue Zeit angeboten: 3"), "{text}");
    let next = at("2026-11-25T07:00:00Z");
    let offer = path(&server, &takes);
    let (status, text) = server.page(&offer).await;
    assert!(status == StatusCode::OK && text.contains("Mittwoch, 25. November 2026, 08:00 Uhr"), "{text}");
    assert_eq!(read(&server, &takes).await.start, at(TEN), "looking takes nothing");
    // Somebody else’s link does not reach this booking.
    let (_, key) = offer.rsplit_once('/').unwrap();
    assert_eq!(server.page(&format!("/b/{}/new-time/{key}", forgets.secret)).await.0, StatusCode::NOT_FOUND);
    for _ in 0..2 {
        let (status, leads, text) = server.form(&offer, &[]).await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{text}");
        assert!(leads.starts_with(&format!("/b/{}?moved", takes.secret)), "{leads}");
    }
    let moved = read(&server, &takes).await;
    assert_eq!((moved.start, moved.short_code.as_str()), (next, takes.short_code.as_str()));
    // Whoever chooses another time has decided, too.
    server.move_to(decides.secret, decides.pin.as_ref().unwrap(), "2026-11-26T08:00:00Z").await.unwrap();
    let kept = &server.folder.kept;
    assert_eq!(kept.number("select count(*) from booking where state = 'held' and held_until > start"), 0);
    // For the figures the office has moved the one and its owner the other.
    let moves = |by: &str| kept.number(&format!("select count(*) from booking where {by} = 1"));
    assert_eq!((moves("moves_by_office"), moves("moves")), (1, 1));
    let letters = |kind: &str| kept.number(&format!("select count(*) from letter where kind = '{kind}'"));
    assert_eq!((letters("office_moved"), letters("moved")), (1, 1));
    let server = server.again_at("2026-11-24T05:31:00Z").await;
    let open = "select count(*) from closing_booking where state = 'offered'";
    until("all is settled", async || (server.folder.kept.number(open) == 0).then_some(())).await;
    let (_, text) = server.page(&format!("/b/{}?lang=de", forgets.secret)).await;
    assert!(text.contains("Dieser Termin ist abgesagt."), "nobody took it: {text}");
    let decided = read(&server, &decides).await;
    assert_eq!((decided.start, decided.state), (at("2026-11-26T08:00:00Z"), BookingState::Confirmed));
    assert_eq!(server.page(&offer).await.0, StatusCode::SEE_OTHER, "that it is taken is told there");
    let kept = &server.folder.kept;
    let holding =
        "select count(*) from place where booking not in (select id from booking where state = 'confirmed')";
    assert_eq!(kept.number(holding), 0);
    server.stop().await;
}

#[tokio::test]
async fn a_colleague_with_room_takes_over_and_broken_off_work_goes_on() {
    let plan = with_plan(&row("counters = [\"1\", \"2\", \"4\"]"));
    let server = Server::with_office(MONDAY, &plan).await;
    let first = server.book("reisepass", EIGHT).await;
    server.book("reisepass", "2026-11-23T07:30:00Z").await;
    server.book("reisepass", "2026-11-23T07:30:00Z").await;
    let mut chief = signed_on(&server, "Alex Beispiel", "supervisor").await;
    let lanes = format!("select count(*) from place where lane = '1' and booking = {}", first.booking.bits());
    let number = |sql: &str| server.folder.kept.number(sql);
    let is_first = number(&lanes) > 0;
    let counter = if is_first { "1" } else { "2" };
    let fields = [("date", "2026-11-23"), ("counter", counter), ("way", "cancel"), ("reason", "illness")];
    let (preview, _, text) = close(&mut chief, &fields).await;
    assert!(
        preview.contains("2 Termine sind betroffen")
            && preview.contains("Einer behält seine Zeit an einem anderen Schalter.")
            && preview.contains("Einer ist nicht zu erreichen"),
        "{preview}"
    );
    assert!(text.contains("Bleiben, wie sie sind: 1") && text.contains("Abgesagt: 1"), "{text}");
    assert_eq!(read(&server, &first).await.state, BookingState::Confirmed);
    assert_eq!(number(&lanes) > 0, !is_first, "it stands at the other counter now");
    // Whatever stopped the work, the next start goes on with it.
    server.folder.kept.execute("update closing_booking set state = 'due'").unwrap();
    let server = server.again_at("2026-11-23T05:31:00Z").await;
    let open = "select count(*) from closing_booking where state = 'due'";
    until("the rest is done", async || (server.folder.kept.number(open) == 0).then_some(())).await;
    assert_eq!(read(&server, &first).await.state, BookingState::Confirmed);
    server.stop().await;
}

/// What was closed by mistake is opened again: the plan is as it was, and who was told stays told.
#[tokio::test]
async fn a_closing_is_taken_back_and_who_was_told_stays_told() {
    let server = sending(nobody()).await;
    let mut head = city(&server).await;
    let booking = server.book("reisepass", TEN).await;
    let mut chief = signed_on(&server, "Rea Beispiel", "supervisor").await;
    let free = async || server.free("reisepass:1", "2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z").await;
    let before = free().await.starts;
    // A day, and then the week around it, which takes the day's place in the plan.
    let day = [("date", "2026-11-24"), ("way", "cancel"), ("reason", "illness")];
    let week = [("date", "2026-11-23"), ("until", "2026-11-27"), ("way", "cancel"), ("reason", "technical")];
    let (_, of_day, _) = close(&mut chief, &day).await;
    let (_, of_week, _) = close(&mut chief, &week).await;
    assert!(free().await.starts.is_empty());
    let path = |page: &str| format!("{}/reopen", page.split('?').next().unwrap());
    let (of_day, of_week) = (path(&of_day), path(&of_week));
    assert_eq!(chief.get(&of_day).await.0, StatusCode::SEE_OTHER, "the week stands in its place");
    let mut elsewhere = clerk_at(&server, &mut head, "at-nord").await;
    let nonce = uuid::Uuid::new_v4().to_string();
    assert_eq!(elsewhere.get(&of_week).await.0, StatusCode::FORBIDDEN);
    assert_eq!(elsewhere.post(&of_week, &[("nonce", &nonce)]).await.0, StatusCode::FORBIDDEN);
    let (_, _, text) = chief.get(&of_week).await;
    let still = "Wegen einer anderen Schließung bleibt geschlossen: Dienstag, 24. November 2026";
    assert!(text.contains(still) && text.contains("sofort wieder gebucht"), "{text}");
    let mut reopen = async |path: &str| {
        let (_, _, text) = chief.get(path).await;
        let nonce = hidden(&text, "nonce");
        for _ in 0..2 {
            let (status, page, _) = chief.post(path, &[("nonce", &nonce)]).await;
            assert_eq!(status, StatusCode::SEE_OTHER);
            assert!(chief.get(&page).await.2.contains("ist zurückgenommen seit"));
        }
        text
    };
    reopen(&of_week).await;
    assert!(free().await.starts.is_empty(), "of that day nothing was said");
    let text = reopen(&of_day).await;
    assert!(text.contains("Ein Termin ist abgesagt und bleibt abgesagt."), "{text}");
    assert_eq!(free().await.starts, before, "with the place of who was cancelled");
    assert_eq!(read(&server, &booking).await.state, BookingState::Cancelled);
    let told = "select count(*) from letter where kind = 'office_cancelled'";
    assert_eq!(server.folder.kept.number(told), 1);
    server.stop().await;
}

/// Whoever has not been told yet keeps their appointment; what was offered stands and can be accepted.
#[tokio::test]
async fn what_was_offered_stands_when_it_is_open_again() {
    let server = sending(nobody()).await;
    let lobby = server.link().await;
    let [offered, due] = [server.book("reisepass", TEN).await, server.book("reisepass", TEN).await];
    let mut chief = signed_on(&server, "Rea Beispiel", "supervisor").await;
    let fields = [("date", "2026-11-24"), ("way", "offer"), ("reason", "illness")];
    let (_, page, _) = close(&mut chief, &fields).await;
    // As if another closing had taken what was offered to the second one in this very moment.
    let kept = &server.folder.kept;
    let sql = format!("update closing_booking set state = 'due' where booking = {}", due.booking.bits());
    kept.execute(&sql).unwrap();
    let path = format!("{}/reopen", page.split('?').next().unwrap());
    let (_, _, text) = chief.get(&path).await;
    assert!(text.contains("Einer Person ist eine neue Zeit angeboten"), "{text}");
    assert!(text.contains("Ein Termin ist noch nicht bearbeitet"), "{text}");
    let nonce = hidden(&text, "nonce");
    assert_eq!(chief.post(&path, &[("nonce", &nonce)]).await.0, StatusCode::SEE_OTHER);
    let state = |booking: &BookingView| {
        let sql = format!("select state from closing_booking where booking = {}", booking.booking.bits());
        kept.text(&sql)
    };
    assert_eq!((state(&offered).as_str(), state(&due).as_str()), ("offered", "kept"));
    let places = |booking: &BookingView| {
        kept.number(&format!("select count(*) from place where booking = {}", booking.booking.bits()))
    };
    assert!(places(&offered) == 0 && places(&due) > 0, "who is offered nothing has their own time again");
    assert_eq!(told(&server, &lobby, &due).await, BookingState::Confirmed);
    server.stop().await;
}

/// How a booking was told to a lobby that begins now.
async fn told(server: &Server, lobby: &Linked, booking: &BookingView) -> BookingState {
    let (_, changes) = Feed::open(server, lobby, None).await.beginning().await;
    let of = |change| match change {
        Change::Booking { booking: told, .. } if told.id == booking.booking => Some(told.state),
        _ => None,
    };
    changes.into_iter().find_map(of).unwrap()
}

/// Nobody is told that a closed time stands: not its owner, not staff, not the lobby.
async fn is_said_to_be_closed(
    server: &Server,
    chief: &mut Browser<'_>,
    lobby: &Linked,
    booking: &BookingView,
) {
    let here = format!("/b/{}", booking.secret);
    let (_, text) = server.page(&format!("{here}?lang=de")).await;
    for said in ["Ihr Termin kann leider nicht stattfinden.", "Mittwoch, 25. November 2026, 08:00 Uhr"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert!(text.contains(&format!("{}?lang=de", path(server, booking))), "{text}");
    for never in ["/qr.", "termin.ics", "Anmelden können", "Bewahren Sie", "id=\"print\""] {
        assert!(!text.contains(never), "{never}: {text}");
    }
    assert_eq!(server.page(&format!("{here}/qr.svg")).await.0, StatusCode::NOT_FOUND);
    let (_, calendar) = server.page(&format!("{here}/termin.ics")).await;
    assert!(calendar.contains("METHOD:CANCEL"), "{calendar}");
    let (_, times) = server.page(&format!("{here}/move?start=2026-11-26T08:00:00Z&lang=de")).await;
    assert!(times.contains("name=\"pin\"") && !times.contains("bleibt bestehen"), "{times}");
    let view = read(server, booking).await;
    assert_eq!((view.state, view.check_in_code), (BookingState::Cancelled, None));
    assert_eq!(told(server, lobby, booking).await, BookingState::Cancelled);
    let (_, _, day) = chief.get("/staff/offices/musterstadt?day=2026-11-24").await;
    assert!(
        day.contains("andere Zeit angeboten") && day.contains("An diesem Tag ist nichts gebucht."),
        "{day}"
    );
    let (_, _, one) = chief.get(&format!("/staff/bookings/{}", booking.booking)).await;
    assert!(one.contains("andere Zeit angeboten") && !one.contains("id=\"letter\""), "{one}");
    let (_, _, sheet) = chief.get("/staff/offices/musterstadt/sheet?day=2026-11-24").await;
    assert!(!sheet.contains("Erika"), "{sheet}");
}

/// An address is corrected, a key is revoked: that is no answer to what is offered.
#[tokio::test]
async fn an_offer_stays_open_whatever_else_changes_and_its_owner_is_told_of_it() {
    let server = sending(nobody()).await;
    let lobby = server.link().await;
    let booking = server.book("reisepass", TEN).await;
    let mut chief = signed_on(&server, "Rea Beispiel", "supervisor").await;
    let fields = [("date", "2026-11-24"), ("way", "offer"), ("reason", "illness")];
    close(&mut chief, &fields).await;
    is_said_to_be_closed(&server, &mut chief, &lobby, &booking).await;
    let page = format!("/staff/bookings/{}", booking.booking);
    let (_, _, text) = chief.get(&page).await;
    let shown = ["nonce", "shown-name", "shown-email", "shown-phone", "shown-language"];
    let shown = shown.map(|field| (field, hidden(&text, field)));
    let own = [("name", "Erika Mustermann"), ("email", "right@example.org"), ("language", "de")];
    let form: Vec<_> = shown.iter().map(|(field, value)| (*field, value.as_str())).chain(own).collect();
    assert_eq!(chief.post(&format!("{page}/contact"), &form).await.0, StatusCode::SEE_OTHER);
    server.folder.run(MONDAY, &["key", "revoke", "1"]).await.unwrap();
    let offers = |server: &Server, sequence: u32| {
        let kept = &server.folder.kept;
        let sql =
            format!("select count(*) from letter where kind = 'office_offer' and sequence = {sequence}");
        (kept.number("select count(*) from letter"), kept.number(&sql))
    };
    assert_eq!(offers(&server, 2), (1, 1), "the offer again, and nothing of the closed time");
    is_said_to_be_closed(&server, &mut chief, &lobby, &booking).await;
    // And what nobody has thought of.
    server
        .folder
        .kept
        .execute("update booking set sequence = sequence + 1 where state = 'confirmed'")
        .unwrap();
    let server = server.again_at("2026-11-23T05:31:00Z").await;
    until("it is written again", async || (offers(&server, 3) == (1, 1)).then_some(())).await;
    let open = "select count(*) from closing_booking where state = 'offered'";
    assert_eq!(server.folder.kept.number(open), 1);
    let offer = path(&server, &booking);
    assert_eq!(server.form(&offer, &[]).await.0, StatusCode::SEE_OTHER);
    let view = read(&server, &booking).await;
    assert_eq!((view.start, view.state), (at("2026-11-25T07:00:00Z"), BookingState::Confirmed));
    assert_eq!(told(&server, &lobby, &booking).await, BookingState::Confirmed);
    let (_, text) = server.page(&format!("/b/{}?lang=de", booking.secret)).await;
    assert!(text.contains("/qr.svg") && text.contains("termin.ics"), "{text}");
    server.stop().await;
}

/// Whoever is just offered a time of the waiting list has not let it pass if it closes.
#[tokio::test]
async fn who_waits_and_is_offered_what_closes_waits_on() {
    let server = waiting::server(nobody(), NINE).await;
    let here = Waiting { until: "2026-12-31", ..Waiting::this_week("patient@example.org") };
    here.signs_up(&server).await;
    let mut server = server.again_at("2026-11-23T08:01:00Z").await;
    let days = [("2026-11-25", "2026-11-23T08:02:00Z"), ("2026-12-02", "2026-11-23T08:03:00Z")];
    for (day, next_minute) in days {
        let offered = format!("select count(*) from booking where state = 'held' and start = {}", {
            at(&format!("{day}T09:00:00Z")).timestamp()
        });
        until("an offer", async || (server.folder.kept.number(&offered) == 1).then_some(())).await;
        let mut chief = signed_on(&server, &format!("Rea {day}"), "supervisor").await;
        close(&mut chief, &[("date", day), ("way", "cancel"), ("reason", "illness")]).await;
        assert_eq!(server.folder.kept.number(&offered), 0);
        let counted = "select count(*) from asking where offers > 0 or passed <> '[]'";
        assert_eq!(server.folder.kept.number(counted), 0);
        server = server.again_at(next_minute).await;
    }
    until("the next one", async || (server.folder.kept.number(OFFERS) == 1).then_some(())).await;
    server.stop().await;
}

/// What is wrong with one thing that time asks for keeps no other one waiting.
#[tokio::test]
async fn a_closing_that_cannot_be_read_keeps_nothing_else_waiting() {
    let server = waiting::server(nobody(), "2026-11-23T05:30:00Z").await;
    let [booking, _] = [server.book("reisepass", WEDNESDAY).await, server.book("reisepass", NEXT_WEEK).await];
    let mut chief = signed_on(&server, "Rea Beispiel", "supervisor").await;
    close(&mut chief, &[("date", "2026-12-02"), ("way", "cancel"), ("reason", "illness")]).await;
    let kept = &server.folder.kept;
    kept.execute("update closing_booking set state = 'due'").unwrap();
    kept.execute("update closing set about = '{}'").unwrap();
    Waiting::this_week("patient@example.org").signs_up(&server).await;
    waiting::cancel(&server, &booking).await;
    assert_eq!(kept.number(OFFERS), 0, "it is half past six");
    let server = server.again_at("2026-11-23T06:01:00Z").await;
    until("an offer", async || (server.folder.kept.number(OFFERS) == 1).then_some(())).await;
    server.stop().await;
}

//! A day by counters and on paper, and mails that did not go out.

use crate::mail_server::nobody;
use crate::outbox::sending;
use crate::staff::signed_on;
use crate::support::{EIGHT, Server, until};
use reqwest::StatusCode;

#[tokio::test]
async fn a_day_by_counters_has_its_free_times() {
    let server = Server::start().await;
    let booking = server.book("reisepass", "2026-11-23T09:00:00Z").await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let (_, _, day) = clerk.get("/staff/offices/musterstadt").await;
    assert!(day.contains("/lanes?day=2026-11-23") && day.contains("/sheet?day=2026-11-23"), "{day}");
    let (status, _, text) = clerk.get("/staff/offices/musterstadt/lanes?day=2026-11-23").await;
    assert_eq!(status, StatusCode::OK);
    for said in ["Platz 1", "Platz 3", "Erika Mustermann", "10:00 Uhr – 10:20 Uhr", "08:00 Uhr – 10:00 Uhr"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(text.matches("13:00 Uhr – 16:00 Uhr").count(), 3, "free in the afternoon");
    let (_, _, closed) = clerk.get("/staff/offices/musterstadt/lanes?day=2026-12-24").await;
    assert!(closed.contains("An diesem Tag ist geschlossen"), "{closed}");
    let (_, _, sheet) = clerk.get("/staff/offices/musterstadt/sheet?day=2026-11-23").await;
    assert!(
        sheet.contains("Erika Mustermann") && sheet.contains("Stand: Montag, 23. November 2026, 06:30"),
        "{sheet}"
    );
    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    let (_, _, sheet) = clerk.get("/staff/offices/musterstadt/sheet?day=2026-11-23").await;
    assert!(!sheet.contains("Erika"), "{sheet}");
    server.stop().await;
}

#[tokio::test]
async fn staff_see_what_the_mail_server_did_not_take() {
    let server = sending(nobody()).await;
    server.book("reisepass", EIGHT).await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let page = async |clerk: &mut crate::staff::Browser<'_>| clerk.get("/staff/letters").await.2;
    let tried = "select count(*) from letter where tries = 1 and claimed_until is null";
    until("it was tried", async || (server.folder.kept.number(tried) == 1).then_some(())).await;
    let text = page(&mut clerk).await;
    assert!(text.contains("Bestätigung") && text.contains("Eine E-Mail wartet."), "{text}");
    assert!(!text.contains("erika@example.org"), "{text}");
    until("it is told that the server does not answer", async || {
        page(&mut clerk).await.contains("antwortet nicht seit").then_some(())
    })
    .await;
    server.folder.kept.execute("update letter set dead_at = 1 where kind = 'confirmed'").unwrap();
    let text = page(&mut clerk).await;
    assert!(text.contains("aufgegeben</strong>") && text.contains("Eine wurde aufgegeben."), "{text}");
    assert_eq!(clerk.post("/staff/letters", &[("retry", "all")]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select count(*) from letter where dead_at is not null"), 0);
    let id = server.folder.kept.number("select id from letter where kind = 'confirmed'").to_string();
    assert_eq!(clerk.post("/staff/letters", &[("drop", &id)]).await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.number("select count(*) from letter where kind = 'confirmed'"), 0);
    // Of very many the first ones are shown; what waits for its day is none of them.
    let many = "with recursive number(i) as (select 1 union all select i + 1 from number where i < 201)
        insert into letter (id, booking, kind, sequence, about, made_at, due_at, next_try_at, dead_at)
        select i, (select min(id) from booking), 'confirmed', i, '{}', 0, 0, 4000000000, 1 from number";
    assert_eq!(server.folder.kept.execute(many).unwrap(), 201);
    let text = page(&mut clerk).await;
    assert!(text.contains("Gezeigt werden die ersten 200. Es gibt mehr."), "{text}");
    assert_eq!(text.matches("aufgegeben</strong>").count(), 200);
    server.folder.kept.execute("delete from letter where id = 201").unwrap();
    server
        .folder
        .kept
        .execute("update letter set dead_at = null, due_at = 4000000000 where id = 200")
        .unwrap();
    let text = page(&mut clerk).await;
    assert_eq!(text.matches("aufgegeben</strong>").count(), 199);
    assert!(!text.contains("Gezeigt werden") && text.matches("name=\"drop\"").count() == 199, "{text}");
    server.stop().await;
}

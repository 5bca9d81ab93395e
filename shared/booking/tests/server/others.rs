//! Programs of others: their tokens, and what they are told.

use crate::feed::Feed;
use crate::support::{EIGHT, MONDAY, Server, answer, kind, north};
use foyer_domain::booking::BookingState;
use foyer_protocol::changes::{BookingChange, Changes};
use foyer_protocol::problem::Problem;

/// A token with these rights.
pub async fn token(server: &Server, arguments: &[&str]) -> String {
    let all: Vec<&str> = ["token", "add", "Stadtplan"].iter().chain(arguments).copied().collect();
    server.folder.run(MONDAY, &all).await.unwrap()
}

async fn changes(server: &Server, token: &str, after: &str) -> Result<Changes, Problem> {
    let request = server.http.get(format!("{}/api/v1/changes{after}", server.base)).bearer_auth(token);
    answer(request.send().await.unwrap()).await
}

#[tokio::test]
async fn others_are_told_each_booking_as_it_is_and_nobodys_name() {
    let server = Server::start().await;
    let plain = token(&server, &["--right", "feed"]).await;
    let named = token(&server, &["--right", "feed", "--right", "names"]).await;
    let booking = server.book("reisepass", EIGHT).await;
    let all = changes(&server, &plain, "").await.unwrap();
    let [told] = &all.changes[..] else { panic!("{all:?}") };
    assert_eq!((told.booking, told.state, &told.name), (booking.booking, BookingState::Confirmed, &None));
    assert!(!serde_json::to_string(&all).unwrap().contains(&booking.short_code));
    let name = |all: Changes| all.changes[0].name.clone().map(|name| name.0);
    assert_eq!(name(changes(&server, &named, "").await.unwrap()).as_deref(), Some("Erika Mustermann"));

    let after = format!("?after={}", all.cursor);
    assert!(changes(&server, &plain, &after).await.unwrap().changes.is_empty());
    server.cancel(booking.secret, &booking.pin.unwrap()).await.unwrap();
    let then = changes(&server, &named, &after).await.unwrap();
    assert_eq!(then.changes[0].state, BookingState::Cancelled);
    assert_eq!(name(then), None);
    // Whoever comes with a cursor of another database is told everything.
    assert_eq!(changes(&server, &plain, "?after=00000000-7").await.unwrap().changes.len(), 1);
    assert_eq!(kind(changes(&server, &plain, "?before=7").await), "malformed");
    server.stop().await;
}

#[tokio::test]
async fn a_token_allows_what_it_says_until_it_is_taken_back() {
    let server = Server::start().await;
    server.folder.import(MONDAY, &north()).await.unwrap();
    server.book("reisepass", EIGHT).await;
    let elsewhere = token(&server, &["--right", "feed", "--office", "nord"]).await;
    assert!(changes(&server, &elsewhere, "").await.unwrap().changes.is_empty());
    let here = token(&server, &["--right", "feed", "--office", "musterstadt"]).await;
    assert_eq!(changes(&server, &here, "").await.unwrap().changes.len(), 1);

    let lobby = server.link().await;
    let names = token(&server, &["--right", "names"]).await;
    assert_eq!(kind(changes(&server, &lobby.token, "").await), "unauthorized");
    assert_eq!(kind(changes(&server, "nothing", "").await), "unauthorized");
    assert_eq!(kind(changes(&server, &names, "").await), "right_missing");
    let unknown = ["token", "add", "x", "--right", "feed", "--office", "mars"];
    assert!(server.folder.run(MONDAY, &unknown).await.unwrap_err().to_string().contains("no office `mars`"));

    let list = server.folder.run(MONDAY, &["token", "list"]).await.unwrap();
    let line = list.lines().find(|line| line.contains("musterstadt")).unwrap();
    let id = line.split_whitespace().next().unwrap();
    assert!(!list.contains(&here) && line.contains("feed"), "{list}");
    server.folder.run(MONDAY, &["token", "revoke", id]).await.unwrap();
    assert_eq!(kind(changes(&server, &here, "").await), "unauthorized");
    let again = server.folder.run(MONDAY, &["token", "revoke", id]).await.unwrap_err().to_string();
    assert!(again.contains(&format!("no token {id}")), "{again}");
    assert_eq!(server.folder.kept.count_in_files(elsewhere.as_bytes()), 0);
    server.stop().await;
}

#[tokio::test]
async fn changes_are_pushed_until_the_token_is_taken_back() {
    let server = Server::start().await;
    let token = token(&server, &["--right", "feed"]).await;
    let first = server.book("reisepass", EIGHT).await;
    let mut stream = Feed::at(&server, "/api/v1/changes/stream", &token, None).await;
    let next = async |stream: &mut Feed| {
        let event = stream.event().await.unwrap();
        assert_eq!(event.name, "booking");
        (event.id.unwrap(), serde_json::from_str::<BookingChange>(&event.data).unwrap())
    };
    let (cursor, told) = next(&mut stream).await;
    assert_eq!(told.booking, first.booking);
    let hold = server.hold("reisepass", EIGHT).await.unwrap();
    let (_, told) = next(&mut stream).await;
    assert!(matches!(told.state, BookingState::Held { .. }), "{told:?}");

    let mut other = Feed::at(&server, "/api/v1/changes/stream", &token, Some(&cursor)).await;
    assert_eq!(next(&mut other).await.1, told);
    let list = server.folder.run(MONDAY, &["token", "list"]).await.unwrap();
    let id = list.lines().last().unwrap().split_whitespace().next().unwrap().to_owned();
    server.folder.run(MONDAY, &["token", "revoke", &id]).await.unwrap();
    server.confirm(hold.hold).await.unwrap();
    assert!(stream.event().await.is_none() && other.event().await.is_none());
    server.stop().await;
}

//! What lobbies follow and tell.

use crate::support::{EIGHT, Folder, LIMIT, MONDAY, OFFICE, Server, kind};
use foyer_domain::booking::BookingState;
use foyer_domain::code::KeyState;
use foyer_protocol::feed::{Change, Linked};
use futures_util::StreamExt;
use reqwest::StatusCode;
use serde_json::{Value, json};
use uuid::Uuid;

/// A lobby's stream: events as they come.
pub struct Feed {
    bytes: std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<axum::body::Bytes>> + Send>>,
    /// What has come and is not taken; a piece may end within a letter.
    seen: Vec<u8>,
}

/// An event as it came.
pub struct Came {
    pub name: String,
    pub id: Option<String>,
    pub data: String,
}

impl Feed {
    pub async fn open(server: &Server, lobby: &Linked, after: Option<&str>) -> Self {
        Self::at(server, "/api/v1/feed", &lobby.token, after).await
    }

    /// The stream at a path.
    pub async fn at(server: &Server, path: &str, token: &str, after: Option<&str>) -> Self {
        let mut request = server.http.get(format!("{}{path}", server.base)).bearer_auth(token);
        if let Some(after) = after {
            request = request.header("last-event-id", after);
        }
        let response = request.send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        Self { bytes: response.bytes_stream().boxed(), seen: Vec::new() }
    }

    /// The next event; none at the stream's end.
    pub async fn event(&mut self) -> Option<Came> {
        loop {
            if let Some(end) = self.seen.windows(2).position(|two| two == b"\n\n") {
                let event = String::from_utf8(self.seen.drain(..end + 2).collect()).unwrap();
                let field = |name: &str| {
                    event.lines().find_map(|line| line.strip_prefix(name)).map(|text| text.trim().to_owned())
                };
                if let Some(data) = field("data:") {
                    return Some(Came { name: field("event:").unwrap(), id: field("id:"), data });
                }
                continue;
            }
            let more = tokio::time::timeout(LIMIT, self.bytes.next()).await;
            self.seen.extend(more.expect("an event")?.unwrap());
        }
    }

    /// The next event's id and change; none at the stream's end.
    pub async fn next(&mut self) -> Option<(Option<String>, Change)> {
        let event = self.event().await?;
        assert_eq!(event.name, "change");
        Some((event.id, serde_json::from_str(&event.data).unwrap()))
    }

    /// The events of the beginning, up to the one with an id.
    pub async fn beginning(&mut self) -> (String, Vec<Change>) {
        let mut changes = Vec::new();
        loop {
            let (id, change) = self.next().await.unwrap();
            changes.push(change);
            if let Some(id) = id {
                return (id, changes);
            }
        }
    }

    async fn booking(&mut self) -> (String, foyer_domain::booking::Booking) {
        match self.next().await.unwrap() {
            (Some(id), Change::Booking { booking, .. }) => (id, booking),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn begins_with_everything_and_goes_on_live() {
    let server = Server::start().await;
    let held = server.hold("reisepass", EIGHT).await.unwrap();
    let body = json!({ "name": "Erika Mustermann", "interpreter": true });
    let path = format!("/api/v1/holds/{}/confirm", held.hold);
    let booking: foyer_protocol::booking::BookingView =
        server.post(&path, Uuid::new_v4(), body).await.unwrap();
    let lobby = server.link().await;
    let mut feed = Feed::open(&server, &lobby, None).await;
    let (_, changes) = feed.beginning().await;
    let [
        Change::Office { office },
        Change::City { city },
        Change::ShortCodeKey { key },
        Change::Booking { booking: told, short_code_hash, short_code, name: None },
    ] = changes.as_slice()
    else {
        panic!("{changes:?}")
    };
    assert_eq!((office.revision, office.public_url.as_deref()), (1, Some("https://termine.example")));
    assert_eq!((city.offices[0].number, city.keys[0].state), (1, KeyState::Active));
    assert_eq!((told.id, told.state), (booking.booking, BookingState::Confirmed));
    assert!(told.wishes.interpreter && !told.wishes.pick_up);
    assert_eq!((key.len(), short_code_hash.len()), (64, 64));
    assert_eq!(short_code.unwrap().as_str(), booking.short_code);
    let hold = server.hold("reisepass", EIGHT).await.unwrap();
    let (_, told) = feed.booking().await;
    assert_eq!(told.state, BookingState::Held { until: hold.until });
    server.cancel(booking.secret, booking.pin.as_ref().unwrap()).await.unwrap();
    assert_eq!(feed.booking().await.1.state, BookingState::Cancelled);
    // The stream ends with the server.
    server.stop().await;
    assert!(feed.next().await.is_none());
}

#[tokio::test]
async fn goes_on_after_a_cursor_or_begins_again() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let (cursor, _) = Feed::open(&server, &lobby, None).await.beginning().await;
    let one = server.book("reisepass", EIGHT).await;
    let two = server.book("reisepass", EIGHT).await;
    let server = server.again_at(MONDAY).await;
    let mut feed = Feed::open(&server, &lobby, Some(&cursor)).await;
    let (after_one, told) = feed.booking().await;
    assert_eq!(told.id, one.booking, "its newest state alone");
    assert_eq!(feed.booking().await.1.id, two.booking);
    let mut feed = Feed::open(&server, &lobby, Some(&after_one)).await;
    assert_eq!(feed.booking().await.1.id, two.booking);
    // Another database's cursor, one from the future, and nonsense.
    let (database, _) = cursor.split_once('-').unwrap();
    for strange in ["00000000-1", &format!("{database}-999999"), "x"] {
        let (_, changes) = Feed::open(&server, &lobby, Some(strange)).await.beginning().await;
        assert_eq!(changes.len(), 5, "{strange}");
    }
    server.stop().await;
}

#[tokio::test]
async fn imports_and_keys_of_another_process_arrive() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let booking = server.book("reisepass", EIGHT).await;
    let mut feed = Feed::open(&server, &lobby, None).await;
    feed.beginning().await;
    server.folder.import(MONDAY, &OFFICE.replace("places = 3", "places = 1")).await.unwrap();
    loop {
        if let (_, Change::Office { office }) = feed.next().await.unwrap() {
            assert_eq!(office.revision, 2);
            break;
        }
    }
    // Fewer places hold at once; the booking stands.
    assert_eq!(kind(server.hold("reisepass", EIGHT).await), "slot_taken");
    assert!(
        server
            .folder
            .import(MONDAY, &OFFICE.replace("places = 3", "places = 1"))
            .await
            .unwrap()
            .contains("nothing has changed")
    );
    server.folder.run(MONDAY, &["key", "rotate"]).await.unwrap();
    let (_, Change::City { city }) = feed.next().await.unwrap() else { panic!("the keys") };
    assert_eq!(
        city.keys.iter().map(|key| key.state).collect::<Vec<_>>(),
        [KeyState::Retired, KeyState::Active]
    );
    let said = server.folder.run(MONDAY, &["key", "revoke", "1"]).await.unwrap();
    assert!(said.contains("1 open bookings have new codes"), "{said}");
    let renewed: foyer_protocol::booking::BookingView =
        server.get(&format!("/api/v1/bookings/{}", booking.secret)).await.unwrap();
    assert_ne!(renewed.check_in_code, booking.check_in_code);
    server.stop().await;
}

#[tokio::test]
async fn names_go_down_to_an_office_that_shows_them_and_to_no_other() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let booking = server.book("reisepass", EIGHT).await;
    let named = |change: Change| match change {
        Change::Booking { booking, name, .. } => Some((booking.id, name.map(|name| name.0))),
        _ => None,
    };
    let mut feed = Feed::open(&server, &lobby, None).await;
    let (_, changes) = feed.beginning().await;
    let told: Vec<_> = changes.into_iter().filter_map(named).collect();
    assert_eq!(told, [(booking.booking, None)]);

    // What was told without names is told again once they are shown.
    let shown = OFFICE.replace("show_names = false", "show_names = true");
    server.folder.import(MONDAY, &shown).await.unwrap();
    let mut next = async || loop {
        if let Some(told) = named(feed.next().await.unwrap().1) {
            return told;
        }
    };
    let erika = Some("Erika Mustermann".to_owned());
    assert_eq!(next().await, (booking.booking, erika.clone()));
    let second = server.book("reisepass", EIGHT).await;
    let mut told = next().await;
    while told.1.is_none() {
        // It was held before anybody said a name.
        told = next().await;
    }
    assert_eq!(told, (second.booking, erika));

    server.folder.import(MONDAY, OFFICE).await.unwrap();
    let third = server.book("reisepass", EIGHT).await;
    // The server hears of what another process has imported a moment later; from then on nobody is named.
    let unnamed = async {
        loop {
            let (_, changes) = Feed::open(&server, &lobby, None).await.beginning().await;
            let mut told = changes.into_iter().filter_map(named);
            if told.clone().any(|(booking, _)| booking == third.booking)
                && told.all(|(_, name)| name.is_none())
            {
                return;
            }
        }
    };
    tokio::time::timeout(LIMIT, unnamed).await.unwrap();
    server.stop().await;
}

#[tokio::test]
async fn a_lobby_that_follows_before_its_office_is_known_gets_it() {
    let folder = std::sync::Arc::new(Folder::new());
    let server = Server::on(folder, MONDAY).await;
    server.folder.import(MONDAY, OFFICE).await.unwrap();
    // Linking is a commit of the server's own, before it has looked at what the import wrote.
    let lobby = server.link().await;
    let mut feed = Feed::open(&server, &lobby, None).await;
    while !matches!(feed.next().await.unwrap().1, Change::Office { .. }) {}
    server.stop().await;
}

#[tokio::test]
async fn only_the_linked_lobby_may_follow_and_tell() {
    let server = Server::start().await;
    let code = server.folder.run(MONDAY, &["office", "link", "musterstadt"]).await.unwrap();
    let link = async |code: &str| {
        server.post::<Linked>("/api/v1/lobbies", Uuid::new_v4(), json!({ "code": code })).await
    };
    assert_eq!(kind(link("AAAA-AAAA-AAAA-AAAA").await), "link_code_unknown");
    let first = link(&code.to_lowercase()).await.unwrap();
    assert_eq!(kind(link(&code).await), "link_code_unknown");
    let status = async |token: &str| {
        let request = server.http.get(format!("{}/api/v1/feed", server.base)).bearer_auth(token);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!((status(&first.token).await, status("nothing").await), (200, 401));
    let nobody =
        server.post::<Value>("/api/v1/reports", Uuid::new_v4(), json!({ "reports": [] })).await.unwrap_err();
    assert_eq!((nobody.code(), nobody.status), ("unauthorized", 401));
    // A new lobby shuts the old one out, and ends its stream at the next change.
    let mut feed = Feed::open(&server, &first, None).await;
    feed.beginning().await;
    let second = server.link().await;
    assert_eq!((status(&first.token).await, status(&second.token).await), (401, 200));
    server.hold("reisepass", EIGHT).await.unwrap();
    assert!(feed.next().await.is_none());
    // The token is nowhere in the files.
    assert_eq!(server.folder.kept.count_in_files(second.token.as_bytes()), 0);
    // Half an hour later a code is too old.
    let code = server.folder.run(MONDAY, &["office", "link", "musterstadt"]).await.unwrap();
    let server = server.again_at("2026-11-23T06:01:00Z").await;
    assert_eq!(
        kind(server.post::<Linked>("/api/v1/lobbies", Uuid::new_v4(), json!({ "code": code })).await),
        "link_code_unknown"
    );
    server.stop().await;
}

/// What the lobby tells.
pub async fn report(server: &Server, lobby: &Linked, reports: Value) {
    let request = server.http.post(format!("{}/api/v1/reports", server.base)).bearer_auth(&lobby.token);
    let response = request.json(&json!({ "reports": reports })).send().await.unwrap();
    assert!(response.status().is_success(), "{}", response.text().await.unwrap());
}

#[tokio::test]
async fn reports_count_once_and_the_newest_wins() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let booking = server.book("reisepass", EIGHT).await;
    let hold = server.hold("reisepass", EIGHT).await.unwrap();
    let held: foyer_protocol::booking::BookingView =
        server.get(&format!("/api/v1/bookings/{}", hold.hold)).await.unwrap();
    let told = |id: u64, booking, state: &str, present: bool| json!({ "id": id, "at": EIGHT, "report": "booking", "booking": booking, "state": state, "confirmed_by_presence": present, "replaced": false });
    let serving = told(8, booking.booking, "serving", false);
    report(&server, &lobby, json!([told(4, booking.booking, "waiting", false), serving])).await;
    report(&server, &lobby, json!([told(4, booking.booking, "waiting", false), serving])).await;
    assert_eq!(
        kind(server.move_to(booking.secret, booking.pin.as_ref().unwrap(), "2026-11-23T08:00:00Z").await),
        "booking_over"
    );
    assert_eq!(kind(server.cancel(booking.secret, booking.pin.as_ref().unwrap()).await), "booking_over");
    let mut feed = Feed::open(&server, &lobby, None).await;
    feed.beginning().await;
    report(&server, &lobby, json!([told(12, held.booking, "waiting", true)])).await;
    let (_, present) = feed.booking().await;
    assert_eq!((present.id, present.state), (held.booking, BookingState::Confirmed));
    // The form that was still open can be finished.
    server.confirm(hold.hold).await.unwrap();
    assert_eq!(server.folder.kept.number("select count(*) from report"), 3);
    server.stop().await;
}

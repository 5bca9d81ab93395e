//! The ticket on the citizen's phone.

use crate::feed::{Feed, report};
use crate::support::{EIGHT, LIMIT, Server};
use foyer_protocol::feed::{Change, Linked, PhonePress};
use futures_util::StreamExt;
use reqwest::StatusCode;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use uuid::Uuid;

/// A ticket's link, and what its lobby tells of it.
pub struct Ticket {
    pub secret: String,
    pub hash: String,
}

impl Ticket {
    pub fn new() -> Self {
        use sha2::Digest;
        let secret = Uuid::new_v4().to_string();
        let hash = sha2::Sha256::digest(secret.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Self { secret, hash }
    }

    pub fn told(&self, id: u64, at: &str, state: &str) -> Value {
        json!({ "id": id, "at": at, "report": "ticket", "secret_hash": self.hash, "number": "A017",
            "also": ["B003"], "state": state, "area": { "de": "Wartebereich 1", "en": "Waiting area 1" },
            "counter": null, "way": { "de": "Erdgeschoss links", "en": "Ground floor, left" },
            "estimate": { "from_minutes": 5, "to_minutes": 10 } })
    }

    pub fn called(&self, id: u64, call: u64) -> Value {
        let mut told = self.told(id, EIGHT, "called");
        told["call"] = json!(call);
        told["counter"] = json!({ "de": "Schalter 3", "en": "Counter 3" });
        told["way"] = json!({ "de": "1. OG, rechts", "en": "First floor, right" });
        told["estimate"] = Value::Null;
        told
    }

    pub fn page(&self, language: &str) -> String {
        format!("/t/{}?lang={language}", self.secret)
    }

    /// Sends a form of its page; status, where it leads, and text.
    pub async fn press(
        &self,
        server: &Server,
        what: &str,
        fields: &[(&str, &str)],
    ) -> (StatusCode, String, String) {
        server.form(&format!("/t/{}/{what}?lang=de", self.secret), fields).await
    }
}

/// A server, its lobby, and a ticket that waits.
pub async fn waiting() -> (Server, Linked, Ticket) {
    let server = Server::start().await;
    let lobby = server.link().await;
    let ticket = Ticket::new();
    report(&server, &lobby, json!([ticket.told(1, EIGHT, "waiting")])).await;
    (server, lobby, ticket)
}

/// A phone's stream.
pub struct Phone {
    bytes: std::pin::Pin<Box<dyn futures_util::Stream<Item = reqwest::Result<axum::body::Bytes>> + Send>>,
    seen: Vec<u8>,
}

impl Phone {
    pub async fn open(server: &Server, ticket: &Ticket, language: &str) -> Self {
        let url = format!("{}/t/{}/stream?lang={language}", server.base, ticket.secret);
        let response = server.http.get(url).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::OK);
        Self { bytes: response.bytes_stream().boxed(), seen: Vec::new() }
    }

    /// Reads up to a part, which was not there before.
    pub async fn until(&mut self, part: &str) -> String {
        loop {
            let text = String::from_utf8_lossy(&self.seen).into_owned();
            if text.contains(part) && text.ends_with("\n\n") {
                self.seen.clear();
                return text;
            }
            let more = tokio::time::timeout(LIMIT, self.bytes.next()).await;
            let more = more.unwrap_or_else(|_| panic!("never {part}: {text}"));
            self.seen.extend(more.unwrap_or_else(|| panic!("the stream ended before {part}")).unwrap());
        }
    }
}

async fn positions(server: &Server, lobby: &Linked, ticket: &Ticket, ahead: u16) -> StatusCode {
    let request = server.http.post(format!("{}/api/v1/positions", server.base)).bearer_auth(&lobby.token);
    let wait = json!({ "from_minutes": 10, "to_minutes": 15 });
    let of = json!([{ "secret_hash": ticket.hash, "ahead": ahead, "wait": wait }]);
    request.json(&json!({ "as_of": "2026-11-23T07:00:30Z", "of": of })).send().await.unwrap().status()
}

pub fn nonce(page: &str) -> String {
    page.split_once("name=\"nonce\" value=\"").unwrap().1.split_once('"').unwrap().0.to_owned()
}

#[tokio::test]
async fn a_phone_follows_its_ticket_in_its_language() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let ticket = Ticket::new();
    let (status, text) = server.page(&ticket.page("de")).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(text.contains("Diese Nummer kennen wir nicht") && !text.contains("kern"), "{text}");
    report(&server, &lobby, json!([ticket.told(1, EIGHT, "waiting")])).await;
    let (status, text) = server.page(&ticket.page("de")).await;
    assert_eq!(status, StatusCode::OK);
    let number = "A\u{202f}017";
    for part in
        [number, "Gilt auch für: B", "Wartebereich 1", "Erdgeschoss links", "etwa 5–10 Minuten", "08:00:00"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let mut english = Phone::open(&server, &ticket, "en").await;
    let mut arabic = Phone::open(&server, &ticket, "ar").await;
    assert!(english.until("You are waiting").await.contains("Waiting area 1"));
    arabic.until("أنتم في الانتظار").await;
    report(&server, &lobby, json!([ticket.called(3, 7)])).await;
    let told = english.until("Please come now: Counter 3").await;
    assert!(told.contains("First floor, right") && told.contains("\"call\":7"), "{told}");
    assert!(!told.contains("Waiting area"), "{told}");
    // What nobody has translated is German in every language.
    arabic.until("Schalter 3").await;
    // An older report that comes late changes nothing; a recall is another call.
    report(&server, &lobby, json!([ticket.told(2, EIGHT, "waiting"), ticket.called(4, 8)])).await;
    assert!(english.until("\"call\":8").await.contains("\"state\":\"called\""));
    assert!(server.page(&ticket.page("de")).await.1.contains("Bitte kommen Sie jetzt: Schalter 3"));
    // The streams end with the server.
    server.stop().await;
    assert!(english.bytes.next().await.is_none_or(|end| end.is_err()));
}

#[tokio::test]
async fn where_one_stands_comes_live_and_is_known_to_who_looks_later() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let (ticket, other) = (Ticket::new(), Ticket::new());
    let both = json!([ticket.told(1, EIGHT, "waiting"), other.told(2, EIGHT, "waiting")]);
    report(&server, &lobby, both).await;
    let mut phone = Phone::open(&server, &ticket, "de").await;
    phone.until("etwa 5–10 Minuten").await;
    assert!(positions(&server, &lobby, &ticket, 3).await.is_success());
    let told = phone.until("Noch 3 Personen vor Ihnen").await;
    assert!(told.contains("etwa 10–15 Minuten") && told.contains("08:00:30"), "{told}");
    assert!(server.page(&ticket.page("pl")).await.1.contains("jeszcze 3 osoby"));
    assert!(!server.page(&other.page("de")).await.1.contains("vor Ihnen"), "the other's is not known");
    assert!(positions(&server, &lobby, &ticket, 0).await.is_success());
    phone.until("Niemand mehr vor Ihnen").await;
    // Whoever is called stands nowhere.
    report(&server, &lobby, json!([ticket.called(3, 7)])).await;
    assert!(!phone.until("Schalter 3").await.contains("vor Ihnen"));
    let stranger = Linked { token: "nothing".to_owned(), ..lobby };
    assert_eq!(positions(&server, &stranger, &ticket, 9).await, StatusCode::UNAUTHORIZED);
    server.stop().await;
}

#[tokio::test]
async fn a_ticket_that_was_printed_this_moment_is_looked_for_again() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let ticket = Ticket::new();
    let get = async |path: &str| {
        let response = server.http.get(format!("{}{path}", server.base)).send().await.unwrap();
        let refresh = response.headers().get("refresh").map(|to| to.to_str().unwrap().to_owned());
        (response.status(), refresh)
    };
    let mut path = ticket.page("de");
    for look in 1..=6 {
        let (status, refresh) = get(&path).await;
        assert_eq!(status, StatusCode::NOT_FOUND);
        path = refresh.unwrap().strip_prefix("5; url=").unwrap().to_owned();
        assert!(path.ends_with(&format!("/t/{}?again={look}&lang=de", ticket.secret)), "{path}");
    }
    assert_eq!(get(&path).await, (StatusCode::NOT_FOUND, None), "it is of another day");
    report(&server, &lobby, json!([ticket.told(1, EIGHT, "waiting")])).await;
    assert_eq!(get(&path).await, (StatusCode::OK, None));
    server.stop().await;
}

#[tokio::test]
async fn a_link_ends_with_the_visit() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let ticket = Ticket::new();
    let now = crate::support::MONDAY;
    report(&server, &lobby, json!([ticket.told(1, now, "serving")])).await;
    let mut phone = Phone::open(&server, &ticket, "de").await;
    phone.until("\"state\":\"serving\"").await;
    report(&server, &lobby, json!([ticket.told(2, now, "finished")])).await;
    phone.until("Ihr Besuch ist beendet").await;
    // A clerk took that back, and the same stream goes on.
    report(&server, &lobby, json!([ticket.told(3, now, "serving")])).await;
    phone.until("\"state\":\"serving\"").await;
    report(&server, &lobby, json!([ticket.told(4, now, "finished")])).await;
    phone.until("Ihr Besuch ist beendet").await;
    drop(phone);
    let stream = format!("/t/{}/stream", ticket.secret);
    let server = server.again_at("2026-11-23T05:32:00Z").await;
    let status = server.http.get(format!("{}{stream}", server.base)).send().await.unwrap().status();
    assert_eq!(status, StatusCode::NO_CONTENT, "no browser comes back after this");
    let (status, text) = server.page(&ticket.page("de")).await;
    assert!(status == StatusCode::OK && text.contains("Ihr Besuch ist beendet. Auf Wiedersehen!"), "{text}");
    let server = server.again_at("2026-11-23T06:31:00Z").await;
    let (status, text) = server.page(&ticket.page("de")).await;
    assert!(status == StatusCode::GONE && text.contains("Diese Nummer gilt nicht mehr"), "{text}");
    assert!(!text.contains("A\u{202f}017"), "{text}");
    assert_eq!(server.folder.kept.text("select body from ticket"), "");
    server.stop().await;
}

#[tokio::test]
async fn a_place_is_given_up_and_the_lobby_has_the_word() {
    let (server, lobby, ticket) = waiting().await;
    let mut feed = Feed::open(&server, &lobby, None).await;
    feed.beginning().await;
    let give_up = async |nonce: &str| ticket.press(&server, "give-up", &[("nonce", nonce)]).await;
    let first = nonce(&server.page(&ticket.page("de")).await.1);
    let (status, to, _) = give_up(&first).await;
    assert_eq!((status, to.as_str()), (StatusCode::SEE_OTHER, ticket.page("de").as_str()));
    let down = Change::Phone { secret_hash: ticket.hash.clone(), press: PhonePress::GiveUp };
    assert_eq!(feed.next().await.unwrap().1, down);
    let (_, page) = server.page(&ticket.page("de")).await;
    assert!(page.contains("Ihr Platz wird aufgegeben") && page.contains("id=\"give-up\" hidden"), "{page}");
    // Pressed again, it is the same wish.
    give_up(&first).await;
    give_up(&nonce(&page)).await;
    // It came too late: the call stands, and the wish goes down to nobody else.
    report(&server, &lobby, json!([ticket.called(2, 7)])).await;
    give_up(&Uuid::new_v4().to_string()).await;
    let (_, changes) = Feed::open(&server, &lobby, None).await.beginning().await;
    assert!(!changes.contains(&down), "{changes:?}");
    assert!(server.page(&ticket.page("de")).await.1.contains("Bitte kommen Sie jetzt"));
    // Put back, it can be given up anew, but not by a form that a browser sends once more.
    let later = "2026-11-23T07:05:00Z";
    report(&server, &lobby, json!([ticket.told(3, later, "waiting")])).await;
    give_up(&first).await;
    let (_, page) = server.page(&ticket.page("de")).await;
    assert!(page.contains("Sie warten."), "{page}");
    give_up(&nonce(&page)).await;
    assert_eq!(feed.next().await.unwrap().1, down, "once more and nothing in between");
    report(&server, &lobby, json!([ticket.told(4, later, "cancelled")])).await;
    assert!(server.page(&ticket.page("de")).await.1.contains("Sie haben Ihren Platz aufgegeben"));
    assert_eq!(give_up("x").await.0, StatusCode::BAD_REQUEST);
    let strange = format!("/t/{}/give-up", Uuid::new_v4());
    assert_eq!(server.form(&strange, &[("nonce", &first)]).await.0, StatusCode::UNPROCESSABLE_ENTITY);
    let another = Uuid::new_v4().to_string();
    assert_eq!(server.form(&strange, &[("nonce", &another)]).await.0, StatusCode::NOT_FOUND);
    server.stop().await;
}

#[tokio::test]
async fn a_call_that_was_in_sight_goes_down_once() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let ticket = Ticket::new();
    report(&server, &lobby, json!([ticket.called(1, 7)])).await;
    let mut feed = Feed::open(&server, &lobby, None).await;
    feed.beginning().await;
    let path = format!("/t/{}/seen", ticket.secret);
    let seen = async |call: &str| {
        assert_eq!(server.form(&path, &[("call", call)]).await.0, StatusCode::NO_CONTENT);
    };
    let down = |call| {
        let press = PhonePress::Seen { call: foyer_domain::id::CallId(call) };
        Change::Phone { secret_hash: ticket.hash.clone(), press }
    };
    // Another call than the one that stands, the right one, and the same again.
    seen("6").await;
    seen("7").await;
    assert_eq!(feed.next().await.unwrap().1, down(7));
    seen("7").await;
    report(&server, &lobby, json!([ticket.called(2, 8)])).await;
    seen("8").await;
    assert_eq!(feed.next().await.unwrap().1, down(8));
    assert_eq!(server.form(&path, &[("call", "-1")]).await.0, StatusCode::BAD_REQUEST);
    server.stop().await;
}

#[tokio::test]
async fn the_page_is_light_and_closed_and_in_every_language() {
    let (server, lobby, ticket) = waiting().await;
    positions(&server, &lobby, &ticket, 2).await;
    for language in foyer_text::Language::ALL {
        let (tag, direction) = (language.tag(), language.direction());
        let url = format!("{}{}", server.base, ticket.page(tag));
        let response = server.http.get(url).send().await.unwrap();
        let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
        assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
        let page = response.text().await.unwrap();
        assert!(page.contains(&format!("<html lang=\"{tag}\" dir=\"{direction}\">")), "{page}");
        assert!(!page.contains("style=") && !page.contains("<script>") && !page.contains("onclick"));
        assert!(!page.contains("portal-") && page.matches("<h1").count() == 1, "{page}");
        assert!(!page.contains("reisepass") && !page.contains(&ticket.hash), "nothing else of it");
        let assets = page.split('"').filter(|part| part.starts_with("/assets/"));
        let mut weight = page.len();
        let mut parts = 0;
        for asset in assets.chain(["/t/worker.js"]) {
            let response = server.http.get(format!("{}{asset}", server.base)).send().await.unwrap();
            assert_eq!(response.status(), StatusCode::OK, "{asset}");
            weight += response.bytes().await.unwrap().len();
            parts += 1;
        }
        assert_eq!(parts, 4, "two styles, the script and the worker");
        assert!(weight < 30_000, "{weight} bytes in {tag}; 60,000 are promised");
    }
    let worker = server.http.get(format!("{}/t/worker.js", server.base)).send().await.unwrap();
    assert_eq!(worker.headers()["cache-control"], "no-cache");
    assert!(worker.headers()["content-type"].to_str().unwrap().starts_with("text/javascript"));
    server.stop().await;
}

/// One of very many phones, with as little around it as can be.
async fn connect(server: &Server, ticket: &Ticket) -> TcpStream {
    let address = server.base.trim_start_matches("http://");
    let mut phone = TcpStream::connect(address).await.unwrap();
    let request = format!("GET /t/{}/stream?lang=de HTTP/1.1\r\nhost: x\r\n\r\n", ticket.secret);
    phone.write_all(request.as_bytes()).await.unwrap();
    phone
}

async fn hears(phone: &mut TcpStream, part: &str) -> String {
    let mut seen = Vec::new();
    let mut piece = [0; 4096];
    let read = async {
        while !String::from_utf8_lossy(&seen).contains(part) {
            let length = phone.read(&mut piece).await.unwrap();
            assert!(length > 0, "the stream ended");
            seen.extend(&piece[..length]);
        }
    };
    tokio::time::timeout(LIMIT, read).await.unwrap_or_else(|_| panic!("never: {part}"));
    String::from_utf8_lossy(&seen).into_owned()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_phones_hear_their_own_and_nothing_else() {
    const PHONES: usize = 2_000;
    let server = Server::start().await;
    let lobby = server.link().await;
    let tickets: Vec<Ticket> = (0..PHONES).map(|_| Ticket::new()).collect();
    let told = |number: usize, ticket: &Ticket, state: &str| {
        let mut told = ticket.told(if state == "waiting" { 1 } else { 2 }, EIGHT, state);
        told["number"] = json!(format!("{}{:03}", ["A", "B", "C"][number / 999], number % 999 + 1));
        told["counter"] = if state == "called" { json!(format!("Schalter {number}.")) } else { Value::Null };
        told
    };
    let all = async |state: &str| {
        for (chunk, some) in tickets.chunks(100).enumerate() {
            let reports: Vec<Value> =
                some.iter().enumerate().map(|(n, one)| told(chunk * 100 + n, one, state)).collect();
            report(&server, &lobby, json!(reports)).await;
        }
    };
    all("waiting").await;
    let mut phones = Vec::new();
    for ticket in &tickets {
        phones.push(connect(&server, ticket).await);
    }
    for phone in &mut phones {
        hears(phone, "\"state\":\"waiting\"").await;
    }
    all("called").await;
    for (number, phone) in phones.iter_mut().enumerate() {
        let heard = hears(phone, &format!("Schalter {number}.")).await;
        assert_eq!(heard.matches("event: ticket").count(), 1, "nobody else's: {heard}");
    }
    drop(phones);
    server.stop().await;
}

#[tokio::test]
async fn whoever_waits_in_vain_is_told_so_and_not_how_long() {
    let server = Server::start().await;
    let lobby = server.link().await;
    let ticket = Ticket::new();
    let mut told = ticket.told(1, EIGHT, "waiting");
    report(&server, &lobby, json!([told])).await;
    let mut phone = Phone::open(&server, &ticket, "de").await;
    phone.until("Sie warten.").await;
    told["id"] = json!(2);
    told["in_vain"] = json!(true);
    report(&server, &lobby, json!([told])).await;
    phone.until("Bitte buchen Sie einen neuen Termin.").await;
    positions(&server, &lobby, &ticket, 0).await;
    let (_, text) = server.page(&ticket.page("de")).await;
    assert!(text.contains("Heute konnten wir Sie leider nicht mehr aufrufen"), "{text}");
    assert!(!text.contains("etwa 10–15 Minuten") && !text.contains("etwa 5–10 Minuten"), "{text}");
    // A clerk came back: whoever was told too early is called after all.
    report(&server, &lobby, json!([ticket.called(3, 7)])).await;
    phone.until("Bitte kommen Sie jetzt: Schalter 3").await;
}

//! Those who book for others: signing on, roles, booking for a caller, finding and cancelling.

use crate::support::{EIGHT, Server};
use reqwest::StatusCode;
use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};

const PASSWORD: &str = "Rathaus am Markt";

/// Somebody's browser.
pub struct Browser<'a> {
    server: &'a Server,
    pub cookie: String,
}

/// What a browser shows: status, where it is led, text.
type Shown = (StatusCode, String, String);

impl<'a> Browser<'a> {
    pub fn new(server: &'a Server) -> Self {
        Self { server, cookie: String::new() }
    }

    async fn shown(&mut self, request: reqwest::RequestBuilder) -> Shown {
        let request = request.header("accept-language", "de").header(COOKIE, &self.cookie);
        let response = request.send().await.unwrap();
        let text = |name| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned());
        if let Some(set) = text(SET_COOKIE) {
            let is_kept_close = set.contains("HttpOnly") && set.contains("SameSite=Strict");
            assert!(set.contains("Path=/staff") && (is_kept_close || set.contains("Max-Age=0")), "{set}");
            set.split(';').next().unwrap().clone_into(&mut self.cookie);
        }
        let (status, location) = (response.status(), text(LOCATION).unwrap_or_default());
        (status, location, response.text().await.unwrap())
    }

    /// What it sends to be known.
    pub fn cookie(&self) -> &str {
        &self.cookie
    }

    pub async fn get(&mut self, path: &str) -> Shown {
        self.shown(self.server.http.get(format!("{}{path}", self.server.base))).await
    }

    pub async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Shown {
        self.post_from(path, fields, &self.server.base.clone()).await
    }

    /// Sends a form with a file.
    pub async fn send_file(&mut self, path: &str, bytes: &[u8]) -> Shown {
        self.send_file_over(path, bytes, &[]).await
    }

    /// … that may replace these drafts.
    pub async fn send_file_over(&mut self, path: &str, bytes: &[u8], drafts: &[&str]) -> Shown {
        let part = "--grenze\r\ncontent-disposition: form-data; name=";
        let replace = |draft: &&str| format!("{part}\"replace\"\r\n\r\n{draft}\r\n");
        let drafts: String = drafts.iter().map(replace).collect();
        let head = format!("{part}\"file\"; filename=\"o.toml\"\r\n\r\n");
        let body = [head.as_bytes(), bytes, b"\r\n", drafts.as_bytes(), b"--grenze--\r\n"].concat();
        let request =
            self.server.http.post(format!("{}{path}", self.server.base)).header("origin", &self.server.base);
        self.shown(request.header("content-type", "multipart/form-data; boundary=grenze").body(body)).await
    }

    async fn post_from(&mut self, path: &str, fields: &[(&str, &str)], origin: &str) -> Shown {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        let request = self.server.http.post(format!("{}{path}", self.server.base)).header("origin", origin);
        self.shown(request.header("content-type", "application/x-www-form-urlencoded").body(body)).await
    }
}

/// Invites somebody on the command line, who chooses a password.
pub async fn signed_on<'a>(server: &'a Server, name: &str, role: &str) -> Browser<'a> {
    let said =
        server.folder.run(crate::support::MONDAY, &["staff", "add", name, "--role", role]).await.unwrap();
    let link = said.rsplit_once("/staff/invitation/").unwrap().1.to_owned();
    let mut browser = Browser::new(server);
    let path = format!("/staff/invitation/{link}");
    let (status, _, text) = browser.get(&path).await;
    assert!(status == StatusCode::OK && text.contains(name), "{text}");
    let (status, leads, _) = browser.post(&path, &[("password", PASSWORD)]).await;
    assert_eq!((status, leads.as_str()), (StatusCode::SEE_OTHER, "/staff"));
    browser
}

/// The value of a hidden field.
pub fn hidden(text: &str, name: &str) -> String {
    let (_, rest) =
        text.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}: {text}"));
    rest.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn nobody_without_a_password_and_nothing_beyond_a_role() {
    let server = Server::start().await;
    let mut stranger = Browser::new(&server);
    let (status, leads, _) = stranger.get("/staff/offices/musterstadt?day=2026-11-24").await;
    assert_eq!(status, StatusCode::SEE_OTHER);
    assert_eq!(leads, "/staff/sign-in?back=%2Fstaff%2Foffices%2Fmusterstadt%3Fday%3D2026-11-24");
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    assert_eq!(clerk.get("/staff/offices/musterstadt").await.0, StatusCode::OK);
    let (status, _, text) = clerk.get("/staff/people").await;
    assert!(status == StatusCode::FORBIDDEN && text.contains("reichen Ihre Rechte nicht"), "{text}");
    // From another site nothing counts, cookie or not.
    let (status, _, text) = clerk.post_from("/staff/sign-out", &[], "https://evil.example").await;
    assert!(status == StatusCode::FORBIDDEN && text.contains("nicht von unseren eigenen Seiten"), "{text}");
    // Whoever reads English is refused in English, whatever it is.
    let here = "/staff/offices/musterstadt";
    for (path, said) in [
        ("/staff/people".to_owned(), "Your rights do not reach that far."),
        ("/staff/city".to_owned(), "Your rights do not reach that far."),
        ("/staff/offices/nirgends".to_owned(), "There is no such thing"),
        (format!("{here}/sheet?day=2026-11-24"), ""),
    ] {
        let sign = if path.contains('?') { '&' } else { '?' };
        let (status, _, text) = clerk.get(&format!("{path}{sign}lang=en")).await;
        assert!(status.is_success() == said.is_empty() && text.contains(said), "{path}: {text}");
        assert!(text.contains("<html lang=\"en\"") || said.is_empty(), "{path}: {text}");
    }
    let (_, _, text) = clerk.post_from("/staff/sign-out?lang=en", &[], "https://evil.example").await;
    assert!(text.contains("did not come from our own pages"), "{text}");
    // What no form of ours sends is told in words, too.
    let odd = [("services", "reisepass:viele")];
    for (lang, said) in [("de", "Diese Angaben konnten wir nicht lesen."), ("en", "We could not read this.")]
    {
        let (status, _, text) = clerk.post(&format!("{here}/series?lang={lang}"), &odd).await;
        assert!(status.is_client_error() && text.contains(said), "{status} {text}");
    }
    assert_eq!(clerk.get("/staff/offices/musterstadt").await.0, StatusCode::OK);
    // Wrong passwords close the name for a while; the right one then has to wait, too.
    let sign_in = [("name", "Kim Beispiel"), ("password", "falsch"), ("back", "https://evil.example/")];
    for _ in 0..5 {
        let (status, _, text) = stranger.post("/staff/sign-in", &sign_in).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY && !text.contains("evil"), "{text}");
    }
    let right = [("name", "Kim Beispiel"), ("password", PASSWORD)];
    assert!(stranger.post("/staff/sign-in", &right).await.2.contains("Zu viele falsche Passwörter"));
    // Whoever is removed is out at once.
    let mut chief = signed_on(&server, "Alex Beispiel", "administrator").await;
    let (_, _, people) = chief.get("/staff/people").await;
    let (_, _, invited) = chief.post("/staff/people", &[("name", "Robin"), ("role", "supervisor")]).await;
    assert!(invited.contains("/staff/invitation/"), "{invited}");
    let (status, _, text) = chief.post("/staff/people", &[("name", "Kim Beispiel"), ("role", "clerk")]).await;
    assert!(
        status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("Diesen Namen gibt es schon"),
        "{text}"
    );
    chief.post("/staff/people/removals", &[("person", &hidden(&people, "person"))]).await;
    assert_eq!(clerk.get("/staff/offices/musterstadt").await.0, StatusCode::SEE_OTHER);
    chief.post("/staff/sign-out", &[]).await;
    assert_eq!(chief.get("/staff/people").await.0, StatusCode::SEE_OTHER);
    assert_eq!(server.folder.kept.count_in_files(PASSWORD.as_bytes()), 0);
    server.stop().await;
}

/// Scenario 27, at the telephone: no e-mail, no paper, and the Terminnummer read aloud.
#[tokio::test]
async fn a_caller_gets_a_booking_and_gives_it_up() {
    let server = Server::start().await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    let book = "/staff/offices/musterstadt/book";
    let (_, _, text) = clerk.get(book).await;
    assert!(text.contains("Reisepass beantragen") && !text.contains("Verbindlich buchen"), "{text}");
    // Looked for times without saying what for.
    for asked in ["book?from=2026-11-23&q-reisepass=0", "group?count=2&within=0&from=2026-11-23"] {
        let (status, _, text) = clerk.get(&format!("/staff/offices/musterstadt/{asked}")).await;
        assert!(status == StatusCode::UNPROCESSABLE_ENTITY, "{asked}");
        assert!(text.contains("Wählen Sie mindestens"), "{asked}: {text}");
    }
    let (_, _, text) = clerk.get(&format!("{book}?q-reisepass=2&q-ummeldung=1")).await;
    assert!(text.contains("Zusammen 55 Minuten") && text.contains("08:00"), "{text}");
    let nonce = hidden(&text, "nonce");
    let name = "<b>Erika</b> Ößmann";
    let form = [
        ("services", "reisepass:2,ummeldung:1"),
        ("from", "2026-11-23"),
        ("start", EIGHT),
        ("nonce", &nonce),
        ("name", name),
        ("email", ""),
        ("phone", "+49 (0)1234 / 56-78"),
        ("language", "tr"),
        ("interpreter", "ti"),
        ("way", "telephone"),
        ("persons", "3"),
        ("more_time", "yes"),
        ("pick_up", "yes"),
    ];
    let (status, _, first) = clerk.post(book, &form).await;
    assert!(status == StatusCode::CREATED && first.contains("Bitte vorlesen"), "{first}");
    let (_, _, again) = clerk.post(book, &form).await;
    let number = |text: &str| {
        let (_, rest) = text.split_once("staff__number\">").unwrap();
        rest.split('<').next().unwrap().to_owned()
    };
    assert_eq!(number(&first), number(&again), "one press, one booking");
    assert_eq!(server.folder.kept.number("select count(*) from booking"), 1);
    let (_, _, day) = clerk.get("/staff/offices/musterstadt").await;
    assert!(day.contains("&#60;b&#62;Erika&#60;/b&#62; Ößmann") && day.contains("Ein Termin"), "{day}");
    // The number as somebody else would write it, or its end as somebody reads it out.
    let (dialled, end) = ("01234 5678".to_owned(), "345678".to_owned());
    for typed in [number(&first).to_lowercase(), "ößm".to_owned(), dialled, end] {
        let typed: String = url::form_urlencoded::byte_serialize(typed.as_bytes()).collect();
        let (status, leads, _) = clerk.get(&format!("/staff/offices/musterstadt/find?q={typed}")).await;
        assert!(status == StatusCode::SEE_OTHER && leads.starts_with("/staff/bookings/"), "{leads}");
    }
    let (_, page, _) = clerk.get(&format!("/staff/offices/musterstadt/find?q={}", number(&first))).await;
    let (_, _, text) = clerk.get(&page).await;
    for said in
        ["Dolmetscher: Tigrin", "am Telefon", "3 Personen", "braucht mehr Zeit", "bitte abholen", "gebucht"]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    for none in ["0987 65", "78"] {
        let (_, _, text) = clerk.get(&format!("/staff/offices/musterstadt/find?q={none}")).await;
        assert!(text.contains("Nichts gefunden"), "{none}: {text}");
    }
    let cancel = page.replace("?lang", "/cancel?lang");
    let press = [("nonce", &*hidden(&text, "nonce")), ("reason", "asked")];
    assert_eq!(clerk.post(&cancel, &press).await.0, StatusCode::SEE_OTHER);
    assert_eq!(clerk.post(&cancel, &press).await.0, StatusCode::SEE_OTHER, "pressed twice");
    let (_, _, text) = clerk.get(&page).await;
    assert!(text.contains("abgesagt") && !text.contains("Erika"), "{text}");
    assert_eq!(server.folder.kept.number("select count(*) from place"), 0);
    server.stop().await;
}

#[tokio::test]
async fn a_time_that_is_gone_leaves_what_was_typed() {
    let server = Server::start().await;
    let mut clerk = signed_on(&server, "Kim Beispiel", "clerk").await;
    for _ in 0..3 {
        server.book("reisepass", EIGHT).await;
    }
    let form = |start, email, nonce| {
        [
            ("services", "reisepass:1"),
            ("from", "2026-11-23"),
            ("start", start),
            ("nonce", nonce),
            ("name", "Erika Mustermann"),
            ("email", email),
            ("language", "ar"),
        ]
    };
    let [one, two] = [uuid::Uuid::new_v4().to_string(), uuid::Uuid::new_v4().to_string()];
    let book = "/staff/offices/musterstadt/book";
    let (status, _, text) = clerk.post(book, &form(EIGHT, "", &one)).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY, "{text}");
    assert!(
        text.contains("value=\"Erika Mustermann\"") && text.contains("value=\"ar\" lang=\"ar\" selected"),
        "{text}"
    );
    let (status, _, text) = clerk.post(book, &form("2026-11-23T08:00:00Z", "erika", &two)).await;
    assert!(status == StatusCode::UNPROCESSABLE_ENTITY && text.contains("value=\"erika\""), "{text}");
    assert_eq!(server.folder.kept.number("select count(*) from booking"), 3);
    for path in ["/staff/bookings/zzz", "/staff/bookings/0000000000ff", "/staff/offices/nirgends"] {
        assert_eq!(clerk.get(path).await.0, StatusCode::NOT_FOUND, "{path}");
    }
    server.stop().await;
}

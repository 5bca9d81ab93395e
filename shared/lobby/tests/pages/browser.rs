//! As much of a browser as the pages need: a cookie, forms with their hidden fields, event streams.

use foyer_lobby::staff::SESSION_COOKIE;
use reqwest::header::{HeaderMap, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, Response};
use std::collections::HashMap;
use std::time::Duration;
use url::form_urlencoded::Serializer;

/// Nothing here takes longer, even on a machine that is busy with other things.
pub const LIMIT: Duration = Duration::from_secs(20);

/// A browser with one cookie.
pub struct Browser {
    client: Client,
    address: String,
    pub cookie: Option<String>,
    pub language: &'static str,
}

/// An answer, read to its end.
#[derive(Debug)]
pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
}

/// A form of a page.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub fields: HashMap<String, String>,
    /// Fields that stand in the form several times.
    more: Vec<(String, String)>,
}

impl Browser {
    pub fn new(address: &str) -> Self {
        // A second installation of the same provider changes nothing.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { client, address: address.to_owned(), cookie: None, language: "de" }
    }

    pub async fn request(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Response {
        let mut request = self.client.request(method, format!("{}{path}", self.address));
        request = request.header("accept-language", self.language);
        if let Some(cookie) = &self.cookie {
            request = request.header("cookie", format!("{SESSION_COOKIE}={cookie}"));
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        if !body.is_empty() {
            request = request.header("content-type", "application/x-www-form-urlencoded").body(body);
        }
        tokio::time::timeout(LIMIT, request.send()).await.expect("the server answers in time").unwrap()
    }

    pub async fn get(&self, path: &str) -> Page {
        Page::read(self.request(Method::GET, path, &[], String::new()).await).await
    }

    /// Sends a form as a browser does that runs no script.
    pub async fn send(&self, form: &Form) -> Page {
        self.send_with(form, &[("origin", &self.address)]).await
    }

    /// Sends a form as the desk's script does.
    pub async fn fetch(&self, form: &Form) -> Page {
        self.send_with(form, &[("origin", &self.address), ("foyer-part", "desk")]).await
    }

    pub async fn send_with(&self, form: &Form, headers: &[(&str, &str)]) -> Page {
        let body =
            Serializer::new(String::new()).extend_pairs(&form.fields).extend_pairs(&form.more).finish();
        Page::read(self.request(Method::POST, &form.action, headers, body).await).await
    }

    pub async fn sign_in(&mut self, name: &str, password: &str) -> Page {
        let form = Form::new("/sign-in").with("name", name).with("password", password);
        let page = self.send(&form).await;
        self.keep_cookie(&page);
        page
    }

    pub fn keep_cookie(&mut self, page: &Page) {
        let set = page.headers.get_all(SET_COOKIE).iter().filter_map(|value| value.to_str().ok());
        let own = set.filter_map(|set| set.strip_prefix(SESSION_COOKIE)?.strip_prefix('='));
        if let Some(value) = own.filter_map(|rest| rest.split(';').next()).next() {
            self.cookie = Some(value.to_owned());
        }
    }

    /// Takes a free counter and answers the desk's path.
    pub async fn take(&self, counter: &str) -> String {
        let free = self.get("/desk").await;
        let page = self.send(&free.form("counter", counter)).await;
        assert_eq!(page.status, 303, "{}", page.body);
        page.location().to_owned()
    }

    pub async fn follow(&self, path: &str) -> Stream {
        let response = self.request(Method::GET, path, &[], String::new()).await;
        assert_eq!(response.status().as_u16(), 200, "{path}");
        Stream { response, buffer: Vec::new() }
    }
}

impl Page {
    async fn read(response: Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, body: response.text().await.unwrap() }
    }

    pub fn location(&self) -> &str {
        self.headers[LOCATION].to_str().unwrap()
    }

    /// The form that has this field with this value.
    #[track_caller]
    pub fn form(&self, name: &str, value: &str) -> Form {
        let forms = self.body.split("<form ").skip(1).map(|form| form.split("</form>").next().unwrap());
        let found = forms.map(Form::parse).find(|form| form.fields.get(name).is_some_and(|is| is == value));
        found.unwrap_or_else(|| panic!("no form has {name}={value}: {}", self.body))
    }

    #[track_caller]
    pub fn says(&self, text: &str) {
        assert!(self.body.contains(text), "`{text}` is not in {}", self.body);
    }

    #[track_caller]
    pub fn does_not_say(&self, text: &str) {
        assert!(!self.body.contains(text), "`{text}` is in {}", self.body);
    }
}

impl Form {
    pub fn new(action: &str) -> Self {
        Self { action: action.to_owned(), fields: HashMap::new(), more: Vec::new() }
    }

    /// One more field of this name.
    pub fn also(mut self, name: &str, value: &str) -> Self {
        self.more.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.insert(name.to_owned(), value.to_owned());
        self
    }

    fn parse(html: &str) -> Self {
        let attribute = |tag: &str, name: &str| {
            let rest = tag.split_once(&format!("{name}=\""))?.1;
            Some(rest.split_once('"')?.0.to_owned())
        };
        let hidden = html.split("<input ").skip(1).filter(|tag| tag.starts_with("type=\"hidden\""));
        let field = |tag: &str| Some((attribute(tag, "name")?, attribute(tag, "value")?));
        let (fields, more) = (hidden.filter_map(field).collect(), Vec::new());
        Self { action: attribute(html, "action").unwrap(), fields, more }
    }
}

/// An open event stream.
pub struct Stream {
    response: Response,
    /// What has come and is not taken; a piece may end within a letter.
    buffer: Vec<u8>,
}

impl Stream {
    /// The next event's data; `None` at the stream's end.
    pub async fn next(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.buffer.windows(2).position(|two| two == b"\n\n") {
                let event = String::from_utf8(self.buffer.drain(..end + 2).collect()).unwrap();
                let lines = event.lines().filter_map(|line| line.strip_prefix("data: "));
                return Some(lines.collect::<Vec<_>>().join("\n"));
            }
            let chunk = tokio::time::timeout(LIMIT, self.response.chunk()).await;
            let chunk = chunk.expect("the stream speaks in time").ok()??;
            self.buffer.extend(chunk);
        }
    }

    /// Reads on until an event contains a text.
    pub async fn until(&mut self, text: &str) -> String {
        loop {
            let event = self.next().await.expect("the stream goes on");
            if event.contains(text) {
                return event;
            }
        }
    }
}

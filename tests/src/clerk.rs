//! A clerk who presses keys without a browser: the same forms, sent as a browser without script sends them.

use crate::house::{House, PASSWORD};
use anyhow::{Context, Result, bail, ensure};
use foyer_protocol::nonce::Nonce;
use reqwest::header::{COOKIE, LOCATION, ORIGIN, SET_COOKIE};
use reqwest::{Client, Response, StatusCode};

/// Somebody of the staff who is signed on.
#[derive(Clone)]
pub struct Clerk {
    http: Client,
    url: String,
    cookie: String,
}

/// What a press brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Pressed {
    /// It was done; the desk as it is now.
    Done(String),
    /// It changed nothing; the desk with the reason.
    Refused(String),
}

impl Clerk {
    /// Signs on somebody whom [`House::add_staff`] added.
    ///
    /// # Errors
    /// The lobby does not know this person.
    pub async fn sign_in(house: &House, name: &str) -> Result<Self> {
        Self::sign_in_at(&house.lobby.url, name).await
    }

    /// The same at any lobby.
    ///
    /// # Errors
    /// The lobby does not know this person.
    pub async fn sign_in_at(lobby: &str, name: &str) -> Result<Self> {
        let http = crate::http::client()?;
        let mut clerk = Self { http, url: lobby.to_owned(), cookie: String::new() };
        let form = [("name", name), ("password", PASSWORD), ("back", "")];
        let response = clerk.post("/sign-in", &form, false).await?;
        let cookie = response.headers().get(SET_COOKIE).context("a sign-on sets a cookie")?.to_str()?;
        clerk.cookie = cookie.split(';').next().unwrap_or_default().to_owned();
        Ok(clerk)
    }

    /// Opens a counter.
    ///
    /// # Errors
    /// Somebody else has it.
    pub async fn open(&self, counter: &str) -> Result<()> {
        let nonce = Nonce::random().to_string();
        let response = self.post("/desk", &[("nonce", &nonce), ("counter", counter)], false).await?;
        let location = response.headers().get(LOCATION).map(|at| at.to_str().unwrap_or_default().to_owned());
        ensure!(location == Some(format!("/desk/{counter}")), "counter {counter}: {response:?}");
        Ok(())
    }

    /// The desk as it is now.
    ///
    /// # Errors
    /// It cannot be had.
    pub async fn desk(&self, counter: &str) -> Result<String> {
        let request = self.http.get(format!("{}/desk/{counter}", self.url)).header(COOKIE, &self.cookie);
        let response = request.send().await?;
        ensure!(response.status() == StatusCode::OK, "desk {counter}: {}", response.status());
        Ok(response.text().await?)
    }

    /// The stream of a desk, as the page's script opens it.
    ///
    /// # Errors
    /// It cannot be had.
    pub async fn follow(&self, counter: &str) -> Result<Response> {
        let url = format!("{}/desk/{counter}/stream", self.url);
        let response = crate::http::follower()?.get(url).header(COOKIE, &self.cookie).send().await?;
        ensure!(response.status() == StatusCode::OK, "the stream of {counter}: {}", response.status());
        Ok(response)
    }

    /// Another page of the staff's.
    ///
    /// # Errors
    /// It cannot be had.
    pub async fn page(&self, path: &str) -> Result<String> {
        let response =
            self.http.get(format!("{}{path}", self.url)).header(COOKIE, &self.cookie).send().await?;
        ensure!(response.status() == StatusCode::OK, "{path}: {}", response.status());
        Ok(response.text().await?)
    }

    /// Presses a key of the desk that is now there: `next`, `start`, `finish`, `recall`, `no_show`,
    /// `put_back`, `undo`.
    ///
    /// # Errors
    /// The lobby cannot be reached or fails; a refusal is no error.
    pub async fn press(&self, counter: &str, what: &str) -> Result<Pressed> {
        let desk = self.desk(counter).await?;
        self.press_on(&desk, counter, what, Nonce::random()).await
    }

    /// Presses a key of a desk that was seen earlier, with a nonce of the test's choice.
    ///
    /// # Errors
    /// The lobby cannot be reached or fails; a refusal is no error.
    pub async fn press_on(&self, desk: &str, counter: &str, what: &str, nonce: Nonce) -> Result<Pressed> {
        let visit = field(desk, "visit").unwrap_or_default();
        let nonce = nonce.to_string();
        let form = [("do", what), ("nonce", &nonce), ("visit", &visit)];
        let response = self.post(&format!("/desk/{counter}"), &form, true).await?;
        match response.status() {
            StatusCode::OK => Ok(Pressed::Done(response.text().await?)),
            StatusCode::CONFLICT => Ok(Pressed::Refused(response.text().await?)),
            status => bail!("{what} at counter {counter}: {status}: {}", response.text().await?),
        }
    }

    /// Sends a form of another page; gives the page that it brings.
    ///
    /// # Errors
    /// The lobby cannot be reached, or does not do it.
    pub async fn send(&self, path: &str, form: &[(&str, &str)]) -> Result<String> {
        let response = self.post(path, form, false).await?;
        let (status, page) = (response.status(), response.text().await?);
        ensure!(status.is_success() || status == StatusCode::SEE_OTHER, "{path} {form:?}: {status}: {page}");
        Ok(page)
    }

    async fn post(&self, path: &str, form: &[(&str, &str)], part: bool) -> Result<Response> {
        let mut request = self
            .http
            .post(format!("{}{path}", self.url))
            .header("content-type", "application/x-www-form-urlencoded")
            .header(ORIGIN, &self.url)
            .header(COOKIE, &self.cookie);
        if part {
            request = request.header("foyer-part", "1");
        }
        Ok(request.body(encoded(form)).send().await?)
    }
}

impl Pressed {
    /// The number at the counter after the press, `A017`; `None` if nobody is there.
    pub fn number(&self) -> Option<String> {
        let (_, rest) = self.page().split_once("class=\"at__number\">")?;
        let shown = rest.split('<').next()?;
        Some(shown.chars().filter(char::is_ascii_alphanumeric).collect())
    }

    /// The desk as it is after the press.
    pub fn page(&self) -> &str {
        let (Self::Done(desk) | Self::Refused(desk)) = self;
        desk
    }

    /// Whether it was done.
    pub fn done(&self) -> bool {
        matches!(self, Self::Done(_))
    }
}

/// A form as a browser writes it.
fn encoded(form: &[(&str, &str)]) -> String {
    url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form).finish()
}

/// The value of a page's first hidden field of this name.
pub fn field(page: &str, name: &str) -> Option<String> {
    attribute(page, &format!("name=\"{name}\" value")).map(str::to_owned)
}

/// The value of a page's first attribute of this name.
pub fn attribute<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("{name}=\""))?;
    rest.split('"').next()
}

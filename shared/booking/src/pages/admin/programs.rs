//! Programs of others: their tokens, and the addresses that are told; and the keys that sign check-in codes.

use super::super::frame::render;
use super::super::staff::form::Form;
use super::super::staff::frame::{Frame, Refused, Sentence};
use super::super::staff::signed_in::SignedIn;
use super::reading::Typed;
use super::work::typed;
use crate::app::App;
use crate::error::of_form;
use crate::hooks;
use crate::rights::Right;
use crate::store::{HookEntry, KeyEntry, TokenEntry, Told};
use askama::Template;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use foyer_access::Role;
use foyer_domain::Timestamp;
use foyer_domain::code::KeyState;
use foyer_domain::id::OfficeId;

/// A name or address is never longer.
const LONGEST_NAME: usize = 60;
const LONGEST_URL: usize = 500;

/// What was just made, and is shown this once.
struct Made {
    title: String,
    secret: String,
    hint: String,
}

struct TokenLine {
    id: i64,
    name: String,
    rights: String,
    office: String,
    made: String,
    /// Until when it held, if it does no more.
    revoked: String,
}

struct HookLine {
    id: i64,
    name: String,
    url: String,
    /// Of which office, and whether names are told.
    what: String,
    /// When it last took something, what went wrong, when it is tried again.
    state: Vec<String>,
    is_failing: bool,
}

struct KeyLine {
    id: u16,
    /// "Schlüssel 2".
    name: String,
    state: String,
    is_revoked: bool,
    made: String,
    bookings: String,
}

#[derive(Template)]
#[template(path = "admin/programs.html")]
struct ProgramsPage {
    frame: Frame,
    made: Option<Made>,
    tokens: Vec<TokenLine>,
    hooks: Vec<HookLine>,
    keys: Vec<KeyLine>,
    /// Value, name, and whether it is chosen.
    rights: Vec<(&'static str, String, bool)>,
    /// The one without an id is all.
    offices: Vec<(String, String, bool)>,
    typed: Filled,
}

/// What was typed for a token or an address.
#[derive(Default)]
struct Filled {
    token: String,
    hook: String,
    url: String,
    names: bool,
}

/// Shows times and names of one answer.
struct Shows<'a> {
    app: &'a App,
    signed: &'a SignedIn,
}

impl Shows<'_> {
    fn text(&self, id: &str) -> String {
        self.signed.words.text(id)
    }

    fn when(&self, at: Timestamp) -> String {
        let offices = self.app.store.offices();
        let zone = offices.first().map_or(chrono_tz::UTC, |state| state.office.time_zone);
        foyer_text::day_and_time(self.signed.words.language, zone, at)
    }

    fn office(&self, id: Option<&OfficeId>) -> String {
        let name = |id: &OfficeId| {
            self.app.store.office(id).map_or(id.to_string(), |state| state.office.name.clone())
        };
        id.map_or_else(|| self.text("admin-programs-all"), name)
    }

    fn right(&self, right: Right) -> String {
        self.text(match right {
            Right::Feed => "admin-right-feed",
            Right::Names => "admin-right-names",
            Right::Metrics => "admin-right-metrics",
            Right::Statistics => "admin-right-statistics",
        })
    }

    fn token(&self, token: &TokenEntry) -> TokenLine {
        let rights: Vec<String> = token.rights.iter().map(|right| self.right(*right)).collect();
        TokenLine {
            id: token.id,
            name: token.name.clone(),
            rights: rights.join(" · "),
            office: self.office(token.office.as_ref()),
            made: self.when(token.made_at),
            revoked: token.revoked_at.map(|at| self.when(at)).unwrap_or_default(),
        }
    }

    fn hook(&self, hook: &HookEntry) -> HookLine {
        let words = self.signed.words;
        let names = hook.told.names.then(|| self.right(Right::Names));
        let what = [Some(self.office(hook.told.office.as_ref())), names];
        let told = hook.told_at.map(|at| words.text_with("admin-hook-told", "time", self.when(at)));
        let mut state = vec![told.unwrap_or_else(|| self.text("admin-hook-never"))];
        if let Some(error) = &hook.last_error {
            let values = [("count", hook.tries.into()), ("error", error.as_str().into())];
            state.push(foyer_text::text_with(words.language, "admin-hook-failed", &values));
        }
        match hook.next_try_at {
            None => state.push(self.text("admin-hook-dead")),
            Some(at) if hook.tries > 0 => {
                state.push(words.text_with("admin-hook-next", "time", self.when(at)));
            }
            Some(_) => {}
        }
        HookLine {
            id: hook.id,
            name: hook.name.clone(),
            url: hook.url.clone(),
            what: what.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            state,
            is_failing: hook.tries > 0 || hook.next_try_at.is_none(),
        }
    }

    fn key(&self, entry: &KeyEntry) -> KeyLine {
        KeyLine {
            id: entry.key.id,
            name: self.signed.words.text_with("admin-key", "number", entry.key.id),
            state: self.text(match entry.key.state {
                KeyState::Active => "admin-key-active",
                KeyState::Retired => "admin-key-retired",
                KeyState::Revoked => "admin-key-revoked",
            }),
            is_revoked: entry.key.state == KeyState::Revoked,
            made: self.when(entry.made_at),
            bookings: self.signed.words.text_with("admin-key-bookings", "count", entry.open_bookings),
        }
    }
}

fn one<'t>(sent: &'t Typed, name: &str) -> &'t str {
    sent.get(name).and_then(|values| values.last()).map_or("", |value| value.trim())
}

async fn page(
    app: &App,
    signed: &SignedIn,
    made: Option<Made>,
    fault: Option<&str>,
    sent: &Typed,
) -> Result<Response, Refused> {
    let shows = Shows { app, signed };
    let chosen = sent.get("right").cloned().unwrap_or_default();
    let right =
        |right: Right| (right.name(), shows.right(right), chosen.iter().any(|name| name == right.name()));
    let all = std::iter::once((String::new(), shows.text("admin-programs-all"), false));
    let office = one(sent, "office");
    let offices = app.store.offices();
    let offices = offices.iter().map(|state| {
        let id = state.office.id.to_string();
        (id.clone(), state.office.name.clone(), id == office)
    });
    let is_hook = sent.contains_key("url");
    let name = |is_there: bool| if is_there { one(sent, "name").to_owned() } else { String::new() };
    let page = ProgramsPage {
        frame: signed
            .frame(app, "admin-programs")
            .saying(fault.map(|fault| Sentence(signed.words.text(fault)))),
        made,
        tokens: app.store.tokens().await?.iter().map(|token| shows.token(token)).collect(),
        hooks: app.store.webhooks().await?.iter().map(|hook| shows.hook(hook)).collect(),
        keys: app.store.keys(app.now()).await?.iter().map(|key| shows.key(key)).collect(),
        rights: Right::ALL.map(right).to_vec(),
        offices: all.chain(offices).collect(),
        typed: Filled {
            token: name(!is_hook),
            hook: name(is_hook),
            url: one(sent, "url").to_owned(),
            names: one(sent, "names") == "yes",
        },
    };
    Ok((of_form(fault.is_some()), render(&page)?).into_response())
}

/// `GET /staff/programs`.
pub async fn show(State(app): State<App>, signed: SignedIn) -> Result<Response, Refused> {
    page(&app, &signed.of_role(Role::Administrator)?, None, None, &Typed::new()).await
}

fn is_name(name: &str) -> bool {
    (1..=LONGEST_NAME).contains(&name.chars().count()) && !name.chars().any(char::is_control)
}

/// The office that a form names; none for all.
fn office(app: &App, sent: &Typed) -> Result<Option<OfficeId>, &'static str> {
    let id = Some(one(sent, "office")).filter(|id| !id.is_empty()).map(OfficeId::from);
    match id.as_ref().map(|id| app.store.office(id)) {
        Some(Err(_)) => Err("admin-gone-already"),
        Some(Ok(_)) | None => Ok(id),
    }
}

/// `POST /staff/programs/tokens`: makes a token, which is shown once, or takes one back.
pub async fn token(
    State(app): State<App>,
    signed: SignedIn,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, sent) = (signed.of_role(Role::Administrator)?, typed(pairs));
    if sent.contains_key("back") {
        let id = one(&sent, "back").parse().unwrap_or_default();
        let is_done = app.store.revoke_token(id, app.now()).await?;
        let fault = (!is_done).then_some("admin-gone-already");
        return page(&app, &signed, None, fault, &Typed::new()).await;
    }
    let name = one(&sent, "name");
    let rights: Vec<Right> =
        sent.get("right").into_iter().flatten().filter_map(|name| Right::named(name)).collect();
    let fault = match office(&app, &sent) {
        _ if !is_name(name) => "admin-programs-name-wrong",
        _ if rights.is_empty() => "admin-programs-right-needed",
        Err(fault) => fault,
        Ok(office) => {
            let token = app.store.add_token(name.to_owned(), rights, office, app.now()).await??;
            let made = Made {
                title: signed.words.text_with("admin-token-made", "name", name),
                secret: token,
                hint: signed.words.text("admin-made-hint"),
            };
            return page(&app, &signed, Some(made), None, &Typed::new()).await;
        }
    };
    page(&app, &signed, None, Some(fault), &sent).await
}

/// `POST /staff/programs/webhooks`: an address more, one that is tried again, or one less.
pub async fn webhook(
    State(app): State<App>,
    signed: SignedIn,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, sent) = (signed.of_role(Role::Administrator)?, typed(pairs));
    let id = |name: &str| one(&sent, name).parse().unwrap_or_default();
    if sent.contains_key("again") || sent.contains_key("remove") {
        let is_done = match sent.contains_key("again") {
            true => app.store.retry_webhook(id("again")).await?,
            false => app.store.remove_webhook(id("remove")).await?,
        };
        let fault = (!is_done).then_some("admin-gone-already");
        return page(&app, &signed, None, fault, &Typed::new()).await;
    }
    let (name, url) = (one(&sent, "name"), one(&sent, "url"));
    let is_possible = |address: &url::Url| hooks::is_safe(address) && !hooks::is_here(address);
    let address = url::Url::parse(url).ok().filter(is_possible).filter(|_| url.len() <= LONGEST_URL);
    let fault = match (office(&app, &sent), address) {
        _ if !is_name(name) => "admin-programs-name-wrong",
        (_, None) => "admin-programs-url-wrong",
        (Err(fault), Some(_)) => fault,
        (Ok(office), Some(address)) => {
            let told = Told { office, names: one(&sent, "names") == "yes" };
            let secret =
                app.store.add_webhook(name.to_owned(), address.to_string(), told, app.now()).await??;
            let made = Made {
                title: signed.words.text_with("admin-hook-made", "name", name),
                secret: hooks::shown(&secret),
                hint: signed.words.text("admin-made-hint"),
            };
            return page(&app, &signed, Some(made), None, &Typed::new()).await;
        }
    };
    page(&app, &signed, None, Some(fault), &sent).await
}

/// `POST /staff/programs/keys`: another key signs from now on, or one verifies nothing more.
pub async fn key(
    State(app): State<App>,
    signed: SignedIn,
    Form(pairs): Form<Vec<(String, String)>>,
) -> Result<Response, Refused> {
    let (signed, sent) = (signed.of_role(Role::Administrator)?, typed(pairs));
    let fault = match one(&sent, "press") {
        "rotate" => {
            app.store.rotate_key(app.now()).await?;
            None
        }
        press => {
            let id = press.strip_prefix("revoke:").and_then(|id| id.parse().ok());
            let done = match id {
                Some(id) => app.store.revoke_key(id, app.now()).await?,
                None => None,
            };
            done.is_none().then_some("admin-gone-already")
        }
    };
    page(&app, &signed, None, fault, &Typed::new()).await
}

//! What somebody is changing: their draft, or the revision in force while they have none.

use super::super::staff::frame::{Frame, Refused};
use super::super::staff::signed_in::SignedIn;
use super::place::{self, Fault};
use super::reading::Typed;
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::refusal::Refusal;
use crate::store::{Draft, Imported, SaveFault};
use foyer_access::Role;
use foyer_domain::id::OfficeId;
use foyer_domain::office::Office;
use serde_json::Value;
use std::sync::Arc;

/// What somebody is changing of an office.
pub struct Work {
    /// Who, and in which language.
    pub signed: SignedIn,
    /// The office's id.
    pub office: OfficeId,
    /// The revision in force; none for an office that is being made.
    pub in_force: Option<Arc<Office>>,
    /// The revision that the draft began with.
    pub base: u64,
    /// The draft's last step; 0 without a draft.
    pub step: u32,
    /// The office as it is being changed.
    pub document: Value,
    /// What is wrong with it, or the office that it is.
    pub judged: Result<Office, Vec<Fault>>,
}

/// An office as a document.
pub fn document(office: &Office) -> Value {
    serde_json::to_value(office).expect("an office has texts as keys")
}

impl Work {
    /// What `signed` is changing of an office; supervisors see what is in force.
    pub async fn of(app: &App, signed: SignedIn, office: &str) -> Result<Self, Refused> {
        let signed = signed.of_role(Role::Supervisor)?;
        let id = OfficeId(office.to_owned());
        let in_force = app.store.office(&id).ok().map(|state| Arc::clone(&state.office));
        let draft = app.store.draft(id.clone(), signed.person.id.clone()).await?;
        let draft = draft.filter(|_| signed.person.role == Role::Administrator);
        let (base, step, document) = match (draft, &in_force) {
            (Some(Draft { base, step, document, .. }), _) => {
                let document = serde_json::from_str(&document)
                    .map_err(|error| RequestFault::Malformed(error.to_string()))?;
                (base, step, document)
            }
            (None, Some(office)) => (office.revision, 0, document(office)),
            (None, None) => return Err(Refusal::OfficeUnknown { office: id.to_string() }.into()),
        };
        let judged = place::judge(&document);
        Ok(Self { signed, office: id, in_force, base, step, document, judged })
    }

    /// What `signed` is changing of an office that there may not be yet.
    pub async fn or_new(app: &App, signed: SignedIn, office: &str) -> Result<Self, Refused> {
        match Self::to_change(app, signed.clone(), office).await {
            Err(Refused::Api(ApiError::Refused(Refusal::OfficeUnknown { .. }))) => Ok(Self {
                signed: signed.of_role(Role::Administrator)?,
                office: OfficeId(office.to_owned()),
                in_force: None,
                base: 0,
                step: 0,
                document: Value::Null,
                judged: Err(Vec::new()),
            }),
            known => known,
        }
    }

    /// Saves an office that was looked at, if what is in force is still what the draft began with.
    pub async fn save(&self, app: &App, mut office: Office) -> Result<Result<Imported, SaveFault>, Refused> {
        if office.public_url.is_none() {
            // As the command line does it.
            office.public_url =
                app.settings.public_url.as_ref().map(|url| url.as_str().trim_end_matches('/').to_owned());
        }
        Ok(app.store.save_draft(office, self.base, self.signed.person.id.clone(), app.now()).await?)
    }

    /// … for who may change it.
    pub async fn to_change(app: &App, signed: SignedIn, office: &str) -> Result<Self, Refused> {
        Self::of(app, signed.of_role(Role::Administrator)?, office).await
    }

    /// Whether it is no different from what is in force.
    pub fn is_unchanged(&self) -> bool {
        let before = self.in_force.as_ref().map(|office| document(office)).unwrap_or_default();
        self.in_force.is_some()
            && super::fields::SECTIONS
                .iter()
                .all(|section| !super::changes::is_changed(section, &before, &self.document))
    }

    /// All that is wrong.
    pub fn faults(&self) -> &[Fault] {
        self.judged.as_ref().err().map_or(&[], Vec::as_slice)
    }

    /// Whether who is signed on may change it.
    pub fn may_change(&self) -> bool {
        self.signed.person.role == Role::Administrator
    }

    /// The address of a page of this office.
    pub fn href(&self, rest: &str) -> String {
        self.signed.words.link(&format!("/staff/offices/{}/{rest}", self.office))
    }

    /// The office's name as it is being changed.
    pub fn name(&self) -> String {
        let name = self.document.get("name").and_then(Value::as_str).unwrap_or_default();
        if name.is_empty() { self.office.to_string() } else { name.to_owned() }
    }

    /// The frame of a page, with another title than its text alone.
    pub fn frame(&self, app: &App, title: String) -> Frame {
        let mut frame = self.signed.frame(app, "admin-title");
        frame.title = title;
        frame
    }

    /// The office and its draft as they stand, as a form sends them.
    pub fn sent(&self) -> String {
        format!("{}:{}", self.office, self.step)
    }

    /// Keeps a new document as the next step, if the form was made from the last one; `false` if another window was
    /// quicker.
    pub async fn keep(&self, app: &App, typed: &Typed, document: &Value) -> Result<bool, Refused> {
        let sent = typed.get("step").and_then(|step| step.first()?.parse::<u32>().ok());
        if sent != Some(self.step) {
            return Ok(false);
        }
        self.keep_as(app, self.base, document).await
    }

    /// Keeps a new document as the next step, begun with another revision.
    pub async fn keep_as(&self, app: &App, base: u64, document: &Value) -> Result<bool, Refused> {
        let draft =
            Draft { office: self.office.clone(), base, step: self.step + 1, document: document.to_string() };
        Ok(app.store.keep_draft(draft, self.signed.person.id.clone(), app.now()).await?)
    }
}

/// A form's fields by name, in the order in which they came.
pub fn typed(pairs: Vec<(String, String)>) -> Typed {
    let mut typed = Typed::new();
    for (name, value) in pairs {
        typed.entry(name).or_default().push(value);
    }
    typed
}

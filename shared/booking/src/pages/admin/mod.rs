//! The administration: offices are changed section by section as a draft, looked at beforehand, and saved as a revision.
//!
//! - [`fields`]: all fields of an office's document
//! - [`place`]: where values and faults lie in it
//! - [`control`], [`reading`]: the one form over the fields, shown and read back
//! - [`work`]: what somebody is changing
//! - [`city`]: all offices, and what somebody is changing of them · [`new_office`]: one more
//! - [`file`]: offices as files, down and up · [`members`]: who works there, in them
//! - [`programs`]: programs of others, and the keys of check-in codes · [`links`]: an office's lobby and calendars
//! - [`mails`]: an office's mails as citizens get them
//! - [`overview`], [`sections`]: its pages · [`preview`], [`effects`], [`changes`], [`merge`]: before it is saved · [`revisions`]: afterwards

mod changes;
mod city;
mod control;
mod effects;
mod fields;
mod file;
mod links;
mod mails;
mod members;
mod merge;
mod new_office;
mod overview;
mod place;
mod preview;
mod programs;
mod reading;
mod remedies;
mod revisions;
mod sections;
mod work;

#[cfg(test)]
mod tests;

use super::staff;
use crate::app::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::from_fn;
use axum::routing::{get, post};

/// Everything for the administration, under `/staff`.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/staff/offices/{office}/edit", get(overview::show).post(overview::discard))
        .route("/staff/offices/{office}/edit/{section}", get(sections::show).post(sections::change))
        .route(
            "/staff/offices/{office}/edit/{section}/{entry}",
            get(sections::show_entry).post(sections::change_entry),
        )
        .route("/staff/offices/{office}/preview", get(preview::show).post(preview::save))
        .route("/staff/offices/{office}/delete", post(overview::delete))
        .route("/staff/offices/{office}/merge", post(preview::merge))
        .route("/staff/offices/{office}/file", get(file::office))
        .route("/staff/offices/{office}/mails", get(mails::show))
        .route("/staff/offices/{office}/mails/page", get(mails::page))
        .route("/staff/offices/{office}/links", get(links::show))
        .route("/staff/offices/{office}/links/lobby", post(links::lobby))
        .route("/staff/offices/{office}/links/calendar", post(links::calendar))
        .route("/staff/programs", get(programs::show))
        .route("/staff/programs/tokens", post(programs::token))
        .route("/staff/programs/webhooks", post(programs::webhook))
        .route("/staff/programs/keys", post(programs::key))
        .route("/staff/city", get(city::show).post(city::save))
        .route(
            "/staff/city/file",
            get(file::city).post(file::send).layer(DefaultBodyLimit::max(file::MOST_BYTES)),
        )
        .route("/staff/city/people", post(members::take))
        .route("/staff/city/new", get(new_office::show).post(new_office::make))
        .route("/staff/offices/{office}/revisions", get(revisions::list))
        .route("/staff/offices/{office}/revisions/{revision}", get(revisions::show).post(revisions::go_back))
        .layer(from_fn(staff::own_pages_only))
        .layer(from_fn(staff::frame::say_refusals))
}

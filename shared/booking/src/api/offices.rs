//! Which offices there are, and when they have time.

use super::document::{AskedRefused, SearchRefused};
use super::request::{self, Named};
use crate::app::App;
use crate::calendar::{Asker, SEARCH_DAYS};
use crate::error::{ApiError, RequestFault};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::{FreeTimes, OfficeEntry, Offices};
use serde::Deserialize;
use utoipa::IntoParams;

/// All offices that can be booked.
#[utoipa::path(
    get,
    path = "/offices",
    operation_id = "offices",
    tag = "book",
    responses((status = 200, description = "By name", body = Offices), AskedRefused)
)]
pub async fn list(State(app): State<App>) -> Json<Offices> {
    let entry = |state: std::sync::Arc<crate::store::OfficeState>| OfficeEntry {
        id: state.office.id.clone(),
        name: state.office.name.clone(),
        address: state.office.address.clone(),
        stops: state.office.stops.clone(),
        step_free: state.office.is_step_free_somewhere(),
        languages: state.office.languages.clone(),
        time_zone: state.office.time_zone.name().to_owned(),
        services: state.office.services.clone(),
    };
    Json(Offices { offices: app.store.offices().into_iter().map(entry).collect() })
}

/// What is searched.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// What for, each with how many times: `reisepass:1,meldung:2`; once where no number stands.
    #[param(pattern = "^[a-z0-9-]+(:[1-9][0-9]?)?(,[a-z0-9-]+(:[1-9][0-9]?)?)*$", example = "reisepass:1")]
    services: String,
    /// The earliest start; now, if it is not said.
    #[param(value_type = Option<String>, format = DateTime)]
    #[serde(default, deserialize_with = "foyer_protocol::when::some_moment")]
    from: Option<Timestamp>,
    /// The first start that is not wanted any more, at most 31 days later; else so many days are searched.
    #[param(value_type = Option<String>, format = DateTime)]
    #[serde(default, deserialize_with = "foyer_protocol::when::some_moment")]
    to: Option<Timestamp>,
}

/// When all of it fits at once.
#[utoipa::path(
    get,
    path = "/offices/{office}/free-times",
    operation_id = "free_times",
    tag = "book",
    params(("office" = OfficeId, Path, description = "The office’s id", example = "musterstadt"), Search),
    responses((status = 200, description = "Free starts", body = FreeTimes), SearchRefused)
)]
pub async fn free_times(
    State(app): State<App>,
    Named(office): Named,
    search: Result<Query<Search>, QueryRejection>,
) -> Result<Json<FreeTimes>, ApiError> {
    let Query(search) = search.map_err(|rejection| RequestFault::Malformed(rejection.body_text()))?;
    let now = app.now();
    let office = app.store.office(&OfficeId(office))?;
    let wanted = request::services(&search.services)?;
    app.store.expire_holds(now).await?;
    let from = search.from.unwrap_or(now);
    let to = search.to.unwrap_or(from + TimeDelta::days(SEARCH_DAYS));
    Ok(Json(office.free_times(&wanted, from..to, Asker::Public, now)?))
}

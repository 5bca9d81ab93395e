//! Which offices there are, and when they have time.

use super::request;
use crate::app::App;
use crate::calendar::SEARCH_DAYS;
use crate::error::{ApiError, RequestFault};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Path, Query, State};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::id::OfficeId;
use foyer_protocol::booking::{FreeTimes, OfficeEntry, Offices};
use serde::Deserialize;

/// `GET /offices`.
pub async fn list(State(app): State<App>) -> Json<Offices> {
    let entry = |state: std::sync::Arc<crate::store::OfficeState>| OfficeEntry {
        id: state.office.id.clone(),
        name: state.office.name.clone(),
        address: state.office.address.clone(),
        time_zone: state.office.time_zone.name().to_owned(),
        services: state.office.services.clone(),
    };
    Json(Offices { offices: app.store.offices().into_iter().map(entry).collect() })
}

/// What is searched.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Search {
    services: String,
    from: Option<Timestamp>,
    to: Option<Timestamp>,
}

/// `GET /offices/{office}/free-times`.
pub async fn free_times(
    State(app): State<App>,
    Path(office): Path<String>,
    search: Result<Query<Search>, QueryRejection>,
) -> Result<Json<FreeTimes>, ApiError> {
    let Query(search) = search.map_err(|rejection| RequestFault::Malformed(rejection.body_text()))?;
    let now = app.now();
    let office = app.store.office(&OfficeId(office))?;
    let wanted = request::services(&search.services)?;
    app.store.expire_holds(now).await?;
    let from = search.from.unwrap_or(now);
    let to = search.to.unwrap_or(from + TimeDelta::days(SEARCH_DAYS));
    Ok(Json(office.free_times(&wanted, from..to, now)?))
}

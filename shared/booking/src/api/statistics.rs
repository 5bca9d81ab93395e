//! Figures, for programs of others.

use super::document::StatisticsRefused;
use super::request::program;
use crate::app::App;
use crate::error::{ApiError, RequestFault};
use crate::refusal::Refusal;
use crate::rights::Right;
use crate::statistics::figures::{Selection, Statistics};
use axum::Json;
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use chrono::NaiveDate;
use foyer_domain::id::{OfficeId, ServiceId};
use serde::Deserialize;
use utoipa::IntoParams;

/// Of what figures are wanted.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Wanted {
    /// The first local day.
    #[param(value_type = String, format = Date, example = "2026-11-01")]
    #[serde(deserialize_with = "foyer_protocol::when::day")]
    from: NaiveDate,
    /// The last local day, at most 399 days later.
    #[param(value_type = String, format = Date, example = "2026-11-30")]
    #[serde(deserialize_with = "foyer_protocol::when::day")]
    to: NaiveDate,
    /// The office; all, or the token’s own, without it.
    office: Option<String>,
    /// What was done first for this service; all without it.
    service: Option<String>,
}

/// Figures of visits, bookings and capacity.
///
/// In all, and by service, hour, day and office. Visits count when they have ended, bookings and capacity from the day
/// after. Never of a person; of fewer than five visits there are no times.
#[utoipa::path(
    get,
    path = "/statistics",
    operation_id = "statistics",
    tag = "others",
    params(Wanted),
    responses((status = 200, description = "The figures", body = Statistics), StatisticsRefused),
    security(("token" = []))
)]
pub async fn statistics(
    State(app): State<App>,
    headers: HeaderMap,
    wanted: Result<Query<Wanted>, QueryRejection>,
) -> Result<Json<Statistics>, ApiError> {
    let token = program(&app, &headers, Right::Statistics).await?;
    let Query(wanted) = wanted.map_err(|fault| RequestFault::Malformed(fault.body_text()))?;
    let office = wanted.office.map(OfficeId).or_else(|| token.office.clone());
    if let Some(asked) = &office {
        // Of another office a token of one office knows nothing.
        if token.office.as_ref().is_some_and(|own| own != asked) {
            return Err(Refusal::OfficeUnknown { office: asked.to_string() }.into());
        }
        app.store.office(asked)?;
    }
    let service = wanted.service.map(ServiceId);
    let selection = Selection { from: wanted.from, to: wanted.to, office, service };
    selection.judge()?;
    Ok(Json(app.store.statistics(selection, app.now()).await?))
}

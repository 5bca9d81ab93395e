//! The document of the interface (OpenAPI 3.1), made from the handlers. What they refuse is told with the very problem
//! documents that the server sends.

use super::described;
use crate::error::{self, ApiError, RequestFault};
use crate::refusal::Refusal;
use crate::store::StoreFault;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use foyer_protocol::changes::BookingChange;
use foyer_protocol::feed::Change;
use foyer_protocol::problem::{self, Problem};
use std::collections::BTreeMap;
use std::sync::LazyLock;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{ContentBuilder, ObjectBuilder, Ref, RefOr, ResponseBuilder, Type};
use utoipa::{IntoResponses, Modify, OpenApi, ToSchema};

type Responses = BTreeMap<String, RefOr<utoipa::openapi::Response>>;

/// What all operations share.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Foyer: booking server",
        description = "Search free times, hold one, confirm it; look at, move and cancel a booking. A lobby server \
            signs on, follows its office's changes and tells what became of bookings and tickets.\n\nEvery refusal is \
            a problem document (RFC 9457): `type` is stable and meant for programs, `detail` says what to do. Times \
            are RFC 3339. A request that changes something carries a new UUID in `idempotency-key`; sent again with \
            the same one it gets the same answer and changes nothing more.",
        license(name = "EUPL-1.2", identifier = "EUPL-1.2")
    ),
    components(schemas(Problem, Change, BookingChange)),
    tags(
        (name = "book", description = "For citizens and whoever books for them"),
        (name = "lobby", description = "For the lobby servers of offices"),
        (name = "others", description = "For programs of others, with a token that `foyer-booking token add` printed"),
        (name = "server", description = "About this server")
    ),
    modifiers(&Keys)
)]
pub(super) struct Base;

/// One event of a stream.
#[derive(ToSchema)]
#[expect(dead_code, reason = "it stands for what is written by hand; only the document reads it")]
pub(super) struct FeedEvent {
    /// What it is: `change` to lobbies, `booking` to others.
    event: String,
    /// A `Change` or `BookingChange`, as JSON.
    #[schema(content_media_type = "application/json")]
    data: String,
    /// The cursor to go on after; not every event has one.
    id: Option<String>,
}

/// How programs sign on.
struct Keys;

impl Modify for Keys {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let lobby = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some("The token that `POST /api/v1/lobbies` gave to the office’s lobby server"))
            .build();
        let components = document.components.get_or_insert_default();
        components.add_security_scheme("lobby", SecurityScheme::Http(lobby));
        let others = HttpBuilder::new()
            .scheme(HttpAuthScheme::Bearer)
            .description(Some(
                "A token that `foyer-booking token add` printed, with the right that is needed",
            ))
            .build();
        components.add_security_scheme("token", SecurityScheme::Http(others));
    }
}

/// The document as it is sent.
static DOCUMENT: LazyLock<String> = LazyLock::new(|| {
    described().into_openapi().to_pretty_json().expect("a document of texts, numbers and maps is JSON")
});

/// This document.
#[utoipa::path(
    get,
    path = "/api/v1/openapi.json",
    operation_id = "document",
    tag = "server",
    responses((status = 200, description = "An OpenAPI document", body = Object), AskedRefused)
)]
pub(super) async fn document() -> Response {
    ([(header::CONTENT_TYPE, "application/json")], DOCUMENT.as_str()).into_response()
}

/// The answers that these errors are, by status.
pub(super) fn problems(errors: impl IntoIterator<Item = ApiError>) -> Responses {
    let mut by_status: BTreeMap<StatusCode, Vec<Problem>> = BTreeMap::new();
    // Anybody can ask too often.
    for error in errors.into_iter().chain([RequestFault::TooOften { seconds: 20 }.into()]) {
        by_status.entry(error.status()).or_default().push(error.problem());
    }
    let answer = |(status, problems): (StatusCode, Vec<Problem>)| {
        let titles: Vec<&str> = problems.iter().map(|problem| problem.title.as_str()).collect();
        let content = problems.iter().fold(ContentBuilder::new(), |content, problem| {
            let value = serde_json::to_value(problem).ok();
            let example = ExampleBuilder::new().summary(&problem.title).value(value).build();
            content.examples_from_iter([(problem.code(), example)])
        });
        let schema = Some(RefOr::Ref(Ref::from_schema_name("Problem")));
        let answer = ResponseBuilder::new()
            .description(titles.join(" · "))
            .content(problem::CONTENT_TYPE, content.schema(schema).build());
        let answer = match error::header_of(status) {
            Some((name, said)) => {
                let text = ObjectBuilder::new().schema_type(Type::String).build();
                answer.header(name, HeaderBuilder::new().schema(Some(text)).description(Some(said)).build())
            }
            None => answer,
        };
        (status.as_u16().to_string(), RefOr::T(answer.build()))
    };
    by_status.into_iter().map(answer).collect()
}

/// The store cannot write at the moment.
fn away() -> ApiError {
    StoreFault::Away.into()
}

/// A body, query or path that is not what is documented.
fn malformed() -> ApiError {
    RequestFault::Malformed("`start`: premature end of input".to_owned()).into()
}

/// Whatever takes a body.
fn of_body() -> [ApiError; 3] {
    [away(), malformed(), RequestFault::TooLarge { limit: super::BODY_LIMIT }.into()]
}

/// Whatever takes a body and a nonce.
fn of_change() -> impl Iterator<Item = ApiError> {
    of_body().into_iter().chain([RequestFault::NonceMissing.into(), Refusal::NonceReused.into()])
}

macro_rules! answers {
    ($($(#[$doc:meta])* $name:ident: $base:expr, [$($refusal:expr),* $(,)?];)*) => {$(
        $(#[$doc])*
        pub(super) struct $name;

        impl IntoResponses for $name {
            fn responses() -> Responses {
                problems($base.into_iter().chain([$($refusal.into()),*]))
            }
        }
    )*};
}

fn office_unknown() -> Refusal {
    Refusal::OfficeUnknown { office: "neustadt".to_owned() }
}

fn taken() -> Refusal {
    Refusal::SlotTaken { next: Some(moment()) }
}

/// A moment for examples.
fn moment() -> foyer_domain::Timestamp {
    foyer_domain::Timestamp::from_timestamp(1_795_417_200, 0).unwrap_or_default()
}

/// What a list of services can be refused for.
fn of_services() -> Vec<ApiError> {
    let service = || "reisepass".to_owned();
    let refusals = [
        office_unknown(),
        Refusal::ServiceUnknown { service: service() },
        Refusal::ServicesWrong,
        Refusal::TooMany { service: service(), most: 6 },
        Refusal::NotTogether { service: service(), other: "trauung".to_owned() },
        Refusal::TooLong { minutes: 600 },
    ];
    refusals.map(ApiError::from).into()
}

/// What every change by PIN can be refused for.
fn of_pin() -> Vec<ApiError> {
    let refusals = [
        Refusal::BookingUnknown,
        Refusal::PinWrong { left: 4 },
        Refusal::PinLocked { until: moment() },
        Refusal::BookingCancelled,
        Refusal::BookingOver,
    ];
    of_change().chain(refusals.map(ApiError::from)).collect()
}

answers! {
    /// Of what can only be asked too often.
    AskedRefused: [], [];
    /// Of a search.
    SearchRefused: of_services().into_iter().chain([away(), malformed()]), [Refusal::SpanWrong];
    /// Of a hold.
    HoldRefused: of_services().into_iter().chain(of_change()), [Refusal::NotOffered, taken()];
    /// Of a confirmation.
    ConfirmRefused: of_change(), [
        Refusal::HoldUnknown,
        Refusal::HoldExpired { until: moment() },
        Refusal::ContactWrong { field: "email".to_owned(), fault: "is missing; this office requires it".to_owned() },
    ];
    /// Of holding longer.
    ExtendRefused: [away(), malformed()], [Refusal::HoldUnknown, Refusal::HoldExpired { until: moment() }];
    /// Of looking at a booking.
    ViewRefused: [away(), malformed()], [Refusal::BookingUnknown];
    /// Of giving a booking up.
    CancelRefused: of_pin(), [];
    /// Of moving a booking.
    MoveRefused: of_pin(), [Refusal::NotOffered, taken()];
    /// Of signing a lobby on.
    LinkRefused: of_body(), [Refusal::LinkCodeUnknown];
    /// Of following an office's changes.
    FeedRefused: [away()], [Refusal::TokenWrong];
    /// Of what others follow.
    OthersRefused: [away(), malformed()], [Refusal::TokenWrong, Refusal::RightMissing { right: "feed".to_owned() }];
    /// Of figures.
    StatisticsRefused: [away(), malformed()], [
        office_unknown(),
        Refusal::DaysWrong,
        Refusal::TokenWrong,
        Refusal::RightMissing { right: "statistics".to_owned() },
    ];
    /// Of what a Prometheus asks for.
    MetricsRefused: [away()], [Refusal::TokenWrong, Refusal::RightMissing { right: "metrics".to_owned() }];
    /// Of what lobbies tell.
    ToldRefused: of_body(), [Refusal::TokenWrong];
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::expect_file;
    use serde_json::Value;
    use std::collections::BTreeMap;

    /// In one order, whatever the libraries that it is built with keep.
    fn sorted(value: Value) -> Value {
        match value {
            Value::Object(entries) => {
                let entries: BTreeMap<String, Value> = entries.into_iter().collect();
                entries.into_iter().map(|(key, value)| (key, sorted(value))).collect()
            }
            Value::Array(entries) => entries.into_iter().map(sorted).collect(),
            other => other,
        }
    }

    /// Whoever changes a shape changes this file: `UPDATE_EXPECT=1 cargo test -p foyer-booking --lib document`.
    #[test]
    fn the_document_is_the_one_in_the_repository() {
        let document = sorted(serde_json::from_str(&DOCUMENT).unwrap());
        let text = serde_json::to_string_pretty(&document).unwrap();
        expect_file!["../../openapi.json"].assert_eq(&format!("{text}\n"));
    }

    /// A reference that leads nowhere makes every generated client fail.
    #[test]
    fn every_reference_leads_somewhere() {
        let document: serde_json::Value = serde_json::from_str(&DOCUMENT).unwrap();
        let named = DOCUMENT.split("\"$ref\": \"#").skip(1).filter_map(|rest| rest.split('"').next());
        let lost: Vec<&str> = named.filter(|name| document.pointer(name).is_none()).collect();
        assert!(DOCUMENT.contains("#/components/schemas/Service\"") && lost.is_empty(), "{lost:?}");
    }
}

//! What a Prometheus asks for: how many requests there were and how long their answers took, by route and never by what
//! stands in a path; and whether the server can do its work.

use crate::app::App;
use axum::extract::{MatchedPath, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::Response;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::{Histogram, exponential_buckets};
use prometheus_client::registry::{Registry, Unit};
use std::time::Instant;

/// The bounds of the times that are told, in seconds: from half a millisecond to eight seconds.
fn times() -> Histogram {
    Histogram::new(exponential_buckets(0.000_5, 2.0, 15))
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Route {
    method: &'static str,
    route: String,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    method: &'static str,
    route: String,
    status: u16,
}

/// What is counted from the start of the server on.
pub struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    seconds: Family<Route, Histogram, fn() -> Histogram>,
    ready: Gauge,
    letters_waiting: Gauge,
    letters_dead: Gauge,
    mail_failing: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("foyer_booking");
        let requests = Family::default();
        let seconds = Family::new_with_constructor(times as fn() -> Histogram);
        registry.register("requests", "Requests that were answered", requests.clone());
        let said = "Until an answer began";
        registry.register_with_unit("request_duration", said, Unit::Seconds, seconds.clone());
        let mut gauge = |name, said| {
            let gauge = Gauge::default();
            registry.register(name, said, gauge.clone());
            gauge
        };
        Self {
            ready: gauge("ready", "1 while the server can store"),
            letters_waiting: gauge("letters_waiting", "Mails that are due and not sent"),
            letters_dead: gauge("letters_dead", "Mails that were given up"),
            mail_failing: gauge("mail_failing", "1 while no mail goes out"),
            registry,
            requests,
            seconds,
        }
    }
}

impl Metrics {
    /// All of it as text (OpenMetrics 1.0).
    pub async fn text(&self, app: &App) -> String {
        self.ready.set(i64::from(app.store.is_ready()));
        self.mail_failing.set(i64::from(app.mail_failing.borrow().is_some()));
        // While the database does not answer, the last that is known stands.
        if let Ok(counts) = app.store.letter_counts(app.now()).await {
            self.letters_waiting.set(i64::try_from(counts.waiting).unwrap_or(i64::MAX));
            self.letters_dead.set(i64::try_from(counts.dead).unwrap_or(i64::MAX));
        }
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("a string takes any text");
        text
    }
}

/// Counts a request with its answer.
pub async fn count(State(app): State<App>, request: Request, next: Next) -> Response {
    let matched = request.extensions().get::<MatchedPath>();
    // Whatever has no route is one: nobody can make up new ones.
    let route = matched.map_or("none", MatchedPath::as_str).to_owned();
    let method = match *request.method() {
        Method::GET => "get",
        Method::POST => "post",
        Method::HEAD => "head",
        _ => "other",
    };
    let began = Instant::now();
    let answer = next.run(request).await;
    let status = answer.status().as_u16();
    app.metrics.requests.get_or_create(&Answered { method, route: route.clone(), status }).inc();
    app.metrics.seconds.get_or_create(&Route { method, route }).observe(began.elapsed().as_secs_f64());
    answer
}

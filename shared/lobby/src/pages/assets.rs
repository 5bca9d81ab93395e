//! Styles and script, embedded, under names that change with their content.

use axum::Router;
use axum::http::header;
use axum::routing::get;

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// A name changes with its content, so that what a browser has under it never ages.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Serves everything under `/assets/`.
pub(super) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    FILES.iter().fold(Router::new(), |router, (path, kind, bytes)| {
        let (kind, bytes) = (*kind, *bytes);
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_EVER)];
        router.route(path, get(move || async move { (headers, bytes) }))
    })
}

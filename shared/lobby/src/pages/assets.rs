//! Styles and script, embedded, under names that change with their content.

use axum::Router;
use axum::http::header;
use axum::routing::get;

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// A name changes with its content, so that what a browser has under it never ages.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// The desk's service worker is responsible for `/desk`, so it must not lie deeper than that; and a browser must see at
/// once that there is another one.
const WORKER: &str = "/desk-worker.js";

/// Serves everything under `/assets/`, and the desk's worker.
pub(super) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let worker = get(|| async {
        let file = FILES.iter().find(|(path, ..)| *path == DESKWORKER_JS);
        let (_, kind, bytes) = file.expect("the build script embeds it");
        ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "no-cache")], *bytes)
    });
    FILES.iter().fold(Router::new().route(WORKER, worker), |router, (path, kind, bytes)| {
        let (kind, bytes) = (*kind, *bytes);
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_EVER)];
        router.route(path, get(move || async move { (headers, bytes) }))
    })
}

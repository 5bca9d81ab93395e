//! Styles and script, embedded, under names that change with their content.

use axum::Router;
use axum::http::header;
use axum::routing::get;
use sha2::{Digest, Sha256};
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// A name changes with its content, so that what a browser has under it never ages.
const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// A service worker is responsible for `/desk` or `/display`, so it must not lie deeper than that; and a browser must see
/// at once that there is another one.
const WORKERS: [(&str, &str); 2] =
    [("/desk-worker.js", DESKWORKER_JS), ("/display-worker.js", DISPLAYWORKER_JS)];

/// Another one where any file of a display's page is another one.
pub(super) static DISPLAY_VERSION: LazyLock<String> = LazyLock::new(|| {
    let digest = FILES
        .iter()
        .filter(|(path, ..)| path.starts_with("/assets/display"))
        .fold(Sha256::new(), |digest, (path, ..)| digest.chain_update(path));
    digest.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect()
});

/// Serves everything under `/assets/`, and the workers.
pub(super) fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    let router = WORKERS.iter().fold(Router::new(), |router, (path, embedded)| {
        let file = FILES.iter().find(|(path, ..)| path == embedded);
        let (_, kind, bytes) = *file.expect("the build script embeds it");
        router.route(
            path,
            get(move || async move {
                ([(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-cache")], bytes)
            }),
        )
    });
    FILES.iter().fold(router, |router, (path, kind, bytes)| {
        let (kind, bytes) = (*kind, *bytes);
        let headers = [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, FOR_EVER)];
        router.route(path, get(move || async move { (headers, bytes) }))
    })
}

//! Styles and scripts, embedded by the build script. Their names carry a hash, so browsers keep them for ever.

use super::frame::Words;
use super::refused::Refused;
use crate::error::RequestFault;
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// `GET /t/worker.js`: the phone page's service worker. A worker is responsible for what lies under its own address,
/// and a browser must see at once that there is another one.
pub async fn phone_worker() -> Response {
    let file = FILES.iter().find(|(path, ..)| *path == PHONEWORKER_JS);
    let (_, kind, bytes) = file.expect("the build script embeds it");
    ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "no-cache")], *bytes).into_response()
}

/// `GET /assets/{file}`.
pub async fn serve(words: Words, Path(name): Path<String>) -> Result<Response, Refused> {
    let is_it = |(path, ..): &&(&str, &str, &[u8])| path.strip_prefix("/assets/") == Some(name.as_str());
    let file = FILES.iter().find(is_it).ok_or_else(|| Refused::new(&words, RequestFault::NothingHere))?;
    let headers =
        [(header::CONTENT_TYPE, file.1), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, file.2).into_response())
}

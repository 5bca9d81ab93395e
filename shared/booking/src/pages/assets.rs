//! Styles and scripts, embedded by the build script. Their names carry a hash, so browsers keep them for ever; they are
//! packed once, at the first request.

use super::frame::Words;
use super::refused::Refused;
use crate::error::RequestFault;
use axum::extract::Path;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::io::Write;
use std::sync::LazyLock;

include!(concat!(env!("OUT_DIR"), "/web.rs"));

/// `GET /t/worker.js`: the phone page's service worker. A worker is responsible for what lies under its own address,
/// and a browser must see at once that there is another one.
pub async fn phone_worker() -> Response {
    let file = FILES.iter().find(|(path, ..)| *path == PHONEWORKER_JS);
    let (_, kind, bytes) = file.expect("the build script embeds it");
    ([(header::CONTENT_TYPE, *kind), (header::CACHE_CONTROL, "no-cache")], *bytes).into_response()
}

/// Each of [`FILES`], packed.
static PACKED: LazyLock<Vec<Vec<u8>>> =
    LazyLock::new(|| FILES.iter().map(|(_, _, bytes)| pack(bytes)).collect());

fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).and_then(|()| packed.finish()).expect("memory takes every byte")
}

/// Whether a browser reads what is packed; one that names it reads it, but for `gzip;q=0`.
fn reads_packed(headers: &HeaderMap) -> bool {
    let accepted =
        headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    accepted.split(',').any(|coding| {
        let mut parts = coding.split(';').map(str::trim);
        let is_gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let weight: f32 = parts.find_map(|part| part.strip_prefix("q=")?.parse().ok()).unwrap_or(1.0);
        is_gzip && weight > 0.0
    })
}

/// `GET /assets/{file}`.
pub async fn serve(words: Words, headers: HeaderMap, Path(name): Path<String>) -> Result<Response, Refused> {
    let is_it = |(path, ..): &(&str, &str, &[u8])| path.strip_prefix("/assets/") == Some(name.as_str());
    let at = FILES.iter().position(is_it).ok_or_else(|| Refused::new(&words, RequestFault::NothingHere))?;
    let (_, kind, bytes) = FILES[at];
    let kept = [
        (header::CONTENT_TYPE, kind),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::VARY, "accept-encoding"),
    ];
    Ok(match reads_packed(&headers) {
        true => (kept, [(header::CONTENT_ENCODING, "gzip")], PACKED[at].as_slice()).into_response(),
        false => (kept, bytes).into_response(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_reads_what_is_packed_says_so() {
        let reads = |accepted: &'static str| {
            reads_packed(&HeaderMap::from_iter([(header::ACCEPT_ENCODING, accepted.parse().unwrap())]))
        };
        for yes in ["gzip", "br, GZIP;q=0.5", "deflate , gzip"] {
            assert!(reads(yes), "{yes}");
        }
        for no in ["", "br", "gzip;q=0", "gzip; q=0.0", "x-gzipped", "identity, gzip;q=0"] {
            assert!(!reads(no), "{no}");
        }
        assert!(!reads_packed(&HeaderMap::new()));
    }
}

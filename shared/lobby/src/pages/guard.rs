//! What stands before every page: who may send forms, what a page may load, what may be kept.

use super::error::PageError;
use axum::extract::Request;
use axum::http::{HeaderMap, HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;

/// A page loads from here alone; KERN's icons are `data:` masks. No frame, no other form target, no plug-in.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Takes what changes something from our own pages alone. The session's cookie is `SameSite=Strict` as well;
/// this check also covers other programs on another port of the same host.
pub(super) async fn own_origin_only(request: Request, next: Next) -> Result<Response, PageError> {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    let authority = request.uri().authority().map(|authority| authority.as_str().to_owned());
    if reads || is_own(request.headers(), authority.as_deref()) {
        return Ok(next.run(request).await);
    }
    Err(PageError::OtherOrigin)
}

/// Every browser names the page that a form comes from; a program without cookies to steal need not.
pub(crate) fn is_own(headers: &HeaderMap, authority: Option<&str>) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin")) {
        (Some(site), _) => site == "same-origin" || site == "none",
        (None, Some(origin)) => {
            let from = origin.split_once("://").map(|(_, from)| from);
            // No page of another site can set either of the two headers.
            let hosts = [authority, text("host"), text("x-forwarded-host")];
            from.is_some_and(|from| hosts.into_iter().flatten().any(|host| host.eq_ignore_ascii_case(from)))
        }
        (None, None) => true,
    }
}

/// Pages are for now and for this person.
pub(super) async fn fresh(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

/// Confines what a page may do.
pub(super) async fn confined(request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    ];
    for (name, value) in headers {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pairs: &[(&'static str, &'static str)], expected: bool) {
        let pairs = pairs
            .iter()
            .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)));
        assert_eq!(is_own(&pairs.collect(), None), expected);
    }

    #[test]
    fn forms_of_other_sites_are_refused() {
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "same-site"), ("origin", "http://a.test"), ("host", "a.test")], false);
        check(&[("sec-fetch-site", "cross-site")], false);
        check(&[("origin", "http://127.0.0.1:8480"), ("host", "127.0.0.1:8480")], true);
        check(&[("origin", "http://127.0.0.1:9999"), ("host", "127.0.0.1:8480")], false);
        check(&[("origin", "null"), ("host", "127.0.0.1:8480")], false);
        check(
            &[("origin", "https://foyer.town"), ("host", "10.0.0.7"), ("x-forwarded-host", "foyer.town")],
            true,
        );
        check(&[("host", "127.0.0.1:8480")], true);
    }
}

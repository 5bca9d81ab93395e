//! What stands before every page: who may send forms, what a page may load, what may be kept.

use super::error::PageError;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use foyer_access::guard;

/// A page loads from here alone; KERN's icons are `data:` masks. No frame, no other form target, no plug-in.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
                      form-action 'self'; frame-ancestors 'none'";

/// Takes what changes something from our own pages alone. The session's cookie is `SameSite=Strict` as well;
/// this check also covers other programs on another port of the same host.
pub(super) async fn own_origin_only(request: Request, next: Next) -> Result<Response, PageError> {
    let reads = [Method::GET, Method::HEAD].contains(request.method());
    let authority = request.uri().authority().map(|authority| authority.as_str().to_owned());
    if reads || guard::is_own(request.headers(), authority.as_deref()) {
        return Ok(next.run(request).await);
    }
    Err(PageError::OtherOrigin)
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

//! Addresses that only take a form: a browser's history, a bookmark or a language leads to them all the same.

use axum::extract::OriginalUri;
use axum::http::Uri;
use axum::response::Redirect;

/// The page that the form stands on, with what else the address says.
fn page(uri: &Uri) -> String {
    let path = uri.path().rsplit_once('/').map_or("", |(page, _)| page);
    match uri.query() {
        Some(query) => format!("{path}?{query}"),
        None => path.to_owned(),
    }
}

/// `GET` of such an address.
pub async fn back(OriginalUri(uri): OriginalUri) -> Redirect {
    Redirect::to(&page(&uri))
}

/// `GET /b/{secret}/cancel`: the booking's page, open at the form.
pub async fn cancel(OriginalUri(uri): OriginalUri) -> Redirect {
    let page = page(&uri);
    let sign = if page.contains('?') { '&' } else { '?' };
    Redirect::to(&format!("{page}{sign}cancel=1#cancel"))
}

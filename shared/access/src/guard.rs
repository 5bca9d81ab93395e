//! Whose forms count, and where a form may lead.

use http::HeaderMap;

/// Every browser names the page that a form comes from; a program without cookies to steal need not.
pub fn is_own(headers: &HeaderMap, authority: Option<&str>) -> bool {
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

/// A path of ours, or `other`: nobody is sent to another site.
pub fn own_path(path: &str, other: &str) -> String {
    let own = path.starts_with('/') && !path.starts_with("//") && !path.contains(['\\', '\r', '\n', '\t']);
    if own { path.to_owned() } else { other.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::{HeaderName, HeaderValue};

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

    #[test]
    fn nobody_is_sent_to_another_site() {
        for path in ["/desk/3", "/staff"] {
            assert_eq!(own_path(path, "/desk"), path);
        }
        for path in ["", "https://evil.test/", "//evil.test", "/\\evil.test", "/\t/evil.test", "desk"] {
            assert_eq!(own_path(path, "/desk"), "/desk");
        }
    }
}

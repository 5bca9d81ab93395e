//! Each page of the booking server is judged by axe-core, and drawn.

use crate::tree::{Rust, Tree};
use foyer_tests::judged::{NO_PAGES, OF_CITIZENS, OF_STAFF};

/// Addresses at which there may be a page and that nobody judges, and what is said of addresses that there are not.
pub fn unjudged(tree: &Tree) -> Vec<String> {
    let routers = tree.rust(|path| path.starts_with("shared/booking/src/"));
    let routes: Vec<String> = routers.flat_map(|router| read_from(&router)).collect();
    let journeys = tree.rust(|path| path.starts_with("tests/tests/journeys/"));
    let drawn: Vec<String> = journeys.filter(is_of_barriers).flat_map(|rust| texts(&rust)).collect();
    let judged = || OF_CITIZENS.iter().chain(&OF_STAFF);
    let mut faults = Vec::new();
    for route in &routes {
        if !judged().chain(&NO_PAGES).any(|(known, _)| known == route) {
            faults.push(format!("{route}: judged by no journey; see tests/src/judged.rs"));
        }
    }
    for (known, _) in judged().chain(&NO_PAGES) {
        if !routes.iter().any(|route| route == known) {
            faults.push(format!("{known}: not an address of the booking server"));
        }
    }
    for (known, name) in judged() {
        if !drawn.iter().any(|text| text == name) {
            faults.push(format!("{known}: no journey of barriers judges `{name}`"));
        }
    }
    faults
}

/// What `journeys barriers` runs: all in files of that name, and what has it in its own name.
fn is_of_barriers(rust: &Rust<'_>) -> bool {
    rust.path.contains("/barriers") || rust.code.contains("_have_no_barriers()")
}

fn texts(rust: &Rust<'_>) -> Vec<String> {
    rust.literals.iter().map(|(_, text)| text.clone()).collect()
}

/// The addresses that are read from, in routers like `.route("/staff", get(day::first))`.
fn read_from(router: &Rust<'_>) -> Vec<String> {
    let mut found = Vec::new();
    let mut rest = &*router.code;
    while let Some(at) = rest.find(".route(") {
        rest = &rest[at + ".route(".len()..];
        let call = call(rest);
        let is_read = call
            .split("get(")
            .zip(call.split("get(").skip(1))
            .any(|(before, _)| !before.ends_with(|sign: char| sign.is_alphanumeric() || sign == '_'));
        let line = router.code[..router.code.len() - rest.len()].lines().count().max(1);
        let address = router.literals.iter().find(|(of, text)| *of >= line && text.starts_with('/'));
        if let Some((_, address)) = address.filter(|_| is_read) {
            found.push(address.clone());
        }
    }
    found
}

/// All up to the bracket that ends it.
fn call(text: &str) -> &str {
    let mut open = 1;
    for (at, sign) in text.char_indices() {
        match sign {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        if open == 0 {
            return &text[..at];
        }
    }
    text
}

//! What a table promises by a test's name is a test.

use crate::tree::Tree;
use std::collections::BTreeSet;

/// Tables that name tests.
const TABLES: [&str; 1] = ["kiosk/ACCESSIBILITY.md"];

/// Every test that a table names is there.
pub fn promised_tests(tree: &Tree) -> Vec<String> {
    let tests: BTreeSet<String> = tree.rust(|_| true).flat_map(|rust| tests_of(&rust.code)).collect();
    let mut faults = Vec::new();
    for table in TABLES {
        let text = tree.0.get(table).map_or("", String::as_str);
        let missing = named(text).filter(|name| !tests.contains(*name));
        faults.extend(missing.map(|name| format!("{table} names the test {name}, which there is not")));
    }
    faults
}

/// What stands between backticks and looks like a test's name.
fn named(text: &str) -> impl Iterator<Item = &str> {
    let quoted = text.split('`').skip(1).step_by(2);
    let is_name = |name: &&str| {
        name.matches('_').count() > 1 && name.bytes().all(|sign| sign.is_ascii_alphanumeric() || sign == b'_')
    };
    quoted.filter(is_name)
}

/// Functions that are tests, by the line above them.
fn tests_of(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_test = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("#[test]") || line.starts_with("#[tokio::test") {
            is_test = true;
        } else if let Some(rest) = line.strip_prefix("fn ").or_else(|| line.strip_prefix("async fn "))
            && std::mem::take(&mut is_test)
        {
            found.extend(rest.split('(').next().map(str::to_owned));
        }
    }
    found
}

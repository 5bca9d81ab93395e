//! What lies where, how long it may be, and what the manifests say.

use crate::tree::{Rust, Tree, is_test};
use std::collections::BTreeSet;

/// The fixed top level; dot files come with the tools.
const TOP: [&str; 9] =
    ["Cargo.lock", "Cargo.toml", "README.md", "assets", "deploy", "display", "kiosk", "shared", "tests"];
const DOT: [&str; 5] = [".cargo", ".ci", ".clippy.toml", ".gitignore", ".rustfmt.toml"];
const SHARED: [&str; 10] =
    ["access", "booking", "client", "domain", "lobby", "look", "protocol", "sound", "text", "voice"];

/// The top level and the folder of packages hold what the design names and nothing else.
pub fn foreign_places(tree: &Tree) -> Vec<String> {
    let parts = |path: &str| path.split('/').map(str::to_owned).collect::<Vec<_>>();
    let mut top = BTreeSet::new();
    let mut shared = BTreeSet::new();
    for path in tree.0.keys().map(|path| parts(path)) {
        if path[0] == "shared" {
            shared.insert(path[1].clone());
        }
        top.insert(path[0].clone());
    }
    let foreign = top.iter().filter(|name| !TOP.contains(&name.as_str()) && !DOT.contains(&name.as_str()));
    let missing = TOP.iter().filter(|name| !top.contains(**name));
    let foreign_package = shared.iter().filter(|name| !SHARED.contains(&name.as_str()));
    foreign
        .map(|name| format!("`{name}` does not belong at the top"))
        .chain(missing.map(|name| format!("`{name}` is missing at the top")))
        .chain(foreign_package.map(|name| format!("`shared/{name}` is not in the design")))
        .collect()
}

/// As much as one reads in one go.
const LONGEST_FILE: usize = 400;

/// Sources that people write and read; lists of texts, data and made files are not.
fn is_written(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_script = !name.contains('.')
        && (path.starts_with("deploy/") || path.starts_with("tests/") || path.starts_with(".ci/"));
    is_script || [".rs", ".html", ".css", ".js", ".mjs", ".sh", ".py"].iter().any(|end| name.ends_with(end))
}

/// No file is longer than 400 lines without its tests.
pub fn long_files(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in tree.0.iter().filter(|(path, _)| is_written(path) && !is_test(path)) {
        let lines =
            if path.ends_with(".rs") { Rust::read(path, text).lines().count() } else { text.lines().count() };
        if lines > LONGEST_FILE {
            faults.push(format!("{path} has {lines} lines; {LONGEST_FILE} are the most"));
        }
    }
    faults
}

/// Lints that hold everywhere, with the threshold for long functions and the freedom of tests.
pub fn slack_lints(tree: &Tree) -> Vec<String> {
    let wanted = [
        (".clippy.toml", "too-many-lines-threshold = 70"),
        (".clippy.toml", "allow-unwrap-in-tests = true"),
        ("Cargo.toml", "unsafe_code = \"forbid\""),
        ("Cargo.toml", "missing_docs = \"warn\""),
        ("Cargo.toml", "too_many_lines = \"warn\""),
        ("Cargo.toml", "unwrap_used = \"warn\""),
        ("Cargo.toml", "todo = \"warn\""),
        ("Cargo.toml", "dbg_macro = \"warn\""),
        ("Cargo.toml", "print_stdout = \"warn\""),
        ("Cargo.toml", "print_stderr = \"warn\""),
    ];
    let says = |path: &str, line: &str| {
        tree.0.get(path).is_some_and(|text| text.lines().any(|found| found.trim() == line))
    };
    let missing = wanted.iter().filter(|(path, line)| !says(path, line));
    missing.map(|(path, line)| format!("{path} does not say `{line}`")).collect()
}

/// Packages with a lock file of their own stand outside the workspace.
const OWN_LOCKS: [&str; 2] = ["tests/ticket-viewer/Cargo.toml", "tests/fuzz/Cargo.toml"];

/// Every package takes version, edition, licence and lints from the workspace, and so each dependency.
pub fn own_ways(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for (path, text) in &tree.0 {
        if !path.ends_with("/Cargo.toml") || OWN_LOCKS.contains(&path.as_str()) {
            continue;
        }
        for inherited in ["version", "edition", "rust-version", "license", "publish"] {
            if !text.lines().any(|line| line == format!("{inherited}.workspace = true")) {
                faults.push(format!("{path}: `{inherited}` does not come from the workspace"));
            }
        }
        if !text.contains("[lints]\nworkspace = true") {
            faults.push(format!("{path}: the lints do not come from the workspace"));
        }
        faults.extend(own_versions(text).map(|line| format!("{path}: {line}")));
    }
    faults
}

/// Dependencies that a manifest describes by itself.
fn own_versions(manifest: &str) -> impl Iterator<Item = &str> {
    let mut in_dependencies = false;
    manifest.lines().filter(move |line| {
        if line.starts_with('[') {
            in_dependencies = line.trim_end_matches(']').ends_with("dependencies");
            return false;
        }
        let line = line.trim();
        let inherits = line.contains(".workspace = true")
            || line.contains("workspace = true,")
            || line.contains("workspace = true }");
        in_dependencies && !line.is_empty() && !line.starts_with('#') && !inherits
    })
}

/// Migrations are numbered, and a number stands for one of them in its folder: with two, one database would have this
/// one and another that one.
pub fn migrations_of_one_number(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let mut known = BTreeSet::new();
    for path in tree.0.keys().filter(|path| path.contains("/migrations/")) {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let version = name
            .strip_prefix('V')
            .and_then(|rest| rest.strip_suffix(".sql")?.split_once("__"))
            .and_then(|(version, _)| version.parse::<u32>().ok());
        match version {
            None => faults.push(format!("{path} is not named like V1__what.sql")),
            Some(version) if !known.insert((folder, version)) => {
                faults.push(format!("{path} has the number of another one"));
            }
            Some(_) => {}
        }
    }
    faults
}

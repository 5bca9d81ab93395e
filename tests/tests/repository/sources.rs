//! What a source may say, and where.

use crate::tree::{Rust, Tree, is_in_module, is_test};

/// Sources of the programs, without their tests and without the harness.
fn of_programs(path: &str) -> bool {
    !is_test(path) && !path.starts_with("tests/")
}

fn at(rust: &Rust<'_>, line: usize, fault: &str) -> String {
    format!("{}:{line}: {fault}", rust.path)
}

/// SQL stands in modules named `store` and in migrations.
pub fn sql_outside_stores(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for rust in tree.rust(|path| of_programs(path) && !is_in_module(path, "store")) {
        let sql = rust.texts().filter(|(_, text)| is_sql(text));
        faults.extend(sql.map(|(line, text)| at(&rust, line, &format!("SQL outside a store: {text}"))));
    }
    let files = tree.0.keys().filter(|path| path.ends_with(".sql") && !path.contains("/migrations/"));
    faults.extend(files.map(|path| format!("{path}: SQL outside migrations")));
    faults
}

fn is_sql(text: &str) -> bool {
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let second = words.get(1).map_or("", String::as_str);
    match words.first().map_or("", String::as_str) {
        "select" => words.iter().any(|word| word == "from"),
        "insert" | "replace" => words.iter().any(|word| word == "into"),
        "update" => words.iter().any(|word| word == "set"),
        "delete" => second == "from",
        "create" | "drop" | "alter" => ["table", "index", "unique", "trigger", "view"].contains(&second),
        "begin" => ["immediate", "exclusive", "deferred"].contains(&second),
        "pragma" => words.len() > 1,
        "with" => words.iter().any(|word| word == "as") && words.iter().any(|word| word == "select"),
        _ => false,
    }
}

/// Status codes are chosen in `error.rs`. What is no error needs none: `Json`, `NoContent`, `Redirect`.
pub fn status_outside_errors(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for rust in tree.rust(|path| of_programs(path) && !path.ends_with("/error.rs")) {
        for (number, line) in rust.lines() {
            let named = line.contains("StatusCode::") && !line.trim_start().starts_with("use ");
            let digits = |call: &str| {
                line.split(call).skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
            };
            // The protocol defines the document; who fills it in with a number does so in `error.rs`.
            if named || digits("Problem::new(") || digits("from_u16(") || digits(".status(") {
                faults.push(at(&rust, number, "a status code outside error.rs"));
            }
        }
    }
    faults
}

/// Hardware is touched in `device/`.
pub fn hardware_outside_devices(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for rust in tree.rust(|path| of_programs(path) && !is_in_module(path, "device")) {
        for library in ["nokhwa", "serialport", "rodio", "cpal", "libc"] {
            let lines = rust.mentions(&format!("{library}::"));
            let lines = lines.into_iter().chain(rust.mentions(&format!("use {library}")));
            faults.extend(lines.map(|line| at(&rust, line, &format!("{library} outside device/"))));
        }
        let nodes = rust.texts().filter(|(_, text)| text.starts_with("/dev/"));
        faults.extend(nodes.map(|(line, text)| at(&rust, line, &format!("{text} outside device/"))));
    }
    faults
}

/// There is one clock, and it can be set.
pub fn other_clocks(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for rust in tree.rust(|path| !is_test(path) && path != "shared/protocol/src/program.rs") {
        for clock in ["Utc::now", "Local::now", "SystemTime::now", "OffsetDateTime::now_utc"] {
            let lines = rust.mentions(clock);
            faults
                .extend(lines.into_iter().map(|line| at(&rust, line, &format!("{clock} is another clock"))));
        }
    }
    faults
}

/// The domain neither reads the world nor waits for it.
pub fn impure_rules(tree: &Tree) -> Vec<String> {
    let world = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "std::io",
        "std::time",
        "async",
        "await",
        "unsafe",
        "Mutex",
        "static mut",
    ];
    let mut faults = Vec::new();
    for rust in tree.rust(|path| path.starts_with("shared/domain/src/")) {
        for name in world {
            let lines = rust.mentions(name);
            faults.extend(lines.into_iter().map(|line| at(&rust, line, &format!("{name} in the rules"))));
        }
    }
    faults
}

/// A lint is silenced with `#[expect(…, reason = "…")]`; `allow` is for what only some builds of a test meet.
/// The length of functions is never silenced.
pub fn silenced_lints(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for rust in tree.rust(|_| true) {
        for (begin, _) in rust.code.match_indices("allow(").chain(rust.code.match_indices("expect(")) {
            if !rust.code[..begin].ends_with("#[") && !rust.code[..begin].ends_with("#![") {
                continue;
            }
            let whole = rust.code[begin..].split(")]").next().unwrap_or_default();
            let line = 1 + rust.code[..begin].matches('\n').count();
            if !whole.contains("reason =") {
                faults.push(at(&rust, line, "a lint is silenced without a reason"));
            }
            let is_test = is_test(rust.path) || rust.path.starts_with("tests/fuzz/");
            if whole.starts_with("allow") && !is_test {
                faults.push(at(&rust, line, "`allow` where `expect` would tell when it is over"));
            }
            if whole.contains("too_many_lines") {
                faults.push(at(&rust, line, "a function of more than 70 lines"));
            }
        }
    }
    faults
}

/// What is said on screens, paper and pages stands in Fluent files: no German in the sources.
pub fn german_in_code(tree: &Tree) -> Vec<String> {
    // Names of things (“Schalter 88”) may be sample data; sentences are texts.
    let words = ["bitte", "ihre", "ihr", "sie", "und", "oder", "nicht", "wurde", "kein", "keine"];
    let is_german = |text: &str| {
        text.contains(['ä', 'ö', 'ü', 'Ä', 'Ö', 'Ü', 'ß'])
            || text
                .split(|c: char| !c.is_alphabetic())
                .any(|word| words.contains(&word.to_lowercase().as_str()))
    };
    let mut faults = Vec::new();
    for rust in tree.rust(of_programs) {
        let german = rust.texts().filter(|(_, text)| is_german(text));
        faults.extend(german.map(|(line, text)| at(&rust, line, &format!("German in a source: {text:?}"))));
    }
    faults
}

/// A build takes packages from wherever it is told to; no file of ours names a place. The lock files are
/// cargo's and npm's own.
pub fn package_hosts(tree: &Tree) -> Vec<String> {
    let hosts = [
        concat!("crates", ".io"),
        concat!("docs", ".rs"),
        concat!("github", ".com"),
        concat!("npmjs", ".org"),
        concat!("pypi", ".org"),
        concat!("pythonhosted", ".org"),
        concat!("deb.debian", ".org"),
        concat!("golang", ".org"),
        concat!("rustup", ".rs"),
        concat!("jsdelivr", ".net"),
        concat!("unpkg", ".com"),
    ];
    let mut faults = Vec::new();
    for (path, text) in tree.0.iter().filter(|(path, _)| !path.ends_with("Cargo.lock")) {
        for host in hosts {
            let line = text.lines().position(|line| line.contains(host));
            faults.extend(line.map(|line| format!("{path}:{}: names {host}", line + 1)));
        }
    }
    faults
}

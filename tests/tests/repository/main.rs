//! The repository's own rules. Each is a function over the tree or the packages; each is run on the
//! repository, and on a small bad example that it must find fault with.

mod arrows;
mod layout;
mod pages;
mod promises;
mod sealed;
mod sources;
mod stories;
mod tree;

use arrows::Packages;
use foyer_tests::judged::{NO_PAGES, OF_CITIZENS, OF_STAFF};
use std::sync::LazyLock;
use tree::Tree;

static TREE: LazyLock<Tree> = LazyLock::new(Tree::here);
static PACKAGES: LazyLock<Packages> = LazyLock::new(Packages::here);

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

/// Runs a rule on the repository, and on examples: good ones, and ones with exactly one fault each.
macro_rules! rule {
    ($name:ident: $rule:path, good: [$($good:expr),* $(,)?], bad: [$($bad:expr),* $(,)?] $(,)?) => {
        mod $name {
            #[allow(unused_imports, reason = "not every rule has good examples")]
            use super::*;

            #[test]
            fn holds() {
                none(&$rule(&TREE));
            }

            #[test]
            fn finds_its_fault() {
                $(none(&$rule(&Tree::of($good)));)*
                $({
                    let faults = $rule(&Tree::of($bad));
                    assert_eq!(faults.len(), 1, "{:?}: {faults:?}", $bad);
                })*
            }
        }
    };
}

rule! {
    places: layout::foreign_places,
    good: [&whole(&[])],
    bad: [&whole(&[("docs/plan.md", "")]), &whole(&[("shared/utils/src/lib.rs", "")])],
}

/// A tree with everything that belongs at the top, and more.
fn whole<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let top = ["Cargo.lock", "Cargo.toml", "README.md", "assets/x", "deploy/x", "display/x", "kiosk/x"];
    let mut files: Vec<_> =
        top.into_iter().chain(["shared/domain/x", "tests/x"]).map(|path| (path, "")).collect();
    files.extend(more);
    files
}

rule! {
    lengths: layout::long_files,
    good: [
        &[("kiosk/src/x.rs", &format!("#[cfg(test)]\nmod tests {{\n{}}}\n", "fn x() {}\n".repeat(500)))],
        &[("kiosk/tests/x.rs", &"fn x() {}\n".repeat(500))],
        &[("assets/locales/de/x.ftl", &"x = y\n".repeat(500))],
    ],
    bad: [
        &[("kiosk/src/x.rs", &"fn x() {}\n".repeat(401))],
        &[("deploy/demo", &"true\n".repeat(401))],
    ],
}

rule! {
    migrations: layout::migrations_of_one_number,
    good: [&[
        ("shared/lobby/migrations/log/V1__a.sql", ""),
        ("shared/lobby/migrations/log/V2__b.sql", ""),
        ("shared/lobby/migrations/registry/V1__a.sql", ""),
    ]],
    bad: [
        &[("shared/lobby/migrations/log/V2__a.sql", ""), ("shared/lobby/migrations/log/V2__b.sql", "")],
        &[("shared/lobby/migrations/log/V2__a.sql", ""), ("shared/lobby/migrations/log/V02__b.sql", "")],
        &[("shared/lobby/migrations/log/a.sql", "")],
    ],
}

rule! {
    lints: layout::slack_lints,
    good: [],
    bad: [&[
        (".clippy.toml", "too-many-lines-threshold = 700\nallow-unwrap-in-tests = true"),
        ("Cargo.toml", "unsafe_code = \"forbid\"\nmissing_docs = \"warn\"\ntoo_many_lines = \"warn\"\n\
            unwrap_used = \"warn\"\ntodo = \"warn\"\ndbg_macro = \"warn\"\nprint_stdout = \"warn\"\n\
            print_stderr = \"warn\""),
    ]],
}

/// What every manifest says.
const INHERITED: &str = "version.workspace = true\nedition.workspace = true\nrust-version.workspace = true\n\
    license.workspace = true\npublish.workspace = true\n[lints]\nworkspace = true\n";

fn manifest(more: &str) -> String {
    format!("{INHERITED}{more}")
}

rule! {
    manifests: layout::own_ways,
    good: [&[
        ("kiosk/Cargo.toml", &manifest("[dependencies]\niced.workspace = true\n[features]\nx = []\n")),
        ("kiosk/Cargo.toml", &manifest("[dev-dependencies]\niced = { workspace = true, features = [] }\n")),
    ]],
    bad: [
        &[("kiosk/Cargo.toml", &manifest("[dependencies]\niced = \"0.14\"\n"))],
        &[("kiosk/Cargo.toml", &manifest("[dev-dependencies]\niced = { path = \"x\" }\n"))],
        &[("kiosk/Cargo.toml", &manifest("").replace("version.workspace = true\nedition", "edition"))],
        &[("kiosk/Cargo.toml", &manifest("").replace("[lints]\n", ""))],
    ],
}

rule! {
    sql: sources::sql_outside_stores,
    good: [
        &[("shared/lobby/src/store/log.rs", r#"const A: &str = "select a from b";"#)],
        &[("shared/lobby/src/store.rs", r#"const A: &str = "select a from b";"#)],
        &[("shared/lobby/migrations/V1__a.sql", "create table a (b)")],
        &[("shared/lobby/src/a.rs", r#"// "select a from b"
            const A: &str = "Select what you need"; const B: &str = "update the program and try again";"#)],
    ],
    bad: [
        &[("shared/lobby/src/a.rs", r#"const A: &str = "select a from b";"#)],
        &[("shared/lobby/src/storehouse.rs", r##"const A: &str = r#" insert into a values (1)"#;"##)],
        &[("shared/lobby/src/a.rs", r#"const A: &str = "update a set b = 1";"#)],
        &[("shared/lobby/src/a.rs", r#"const A: &str = "DELETE FROM a";"#)],
        &[("shared/lobby/src/a.rs", r#"const A: &str = "pragma user_version";"#)],
        &[("shared/lobby/a.sql", "create table a (b)")],
    ],
}

rule! {
    status: sources::status_outside_errors,
    good: [
        &[("shared/lobby/src/error.rs", "StatusCode::NOT_FOUND")],
        &[("shared/lobby/src/api.rs", "use axum::http::StatusCode;\nanswer.status().as_u16()")],
        &[("shared/lobby/src/api.rs", "#[cfg(test)]\nmod tests {\n    StatusCode::NOT_FOUND\n}\n")],
    ],
    bad: [
        &[("shared/lobby/src/api.rs", "StatusCode::NOT_FOUND.into_response()")],
        &[("shared/lobby/src/api.rs", "Problem::new(404, \"x\", \"y\")")],
        &[("shared/lobby/src/api.rs", "StatusCode::from_u16(404)")],
        &[("shared/lobby/src/api.rs", "Response::builder().status(404)")],
    ],
}

rule! {
    hardware: sources::hardware_outside_devices,
    good: [
        &[("kiosk/src/device/camera/capture.rs", "use nokhwa::Camera;\nconst A: &str = \"/dev/video0\";")],
        &[("display/src/device.rs", "rodio::Sink")],
        &[("kiosk/src/scan.rs", "// nokhwa::Camera\nfn nokhwa() {}")],
    ],
    bad: [
        &[("kiosk/src/scan.rs", "fn a(b: nokhwa::Buffer) {}")],
        &[("display/src/app.rs", "use rodio;")],
        &[("kiosk/src/main.rs", "const A: &str = \"/dev/usb/lp0\";")],
        &[("shared/lobby/src/a.rs", "libc::kill(1, 2)")],
    ],
}

rule! {
    clocks: sources::other_clocks,
    good: [
        &[("shared/protocol/src/program.rs", "SystemTime::now()")],
        &[("kiosk/src/a.rs", "// Utc::now()\nInstant::now()")],
    ],
    bad: [
        &[("shared/protocol/src/other.rs", "SystemTime::now()")],
        &[("kiosk/src/a.rs", "chrono::Utc::now()")],
        &[("tests/src/a.rs", "Local::now()")],
    ],
}

rule! {
    purity: sources::impure_rules,
    good: [
        &[("shared/domain/src/a.rs", "// std::fs\nuse std::collections::BTreeMap;")],
        &[("shared/lobby/src/a.rs", "use std::fs;")],
    ],
    bad: [
        &[("shared/domain/src/a.rs", "use std::fs;")],
        &[("shared/domain/src/a.rs", "async fn a() {}")],
        &[("shared/domain/src/a.rs", "std::time::Instant::now()")],
    ],
}

rule! {
    silence: sources::silenced_lints,
    good: [
        &[("kiosk/src/a.rs", "#[expect(\n    clippy::unwrap_used,\n    reason = \"x\"\n)]\nfn a() {}")],
        &[("kiosk/tests/a.rs", "#![allow(dead_code, reason = \"x\")]")],
    ],
    bad: [
        &[("kiosk/src/a.rs", "#[expect(clippy::unwrap_used)]\nfn a() {}\n#[cfg(reason = \"x\")]\nfn b() {}")],
        &[("kiosk/src/a.rs", "#[allow(dead_code, reason = \"x\")]\nfn a() {}")],
        &[("kiosk/src/a.rs", "#[expect(clippy::too_many_lines, reason = \"x\")]\nfn a() {}")],
    ],
}

rule! {
    german: sources::german_in_code,
    good: [
        &[("kiosk/src/a.rs", "/// \"Bitte warten Sie\"\nconst A: &str = \"kiosk-wait\";")],
        &[("kiosk/src/a.rs", "#[cfg(test)]\nmod tests {\n    const A: &str = \"Bitte\";\n}")],
        &[("kiosk/tests/a.rs", "const A: &str = \"Bitte\";")],
    ],
    bad: [
        &[("kiosk/src/a.rs", "const A: &str = \"Bitte warten Sie\";")],
        &[("shared/lobby/src/a.rs", "const A: &str = \"Geräte\";")],
    ],
}

rule! {
    tables: promises::promised_tests,
    good: [&[
        ("kiosk/ACCESSIBILITY.md", "| 5.1 | `a_test_that_is` and `[speech] keys` |"),
        ("kiosk/tests/a.rs", "#[test]\nfn a_test_that_is() {}"),
    ]],
    bad: [&[
        ("kiosk/ACCESSIBILITY.md", "| 5.1 | `a_test_that_is_not` |"),
        ("kiosk/src/a.rs", "fn a_test_that_is_not() {}"),
    ]],
}

rule! {
    both_stores: stories::of_one_store,
    good: [&[
        (stories::SQLITE, "mod admin;\nmod program;\nmod live;"),
        (stories::POSTGRES, "#[path = \"../server/admin.rs\"]\nmod admin;\nmod peers;\nmod live;"),
    ]],
    bad: [
        &[(stories::SQLITE, "mod admin;\nmod program;\nmod live;"), (stories::POSTGRES, "mod admin;")],
        &[(stories::SQLITE, "mod admin;"), (stories::POSTGRES, "mod admin;")],
        &[(stories::SQLITE, "mod admin;\nmod program;"), (stories::POSTGRES, "mod admin;\nmod program;")],
    ],
}

/// Each address that is known, in a router.
fn known_routes() -> String {
    let all = OF_CITIZENS.iter().chain(&OF_STAFF).chain(&NO_PAGES);
    all.map(|(address, _)| format!(".route(\n\"{address}\", get(a::b).post(c))\n")).collect()
}

/// Each page that is known, judged.
fn known_names() -> String {
    OF_CITIZENS.iter().chain(&OF_STAFF).map(|(_, name)| format!("\"{name}\" ")).collect()
}

rule! {
    judged_pages: pages::unjudged,
    good: [&[
        ("shared/booking/src/pages/mod.rs", &(known_routes() + ".route(\"/new\", post(a::budget(b)))")),
        ("tests/tests/journeys/barriers_x.rs", &known_names()),
    ]],
    bad: [
        &[
            ("shared/booking/src/pages/mod.rs", &(known_routes() + ".route(\"/new\", post(c).get(a))")),
            ("tests/tests/journeys/barriers_x.rs", &known_names()),
        ],
        &[
            ("shared/booking/src/pages/mod.rs", &known_routes().replace("/staff/blocked", "/staff/people")),
            ("tests/tests/journeys/barriers_x.rs", &known_names()),
        ],
        &[
            ("shared/booking/src/pages/mod.rs", &known_routes()),
            ("tests/tests/journeys/barriers_x.rs", &known_names().replace("citizen-move", "citizen-moves")),
        ],
    ],
}

rule! {
    hosts: sources::package_hosts,
    good: [&[("Cargo.lock", concat!("crates", ".io"))]],
    bad: [
        &[("README.md", concat!("a\nsee https://", "github", ".com/x"))],
        &[("assets/web/package-lock.json", concat!("https://registry.", "npmjs", ".org/x"))],
    ],
}

/// The rules see what is really there: under other names the same sources are full of faults.
#[test]
fn exceptions_are_by_place_and_not_by_blindness() {
    let moved = |from: &str, to: &str| {
        let files = TREE.0.iter().map(|(path, text)| (path.replace(from, to), text.clone()));
        Tree(files.collect())
    };
    assert!(sources::sql_outside_stores(&moved("/store", "/elsewhere")).len() > 20);
    assert!(sources::status_outside_errors(&moved("/error.rs", "/elsewhere.rs")).len() > 5);
    assert!(sources::hardware_outside_devices(&moved("/device", "/elsewhere")).len() > 5);
    assert!(!sources::other_clocks(&moved("/program.rs", "/elsewhere.rs")).is_empty());
    assert!(!sources::german_in_code(&moved("/tests", "/elsewhere")).is_empty());
    assert!(pages::unjudged(&moved("/pages/", "/sites/")).is_empty(), "wherever a router stands");
    assert!(pages::unjudged(&moved("journeys/barriers", "journeys/elsewhere")).len() > 5);
    assert!(sources::impure_rules(&moved("shared/lobby/", "shared/domain/")).len() > 5);
    assert!(!layout::own_ways(&moved("Cargo.toml", "x/Cargo.toml")).is_empty());
}

#[test]
fn migrations_are_as_databases_have_them() {
    none(&sealed::broken_seals(&TREE, &sealed::SEALED));
}

#[test]
fn a_migration_that_is_changed_moved_or_gone_is_found() {
    let journal = |all: &str| format!("const MIGRATIONS: [&str; 2] = [\n{all}\n];\nconst A: &str = \"b\";");
    let paths = [
        "shared/a/migrations/V1__a.sql",
        "shared/a/migrations/V2__b.sql",
        "kiosk/src/device/journal/store.rs",
    ];
    let tree = |texts: [&str; 3]| {
        let files = paths.iter().zip(texts).filter(|(_, text)| !text.is_empty());
        Tree::of(&files.map(|(path, text)| (*path, text)).collect::<Vec<_>>())
    };
    let (two, swapped) = (journal("\"a\",\n\"b\","), journal("\"b\",\n\"a\","));
    let known = sealed::migrations(&tree(["a", "b", &two]));
    let known: Vec<_> = known.iter().map(|(place, hash)| (place.as_str(), *hash)).collect();
    let faults = |texts| sealed::broken_seals(&tree(texts), &known).len();
    assert_eq!((known.len(), faults(["a", "b", &two])), (4, 0));
    for (texts, count) in [
        (["a ", "b", &two], 1),
        (["b", "a", &two], 2),
        (["", "b", &two], 1),
        (["a", "b", &swapped], 2),
        (["a", "b", &journal("\"a\",")], 1),
        (["a", "b", &journal("\"a\",\n\"b\",\n\"c\",")], 1),
    ] {
        assert_eq!(faults(texts), count, "{texts:?}");
    }
}

#[test]
fn arrows_are_as_designed() {
    none(&arrows::wrong_arrows(&PACKAGES));
}

#[test]
fn the_domain_is_pure() {
    none(&arrows::impure_domain(&PACKAGES));
}

#[test]
fn screens_devices_and_servers_stay_with_their_owners() {
    none(&arrows::foreign_libraries(&PACKAGES));
}

#[test]
fn only_the_client_speaks_to_servers() {
    none(&arrows::second_clients(&PACKAGES));
}

/// All packages of ours, with more needs than they have.
fn packages(more: &[&[&str]]) -> Packages {
    let ours = [
        "kiosk", "display", "look", "sound", "voice", "lobby", "booking", "text", "client", "protocol",
        "access", "domain", "tests",
    ];
    let mut packages = Packages::of(more);
    for name in ours.map(|name| format!("foyer-{name}")) {
        packages.needs.entry(name.clone()).or_default();
        packages.ours.insert(name);
    }
    packages
}

#[test]
fn wrong_arrows_are_found() {
    let good = packages(&[
        &["foyer-kiosk", "foyer-look", "foyer-domain", "foyer-text", "iced"],
        &["foyer-lobby", "foyer-client", "foyer-text"],
        &["foyer-tests", "foyer-lobby", "foyer-booking"],
    ]);
    none(&arrows::wrong_arrows(&good));
    for [from, to] in [
        ["foyer-kiosk", "foyer-display"],
        ["foyer-display", "foyer-kiosk"],
        ["foyer-lobby", "foyer-booking"],
        ["foyer-booking", "foyer-lobby"],
        ["foyer-booking", "foyer-voice"],
        ["foyer-lobby", "foyer-look"],
        ["foyer-kiosk", "foyer-lobby"],
        ["foyer-domain", "foyer-protocol"],
        ["foyer-client", "foyer-text"],
        ["foyer-kiosk", "foyer-tests"],
    ] {
        assert_eq!(arrows::wrong_arrows(&packages(&[&[from, to]])), [format!("{from} → {to}")]);
    }
    assert_eq!(arrows::wrong_arrows(&packages(&[&["foyer-utils"]])), ["foyer-utils is not in the design"]);
}

#[test]
fn foreign_libraries_are_found() {
    assert_eq!(arrows::impure_domain(&packages(&[&["foyer-domain", "serde", "tokio"]])).len(), 1);
    let deep = packages(&[&["foyer-text", "a"], &["a", "b"], &["b", "iced_core"]]);
    assert_eq!(arrows::foreign_libraries(&deep), ["foyer-text is built with iced_core"]);
    let terminal = packages(&[&["foyer-display", "axum"]]);
    assert_eq!(arrows::foreign_libraries(&terminal).len(), 1);
    none(&arrows::foreign_libraries(&packages(&[&["foyer-kiosk", "iced", "nokhwa"]])));
    assert_eq!(arrows::second_clients(&packages(&[&["foyer-lobby", "reqwest"]])).len(), 1);
    none(&arrows::second_clients(&packages(&[&["foyer-client", "reqwest"]])));
}

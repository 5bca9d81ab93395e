//! Who may know whom: the arrows between packages, over `cargo metadata`.

use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

/// Packages by name, with the names of those that they are built with. Tests may use what they like, so
/// development dependencies are left out.
pub struct Packages {
    pub ours: BTreeSet<String>,
    pub needs: BTreeMap<String, BTreeSet<String>>,
}

impl Packages {
    /// Those of this workspace and everything below them.
    pub fn here() -> Self {
        let metadata = MetadataCommand::new()
            .manifest_path(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.toml"))
            .features(CargoOpt::AllFeatures)
            // What other systems would need has never been fetched.
            .other_options(["--locked", "--offline", "--filter-platform", &host()].map(str::to_owned))
            .exec()
            .expect("cargo knows this workspace");
        Self::read(&metadata)
    }

    fn read(metadata: &Metadata) -> Self {
        let names: BTreeMap<_, _> =
            metadata.packages.iter().map(|package| (&package.id, package.name.to_string())).collect();
        let nodes = &metadata.resolve.as_ref().expect("dependencies were asked for").nodes;
        let needs = nodes.iter().map(|node| {
            let built_with = node
                .deps
                .iter()
                .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind != DependencyKind::Development));
            (names[&node.id].clone(), built_with.map(|dep| names[&dep.pkg].clone()).collect())
        });
        // Of a package in two versions the needs are joined.
        let mut joined: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (name, more) in needs {
            let more: BTreeSet<String> = more;
            joined.entry(name).or_default().extend(more);
        }
        let ours = metadata.workspace_members.iter().map(|id| names[id].clone()).collect();
        Self { ours, needs: joined }
    }

    /// Packages given by hand, the first of each row needing the others, to see a rule find its fault.
    pub fn of(rows: &[&[&str]]) -> Self {
        let ours =
            rows.iter().filter(|row| row[0].starts_with("foyer-")).map(|row| row[0].to_owned()).collect();
        let needs = rows
            .iter()
            .map(|row| (row[0].to_owned(), row[1..].iter().map(|&name| name.to_owned()).collect()));
        Self { ours, needs: needs.collect() }
    }

    fn direct(&self, name: &str) -> impl Iterator<Item = &str> {
        self.needs.get(name).into_iter().flatten().map(String::as_str)
    }

    /// Everything that a package is built with, and all below it.
    fn below(&self, name: &str) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        let mut open: Vec<&str> = self.direct(name).collect();
        while let Some(next) = open.pop() {
            if found.insert(next) {
                open.extend(self.direct(next));
            }
        }
        found
    }
}

/// The system that this is built on: `x86_64-unknown-linux-gnu`.
fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().expect("whoever builds this has a compiler");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let host = text.lines().find_map(|line| line.strip_prefix("host: "));
    host.expect("the compiler says where it runs").to_owned()
}

/// The arrows as drawn in the design; what follows from them (a kiosk may use a text, because the look does)
/// is allowed, too. The tests speak to all of them from outside.
const ARROWS: [(&str, &[&str]); 13] = [
    ("foyer-kiosk", &["foyer-look", "foyer-client", "foyer-sound", "foyer-voice"]),
    ("foyer-display", &["foyer-look", "foyer-client", "foyer-sound", "foyer-voice"]),
    ("foyer-look", &["foyer-text"]),
    ("foyer-sound", &[]),
    ("foyer-voice", &["foyer-text"]),
    ("foyer-lobby", &["foyer-text", "foyer-client", "foyer-voice", "foyer-access"]),
    ("foyer-booking", &["foyer-text", "foyer-client", "foyer-access"]),
    ("foyer-text", &["foyer-protocol"]),
    ("foyer-client", &["foyer-protocol"]),
    ("foyer-access", &["foyer-protocol"]),
    ("foyer-protocol", &["foyer-domain"]),
    ("foyer-domain", &[]),
    ("foyer-tests", &["foyer-kiosk", "foyer-display", "foyer-lobby", "foyer-booking"]),
];

/// Every package of ours is known, and knows those alone to which an arrow leads.
pub fn wrong_arrows(packages: &Packages) -> Vec<String> {
    let rows: Vec<Vec<&str>> = ARROWS.iter().map(|(from, to)| [&[*from], *to].concat()).collect();
    let allowed = Packages::of(&rows.iter().map(Vec::as_slice).collect::<Vec<_>>());
    let mut faults = Vec::new();
    for package in &packages.ours {
        if !allowed.ours.contains(package) {
            faults.push(format!("{package} is not in the design"));
        }
        let below = allowed.below(package);
        let used = packages.direct(package).filter(|used| packages.ours.contains(*used));
        faults.extend(used.filter(|used| !below.contains(used)).map(|used| format!("{package} → {used}")));
    }
    faults.extend(allowed.ours.difference(&packages.ours).map(|missing| format!("{missing} is missing")));
    faults
}

/// The rules have no input or output, no async, no randomness: what they are built with is listed here.
const PURE: [&str; 10] = [
    "base45",
    "chrono",
    "chrono-tz",
    "computus",
    "ed25519-dalek",
    "imbl",
    "serde",
    "serde_json",
    "thiserror",
    // How values look on the wire; only where the `schema` feature asks for it.
    "utoipa",
];

/// The domain uses nothing that could touch the world.
pub fn impure_domain(packages: &Packages) -> Vec<String> {
    let used = packages.direct("foyer-domain").filter(|used| !PURE.contains(used));
    used.map(|used| format!("foyer-domain → {used}")).collect()
}

/// Whose a library is, by its first letters; nobody else is built with it, at any depth.
const OWNERS: [(&str, &[&str]); 5] = [
    // Screens.
    ("iced", &["foyer-kiosk", "foyer-display", "foyer-look", "foyer-tests"]),
    // Devices.
    ("nokhwa", &["foyer-kiosk", "foyer-tests"]),
    ("serialport", &["foyer-kiosk", "foyer-tests"]),
    ("rodio", &["foyer-kiosk", "foyer-display", "foyer-sound", "foyer-tests"]),
    // Servers; a terminal answers nobody.
    ("axum", &["foyer-lobby", "foyer-booking", "foyer-tests"]),
];

/// Screens, devices and servers stay with their owners.
pub fn foreign_libraries(packages: &Packages) -> Vec<String> {
    let mut faults = Vec::new();
    for (library, owners) in OWNERS {
        for package in packages.ours.iter().filter(|package| !owners.contains(&package.as_str())) {
            let found = packages.below(package).into_iter().find(|used| used.starts_with(library));
            faults.extend(found.map(|found| format!("{package} is built with {found}")));
        }
    }
    faults
}

/// Libraries that speak to servers are used by the client alone.
pub fn second_clients(packages: &Packages) -> Vec<String> {
    let speakers = ["reqwest", "hyper", "eventsource-stream", "ureq"];
    let others =
        packages.ours.iter().filter(|name| !["foyer-client", "foyer-tests"].contains(&name.as_str()));
    others
        .flat_map(|name| packages.direct(name).map(move |used| (name, used)))
        .filter(|(_, used)| speakers.contains(used))
        .map(|(name, used)| format!("{name} → {used}"))
        .collect()
}

//! One story judges both stores of the booking server.

use crate::tree::Tree;

/// The stories told to SQLite, and those told to PostgreSQL.
pub const SQLITE: &str = "shared/booking/tests/server/main.rs";
pub const POSTGRES: &str = "shared/booking/tests/postgres/main.rs";

/// Stories that are about one store alone, and why.
const OF_ONE: [(&str, &str); 1] =
    [("program", "the command line itself, and faults of SQLite's own file: damaged, locked, in use")];

/// Stories that SQLite is told and PostgreSQL is not.
pub fn of_one_store(tree: &Tree) -> Vec<String> {
    let modules = |path: &str| -> Vec<String> {
        let rust = tree.rust(|known| known == path);
        let lines = rust.flat_map(|rust| rust.code.lines().map(str::to_owned).collect::<Vec<_>>());
        let module = |line: String| Some(line.trim().strip_prefix("mod ")?.strip_suffix(';')?.to_owned());
        lines.filter_map(module).collect()
    };
    let (of_sqlite, of_postgres) = (modules(SQLITE), modules(POSTGRES));
    let mut faults = Vec::new();
    for story in &of_sqlite {
        let is_of_one = OF_ONE.iter().any(|(name, _)| name == story);
        if is_of_one == of_postgres.contains(story) {
            faults.push(format!("{POSTGRES}: `{story}` is told to SQLite alone, or named as if it were"));
        }
    }
    for (name, _) in OF_ONE.iter().filter(|(name, _)| !of_sqlite.iter().any(|story| story == name)) {
        faults.push(format!("{SQLITE}: no story `{name}`"));
    }
    faults
}

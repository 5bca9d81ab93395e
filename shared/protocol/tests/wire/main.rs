//! The wire contract: one JSON file for every event, request and answer under `snapshots/`, so that no shape
//! changes without a file that shows it. `UPDATE_EXPECT=1 cargo test -p foyer-protocol` writes them anew.
//!
//! What rests in a log or is sent by an older program must still be read: a changed file is a broken promise
//! unless a field was only added.

mod booking;
mod examples;
mod feed;
mod lobby;
mod log;
mod shots;

/// The names of an enum's variants, and which one a value is. A new variant does not compile until it is
/// listed here, and then its snapshot is missing.
macro_rules! variants {
    ($all:ident, $name:ident: $enum:ident { $($variant:ident),+ $(,)? }) => {
        const $all: &[&str] = &[$(stringify!($variant)),+];

        fn $name(value: &$enum) -> &'static str {
            match value {
                $($enum::$variant { .. } => stringify!($variant)),+
            }
        }
    };
}
pub(crate) use variants;

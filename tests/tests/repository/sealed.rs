//! Migrations stay as databases have them: what has run somewhere is never changed, renumbered or taken away.

use crate::tree::Tree;

/// Migrations of the kiosk's journal are an array.
const JOURNAL: &str = "kiosk/src/device/journal/store.rs";

/// A migration's place and the hash of its text.
pub type Sealed<'a> = (&'a str, u64);

/// Every migration that a database of ours may have. A new one gets its line here when it is done.
pub const SEALED: [Sealed<'static>; 19] = [
    ("shared/booking/src/store/migrations/V1__bookings.sql", 0x3c1_e1ef_51e9_1b19),
    ("shared/booking/src/store/migrations/V2__phones.sql", 0x65b6_b60d_5a86_9f83),
    ("shared/booking/src/store/migrations/V3__late.sql", 0xa31_5c08_2588_efac),
    ("shared/booking/src/store/migrations/V4__interpreter.sql", 0x1183_c27b_84c3_95ff),
    ("shared/lobby/migrations/log/V1__log.sql", 0xfaf_b5d5_0f66_42fe),
    ("shared/lobby/migrations/log/V2__list_key.sql", 0x5857_4cdc_4e63_3efc),
    ("shared/lobby/migrations/log/V3__checks.sql", 0xf6f7_f196_9533_a85c),
    ("shared/lobby/migrations/persons/V1__persons.sql", 0x8f8d_0190_6624_2e6d),
    ("shared/lobby/migrations/persons/V2__notes.sql", 0x3b2_1d34_b468_f7ad),
    ("shared/lobby/migrations/persons/V3__short_codes.sql", 0xa61e_83a7_407e_5588),
    ("shared/lobby/migrations/registry/V1__registry.sql", 0x412_4e80_bbcb_886f),
    ("shared/lobby/migrations/registry/V2__name_searches.sql", 0x5c41_8ff5_1c06_d1fc),
    ("shared/lobby/migrations/registry/V3__broadcast.sql", 0xa3b1_dfbb_f105_4f9a),
    ("kiosk/src/device/journal/store.rs 1", 0x1a9c_46d7_2f1f_f231),
    ("kiosk/src/device/journal/store.rs 2", 0x7876_6bfd_a152_4102),
    ("kiosk/src/device/journal/store.rs 3", 0xf47a_02e5_da03_0335),
    ("kiosk/src/device/journal/store.rs 4", 0x425b_f4b9_2897_6d30),
    ("kiosk/src/device/journal/store.rs 5", 0x5453_1cbf_42fa_ac92),
    ("kiosk/src/device/journal/store.rs 6", 0x2cee_d3a4_acca_afd0),
];

/// Which migrations are not as they are sealed.
pub fn broken_seals(tree: &Tree, sealed: &[Sealed<'_>]) -> Vec<String> {
    let found = migrations(tree);
    let gone = sealed.iter().filter(|(place, _)| found.iter().all(|(other, _)| other != place));
    let mut faults: Vec<String> =
        gone.map(|(place, _)| format!("{place} is gone, and databases have it")).collect();
    for (place, hash) in &found {
        match sealed.iter().find(|(other, _)| other == place) {
            None => faults.push(format!("{place} is new: (\"{place}\", {hash:#x}) seals it")),
            Some((_, known)) if known != hash => faults.push(format!(
                "{place} is not as databases have it: leave it as it was, and add another ({hash:#x})"
            )),
            Some(_) => {}
        }
    }
    faults
}

/// All of them, with their hashes.
pub fn migrations(tree: &Tree) -> Vec<(String, u64)> {
    let files = tree.0.iter().filter(|(path, _)| path.contains("/migrations/"));
    let mut found: Vec<_> = files.map(|(path, text)| (path.clone(), hash(text))).collect();
    let journal = tree.0.get(JOURNAL).and_then(|text| text.split_once("const MIGRATIONS"));
    let array = journal.and_then(|(_, rest)| rest.split_once("\n];")).map_or("", |(array, _)| array);
    // SQL of ours has no double quotes.
    let texts = array.split('"').skip(1).step_by(2);
    found.extend(texts.zip(1..).map(|(text, number)| (format!("{JOURNAL} {number}"), hash(text))));
    found
}

/// FNV-1a: the same on every machine, and no two texts of ours have one.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

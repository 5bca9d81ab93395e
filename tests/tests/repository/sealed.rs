//! Migrations stay as databases have them: what has run somewhere is never changed, renumbered or taken away.

use crate::tree::Tree;

/// Migrations of the kiosk's journal are an array.
const JOURNAL: &str = "kiosk/src/device/journal/store.rs";

/// A migration's place and the hash of its text.
pub type Sealed<'a> = (&'a str, u64);

/// Every migration that a database of ours may have. A new one gets its line here when it is done.
pub const SEALED: [Sealed<'static>; 51] = [
    ("shared/booking/src/store/migrations/sqlite/V1__bookings.sql", 0x3c1_e1ef_51e9_1b19),
    ("shared/booking/src/store/migrations/sqlite/V2__phones.sql", 0x65b6_b60d_5a86_9f83),
    ("shared/booking/src/store/migrations/sqlite/V3__late.sql", 0xa31_5c08_2588_efac),
    ("shared/booking/src/store/migrations/sqlite/V4__interpreter.sql", 0x1183_c27b_84c3_95ff),
    ("shared/booking/src/store/migrations/postgres/V5__start.sql", 0x5b0_283f_4dda_b206),
    ("shared/booking/src/store/migrations/postgres/V6__staff.sql", 0x8021_4c30_bfd2_53c5),
    ("shared/booking/src/store/migrations/postgres/V7__lanes.sql", 0xcd1d_1981_6799_72d8),
    ("shared/booking/src/store/migrations/postgres/V8__letters.sql", 0x4004_22c6_b855_4dc6),
    ("shared/booking/src/store/migrations/postgres/V9__wishes.sql", 0x2c99_46f2_35d8_1a0d),
    ("shared/booking/src/store/migrations/postgres/V10__asking.sql", 0xc178_41d3_5574_eb15),
    ("shared/booking/src/store/migrations/postgres/V11__desk.sql", 0xbe60_c063_2caf_d681),
    ("shared/booking/src/store/migrations/postgres/V12__drafts.sql", 0xa5ef_3be7_27ac_73f5),
    ("shared/booking/src/store/migrations/postgres/V14__tokens.sql", 0xcb00_0859_5152_e9b2),
    ("shared/booking/src/store/migrations/postgres/V16__closings.sql", 0x8798_ee69_8310_22f6),
    ("shared/booking/src/store/migrations/postgres/V17__together.sql", 0xb806_3c88_52a7_1582),
    ("shared/booking/src/store/migrations/postgres/V18__webhooks.sql", 0xdb72_88d5_9419_cdba),
    ("shared/booking/src/store/migrations/postgres/V19__roles.sql", 0x34dd_2dba_ae30_f285),
    ("shared/booking/src/store/migrations/postgres/V20__programs.sql", 0xef9b_7d6e_69ef_0b06),
    ("shared/booking/src/store/migrations/postgres/V21__figures.sql", 0xf7d5_17a6_4644_f96b),
    ("shared/booking/src/store/migrations/postgres/V22__closing_bookings.sql", 0xd62f_796e_e165_4b7d),
    ("shared/booking/src/store/migrations/sqlite/V5__feed.sql", 0xfe2_3034_6283_1389),
    ("shared/booking/src/store/migrations/sqlite/V6__staff.sql", 0x65e8_0ae1_db83_48b5),
    ("shared/booking/src/store/migrations/sqlite/V7__lanes.sql", 0xe974_a48b_d01b_e1da),
    ("shared/booking/src/store/migrations/sqlite/V8__letters.sql", 0xfe6a_a3c0_b846_1dc2),
    ("shared/booking/src/store/migrations/sqlite/V9__wishes.sql", 0x947b_a0a3_6b3a_105d),
    ("shared/booking/src/store/migrations/sqlite/V10__asking.sql", 0x7876_6dcc_b293_51f4),
    ("shared/booking/src/store/migrations/sqlite/V11__desk.sql", 0x24a1_3766_87b0_60f4),
    ("shared/booking/src/store/migrations/sqlite/V12__drafts.sql", 0x13f8_fa50_c487_d49c),
    ("shared/booking/src/store/migrations/sqlite/V14__tokens.sql", 0xcecc_59ef_69b9_ec96),
    ("shared/booking/src/store/migrations/sqlite/V16__closings.sql", 0x29b5_3a04_063a_1197),
    ("shared/booking/src/store/migrations/sqlite/V17__together.sql", 0x1253_1206_f1de_1d49),
    ("shared/booking/src/store/migrations/sqlite/V18__webhooks.sql", 0x4027_d3d0_ba0b_9638),
    ("shared/booking/src/store/migrations/sqlite/V19__roles.sql", 0xff0a_1fb6_6590_414a),
    ("shared/booking/src/store/migrations/sqlite/V20__programs.sql", 0xbc45_ad77_1264_e33e),
    ("shared/booking/src/store/migrations/sqlite/V21__figures.sql", 0xd288_ced5_748a_c810),
    ("shared/booking/src/store/migrations/sqlite/V22__closing_bookings.sql", 0xd62f_796e_e165_4b7d),
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

//! Check-in codes, short codes and the window: whatever is scanned, typed, or comes at whatever second.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on fails")]

mod common;

use common::{at, holds, is_caught, seconds};
use foyer_domain::Timestamp;
use foyer_domain::code::{CODE_CHARACTERS, CodeFault, KeyRing, KeyState, PublicKey, SigningKey, read};
use foyer_domain::id::BookingId;
use foyer_domain::office::Rules;
use foyer_domain::short_code::{ALPHABET, ShortCode, ShortCodeFault};
use foyer_domain::window::{Interruption, Window};
use proptest::prelude::*;

fn booking() -> impl Strategy<Value = BookingId> {
    (1u64..1 << 48).prop_map(|bits| BookingId::new(bits).unwrap())
}

fn moment() -> impl Strategy<Value = Timestamp> {
    (0i64..=i64::from(u32::MAX)).prop_map(|seconds| Timestamp::from_timestamp(seconds, 0).unwrap())
}

fn key() -> impl Strategy<Value = SigningKey> {
    (any::<[u8; 32]>(), any::<u16>()).prop_map(|(secret, id)| SigningKey::from_bytes(secret, id))
}

#[test]
fn what_was_signed_is_read_and_has_no_space_at_its_ends() {
    holds(200, (key(), any::<u16>(), booking(), moment()), |(key, office, booking, start)| {
        let text = key.sign(office, booking, start).unwrap();
        prop_assert_eq!(text.len(), CODE_CHARACTERS);
        prop_assert_eq!(text.trim(), &text, "nothing is lost to whoever trims");
        let alphanumeric = |c: char| "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".contains(c);
        prop_assert!(text.chars().all(alphanumeric));
        let read = read(&text, &KeyRing::new(&[key.public()])).unwrap();
        prop_assert_eq!(
            (read.key, read.office, read.booking, read.start),
            (key.id(), office, booking, start)
        );
        Ok(())
    });
}

/// Any text, and ours with something done to it, gets an answer and no panic.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "F[0-9]{0,4}:.{0,130}", "F1:[0-9A-Z $%*+./:-]{0,130}", "F1:[W-Z: ]{117}"]
}

#[test]
fn no_text_is_genuine_that_was_not_signed() {
    let keys = KeyRing::new(&[common::signing_key().public()]);
    holds(500, any_text(), |text| {
        prop_assert!(read(&text, &keys).is_err());
        Ok(())
    });
}

fn altered_code_is_refused(
    read: impl Fn(&str, &KeyRing) -> bool,
) -> impl Fn((usize, char)) -> Result<(), TestCaseError> {
    let key = common::signing_key();
    let keys = KeyRing::new(&[key.public()]);
    let text = key.sign(7, BookingId::new(5).unwrap(), common::ten()).unwrap();
    move |(place, other)| {
        let mut altered: Vec<char> = text.chars().collect();
        prop_assume!(altered[place] != other);
        altered[place] = other;
        prop_assert!(!read(&altered.iter().collect::<String>(), &keys));
        Ok(())
    }
}

fn alteration() -> impl Strategy<Value = (usize, char)> {
    (
        0..CODE_CHARACTERS,
        prop::sample::select("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:ü".chars().collect::<Vec<_>>()),
    )
}

#[test]
fn an_altered_code_is_refused() {
    holds(400, alteration(), altered_code_is_refused(|text, keys| read(text, keys).is_ok()));
}

#[test]
fn catches_a_reader_that_looks_only_at_length_and_prefix() {
    is_caught(
        400,
        alteration(),
        altered_code_is_refused(|text, _| text.len() == 120 && text.starts_with("F1:")),
    );
}

#[test]
fn faults_are_told_apart() {
    let key = common::signing_key();
    let text = key.sign(7, BookingId::new(5).unwrap(), common::ten()).unwrap();
    let with = |state| KeyRing::new(&[PublicKey { state, ..key.public() }]);
    let other = SigningKey::from_bytes([1; 32], 1).public();
    assert!(read(&text, &with(KeyState::Retired)).is_ok(), "a retired key still verifies");
    assert_eq!(read(&text, &with(KeyState::Revoked)), Err(CodeFault::NotGenuine));
    assert_eq!(read(&text, &KeyRing::new(&[])), Err(CodeFault::NotGenuine), "unknown key");
    assert_eq!(read(&text, &KeyRing::new(&[other])), Err(CodeFault::NotGenuine), "another key's signature");
    let keys = with(KeyState::Active);
    assert_eq!(read(&text[..60], &keys), Err(CodeFault::NotGenuine), "cut");
    assert_eq!(read(&text.replace("F1:", "F2:"), &keys), Err(CodeFault::NotGenuine), "another version");
    for foreign in ["", "F", "F:", "FX1:ABC", "https://example.org", "f1:ABC", " F1:", "M1ADLER/KLAUS"] {
        assert_eq!(read(foreign, &keys), Err(CodeFault::NotOurs), "{foreign}");
    }
    let malformed = PublicKey { id: 1, state: KeyState::Active, key: "ü".repeat(32) };
    assert_eq!(read(&text, &KeyRing::new(&[malformed])), Err(CodeFault::NotGenuine));
    assert_eq!(key.sign(7, BookingId::new(5).unwrap(), at("2107-01-01T00:00:00Z")), None);
}

#[test]
fn a_secret_key_and_a_short_code_are_not_shown() {
    assert_eq!(format!("{:?}", common::signing_key()), "SigningKey { id: 1, .. }");
    assert_eq!(format!("{:?}", ShortCode::from_random(1)), "ShortCode(…)");
}

#[test]
fn a_short_code_is_read_as_it_is_shown_and_as_people_type_it() {
    holds(500, any::<u64>(), |random| {
        let code = ShortCode::from_random(random);
        prop_assert_eq!(ShortCode::parse(code.as_str()), Ok(code));
        prop_assert_eq!(ShortCode::parse(&format!(" {} ", code.shown().to_lowercase())), Ok(code));
        prop_assert!(code.as_str().chars().any(|c| c.is_ascii_uppercase()), "never taken for a PIN");
        let stored = serde_json::to_string(&code).unwrap();
        prop_assert_eq!(serde_json::from_str::<ShortCode>(&stored).unwrap(), code);
        Ok(())
    });
}

/// One wrong character, or two neighbours swapped: the two mistakes that people make.
fn mistake_is_noticed(
    accepts: impl Fn(&str) -> bool,
) -> impl Fn((u64, usize, char, bool)) -> Result<(), TestCaseError> {
    move |(random, place, other, swap)| {
        let code = ShortCode::from_random(random);
        let mut typed: Vec<char> = code.as_str().chars().collect();
        if swap {
            typed.swap(place, (place + 1) % 8);
        } else {
            typed[place] = other;
        }
        let typed: String = typed.into_iter().collect();
        prop_assume!(typed != code.as_str());
        prop_assert!(!accepts(&typed), "{} for {}", typed, code.as_str());
        Ok(())
    }
}

fn mistake() -> impl Strategy<Value = (u64, usize, char, bool)> {
    (any::<u64>(), 0usize..8, prop::sample::select(ALPHABET.chars().collect::<Vec<_>>()), any::<bool>())
}

#[test]
fn every_wrong_or_swapped_character_is_noticed() {
    holds(2_000, mistake(), mistake_is_noticed(|typed| ShortCode::parse(typed).is_ok()));
}

#[test]
fn catches_a_check_character_that_is_a_plain_sum() {
    let sum = |text: &str| text.chars().map(|c| ALPHABET.find(c).unwrap()).sum::<usize>() % 31;
    is_caught(2_000, mistake(), |(random, place, other, swap)| {
        let right = sum(ShortCode::from_random(random).as_str());
        mistake_is_noticed(|typed| sum(typed) == right)((random, place, other, swap))
    });
}

#[test]
fn every_single_mistake_in_some_codes_is_noticed_exhaustively() {
    for random in [0, 1, 5_000_000_000, u64::MAX] {
        let code = ShortCode::from_random(random).as_str().to_owned();
        for place in 0..8 {
            for other in ALPHABET.chars() {
                let mut typed = code.clone();
                typed.replace_range(place..=place, &other.to_string());
                assert_eq!(ShortCode::parse(&typed).is_ok(), typed == code, "{typed} for {code}");
            }
        }
    }
}

#[test]
fn what_is_typed_wrong_is_told_apart() {
    assert_eq!(ShortCode::parse("123456"), Err(ShortCodeFault::LooksLikePin));
    assert_eq!(ShortCode::parse("1234 5678"), Err(ShortCodeFault::LooksLikePin));
    assert_eq!(ShortCode::parse("K7M4-3PX"), Err(ShortCodeFault::Length(7)));
    assert_eq!(ShortCode::parse(""), Err(ShortCodeFault::Length(0)));
    assert_eq!(ShortCode::parse("K7M4O3PX"), Err(ShortCodeFault::Character('O')));
    assert_eq!(ShortCode::parse("K7M4ß3PX"), Err(ShortCodeFault::Character('ß')));
    assert_eq!(ShortCode::parse("22222222"), Err(ShortCodeFault::LooksLikePin));
}

#[test]
fn no_typed_text_makes_it_panic() {
    holds(500, any::<String>(), |text| {
        let _ = ShortCode::parse(&text);
        Ok(())
    });
}

/// To the second: open from 15 minutes before to 15 minutes after, by the real time that passes.
fn window_is_exact(
    open: impl Fn(Timestamp, Timestamp) -> bool,
) -> impl Fn((Timestamp, i64)) -> Result<(), TestCaseError> {
    move |(start, offset)| {
        prop_assert_eq!(open(start, start + seconds(offset)), (-900..=900).contains(&offset));
        Ok(())
    }
}

/// Starts at any time and around both clock changes of 2027 in Berlin; seconds at and around the ends.
fn start_and_offset() -> impl Strategy<Value = (Timestamp, i64)> {
    let near = |change: &'static str| (-3_600i64..3_600).prop_map(move |by| at(change) + seconds(by));
    let start = prop_oneof![moment(), near("2027-03-28T01:00:00Z"), near("2027-10-31T01:00:00Z")];
    let edge = prop_oneof![Just(-900i64), Just(900)];
    (start, prop_oneof![(edge, -3i64..=3).prop_map(|(edge, by)| edge + by), -5_000i64..5_000])
}

#[test]
fn the_window_is_exact_to_the_second_also_where_the_clocks_change() {
    let open = |start, t| Window::of(start, &Rules::default()).contains(t);
    holds(2_000, start_and_offset(), window_is_exact(open));
}

#[test]
fn catches_a_window_of_minutes_and_one_by_the_wall_clock() {
    let minutes = |start: Timestamp, t: Timestamp| (t - start).num_minutes().abs() <= 15;
    is_caught(2_000, start_and_offset(), window_is_exact(minutes));
    let wall = |t: Timestamp| t.with_timezone(&chrono_tz::Europe::Berlin).naive_local();
    let by_wall = |start: Timestamp, t: Timestamp| (wall(t) - wall(start)).num_seconds().abs() <= 900;
    is_caught(2_000, start_and_offset(), window_is_exact(by_wall));
    let half_open = |start: Timestamp, t: Timestamp| (-900..900).contains(&(t - start).num_seconds());
    is_caught(2_000, start_and_offset(), window_is_exact(half_open));
}

#[test]
fn a_fraction_of_the_last_second_is_in_time() {
    let start = common::ten();
    let window = Window::of(start, &Rules::default());
    assert!(window.contains(start + chrono::TimeDelta::milliseconds(900_999)));
    assert!(!window.contains(start + chrono::TimeDelta::milliseconds(901_000)));
}

#[test]
fn an_interruption_lengthens_every_window_that_it_overlaps() {
    let start = common::ten();
    let window = Window::of(start, &Rules::default());
    let break_at = |from: i64, to: i64| Interruption { from: start + seconds(from), to: start + seconds(to) };
    let longer =
        |breaks: &[Interruption]| (window.lengthened(breaks).closes_at - window.closes_at).num_seconds();
    assert_eq!(longer(&[]), 0);
    assert_eq!(longer(&[break_at(0, 1_200)]), 1_200);
    assert_eq!(longer(&[break_at(-3_600, -890)]), 2_710, "the whole of it, as terminals were out");
    assert_eq!(longer(&[break_at(-3_600, -901)]), 0, "before the window");
    assert_eq!(longer(&[break_at(901, 1_000)]), 0, "after it");
    assert_eq!(longer(&[break_at(950, 1_000), break_at(0, 100)]), 150, "one lengthens it into the next");
    assert_eq!(longer(&[break_at(0, 100), break_at(50, 150)]), 150, "what overlaps counts once");
}

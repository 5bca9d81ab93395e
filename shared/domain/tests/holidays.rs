//! Public holidays of all Länder, against the dates that are published for 2026 to 2030.

#![expect(clippy::unwrap_used, reason = "what cannot go on fails")]

use chrono::{Datelike, NaiveDate};
use foyer_domain::office::{Holiday, Land};
use std::collections::BTreeSet;

/// What moves, as month and day: Karfreitag, Ostermontag, Himmelfahrt, Pfingstmontag, Fronleichnam, Buß- und Bettag.
const MOVABLE: [(i32, [(u32, u32); 6]); 5] = [
    (2026, [(4, 3), (4, 6), (5, 14), (5, 25), (6, 4), (11, 18)]),
    (2027, [(3, 26), (3, 29), (5, 6), (5, 17), (5, 27), (11, 17)]),
    (2028, [(4, 14), (4, 17), (5, 25), (6, 5), (6, 15), (11, 22)]),
    (2029, [(3, 30), (4, 2), (5, 10), (5, 21), (5, 31), (11, 21)]),
    (2030, [(4, 19), (4, 22), (5, 30), (6, 10), (6, 20), (11, 20)]),
];

/// The days on which a Land is closed in a year, by the published tables.
fn published(land: Land, year: i32, movable: &[(u32, u32); 6]) -> BTreeSet<NaiveDate> {
    let day = |(month, day)| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let [good_friday, easter_monday, ascension, whit_monday, corpus_christi, repentance] = movable.map(day);
    let everywhere = [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)].map(day);
    let mut days = BTreeSet::from([good_friday, easter_monday, ascension, whit_monday]);
    days.extend(everywhere);
    let (epiphany, women, children) = (day((1, 6)), day((3, 8)), day((9, 20)));
    let (assumption, reformation, all_saints) = (day((8, 15)), day((10, 31)), day((11, 1)));
    match land {
        Land::Bw | Land::By => days.extend([epiphany, corpus_christi, all_saints]),
        Land::Be if year == 2028 => days.extend([women, day((6, 17))]),
        Land::Be => days.extend([women]),
        Land::Bb => {
            days.extend([easter_monday.pred_opt().unwrap(), whit_monday.pred_opt().unwrap(), reformation]);
        }
        Land::Hb | Land::Hh | Land::Ni | Land::Sh => days.extend([reformation]),
        Land::He => days.extend([corpus_christi]),
        Land::Mv => days.extend([women, reformation]),
        Land::Nw | Land::Rp => days.extend([corpus_christi, all_saints]),
        Land::Sl => days.extend([corpus_christi, assumption, all_saints]),
        Land::Sn => days.extend([reformation, repentance]),
        Land::St => days.extend([epiphany, reformation]),
        Land::Th => days.extend([children, reformation]),
    }
    days
}

#[test]
fn every_land_has_its_published_holidays_and_no_others() {
    for (year, movable) in MOVABLE {
        for land in Land::ALL {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = first.iter_days().take_while(|day| day.year() == year);
            let found: BTreeSet<NaiveDate> = days.filter(|day| Holiday::on(*day, land).is_some()).collect();
            assert_eq!(found, published(land, year, &movable), "{land:?} {year}");
        }
    }
}

#[test]
fn holidays_are_named_and_lands_are_written_by_their_codes() {
    let on = |day: &str, land| Holiday::on(day.parse().unwrap(), land);
    assert_eq!(on("2026-12-25", Land::Bw), Some(Holiday::Christmas));
    assert_eq!(on("2026-08-15", Land::By), None, "in some municipalities alone");
    assert_eq!(on("2026-11-18", Land::Sn), Some(Holiday::Repentance));
    assert_eq!(on("2027-03-28", Land::Bb), Some(Holiday::EasterSunday));
    assert_eq!(on("1400-12-24", Land::Bb), None, "before the calendar, and no panic");
    for land in Land::ALL {
        let code = serde_json::to_value(land).unwrap();
        assert!(code.as_str().is_some_and(|code| code.len() == 2 && code.to_uppercase() == code), "{code}");
    }
    let ids: BTreeSet<&str> = Holiday::ALL.iter().map(|holiday| holiday.text_id()).collect();
    assert_eq!(ids.len(), Holiday::ALL.len());
}

//! Times, dates and spans as people read them, also on the two days on which the clock changes.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;
use expect_test::{Expect, expect};
use foyer_domain::Timestamp;
use foyer_domain::estimate::Span;
use foyer_text::{
    Language, Value, date, day_and_time, money, short_date, span, text_with, time_of_day, time_told_apart,
    time_with_seconds,
};
use std::fmt::Write;

fn at(text: &str) -> Timestamp {
    DateTime::parse_from_rfc3339(text).expect("a moment").to_utc()
}

fn check(moment: &str, expected: &Expect) {
    let (zone, moment) = (Tz::Europe__Berlin, at(moment));
    let mut shown = String::new();
    for language in Language::ALL {
        let parts = [
            time_of_day(*language, zone, moment),
            time_with_seconds(*language, zone, moment),
            short_date(*language, zone, moment),
            day_and_time(*language, zone, moment),
        ];
        writeln!(shown, "{}: {}", language.tag(), parts.join(" | ")).expect("a string takes all");
    }
    expected.assert_eq(&visible(&shown));
}

/// Marks of direction as signs that can be seen: U+2066 «, U+2068 ‹, U+2069 ›, U+200F ←.
fn visible(text: &str) -> String {
    text.replace('\u{2066}', "«").replace('\u{2068}', "‹").replace('\u{2069}', "›").replace('\u{200f}', "←")
}

#[test]
fn a_time_that_comes_twice_says_which_it_is() {
    let zone = Tz::Europe__Berlin;
    let told = |moment| time_told_apart(Language::German, zone, at(moment));
    assert_eq!(told("2026-10-25T00:30:00Z"), "02:30 Uhr (Sommerzeit)");
    assert_eq!(told("2026-10-25T01:30:00Z"), "02:30 Uhr (Winterzeit)");
    for once in ["2026-10-24T23:59:00Z", "2026-10-25T02:00:00Z", "2026-03-29T01:00:00Z"] {
        assert_eq!(told(once), time_of_day(Language::German, zone, at(once)));
    }
}

#[test]
fn a_moment_is_shown_in_the_offices_zone() {
    check(
        "2026-11-23T09:00:00Z",
        &expect![[r#"
            de: 10:00 Uhr | 10:00:00 Uhr | 23.11.2026 | Montag, 23. November 2026, 10:00 Uhr
            de-simple: 10:00 Uhr | 10:00:00 Uhr | 23.11.2026 | Montag, 23. November 2026, 10:00 Uhr
            en: 10:00 | 10:00:00 | 23 November 2026 | Monday, 23 November 2026, 10:00
            tr: 10:00 | 10:00:00 | 23 Kasım 2026 | 23 Kasım 2026 Pazartesi, saat 10:00
            ar: ←10:00 | ←10:00:00 | ←23 نوفمبر 2026 | ←الاثنين، 23 نوفمبر 2026، الساعة ←10:00
            uk: 10:00 | 10:00:00 | 23 листопада 2026 року | понеділок, 23 листопада 2026 року, 10:00
            ru: 10:00 | 10:00:00 | 23 ноября 2026 года | понедельник, 23 ноября 2026 года, 10:00
            pl: 10:00 | 10:00:00 | 23 listopada 2026 r. | poniedziałek, 23 listopada 2026 r., godz. 10:00
            fr: 10 h 00 | 10 h 00 min 00 s | 23 novembre 2026 | lundi 23 novembre 2026 à 10 h 00
        "#]],
    );
}

#[test]
fn single_digits_are_padded_where_the_language_wants_it() {
    check(
        "2026-05-03T07:05:09Z",
        &expect![[r#"
            de: 09:05 Uhr | 09:05:09 Uhr | 03.05.2026 | Sonntag, 3. Mai 2026, 09:05 Uhr
            de-simple: 09:05 Uhr | 09:05:09 Uhr | 03.05.2026 | Sonntag, 3. Mai 2026, 09:05 Uhr
            en: 09:05 | 09:05:09 | 3 May 2026 | Sunday, 3 May 2026, 09:05
            tr: 09:05 | 09:05:09 | 3 Mayıs 2026 | 3 Mayıs 2026 Pazar, saat 09:05
            ar: ←09:05 | ←09:05:09 | ←3 مايو 2026 | ←الأحد، 3 مايو 2026، الساعة ←09:05
            uk: 09:05 | 09:05:09 | 3 травня 2026 року | неділя, 3 травня 2026 року, 09:05
            ru: 09:05 | 09:05:09 | 3 мая 2026 года | воскресенье, 3 мая 2026 года, 09:05
            pl: 09:05 | 09:05:09 | 3 maja 2026 r. | niedziela, 3 maja 2026 r., godz. 09:05
            fr: 9 h 05 | 9 h 05 min 09 s | 3 mai 2026 | dimanche 3 mai 2026 à 9 h 05
        "#]],
    );
}

#[test]
fn the_day_is_the_offices_and_not_the_servers() {
    check(
        "2026-12-31T23:00:00Z",
        &expect![[r#"
            de: 00:00 Uhr | 00:00:00 Uhr | 01.01.2027 | Freitag, 1. Januar 2027, 00:00 Uhr
            de-simple: 00:00 Uhr | 00:00:00 Uhr | 01.01.2027 | Freitag, 1. Januar 2027, 00:00 Uhr
            en: 00:00 | 00:00:00 | 1 January 2027 | Friday, 1 January 2027, 00:00
            tr: 00:00 | 00:00:00 | 1 Ocak 2027 | 1 Ocak 2027 Cuma, saat 00:00
            ar: ←00:00 | ←00:00:00 | ←1 يناير 2027 | ←الجمعة، 1 يناير 2027، الساعة ←00:00
            uk: 00:00 | 00:00:00 | 1 січня 2027 року | п’ятниця, 1 січня 2027 року, 00:00
            ru: 00:00 | 00:00:00 | 1 января 2027 года | пятница, 1 января 2027 года, 00:00
            pl: 00:00 | 00:00:00 | 1 stycznia 2027 r. | piątek, 1 stycznia 2027 r., godz. 00:00
            fr: 0 h 00 | 0 h 00 min 00 s | 1er janvier 2027 | vendredi 1er janvier 2027 à 0 h 00
        "#]],
    );
    check(
        "2026-12-31T22:59:59Z",
        &expect![[r#"
            de: 23:59 Uhr | 23:59:59 Uhr | 31.12.2026 | Donnerstag, 31. Dezember 2026, 23:59 Uhr
            de-simple: 23:59 Uhr | 23:59:59 Uhr | 31.12.2026 | Donnerstag, 31. Dezember 2026, 23:59 Uhr
            en: 23:59 | 23:59:59 | 31 December 2026 | Thursday, 31 December 2026, 23:59
            tr: 23:59 | 23:59:59 | 31 Aralık 2026 | 31 Aralık 2026 Perşembe, saat 23:59
            ar: ←23:59 | ←23:59:59 | ←31 ديسمبر 2026 | ←الخميس، 31 ديسمبر 2026، الساعة ←23:59
            uk: 23:59 | 23:59:59 | 31 грудня 2026 року | четвер, 31 грудня 2026 року, 23:59
            ru: 23:59 | 23:59:59 | 31 декабря 2026 года | четверг, 31 декабря 2026 года, 23:59
            pl: 23:59 | 23:59:59 | 31 grudnia 2026 r. | czwartek, 31 grudnia 2026 r., godz. 23:59
            fr: 23 h 59 | 23 h 59 min 59 s | 31 décembre 2026 | jeudi 31 décembre 2026 à 23 h 59
        "#]],
    );
}

#[test]
fn in_spring_the_hour_after_two_is_skipped() {
    check(
        "2027-03-28T00:59:59Z",
        &expect![[r#"
            de: 01:59 Uhr | 01:59:59 Uhr | 28.03.2027 | Sonntag, 28. März 2027, 01:59 Uhr
            de-simple: 01:59 Uhr | 01:59:59 Uhr | 28.03.2027 | Sonntag, 28. März 2027, 01:59 Uhr
            en: 01:59 | 01:59:59 | 28 March 2027 | Sunday, 28 March 2027, 01:59
            tr: 01:59 | 01:59:59 | 28 Mart 2027 | 28 Mart 2027 Pazar, saat 01:59
            ar: ←01:59 | ←01:59:59 | ←28 مارس 2027 | ←الأحد، 28 مارس 2027، الساعة ←01:59
            uk: 01:59 | 01:59:59 | 28 березня 2027 року | неділя, 28 березня 2027 року, 01:59
            ru: 01:59 | 01:59:59 | 28 марта 2027 года | воскресенье, 28 марта 2027 года, 01:59
            pl: 01:59 | 01:59:59 | 28 marca 2027 r. | niedziela, 28 marca 2027 r., godz. 01:59
            fr: 1 h 59 | 1 h 59 min 59 s | 28 mars 2027 | dimanche 28 mars 2027 à 1 h 59
        "#]],
    );
    check(
        "2027-03-28T01:00:00Z",
        &expect![[r#"
            de: 03:00 Uhr | 03:00:00 Uhr | 28.03.2027 | Sonntag, 28. März 2027, 03:00 Uhr
            de-simple: 03:00 Uhr | 03:00:00 Uhr | 28.03.2027 | Sonntag, 28. März 2027, 03:00 Uhr
            en: 03:00 | 03:00:00 | 28 March 2027 | Sunday, 28 March 2027, 03:00
            tr: 03:00 | 03:00:00 | 28 Mart 2027 | 28 Mart 2027 Pazar, saat 03:00
            ar: ←03:00 | ←03:00:00 | ←28 مارس 2027 | ←الأحد، 28 مارس 2027، الساعة ←03:00
            uk: 03:00 | 03:00:00 | 28 березня 2027 року | неділя, 28 березня 2027 року, 03:00
            ru: 03:00 | 03:00:00 | 28 марта 2027 года | воскресенье, 28 марта 2027 года, 03:00
            pl: 03:00 | 03:00:00 | 28 marca 2027 r. | niedziela, 28 marca 2027 r., godz. 03:00
            fr: 3 h 00 | 3 h 00 min 00 s | 28 mars 2027 | dimanche 28 mars 2027 à 3 h 00
        "#]],
    );
}

#[test]
fn in_autumn_the_hour_after_two_comes_twice() {
    check(
        "2026-10-25T00:30:00Z",
        &expect![[r#"
            de: 02:30 Uhr | 02:30:00 Uhr | 25.10.2026 | Sonntag, 25. Oktober 2026, 02:30 Uhr (Sommerzeit)
            de-simple: 02:30 Uhr | 02:30:00 Uhr | 25.10.2026 | Sonntag, 25. Oktober 2026, 02:30 Uhr (Sommer-Zeit)
            en: 02:30 | 02:30:00 | 25 October 2026 | Sunday, 25 October 2026, 02:30 (summer time)
            tr: 02:30 | 02:30:00 | 25 Ekim 2026 | 25 Ekim 2026 Pazar, saat 02:30 (yaz saati)
            ar: ←02:30 | ←02:30:00 | ←25 أكتوبر 2026 | ←الأحد، 25 أكتوبر 2026، الساعة ‹←←02:30 (بالتوقيت الصيفي)›
            uk: 02:30 | 02:30:00 | 25 жовтня 2026 року | неділя, 25 жовтня 2026 року, 02:30 (за літнім часом)
            ru: 02:30 | 02:30:00 | 25 октября 2026 года | воскресенье, 25 октября 2026 года, 02:30 (по летнему времени)
            pl: 02:30 | 02:30:00 | 25 października 2026 r. | niedziela, 25 października 2026 r., godz. 02:30 (czas letni)
            fr: 2 h 30 | 2 h 30 min 00 s | 25 octobre 2026 | dimanche 25 octobre 2026 à 2 h 30 (heure d’été)
        "#]],
    );
    check(
        "2026-10-25T01:30:00Z",
        &expect![[r#"
            de: 02:30 Uhr | 02:30:00 Uhr | 25.10.2026 | Sonntag, 25. Oktober 2026, 02:30 Uhr (Winterzeit)
            de-simple: 02:30 Uhr | 02:30:00 Uhr | 25.10.2026 | Sonntag, 25. Oktober 2026, 02:30 Uhr (Winter-Zeit)
            en: 02:30 | 02:30:00 | 25 October 2026 | Sunday, 25 October 2026, 02:30 (winter time)
            tr: 02:30 | 02:30:00 | 25 Ekim 2026 | 25 Ekim 2026 Pazar, saat 02:30 (kış saati)
            ar: ←02:30 | ←02:30:00 | ←25 أكتوبر 2026 | ←الأحد، 25 أكتوبر 2026، الساعة ‹←←02:30 (بالتوقيت الشتوي)›
            uk: 02:30 | 02:30:00 | 25 жовтня 2026 року | неділя, 25 жовтня 2026 року, 02:30 (за зимовим часом)
            ru: 02:30 | 02:30:00 | 25 октября 2026 года | воскресенье, 25 октября 2026 года, 02:30 (по зимнему времени)
            pl: 02:30 | 02:30:00 | 25 października 2026 r. | niedziela, 25 października 2026 r., godz. 02:30 (czas zimowy)
            fr: 2 h 30 | 2 h 30 min 00 s | 25 octobre 2026 | dimanche 25 octobre 2026 à 2 h 30 (heure d’hiver)
        "#]],
    );
}

#[test]
fn every_weekday_and_month_has_its_name() {
    let mut shown = String::new();
    for step in 0..12 {
        let moment = at("2026-01-05T12:00:00Z") + TimeDelta::days(29 * step);
        let dates = Language::ALL.iter().map(|language| date(*language, Tz::Europe__Berlin, moment));
        writeln!(shown, "{}", dates.collect::<Vec<_>>().join(" | ")).expect("a string takes all");
    }
    expect![[r#"
        Montag, 5. Januar 2026 | Montag, 5. Januar 2026 | Monday, 5 January 2026 | 5 Ocak 2026 Pazartesi | ←الاثنين، 5 يناير 2026 | понеділок, 5 січня 2026 року | понедельник, 5 января 2026 года | poniedziałek, 5 stycznia 2026 r. | lundi 5 janvier 2026
        Dienstag, 3. Februar 2026 | Dienstag, 3. Februar 2026 | Tuesday, 3 February 2026 | 3 Şubat 2026 Salı | ←الثلاثاء، 3 فبراير 2026 | вівторок, 3 лютого 2026 року | вторник, 3 февраля 2026 года | wtorek, 3 lutego 2026 r. | mardi 3 février 2026
        Mittwoch, 4. März 2026 | Mittwoch, 4. März 2026 | Wednesday, 4 March 2026 | 4 Mart 2026 Çarşamba | ←الأربعاء، 4 مارس 2026 | середа, 4 березня 2026 року | среда, 4 марта 2026 года | środa, 4 marca 2026 r. | mercredi 4 mars 2026
        Donnerstag, 2. April 2026 | Donnerstag, 2. April 2026 | Thursday, 2 April 2026 | 2 Nisan 2026 Perşembe | ←الخميس، 2 أبريل 2026 | четвер, 2 квітня 2026 року | четверг, 2 апреля 2026 года | czwartek, 2 kwietnia 2026 r. | jeudi 2 avril 2026
        Freitag, 1. Mai 2026 | Freitag, 1. Mai 2026 | Friday, 1 May 2026 | 1 Mayıs 2026 Cuma | ←الجمعة، 1 مايو 2026 | п’ятниця, 1 травня 2026 року | пятница, 1 мая 2026 года | piątek, 1 maja 2026 r. | vendredi 1er mai 2026
        Samstag, 30. Mai 2026 | Samstag, 30. Mai 2026 | Saturday, 30 May 2026 | 30 Mayıs 2026 Cumartesi | ←السبت، 30 مايو 2026 | субота, 30 травня 2026 року | суббота, 30 мая 2026 года | sobota, 30 maja 2026 r. | samedi 30 mai 2026
        Sonntag, 28. Juni 2026 | Sonntag, 28. Juni 2026 | Sunday, 28 June 2026 | 28 Haziran 2026 Pazar | ←الأحد، 28 يونيو 2026 | неділя, 28 червня 2026 року | воскресенье, 28 июня 2026 года | niedziela, 28 czerwca 2026 r. | dimanche 28 juin 2026
        Montag, 27. Juli 2026 | Montag, 27. Juli 2026 | Monday, 27 July 2026 | 27 Temmuz 2026 Pazartesi | ←الاثنين، 27 يوليو 2026 | понеділок, 27 липня 2026 року | понедельник, 27 июля 2026 года | poniedziałek, 27 lipca 2026 r. | lundi 27 juillet 2026
        Dienstag, 25. August 2026 | Dienstag, 25. August 2026 | Tuesday, 25 August 2026 | 25 Ağustos 2026 Salı | ←الثلاثاء، 25 أغسطس 2026 | вівторок, 25 серпня 2026 року | вторник, 25 августа 2026 года | wtorek, 25 sierpnia 2026 r. | mardi 25 août 2026
        Mittwoch, 23. September 2026 | Mittwoch, 23. September 2026 | Wednesday, 23 September 2026 | 23 Eylül 2026 Çarşamba | ←الأربعاء، 23 سبتمبر 2026 | середа, 23 вересня 2026 року | среда, 23 сентября 2026 года | środa, 23 września 2026 r. | mercredi 23 septembre 2026
        Donnerstag, 22. Oktober 2026 | Donnerstag, 22. Oktober 2026 | Thursday, 22 October 2026 | 22 Ekim 2026 Perşembe | ←الخميس، 22 أكتوبر 2026 | четвер, 22 жовтня 2026 року | четверг, 22 октября 2026 года | czwartek, 22 października 2026 r. | jeudi 22 octobre 2026
        Freitag, 20. November 2026 | Freitag, 20. November 2026 | Friday, 20 November 2026 | 20 Kasım 2026 Cuma | ←الجمعة، 20 نوفمبر 2026 | п’ятниця, 20 листопада 2026 року | пятница, 20 ноября 2026 года | piątek, 20 listopada 2026 r. | vendredi 20 novembre 2026
    "#]]
    .assert_eq(&visible(&shown));
}

#[test]
fn spans_are_said_as_one_would_say_them() {
    let mut shown = String::new();
    let spans = [
        (0, 0),
        (0, 4),
        (2, 4),
        (0, 5),
        (0, 10),
        (5, 5),
        (5, 10),
        (10, 10),
        (20, 35),
        (60, 80),
        (85, 95),
        (90, 90),
        (95, 100),
        (100, 130),
        (120, 120),
        (135, 140),
        (600, 659),
    ];
    for (from_minutes, to_minutes) in spans {
        let waits = Language::ALL.iter().map(|language| span(*language, Span { from_minutes, to_minutes }));
        writeln!(shown, "{from_minutes}–{to_minutes}: {}", waits.collect::<Vec<_>>().join(" | "))
            .expect("fits");
    }
    expect![[r#"
        0–0: weniger als 5 Minuten | weniger als 5 Minuten | less than 5 minutes | 5 dakikadan az | أقل من 5 دقائق | менше 5 хвилин | меньше 5 минут | mniej niż 5 minut | moins de 5 minutes
        0–4: weniger als 5 Minuten | weniger als 5 Minuten | less than 5 minutes | 5 dakikadan az | أقل من 5 دقائق | менше 5 хвилин | меньше 5 минут | mniej niż 5 minut | moins de 5 minutes
        2–4: weniger als 5 Minuten | weniger als 5 Minuten | less than 5 minutes | 5 dakikadan az | أقل من 5 دقائق | менше 5 хвилин | меньше 5 минут | mniej niż 5 minut | moins de 5 minutes
        0–5: weniger als 5 Minuten | weniger als 5 Minuten | less than 5 minutes | 5 dakikadan az | أقل من 5 دقائق | менше 5 хвилин | меньше 5 минут | mniej niż 5 minut | moins de 5 minutes
        0–10: bis zu 10 Minuten | höchstens 10 Minuten | up to 10 minutes | en fazla 10 dakika | حتى 10 دقائق | до 10 хвилин | до 10 минут | do 10 minut | jusqu’à 10 minutes
        5–5: etwa 5 Minuten | ungefähr 5 Minuten | about 5 minutes | yaklaşık 5 dakika | حوالي 5 دقائق | приблизно 5 хвилин | примерно 5 минут | około 5 minut | environ 5 minutes
        5–10: etwa 5–10 Minuten | ungefähr 5 bis 10 Minuten | about 5–10 minutes | yaklaşık 5–10 dakika | من 5 إلى 10 دقائق تقريبًا | приблизно 5–10 хвилин | примерно 5–10 минут | około 5–10 minut | environ 5 à 10 minutes
        10–10: etwa 10 Minuten | ungefähr 10 Minuten | about 10 minutes | yaklaşık 10 dakika | حوالي 10 دقائق | приблизно 10 хвилин | примерно 10 минут | około 10 minut | environ 10 minutes
        20–35: etwa 20–35 Minuten | ungefähr 20 bis 35 Minuten | about 20–35 minutes | yaklaşık 20–35 dakika | من 20 إلى 35 دقيقة تقريبًا | приблизно 20–35 хвилин | примерно 20–35 минут | około 20–35 minut | environ 20 à 35 minutes
        60–80: etwa 60–80 Minuten | ungefähr 60 bis 80 Minuten | about 60–80 minutes | yaklaşık 60–80 dakika | من 60 إلى 80 دقيقة تقريبًا | приблизно 60–80 хвилин | примерно 60–80 минут | około 60–80 minut | environ 60 à 80 minutes
        85–95: etwa 85–95 Minuten | ungefähr 85 bis 95 Minuten | about 85–95 minutes | yaklaşık 85–95 dakika | من 85 إلى 95 دقيقة تقريبًا | приблизно 85–95 хвилин | примерно 85–95 минут | około 85–95 minut | environ 85 à 95 minutes
        90–90: etwa 1½ Stunden | ungefähr 1½ Stunden | about 1½ hours | yaklaşık 1½ saat | حوالي ‹1½› ساعة | приблизно 1½ години | примерно 1½ часа | około 1½ godziny | environ 1½ heure
        95–100: etwa 1½–2 Stunden | ungefähr 1½ bis 2 Stunden | about 1½–2 hours | yaklaşık 1½–2 saat | من ‹1½› إلى 2 ساعة تقريبًا | приблизно 1½–2 години | примерно 1½–2 часа | około 1½–2 godzin | environ 1½ à 2 heures
        100–130: etwa 1½–2½ Stunden | ungefähr 1½ bis 2½ Stunden | about 1½–2½ hours | yaklaşık 1½–2½ saat | من ‹1½› إلى ‹2½› ساعة تقريبًا | приблизно 1½–2½ години | примерно 1½–2½ часа | około 1½–2½ godziny | environ 1½ à 2½ heures
        120–120: etwa 2 Stunden | ungefähr 2 Stunden | about 2 hours | yaklaşık 2 saat | حوالي ساعتين | приблизно 2 години | примерно 2 часа | około 2 godzin | environ 2 heures
        135–140: etwa 2–2½ Stunden | ungefähr 2 bis 2½ Stunden | about 2–2½ hours | yaklaşık 2–2½ saat | من 2 إلى ‹2½› ساعة تقريبًا | приблизно 2–2½ години | примерно 2–2½ часа | około 2–2½ godziny | environ 2 à 2½ heures
        600–659: etwa 10–11 Stunden | ungefähr 10 bis 11 Stunden | about 10–11 hours | yaklaşık 10–11 saat | من 10 إلى 11 ساعة تقريبًا | приблизно 10–11 годин | примерно 10–11 часов | około 10–11 godzin | environ 10 à 11 heures
    "#]]
    .assert_eq(&visible(&shown));
}

/// Every branch of a language's plural forms, with numbers on both sides of each limit.
fn numbers_in(language: Language, expected: &Expect) {
    let mut shown = String::new();
    for count in [0_u16, 1, 2, 3, 5, 11, 12, 21, 22, 25, 100, 103] {
        let say = |id, name| text_with(language, id, &[(name, Value::from(count))]);
        let minutes = say("minutes-about", "minutes");
        writeln!(shown, "{count}: {minutes} | {}", say("portal-times-free", "count")).expect("fits");
    }
    for left in [1_u8, 2, 3, 5] {
        let said = text_with(language, "portal-refused-pin", &[("left", Value::from(left))]);
        writeln!(shown, "{left}: {said}").expect("fits");
    }
    expected.assert_eq(&visible(&shown));
}

#[test]
fn ukrainian_numbers_choose_their_words() {
    numbers_in(
        Language::Ukrainian,
        &expect![[r#"
        0: приблизно 0 хвилин | 0 варіантів часу
        1: приблизно 1 хвилина | 1 варіант часу
        2: приблизно 2 хвилини | 2 варіанти часу
        3: приблизно 3 хвилини | 3 варіанти часу
        5: приблизно 5 хвилин | 5 варіантів часу
        11: приблизно 11 хвилин | 11 варіантів часу
        12: приблизно 12 хвилин | 12 варіантів часу
        21: приблизно 21 хвилина | 21 варіант часу
        22: приблизно 22 хвилини | 22 варіанти часу
        25: приблизно 25 хвилин | 25 варіантів часу
        100: приблизно 100 хвилин | 100 варіантів часу
        103: приблизно 103 хвилини | 103 варіанти часу
        1: PIN-код неправильний. У вас залишилася 1 спроба.
        2: PIN-код неправильний. У вас залишилося 2 спроби.
        3: PIN-код неправильний. У вас залишилося 3 спроби.
        5: PIN-код неправильний. У вас залишилося 5 спроб.
    "#]],
    );
}

#[test]
fn russian_numbers_choose_their_words() {
    numbers_in(
        Language::Russian,
        &expect![[r#"
        0: примерно 0 минут | 0 вариантов времени
        1: примерно 1 минута | 1 вариант времени
        2: примерно 2 минуты | 2 варианта времени
        3: примерно 3 минуты | 3 варианта времени
        5: примерно 5 минут | 5 вариантов времени
        11: примерно 11 минут | 11 вариантов времени
        12: примерно 12 минут | 12 вариантов времени
        21: примерно 21 минута | 21 вариант времени
        22: примерно 22 минуты | 22 варианта времени
        25: примерно 25 минут | 25 вариантов времени
        100: примерно 100 минут | 100 вариантов времени
        103: примерно 103 минуты | 103 варианта времени
        1: PIN-код неверный. У вас осталась 1 попытка.
        2: PIN-код неверный. У вас осталось 2 попытки.
        3: PIN-код неверный. У вас осталось 3 попытки.
        5: PIN-код неверный. У вас осталось 5 попыток.
    "#]],
    );
}

#[test]
fn polish_numbers_choose_their_words() {
    numbers_in(
        Language::Polish,
        &expect![[r#"
        0: około 0 minut | 0 wolnych terminów
        1: około 1 minuty | 1 wolny termin
        2: około 2 minut | 2 wolne terminy
        3: około 3 minut | 3 wolne terminy
        5: około 5 minut | 5 wolnych terminów
        11: około 11 minut | 11 wolnych terminów
        12: około 12 minut | 12 wolnych terminów
        21: około 21 minut | 21 wolnych terminów
        22: około 22 minut | 22 wolne terminy
        25: około 25 minut | 25 wolnych terminów
        100: około 100 minut | 100 wolnych terminów
        103: około 103 minut | 103 wolne terminy
        1: Ten kod PIN jest błędny. Pozostała 1 próba.
        2: Ten kod PIN jest błędny. Pozostały 2 próby.
        3: Ten kod PIN jest błędny. Pozostały 3 próby.
        5: Ten kod PIN jest błędny. Pozostało 5 prób.
    "#]],
    );
}

#[test]
fn arabic_numbers_choose_their_words() {
    numbers_in(
        Language::Arabic,
        &expect![[r#"
        0: حوالي 0 دقيقة | لا توجد أوقات متاحة
        1: حوالي دقيقة واحدة | وقت واحد متاح
        2: حوالي دقيقتين | وقتان متاحان
        3: حوالي 3 دقائق | عدد الأوقات المتاحة: 3
        5: حوالي 5 دقائق | عدد الأوقات المتاحة: 5
        11: حوالي 11 دقيقة | عدد الأوقات المتاحة: 11
        12: حوالي 12 دقيقة | عدد الأوقات المتاحة: 12
        21: حوالي 21 دقيقة | عدد الأوقات المتاحة: 21
        22: حوالي 22 دقيقة | عدد الأوقات المتاحة: 22
        25: حوالي 25 دقيقة | عدد الأوقات المتاحة: 25
        100: حوالي 100 دقيقة | عدد الأوقات المتاحة: 100
        103: حوالي 103 دقيقة | عدد الأوقات المتاحة: 103
        1: رقم PIN هذا غير صحيح. بقيت لديكم محاولة واحدة.
        2: رقم PIN هذا غير صحيح. بقيت لديكم محاولتان.
        3: رقم PIN هذا غير صحيح. بقيت لديكم 3 محاولات.
        5: رقم PIN هذا غير صحيح. بقيت لديكم 5 محاولات.
    "#]],
    );
}

#[test]
fn french_numbers_choose_their_words() {
    numbers_in(
        Language::French,
        &expect![[r#"
        0: environ 0 minute | 0 heure libre
        1: environ 1 minute | 1 heure libre
        2: environ 2 minutes | 2 heures libres
        3: environ 3 minutes | 3 heures libres
        5: environ 5 minutes | 5 heures libres
        11: environ 11 minutes | 11 heures libres
        12: environ 12 minutes | 12 heures libres
        21: environ 21 minutes | 21 heures libres
        22: environ 22 minutes | 22 heures libres
        25: environ 25 minutes | 25 heures libres
        100: environ 100 minutes | 100 heures libres
        103: environ 103 minutes | 103 heures libres
        1: Ce code PIN est faux. Il vous reste 1 essai.
        2: Ce code PIN est faux. Il vous reste 2 essais.
        3: Ce code PIN est faux. Il vous reste 3 essais.
        5: Ce code PIN est faux. Il vous reste 5 essais.
    "#]],
    );
}

#[test]
fn money_is_said_as_it_is_written() {
    let mut shown = String::new();
    for cents in [0, 5, 1300, 2760, 123_456] {
        let said = Language::ALL.iter().map(|language| money(*language, cents));
        writeln!(shown, "{}", said.collect::<Vec<_>>().join(" | ")).expect("fits");
    }
    expect![[r#"
        0,00 € | 0,00 Euro | €0.00 | 0,00 avro | ←0.00 يورو | 0,00 євро | 0,00 евро | 0,00 euro | 0,00 €
        0,05 € | 0,05 Euro | €0.05 | 0,05 avro | ←0.05 يورو | 0,05 євро | 0,05 евро | 0,05 euro | 0,05 €
        13,00 € | 13,00 Euro | €13.00 | 13,00 avro | ←13.00 يورو | 13,00 євро | 13,00 евро | 13,00 euro | 13,00 €
        27,60 € | 27,60 Euro | €27.60 | 27,60 avro | ←27.60 يورو | 27,60 євро | 27,60 евро | 27,60 euro | 27,60 €
        1234,56 € | 1234,56 Euro | €1234.56 | 1234,56 avro | ←1234.56 يورو | 1234,56 євро | 1234,56 евро | 1234,56 euro | 1234,56 €
    "#]].assert_eq(&visible(&shown));
}

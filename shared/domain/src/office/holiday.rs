//! Public holidays by Land, as the Länder's holiday acts (Feiertagsgesetze) have them since 2023. What holds in some
//! municipalities alone is not among them: Augsburg's Friedensfest, Mariä Himmelfahrt in Bavaria, Fronleichnam in
//! parts of Saxony and Thuringia; an office there announces a closure.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde::{Deserialize, Serialize};

/// One of the sixteen Länder, by its code of ISO 3166-2 without `DE-`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Land {
    /// Baden-Württemberg.
    Bw,
    /// Bavaria.
    By,
    /// Berlin.
    Be,
    /// Brandenburg.
    Bb,
    /// Bremen.
    Hb,
    /// Hamburg.
    Hh,
    /// Hesse.
    He,
    /// Mecklenburg-Vorpommern.
    Mv,
    /// Lower Saxony.
    Ni,
    /// North Rhine-Westphalia.
    Nw,
    /// Rhineland-Palatinate.
    Rp,
    /// Saarland.
    Sl,
    /// Saxony.
    Sn,
    /// Saxony-Anhalt.
    St,
    /// Schleswig-Holstein.
    Sh,
    /// Thuringia.
    Th,
}

impl Land {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Bw,
        Self::By,
        Self::Be,
        Self::Bb,
        Self::Hb,
        Self::Hh,
        Self::He,
        Self::Mv,
        Self::Ni,
        Self::Nw,
        Self::Rp,
        Self::Sl,
        Self::Sn,
        Self::St,
        Self::Sh,
        Self::Th,
    ];
}

/// A public holiday somewhere in Germany. [`Holiday::text_id`] is how texts name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// Neujahr.
    NewYear,
    /// Heilige Drei Könige.
    Epiphany,
    /// Internationaler Frauentag.
    WomensDay,
    /// Karfreitag.
    GoodFriday,
    /// Ostersonntag.
    EasterSunday,
    /// Ostermontag.
    EasterMonday,
    /// Tag der Arbeit.
    LabourDay,
    /// Christi Himmelfahrt.
    Ascension,
    /// Pfingstsonntag.
    WhitSunday,
    /// Pfingstmontag.
    WhitMonday,
    /// Fronleichnam.
    CorpusChristi,
    /// Jahrestag des Volksaufstandes vom 17. Juni 1953.
    Uprising,
    /// Mariä Himmelfahrt.
    Assumption,
    /// Weltkindertag.
    ChildrensDay,
    /// Tag der Deutschen Einheit.
    Unity,
    /// Reformationstag.
    Reformation,
    /// Allerheiligen.
    AllSaints,
    /// Buß- und Bettag.
    Repentance,
    /// Erster Weihnachtstag.
    Christmas,
    /// Zweiter Weihnachtstag.
    SecondChristmas,
}

/// On which day of a year a holiday is.
enum Rule {
    /// Month and day.
    On(u32, u32),
    /// So many days after Easter Sunday.
    Easter(i64),
    /// The Wednesday before 23 November, eleven days before Advent.
    Wednesday,
    /// On this day alone.
    Once(i32, u32, u32),
}

/// Where a holiday is one.
enum Place {
    Everywhere,
    In(&'static [Land]),
}

impl Holiday {
    /// All of them, in the order of a year.
    pub const ALL: [Self; 20] = [
        Self::NewYear,
        Self::Epiphany,
        Self::WomensDay,
        Self::GoodFriday,
        Self::EasterSunday,
        Self::EasterMonday,
        Self::LabourDay,
        Self::Ascension,
        Self::WhitSunday,
        Self::WhitMonday,
        Self::CorpusChristi,
        Self::Uprising,
        Self::Assumption,
        Self::ChildrensDay,
        Self::Unity,
        Self::Reformation,
        Self::AllSaints,
        Self::Repentance,
        Self::Christmas,
        Self::SecondChristmas,
    ];

    /// The holiday of a Land on a day; none before 1583 and after 9999.
    pub fn on(day: NaiveDate, land: Land) -> Option<Self> {
        Self::ALL.into_iter().find(|holiday| holiday.is_in(land) && holiday.is_on(day))
    }

    /// The id of its name among the texts.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::NewYear => "holiday-new-year",
            Self::Epiphany => "holiday-epiphany",
            Self::WomensDay => "holiday-womens-day",
            Self::GoodFriday => "holiday-good-friday",
            Self::EasterSunday => "holiday-easter-sunday",
            Self::EasterMonday => "holiday-easter-monday",
            Self::LabourDay => "holiday-labour-day",
            Self::Ascension => "holiday-ascension",
            Self::WhitSunday => "holiday-whit-sunday",
            Self::WhitMonday => "holiday-whit-monday",
            Self::CorpusChristi => "holiday-corpus-christi",
            Self::Uprising => "holiday-uprising",
            Self::Assumption => "holiday-assumption",
            Self::ChildrensDay => "holiday-childrens-day",
            Self::Unity => "holiday-unity",
            Self::Reformation => "holiday-reformation",
            Self::AllSaints => "holiday-all-saints",
            Self::Repentance => "holiday-repentance",
            Self::Christmas => "holiday-christmas",
            Self::SecondChristmas => "holiday-second-christmas",
        }
    }

    fn rule(self) -> (Rule, Place) {
        use Land::{Bb, Be, Bw, By, Hb, He, Hh, Mv, Ni, Nw, Rp, Sh, Sl, Sn, St, Th};
        match self {
            Self::NewYear => (Rule::On(1, 1), Place::Everywhere),
            Self::Epiphany => (Rule::On(1, 6), Place::In(&[Bw, By, St])),
            Self::WomensDay => (Rule::On(3, 8), Place::In(&[Be, Mv])),
            Self::GoodFriday => (Rule::Easter(-2), Place::Everywhere),
            Self::EasterSunday => (Rule::Easter(0), Place::In(&[Bb])),
            Self::EasterMonday => (Rule::Easter(1), Place::Everywhere),
            Self::LabourDay => (Rule::On(5, 1), Place::Everywhere),
            Self::Ascension => (Rule::Easter(39), Place::Everywhere),
            Self::WhitSunday => (Rule::Easter(49), Place::In(&[Bb])),
            Self::WhitMonday => (Rule::Easter(50), Place::Everywhere),
            Self::CorpusChristi => (Rule::Easter(60), Place::In(&[Bw, By, He, Nw, Rp, Sl])),
            Self::Uprising => (Rule::Once(2028, 6, 17), Place::In(&[Be])),
            Self::Assumption => (Rule::On(8, 15), Place::In(&[Sl])),
            Self::ChildrensDay => (Rule::On(9, 20), Place::In(&[Th])),
            Self::Unity => (Rule::On(10, 3), Place::Everywhere),
            Self::Reformation => (Rule::On(10, 31), Place::In(&[Bb, Hb, Hh, Mv, Ni, Sn, St, Sh, Th])),
            Self::AllSaints => (Rule::On(11, 1), Place::In(&[Bw, By, Nw, Rp, Sl])),
            Self::Repentance => (Rule::Wednesday, Place::In(&[Sn])),
            Self::Christmas => (Rule::On(12, 25), Place::Everywhere),
            Self::SecondChristmas => (Rule::On(12, 26), Place::Everywhere),
        }
    }

    fn is_in(self, land: Land) -> bool {
        match self.rule().1 {
            Place::Everywhere => true,
            Place::In(some) => some.contains(&land),
        }
    }

    fn is_on(self, day: NaiveDate) -> bool {
        let date = (day.month(), day.day());
        match self.rule().0 {
            Rule::On(month, of_month) => date == (month, of_month),
            Rule::Easter(after) => {
                easter(day.year()).is_some_and(|easter| day - easter == TimeDelta::days(after))
            }
            Rule::Wednesday => {
                day.weekday() == chrono::Weekday::Wed && day.month() == 11 && (16..=22).contains(&day.day())
            }
            Rule::Once(year, month, of_month) => day.year() == year && date == (month, of_month),
        }
    }
}

fn easter(year: i32) -> Option<NaiveDate> {
    let sunday = computus::gregorian(year).ok()?;
    NaiveDate::from_ymd_opt(sunday.year, sunday.month, sunday.day)
}

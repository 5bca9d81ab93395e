//! Ticket numbers: a letter and three digits, never given twice in an office's day.

use crate::id::{AreaId, DeviceId};
use crate::office::Area;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The letter of a ticket number: `A`–`Z` without I, O and Q, which look like digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "char", into = "char")]
pub struct Letter(char);

impl Letter {
    /// All 23 letters in order.
    pub const ALL: &'static str = "ABCDEFGHJKLMNPRSTUVWXYZ";

    /// All 23 letters, beginning with this one, in the order in which they take over.
    pub fn cycle(self) -> impl Iterator<Item = Self> {
        let begin = Self::ALL.find(self.0).unwrap_or(0);
        let (before, from_here) = Self::ALL.split_at(begin);
        from_here.chars().chain(before.chars()).map(Self)
    }
}

/// A character that is no letter of a ticket number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a ticket letter is one of ABCDEFGHJKLMNPRSTUVWXYZ, not `{0}`")]
pub struct NotALetter(pub char);

impl TryFrom<char> for Letter {
    type Error = NotALetter;

    fn try_from(letter: char) -> Result<Self, NotALetter> {
        if Self::ALL.contains(letter) { Ok(Self(letter)) } else { Err(NotALetter(letter)) }
    }
}

impl From<Letter> for char {
    fn from(letter: Letter) -> Self {
        letter.0
    }
}

/// A ticket number, `A017` on the wire.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TicketNumber {
    letter: Letter,
    number: u16,
}

impl TicketNumber {
    /// The highest number of a letter.
    pub const LAST: u16 = 999;

    /// The last of all, for whoever has no number yet.
    pub const HIGHEST: Self = Self { letter: Letter('Z'), number: Self::LAST };

    /// The number of a letter; `None` unless `number` is 1–999.
    pub fn new(letter: Letter, number: u16) -> Option<Self> {
        (1..=Self::LAST).contains(&number).then_some(Self { letter, number })
    }

    /// Its letter.
    pub fn letter(self) -> Letter {
        self.letter
    }

    /// Its number, 1–999.
    pub fn number(self) -> u16 {
        self.number
    }

    /// As the eye reads it: `A 017`, with a narrow no-break space (U+202F).
    pub fn spaced(self) -> String {
        format!("{}\u{202f}{:03}", self.letter.0, self.number)
    }
}

#[cfg(feature = "schema")]
impl utoipa::PartialSchema for TicketNumber {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        let text = utoipa::openapi::ObjectBuilder::new()
            .schema_type(utoipa::openapi::Type::String)
            .pattern(Some("^[A-HJ-NPR-Z](?!000)[0-9]{3}$"))
            .description(Some("A ticket number"))
            .examples(["A017"]);
        text.into()
    }
}

#[cfg(feature = "schema")]
impl utoipa::ToSchema for TicketNumber {}

impl fmt::Display for TicketNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:03}", self.letter.0, self.number)
    }
}

impl From<TicketNumber> for String {
    fn from(number: TicketNumber) -> Self {
        number.to_string()
    }
}

/// A text that is no ticket number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a ticket number is a letter (not I, O or Q) and three digits, like A017")]
pub struct NotATicketNumber;

impl TryFrom<String> for TicketNumber {
    type Error = NotATicketNumber;

    fn try_from(text: String) -> Result<Self, NotATicketNumber> {
        let mut chars = text.chars();
        let letter = chars.next().and_then(|c| Letter::try_from(c).ok()).ok_or(NotATicketNumber)?;
        let digits = chars.as_str();
        if digits.len() != 3 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(NotATicketNumber);
        }
        let number = digits.parse().map_err(|_| NotATicketNumber)?;
        Self::new(letter, number).ok_or(NotATicketNumber)
    }
}

/// Numbers of one letter and day that belong to one kiosk for good, so that it can number tickets alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lease {
    /// The kiosk that owns them.
    pub device: DeviceId,
    /// The office's local day.
    pub day: NaiveDate,
    /// Whose letter it is that day. Empty in logs of before leases were used.
    #[serde(default = "no_area")]
    pub area: AreaId,
    /// Their letter.
    pub letter: Letter,
    /// First number, 1–999.
    pub from: u16,
    /// Last number, included.
    pub to: u16,
}

fn no_area() -> AreaId {
    AreaId::from("")
}

impl Lease {
    /// Its numbers, lowest first.
    pub fn numbers(&self) -> impl Iterator<Item = TicketNumber> + use<> {
        let letter = self.letter;
        (self.from..=self.to).filter_map(move |number| TicketNumber::new(letter, number))
    }

    /// Whether a number is one of its own.
    pub fn contains(&self, number: TicketNumber) -> bool {
        number.letter == self.letter && (self.from..=self.to).contains(&number.number)
    }
}

/// Which numbers of a day have been given or leased. A new day starts with a new one.
///
/// The lobby gives a letter's numbers from 1 upwards, kiosks lease them from 999 downwards, and neither is ever
/// given back, so none is given twice: the letter is full where the two meet. So the first ticket of a day
/// without trouble is number 1, whatever was leased before. A letter belongs to one area for the whole day,
/// whatever a new configuration says, so two areas never share one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbering {
    /// The letters that areas have taken, in that order; each goes on with its first that is not full.
    taken: Vec<(AreaId, Letter)>,
    /// The highest number used of each letter, 0 for a letter that is taken but unused.
    used: BTreeMap<Letter, u16>,
    /// The lowest leased number of each letter of which some are.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    leased_from: BTreeMap<Letter, u16>,
}

/// Numbers of one letter that are free and next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Block {
    /// Their letter.
    pub letter: Letter,
    /// First number.
    pub from: u16,
    /// Last number, included.
    pub to: u16,
    /// Whether the area has to take the letter first ([`Numbering::take_letter`]).
    pub new_letter: bool,
}

impl Block {
    /// The first of its numbers.
    pub fn first(&self) -> TicketNumber {
        TicketNumber { letter: self.letter, number: self.from }
    }
}

impl Numbering {
    /// The next number of an area: of its current letter while that has one, else of the next letter that is
    /// free. Letters that the configuration means for other areas come last. `None` when all 23 letters are
    /// taken.
    pub fn next(&self, areas: &[Area], area: &AreaId) -> Option<Block> {
        let (letter, new_letter) = self.letter_with(areas, area, 1)?;
        let from = self.used_of(letter) + 1;
        Some(Block { letter, from, to: from, new_letter })
    }

    /// The numbers that a kiosk can lease next for an area: `count` at the upper end of what is left of its
    /// letter. `None` as for [`Self::next`], and for a count outside 1–999.
    pub fn next_lease(&self, areas: &[Area], area: &AreaId, count: u16) -> Option<Block> {
        if !(1..=TicketNumber::LAST).contains(&count) {
            return None;
        }
        let (letter, new_letter) = self.letter_with(areas, area, count)?;
        let to = self.leased_from_of(letter) - 1;
        Some(Block { letter, from: to + 1 - count, to, new_letter })
    }

    /// The area's first letter that has so many numbers left, and whether it has to be taken first.
    fn letter_with(&self, areas: &[Area], area: &AreaId, count: u16) -> Option<(Letter, bool)> {
        let mut taken = self.taken.iter().filter(|(other, _)| other == area).map(|(_, letter)| *letter);
        let has_room = |letter: &Letter| count < self.leased_from_of(*letter) - self.used_of(*letter);
        if let Some(letter) = taken.clone().find(has_room) {
            return Some((letter, false));
        }
        let own = areas.iter().find(|other| other.id == *area).map(|area| area.letter);
        let begin = taken.next_back().or(own).unwrap_or(Letter('A'));
        let free = |letter: &Letter| !self.used.contains_key(letter);
        let meant = |letter: &Letter| areas.iter().any(|other| other.id != *area && other.letter == *letter);
        let letter = own
            .filter(free)
            .or_else(|| begin.cycle().find(|letter| free(letter) && !meant(letter)))
            .or_else(|| begin.cycle().find(free))?;
        Some((letter, true))
    }

    fn used_of(&self, letter: Letter) -> u16 {
        self.used.get(&letter).copied().unwrap_or(0)
    }

    fn leased_from_of(&self, letter: Letter) -> u16 {
        self.leased_from.get(&letter).copied().unwrap_or(TicketNumber::LAST + 1)
    }

    /// The area uses this letter from now on.
    pub fn take_letter(&mut self, area: &AreaId, letter: Letter) {
        self.taken.push((area.clone(), letter));
        self.used.entry(letter).or_insert(0);
    }

    /// No letter that was used until now gives another number: what was given of it is not known any more.
    pub fn close_letters(&mut self) {
        for (letter, used) in &mut self.used {
            let leased_from = self.leased_from.get(letter).copied().unwrap_or(TicketNumber::LAST + 1);
            *used = leased_from - 1;
        }
    }

    /// A letter that nobody can have used: from the end of the alphabet, where numbering comes last, and meant for
    /// no area.
    pub fn untouched(&self, areas: &[Area]) -> Option<Letter> {
        let free = |letter: &Letter| !self.used.contains_key(letter);
        let meant = |letter: &Letter| areas.iter().any(|area| area.letter == *letter);
        Letter::ALL.chars().rev().map(Letter).find(|letter| free(letter) && !meant(letter))
    }

    /// This number is given. A leased one is its kiosk's, and changes nothing for others.
    pub fn give(&mut self, number: TicketNumber) {
        if number.number < self.leased_from_of(number.letter) {
            let used = self.used.entry(number.letter).or_insert(0);
            *used = number.number.max(*used);
        }
    }

    /// These numbers belong to a kiosk.
    pub fn lease(&mut self, lease: &Lease) {
        self.used.entry(lease.letter).or_insert(0);
        let floor = self.leased_from_of(lease.letter).min(lease.from);
        self.leased_from.insert(lease.letter, floor);
    }
}

//! From a picture to what it says: a cheap look, then stage after stage until a code of ours is read or the
//! picture's time is used up.

use super::gate::{Glance, glance};
use super::stage::{Stage, Work};
use super::thread_time;
use crate::device::camera::{Picture, Quad};
use foyer_domain::code::{self, CodeFault, KeyRing};
use foyer_domain::id::BookingId;
use std::time::Duration;

/// Which texts are ours; everything else is somebody's bus ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ours {
    /// What they begin with: check-in codes, the link on a ticket.
    pub prefixes: Vec<String>,
    /// What a check-in code must be signed with to count where there are others; `None` where any may be good.
    pub keys: Option<KeyRing>,
}

impl Default for Ours {
    /// Check-in codes alone.
    fn default() -> Self {
        Self { prefixes: vec!["F1:".to_owned()], keys: None }
    }
}

impl Ours {
    /// Whether a scanned text is one.
    pub fn includes(&self, text: &str) -> bool {
        self.prefixes.iter().any(|prefix| !prefix.is_empty() && text.starts_with(prefix.as_str()))
    }

    /// Whether one that is [included](Self::includes) is genuine, as far as that can be seen here: another town's
    /// code looks like ours, and must not stand in the way of it.
    fn trusts(&self, text: &str) -> bool {
        let keys = self.keys.as_ref();
        keys.is_none_or(|keys| code::read(text, keys) != Err(CodeFault::NotGenuine))
    }

    fn booking(&self, text: &str) -> Option<BookingId> {
        Some(code::read(text, self.keys.as_ref()?).ok()?.booking)
    }
}

/// A text and its place in the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// As the code has it: never trimmed, for a space is a character of our alphabet.
    pub text: String,
    /// Its corners.
    pub quad: Quad,
    /// What read it.
    pub stage: Stage,
}

/// What a picture holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing that was read.
    Nothing,
    /// Codes, none of them ours; the first that was read.
    Foreign(Reading),
    /// One of ours, whatever else is in the picture.
    Ours(Reading),
    /// More than one genuine code of ours, of several bookings: nobody can know which is meant.
    Several,
}

/// Reads pictures. It remembers which stages the last picture had no time for and begins there the next time, so
/// that a code that is held still meets every stage within a few pictures.
#[derive(Debug)]
pub struct Pipeline {
    /// The time of this thread that one picture may take; the stage that is running is let finish.
    budget: Duration,
    next: usize,
}

impl Pipeline {
    /// With this much computing time for a picture.
    pub fn new(budget: Duration) -> Self {
        Self { budget, next: 1 }
    }

    /// Looks and, if something could be a code, reads: for tools and tests.
    pub fn look_and_read(&mut self, picture: &Picture, ours: &Ours) -> Content {
        self.read(picture, &glance(picture), ours)
    }

    /// Reads whatever the look says, as the scanner does now and then; all texts that were found, for tools.
    pub(super) fn look_and_list(&mut self, picture: &Picture, ours: &Ours) -> Vec<Reading> {
        self.readings(picture, &glance(picture), ours)
    }

    /// Reads a picture.
    pub(super) fn read(&mut self, picture: &Picture, glance: &Glance, ours: &Ours) -> Content {
        content(self.readings(picture, glance, ours), ours)
    }

    /// All that is read until one of ours is among it. The first stage is always tried and one other at least, in
    /// turn.
    fn readings(&mut self, picture: &Picture, glance: &Glance, ours: &Ours) -> Vec<Reading> {
        let began = thread_time();
        let mut found: Vec<Reading> = Vec::new();
        let mut work = Work::new(picture, glance.places.first().copied());
        let rest = Stage::ALL.len() - 1;
        for step in 0..=rest {
            let stage = if step == 0 { 0 } else { 1 + (self.next - 1 + step - 1) % rest };
            let texts = Stage::ALL[stage].read(&mut work);
            for (text, quad) in texts {
                if found.iter().all(|reading| reading.text != text) {
                    found.push(Reading { text, quad, stage: Stage::ALL[stage] });
                }
            }
            if found.iter().any(|reading| ours.includes(&reading.text) && ours.trusts(&reading.text)) {
                break;
            }
            if (1..rest).contains(&step) && thread_time().saturating_sub(began) >= self.budget {
                self.next = 1 + (self.next - 1 + step) % rest;
                break;
            }
        }
        found
    }
}

fn content(found: Vec<Reading>, ours: &Ours) -> Content {
    let (mine, foreign): (Vec<_>, Vec<_>) =
        found.into_iter().partition(|reading| ours.includes(&reading.text));
    let (mut good, doubtful): (Vec<_>, Vec<_>) =
        mine.into_iter().partition(|reading| ours.trusts(&reading.text));
    // Two mails of one booking are one wish.
    let mut bookings = Vec::new();
    good.retain(|reading| {
        let booking = ours.booking(&reading.text);
        let is_new = booking.is_none() || !bookings.contains(&booking);
        bookings.push(booking);
        is_new
    });
    let mut good = good.into_iter();
    match (good.next(), good.next()) {
        (Some(_), Some(_)) => Content::Several,
        (Some(one), None) => Content::Ours(one),
        (None, _) => match doubtful.into_iter().next() {
            Some(doubtful) => Content::Ours(doubtful),
            None => foreign.into_iter().next().map_or(Content::Nothing, Content::Foreign),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scan::drawn::{code, dark, scene, smooth};

    const PATIENT: Duration = Duration::from_secs(60);

    fn read(picture: &Picture) -> Content {
        Pipeline::new(PATIENT).look_and_read(picture, &Ours::default())
    }

    fn text(content: &Content) -> Option<(&str, bool)> {
        match content {
            Content::Ours(reading) => Some((&reading.text, true)),
            Content::Foreign(reading) => Some((&reading.text, false)),
            Content::Nothing | Content::Several => None,
        }
    }

    /// As long as a real one; the alphabet of base45.
    const CODE: &str = "F1:QED8WEX0YCPV4WXNH13G+$B8C 9F*T4L%:K.25O/0U7ZS3DMRYA1J6Q8XVB4NCH9ET2GKWLP5I0UOFSZ37D$MR%YA*J+Q-X.V/B:N C1H8E4T9G2K6W0L3P5I7";

    #[test]
    fn ours_is_read_untrimmed_with_its_place() {
        let lobby = smooth(1280, 720);
        for (text_there, module, x, y) in [(CODE, 6, 500, 200), ("F1:A ", 8, 40, 450), (CODE, 3, 900, 60)] {
            let picture = scene(&lobby, &code(text_there, module), x, y);
            let Content::Ours(reading) = read(&picture) else { panic!("{text_there} is not read") };
            assert_eq!(reading.text, text_there);
            let middle = reading.quad.middle();
            let side = code(text_there, module).width() as f32;
            assert!((middle.x - x as f32 - side / 2.0).abs() < side / 8.0, "{middle:?}");
            assert!((middle.y - y as f32 - side / 2.0).abs() < side / 8.0, "{middle:?}");
        }
    }

    #[test]
    fn light_on_dark_is_read() {
        let picture = scene(&dark(&smooth(1280, 720)), &dark(&code(CODE, 6)), 400, 200);
        assert_eq!(text(&read(&picture)), Some((CODE, true)));
    }

    #[test]
    fn ours_wins_over_others_and_two_of_ours_are_nobodys() {
        let lobby = smooth(1280, 720);
        let foreign = scene(&lobby, &code("https://bahn.example/ticket", 6), 100, 300);
        assert_eq!(text(&read(&foreign)), Some(("https://bahn.example/ticket", false)));
        let both = scene(&foreign, &code(CODE, 6), 700, 200);
        assert_eq!(text(&read(&both)), Some((CODE, true)));
        let two = scene(&both, &code("F1:ANOTHER", 6), 350, 60);
        assert_eq!(read(&two), Content::Several);
        let same_twice = scene(&both, &code(CODE, 4), 350, 60);
        assert_eq!(text(&read(&same_twice)), Some((CODE, true)));
    }

    #[test]
    fn only_genuine_codes_of_several_bookings_are_several() {
        let key = |secret| foyer_domain::code::SigningKey::from_bytes([secret; 32], 1);
        let start = |minutes: i64| chrono::DateTime::from_timestamp(1_790_000_000 + 60 * minutes, 0).unwrap();
        let sign = |secret, booking, minutes| {
            let booking = foyer_domain::id::BookingId::new(booking).unwrap();
            key(secret).sign(7, booking, start(minutes)).unwrap()
        };
        let keys = KeyRing::new(&[key(9).public()]);
        let ours = Ours { keys: Some(keys), ..Ours::default() };
        let beside = |one: &str, other: &str| {
            let lobby = smooth(1280, 720);
            let picture = scene(&scene(&lobby, &code(one, 5), 120, 200), &code(other, 5), 760, 220);
            Pipeline::new(PATIENT).look_and_read(&picture, &ours)
        };
        let (mine, moved, sisters) = (sign(9, 1, 0), sign(9, 1, 30), sign(9, 2, 0));
        let foreign = sign(8, 3, 0);
        assert_eq!(beside(&mine, &sisters), Content::Several);
        assert!(matches!(beside(&mine, &moved), Content::Ours(_)), "two mails of one booking");
        for (left, right) in [(&mine, &foreign), (&foreign, &mine)] {
            let content = beside(left, right);
            assert_eq!(text(&content), Some((mine.as_str(), true)), "another town's is no obstacle");
        }
        let other = sign(8, 4, 0);
        assert!(matches!(beside(&foreign, &other), Content::Ours(_)), "said by the judgement to be unknown");
    }

    #[test]
    fn a_ticket_link_is_ours_once_it_is_known() {
        let ours =
            Ours { prefixes: vec!["F1:".to_owned(), "https://termin.example/w/".to_owned()], keys: None };
        assert!(ours.includes("https://termin.example/w/abc"));
        assert!(!ours.includes("https://termin.example/") && !ours.includes(" F1:") && !ours.includes("f1:"));
        assert!(!Ours { prefixes: vec![String::new()], keys: None }.includes("anything"));
    }

    #[test]
    fn without_time_every_stage_still_has_its_turn() {
        // Only the stage for dark pictures reads this one, and its turn has just been.
        let picture = scene(&dark(&smooth(1280, 720)), &dark(&code(CODE, 6)), 400, 200);
        let mut hurried = Pipeline::new(Duration::ZERO);
        let ours = Ours::default();
        assert_eq!(hurried.look_and_read(&smooth(1280, 720), &ours), Content::Nothing);
        let tries = (1..=Stage::ALL.len())
            .find(|_| matches!(hurried.look_and_read(&picture, &ours), Content::Ours(_)));
        assert!(tries.is_some_and(|tries| tries > 1), "{tries:?}");
    }

    #[test]
    fn noise_and_emptiness_say_nothing() {
        let mut state = 1u32;
        let noise = (0..640 * 480).map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        });
        assert_eq!(read(&Picture::new(640, 480, noise.collect()).unwrap()), Content::Nothing);
        assert_eq!(read(&Picture::new(1, 1, vec![0]).unwrap()), Content::Nothing);
        assert_eq!(read(&smooth(64, 48)), Content::Nothing);
    }
}

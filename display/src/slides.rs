//! Pictures while nobody is called: which there are, whose turn it is, what cannot be shown. Pure; files and decoding are
//! [`crate::device::pictures`].

use crate::board::Moment;
use foyer_protocol::lobby::{PartStatus, Slide};
use iced::Size;
use iced::widget::image::Handle;
use std::collections::{BTreeMap, VecDeque};

/// A picture in the size in which it is drawn.
#[derive(Debug, Clone)]
pub struct Prepared {
    /// Which.
    pub digest: String,
    /// The room that it was made for.
    pub room: Size<u32>,
    /// The picture; it fills the room in one direction.
    pub picture: Handle,
    /// How large it is.
    pub size: Size<u32>,
}

/// A picture is to be made ready.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// Which.
    pub slide: Slide,
    /// For this room.
    pub room: Size<u32>,
}

/// All pictures of the office.
#[derive(Debug, Clone, Default)]
pub struct Slides {
    list: Vec<Slide>,
    /// Why some cannot be shown, by digest.
    faults: BTreeMap<String, String>,
    /// The one that is shown and the one that comes next; no more, since each takes as much memory as a screen.
    ready: VecDeque<Prepared>,
    /// What was asked for and has not come yet.
    asked: Option<Wanted>,
}

impl Slides {
    /// There are these now. Returns whether they are others than before.
    pub fn set(&mut self, list: &[Slide]) -> bool {
        if self.list == list {
            return false;
        }
        self.list = list.to_vec();
        let is_there = |digest: &str| list.iter().any(|slide| slide.digest == digest);
        self.faults.retain(|digest, _| is_there(digest));
        self.ready.retain(|ready| is_there(&ready.digest));
        self.asked = None;
        true
    }

    /// Whose turn it is: the calm screen and the pictures, one after the other. `None` is the calm screen's.
    fn turn(&self, now: Moment, seconds_each: u16) -> Option<&Slide> {
        let shown: Vec<&Slide> =
            self.list.iter().filter(|slide| !self.faults.contains_key(&slide.digest)).collect();
        let turn = now.0.as_secs() / u64::from(seconds_each.max(1));
        let place = usize::try_from(turn % (shown.len() as u64 + 1)).unwrap_or(0);
        place.checked_sub(1).and_then(|index| shown.get(index).copied())
    }

    /// The picture to show now, if it is its turn and it is ready.
    pub fn shown(&self, now: Moment, seconds_each: u16, room: Size<u32>) -> Option<&Prepared> {
        let turn = self.turn(now, seconds_each)?;
        self.ready_one(turn, room)
    }

    fn ready_one(&self, slide: &Slide, room: Size<u32>) -> Option<&Prepared> {
        self.ready.iter().find(|ready| ready.digest == slide.digest && ready.room == room)
    }

    /// What is to be made ready now, once: the picture whose turn it is, or comes in a moment.
    pub fn wanted(&mut self, now: Moment, seconds_each: u16, room: Size<u32>) -> Option<Wanted> {
        // A second before its turn, so that it is there in time.
        let soon = now.after(std::time::Duration::from_secs(1));
        let turns = [now, soon].into_iter().filter_map(|at| self.turn(at, seconds_each));
        let slide = turns.into_iter().find(|slide| self.ready_one(slide, room).is_none())?;
        let wanted = Wanted { slide: slide.clone(), room };
        if self.asked.as_ref() == Some(&wanted) {
            return None;
        }
        self.asked = Some(wanted.clone());
        Some(wanted)
    }

    /// A picture is ready, or cannot be shown. Returns whether staff are to hear something new.
    pub fn take(&mut self, wanted: &Wanted, made: Result<Prepared, Unshown>) -> bool {
        if self.asked.as_ref() == Some(wanted) {
            self.asked = None;
        }
        match made {
            Ok(prepared) => {
                self.ready.push_back(prepared);
                if self.ready.len() > 2 {
                    self.ready.pop_front();
                }
                false
            }
            // The link is gone: it is asked for again at its next turn.
            Err(Unshown::NotHere) => false,
            Err(Unshown::Broken(why)) => self.faults.insert(wanted.slide.digest.clone(), why).is_none(),
        }
    }

    /// How they are, for staff; `None` while there are none.
    pub fn part(&self) -> Option<PartStatus> {
        let fault = |slide: &Slide| Some(format!("{}: {}", slide.name, self.faults.get(&slide.digest)?));
        let faults: Vec<String> = self.list.iter().filter_map(fault).collect();
        (!self.list.is_empty()).then(|| PartStatus {
            part: "slides".to_owned(),
            works: faults.is_empty(),
            detail: faults.join("; "),
        })
    }
}

/// Why a picture is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unshown {
    /// It is not here and cannot be fetched now.
    NotHere,
    /// It never will be; why, for staff.
    Broken(String),
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::Duration;

    const ROOM: Size<u32> = Size { width: 4, height: 2 };

    fn slide(name: &str) -> Slide {
        Slide { digest: name.repeat(4), name: format!("{name}.png"), bytes: 1 }
    }

    fn prepared(name: &str, room: Size<u32>) -> Prepared {
        let picture = Handle::from_rgba(1, 1, vec![0; 4]);
        Prepared { digest: name.repeat(4), room, picture, size: Size::new(1, 1) }
    }

    fn at(seconds: u64) -> Moment {
        Moment(Duration::from_secs(seconds))
    }

    fn shown(slides: &Slides, seconds: u64) -> Option<&str> {
        slides.shown(at(seconds), 10, ROOM).map(|shown| shown.digest.as_str())
    }

    #[test]
    fn the_calm_screen_and_the_pictures_take_turns() {
        let mut slides = Slides::default();
        assert_eq!(slides.wanted(at(0), 10, ROOM), None);
        slides.set(&[slide("a"), slide("b")]);
        assert_eq!(slides.wanted(at(0), 10, ROOM), None, "its turn is far");
        let wanted = slides.wanted(at(9), 10, ROOM).expect("a moment before its turn");
        assert_eq!(wanted.slide, slide("a"));
        assert_eq!(slides.wanted(at(9), 10, ROOM), None, "asked for once");
        assert_eq!(shown(&slides, 10), None, "the calm screen stays until it is there");
        slides.take(&wanted, Ok(prepared("a", ROOM)));
        assert_eq!((shown(&slides, 9), shown(&slides, 10)), (None, Some("aaaa")));
        let wanted = slides.wanted(at(19), 10, ROOM).unwrap();
        assert_eq!(wanted.slide, slide("b"), "while the one before is still shown");
        slides.take(&wanted, Ok(prepared("b", ROOM)));
        assert_eq!([19, 20, 30].map(|seconds| shown(&slides, seconds)), [Some("aaaa"), Some("bbbb"), None]);
        assert_eq!(shown(&slides, 40), Some("aaaa"), "and again from the first");
    }

    #[test]
    fn another_room_needs_another_picture() {
        let mut slides = Slides::default();
        slides.set(&[slide("a")]);
        let wanted = slides.wanted(at(10), 10, ROOM).unwrap();
        slides.take(&wanted, Ok(prepared("a", ROOM)));
        let narrow = Size { width: 2, height: 2 };
        assert!(slides.shown(at(10), 10, narrow).is_none());
        assert_eq!(slides.wanted(at(10), 10, narrow).unwrap().room, narrow);
    }

    #[test]
    fn a_broken_one_is_left_out_and_named_until_it_is_gone() {
        let mut slides = Slides::default();
        assert_eq!(slides.part(), None);
        slides.set(&[slide("a"), slide("b")]);
        assert!(slides.part().unwrap().works);
        let wanted = slides.wanted(at(10), 10, ROOM).unwrap();
        let broken = || Err(Unshown::Broken("is no picture".to_owned()));
        assert!(slides.take(&wanted, broken()), "news");
        assert!(!slides.take(&wanted, broken()), "no news");
        assert_eq!(slides.part().unwrap().detail, "a.png: is no picture");
        assert_eq!(slides.wanted(at(10), 10, ROOM).unwrap().slide, slide("b"), "the next takes its turn");
        slides.set(&[slide("b")]);
        assert!(slides.part().unwrap().works);
    }

    #[test]
    fn one_that_cannot_be_fetched_now_is_asked_for_again() {
        let mut slides = Slides::default();
        slides.set(&[slide("a")]);
        let wanted = slides.wanted(at(10), 10, ROOM).unwrap();
        assert!(!slides.take(&wanted, Err(Unshown::NotHere)));
        assert!(slides.part().unwrap().works);
        assert!(slides.wanted(at(12), 10, ROOM).is_some());
    }
}

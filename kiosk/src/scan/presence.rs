//! From picture after picture to what happens before the camera: somebody holds something up, it is read, it goes
//! away. Pure: time is an argument.

use super::pipeline::{Content, Reading};
use std::time::{Duration, Instant};

/// The same text again is a new presentation only after it was away for so long: one scan, one attempt.
const AWAY: Duration = Duration::from_secs(2);

/// Something code-like is worth a hint when it was not read for so long, and again as often.
const HINT: Duration = Duration::from_secs(1);

/// While two are held up that is said again so often.
const SEVERAL_AGAIN: Duration = Duration::from_secs(2);

/// What nobody takes away is a poster; hints about it end.
const POSTER: Duration = Duration::from_secs(12);

/// Before this nothing has gone: hands shake.
const GONE: Duration = Duration::from_secs(1);

/// What one look at a picture gave.
#[derive(Debug, Clone)]
pub(super) struct Look {
    /// When the picture was taken.
    pub(super) at: Instant,
    /// Whether something could be a code.
    pub(super) code_like: bool,
    /// What was read; `None` if nothing was tried.
    pub(super) content: Option<Content>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Happening {
    Read { reading: Reading, ours: bool },
    Several,
    Unread { since: Instant },
    Gone,
}

/// What is before the camera, as far as it is known.
#[derive(Debug, Default)]
pub(super) struct Presence {
    /// Texts that were told, and when each was last seen.
    told: Vec<(String, Instant)>,
    /// When several were last seen, and when that was last told.
    several: Option<(Instant, Instant)>,
    /// When something code-like came, when it was last there, and when the last hint was given.
    unread: Option<(Instant, Instant, Instant)>,
    /// When anything was last there.
    last: Option<Instant>,
}

impl Presence {
    /// Takes in a look and says what it changes.
    pub(super) fn see(&mut self, look: Look) -> Vec<Happening> {
        let now = look.at;
        self.told.retain(|(_, seen)| now.saturating_duration_since(*seen) < AWAY);
        self.several = self.several.filter(|(seen, _)| now.saturating_duration_since(*seen) < AWAY);
        let mut happened = Vec::new();
        match look.content {
            Some(Content::Ours(reading)) => happened.extend(self.read(reading, true, now)),
            Some(Content::Foreign(reading)) => happened.extend(self.read(reading, false, now)),
            Some(Content::Several) => {
                let told = self.several.map(|(_, told)| told);
                let due = told.is_none_or(|told| now.saturating_duration_since(told) >= SEVERAL_AGAIN);
                self.several = Some((now, told.filter(|_| !due).unwrap_or(now)));
                happened.extend(due.then_some(Happening::Several));
                self.unread = None;
                self.last = Some(now);
            }
            Some(Content::Nothing) | None if look.code_like => happened.extend(self.not_read(now)),
            Some(Content::Nothing) | None => {}
        }
        if let Some((_, seen, _)) = self.unread
            && now.saturating_duration_since(seen) >= GONE
        {
            self.unread = None;
        }
        if self.last.take_if(|seen| now.saturating_duration_since(*seen) >= GONE).is_some() {
            happened.push(Happening::Gone);
        }
        happened
    }

    /// Whether something was read a moment ago; it need not be read again at every picture.
    pub(super) fn is_known(&self, now: Instant) -> bool {
        self.told.iter().any(|(_, seen)| now.saturating_duration_since(*seen) < GONE)
    }

    /// Whether something code-like is held there that is not read, and it is no poster.
    pub(super) fn is_unread(&self, now: Instant) -> bool {
        self.unread
            .is_some_and(|(since, seen, _)| seen == now && now.saturating_duration_since(since) < POSTER)
    }

    fn read(&mut self, reading: Reading, ours: bool, now: Instant) -> Option<Happening> {
        self.unread = None;
        self.last = Some(now);
        if let Some((_, seen)) = self.told.iter_mut().find(|(text, _)| *text == reading.text) {
            *seen = now;
            return None;
        }
        self.told.push((reading.text.clone(), now));
        Some(Happening::Read { reading, ours })
    }

    fn not_read(&mut self, now: Instant) -> Option<Happening> {
        self.last = Some(now);
        if self.is_known(now) {
            return None;
        }
        let (since, seen, hinted) = self.unread.get_or_insert((now, now, now));
        *seen = now;
        let waits = now.saturating_duration_since(*since);
        let due = now.saturating_duration_since(*hinted) >= HINT && waits < POSTER;
        if due {
            *hinted = now;
        }
        due.then_some(Happening::Unread { since: *since })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::camera::Quad;
    use crate::scan::stage::Stage;

    struct Story {
        presence: Presence,
        began: Instant,
    }

    impl Story {
        fn new() -> Self {
            Self { presence: Presence::default(), began: Instant::now() }
        }

        fn see(&mut self, millis: u64, code_like: bool, content: Option<Content>) -> Vec<Happening> {
            let at = self.began + Duration::from_millis(millis);
            self.presence.see(Look { at, code_like, content })
        }
    }

    fn reading(text: &str) -> Reading {
        Reading { text: text.to_owned(), quad: Quad::default(), stage: Stage::Full }
    }

    fn ours(text: &str) -> Option<Content> {
        Some(Content::Ours(reading(text)))
    }

    fn told(text: &str) -> Happening {
        Happening::Read { reading: reading(text), ours: true }
    }

    #[test]
    fn one_presentation_is_told_once_however_long_it_lasts() {
        let mut story = Story::new();
        assert_eq!(story.see(0, true, ours("F1:A")), [told("F1:A")]);
        for millis in (100..10_000).step_by(100) {
            // Every other picture is too blurred.
            let content = if millis % 200 == 0 { ours("F1:A") } else { Some(Content::Nothing) };
            assert_eq!(story.see(millis, true, content), []);
        }
        assert_eq!(story.see(10_000, true, ours("F1:B")), [told("F1:B")], "another one at once");
    }

    #[test]
    fn it_is_gone_after_a_moment_and_new_after_two_seconds() {
        let mut story = Story::new();
        assert_eq!(story.see(0, true, ours("F1:A")), [told("F1:A")]);
        assert_eq!(story.see(900, false, None), []);
        assert_eq!(story.see(1000, false, None), [Happening::Gone]);
        assert_eq!(story.see(1500, true, ours("F1:A")), []);
        assert_eq!(story.see(2600, false, None), [Happening::Gone]);
        assert_eq!(story.see(3600, true, ours("F1:A")), [told("F1:A")]);
    }

    #[test]
    fn two_of_ours_are_told_now_and_then() {
        let mut story = Story::new();
        assert_eq!(story.see(0, true, Some(Content::Several)), [Happening::Several]);
        assert_eq!(story.see(500, true, Some(Content::Several)), []);
        assert_eq!(story.see(2_000, true, Some(Content::Several)), [Happening::Several]);
        assert_eq!(story.see(2_500, true, Some(Content::Several)), []);
        assert_eq!(story.see(2_600, true, ours("F1:A")), [told("F1:A")]);
    }

    #[test]
    fn what_cannot_be_read_gets_hints_until_it_is_a_poster() {
        let mut story = Story::new();
        let since = story.began;
        assert_eq!(story.see(0, true, Some(Content::Nothing)), []);
        let mut hints = 0;
        for millis in (100..30_000).step_by(100) {
            for happening in story.see(millis, true, Some(Content::Nothing)) {
                assert_eq!(happening, Happening::Unread { since });
                hints += 1;
            }
        }
        assert_eq!(hints, 11);
        assert_eq!(story.see(31_500, false, None), [Happening::Gone]);
    }
}

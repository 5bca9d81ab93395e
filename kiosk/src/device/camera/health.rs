//! Whether a camera that sends pictures sees anything.

use super::frame::{Frame, Picture};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// So long nothing changes, or nothing is seen, before it is said.
const LONG: Duration = Duration::from_secs(5);

/// No pixel of a picture behind a cover is lighter than this.
const BLACK: u8 = 24;

/// One pixel of so many is looked at for light.
const SAMPLE: usize = 97;

/// What the pictures say about the camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Finding {
    /// It sees.
    Good,
    /// Nothing but black: something covers it, or there is no light.
    Black,
    /// The very same picture again and again. A sensor is never so still; its driver is.
    Frozen,
    /// It was frozen, was opened anew, and has not yet shown anything else.
    Doubtful,
}

/// What is known of the pictures so far. It lives on when the camera is opened anew.
#[derive(Debug, Default)]
pub(super) struct Health {
    last: Option<Arc<Frame>>,
    same_since: Option<Instant>,
    black_since: Option<Instant>,
    /// It was frozen, and nothing else has come since.
    was_frozen: bool,
}

impl Health {
    /// The camera is opened anew: it gets its time again, and stays doubtful until it shows something else.
    pub(super) fn begin(&mut self) {
        self.same_since = None;
    }

    /// Takes the next picture.
    pub(super) fn see(&mut self, frame: &Arc<Frame>) -> Finding {
        let now = frame.taken;
        // Two pictures of a sensor differ in their first pixels, so that this is soon done.
        let same = self.last.replace(Arc::clone(frame)).is_some_and(|last| last.picture == frame.picture);
        let same_since = self.same_since.filter(|_| same);
        self.same_since = same_since.or(Some(now));
        self.was_frozen &= same;
        let black = is_black(&frame.picture);
        self.black_since = black.then(|| self.black_since.unwrap_or(now));
        let long =
            |since: Option<Instant>| since.is_some_and(|since| now.saturating_duration_since(since) >= LONG);
        if long(self.black_since) {
            Finding::Black
        } else if long(same_since) {
            self.was_frozen = true;
            Finding::Frozen
        } else if self.was_frozen {
            Finding::Doubtful
        } else {
            Finding::Good
        }
    }
}

fn is_black(picture: &Picture) -> bool {
    picture.pixels().iter().step_by(SAMPLE).all(|pixel| *pixel < BLACK)
}

#[cfg(test)]
mod tests {
    use super::*;
    use foyer_domain::Timestamp;

    struct Film(Health, Instant);

    impl Film {
        /// So many seconds later this picture comes.
        fn after(&mut self, seconds: u64, shade: u8, noise: u8) -> Finding {
            self.1 += Duration::from_secs(seconds);
            let mut pixels = vec![shade; 640 * 480];
            pixels[777] = noise;
            let picture = Picture::new(640, 480, pixels).unwrap();
            self.0.see(&Arc::new(Frame {
                picture,
                captured_at: Timestamp::default(),
                taken: self.1,
                sequence: 0,
            }))
        }
    }

    #[test]
    fn the_same_picture_for_five_seconds_is_frozen_until_another_comes() {
        let mut film = Film(Health::default(), Instant::now());
        assert_eq!(film.after(0, 90, 1), Finding::Good);
        assert_eq!(film.after(4, 90, 1), Finding::Good);
        assert_eq!(film.after(1, 90, 1), Finding::Frozen);
        film.0.begin();
        assert_eq!(film.after(1, 90, 1), Finding::Doubtful, "opened anew, and no other picture yet");
        assert_eq!(film.after(5, 90, 1), Finding::Frozen);
        film.0.begin();
        assert_eq!(film.after(1, 90, 2), Finding::Good);
        assert_eq!(film.after(9, 90, 3), Finding::Good, "slow and alive");
    }

    #[test]
    fn black_for_five_seconds_is_a_cover_and_a_dark_lobby_is_none() {
        let mut film = Film(Health::default(), Instant::now());
        assert_eq!(film.after(0, 3, 1), Finding::Good);
        assert_eq!(film.after(5, 3, 2), Finding::Black);
        assert_eq!(film.after(1, 3, 2), Finding::Black);
        assert_eq!(film.after(1, 40, 1), Finding::Good);
        assert_eq!(film.after(9, 40, 2), Finding::Good);
    }
}

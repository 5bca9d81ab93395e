//! The thread that reads the newest picture, again and again.

use super::gate::{Glance, glance};
use super::pipeline::{Content, Ours, Pipeline};
use super::prepare::Region;
use super::presence::{Happening, Look, Presence};
use super::{Seen, Sight};
use crate::device::camera::{Frame, Handle, Picture};
use crate::tones::Nearness;
use foyer_domain::Timestamp;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::{mpsc, watch};

/// What reading one picture may compute; leaves room within 33 ms for the stage that is running at its end.
pub(super) const BUDGET: Duration = Duration::from_millis(20);

/// A picture without anything code-like is read all the same so often: the cheap look misses very faint codes.
const FAINT: Duration = Duration::from_millis(500);

/// A still scene is read again so often …
const STILL: Duration = Duration::from_millis(250);

/// … and one that moves, with a code that is known already, so often: another may take its place.
const KNOWN: Duration = Duration::from_millis(100);

/// A decoder that computes for so long will not end; its thread is left and another one begins.
const LOST: Duration = Duration::from_secs(5);

/// So many threads may be lost before the scanner gives up: each takes a core.
const MOST_LOST: u64 = 3;

/// Sights wait for the screen in this many places. There are at most a few in a second.
const QUEUE: usize = 32;

/// A running scanner; it ends when this is dropped.
pub struct Scanner {
    shared: Arc<Shared>,
}

struct Shared {
    camera: Handle,
    ours: watch::Sender<Ours>,
    paused: AtomicBool,
    ending: AtomicBool,
    /// The worker with this number is the one that counts.
    current: AtomicU64,
    /// Since when the current worker reads one picture.
    reading: Mutex<Option<Instant>>,
    sights: mpsc::Sender<Sight>,
}

impl Scanner {
    /// Starts scanning what the camera shows.
    pub fn start(camera: &Handle, ours: Ours) -> (Self, mpsc::Receiver<Sight>) {
        let (sights, seen) = mpsc::channel(QUEUE);
        let shared = Arc::new(Shared {
            camera: camera.clone(),
            ours: watch::channel(ours).0,
            paused: AtomicBool::new(false),
            ending: AtomicBool::new(false),
            current: AtomicU64::new(0),
            reading: Mutex::new(None),
            sights,
        });
        spawn("scanner", Worker::new(Arc::clone(&shared), 0));
        let watched = Arc::clone(&shared);
        let watchdog = thread::Builder::new().name("scanner-watch".to_owned());
        watchdog.spawn(move || watch_over(&watched)).expect("the system can start a thread");
        (Self { shared }, seen)
    }

    /// Stops or goes on reading; the camera runs on.
    pub fn pause(&self, paused: bool) {
        self.shared.paused.store(paused, Ordering::Relaxed);
    }

    /// Says which texts are ours from now on.
    pub fn recognise(&self, ours: Ours) {
        self.shared.ours.send_if_modified(|known| {
            let changed = *known != ours;
            *known = ours;
            changed
        });
    }
}

impl Drop for Scanner {
    fn drop(&mut self) {
        self.shared.ending.store(true, Ordering::Relaxed);
    }
}

fn spawn(name: &str, worker: Worker) {
    let thread = thread::Builder::new().name(name.to_owned());
    thread.spawn(move || worker.run()).expect("the system can start a thread");
}

/// Replaces a worker whose decoder does not come back.
fn watch_over(shared: &Arc<Shared>) {
    while !shared.ending.load(Ordering::Relaxed) {
        thread::sleep(Duration::from_millis(500));
        let mut reading = shared.reading.lock().unwrap_or_else(PoisonError::into_inner);
        let lost = shared.current.load(Ordering::Relaxed);
        if reading.is_some_and(|since| since.elapsed() > LOST) && lost < MOST_LOST {
            tracing::error!("a decoder does not come back; another one begins");
            *reading = None;
            shared.current.store(lost + 1, Ordering::Relaxed);
            spawn("scanner", Worker::new(Arc::clone(shared), lost + 1));
        }
    }
}

struct Worker {
    shared: Arc<Shared>,
    number: u64,
    pipeline: Pipeline,
    presence: Presence,
    /// The last picture that was read: when, and what it looked like.
    last: Option<(Instant, Glance)>,
    /// When the hand was last guided.
    guided: Option<Instant>,
}

impl Worker {
    fn new(shared: Arc<Shared>, number: u64) -> Self {
        let (pipeline, presence) = (Pipeline::new(BUDGET), Presence::default());
        Self { shared, number, pipeline, presence, last: None, guided: None }
    }

    fn run(mut self) {
        let waiting = tokio::runtime::Builder::new_current_thread().enable_time().build();
        let waiting = waiting.expect("a thread of its own can wait");
        let mut frames = self.shared.camera.frames();
        while self.is_wanted() {
            let limit = Duration::from_millis(500);
            match waiting.block_on(async { tokio::time::timeout(limit, frames.changed()).await }) {
                Ok(Ok(())) => {}
                Ok(Err(_)) => return,
                // No picture for a while: time passes all the same, and what was there is gone.
                Err(_) => {
                    let nothing = Look { at: Instant::now(), code_like: false, content: None };
                    self.presence.see(nothing).into_iter().for_each(|happening| self.tell(happening, None));
                    continue;
                }
            }
            let frame = frames.borrow_and_update().clone();
            if let Some(frame) = frame.filter(|_| !self.shared.paused.load(Ordering::Relaxed)) {
                self.look(&frame);
            }
        }
    }

    fn is_wanted(&self) -> bool {
        let current = self.shared.current.load(Ordering::Relaxed) == self.number;
        current && !self.shared.ending.load(Ordering::Relaxed)
    }

    fn look(&mut self, frame: &Frame) {
        let glance = glance(&frame.picture);
        let due = match &self.last {
            None => true,
            Some((read_at, seen)) => {
                let age = frame.taken.saturating_duration_since(*read_at);
                let pause = if glance.places.is_empty() {
                    FAINT
                } else if glance.resembles(seen) {
                    STILL
                } else if self.presence.is_known(frame.taken) {
                    KNOWN
                } else {
                    Duration::ZERO
                };
                age >= pause
            }
        };
        let content = due.then(|| self.read(&frame.picture, &glance));
        if !self.is_wanted() {
            return;
        }
        if let Some(Content::Ours(reading) | Content::Foreign(reading)) = &content {
            self.shared.camera.spotlight(reading.quad);
        }
        let code_like = !glance.places.is_empty();
        let place = glance.places.first().copied();
        if due {
            self.last = Some((frame.taken, glance));
        }
        let look = Look { at: frame.taken, code_like, content };
        self.presence.see(look).into_iter().for_each(|happening| self.tell(happening, Some(frame)));
        if let Some(place) = place.filter(|_| self.presence.is_unread(frame.taken)) {
            self.guide(frame, place);
        }
    }

    /// Tells how near something is that cannot be read, for ticks that guide a hand.
    fn guide(&mut self, frame: &Frame, place: Region) {
        let (nearness, pause) = nearness(&frame.picture, place);
        let is_due = self.guided.is_none_or(|last| frame.taken.saturating_duration_since(last) >= pause);
        // Where the queue is full a tick less does not matter.
        if is_due && self.shared.sights.try_send(Sight::Near(nearness)).is_ok() {
            self.guided = Some(frame.taken);
        }
    }

    /// Reads a picture. A decoder that panics has not read it, and that is all.
    fn read(&mut self, picture: &Picture, glance: &Glance) -> Content {
        let ours = self.shared.ours.borrow().clone();
        self.set_reading(Some(Instant::now()));
        let read = catch_unwind(AssertUnwindSafe(|| self.pipeline.read(picture, glance, &ours)));
        self.set_reading(None);
        read.unwrap_or_else(|_| {
            tracing::error!("a decoder failed on a picture");
            Content::Nothing
        })
    }

    fn set_reading(&self, since: Option<Instant>) {
        let mut reading = self.shared.reading.lock().unwrap_or_else(PoisonError::into_inner);
        if self.is_wanted() {
            *reading = since;
        }
    }

    fn tell(&self, happening: Happening, frame: Option<&Frame>) {
        let sight = match (happening, frame) {
            (Happening::Gone, _) => Sight::Gone,
            (Happening::Read { reading, ours }, Some(frame)) => Sight::Seen(Seen {
                text: reading.text,
                ours,
                quad: reading.quad,
                at: frame.captured_at,
                taken: frame.taken,
                milliseconds: u32::try_from(frame.taken.elapsed().as_millis()).unwrap_or(u32::MAX),
            }),
            (Happening::Several, Some(frame)) => Sight::Several { at: frame.captured_at },
            (Happening::Unread { since }, Some(frame)) => Sight::Candidate { since: earlier(frame, since) },
            (Happening::Read { .. } | Happening::Several | Happening::Unread { .. }, None) => return,
        };
        if self.shared.sights.try_send(sight).is_err() {
            // Nobody looks, or the screen stands still; the code is still there when it looks again.
            tracing::warn!("nobody takes what the scanner sees");
        }
    }
}

/// How near a place is to where a code can be read, and the pause until that is worth telling again: ticks come three
/// times a second in the middle of the picture, once a second at its edge.
fn nearness(picture: &Picture, place: Region) -> (Nearness, Duration) {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let off =
        |from: usize, long: usize, whole: f32| ((from as f32 + long as f32 / 2.0) / whole - 0.5).abs() * 2.0;
    let off = off(place.left, place.width, width).max(off(place.top, place.height, height));
    // A place is a code with a margin of a fifth on each side.
    let nearness = Nearness::of(place.width.min(place.height) as f32 / height / 1.4, off);
    let share = f32::from(nearness.middle) / f32::from(Nearness::BEST);
    (nearness, Duration::from_millis((1_000.0 - 670.0 * share) as u64))
}

/// A moment before a frame, by the program's clock.
fn earlier(frame: &Frame, moment: Instant) -> Timestamp {
    frame.captured_at - frame.taken.saturating_duration_since(moment)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::camera::Camera;
    use crate::scan::drawn::{code, scene, smooth};
    use foyer_protocol::program::Clock;
    use std::path::Path;

    fn show(folder: &Path, name: &str, picture: &Picture) {
        let (width, height) = (picture.width() as u32, picture.height() as u32);
        let image = image::GrayImage::from_raw(width, height, picture.pixels().to_vec()).unwrap();
        let part = folder.join(format!("{name}.part"));
        image.save_with_format(&part, image::ImageFormat::Png).unwrap();
        std::fs::rename(part, folder.join(format!("{name}.png"))).unwrap();
    }

    async fn next(sights: &mut mpsc::Receiver<Sight>) -> Sight {
        let sight = tokio::time::timeout(Duration::from_secs(30), sights.recv()).await;
        sight.expect("a sight within half a minute").expect("the scanner lives")
    }

    #[tokio::test]
    async fn a_code_held_before_the_camera_is_told_once_then_gone_then_again() {
        let folder = tempfile::tempdir().unwrap();
        let lobby = smooth(640, 480);
        show(folder.path(), "1", &lobby);
        let images = Camera::Images { folder: folder.path().to_owned(), frames_per_second: 30 };
        let camera = images.start(Clock::SYSTEM);
        let (scanner, mut sights) = Scanner::start(&camera, Ours::default());
        show(folder.path(), "2", &scene(&lobby, &code("F1:FIRST", 6), 150, 100));
        let Sight::Seen(seen) = next(&mut sights).await else { panic!("a code first") };
        assert_eq!((seen.text.as_str(), seen.ours), ("F1:FIRST", true));
        assert!(seen.quad.middle().x > 200.0);
        show(folder.path(), "3", &lobby);
        assert_eq!(next(&mut sights).await, Sight::Gone);
        show(folder.path(), "4", &scene(&lobby, &code("https://x.example/w/1", 6), 150, 100));
        let Sight::Seen(seen) = next(&mut sights).await else { panic!("a foreign code") };
        assert!(!seen.ours);
        show(folder.path(), "5", &lobby);
        assert_eq!(next(&mut sights).await, Sight::Gone);
        scanner.recognise(Ours { prefixes: vec!["https://y.example/w/".to_owned()], keys: None });
        show(folder.path(), "6", &scene(&lobby, &code("https://y.example/w/1", 6), 150, 100));
        let Sight::Seen(seen) = next(&mut sights).await else { panic!("a ticket's link") };
        assert!(seen.ours);
    }
}

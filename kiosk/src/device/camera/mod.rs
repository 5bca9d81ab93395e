//! The camera: a thread that takes pictures, keeps only the newest, and never gives up.
//!
//! The device's own object cannot leave its thread and its read can block for ever, so a watchdog wakes the
//! thread by a signal after [`STALL`]; every fault ends in drop, wait and open again. Whoever looks at the
//! pictures reads a watch channel and so never holds the camera up.

mod capture;
mod frame;
mod health;
mod luma;
mod preview;
mod source;

pub use frame::{Frame, Picture, Quad, Spot};
pub(crate) use luma::{from_file, is_picture};
pub use preview::{Preview, PreviewSize};
pub use source::{Trouble, names};

use foyer_protocol::program::Clock;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// A camera that gives no picture for so long is opened anew.
pub const STALL: Duration = Duration::from_millis(2_500);

/// Which camera, as in the configuration file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Camera {
    /// A camera of this computer, by Video4Linux.
    Device {
        /// N of `/dev/videoN`; without it the first that gives pictures.
        #[serde(default)]
        index: Option<u32>,
        /// What its own name holds, as `foyer-kiosk --check` lists it: the number changes with the socket, the name
        /// does not.
        #[serde(default)]
        name: Option<String>,
        /// Pixels in a row.
        #[serde(default = "usual_width")]
        width: u32,
        /// Rows.
        #[serde(default = "usual_height")]
        height: u32,
        /// Pictures in a second.
        #[serde(default = "usual_rate")]
        frames_per_second: u32,
    },
    /// A folder of pictures (PNG or JPEG): the newest file is what stands before the camera. Write a picture
    /// beside the folder and rename it in, so that no half of one is seen.
    Images {
        /// The folder.
        folder: PathBuf,
        /// Pictures in a second.
        #[serde(default = "usual_rate")]
        frames_per_second: u32,
    },
}

fn usual_width() -> u32 {
    1280
}

fn usual_height() -> u32 {
    720
}

fn usual_rate() -> u32 {
    15
}

impl Default for Camera {
    fn default() -> Self {
        Self::Device {
            index: None,
            name: None,
            width: usual_width(),
            height: usual_height(),
            frames_per_second: usual_rate(),
        }
    }
}

/// Whether there are pictures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// Not yet known.
    Starting,
    /// Pictures come.
    Works,
    /// No pictures; it is being tried again.
    Trouble(Trouble),
}

/// A running camera. Clones share it; it stops when the last one is dropped.
#[derive(Clone)]
pub struct Handle {
    frames: watch::Receiver<Option<Arc<Frame>>>,
    previews: watch::Receiver<Option<Preview>>,
    state: watch::Receiver<State>,
    wishes: Arc<Wishes>,
    _running: Arc<Running>,
}

/// What those who look want of the capture thread.
struct Wishes {
    size: watch::Sender<Option<PreviewSize>>,
    spotlight: watch::Sender<Option<Spotlight>>,
}

/// A code that the preview need not soften, for a moment.
#[derive(Debug, Clone, Copy)]
struct Spotlight {
    quad: Quad,
    until: Instant,
}

/// Tells the threads to end.
struct Running(Arc<AtomicBool>);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

impl Camera {
    /// Starts the capture thread; returns at once, before there is a picture.
    pub fn start(self, clock: Clock) -> Handle {
        let stop = Arc::new(AtomicBool::new(false));
        let (frames, frames_seen) = watch::channel(None);
        let (previews, previews_seen) = watch::channel(None);
        let (state, state_seen) = watch::channel(State::Starting);
        let wishes = Arc::new(Wishes { size: watch::channel(None).0, spotlight: watch::channel(None).0 });
        let outlets = capture::Outlets {
            frames,
            previews,
            state,
            size: wishes.size.subscribe(),
            spotlight: wishes.spotlight.subscribe(),
        };
        capture::start(self, clock, outlets, Arc::clone(&stop));
        Handle {
            frames: frames_seen,
            previews: previews_seen,
            state: state_seen,
            wishes,
            _running: Arc::new(Running(stop)),
        }
    }
}

impl Handle {
    /// The newest picture, and a wake-up for each.
    pub fn frames(&self) -> watch::Receiver<Option<Arc<Frame>>> {
        self.frames.clone()
    }

    /// The newest preview in the size that was asked for, and a wake-up for each.
    pub fn previews(&self) -> watch::Receiver<Option<Preview>> {
        self.previews.clone()
    }

    /// Whether there are pictures, and a wake-up when that changes.
    pub fn state(&self) -> watch::Receiver<State> {
        self.state.clone()
    }

    /// Asks for previews of this size from the next picture on; `None` (as at the start) saves the work.
    pub fn want_preview(&self, size: Option<PreviewSize>) {
        self.wishes.size.send_replace(size);
    }

    /// Shows the code in this place of the picture sharply for a moment. The scanner does that.
    pub fn spotlight(&self, quad: Quad) {
        let until = Instant::now() + Duration::from_millis(400);
        self.wishes.spotlight.send_replace(Some(Spotlight { quad, until }));
    }
}

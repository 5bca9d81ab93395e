//! The capture thread and the watchdog that wakes it.

use super::frame::Frame;
use super::health::{Finding, Health};
use super::preview::{Preview, PreviewSize, Previews};
use super::source::{Source, Trouble};
use super::{Camera, STALL, Spotlight, State};
use foyer_protocol::program::Clock;
use nix::sys::pthread::{Pthread, pthread_kill, pthread_self};
use nix::sys::signal::Signal;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// The first pause before a camera is opened again; it doubles up to [`LONGEST_PAUSE`].
const FIRST_PAUSE: Duration = Duration::from_millis(300);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// What the capture thread writes to and reads wishes from.
pub(super) struct Outlets {
    pub(super) frames: watch::Sender<Option<Arc<Frame>>>,
    pub(super) previews: watch::Sender<Option<Preview>>,
    pub(super) state: watch::Sender<State>,
    pub(super) size: watch::Receiver<Option<PreviewSize>>,
    pub(super) spotlight: watch::Receiver<Option<Spotlight>>,
}

/// Since when which thread waits for the device; `None` while it does not.
#[derive(Default)]
struct Pulse(Mutex<Option<(Pthread, Instant)>>);

impl Pulse {
    fn set(&self, waiting: Option<(Pthread, Instant)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = waiting;
    }

    /// Interrupts the wait if it is too long. The lock is held meanwhile, so that the thread is still in it.
    fn wake_if_stalled(&self) {
        let waiting = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((thread, since)) = *waiting
            && since.elapsed() > STALL
            && let Err(error) = pthread_kill(thread, Signal::SIGUSR1)
        {
            tracing::warn!(%error, "a camera thread that stands still cannot be woken");
        }
    }
}

/// Starts both threads.
pub(super) fn start(camera: Camera, clock: Clock, outlets: Outlets, stop: Arc<AtomicBool>) {
    let pulse = Arc::new(Pulse::default());
    if let Err(error) = handle_wake_signal() {
        // Without a handler the signal would end the program, so a stall then stays a stall.
        tracing::error!(error, "the camera's watchdog cannot work");
    } else {
        let (pulse, stop) = (Arc::clone(&pulse), Arc::clone(&stop));
        spawn("camera-watch", move || {
            while !stop.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(250));
                pulse.wake_if_stalled();
            }
        });
    }
    spawn("camera", move || {
        let (health, previews) = (Health::default(), Previews::default());
        Capture { camera, clock, outlets, pulse, sequence: 0, health, previews }.run(&stop)
    });
}

fn spawn(name: &str, body: impl FnOnce() + Send + 'static) {
    thread::Builder::new().name(name.to_owned()).spawn(body).expect("the system can start a thread");
}

/// Makes SIGUSR1 harmless: `poll` returns with "interrupted" after any handled signal (signal(7)).
fn handle_wake_signal() -> Result<(), &'static str> {
    static HANDLED: OnceLock<Result<(), String>> = OnceLock::new();
    let handled = HANDLED.get_or_init(|| {
        let flag = Arc::new(AtomicBool::new(false));
        let handler = signal_hook::flag::register(signal_hook::consts::SIGUSR1, flag);
        handler.map(|_| ()).map_err(|error| error.to_string())
    });
    handled.as_ref().copied().map_err(String::as_str)
}

struct Capture {
    camera: Camera,
    clock: Clock,
    outlets: Outlets,
    pulse: Arc<Pulse>,
    sequence: u64,
    health: Health,
    previews: Previews,
}

impl Capture {
    /// Opens, takes pictures until that fails, waits, opens again.
    fn run(mut self, stop: &AtomicBool) {
        let mut pause = FIRST_PAUSE;
        while !stop.load(Ordering::Relaxed) {
            let before = self.sequence;
            // The driver's library can panic when a device goes; that is a fault like any other.
            let session = catch_unwind(AssertUnwindSafe(|| self.session(stop)));
            self.pulse.set(None);
            let Err(trouble) = session.unwrap_or(Err(Trouble::Crashed)) else {
                return;
            };
            self.report(State::Trouble(trouble));
            self.outlets.frames.send_replace(None);
            self.outlets.previews.send_replace(None);
            self.previews = Previews::default();
            pause = if self.sequence > before { FIRST_PAUSE } else { (pause * 2).min(LONGEST_PAUSE) };
            let until = Instant::now() + pause;
            while Instant::now() < until && !stop.load(Ordering::Relaxed) {
                thread::sleep(Duration::from_millis(50));
            }
        }
    }

    fn session(&mut self, stop: &AtomicBool) -> Result<(), Trouble> {
        let mut source = self.waiting(Source::open)?;
        self.health.begin();
        let mut last_good = Instant::now();
        while !stop.load(Ordering::Relaxed) {
            let taken = self.waiting(|_| source.next())?;
            if let Some(picture) = taken {
                last_good = Instant::now();
                self.sequence += 1;
                let captured_at = self.clock.now();
                let frame = Frame { picture, captured_at, taken: last_good, sequence: self.sequence };
                let frame = Arc::new(frame);
                let finding = if source.is_device() { self.health.see(&frame) } else { Finding::Good };
                let state = match finding {
                    Finding::Good => Some(State::Works),
                    Finding::Black => Some(State::Trouble(Trouble::Black)),
                    Finding::Doubtful => None,
                    // Opening it anew often helps.
                    Finding::Frozen => return Err(Trouble::Frozen),
                };
                self.publish(frame, state);
            } else if last_good.elapsed() > STALL {
                return Err(Trouble::Garbled);
            }
        }
        Ok(())
    }

    /// Does something that can block, under the watchdog's eye.
    fn waiting<T>(&self, body: impl FnOnce(&Camera) -> T) -> T {
        self.pulse.set(Some((pthread_self(), Instant::now())));
        let done = body(&self.camera);
        self.pulse.set(None);
        done
    }

    fn publish(&mut self, frame: Arc<Frame>, state: Option<State>) {
        self.outlets.frames.send_replace(Some(Arc::clone(&frame)));
        state.into_iter().for_each(|state| self.report(state));
        let size = *self.outlets.size.borrow();
        if let Some(size) = size {
            let spotlight = *self.outlets.spotlight.borrow();
            let code = spotlight.filter(|spotlight| spotlight.until > frame.taken).map(|spot| spot.quad);
            if let Some(preview) = self.previews.next(&frame, size, code) {
                self.outlets.previews.send_replace(Some(preview));
            }
        }
    }

    fn report(&self, state: State) {
        self.outlets.state.send_if_modified(|known| {
            let changed = *known != state;
            if changed {
                tracing::info!(?state, "camera");
                *known = state;
            }
            changed
        });
    }
}

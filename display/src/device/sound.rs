//! The loudspeaker: plays gongs one at a time, in order and whole, on a thread of its own. Without a device
//! it says so, tries again every few seconds, and what would have sounded meanwhile is not made up for.

use crate::check::chain;
use crate::gong::Chime;
use foyer_sound::{Output, SoundError, peak};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// A device that is missing is looked for again after this …
const RETRY: Duration = Duration::from_secs(3);
/// … and less often when it has been missing for so many times: libasound writes a line each time.
const RETRY_SLOWLY: (u32, Duration) = (20, Duration::from_secs(10));
/// How often an idle device is looked at.
const WATCH: Duration = Duration::from_secs(1);
/// What a device may hold in its own buffer when the last sample has been taken.
const BUFFERED: Duration = Duration::from_millis(120);
/// Between two gongs.
const PAUSE: Duration = Duration::from_millis(250);

/// Which gong, as the caller counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SoundId(pub u64);

/// What the loudspeaker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// A device is there.
    Ready,
    /// None is there; why, for staff.
    Missing(String),
    /// Played to the end.
    Played(SoundId),
    /// Not played, or not to the end.
    NotPlayed(SoundId),
}

/// A running loudspeaker. Dropping it ends the sound.
#[derive(Debug)]
pub struct Loudspeaker {
    orders: mpsc::Sender<(SoundId, Chime)>,
    /// What comes after the newest order.
    next: AtomicU64,
    /// What was ordered before this one stays silent.
    void: Arc<AtomicU64>,
}

impl Loudspeaker {
    /// Starts it at a volume in percent; `report` is called from its thread.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(volume: u8, report: impl FnMut(Report) + Send + 'static) -> std::io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let peak = peak(volume);
        let void: Arc<AtomicU64> = Arc::default();
        let booth = Booth { peak, orders: received, void: Arc::clone(&void), report: Box::new(report) };
        std::thread::Builder::new().name("sound".to_owned()).spawn(move || booth.run())?;
        Ok(Self { orders, next: AtomicU64::new(0), void })
    }

    /// Plays this after all that was asked for before.
    pub fn play(&self, id: SoundId, chime: Chime) {
        self.next.fetch_max(id.0 + 1, Ordering::SeqCst);
        if self.orders.send((id, chime)).is_err() {
            tracing::error!("the sound thread has ended");
        }
    }

    /// Silence at once: what is sounding stops, and what was asked for before is not played.
    pub fn silence(&self) {
        self.void.fetch_max(self.next.load(Ordering::SeqCst), Ordering::SeqCst);
    }
}

/// What the thread owns.
struct Booth {
    peak: f32,
    orders: mpsc::Receiver<(SoundId, Chime)>,
    void: Arc<AtomicU64>,
    report: Box<dyn FnMut(Report) + Send>,
}

impl Booth {
    fn run(mut self) {
        let mut told = None;
        let mut missing = 0_u32;
        loop {
            let why = match Output::open() {
                Ok(output) => {
                    (told, missing) = (None, 0);
                    (self.report)(Report::Ready);
                    match self.serve(output) {
                        Ended::Device(error) => chain(&error),
                        Ended::Program => return,
                    }
                }
                Err(error) => chain(&error),
            };
            if told.as_ref() != Some(&why) {
                tracing::warn!(why, "no sound");
                (self.report)(Report::Missing(why.clone()));
                told = Some(why);
            }
            missing = missing.saturating_add(1);
            if !self.refuse_for(if missing > RETRY_SLOWLY.0 { RETRY_SLOWLY.1 } else { RETRY }) {
                return;
            }
        }
    }

    /// Plays what is asked for until the device or the program ends.
    fn serve(&mut self, mut output: Output) -> Ended {
        loop {
            let ended = match self.orders.recv_timeout(WATCH) {
                Ok((id, chime)) => {
                    let samples = chime.samples(output.rate(), self.peak);
                    let played = play(&mut output, &samples, || self.is_void(id));
                    let whole = matches!(played, Ok(true));
                    (self.report)(if whole { Report::Played(id) } else { Report::NotPlayed(id) });
                    played.map(|_| ())
                }
                Err(mpsc::RecvTimeoutError::Timeout) => output.watch(),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ended::Program,
            };
            if let Err(why) = ended {
                return Ended::Device(why);
            }
        }
    }

    fn is_void(&self, id: SoundId) -> bool {
        id.0 < self.void.load(Ordering::SeqCst)
    }

    /// Without a device: a gong that comes when the call is long over would only confuse. False when the
    /// program has ended.
    fn refuse_for(&mut self, span: Duration) -> bool {
        let end = Instant::now() + span;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.orders.recv_timeout(left) {
                Ok((id, _)) => (self.report)(Report::NotPlayed(id)),
                Err(mpsc::RecvTimeoutError::Timeout) => return true,
                Err(mpsc::RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

enum Ended {
    Device(SoundError),
    Program,
}

/// Plays to the end, unless it is to be silent before; or says why not.
fn play(output: &mut Output, samples: &[f32], is_void: impl Fn() -> bool) -> Result<bool, SoundError> {
    if is_void() {
        return Ok(false);
    }
    let voice = output.play(samples);
    while !voice.is_over() {
        if is_void() {
            voice.stop();
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(10));
        output.watch()?;
    }
    std::thread::sleep(BUFFERED + PAUSE);
    output.watch()?;
    Ok(true)
}

//! The loudspeaker: plays gongs one at a time, in order and whole, on a thread of its own. Without a device
//! it says so, tries again every few seconds, and what would have sounded meanwhile is not made up for.

use super::pacer::Pacer;
use crate::check::chain;
use crate::gong::{self, Chime};
use rodio::cpal::{self, ErrorKind, SampleFormat};
use rodio::{DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink, Player, buffer::SamplesBuffer, nz};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// A device that is missing is looked for again after this …
const RETRY: Duration = Duration::from_secs(3);
/// … and less often when it has been missing for so many times: libasound writes a line each time.
const RETRY_SLOWLY: (u32, Duration) = (20, Duration::from_secs(10));
/// How often an idle device is looked at.
const WATCH: Duration = Duration::from_secs(1);
/// A device that takes no samples for so long is gone.
const STALLED: Duration = Duration::from_secs(3);
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
}

impl Loudspeaker {
    /// Starts it at a volume in percent; `report` is called from its thread.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(volume: u8, report: impl FnMut(Report) + Send + 'static) -> std::io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let peak = gong::peak(volume);
        let booth = Booth { peak, orders: received, report: Box::new(report) };
        std::thread::Builder::new().name("sound".to_owned()).spawn(move || booth.run())?;
        Ok(Self { orders })
    }

    /// Plays this after all that was asked for before.
    pub fn play(&self, id: SoundId, chime: Chime) {
        if self.orders.send((id, chime)).is_err() {
            tracing::error!("the sound thread has ended");
        }
    }
}

/// Opens the default device once and closes it again; says what it is, for `--check`.
///
/// # Errors
/// There is none, or it cannot be opened.
pub fn probe() -> Result<String, SoundError> {
    let device = Device::open(Arc::default())?;
    let config = device.sink.config();
    Ok(format!("{} Hz, {} channels", config.sample_rate(), config.channel_count()))
}

/// Why there is no sound.
#[derive(Debug, thiserror::Error)]
pub enum SoundError {
    /// No device, or it cannot be opened.
    #[error("no sound device; check cable and power, `aplay -l`, and that this user is in the group `audio`")]
    Device(#[from] DeviceSinkError),
}

/// What the thread owns.
struct Booth {
    peak: f32,
    orders: mpsc::Receiver<(SoundId, Chime)>,
    report: Box<dyn FnMut(Report) + Send>,
}

impl Booth {
    fn run(mut self) {
        let mut told = None;
        let mut missing = 0_u32;
        loop {
            let lost: Arc<AtomicBool> = Arc::default();
            let why = match Device::open(Arc::clone(&lost)) {
                Ok(device) => {
                    (told, missing) = (None, 0);
                    tracing::info!(config = ?device.sink.config(), "sound device opened");
                    (self.report)(Report::Ready);
                    match self.serve(device) {
                        Ended::Device(why) => why,
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
    fn serve(&mut self, mut device: Device) -> Ended {
        loop {
            let ended = match self.orders.recv_timeout(WATCH) {
                Ok((id, chime)) => {
                    let played = device.play(&chime.samples(device.rate(), self.peak));
                    (self.report)(if played.is_ok() { Report::Played(id) } else { Report::NotPlayed(id) });
                    played
                }
                Err(mpsc::RecvTimeoutError::Timeout) => device.watch(),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ended::Program,
            };
            if let Err(why) = ended {
                return Ended::Device(why);
            }
        }
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
    Device(String),
    Program,
}

/// An open device.
struct Device {
    sink: MixerDeviceSink,
    lost: Arc<AtomicBool>,
    taken: Arc<AtomicU64>,
    /// What it had taken when it was last looked at, and since when.
    seen: (u64, Instant),
}

impl Device {
    fn open(lost: Arc<AtomicBool>) -> Result<Self, SoundError> {
        // 16 bit goes to every device as it is, and a recording of it can be read without guessing.
        let builder = DeviceSinkBuilder::from_default_device()?;
        let wanted = builder.with_sample_format(SampleFormat::I16).with_error_callback(listen(&lost));
        let mut sink = wanted.open_stream().or_else(|_| {
            DeviceSinkBuilder::from_default_device()?.with_error_callback(listen(&lost)).open_stream()
        })?;
        sink.log_on_drop(false);
        let config = *sink.config();
        let (pacer, taken) = Pacer::new(config.channel_count(), config.sample_rate());
        sink.mixer().add(pacer);
        Ok(Self { sink, lost, taken, seen: (0, Instant::now()) })
    }

    fn rate(&self) -> u32 {
        self.sink.config().sample_rate().get()
    }

    /// Plays to the end, or says why not.
    fn play(&mut self, samples: &[f32]) -> Result<(), String> {
        let player = Player::connect_new(self.sink.mixer());
        player.append(SamplesBuffer::new(nz!(1), self.sink.config().sample_rate(), samples));
        while !player.empty() {
            std::thread::sleep(Duration::from_millis(10));
            self.watch()?;
        }
        std::thread::sleep(BUFFERED + PAUSE);
        self.watch()
    }

    /// Whether it is still there.
    fn watch(&mut self) -> Result<(), String> {
        if self.lost.load(Ordering::Relaxed) {
            return Err("the sound device is gone; check cable and power".to_owned());
        }
        let taken = self.taken.load(Ordering::Relaxed);
        if taken != self.seen.0 {
            self.seen = (taken, Instant::now());
        } else if self.seen.1.elapsed() > STALLED {
            return Err("the sound device takes nothing; check cable and power".to_owned());
        }
        Ok(())
    }
}

/// Notes when the device is gone; a gap in the sound is not the end of it.
fn listen(lost: &Arc<AtomicBool>) -> impl FnMut(cpal::Error) + Send + 'static {
    let lost = Arc::clone(lost);
    move |error| {
        let passes =
            matches!(error.kind(), ErrorKind::Xrun | ErrorKind::DeviceChanged | ErrorKind::RealtimeDenied);
        if passes {
            tracing::debug!(%error, "sound was disturbed");
        } else if !lost.swap(true, Ordering::Relaxed) {
            tracing::warn!(%error, "the sound device failed");
        }
    }
}

//! The sound device: opened, watched, and known to be gone.

mod pacer;

use pacer::Pacer;
use rodio::cpal::{self, ErrorKind, SampleFormat};
use rodio::{DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink, Player, buffer::SamplesBuffer, nz};
use std::num::NonZero;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A device that takes no samples for so long is gone.
const STALLED: Duration = Duration::from_secs(3);

/// Why there is no sound.
#[derive(Debug, thiserror::Error)]
pub enum SoundError {
    /// No device, or it cannot be opened.
    #[error("no sound device; check cable and power, `aplay -l`, and that this user is in the group `audio`")]
    Device(#[from] DeviceSinkError),
    /// It was there.
    #[error("the sound device is gone; check cable and power")]
    Gone,
    /// It does not go on.
    #[error("the sound device takes nothing; check cable and power")]
    Stalled,
}

/// Opens the default device once and closes it again; says what it is, for `--check`.
///
/// # Errors
/// There is none, or it cannot be opened.
pub fn probe() -> Result<String, SoundError> {
    let output = Output::open()?;
    let config = output.sink.config();
    Ok(format!("{} Hz, {} channels", config.sample_rate(), config.channel_count()))
}

/// An open device. What is played on it sounds together.
pub struct Output {
    sink: MixerDeviceSink,
    lost: Arc<AtomicBool>,
    taken: Arc<AtomicU64>,
    /// What it had taken when it was last looked at, and since when.
    seen: (u64, Instant),
}

impl Output {
    /// Opens the default device.
    ///
    /// # Errors
    /// There is none, or it cannot be opened.
    pub fn open() -> Result<Self, SoundError> {
        let lost: Arc<AtomicBool> = Arc::default();
        // 16 bit goes to every device as it is, and a recording of it can be read without guessing.
        let builder = DeviceSinkBuilder::from_default_device()?;
        let wanted = builder.with_sample_format(SampleFormat::I16).with_error_callback(listen(&lost));
        let mut sink = wanted.open_stream().or_else(|_| {
            DeviceSinkBuilder::from_default_device()?.with_error_callback(listen(&lost)).open_stream()
        })?;
        sink.log_on_drop(false);
        let config = *sink.config();
        tracing::info!(?config, "sound device opened");
        let (pacer, taken) = Pacer::new(config.channel_count(), config.sample_rate());
        sink.mixer().add(pacer);
        Ok(Self { sink, lost, taken, seen: (0, Instant::now()) })
    }

    /// Samples a second.
    pub fn rate(&self) -> u32 {
        self.sink.config().sample_rate().get()
    }

    /// Begins to play one channel of samples in the device's rate.
    pub fn play(&self, samples: &[f32]) -> Voice {
        let voice = self.voice();
        voice.append(samples, self.rate());
        voice
    }

    /// Something that is played bit by bit, as it comes.
    pub fn voice(&self) -> Voice {
        Voice(Arc::new(Player::connect_new(self.sink.mixer())))
    }

    /// Whether it is still there.
    ///
    /// # Errors
    /// It is not.
    pub fn watch(&mut self) -> Result<(), SoundError> {
        if self.lost.load(Ordering::Relaxed) {
            return Err(SoundError::Gone);
        }
        let taken = self.taken.load(Ordering::Relaxed);
        if taken != self.seen.0 {
            self.seen = (taken, Instant::now());
        } else if self.seen.1.elapsed() > STALLED {
            return Err(SoundError::Stalled);
        }
        Ok(())
    }
}

/// Something that sounds until its end, or until it is stopped or dropped everywhere.
#[derive(Clone)]
pub struct Voice(Arc<Player>);

impl Voice {
    /// Goes on with one channel of samples at so many a second. At another rate than the device's the first hundredth of a
    /// second may be lost.
    pub fn append(&self, samples: &[f32], rate: u32) {
        let rate = NonZero::new(rate).unwrap_or(nz!(22_050));
        self.0.append(SamplesBuffer::new(nz!(1), rate, samples));
    }

    /// Whether all that was appended has been taken by the device.
    pub fn is_over(&self) -> bool {
        self.0.empty()
    }

    /// Makes it louder or quieter from now on; 1 is as it is.
    pub fn set_level(&self, level: f32) {
        self.0.set_volume(level);
    }

    /// Silence, at once.
    pub fn stop(&self) {
        self.0.stop();
    }

    /// Lets it sound to its end, whatever becomes of this.
    pub fn let_go(self) {
        if let Ok(player) = Arc::try_unwrap(self.0) {
            player.detach();
        }
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

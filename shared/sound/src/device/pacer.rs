//! Silence without end that keeps the device awake, counts, and never runs ahead of time.

use rodio::{ChannelCount, Sample, SampleRate, Source};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// A device may be this far ahead: its own buffer, and more.
const AHEAD: Duration = Duration::from_millis(500);

/// Mixed into all that is played. A television on HDMI swallows the beginning of a sound if nothing was
/// played before; a device that takes no more samples is gone, whether it says so or not; and one that takes
/// them faster than they sound (a file, ALSA's `null`) would otherwise fill the disk and use a whole core.
pub struct Pacer {
    channels: ChannelCount,
    rate: SampleRate,
    began: Instant,
    frames: u64,
    channel: u16,
    taken: Arc<AtomicU64>,
}

impl Pacer {
    /// One for a device with so many channels and samples a second, and the count of what it took.
    pub fn new(channels: ChannelCount, rate: SampleRate) -> (Self, Arc<AtomicU64>) {
        let taken = Arc::new(AtomicU64::new(0));
        let pacer =
            Self { channels, rate, began: Instant::now(), frames: 0, channel: 0, taken: Arc::clone(&taken) };
        (pacer, taken)
    }

    fn next_frame(&mut self) {
        self.frames += 1;
        if !self.frames.is_multiple_of(512) {
            return;
        }
        self.taken.store(self.frames, Ordering::Relaxed);
        let played = Duration::from_secs(self.frames) / self.rate.get();
        let ahead = played.saturating_sub(self.began.elapsed());
        if ahead > AHEAD {
            std::thread::sleep(ahead - AHEAD / 2);
        } else if ahead.is_zero() {
            // The device stood still for a while; it may not run ahead to make up for that.
            self.began = Instant::now();
            self.frames = 0;
        }
    }
}

impl Iterator for Pacer {
    type Item = Sample;

    fn next(&mut self) -> Option<Sample> {
        self.channel += 1;
        if self.channel == self.channels.get() {
            self.channel = 0;
            self.next_frame();
        }
        Some(0.0)
    }
}

impl Source for Pacer {
    fn current_span_len(&self) -> Option<usize> {
        None
    }

    fn channels(&self) -> ChannelCount {
        self.channels
    }

    fn sample_rate(&self) -> SampleRate {
        self.rate
    }

    fn total_duration(&self) -> Option<Duration> {
        None
    }
}

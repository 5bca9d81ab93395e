//! A loudspeaker that is listened to: ALSA's file sink into a pipe, which can be plugged in and out.

use std::f64::consts::TAU;
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

const RATE: f64 = 44_100.0;

/// A quarter of a second: as much more is recorded between two looks for a sound.
const LOOK_BYTES: usize = 44_100;

/// A sound device made of a pipe, and an ear at its other end.
pub struct Loudspeaker {
    config: PathBuf,
    pipe: File,
    heard: Arc<Heard>,
    ear: Option<JoinHandle<()>>,
}

/// All bytes so far, and a word whenever there are more.
#[derive(Default)]
struct Heard {
    bytes: Mutex<(Vec<u8>, bool)>,
    more: Condvar,
}

impl Heard {
    /// Hears until it is told to end.
    fn listen(&self, mut pipe: File) {
        let mut chunk = [0; 65_536];
        while let Ok(count) = pipe.read(&mut chunk) {
            let mut heard = self.bytes.lock().unwrap();
            if heard.1 {
                return;
            }
            heard.0.extend(&chunk[..count]);
            self.more.notify_all();
        }
    }
}

/// A sound in the recording.
#[derive(Debug)]
pub struct Gong {
    /// From the first to the last audible sample.
    pub seconds: f64,
    /// The loudest sample, 0–1.
    pub peak: f64,
    high: f64,
    low: f64,
}

impl Gong {
    /// Whether it falls from E5 to C5, as a call does.
    pub fn is_call(&self) -> bool {
        self.high > 0.01 && self.low > 0.01
    }
}

impl Loudspeaker {
    /// One that is there.
    pub fn recording(folder: &Path) -> Self {
        let speaker = Self::missing(folder);
        speaker.plug_in();
        speaker
    }

    /// One that is not there.
    pub fn missing(folder: &Path) -> Self {
        let (config, path) = (folder.join("asound.conf"), folder.join("sound.pipe"));
        std::fs::write(&config, "# no device\n").unwrap();
        assert!(Command::new("mkfifo").arg(&path).status().unwrap().success());
        // Open at both ends, it neither waits for a device nor ends with one.
        let pipe = OpenOptions::new().read(true).write(true).open(path).unwrap();
        let heard = Arc::new(Heard::default());
        let (ear, end) = (Arc::clone(&heard), pipe.try_clone().unwrap());
        let ear = std::thread::spawn(move || ear.listen(end));
        Self { config, pipe, heard, ear: Some(ear) }
    }

    /// From now on there is one. A pipe to a program stands in for the cable.
    pub fn plug_in(&self) {
        let (pipe, pid) = (self.config.with_file_name("sound.pipe"), self.pid().display().to_string());
        let pipe = pipe.display();
        let text = format!(
            "pcm.!default {{ type plug slave {{ pcm \"record\" format S16_LE rate 44100 channels 2 }} }}\n\
             pcm.record {{ type file slave.pcm \"null\" file \"|sh -c 'echo $$ > {pid}; exec cat > {pipe}'\" format \"raw\" }}\n\
             pcm.null {{ type null }}\n"
        );
        std::fs::write(&self.config, text).unwrap();
    }

    /// From now on there is none.
    pub fn unplug(&self) {
        std::fs::write(&self.config, "# no device any more\n").unwrap();
        let pid = std::fs::read_to_string(self.pid()).unwrap();
        let ended = Command::new("kill").arg(pid.trim()).status().unwrap();
        assert!(ended.success());
    }

    fn pid(&self) -> PathBuf {
        self.config.with_file_name("recorder.pid")
    }

    /// For `ALSA_CONFIG_PATH`.
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// How long the recording is.
    pub fn seconds(&self) -> f64 {
        self.samples().len() as f64 / RATE
    }

    /// Waits for so many sounds.
    pub fn sounds_within(&self, limit: Duration, count: usize) {
        let end = Instant::now() + limit;
        while self.gongs().len() < count {
            let heard = self.heard.bytes.lock().unwrap();
            let enough = heard.0.len() + LOOK_BYTES;
            let left = end.saturating_duration_since(Instant::now());
            let more = self.heard.more.wait_timeout_while(heard, left, |heard| heard.0.len() < enough);
            assert!(!more.unwrap().1.timed_out(), "waited {limit:?} for {count} sounds");
        }
    }

    /// All sounds, parted by at least 0.2 s of silence, of which the last one has ended.
    pub fn gongs(&self) -> Vec<Gong> {
        let samples = self.samples();
        let gap = (RATE * 0.2) as usize;
        let mut spans: Vec<(usize, usize)> = Vec::new();
        let audible = samples.iter().enumerate().filter(|(_, sample)| sample.abs() > 0.0005);
        for (index, _) in audible {
            match spans.last_mut() {
                Some(span) if index - span.1 < gap => span.1 = index,
                Some(_) | None => spans.push((index, index)),
            }
        }
        let ended = spans.into_iter().filter(|span| span.1 + gap < samples.len());
        ended.map(|(from, to)| gong(&samples[from..=to])).collect()
    }

    fn samples(&self) -> Vec<f64> {
        let bytes = self.heard.bytes.lock().unwrap().0.clone();
        bytes
            .chunks_exact(4)
            .map(|frame| f64::from(i16::from_le_bytes([frame[0], frame[1]])) / 32768.0)
            .collect()
    }
}

impl Drop for Loudspeaker {
    fn drop(&mut self) {
        if let Ok(mut heard) = self.heard.bytes.lock() {
            heard.1 = true;
        }
        // Wakes the ear, which then ends.
        let _ = self.pipe.write_all(&[0; 4]);
        if let Some(ear) = self.ear.take() {
            let _ = ear.join();
        }
    }
}

fn gong(samples: &[f64]) -> Gong {
    let peak = samples.iter().fold(0.0_f64, |peak, sample| peak.max(sample.abs()));
    let seconds = samples.len() as f64 / RATE;
    Gong { seconds, peak, high: level(samples, 659.255), low: level(samples, 523.251) }
}

/// The level of one frequency (Goertzel), 0–1.
fn level(samples: &[f64], frequency: f64) -> f64 {
    let factor = 2.0 * (TAU * frequency / RATE).cos();
    let (mut one, mut two) = (0.0, 0.0);
    for sample in samples {
        (one, two) = (sample + factor * one - two, one);
    }
    2.0 * (one * one + two * two - factor * one * two).sqrt() / samples.len() as f64
}

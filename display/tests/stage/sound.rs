//! A loudspeaker that is listened to: ALSA's file sink into a pipe, which can be plugged in and out.

use foyer_voice::recorded::{Expected, Found, RATE, found};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Condvar, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

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
        self.samples().len() as f64 / f64::from(RATE)
    }

    /// Waits until all of these were heard; answers them and nothing else in the order in which they began.
    pub fn hears_within(&self, limit: Duration, expected: &[Expected]) -> Vec<Found> {
        let end = Instant::now() + limit;
        loop {
            let found = self.heard(expected);
            let is_there = |one: &Expected| found.iter().any(|found| found.name == one.name);
            if expected.iter().all(is_there) {
                return found;
            }
            let heard = self.heard.bytes.lock().unwrap();
            let enough = heard.0.len() + LOOK_BYTES;
            let left = end.saturating_duration_since(Instant::now());
            let more = self.heard.more.wait_timeout_while(heard, left, |heard| heard.0.len() < enough);
            let missing: Vec<&str> =
                expected.iter().filter(|one| !is_there(one)).map(|one| one.name.as_str()).collect();
            assert!(!more.unwrap().1.timed_out(), "waited {limit:?} for {missing:?}; heard {found:#?}");
        }
    }

    /// Those of the expected sounds that were heard to their end, as often as they were.
    pub fn heard(&self, expected: &[Expected]) -> Vec<Found> {
        found(&self.samples(), expected)
    }

    fn samples(&self) -> Vec<f32> {
        let bytes = self.heard.bytes.lock().unwrap().0.clone();
        let sample = |frame: &[u8]| f32::from(i16::from_le_bytes([frame[0], frame[1]])) / 32768.0;
        bytes.chunks_exact(4).map(sample).collect()
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

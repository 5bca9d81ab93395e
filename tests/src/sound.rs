//! A loudspeaker that records: an ALSA file sink, for programs that play through the default device.

use anyhow::{Context, Result};
use foyer_voice::recorded::{self, Expected, Found};
use std::path::{Path, PathBuf};

/// A recording loudspeaker.
pub struct Recorder {
    config: PathBuf,
    raw: PathBuf,
}

impl Recorder {
    /// Prepares one in `folder`; give [`Self::config`] to the program as `ALSA_CONFIG_PATH`.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn new(folder: &Path) -> Result<Self> {
        let (config, raw) = (folder.join("asound.conf"), folder.join("sound.raw"));
        // Format is fixed so that the samples can be read without guessing; `null` paces nothing, so
        // silence between sounds is long.
        let text = format!(
            "pcm.!default {{ type plug slave {{ pcm \"file\" format S16_LE rate 44100 channels 2 }} }}\n\
             pcm.file {{ type file slave.pcm \"null\" file \"{}\" format \"raw\" }}\n\
             pcm.null {{ type null }}\n\
             ctl.!default {{ type hw card 0 }}\n",
            raw.display()
        );
        std::fs::write(&config, text)?;
        Ok(Self { config, raw })
    }

    /// The value for `ALSA_CONFIG_PATH`.
    pub fn config(&self) -> &Path {
        &self.config
    }

    /// The loudest sample so far, 0 to 1; 0 if nothing was played.
    ///
    /// # Errors
    /// The recording cannot be read.
    pub fn peak(&self) -> Result<f32> {
        Ok(self.samples()?.iter().fold(0.0, |peak, sample| sample.abs().max(peak)))
    }

    /// Those of the expected sounds that were heard to their end, in order.
    ///
    /// # Errors
    /// The recording cannot be read.
    pub fn heard(&self, expected: &[Expected]) -> Result<Vec<Found>> {
        Ok(recorded::found(&self.samples()?, expected))
    }

    /// All samples of the left channel, 44,100 a second.
    ///
    /// # Errors
    /// The recording cannot be read.
    pub fn samples(&self) -> Result<Vec<f32>> {
        let bytes = match std::fs::read(&self.raw) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(error).context("the recording"),
        };
        let left = |frame: &[u8]| f32::from(i16::from_le_bytes([frame[0], frame[1]])) / 32768.0;
        Ok(bytes.chunks_exact(4).map(left).collect())
    }
}

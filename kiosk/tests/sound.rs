//! What really comes out of the loudspeaker: the program plays into a device that records.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use foyer_voice::strike::level_of;
use std::path::Path;
use std::process::{Command, Output};

const RATE: u32 = 44_100;

/// A device made of a file: one channel is as good as two.
fn device(folder: &Path) -> std::path::PathBuf {
    let (config, raw) = (folder.join("asound.conf"), folder.join("sound.raw"));
    let text = format!(
        "pcm.!default {{ type plug slave {{ pcm \"file\" format S16_LE rate {RATE} channels 1 }} }}\n\
         pcm.file {{ type file slave.pcm \"null\" file \"{}\" format \"raw\" }}\n\
         pcm.null {{ type null }}\n",
        raw.display()
    );
    std::fs::write(&config, text).unwrap();
    config
}

fn played(folder: &Path) -> Vec<f32> {
    let bytes = std::fs::read(folder.join("sound.raw")).unwrap_or_default();
    bytes.chunks_exact(2).map(|two| f32::from(i16::from_le_bytes([two[0], two[1]])) / 32_768.0).collect()
}

/// 40 ms of samples.
const PART: usize = RATE as usize / 25;

/// The pitches of the tones in the order in which the program plays them: read, accepted, please look, key, far away,
/// near.
const TONES: [f32; 9] = [783.99, 1_046.5, 523.25, 659.26, 783.99, 587.33, 1_318.5, 440.0, 739.99];

/// The pitch that sounds loudest in each part of 40 ms, where one clearly does; the one before rings on.
fn pitches(samples: &[f32]) -> Vec<Option<f32>> {
    let clear = |part: &[f32]| {
        let mut levels = TONES.map(|pitch| (level_of(part, RATE, pitch), pitch));
        levels.sort_by(|one, other| other.0.total_cmp(&one.0));
        let next = levels.iter().find(|level| level.1 != levels[0].1)?;
        (levels[0].0 > 0.02 && levels[0].0 > 1.2 * next.0).then_some(levels[0].1)
    };
    samples.chunks_exact(PART).map(clear).collect()
}

/// Where each of the tones is heard if all of them are, one after the other, in samples. Their distances are not looked at: a
/// machine that has other things to do hands parts over late, and the device then records them closer together.
fn places_of_tones(samples: &[f32]) -> Vec<usize> {
    let (heard, mut places, mut from) = (pitches(samples), Vec::new(), 0);
    for tone in TONES {
        let Some(at) = heard[from..].iter().position(|pitch| *pitch == Some(tone)) else { break };
        from += at;
        places.push(from * PART);
    }
    places
}

fn kiosk(folder: &Path, alsa: &Path, speech: &str) -> Output {
    let config = folder.join("kiosk.toml");
    let text = format!(
        "languages = [\"de\", \"ar\"]\n[lobby]\nurl = \"http://127.0.0.1:9\"\n[data]\ndir = \"{}\"\n[printer]\n\
         kind = \"file\"\npath = \"{}\"\n[sound]\nvolume = 10\n{speech}",
        folder.display(),
        folder.join("paper").display()
    );
    std::fs::write(&config, text).unwrap();
    let program = env!("CARGO_BIN_EXE_foyer-kiosk");
    let mut command = Command::new(program);
    command.arg("--config").arg(config).arg("sound").env("ALSA_CONFIG_PATH", alsa);
    command.output().unwrap()
}

#[test]
fn every_tone_and_voice_comes_out_of_the_loudspeaker() {
    let folder = tempfile::tempdir().unwrap();
    let alsa = device(folder.path());
    let output = kiosk(folder.path(), &alsa, "");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}\n{}", String::from_utf8_lossy(&output.stderr));
    assert!(said.contains("de: Ihre Nummer. A, null, eins, sieben."), "{said}");
    let samples = played(folder.path());
    assert!(said.contains("\nar: "), "{said}");
    let places = places_of_tones(&samples);
    assert_eq!(places.len(), TONES.len(), "only these were heard: {:?}", &TONES[..places.len()]);
    // The first tone ends where the second begins.
    let peak = samples[..places[2]].iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
    assert!((0.9..=1.0).contains(&peak), "{peak}");
    let voices = &samples[places[TONES.len() - 1] + PART..];
    let spoken = voices.chunks(PART).filter(|part| part.iter().any(|sample| sample.abs() >= 0.01));
    assert!(spoken.count() > 6 * 25, "two tickets take more than six seconds to say");
}

#[test]
fn without_a_device_or_a_voice_it_says_so_and_ends() {
    let folder = tempfile::tempdir().unwrap();
    let none = folder.path().join("none.conf");
    std::fs::write(&none, "# no device\n").unwrap();
    let output = kiosk(folder.path(), &none, "");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("no sound device"));
    let alsa = device(folder.path());
    let output = kiosk(folder.path(), &alsa, "[speech]\nprogram = \"/no/such/program\"\n");
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("no voice"));
}

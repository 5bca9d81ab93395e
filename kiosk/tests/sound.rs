//! What really comes out of the loudspeaker: the program plays into a device that records.

#![allow(clippy::unwrap_used, reason = "a test that cannot be set up has failed")]

use foyer_sound::strike::level_of;
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

/// Parts of a recording that are parted by a fifth of a second of silence.
fn sounds(samples: &[f32]) -> Vec<&[f32]> {
    let gap = RATE as usize / 5;
    let mut found = Vec::new();
    let (mut from, mut last) = (None, 0);
    for (at, sample) in samples.iter().enumerate() {
        if sample.abs() >= 0.002 {
            from.get_or_insert(at);
            last = at;
        } else if at - last > gap
            && let Some(begin) = from.take()
        {
            found.push(&samples[begin..=last]);
        }
    }
    found.extend(from.map(|begin| &samples[begin..=last]));
    found
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Note {
    G5,
    C6,
}

/// The notes of a sound in their order, each once however long it sounds: a machine that has other things to do may
/// hand over a part late, and the device then records a gap.
fn notes(sound: &[f32]) -> Vec<Note> {
    let clearly = |part: &[f32]| {
        let [low, high] = [783.99, 1_046.5].map(|pitch| level_of(part, RATE, pitch));
        let louder = |one: f32, other: f32| one > 2.0 * other && one > 0.02;
        if louder(low, high) { Some(Note::G5) } else { louder(high, low).then_some(Note::C6) }
    };
    let mut notes: Vec<_> = sound.chunks_exact(RATE as usize / 40).filter_map(clearly).collect();
    notes.dedup();
    notes
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
    let sounds = sounds(&samples);
    assert!(sounds.len() >= 8, "six tones and two voices, {} sounds", sounds.len());
    let peak = |sound: &[f32]| sound.iter().fold(0.0_f32, |peak, sample| peak.max(sample.abs()));
    assert!((0.9..=1.0).contains(&peak(sounds[0])), "{}", peak(sounds[0]));
    assert_eq!(notes(sounds[0]), [Note::G5, Note::C6], "a read rises");
    let spoken: usize = sounds[6..].iter().map(|sound| sound.len()).sum();
    assert!(spoken > 6 * RATE as usize, "two tickets take {} s", spoken / RATE as usize);
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

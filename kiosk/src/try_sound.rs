//! `foyer-kiosk sound`: whoever sets a terminal up hears everything that it can let be heard.

use crate::config::Config;
use crate::device::sound::{Handle, Order, State};
use crate::hearing::{Sound, Speech};
use crate::speech::{self, Pace, Utterance};
use crate::tones::{Nearness, Tone};
use foyer_text::Language;
use std::io::Write;
use std::path::Path;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;

/// Device and voices answer within this, or not at all.
const ANSWERS_WITHIN: Duration = Duration::from_secs(8);
/// No ticket takes longer to say.
const SAID_WITHIN: Duration = Duration::from_secs(60);
/// Between two sounds.
const PAUSE: Duration = Duration::from_millis(400);

/// Plays and says everything; whether that was possible. Without a configuration the usual one is taken.
pub fn run(path: &Path, out: &mut impl Write) -> std::io::Result<bool> {
    let (sound, speech, languages) = match Config::load(path) {
        Ok(config) => (config.sound, config.speech, config.languages),
        Err(_) => (Sound::default(), Speech::default(), Language::ALL.to_vec()),
    };
    let waiting = tokio::runtime::Builder::new_current_thread().enable_time().build()?;
    let handle = Handle::start(speech.program, languages.clone())?;
    let mut state = handle.state();
    let known = waiting.block_on(until(&mut state, ANSWERS_WITHIN, |state| {
        state.has_device.is_some() && state.has_voice.is_some()
    }));
    let (device, voice) = (known.has_device == Some(true), known.has_voice == Some(true));
    if !device {
        writeln!(out, "no sound device: see `foyer-kiosk --check`")?;
        return Ok(false);
    }
    let guide = |step| Tone::Guide(Nearness { size: step, middle: step });
    let tones = [
        ("read", Tone::Read),
        ("accepted", Tone::Accepted),
        ("please look", Tone::Look),
        ("key", Tone::Key),
        ("far away", guide(0)),
        ("near", guide(Nearness::BEST)),
    ];
    for (name, tone) in tones {
        writeln!(out, "{name}")?;
        handle.order(Order::Play(tone, sound.volume));
        let length = Duration::from_secs_f32(tone.seconds()) + PAUSE;
        waiting.block_on(async { tokio::time::sleep(length).await });
    }
    if !voice {
        writeln!(out, "no voice: see `foyer-kiosk --check`")?;
        return Ok(false);
    }
    for (language, id) in languages.into_iter().zip(1..) {
        let text = speech::sample_ticket(language);
        writeln!(out, "{}: {text}", language.tag())?;
        handle.order(Order::Say(Utterance { id, language, pace: Pace::Usual, text }, sound.volume));
        let said = waiting.block_on(until(&mut state, SAID_WITHIN, |state| state.ended >= id));
        if said.ended < id {
            writeln!(out, "not said within {} s", SAID_WITHIN.as_secs())?;
            return Ok(false);
        }
    }
    Ok(true)
}

/// The state when this holds of it, or as it is when the time is over.
async fn until(
    state: &mut watch::Receiver<State>,
    limit: Duration,
    mut holds: impl FnMut(&State) -> bool,
) -> State {
    let waiting = timeout(limit, state.wait_for(|state| holds(state))).await;
    drop(waiting);
    *state.borrow()
}

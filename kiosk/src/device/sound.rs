//! The loudspeaker, or the headset: sounds at once, speech one text at a time, on a thread of its own. Without a device
//! the kiosk does everything else; one that comes later is opened.

use super::voice::Saying;
use crate::speech::Utterance;
use crate::tones::Tone;
use foyer_sound::{Output, SoundError};
use foyer_text::Language;
use foyer_voice::{espeak, peak};
use std::path::PathBuf;
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;
use std::time::{Duration, Instant};
use tokio::sync::watch;

/// A device that is missing is looked for again after this …
const RETRY: Duration = Duration::from_secs(3);
/// … and less often when it has been missing for so many times: libasound writes a line each time.
const RETRY_SLOWLY: (u32, Duration) = (20, Duration::from_secs(10));
/// How often an idle device is looked at …
const WATCH: Duration = Duration::from_secs(1);
/// … and how often one that speaks: the end must be known soon.
const WATCH_SPEECH: Duration = Duration::from_millis(40);
/// Nothing that a screen says takes longer; a voice that does has failed.
const LONGEST_SPEECH: Duration = Duration::from_secs(240);

/// What the loudspeaker is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Order {
    /// This sound, now, at this volume (0–10).
    Play(Tone, u8),
    /// These words in place of any others, at this volume (0–10).
    Say(Utterance, u8),
    /// What is being said goes on at this volume (0–10).
    Level(u8),
    /// No more words.
    Hush,
}

/// How the loudspeaker is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct State {
    /// Whether there is a device; `None` until that is known.
    pub has_device: Option<bool>,
    /// Whether there is a voice for every language; `None` until that is known.
    pub has_voice: Option<bool>,
    /// The last utterance that has ended, however it did.
    pub ended: u64,
}

/// A running loudspeaker; its thread ends when all of these are dropped.
#[derive(Debug, Clone)]
pub struct Handle {
    orders: mpsc::Sender<Order>,
    state: watch::Receiver<State>,
}

impl Handle {
    /// Starts it with the program that gives it a voice.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(program: PathBuf, languages: Vec<Language>) -> std::io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let (told, state) = watch::channel(State::default());
        let booth = Booth { program, orders: received, state: told };
        thread::Builder::new().name("sound".to_owned()).spawn(move || booth.run(&languages))?;
        Ok(Self { orders, state })
    }

    /// Asks for something.
    pub fn order(&self, order: Order) {
        if self.orders.send(order).is_err() {
            tracing::error!("the sound thread has ended");
        }
    }

    /// How it is, now and from now on.
    pub fn state(&self) -> watch::Receiver<State> {
        self.state.clone()
    }
}

/// The level of a volume of 0–10.
fn level(volume: u8) -> f32 {
    peak(volume.saturating_mul(10))
}

/// What the thread owns.
struct Booth {
    program: PathBuf,
    orders: mpsc::Receiver<Order>,
    state: watch::Sender<State>,
}

/// Words under way.
struct Speech {
    id: u64,
    saying: Saying,
    began: Instant,
}

enum Ended {
    Device(SoundError),
    Program,
}

impl Booth {
    fn run(self, languages: &[Language]) {
        self.look_for_voice(languages);
        let mut missing = 0_u32;
        loop {
            let error = match Output::open() {
                Ok(output) => {
                    missing = 0;
                    self.tell(|state| state.has_device = Some(true));
                    match self.serve(output) {
                        Ended::Device(error) => error,
                        Ended::Program => return,
                    }
                }
                Err(error) => error,
            };
            if missing == 0 {
                tracing::warn!(error = &error as &dyn std::error::Error, "no sound");
            }
            self.tell(|state| state.has_device = Some(false));
            missing = missing.saturating_add(1);
            if !self.refuse_for(if missing > RETRY_SLOWLY.0 { RETRY_SLOWLY.1 } else { RETRY }) {
                return;
            }
        }
    }

    fn look_for_voice(&self, languages: &[Language]) {
        let found = espeak::probe(&self.program, languages);
        if let Err(why) = &found {
            tracing::warn!(why, "nothing can be read aloud");
        }
        self.tell(|state| state.has_voice = Some(found.is_ok()));
    }

    fn tell(&self, change: impl FnOnce(&mut State)) {
        self.state.send_if_modified(|state| {
            let before = *state;
            change(state);
            *state != before
        });
    }

    /// Does what is asked for until the device or the program ends.
    fn serve(&self, mut output: Output) -> Ended {
        let mut speech: Option<Speech> = None;
        let ended = loop {
            let wait = if speech.is_some() { WATCH_SPEECH } else { WATCH };
            match self.orders.recv_timeout(wait) {
                Ok(order) => self.obey(order, &output, &mut speech),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break Ended::Program,
            }
            let over =
                |speech: &mut Speech| speech.saying.is_over() || speech.began.elapsed() > LONGEST_SPEECH;
            self.end(speech.take_if(over));
            if let Err(error) = output.watch() {
                break Ended::Device(error);
            }
        };
        self.end(speech);
        ended
    }

    fn obey(&self, order: Order, output: &Output, speech: &mut Option<Speech>) {
        match order {
            Order::Play(tone, volume) => output.play(&tone.samples(output.rate(), level(volume))).let_go(),
            Order::Say(utterance, volume) => {
                self.end(speech.take());
                let playing = output.voice();
                playing.set_level(level(volume));
                match Saying::begin(&self.program, &utterance, playing) {
                    Ok(saying) => *speech = Some(Speech { id: utterance.id, saying, began: Instant::now() }),
                    Err(error) => {
                        tracing::warn!(%error, "the voice cannot be started");
                        self.tell(|state| {
                            state.has_voice = Some(false);
                            state.ended = utterance.id;
                        });
                    }
                }
            }
            Order::Level(volume) => {
                if let Some(speech) = speech {
                    speech.saying.set_level(level(volume));
                }
            }
            Order::Hush => self.end(speech.take()),
        }
    }

    fn end(&self, speech: Option<Speech>) {
        if let Some(Speech { id, saying, .. }) = speech {
            drop(saying);
            self.tell(|state| state.ended = id);
        }
    }

    /// Without a device: a sound that comes when its moment is over would only confuse. False when the program has
    /// ended.
    fn refuse_for(&self, span: Duration) -> bool {
        let end = Instant::now() + span;
        loop {
            match self.orders.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(Order::Say(utterance, _)) => self.tell(|state| state.ended = utterance.id),
                Ok(Order::Play(..) | Order::Level(_) | Order::Hush) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

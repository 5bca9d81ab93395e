//! The loudspeaker: plays announcements one at a time, in order and whole, on a thread of its own: a gong, then words.
//! Without a device it says so, tries again every few seconds, and what would have sounded meanwhile is not made up for.

use super::voice::{Coming, Voice};
use crate::check::chain;
use foyer_sound::{Output, SoundError};
use foyer_text::Language;
use foyer_voice::level::loudness;
use foyer_voice::{Announcement, Chime, Detail, peak};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

/// A device that is missing is looked for again after this …
const RETRY: Duration = Duration::from_secs(3);
/// … and less often when it has been missing for so many times: libasound writes a line each time.
const RETRY_SLOWLY: (u32, Duration) = (20, Duration::from_secs(10));
/// How often an idle device is looked at.
const WATCH: Duration = Duration::from_secs(1);
/// What a device may hold in its own buffer when the last sample has been taken.
const BUFFERED: Duration = Duration::from_millis(120);
/// After an announcement …
const PAUSE: Duration = Duration::from_millis(250);
/// … and before each sentence of it, from the moment at which the device has taken what comes before.
const BREATH: Duration = Duration::from_millis(350);
/// A voice that failed is tried again with an announcement after so long.
const VOICE_RETRY: Duration = Duration::from_secs(60);

/// Which announcement, as the caller counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SoundId(pub u64);

/// What the loudspeaker says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Report {
    /// A device is there.
    Ready,
    /// None is there; why, for staff.
    Missing(String),
    /// There is a voice.
    VoiceReady,
    /// There is none, or it failed; why, for staff. The gong sounds alone.
    VoiceMissing(String),
    /// Played to the end.
    Played(SoundId),
    /// Not played, or not to the end.
    NotPlayed(SoundId),
}

/// Something to announce.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Which.
    pub id: SoundId,
    /// What.
    pub said: Announcement,
    /// How much of it.
    pub detail: Detail,
    /// In percent; see [`peak`].
    pub volume: u8,
}

/// A running loudspeaker. Dropping it ends the sound.
#[derive(Debug)]
pub struct Loudspeaker {
    orders: mpsc::Sender<Order>,
    /// What comes after the newest order.
    next: AtomicU64,
    /// What was ordered before this one stays silent.
    void: Arc<AtomicU64>,
}

impl Loudspeaker {
    /// Starts it, with a voice where there is to be one; `report` is called from its thread.
    ///
    /// # Errors
    /// The system gives no thread.
    pub fn start(voice: Option<Voice>, report: impl FnMut(Report) + Send + 'static) -> std::io::Result<Self> {
        let (orders, received) = mpsc::channel();
        let void: Arc<AtomicU64> = Arc::default();
        let booth = Booth {
            voice,
            voice_failed: None,
            orders: received,
            void: Arc::clone(&void),
            report: Box::new(report),
        };
        std::thread::Builder::new().name("sound".to_owned()).spawn(move || booth.run())?;
        Ok(Self { orders, next: AtomicU64::new(0), void })
    }

    /// Announces this after all that was asked for before.
    pub fn play(&self, order: Order) {
        self.next.fetch_max(order.id.0 + 1, Ordering::SeqCst);
        if self.orders.send(order).is_err() {
            tracing::error!("the sound thread has ended");
        }
    }

    /// Silence at once: what is sounding stops, and what was asked for before is not played.
    pub fn silence(&self) {
        self.void.fetch_max(self.next.load(Ordering::SeqCst), Ordering::SeqCst);
    }
}

/// What the thread owns.
struct Booth {
    voice: Option<Voice>,
    /// When the voice failed last, until it speaks again.
    voice_failed: Option<Instant>,
    orders: mpsc::Receiver<Order>,
    void: Arc<AtomicU64>,
    report: Box<dyn FnMut(Report) + Send>,
}

impl Booth {
    fn run(mut self) {
        self.look_for_voice();
        let mut told = None;
        let mut missing = 0_u32;
        loop {
            let why = match Output::open() {
                Ok(output) => {
                    (told, missing) = (None, 0);
                    (self.report)(Report::Ready);
                    match self.serve(output) {
                        Ended::Device(error) => chain(&error),
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
    fn serve(&mut self, mut output: Output) -> Ended {
        loop {
            let ended = match self.orders.recv_timeout(WATCH) {
                Ok(order) => {
                    let played = self.announce(&mut output, &order);
                    let whole = matches!(played, Ok(true));
                    (self.report)(if whole { Report::Played(order.id) } else { Report::NotPlayed(order.id) });
                    played.map(|_| ())
                }
                Err(mpsc::RecvTimeoutError::Timeout) => output.watch(),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ended::Program,
            };
            if let Err(why) = ended {
                return Ended::Device(why);
            }
        }
    }

    fn look_for_voice(&mut self) {
        let Some(voice) = &self.voice else { return };
        match voice.probe(Language::ALL) {
            Ok(_) => (self.report)(Report::VoiceReady),
            Err(why) => self.miss_voice(why),
        }
    }

    fn miss_voice(&mut self, why: String) {
        if self.voice_failed.replace(Instant::now()).is_none() {
            tracing::warn!(why, "announcements have no words");
        }
        (self.report)(Report::VoiceMissing(why));
    }

    /// The gong, then the words; whether all of it was played.
    fn announce(&mut self, output: &mut Output, order: &Order) -> Result<bool, SoundError> {
        let level = peak(order.volume);
        let gong = order.said.chime(order.detail).samples(output.rate(), level);
        let mut words = self.words(order, output.rate(), level);
        let void = (Arc::clone(&self.void), order.id);
        let is_void = || void.1.0 < void.0.load(Ordering::SeqCst);
        if !play(output, &gong, is_void)? {
            return Ok(false);
        }
        while let Some(sentence) = words.as_mut().and_then(Coming::sentence) {
            match sentence {
                Ok(sound) => {
                    std::thread::sleep(BREATH);
                    if !play(output, &sound.samples, is_void)? {
                        return Ok(false);
                    }
                    if self.voice_failed.take().is_some() {
                        (self.report)(Report::VoiceReady);
                    }
                }
                // Whoever is called was told by the gong and the picture.
                Err(why) => self.miss_voice(why),
            }
        }
        std::thread::sleep(BUFFERED + PAUSE);
        output.watch()?;
        Ok(true)
    }

    /// Begins to make the words, where there are any.
    fn words(&self, order: &Order, rate: u32, level: f32) -> Option<Coming> {
        let rests = self.voice_failed.is_some_and(|failed| failed.elapsed() < VOICE_RETRY);
        let voice = self.voice.as_ref().filter(|_| !rests && order.volume > 0)?;
        // As loud as a call's gong, whatever gong comes before it.
        let loudness = loudness(&Chime::Call.samples(rate, level), rate);
        Some(voice.make(order.said.sentences(order.detail), rate, loudness))
    }

    /// Without a device: a gong that comes when the call is long over would only confuse. False when the
    /// program has ended.
    fn refuse_for(&mut self, span: Duration) -> bool {
        let end = Instant::now() + span;
        loop {
            let left = end.saturating_duration_since(Instant::now());
            match self.orders.recv_timeout(left) {
                Ok(order) => (self.report)(Report::NotPlayed(order.id)),
                Err(mpsc::RecvTimeoutError::Timeout) => return true,
                Err(mpsc::RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

enum Ended {
    Device(SoundError),
    Program,
}

/// Plays to the end, unless it is to be silent before; or says why not.
fn play(output: &mut Output, samples: &[f32], is_void: impl Fn() -> bool) -> Result<bool, SoundError> {
    if is_void() {
        return Ok(false);
    }
    let voice = output.play(samples);
    while !voice.is_over() {
        if is_void() {
            voice.stop();
            return Ok(false);
        }
        std::thread::sleep(Duration::from_millis(10));
        output.watch()?;
    }
    Ok(true)
}

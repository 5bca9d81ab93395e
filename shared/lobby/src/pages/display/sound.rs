//! `POST /display/sound`: what a page is to play, made by the same voice and at the same levels as the program's.

use crate::api::auth::{Body, Terminal};
use crate::config::SpeechSettings;
use crate::error::ApiError;
use crate::lobby::Lobby;
use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use foyer_domain::office::Localized;
use foyer_domain::ticket::TicketNumber;
use foyer_text::Language;
use foyer_voice::espeak::spoken;
use foyer_voice::level::loudness;
use foyer_voice::{Announcement, Chime, Detail, Sound, VoiceError, peak};
use serde::Deserialize;
use std::io::Cursor;
use std::time::Duration;
use tokio::sync::Semaphore;

/// Samples a second.
const RATE: u32 = 44_100;
/// Silence before each sentence.
const BREATH: Duration = Duration::from_millis(350);
/// A sentence is made in a twentieth of a second; a voice that takes so long will not come back.
const PATIENCE: Duration = Duration::from_secs(3);
/// So many announcements are made at once, so that many displays do not hold up the lobby.
static AT_ONCE: Semaphore = Semaphore::const_new(2);
/// Why there are no words, for staff.
const VOICE: HeaderName = HeaderName::from_static("foyer-voice");

/// What is announced.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(in crate::pages) struct Wanted {
    numbers: Vec<TicketNumber>,
    counter: Option<Localized>,
    language: Option<String>,
    detail: How,
    volume: u8,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum How {
    Gong,
    Short,
    Whole,
}

/// Answers a WAV; the gong alone where nothing speaks.
pub(in crate::pages) async fn sound(
    State(lobby): State<Lobby>,
    Terminal(_): Terminal,
    Body(wanted): Body<Wanted>,
) -> Result<Response, ApiError> {
    let _place = AT_ONCE.acquire().await.expect("it is never closed");
    let speech = lobby.speech().clone();
    let made = tokio::task::spawn_blocking(move || announcement(&wanted, &speech)).await;
    let (wav, fault) = made.unwrap_or_else(|fault| std::panic::resume_unwind(fault.into_panic()));
    let mut response = ([(CONTENT_TYPE, "audio/wav")], wav).into_response();
    if let Some(fault) = fault {
        tracing::warn!(
            fault = &fault as &dyn std::error::Error,
            "announcements of web displays have no words"
        );
        if let Ok(fault) = HeaderValue::from_str(&fault.to_string()) {
            response.headers_mut().insert(VOICE, fault);
        }
    }
    Ok(response)
}

/// All of it as a WAV, and why it has no words.
fn announcement(wanted: &Wanted, speech: &SpeechSettings) -> (Vec<u8>, Option<VoiceError>) {
    let detail = match wanted.detail {
        How::Gong => Detail::Gong,
        How::Short => Detail::Short,
        How::Whole => Detail::Whole,
    };
    let said = Announcement {
        numbers: wanted.numbers.clone(),
        counter: wanted.counter.clone(),
        language: wanted.language.as_deref().and_then(Language::from_tag),
    };
    let level = peak(wanted.volume.min(100));
    let mut samples = said.chime(detail).samples(RATE, level);
    // As loud as a call's gong, whatever gong comes before it.
    let wanted = loudness(&Chime::Call.samples(RATE, level), RATE);
    let sentences = if speech.on { said.sentences(detail) } else { Vec::new() };
    let mut fault = None;
    for sentence in sentences {
        match spoken(&speech.program, &sentence.words(), PATIENCE) {
            Ok(sound) => {
                samples.resize(samples.len() + (BREATH.as_secs_f32() * RATE as f32) as usize, 0.0);
                samples.extend(sound.at_rate(RATE).with_loudness(wanted).samples);
            }
            Err(error) => {
                fault = Some(error);
                break;
            }
        }
    }
    (wav(&Sound { samples, rate: RATE }), fault)
}

fn wav(sound: &Sound) -> Vec<u8> {
    let spec = hound::WavSpec {
        channels: 1,
        sample_rate: sound.rate,
        bits_per_sample: 16,
        sample_format: hound::SampleFormat::Int,
    };
    let mut file = Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut file, spec).expect("one channel of 16 bits is WAV");
    for sample in &sound.samples {
        let sample = (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16;
        writer.write_sample(sample).expect("memory takes any sample");
    }
    writer.finalize().expect("memory takes any sample");
    file.into_inner()
}

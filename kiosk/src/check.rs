//! `--check`: everything that a terminal needs, tried and told in a table.

use crate::cli::window_size;
use crate::config::{Config, in_one_line};
use crate::device::journal::Journal;
use crate::device::reader::{self, Reader};
use crate::device::{camera, printer};
use foyer_client::{Followed, Identity, Link, Server, identity};
use foyer_look::{Panel, Scale, fonts};
use foyer_protocol::lobby::KioskEvent;
use foyer_protocol::program::Clock;
use foyer_text::Language;
use futures_util::StreamExt;
use iced::Size;
use std::fmt;
use std::path::Path;
use std::time::Duration;
use tokio::sync::watch;
use tokio::time::timeout;

/// A camera or printer that has not said anything within this time is in trouble.
const DEVICE_WITHIN: Duration = Duration::from_secs(8);
/// The same for the lobby.
const LOBBY_WITHIN: Duration = Duration::from_secs(8);

/// What was tried.
#[derive(Debug, Default)]
pub struct Report {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    what: &'static str,
    verdict: Verdict,
    detail: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Good,
    Notice,
    Bad,
}

impl Report {
    /// Whether a terminal could work like this.
    pub fn is_good(&self) -> bool {
        self.rows.iter().all(|row| row.verdict != Verdict::Bad)
    }

    fn add(&mut self, what: &'static str, verdict: Verdict, detail: impl Into<String>) {
        self.rows.push(Row { what, verdict, detail: detail.into() });
    }

    fn tried(&mut self, what: &'static str, outcome: Result<String, String>) {
        match outcome {
            Ok(detail) => self.add(what, Verdict::Good, detail),
            Err(detail) => self.add(what, Verdict::Bad, detail),
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for row in &self.rows {
            let verdict = match row.verdict {
                Verdict::Good => "ok",
                Verdict::Notice => "note",
                Verdict::Bad => "FAIL",
            };
            writeln!(f, "{:<14} {verdict:<5} {}", row.what, row.detail)?;
        }
        Ok(())
    }
}

/// Tries everything.
pub async fn run(path: &Path, asked_size: Option<Size>) -> Report {
    let mut report = Report::default();
    let config = match Config::load(path) {
        Ok(config) => config,
        Err(error) => {
            report.add("configuration", Verdict::Bad, in_one_line(&error));
            return report;
        }
    };
    report.add("configuration", Verdict::Good, path.display().to_string());
    for missing in fonts::missing() {
        report.add("fonts", Verdict::Bad, missing.to_string());
    }
    if fonts::missing().is_empty() {
        report.add("fonts", Verdict::Good, "Noto Sans, Noto Sans Arabic, with the letters of all languages");
    }
    panel(&mut report, &config, asked_size);
    let template = config.ticket.template().map_err(|error| in_one_line(&error));
    report.tried("ticket", template.map(|template| format!("{} columns", template.columns)));
    let clock = config.clock.clock(config.demo).unwrap_or(Clock::SYSTEM);
    report.tried("data", data(&config, clock));
    report.tried("camera", settled(config.camera.clone().start(clock).state(), camera_verdict).await);
    for (number, name) in camera::names() {
        report.add("cameras", Verdict::Good, format!("{number}: {name}"));
    }
    if let Some(reader) = config.reader.clone() {
        report.tried("reader", reader_verdict(reader, clock).await);
    }
    let printer = config.printer.clone().start(None, clock);
    report.tried("printer", settled(printer.state(), printer_verdict).await);
    hearing(&mut report, &config);
    staff(&mut report, &config);
    match identity::load(&config.data.identity()) {
        Err(error) => report.add("enrolment", Verdict::Bad, in_one_line(&error)),
        Ok(None) => report.add("enrolment", Verdict::Bad, "not enrolled yet: foyer-kiosk enrol CODE"),
        Ok(Some(identity)) => {
            let detail = format!("“{}” ({})", identity.enrolled.name, identity.enrolled.device);
            report.add("enrolment", Verdict::Good, detail);
            report.tried("lobby", lobby(&config, &identity, clock).await);
        }
    }
    report
}

fn panel(report: &mut Report, config: &Config, asked_size: Option<Size>) {
    let size = window_size(asked_size, Some(config));
    let scale = Scale::kiosk(Panel { diagonal_inch: config.panel.diagonal_inch, size });
    let unmet: Vec<String> = scale.unmet_on_kiosk().iter().map(ToString::to_string).collect();
    let what = format!("{} inches, {} × {}", config.panel.diagonal_inch, size.width, size.height);
    if unmet.is_empty() {
        report.add("panel", Verdict::Good, what);
    } else {
        report.add("panel", Verdict::Notice, format!("{what}: too small for {}", unmet.join(", ")));
    }
}

/// A kiosk works in silence, too; staff should know that it does.
fn hearing(report: &mut Report, config: &Config) {
    let mut notice = |what, found: Result<String, String>| match found {
        Ok(detail) => report.add(what, Verdict::Good, detail),
        Err(detail) => report.add(what, Verdict::Notice, detail),
    };
    notice("sound", foyer_sound::device::probe().map_err(|error| in_one_line(&error)));
    notice("voice", foyer_voice::espeak::probe(&config.speech.program, &config.languages));
}

fn staff(report: &mut Report, config: &Config) {
    match (&config.staff.pin, &config.staff.code) {
        (Some(_), Some(_)) => report.add("staff page", Verdict::Good, "opens by PIN and by code"),
        (Some(_), None) => report.add("staff page", Verdict::Good, "opens by PIN"),
        (None, Some(_)) => report.add("staff page", Verdict::Good, "opens by code"),
        (None, None) => {
            let help = "cannot be opened; foyer-kiosk staff-pin makes the line for [staff]";
            report.add("staff page", Verdict::Notice, help);
        }
    }
}

fn data(config: &Config, clock: Clock) -> Result<String, String> {
    let dir = &config.data.dir;
    std::fs::create_dir_all(dir).map_err(|error| format!("{}: {error}", dir.display()))?;
    Journal::open(&config.data.journal(), clock.now()).map_err(|error| in_one_line(&error))?;
    Ok(dir.display().to_string())
}

/// Waits until a device has said how it is.
async fn settled<T: Clone>(
    mut state: watch::Receiver<T>,
    verdict: fn(&T) -> Option<Result<String, &'static str>>,
) -> Result<String, String> {
    let waiting = state.wait_for(|state| verdict(state).is_some());
    let known = match timeout(DEVICE_WITHIN, waiting).await {
        Ok(Ok(state)) => verdict(&state),
        Ok(Err(_)) | Err(_) => None,
    };
    match known {
        Some(Ok(detail)) => Ok(detail),
        Some(Err(text_id)) => Err(foyer_text::text(Language::English, text_id)),
        None => Err(format!("has not answered within {} s", DEVICE_WITHIN.as_secs())),
    }
}

fn camera_verdict(state: &camera::State) -> Option<Result<String, &'static str>> {
    match state {
        camera::State::Starting => None,
        camera::State::Works => Some(Ok("gives pictures".to_owned())),
        camera::State::Trouble(trouble) => Some(Err(trouble.text_id())),
    }
}

async fn reader_verdict(reader: Reader, clock: Clock) -> Result<String, String> {
    let (_running, mut events) = reader.start(clock);
    match timeout(DEVICE_WITHIN, events.recv()).await {
        Ok(Some(reader::Event::State(reader::State::Trouble(trouble)))) => {
            Err(foyer_text::text(Language::English, trouble.text_id()))
        }
        Ok(Some(_)) => Ok("its line is open; hold a code there to try it".to_owned()),
        Ok(None) | Err(_) => Err(format!("has not answered within {} s", DEVICE_WITHIN.as_secs())),
    }
}

fn printer_verdict(state: &printer::State) -> Option<Result<String, &'static str>> {
    match state {
        printer::State::Starting => None,
        printer::State::Ready => Some(Ok("ready".to_owned())),
        printer::State::Absent => Some(Ok("none, as it is set up".to_owned())),
        printer::State::NearEnd => Some(Ok("ready, the paper is nearly used up".to_owned())),
        printer::State::Trouble(reason) => Some(Err(reason.text_id())),
    }
}

/// Opens the kiosk's own stream: that proves address, certificate, token and rights at once.
async fn lobby(config: &Config, identity: &Identity, clock: Clock) -> Result<String, String> {
    let address = identity.address(&config.lobby);
    let server = Server::new(&address, Some(identity.token())).map_err(|error| in_one_line(&error))?;
    let mut events = server.follow::<KioskEvent>("/stream", "kiosk", None, clock);
    let first_snapshot = async {
        let mut last = format!("{} cannot be reached", address.host());
        while let Some(followed) = events.next().await {
            match followed {
                Followed::Event { event: KioskEvent::Snapshot { snapshot }, .. } => {
                    return Ok(format!("{}, {}", address.host(), snapshot.office.name));
                }
                Followed::Link(Link::Refused { problem, .. }) => return Err(problem.to_string()),
                Followed::NotUnderstood { .. } => last = "speaks another version".to_owned(),
                Followed::Link(Link::Disconnected { .. }) => return Err(last),
                Followed::Link(Link::Connected) | Followed::Event { .. } => {}
            }
        }
        Err(last)
    };
    let silent = || Err(format!("{} has not answered within {} s", address.host(), LOBBY_WITHIN.as_secs()));
    timeout(LOBBY_WITHIN, first_snapshot).await.unwrap_or_else(|_| silent())
}

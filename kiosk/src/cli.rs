//! The command line: run, enrol, check.

mod staff;

use crate::check;
use crate::config::{self, Config, Orientation, in_one_line};
use crate::driver;
use crate::sample;
use crate::scan;
use crate::try_sound;
use clap::{Parser, Subcommand};
use foyer_client::{EnrolmentCode, enrolment, identity};
use foyer_protocol::lobby::DeviceKind;
use foyer_text::Language;
use iced::Size;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;
use url::Url;

/// An answer that gets lost is asked for again for so long.
const ENROL_WITHIN: Duration = Duration::from_secs(20);

/// The entrance terminal of Foyer: reads the QR code of an appointment, gives a number, prints it.
///
/// Without a command it opens its window and works. A start that fails is shown on the screen with the reason,
/// and it goes on trying; the exit code is not 0 only where no window can be opened.
#[derive(Debug, Parser)]
#[command(name = "foyer-kiosk", version, about, args_conflicts_with_subcommands = false)]
pub struct Cli {
    /// The configuration file.
    #[arg(long, global = true, value_name = "FILE", default_value = config::USUAL_PATH)]
    pub config: PathBuf,
    /// Check configuration, fonts, panel, camera, printer and lobby server; print a table; fail on trouble.
    #[arg(long)]
    pub check: bool,
    /// Print an example configuration with every key.
    #[arg(long)]
    pub print_config: bool,
    /// The window's size, for screens without a window manager, which ignore full screen: 1080x1920.
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<Size>,
    /// Open a window instead of the full screen.
    #[arg(long)]
    pub windowed: bool,
    /// What to do instead of working.
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What to do instead of working.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Sign this terminal on, once, with the code that staff made at the lobby server.
    Enrol {
        /// The lobby server; by default the one of the configuration.
        #[arg(long, value_name = "URL")]
        lobby: Option<Url>,
        /// The code as shown, with or without dashes.
        code: String,
    },
    /// Look at a ticket before it is printed: draws one as a picture, a pixel for each dot of the printer.
    ///
    /// The template is the configuration's `[ticket]`; without a file at the usual place the usual template is taken.
    Ticket {
        /// Where to write the picture.
        #[arg(long, value_name = "PNG")]
        preview: PathBuf,
        /// In which language.
        #[arg(long, default_value = "de", value_parser = language)]
        language: Language,
        /// An office's file, as `foyer-booking office import` takes it; an example office without it.
        #[arg(long, value_name = "FILE")]
        office: Option<PathBuf>,
        /// A ticket that is printed again.
        #[arg(long)]
        copy: bool,
    },
    /// Try the loudspeaker: play every sound and say a ticket in every language that is offered.
    ///
    /// Measure the loudness where a citizen's ear is: at `[sound] volume` at least 65 dB(A) (EN 301 549, 5.1.3.12).
    Sound,
    /// Set the PIN of the staff page: reads it from the terminal or the standard input and prints the line for the
    /// configuration file, which holds its hash alone.
    StaffPin,
    /// Make a staff code: whoever holds it before the camera opens the staff page.
    ///
    /// Writes it as a picture, to be printed, and prints the line for the configuration file, which holds its hash
    /// alone. A new code makes the last one worthless as soon as its line is in the file.
    StaffCode {
        /// Where to write the picture; nothing may lie there yet.
        #[arg(long, value_name = "PNG")]
        out: PathBuf,
    },
    /// Read the QR codes of picture files as the terminal reads its camera's pictures.
    ///
    /// Needs no configuration, camera or lobby. The exit code is 0 if all files could be read as pictures.
    Scan {
        /// Write one line of JSON for each picture: {"file": "…", "codes": ["…"], "ms": 12.3}.
        #[arg(long, required = true)]
        json: bool,
        /// Pictures (JPEG or PNG), and folders of pictures.
        #[arg(required = true, value_name = "FOLDER_OR_FILE")]
        files: Vec<PathBuf>,
    },
}

fn language(tag: &str) -> Result<Language, String> {
    let tags = || Language::ALL.iter().map(|language| language.tag()).collect::<Vec<_>>().join(", ");
    Language::from_tag(tag).ok_or_else(|| format!("there is {}", tags()))
}

fn size(text: &str) -> Result<Size, String> {
    let sides = text
        .split_once('x')
        .and_then(|(width, height)| Some((width.parse::<u16>().ok()?, height.parse::<u16>().ok()?)));
    match sides {
        Some((width, height)) if width >= 320 && height >= 320 => {
            Ok(Size::new(f32::from(width), f32::from(height)))
        }
        Some(_) | None => Err("write width and height in pixels, each at least 320: 1080x1920".to_owned()),
    }
}

/// Why a command did not succeed.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// The configuration cannot be used.
    #[error("{0}")]
    Settings(String),
    /// The code is none.
    #[error("this is no enrolment code: {0}")]
    Code(String),
    /// The preview cannot be kept.
    #[error("the picture `{path}` cannot be written: {error}; its name must end in .png")]
    Picture {
        /// The file.
        path: PathBuf,
        /// Why.
        error: image::ImageError,
    },
    /// The PIN cannot be set.
    #[error("no PIN was set: {0}")]
    Pin(String),
    /// The lobby of the command is not that of the configuration.
    #[error("the configuration `{path}` says `lobby.url = \"{configured}\"`: change it to `{asked}` first")]
    OtherLobby {
        /// The file.
        path: PathBuf,
        /// As configured.
        configured: Box<Url>,
        /// As asked.
        asked: Box<Url>,
    },
    /// The lobby did not enrol this terminal.
    #[error("not enrolled: {0}")]
    Enrol(String),
    /// The identity cannot be kept.
    #[error("enrolled, but the identity cannot be kept: {0}")]
    Keep(String),
    /// No window.
    #[error("no window can be opened: {0}; is there a screen (DISPLAY or WAYLAND_DISPLAY)?")]
    Window(#[from] iced::Error),
    /// Neither the terminal nor the system.
    #[error(transparent)]
    System(#[from] std::io::Error),
}

/// Does what the command line says.
///
/// # Errors
/// What is wrong and what helps.
pub fn run(cli: Cli) -> Result<ExitCode, CliError> {
    let mut out = std::io::stdout();
    if cli.print_config {
        out.write_all(config::EXAMPLE.as_bytes())?;
        return Ok(ExitCode::SUCCESS);
    }
    match &cli.command {
        Some(Command::Enrol { lobby, code }) => {
            let name = enrol(&cli, lobby.as_ref(), code)?;
            writeln!(out, "Enrolled as “{name}”.")?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(Command::Scan { json: _, files }) => {
            let all_good = scan::read_files(files, &mut std::io::BufWriter::new(out.lock()))?;
            return Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Some(Command::Ticket { preview, language, office, copy }) => {
            let wanted = sample::Wanted { language: *language, office: office.as_deref(), copy: *copy };
            let picture = sample::picture(&cli.config, &wanted).map_err(CliError::Settings)?;
            picture.save(preview).map_err(|error| CliError::Picture { path: preview.clone(), error })?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(Command::Sound) => {
            let all_good = try_sound::run(&cli.config, &mut out)?;
            return Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::FAILURE });
        }
        Some(Command::StaffPin) => {
            staff::pin(&mut out)?;
            return Ok(ExitCode::SUCCESS);
        }
        Some(Command::StaffCode { out: picture }) => {
            staff::code(picture, &mut out)?;
            return Ok(ExitCode::SUCCESS);
        }
        None => {}
    }
    if cli.check {
        let report = runtime()?.block_on(check::run(&cli.config, cli.size));
        write!(out, "{report}")?;
        return Ok(if report.is_good() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    driver::run(driver::Options { size: cli.size, windowed: cli.windowed, config: cli.config })?;
    Ok(ExitCode::SUCCESS)
}

/// The size of the window: as asked, else as the panel hangs.
pub fn window_size(asked: Option<Size>, config: Option<&Config>) -> Size {
    let orientation = config.map_or(Orientation::Upright, |config| config.panel.orientation);
    asked.unwrap_or_else(|| orientation.size())
}

fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()
}

fn enrol(cli: &Cli, lobby: Option<&Url>, code: &str) -> Result<String, CliError> {
    let config = Config::load(&cli.config).map_err(|error| CliError::Settings(in_one_line(&error)))?;
    let code: EnrolmentCode = code.parse().map_err(|error| CliError::Code(in_one_line(&error)))?;
    if let Some(asked) = lobby.filter(|asked| **asked != config.lobby.url) {
        return Err(CliError::OtherLobby {
            path: cli.config.clone(),
            configured: Box::new(config.lobby.url.clone()),
            asked: Box::new(asked.clone()),
        });
    }
    let signing_on = enrolment::enrol(&config.lobby, &code, DeviceKind::Kiosk, ENROL_WITHIN);
    let identity = runtime()?.block_on(signing_on).map_err(|error| CliError::Enrol(in_one_line(&error)))?;
    std::fs::create_dir_all(&config.data.dir)?;
    identity::save(&config.data.identity(), &identity)
        .map_err(|error| CliError::Keep(in_one_line(&error)))?;
    Ok(identity.enrolled.name)
}

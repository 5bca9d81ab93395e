//! The configuration file: parsed once, unknown keys are errors.

use crate::device::camera::Camera;
use crate::device::printer::Printer;
use crate::device::reader::Reader;
use crate::hearing::{Sound, Speech};
use crate::staff::Access;
use crate::ticket::{Logo, LogoError, Part, Template};
use foyer_client::Address;
use foyer_domain::office::Localized;
use foyer_protocol::program::{self, ClockSettings, SettingsError};
use foyer_text::Language;
use iced::Size;
use serde::Deserialize;
use std::path::{Path, PathBuf};

/// An example with every key, commented; `--print-config` prints it.
pub const EXAMPLE: &str = include_str!("../../deploy/examples/kiosk.toml");

/// The file where none is named.
pub const USUAL_PATH: &str = "/etc/foyer/kiosk.toml";

/// The configuration of one terminal.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// Allow a demo's clock.
    #[serde(default)]
    pub demo: bool,
    /// The languages that are offered, the first one by itself.
    #[serde(default = "all_languages")]
    pub languages: Vec<Language>,
    /// A demo's clock.
    #[serde(default)]
    pub clock: ClockSettings,
    /// Where the lobby server is.
    pub lobby: Address,
    /// Where this terminal keeps its identity and journal.
    pub data: Data,
    /// Which camera.
    #[serde(default)]
    pub camera: Camera,
    /// A code reader on a serial line, besides the camera.
    #[serde(default)]
    pub reader: Option<Reader>,
    /// Which printer.
    pub printer: Printer,
    /// What stands on the paper, and how much fits.
    #[serde(default)]
    pub ticket: Ticket,
    /// The panel.
    #[serde(default)]
    pub panel: Panel,
    /// How loud it is.
    #[serde(default)]
    pub sound: Sound,
    /// What is read aloud, to whom, and by which keys.
    #[serde(default)]
    pub speech: Speech,
    /// Who may open the staff page.
    #[serde(default)]
    pub staff: Access,
}

fn all_languages() -> Vec<Language> {
    Language::ALL.to_vec()
}

/// `[data]`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// The folder; it is made where it is missing.
    pub dir: PathBuf,
}

impl Data {
    /// Where the terminal's identity lies.
    pub fn identity(&self) -> PathBuf {
        self.dir.join("identity.json")
    }

    /// Where the settings lie that staff make on the terminal itself.
    pub fn kept(&self) -> PathBuf {
        self.dir.join("terminal.json")
    }

    /// Where the journal lies.
    pub fn journal(&self) -> PathBuf {
        self.dir.join("journal.sqlite3")
    }
}

/// `[ticket]`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Ticket {
    /// Columns of the printer's font A: 48 on 80 mm paper, 42 on some, 32 on 58 mm.
    pub columns: u8,
    /// What stands on it, from the top.
    pub parts: Vec<Part>,
    /// The office's own picture for the top, PNG or JPEG; Foyer's door without it.
    pub logo: Option<PathBuf>,
}

impl Default for Ticket {
    fn default() -> Self {
        Self { columns: 48, parts: Part::usual(), logo: None }
    }
}

impl Ticket {
    /// What the office itself has written on the paper.
    pub fn own_words(&self) -> Vec<Localized> {
        let text = |part: &Part| match part {
            Part::Text(words) => Some(words.clone()),
            _ => None,
        };
        self.parts.iter().filter_map(text).collect()
    }

    /// The template with its picture.
    ///
    /// # Errors
    /// The picture cannot be printed.
    pub fn template(&self) -> Result<Template, LogoError> {
        let logo = self.logo.as_deref().map_or_else(|| Ok(Logo::foyer()), Logo::load)?;
        Ok(Template { columns: self.columns, parts: self.parts.clone(), logo })
    }
}

/// `[panel]`
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Panel {
    /// The diagonal: all sizes on the screen follow from it.
    pub diagonal_inch: f32,
    /// How it hangs.
    pub orientation: Orientation,
}

impl Default for Panel {
    fn default() -> Self {
        Self { diagonal_inch: 32.0, orientation: Orientation::Upright }
    }
}

/// How a panel hangs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// Higher than wide.
    Upright,
    /// Wider than high.
    Wide,
}

impl Orientation {
    /// The size of a window where nothing else says it.
    pub fn size(self) -> Size {
        match self {
            Self::Upright => Size::new(1080.0, 1920.0),
            Self::Wide => Size::new(1920.0, 1080.0),
        }
    }
}

impl Config {
    /// Reads a file and checks what its types cannot.
    ///
    /// # Errors
    /// A missing file, a wrong or missing key, a value that cannot be used; the message names it and the remedy.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        program::load::<Self>(path)?.checked()
    }

    fn checked(self) -> Result<Self, SettingsError> {
        let fault =
            |key, fault: &str, remedy| Err(SettingsError::Value { key, fault: fault.to_owned(), remedy });
        if self.languages.is_empty() {
            return fault("languages", "is empty", "name at least `de`");
        }
        if !(7.0..=110.0).contains(&self.panel.diagonal_inch) {
            return fault("panel.diagonal_inch", "is no panel's", "measure the diagonal, in inches");
        }
        if !(20..=64).contains(&self.ticket.columns) {
            return fault("ticket.columns", "is no printer's", "use 48 for paper of 80 mm, 32 for 58 mm");
        }
        if !self.ticket.parts.contains(&Part::Number) {
            return fault(
                "ticket.parts",
                "has no `number`",
                "a ticket needs it: put `\"number\"` among the parts",
            );
        }
        self.sound.checked()?;
        self.clock.clock(self.demo)?;
        Ok(self)
    }
}

/// The chain of an error in one line, for staff.
pub fn in_one_line(error: &dyn std::error::Error) -> String {
    let mut line = error.to_string();
    let mut source = error.source();
    while let Some(error) = source {
        let more = error.to_string();
        let more = more.trim();
        if !line.contains(more) {
            line.push_str(": ");
            line.push_str(more);
        }
        source = error.source();
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> Result<Config, String> {
        let config = program::parse::<Config>(text, Path::new("kiosk.toml"));
        config.and_then(Config::checked).map_err(|error| in_one_line(&error))
    }

    #[test]
    fn the_example_is_a_configuration() {
        let config = parsed(EXAMPLE).unwrap();
        assert_eq!(config.languages, Language::ALL);
        assert_eq!(config.panel, Panel::default());
        assert_eq!(config.ticket, Ticket::default());
        assert_eq!(config.camera, Camera::default());
        assert_eq!((config.sound, config.speech), (Sound::default(), Speech::default()));
        assert!(!config.demo);
        assert_eq!(config.lobby.url.port(), Some(8480));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let unknown = EXAMPLE.replace("[panel]", "[pannel]");
        assert!(parsed(&unknown).unwrap_err().contains("pannel"), "{unknown}");
        let missing = EXAMPLE.replace("dir = ", "folder = ");
        assert!(parsed(&missing).unwrap_err().contains("folder"));
        let small = EXAMPLE.replace("diagonal_inch = 32.0", "diagonal_inch = 3.0");
        assert!(parsed(&small).unwrap_err().contains("panel.diagonal_inch"));
        let unnumbered = EXAMPLE.replace("\"number\", ", "");
        assert!(parsed(&unnumbered).unwrap_err().contains("ticket.parts"));
        let nonsense = EXAMPLE.replace("\"number\", ", "\"number\", \"numbers\", ");
        assert!(parsed(&nonsense).unwrap_err().contains("numbers"));
        let pin = format!("{EXAMPLE}\n[staff]\npin = \"472913\"\n");
        assert!(parsed(&pin).unwrap_err().contains("foyer-kiosk staff-pin"));
        let clock = format!("{EXAMPLE}\n[clock]\nstart = \"2027-03-28T01:50:00Z\"\n");
        assert!(parsed(&clock).unwrap_err().contains("demo = true"));
    }
}

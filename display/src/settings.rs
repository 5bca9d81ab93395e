//! The configuration file. `deploy/examples/display.toml` is embedded, printed by `--print-config` and
//! tested.

use foyer_client::Address;
use foyer_protocol::program::{self, ClockSettings, SettingsError};
use foyer_text::Language;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The example, with every key and what it is for.
pub const EXAMPLE: &str = include_str!("../../deploy/examples/display.toml");
/// Where the file is looked for if none is named.
pub const USUAL_PATH: &str = "/etc/foyer/display.toml";

/// All of it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Allows what only a demonstration may do.
    #[serde(default)]
    pub demo: bool,
    /// A demo's clock.
    #[serde(default)]
    pub clock: ClockSettings,
    /// The office's lobby server.
    pub lobby: Address,
    /// Where files are kept.
    pub data: DataSettings,
    /// The panel on the wall.
    #[serde(default)]
    pub panel: PanelSettings,
    /// The gong.
    #[serde(default)]
    pub sound: SoundSettings,
    /// What is shown in which language.
    #[serde(default)]
    pub languages: LanguageSettings,
}

/// `[data]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSettings {
    /// The folder of the identity.
    pub dir: PathBuf,
}

/// `[panel]`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PanelSettings {
    /// The panel's diagonal.
    pub diagonal_inch: f32,
    /// From the screen to the farthest seat, in metres.
    pub distance_m: f32,
    /// Nothing fades.
    pub reduced_motion: bool,
}

impl Default for PanelSettings {
    fn default() -> Self {
        Self { diagonal_inch: 55.0, distance_m: 5.0, reduced_motion: false }
    }
}

/// `[sound]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SoundSettings {
    /// Whether there is a gong.
    pub on: bool,
    /// In percent; see [`foyer_sound::peak`].
    pub volume: u8,
}

impl Default for SoundSettings {
    fn default() -> Self {
        Self { on: true, volume: 50 }
    }
}

/// `[languages]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LanguageSettings {
    /// Which, in turns; at least one.
    pub show: Vec<Language>,
    /// How long each stays, in seconds.
    pub seconds_each: u16,
}

impl Default for LanguageSettings {
    fn default() -> Self {
        Self { show: vec![Language::German], seconds_each: 12 }
    }
}

impl LanguageSettings {
    /// The language after the program has run for so long.
    pub fn at(&self, running: Duration) -> Language {
        let turn = running.as_secs() / u64::from(self.seconds_each.max(1));
        let index = usize::try_from(turn % self.show.len().max(1) as u64).unwrap_or(0);
        self.show.get(index).copied().unwrap_or_default()
    }
}

impl Settings {
    /// Reads and checks the file.
    ///
    /// # Errors
    /// No file, bad TOML, a wrong, missing or unknown key, a value out of its range; the message names it.
    pub fn load(path: &Path) -> Result<Self, SettingsError> {
        let settings: Self = program::load(path)?;
        settings.checked()
    }

    /// Reads and checks a text; `path` is for the message.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn parse(text: &str, path: &Path) -> Result<Self, SettingsError> {
        let settings: Self = program::parse(text, path)?;
        settings.checked()
    }

    /// Where the identity lies.
    pub fn identity(&self) -> PathBuf {
        self.data.dir.join("identity.json")
    }

    fn checked(self) -> Result<Self, SettingsError> {
        let refuse = |key, fault: String, remedy| Err(SettingsError::Value { key, fault, remedy });
        let Self { panel, sound, languages, .. } = &self;
        if !(5.0..=200.0).contains(&panel.diagonal_inch) {
            let fault = format!("is {}", panel.diagonal_inch);
            return refuse("panel.diagonal_inch", fault, "write the panel's diagonal in inches, 5 to 200");
        }
        if !(0.5..=50.0).contains(&panel.distance_m) {
            let fault = format!("is {}", panel.distance_m);
            return refuse("panel.distance_m", fault, "write the metres to the farthest seat, 0.5 to 50");
        }
        if sound.volume > 100 {
            return refuse("sound.volume", format!("is {}", sound.volume), "write percent, 0 to 100");
        }
        if languages.show.is_empty() {
            return refuse("languages.show", "is empty".to_owned(), "name at least one, like [\"de\"]");
        }
        if languages.seconds_each < 5 {
            let fault = format!("is {}", languages.seconds_each);
            return refuse("languages.seconds_each", fault, "nobody reads faster than 5 seconds");
        }
        self.clock.clock(self.demo)?;
        Ok(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn parse(text: &str) -> Result<Settings, SettingsError> {
        Settings::parse(text, Path::new("display.toml"))
    }

    #[test]
    fn the_example_says_the_defaults() {
        let settings = parse(EXAMPLE).unwrap();
        assert_eq!(settings.panel, PanelSettings::default());
        assert_eq!(settings.sound, SoundSettings::default());
        assert_eq!(settings.languages, LanguageSettings::default());
        let least =
            "[lobby]\nurl = \"https://lobby.example:8480\"\n[data]\ndir = \"/var/lib/foyer-display\"\n";
        assert_eq!(parse(least).unwrap(), settings);
    }

    #[test]
    fn what_is_commented_out_in_the_example_is_understood() {
        let all: String = EXAMPLE
            .lines()
            .map(|line| line.strip_prefix("# ").filter(|key| key.contains(" = ")).unwrap_or(line))
            .map(|line| format!("{line}\n"))
            .collect();
        parse(&all.replace("demo = false", "demo = true")).unwrap();
    }

    fn refused(change: (&str, &str), message: &Expect) {
        let error = parse(&EXAMPLE.replace(change.0, change.1)).unwrap_err();
        let source = std::error::Error::source(&error).map(ToString::to_string).unwrap_or_default();
        message.assert_eq(&format!("{error}\n{source}"));
    }

    #[test]
    fn wrong_keys_and_values_are_named() {
        refused(
            ("volume = 50", "volume = 101"),
            &expect![[r#"
                `sound.volume` is 101: write percent, 0 to 100
            "#]],
        );
        refused(
            ("distance_m = 5.0", "distance_m = 0"),
            &expect![[r#"
                `panel.distance_m` is 0: write the metres to the farthest seat, 0.5 to 50
            "#]],
        );
        refused(
            ("# start = ", "start = "),
            &expect![[r#"
                `clock.start` is for demonstrations: remove it, or set `demo = true`
            "#]],
        );
        let unknown = parse(&EXAMPLE.replace("volume", "loudness")).unwrap_err();
        let source = std::error::Error::source(&unknown).unwrap().to_string();
        assert!(source.contains("loudness"), "{source}");
    }

    #[test]
    fn languages_take_turns() {
        let languages =
            LanguageSettings { show: vec![Language::German, Language::English], seconds_each: 10 };
        let at = |seconds| languages.at(Duration::from_secs(seconds));
        assert_eq!([at(0), at(9), at(10), at(20)].map(Language::tag), ["de", "de", "en", "de"]);
    }
}

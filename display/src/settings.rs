//! The configuration file. `deploy/examples/display.toml` is embedded, printed by `--print-config` and
//! tested.

use chrono::NaiveTime;
use foyer_client::Address;
use foyer_domain::id::AreaId;
use foyer_protocol::program::{self, ClockSettings, SettingsError, SpeechSettings};
use foyer_text::Language;
use serde::de::Error;
use serde::{Deserialize, Deserializer};
use std::collections::BTreeMap;
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
    /// Where the window is, on a computer with several panels.
    #[serde(default)]
    pub window: WindowSettings,
    /// How loud announcements are.
    #[serde(default)]
    pub sound: SoundSettings,
    /// The words after the gong.
    #[serde(default)]
    pub speech: SpeechSettings,
    /// Pictures while nobody is called.
    #[serde(default)]
    pub slides: SlideSettings,
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

/// `[window]`: which of several panels of a computer. Without it the window fills the screen.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct WindowSettings {
    /// X11: where the panel is on the screen, as `xrandr` writes it.
    pub panel: Option<PanelPlace>,
    /// Wayland: the name by which the compositor knows which panel the window belongs to.
    pub app_id: String,
}

impl Default for WindowSettings {
    fn default() -> Self {
        Self { panel: None, app_id: "foyer-display".to_owned() }
    }
}

/// Where a panel is on a screen, in its pixels: `1920x1080+1920+0`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct PanelPlace {
    /// The left edge.
    pub x: i32,
    /// The upper edge.
    pub y: i32,
    /// The panel's width.
    pub width: u16,
    /// The panel's height.
    pub height: u16,
}

impl TryFrom<String> for PanelPlace {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let place = || {
            let (width, rest) = text.split_once('x')?;
            let (height, rest) = rest.split_once('+')?;
            let (x, y) = rest.split_once('+')?;
            let place = Self {
                x: x.parse().ok()?,
                y: y.parse().ok()?,
                width: width.parse().ok()?,
                height: height.parse().ok()?,
            };
            (place.width >= 320 && place.height >= 240).then_some(place)
        };
        place().ok_or_else(|| {
            format!("`{text}` is no place of a panel; write it like `xrandr`: 1920x1080+1920+0")
        })
    }
}

/// `[sound]`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SoundSettings {
    /// Whether anything sounds.
    pub on: bool,
    /// In percent; see [`foyer_voice::peak`].
    pub volume: u8,
    /// When it is quieter.
    pub hours: Vec<QuietHours>,
    /// How loud calls to counters of an area are, where that is not `volume`.
    pub areas: BTreeMap<AreaId, u8>,
}

impl Default for SoundSettings {
    fn default() -> Self {
        Self { on: true, volume: 50, hours: Vec::new(), areas: BTreeMap::new() }
    }
}

/// `[[sound.hours]]`: in this time of the office's day nothing is louder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuietHours {
    /// The first minute.
    #[serde(deserialize_with = "minute")]
    pub from: NaiveTime,
    /// The first minute after; earlier than `from` where midnight lies between them.
    #[serde(deserialize_with = "minute")]
    pub to: NaiveTime,
    /// In percent.
    pub volume: u8,
}

impl QuietHours {
    /// Whether a time lies in it.
    pub fn contains(&self, time: NaiveTime) -> bool {
        if self.from <= self.to {
            self.from <= time && time < self.to
        } else {
            self.from <= time || time < self.to
        }
    }
}

fn minute<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveTime, D::Error> {
    let text = String::deserialize(from)?;
    NaiveTime::parse_from_str(&text, "%H:%M")
        .map_err(|_| D::Error::custom(format!("`{text}` is no time of day; write it like \"12:30\"")))
}

/// `[slides]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct SlideSettings {
    /// Whether they are shown.
    pub on: bool,
    /// How long each stays, in seconds.
    pub seconds_each: u16,
}

impl Default for SlideSettings {
    fn default() -> Self {
        Self { on: true, seconds_each: 12 }
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

    /// Where pictures are kept.
    pub fn pictures(&self) -> PathBuf {
        self.data.dir.join("slides")
    }

    fn checked(self) -> Result<Self, SettingsError> {
        let refuse = |key, fault: String, remedy| Err(SettingsError::Value { key, fault, remedy });
        let Self { panel, sound, languages, slides, .. } = &self;
        if !(5.0..=200.0).contains(&panel.diagonal_inch) {
            let fault = format!("is {}", panel.diagonal_inch);
            return refuse("panel.diagonal_inch", fault, "write the panel's diagonal in inches, 5 to 200");
        }
        if !(0.5..=50.0).contains(&panel.distance_m) {
            let fault = format!("is {}", panel.distance_m);
            return refuse("panel.distance_m", fault, "write the metres to the farthest seat, 0.5 to 50");
        }
        let volumes = sound.hours.iter().map(|hours| ("sound.hours.volume", hours.volume));
        let volumes = volumes.chain(sound.areas.values().map(|volume| ("sound.areas", *volume)));
        for (key, volume) in volumes.chain([("sound.volume", sound.volume)]) {
            if volume > 100 {
                return refuse(key, format!("is {volume}"), "write percent, 0 to 100");
            }
        }
        if slides.seconds_each < 5 {
            let fault = format!("is {}", slides.seconds_each);
            return refuse("slides.seconds_each", fault, "nobody reads faster than 5 seconds");
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
        assert_eq!(settings.speech, SpeechSettings::default());
        assert_eq!(settings.slides, SlideSettings::default());
        assert_eq!(settings.window, WindowSettings::default());
        assert_eq!(settings.languages, LanguageSettings::default());
        let least =
            "[lobby]\nurl = \"https://lobby.example:8480\"\n[data]\ndir = \"/var/lib/foyer-display\"\n";
        assert_eq!(parse(least).unwrap(), settings);
    }

    #[test]
    fn what_is_commented_out_in_the_example_is_understood() {
        let all: String = EXAMPLE
            .lines()
            .map(|line| {
                line.strip_prefix("# ")
                    .filter(|key| key.contains(" = ") || key.starts_with('['))
                    .unwrap_or(line)
            })
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
        let place = |text: &str| PanelPlace::try_from(text.to_owned());
        assert_eq!(
            place("1920x1080+1920+0").unwrap(),
            PanelPlace { x: 1920, y: 0, width: 1920, height: 1080 }
        );
        for wrong in ["", "1920x1080", "1920x1080+0", "0x0+0+0", "1920x1080+a+0", "99999x1080+0+0"] {
            assert!(place(wrong).unwrap_err().contains("xrandr"), "{wrong}");
        }
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

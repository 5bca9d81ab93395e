//! The configuration of what is heard: `[sound]` and `[speech]`.

use crate::kept::LOUDEST;
use foyer_protocol::program::SettingsError;
use iced::keyboard::{self, Key, key::Named};
use serde::Deserialize;
use std::path::PathBuf;

/// `[sound]`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sound {
    /// How loud sounds and speech are until staff set it on the terminal, 0 to [`LOUDEST`].
    pub volume: u8,
}

impl Default for Sound {
    fn default() -> Self {
        Self { volume: 6 }
    }
}

impl Sound {
    /// Refuses a volume that there is not.
    ///
    /// # Errors
    /// It is too large.
    pub fn checked(&self) -> Result<(), SettingsError> {
        if self.volume <= LOUDEST {
            return Ok(());
        }
        let fault = format!("is {}", self.volume);
        Err(SettingsError::Value { key: "sound.volume", fault, remedy: "write 0 (silence) to 10 (loudest)" })
    }
}

/// `[speech]`
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Speech {
    /// Who hears it.
    pub output: Listeners,
    /// The tactile keys that start speech, interrupt it and say the screen again.
    pub keys: Vec<KeyName>,
    /// The keys that open the aids: large text, lower keys, more time.
    pub aid_keys: Vec<KeyName>,
    /// The program that speaks.
    pub program: PathBuf,
}

impl Default for Speech {
    fn default() -> Self {
        Self {
            output: Listeners::Speaker,
            keys: vec![KeyName(Key::Named(Named::F1)), KeyName(Key::Character("*".into()))],
            aid_keys: vec![KeyName(Key::Named(Named::F2))],
            program: PathBuf::from("espeak-ng"),
        }
    }
}

/// Who hears what is said (EN 301 549, 5.1.3.9).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Listeners {
    /// Everybody near the terminal: appointments and concerns are said only after consent.
    #[default]
    Speaker,
    /// The citizen alone.
    Headset,
}

/// A key of a keyboard or a keypad, by its name: `F1` to `F24`, or the character that it types.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct KeyName(Key);

impl KeyName {
    /// Whether this key went down.
    pub fn is_pressed(&self, event: &keyboard::Event) -> bool {
        matches!(event, keyboard::Event::KeyPressed { key, repeat: false, .. } if *key == self.0)
    }
}

/// Keys that type nothing.
const FUNCTION_KEYS: [Named; 24] = [
    Named::F1,
    Named::F2,
    Named::F3,
    Named::F4,
    Named::F5,
    Named::F6,
    Named::F7,
    Named::F8,
    Named::F9,
    Named::F10,
    Named::F11,
    Named::F12,
    Named::F13,
    Named::F14,
    Named::F15,
    Named::F16,
    Named::F17,
    Named::F18,
    Named::F19,
    Named::F20,
    Named::F21,
    Named::F22,
    Named::F23,
    Named::F24,
];

impl TryFrom<String> for KeyName {
    type Error = String;

    fn try_from(name: String) -> Result<Self, Self::Error> {
        let mut signs = name.chars();
        let first = signs.next();
        let rest = signs.as_str();
        match first {
            // Letters and digits are for typing a Terminnummer.
            Some(sign) if rest.is_empty() && !sign.is_alphanumeric() && !sign.is_whitespace() => {
                Ok(Self(Key::Character(name.into())))
            }
            Some('F') => rest
                .parse::<usize>()
                .ok()
                .and_then(|number| FUNCTION_KEYS.get(number.checked_sub(1)?))
                .map(|named| Self(Key::Named(*named)))
                .ok_or_else(|| format!("`{name}` is no key: write F1 to F24 or one sign such as *")),
            _ => Err(format!("`{name}` is no key: write F1 to F24 or one sign such as *")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_have_names_and_letters_are_none() {
        let named = |name: &str| KeyName::try_from(name.to_owned());
        assert_eq!(named("F1"), Ok(KeyName(Key::Named(Named::F1))));
        assert_eq!(named("F24"), Ok(KeyName(Key::Named(Named::F24))));
        assert_eq!(named("*"), Ok(KeyName(Key::Character("*".into()))));
        for wrong in ["", "F0", "F25", "F", "A", "7", " ", "**", "Enter"] {
            assert!(named(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_volume_has_an_end() {
        assert!(Sound { volume: 10 }.checked().is_ok());
        assert!(Sound { volume: 11 }.checked().unwrap_err().to_string().contains("sound.volume"));
    }
}

//! A Terminnummer, typed on the kiosk's screen.

use super::Stage;
use anyhow::{Context, Result};
use foyer_kiosk::screen::keypad::SIGNS;

/// The middle of the first key, and from key to key, on a panel of 1080 × 1920.
const FIRST: (u32, u32) = (96, 1319);
const APART: (u32, u32) = (127, 107);
/// The middle of the key that sends them.
const SEND: (u32, u32) = (766, 1772);
/// Keys in a row.
const IN_A_ROW: u32 = 8;

impl Stage {
    /// Goes from the welcome to the keypad, touches a key for each sign and the one that sends them. Gives how often the
    /// screen was touched.
    ///
    /// # Errors
    /// A key is not there.
    pub async fn types(&self, number: &str) -> Result<usize> {
        let screens = self.screens.as_ref().context("there is no virtual screen")?;
        self.touch(0, "eintippen").await?;
        self.screen_shows(0, "keypad.png", &["Zeichen"]).await?;
        let signs = number.chars().filter(char::is_ascii_alphanumeric);
        let mut touches = 2;
        for sign in signs {
            let key = SIGNS.find(sign).with_context(|| format!("there is no key {sign}"))?;
            let (down, along) = (u32::try_from(key)? / IN_A_ROW, u32::try_from(key)? % IN_A_ROW);
            screens.touch(0, (FIRST.0 + along * APART.0, FIRST.1 + down * APART.1))?;
            touches += 1;
        }
        screens.touch(0, SEND)?;
        Ok(touches)
    }
}

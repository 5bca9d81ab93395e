//! A browser's page judged as people use it: by keyboard alone, by axe-core, as a picture.

use crate::browser::Browser;
use crate::judged;
use anyhow::{Context, Result, bail, ensure};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use thirtyfour::{By, Key, WebDriver};
use url::Url;

/// More stops than any page of ours has.
const MOST_STOPS: usize = 80;

/// axe-core's rules of WCAG 2.2 A and AA, and its own for good practice.
const OF_PAGES: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const RULES: &str = r#"
    const done = arguments[arguments.length - 1];
    axe.run(document, { runOnly: { type: "tag", values: arguments[0] } }).then(
      (found) => done([...found.violations, ...found.incomplete].map((fault) => ({
        rule: fault.id, help: fault.help, isSure: found.violations.includes(fault),
        where: fault.nodes.map((node) => node.html + " – " + node.failureSummary),
      }))),
      (error) => done([{ rule: "axe", help: String(error), isSure: true, where: [] }]),
    );
"#;

/// Where axe-core is not sure and need not be: signs that are no letters, which have the colours of the text beside them;
/// what lies under a bar, or beside the part of a table that is in sight, and has the same colours when it does not; a field
/// without a value; the figures of a scale; a heading whose page was pushed anew while it was looked at; a mail that is shown
/// in a frame of its own.
const ANSWERED: [&str; 9] = [
    "contains only non-text characters",
    "Unable to determine if the visible text is part of the accessible name",
    "Unable to determine previous heading",
    "iframe still has to be tested",
    "too short to determine if it is actual text content",
    "partially obscured by another element",
    "overlapped by another element",
    "partially overlaps other elements",
    "has no value; test color contrast with a value entered",
];

/// Colours of the reader's own are painted by the system, not by the page.
const PAINTED: &str = "has a 1:1 contrast ratio with the background";

/// Somebody at a keyboard.
pub struct Hands<'a> {
    page: &'a WebDriver,
    pressed: Mutex<Vec<String>>,
}

impl<'a> Hands<'a> {
    /// At this browser.
    pub fn at(browser: &'a Browser) -> Self {
        Self { page: &browser.page, pressed: Mutex::default() }
    }

    /// Presses keys, one after the other, wherever the focus is.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn press(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        let keys = keys.into();
        self.pressed.lock().unwrap_or_else(PoisonError::into_inner).push(keys.to_string());
        Ok(self.page.action_chain().send_keys(keys).perform().await?)
    }

    /// How many keys were pressed so far: each character of a text is one.
    pub fn keys(&self) -> usize {
        let pressed = self.pressed.lock().unwrap_or_else(PoisonError::into_inner);
        pressed.iter().map(|keys| keys.chars().count()).sum()
    }

    /// What was pressed last, for who has to find out why nothing came of it.
    pub fn last(&self) -> Vec<String> {
        let pressed = self.pressed.lock().unwrap_or_else(PoisonError::into_inner);
        pressed.iter().rev().take(6).rev().cloned().collect()
    }

    /// Goes on with the tabulator until this element has the focus, which must be seen at each stop.
    ///
    /// # Errors
    /// It is never reached, or a stop cannot be seen.
    pub async fn go_to(&self, css: &str) -> Result<()> {
        for _ in 0..MOST_STOPS {
            if self.is_at(css).await? {
                return Ok(());
            }
            self.press(Key::Tab).await?;
            self.focus_is_seen().await?;
        }
        bail!("`{css}` cannot be reached by keyboard")
    }

    /// Goes there and presses Enter.
    ///
    /// # Errors
    /// As [`Self::go_to`].
    pub async fn choose(&self, css: &str) -> Result<()> {
        self.go_to(css).await?;
        self.press(Key::Enter).await
    }

    /// Whether an element has the focus.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn is_at(&self, css: &str) -> Result<bool> {
        let script = "return document.activeElement.matches(arguments[0])";
        Ok(self.page.execute(script, vec![css.into()]).await?.convert()?)
    }

    /// Who has the focus shows it: by an outline, or by looking different from what is not focused.
    async fn focus_is_seen(&self) -> Result<()> {
        let script = r#"
            const at = document.activeElement;
            if (at === document.body) return "";
            const style = getComputedStyle(at), box = at.getBoundingClientRect();
            const seen = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
            return seen && box.width > 0 && box.height > 0 ? "" : at.outerHTML.slice(0, 200);
        "#;
        let unseen: String = self.page.execute(script, Vec::new()).await?.convert()?;
        ensure!(unseen.is_empty(), "the focus is not seen on {unseen}");
        Ok(())
    }
}

/// axe-core finds nothing on the page as it is, and doubts nothing that is not answered here.
///
/// # Errors
/// What it found, with the elements; axe-core is not installed.
pub async fn has_no_barriers(browser: &Browser, name: &str) -> Result<()> {
    keeps_rules(browser, name, &OF_PAGES).await
}

/// The same for a mail, which has no landmarks: the program that shows it has.
///
/// # Errors
/// As [`has_no_barriers`].
pub async fn mail_has_no_barriers(browser: &Browser, name: &str) -> Result<()> {
    keeps_rules(browser, name, &OF_PAGES[..5]).await
}

async fn keeps_rules(browser: &Browser, name: &str, rules: &[&str]) -> Result<()> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../assets/web/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&script).with_context(|| {
        format!("{} is missing: `npm ci --prefix assets/web` brings it", script.display())
    })?;
    browser.page.execute(axe, Vec::new()).await?;
    let found: Value = browser.page.execute_async(RULES, vec![rules.into()]).await?.convert()?;
    let found = found.as_array().context("axe-core answers with a list")?;
    let found: Vec<&Value> =
        found.iter().filter(|fault| fault["isSure"] == true || is_doubtful(fault, name)).collect();
    ensure!(found.is_empty(), "{name}: {}", serde_json::to_string_pretty(&found)?);
    Ok(())
}

/// Whether a doubt of axe-core's is one that nothing here answers.
fn is_doubtful(fault: &Value, name: &str) -> bool {
    let is_answered = |place: &Value| {
        let said = place.as_str().unwrap_or_default();
        let is_painted = name.contains("forced-colors") && said.contains(PAINTED);
        is_painted || ANSWERED.iter().any(|doubt| said.contains(doubt))
    };
    !fault["where"].as_array().is_some_and(|places| places.iter().all(is_answered))
}

/// Waits until the page shows this text, or no longer.
///
/// # Errors
/// It does not in time.
pub async fn shows(browser: &Browser, css: &str, text: &str) -> Result<()> {
    let seen = Mutex::new(String::new());
    let what = format!("`{css}` to show `{text}`");
    let shown = crate::wait::for_value(&what, crate::wait::LIMIT, || async {
        // The page replaces its parts while it is looked at.
        let Ok(found) = browser.page.find(By::Css(css)).await else { return Ok(None) };
        let Ok(shown) = found.text().await else { return Ok(None) };
        let shown = shown.replace('\u{202f}', " ");
        let is_there = shown.contains(text).then_some(());
        *seen.lock().unwrap_or_else(PoisonError::into_inner) = shown;
        Ok(is_there)
    });
    shown.await.with_context(|| {
        format!("it shows `{}`", seen.lock().unwrap_or_else(PoisonError::into_inner).escape_debug())
    })
}

/// Opens a page, and not another one to which it leads.
///
/// # Errors
/// It cannot be loaded, or is left for another one: for that at which one signs in.
pub async fn open(browser: &Browser, url: &str) -> Result<()> {
    browser.page.goto(url).await?;
    let (wanted, here) = (Url::parse(url)?, browser.page.current_url().await?);
    ensure!(here.path() == wanted.path(), "{url} leads to {here}");
    Ok(())
}

/// The page is there and not a refusal of it, nor another page under its name.
///
/// # Errors
/// It was answered with another status, or is at another address, than [`judged`] says.
pub async fn is_meant(browser: &Browser, name: &str) -> Result<()> {
    let status = judged::status_of(name);
    let script = "return performance.getEntriesByType('navigation')[0].responseStatus";
    let answered: u16 = browser.page.execute(script, Vec::new()).await?.convert()?;
    let here = browser.page.current_url().await?;
    ensure!(answered == status, "{name} was answered with {answered}: {here}");
    if let Some(address) = judged::address_of(name) {
        ensure!(judged::is_at(address, here.path()), "{name} is at {here} and not at {address}");
    }
    Ok(())
}

/// Where pictures of pages go: `FOYER_PAGES=folder` asks for them.
pub fn pictures() -> Option<PathBuf> {
    std::env::var_os("FOYER_PAGES").map(PathBuf::from)
}

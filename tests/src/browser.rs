//! A real Chromium, driven through WebDriver.

use crate::program::Program;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

/// A running browser window.
pub struct Browser {
    /// The window.
    pub page: WebDriver,
    profile: PathBuf,
    _server: Program,
}

/// A node of the accessibility tree.
#[derive(Debug, Clone)]
pub struct Accessible {
    /// Its id.
    pub id: String,
    /// That of the node around it; empty at the root.
    pub parent: String,
    /// `button`, `heading`, `alert`; `none` where it is nothing to a screen reader.
    pub role: String,
    /// What is read.
    pub name: String,
}

impl Drop for Browser {
    /// The driver ends the browser only when it is asked to; a journey that fails does not come that far.
    fn drop(&mut self) {
        // Chromium notes the process that has its profile as a link to `machine-process`; none is left when it is gone.
        let Ok(lock) = std::fs::read_link(self.profile.join("SingletonLock")) else { return };
        let lock = lock.to_string_lossy();
        if let Some((_, process)) = lock.rsplit_once('-') {
            // It may be going just now.
            let _ = Command::new("kill").arg(process).stderr(Stdio::null()).status();
        }
    }
}

impl Browser {
    /// Opens a window of this size for somebody who reads German; `folder` takes its profile and log.
    ///
    /// # Errors
    /// Chromium or its driver is not installed or does not start.
    pub async fn open(folder: &Path, width: u32, height: u32) -> Result<Self> {
        Self::open_in("de", folder, width, height).await
    }

    /// The same for somebody who reads another language: `en`.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_in(language: &str, folder: &Path, width: u32, height: u32) -> Result<Self> {
        crate::http::provide();
        std::fs::create_dir_all(folder)?;
        let mut command = Command::new("chromedriver");
        command.arg("--port=0");
        let mut server = Program::start(command, &folder.join("chromedriver.log"))?;
        let port = server.line_after("successfully on port ", Duration::from_secs(30))?;
        let mut wanted = DesiredCapabilities::chrome();
        let profile = folder.join("profile");
        let data = format!("--user-data-dir={}", profile.display());
        let size = format!("--window-size={width},{height}");
        for argument in [
            "--headless=new",
            "--no-sandbox", // Chromium refuses to run as root with it
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            &format!("--lang={language}"),
            &format!("--accept-lang={language}"),
            &data,
            &size,
        ] {
            wanted.add_arg(argument)?;
        }
        let address = format!("http://127.0.0.1:{}", port.trim().trim_end_matches('.'));
        let page = WebDriver::new(&address, wanted).await?;
        Ok(Self { page, profile, _server: server })
    }

    /// Gives the page this size in its own pixels, a colour scheme, `light` or `dark`, and a zoom.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn looks(&self, width: u32, height: u32, scheme: &str, zoom: u32) -> Result<()> {
        let tools = self.page.cdp();
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        self.prefers(&[("prefers-color-scheme", scheme)]).await
    }

    /// Lets the page believe that somebody prefers this, and nothing else.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn prefers(&self, features: &[(&str, &str)]) -> Result<()> {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let media = json!({ "features": features.iter().map(feature).collect::<Vec<_>>() });
        self.page.cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
    }

    /// What a screen reader gets of the page, in the page's order, with common spaces.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn accessible(&self) -> Result<Vec<Accessible>> {
        let tree = self.page.cdp().send_raw("Accessibility.getFullAXTree", json!({})).await?;
        let nodes = tree["nodes"].as_array().context("a tree has nodes")?;
        let text = |value: &Value| value.as_str().unwrap_or_default().replace('\u{202f}', " ");
        let read = |node: &Value| Accessible {
            id: text(&node["nodeId"]),
            parent: text(&node["parentId"]),
            role: text(&node["role"]["value"]),
            name: text(&node["name"]["value"]),
        };
        Ok(nodes.iter().map(read).collect())
    }

    /// Saves what the window shows.
    ///
    /// # Errors
    /// The window is gone, or the file cannot be written.
    pub async fn picture(&self, png: &Path) -> Result<()> {
        std::fs::write(png, self.page.screenshot_as_png().await?)?;
        Ok(())
    }

    /// Closes the window.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn close(self) -> Result<()> {
        Ok(self.page.clone().quit().await?)
    }
}

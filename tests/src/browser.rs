//! A real Chromium, driven through WebDriver.

use crate::program::Program;
use anyhow::Result;
use serde_json::json;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, WebDriver};

/// A running browser window.
pub struct Browser {
    /// The window.
    pub page: WebDriver,
    // Ends the driver, and with it the browser, when dropped.
    _server: Program,
}

impl Browser {
    /// Opens a window of this size; `folder` takes its profile and log.
    ///
    /// # Errors
    /// Chromium or its driver is not installed or does not start.
    pub async fn open(folder: &Path, width: u32, height: u32) -> Result<Self> {
        crate::http::provide();
        std::fs::create_dir_all(folder)?;
        let mut command = Command::new("chromedriver");
        command.arg("--port=0");
        let mut server = Program::start(command, &folder.join("chromedriver.log"))?;
        let port = server.line_after("successfully on port ", Duration::from_secs(30))?;
        let mut wanted = DesiredCapabilities::chrome();
        let profile = format!("--user-data-dir={}", folder.join("profile").display());
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
            "--lang=de",
            "--accept-lang=de",
            &profile,
            &size,
        ] {
            wanted.add_arg(argument)?;
        }
        let address = format!("http://127.0.0.1:{}", port.trim().trim_end_matches('.'));
        let page = WebDriver::new(&address, wanted).await?;
        Ok(Self { page, _server: server })
    }

    /// Gives the page this size in its own pixels, a colour scheme, `light` or `dark`, and a zoom.
    ///
    /// # Errors
    /// The window is gone.
    pub async fn looks(&self, width: u32, height: u32, scheme: &str, zoom: u32) -> Result<()> {
        let tools = self.page.cdp();
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": zoom, "mobile": false });
        tools.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        tools.send_raw("Emulation.setEmulatedMedia", media).await?;
        Ok(())
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
        Ok(self.page.quit().await?)
    }
}

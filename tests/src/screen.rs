//! A virtual screen (Xvfb) whose picture can be read from its frame buffer file.

use crate::program::{Program, run};
use anyhow::{Context, Result, ensure};
use image::RgbImage;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// A running Xvfb with one or more screens.
pub struct VirtualScreen {
    display: String,
    folder: PathBuf,
    // Ends the server when dropped.
    _server: Program,
}

impl VirtualScreen {
    /// Starts one with screens of these sizes; `folder` takes its frame buffers and log.
    ///
    /// # Errors
    /// Xvfb is not installed or does not start.
    pub fn start(folder: &Path, sizes: &[(u32, u32)]) -> Result<Self> {
        std::fs::create_dir_all(folder)?;
        let mut command = Command::new("Xvfb");
        // The server finds a free display number by itself and writes it to descriptor 1.
        command.args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-fbdir"]).arg(folder);
        for (number, (width, height)) in sizes.iter().enumerate() {
            command.arg("-screen").arg(number.to_string()).arg(format!("{width}x{height}x24"));
        }
        let mut server = Program::start(command, &folder.join("xvfb.log"))?;
        let number = server.line_after("", Duration::from_secs(20)).context("Xvfb does not start")?;
        Ok(Self { display: format!(":{}", number.trim()), folder: folder.to_owned(), _server: server })
    }

    /// The `DISPLAY` of a screen.
    pub fn display(&self, screen: usize) -> String {
        format!("{}.{screen}", self.display)
    }

    /// Touches a screen at a point.
    ///
    /// # Errors
    /// xdotool is not installed or fails.
    pub fn touch(&self, screen: usize, (x, y): (u32, u32)) -> Result<()> {
        let (x, y) = (x.to_string(), y.to_string());
        run(Command::new("xdotool").env("DISPLAY", self.display(screen)).args([
            "mousemove",
            &x,
            &y,
            "click",
            "1",
        ]))?;
        Ok(())
    }

    /// What a screen shows now.
    ///
    /// # Errors
    /// The frame buffer cannot be read.
    pub fn picture(&self, screen: usize) -> Result<RgbImage> {
        let bytes = std::fs::read(self.folder.join(format!("Xvfb_screen{screen}")))?;
        from_xwd(&bytes)
    }
}

/// Reads X Window Dump format 7, 32 bits a pixel, as Xvfb writes it (X11/XWDFile.h).
fn from_xwd(bytes: &[u8]) -> Result<RgbImage> {
    let field = |index: usize| -> Result<usize> {
        let four = bytes.get(index * 4..index * 4 + 4).context("frame buffer is too short")?;
        Ok(u32::from_be_bytes(four.try_into()?) as usize)
    };
    let (header, width, height) = (field(0)?, field(4)?, field(5)?);
    let (little, depth, stride, colours) = (field(7)? == 0, field(11)?, field(12)?, field(19)?);
    ensure!(depth == 32, "frame buffer has {depth} bits a pixel instead of 32");
    let pixels = bytes.get(header + colours * 12..).context("frame buffer is too short")?;
    let mut picture = RgbImage::new(u32::try_from(width)?, u32::try_from(height)?);
    for (y, row) in pixels.chunks(stride).take(height).enumerate() {
        for (x, pixel) in row.chunks_exact(4).take(width).enumerate() {
            let rgb = if little { [pixel[2], pixel[1], pixel[0]] } else { [pixel[1], pixel[2], pixel[3]] };
            picture.put_pixel(u32::try_from(x)?, u32::try_from(y)?, image::Rgb(rgb));
        }
    }
    Ok(picture)
}

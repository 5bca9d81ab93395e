//! A virtual screen (Xvfb) whose picture can be read from its frame buffer file.

use crate::program::{Program, run};
use anyhow::{Context, Result, ensure};
use image::RgbImage;
use std::fs::File;
use std::os::unix::fs::FileExt;
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
    pub fn touch(&self, screen: usize, at: (u32, u32)) -> Result<()> {
        self.point(screen, at, "click")
    }

    /// Puts a finger on a screen at a point and leaves it there.
    ///
    /// # Errors
    /// xdotool is not installed or fails.
    pub fn hold(&self, screen: usize, at: (u32, u32)) -> Result<()> {
        self.point(screen, at, "mousedown")
    }

    /// Lifts the finger.
    ///
    /// # Errors
    /// xdotool is not installed or fails.
    pub fn lift(&self, screen: usize, at: (u32, u32)) -> Result<()> {
        self.point(screen, at, "mouseup")
    }

    fn point(&self, screen: usize, (x, y): (u32, u32), what: &str) -> Result<()> {
        let (x, y) = (x.to_string(), y.to_string());
        let mut command = Command::new("xdotool");
        command.env("DISPLAY", self.display(screen)).args(["mousemove", &x, &y, what, "1"]);
        run(&mut command)?;
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

    /// The part of a screen that reaches so far to each side of its middle, as far as it is on the screen.
    ///
    /// # Errors
    /// The frame buffer cannot be read.
    pub fn spot(&self, screen: usize, middle: (u32, u32), reach: (u32, u32)) -> Result<Spot> {
        let frame_buffer = File::open(self.folder.join(format!("Xvfb_screen{screen}")))?;
        let mut head = [0; HEAD];
        frame_buffer.read_exact_at(&mut head, 0)?;
        let shape = Shape::of(&head)?;
        let span = |middle: u32, reach: u32, all: usize| {
            let end = ((middle + reach) as usize).min(all);
            (middle.saturating_sub(reach) as usize, end)
        };
        let ((left, right), (top, bottom)) =
            (span(middle.0, reach.0, shape.width), span(middle.1, reach.1, shape.height));
        ensure!(left < right && top < bottom, "{middle:?} is not on the screen");
        Ok(Spot {
            frame_buffer,
            begin: (shape.begin + top * shape.stride + left * 4) as u64,
            stride: shape.stride as u64,
            width: (right - left) * 4,
            rows: (bottom - top) as u64,
        })
    }
}

/// A part of a screen that is looked at again and again.
pub struct Spot {
    frame_buffer: File,
    /// First byte of the first row.
    begin: u64,
    /// From row to row, in bytes.
    stride: u64,
    /// Of a row, in bytes.
    width: usize,
    rows: u64,
}

impl Spot {
    /// Its dots now. What the screen's server is drawing at this moment may be half there.
    ///
    /// # Errors
    /// The frame buffer cannot be read.
    pub fn look(&self) -> Result<Vec<u8>> {
        let mut dots = Vec::new();
        for row in 0..self.rows {
            let begin = dots.len();
            dots.resize(begin + self.width, 0);
            self.frame_buffer.read_exact_at(&mut dots[begin..], self.begin + row * self.stride)?;
        }
        Ok(dots)
    }
}

/// The part of a dump's head that is read.
const HEAD: usize = 20 * 4;

/// How a dump of X Window Dump format 7 with 32 bits a pixel lies, as Xvfb writes it (X11/XWDFile.h).
struct Shape {
    /// Of the first pixel.
    begin: usize,
    width: usize,
    height: usize,
    /// From row to row, in bytes.
    stride: usize,
    /// Blue first.
    little: bool,
}

impl Shape {
    fn of(bytes: &[u8]) -> Result<Self> {
        let field = |index: usize| -> Result<usize> {
            let four = bytes.get(index * 4..index * 4 + 4).context("frame buffer is too short")?;
            Ok(u32::from_be_bytes(four.try_into()?) as usize)
        };
        let (depth, colours) = (field(11)?, field(19)?);
        ensure!(depth == 32, "frame buffer has {depth} bits a pixel instead of 32");
        Ok(Self {
            begin: field(0)? + colours * 12,
            width: field(4)?,
            height: field(5)?,
            stride: field(12)?,
            little: field(7)? == 0,
        })
    }
}

fn from_xwd(bytes: &[u8]) -> Result<RgbImage> {
    let shape = Shape::of(bytes)?;
    let pixels = bytes.get(shape.begin..).context("frame buffer is too short")?;
    let mut picture = RgbImage::new(u32::try_from(shape.width)?, u32::try_from(shape.height)?);
    for (y, row) in pixels.chunks(shape.stride).take(shape.height).enumerate() {
        for (x, pixel) in row.chunks_exact(4).take(shape.width).enumerate() {
            let rgb =
                if shape.little { [pixel[2], pixel[1], pixel[0]] } else { [pixel[1], pixel[2], pixel[3]] };
            picture.put_pixel(u32::try_from(x)?, u32::try_from(y)?, image::Rgb(rgb));
        }
    }
    Ok(picture)
}

//! A virtual screen whose picture is read by a program that is not ours.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A fresh call.
pub const ACCENT: [u8; 3] = [0x97, 0xaf, 0xe1];
/// A call that is taken back.
pub const AMBER: [u8; 3] = [0xf6, 0x9a, 0x00];

/// A running Xvfb, ended when dropped.
pub struct Screen {
    server: Child,
    /// For `DISPLAY`.
    pub display: String,
    /// Its pixels.
    pub size: (u32, u32),
    picture: PathBuf,
}

impl Screen {
    /// Starts one.
    pub fn start(folder: &Path, width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset", "-screen", "0"])
            .arg(format!("{width}x{height}x24"))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut number).unwrap();
        let display = format!(":{}", number.trim());
        Self { server, display, size: (width, height), picture: folder.join("screen.png") }
    }

    fn take(&self) -> image::RgbImage {
        let taken = Command::new("import")
            .args(["-display", &self.display, "-window", "root"])
            .arg(&self.picture)
            .status()
            .expect("ImageMagick is installed");
        assert!(taken.success());
        image::open(&self.picture).unwrap().to_rgb8()
    }

    /// Waits until the left part is filled with a colour; answers what can be read in that very picture,
    /// without spaces.
    pub fn fills_within(&self, limit: Duration, colour: [u8; 3]) -> String {
        let end = Instant::now() + limit;
        loop {
            // Taking one takes its time, in which the display goes on.
            let picture = self.take();
            if share(&picture, colour) > 0.4 {
                return self.read(&picture).replace(char::is_whitespace, "");
            }
            assert!(Instant::now() < end, "waited {limit:?} for {colour:?} on the left");
        }
    }

    /// Waits until all of `wanted` can be read, spaces aside; answers all that is read.
    pub fn reads_within(&self, limit: Duration, wanted: &[&str]) -> String {
        let bare = |text: &str| text.replace(char::is_whitespace, "");
        let end = Instant::now() + limit;
        loop {
            let words = self.read(&self.take());
            let found = bare(&words);
            if wanted.iter().all(|wanted| found.contains(&bare(wanted))) {
                return words;
            }
            assert!(
                Instant::now() < end,
                "waited {limit:?} for {wanted:?} on the screen, which says:\n{words}"
            );
        }
    }

    /// Waits until each half, left and right, says its own; answers all that they say, without spaces.
    pub fn reads_halves_within(&self, limit: Duration, wanted: [&str; 2]) -> [String; 2] {
        let end = Instant::now() + limit;
        loop {
            let picture = self.take();
            let half = picture.width() / 2;
            let words = [0, half].map(|left| {
                let part = image::imageops::crop_imm(&picture, left, 0, half, picture.height()).to_image();
                self.recognised(&part).replace(char::is_whitespace, "")
            });
            if words.iter().zip(wanted).all(|(words, wanted)| words.contains(wanted)) {
                return words;
            }
            assert!(Instant::now() < end, "waited {limit:?} for {wanted:?}; read {words:?}");
        }
    }

    /// All that can be read.
    fn read(&self, picture: &image::RgbImage) -> String {
        let (width, height) = (picture.width() * 3 / 5, picture.height() * 3 / 5);
        // Reading takes a second at this size and five at the full one.
        let picture = image::imageops::resize(picture, width, height, image::imageops::FilterType::Triangle);
        self.recognised(&picture)
    }

    fn recognised(&self, picture: &image::RgbImage) -> String {
        let path = self.picture.with_file_name("reading.png");
        picture.save(&path).unwrap();
        let read = Command::new("tesseract")
            .arg(&path)
            .args(["-", "-l", "deu", "--psm", "11"])
            .env("OMP_THREAD_LIMIT", "1")
            .stderr(Stdio::null())
            .output()
            .expect("tesseract is installed");
        String::from_utf8_lossy(&read.stdout).into_owned()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// How much of the left part is of this colour.
fn share(picture: &image::RgbImage, colour: [u8; 3]) -> f32 {
    let (width, height) = (picture.width() / 2, picture.height() * 4 / 5);
    let left = (0..width).flat_map(|x| (0..height).map(move |y| (x, y)));
    let filled = left.filter(|(x, y)| picture.get_pixel(*x, *y).0 == colour).count();
    filled as f32 / (width * height) as f32
}

//! A camera as the kernel has them, on a machine without one: the kiosk runs unchanged, with a library before its own
//! (`kiosk/tests/fake_camera.c`) that answers for `/dev/video0`. It sends Motion JPEG at 30 frames a second.

use crate::program::run;
use anyhow::Result;
use image::GrayImage;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A camera that can be plugged in and out.
#[derive(Debug, Clone)]
pub struct StandIn {
    folder: PathBuf,
    library: PathBuf,
}

impl StandIn {
    /// A camera in a folder of its own, plugged in; it has nothing to show yet.
    ///
    /// # Errors
    /// There is no C compiler, or the folder cannot be written.
    pub fn new(folder: &Path) -> Result<Self> {
        let stand_in = Self { folder: folder.to_owned(), library: folder.join("camera.so") };
        fs::create_dir_all(folder.join("0"))?;
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/../kiosk/tests/fake_camera.c");
        let mut compiler = Command::new("cc");
        compiler.args(["-shared", "-fPIC", "-O1", "-o"]).arg(&stand_in.library).arg(source);
        run(&mut compiler)?;
        fs::write(stand_in.file("name"), "Stand-in")?;
        fs::write(stand_in.file("frame.yuyv"), [128].repeat(640 * 480 * 2))?;
        Ok(stand_in)
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.join("0").join(name)
    }

    /// What the kiosk needs in its environment.
    pub fn environment(&self) -> [(&'static str, String); 2] {
        [
            ("LD_PRELOAD", self.library.to_string_lossy().into_owned()),
            ("FAKE_CAMERA", self.folder.to_string_lossy().into_owned()),
        ]
    }

    /// Holds a picture before it.
    ///
    /// # Errors
    /// The picture cannot be written.
    pub fn show(&self, picture: &GrayImage) -> Result<()> {
        // A sensor is never quite still.
        let mut other = picture.clone();
        other.iter_mut().step_by(97).for_each(|pixel| *pixel ^= 2);
        for (name, picture) in [("odd.jpg", &other), ("frame.jpg", picture)] {
            let part = self.file("part.jpg");
            picture.save(&part)?;
            fs::rename(part, self.file(name))?;
        }
        Ok(())
    }

    /// Holds bytes before it that are no picture.
    ///
    /// # Errors
    /// They cannot be written.
    pub fn garble(&self) -> Result<()> {
        for name in ["odd.jpg", "frame.jpg"] {
            fs::write(self.file(name), [0x5a; 4_000])?;
        }
        Ok(())
    }

    /// Pulls its cable out, or plugs it in again.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn plug(&self, is_in: bool) -> Result<()> {
        self.set("unplugged", !is_in)
    }

    /// Makes it `unplugged`, `stalled` or `frozen`, or lets it work again.
    ///
    /// # Errors
    /// The folder cannot be written.
    pub fn set(&self, fault: &str, is_so: bool) -> Result<()> {
        let file = self.file(fault);
        if is_so {
            fs::write(file, "")?
        } else {
            fs::remove_file(file)?
        }
        Ok(())
    }
}

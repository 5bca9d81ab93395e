//! Where pictures come from: a camera by Video4Linux, or a folder.

use super::frame::Picture;
use super::{Camera, luma};
use nokhwa::NokhwaError;
use nokhwa::utils::{
    CameraFormat, CameraIndex, FrameFormat, RequestedFormat, RequestedFormatType, Resolution,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// Why there are no pictures. Each has a text for staff, see [`Trouble::text_id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No camera is connected.
    NotFound,
    /// Another program holds it.
    Busy,
    /// It is there and gives no picture in a form that we read.
    Refused,
    /// It stopped sending without a word.
    Stalled,
    /// It was unplugged or its driver gave up.
    Lost,
    /// It sends, and no frame can be decoded.
    Garbled,
    /// It sends nothing but black.
    Black,
    /// It sends the very same picture again and again.
    Frozen,
    /// The folder of pictures is missing or has none.
    NoPictures,
    /// The capture thread met an error of its own.
    Crashed,
}

impl Trouble {
    /// The id of the text for staff that says what is wrong and what helps.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::NotFound => "camera-not-found",
            Self::Busy => "camera-busy",
            Self::Refused => "camera-refused",
            Self::Stalled => "camera-stalled",
            Self::Lost => "camera-lost",
            Self::Garbled => "camera-garbled",
            Self::Black => "camera-black",
            Self::Frozen => "camera-frozen",
            Self::NoPictures => "camera-no-pictures",
            Self::Crashed => "camera-crashed",
        }
    }
}

/// An open source of pictures. It stays in the thread that opened it.
pub(super) enum Source {
    Device(Box<nokhwa::Camera>),
    Images(Images),
}

impl Source {
    /// Opens what the configuration names.
    pub(super) fn open(camera: &Camera) -> Result<Self, Trouble> {
        match camera {
            Camera::Device { index, width, height, frames_per_second } => {
                let wish = (Resolution::new(*width, *height), *frames_per_second);
                open_device(*index, wish).map(|camera| Self::Device(Box::new(camera)))
            }
            Camera::Images { folder, frames_per_second } => {
                let period = Duration::from_secs(1) / (*frames_per_second).clamp(1, 120);
                Ok(Self::Images(Images { folder: folder.clone(), period, due: Instant::now(), shown: None }))
            }
        }
    }

    /// Whether a sensor makes the pictures; files stand still as long as they like.
    pub(super) fn is_device(&self) -> bool {
        matches!(self, Self::Device(_))
    }

    /// Waits for the next picture. `None` is a frame that was broken; the next may be good.
    pub(super) fn next(&mut self) -> Result<Option<Picture>, Trouble> {
        match self {
            Self::Device(camera) => {
                let format = camera.camera_format();
                let raw = camera.frame_raw().map_err(|error| trouble_of(&error, Trouble::Lost))?;
                Ok(luma::from_raw(format.format(), format.width() as usize, format.height() as usize, &raw))
            }
            Self::Images(images) => images.next(),
        }
    }
}

/// Opens the named device, or the first that streams. A UVC camera has a second node that never does.
fn open_device(index: Option<u32>, wish: (Resolution, u32)) -> Result<nokhwa::Camera, Trouble> {
    let candidates = index.map_or(0..10, |index| index..index + 1);
    let mut worst = Trouble::NotFound;
    for index in candidates {
        // Motion JPEG first: uncompressed 1280×720 does not fit through USB 2 at more than 10 a second.
        for format in [FrameFormat::MJPEG, FrameFormat::YUYV, FrameFormat::NV12, FrameFormat::GRAY] {
            match open_stream(index, wish, format) {
                Ok(camera) => return Ok(camera),
                Err(error) => {
                    let trouble = trouble_of(&error, Trouble::Refused);
                    if trouble == Trouble::NotFound {
                        break;
                    }
                    worst = if worst == Trouble::Busy { worst } else { trouble };
                }
            }
        }
    }
    Err(worst)
}

fn open_stream(
    index: u32,
    (size, rate): (Resolution, u32),
    format: FrameFormat,
) -> Result<nokhwa::Camera, NokhwaError> {
    let formats = [format];
    let closest = RequestedFormatType::Closest(CameraFormat::new(size, format, rate));
    let request = RequestedFormat::with_formats(closest, &formats);
    let mut camera = nokhwa::Camera::new(CameraIndex::Index(index), request)?;
    camera.open_stream()?;
    Ok(camera)
}

/// nokhwa's errors are sentences only; the system's error number is looked up in them.
fn trouble_of(error: &NokhwaError, otherwise: Trouble) -> Trouble {
    let text = error.to_string();
    let trouble = if text.contains("os error 16)") {
        Trouble::Busy
    } else if text.contains("os error 2)") {
        Trouble::NotFound
    } else if text.contains("os error 4)") {
        Trouble::Stalled
    } else {
        otherwise
    };
    tracing::debug!(%error, ?trouble, "camera");
    trouble
}

/// A folder in which the newest picture is what stands before the camera.
pub(super) struct Images {
    folder: PathBuf,
    period: Duration,
    due: Instant,
    /// What was decoded last, and of which file, so that a still scene costs no decoding.
    shown: Option<(Stamp, Picture)>,
}

/// A file's identity: the newest by time, then by name.
type Stamp = (SystemTime, PathBuf, u64);

impl Images {
    fn next(&mut self) -> Result<Option<Picture>, Trouble> {
        let now = Instant::now();
        thread::sleep(self.due.saturating_duration_since(now));
        self.due = self.due.max(now) + self.period;
        let newest = newest_picture(&self.folder).ok_or(Trouble::NoPictures)?;
        if let Some((stamp, picture)) = &self.shown
            && *stamp == newest
        {
            return Ok(Some(picture.clone()));
        }
        let Some(picture) = fs::read(&newest.1).ok().and_then(|bytes| luma::from_file(&bytes)) else {
            return Ok(None);
        };
        self.shown = Some((newest, picture.clone()));
        Ok(Some(picture))
    }
}

fn newest_picture(folder: &Path) -> Option<Stamp> {
    fs::read_dir(folder)
        .ok()?
        .flatten()
        .filter(|entry| luma::is_picture(&entry.path()))
        .filter_map(|entry| {
            let about = entry.metadata().ok()?;
            Some((about.modified().ok()?, entry.path(), about.len()))
        })
        .max()
}

//! Where pictures come from: a camera by Video4Linux, or a folder.

use super::frame::Picture;
use super::{Camera, luma};
use nokhwa::NokhwaError;
use nokhwa::utils::{
    ApiBackend, CameraFormat, CameraIndex, FrameFormat, RequestedFormat, RequestedFormatType, Resolution,
};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

/// Devices with higher numbers are not looked at: a computer of this kind has two or three nodes.
const MOST_DEVICES: u32 = 16;

/// Why there are no pictures. Each has a text for staff, see [`Trouble::text_id`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// No camera is connected.
    NotFound,
    /// Cameras are connected, and none has the name that the configuration asks for.
    OtherName,
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
            Self::OtherName => "camera-other-name",
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
            Camera::Device { index, name, width, height, frames_per_second } => {
                let wish = (Resolution::new(*width, *height), *frames_per_second);
                open_device(*index, name.as_deref(), wish).map(|camera| Self::Device(Box::new(camera)))
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

/// Opens the device of this number and name, or the first that streams. A UVC camera has a second node that never does.
fn open_device(
    index: Option<u32>,
    name: Option<&str>,
    wish: (Resolution, u32),
) -> Result<nokhwa::Camera, Trouble> {
    let candidates = index.map_or(0..MOST_DEVICES, |index| index..index + 1);
    let mut worst = Trouble::NotFound;
    for index in candidates {
        // Motion JPEG first: uncompressed 1280×720 does not fit through USB 2 at more than 10 a second.
        for format in [FrameFormat::MJPEG, FrameFormat::YUYV, FrameFormat::NV12, FrameFormat::GRAY] {
            match open_stream(index, name, wish, format) {
                Ok(Some(camera)) => return Ok(camera),
                Ok(None) => {
                    worst = if worst == Trouble::Busy { worst } else { Trouble::OtherName };
                    break;
                }
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

/// `None`: there is a device of this number, and it has another name.
fn open_stream(
    index: u32,
    name: Option<&str>,
    (size, rate): (Resolution, u32),
    format: FrameFormat,
) -> Result<Option<nokhwa::Camera>, NokhwaError> {
    let formats = [format];
    // nokhwa's own "closest" refuses a camera that has not exactly this size.
    let any = RequestedFormat::with_formats(RequestedFormatType::None, &formats);
    let mut camera = nokhwa::Camera::new(CameraIndex::Index(index), any)?;
    if name.is_some_and(|name| !is_called(&camera.info().human_name(), name)) {
        return Ok(None);
    }
    let offered = camera.compatible_camera_formats()?;
    if let Some(best) = closest(&offered, CameraFormat::new(size, format, rate)) {
        camera
            .set_camera_requset(RequestedFormat::with_formats(RequestedFormatType::Exact(best), &formats))?;
    }
    camera.open_stream()?;
    Ok(Some(camera))
}

/// The offered format of the wished kind that comes nearest: first by size, then the lowest rate that is enough, else
/// the highest.
fn closest(offered: &[CameraFormat], wish: CameraFormat) -> Option<CameraFormat> {
    let apart = |format: &CameraFormat| {
        let (across, down) = (format.width().abs_diff(wish.width()), format.height().abs_diff(wish.height()));
        let rate = format.frame_rate();
        let too_slow = wish.frame_rate().saturating_sub(rate);
        (u64::from(across).pow(2) + u64::from(down).pow(2), too_slow, rate)
    };
    offered.iter().filter(|format| format.format() == wish.format()).copied().min_by_key(apart)
}

/// Whether a camera's own name holds the one that is asked for, in capitals or not.
fn is_called(own: &str, asked: &str) -> bool {
    own.to_lowercase().contains(&asked.trim().to_lowercase())
}

/// The numbers and names of the cameras of this computer, for staff.
pub fn names() -> Vec<(u32, String)> {
    let found = nokhwa::query(ApiBackend::Video4Linux).unwrap_or_default();
    let mut names: Vec<(u32, String)> =
        found.iter().filter_map(|about| Some((about.index().as_index().ok()?, about.human_name()))).collect();
    names.sort();
    names
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

#[cfg(test)]
mod tests {
    use super::*;

    fn format(width: u32, height: u32, rate: u32) -> CameraFormat {
        CameraFormat::new(Resolution::new(width, height), FrameFormat::MJPEG, rate)
    }

    #[test]
    fn the_closest_size_wins_then_a_rate_that_is_enough() {
        let yuyv = CameraFormat::new(Resolution::new(1280, 720), FrameFormat::YUYV, 15);
        let wish = format(1280, 720, 15);
        let offered = [
            yuyv,
            format(640, 480, 15),
            format(1600, 1200, 15),
            format(1280, 960, 30),
            format(1280, 960, 20),
        ];
        assert_eq!(closest(&offered, wish), Some(format(1280, 960, 20)));
        let slow = [format(1280, 720, 5), format(1280, 720, 10), format(320, 240, 30)];
        assert_eq!(closest(&slow, wish), Some(format(1280, 720, 10)));
        assert_eq!(closest(&[yuyv], wish), None);
    }

    #[test]
    fn a_part_of_a_name_in_any_capitals_is_enough() {
        assert!(is_called("HD Pro Webcam C920", " hd pro webcam "));
        assert!(!is_called("Integrated Camera", "webcam"));
    }
}

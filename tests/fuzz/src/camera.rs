//! What a camera sends.

#[path = "../../../kiosk/src/device/camera/frame.rs"]
#[allow(dead_code, reason = "the kiosk asks for more of it")]
mod frame;
#[path = "../../../kiosk/src/device/camera/luma.rs"]
#[allow(dead_code, reason = "the kiosk asks for more of it")]
mod luma;

use nokhwa::utils::FrameFormat;

/// A frame's width, height and number of pixels, where it could be decoded.
pub fn decode(kind: u8, width: u16, height: u16, raw: &[u8]) -> Option<(usize, usize, usize)> {
    let formats =
        [FrameFormat::MJPEG, FrameFormat::YUYV, FrameFormat::NV12, FrameFormat::GRAY, FrameFormat::RAWRGB];
    let format = formats[usize::from(kind) % formats.len()];
    let picture = luma::from_raw(format, usize::from(width), usize::from(height), raw)?;
    Some((picture.width(), picture.height(), picture.pixels().len()))
}

//! From what a camera sends to gray. Nothing here panics: a frame can be cut or garbled at any byte.

use super::frame::Picture;
use nokhwa::utils::FrameFormat;
use std::path::Path;
use zune_core::bytestream::ZCursor;
use zune_core::colorspace::ColorSpace;
use zune_core::options::DecoderOptions;
use zune_jpeg::JpegDecoder;

/// No picture wider or higher than this is decoded, so that a broken header cannot take the memory.
const LARGEST_SIDE: usize = 4096;

/// The gray picture of a raw frame; `None` if the frame is broken or of a kind that is not asked for.
///
/// A driver's buffer is often longer than its frame; what is behind it is not looked at.
pub(super) fn from_raw(format: FrameFormat, width: usize, height: usize, raw: &[u8]) -> Option<Picture> {
    let size = width.checked_mul(height)?;
    match format {
        FrameFormat::MJPEG => from_jpeg(raw),
        FrameFormat::YUYV => {
            let pairs = raw.get(..size.checked_mul(2)?)?;
            Picture::new(width, height, pairs.chunks_exact(2).map(|pair| pair[0]).collect())
        }
        FrameFormat::NV12 | FrameFormat::GRAY => Picture::new(width, height, raw.get(..size)?.to_vec()),
        FrameFormat::RAWRGB | FrameFormat::RAWBGR => None,
    }
}

/// The gray picture of a JPEG, decoded without its colours; `None` if it is broken.
pub(super) fn from_jpeg(raw: &[u8]) -> Option<Picture> {
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::Luma)
        .set_strict_mode(false)
        .set_max_width(LARGEST_SIDE)
        .set_max_height(LARGEST_SIDE);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(raw), options);
    let pixels = decoder.decode().ok()?;
    let (width, height) = decoder.dimensions()?;
    Picture::new(width, height, pixels)
}

/// The gray picture of a file's bytes; `None` if they are broken. A JPEG goes the way of a camera's frames; anything
/// else is a PNG.
pub(crate) fn from_file(bytes: &[u8]) -> Option<Picture> {
    if bytes.starts_with(&[0xff, 0xd8]) {
        return from_jpeg(bytes);
    }
    let gray = image::load_from_memory(bytes).ok()?.into_luma8();
    let (width, height) = (gray.width() as usize, gray.height() as usize);
    Picture::new(width, height, gray.into_raw())
}

/// Whether a file is a picture by its name.
pub(crate) fn is_picture(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    ["jpg", "jpeg", "png"].iter().any(|known| ending.eq_ignore_ascii_case(known))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jpeg() -> Vec<u8> {
        let picture = image::GrayImage::from_fn(64, 48, |x, y| image::Luma([(x * 3 + y) as u8]));
        let mut bytes = std::io::Cursor::new(Vec::new());
        picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn every_format_gives_its_brightness() {
        let yuyv = from_raw(FrameFormat::YUYV, 2, 2, &[1, 99, 2, 99, 3, 99, 4, 99, 7, 7]).unwrap();
        assert_eq!(yuyv.pixels(), [1, 2, 3, 4]);
        let nv12 = from_raw(FrameFormat::NV12, 2, 2, &[1, 2, 3, 4, 99, 99]).unwrap();
        assert_eq!(nv12.pixels(), [1, 2, 3, 4]);
        let mut trailing = jpeg();
        trailing.extend([0; 500]);
        let decoded = from_raw(FrameFormat::MJPEG, 0, 0, &trailing).unwrap();
        assert_eq!((decoded.width(), decoded.height()), (64, 48));
        assert!(decoded.pixels()[63].abs_diff(189) < 6);
    }

    #[test]
    fn frames_that_are_too_short_are_refused() {
        for format in [FrameFormat::YUYV, FrameFormat::NV12, FrameFormat::GRAY, FrameFormat::MJPEG] {
            assert_eq!(from_raw(format, 640, 480, &[0; 100]), None);
            assert_eq!(from_raw(format, usize::MAX, 2, &[0; 100]), None);
            assert_eq!(from_raw(format, 640, 480, &[]), None);
        }
    }

    /// A tiny generator, so that the broken frames are the same in every run.
    fn next(state: &mut u64) -> usize {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state as usize
    }

    #[test]
    fn broken_jpegs_never_panic() {
        let whole = jpeg();
        let mut state = 7;
        for _ in 0..2000 {
            let mut broken = whole.clone();
            broken.truncate(next(&mut state) % (whole.len() + 1));
            for _ in 0..next(&mut state) % 8 {
                let length = broken.len().max(1);
                if let Some(byte) = broken.get_mut(next(&mut state) % length) {
                    *byte = next(&mut state) as u8;
                }
            }
            let _ = from_jpeg(&broken);
        }
    }
}

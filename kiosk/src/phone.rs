//! The QR code for the citizen's phone, as a picture with one pixel a module.

use iced::widget::image::Handle;
use qrcode::{Color, EcLevel, QrCode};

/// White modules around a code (ISO/IEC 18004, quiet zone).
const QUIET: usize = 4;

/// A code that a phone can read from the screen.
#[derive(Debug)]
pub struct Code {
    picture: Handle,
    modules: usize,
}

impl Code {
    /// The code of a link; `None` if it is too long for any.
    pub fn new(link: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(link, EcLevel::M).ok()?;
        let inner = code.width();
        let modules = inner + 2 * QUIET;
        let mut rgba = vec![0xff; modules * modules * 4];
        for (index, color) in code.to_colors().into_iter().enumerate() {
            if color == Color::Dark {
                let (x, y) = (index % inner + QUIET, index / inner + QUIET);
                rgba[(y * modules + x) * 4..][..3].fill(0);
            }
        }
        let side = u32::try_from(modules).ok()?;
        Some(Self { picture: Handle::from_rgba(side, side, rgba), modules })
    }

    /// One pixel a module, the white around it included: draw it without smoothing.
    pub fn picture(&self) -> Handle {
        self.picture.clone()
    }

    /// The largest side of at most `wanted` pixels at which every module has the same number of pixels.
    pub fn side(&self, wanted: f32) -> f32 {
        let modules = self.modules as f32;
        (wanted / modules).floor().max(1.0) * modules
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modules_are_whole_pixels_and_the_picture_is_complete() {
        let code = Code::new("https://termine.example.de/t/6f9619ff-8b86-d011-b42d-00c04fc964ff").unwrap();
        assert_eq!(code.side(130.0) % code.modules as f32, 0.0);
        assert!(code.side(130.0) <= 130.0);
        let Handle::Rgba { width, height, pixels, .. } = code.picture() else { panic!("not pixels") };
        assert_eq!(pixels.len(), (width * height * 4) as usize);
        let gray: Vec<u8> = pixels.chunks(4).map(|pixel| pixel[0]).collect();
        let big = image::imageops::resize(
            &image::GrayImage::from_raw(width, height, gray).unwrap(),
            width * 4,
            height * 4,
            image::imageops::FilterType::Nearest,
        );
        let mut image = rqrr::PreparedImage::prepare(big);
        let (_, text) = image.detect_grids()[0].decode().unwrap();
        assert_eq!(text, "https://termine.example.de/t/6f9619ff-8b86-d011-b42d-00c04fc964ff");
    }
}

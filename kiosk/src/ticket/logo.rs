//! The picture at the top of a ticket.

use super::raster::Raster;
use std::path::Path;

/// Foyer's own mark, or the office's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Logo(pub(super) Raster);

/// Wider and higher than this no logo is printed: half the paper's width, 25 mm of it.
const MOST_WIDE: u32 = 288;
const MOST_HIGH: u32 = 200;

/// Why a picture cannot be the logo.
#[derive(Debug, thiserror::Error)]
#[error(
    "`{path}` cannot be printed at the top of tickets: {reason}; use a PNG or JPEG picture, dark on white"
)]
pub struct LogoError {
    path: String,
    reason: String,
}

impl Logo {
    /// A doorway whose door stands open, and the light on the floor.
    pub fn foyer() -> Self {
        Self(Raster::draw(18, 92, |x, y| {
            let (across, down) = (x - 72, y - 36);
            let in_arch = |half: i32| {
                let round = across * across + down * down <= half * half && down <= 0;
                round || (across.abs() <= half && (0..=40).contains(&down))
            };
            let frame = in_arch(36) && !in_arch(29);
            // The door's leaf, drawn as it swings towards the reader.
            let swing = (across + 29) * 8 / 22;
            let leaf = (-29..=-7).contains(&across) && in_arch(29) && down <= 40;
            let leaf = leaf || ((-29..=-7).contains(&across) && (40..=40 + swing).contains(&down));
            let knob = (across + 12).pow(2) + (down - 12).pow(2) <= 6;
            let light = (44..=54).contains(&down)
                && (across - (down - 44)).abs() <= 60
                && (down % 4) < 2
                && across > -4;
            frame || (leaf && !knob) || light
        }))
    }

    /// A picture of the office's own, made smaller where it is too large. What is transparent stays white.
    ///
    /// # Errors
    /// The file cannot be read, is no picture, or would be an empty or a black one on paper.
    pub fn load(path: &Path) -> Result<Self, LogoError> {
        let fault = |reason: String| LogoError { path: path.display().to_string(), reason };
        let bytes = std::fs::read(path).map_err(|error| fault(error.to_string()))?;
        let picture = image::load_from_memory(&bytes).map_err(|error| fault(error.to_string()))?;
        let (wide, high) = (picture.width().min(MOST_WIDE), picture.height().min(MOST_HIGH));
        let picture = picture.resize(wide, high, image::imageops::FilterType::Triangle).into_luma_alpha8();
        let white = |pixel: &image::LumaA<u8>| {
            let [shade, cover] = pixel.0.map(u32::from);
            shade * cover + 255 * (255 - cover) >= 128 * 255
        };
        let dots: Vec<bool> = picture.pixels().map(|pixel| !white(pixel)).collect();
        let black = dots.iter().filter(|dot| **dot).count();
        if black == 0 || black * 10 > dots.len() * 9 {
            return Err(fault("in black and white nothing is left of it".to_owned()));
        }
        Ok(Self(Raster::of(picture.width() as usize, &dots)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_crest_is_taken_at_a_size_that_fits_and_nonsense_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let save = |name: &str, picture: image::LumaA<u8>, dark: image::LumaA<u8>| {
            let path = folder.path().join(name);
            let crest = image::ImageBuffer::from_fn(900, 600, |x, y| {
                if (x as i32 - 450).pow(2) + (y as i32 - 300).pow(2) < 200 * 200 { dark } else { picture }
            });
            crest.save(&path).unwrap();
            path
        };
        let clear = image::LumaA([0, 0]);
        let crest = Logo::load(&save("crest.png", clear, image::LumaA([20, 255]))).unwrap();
        assert_eq!((crest.0.width(), crest.0.height()), (288, 192));
        assert!(crest.0.is_black(144, 96) && !crest.0.is_black(3, 3));
        let faint = save("faint.png", clear, image::LumaA([200, 255]));
        assert!(Logo::load(&faint).unwrap_err().to_string().contains("faint.png"));
        std::fs::write(folder.path().join("no.png"), b"no picture").unwrap();
        assert!(Logo::load(&folder.path().join("no.png")).is_err());
        assert!(Logo::load(&folder.path().join("none.png")).is_err());
    }
}

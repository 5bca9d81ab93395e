//! Pictures that nobody would hold up on purpose: the way from a picture to a text takes them all, and says nothing
//! that is not there.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use foyer_kiosk::device::camera::Picture;
use foyer_kiosk::scan::{Content, Ours, Pipeline};
use std::time::Duration;

/// The same pictures in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

/// Noise, flat ground, stripes, boxes, and corners of codes in places where no code is.
fn picture(random: &mut Random, most: usize) -> Picture {
    let (width, height) = (1 + random.below(most), 1 + random.below(most));
    let ground = random.below(256) as u8;
    let mut pixels = vec![ground; width * height];
    match random.below(4) {
        0 => pixels.iter_mut().for_each(|pixel| *pixel = random.below(256) as u8),
        1 => {
            let (step, shade) = (1 + random.below(9), random.below(256) as u8);
            pixels
                .iter_mut()
                .enumerate()
                .filter(|(at, _)| at / step % 2 == 0)
                .for_each(|(_, pixel)| *pixel = shade);
        }
        _ => {}
    }
    for _ in 0..random.below(12) {
        let (module, left, top) = (1 + random.below(5), random.below(width), random.below(height));
        let (dark, is_corner) = (random.below(256) as u8, random.below(3) > 0);
        for (y, x) in (0..7 * module).flat_map(|y| (0..7 * module).map(move |x| (y, x))) {
            let ring = (x / module).abs_diff(3).max((y / module).abs_diff(3));
            let is_dark = !is_corner || ring <= 1 || ring == 3;
            if is_dark && left + x < width && top + y < height {
                pixels[(top + y) * width + left + x] = dark;
            }
        }
    }
    Picture::new(width, height, pixels).unwrap()
}

#[test]
fn ten_thousand_pictures_of_nothing_say_nothing() {
    let (mut random, ours) = (Random(0x00f0_7e55), Ours::default());
    let mut pipeline = Pipeline::new(Duration::from_secs(600));
    for count in 0..10_000 {
        // Most are small, so that there can be many; a few are large enough for whole codes.
        let picture = picture(&mut random, if count % 100 == 0 { 400 } else { 40 });
        let content = pipeline.look_and_read(&picture, &ours);
        assert_eq!(content, Content::Nothing, "picture {count}");
    }
}

#[test]
fn a_code_of_three_thousand_characters_is_read_or_left_and_nothing_else() {
    let text = format!("F1:{}", "0Z $%*+-./:9".repeat(250));
    let code = qrcode::QrCode::with_error_correction_level(&text, qrcode::EcLevel::L).unwrap();
    let (side, module) = (code.width(), 4);
    let whole = (side + 8) * module;
    let colours = code.to_colors();
    let pixel = |at: usize| {
        let (x, y) = ((at % whole / module).wrapping_sub(4), (at / whole / module).wrapping_sub(4));
        let dark = x < side && y < side && colours[y * side + x] == qrcode::Color::Dark;
        if dark { 20 } else { 235 }
    };
    let picture = Picture::new(whole, whole, (0..whole * whole).map(pixel).collect()).unwrap();
    match Pipeline::new(Duration::from_secs(600)).look_and_read(&picture, &Ours::default()) {
        Content::Ours(reading) => assert_eq!(reading.text, text),
        Content::Nothing => {}
        other => panic!("{other:?}"),
    }
}

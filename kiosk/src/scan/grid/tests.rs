//! The grid on codes that are tilted, bent, blurred and covered.

use super::placement::{Place, Placement};
use super::weigh::Modules;
use super::*;
use crate::scan::decoder::{Decoder, corners};
use crate::scan::drawn::{code, smooth};
use crate::scan::prepare::{half, local, soften};
use qrcode::{Color, EcLevel, QrCode, Version};

const PATIENT: Duration = Duration::from_secs(600);

const CODE: &str =
    "F1:QED8WEX0YCPV4WXNH13G+$B8C 9F*T4L%:K.25O/0U7ZS3DMRYA1J6Q8XVB4NCH9ET2GKWLP5I0UOFSZ37D$MR%YA*J+Q-X.V/B";

/// A code held before the lobby so that its white edge has these corners; `bulges` as a placement has them.
fn held(corners: [Place; 4], bulges: [f32; 4]) -> Picture {
    let (lobby, code) = (smooth(1280, 720), code(CODE, 8));
    let placement = Placement::new(corners, bulges, 1.0);
    let mut pixels = lobby.pixels().to_vec();
    let steps = 2 * 900;
    for y in 0..steps {
        for x in 0..steps {
            let (u, v) = (x as f32 / steps as f32, y as f32 / steps as f32);
            let [left, top] = placement.at(u, v);
            let side = code.width() as f32;
            pixels[top as usize * 1280 + left as usize] = code.row((v * side) as usize)[(u * side) as usize];
        }
    }
    Picture::new(1280, 720, pixels).unwrap()
}

fn by_grid(picture: &Picture) -> Vec<Text> {
    let (whole, half) = (Region::whole(picture), half(picture));
    read(&half, whole, &corners(&local(&half, 12, 2, false), whole), PATIENT)
}

fn by_rxing(picture: &Picture) -> Vec<Text> {
    Decoder::Rxing.read(&local(&half(picture), 12, 2, false), Region::whole(picture)).0
}

fn blurred(mut picture: Picture, times: usize) -> Picture {
    for _ in 0..times {
        picture = soften(&picture);
    }
    picture
}

const STRAIGHT: [Place; 4] = [[400.0, 150.0], [800.0, 150.0], [800.0, 550.0], [400.0, 550.0]];

#[test]
fn codes_are_read_from_all_sides_with_their_places() {
    let turned = [[700.0, 120.0], [860.0, 470.0], [520.0, 640.0], [340.0, 260.0]];
    let tilted = [[300.0, 150.0], [560.0, 90.0], [560.0, 660.0], [300.0, 540.0]];
    for (corners, bulges) in
        [(STRAIGHT, [0.0; 4]), (turned, [0.0; 4]), (tilted, [0.0; 4]), (STRAIGHT, [0.0, 14.0, 0.0, 0.0])]
    {
        let texts = by_grid(&held(corners, bulges));
        let [(text, quad)] = &texts[..] else { panic!("{corners:?} {bulges:?}: {texts:?}") };
        assert_eq!(text, CODE);
        for (corner, spot) in corners.iter().zip(quad.0) {
            // The white edge is four of 45 to 53 modules.
            let away = (spot.x - corner[0]).hypot(spot.y - corner[1]);
            assert!((20.0..90.0).contains(&away), "{corners:?} {bulges:?}: {spot:?}");
        }
    }
}

#[test]
fn blur_that_no_threshold_survives_is_seen_through() {
    let sharp = held([[500.0, 200.0], [790.0, 220.0], [780.0, 510.0], [490.0, 500.0]], [0.0; 4]);
    assert_eq!(by_rxing(&sharp).len(), 1);
    let times = (1..60).find(|times| by_rxing(&blurred(sharp.clone(), *times)).is_empty()).unwrap();
    let texts = by_grid(&blurred(sharp, times));
    assert_eq!(texts.first().map(|(text, _)| text.as_str()), Some(CODE), "after {times} times");
}

#[test]
fn a_fold_is_followed_by_the_mesh() {
    // Folded three times across, like a letter: each part leans the other way.
    let mut picture = held(STRAIGHT, [0.0; 4]);
    let flat = picture.clone();
    let mut pixels = picture.pixels().to_vec();
    for y in 150..550 {
        let (part, within) = ((y - 150) / 100, (y - 150) % 100);
        let shift = if part % 2 == 0 { within } else { 100 - within } * 10 / 100;
        for x in 380..830 {
            pixels[y * 1280 + x] = flat.row(y)[x - shift];
        }
    }
    picture = Picture::new(1280, 720, pixels).unwrap();
    assert_eq!(by_grid(&picture).first().map(|(text, _)| text.as_str()), Some(CODE));
}

/// A code's modules, as sure as can be.
fn modules(version: i16, level: EcLevel) -> (Modules, &'static rxing::qrcode::common::Version) {
    let code = QrCode::with_version("F1:ABC", Version::Normal(version), level).unwrap();
    let weight = |colour: Color| if colour == Color::Dark { 20.0 } else { -20.0 };
    let weights = code.to_colors().into_iter().map(weight).collect();
    let side = code.width();
    (Modules { side, weights }, rxing::qrcode::common::Version::getVersionForNumber(version as u32).unwrap())
}

#[test]
fn every_size_and_level_is_laid_out_right() {
    for version in 1..=13 {
        for level in [EcLevel::L, EcLevel::M, EcLevel::Q, EcLevel::H] {
            let (modules, known) = modules(version, level);
            assert_eq!(codewords::read(&modules, known).as_deref(), Some("F1:ABC"), "{version} {level:?}");
        }
    }
}

#[test]
fn what_is_hidden_costs_less_than_what_is_wrong() {
    let (whole, version) = modules(6, EcLevel::M);
    // A band across the data: 41 modules wide, out of sight, or turned around.
    let banded = |rows: usize, hidden: bool| {
        let mut modules = whole.clone();
        for y in 20..20 + rows {
            for x in 0..41 {
                let at = y * 41 + x;
                // Something is seen there, and it says little.
                modules.weights[at] *= if hidden { -0.01 } else { -1.0 };
            }
        }
        codewords::read(&modules, version)
    };
    let most = |hidden: bool| (0..20).take_while(|rows| banded(*rows, hidden).is_some()).count();
    let (wrong, hidden) = (most(false), most(true));
    assert!(hidden > wrong && hidden > 3, "{hidden} rows hidden, {wrong} rows wrong");
}

#[test]
fn noise_is_no_code() {
    let mut state = 7u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 8
    };
    for version in [1, 5, 6, 10] {
        let (mut modules, known) = modules(version, EcLevel::M);
        for _ in 0..50 {
            modules.weights.iter_mut().for_each(|weight| *weight = (random() % 41) as f32 - 20.0);
            assert_eq!(codewords::read(&modules, known), None);
        }
    }
}

#[test]
fn pictures_of_any_size_and_corners_anywhere_are_taken() {
    let corner = |x: f32, y: f32, size: f32| Corner { middle: Spot { x, y }, size };
    let odd = [
        corner(0.0, 0.0, 7.0),
        corner(90.0, 0.0, 7.0),
        corner(0.0, 90.0, 9.0),
        corner(-40.0, 1e6, 0.0),
        corner(f32::NAN, 3.0, 7.0),
    ];
    for (width, height) in [(1, 1), (1, 9), (9, 1), (64, 48), (120, 120)] {
        let flat = Picture::new(width, height, vec![90; width * height]).unwrap();
        assert_eq!(read(&flat, Region::whole(&flat), &odd, PATIENT), []);
    }
}

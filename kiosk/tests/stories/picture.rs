//! Pictures of screens, one by one and as contact sheets, to be looked at.

use crate::layout::renderer;
use crate::scenes::{Scene, scenes};
use crate::stage::{Stage, UPRIGHT, WIDE};
use foyer_kiosk::view;
use foyer_text::Language;
use iced::advanced::renderer::{Headless, Style};
use iced::{Size, mouse};
use iced_test::runtime::UserInterface;
use iced_test::runtime::user_interface::Cache;
use image::{RgbaImage, imageops};
use std::path::{Path, PathBuf};

/// Between the pictures of a sheet.
const GAP: u32 = 12;

/// Where pictures are kept.
fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("screens");
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The stage's screen, pixel by pixel.
pub fn drawn(stage: &Stage) -> RgbaImage {
    let (look, size) = (stage.model.look(), stage.model.context().size);
    let mut renderer = renderer();
    let mut panel = UserInterface::build(view::view(&stage.model), size, Cache::default(), &mut renderer);
    let style = Style { text_color: look.palette.text };
    panel.draw(&mut renderer, &look.theme(), &style, mouse::Cursor::Unavailable);
    let pixels = Size::new(size.width as u32, size.height as u32);
    // At any other scale than 1 the renderer draws too little or too much (iced 0.14).
    let rgba = renderer.screenshot(pixels, 1.0, look.palette.ground);
    RgbaImage::from_raw(pixels.width, pixels.height, rgba).unwrap()
}

/// Keeps the picture if `FOYER_PICTURES` is part of its name.
pub fn keep_if_wanted(name: &str, stage: &Stage) {
    if std::env::var("FOYER_PICTURES").is_ok_and(|wanted| name.contains(&wanted)) {
        drawn(stage).save(folder().join(format!("{name}.png"))).unwrap();
    }
}

/// A row for each scene, a column for each language.
fn sheet(scenes: &[Scene], size: Size, diagonal_inch: f32, scale: f32) -> RgbaImage {
    let languages = Language::ALL;
    let (width, height) = ((size.width * scale).round() as u32, (size.height * scale).round() as u32);
    let along = |count: usize, one: u32| count as u32 * (one + GAP) + GAP;
    let mut sheet = RgbaImage::from_pixel(
        along(languages.len(), width),
        along(scenes.len(), height),
        image::Rgba([0x45, 0x4b, 0x6b, 0xff]),
    );
    for (row, (_, play)) in scenes.iter().enumerate() {
        for (column, language) in languages.iter().enumerate() {
            let mut stage = Stage::open(*language, size, diagonal_inch);
            play(&mut stage);
            let (x, y) = (along(column, width), along(row, height));
            let small = imageops::resize(&drawn(&stage), width, height, imageops::FilterType::CatmullRom);
            imageops::replace(&mut sheet, &small, x.into(), y.into());
        }
    }
    sheet
}

/// `FOYER_SHEETS=all` keeps a sheet of all scenes for each panel, `FOYER_SHEETS=welcome,ticket-printed` of these.
#[test]
fn contact_sheets() {
    let scenes = [scenes(), crate::staff_scenes::staff_scenes()].concat();
    let Ok(wanted) = std::env::var("FOYER_SHEETS") else {
        let small = sheet(&scenes[..1], UPRIGHT, 32.0, 0.05);
        assert_eq!(small.dimensions(), (9 * (54 + GAP) + GAP, 96 + 2 * GAP));
        let first = imageops::crop_imm(&small, GAP, GAP, 54, 96).to_image();
        assert_eq!(first.get_pixel(53, 95).0, [0xff; 4], "down to its last corner");
        assert!(first.pixels().any(|pixel| pixel.0[0] < 0x80), "with something on it");
        return;
    };
    let named = |scene: &&Scene| wanted == "all" || wanted.split(',').any(|name| name == scene.0);
    let scenes: Vec<Scene> = scenes.iter().filter(named).copied().collect();
    assert!(!scenes.is_empty(), "no scene has the name {wanted}");
    let panels = [
        ("upright", UPRIGHT, 32.0, 0.17),
        ("wide", WIDE, 32.0, 0.17),
        ("square", Size::new(1280.0, 1024.0), 19.0, 0.2),
        ("slim", Size::new(800.0, 1280.0), 15.4, 0.23),
    ];
    for (panel, size, diagonal_inch, scale) in panels {
        let sheet = sheet(&scenes, size, diagonal_inch, scale);
        sheet.save(folder().join(format!("sheet-{panel}.png"))).unwrap();
    }
}

//! The letter on paper, read back from the PDF, and where things stand on it.

use super::super::letter::tests::{ten, view, wished};
use super::super::letter::{Kind, Letter, Sibling};
use super::*;
use crate::examples;
use chrono::TimeDelta;
use foyer_protocol::booking::BookingView;
use foyer_text::Language;
use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use image::GrayImage;

/// Dots in a millimetre of the pictures: about 200 in an inch.
const DOTS: f32 = 8.0;
const ADDRESS: &str = "Frau\nErika Mustermann\nLange Straße 12 a\n12345 Musterstadt";

fn with<T>(language: Language, read: impl FnOnce(&Letter<'_>) -> T) -> T {
    let (office, mut view) = (examples::office(), view());
    view.documents = office.services.iter().flat_map(|service| service.documents.clone()).collect();
    read(&Letter {
        kind: Kind::Confirmed,
        language,
        name: "Erika Mustermann",
        office: &office,
        view: &view,
        wished: Some(wished()),
        together: &[],
        sequence: 0,
        public_url: "https://termine.example",
        written_at: ten() - TimeDelta::days(3),
    })
}

/// The pages of a PDF as pictures.
fn pictures(pdf: Vec<u8>) -> Vec<GrayImage> {
    let pdf = Pdf::new(pdf).unwrap();
    let cache = RenderCache::new();
    let scale = DOTS * 25.4 / 72.0;
    let white = hayro::vello_cpu::color::palette::css::WHITE;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: white };
    let picture = |page| {
        let drawn =
            render(page, &cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
        let grey = drawn.data().iter().map(|dot| dot.r).collect();
        GrayImage::from_raw(u32::from(drawn.width()), u32::from(drawn.height()), grey).unwrap()
    };
    pdf.pages().iter().map(picture).collect()
}

/// How many dark dots a part of a page has: left, top, right and bottom in millimetres.
fn ink(page: &GrayImage, [left, top, right, bottom]: [f32; 4]) -> usize {
    let dots = |millimetres: f32| (millimetres * DOTS) as u32;
    let dark = |y| (dots(left)..dots(right)).filter(move |x| page.get_pixel(*x, y).0[0] < 128).count();
    (dots(top)..dots(bottom)).map(dark).sum()
}

#[test]
fn the_code_is_read_back_from_paper_in_every_language() {
    for language in Language::ALL {
        let (pdf, code) = with(*language, |letter| {
            (write(letter, ADDRESS).unwrap(), letter.view.check_in_code.clone().unwrap())
        });
        let pages = pictures(pdf);
        let mut prepared = rqrr::PreparedImage::prepare(pages[0].clone());
        let grids = prepared.detect_grids();
        assert_eq!(grids.len(), 1, "{language:?}: the only code on the page");
        assert_eq!(grids[0].decode().unwrap().1, code);
        let corners = grids[0].bounds;
        let wide = (corners[1].x - corners[0].x) as f32 / DOTS;
        assert!(wide >= 40.0, "{wide} mm");
        if let Some(folder) = std::env::var_os("FOYER_PICTURES") {
            let path = std::path::Path::new(&folder).join(format!("letter-{}.png", language.tag()));
            pages[0].save(path).unwrap();
        }
    }
}

#[test]
fn each_of_several_has_its_code_on_paper() {
    let pdf = with(Language::German, |letter| {
        let on = |day| {
            let start = letter.view.start + TimeDelta::days(day);
            Sibling { view: BookingView { start, ..letter.view.clone() }, sequence: 0 }
        };
        let all: Vec<Sibling> = (0..5).map(on).collect();
        write(&Letter { kind: Kind::Together, together: &all, ..letter.clone() }, ADDRESS).unwrap()
    });
    let mut codes = 0;
    for (page, number) in pictures(pdf).into_iter().zip(1..) {
        codes += rqrr::PreparedImage::prepare(page.clone()).detect_grids().len();
        if let Some(folder) = std::env::var_os("FOYER_PICTURES") {
            page.save(std::path::Path::new(&folder).join(format!("letter-of-all-{number}.png"))).unwrap();
        }
    }
    assert_eq!(codes, 5);
}

#[test]
fn the_address_alone_is_in_the_window() {
    let pages = pictures(with(Language::German, |letter| write(letter, ADDRESS).unwrap()));
    let page = &pages[0];
    assert!(ink(page, [25.0, 57.0, 105.0, 62.5]) > 100, "the sender");
    assert!(ink(page, [25.0, 62.7, 105.0, 90.0]) > 500, "the address");
    // An envelope's window lies 20 mm from the left and is 90 mm wide; a letter moves in it by 5 mm.
    for empty in [
        [6.0, 40.0, 24.5, 95.0],
        [20.0, 35.0, 120.0, 56.0],
        [106.0, 62.0, 124.0, 95.0],
        [20.0, 90.5, 200.0, 98.0],
    ] {
        assert_eq!(ink(page, empty), 0, "{empty:?}");
    }
    assert!(ink(page, [0.0, 104.5, 5.0, 105.5]) > 0, "where it is folded");
}

#[test]
fn numbers_are_large_and_all_is_said() {
    for language in Language::ALL {
        let (sheets, _) = with(*language, |letter| sheets(letter, ADDRESS));
        let set = |text: &str| sheets.set.iter().find(|(.., said)| said == text).cloned();
        let shown = with(*language, |letter| super::super::said::short_code(&letter.view.short_code));
        for number in [shown.as_str(), "123456"] {
            let (.., size, _) = set(number).unwrap_or_else(|| panic!("{language:?}: {number}"));
            assert!(size >= 14.0);
        }
        assert!(sheets.set.iter().all(|(left, top, height, ..)| *left >= 0.0 && top + height < 290.0));
        // Glyph 0 is the box that stands for what the fonts do not have.
        assert!(!sheets.has_boxes(), "{language:?}");
    }
}

#[test]
fn what_no_letter_should_hold_does_no_harm() {
    let long = "x".repeat(2000);
    for address in ["\u{202e}tset\u{2028}أحمد\u{2029}b", long.as_str(), "\u{0}\u{7}", ""] {
        let pdf =
            with(Language::Arabic, |letter| write(&Letter { name: address, ..letter.clone() }, address));
        assert!(pdf.is_ok_and(|pdf| pdf.starts_with(b"%PDF-")));
    }
}

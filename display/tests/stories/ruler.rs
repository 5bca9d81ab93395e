//! A ruler on the picture: what stands on the wall is as high as the distance asks for (EN 301 549, 5.1.4: 0.7° for the
//! newest call; distance / 155 for the rest).

use super::{SIZES, Story, newest_first, snapshot, usual};
use foyer_display::settings::PanelSettings;
use iced::{Point, Rectangle, Size};

/// Panels and farthest seats as offices have them: a small one in a corridor, the usual one, a large one in a hall.
const PANELS: [(f32, f32); 5] = [(32.0, 2.5), (43.0, 4.0), (55.0, 5.0), (65.0, 6.0), (75.0, 8.0)];

/// 0.7° and a hundred-and-fifty-fifth, in shares of the distance.
const NEWEST: f32 = 0.012_217;
const REST: f32 = 1.0 / 155.0;

/// The height of the first letter of the first line in this part of a picture, in pixels.
fn capital(picture: &image::RgbaImage, part: Rectangle) -> f32 {
    let luma = |x: u32, y: u32| {
        let [red, green, blue, _] = picture.get_pixel(x, y).0.map(f32::from);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    };
    let (left, top) = (part.x as u32, part.y as u32);
    let (right, bottom) = ((part.x + part.width) as u32, (part.y + part.height) as u32);
    let ground = luma(left + 2, bottom - 3);
    let brightest = (left..right)
        .flat_map(|x| (top..bottom).map(move |y| (x, y)))
        .map(|(x, y)| luma(x, y))
        .fold(0.0, f32::max);
    let is_ink = |x: u32, y: u32| luma(x, y) > f32::midpoint(ground, brightest);
    let has_ink = |y: &u32| (left..right).any(|x| is_ink(x, *y));
    let first = (top..bottom).find(has_ink).expect("a line of text");
    let last = (first..bottom).find(|y| !has_ink(y)).expect("its end");
    let column = |x: &u32| (first..last).any(|y| is_ink(*x, y));
    let begin = (left..right).find(column).expect("a letter");
    let end = (begin..right).find(|x| !column(x)).expect("its end");
    let of_letter = |y: &u32| (begin..end).any(|x| is_ink(x, *y));
    let rows = (first..last).filter(of_letter).count();
    rows as f32
}

/// What the picture of a wall has, and what its distance asks for, in pixels: of the newest call and of the rest.
fn measured(size: (u16, u16), (diagonal_inch, distance_m): (f32, f32)) -> [(f32, f32); 2] {
    let panel = PanelSettings { diagonal_inch, distance_m, reduced_motion: false };
    let story = Story::with("ruler", |settings| settings.panel = panel)
        .event(snapshot(vec![usual(12)], newest_first(1..=11)))
        .after(60.0)
        .sized(size);
    let picture = image::open(story.picture()).unwrap().to_rgba8();
    let layout = story.app.layout;
    let pixels_per_mm = layout.size.width.hypot(layout.size.height) / (diagonal_inch * 25.4);
    let asked = |share: f32| distance_m * 1000.0 * share * pixels_per_mm;
    let call = Rectangle::new(Point::ORIGIN, layout.call);
    let beside =
        if layout.upright { Point::new(0.0, layout.call.height) } else { Point::new(layout.call.width, 0.0) };
    let history = Rectangle::new(beside, Size::new(layout.history.width, layout.row_height));
    [(capital(&picture, call), asked(NEWEST)), (capital(&picture, history), asked(REST))]
}

#[test]
fn what_stands_on_the_wall_is_as_high_as_its_distance_asks() {
    for size in SIZES {
        for panel in PANELS {
            let [newest, rest] = measured(size, panel);
            for (what, (found, asked)) in [("newest", newest), ("rest", rest)] {
                // A letter's edge lies between two pixels.
                assert!(found + 1.0 >= asked, "{what} at {size:?}, {panel:?}: {found} of {asked} pixels");
            }
        }
    }
}

/// The ruler measures: a wall that is too far away is found out, and so says the display itself.
#[test]
fn a_wall_that_is_too_far_away_fails_the_ruler_and_says_so() {
    let far = (24.0, 10.0);
    let [(found, asked), _] = measured((1920, 1080), far);
    assert!(found + 1.0 < asked, "{found} of {asked} pixels");
    let panel = PanelSettings { diagonal_inch: far.0, distance_m: far.1, reduced_motion: false };
    let layout = foyer_display::layout::Layout::of(Size::new(1920.0, 1080.0), &panel);
    let newest = &layout.sizes()[0];
    assert!(newest.fault().is_some());
    let of_ruler = found / layout.scale.mm(1.0);
    // What is said is of the longest usual number and counter.
    let said = newest.found_mm;
    assert!((said - 0.5..said * 1.2).contains(&of_ruler), "{said} mm said, {of_ruler} measured");
}

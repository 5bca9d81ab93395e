use super::*;

/// The shade at so many modules right and down of a corner, on the lines to its two neighbours.
fn shade(picture: &Synthetic, corner: usize, modules: (f32, f32)) -> u8 {
    let (corners, side) = (picture.truth.corners.unwrap(), modules_a_side(picture));
    let (from, next, last) = (corners[corner], corners[(corner + 1) % 4], corners[(corner + 3) % 4]);
    let at = |axis: usize| {
        from[axis]
            + (next[axis] - from[axis]) * modules.0 / side
            + (last[axis] - from[axis]) * modules.1 / side
    };
    picture.gray.get_pixel(at(0) as u32, at(1) as u32)[0]
}

fn modules_a_side(picture: &Synthetic) -> f32 {
    f32::from(17 + 4 * picture.truth.version.unwrap())
}

/// Whether a finder pattern lies at the corner, moved by so many modules: dark, light, dark, light, dark
/// through its middle in both directions (ISO/IEC 18004, 6.3.3).
fn is_finder(picture: &Synthetic, corner: usize, moved: f32) -> bool {
    let places =
        [(0.5, true), (1.5, false), (2.5, true), (3.5, true), (4.5, true), (5.5, false), (6.5, true)];
    let [along, across] = [false, true].map(|turned| {
        places.map(|(way, dark)| {
            let place = (way + moved, 3.5 + moved);
            (shade(picture, corner, if turned { (place.1, place.0) } else { place }), dark)
        })
    });
    let shades: Vec<_> = along.into_iter().chain(across).collect();
    let darkest = shades.iter().map(|(shade, _)| *shade).min().unwrap();
    let lightest = shades.iter().map(|(shade, _)| *shade).max().unwrap();
    let between = darkest / 2 + lightest / 2;
    lightest - darkest > 40 && shades.iter().all(|(shade, dark)| (*shade < between) == *dark)
}

#[test]
fn finder_patterns_lie_at_three_corners_of_the_truth_and_nowhere_else() {
    let mut seen = 0;
    for number in 0..12 {
        let kind = [Kind::Multi, Kind::PhoneMoire, Kind::Plain][number as usize % 3];
        let picture = make(1, number, kind).unwrap();
        // In harder ones a straight line between the corners is not where the modules are.
        if picture.truth.difficulty != "easy" {
            continue;
        }
        seen += 1;
        let found = [0, 1, 2, 3].map(|corner| is_finder(&picture, corner, 0.0));
        assert_eq!(found, [true, true, false, true], "{:?}", picture.truth);
        assert!(!is_finder(&picture, 0, 2.0), "the corner is not two modules away, too");
    }
    assert!(seen >= 3, "only {seen} easy pictures");
}

#[test]
fn the_same_seed_and_number_make_the_same_bytes_and_others_do_not() {
    let first = make(1, 4, Kind::PaperFolded).unwrap();
    let again = make(1, 4, Kind::PaperFolded).unwrap();
    assert_eq!((&first.jpeg, &first.truth), (&again.jpeg, &again.truth));
    for (seed, number) in [(2, 4), (1, 5)] {
        let other = make(seed, number, Kind::PaperFolded).unwrap();
        assert_ne!(first.jpeg, other.jpeg, "seed {seed}, number {number}");
        assert_ne!(first.truth.text, other.truth.text, "seed {seed}, number {number}");
    }
}

#[test]
fn every_kind_makes_a_picture_of_the_cameras_size_that_tells_what_is_in_it() {
    for kind in Kind::OURS {
        let picture = make(2, 3, kind).unwrap();
        assert_eq!(picture.gray.dimensions(), SIZE, "{kind:?}");
        let jpeg = image::load_from_memory(&picture.jpeg).unwrap().into_luma8();
        assert_eq!(jpeg.dimensions(), SIZE, "{kind:?}");
        let truth = serde_json::to_value(&picture.truth).unwrap();
        assert_eq!(truth["file"], format!("s2_0003_{}.jpg", kind.name()));
        assert_eq!(truth["category"], kind.name());
        assert!(truth["text"].as_str().unwrap().starts_with("F1"), "{truth}");
        assert!((5..=10).contains(&truth["version"].as_u64().unwrap()), "{truth}");
        assert!((2.0..13.0).contains(&truth["module_px"].as_f64().unwrap()), "{truth}");
        assert!(["phone", "paper"].contains(&truth["tags"][0].as_str().unwrap()), "{truth}");
        for corner in picture.truth.corners.unwrap() {
            let is_inside = (0.0..1280.0).contains(&corner[0]) && (0.0..720.0).contains(&corner[1]);
            assert!(is_inside, "a code that is cut cannot be read: {truth}");
        }
    }
}

#[test]
fn pictures_without_ours_say_so() {
    let mut others = 0;
    for number in 0..6 {
        let truth = make(1, number, Kind::NotOurs).unwrap().truth;
        assert_eq!((truth.text, truth.corners, truth.version), (None, None, None));
        assert!(truth.also.iter().all(|text| !text.starts_with("F1")), "{:?}", truth.also);
        others += truth.also.len();
    }
    assert!(others > 0, "some show QR codes of others");
}

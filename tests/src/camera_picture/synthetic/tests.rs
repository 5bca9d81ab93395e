use super::*;

/// The shade at so many modules along and across from a corner, seen in perspective: the projective map from a
/// square to the four corners of the truth.
fn shade(picture: &Synthetic, corner: usize, modules: (f32, f32)) -> u8 {
    let (corners, side) = (picture.truth.corners.unwrap(), modules_a_side(picture));
    let [first, next, opposite, last] = [0, 1, 2, 3].map(|step| corners[(corner + step) % 4]);
    let sum = [0, 1].map(|axis| first[axis] - next[axis] + opposite[axis] - last[axis]);
    let from_next = [0, 1].map(|axis| next[axis] - opposite[axis]);
    let from_last = [0, 1].map(|axis| last[axis] - opposite[axis]);
    let area = from_next[0] * from_last[1] - from_last[0] * from_next[1];
    let along_depth = (sum[0] * from_last[1] - from_last[0] * sum[1]) / area;
    let across_depth = (from_next[0] * sum[1] - sum[0] * from_next[1]) / area;
    let (along, across) = (modules.0 / side, modules.1 / side);
    let [x, y] = [0, 1].map(|axis| {
        let by_along = next[axis] - first[axis] + along_depth * next[axis];
        let by_across = last[axis] - first[axis] + across_depth * last[axis];
        let depth = along_depth * along + across_depth * across + 1.0;
        (by_along * along + by_across * across + first[axis]) / depth
    });
    picture.gray.get_pixel(x as u32, y as u32)[0]
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
    for number in 0..16 {
        let kind = [Kind::Multi, Kind::PhoneMoire, Kind::Plain, Kind::Tilt][number as usize % 4];
        let picture = make(1, number, kind).unwrap();
        // What lies over the code, or bends it, would hide where it is.
        let is_clear = ["crumpled", "shadow", "glare"].iter().all(|tag| !picture.truth.tags.contains(tag));
        if picture.truth.difficulty == "hard" || !is_clear {
            continue;
        }
        seen += 1;
        let found = [0, 1, 2, 3].map(|corner| is_finder(&picture, corner, 0.0));
        assert_eq!(found, [true, true, false, true], "{:?}", picture.truth);
        assert!(!is_finder(&picture, 0, 2.0), "the corner is not two modules away, too");
    }
    assert!(seen >= 5, "only {seen} clear pictures");
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

/// Whoever changes a picture changes what rates were measured on: `tests/decoders/README.md` tells how to set
/// the strengths anew.
#[test]
fn a_seed_means_the_same_picture_on_every_machine() {
    let picture = make(1, 0, Kind::PhoneMoire).unwrap();
    // FNV-1a over the shades.
    let mark = picture.gray.as_raw().iter().fold(0xcbf2_9ce4_8422_2325_u64, |mark, shade| {
        (mark ^ u64::from(*shade)).wrapping_mul(0x0100_0000_01b3)
    });
    assert_eq!(format!("{mark:016x}"), "9a87a5af2099265e");
}

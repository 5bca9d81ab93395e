//! Every screen in every language on every panel: no word leaves its box or the panel, nothing is cut, nothing lies
//! on anything else, and what can be pressed is large enough. A language that does not exist, 40 % longer than
//! German, is tried as well.
//!
//! With `FOYER_PICTURES=de-upright` the pictures of these names are kept, to be looked at.

use crate::layout;
use crate::picture;
use crate::scenes::scenes;
use crate::staff_scenes::staff_scenes;
use crate::stage::{Stage, UPRIGHT, WIDE};
use foyer_look::that_fits::Shown;
use foyer_text::Language;
use iced::{Rectangle, Size};

/// What is wrong with the stage's screen.
fn faults(stage: &Stage) -> Vec<String> {
    let shown = layout::of(stage);
    let scale = stage.model.context().lowered().look.scale;
    let panel = Rectangle::with_size(stage.model.context().size).expand(0.5);
    let mut faults = Vec::new();
    if shown.texts.is_empty() {
        faults.push("nothing is written".to_owned());
    }
    for text in &shown.texts {
        let (words, bounds, needs) = (&text.content, text.bounds, text.needs);
        if !bounds.is_within(&panel) {
            faults.push(format!("“{words}” leaves the panel: {bounds:?}"));
        }
        if !text.fits() || bounds.height < 10.0 {
            faults.push(format!("“{words}” needs {needs:?} and has {:?}", bounds.size()));
        }
    }
    let least = scale.mm(20.0) - 0.5;
    for key in &shown.keys {
        if !key.is_within(&panel) || key.width < least || key.height < least {
            faults.push(format!("a key leaves the panel or is too small: {key:?}"));
        }
    }
    for code in &shown.squares {
        let whole = (code.width - code.height).abs() < 1.0 && code.width >= scale.mm(30.0);
        if !whole || !code.is_within(&panel) {
            faults.push(format!("the code for the phone is squeezed: {code:?}"));
        }
    }
    // The question whether somebody is there lies over the screen on purpose.
    if !stage.model.is_asking() {
        faults.extend(overlaps(&shown, scale.mm(8.0) - 1.5));
    }
    faults
}

/// What lies on something else, and keys that are too near to each other.
fn overlaps(shown: &Shown, apart: f32) -> Vec<String> {
    let mut faults = Vec::new();
    for (index, text) in shown.texts.iter().enumerate() {
        let on = |bounds: &Rectangle| {
            text.bounds.intersection(bounds).is_some_and(|common| common.width > 2.0 && common.height > 2.0)
        };
        let others = shown.texts[index + 1..].iter().filter(|other| on(&other.bounds));
        faults.extend(others.map(|other| format!("“{}” lies on “{}”", text.content, other.content)));
        let keys = shown.keys.iter().filter(|key| on(key) && !text.bounds.is_within(key));
        faults.extend(keys.map(|key| format!("“{}” {:?} leaves its key {key:?}", text.content, text.bounds)));
        if shown.squares.iter().any(on) {
            faults.push(format!("“{}” lies on the code for the phone", text.content));
        }
    }
    for (index, key) in shown.keys.iter().enumerate() {
        let near = shown.keys[index + 1..].iter().filter(|other| key.expand(apart).intersects(other));
        faults.extend(near.map(|other| format!("keys too near: {key:?} {other:?}")));
    }
    faults
}

fn all_scenes(panel: &str, size: Size, diagonal_inch: f32) {
    let mut found = Vec::new();
    let mut look = |language: &str, name: &str, stage: &Stage| {
        let name = format!("{language}-{panel}-{name}");
        picture::keep_if_wanted(&name, stage);
        found.extend(faults(stage).into_iter().map(|fault| format!("{name}: {fault}")));
    };
    for (name, play) in scenes() {
        for language in Language::ALL {
            let mut stage = Stage::open(*language, size, diagonal_inch);
            play(&mut stage);
            look(language.tag(), name, &stage);
        }
        foyer_text::with_longer_texts(|| {
            let mut stage = Stage::open(Language::German, size, diagonal_inch);
            play(&mut stage);
            look("longer", name, &stage);
        });
    }
    // What only staff read is in two languages.
    for (name, play) in staff_scenes() {
        for language in Language::FOR_STAFF {
            let mut stage = Stage::open(*language, size, diagonal_inch);
            play(&mut stage);
            look(language.tag(), name, &stage);
        }
        foyer_text::with_longer_texts(|| {
            let mut stage = Stage::open(Language::German, size, diagonal_inch);
            play(&mut stage);
            look("longer", name, &stage);
        });
    }
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

#[test]
fn upright_32_inches() {
    all_scenes("upright", UPRIGHT, 32.0);
}

#[test]
fn wide_32_inches() {
    all_scenes("wide", WIDE, 32.0);
}

#[test]
fn upright_21_inches() {
    all_scenes("small-upright", UPRIGHT, 21.5);
}

#[test]
fn wide_21_inches() {
    all_scenes("small-wide", WIDE, 21.5);
}

#[test]
fn square_19_inches() {
    all_scenes("square", Size::new(1280.0, 1024.0), 19.0);
}

#[test]
fn slim_15_inches() {
    all_scenes("slim", Size::new(800.0, 1280.0), 15.4);
}

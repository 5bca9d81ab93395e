//! Moves the grid until what is known of a code lies where the picture is dark and light.

use super::darkness::Darkness;
use super::known::{Known, Module};
use super::placement::{Place, Placement};
use super::triples::Triple;

/// How the fourth corner is looked for around a place: coarsely, then closely around the best.
const FAR: Step = Step { reach: 3, modules: 2.0 };
const MIDDLING: Step = Step { reach: 2, modules: 2.0 };
const NEAR: Step = Step { reach: 1, modules: 1.0 };

#[derive(Clone, Copy)]
struct Step {
    /// Steps to each side.
    reach: i8,
    /// Modules a step.
    modules: f32,
}

/// A place of the grid and how well it explains the picture.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    /// From −1 to 1; all that is known lies right.
    pub(super) score: f32,
    pub(super) placement: Placement,
    pub(super) known: &'static Known,
}

/// What is seen around three corners.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    darkness: &'a Darkness,
    /// One over the darkness that counts as fully dark.
    per_step: f32,
    /// Pixels a module, about.
    pub(super) module: f32,
}

impl<'a> View<'a> {
    pub(super) fn of(darkness: &'a Darkness, triple: &Triple) -> Self {
        // The middles of the corners are dark: as dark as dark is here.
        let middles = [triple.top_left, triple.top_right, triple.bottom_left];
        let dark = middles.iter().map(|middle| darkness.at(*middle).max(0.0)).sum::<f32>() / 3.0;
        Self { darkness, per_step: 1.0 / (dark * 0.5).max(3.0), module: triple.module }
    }

    /// A first place for each of the sizes that the distances of the corners allow.
    pub(super) fn begin(self, triple: &Triple) -> impl Iterator<Item = (Self, Fit)> {
        let three = [triple.top_left, triple.top_right, triple.bottom_left];
        let legs = distance(three[0], three[1]) + distance(three[0], three[2]);
        let likeliest = ((legs / 2.0 / self.module + 7.0 - 17.0) / 4.0).round() as i32 * 4 + 17;
        let sides = [likeliest, likeliest + 4, likeliest - 4].into_iter();
        sides.filter_map(move |side| Some((self, self.lay(Known::of(usize::try_from(side).ok()?)?, triple))))
    }

    /// How dark a place is; 1 is half as dark as the corners.
    pub(super) fn dark(&self, place: Place) -> f32 {
        self.darkness.at(place) * self.per_step
    }

    fn score(&self, placement: &Placement, modules: &[Module]) -> f32 {
        let right = modules
            .iter()
            .map(|module| module.weight * self.dark(placement.at(module.x, module.y)).clamp(-1.0, 1.0));
        right.sum::<f32>() / modules.len() as f32
    }

    /// The three corners say all but how far the plane is tilted; the fourth corner is looked for by what is known
    /// between and inside.
    fn lay(&self, known: &'static Known, triple: &Triple) -> Fit {
        // The middle of a corner is 3.5 modules from both edges.
        let (side, inset) = (known.side as f32, 3.5);
        let span = side - 2.0 * inset;
        let [tl, tr, bl] = [triple.top_left, triple.top_right, triple.bottom_left];
        let right = [(tr[0] - tl[0]) / span, (tr[1] - tl[1]) / span];
        let down = [(bl[0] - tl[0]) / span, (bl[1] - tl[1]) / span];
        let moved = |from: Place, x: f32, y: f32| {
            [from[0] + right[0] * x + down[0] * y, from[1] + right[1] * x + down[1] * y]
        };
        let at = |fourth: Place| {
            let inner = Placement::new([tl, tr, fourth, bl], [0.0; 4], span);
            let (least, most) = (-inset, span + inset);
            let outer = [(least, least), (most, least), (most, most), (least, most)];
            Placement::new(outer.map(|(x, y)| inner.at(x, y)), [0.0; 4], side)
        };
        let inside = &known.modules[known.in_corners..];
        let straight = moved(tl, span, span);
        let mut best = (f32::MIN, straight);
        // As if it were seen straight, then as the sizes of the corners say.
        for (from, step) in [(straight, FAR), (triple.opposite, MIDDLING)] {
            Self::search(&mut best, from, step, |place| self.score(&at(place), inside), moved);
        }
        let from = best.1;
        Self::search(&mut best, from, NEAR, |place| self.score(&at(place), inside), moved);
        let placement = at(best.1);
        Fit { score: self.score(&placement, &known.modules), placement, known }
    }

    /// Looks around a place for a better one.
    fn search(
        best: &mut (f32, Place),
        from: Place,
        step: Step,
        score: impl Fn(Place) -> f32,
        moved: impl Fn(Place, f32, f32) -> Place,
    ) {
        let steps = || (-step.reach..=step.reach).map(|steps| f32::from(steps) * step.modules);
        for place in steps().flat_map(|y| steps().map(move |x| (x, y))).map(|(x, y)| moved(from, x, y)) {
            let score = score(place);
            if score > best.0 {
                *best = (score, place);
            }
        }
    }

    /// Moves corners and bulges by ever smaller steps as long as it gets better.
    pub(super) fn climb(&self, fit: &mut Fit) {
        let side = fit.known.side as f32;
        for step in [0.8, 0.4, 0.2].map(|step| step * self.module) {
            for _ in 0..3 {
                let before = fit.score;
                for at in 0..12 {
                    for step in [-step, step] {
                        let (mut corners, mut bulges) = (fit.placement.corners, fit.placement.bulges);
                        // A bend must explain clearly more, or noise bends every code.
                        let least = if at < 8 {
                            corners[at / 2][at % 2] += step;
                            0.0
                        } else {
                            bulges[at - 8] += step;
                            0.002
                        };
                        let placement = Placement::new(corners, bulges, side);
                        let score = self.score(&placement, &fit.known.modules);
                        if score > fit.score + least {
                            (fit.score, fit.placement) = (score, placement);
                        }
                    }
                }
                if fit.score <= before {
                    break;
                }
            }
        }
    }
}

fn distance(one: Place, other: Place) -> f32 {
    (one[0] - other[0]).hypot(one[1] - other[1])
}

//! A key that is chosen or not.

use super::{TIGHT, boxed};
use crate::context::Context;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, fit, fonts, icon, prose};
use iced::widget::{container, row};
use iced::{Center, Element, Fill, Size};

/// What stands before a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A box with a tick.
    Chosen,
    /// An empty box.
    NotChosen,
    /// It leads on.
    Sign(Icon),
}

impl From<bool> for Mark {
    fn from(chosen: bool) -> Self {
        if chosen { Self::Chosen } else { Self::NotChosen }
    }
}

impl From<Icon> for Mark {
    fn from(icon: Icon) -> Self {
        Self::Sign(icon)
    }
}

/// A key that is chosen or not: a box with its words, perhaps with a sign of its own.
pub fn choice<'a, M: Clone + 'a>(
    ctx: &Context<'_>,
    mark: Mark,
    sign: Option<Icon>,
    name: &str,
    press: M,
) -> Element<'a, M> {
    let (look, scale) = (ctx.look, ctx.look.scale);
    let (weight, ink) = match mark {
        Mark::Chosen => (Weight::Main, look.palette.on_accent),
        Mark::NotChosen | Mark::Sign(_) => (Weight::Plain, look.palette.text),
    };
    let side = scale.text(Step::Body) * 1.3;
    let signs = if sign.is_some() { 2.0 } else { 1.0 };
    let width = ctx.content_width() - signs * (side + scale.within()) - 4.0 * scale.within();
    let sizes = [Step::Body, Step::Small, Step::Note].map(|step| scale.text(step));
    let space = Size::new(width, Key::<M>::high(&look));
    let size = fit::several_lines(name, fonts::BOLD, TIGHT, space, &sizes);
    let label = container(prose(name.to_owned(), size).bold().line_height(TIGHT)).width(Fill);
    let tick: Element<'a, M> = match mark {
        Mark::Chosen => icon::icon(Icon::Check, side, ink),
        Mark::Sign(sign) => icon::icon(sign, side, look.palette.accent),
        Mark::NotChosen => {
            let (ground, line) = (look.palette.ground, look.palette.border);
            let box_look = boxed(ground, line, scale.stroke(), scale.corner() / 2.0);
            container("").width(side).height(side).style(box_look).into()
        }
    };
    let sign = sign.map(|sign| icon::icon(sign, side, ink));
    let content = row![tick].push(sign).push(label).spacing(scale.within()).padding([0.0, scale.within()]);
    let content = container(content.align_y(Center)).height(Fill).align_y(Center);
    Key::new(&look, weight, content, Some(press)).height(Key::<M>::high(&look)).into()
}

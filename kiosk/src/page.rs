//! What all screens share: the head with office and time, the halves, headlines, lines with a sign, the bar
//! of the time that is left.

mod choice;

pub use choice::{Mark, choice};

use crate::context::Context;
use foyer_domain::ticket::TicketNumber;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, Mirror, Palette, fit, fonts, icon, prose};
use iced::widget::{Space, column, container, row, text};
use iced::{Border, Center, Color, Element, Fill, FillPortion, Font, Length, Size, border};

/// The height of a headline's lines, as a share of its size.
pub const TIGHT: f32 = 1.15;
/// The height of running lines, as a share of their size.
pub const LOOSE: f32 = 1.3;

/// A whole screen: the head, then the content.
pub fn page<'a, M: 'a>(ctx: &Context<'a>, content: impl Into<Element<'a, M>>) -> Element<'a, M> {
    let scale = ctx.look.scale;
    let bar = container(Space::new().width(Fill).height(scale.units(1.0))).style(filled(bar_color(ctx)));
    let inside = column![head(ctx), content.into()].spacing(scale.group()).padding(iced::Padding {
        top: scale.group(),
        right: scale.edge(),
        bottom: scale.edge(),
        left: scale.edge(),
    });
    // No ground of its own: the window's shows through, which costs nothing under a live picture.
    container(column![bar, inside]).width(Fill).height(Fill).into()
}

/// The bar at the top; it lights up when a code is read, whatever screen that meets.
fn bar_color(ctx: &Context<'_>) -> Color {
    if ctx.lit { ctx.look.palette.yes } else { ctx.look.palette.accent }
}

/// Who and when: the office's name left, the time right; below it what is out of the ordinary.
fn head<'a, M: 'a>(ctx: &Context<'a>) -> Element<'a, M> {
    let (scale, palette) = (ctx.look.scale, ctx.look.palette);
    let name = ctx.office.map_or("", |office| office.name.as_str());
    let size = scale.text(Step::Body);
    let time = prose(ctx.words.time(ctx.now.at), size).bold().line_height(LOOSE);
    let mut right = column![time].align_x(iced::Right);
    if ctx.demo_clock {
        right = right.push(chip(ctx, ctx.words.say("kiosk-demo-clock")));
    }
    let mut left = column![prose(name, size).bold().line_height(LOOSE)].width(Fill);
    if let Some(since) = ctx.lost_since {
        let words = ctx.words.say_with("kiosk-link-lost", "time", ctx.words.time(since));
        // On one line, beside the time.
        let room = ctx.size.width * 0.7 - 2.0 * scale.edge();
        let step = fitting_step(ctx, &words, Size::new(room, scale.text(Step::Small) * LOOSE), Step::Small);
        left = left.push(signed(ctx, Icon::LinkLost, words, step, palette.quiet));
    }
    // Room for both lines, always: nothing below may jump when one appears.
    let high = (size + scale.text(Step::Small)) * LOOSE + scale.stroke();
    row![left, right].spacing(scale.group()).height(high).into()
}

fn chip<'a, M: 'a>(ctx: &Context<'_>, words: String) -> Element<'a, M> {
    let (scale, palette) = (ctx.look.scale, ctx.look.palette);
    container(prose(words, scale.text(Step::Small)).line_height(LOOSE).color(palette.wait))
        .padding([0.0, scale.within() / 2.0])
        .style(boxed(palette.wait_ground, palette.wait_ground, 0.0, scale.corner() / 2.0))
        .into()
}

/// Two parts: below each other on an upright panel, side by side on a wide one.
pub fn halves<'a, M: 'a>(
    ctx: &Context<'_>,
    first: impl Into<Element<'a, M>>,
    second: impl Into<Element<'a, M>>,
) -> Element<'a, M> {
    let scale = ctx.look.scale;
    if ctx.is_upright() {
        return column![container(first).height(Fill), second.into()].spacing(scale.group()).into();
    }
    let half = |part: Element<'a, M>| container(part).width(FillPortion(1)).height(Fill);
    let second = half(second.into()).align_y(iced::Bottom);
    row![half(first.into()), second].spacing(scale.edge()).into()
}

/// Numbers for the eye, `A 017, A 018`; `None` if there are none.
pub fn numbers(numbers: &[TicketNumber]) -> Option<String> {
    let spaced: Vec<String> = numbers.iter().map(|number| number.spaced()).collect();
    (!spaced.is_empty()).then(|| spaced.join(", "))
}

/// A part that is not mirrored: a keyboard, the way to a place.
pub fn as_it_is<'a, M: 'a>(ctx: &Context<'_>, part: impl Into<Element<'a, M>>) -> Element<'a, M> {
    // The whole panel is mirrored once more.
    if ctx.is_mirrored() { Mirror(part.into()).into() } else { part.into() }
}

/// A key with words across the content, or across one half of it.
pub fn key<'a, M: Clone + 'a>(
    ctx: &Context<'_>,
    weight: Weight,
    sign: Icon,
    label: String,
    press: Option<M>,
    width: f32,
) -> Key<'a, M> {
    Key::fitted(&ctx.look, weight, Some(sign), label, press, width)
}

/// A headline as large as its place allows, in several lines.
pub fn headline<'a, M: 'a>(ctx: &Context<'_>, words: String, color: Color, height: f32) -> Element<'a, M> {
    let size = headline_size(ctx, &words, height);
    prose(words, size).bold().line_height(TIGHT).color(color).into()
}

/// A key that stands beside another one.
pub struct Beside<M> {
    /// How much it asks to be pressed.
    pub weight: Weight,
    /// Its sign.
    pub sign: Icon,
    /// Its words.
    pub label: String,
    /// What it does; `None` while it rests.
    pub press: Option<M>,
}

/// Two keys beside each other, with words of one size.
pub fn pair<'a, M: Clone + 'a>(ctx: &Context<'_>, keys: [Beside<M>; 2], width: f32) -> Element<'a, M> {
    pair_of(ctx, keys, [width; 2])
}

/// Two keys that share this room: more of it for the longer words.
pub fn shared_pair<'a, M: Clone + 'a>(ctx: &Context<'_>, keys: [Beside<M>; 2], room: f32) -> Element<'a, M> {
    let room = room - ctx.look.scale.apart();
    let size = ctx.look.scale.text(Step::Body);
    let [one, other] =
        keys.each_ref().map(|key| fit::measure(&key.label, fonts::BOLD, size).width + size * 3.0);
    // Beyond three to two the shorter key would no longer look like one of the same kind, nor hold its words.
    let part = (one / (one + other)).clamp(0.4, 0.6);
    pair_of(ctx, keys, [room * part, room * (1.0 - part)])
}

fn pair_of<'a, M: Clone + 'a>(ctx: &Context<'_>, keys: [Beside<M>; 2], widths: [f32; 2]) -> Element<'a, M> {
    let look = &ctx.look;
    let size = |(key, width): (&Beside<M>, f32)| Key::<M>::size_in(look, true, &key.label, width);
    let size = keys.iter().zip(widths).map(size).fold(f32::INFINITY, f32::min);
    let key = |(key, width): (Beside<M>, f32)| {
        Key::sized(look, key.weight, Some(key.sign), key.label, key.press, size)
            .width(FillPortion(width as u16))
            .into()
    };
    row(keys.into_iter().zip(widths).map(key)).spacing(look.scale.apart()).into()
}

/// The size of a headline in a place of this height.
pub fn headline_size(ctx: &Context<'_>, words: &str, height: f32) -> f32 {
    let steps = [Step::Headline, Step::Title, Step::Lead, Step::Body];
    let sizes = steps.map(|step| ctx.look.scale.text(step));
    let space = Size::new(ctx.content_width(), height);
    let on_one_line = |size: &f32| fit::measure(words, fonts::BOLD, *size).width <= space.width;
    // One line a step smaller reads better than a last word on a line of its own.
    let one_line = sizes[..2].iter().copied().find(on_one_line);
    one_line.unwrap_or_else(|| fit::several_lines(words, fonts::BOLD, TIGHT, space, &sizes))
}

/// Running text.
pub fn words<'a, M: 'a>(ctx: &Context<'_>, words: String, step: Step) -> Element<'a, M> {
    colored(ctx, words, step, ctx.look.palette.text)
}

/// Running text that may be overlooked.
pub fn quiet<'a, M: 'a>(ctx: &Context<'_>, words: String) -> Element<'a, M> {
    colored(ctx, words, Step::Small, ctx.look.palette.quiet)
}

fn colored<'a, M: 'a>(ctx: &Context<'_>, words: String, step: Step, color: Color) -> Element<'a, M> {
    prose(words, ctx.look.scale.text(step)).line_height(LOOSE).color(color).into()
}

/// A line with a sign before it.
pub fn signed<'a, M: 'a>(
    ctx: &Context<'_>,
    sign: Icon,
    words: String,
    step: Step,
    color: Color,
) -> Element<'a, M> {
    let size = ctx.look.scale.text(step);
    let words = prose(words, size).line_height(LOOSE).color(color);
    row![icon::icon(sign, size * 1.25, color), words]
        .spacing(ctx.look.scale.within() / 2.0)
        .align_y(Center)
        .into()
}

/// The place of one line across the content.
pub fn one_line(ctx: &Context<'_>, step: Step) -> Size {
    Size::new(ctx.content_width(), ctx.look.scale.text(step) * LOOSE)
}

/// The largest step of the type scale, at most `largest`, at which words fit a place; the smallest where none does.
pub fn fitting_step(ctx: &Context<'_>, words: &str, place: Size, largest: Step) -> Step {
    let steps = [Step::Lead, Step::Body, Step::Small, Step::Note];
    let fits = |step: &Step| {
        let size = ctx.look.scale.text(*step);
        let needed = fit::wrapped(words, fonts::REGULAR, size, LOOSE, place.width);
        needed.width <= place.width && needed.height <= place.height + 0.5
    };
    steps.into_iter().filter(|step| *step <= largest).find(fits).unwrap_or(Step::Note)
}

/// A line with a sign on a ground of its own.
pub fn banner<'a, M: 'a>(ctx: &Context<'_>, sign: Icon, words: String, tone: Tone) -> Element<'a, M> {
    banner_of(ctx, sign, words, tone, Step::Body)
}

/// The same in another size.
pub fn banner_of<'a, M: 'a>(
    ctx: &Context<'_>,
    sign: Icon,
    words: String,
    tone: Tone,
    step: Step,
) -> Element<'a, M> {
    let scale = ctx.look.scale;
    let (ink, ground) = tone.colors(&ctx.look.palette);
    let size = scale.text(step);
    let words = container(prose(words, size).line_height(LOOSE).color(ink)).width(Fill);
    let line = row![icon::icon(sign, size * 1.4, ink), words].spacing(scale.within()).align_y(Center);
    container(line)
        .width(Fill)
        .padding(scale.within())
        .style(boxed(ground, ink, scale.stroke() / 2.0, scale.corner()))
        .into()
}

/// How something is meant. Red is for failure alone, not for "too early".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Done.
    Yes,
    /// Wait, look.
    Wait,
    /// Failed.
    No,
}

impl Tone {
    /// Ink and ground.
    pub fn colors(self, palette: &Palette) -> (Color, Color) {
        match self {
            Self::Yes => (palette.yes, palette.yes_ground),
            Self::Wait => (palette.wait, palette.wait_ground),
            Self::No => (palette.no, palette.no_ground),
        }
    }
}

/// A line of text in the middle of a place, as large as that allows.
pub fn fitted<'a, M: 'a>(
    content: String,
    font: Font,
    color: Color,
    place: Size,
    largest: f32,
) -> Element<'a, M> {
    let size = fit::one_line(&content, font, place, largest);
    let line = text(content).font(font).size(size).line_height(1.0).color(color);
    container(line.wrapping(text::Wrapping::None)).center_x(Fill).center_y(place.height).into()
}

/// The bar of the time that is left before the screen goes back by itself.
pub fn timer<'a, M: 'a>(ctx: &Context<'_>) -> Option<Element<'a, M>> {
    let left = ctx.time_left?;
    let (scale, palette) = (ctx.look.scale, ctx.look.palette);
    let portion = (left * 1000.0).clamp(0.0, 1000.0) as u16;
    let piece = |share: u16, color| {
        let width = if share == 0 { Length::Fixed(0.0) } else { FillPortion(share) };
        container(Space::new().height(scale.units(0.75))).width(width).style(boxed(
            color,
            color,
            0.0,
            scale.units(0.4),
        ))
    };
    Some(row![piece(portion, palette.accent), piece(1000 - portion, palette.second_ground)].into())
}

/// A filled ground.
pub fn filled(color: Color) -> impl Fn(&iced::Theme) -> container::Style {
    move |_| container::Style { background: Some(color.into()), ..container::Style::default() }
}

/// A filled ground with a border and round corners.
pub fn boxed(
    ground: Color,
    line: Color,
    width: f32,
    corner: f32,
) -> impl Fn(&iced::Theme) -> container::Style {
    move |_| container::Style {
        background: Some(ground.into()),
        border: Border { color: line, width, ..border::rounded(corner) },
        ..container::Style::default()
    }
}

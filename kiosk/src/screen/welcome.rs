//! The welcome: one sentence, the live picture with its aim, and what can be pressed instead.

mod hint;
mod marks;

use crate::context::{Context, Now};
use crate::device::camera::{PreviewSize, Quad, State};
use crate::page::{self, Beside, Tone};
use crate::speech::Said;
use crate::times;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Icon, Key, fit, fonts, icon};
use foyer_text::Language;
use hint::{Hint, advice, hint_height, told};
use iced::widget::canvas::Canvas;
use iced::widget::{Space, center, column, container, image, row, stack};
use iced::{Alignment, Center, Element, Fill, Size};
use marks::Marks;
use std::time::Duration;

/// The live picture has at most so many pixels: drawing them 15 times a second is the kiosk's greatest work while
/// nobody is there, which may take a quarter of a core (`foyer-bench main-job`).
const MOST_PIXELS: f32 = 300_000.0;

/// The live picture is at least so high, as a share of its width.
const LEAST_AIM: f32 = 0.3;

/// What to do instead while the camera is broken, where to find what is asked for, and why.
const NO_CAMERA: [&str; 3] = ["kiosk-keypad-title", "kiosk-keypad-where", "kiosk-welcome-no-camera"];

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The newest live picture.
    PictureArrived(Picture),
    /// The camera is like this now.
    CameraChanged(State),
    /// Something that may be a code is seen and not read.
    CandidateSeen,
    /// Nothing is seen any more.
    CandidateGone,
    /// More than one code is seen.
    SeveralSeen,
    /// Type the Terminnummer.
    TypeNumber,
    /// Without an appointment.
    TakeWalkIn,
    /// Neither phone nor paper.
    HaveNothing,
    /// The last of these people has a ticket.
    Finish,
    /// Another language.
    ChooseLanguage,
    /// This language.
    Speak(Language),
    /// The aids.
    Help,
}

/// What the citizen decided.
#[derive(Debug, PartialEq, Eq)]
pub enum Action {
    /// To the keypad.
    TypeNumber,
    /// To the services without an appointment.
    WalkIn,
    /// To the information for who has nothing.
    Nothing,
    /// To the welcome of whoever comes next.
    Finish,
    /// To the languages.
    ChooseLanguage,
    /// The same screen in this language.
    Speak(Language),
    /// To the aids.
    Help,
}

/// A live picture in the size of the aim.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// To be drawn 1:1.
    pub handle: image::Handle,
    /// Where the code is.
    pub code: Option<Quad>,
}

/// What the welcome knows of the moment.
#[derive(Debug)]
pub struct Welcome {
    picture: Option<Picture>,
    camera: State,
    candidate_since: Option<Duration>,
    several_at: Option<Duration>,
}

impl Welcome {
    /// A welcome with a camera in this state.
    pub fn new(camera: State) -> Self {
        Self { picture: None, camera, candidate_since: None, several_at: None }
    }

    /// What follows from a message.
    pub fn update(&mut self, message: Message, now: Now) -> Option<Action> {
        match message {
            Message::PictureArrived(picture) => self.picture = Some(picture),
            Message::CameraChanged(state) => {
                if state != State::Works {
                    self.picture = None;
                }
                self.camera = state;
            }
            Message::CandidateSeen => {
                self.candidate_since.get_or_insert(now.steady);
            }
            Message::CandidateGone => self.candidate_since = None,
            Message::SeveralSeen => self.several_at = Some(now.steady),
            Message::TypeNumber => return Some(Action::TypeNumber),
            Message::TakeWalkIn => return Some(Action::WalkIn),
            Message::HaveNothing => return Some(Action::Nothing),
            Message::Finish => return Some(Action::Finish),
            Message::ChooseLanguage => return Some(Action::ChooseLanguage),
            Message::Speak(language) => return Some(Action::Speak(language)),
            Message::Help => return Some(Action::Help),
        }
        None
    }

    fn hint(&self, now: Now) -> Option<Hint> {
        let for_ms = |since: Option<Duration>| since.map(|since| now.steady.saturating_sub(since));
        if for_ms(self.several_at).is_some_and(|for_so_long| for_so_long < times::HINT_STAYS) {
            return Some(Hint::OnlyOne);
        }
        match for_ms(self.candidate_since) {
            Some(long) if long >= times::KEYPAD_AFTER => Some(Hint::TypeInstead),
            Some(long) if long >= times::HINT_AFTER => Some(Hint::Closer),
            _ if self.picture.as_ref().is_some_and(|picture| picture.code.is_some()) => Some(Hint::Seen),
            _ => None,
        }
    }

    /// What it says aloud: hints, too, as they come.
    pub fn said(&self, ctx: &Context<'_>) -> Said {
        let words = ctx.words;
        let direct = direct_language(ctx).map(|language| language.own_name().to_owned());
        let last = if ctx.company.is_empty() { "kiosk-nothing-with-me" } else { "kiosk-done" };
        let keys = ["kiosk-type-number", "kiosk-walk-in", last, "kiosk-language"];
        let text = if self.has_camera() {
            let camera =
                if self.picture.is_none() { "kiosk-welcome-camera-starts" } else { "kiosk-speak-aim" };
            let below = match (self.hint(ctx.now), ctx.broadcast) {
                (None, Some(told)) => told.to_owned(),
                (hint, _) => words.say(hint.map_or("kiosk-welcome-private", |hint| hint.text().1)),
            };
            vec![title(ctx), what(ctx), below, words.say(camera)]
        } else {
            NO_CAMERA.map(|id| words.say(id)).to_vec()
        };
        Said::of(text)
            .with_keys(keys.map(|id| words.say(id)))
            .with_keys(direct)
            .with_keys([words.say("kiosk-aids-title")])
    }

    /// Draws it.
    pub fn view<'a>(&'a self, ctx: &Context<'a>) -> Element<'a, Message> {
        let ctx = &comfortable(ctx);
        let scale = ctx.look.scale;
        let hint = if ctx.lit { Some(Hint::Seen) } else { self.hint(ctx.now) };
        let [number, where_it_stands, _] = NO_CAMERA;
        let (title, what) = match self.has_camera() {
            true => (title(ctx), Some(what(ctx))),
            false => (ctx.words.say(number), None),
        };
        let sentence = column![page::headline(ctx, title, ctx.look.palette.text, title_room(ctx))]
            .push(what.map(|what| page::words(ctx, what, Step::Lead)))
            .spacing(scale.within() / 2.0);
        let below = match hint {
            _ if !self.has_camera() => {
                let words = ctx.words.say(where_it_stands);
                let room = Size::new(ctx.content_width(), hint_height(ctx));
                let step = page::fitting_step(ctx, &words, room, Step::Body);
                page::words(ctx, words, step)
            }
            None => match ctx.broadcast {
                Some(words) => told(ctx, words),
                None => page::quiet(ctx, ctx.words.say("kiosk-welcome-private")),
            },
            Some(hint) => advice(ctx, hint),
        };
        let place = if ctx.is_upright() { Alignment::Center } else { Alignment::Start };
        let below = container(below).height(hint_height(ctx)).align_y(place);
        let aim = column![self.aim(ctx, hint), below].spacing(scale.within()).align_x(Center).width(Fill);
        let keys = keys(ctx, hint == Some(Hint::TypeInstead) || !self.has_camera());
        if ctx.is_upright() {
            let first = column![sentence, container(aim).center_y(Fill)].spacing(scale.within());
            return page::page(ctx, page::halves(ctx, first, keys));
        }
        let left = column![sentence, Space::new().height(Fill), keys].height(Fill);
        page::page(ctx, page::halves(ctx, left, container(aim).center_y(Fill)))
    }

    fn has_camera(&self) -> bool {
        !matches!(self.camera, State::Trouble(_))
    }

    /// The live picture with the marks of the aim, or why there is none.
    fn aim<'a>(&'a self, ctx: &Context<'a>, hint: Option<Hint>) -> Element<'a, Message> {
        let palette = ctx.look.palette;
        let size = aim_size(ctx);
        let (width, height) = (f32::from(size.width), f32::from(size.height));
        let under: Element<'a, Message> = match (&self.picture, self.has_camera()) {
            (Some(picture), true) => image(picture.handle.clone()).width(width).height(height).into(),
            (None, true) => center(page::quiet(ctx, ctx.words.say("kiosk-welcome-camera-starts"))).into(),
            (_, false) => {
                let words = ctx.words.say(NO_CAMERA[2]);
                let scale = ctx.look.scale;
                let around = 2.0 * (scale.within() + scale.group());
                let beside_sign = scale.text(Step::Body) * 1.4 + scale.within();
                let room = Size::new(width - around - beside_sign, height - around);
                let step = page::fitting_step(ctx, &words, room, Step::Body);
                center(page::banner_of(ctx, Icon::Warning, words, Tone::Wait, step))
                    .padding(scale.group())
                    .into()
            }
        };
        // Under the picture nothing is painted, or every frame would paint it twice.
        let ground = self.picture.is_none().then_some(palette.second_ground.into());
        let ground = container(under)
            .width(width)
            .height(height)
            .style(move |_| container::Style { background: ground, ..container::Style::default() });
        let code = self.picture.as_ref().and_then(|picture| picture.code);
        let color = if hint == Some(Hint::Seen) { palette.yes } else { palette.accent };
        let stroke = ctx.look.scale.stroke() * if ctx.lit { 7.0 } else { 2.5 };
        let marks = Canvas::new(Marks { code, color, stroke, is_whole: ctx.lit });
        let marks = self.has_camera().then(|| marks.width(width).height(height));
        stack![ground].push(marks).into()
    }
}

/// The size of the live picture: what the sentence and the keys leave, within limits.
pub fn aim_size(ctx: &Context<'_>) -> PreviewSize {
    let ctx = &comfortable(ctx);
    let (width, height) = (ctx.content_width(), aim_room(ctx));
    // A code is square: a picture that is much wider than high would only make it small.
    let wanted = Size::new(width, height.clamp(width * LEAST_AIM, width * 0.72));
    let shrink = (MOST_PIXELS / (wanted.width * wanted.height)).sqrt().min(1.0);
    PreviewSize { width: (wanted.width * shrink) as u16, height: (wanted.height * shrink) as u16 }
}

/// With letters as large as somebody wants them, as far as sentence, picture and keys still have their room.
fn comfortable<'a>(ctx: &Context<'a>) -> Context<'a> {
    let steps = ctx.look.scale.enlarged_steps();
    let tries = [1.0, 0.75, 0.5, 0.25].map(|part| ctx.enlarged(steps * part));
    let fits = |ctx: &Context<'_>| {
        let title = ctx.words.say("kiosk-welcome-title");
        let room = title_room(ctx);
        let size = page::headline_size(ctx, &title, room);
        let needs = fit::wrapped(&title, fonts::BOLD, size, page::TIGHT, ctx.content_width()).height;
        let quiet = ctx.words.say("kiosk-welcome-private");
        let size = ctx.look.scale.text(Step::Small);
        let quiet = fit::wrapped(&quiet, fonts::REGULAR, size, page::LOOSE, ctx.content_width()).height;
        needs <= room && quiet <= hint_height(ctx) && aim_room(ctx) >= ctx.content_width() * LEAST_AIM
    };
    let larger = tries.into_iter().filter(|_| steps > 0.01).find(fits);
    larger.unwrap_or_else(|| ctx.enlarged(0.0))
}

/// The height that is left for the picture.
fn aim_room(ctx: &Context<'_>) -> f32 {
    let scale = ctx.look.scale;
    let width = ctx.content_width();
    let head =
        (scale.text(Step::Body) + scale.text(Step::Small)) * page::LOOSE + scale.group() * 2.0 + scale.edge();
    if ctx.is_upright() {
        let title = title(ctx);
        let size = page::headline_size(ctx, &title, title_room(ctx));
        let sentence = fit::wrapped(&title, fonts::BOLD, size, page::TIGHT, width).height;
        let keys = keys_height(ctx);
        let rest = what_height(ctx) + hint_height(ctx) + 2.0 * scale.group() + scale.edge();
        ctx.size.height - head - sentence - keys - rest
    } else {
        ctx.size.height - head - hint_height(ctx) - scale.group()
    }
}

/// What to do: with the first code, or with the next one of the same people.
fn title(ctx: &Context<'_>) -> String {
    ctx.words.say(if ctx.company.is_empty() { "kiosk-welcome-title" } else { "kiosk-another-title" })
}

/// "Handy oder Papier", or with whom the next code will be linked.
fn what(ctx: &Context<'_>) -> String {
    match page::numbers(ctx.company) {
        Some(numbers) => ctx.words.say_with("kiosk-ticket-together", "numbers", numbers),
        None => ctx.words.say("kiosk-welcome-what"),
    }
}

fn what_height(ctx: &Context<'_>) -> f32 {
    let size = ctx.look.scale.text(Step::Lead);
    fit::wrapped(&what(ctx), fonts::REGULAR, size, page::LOOSE, ctx.content_width()).height
}

/// Three rows of keys.
fn keys_height(ctx: &Context<'_>) -> f32 {
    3.0 * Key::<Message>::high(&ctx.look) + 2.0 * ctx.look.scale.apart()
}

/// The room of the sentence: where it is long it must leave the keys and a picture worth having.
fn title_room(ctx: &Context<'_>) -> f32 {
    let scale = ctx.look.scale;
    if ctx.is_upright() {
        return ctx.size.height * 0.22;
    }
    let head = (scale.text(Step::Body) + scale.text(Step::Small)) * page::LOOSE + 2.0 * scale.group();
    ctx.size.height - head - keys_height(ctx) - what_height(ctx) - scale.edge() - scale.group()
}

/// What can be pressed instead; the first key lights up where the camera does not help.
fn keys<'a>(ctx: &Context<'a>, typing_helps: bool) -> Element<'a, Message> {
    let weight = if typing_helps { Weight::Main } else { Weight::Other };
    let beside = |sign, id: &str, press| Beside {
        weight: Weight::Other,
        sign,
        label: ctx.words.say(id),
        press: Some(press),
    };
    let last = if ctx.company.is_empty() {
        beside(Icon::Hand, "kiosk-nothing-with-me", Message::HaveNothing)
    } else {
        beside(Icon::Check, "kiosk-done", Message::Finish)
    };
    let pair = [beside(Icon::Ticket, "kiosk-walk-in", Message::TakeWalkIn), last];
    let number = ctx.words.say("kiosk-type-number");
    column![
        page::key(ctx, weight, Icon::Keypad, number, Some(Message::TypeNumber), ctx.content_width()),
        page::pair(ctx, pair, ctx.half_width()),
        languages(ctx),
    ]
    .spacing(ctx.look.scale.apart())
    .into()
}

/// The language that has a key of its own: that of those to whom a list is a hurdle; from there back to usual German.
fn direct_language(ctx: &Context<'_>) -> Option<Language> {
    let direct = match ctx.words.language {
        Language::EasyGerman => Language::German,
        _ => Language::EasyGerman,
    };
    ctx.languages.contains(&direct).then_some(direct)
}

/// The key to all languages, beside it straight to one of them, and the ring with the aids.
fn languages<'a>(ctx: &Context<'a>) -> Element<'a, Message> {
    let (look, high) = (ctx.look, Key::<Message>::high(&ctx.look));
    let sign = center(icon::icon(Icon::Access, high * 0.62, look.palette.accent));
    let ring = Key::new(&look, Weight::Plain, sign, Some(Message::Help))
        .named(ctx.words.say("kiosk-aids-title"))
        .width(high)
        .height(high);
    let room = ctx.content_width() - high - look.scale.apart();
    let key = |sign, label, press| Beside { weight: Weight::Plain, sign, label, press: Some(press) };
    let all = key(Icon::Language, ctx.words.say("kiosk-language"), Message::ChooseLanguage);
    let languages: Element<'a, Message> = match direct_language(ctx) {
        None => page::key(ctx, all.weight, all.sign, all.label, all.press, room).into(),
        Some(direct) => {
            let direct = key(Icon::Book, direct.own_name().to_owned(), Message::Speak(direct));
            page::shared_pair(ctx, [all, direct], room)
        }
    };
    row![container(languages).width(Fill), ring].spacing(look.scale.apart()).into()
}

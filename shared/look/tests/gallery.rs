//! All icons and keys on one picture, and that keys work by finger and by keyboard.

use foyer_look::focus;
use foyer_look::key::Weight;
use foyer_look::scale::Step;
use foyer_look::{Accent, Icon, Key, Look, Palette, Panel, Scale, ThatFits, fonts, icon, prose};
use iced::widget::{column, container, row, text};
use iced::{Element, Fill, Size};
use iced_test::Simulator;
use iced_test::core::Settings;

const SIZE: Size = Size::new(1080.0, 1400.0);

#[derive(Debug, Clone, PartialEq)]
enum Message {
    Pressed(&'static str),
}

fn look(dark: bool) -> Look {
    let palette = if dark { Palette::dark(Accent::default()) } else { Palette::light(Accent::default()) };
    let panel = Panel { diagonal_inch: 32.0, size: Size::new(1080.0, 1920.0) };
    Look { palette, scale: Scale::kiosk(panel) }
}

fn gallery(look: &Look) -> Element<'static, Message> {
    let icons = Icon::ALL.into_iter().map(|sign| icon::icon(sign, 64.0, look.palette.text));
    let key = |weight, sign, label| Key::labelled(look, weight, sign, label, Some(Message::Pressed(label)));
    let headline = text("Halten Sie den QR-Code hin").font(fonts::BOLD).size(look.scale.text(Step::Headline));
    container(
        column![
            headline,
            row(icons).spacing(20).wrap(),
            key(Weight::Main, Some(Icon::Check), "Fertig"),
            key(Weight::Other, Some(Icon::Keypad), "Terminnummer eintippen"),
            key(Weight::Plain, None, "7"),
            Key::labelled(look, Weight::Main, None, "Ruht", None),
        ]
        .spacing(look.scale.apart()),
    )
    .padding(look.scale.edge())
    .width(Fill)
    .height(Fill)
    .style(move |theme: &iced::Theme| container::background(theme.palette().background))
    .into()
}

fn simulator(look: &Look) -> Simulator<'static, Message> {
    let settings = Settings { default_font: fonts::REGULAR, ..Settings::default() };
    Simulator::with_size(settings, SIZE, gallery(look))
}

#[test]
fn a_key_answers_a_finger_and_a_resting_one_does_not() {
    let look = look(false);
    let mut ui = simulator(&look);
    ui.click("Terminnummer eintippen").unwrap();
    ui.click("Ruht").unwrap();
    let messages: Vec<Message> = ui.into_messages().collect();
    assert_eq!(messages, [Message::Pressed("Terminnummer eintippen")]);
}

#[test]
fn the_gallery_is_drawn_on_both_grounds() {
    for (name, dark) in [("light", false), ("dark", true)] {
        let look = look(dark);
        let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery");
        let _ = std::fs::remove_file(folder.join(format!("{name}-tiny-skia.png")));
        std::fs::create_dir_all(&folder).unwrap();
        let picture = simulator(&look).snapshot(&look.theme()).unwrap();
        assert!(picture.matches_image(folder.join(name)).unwrap());
    }
}

#[test]
fn tab_and_arrows_move_the_focus() {
    use iced::keyboard::{Event, Key, Location, Modifiers, key::Named, key::NativeCode, key::Physical};
    let pressed = |named, modifiers| Event::KeyPressed {
        key: Key::Named(named),
        modified_key: Key::Named(named),
        physical_key: Physical::Unidentified(NativeCode::Unidentified),
        location: Location::Standard,
        modifiers,
        text: None,
        repeat: false,
    };
    let moved = |named, modifiers| focus::focus_move(&pressed(named, modifiers));
    assert_eq!(moved(Named::Tab, Modifiers::empty()), Some(focus::FocusMove::On));
    assert_eq!(moved(Named::Tab, Modifiers::SHIFT), Some(focus::FocusMove::Back));
    assert_eq!(moved(Named::ArrowUp, Modifiers::empty()), Some(focus::FocusMove::Up));
    assert_eq!(moved(Named::Enter, Modifiers::empty()), None);
}

#[test]
fn the_first_view_that_fits_is_shown() {
    let shown = |width, height| {
        let long = "Halten Sie den QR-Code Ihrer Terminbestätigung vor die Kamera";
        let views: Vec<Element<'_, Message>> = vec![prose(long, 40.0).into(), prose("kurz", 16.0).into()];
        let settings = Settings { default_font: fonts::REGULAR, ..Settings::default() };
        let size = Size::new(width, height);
        let mut ui: Simulator<'_, Message> = Simulator::with_size(settings, size, ThatFits::new(views, 0.0));
        (ui.find(long).is_ok(), ui.find("kurz").is_ok())
    };
    assert_eq!(shown(1000.0, 200.0), (true, false));
    assert_eq!(shown(300.0, 60.0), (false, true), "too high in a narrow place");
    assert_eq!(shown(90.0, 60.0), (false, true), "a word is too wide");
}

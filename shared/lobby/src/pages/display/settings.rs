//! The panel and the room of a display in a browser, as its form sends them and its cookie keeps them.

use foyer_text::Language;
use url::form_urlencoded;

/// What the form asks for.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Settings {
    /// The panel's diagonal, 5 to 200.
    pub inch: f32,
    /// From the panel to the farthest seat, 0.5 to 50.
    pub metres: f32,
    /// In percent; 0 is silence.
    pub volume: u8,
    /// Nothing moves or fades.
    pub still: bool,
    /// In turns; at least one.
    pub languages: Vec<Language>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { inch: 55.0, metres: 5.0, volume: 50, still: false, languages: vec![Language::German] }
    }
}

/// What cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fault {
    Inch,
    Metres,
    Volume,
    Languages,
}

impl Fault {
    /// Which text says it.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Inch => "desk-wall-wrong-inch",
            Self::Metres => "desk-wall-wrong-metres",
            Self::Volume => "desk-wall-wrong-volume",
            Self::Languages => "desk-wall-wrong-languages",
        }
    }
}

impl Settings {
    /// Reads a form or a cookie. What is missing or cannot be used is as usual, and the first such thing is named.
    pub(super) fn read(form: &[u8]) -> (Self, Option<Fault>) {
        let mut settings = Self { languages: Vec::new(), ..Self::default() };
        let (mut fault, mut said) = (None, false);
        for (name, value) in form_urlencoded::parse(form) {
            let value = value.trim();
            // As people write it here: 5,5.
            let number = || value.replace(',', ".").parse::<f32>().ok();
            let wrong = match &*name {
                "inch" => {
                    set(&mut settings.inch, number().filter(|inch| (5.0..=200.0).contains(inch)), Fault::Inch)
                }
                "metres" => set(
                    &mut settings.metres,
                    number().filter(|metres| (0.5..=50.0).contains(metres)),
                    Fault::Metres,
                ),
                "volume" => set(
                    &mut settings.volume,
                    value.parse().ok().filter(|volume| *volume <= 100),
                    Fault::Volume,
                ),
                "still" => set(&mut settings.still, Some(value == "on"), Fault::Volume),
                "languages" => {
                    said = true;
                    settings.languages.extend(Language::from_tag(value));
                    None
                }
                _ => None,
            };
            fault = fault.or(wrong);
        }
        if settings.languages.is_empty() {
            settings.languages = Self::default().languages;
            // A form with no language ticked sends none at all; a new browser's empty cookie is no mistake of anybody's.
            fault = fault.or((said || !form.is_empty()).then_some(Fault::Languages));
        }
        (settings, fault)
    }

    /// For the cookie.
    pub(super) fn write(&self) -> String {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("inch", &self.inch.to_string());
        form.append_pair("metres", &self.metres.to_string());
        form.append_pair("volume", &self.volume.to_string());
        if self.still {
            form.append_pair("still", "on");
        }
        for language in &self.languages {
            form.append_pair("languages", language.tag());
        }
        form.finish()
    }
}

/// Takes a value over where there is one.
fn set<T>(place: &mut T, value: Option<T>, fault: Fault) -> Option<Fault> {
    match value {
        Some(value) => {
            *place = value;
            None
        }
        None => Some(fault),
    }
}

/// The enrolment code of a form; empty where none was typed.
pub(super) fn code(form: &[u8]) -> String {
    let code = form_urlencoded::parse(form).find(|(name, _)| name == "code");
    code.map(|(_, code)| code.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let settings = Settings {
            inch: 43.5,
            metres: 7.0,
            volume: 0,
            still: true,
            languages: vec![Language::EasyGerman, Language::Arabic],
        };
        assert_eq!(Settings::read(settings.write().as_bytes()), (settings, None));
        assert_eq!(Settings::read(b""), (Settings::default(), None));
    }

    #[test]
    fn what_cannot_be_used_is_named_and_as_usual() {
        let read = |form: &str| Settings::read(form.as_bytes());
        for (form, fault) in [
            ("inch=4&languages=de", Fault::Inch),
            ("inch=NaN&languages=de", Fault::Inch),
            ("metres=&languages=de", Fault::Metres),
            ("volume=101&languages=de", Fault::Volume),
            ("inch=43", Fault::Languages),
            ("languages=tlh", Fault::Languages),
        ] {
            assert_eq!(read(form).1, Some(fault), "{form}");
        }
        assert_eq!(read("inch=4&metres=7,5&languages=en").0.metres, 7.5);
        assert_eq!(
            read("inch=4&languages=en").0,
            Settings { languages: vec![Language::English], ..Settings::default() }
        );
        assert_eq!(code(b"inch=4&code=+K7M4-3PXR+"), "K7M4-3PXR");
    }
}

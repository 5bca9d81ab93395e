//! `--check`: what works, what does not, and what helps, as a table.

use crate::device::voice::Voice;
use crate::layout::Layout;
use crate::settings::Settings;
use foyer_client::{Identity, Server, identity};
use foyer_look::fonts;
use foyer_protocol::lobby::Health;
use foyer_text::Language;
use iced::Size;
use std::error::Error;
use std::fmt;

/// A line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What was looked at.
    pub what: String,
    /// Whether it is well.
    pub works: bool,
    /// What was found, and what helps.
    pub found: String,
}

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table(pub Vec<Line>);

impl Table {
    /// Whether all is well.
    pub fn is_well(&self) -> bool {
        self.0.iter().all(|line| line.works)
    }

    fn add(&mut self, what: &str, found: Result<String, String>) {
        let works = found.is_ok();
        let found = found.unwrap_or_else(|fault| fault);
        self.0.push(Line { what: what.to_owned(), works, found });
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|line| line.what.chars().count()).max().unwrap_or(0);
        for Line { what, works, found } in &self.0 {
            let sign = if *works { "ok   " } else { "WRONG" };
            writeln!(f, "{sign}  {what:width$}  {found}")?;
        }
        Ok(())
    }
}

/// Looks at everything that the display needs. `size` is the window's, if it does not fill the screen.
pub async fn check(settings: &Settings, size: Option<Size>) -> Table {
    let mut table = Table::default();
    table.add("configuration", Ok("understood".to_owned()));
    fonts(&mut table);
    let panel = settings.window.panel;
    let place = panel.map(|place| Size::new(f32::from(place.width), f32::from(place.height)));
    sizes(&mut table, settings, size.or(place).unwrap_or(Size::new(1920.0, 1080.0)));
    let sound = match settings.sound.on {
        true => foyer_sound::device::probe().map_err(|error| chain(&error)),
        false => Ok("off, as configured".to_owned()),
    };
    table.add("sound device", sound);
    table.add("voice", voice(settings));
    table.add("pictures", pictures(settings));
    let found = identity::load(&settings.identity());
    let identity = found.as_ref().ok().and_then(Option::as_ref);
    lobby(&mut table, settings, identity).await;
    let signed_on = match &found {
        Ok(Some(identity)) => Ok(format!("as {} ({})", identity.enrolled.name, identity.enrolled.device)),
        Ok(None) => Err("not yet; let staff make a code, then run `foyer-display enrol CODE`".to_owned()),
        Err(error) => Err(chain(error)),
    };
    table.add("signed on", signed_on);
    table
}

fn voice(settings: &Settings) -> Result<String, String> {
    if !(settings.sound.on && settings.speech.on) {
        return Ok("off, as configured".to_owned());
    }
    let voice = Voice { program: settings.speech.program.clone() };
    voice.probe(Language::ALL).map(|version| format!("{version}, all languages"))
}

/// Whether what the lobby gives can be kept.
fn pictures(settings: &Settings) -> Result<String, String> {
    if !settings.slides.on {
        return Ok("off, as configured".to_owned());
    }
    let folder = settings.pictures();
    let trial = folder.join(".check");
    let tried = std::fs::create_dir_all(&folder)
        .and_then(|()| std::fs::write(&trial, b"can be written"))
        .and_then(|()| std::fs::remove_file(&trial));
    match tried {
        Ok(()) => Ok(format!("kept in {}", folder.display())),
        Err(error) => Err(format!(
            "{} cannot be written: {error}; let `data.dir` belong to the user of this program",
            folder.display()
        )),
    }
}

fn fonts(table: &mut Table) {
    let missing = fonts::missing();
    let found = match missing.is_empty() {
        true => Ok("all there".to_owned()),
        false => Err(missing.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")),
    };
    table.add("fonts", found);
}

fn sizes(table: &mut Table, settings: &Settings, size: Size) {
    let layout = Layout::of(size, &settings.panel);
    let panel = settings.panel;
    for size in layout.sizes() {
        let found = format!(
            "capitals of {:.0} mm; {:.0} mm are needed at {} m",
            size.found_mm, size.least_mm, panel.distance_m
        );
        let found = match size.is_met() {
            true => Ok(found),
            false => Err(format!("{found}: take a larger panel, or hang it nearer")),
        };
        table.add(size.what, found);
    }
    let rows = format!("{} on {} inch", layout.rows, panel.diagonal_inch);
    table.add("rows of history", Ok(rows));
}

async fn lobby(table: &mut Table, settings: &Settings, identity: Option<&Identity>) {
    let address = identity.map_or_else(|| settings.lobby.clone(), |known| known.address(&settings.lobby));
    let host = address.host();
    let server = match Server::new(&address, None) {
        Ok(server) => server,
        Err(error) => return table.add("lobby", Err(chain(&error))),
    };
    let found = match server.get::<Health>("/health").await {
        Ok(health) if health.ready => Ok(format!("{} {} at {host}", health.program, health.version)),
        Ok(health) => Err(format!("{} at {host} is not ready; look at its log", health.program)),
        Err(error) => Err(chain(&error)),
    };
    table.add("lobby", found);
}

/// An error with all its causes.
pub fn chain(error: &dyn Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text = format!("{text}: {cause}");
        source = cause.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[tokio::test]
    async fn what_is_wrong_is_named_with_its_remedy() {
        let folder = tempfile::tempdir().unwrap();
        let text = format!(
            "[lobby]\nurl = \"http://127.0.0.1:9\"\n[data]\ndir = \"{}\"\n[panel]\ndistance_m = 40.0\n[speech]\nprogram = \"no-such-voice\"\n",
            folder.path().display()
        );
        let settings = Settings::parse(&text, Path::new("x.toml")).unwrap();
        let table = check(&settings, None).await;
        assert!(!table.is_well());
        let wrong: Vec<&str> =
            table.0.iter().filter(|line| !line.works).map(|line| line.what.as_str()).collect();
        // Whether there is a sound device is the machine's.
        let wrong: Vec<&str> = wrong.into_iter().filter(|what| *what != "sound device").collect();
        assert_eq!(wrong, ["number and counter", "history", "voice", "lobby", "signed on"]);
        let shown = table.to_string();
        for remedy in ["enrol CODE", "127.0.0.1:9", "install espeak-ng"] {
            assert!(shown.contains(remedy), "{remedy}: {shown}");
        }
    }
}

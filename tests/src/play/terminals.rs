//! How the terminals of a stage are started.

use crate::house::House;
use crate::printer::VirtualPrinter;
use crate::program::Program;
use crate::screen::VirtualScreen;
use crate::sound::Recorder;
use anyhow::Result;
use foyer_protocol::lobby::DeviceKind;
use std::path::PathBuf;

/// Where the terminals belong: their house, and what they draw and sound on.
pub(super) struct Terminals<'a> {
    pub(super) house: &'a House,
    pub(super) screens: Option<&'a VirtualScreen>,
    pub(super) recorder: Option<&'a Recorder>,
    pub(super) kiosk_recorder: Option<&'a Recorder>,
}

impl Terminals<'_> {
    pub(super) fn kiosk(
        &self,
        lobby: &str,
        printer: &VirtualPrinter,
        pictures: Option<&PathBuf>,
    ) -> Result<Program> {
        let camera = pictures.map_or(String::new(), |folder| {
            format!(
                "[camera]\nkind = \"images\"\nfolder = \"{}\"\nframes_per_second = 15\n",
                folder.display()
            )
        });
        let settings = format!(
            "{camera}[printer]\nkind = \"network\"\naddress = \"{}\"\n[panel]\ndiagonal_inch = 32.0\n",
            printer.address()
        );
        let display = self.screens.map(|screens| screens.display(0));
        let sound = self.kiosk_recorder.map(|recorder| recorder.config().to_string_lossy().into_owned());
        let mut environment: Vec<(&str, &str)> = display.iter().map(|at| ("DISPLAY", at.as_str())).collect();
        environment.extend(sound.iter().map(|path| ("ALSA_CONFIG_PATH", path.as_str())));
        let arguments = if self.screens.is_some() {
            ["--size", "1080x1920"]
        } else {
            // Beside the display's window on an ordinary screen.
            ["--size", "540x960"]
        };
        self.house.start_terminal(
            DeviceKind::Kiosk,
            "Terminal am Eingang",
            lobby,
            &settings,
            &arguments,
            &environment,
        )
    }

    pub(super) fn display(&self) -> Result<Program> {
        let settings = "[panel]\ndiagonal_inch = 43.0\n";
        let display = self.screens.map(|screens| screens.display(1));
        let sound = self.recorder.map(|recorder| recorder.config().to_string_lossy().into_owned());
        let mut environment: Vec<(&str, &str)> = display.iter().map(|at| ("DISPLAY", at.as_str())).collect();
        environment.extend(sound.iter().map(|path| ("ALSA_CONFIG_PATH", path.as_str())));
        let arguments = if self.screens.is_some() { ["--size", "1920x1080"] } else { ["--size", "960x540"] };
        self.house.start_terminal(
            DeviceKind::Display,
            "Anzeige 1",
            &self.house.lobby.url,
            settings,
            &arguments,
            &environment,
        )
    }
}

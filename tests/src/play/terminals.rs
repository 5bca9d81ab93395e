//! How the terminals of a stage are started.

use super::{Camera, staff};
use crate::house::House;
use crate::printer::VirtualPrinter;
use crate::program::Program;
use crate::screen::VirtualScreen;
use crate::sound::Recorder;
use anyhow::Result;
use foyer_kiosk::staff::{CodeHash, Pin};
use foyer_protocol::lobby::DeviceKind;
use std::path::Path;
use std::time::Instant;

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
        camera: &Camera<'_>,
        pictures: &Path,
    ) -> Result<Program> {
        let settings_of_camera = match camera {
            Camera::Pictures => {
                let folder = pictures.display();
                format!("[camera]\nkind = \"images\"\nfolder = \"{folder}\"\nframes_per_second = 15\n")
            }
            Camera::Own => String::new(),
            Camera::StandIn(_) => "[camera]\nkind = \"device\"\nname = \"stand-in\"\n".to_owned(),
        };
        let settings = format!(
            "{settings_of_camera}[printer]\nkind = \"network\"\naddress = \"{}\"\n[panel]\ndiagonal_inch = 32.0\n\
             [staff]\n{}\n{}\n",
            printer.address(),
            Pin::typed(staff::PIN).hash().line(),
            CodeHash::of(staff::CODE).line(),
        );
        let display = self.screens.map(|screens| screens.display(0));
        let sound = self.kiosk_recorder.map(|recorder| recorder.config().to_string_lossy().into_owned());
        let mut environment: Vec<(&str, &str)> = display.iter().map(|at| ("DISPLAY", at.as_str())).collect();
        environment.extend(sound.iter().map(|path| ("ALSA_CONFIG_PATH", path.as_str())));
        let of_camera = match camera {
            Camera::StandIn(stand_in) => stand_in.environment().to_vec(),
            Camera::Pictures | Camera::Own => Vec::new(),
        };
        environment.extend(of_camera.iter().map(|(name, value)| (*name, value.as_str())));
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

/// Lets the camera see a picture, from the moment that is given back; a JPEG, as cameras send them.
pub(super) fn show(camera: &Path, picture: &image::GrayImage) -> Result<Instant> {
    // Written beside and renamed in, so that no half picture is seen.
    let (beside, file) = (camera.with_extension("part.jpg"), camera.join("now.jpg"));
    picture.save(&beside)?;
    let shown = Instant::now();
    std::fs::rename(beside, file)?;
    Ok(shown)
}

//! The parts around the real program: a lobby, a screen, a loudspeaker.

mod lobby;
mod quiet;
mod screen;
mod sound;

pub use lobby::{Lobby, call, snapshot};
pub use screen::{ACCENT, AMBER, Screen};
pub use sound::Loudspeaker;

use foyer_client::EnrolmentCode;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The program, ended when dropped.
pub struct Wall {
    child: Child,
    config: PathBuf,
}

impl Wall {
    /// Starts it so that it fills this screen.
    pub fn start(folder: &Path, lobby: &Lobby, screen: &Screen, sound: &Loudspeaker) -> Self {
        let (width, height) = screen.size;
        let panel = format!("[window]\npanel = \"{width}x{height}+0+0\"\n");
        Self::with(folder, &lobby.url(), screen, sound, &panel)
    }

    /// Starts it on this screen, with more in its configuration.
    pub fn with(folder: &Path, lobby: &str, screen: &Screen, sound: &Loudspeaker, more: &str) -> Self {
        let config = folder.join("display.toml");
        let data = folder.join("data");
        let text = format!(
            "[lobby]\nurl = \"{}\"\n[data]\ndir = \"{}\"\n[panel]\ndiagonal_inch = 55\n{more}",
            lobby,
            data.display()
        );
        std::fs::write(&config, text).unwrap();
        let log = std::fs::File::create(folder.join("display.log")).unwrap();
        let child = program()
            .arg("--config")
            .arg(&config)
            .env("DISPLAY", &screen.display)
            .env_remove("WAYLAND_DISPLAY")
            .env("ALSA_CONFIG_PATH", sound.config())
            .stderr(log)
            .spawn()
            .unwrap();
        Self { child, config }
    }

    /// Signs it on while it runs, as a technician would.
    pub fn enrol(&self, lobby: &Lobby) {
        let code = EnrolmentCode::new([1, 2, 3, 4, 5], None).to_string();
        let enrol =
            program().args(["enrol", "--lobby", &lobby.url(), &code, "--config"]).arg(&self.config).output();
        let enrol = enrol.unwrap();
        assert!(enrol.status.success(), "{}", String::from_utf8_lossy(&enrol.stderr));
        assert_eq!(String::from_utf8_lossy(&enrol.stdout), "Signed on as Anzeige 1.\n");
    }
}

impl Drop for Wall {
    fn drop(&mut self) {
        if let Ok(Some(status)) = self.child.try_wait() {
            let log = std::fs::read_to_string(self.config.with_file_name("display.log")).unwrap_or_default();
            eprintln!("the display ended by itself ({status}):\n{log}");
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_foyer-display"));
    command.stdin(Stdio::null());
    command
}

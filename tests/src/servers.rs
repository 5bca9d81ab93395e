//! A booking server or a lobby as a running program, with a configuration of its own.

use crate::house::PASSWORD;
use crate::program::{self, Program};
use crate::shared_clock::SharedClock;
use anyhow::{Context, Result, ensure};
use foyer_client::{Address, Server, Token};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

/// How long a program may take to be ready on a busy machine.
pub const START: Duration = Duration::from_secs(30);

/// A server that runs.
pub struct Running {
    /// Its program.
    pub program: Program,
    /// Its address.
    pub url: String,
    /// Its configuration file.
    pub config: PathBuf,
}

impl Running {
    /// Writes the configuration of `name` into `folder` and starts it, at any free port or, where `port` is not 0, at
    /// this one, where citizens are sent as well. `sections` follow in its file.
    ///
    /// # Errors
    /// It does not start.
    pub fn start(name: &str, folder: &Path, clock: &SharedClock, port: u16, sections: &str) -> Result<Self> {
        let config = configure(name, folder, clock, port, sections)?;
        let mut command = Command::new(program::built(name)?);
        command.arg("serve").arg("--config").arg(&config);
        let mut program = Program::start(command, &folder.join(format!("{name}.log")))?;
        let url = program.line_after("listening on ", START)?;
        Ok(Self { program, url: url.trim().to_owned(), config })
    }

    /// Speaks to it, with a terminal's token or without.
    ///
    /// # Errors
    /// The address is not one.
    pub fn server(&self, token: Option<&str>) -> Result<Server> {
        let address = Address::new(self.url.parse()?);
        Ok(Server::new(&address, token.map(|token| Token::new(token.to_owned())))?)
    }

    /// The port that it listens on.
    ///
    /// # Errors
    /// Its address has none.
    pub fn port(&self) -> Result<u16> {
        let port = self.url.rsplit(':').next().and_then(|port| port.parse().ok());
        port.context("an address ends in its port")
    }
}

/// Adds somebody to the staff of a server, with [`PASSWORD`].
///
/// # Errors
/// What the server says.
pub fn add_staff(server: &str, config: &Path, name: &str, role: &str) -> Result<()> {
    let mut command = Command::new(program::built(server)?);
    command.args(["staff", "add", name, "--role", role, "--password-stdin", "--config"]).arg(config);
    let mut child = command
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::inherit())
        .spawn()?;
    std::io::Write::write_all(
        child.stdin.as_mut().context("standard input is piped")?,
        format!("{PASSWORD}\n").as_bytes(),
    )?;
    ensure!(child.wait()?.success(), "`staff add` failed");
    Ok(())
}

/// Writes a server's configuration file.
///
/// # Errors
/// The folder takes no file.
pub fn configure(
    name: &str,
    folder: &Path,
    clock: &SharedClock,
    port: u16,
    sections: &str,
) -> Result<PathBuf> {
    let config = folder.join(format!("{name}.toml"));
    let data = folder.join(name);
    std::fs::create_dir_all(&data)?;
    let public = match (name, port) {
        ("foyer-booking", 1..) => format!("public_url = \"http://127.0.0.1:{port}\"\n"),
        _ => String::new(),
    };
    // Another database is named in the place of the folder.
    let data = match sections.contains("[data.") {
        true => String::new(),
        false => format!("[data]\ndir = \"{}\"\n", data.display()),
    };
    let clock = clock.settings();
    let text = format!("{public}{clock}[listen]\naddress = \"127.0.0.1:{port}\"\n{data}{sections}");
    std::fs::write(&config, text)?;
    Ok(config)
}

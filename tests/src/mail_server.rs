//! A real mail server, aiosmtpd as Debian packs it, and what arrived there.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread::JoinHandle;
use tempfile::TempDir;

/// Debian's own: aiosmtpd comes from its package.
const PYTHON: &str = "/usr/bin/python3";

/// A port that is free now.
///
/// # Errors
/// None is.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// `[mail]` for a server on this machine; `more` follows.
pub fn section(port: u16, more: &str) -> String {
    format!(
        "[mail]\nserver = \"127.0.0.1\"\nport = {port}\ntimeout_seconds = 30\n\
         from = \"Bürgerbüro Musterstadt <termine@musterstadt.example>\"\n{more}\n"
    )
}

/// aiosmtpd with a maildir.
pub struct MailServer {
    child: Child,
    heard: Option<JoinHandle<()>>,
    dir: TempDir,
    /// Where it listens.
    pub port: u16,
}

impl MailServer {
    /// Starts it at any free port.
    ///
    /// # Errors
    /// It is not installed or does not start.
    pub fn start() -> Result<Self> {
        Self::with(free_port()?, &[])
    }

    /// … at this one, with further arguments.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn with(port: u16, arguments: &[&str]) -> Result<Self> {
        let dir = TempDir::new()?;
        let mut child = Command::new(PYTHON)
            .args(["-m", "aiosmtpd", "-n", "-d", "-l", &format!("127.0.0.1:{port}")])
            .args(["-c", "aiosmtpd.handlers.Mailbox"])
            .args(arguments)
            .arg(dir.path().join("mails"))
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .context("needs python3; see deploy/prepare --headless")?;
        let mut said = BufReader::new(child.stderr.take().context("its log is read")?);
        let mut log = String::new();
        while !log.contains("Server is listening") {
            let length = said.read_line(&mut log)?;
            ensure!(length > 0, "needs python3-aiosmtpd; see deploy/prepare --headless:\n{log}");
        }
        // What it says further is taken from it, so that it goes on.
        let heard = std::thread::spawn(move || drop(std::io::copy(&mut said, &mut std::io::sink())));
        Ok(Self { child, heard: Some(heard), dir, port })
    }

    /// What has arrived, the oldest first.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn mails(&self) -> Result<Vec<Vec<u8>>> {
        let arrived = std::fs::read_dir(self.dir.path().join("mails/new"))?;
        // Named by the moment at which they came.
        let mut paths = arrived.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
        paths.sort();
        paths.iter().map(|path| Ok(std::fs::read(path)?)).collect()
    }
}

impl Drop for MailServer {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
        if let Some(heard) = self.heard.take() {
            drop(heard.join());
        }
    }
}

//! A real mail server, aiosmtpd as Debian packs it, and what arrived there.

use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, PoisonError, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::TcpSocket;

/// Debian's own: aiosmtpd comes from its package.
const PYTHON: &str = "/usr/bin/python3";

/// How long it may take to start on a slow machine with busy neighbours.
const START: Duration = Duration::from_secs(60);

/// Ports that are taken so that nobody listens there.
static KEPT: Mutex<Vec<TcpSocket>> = Mutex::new(Vec::new());

/// A port at which nobody listens, and which nobody else gets while this program runs: until a [`MailServer`] begins to
/// listen there.
///
/// # Errors
/// None is free.
pub fn nobody() -> Result<u16> {
    let socket = TcpSocket::new_v4()?;
    socket.bind(([127, 0, 0, 1], 0).into())?;
    let port = socket.local_addr()?.port();
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).push(socket);
    Ok(port)
}

/// A port that is free now. Another program may be quicker to listen there: who wants nobody there, or a mail server later,
/// takes [`nobody`].
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
        Self::with(nobody()?, &[])
    }

    /// … at this one, with further arguments.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub fn with(port: u16, arguments: &[&str]) -> Result<Self> {
        let dir = TempDir::new()?;
        let is_other =
            |socket: &TcpSocket| socket.local_addr().map_or(true, |address| address.port() != port);
        KEPT.lock().unwrap_or_else(PoisonError::into_inner).retain(is_other);
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
        let (ready, wait) = mpsc::channel();
        // What it says further is taken from it, so that it goes on.
        let heard = std::thread::spawn(move || {
            let mut log = String::new();
            while !log.contains("Server is listening")
                && said.read_line(&mut log).is_ok_and(|length| length > 0)
            {}
            // Nobody waits for it any more when it was too slow.
            drop(ready.send(log));
            drop(std::io::copy(&mut said, &mut std::io::sink()));
        });
        let server = Self { child, heard: Some(heard), dir, port };
        let log = wait.recv_timeout(START).context("aiosmtpd says nothing")?;
        ensure!(
            log.contains("Server is listening"),
            "needs python3-aiosmtpd; see deploy/prepare --headless:\n{log}"
        );
        Ok(server)
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

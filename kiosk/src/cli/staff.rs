//! The commands that make the hashes of `[staff]`.

use super::CliError;
use crate::staff::{self, CodeHash, Pin};
use nix::sys::termios::{LocalFlags, SetArg, Termios, tcgetattr, tcsetattr};
use std::fs::OpenOptions;
use std::io::{self, BufRead, IsTerminal, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Asks for a PIN, twice where somebody types it, and writes the line with its hash.
pub(super) fn pin(out: &mut impl Write) -> Result<(), CliError> {
    let input = io::stdin();
    let typed = if input.is_terminal() {
        let _silent = Silence::begin();
        let first = ask("PIN: ", &mut input.lock())?;
        if ask("Once more: ", &mut input.lock())? != first {
            return Err(CliError::Pin("the two are not the same".to_owned()));
        }
        first
    } else {
        line(&mut input.lock())?
    };
    let pin = Pin::chosen(&typed).map_err(|fault| CliError::Pin(fault.to_string()))?;
    Ok(writeln!(out, "[staff]\n{}", pin.hash().line())?)
}

/// Writes a fresh code as a picture, which only its owner may read, and the line with its hash. A picture that is
/// there already is left: somebody may still use its code.
pub(super) fn code(path: &Path, out: &mut impl Write) -> Result<(), CliError> {
    let fault = |error| CliError::Picture { path: path.to_owned(), error };
    let code = staff::new_code();
    let mut png = io::Cursor::new(Vec::new());
    staff::picture(&code).write_to(&mut png, image::ImageFormat::Png).map_err(fault)?;
    let opened = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    let written = opened.and_then(|mut file| {
        file.write_all(&png.into_inner())?;
        file.sync_all()
    });
    written.map_err(|error| fault(image::ImageError::IoError(error)))?;
    Ok(writeln!(out, "[staff]\n{}", CodeHash::of(&code).line())?)
}

fn ask(question: &str, input: &mut impl BufRead) -> io::Result<String> {
    let mut said = io::stderr();
    said.write_all(question.as_bytes())?;
    said.flush()?;
    let typed = line(input)?;
    said.write_all(b"\n")?;
    Ok(typed)
}

fn line(input: &mut impl BufRead) -> io::Result<String> {
    let mut line = String::new();
    input.read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// What is typed is not shown until this is dropped.
struct Silence(Option<Termios>);

impl Silence {
    fn begin() -> Self {
        let before = tcgetattr(io::stdin()).ok();
        if let Some(mut quiet) = before.clone() {
            quiet.local_flags.remove(LocalFlags::ECHO);
            // Where that fails the digits are seen by who types them.
            let _ = tcsetattr(io::stdin(), SetArg::TCSANOW, &quiet);
        }
        Self(before)
    }
}

impl Drop for Silence {
    fn drop(&mut self) {
        if let Some(before) = &self.0 {
            let _ = tcsetattr(io::stdin(), SetArg::TCSANOW, before);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_code_is_written_once_for_its_owner_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("code.png");
        let mut out = Vec::new();
        code(&path, &mut out).unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        let picture = image::open(&path).unwrap().to_luma8();
        let text = rqrr::PreparedImage::prepare(picture).detect_grids()[0].decode().unwrap().1;
        let said = String::from_utf8(out).unwrap();
        assert_eq!(said, format!("[staff]\n{}\n", CodeHash::of(&text).line()));
        let before = std::fs::read(&path).unwrap();
        assert!(matches!(code(&path, &mut Vec::new()), Err(CliError::Picture { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }
}

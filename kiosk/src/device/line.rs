//! Serial lines: opened without ever waiting, set to raw bytes.

use nix::fcntl::OFlag;
use nix::sys::termios;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

/// Opens a device so that no read or write waits, and the line does not become this program's terminal.
pub(super) fn open(path: &Path) -> io::Result<File> {
    let flags = OFlag::O_NONBLOCK | OFlag::O_NOCTTY;
    OpenOptions::new().read(true).write(true).custom_flags(flags.bits()).open(path)
}

/// Sets a line to raw bytes, 8N1, at so many bits in a second.
pub(super) fn set(file: &File, baud: u32) -> io::Result<()> {
    let rate = match baud {
        9_600 => termios::BaudRate::B9600,
        19_200 => termios::BaudRate::B19200,
        38_400 => termios::BaudRate::B38400,
        57_600 => termios::BaudRate::B57600,
        115_200 => termios::BaudRate::B115200,
        _ => return Err(io::Error::new(io::ErrorKind::InvalidInput, "no such baud rate")),
    };
    let mut line = termios::tcgetattr(file)?;
    termios::cfmakeraw(&mut line);
    line.control_flags |= termios::ControlFlags::CLOCAL | termios::ControlFlags::CREAD;
    termios::cfsetspeed(&mut line, rate)?;
    termios::tcsetattr(file, termios::SetArg::TCSANOW, &line)?;
    termios::tcflush(file, termios::FlushArg::TCIOFLUSH)?;
    Ok(())
}

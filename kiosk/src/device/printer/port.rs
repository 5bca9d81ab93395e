//! Bytes to and from a printer, with a limit on every wait. One way for network, USB and serial: a descriptor
//! that never blocks, and `poll`.

use super::Printer;
use crate::device::line;
use nix::errno::Errno;
use nix::libc::linger;
use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::sys::socket::{setsockopt, sockopt};
use nix::sys::termios;
use std::fs::File;
use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::os::fd::AsFd;
use std::time::{Duration, Instant};

/// An open way to a printer that answers.
pub(super) enum Port {
    Network(TcpStream),
    Device(File),
}

impl Port {
    /// Opens it; `None` for a printer that is only a file or memory.
    pub(super) fn open(printer: &Printer, limit: Duration) -> io::Result<Option<Self>> {
        match printer {
            Printer::Network { address } => connect(address, limit).map(|stream| Some(Self::Network(stream))),
            Printer::Usb { path } => line::open(path).map(|file| Some(Self::Device(file))),
            Printer::Serial { path, baud } => {
                let file = line::open(path)?;
                line::set(&file, *baud)?;
                Ok(Some(Self::Device(file)))
            }
            Printer::None | Printer::File { .. } | Printer::Memory { .. } => Ok(None),
        }
    }

    /// Waits until there is something to read, or room to write if `writing`. Both false: the time is up.
    pub(super) fn wait(&self, writing: bool, until: Instant) -> io::Result<Readiness> {
        let mut wanted = PollFlags::POLLIN;
        wanted.set(PollFlags::POLLOUT, writing);
        let left = until.saturating_duration_since(Instant::now());
        // Rounded up, or the last part of a millisecond would be spent spinning.
        let left = PollTimeout::try_from(left + Duration::from_micros(999)).unwrap_or(PollTimeout::MAX);
        let fd = match self {
            Self::Network(stream) => stream.as_fd(),
            Self::Device(file) => file.as_fd(),
        };
        let mut asked = [PollFd::new(fd, wanted)];
        match poll(&mut asked, left) {
            Ok(_) => {}
            Err(Errno::EINTR) => {
                return Ok(Readiness { read: false, write: false });
            }
            Err(error) => return Err(error.into()),
        }
        let ready = asked[0].revents().unwrap_or(PollFlags::POLLERR);
        let gone = PollFlags::POLLERR | PollFlags::POLLHUP | PollFlags::POLLNVAL;
        // A port that is gone says so when it is read.
        Ok(Readiness {
            read: ready.intersects(PollFlags::POLLIN | gone),
            write: writing && ready.contains(PollFlags::POLLOUT),
        })
    }

    /// Reads what is there. The end of the stream is an error: a printer does not end.
    pub(super) fn read(&mut self, into: &mut Vec<u8>) -> io::Result<()> {
        let mut chunk = [0; 256];
        let read = match self {
            Self::Network(stream) => stream.read(&mut chunk),
            Self::Device(file) => file.read(&mut chunk),
        };
        match read {
            Ok(0) => Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                into.extend_from_slice(&chunk[..count]);
                Ok(())
            }
            Err(error) if is_not_yet(&error) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// Ends it and throws away what the system has taken and not yet delivered: a plain close would deliver the rest
    /// of a ticket that was given up, an hour later, when somebody puts in paper.
    pub(super) fn abandon(self) {
        let thrown = match &self {
            Self::Network(stream) => setsockopt(stream, sockopt::Linger, &linger { l_onoff: 1, l_linger: 0 }),
            Self::Device(file) => termios::tcflush(file, termios::FlushArg::TCOFLUSH),
        };
        if let Err(error) = thrown {
            // A USB printer is no terminal; its driver holds one block at most.
            tracing::debug!(%error, "what was not delivered cannot be thrown away");
        }
    }

    /// Writes as much as there is room for, and says how much.
    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match self {
            Self::Network(stream) => stream.write(bytes),
            Self::Device(file) => file.write(bytes),
        };
        written.or_else(|error| if is_not_yet(&error) { Ok(0) } else { Err(error) })
    }
}

/// What a port is ready for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Readiness {
    pub(super) read: bool,
    pub(super) write: bool,
}

fn is_not_yet(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted)
}

fn connect(address: &str, limit: Duration) -> io::Result<TcpStream> {
    let mut last = io::Error::new(io::ErrorKind::NotFound, "the printer's name has no address");
    for address in address.to_socket_addrs()? {
        match TcpStream::connect_timeout(&address, limit) {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                stream.set_nonblocking(true)?;
                return Ok(stream);
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

//! Mail servers: a real one, and small ones that refuse, are slow or die.

use foyer_booking::mail::MailSettings;
use std::net::TcpListener;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

#[path = "../../../../tests/src/mail_server.rs"]
#[allow(dead_code, reason = "the journeys use all of it")]
mod real;
pub use real::{MailServer, section};

/// A port at which nobody listens, and nobody else begins to: until a [`MailServer`] does.
pub fn nobody() -> u16 {
    real::nobody().unwrap()
}

/// What it says.
pub fn settings(port: u16, more: &str) -> MailSettings {
    toml::from_str(&section(port, more).replace("[mail]", "")).unwrap()
}

/// What a server answers, by a command's first letters.
pub type Replies = &'static [(&'static str, &'static str)];

/// A server that answers each command with what `replies` say for its first letters, and else agrees. An empty reply
/// closes the connection; `…` never answers.
pub fn stubborn(replies: Replies) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    listener.set_nonblocking(true).unwrap();
    let listener = tokio::net::TcpListener::from_std(listener).unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(talk(stream, replies));
        }
    });
    port
}

async fn talk(stream: TcpStream, replies: Replies) {
    let mut stream = BufReader::new(stream);
    let mut command = "HELLO".to_owned();
    let mut is_content = false;
    loop {
        let said = replies.iter().find(|(begin, _)| command.starts_with(begin)).map(|(_, reply)| *reply);
        let reply = match command.get(..4).unwrap_or_default() {
            _ if is_content => None,
            "HELL" => Some("220 hello"),
            "EHLO" => Some("250-here\r\n250 AUTH PLAIN LOGIN"),
            "AUTH" => Some("235 welcome"),
            "DATA" => Some("354 go on"),
            "QUIT" => Some("221 bye"),
            _ => Some("250 well"),
        };
        match said.filter(|_| !is_content || command.starts_with('.')).or(reply) {
            Some("") => return,
            Some("…") => std::future::pending().await,
            Some(reply) => drop(stream.write_all(format!("{reply}\r\n").as_bytes()).await),
            None => {}
        }
        is_content |= command.starts_with("DATA") && said.is_none();
        command.clear();
        if stream.read_line(&mut command).await.unwrap_or(0) == 0 {
            return;
        }
        if is_content && command == ".\r\n" && !replies.iter().any(|(begin, _)| *begin == ".") {
            (is_content, command) = (false, "NOOP".to_owned());
        }
    }
}

//! What the journeys share: an office, a terminal that the test speaks for, and moments.

use anyhow::{Context, Result};
use chrono::SubsecRound;
use foyer_client::Server;
use foyer_domain::Timestamp;
use foyer_protocol::booking::BookingView;
use foyer_protocol::lobby::{CheckInAnswer, CheckInReply, CheckInRequest, DeviceKind, Presented, TicketView};
use foyer_protocol::nonce::Nonce;
use foyer_tests::house::House;
use foyer_tests::wait;
use std::path::PathBuf;
use tempfile::TempDir;

/// A moment, as RFC 3339 says it.
pub fn at(text: &str) -> Timestamp {
    text.parse().expect("a moment in RFC 3339")
}

/// An office's file of the journeys.
pub fn office(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("offices")
        .join(name)
}

/// An installation whose clock shows `start`.
pub async fn house(start: &str) -> Result<(TempDir, House)> {
    let folder = tempfile::tempdir()?;
    let house = House::open(folder.path(), &office("round-the-clock.toml"), at(start)).await?;
    Ok((folder, house))
}

/// A kiosk that the test speaks for.
pub struct Kiosk {
    /// Its link to the lobby.
    pub server: Server,
}

impl Kiosk {
    /// Enrols one.
    pub async fn enrol(house: &House) -> Result<Self> {
        let (_, server) = house.enrol(DeviceKind::Kiosk, "Terminal des Tests").await?;
        Ok(Self { server })
    }

    /// Holds a code before its camera at a moment.
    pub async fn scan(&self, code: &str, seen_at: Timestamp) -> Result<CheckInAnswer> {
        self.present(Nonce::random(), Presented::Scan(code.to_owned()), seen_at)
            .await
    }

    /// Sends an attempt with a nonce of the test's choice.
    pub async fn present(&self, nonce: Nonce, presented: Presented, at: Timestamp) -> Result<CheckInAnswer> {
        let request = CheckInRequest {
            presented,
            seen_at: at.trunc_subsecs(0),
        };
        let reply: CheckInReply = self.server.post("/api/v1/check-ins", nonce, &request).await?;
        Ok(reply.answer)
    }

    /// Scans until the lobby has heard of the booking's present state, as `wanted` sees it.
    pub async fn scan_until(
        &self,
        house: &House,
        booking: &BookingView,
        wanted: impl Fn(&CheckInAnswer) -> bool,
    ) -> Result<CheckInAnswer> {
        let code = booking
            .check_in_code
            .as_deref()
            .context("a confirmed booking has a code")?;
        let answer = wait::for_value("the lobby to hear of the booking", wait::LIMIT, || async {
            let answer = self.scan(code, house.now()).await?;
            Ok(Some(answer).filter(&wanted))
        });
        answer.await
    }
}

/// The ticket of an answer that has one.
pub fn ticket(answer: &CheckInAnswer) -> Result<&TicketView> {
    match answer {
        CheckInAnswer::CheckedIn { ticket }
        | CheckInAnswer::AlreadyCheckedIn { ticket }
        | CheckInAnswer::BackInQueue { ticket } => Ok(ticket),
        other => anyhow::bail!("no ticket but {other:?}"),
    }
}

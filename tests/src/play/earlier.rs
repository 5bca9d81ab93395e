//! What happened before the main job.

use super::Stage;
use crate::clerk::Clerk;
use anyhow::{Context, Result, ensure};
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::Office;
use foyer_protocol::lobby::{DeviceKind, TicketAnswer, TicketReply, WalkInRequest};
use foyer_protocol::nonce::Nonce;

impl Stage {
    /// Two walk-ins who are called before, so that the display has a history.
    pub(super) async fn earlier_visitors(&self) -> Result<()> {
        let house = &self.house;
        let (_, kiosk) = house.enrol(DeviceKind::Kiosk, "Empfang").await?;
        let office = self.office()?;
        let offered = office.services.iter().find(|service| service.walk_in);
        let service = offered.context("the office offers something without an appointment")?.id.clone();
        let mut clerks = Vec::new();
        for (name, counter) in [("frueh", &office.counters[0]), ("spaet", &office.counters[1])] {
            house.add_staff(name, "clerk")?;
            let clerk = Clerk::sign_in(house, name).await?;
            clerk.open(counter.id.as_str()).await?;
            clerks.push((clerk, counter));
        }
        for (clerk, counter) in clerks {
            let services = vec![ServiceChoice { service: service.clone(), quantity: 1 }];
            let request = WalkInRequest { services, seen_at: house.now(), with: None, language: None };
            let reply: TicketReply = kiosk.post("/walk-ins", Nonce::random(), &request).await?;
            ensure!(matches!(reply.answer, TicketAnswer::Opened { .. }), "{:?}", reply.answer);
            ensure!(clerk.press(counter.id.as_str(), "next").await?.done(), "nobody was called");
        }
        Ok(())
    }

    pub(super) fn office(&self) -> Result<Office> {
        Ok(foyer_protocol::program::load(&self.house.folder.join("office.toml"))?)
    }
}

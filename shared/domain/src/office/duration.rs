//! How long what somebody wants takes.

use super::Office;
use crate::booking::ServiceChoice;

impl Office {
    /// How long these services take together at a counter, in minutes; not limited, and 0 for none. What is not known
    /// takes as long as this office's services do on average.
    pub fn minutes_of(&self, services: &[ServiceChoice]) -> u32 {
        let one = |choice: &ServiceChoice| match self.service(&choice.service) {
            Some(service) => service.minutes_of(choice.quantity),
            None => self.average_minutes() * u32::from(choice.quantity),
        };
        services.iter().map(one).sum()
    }

    /// How long these services take together at a counter, in minutes, at least 1; for none named as long as this
    /// office's services do on average.
    pub fn minutes(&self, services: &[ServiceChoice]) -> u16 {
        let sum = if services.is_empty() { self.average_minutes() } else { self.minutes_of(services) };
        u16::try_from(sum.max(1)).unwrap_or(u16::MAX)
    }

    fn average_minutes(&self) -> u32 {
        let all: u32 = self.services.iter().map(|service| u32::from(service.minutes)).sum();
        all.div_ceil(u32::try_from(self.services.len().max(1)).unwrap_or(u32::MAX))
    }
}

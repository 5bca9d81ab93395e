//! What is to be heard: announcements on their way to the loudspeaker, how loud each is, and how loudspeaker and voice
//! are. Pure.

use crate::board::{Due, Ring};
use crate::device::sound::{Order, Report, SoundId};
use crate::settings::{Settings, SoundSettings};
use chrono::NaiveTime;
use foyer_domain::id::AreaId;
use foyer_protocol::lobby::PartStatus;
use std::collections::BTreeMap;

/// Announcements on their way, and how loudspeaker and voice are.
#[derive(Debug, Clone)]
pub struct Hearing {
    /// Which announcement is for which ring.
    rings: BTreeMap<SoundId, Ring>,
    next: u64,
    sound: PartStatus,
    voice: PartStatus,
}

/// What a report of the loudspeaker means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// This was heard to its end.
    Whole(Ring),
    /// This was not.
    Not(Ring),
    /// A part works, or no longer does.
    Part,
    /// Nothing.
    Nothing,
}

impl Default for Hearing {
    fn default() -> Self {
        let part = |part: &str| PartStatus { part: part.to_owned(), works: true, detail: String::new() };
        Self { rings: BTreeMap::new(), next: 0, sound: part("sound"), voice: part("voice") }
    }
}

impl Hearing {
    /// The order for what is due at this time of the office's day; `None` where nothing is to sound.
    pub fn order(&mut self, settings: &SoundSettings, time: NaiveTime, due: Due) -> Option<Order> {
        let volume = volume(settings, time, &due.area);
        // Nobody has heard what was silent.
        if !settings.on || volume == 0 {
            return None;
        }
        let id = SoundId(self.next);
        self.next += 1;
        self.rings.insert(id, due.ring);
        Some(Order { id, said: due.said, detail: due.detail, volume })
    }

    /// Takes in what the loudspeaker says.
    pub fn take(&mut self, report: Report) -> Heard {
        let (part, detail) = match report {
            Report::Played(id) => return self.rings.remove(&id).map_or(Heard::Nothing, Heard::Whole),
            Report::NotPlayed(id) => return self.rings.remove(&id).map_or(Heard::Nothing, Heard::Not),
            Report::Ready => (&mut self.sound, String::new()),
            Report::Missing(why) => (&mut self.sound, why),
            Report::VoiceReady => (&mut self.voice, String::new()),
            Report::VoiceMissing(why) => (&mut self.voice, why),
        };
        part.works = detail.is_empty();
        part.detail = detail;
        Heard::Part
    }

    /// Nothing is on its way any more.
    pub fn clear(&mut self) {
        self.rings.clear();
    }

    /// How loudspeaker and voice are, where there are to be any.
    pub fn parts(&self, settings: &Settings) -> Vec<PartStatus> {
        let sound = settings.sound.on.then(|| self.sound.clone());
        let voice = (settings.sound.on && settings.speech.on).then(|| self.voice.clone());
        sound.into_iter().chain(voice).collect()
    }
}

/// How loud a call of an area is at a time of day: as loud as the area is to be, but never louder than the time allows.
fn volume(settings: &SoundSettings, time: NaiveTime, area: &AreaId) -> u8 {
    let usual = settings.areas.get(area).copied().unwrap_or(settings.volume);
    let allowed = settings.hours.iter().filter(|hours| hours.contains(time)).map(|hours| hours.volume);
    allowed.fold(usual, u8::min)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::QuietHours;

    fn at(hour: u32, minute: u32) -> NaiveTime {
        NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn a_time_of_day_makes_it_quieter_and_an_area_has_its_own_volume() {
        let hours = |from, to, volume| QuietHours { from, to, volume };
        let settings = SoundSettings {
            volume: 50,
            hours: vec![hours(at(12, 0), at(13, 0), 30), hours(at(20, 0), at(6, 0), 10)],
            areas: BTreeMap::from([(AreaId::from("hall"), 70), (AreaId::from("office"), 20)]),
            ..SoundSettings::default()
        };
        let volume = |time, area| super::volume(&settings, time, &AreaId::from(area));
        assert_eq!([volume(at(10, 0), "eg"), volume(at(12, 0), "eg"), volume(at(13, 0), "eg")], [50, 30, 50]);
        assert_eq!([volume(at(10, 0), "hall"), volume(at(12, 30), "hall")], [70, 30]);
        assert_eq!([volume(at(10, 0), "office"), volume(at(12, 30), "office")], [20, 20]);
        assert_eq!([volume(at(23, 0), "eg"), volume(at(5, 59), "eg"), volume(at(6, 0), "eg")], [10, 10, 50]);
    }

    #[test]
    fn what_is_silent_is_not_sent_and_so_never_heard() {
        let due = |area: &str| Due {
            ring: Ring::Call(foyer_domain::id::CallId(1)),
            said: foyer_voice::Announcement { numbers: Vec::new(), counter: None, language: None },
            detail: foyer_voice::Detail::Whole,
            area: AreaId::from(area),
        };
        let settings = SoundSettings {
            areas: BTreeMap::from([(AreaId::from("office"), 0)]),
            ..SoundSettings::default()
        };
        let mut hearing = Hearing::default();
        assert!(hearing.order(&settings, at(10, 0), due("eg")).is_some());
        assert!(hearing.order(&settings, at(10, 0), due("office")).is_none());
    }
}

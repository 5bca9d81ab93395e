//! A service in words, and which services somebody means by what they type. Pure.

use super::frame::Words;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::id::ServiceId;
use foyer_domain::office::{Localized, Office, Service};

/// A service that can be chosen.
pub struct Row {
    /// For forms and addresses.
    pub id: String,
    /// "Personalausweis beantragen".
    pub name: String,
    /// "etwa 15 Minuten · 46,00 €".
    pub facts: String,
    /// What it is; may be empty.
    pub description: String,
    /// What it costs, for whom; empty where one fee says it all.
    pub fees: Vec<(String, String)>,
    /// What to bring.
    pub documents: Vec<String>,
    /// Forms: name and address.
    pub forms: Vec<(String, String)>,
    /// What to do instead of booking it here.
    pub instead: Option<String>,
    /// Where days can be proposed for it; none where staff do not look for a time.
    pub request: Option<String>,
    /// How many are chosen.
    pub quantity: u8,
    /// How many can be chosen.
    pub most: u8,
    /// Whether it is among those that are shown.
    pub is_shown: bool,
    /// Names of its keys: choose, one less, one more.
    pub keys: [String; 3],
}

/// Services that stand together.
pub struct Group {
    /// "Ausweise und Pässe"; empty where an office has no groups.
    pub title: String,
    /// Its services.
    pub rows: Vec<Row>,
}

impl Group {
    /// Whether anything in it is shown.
    pub fn is_shown(&self) -> bool {
        self.rows.iter().any(|row| row.is_shown)
    }
}

/// All services by group, in the order of the office's file; those of no group last.
pub fn groups(words: &Words, office: &Office, chosen: &[ServiceChoice], shown: &[ServiceId]) -> Vec<Group> {
    let mut groups: Vec<(&Localized, Group)> = Vec::new();
    for service in &office.services {
        let row = row(words, office, service, chosen, shown);
        match groups.iter_mut().find(|(name, _)| **name == service.group) {
            Some((_, group)) => group.rows.push(row),
            None => {
                let title = service.group.get(words.tag()).to_owned();
                groups.push((&service.group, Group { title, rows: vec![row] }));
            }
        }
    }
    let has_titles = groups.iter().any(|(_, group)| !group.title.is_empty());
    groups.sort_by_key(|(_, group)| group.title.is_empty());
    let mut groups: Vec<Group> = groups.into_iter().map(|(_, group)| group).collect();
    if let Some(rest) = groups.last_mut().filter(|group| has_titles && group.title.is_empty()) {
        rest.title = words.text("portal-services-others");
    }
    groups
}

fn row(
    words: &Words,
    office: &Office,
    service: &Service,
    chosen: &[ServiceChoice],
    shown: &[ServiceId],
) -> Row {
    let name = service.name.get(words.tag()).to_owned();
    let quantity = chosen.iter().find(|choice| choice.service == service.id).map_or(0, |of| of.quantity);
    let minutes = words.length(service.minutes);
    let fees = fees(words, service);
    let facts = match &fees[..] {
        [] => minutes,
        [(_, only)] => format!("{minutes} · {only}"),
        _ => {
            let least = service.fees.iter().map(|fee| fee.cents).min().unwrap_or_default();
            format!("{minutes} · {}", fee_from(words, least))
        }
    };
    let is_said_already = fees.len() == 1 && fees[0].0.is_empty();
    let key = |id: &str| words.text_with(id, "service", name.as_str());
    Row {
        id: service.id.to_string(),
        facts,
        description: service.description.get(words.tag()).to_owned(),
        fees: if is_said_already { Vec::new() } else { fees },
        documents: service.documents.iter().map(|text| text.get(words.tag()).to_owned()).collect(),
        forms: service
            .forms
            .iter()
            .map(|form| (form.name.get(words.tag()).to_owned(), form.url.clone()))
            .collect(),
        instead: (!service.online).then(|| instead(words, service)),
        request: service
            .on_request
            .then(|| words.link(&format!("/{}/request?services={}:1", office.id, service.id))),
        quantity,
        most: service.most(),
        is_shown: shown.contains(&service.id),
        keys: ["portal-services-take", "portal-services-less", "portal-services-more"].map(key),
        name,
    }
}

fn instead(words: &Words, service: &Service) -> String {
    service.online_message.as_ref().map_or("", |text| text.get(words.tag())).to_owned()
}

/// For whom, and how much; the usual fee first.
pub fn fees(words: &Words, service: &Service) -> Vec<(String, String)> {
    let mut fees: Vec<_> = service.fees.iter().collect();
    fees.sort_by_key(|fee| !fee.name.is_empty());
    let said = |cents| match cents {
        0 => words.text("portal-services-free"),
        cents => foyer_text::money(words.language, cents),
    };
    fees.into_iter().map(|fee| (fee.name.get(words.tag()).to_owned(), said(fee.cents))).collect()
}

fn fee_from(words: &Words, cents: u32) -> String {
    words.text_with("portal-services-fee-from", "fee", foyer_text::money(words.language, cents))
}

/// What these cost together: "gebührenfrei", "74,00 €", or with "ab" where it depends on who comes; none where nothing is
/// said about any of them.
pub fn fee_of_all(words: &Words, office: &Office, chosen: &[ServiceChoice]) -> Option<String> {
    let known =
        || chosen.iter().filter_map(|choice| Some((office.service(&choice.service)?, choice.quantity)));
    let least = |service: &Service| service.fees.iter().map(|fee| fee.cents).min();
    let sum: u32 =
        known().filter_map(|(service, quantity)| Some(least(service)? * u32::from(quantity))).sum();
    let (some, all) = (known().any(|(of, _)| !of.fees.is_empty()), known().all(|(of, _)| of.fees.len() == 1));
    match (some, all, sum) {
        (false, ..) => None,
        (true, true, 0) => Some(words.text("portal-services-free")),
        (true, true, sum) => Some(foyer_text::money(words.language, sum)),
        (true, false, 0) => None,
        (true, false, sum) => Some(fee_from(words, sum)),
    }
}

/// The services that somebody means: by their names, other words and groups, in their language and in German. Where no
/// letter-by-letter search finds any, other forms of the words and then slips are forgiven.
pub fn meant(words: &Words, office: &Office, typed: &str) -> Vec<ServiceId> {
    let ways = foyer_text::WAYS.iter().map(|finds| meant_by(*finds, words, office, typed));
    let found = ways.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    found.into_iter().map(|service| service.id.clone()).collect()
}

/// The same in one way of searching alone.
pub fn meant_by<'a>(
    finds: impl Fn(&str, &[&str]) -> bool,
    words: &Words,
    office: &'a Office,
    typed: &str,
) -> Vec<&'a Service> {
    let holds = |service: &&Service| {
        let texts = [&service.name, &service.keywords, &service.group];
        let (here, german) = (texts.map(|text| text.get(words.tag())), texts.map(|text| text.get("de")));
        finds(typed, &here) || (here != german && finds(typed, &german))
    };
    office.services.iter().filter(holds).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::examples;
    use foyer_domain::office::Fee;
    use foyer_text::Language;

    fn words(language: Language) -> Words {
        Words { language, is_chosen: true }
    }

    fn choice(service: &str, quantity: u8) -> ServiceChoice {
        ServiceChoice { service: service.into(), quantity }
    }

    #[test]
    fn slips_umlauts_and_other_words_find_a_service() {
        let office = examples::office();
        let found = |language, typed: &str| {
            meant(&words(language), &office, typed).iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        for typed in ["perso", "Personalausweiß", "PERSONAL AUSWEIS", "personalauswies"] {
            assert_eq!(found(Language::German, typed), ["personalausweis"], "{typed}");
        }
        assert_eq!(found(Language::Turkish, "ikamet kaydi"), ["ummeldung"]);
        assert_eq!(found(Language::Turkish, "umzug"), ["ummeldung"], "German is understood, too");
        assert_eq!(found(Language::German, "fuehrerschien"), ["fuehrerschein"]);
        for typed in ["umziehen", "ich bin umgezogen", "Umzuziehen", "meinen Wohnsitz ummelden", "umgemeldet"]
        {
            assert_eq!(found(Language::German, typed), ["ummeldung"], "{typed}");
        }
        assert_eq!(found(Language::German, "Ich brauche einen neuen Reisepass"), ["reisepass"]);
        assert!(found(Language::German, "Hund anmelden").is_empty(), "nobody's dog moves house");
        assert!(found(Language::German, "zirkus").is_empty() && found(Language::German, " ").is_empty());
    }

    #[test]
    fn fees_add_up_as_far_as_they_are_known() {
        let mut office = examples::office();
        let fee = |cents, name: &str| Fee {
            cents,
            name: if name.is_empty() { Localized::default() } else { Localized::german(name) },
        };
        office.services[0].fees = vec![fee(2280, "unter 24 Jahren"), fee(3700, "")];
        office.services[1].fees = vec![fee(7000, "")];
        office.services[2].fees = vec![fee(0, "")];
        office.services[3].fees = Vec::new();
        let ids: Vec<String> = office.services.iter().map(|service| service.id.to_string()).collect();
        let said = |chosen: &[ServiceChoice]| {
            fee_of_all(&words(Language::German), &office, chosen).map(|fee| fee.replace('\u{a0}', " "))
        };
        assert_eq!(said(&[choice(&ids[1], 2)]).as_deref(), Some("140,00 €"));
        assert_eq!(said(&[choice(&ids[0], 1), choice(&ids[1], 1)]).as_deref(), Some("ab 92,80 €"));
        assert_eq!(said(&[choice(&ids[2], 3)]).as_deref(), Some("gebührenfrei"));
        assert_eq!(said(&[choice(&ids[3], 1)]), None);
        assert_eq!(said(&[choice(&ids[1], 1), choice(&ids[3], 1)]).as_deref(), Some("ab 70,00 €"));
        let row = row(&words(Language::German), &office, &office.services[0], &[], &[]);
        assert_eq!(row.facts, "etwa 15 Minuten · ab 22,80\u{a0}€");
        let first = &row.fees[0];
        assert_eq!((first.0.as_str(), first.1.as_str()), ("", "37,00\u{a0}€"), "the usual fee first");
    }

    #[test]
    fn services_stand_in_groups_and_the_rest_comes_last() {
        let mut office = examples::office();
        office.services[0].group = Localized::default();
        let groups = groups(&words(Language::German), &office, &[], &[]);
        let titles: Vec<&str> = groups.iter().map(|group| group.title.as_str()).collect();
        assert_eq!(titles.last(), Some(&"Weitere Anliegen"));
        assert!(
            titles.len() > 2
                && groups.iter().map(|group| group.rows.len()).sum::<usize>() == office.services.len()
        );
    }
}

use super::super::closings::make;
use super::*;
use crate::contact::{self, Given};
use crate::examples;
use crate::settings::DataSettings;
use foyer_domain::booking::ServiceChoice;
use foyer_domain::office::{Closure, Localized};
use foyer_protocol::nonce::Nonce;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// Whoever works on it in the same moment still knows the plan of before, in which the closed day has room.
#[tokio::test]
async fn what_was_closed_in_the_same_batch_is_worked_on_with_the_next_one() {
    let (dir, now) = (tempfile::tempdir().unwrap(), at("2026-11-23T05:30:00Z"));
    let settings = DataSettings { dir: Some(dir.path().to_owned()), postgres: None };
    let store = Store::open(&settings, false, now).unwrap();
    store.import(examples::office(), now).await.unwrap().unwrap();
    let services = vec![ServiceChoice { service: "reisepass".into(), quantity: 1 }];
    let start = at("2026-11-24T09:00:00Z");
    let order = HoldOrder { office: "musterstadt".into(), services, start, asker: Asker::Public };
    let request = || store.request(Nonce::random(), &[b"test"]);
    let hold = store.hold(request(), order, now).await.unwrap().unwrap().hold;
    let person = contact::read(&Given::alone("Erika Mustermann", "erika@example.org", "de")).unwrap();
    let booking = store.confirm(request(), hold, person, now).await.unwrap().unwrap().secret;
    let date = start.date_naive();
    let closure = Closure {
        date,
        until: None,
        from: None,
        to: None,
        counters: Vec::new(),
        reason: Localized::german("Bei uns sind viele krank."),
    };
    let order = ClosingOrder { closure, way: ClosingWay::Offer };
    let job = move |work: &mut Work<'_>| {
        let closed = make(work, &"musterstadt".into(), &order, now)?.is_ok();
        Ok((closed, step(work, now)?))
    };
    assert_eq!(store.writer.run(job).await.unwrap(), (true, false));
    let offer = async || store.booking(booking).await.unwrap().unwrap().offer.map(|offer| offer.start);
    assert_eq!(offer().await, None);
    store.work_closings(now).await.unwrap();
    assert_eq!(offer().await, Some(at("2026-11-25T07:00:00Z")));
}

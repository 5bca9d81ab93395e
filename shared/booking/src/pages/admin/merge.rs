//! What two people changed at the same time, together.

use serde_json::{Map, Value};

/// What `mine` and `theirs` have made of `base`, together: what only one of them changed is as they made it; what both
/// changed is as `mine` has it. Entries of a list belong together by their `id`; those without one by what they are:
/// an entry that both have kept is the same one, and an edited one stands where it stood or is of the same day.
pub fn merge(base: Option<&Value>, mine: Option<&Value>, theirs: Option<&Value>) -> Option<Value> {
    if mine == base {
        return theirs.cloned();
    }
    if theirs == base {
        return mine.cloned();
    }
    match (mine, theirs) {
        (Some(Value::Object(mine)), Some(Value::Object(theirs))) => {
            let base = base.and_then(Value::as_object);
            let keys = mine.keys().chain(theirs.keys().filter(|key| !mine.contains_key(*key)));
            let entry = |key: &String| {
                let base = base.and_then(|base| base.get(key));
                Some((key.clone(), merge(base, mine.get(key), theirs.get(key))?))
            };
            Some(Value::Object(keys.filter_map(entry).collect::<Map<_, _>>()))
        }
        (Some(Value::Array(mine)), Some(Value::Array(theirs))) => {
            let base: &[Value] = base.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            let have_ids = mine.iter().chain(theirs).all(|entry| entry.get("id").is_some());
            Some(Value::Array(match have_ids {
                true => merge_lists(base, mine, theirs),
                false => merge_values(base, mine, theirs),
            }))
        }
        _ => mine.cloned(),
    }
}

/// In my order, with what is new of theirs at the end.
fn merge_lists(base: &[Value], mine: &[Value], theirs: &[Value]) -> Vec<Value> {
    let of =
        |list: &'_ [Value], entry: &Value| list.iter().find(|one| one.get("id") == entry.get("id")).cloned();
    let one =
        |entry: &Value| merge(of(base, entry).as_ref(), of(mine, entry).as_ref(), of(theirs, entry).as_ref());
    let only_theirs = theirs.iter().filter(|entry| of(mine, entry).is_none());
    mine.iter().chain(only_theirs).filter_map(one).collect()
}

/// For each entry of `base` where it stands in a list that was made of it.
fn partners(base: &[Value], list: &[Value]) -> Vec<Option<usize>> {
    let mut partners: Vec<Option<usize>> = vec![None; base.len()];
    let pair = |partners: &mut Vec<Option<usize>>, is_same: &dyn Fn(&Value, &Value) -> bool| {
        for (at, entry) in base.iter().enumerate() {
            if partners[at].is_none() {
                let is_free = |place: &usize| !partners.contains(&Some(*place));
                partners[at] = (0..list.len()).filter(is_free).find(|place| is_same(entry, &list[*place]));
            }
        }
    };
    pair(&mut partners, &|one, other| one == other);
    pair(&mut partners, &|one, other| one.get("date").is_some() && one.get("date") == other.get("date"));
    // What was edited in place; of values without fields one went and another one came.
    for (at, entry) in base.iter().enumerate() {
        let next = match at.checked_sub(1) {
            None => Some(0),
            Some(before) => partners[before].map(|place| place + 1),
        };
        let next = next.filter(|place| *place < list.len() && !partners.contains(&Some(*place)));
        if partners[at].is_none() && entry.is_object() && entry.get("date").is_none() {
            partners[at] = next;
        }
    }
    partners
}

/// Whether both close the same: the same but for what is said of it.
fn is_alike(one: &Value, other: &Value) -> bool {
    let fields = |value: &Value| {
        let mut fields = value.as_object().cloned();
        fields.iter_mut().for_each(|fields| drop(fields.remove("reason")));
        fields
    };
    one == other || (one.get("date").is_some() && fields(one) == fields(other))
}

/// In my order, with what is new of theirs at the end.
fn merge_values(base: &[Value], mine: &[Value], theirs: &[Value]) -> Vec<Value> {
    let (in_mine, in_theirs) = (partners(base, mine), partners(base, theirs));
    let one = |(place, entry): (usize, &Value)| match in_mine.iter().position(|at| *at == Some(place)) {
        Some(at) => merge(Some(&base[at]), Some(entry), in_theirs[at].map(|at| &theirs[at])),
        None => Some(entry.clone()),
    };
    let mut merged: Vec<Value> = mine.iter().enumerate().filter_map(one).collect();
    let is_new = |(place, _): &(usize, &Value)| !in_theirs.contains(&Some(*place));
    for (_, entry) in theirs.iter().enumerate().filter(is_new) {
        if !merged.iter().any(|known| is_alike(known, entry)) {
            merged.push(entry.clone());
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(base: Value, mine: Value, theirs: Value, expected: Value) {
        assert_eq!(merge(Some(&base), Some(&mine), Some(&theirs)), Some(expected));
    }

    #[test]
    fn what_only_one_changed_stands_and_what_both_changed_is_mine() {
        let base = json!({ "name": "a", "minutes": 5, "old": 1 });
        let mine = json!({ "name": "b", "minutes": 5, "old": 1, "new": 2 });
        check(
            base.clone(),
            mine.clone(),
            json!({ "name": "a", "minutes": 9 }),
            json!({ "name": "b", "minutes": 9, "new": 2 }),
        );
        check(
            base,
            mine,
            json!({ "name": "c", "minutes": 5, "old": 1 }),
            json!({ "name": "b", "minutes": 5, "old": 1, "new": 2 }),
        );
    }

    #[test]
    fn entries_belong_together_by_their_ids() {
        let entry = |id: &str, minutes: u8| json!({ "id": id, "minutes": minutes });
        check(
            json!([entry("a", 1), entry("b", 1), entry("c", 1)]),
            json!([entry("b", 1), entry("a", 2), entry("mine", 1)]),
            json!([entry("a", 1), entry("b", 3), entry("c", 1), entry("theirs", 1)]),
            json!([entry("b", 3), entry("a", 2), entry("mine", 1), entry("theirs", 1)]),
        );
        // Taken away here and changed there: it is gone, and changed here and taken away there: it stays.
        check(json!([entry("a", 1)]), json!([]), json!([entry("a", 2)]), json!([]));
        check(json!([entry("a", 1)]), json!([entry("a", 2)]), json!([]), json!([entry("a", 2)]));
    }

    #[test]
    fn a_day_that_somebody_else_has_closed_stays_closed() {
        let closure = |date: &str, reason: &str| json!({ "date": date, "reason": { "de": reason } });
        let (eve, team, trip) = (
            closure("2026-12-24", "Heiligabend"),
            closure("2026-12-02", "Team"),
            closure("2026-12-09", "Ausflug"),
        );
        let edited = closure("2026-12-24", "Wir feiern");
        check(json!([eve]), json!([edited]), json!([team, eve]), json!([edited, team]));
        check(json!([eve]), json!([eve, trip]), json!([eve, team]), json!([eve, trip, team]));
        // Opened there and left alone here: it is open; opened here and left alone there, too.
        check(json!([eve, trip]), json!([edited, trip]), json!([eve]), json!([edited]));
        check(json!([eve, trip]), json!([eve]), json!([edited, trip]), json!([edited]));
        // Moved here and edited there: it is not closed twice; closed by both with the same words or others: once.
        let moved = closure("2026-12-23", "Heiligabend");
        check(json!([eve]), json!([moved]), json!([edited]), json!([moved]));
        check(
            json!([]),
            json!([team, trip]),
            json!([closure("2026-12-02", "Fortbildung")]),
            json!([team, trip]),
        );
        // Here a counter alone, there all of it: both.
        let mut counter = team.clone();
        counter["counters"] = json!(["4"]);
        check(json!([]), json!([counter]), json!([team]), json!([counter, team]));
    }

    #[test]
    fn rows_of_hours_and_plain_values_are_merged_one_by_one() {
        let row = |from: &str, places: u8| json!({ "weekdays": ["mon"], "from": from, "places": places });
        check(
            json!([row("08", 3), row("13", 3)]),
            json!([row("09", 3), row("13", 3)]),
            json!([row("08", 3), row("13", 2), row("18", 1)]),
            json!([row("09", 3), row("13", 2), row("18", 1)]),
        );
        check(json!([row("08", 3)]), json!([row("09", 3)]), json!([row("08", 2)]), json!([row("09", 2)]));
        check(json!(["a", "b"]), json!(["a", "c"]), json!(["a", "b", "d"]), json!(["a", "c", "d"]));
        check(json!(["a", "b"]), json!(["b"]), json!(["a", "b", "a"]), json!(["b", "a"]));
    }
}

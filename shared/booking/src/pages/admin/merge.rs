//! What two people changed at the same time, together.

use serde_json::{Map, Value};

/// What `mine` and `theirs` have made of `base`, together: what only one of them changed is as they made it; what both
/// changed is as `mine` has it. Entries of a list belong together by their `id`; a list without ids is one value.
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
        (Some(Value::Array(mine)), Some(Value::Array(theirs)))
            if mine.iter().chain(theirs).all(|entry| entry.get("id").is_some()) =>
        {
            let base: &[Value] = base.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            Some(Value::Array(merge_lists(base, mine, theirs)))
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
}

//! Takes the snapshots of one folder.

use expect_test::expect_file;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fmt::Debug;
use std::path::PathBuf;

/// A folder of snapshots, one file for each value.
pub struct Shots {
    folder: PathBuf,
    taken: BTreeSet<String>,
}

impl Shots {
    pub fn of(folder: &str) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("snapshots").join(folder);
        Self { folder, taken: BTreeSet::new() }
    }

    /// What is sent to be read by programs of other versions, or rests in a log: it comes back as it was, and
    /// fields that a newer version adds are passed over.
    pub fn tolerant<T>(&mut self, name: &str, value: &T)
    where
        T: Serialize + DeserializeOwned + PartialEq + Debug,
    {
        let more = self.take(name, value);
        if let Some(more) = more {
            assert_eq!(
                serde_json::from_value::<T>(more).as_ref().ok(),
                Some(value),
                "{name} with one field more"
            );
        }
    }

    /// What is asked of a server: it comes back as it was, and a field that the server does not know is refused,
    /// because it would be a wish that nobody fulfils.
    pub fn strict<T>(&mut self, name: &str, value: &T)
    where
        T: Serialize + DeserializeOwned + PartialEq + Debug,
    {
        let more = self.take(name, value).expect("a request is an object");
        let refused = serde_json::from_value::<T>(more).expect_err("an unknown field");
        assert!(refused.to_string().contains("a_later_field"), "{name}: {refused}");
    }

    /// Compares with the file and reads it again; returns an object with one field more.
    fn take<T>(&mut self, name: &str, value: &T) -> Option<Value>
    where
        T: Serialize + DeserializeOwned + PartialEq + Debug,
    {
        let name = kebab(name);
        let text = serde_json::to_string_pretty(value).expect("every value of ours can be written");
        expect_file![self.folder.join(format!("{name}.json"))].assert_eq(&format!("{text}\n"));
        let back: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(&back, value, "{name} comes back as it was");
        assert!(self.taken.insert(name.clone()), "{name} is taken twice");
        let mut more: Value = serde_json::from_str(&text).expect("it was just written");
        more.as_object_mut()?.insert("a_later_field".to_owned(), json!([1]));
        Some(more)
    }

    /// Every variant was taken.
    pub fn all(&self, variants: &[&str]) {
        let missing: Vec<_> = variants.iter().filter(|name| !self.taken.contains(&kebab(name))).collect();
        assert!(missing.is_empty(), "no example of {missing:?}");
    }

    /// Nothing else lies in the folder.
    pub fn done(self) {
        let files = self.folder.read_dir().expect("the snapshots are kept").map(|file| {
            file.expect("a folder can be listed")
                .path()
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into()
        });
        assert_eq!(files.collect::<BTreeSet<String>>(), self.taken, "files in {}", self.folder.display());
    }
}

/// `CheckedIn` as a file's name: `checked-in`.
fn kebab(name: &str) -> String {
    let mut kebab = String::new();
    for c in name.chars() {
        if c.is_ascii_uppercase() && !kebab.is_empty() && !kebab.ends_with('-') {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}

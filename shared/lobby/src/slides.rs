//! What displays show while nobody is called: the pictures in the folder `slides` beside the data, in the order of their
//! names. Whoever puts one there sees it on every display within seconds; a display that cannot show one says so.

use crate::lobby::Lobby;
use crate::secret;
use foyer_protocol::lobby::{SLIDE_BYTES, Slide};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use tokio::sync::watch;

/// How often the folder is looked at.
const LOOK: Duration = Duration::from_secs(5);

/// A file that is just being written is looked at when nothing has changed for so long.
const SETTLED: Duration = Duration::from_secs(2);

/// No display shows more in an hour.
const MOST: usize = 50;

/// A picture and where it lies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SlideFile {
    pub(crate) view: Slide,
    path: PathBuf,
    as_it_was: AsItWas,
}

/// A file that still has these was not changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct AsItWas {
    bytes: u64,
    changed: SystemTime,
}

/// The pictures. Clones are handles to the same.
#[derive(Debug, Clone)]
pub(crate) struct Slides {
    folder: PathBuf,
    files: watch::Sender<Arc<Vec<SlideFile>>>,
}

impl Slides {
    /// Those beside a lobby's data; [`watch`] finds them.
    pub(crate) fn of(data: &Path) -> Self {
        Self { folder: data.join("slides"), files: watch::Sender::default() }
    }

    /// Hears of every change.
    pub(crate) fn changes(&self) -> watch::Receiver<Arc<Vec<SlideFile>>> {
        self.files.subscribe()
    }

    /// The bytes of a picture; `None` where there is none of this digest any more.
    pub(crate) async fn bytes(&self, digest: &str) -> Option<Vec<u8>> {
        let file = self.files.borrow().iter().find(|file| file.view.digest == digest)?.clone();
        if file.view.bytes > SLIDE_BYTES {
            return None;
        }
        let bytes = tokio::fs::read(&file.path).await.ok()?;
        // It may have been replaced since; then it has another digest in a few seconds.
        (self::digest(&bytes) == digest).then_some(bytes)
    }

    /// Looks at the folder.
    async fn look(&self) {
        let (folder, before) = (self.folder.clone(), Arc::clone(&self.files.borrow()));
        let found = tokio::task::spawn_blocking(move || files(&folder, &before)).await;
        match found {
            Ok(Ok(files)) => {
                let is_news = |known: &mut Arc<Vec<SlideFile>>| {
                    let is_news = **known != files;
                    if is_news {
                        tracing::info!(count = files.len(), "slides for displays");
                        *known = Arc::new(files);
                    }
                    is_news
                };
                self.files.send_if_modified(is_news);
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, folder = %self.folder.display(), "the slides cannot be read");
            }
            Err(error) => tracing::error!(%error, "looking for slides failed"),
        }
    }
}

/// Looks for changed pictures as long as the lobby runs.
pub(crate) async fn watch(lobby: Lobby) {
    let shutdown = lobby.shutdown();
    loop {
        lobby.slides().look().await;
        tokio::select! {
            () = shutdown.cancelled() => return,
            () = tokio::time::sleep(LOOK) => {}
        }
    }
}

/// The pictures of a folder by name. Those that were not changed are not read again.
fn files(folder: &Path, before: &[SlideFile]) -> io::Result<Vec<SlideFile>> {
    let known: BTreeMap<&Path, &SlideFile> = before.iter().map(|file| (file.path.as_path(), file)).collect();
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| is_picture(path));
    paths.sort();
    let mut files = Vec::new();
    for path in paths.into_iter().take(MOST) {
        // One that goes while it is looked at is not there.
        let Ok(data) = std::fs::metadata(&path).and_then(|data| Ok((data.len(), data.modified()?))) else {
            continue;
        };
        let as_it_was = AsItWas { bytes: data.0, changed: data.1 };
        let is_settled = as_it_was.changed.elapsed().is_ok_and(|age| age >= SETTLED);
        match known.get(path.as_path()) {
            Some(file) if file.as_it_was == as_it_was || !is_settled => files.push((*file).clone()),
            None if !is_settled => {}
            Some(_) | None => files.extend(file(path, as_it_was)),
        }
    }
    Ok(files)
}

fn file(path: PathBuf, as_it_was: AsItWas) -> Option<SlideFile> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let bytes = as_it_was.bytes;
    // What is too large is never read; displays say so.
    let digest = if bytes > SLIDE_BYTES {
        digest(format!("{name} {bytes}").as_bytes())
    } else {
        digest(&std::fs::read(&path).ok()?)
    };
    Some(SlideFile { view: Slide { digest, name, bytes }, path, as_it_was })
}

/// SHA-256 as 64 hexadecimal digits.
fn digest(bytes: &[u8]) -> String {
    secret::hex(&Sha256::digest(bytes))
}

fn is_picture(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).unwrap_or_default().to_ascii_lowercase();
    let is_hidden = path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'));
    matches!(ending.as_str(), "png" | "jpg" | "jpeg") && !is_hidden && path.is_file()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A file that was written some time ago.
    fn put(path: &Path, bytes: &[u8], seconds_ago: u64) {
        std::fs::write(path, bytes).unwrap();
        age(path, seconds_ago);
    }

    fn age(path: &Path, seconds_ago: u64) {
        let file = std::fs::File::options().write(true).open(path).unwrap();
        file.set_modified(SystemTime::now() - Duration::from_secs(seconds_ago)).unwrap();
    }

    #[tokio::test]
    async fn what_lies_in_the_folder_is_found_by_name_and_a_changed_one_is_another() {
        let data = tempfile::tempdir().unwrap();
        let slides = Slides::of(data.path());
        let names = |slides: &Slides| {
            let files = slides.files.borrow();
            files.iter().map(|file| file.view.name.clone()).collect::<Vec<_>>()
        };
        slides.look().await;
        assert!(names(&slides).is_empty(), "no folder, no slides");
        let folder = data.path().join("slides");
        std::fs::create_dir(&folder).unwrap();
        for (name, bytes) in [("b.JPG", "two"), ("a.png", "one"), (".c.png", "half"), ("notes.txt", "no")] {
            put(&folder.join(name), bytes.as_bytes(), 60);
        }
        put(&folder.join("d.png"), b"just being wri", 0);
        std::fs::create_dir(folder.join("folder.png")).unwrap();
        let changes = slides.changes();
        slides.look().await;
        assert!(changes.has_changed().unwrap());
        assert_eq!(names(&slides), ["a.png", "b.JPG"]);
        let digest = slides.files.borrow()[0].view.digest.clone();
        assert_eq!(slides.bytes(&digest).await.unwrap(), b"one");
        let mut changes = slides.changes();
        changes.borrow_and_update();
        slides.look().await;
        assert!(!changes.has_changed().unwrap(), "nothing new is not told");

        put(&folder.join("a.png"), b"another", 30);
        assert_eq!(slides.bytes(&digest).await, None, "it is no longer what was meant");
        slides.look().await;
        let other = slides.files.borrow()[0].view.digest.clone();
        assert_ne!(other, digest);
        assert_eq!(slides.bytes(&other).await.unwrap(), b"another");
        assert_eq!(slides.bytes("../a.png").await, None);
    }

    #[tokio::test]
    async fn what_is_too_large_is_named_but_never_read() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("slides");
        std::fs::create_dir(&folder).unwrap();
        let huge = std::fs::File::create(folder.join("huge.png")).unwrap();
        // A hole: no disk is filled by it.
        huge.set_len(SLIDE_BYTES + 1).unwrap();
        age(&folder.join("huge.png"), 60);
        let slides = Slides::of(data.path());
        slides.look().await;
        let view = slides.files.borrow()[0].view.clone();
        assert_eq!((view.name.as_str(), view.bytes), ("huge.png", SLIDE_BYTES + 1));
        assert_eq!(slides.bytes(&view.digest).await, None);
    }
}

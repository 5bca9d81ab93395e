//! Passwords are hashed on one thread of their own: each takes 19 MiB and a core for some 20 ms. More at once would
//! slow the queue down, and the system's allocator keeps that memory for every thread that ever hashed one.

use argon2::Argon2;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread;
use tokio::sync::{mpsc, oneshot};

/// So many wait before a further one waits at the door.
const WAITING: usize = 64;

type Work = Box<dyn FnOnce() + Send>;

/// Hashes and verifies passwords (Argon2id), one after the other.
#[derive(Clone)]
pub struct Passwords {
    work: mpsc::Sender<Work>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self::new()
    }
}

impl Passwords {
    /// Starts the thread; it ends with the last copy.
    pub fn new() -> Self {
        let (work, mut waiting) = mpsc::channel::<Work>(WAITING);
        let run = move || {
            while let Some(work) = waiting.blocking_recv() {
                // One that fails, for want of memory, is that one's fault: whoever signs on next needs the thread.
                if catch_unwind(AssertUnwindSafe(work)).is_err() {
                    tracing::error!("a password could not be hashed");
                }
            }
        };
        thread::Builder::new().name("passwords".to_owned()).spawn(run).expect("the system gives a thread");
        Self { work }
    }

    /// A hash with a salt of its own, in PHC's form.
    pub async fn hash(&self, password: String) -> String {
        let hash = move || {
            let hash = Argon2::default().hash_password(password.as_bytes());
            hash.expect("argon2's own parameters hash any password").to_string()
        };
        self.done(hash).await
    }

    /// Whether it is the one that was hashed. Takes as long for a name that nobody has, so that the time does not
    /// tell which names exist.
    pub async fn verify(&self, password: String, kept: Option<String>) -> bool {
        let verify = move || match kept.as_deref().map(PasswordHash::new) {
            Some(Ok(kept)) => Argon2::default().verify_password(password.as_bytes(), &kept).is_ok(),
            Some(Err(_)) | None => {
                drop(Argon2::default().hash_password(password.as_bytes()));
                false
            }
        };
        self.done(verify).await
    }

    async fn done<R: Send + 'static>(&self, work: impl FnOnce() -> R + Send + 'static) -> R {
        let (answer, answered) = oneshot::channel();
        // Whoever asked may have gone; then nobody reads it.
        let work: Work = Box::new(move || drop(answer.send(work())));
        assert!(self.work.send(work).await.is_ok(), "the thread lives as long as this");
        answered.await.expect("hashing neither panics nor is cancelled")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_that_fails_ends_nobody_elses() {
        let passwords = Passwords::new();
        let failing = passwords.clone();
        let fails = async move { failing.done(|| panic!("no memory")).await };
        assert!(tokio::spawn(fails).await.is_err());
        let kept = passwords.hash("Rathaus am Markt".to_owned()).await;
        assert!(passwords.verify("Rathaus am Markt".to_owned(), Some(kept)).await);
    }

    #[tokio::test]
    async fn passwords_are_verified_in_turn_however_many_come_at_once() {
        let passwords = Passwords::new();
        let kept = passwords.hash("Rathaus am Markt".to_owned()).await;
        assert!(kept.starts_with("$argon2id$"), "{kept}");
        let tries = (0..3).map(|_| passwords.verify("Rathaus am Markt".to_owned(), Some(kept.clone())));
        assert_eq!(futures_util::future::join_all(tries).await, [true; 3]);
        assert!(!passwords.verify("Rathaus am Markx".to_owned(), Some(kept)).await);
        assert!(!passwords.verify("Rathaus am Markt".to_owned(), Some("unlesbar".to_owned())).await);
        assert!(!passwords.verify("Rathaus am Markt".to_owned(), None).await);
    }
}

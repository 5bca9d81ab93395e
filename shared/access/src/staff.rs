//! Who works here: names, passwords, roles, sessions and invitations.

use crate::passwords::Passwords;
use crate::person::{Invited, Person, Role};
use crate::secret::{self, Hash};
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::attempts::Attempts;
use foyer_domain::id::{OfficeId, StaffId};
use foyer_protocol::program::Clock;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// A session lasts a long working day; then the password is asked for again.
pub const SESSION_HOURS: i64 = 12;

/// An invitation is good for three days, so that it survives a weekend.
const INVITATION_DAYS: i64 = 3;

/// Shorter passwords are refused (NIST SP 800-63B-4 3.1.1.2 asks for 15 where a password stands alone and
/// allows 8 beside something else; a desk stands inside the office's own network).
pub const PASSWORD_LEAST: usize = 10;

/// Longer ones are refused, so that hashing stays bounded.
pub const PASSWORD_MOST: usize = 200;

/// A session that has just begun.
#[derive(Clone)]
pub struct Session {
    /// Whose.
    pub person: Person,
    /// The value of the session's cookie.
    pub cookie: String,
    /// When it ends by itself.
    pub until: Timestamp,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session")
            .field("person", &self.person.id)
            .field("until", &self.until)
            .finish_non_exhaustive()
    }
}

/// Why somebody cannot sign in or be added.
#[derive(Debug, thiserror::Error)]
pub enum StaffError<E: std::error::Error + 'static> {
    /// Name or password are wrong; it is not said which.
    #[error("name or password are wrong")]
    Wrong,
    /// Too many wrong passwords for this name.
    #[error("too many wrong passwords; try again later")]
    TooManyTries {
        /// First moment at which it is tried again.
        until: Timestamp,
    },
    /// Too short or too long.
    #[error("a password has {PASSWORD_LEAST} to {PASSWORD_MOST} characters")]
    Password,
    /// Empty or too long.
    #[error("a name has 1 to 60 characters")]
    Name,
    /// Somebody else has the name, or the invitation was used meanwhile.
    #[error("the name is taken, or the invitation is used")]
    Taken,
    /// No such invitation, or used, or over.
    #[error("this link was used or is too old; ask for a new one")]
    NoInvitation,
    /// Storage.
    #[error("people cannot be kept or read now")]
    Store(#[source] E),
}

/// Where a server keeps its people, their sessions and invitations; of secrets it keeps hashes alone.
pub trait Keep: Clone + Send + Sync + 'static {
    /// Why it cannot.
    type Error: std::error::Error + Send + 'static;

    /// Everybody who may sign in, by name.
    fn all(&self) -> impl Future<Output = Result<Vec<Person>, Self::Error>> + Send;

    /// Who has this name, and the hash of the password.
    fn by_name(
        &self,
        name: String,
    ) -> impl Future<Output = Result<Option<(Person, String)>, Self::Error>> + Send;

    /// Adds somebody; `false` if the name is taken.
    fn add(
        &self,
        person: Person,
        password: String,
        now: Timestamp,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// Takes away the right to sign in, and ends every session; `false` if nobody is there.
    fn remove(&self, id: StaffId, now: Timestamp) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// Keeps a session, and forgets those that are over.
    fn begin_session(
        &self,
        token: Hash,
        id: StaffId,
        now: Timestamp,
        until: Timestamp,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Whose session this is, unless it is over.
    fn session(
        &self,
        token: Hash,
        now: Timestamp,
    ) -> impl Future<Output = Result<Option<Person>, Self::Error>> + Send;

    /// Ends a session.
    fn end_session(&self, token: Hash) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Keeps an invitation; one without end replaces the others without end.
    fn invite(&self, token: Hash, invited: Invited) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// What an invitation offers, unless it is used or over.
    fn invitation(
        &self,
        token: Hash,
        now: Timestamp,
    ) -> impl Future<Output = Result<Option<Invited>, Self::Error>> + Send;

    /// Uses an invitation up and adds who accepted it; `false` if it is used or the name is taken.
    fn accept(
        &self,
        token: Hash,
        person: Person,
        password: String,
        now: Timestamp,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send;

    /// Uses an invitation up and gives who is there already a new password, and ends their sessions; `false` if it is used
    /// or nobody is there. Only asked where an invitation names a person.
    fn renew(
        &self,
        _token: Hash,
        _id: StaffId,
        _password: String,
        _now: Timestamp,
    ) -> impl Future<Output = Result<bool, Self::Error>> + Send {
        std::future::ready(Ok(false))
    }
}

/// Signs staff in and out and keeps who they are.
#[derive(Clone)]
pub struct Staff<K: Keep> {
    kept: K,
    clock: Clock,
    wrong: Arc<Mutex<Attempts<String>>>,
    passwords: Passwords,
    names: Arc<Mutex<Arc<BTreeMap<StaffId, String>>>>,
}

impl<K: Keep> Staff<K> {
    /// The staff that is kept there.
    pub fn new(kept: K, clock: Clock) -> Self {
        // Five wrong passwords of one name within five minutes close that name for one minute: a guesser
        // gets 300 tries an hour, and nobody can lock a clerk out for long.
        let wrong = Attempts::new(5, TimeDelta::minutes(5), TimeDelta::minutes(1));
        Self {
            kept,
            clock,
            wrong: Arc::new(Mutex::new(wrong)),
            passwords: Passwords::new(),
            names: Arc::default(),
        }
    }

    /// Begins a session.
    ///
    /// # Errors
    /// A wrong name or password, too many of them, storage.
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Session, StaffError<K::Error>> {
        let (name, now) = (name.trim().to_owned(), self.clock.now());
        let key = name.to_lowercase();
        if let Some(until) = self.attempts().locked(&key, now) {
            return Err(StaffError::TooManyTries { until });
        }
        let found = self.kept.by_name(name).await.map_err(StaffError::Store)?;
        let (person, kept) = found.map_or((None, None), |(person, kept)| (Some(person), Some(kept)));
        let right = self.verify(password.to_owned(), kept).await;
        match person.filter(|_| right) {
            Some(person) => {
                self.attempts().right(&key);
                self.begin(person).await
            }
            None => {
                self.attempts().wrong(key, now);
                Err(StaffError::Wrong)
            }
        }
    }

    /// Whose session a cookie's value is, unless it is over.
    ///
    /// # Errors
    /// Storage.
    pub async fn session(&self, cookie: &str) -> Result<Option<Person>, StaffError<K::Error>> {
        let (token, now) = (secret::hash(cookie), self.clock.now());
        self.kept.session(token, now).await.map_err(StaffError::Store)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Storage.
    pub async fn sign_out(&self, cookie: &str) -> Result<(), StaffError<K::Error>> {
        self.kept.end_session(secret::hash(cookie)).await.map_err(StaffError::Store)
    }

    /// Everybody who may sign in, by name.
    ///
    /// # Errors
    /// Storage.
    pub async fn list(&self) -> Result<Vec<Person>, StaffError<K::Error>> {
        let people = self.kept.all().await.map_err(StaffError::Store)?;
        let names = people.iter().map(|person| (person.id.clone(), person.name.clone())).collect();
        *self.names.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(names);
        Ok(people)
    }

    /// The names of who could sign in when [`Self::list`] was last asked, without waiting for storage.
    pub fn names(&self) -> Arc<BTreeMap<StaffId, String>> {
        self.names.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Adds somebody with a password.
    ///
    /// # Errors
    /// A name or password that cannot be used, storage.
    pub async fn create_staff(
        &self,
        name: &str,
        role: Role,
        password: &str,
    ) -> Result<Person, StaffError<K::Error>> {
        let (person, now) = (new_person(name, role)?, self.clock.now());
        let kept = self.hash(password).await?;
        let done = self.kept.add(person.clone(), kept, now).await.map_err(StaffError::Store)?;
        done.then_some(person).ok_or(StaffError::Taken)
    }

    /// Takes away somebody's right to sign in, at once.
    ///
    /// # Errors
    /// Storage.
    pub async fn remove(&self, id: &StaffId) -> Result<bool, StaffError<K::Error>> {
        self.kept.remove(id.clone(), self.clock.now()).await.map_err(StaffError::Store)
    }

    /// Makes a one-time link's path, `/invitation/…`, with which somebody chooses a password.
    ///
    /// # Errors
    /// A name that cannot be used, storage.
    pub async fn invite(&self, name: &str, role: Role) -> Result<String, StaffError<K::Error>> {
        self.invite_to(name, role, BTreeMap::new()).await
    }

    /// The same for somebody who works at some offices only.
    ///
    /// # Errors
    /// A name that cannot be used, storage.
    pub async fn invite_to(
        &self,
        name: &str,
        role: Role,
        offices: BTreeMap<OfficeId, Role>,
    ) -> Result<String, StaffError<K::Error>> {
        let name = new_person(name, role)?.name;
        let until = self.clock.now() + TimeDelta::days(INVITATION_DAYS);
        self.keep_invitation(Invited { name: Some(name), role, offices, person: None, until: Some(until) })
            .await
    }

    /// The same for somebody who is there already, to choose a new password.
    ///
    /// # Errors
    /// Storage.
    pub async fn invite_again(&self, person: &Person) -> Result<String, StaffError<K::Error>> {
        let until = self.clock.now() + TimeDelta::days(INVITATION_DAYS);
        let Person { id, name, role, offices } = person.clone();
        self.keep_invitation(Invited {
            name: Some(name),
            role,
            offices,
            person: Some(id),
            until: Some(until),
        })
        .await
    }

    /// While nobody works here: the path of the first administrator's link. It replaces an earlier one.
    ///
    /// # Errors
    /// Storage.
    pub async fn first_administrator(&self) -> Result<Option<String>, StaffError<K::Error>> {
        if !self.list().await?.is_empty() {
            return Ok(None);
        }
        let (role, offices) = (Role::Administrator, BTreeMap::new());
        self.keep_invitation(Invited { name: None, role, offices, person: None, until: None }).await.map(Some)
    }

    /// What the secret of an invitation's path offers.
    ///
    /// # Errors
    /// Storage.
    pub async fn invitation(&self, secret: &str) -> Result<Option<Invited>, StaffError<K::Error>> {
        let (token, now) = (secret::hash(secret), self.clock.now());
        self.kept.invitation(token, now).await.map_err(StaffError::Store)
    }

    /// Uses an invitation up; `name` counts where the invitation leaves it open.
    ///
    /// # Errors
    /// A used or old invitation, a name or password that cannot be used, storage.
    pub async fn accept(
        &self,
        secret: &str,
        name: &str,
        password: &str,
    ) -> Result<Session, StaffError<K::Error>> {
        let invited = self.invitation(secret).await?.ok_or(StaffError::NoInvitation)?;
        let person = new_person(invited.name.as_deref().unwrap_or(name), invited.role)?;
        let kept = self.hash(password).await?;
        let (token, now) = (secret::hash(secret), self.clock.now());
        if let Some(id) = invited.person {
            let done = self.kept.renew(token, id.clone(), kept, now).await.map_err(StaffError::Store)?;
            return if done {
                self.begin(Person { id, ..person }).await
            } else {
                Err(StaffError::NoInvitation)
            };
        }
        let person = Person { offices: invited.offices, ..person };
        let done = self.kept.accept(token, person.clone(), kept, now).await.map_err(StaffError::Store)?;
        if !done {
            return Err(StaffError::Taken);
        }
        self.begin(person).await
    }

    async fn keep_invitation(&self, invited: Invited) -> Result<String, StaffError<K::Error>> {
        let secret = secret::token();
        self.kept.invite(secret::hash(&secret), invited).await.map_err(StaffError::Store)?;
        Ok(format!("/invitation/{secret}"))
    }

    async fn begin(&self, person: Person) -> Result<Session, StaffError<K::Error>> {
        let (cookie, now) = (secret::token(), self.clock.now());
        let until = now + TimeDelta::hours(SESSION_HOURS);
        let (token, id) = (secret::hash(&cookie), person.id.clone());
        self.kept.begin_session(token, id, now, until).await.map_err(StaffError::Store)?;
        Ok(Session { person, cookie, until })
    }

    async fn hash(&self, password: &str) -> Result<String, StaffError<K::Error>> {
        let characters = password.chars().count();
        if !(PASSWORD_LEAST..=PASSWORD_MOST).contains(&characters) {
            return Err(StaffError::Password);
        }
        Ok(self.passwords.hash(password.to_owned()).await)
    }

    async fn verify(&self, password: String, kept: Option<String>) -> bool {
        password.chars().count() <= PASSWORD_MOST && self.passwords.verify(password, kept).await
    }

    fn attempts(&self) -> std::sync::MutexGuard<'_, Attempts<String>> {
        self.wrong.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

fn new_person<E: std::error::Error>(name: &str, role: Role) -> Result<Person, StaffError<E>> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
        return Err(StaffError::Name);
    }
    let id = secret::hex(&secret::random::<8>());
    Ok(Person { id: StaffId(id), name: name.to_owned(), role, offices: BTreeMap::new() })
}

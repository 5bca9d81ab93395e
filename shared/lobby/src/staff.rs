//! Who works here: names, passwords, roles, sessions and invitations.

use crate::passwords::Passwords;
use crate::secret;
use crate::store::StoreError;
use crate::store::registry::Registry;
use crate::store::staff as rows;
use chrono::TimeDelta;
use foyer_domain::Timestamp;
use foyer_domain::attempts::Attempts;
use foyer_domain::id::StaffId;
use foyer_protocol::program::Clock;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// The name of the cookie that carries a session.
pub const SESSION_COOKIE: &str = "foyer_session";

/// A session lasts a long working day; then the password is asked for again.
pub const SESSION_HOURS: i64 = 12;

/// An invitation is good for three days, so that it survives a weekend.
const INVITATION_DAYS: i64 = 3;

/// Shorter passwords are refused (NIST SP 800-63B-4 3.1.1.2 asks for 15 where a password stands alone and
/// allows 8 beside something else; a desk stands inside the office's own network).
pub const PASSWORD_LEAST: usize = 10;

/// Longer ones are refused, so that hashing stays bounded.
pub const PASSWORD_MOST: usize = 200;

/// What somebody may do; each includes the ones before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Serves at a counter.
    Clerk,
    /// Sees and helps the whole room.
    Supervisor,
    /// Staff, terminals, the link to the booking server.
    Administrator,
}

impl Role {
    /// All, least first.
    pub const ALL: [Self; 3] = [Self::Clerk, Self::Supervisor, Self::Administrator];

    /// The role's name in files, forms and on the command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clerk => "clerk",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }

    /// The role of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// As the log knows them.
    pub id: StaffId,
    /// As they sign in.
    pub name: String,
    /// What they may do.
    pub role: Role,
}

/// A session that has just begun.
#[derive(Clone)]
pub struct Session {
    /// Whose.
    pub person: Person,
    /// The value of the cookie [`SESSION_COOKIE`].
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

/// What an invitation offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The name, unless the invited person chooses it.
    pub name: Option<String>,
    /// The role.
    pub role: Role,
    /// When it ends; `None` for the first administrator's, which the next start replaces.
    pub until: Option<Timestamp>,
}

/// Why somebody cannot sign in or be added.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
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
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Signs staff in and out and keeps who they are.
#[derive(Clone)]
pub struct Staff {
    registry: Registry,
    clock: Clock,
    wrong: Arc<Mutex<Attempts<String>>>,
    passwords: Passwords,
    names: Arc<Mutex<Arc<BTreeMap<StaffId, String>>>>,
}

impl Staff {
    pub(crate) fn new(registry: Registry, clock: Clock) -> Self {
        // Five wrong passwords of one name within five minutes close that name for one minute: a guesser
        // gets 300 tries an hour, and nobody can lock a clerk out for long.
        let wrong = Attempts::new(5, TimeDelta::minutes(5), TimeDelta::minutes(1));
        Self {
            registry,
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
    pub async fn sign_in(&self, name: &str, password: &str) -> Result<Session, StaffError> {
        let (name, now) = (name.trim().to_owned(), self.clock.now());
        let key = name.to_lowercase();
        if let Some(until) = self.attempts().locked(&key, now) {
            return Err(StaffError::TooManyTries { until });
        }
        let found = self.registry.run(move |db| rows::by_name(db, &name)).await?;
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
    pub async fn session(&self, cookie: &str) -> Result<Option<Person>, StaffError> {
        let (token, now) = (secret::hash(cookie), self.clock.now());
        Ok(self.registry.run(move |db| rows::session(db, &token, now)).await?)
    }

    /// Ends a session.
    ///
    /// # Errors
    /// Storage.
    pub async fn sign_out(&self, cookie: &str) -> Result<(), StaffError> {
        let token = secret::hash(cookie);
        Ok(self.registry.run(move |db| rows::end_session(db, &token)).await?)
    }

    /// Everybody who may sign in, by name.
    ///
    /// # Errors
    /// Storage.
    pub async fn list(&self) -> Result<Vec<Person>, StaffError> {
        let people = self.registry.run(|db| rows::all(db)).await?;
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
    pub async fn create_staff(&self, name: &str, role: Role, password: &str) -> Result<Person, StaffError> {
        let (person, now) = (new_person(name, role)?, self.clock.now());
        let kept = self.hash(password).await?;
        let added = person.clone();
        let done = self.registry.run(move |db| rows::add(db, &added, &kept, now)).await?;
        done.then_some(person).ok_or(StaffError::Taken)
    }

    /// Takes away somebody's right to sign in, at once.
    ///
    /// # Errors
    /// Storage.
    pub async fn remove(&self, id: &StaffId) -> Result<bool, StaffError> {
        let (id, now) = (id.clone(), self.clock.now());
        Ok(self.registry.run(move |db| rows::remove(db, &id, now)).await?)
    }

    /// Makes a one-time link's path, `/invitation/…`, with which somebody chooses a password.
    ///
    /// # Errors
    /// A name that cannot be used, storage.
    pub async fn invite(&self, name: &str, role: Role) -> Result<String, StaffError> {
        let name = new_person(name, role)?.name;
        let until = self.clock.now() + TimeDelta::days(INVITATION_DAYS);
        self.keep_invitation(Some(name), role, Some(until)).await
    }

    /// While nobody works here: the path of the first administrator's link. It replaces an earlier one.
    ///
    /// # Errors
    /// Storage.
    pub async fn first_administrator(&self) -> Result<Option<String>, StaffError> {
        if !self.list().await?.is_empty() {
            return Ok(None);
        }
        self.keep_invitation(None, Role::Administrator, None).await.map(Some)
    }

    /// What the secret of an invitation's path offers.
    ///
    /// # Errors
    /// Storage.
    pub async fn invitation(&self, secret: &str) -> Result<Option<Invited>, StaffError> {
        let (token, now) = (secret::hash(secret), self.clock.now());
        Ok(self.registry.run(move |db| rows::invitation(db, &token, now)).await?)
    }

    /// Uses an invitation up; `name` counts where the invitation leaves it open.
    ///
    /// # Errors
    /// A used or old invitation, a name or password that cannot be used, storage.
    pub async fn accept(&self, secret: &str, name: &str, password: &str) -> Result<Session, StaffError> {
        let invited = self.invitation(secret).await?.ok_or(StaffError::NoInvitation)?;
        let person = new_person(invited.name.as_deref().unwrap_or(name), invited.role)?;
        let kept = self.hash(password).await?;
        let (token, now, added) = (secret::hash(secret), self.clock.now(), person.clone());
        let done = self.registry.run(move |db| rows::accept(db, &token, &added, &kept, now)).await?;
        if !done {
            return Err(StaffError::Taken);
        }
        self.begin(person).await
    }

    async fn keep_invitation(
        &self,
        name: Option<String>,
        role: Role,
        until: Option<Timestamp>,
    ) -> Result<String, StaffError> {
        let secret = secret::token();
        let token = secret::hash(&secret);
        self.registry.run(move |db| rows::invite(db, &token, name.as_deref(), role, until)).await?;
        Ok(format!("/invitation/{secret}"))
    }

    async fn begin(&self, person: Person) -> Result<Session, StaffError> {
        let (cookie, now) = (secret::token(), self.clock.now());
        let until = now + TimeDelta::hours(SESSION_HOURS);
        let (token, id) = (secret::hash(&cookie), person.id.clone());
        self.registry.run(move |db| rows::begin_session(db, &token, &id, now, until)).await?;
        Ok(Session { person, cookie, until })
    }

    async fn hash(&self, password: &str) -> Result<String, StaffError> {
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

fn new_person(name: &str, role: Role) -> Result<Person, StaffError> {
    let name = name.trim();
    if name.is_empty() || name.chars().count() > 60 || name.chars().any(char::is_control) {
        return Err(StaffError::Name);
    }
    let id = secret::hex(&secret::random::<8>());
    Ok(Person { id: StaffId(id), name: name.to_owned(), role })
}

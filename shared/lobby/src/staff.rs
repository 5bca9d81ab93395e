//! Who works here: the staff of [`foyer_access`], kept in the registry.

use crate::store::StoreError;
use crate::store::registry::Registry;
use crate::store::staff as rows;
use foyer_access::secret::Hash;
use foyer_access::{Invited, Keep};
pub use foyer_access::{PASSWORD_LEAST, PASSWORD_MOST, Person, Role, SESSION_HOURS, Session};
use foyer_domain::Timestamp;
use foyer_domain::id::StaffId;

/// The name of the cookie that carries a session.
pub const SESSION_COOKIE: &str = "foyer_session";

/// Signs staff in and out and keeps who they are.
pub type Staff = foyer_access::Staff<Registry>;

/// Why somebody cannot sign in or be added.
pub type StaffError = foyer_access::StaffError<StoreError>;

impl Keep for Registry {
    type Error = StoreError;

    async fn all(&self) -> Result<Vec<Person>, StoreError> {
        self.run(|db| rows::all(db)).await
    }

    async fn by_name(&self, name: String) -> Result<Option<(Person, String)>, StoreError> {
        self.run(move |db| rows::by_name(db, &name)).await
    }

    async fn add(&self, person: Person, password: String, now: Timestamp) -> Result<bool, StoreError> {
        self.run(move |db| rows::add(db, &person, &password, now)).await
    }

    async fn remove(&self, id: StaffId, now: Timestamp) -> Result<bool, StoreError> {
        self.run(move |db| rows::remove(db, &id, now)).await
    }

    async fn begin_session(
        &self,
        token: Hash,
        id: StaffId,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<(), StoreError> {
        self.run(move |db| rows::begin_session(db, &token, &id, now, until)).await
    }

    async fn session(&self, token: Hash, now: Timestamp) -> Result<Option<Person>, StoreError> {
        self.run(move |db| rows::session(db, &token, now)).await
    }

    async fn end_session(&self, token: Hash) -> Result<(), StoreError> {
        self.run(move |db| rows::end_session(db, &token)).await
    }

    async fn invite(&self, token: Hash, invited: Invited) -> Result<(), StoreError> {
        self.run(move |db| rows::invite(db, &token, &invited)).await
    }

    async fn invitation(&self, token: Hash, now: Timestamp) -> Result<Option<Invited>, StoreError> {
        self.run(move |db| rows::invitation(db, &token, now)).await
    }

    async fn accept(
        &self,
        token: Hash,
        person: Person,
        password: String,
        now: Timestamp,
    ) -> Result<bool, StoreError> {
        self.run(move |db| rows::accept(db, &token, &person, &password, now)).await
    }
}

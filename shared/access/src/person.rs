//! Who somebody is, and what they may do where.

use foyer_domain::Timestamp;
use foyer_domain::id::{OfficeId, StaffId};
use std::collections::BTreeMap;

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
    /// What they may do: everywhere, if `offices` is empty.
    pub role: Role,
    /// Where somebody works at some offices only: as what there. Administrators work everywhere.
    pub offices: BTreeMap<OfficeId, Role>,
}

impl Person {
    /// Whether what they may do holds everywhere.
    pub fn is_everywhere(&self) -> bool {
        self.role == Role::Administrator || self.offices.is_empty()
    }

    /// What they may do at an office; nothing for none.
    pub fn role_at(&self, office: &OfficeId) -> Option<Role> {
        let there = || self.offices.get(office).map(|role| (*role).min(Role::Supervisor));
        if self.is_everywhere() { Some(self.role) } else { there() }
    }
}

/// What an invitation offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invited {
    /// The name, unless the invited person chooses it.
    pub name: Option<String>,
    /// The role.
    pub role: Role,
    /// As [`Person::offices`].
    pub offices: BTreeMap<OfficeId, Role>,
    /// Who is there already and chooses a new password; none for somebody new.
    pub person: Option<StaffId>,
    /// When it ends; `None` for the first administrator's, which the next start replaces.
    pub until: Option<Timestamp>,
}

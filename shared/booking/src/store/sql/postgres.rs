//! PostgreSQL: one database for several servers behind a proxy.

use super::super::fault::StoreFault;
use super::{Begin, Row, Value};
use crate::settings::PostgresSettings;
use bytes::BytesMut;
use postgres::config::{Host, SslMode};
use postgres::fallible_iterator::FallibleIterator as _;
use postgres::types::{FromSql, IsNull, ToSql, Type, to_sql_checked};
use postgres::{Client, Config, Statement};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject as _;
use rustls_platform_verifier::BuilderVerifierExt as _;
use std::cell::RefCell;
use std::collections::HashMap;
use std::error::Error;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres_rustls::MakeRustlsConnect;

mod migrations {
    refinery::embed_migrations!("src/store/migrations/postgres");
}

/// Whoever holds it is the one that writes; the number is only a name ("foyer" in ASCII).
const WRITERS: i64 = 0x66_6f79_6572;
/// Where a writer says that it has committed.
const CHANNEL: &str = "foyer_booking";
/// How long connecting may take.
const CONNECT: Duration = Duration::from_secs(5);
/// How long sent bytes may stay unanswered before the connection counts as lost.
const UNANSWERED: Duration = Duration::from_secs(10);
/// Who waits longer than this for the lock, or stops in the middle with it, gives up; in PostgreSQL's words.
const LIMITS: &str =
    "-c lock_timeout=10s -c statement_timeout=30s -c idle_in_transaction_session_timeout=30s";

/// The tables with personal data.
const PERSONAL: &str = "contact, asking";
/// How long their rewriting waits for those who read them, while others wait behind it.
const FORGET_WAITS: &str = "300ms";

/// How to reach the database.
#[derive(Clone)]
pub(in super::super) struct Address {
    config: Config,
    tls: MakeRustlsConnect,
}

impl Address {
    /// Reads the settings.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub(in super::super) fn new(settings: &PostgresSettings) -> Result<Self, StoreFault> {
        let mut config = settings.config()?;
        config.connect_timeout(CONNECT).tcp_user_timeout(UNANSWERED).application_name("foyer-booking");
        config.options(LIMITS);
        let is_here = |host: &Host| match host {
            Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
            Host::Unix(_) => true,
        };
        // What leaves the machine is encrypted, and by whom it is answered is checked.
        if !config.get_hosts().iter().all(is_here) {
            config.ssl_mode(SslMode::Require);
        }
        Ok(Self { config, tls: MakeRustlsConnect::new(tls(settings)?) })
    }

    /// Connects, and brings the database up to date.
    pub(in super::super) fn open(&self) -> Result<Session, StoreFault> {
        let mut client = self.client()?;
        let runner = migrations::migrations::runner().set_grouped(true);
        // Several servers that start at once come one after the other.
        client.batch_execute(&format!("select pg_advisory_lock({WRITERS})"))?;
        runner.run(&mut client).map_err(|error| StoreFault::of_upgrade(error, &self.shown()))?;
        client.batch_execute(&format!("select pg_advisory_unlock({WRITERS})"))?;
        Ok(Session { client: RefCell::new(client), statements: RefCell::default() })
    }

    /// Connects.
    pub(in super::super) fn connect(&self) -> Result<Session, StoreFault> {
        Ok(Session { client: RefCell::new(self.client()?), statements: RefCell::default() })
    }

    /// Connects to hear when others have committed.
    pub(in super::super) fn listen(&self) -> Result<Listener, StoreFault> {
        let mut client = self.client()?;
        client.batch_execute(&format!("listen {CHANNEL}"))?;
        Ok(Listener(client))
    }

    fn client(&self) -> Result<Client, StoreFault> {
        self.config
            .connect(self.tls.clone())
            .map_err(|source| StoreFault::Unreachable { database: self.shown(), source: Arc::new(source) })
    }

    /// Where it is, without its password.
    fn shown(&self) -> String {
        let hosts = self.config.get_hosts().iter().map(|host| match host {
            Host::Tcp(name) => name.clone(),
            Host::Unix(path) => path.display().to_string(),
        });
        let name = self.config.get_dbname().or(self.config.get_user()).unwrap_or("postgres");
        format!("{name} on {}", hosts.collect::<Vec<_>>().join(", "))
    }
}

/// Trusts the authority that was named, else the system's.
fn tls(settings: &PostgresSettings) -> Result<rustls::ClientConfig, StoreFault> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = rustls::ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|source| StoreFault::Tls(Arc::new(source)))?;
    let builder = match &settings.certificate_authority {
        Some(path) => {
            let unusable = |source: Box<dyn Error + Send + Sync>| StoreFault::Authority {
                path: path.clone(),
                source: Arc::from(source),
            };
            let mut roots = rustls::RootCertStore::empty();
            for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unusable(error.into()))? {
                let certificate = certificate.map_err(|error| unusable(error.into()))?;
                roots.add(certificate).map_err(|error| unusable(error.into()))?;
            }
            builder.with_root_certificates(roots)
        }
        None => builder.with_platform_verifier().map_err(|source| StoreFault::Tls(Arc::new(source)))?,
    };
    Ok(builder.with_no_client_auth())
}

/// A connection with the statements that it has prepared.
pub(in super::super) struct Session {
    client: RefCell<Client>,
    statements: RefCell<HashMap<String, Statement>>,
}

impl Session {
    fn statement(&self, sql: &str) -> Result<Statement, StoreFault> {
        if let Some(statement) = self.statements.borrow().get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.borrow_mut().prepare(&numbered(sql))?;
        self.statements.borrow_mut().insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }

    pub(super) fn execute(&self, sql: &str, values: &[Value]) -> Result<usize, StoreFault> {
        let statement = self.statement(sql)?;
        let values: Vec<&(dyn ToSql + Sync)> = values.iter().map(|value| value as _).collect();
        let changed = self.client.borrow_mut().execute(&statement, &values)?;
        Ok(usize::try_from(changed).unwrap_or(usize::MAX))
    }

    pub(super) fn query(
        &self,
        sql: &str,
        values: &[Value],
        take: &mut dyn FnMut(Row) -> Result<(), StoreFault>,
    ) -> Result<(), StoreFault> {
        let statement = self.statement(sql)?;
        let mut client = self.client.borrow_mut();
        let mut rows = client.query_raw(&statement, values)?;
        while let Some(row) = rows.next()? {
            let columns = 0..row.len();
            let values = columns.map(|column| row.try_get(column)).collect::<Result<_, _>>()?;
            take(Row(values))?;
        }
        Ok(())
    }

    pub(super) fn batch(&self, sql: &str) -> Result<(), StoreFault> {
        Ok(self.client.borrow_mut().batch_execute(sql)?)
    }

    pub(super) fn begin(&self, begin: Begin) -> Result<(), StoreFault> {
        match begin {
            // Whoever rewrites a table of personal data waits for those who read, see `forget`: what they see of it does
            // not become empty under them. The locks come before the first look, which is what they will see.
            Begin::Read => self.batch(&format!(
                "begin isolation level repeatable read read only; lock table {PERSONAL} in access share mode"
            )),
            // The lock goes with the transaction, also if the connection is lost. Who has waited for it sees what was
            // committed meanwhile, whatever the database is set to.
            Begin::Write => self.batch(&format!(
                "begin isolation level read committed; select pg_advisory_xact_lock({WRITERS})"
            )),
        }
    }

    /// Tells the other servers once this transaction has been committed.
    pub(in super::super) fn notify(&self) -> Result<(), StoreFault> {
        self.batch(&format!("notify {CHANNEL}"))
    }

    /// Rewrites the only tables with personal data, so that nothing deleted rests in their pages: as a change of a
    /// column, because a vacuum would keep what any older transaction might still see. Such a transaction sees them
    /// empty afterwards; ours have locked them before, and are waited for. How long PostgreSQL's own log files and
    /// backups are kept is the database's matter.
    pub(super) fn forget(&self) -> Result<(), StoreFault> {
        let forgotten = self.batch(&format!(
            "begin isolation level read committed; set local lock_timeout = '{FORGET_WAITS}';
            select pg_advisory_xact_lock({WRITERS});
            lock table {PERSONAL} in access exclusive mode;
            alter table contact alter column name type text using name || '';
            alter table asking alter column name type text using name || '';
            commit"
        ));
        if forgotten.is_err()
            && let Err(fault) = self.batch("rollback")
        {
            tracing::debug!(error = &fault as &dyn Error, "there was nothing to roll back");
        }
        forgotten
    }
}

/// `?1` in our statements is `$1` in PostgreSQL's.
fn numbered(sql: &str) -> String {
    sql.replace('?', "$")
}

/// A connection that hears when somebody has committed.
pub(in super::super) struct Listener(Client);

impl Listener {
    /// Waits; whether somebody has committed, or only the time has passed.
    pub(in super::super) fn wait(&mut self, longest: Duration) -> Result<bool, StoreFault> {
        let mut notifications = self.0.notifications();
        let heard = notifications.timeout_iter(longest).next()?.is_some();
        // What came meanwhile is the same news.
        let mut rest = notifications.iter();
        while rest.next()?.is_some() {}
        Ok(heard)
    }
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match (self, kind) {
            (Self::Null, _) => Ok(IsNull::Yes),
            (Self::Integer(value), &Type::INT2) => i16::try_from(*value)?.to_sql(kind, out),
            (Self::Integer(value), &Type::INT4) => i32::try_from(*value)?.to_sql(kind, out),
            (Self::Integer(value), &Type::BOOL) => (*value != 0).to_sql(kind, out),
            (Self::Integer(value), _) => value.to_sql_checked(kind, out),
            (Self::Boolean(value), _) => value.to_sql_checked(kind, out),
            (Self::Text(text), _) => text.to_sql_checked(kind, out),
            (Self::Bytes(bytes), _) => bytes.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for Value {
    fn from_sql(kind: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(match *kind {
            Type::INT2 => Self::Integer(i16::from_sql(kind, raw)?.into()),
            Type::INT4 => Self::Integer(i32::from_sql(kind, raw)?.into()),
            Type::INT8 => Self::Integer(i64::from_sql(kind, raw)?),
            Type::BOOL => Self::Boolean(bool::from_sql(kind, raw)?),
            Type::BYTEA => Self::Bytes(Vec::from_sql(kind, raw)?),
            _ => Self::Text(String::from_sql(kind, raw)?),
        })
    }

    fn from_sql_null(_: &Type) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self::Null)
    }

    fn accepts(kind: &Type) -> bool {
        matches!(*kind, Type::INT2 | Type::INT4 | Type::INT8 | Type::BOOL | Type::BYTEA)
            || <String as FromSql>::accepts(kind)
    }
}

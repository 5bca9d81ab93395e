//! The certificate: the town's own, or one that the lobby makes for itself at its first start.

use foyer_client::Fingerprint;
use foyer_protocol::program::ListenSettings;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A certificate, ready to serve.
pub(crate) struct Tls {
    /// For the listener.
    pub(crate) config: Arc<rustls::ServerConfig>,
    /// What terminals recognise it by.
    pub(crate) fingerprint: Fingerprint,
    /// Whether it is the lobby's own: nobody but its fingerprint vouches for it.
    pub(crate) own: bool,
}

/// Why there is no certificate.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// A file cannot be read or written.
    #[error("cannot use `{path}`; check that it exists and belongs to this program's user")]
    File {
        /// Which.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// A file is no PEM of what it should be.
    #[error("`{path}` is not a PEM file with {expected}")]
    Pem {
        /// Which.
        path: PathBuf,
        /// What it should hold.
        expected: &'static str,
        /// Why.
        source: rustls::pki_types::pem::Error,
    },
    /// No certificate could be made.
    #[error("cannot make a certificate")]
    Make(#[from] rcgen::Error),
    /// Certificate and key do not fit.
    #[error("certificate and private key do not fit together")]
    Fit(#[from] rustls::Error),
}

/// Whether the lobby's own certificate is wanted and will be made at the first start.
pub(crate) fn is_to_be_made(settings: &ListenSettings, folder: &Path) -> bool {
    settings.tls && settings.certificate.is_none() && !folder.join("private-key.pem").exists()
}

/// The certificate that `settings` mean; the lobby's own lies in the folder of the data.
pub(crate) fn load(settings: &ListenSettings, folder: &Path) -> Result<Option<Tls>, TlsError> {
    if !settings.tls {
        return Ok(None);
    }
    let (own, certificate, key) = match (&settings.certificate, &settings.private_key) {
        (Some(certificate), Some(key)) => (false, certificate.clone(), key.clone()),
        _ => (true, folder.join("certificate.pem"), folder.join("private-key.pem")),
    };
    if own && !key.exists() {
        make(&certificate, &key, settings)?;
    }
    let chain: Result<Vec<CertificateDer<'static>>, _> =
        CertificateDer::pem_file_iter(&certificate).and_then(Iterator::collect);
    let chain = chain.map_err(|source| pem(&certificate, "a certificate", source))?;
    let Some(first) = chain.first() else {
        return Err(pem(&certificate, "a certificate", rustls::pki_types::pem::Error::NoItemsFound));
    };
    let fingerprint = Fingerprint::of(first);
    let secret = PrivateKeyDer::from_pem_file(&key).map_err(|source| pem(&key, "a private key", source))?;
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(chain, secret)?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Some(Tls { config: Arc::new(config), fingerprint, own }))
}

fn pem(path: &Path, expected: &'static str, source: rustls::pki_types::pem::Error) -> TlsError {
    TlsError::Pem { path: path.to_owned(), expected, source }
}

/// Makes a certificate for 20 years: it is trusted by its fingerprint, and nobody comes by to renew it.
fn make(certificate: &Path, key: &Path, settings: &ListenSettings) -> Result<(), TlsError> {
    let mut names = vec!["localhost".to_owned(), "foyer-lobby".to_owned()];
    if !settings.address.ip().is_unspecified() {
        names.push(settings.address.ip().to_string());
    }
    let mut params = rcgen::CertificateParams::new(names)?;
    params.distinguished_name.push(rcgen::DnType::CommonName, "Foyer lobby");
    params.not_before = rcgen::date_time_ymd(2025, 1, 1);
    params.not_after = rcgen::date_time_ymd(2045, 1, 1);
    let pair = rcgen::KeyPair::generate()?;
    let signed = params.self_signed(&pair)?;
    // The key last: where it is, the certificate is whole.
    write(certificate, signed.pem().as_bytes())?;
    write(key, pair.serialize_pem().as_bytes())
}

/// Writes a file for this program's user alone, whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> Result<(), TlsError> {
    use std::os::unix::fs::OpenOptionsExt;
    let told = |source| TlsError::File { path: path.to_owned(), source };
    let part = path.with_extension("part");
    let options = std::fs::OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).clone();
    let mut file = options.open(&part).map_err(told)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(told)?;
    std::fs::rename(&part, path).map_err(told)
}

//! How a server's certificate is judged: by its pin, by a town's own authority, or by the system's trust.
//!
//! The provider of cryptography is given to each configuration, so that no process-wide default is touched.

use crate::address::Address;
use crate::error::ClientError;
use crate::fingerprint::Fingerprint;
use rustls::client::WantsClientCert;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{
    CertificateError, ClientConfig, ConfigBuilder, DigitallySignedStruct, Error, RootCertStore,
    SignatureScheme, WantsVerifier,
};
use rustls_platform_verifier::BuilderVerifierExt;
use std::path::Path;
use std::sync::Arc;

/// The TLS configuration for an address.
pub(crate) fn config(address: &Address) -> Result<ClientConfig, ClientError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(ClientError::Tls)?;
    let verified = match (&address.pin, &address.ca) {
        (Some(pin), _) => {
            let verifier = Pinned { pin: pin.clone(), provider };
            builder.dangerous().with_custom_certificate_verifier(Arc::new(verifier))
        }
        (None, Some(ca)) => builder.with_root_certificates(authorities(ca)?),
        // Nothing is ever verified over plain http, so the system's certificates need not be read.
        (None, None) if !address.is_encrypted() => builder.with_root_certificates(RootCertStore::empty()),
        (None, None) => trust_system(builder)?,
    };
    Ok(verified.with_no_client_auth())
}

/// The TLS configuration where the system's trust judges.
pub(crate) fn of_the_system() -> Result<ClientConfig, ClientError> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(ClientError::Tls)?;
    Ok(trust_system(builder)?.with_no_client_auth())
}

fn trust_system(
    builder: ConfigBuilder<ClientConfig, WantsVerifier>,
) -> Result<ConfigBuilder<ClientConfig, WantsClientCert>, ClientError> {
    builder.with_platform_verifier().map_err(ClientError::Tls)
}

fn authorities(path: &Path) -> Result<RootCertStore, ClientError> {
    let fault = |fault: String| ClientError::Ca { path: path.to_owned(), fault };
    let mut roots = RootCertStore::empty();
    let certificates = CertificateDer::pem_file_iter(path).map_err(|error| fault(error.to_string()))?;
    for certificate in certificates {
        let certificate = certificate.map_err(|error| fault(error.to_string()))?;
        roots.add(certificate).map_err(|error| fault(error.to_string()))?;
    }
    if roots.is_empty() {
        return Err(fault("there is no certificate in it".to_owned()));
    }
    Ok(roots)
}

/// Accepts the pinned certificate and nothing else. Its name and dates do not matter, because it is known by
/// itself; that the server holds its key is still verified by the handshake's signature.
#[derive(Debug)]
struct Pinned {
    pin: Fingerprint,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _server_name: &ServerName<'_>,
        _ocsp_response: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        if self.pin.matches(end_entity) {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(CertificateError::ApplicationVerificationFailure.into())
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, certificate, signed, algorithms).map_err(not_its_key)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, certificate, signed, algorithms).map_err(not_its_key)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// Who shows the right certificate without its key is as wrong as who shows another one.
fn not_its_key(_: Error) -> Error {
    CertificateError::ApplicationVerificationFailure.into()
}

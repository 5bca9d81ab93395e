//! Whom a client believes: a pinned certificate and nothing else, or a named authority.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use axum::Router;
use axum::routing::get;
use axum_server::tls_rustls::RustlsConfig;
use foyer_client::enrolment::{self, EnrolmentCode};
use foyer_client::error::Fault;
use foyer_client::{Address, CallError, ClientError, Fingerprint, Server};
use foyer_protocol::lobby::{DeviceKind, EnrolRequest, Enrolled};
use rcgen::{CertifiedKey, KeyPair};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use support::LIMIT;

fn certificate() -> CertifiedKey<KeyPair> {
    rcgen::generate_simple_self_signed(["localhost".to_owned(), "127.0.0.1".to_owned()]).unwrap()
}

/// Shows a certificate and signs with a key, whether they belong together or not.
#[derive(Debug)]
struct Shows(Arc<rustls::sign::CertifiedKey>);

impl ResolvesServerCert for Shows {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<rustls::sign::CertifiedKey>> {
        Some(Arc::clone(&self.0))
    }
}

fn serve(shown: &CertifiedKey<KeyPair>, key: &KeyPair, router: Router) -> SocketAddr {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(key.serialize_der()));
    let key = provider.key_provider.load_private_key(key).unwrap();
    let shown = rustls::sign::CertifiedKey::new(vec![shown.cert.der().clone()], key);
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_cert_resolver(Arc::new(Shows(Arc::new(shown))));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let at = listener.local_addr().unwrap();
    let server = axum_server::from_tcp_rustls(listener, RustlsConfig::from_config(Arc::new(config))).unwrap();
    tokio::spawn(server.serve(router.into_make_service()));
    at
}

fn hello() -> Router {
    Router::new().route("/api/v1/hello", get(|| async { axum::Json("hello") }))
}

fn address(at: SocketAddr) -> Address {
    Address::new(format!("https://{at}").parse().unwrap())
}

async fn ask(address: &Address) -> Result<String, CallError> {
    Server::new(address, None).unwrap().get("/hello").await
}

fn fault(result: Result<String, CallError>) -> Fault {
    match result {
        Err(CallError::Unreachable { fault, .. }) => fault,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn the_pinned_certificate_is_believed_and_no_other() {
    let own = certificate();
    let at = serve(&own, &own.signing_key, hello());
    let pin = Fingerprint::of(own.cert.der());
    assert_eq!(ask(&address(at).pinned(Some(pin.clone()))).await.unwrap(), "hello");
    assert_eq!(ask(&address(at).pinned(Some(pin.shortened()))).await.unwrap(), "hello");

    let other = Fingerprint::of(certificate().cert.der());
    let refused = ask(&address(at).pinned(Some(other))).await;
    assert!(refused.as_ref().is_err_and(|error| !error.is_retryable()), "{refused:?}");
    let told = refused.as_ref().unwrap_err().to_string();
    assert!(told.contains(&at.to_string()) && told.contains("enrol again"), "{told}");
    assert_eq!(fault(refused), Fault::OtherCertificate);
}

#[tokio::test]
async fn the_pinned_certificate_in_foreign_hands_is_not_believed() {
    let own = certificate();
    let at = serve(&own, &certificate().signing_key, hello());
    let pin = Fingerprint::of(own.cert.der());
    assert_eq!(fault(ask(&address(at).pinned(Some(pin))).await), Fault::OtherCertificate);
}

#[tokio::test]
async fn a_named_authority_vouches_for_its_own_alone() {
    let own = certificate();
    let at = serve(&own, &own.signing_key, hello());
    let folder = tempfile::tempdir().unwrap();
    let with_ca = |name: &str, pem: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, pem).unwrap();
        Address { ca: Some(path), ..address(at) }
    };
    assert_eq!(ask(&with_ca("own.pem", &own.cert.pem())).await.unwrap(), "hello");
    let other = with_ca("other.pem", &certificate().cert.pem());
    assert_eq!(fault(ask(&other).await), Fault::UntrustedCertificate);

    for (name, pem) in [("empty.pem", ""), ("key.pem", own.signing_key.serialize_pem().as_str())] {
        let error = Server::new(&with_ca(name, pem), None).unwrap_err();
        assert!(matches!(error, ClientError::Ca { .. }) && error.to_string().contains(name), "{error}");
    }
    let missing = Address { ca: Some("/nowhere/ca.pem".into()), ..address(at) };
    assert!(Server::new(&missing, None).unwrap_err().to_string().contains("/nowhere/ca.pem"));
}

#[tokio::test]
async fn tls_where_there_is_none_is_said() {
    let at = support::serve(hello()).await;
    let pin = Fingerprint::of(certificate().cert.der());
    assert_eq!(fault(ask(&address(at).pinned(Some(pin))).await), Fault::NoTls);
}

#[tokio::test]
async fn a_terminal_enrols_with_the_code_that_staff_read_out() {
    let own = certificate();
    let enrol = |axum::Json(request): axum::Json<EnrolRequest>| async move {
        assert_eq!(request.kind, DeviceKind::Display);
        axum::Json(Enrolled { device: "display-1".into(), name: "Anzeige 1".into(), token: request.code })
    };
    let router = Router::new().route("/api/v1/devices/enrol", axum::routing::post(enrol));
    let at = serve(&own, &own.signing_key, router);
    let code = EnrolmentCode::new([1, 2, 3, 4, 5], Some(&Fingerprint::of(own.cert.der())));
    let typed: EnrolmentCode = code.to_string().to_lowercase().parse().unwrap();
    let identity = enrolment::enrol(&address(at), &typed, DeviceKind::Display, LIMIT).await.unwrap();
    assert_eq!(identity.enrolled.device.as_str(), "display-1");
    assert_eq!(identity.token().expose(), code.secret());
    assert_eq!(identity.address(&address(at)).pin.as_ref(), code.pin());

    let foreign = EnrolmentCode::new([1, 2, 3, 4, 5], Some(&Fingerprint::of(b"another")));
    let refused = enrolment::enrol(&address(at), &foreign, DeviceKind::Display, LIMIT).await;
    assert!(refused.is_err(), "the secret is not told to a server that is not the one that is meant");
}

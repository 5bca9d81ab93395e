//! The file in which a terminal keeps who it is.

use foyer_client::identity::{IdentityError, load, save};
use foyer_client::{Fingerprint, Identity};
use foyer_protocol::lobby::Enrolled;
use std::os::unix::fs::PermissionsExt;

fn identity(token: &str) -> Identity {
    let enrolled = Enrolled { device: "kiosk-1".into(), name: "Eingang".into(), token: token.into() };
    Identity { enrolled, pin: Some(Fingerprint::of(b"certificate")) }
}

#[test]
fn what_is_kept_is_found_again_and_nobody_else_can_read_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new folder/identity.json");
    assert_eq!(load(&path).unwrap(), None, "before the enrolment");
    for token in ["first", "second"] {
        save(&path, &identity(token)).unwrap();
        assert_eq!(load(&path).unwrap(), Some(identity(token)));
        assert_eq!(path.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    }
    let rest: Vec<_> =
        path.parent().unwrap().read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(rest, [path], "nothing else is left behind");
    assert!(!format!("{:?}", identity("secret")).contains("secret"));
}

#[test]
fn an_open_or_damaged_file_is_refused_with_the_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("identity.json");
    save(&path, &identity("token")).unwrap();
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o640)).unwrap();
    let error = load(&path).unwrap_err();
    assert!(
        matches!(error, IdentityError::Open { .. }) && error.to_string().contains("chmod 600"),
        "{error}"
    );

    save(&path, &identity("token")).unwrap();
    std::fs::write(&path, "{\"enrolled\":").unwrap();
    let error = load(&path).unwrap_err();
    assert!(
        matches!(error, IdentityError::Damaged { .. }) && error.to_string().contains("enrol again"),
        "{error}"
    );
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let error = save(&file.join("identity.json"), &identity("token")).unwrap_err();
    assert!(error.to_string().contains("file/identity.json"), "{error}");
}

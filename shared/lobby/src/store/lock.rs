//! One lobby a data folder. The lock is on the folder itself, so that no file of another user is left behind, and it
//! goes with the process, however that ends.

use super::{StoreError, make_folder};
use std::fs::{File, TryLockError};
use std::path::Path;

/// Takes the folder for this process, until the file is dropped.
///
/// # Errors
/// A folder that cannot be used, or is in use.
pub(super) fn take(folder: &Path) -> Result<File, StoreError> {
    make_folder(folder)?;
    let fault = |source| StoreError::Folder { path: folder.to_owned(), source };
    let taken = File::open(folder).map_err(fault)?;
    match taken.try_lock() {
        Ok(()) => Ok(taken),
        Err(TryLockError::WouldBlock) => Err(StoreError::Locked { path: folder.join("lobby.db") }),
        Err(TryLockError::Error(source)) => Err(fault(source)),
    }
}

//! One server a data folder: the picture in memory must be the only one that sells.

use crate::store::StoreFault;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::os::unix::fs::DirBuilderExt;
use std::path::Path;
use std::sync::Arc;

/// Takes the folder for this process, until the file is dropped.
///
/// # Errors
/// A folder that cannot be used, or is in use.
pub fn take(dir: &Path) -> Result<File, StoreFault> {
    let folder = |source| StoreFault::Folder { path: dir.to_owned(), source: Arc::new(source) };
    DirBuilder::new().recursive(true).mode(0o700).create(dir).map_err(folder)?;
    let path = dir.join("booking.lock");
    let file = OpenOptions::new().create(true).append(true).open(path).map_err(folder)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(StoreFault::InUse { path: dir.to_owned() }),
        Err(TryLockError::Error(source)) => Err(folder(source)),
    }
}

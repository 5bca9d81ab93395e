//! Staff before the kiosk.

use super::Stage;
use crate::camera_picture::{self, Held};
use anyhow::Result;

/// What opens the kiosk's staff page, by typing …
pub(super) const PIN: &str = "472913";
/// … and by holding up.
pub(super) const CODE: &str = "FOYER-STAFF:5C0F0E2A91B344D7A6E81F20BD937C41";

impl Stage {
    /// Holds the staff code before the camera.
    ///
    /// # Errors
    /// The picture cannot be written.
    pub fn hold_up_staff_code(&self) -> Result<()> {
        let code = foyer_kiosk::staff::picture(CODE);
        self.show(&camera_picture::held_up(&code, &Held::default(), 5))?;
        Ok(())
    }
}

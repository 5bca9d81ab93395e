//! How large a check-in code and its Terminnummer are where they are shown: measured in Chromium, on a page as on a mail.

use crate::mails::picture_in;
use anyhow::{Context, Result, ensure};
use foyer_tests::browser::Browser;
use foyer_tests::reading;
use mail_parser::Message;
use std::path::Path;

/// The least side of a code without its white border, in millimetres.
const SIDE: f32 = 40.0;
/// The least size of a Terminnummer, in points.
const POINTS: f64 = 14.0;
/// In CSS an inch has so many pixels, 25.4 mm and 72 pt.
const INCH: f32 = 96.0;
/// The window's dots for each pixel of the page: enough to read a code of forty modules.
const ZOOM: u32 = 2;

/// What must be shown.
pub struct Shown<'a> {
    /// The code's text.
    pub code: &'a str,
    /// The Terminnummer.
    pub number: &'a str,
}

impl Shown<'_> {
    /// In a window of this width the page that is open has this code and no other, wherever on it, large enough; and
    /// beside it the number in large enough letters. `png` takes its picture.
    pub async fn is_large_and_alone(&self, browser: &Browser, png: &Path, width: u32) -> Result<()> {
        let png = &png.with_extension("png");
        // As high as the whole page is, so that nothing is out of sight.
        browser.looks(width, 900, "light", ZOOM).await?;
        let height = "return Math.ceil(document.documentElement.scrollHeight)";
        let height: u32 = browser.page.execute(height, Vec::new()).await?.convert()?;
        browser.looks(width, height, "light", ZOOM).await?;
        browser.picture(png).await?;

        let read = reading::qr(png)?;
        ensure!(read == self.code, "{}: other codes than its own: {read:?}", png.display());
        let mut prepared = rqrr::PreparedImage::prepare(image::open(png)?.to_luma8());
        let grids = prepared.detect_grids();
        let [grid] = &grids[..] else { anyhow::bail!("{} codes on {}", grids.len(), png.display()) };
        let [left, right, ..] = grid.bounds;
        let side = ((right.x - left.x) as f32).hypot((right.y - left.y) as f32) / ZOOM as f32 / INCH * 25.4;
        ensure!(side >= SIDE, "the code has {side} mm in a window of {width}");

        let size = r#"
            const said = [...document.querySelectorAll("body *")].filter((at) => at.textContent.includes(arguments[0]));
            return said.length ? parseFloat(getComputedStyle(said.at(-1)).fontSize) * 72 / 96 : 0;
        "#;
        let points: f64 = browser.page.execute(size, vec![self.number.into()]).await?.convert()?;
        ensure!(points >= POINTS, "the number has {points} pt in a window of {width}");
        Ok(())
    }
}

/// The page of a mail as a program for mails shows it, and its picture beside it, in a folder; where it lies.
pub fn page_of(mail: &Message<'_>, folder: &Path) -> Result<String> {
    std::fs::create_dir_all(folder)?;
    let html = mail.body_html(0).context("a mail has a page")?;
    picture_in(mail)?.context("a mail has a code")?.save(folder.join("code.png"))?;
    let page = folder.join("mail.html");
    std::fs::write(&page, html.replace("cid:check-in-code", "code.png"))?;
    Ok(format!("file://{}", page.display()))
}

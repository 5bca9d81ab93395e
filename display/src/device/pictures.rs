//! Pictures from the lobby: kept on the disk, so that they are there without a network, and decoded to the size in which
//! they are drawn. Whatever is in a file, it is an answer and no panic.

use crate::slides::{Prepared, Unshown, Wanted};
use foyer_client::Server;
use foyer_protocol::lobby::{SLIDE_BYTES, Slide};
use iced::Size;
use iced::widget::image::Handle;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageReader, Limits};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A lobby on a slow line gives the largest picture in this time.
const FETCH: Duration = Duration::from_secs(60);
/// A side of more pixels is no photograph …
const LARGEST_SIDE: u32 = 16_384;
/// … and a picture takes at most so many bytes while it is decoded: 60 million pixels of four bytes.
const DECODED_BYTES: u64 = 240 * 1024 * 1024;

/// Makes a picture ready: from the folder, else from the lobby.
pub async fn prepare(server: Option<Server>, folder: PathBuf, wanted: Wanted) -> Result<Prepared, Unshown> {
    if wanted.slide.bytes > SLIDE_BYTES {
        let megabytes = SLIDE_BYTES / 1024 / 1024;
        return Err(Unshown::Broken(format!("is larger than {megabytes} MB; make it smaller")));
    }
    let path = folder.join(&wanted.slide.digest);
    let kept = read(&path, &wanted.slide).await;
    let bytes = match kept {
        Some(bytes) => bytes,
        None => {
            let server = server.ok_or(Unshown::NotHere)?;
            let bytes = fetch(&server, &wanted.slide).await?;
            keep(&folder, &path, &bytes).await;
            bytes
        }
    };
    let decoded = tokio::task::spawn_blocking(move || decoded(&bytes, &wanted)).await;
    decoded.unwrap_or_else(|fault| Err(Unshown::Broken(format!("cannot be decoded: {fault}"))))
}

/// Forgets the pictures that are no longer wanted.
pub async fn tidy(folder: PathBuf, list: Vec<Slide>) {
    let Ok(mut entries) = tokio::fs::read_dir(&folder).await else { return };
    while let Ok(Some(entry)) = entries.next_entry().await {
        let name = entry.file_name();
        if !list.iter().any(|slide| *slide.digest == *name)
            && let Err(error) = tokio::fs::remove_file(entry.path()).await
        {
            tracing::debug!(%error, "an old picture stays");
        }
    }
}

/// What is kept, if it is whole.
async fn read(path: &Path, slide: &Slide) -> Option<Vec<u8>> {
    let is_name = slide.digest.len() == 64 && slide.digest.bytes().all(|sign| sign.is_ascii_hexdigit());
    if !is_name {
        return None;
    }
    let bytes = tokio::fs::read(path).await.ok()?;
    (digest(&bytes) == slide.digest).then_some(bytes)
}

async fn fetch(server: &Server, slide: &Slide) -> Result<Vec<u8>, Unshown> {
    let most = usize::try_from(SLIDE_BYTES).unwrap_or(usize::MAX);
    let bytes = server.file(&format!("/slides/{}", slide.digest), most, FETCH).await.map_err(|error| {
        tracing::debug!(%error, name = slide.name, "a picture does not come");
        Unshown::NotHere
    })?;
    if digest(&bytes) == slide.digest { Ok(bytes) } else { Err(Unshown::NotHere) }
}

/// Keeps a picture; without a disk it is fetched again.
async fn keep(folder: &Path, path: &Path, bytes: &[u8]) {
    let write = async {
        tokio::fs::create_dir_all(folder).await?;
        tokio::fs::write(path, bytes).await
    };
    if let Err(error) = write.await {
        tracing::warn!(%error, folder = %folder.display(), "a picture is not kept");
    }
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn decoded(bytes: &[u8], wanted: &Wanted) -> Result<Prepared, Unshown> {
    let picture = opened(bytes).map_err(|error| Unshown::Broken(error.to_string()))?;
    let Size { width, height } = wanted.room;
    let (width, height) = (width.max(1), height.max(1));
    // First quickly to about the size, then well to the very size.
    let picture = if picture.width() > 2 * width && picture.height() > 2 * height {
        picture.thumbnail(2 * width, 2 * height)
    } else {
        picture
    };
    let picture = picture.resize(width, height, FilterType::CatmullRom).into_rgba8();
    let size = Size::new(picture.width(), picture.height());
    let picture = Handle::from_rgba(size.width, size.height, picture.into_raw());
    Ok(Prepared { digest: wanted.slide.digest.clone(), room: wanted.room, picture, size })
}

/// The picture, upright as it was taken.
fn opened(bytes: &[u8]) -> image::ImageResult<DynamicImage> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LARGEST_SIDE);
    limits.max_image_height = Some(LARGEST_SIDE);
    limits.max_alloc = Some(DECODED_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder()?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::{ImageFormat, RgbImage};

    const ROOM: Size<u32> = Size { width: 400, height: 200 };

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Vec::new();
        let picture =
            RgbImage::from_fn(width, height, |x, _| image::Rgb([if x * 2 < width { 255 } else { 0 }, 0, 0]));
        picture.write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
        bytes
    }

    fn wanted(bytes: &[u8]) -> Wanted {
        let slide = Slide { digest: digest(bytes), name: "a.png".to_owned(), bytes: bytes.len() as u64 };
        Wanted { slide, room: ROOM }
    }

    #[test]
    fn a_picture_fills_its_room_in_one_direction_whatever_its_size() {
        for (width, height, size) in [(40, 40, (200, 200)), (3000, 1500, (400, 200)), (400, 200, (400, 200))]
        {
            let bytes = png(width, height);
            let prepared = decoded(&bytes, &wanted(&bytes)).unwrap();
            assert_eq!((prepared.size.width, prepared.size.height), size, "{width}×{height}");
        }
    }

    #[test]
    fn what_is_no_picture_or_too_large_is_named() {
        let whole = png(100, 100);
        for broken in [&b""[..], b"no picture", &whole[..whole.len() / 2], b"\x89PNG\r\n\x1a\n"] {
            assert!(matches!(decoded(broken, &wanted(broken)), Err(Unshown::Broken(_))), "{}", broken.len());
        }
        // It says that it has 60,000 × 60,000 pixels.
        let mut bomb = whole.clone();
        bomb[16..24].copy_from_slice(&[0, 0, 0xea, 0x60, 0, 0, 0xea, 0x60]);
        assert!(matches!(decoded(&bomb, &wanted(&bomb)), Err(Unshown::Broken(_))));
    }

    #[tokio::test]
    async fn what_is_kept_is_shown_without_a_lobby_and_what_is_not_whole_is_fetched_again() {
        let folder = tempfile::tempdir().unwrap();
        let bytes = png(10, 10);
        let wanted = wanted(&bytes);
        let none = prepare(None, folder.path().to_owned(), wanted.clone()).await;
        assert_eq!(none.unwrap_err(), Unshown::NotHere);
        keep(folder.path(), &folder.path().join(&wanted.slide.digest), &bytes).await;
        assert!(prepare(None, folder.path().to_owned(), wanted.clone()).await.is_ok());
        std::fs::write(folder.path().join(&wanted.slide.digest), &bytes[..20]).unwrap();
        let half = prepare(None, folder.path().to_owned(), wanted.clone()).await;
        assert_eq!(half.unwrap_err(), Unshown::NotHere);
        tidy(folder.path().to_owned(), Vec::new()).await;
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
        let mut huge = wanted;
        huge.slide.bytes = SLIDE_BYTES + 1;
        let refused = prepare(None, folder.path().to_owned(), huge).await.unwrap_err();
        assert!(matches!(refused, Unshown::Broken(why) if why.contains("20 MB")));
    }
}

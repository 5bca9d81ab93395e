//! The camera: a folder of pictures in this process, and the real way to a device in a process of its own, with a
//! library before it that stands in for the kernel's camera.

#![allow(clippy::unwrap_used, reason = "a test ends where something is not as it must be")]

use foyer_kiosk::device::camera::{Camera, Handle, PreviewSize, State, Trouble};
use foyer_protocol::program::Clock;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

const LONG: Duration = Duration::from_secs(30);

fn show(folder: &Path, name: &str, gray: u8) {
    let part = folder.join(format!("{name}.part"));
    let picture = image::GrayImage::from_pixel(160, 120, image::Luma([gray]));
    picture.save_with_format(&part, image::ImageFormat::Png).unwrap();
    fs::rename(part, folder.join(format!("{name}.png"))).unwrap();
}

async fn until_state(camera: &Handle, wanted: State) {
    let mut state = camera.state();
    let reached = tokio::time::timeout(LONG, state.wait_for(|state| *state == wanted)).await;
    reached.unwrap_or_else(|_| panic!("{wanted:?} is not reached")).unwrap();
}

async fn until_gray(camera: &Handle, gray: u8) {
    let mut frames = camera.frames();
    let seen = frames.wait_for(|frame| frame.as_ref().is_some_and(|frame| frame.picture.row(0)[0] == gray));
    tokio::time::timeout(LONG, seen).await.unwrap_or_else(|_| panic!("{gray} is not seen")).unwrap();
}

#[tokio::test]
async fn the_newest_picture_of_a_folder_stands_before_the_camera() {
    let folder = tempfile::tempdir().unwrap();
    let images = Camera::Images { folder: folder.path().to_owned(), frames_per_second: 50 };
    let camera = images.start(Clock::SYSTEM);
    until_state(&camera, State::Trouble(Trouble::NoPictures)).await;
    show(folder.path(), "b", 40);
    until_state(&camera, State::Works).await;
    until_gray(&camera, 40).await;
    show(folder.path(), "a", 90);
    until_gray(&camera, 90).await;
    camera.want_preview(Some(PreviewSize { width: 64, height: 48 }));
    let mut previews = camera.previews();
    let preview =
        tokio::time::timeout(LONG, previews.wait_for(Option::is_some)).await.unwrap().unwrap().clone();
    assert_eq!(preview.unwrap().rgba[..4], [90, 90, 90, 255]);
    // A picture that is none is passed over for a while, then said.
    fs::write(folder.path().join("c.jpg"), [0xff, 0xd8, 1, 2, 3]).unwrap();
    until_state(&camera, State::Trouble(Trouble::Garbled)).await;
    fs::remove_file(folder.path().join("c.jpg")).unwrap();
    until_gray(&camera, 90).await;
    let frames = camera.frames();
    drop(camera);
    let ended = async move {
        let mut frames = frames;
        while frames.changed().await.is_ok() {}
    };
    tokio::time::timeout(LONG, ended).await.expect("the thread ends with its last handle");
}

#[test]
fn settings_are_read_and_unknown_keys_refused() {
    let read = |text: &str| serde_json::from_str::<Camera>(text);
    assert_eq!(read(r#"{"kind": "device"}"#).unwrap(), Camera::default());
    assert!(read(r#"{"kind": "images", "folder": "/x"}"#).is_ok());
    assert!(read(r#"{"kind": "device", "indx": 1}"#).is_err());
}

/// The process that runs the kiosk's camera and says what happens to it, one line each.
struct Watched {
    child: Child,
    lines: Receiver<String>,
}

impl Watched {
    fn start(folder: &Path, settings: &str) -> Self {
        let library = folder.join("fake_camera.so");
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fake_camera.c");
        let built =
            Command::new("cc").args(["-shared", "-fPIC", "-O1", "-o"]).arg(&library).arg(source).status();
        assert!(built.unwrap().success(), "the camera's stand-in needs a C compiler");
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "watched_process", "--nocapture"])
            .env("LD_PRELOAD", library)
            .env("FAKE_CAMERA", folder)
            .env("FAKE_CAMERA_SETTINGS", settings)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (line, lines) = channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|text| line.send(text)));
        Self { child, lines }
    }

    fn until(&self, wanted: &str) {
        let (mut seen, until) = (Vec::new(), Instant::now() + LONG);
        while let Ok(line) = self.lines.recv_timeout(until.saturating_duration_since(Instant::now())) {
            if line == wanted {
                return;
            }
            seen.push(line);
        }
        seen.drain(..seen.len().saturating_sub(20));
        panic!("no line {wanted:?}, only {seen:?}");
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// No test: what [`Watched`] runs in a process of its own, with another camera. Without its settings it ends at once.
#[tokio::test]
async fn watched_process() {
    let Ok(settings) = std::env::var("FAKE_CAMERA_SETTINGS") else { return };
    let device: Camera = serde_json::from_str(&settings).unwrap();
    let camera = device.start(Clock::SYSTEM);
    let (mut state, mut frames) = (camera.state(), camera.frames());
    let mut last = None;
    loop {
        tokio::select! {
            changed = state.changed() => {
                changed.unwrap();
                println!("{:?}", *state.borrow_and_update());
                last = None;
            }
            changed = frames.changed() => {
                changed.unwrap();
                let seen = frames.borrow_and_update().as_ref().map(|frame| {
                    format!("gray {} {}", frame.picture.row(0)[0], frame.picture.width())
                });
                if let Some(line) = seen.filter(|line| last.as_ref() != Some(line)) {
                    println!("{line}");
                    last = Some(line);
                }
            }
        }
    }
}

/// The folder of a camera that sees one gray, not compressed.
fn plug_in(folder: &Path, number: u32, name: &str, gray: u8) {
    let path = folder.join(number.to_string());
    fs::create_dir_all(&path).unwrap();
    fs::write(path.join("name"), name).unwrap();
    fs::write(path.join("part"), [gray, 128].repeat(640 * 480)).unwrap();
    fs::rename(path.join("part"), path.join("frame.yuyv")).unwrap();
}

#[test]
fn a_device_that_is_unplugged_or_hangs_comes_back_by_itself() {
    let folder = tempfile::tempdir().unwrap();
    let path = |file: &str| folder.path().join("0").join(file);
    let show = |gray: u8| plug_in(folder.path(), 0, "Fake camera", gray);
    show(50);
    let camera = Watched::start(
        folder.path(),
        r#"{"kind": "device", "width": 640, "height": 480, "frames_per_second": 30}"#,
    );
    camera.until("gray 50 640");
    show(120);
    camera.until("gray 120 640");
    fs::write(path("unplugged"), "").unwrap();
    camera.until("Trouble(Lost)");
    camera.until("Trouble(NotFound)");
    fs::remove_file(path("unplugged")).unwrap();
    camera.until("gray 120 640");
    fs::write(path("stalled"), "").unwrap();
    camera.until("Trouble(Stalled)");
    fs::remove_file(path("stalled")).unwrap();
    show(200);
    camera.until("gray 200 640");
    fs::write(path("frozen"), "").unwrap();
    camera.until("Trouble(Frozen)");
    fs::remove_file(path("frozen")).unwrap();
    camera.until("gray 200 640");
    // A hand over the lens, and away.
    show(4);
    camera.until("Trouble(Black)");
    show(90);
    camera.until("Works");
}

#[test]
fn a_name_chooses_the_camera_wherever_it_is_plugged_in() {
    let folder = tempfile::tempdir().unwrap();
    plug_in(folder.path(), 0, "Integrated Webcam", 50);
    plug_in(folder.path(), 2, "USB Document Camera: HD", 70);
    let camera = Watched::start(folder.path(), r#"{"kind": "device", "name": "document camera"}"#);
    camera.until("gray 70 640");
    // Pulled out and into another socket: another number.
    fs::rename(folder.path().join("2"), folder.path().join("4")).unwrap();
    camera.until("gray 70 640");
    fs::remove_dir_all(folder.path().join("4")).unwrap();
    camera.until("Trouble(OtherName)");
    fs::remove_dir_all(folder.path().join("0")).unwrap();
    camera.until("Trouble(NotFound)");
}

#[test]
fn motion_jpeg_is_preferred_and_may_be_garbled_for_a_while() {
    let folder = tempfile::tempdir().unwrap();
    plug_in(folder.path(), 0, "Fake camera", 50);
    let jpeg = |gray: u8| {
        let mut bytes = std::io::Cursor::new(Vec::new());
        let picture = image::GrayImage::from_pixel(1280, 720, image::Luma([gray]));
        picture.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        bytes.into_inner()
    };
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join("0");
        fs::write(path.join("part"), bytes).unwrap();
        fs::rename(path.join("part"), path.join(name)).unwrap();
    };
    put("odd.jpg", &jpeg(101));
    put("frame.jpg", &jpeg(100));
    let camera = Watched::start(folder.path(), r#"{"kind": "device"}"#);
    camera.until("gray 100 1280");
    camera.until("gray 101 1280");
    // Nothing at all, a bit of one, one cut off in its head, random bytes: no panic, said after a while.
    let garbled = [Vec::new(), vec![0xff, 0xd8, 0xff], jpeg(100)[..200].to_vec(), vec![0x5a; 40_000]];
    for bytes in garbled {
        put("odd.jpg", &bytes);
        put("frame.jpg", &bytes);
        camera.until("Trouble(Garbled)");
        put("odd.jpg", &jpeg(141));
        put("frame.jpg", &jpeg(140));
        camera.until("gray 140 1280");
    }
    // Every other frame is broken: the good ones are enough.
    put("odd.jpg", &[0xff, 0xd8, 1]);
    put("frame.jpg", &jpeg(180));
    camera.until("gray 180 1280");
}

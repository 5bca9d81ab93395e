// The wall display as a page: takes in what the lobby tells, shows and sounds it, and tells the lobby what was seen and
// heard. The rules are in display_board.js, the sizes in display_layout.js, the drawing in display_screen.js.
"use strict";

(() => {
  const TICK_MS = 100;
  const CALM = 5; // so many ticks make one where nothing is about to change
  const LOST_MS = 5000; // an age is said after so long a silence
  const LANGUAGE_S = 12;
  const SLIDE_S = 12;
  const PEOPLE_LEAVE_MS = 30 * 60_000;
  const WAY_MS = 280;
  const RELOAD_MS = 60_000;
  const GROUND = [0x1d, 0x20, 0x34];
  const BLUE = { light: "#2044aa", dark: "#97afe1" };

  const { dataset } = document.body;
  const panel = { inch: Number(dataset.inch), metres: Number(dataset.metres) };
  const languages = dataset.languages.split(" ");
  const isStill = dataset.still === "true" || matchMedia("(prefers-reduced-motion: reduce)").matches;
  const board = new FoyerBoard.Board();
  const words = new FoyerWords();
  const { screen: screenSize } = globalThis;
  const screen = new FoyerScreen(document.getElementById("screen"));
  const slides = new FoyerSlides(SLIDE_S);
  const sound = new FoyerSound(Number(dataset.volume), (ring, isWhole) => {
    board.sounded(ring);
    if (isWhole && ring.kind === "call") {
      void link.acknowledge(ring.id, true);
    }
    update();
  });
  const acknowledged = new Set();
  // The diagonal is that of the panel, of which a window may have a part.
  const whole = () => ({ width: Math.max(innerWidth, screenSize.width), height: Math.max(innerHeight, screenSize.height) });
  const size = () => ({ width: Math.max(1, innerWidth), height: Math.max(1, innerHeight) });
  let layout = FoyerLayout.of(size(), panel, whole());
  let arriving = null; // who goes from the big place into the history
  let lastBig = null;

  const link = new FoyerLink({ event: take, open: () => words.renew(), status, refused: reload });

  function take(event) {
    const sounded = board.interrupted === null;
    board.fold(performance.now(), event);
    if (sounded && board.interrupted !== null) {
      sound.silence();
    }
    if (event.event === "snapshot") {
      slides.set(board.facts.slides ?? []);
      document.documentElement.style.setProperty("--accent", accent(board.facts.accent));
      document.title = [board.facts.device_name, board.facts.office_name].join(" · ");
    }
    update();
  }

  /** Loads the page anew, once a minute at most: whatever is wrong, a panel must not flicker. */
  function reload() {
    const last = Number(sessionStorage.getItem("reloaded") ?? 0);
    if (Math.abs(Date.now() - last) > RELOAD_MS) {
      sessionStorage.setItem("reloaded", String(Date.now()));
      location.reload();
    }
  }

  /** How this display is. */
  function status() {
    const part = (name, detail) => ({ part: name, works: detail === "", detail });
    const fault = ({ what, found, least }) =>
      `${what}: capitals of ${found.toFixed(0)} mm; ${least.toFixed(0)} mm are needed: take a larger panel, or hang it nearer`;
    const small = FoyerLayout.sizes(layout).filter(({ found, least }) => found < least - 0.05);
    const parts = [part("panel", small.map(fault).join("; ")), ...sound.parts, ...slides.parts];
    return { version: dataset.version, parts };
  }

  // This script runs, and waits for the lobby.
  const inFirst = { className: "waiting", textContent: dataset.waiting, lang: languages[0], dir: "auto" };
  const waiting = Object.assign(document.createElement("p"), inFirst);
  waiting.append(Object.assign(document.createElement("small"), { textContent: dataset.waitingFor }));
  document.getElementById("screen").replaceChildren(waiting);

  const formats = new Map();

  /** The office's zone; that of nearly all who use this where the browser does not know it. */
  function zone() {
    const { time_zone: named } = board.facts;
    try {
      new Intl.DateTimeFormat("en-GB", { timeZone: named });
      return named;
    } catch {
      return "Europe/Berlin";
    }
  }

  /** Parts of a moment in the office's zone. */
  function local(time) {
    const { time_zone: named } = board.facts;
    if (!formats.has(named)) {
      const parts = { year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" };
      formats.set(named, new Intl.DateTimeFormat("en-GB", { ...parts, hourCycle: "h23", timeZone: zone() }));
    }
    const found = Object.fromEntries(formats.get(named).formatToParts(time).map(({ type, value }) => [type, value]));
    const { hour, minute } = found;
    return { day: `${found.year}-${found.month}-${found.day}`, hour: Number(hour), minute: Number(minute), clock: `${hour}:${minute}` };
  }

  /** Whether the office is open, and when it opens if not, as far as that is known. */
  function doors(time) {
    const spans = (board.facts.opening ?? []).map(({ from, to }) => ({ from: Date.parse(from), to: Date.parse(to) }));
    const isOpen = spans.some(({ from, to }) => from <= time && time < to);
    const next = spans.find(({ from }) => time < from)?.from ?? null;
    return { isOpen, next, opens: isOpen ? null : next };
  }

  function update() {
    const now = performance.now();
    for (const due of board.advance(now)) {
      if (Number(dataset.volume) > 0) {
        sound.play(due);
      } else {
        board.sounded(due.ring);
      }
    }
    if (board.facts) {
      show(now);
    }
  }

  function show(now) {
    const seconds = now / 1000;
    const time = board.lobbyTime(now);
    const { day, clock } = local(time);
    const { isOpen, opens, next } = doors(time);
    const language = languages[Math.floor(seconds / LANGUAGE_S) % languages.length];
    for (const one of languages) {
      // The next opening beforehand: the link may be lost when the office closes.
      void words.ask(one, { at: time, walk_in: board.facts.walk_in, opens: next, day }, update);
    }
    const shown = words.of(language) ? language : languages.find((one) => words.of(one));
    if (!shown) {
      return; // the lobby is about to say them
    }
    const texts = words.of(shown);
    if (texts.version !== dataset.page && !board.isMoving(now)) {
      reload(); // the lobby was renewed
    }
    const slots = (call) => FoyerLayout.slots(layout, FoyerWords.own(call.counter, shown));
    const picture = board.picture(now, layout.rows, slots);
    const since = lostSince(now);
    const sinceLocal = since === null ? null : local(since);
    const isOfToday = since === null || sinceLocal.day === day;
    const isInterrupted = board.interrupted !== null && isOfToday;
    const isClosed = opens !== null && board.isSilentSince(time - PEOPLE_LEAVE_MS);
    const view = {
      screen: isInterrupted ? "interrupted" : isClosed ? "closed" : "board",
      layout, texts, seconds, picture, clock, opens, isOpen, language: shown, still: isStill, facts: board.facts,
      stale: since === null ? null : FoyerWords.time(texts, sinceLocal.hour, sinceLocal.minute),
      name: name(shown),
      arriving: move(picture, now),
      slide: null,
      sentence: (fits) => words.sentence({ language: shown, shown: languages, seconds, time, facts: board.facts, isInterrupted, isEmpty: isEmpty(picture) }, fits),
    };
    if (view.screen === "board" && picture.big === null && since === null) {
      view.slide = slides.shown(seconds);
    }
    screen.draw(view);
    if (view.screen === "board") {
      acknowledge(picture);
    }
  }

  const isEmpty = (picture) => picture.big === null && picture.rows.length === 0;

  /** Since when the lobby has been silent, in its own time, once that is to be said. */
  function lostSince(now) {
    const { heardAt } = link;
    return heardAt !== null && now - heardAt >= LOST_MS ? board.lobbyTime(heardAt) : null;
  }

  function name(language) {
    const areas = (board.facts.area_names ?? []).map((area) => FoyerWords.own(area, language));
    return [board.facts.device_name, ...areas].join(" · ");
  }

  /** The visit that has just gone from the big place into the history. */
  function move(picture, now) {
    const big = picture.big && FoyerBoard.visitOf(picture.big.shown);
    if (lastBig !== null && big !== lastBig && picture.rows[0]?.call.visit === lastBig) {
      arriving = { visit: lastBig, until: now + WAY_MS };
    }
    lastBig = big;
    if (arriving && now >= arriving.until) {
      arriving = null;
    }
    return isStill ? null : (arriving?.visit ?? null);
  }

  /** Whoever is in the picture was shown when the next frame but one begins: the one with it has been handed over. */
  function acknowledge(picture) {
    const big = picture.big?.shown.kind === "call" ? [picture.big.shown.call] : [];
    const calls = [...big, ...picture.rows.filter(({ stands }) => stands).map(({ call }) => call)];
    const news = calls.map(({ call }) => call).filter((call) => !acknowledged.has(call));
    if (news.length === 0 || document.visibilityState !== "visible") {
      return;
    }
    news.forEach((call) => acknowledged.add(call));
    requestAnimationFrame(() => requestAnimationFrame(() => news.forEach((call) => void link.acknowledge(call, false))));
    if (acknowledged.size > 1000) {
      [...acknowledged].sort((one, other) => one - other).slice(0, -500).forEach((call) => acknowledged.delete(call));
    }
  }

  /** The office's colour, lightened until it has 7:1 on our ground; blue where it is no colour or too pale for paper. */
  function accent(text) {
    if (!/^#[0-9a-f]{6}$/iu.test(text ?? "") || text.toLowerCase() === BLUE.light) {
      return BLUE.dark;
    }
    const colour = [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16));
    const luminance = (of) => {
      const [red, green, blue] = of.map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one, other) => {
      const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
      return (light + 0.05) / (dark + 0.05);
    };
    if (contrast(colour, [255, 255, 255]) < 7) {
      return BLUE.dark;
    }
    const mixed = (step) => colour.map((part) => part + ((255 - part) * step) / 20);
    const step = Array.from({ length: 21 }, (_, step) => step).find((step) => contrast(mixed(step), GROUND) >= 7);
    return `rgb(${mixed(step ?? 20).map(Math.round).join(" ")})`;
  }

  const soundKey = document.getElementById("sound-key");
  let staffUntil = 0;

  /** Who stands at the panel: keys are there while something moves, and as long as one has to be pressed. */
  function staffKeys() {
    soundKey.hidden = !sound.waits;
    document.body.classList.toggle("attended", performance.now() < staffUntil);
  }

  for (const name of ["pointermove", "pointerdown", "keydown"]) {
    addEventListener(name, () => {
      staffUntil = performance.now() + 8000;
      staffKeys();
    });
  }
  for (const name of ["pointerdown", "keydown"]) {
    addEventListener(name, () => void sound.start().then(staffKeys));
  }
  document.getElementById("full-key").addEventListener("click", () => {
    const isFull = document.fullscreenElement !== null;
    void (isFull ? document.exitFullscreen() : document.documentElement.requestFullscreen()).catch(() => {});
  });
  addEventListener("resize", () => {
    layout = FoyerLayout.of(size(), panel, whole());
    update();
  });

  let lock = null;
  async function stayAwake() {
    // Where the page came without TLS a browser offers none, and the panel's own settings keep it awake.
    if (document.visibilityState === "visible" && (lock === null || lock.released)) {
      lock = (await navigator.wakeLock?.request("screen").catch(() => null)) ?? null;
    }
  }
  document.addEventListener("visibilitychange", () => {
    void stayAwake();
    update();
  });

  // A browser that was told to lets sound begin without a press.
  void sound.start().then(staffKeys);
  void stayAwake();
  if ("serviceWorker" in navigator) {
    const worker = navigator.serviceWorker.register("/display-worker.js", { scope: "/display" });
    worker.then(() => navigator.serviceWorker.ready).then(({ active }) => active.postMessage("keep")).catch(() => {});
  }
  let ticks = 0;
  setInterval(() => {
    ticks += 1;
    if (ticks % CALM === 0 || board.isMoving(performance.now())) {
      update();
      staffKeys();
    }
  }, TICK_MS);
})();

// Keeps the ticket on the phone up to date, calls its holder where that was asked for, and shows the last state with
// its age where there is no network. Without this script the page loads itself anew.
"use strict";

const byId = (id) => document.getElementById(id);
const ticket = byId("ticket");
const page = document.documentElement;
const copy = `foyer ${location.pathname}`;
// The server says so often that it is there; twice that and a bit, and the link is dead.
const SILENT_MS = 25_000;
const PATIENCE_MS = 8_000;
// An office tells its positions every minute; what is older may be out of date.
const OLD_S = 150;
const DAY_MS = 86_400_000;
const age = new Intl.RelativeTimeFormat(page.lang, { numeric: "always" });

let told = {
  state: ticket.dataset.state,
  call: Number(ticket.dataset.call) || null,
  as_of_ms: Number(ticket.dataset.asOf),
  now_ms: Number(ticket.dataset.now),
};
// A page that the worker had kept says since when.
const keptAt = Number(ticket.dataset.kept) || null;
let toldAt = keptAt ?? Date.now();
let heardAt = toldAt;
let source = null;
let rungFor = told.call;
let seenFor = null;
let audio = null;
let worker = null;
let lock = null;
let over = false;

const isOver = (state) => ["finished", "cancelled", "unserved"].includes(state);

const kept = {
  read: () => {
    try {
      return JSON.parse(localStorage.getItem(copy));
    } catch {
      return null;
    }
  },
  write: (value) => {
    try {
      if (value) localStorage.setItem(copy, JSON.stringify(value));
      else localStorage.removeItem(copy);
    } catch {
      // A browser that keeps nothing shows the page all the same.
    }
  },
};

function set(id, text) {
  const element = byId(id);
  if (element.textContent !== text) element.textContent = text;
  element.hidden = text === "";
}

function show(news, at) {
  told = news;
  toldAt = at;
  ticket.dataset.state = news.state;
  const number = byId("number").firstElementChild;
  if (number.textContent !== news.number) number.textContent = news.number;
  for (const id of ["also", "said", "area", "way", "ahead", "estimate", "late"]) set(id, news[id] ?? "");
  byId("as-of").textContent = news.as_of;
  byId("give-up").hidden = !news.can_give_up;
  byId("be-late").hidden = !news.can_be_late;
  showAlert();
  document.title = `${news.number} · ${news.said}`;
  if (!news.call) rungFor = null;
  if (news.call && news.call !== rungFor) {
    rungFor = news.call;
    ring();
  }
  tellSeen();
  showAge();
}

// Whoever is called or served has no call to wait for.
function showAlert() {
  byId("alert").hidden = !["waiting", "parked", "no-show"].includes(told.state);
}

function showAge() {
  const seconds = Math.max(0, (told.now_ms - told.as_of_ms + Date.now() - toldAt) / 1000);
  const isOpen = ["waiting", "called", "serving", "parked"].includes(told.state);
  const isOld = told.state === "waiting" && seconds > OLD_S;
  const isSilent = Date.now() - heardAt > SILENT_MS || !navigator.onLine;
  byId("lost").hidden = !isOpen || !(isOld || isSilent);
  const minutes = Math.floor(seconds / 60);
  byId("age").textContent = isOpen && minutes > 0 && (isOld || isSilent) ? `(${said(minutes)})` : "";
}

function said(minutes) {
  return minutes < 90 ? age.format(-minutes, "minute") : age.format(-Math.round(minutes / 60), "hour");
}

// Whoever sees the call has been called: the desk then knows that it was shown.
function tellSeen() {
  const call = told.call;
  if (!call || call === seenFor || document.visibilityState !== "visible") return;
  seenFor = call;
  const again = () => {
    seenFor = null;
  };
  const tell = () => {
    const asked = { method: "POST", body: new URLSearchParams({ call }), keepalive: true };
    fetch(ticket.dataset.seen, asked).then((answer) => answer.ok || again(), again);
  };
  // Two turns later the frame with it has been handed over.
  requestAnimationFrame(() => requestAnimationFrame(tell));
}

// Three rising tones, twice.
function sound(times) {
  if (!audio) return;
  for (let time = 0; time < times; time += 1) {
    [660, 880, 1100].forEach((pitch, step) => {
      const begin = audio.currentTime + time * 1.2 + step * 0.22;
      const tone = audio.createOscillator();
      const level = audio.createGain();
      tone.frequency.value = pitch;
      level.gain.setValueAtTime(0, begin);
      level.gain.linearRampToValueAtTime(0.5, begin + 0.02);
      level.gain.exponentialRampToValueAtTime(0.001, begin + 0.4);
      tone.connect(level).connect(audio.destination);
      tone.start(begin);
      tone.stop(begin + 0.45);
    });
  }
}

function ring() {
  if (!audio) return;
  audio.resume().then(() => sound(2), () => {});
  navigator.vibrate?.([400, 150, 400, 150, 800]);
  if (worker && window.Notification?.permission === "granted") {
    const body = [told.said, told.way].filter(Boolean).join("\n");
    const shown = { body, lang: page.lang, dir: page.dir, tag: "call", renotify: true };
    worker.showNotification(told.number, { ...shown, requireInteraction: true }).catch(() => {});
  }
}

async function stayAwake() {
  if (!audio || over || document.visibilityState !== "visible") return;
  // A phone that sleeps hears nothing; some refuse when their battery is low.
  lock = await navigator.wakeLock?.request("screen").catch(() => null);
}

byId("alert-key").addEventListener("click", async () => {
  audio = new AudioContext();
  byId("alert-key").hidden = true;
  byId("alert-hint").hidden = true;
  byId("alert-on").hidden = false;
  await audio.resume().catch(() => {});
  sound(1);
  navigator.vibrate?.(200);
  stayAwake();
  if (window.Notification?.permission === "default") await Notification.requestPermission();
});

function sayUnsent(why) {
  const sentence = byId("unsent");
  sentence.textContent = why ?? sentence.dataset.words;
  sentence.hidden = false;
}

// A wish is sent from here: another page would no longer call whoever asked to be called. The answer is that page.
async function send(form, key) {
  const body = new URLSearchParams(new FormData(form));
  if (key?.name) body.set(key.name, key.value);
  byId("unsent").hidden = true;
  page.classList.add("busy");
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE_MS) });
    const html = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!html.getElementById("ticket")) {
      sayUnsent(html.querySelector(".say")?.textContent);
      return;
    }
    form.closest("details").open = false;
    // The same press again is another one from now on.
    for (const id of ["be-late", "give-up"]) {
      const nonce = (of) => of.getElementById(id).querySelector("[name=nonce]");
      nonce(document).value = nonce(html).value;
    }
    listen();
  } catch {
    sayUnsent();
  } finally {
    page.classList.remove("busy");
  }
}

addEventListener("submit", (event) => {
  if (!event.target.closest(".wish")) return;
  event.preventDefault();
  if (!page.classList.contains("busy")) void send(event.target, event.submitter);
});

// Nothing of the visit stays on the phone.
async function end() {
  over = true;
  source?.close();
  lock?.release();
  kept.write(null);
  byId("lost").hidden = true;
  worker?.active?.postMessage({ forget: location.pathname });
}

// What a ticket left whose page was closed before its visit ended.
function forgetOld() {
  try {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith("foyer /t/"))) {
      if (Date.now() - (JSON.parse(localStorage.getItem(key))?.at ?? 0) > DAY_MS) localStorage.removeItem(key);
    }
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function keep(news) {
  kept.write({ lang: page.lang, at: toldAt, now_ms: told.now_ms, news });
}

function listen() {
  source?.close();
  heardAt = Date.now();
  source = new EventSource(ticket.dataset.stream);
  const heard = () => {
    heardAt = Date.now();
    showAge();
  };
  source.addEventListener("open", heard);
  source.addEventListener("beat", heard);
  source.addEventListener("ticket", (event) => {
    heardAt = Date.now();
    const news = JSON.parse(event.data);
    show(news, heardAt);
    if (isOver(news.state)) kept.write(null);
    else keep(news);
  });
  source.addEventListener("end", end);
  source.addEventListener("error", () => {
    if (over) return;
    // The server has no more to say of a visit that is over. Else the browser comes back by itself, soon as a rule.
    if (source.readyState === EventSource.CLOSED && isOver(told.state)) {
      end();
      return;
    }
    heardAt = Math.min(heardAt, Date.now() - SILENT_MS + 3_000);
    setTimeout(showAge, 3_500);
  });
}

setInterval(() => {
  if (over) return;
  tellSeen();
  showAge();
  const isDead = Date.now() - heardAt > SILENT_MS || source.readyState === EventSource.CLOSED;
  if (isDead && navigator.onLine) {
    const before = heardAt;
    listen();
    heardAt = before;
  }
}, 10_000);

for (const name of ["online", "offline"]) addEventListener(name, showAge);
// A browser speaks with one server over six connections: a page that is left must not hold one.
addEventListener("pagehide", () => source.close());
addEventListener("pageshow", (event) => event.persisted && !over && listen());
document.addEventListener("visibilitychange", () => {
  tellSeen();
  stayAwake();
});

const last = kept.read();
const isOurs = last?.lang === page.lang;
// The page may be the kept one of a while ago, and what was heard after it is newer.
if (isOurs && last.news && last.now_ms > told.now_ms) show(last.news, last.at);
else if (!keptAt) keep(null);
forgetOld();
showAlert();
tellSeen();
listen();
heardAt = toldAt;
showAge();

if (isOver(told.state)) {
  kept.write(null);
  navigator.serviceWorker?.getRegistration("/t/").then((of) => of?.active?.postMessage({ forget: location.pathname }));
} else if ("serviceWorker" in navigator) {
  navigator.serviceWorker
    .register("/t/worker.js")
    .then(() => navigator.serviceWorker.ready)
    .then((ready) => {
      worker = ready;
      const styles = [...document.querySelectorAll("link[rel=stylesheet]")].map((link) => link.href);
      const scripts = [...document.scripts].map((script) => script.src);
      if (!over) worker.active.postMessage({ keep: location.href, files: [...styles, ...scripts] });
    })
    .catch(() => {});
}

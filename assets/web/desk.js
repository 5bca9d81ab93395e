// The desk works without this script. With it, the page is pushed, keys work, times count,
// and a press that got lost on the way is sent again under its own nonce, so that it counts once.
"use strict";

(() => {
  const AFTER_CHANGE_MS = 400; // a second press of the same key within this time is the same press
  const SEND_FOR_MS = 8000; // how long a press is tried again; later the clerk has to decide anew
  const ONE_TRY_MS = 4000;
  const SENTENCE_STAYS_MS = 10000;
  const HELD_AT_MOST_MS = 10000; // a hand that rests on a key does not stop the page for longer
  const OPEN_LIST = CSS.supports("selector(:open)") ? "select:open" : "select:not(*)";

  const page = document.getElementById("desk-page");
  if (!page) {
    return;
  }
  const says = document.getElementById("says");
  const askFirst = document.getElementById("ask-first");
  let desk = document.getElementById("desk");
  let offset = 0; // the server's time minus this computer's, in ms
  let changedAt = -Infinity;
  let change = ""; // by what: the hand's "own" press, another "state" at the counter, or another "place" of the keys
  let struck = null; // the key of the keyboard that goes down; none for a mouse or finger
  let pressedBy = null; // what pressed last
  let pressedAt = -Infinity;
  let following = null; // the key that went down while the press before it was on its way
  let handDownAt = null; // since when a key of the page is held down
  let held = null; // what was pushed meanwhile
  let busy = false;
  let pressed = ""; // the panel whose press is on its way
  let asking = false;
  let saidAt = -Infinity;

  const serverNow = () => Date.now() + offset;
  const two = (number) => String(number).padStart(2, "0");

  // Times that count.

  function counted(element) {
    const kind = element.dataset.as;
    if (kind === "left") {
      return String(Math.max(0, Math.ceil((Number(element.dataset.until) - serverNow()) / 1000)));
    }
    const seconds = Math.max(0, Math.floor((serverNow() - Number(element.dataset.since)) / 1000));
    if (kind === "minutes") {
      return String(Math.floor(seconds / 60));
    }
    const hours = Math.floor(seconds / 3600);
    const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
    return hours > 0 ? `${hours}:${rest}` : rest;
  }

  function tick() {
    for (const element of desk.querySelectorAll("[data-as]")) {
      const text = counted(element);
      if (element.textContent !== text) {
        element.textContent = text;
      }
      if (element.dataset.as === "left") {
        const over = element.closest("[data-ends]");
        if (over) {
          over.hidden = text === "0";
        }
      }
    }
    if (performance.now() - saidAt > SENTENCE_STAYS_MS) {
      says.replaceChildren();
    }
    letGo();
  }

  // What the server renders.

  function say(sentence) {
    says.replaceChildren(...(sentence ? [sentence] : []));
    saidAt = sentence ? performance.now() : -Infinity;
  }

  function sayText(kind, text) {
    const sentence = document.createElement("p");
    sentence.className = `say say--${kind}`;
    sentence.textContent = text;
    say(sentence);
  }

  const panelOf = (element) => element.closest("details, #chosen")?.id || "none";

  /** What was typed, chosen and opened, but for what belongs to a visit that is no longer at the counter; a note
   *  belongs to the visit however it stands. */
  function unsent(moved, isSame) {
    const kept = (element) => !moved || !element.closest(".desk__work") || (isSame && element.closest("#panel-note"));
    const fields = [...desk.querySelectorAll("input[id]:not([type=hidden]), textarea[id], select[id]")];
    const seen = (field) => !field.closest("details:not([open]), #chosen[hidden]");
    const typed = fields.filter(kept).map((field) => {
      const chosen = seen(field) && field.selectedOptions?.[0]?.text;
      return { id: field.id, value: field.value, checked: field.checked, chosen, isUnsent: panelOf(field) !== pressed };
    });
    const opened = [...desk.querySelectorAll("details[id][open]")].filter(kept).map((panel) => panel.id);
    return { typed, opened };
  }

  /** Fills in what was kept. What was chosen and is no choice any more would become another one unseen: its panel stays
   *  closed. Returns these fields, with what was chosen. */
  function restore({ typed, opened }) {
    const gone = [];
    for (const { id, value, checked, chosen, isUnsent } of typed) {
      const field = document.getElementById(id);
      if (field && (!field.options || [...field.options].some((option) => option.value === value))) {
        field.value = value;
        field.checked = checked;
      } else if (field && chosen) {
        gone.push({ field, chosen, isUnsent });
      }
    }
    for (const id of opened) {
      const panel = document.getElementById(id);
      if (panel && !gone.some(({ field }) => panel.contains(field))) {
        panel.open = true;
      }
    }
    return gone;
  }

  /** Whether a rendered desk is older than the one that is here. */
  function isOlder(next) {
    const newer = Number(next.dataset.version) - Number(desk.dataset.version);
    return newer < 0 || (newer === 0 && Number(next.dataset.now) < Number(desk.dataset.now));
  }

  /** Shows a rendered desk, unless a newer one is here already. What a stream begins with always counts: a lobby that
   *  was restored from a backup is behind what it has shown before. */
  function show(html, isFirst = false) {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("desk");
    if (!next || (!isFirst && isOlder(next))) {
      return;
    }
    const moved = next.dataset.at !== desk.dataset.at;
    const visitOf = (at) => at.replace(/^.*-/, "");
    const kept = unsent(moved, visitOf(next.dataset.at) === visitOf(desk.dataset.at));
    const focused = desk.querySelector(":focus-visible");
    const caret = focused && typeof focused.selectionStart === "number" && [focused.selectionStart, focused.selectionEnd];
    const place = placeOfKeys();
    desk.replaceWith(document.adoptNode(next));
    desk = next;
    if (held) {
      held.isFirst = false; // the answer to a press came after it
    }
    offset = Number(desk.dataset.now) - Date.now();
    const gone = restore(kept);
    asking &&= !moved;
    ask(asking, false);
    if (moved || gone.length > 0) {
      changed("state");
    } else if (Math.abs(placeOfKeys() - place) > 4) {
      changed("place");
    }
    document.dispatchEvent(new CustomEvent("desk:shown", { detail: gone.map(({ field }) => field) }));
    // A press that is on its way has an answer of its own.
    const missed = gone.find(({ isUnsent }) => isUnsent);
    if (missed) {
      sayText("look", page.dataset.gone.replace("%choice%", () => missed.chosen));
    }
    if (focused) {
      const next = goOn(focused.id);
      next.focus({ preventScroll: true });
      if (caret && next.id === focused.id) {
        next.setSelectionRange(...caret);
      }
    }
    tick();
  }

  /** A banner above moves all keys; what is opened below moves none of them. */
  const placeOfKeys = () => desk.querySelector(".big:not([hidden] *)")?.getBoundingClientRect().top ?? 0;

  // What is pushed while a hand is on the page waits: a key that is replaced under the finger would not be pressed, and
  // a list of choices would close.

  function isHeld() {
    const isDown = handDownAt !== null && performance.now() - handDownAt < HELD_AT_MOST_MS;
    return isDown || desk.querySelector(OPEN_LIST) !== null;
  }

  function push(html, isFirst) {
    held = { html, isFirst: isFirst || Boolean(held?.isFirst) };
    letGo();
  }

  function letGo() {
    if (held && !isHeld()) {
      const { html, isFirst } = held;
      held = null;
      show(html, isFirst);
    }
  }

  function handUp() {
    // The click comes first.
    setTimeout(() => {
      handDownAt = null;
      letGo();
    });
  }

  document.addEventListener("pointerdown", () => {
    struck = null;
    handDownAt = performance.now();
  });
  document.addEventListener("keydown", (event) => {
    struck = event.key;
    const isTyping = event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, select, textarea");
    // What it means stands on the page that the press brings. The call for help waits for no page.
    const isNext = busy && struck !== pressedBy && performance.now() - pressedAt <= AFTER_CHANGE_MS;
    if (isNext && !isTyping && !event.repeat && struck !== "F8") {
      following = struck;
    }
    if (event.key === " " && event.target.closest("button, summary")) {
      handDownAt ??= performance.now();
    }
  }, true);
  for (const name of ["pointerup", "pointercancel", "keyup", "blur"]) {
    window.addEventListener(name, handUp);
  }

  /** Where the focus goes on. Never to another key: who presses twice would press what they have not read. */
  function goOn(id) {
    const again = id && document.getElementById(id);
    if (again && !again.closest("[hidden]")) {
      const closed = again.closest("details:not([open])");
      return closed ? closed.querySelector("summary") : again;
    }
    // The first heading, so that the ring is around that.
    const heading = desk.querySelector("h2") || desk;
    heading.tabIndex = -1;
    return heading;
  }

  /** Opens or closes the question whether the visit in service is done. */
  function ask(open, focus) {
    const question = document.getElementById("ask");
    const key = document.getElementById("key-next");
    asking = Boolean(open && question);
    if (!question || !key) {
      return;
    }
    question.hidden = !asking;
    key.closest("form").hidden = asking;
    if (focus) {
      (asking ? document.getElementById("key-yes") : key).focus({ preventScroll: true });
    }
  }

  // Presses.

  /** Something else stands under the hand: for a moment no press counts. */
  function changed(by) {
    changedAt = performance.now();
    change = by;
    page.classList.add("resting");
    setTimeout(() => page.classList.toggle("resting", resting()), AFTER_CHANGE_MS + 10);
  }

  const resting = () => busy || performance.now() - changedAt < AFTER_CHANGE_MS;

  /** Whether a press does not count: a second one of the same hand, or one that was meant for what stood here before.
   *  Another key of the keyboard is another press. What was meant and does not count is said. */
  function isIgnored() {
    const now = performance.now();
    if (busy) {
      if (now - pressedAt > AFTER_CHANGE_MS) {
        sayText("look", page.dataset.busy);
      }
      return true;
    }
    const isMeant = struck && (change === "place" || (change === "own" && struck !== pressedBy));
    if (now - changedAt >= AFTER_CHANGE_MS || isMeant) {
      return false;
    }
    if (change !== "own") {
      sayText("look", page.dataset.changed);
    }
    return true;
  }

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  /** One press: the same nonce again and again until there is a whole answer or the time is over. */
  async function sent(form) {
    const body = new URLSearchParams(new FormData(form));
    const began = performance.now();
    for (let wait = 200; performance.now() - began < SEND_FOR_MS; wait = Math.min(2 * wait, 1600)) {
      try {
        const answer = await fetch(form.getAttribute("action"), {
          method: "POST",
          body,
          headers: { "foyer-part": "desk" },
          redirect: "manual",
          signal: AbortSignal.timeout(ONE_TRY_MS),
        });
        if (answer.type === "opaqueredirect" || answer.status === 401) {
          return { isGone: true };
        }
        if (answer.status < 500) {
          return { html: await answer.text() };
        }
      } catch {
        // The network is gone or the server is slow: the same nonce may be sent again.
      }
      await pause(wait);
    }
    return null;
  }

  async function press(form) {
    if (isIgnored()) {
      return;
    }
    busy = true;
    pressedBy = struck;
    pressedAt = performance.now();
    pressed = panelOf(form);
    page.classList.add("busy");
    say(null);
    // Whole before another press counts: what was pushed while it came would be taken for news.
    const answer = await sent(form);
    const then = following;
    following = null;
    busy = false;
    page.classList.remove("busy");
    page.classList.toggle("resting", resting());
    if (answer === null) {
      pressed = "";
      sayText("no", page.dataset.unsent);
      return;
    }
    if (answer.isGone) {
      document.dispatchEvent(new CustomEvent("desk:gone", { cancelable: true }));
      return;
    }
    const { html } = answer;
    const sentence = new DOMParser().parseFromString(html, "text/html").querySelector("#says > .say");
    show(html);
    pressed = "";
    changed("own");
    if (sentence) {
      say(document.adoptNode(sentence));
    } else if (then) {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key: then, bubbles: true }));
    }
  }

  document.addEventListener("desk:answered", (event) => show(event.detail));
  document.addEventListener("desk:pushed", (event) => push(event.detail.html, event.detail.isFirst));

  page.addEventListener("submit", (event) => {
    const form = event.target;
    if (!form.matches("[data-live]")) {
      return;
    }
    event.preventDefault();
    if (form.dataset.live === "ask") {
      if (!askFirst.checked) {
        void press(document.getElementById("key-yes").form);
        return;
      }
      if (isIgnored()) {
        return;
      }
      pressedBy = struck;
      changed("own");
      ask(true, true);
    } else if (form.dataset.live === "no") {
      ask(false, true);
    } else if (form.dataset.live === "press") {
      void press(form);
    }
  });

  // Whether "next" asks first; this browser remembers it.
  if (askFirst) {
    askFirst.closest("label").hidden = false;
    askFirst.checked = localStorage.getItem("ask-first") !== "off";
    askFirst.addEventListener("change", () => {
      localStorage.setItem("ask-first", askFirst.checked ? "on" : "off");
    });
  }

  offset = Number(desk.dataset.now) - Date.now();
  tick();
  setInterval(tick, 250);
})();

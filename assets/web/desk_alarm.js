// The call for help. It waits for nothing: neither for another press that is being sent nor for the rest after a change.
// While it does not arrive that is said, and it is sent again until it does, or until somebody says that it need not.
"use strict";

(() => {
  const ALARM = "F8";
  const PATIENCE_MS = 2000; // who needs help waits no longer for a word
  const ONE_TRY_MS = 4000;
  const LONGEST_PAUSE_MS = 2000;

  const page = document.getElementById("desk-page");
  const unsent = document.getElementById("unsent");
  if (!page || !unsent) {
    return;
  }
  const words = document.getElementById("unsent-words");
  let calling = null; // the call that has not arrived

  const pause = (ms) => new Promise((done) => setTimeout(done, ms));

  function say() {
    if (!unsent.hasChildNodes()) {
      unsent.append(words.content.cloneNode(true));
      unsent.querySelector("button").addEventListener("click", over);
    }
  }

  function over() {
    calling = null;
    unsent.replaceChildren();
  }

  /** One try: the desk as it is with the call, or nothing. */
  async function tried(action, body) {
    try {
      const answer = await fetch(action, {
        method: "POST",
        body,
        headers: { "foyer-part": "desk" },
        redirect: "manual",
        keepalive: true,
        signal: AbortSignal.timeout(ONE_TRY_MS),
      });
      return answer.ok ? await answer.text() : null;
    } catch {
      return null; // the network is gone, or the lobby
    }
  }

  /** Calls until it arrives. Again is the same call, so whoever presses once more is heard at once. */
  async function call(form) {
    const mine = {};
    const action = form.getAttribute("action");
    const body = new URLSearchParams(new FormData(form));
    over();
    calling = mine;
    if (page.classList.contains("offline")) {
      say();
    } else {
      setTimeout(() => calling === mine && say(), PATIENCE_MS);
    }
    for (let wait = 200; calling === mine; wait = Math.min(2 * wait, LONGEST_PAUSE_MS)) {
      const html = await tried(action, body);
      if (calling !== mine) {
        return;
      }
      if (html !== null) {
        over();
        document.dispatchEvent(new CustomEvent("desk:answered", { detail: html }));
        return;
      }
      say();
      await pause(wait);
    }
  }

  // It is heard wherever the focus is: who types or chooses something needs it no less.
  document.addEventListener("keydown", (event) => {
    const form = event.key === ALARM && document.querySelector("[data-live=call]");
    if (form) {
      event.preventDefault();
      if (!event.repeat) {
        form.requestSubmit();
      }
    }
  });

  page.addEventListener("submit", (event) => {
    if (event.target.dataset.live === "call") {
      event.preventDefault();
      void call(event.target);
    }
  });

  // The answer was lost on the way, and the desk shows that the call stands.
  document.addEventListener("desk:shown", () => {
    if (calling && !document.querySelector("[data-live=call]")) {
      over();
    }
  });
})();

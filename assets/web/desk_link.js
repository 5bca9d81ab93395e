// The link to the lobby: the stream that pushes the desk, and, while it is gone, since when and what still works.
"use strict";

(() => {
  const SILENCE_MS = 25000; // the server says something every ten seconds
  const LOOK_MS = 250;

  const page = document.getElementById("desk-page");
  if (!page) {
    return;
  }
  const link = document.getElementById("link");
  const offline = document.getElementById("offline");
  const clockFormat = new Intl.DateTimeFormat(document.documentElement.lang, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: page.dataset.zone,
  });

  let ahead = 0; // the server's time minus this computer's, in ms
  let heardAt = performance.now();
  let heardOn = null; // the same by the server's clock
  let isOffline = false;
  let source = null;

  const serverNow = () => Date.now() + ahead;

  function heard() {
    heardAt = performance.now();
    heardOn = serverNow();
    if (isOffline || link.dataset.state !== "on") {
      isOffline = false;
      link.dataset.state = "on";
      link.className = "sign sign--yes";
      link.textContent = page.dataset.online;
      page.classList.remove("offline");
      offline.hidden = true;
    }
  }

  /** What is shown is of when something was heard last, not of when that was noticed. */
  function lost() {
    heardAt = performance.now();
    if (!isOffline) {
      isOffline = true;
      const since = clockFormat.format(new Date(heardOn ?? serverNow()));
      link.dataset.state = "off";
      link.className = "sign sign--no";
      link.textContent = page.dataset.offline.replace("%time%", since);
      offline.textContent = page.dataset.offlineWhat.replace("%time%", since);
      offline.hidden = false;
      page.classList.add("offline");
    }
  }

  /** Signed off, or the counter is somebody else's now: the server knows which page is due. The word that help was not
   *  called stays until it is read. */
  document.addEventListener("desk:gone", (event) => {
    if (document.querySelector("#unsent > *")) {
      event.preventDefault();
    } else {
      window.location.assign(window.location.pathname); // never a form that is sent again
    }
  });

  /** The stream was refused for good. */
  async function refused() {
    try {
      const answer = await fetch(window.location.pathname, { redirect: "manual" });
      const isGone = answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 404;
      if (isGone && document.dispatchEvent(new CustomEvent("desk:gone", { cancelable: true }))) {
        return;
      }
    } catch {
      // Still away.
    }
    setTimeout(connect, 2000);
  }

  function connect() {
    if (source) {
      source.close();
    }
    const stream = new EventSource(page.dataset.stream);
    let isFirst = true;
    source = stream;
    stream.addEventListener("open", () => (isFirst = true));
    stream.addEventListener("desk", (event) => {
      heard();
      document.dispatchEvent(new CustomEvent("desk:pushed", { detail: { html: event.data, isFirst } }));
      isFirst = false;
    });
    stream.addEventListener("alive", heard);
    stream.addEventListener("error", () => {
      if (stream !== source) {
        return;
      }
      lost();
      if (stream.readyState === EventSource.CLOSED) {
        void refused();
      }
    });
  }

  function look() {
    if (performance.now() - heardAt > SILENCE_MS) {
      lost();
      connect();
    }
  }

  function compare() {
    ahead = Number(document.getElementById("desk").dataset.now) - Date.now();
  }

  // A page that leaves takes its stream along, so that none is shown as lost while the next one loads.
  window.addEventListener("pagehide", () => source && source.close());
  window.addEventListener("pageshow", (event) => event.persisted && connect());
  document.addEventListener("desk:shown", compare);
  compare();
  connect();
  setInterval(look, LOOK_MS);
})();

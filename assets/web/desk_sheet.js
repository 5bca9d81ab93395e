// The emergency sheet: fetched every hour, kept in this browser, shown and printed when the link is gone, and by the
// desk's worker also when the page is loaded again meanwhile. It is deleted on the sign-in page, where signing out
// leads, and on the next day.
"use strict";

(() => {
  const KEY = "foyer-sheet";
  const CACHE = "foyer desk";
  const PAGE = "/desk/kept";
  const EVERY_MS = 60 * 60 * 1000;

  const page = document.getElementById("desk-page");
  const forget = () => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
    // Both are there only where the connection is a safe one.
    window.caches?.delete(CACHE).catch(() => {});
  };
  if (!page) {
    forget();
    navigator.serviceWorker?.getRegistration("/desk").then((worker) => worker?.unregister(), () => {});
    return;
  }

  let signedOff = false;
  let isMissing = false; // whether the newest sheet did not come
  const offline = document.getElementById("offline");
  const panel = document.getElementById("sheet-panel");
  const open = document.getElementById("sheet-show");
  const print = document.getElementById("sheet-print");
  const here = document.getElementById("sheet-here");
  const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: page.dataset.zone });

  /** The sheet as an element, if it is one of ours. */
  function parsed(html) {
    return new DOMParser().parseFromString(html, "text/html").querySelector("article#sheet");
  }

  /** What is kept, if it is of today: by the server's time, and what has passed since on this computer's clock. */
  function kept() {
    try {
      const { at, html } = JSON.parse(localStorage.getItem(KEY));
      const sheet = parsed(html);
      const now = Number(sheet.dataset.now) + Math.max(0, Date.now() - at);
      if (dayFormat.format(now) === sheet.dataset.day) {
        return sheet;
      }
    } catch {
      // Nothing is kept, or something that nobody can read.
    }
    forget();
    return null;
  }

  /** Keeps the whole page with its styles and script for the worker, and nothing of an older version. */
  async function keepPage(answer, html, at) {
    if (!window.caches || !navigator.serviceWorker) {
      return;
    }
    await navigator.serviceWorker.register("/desk-worker.js", { scope: "/desk" });
    const whole = new DOMParser().parseFromString(html, "text/html");
    const of = (element) => new URL(element.getAttribute("href") ?? element.getAttribute("src"), location.href).href;
    const files = [...whole.querySelectorAll("link[rel=stylesheet], script[src]")].map(of);
    const cache = await caches.open(CACHE);
    await cache.addAll(files); // or nothing is changed: a page without its script would not say how old it is
    const named = ["content-type", "content-security-policy"].map((name) => [name, answer.headers.get(name) ?? ""]);
    const page = html.replace('data-kept=""', `data-kept="${at}"`);
    await cache.put(PAGE, new Response(page, { headers: named }));
    const old = (await cache.keys()).filter(({ url }) => !files.includes(url) && new URL(url).pathname !== PAGE);
    await Promise.all(old.map((request) => cache.delete(request)));
    if (signedOff) {
      forget();
    }
  }

  async function fetchSheet() {
    let hasCome = false;
    try {
      const answer = await fetch(page.dataset.sheet, { cache: "no-store" });
      const html = await answer.text();
      if (answer.ok && !answer.redirected && parsed(html)) {
        const at = Date.now();
        hasCome = true;
        localStorage.setItem(KEY, JSON.stringify({ at, html }));
        await keepPage(answer, html, at);
      }
    } catch {
      // Without a link the last one stays.
    }
    isMissing = !hasCome;
    showPanel();
  }

  function close() {
    here.hidden = true;
    here.replaceChildren();
    print.hidden = true;
    open.setAttribute("aria-expanded", "false");
  }

  function showPanel() {
    panel.hidden = offline.hidden || !kept();
    if (panel.hidden) {
      close();
    }
  }

  open.addEventListener("click", () => {
    const sheet = here.hidden ? kept() : null;
    if (!sheet) {
      close();
      showPanel();
      return;
    }
    here.replaceChildren(document.adoptNode(sheet));
    here.hidden = false;
    print.hidden = false;
    open.setAttribute("aria-expanded", "true");
  });
  print.addEventListener("click", () => window.print());
  // The link is back, and the last sheet did not come.
  new MutationObserver(() => offline.hidden && isMissing && void fetchSheet()).observe(offline, {
    attributes: true,
    attributeFilter: ["hidden"],
  });
  new MutationObserver(showPanel).observe(offline, { attributes: true, attributeFilter: ["hidden"] });
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => {
    signedOff = true;
    forget();
  });
  setInterval(fetchSheet, EVERY_MS);
  fetchSheet();
})();

// The emergency sheet: fetched every hour, kept in this browser, shown and printed when the link is gone. It is deleted
// on the sign-in page, where signing out leads, and on the next day.
"use strict";

(() => {
  const KEY = "foyer-sheet";
  const EVERY_MS = 60 * 60 * 1000;

  const page = document.getElementById("desk-page");
  const forget = () => {
    try {
      localStorage.removeItem(KEY);
    } catch {
      // A browser that keeps nothing has nothing to forget.
    }
  };
  if (!page) {
    forget();
    return;
  }

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

  async function fetchSheet() {
    try {
      const answer = await fetch(page.dataset.sheet, { cache: "no-store" });
      const html = await answer.text();
      if (answer.ok && !answer.redirected && parsed(html)) {
        localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), html }));
      }
    } catch {
      // Without a link the last one stays.
    }
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
  new MutationObserver(showPanel).observe(offline, { attributes: true, attributeFilter: ["hidden"] });
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", forget);
  setInterval(fetchSheet, EVERY_MS);
  fetchSheet();
})();

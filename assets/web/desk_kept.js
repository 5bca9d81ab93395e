// The emergency sheet in the place of the desk, while the lobby does not answer: how old it is, and when the lobby is
// back. The page goes on only when somebody presses, because the sheet may be in use.
"use strict";

(() => {
  const ASK_MS = 5000;
  const DEAD = [502, 503, 504];

  const page = document.getElementById("kept-page");
  const at = Number(page.dataset.kept);
  if (!at) {
    return;
  }
  const age = document.getElementById("kept-age");
  const back = document.getElementById("kept-back");
  const sheet = document.getElementById("sheet");
  const dayFormat = new Intl.DateTimeFormat("sv-SE", { timeZone: page.dataset.zone });

  function tick() {
    const passed = Math.max(0, Date.now() - at);
    const text = page.dataset.age.replace("%minutes%", String(Math.floor(passed / 60_000)));
    if (age.textContent !== text) {
      age.textContent = text;
    }
    if (dayFormat.format(Number(sheet.dataset.now) + passed) !== sheet.dataset.day) {
      sheet.remove();
      document.getElementById("kept-print").hidden = true;
      age.textContent = page.dataset.over;
      clearInterval(ticking);
      caches.delete("foyer desk");
    }
  }

  async function ask() {
    try {
      const answer = await fetch(location.href, { cache: "no-store", redirect: "manual" });
      back.hidden = DEAD.includes(answer.status);
    } catch {
      back.hidden = true;
    }
  }

  document.getElementById("kept-go-on").href = location.href;
  document.getElementById("kept-print").addEventListener("click", () => window.print());
  const ticking = setInterval(tick, 1000);
  setInterval(ask, ASK_MS);
  age.hidden = false;
  tick();
})();

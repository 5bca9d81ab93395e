// Who waits: searched, and chosen to do something with; and the hints for the first days.
"use strict";

(() => {
  const page = document.getElementById("desk-page");
  if (!page) {
    return;
  }
  const hint = document.getElementById("hint");
  let chosen = ""; // the visit that something is to be done with

  const part = (id) => document.getElementById(id);
  const lines = () => [...document.querySelectorAll("#lines > li")];

  // The line that was chosen: what can be done with it stands below it.

  function place() {
    const panel = part("chosen");
    const line = lines().find((line) => line.dataset.visit === chosen);
    if (!panel || !line) {
      chosen = "";
      if (panel) {
        panel.hidden = true;
      }
      return;
    }
    for (const field of panel.querySelectorAll("[data-chosen] > input[name=visit]")) {
      field.value = chosen;
    }
    const number = line.querySelector(".waiting__number");
    part("chosen-number").textContent = number.textContent;
    number.setAttribute("aria-expanded", "true");
    panel.hidden = false;
    line.append(panel);
  }

  function choose(visit) {
    const before = chosen;
    for (const number of document.querySelectorAll(".waiting__number[aria-expanded=true]")) {
      number.setAttribute("aria-expanded", "false");
    }
    chosen = visit;
    place();
    hints();
    if (chosen) {
      part("chosen").querySelector("button").focus();
    } else if (before) {
      const line = part(`line-${before}`);
      if (line) {
        line.focus();
      }
    }
  }

  document.addEventListener("click", (event) => {
    const number = event.target.closest(".waiting__number");
    if (number && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      const visit = number.closest("li").dataset.visit;
      choose(visit === chosen ? "" : visit);
    }
  });

  page.addEventListener("submit", (event) => {
    if (event.target.dataset.live === "close") {
      event.preventDefault();
      choose("");
    }
  });

  // Up and down from line to line.

  document.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const here = event.target.closest(".waiting__number, #search");
    if (!step || !here || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const numbers = lines().filter((line) => !line.hidden).map((line) => line.querySelector(".waiting__number"));
    const next = numbers[numbers.indexOf(here) + step];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });

  // The search: any part of what a line says, in any order. The page has the first lines alone; who waits behind them is
  // asked of the lobby, where it can be asked.

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
  const typed = () => (part("search")?.value || "").split(/\s+/).map(plain).filter(Boolean);
  const behind = { words: "", lines: [], known: true, timer: 0 };

  /** Puts the lines that the lobby found below the page's own. */
  function append() {
    const list = part("lines");
    const old = list ? [...list.querySelectorAll("[data-behind]")] : [];
    if (!list || old.length + behind.lines.length === 0) {
      return;
    }
    const focused = document.activeElement.id;
    list.after(part("chosen"));
    old.forEach((line) => line.remove());
    for (const line of behind.lines) {
      line.querySelector("#chosen")?.remove(); // that of the desk before
      line.querySelector(".waiting__number").setAttribute("aria-expanded", "false");
    }
    const own = lines().map((line) => line.dataset.visit);
    list.append(...behind.lines.filter((line) => !own.includes(line.dataset.visit)));
    place();
    if (focused && document.activeElement.id !== focused) {
      part(focused)?.focus({ preventScroll: true });
    }
  }

  async function search(words) {
    behind.timer = 0;
    let answer = null;
    try {
      const body = new URLSearchParams({ text: words });
      const signal = AbortSignal.timeout(4000);
      answer = await fetch(page.dataset.search, { method: "POST", body, redirect: "manual", signal });
      answer = answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
    } catch {
      answer = null; // whoever is known from before stays
    }
    if (words !== typed().join(" ")) {
      return;
    }
    behind.known = answer !== null;
    if (answer) {
      behind.lines = [...answer.querySelectorAll("li")].map((line) => document.adoptNode(line));
      behind.lines.forEach((line) => (line.dataset.behind = ""));
    }
    filter();
  }

  function searchSoon(words, ms) {
    if (words !== behind.words) {
      clearTimeout(behind.timer);
      Object.assign(behind, { lines: [], known: null, timer: 0, words });
    }
    if (words && part("more") && page.dataset.search) {
      behind.timer ||= setTimeout(search, ms, words);
    } else {
      Object.assign(behind, { lines: [], known: true });
    }
  }

  function filter() {
    const field = part("search");
    if (!field) {
      return;
    }
    field.closest("label").hidden = false;
    append();
    const wanted = typed();
    let found = 0;
    for (const line of lines()) {
      const panel = line.querySelector("#chosen");
      const text = plain([...line.children].filter((child) => child !== panel).map((child) => child.textContent).join(" "));
      line.hidden = !wanted.every((word) => text.includes(word));
      found += line.hidden ? 0 : 1;
    }
    const isEmpty = wanted.length > 0 && found === 0;
    part("search-none").hidden = !isEmpty || behind.known !== true;
    if (part("search-unknown")) {
      part("search-unknown").hidden = !isEmpty || behind.known !== false;
    }
  }

  page.addEventListener("input", (event) => {
    if (event.target.id === "search") {
      searchSoon(typed().join(" "), 150);
      filter();
    }
  });
  page.addEventListener("keydown", (event) => {
    if (event.target.id === "search" && event.key === "Escape" && event.target.value) {
      event.preventDefault();
      event.stopPropagation();
      event.target.value = "";
      searchSoon("", 0);
      filter();
    }
  });

  // One hint for each state, until it was read or its keys were used a few times: what is newest on the page first.

  const OFTEN = 3;

  function hints() {
    if (!hint) {
      return;
    }
    const at = part("desk").dataset.at;
    const state = [
      document.querySelector(".leaving") && "leave",
      chosen && "line",
      at === "" && document.querySelector(".parked") && "parked",
      at === "" ? "free" : at.split("-")[0],
    ].find((state) => state && Number(localStorage.getItem(`hint-${state}`) || 0) < OFTEN);
    hint.hidden = !state;
    if (!state) {
      return;
    }
    hint.dataset.state = state;
    const text = hint.querySelector("span");
    if (text.textContent !== hint.dataset[state]) {
      text.textContent = hint.dataset[state];
    }
  }

  function learned(state, times) {
    const before = Number(localStorage.getItem(`hint-${state}`) || 0);
    localStorage.setItem(`hint-${state}`, String(before + times));
    hints();
  }

  if (hint) {
    hint.querySelector("button").addEventListener("click", () => learned(hint.dataset.state, OFTEN));
    page.addEventListener("submit", (event) => {
      if (event.target.matches(".desk__work [data-live=press]")) {
        learned(hint.dataset.state, 1);
      }
    });
  }

  // Escape closes what was opened below a line.
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && chosen && !event.defaultPrevented) {
      event.preventDefault();
      choose("");
    }
  });

  function shown() {
    append();
    place();
    searchSoon(typed().join(" "), 1000);
    filter();
    hints();
  }

  document.addEventListener("desk:shown", (event) => {
    // Something that was chosen below a line is no choice any more: what was open there closes, as a panel does.
    if (event.detail.some((field) => field.closest("#chosen"))) {
      chosen = "";
    }
    shown();
  });
  const open = part("chosen");
  chosen = open && !open.hidden ? open.closest("li")?.dataset.visit || "" : "";
  shown();
})();

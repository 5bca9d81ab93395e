// The keys of the desk. Each is named by what it presses: a button, or the head of a panel that it opens.
"use strict";

(() => {
  const ALARM = "F8";
  const SPACE = "Space"; // the big key's usual one; a browser can set another, also that of a USB button
  const page = document.getElementById("desk-page");
  if (!page) {
    return;
  }
  const letters = document.getElementById("letters");
  const chooser = document.getElementById("next-key");
  const choose = chooser.querySelector("button");
  const whose = chooser.querySelector("select");
  const shownKey = chooser.querySelector("kbd");
  const spaceBar = shownKey.textContent;

  const ownKeys = read(); // by the usual key the one that was set instead
  let choosing = false;
  let byKey = false; // whether the open panel was opened by its letter, from wherever the focus was

  function read() {
    try {
      return JSON.parse(localStorage.getItem("own-keys")) ?? {};
    } catch {
      return {}; // nothing is kept, or something that nobody can read
    }
  }

  const keyOf = (usual) => ownKeys[usual] ?? usual;
  const label = (key) => (key === SPACE ? spaceBar : key);
  const desk = () => document.getElementById("desk");
  const nameOf = (key) => (key === " " ? SPACE : key.length === 1 ? key.toUpperCase() : key);
  const named = () => [...desk().querySelectorAll("[data-key]")];

  function wanted(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) {
      return null;
    }
    const name = nameOf(event.key);
    const target = event.target;
    const isTyping = target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
    if (isTyping && name !== "Escape") {
      return null;
    }
    // Who moves about by keyboard presses what has the focus; a mouse leaves the focus behind unseen.
    const chosen = target.closest("a, button, summary, input");
    const presses = event.key === "Enter" || (event.key === " " && chosen && !chosen.matches("a"));
    if (chosen && chosen.matches(":focus-visible") && presses) {
      return null;
    }
    if (name.length === 1 && name !== keyOf(SPACE) && !letters.checked) {
      return null;
    }
    return named().find((key) => keyOf(key.dataset.key) === name && !key.closest("[hidden]")) || null;
  }

  /** Opens or closes a panel. Open, its first field has the focus; closed, what had it before. */
  function turn(head) {
    const panel = head.closest("details");
    panel.open = !panel.open;
    if (panel.open) {
      byKey = document.activeElement !== head;
      panel.querySelector("select, input:not([type=hidden]), button").focus();
    } else if (byKey) {
      document.activeElement.blur();
    } else {
      head.focus();
    }
  }

  /** Escape closes the panel that is open, where nothing else is to be closed. */
  function closed() {
    const open = desk().querySelector("details[open]");
    if (open) {
      turn(open.querySelector("summary"));
    }
    return Boolean(open);
  }

  document.addEventListener("keydown", (event) => {
    if (event.key === ALARM) {
      choose.blur(); // a key of its own, see the call for help
      return;
    }
    if (choosing) {
      chosen(event);
      return;
    }
    if (event.repeat && (event.key === " " || event.key === "Enter") && event.target.closest("button")) {
      event.preventDefault(); // a key that is held down is one press
      return;
    }
    const key = wanted(event);
    if (key) {
      event.preventDefault();
      // The hand has left what it looked at: the next Enter is the desk's, not that of a line in the list.
      const left = document.activeElement;
      if (left && left.matches("a, button, summary")) {
        left.blur();
      }
      if (key.matches("summary")) {
        turn(key);
      } else if (key.matches("input")) {
        key.focus();
      } else {
        key.form.requestSubmit(key);
      }
    } else if (event.key === "Escape" && closed()) {
      event.preventDefault();
    } else if (event.key === " " && event.target === document.body) {
      event.preventDefault(); // the page does not jump when nothing is to be pressed
    }
  });

  // Letter keys can be switched off (WCAG 2.1.4), and each key can be another one; this browser remembers it.

  function shown() {
    for (const key of named()) {
      const own = keyOf(key.dataset.key);
      const rests = own.length === 1 && own !== keyOf(SPACE) && !letters.checked;
      if (rests) {
        key.removeAttribute("aria-keyshortcuts");
      } else {
        key.setAttribute("aria-keyshortcuts", own);
      }
      const sign = (key.closest("label") ?? key).querySelector("[data-letter], [data-next]");
      if (sign) {
        sign.textContent = label(own);
        sign.hidden = rests;
      }
    }
    shownKey.textContent = label(keyOf(whose.value));
  }

  function chosen(event) {
    const name = nameOf(event.key);
    if (["Shift", "Control", "Alt", "AltGraph", "Meta", "Tab"].includes(name)) {
      return;
    }
    event.preventDefault();
    choosing = false;
    choose.textContent = choose.dataset.name;
    const others = [...whose.options].map((option) => option.value).filter((usual) => usual !== whose.value);
    if (["Enter", "Escape", ALARM, "ArrowUp", "ArrowDown", ...others.map(keyOf)].includes(name)) {
      choose.textContent = choose.dataset.taken;
      return;
    }
    ownKeys[whose.value] = name;
    localStorage.setItem("own-keys", JSON.stringify(ownKeys));
    shown();
  }

  choose.dataset.name = choose.textContent;
  choose.addEventListener("click", () => {
    choosing = true;
    choose.textContent = choose.dataset.press;
  });
  choose.addEventListener("blur", () => {
    choosing = false;
    choose.textContent = choose.dataset.name;
  });

  letters.closest("label").hidden = false;
  chooser.hidden = false;
  letters.checked = localStorage.getItem("letters") !== "off";
  letters.addEventListener("change", () => {
    localStorage.setItem("letters", letters.checked ? "on" : "off");
    shown();
  });
  whose.addEventListener("change", shown);
  document.addEventListener("desk:shown", shown);
  shown();
})();

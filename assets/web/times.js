// Renews the free times while the page is open. Without this script the page shows them as they were when it was loaded.
"use strict";
(() => {
  const live = document.getElementById("live");
  const said = document.getElementById("live-said");
  const address = live.dataset.stream;
  let source = null;
  let day = null;

  // What has the focus is found again by where it leads, or what it chooses.
  const leads = (element) => element.value || element.getAttribute("href") || element.tagName;
  const keyOf = (element) => `${element.className} ${element.getAttribute("formaction")} ${leads(element)}`;

  function show(told) {
    const held = live.contains(document.activeElement) ? document.activeElement : null;
    const key = held && keyOf(held);
    const isOpen = live.querySelector("details")?.open;
    live.innerHTML = told.html;
    const details = live.querySelector("details");
    if (details && isOpen !== undefined) details.open = isOpen;
    if (held) {
      const all = [...live.querySelectorAll("a, button, summary")];
      const same = all.find((element) => keyOf(element) === key);
      const heading = live.querySelector("#times h2, #month");
      heading?.setAttribute("tabindex", "-1");
      (same ?? heading)?.focus({ preventScroll: true });
    }
    if (day !== null && day !== told.day) {
      // A text that is the same again is not heard again.
      said.textContent = "";
      setTimeout(() => {
        said.textContent = said.dataset.said;
      }, 100);
    }
    day = told.day;
  }

  function follow() {
    if (document.visibilityState !== "visible") {
      source?.close();
      source = null;
      return;
    }
    if (source) return;
    source = new EventSource(address);
    source.addEventListener("times", (event) => show(JSON.parse(event.data)));
  }

  document.addEventListener("visibilitychange", follow);
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    source = null;
    follow();
  });
  follow();
})();

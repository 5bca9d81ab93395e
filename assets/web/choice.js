// Choosing services: numbers, sum and search change without a new page. Each key works without this script, too: then the
// server answers with the page as it is after the press.
"use strict";
(() => {
  const form = document.getElementById("choice");
  const { services, q: typed } = form.elements;
  const rows = [...form.querySelectorAll("[data-service]")];
  const chosen = new Map();
  for (const part of services.value.split(",").filter(Boolean)) {
    const [service, count] = part.split(":");
    chosen.set(service, Number(count));
  }

  // Only the newest answer is shown.
  let newest = 0;
  let wait = 0;

  function asked() {
    const only = typed.value.trim() ? "" : (form.elements.only?.value ?? "");
    return { services: services.value, q: typed.value.trim(), only };
  }

  async function tell() {
    const mine = ++newest;
    const address = new URL(form.dataset.choice, location.href);
    for (const [name, value] of Object.entries(asked())) address.searchParams.set(name, value);
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.statusText);
      const said = await answer.json();
      if (mine === newest) show(said);
    } catch {
      // Without an answer nothing wrong is said; the next page adds up by itself.
      if (mine === newest) document.getElementById("sum").textContent = "";
    }
  }

  function show(said) {
    for (const row of rows) row.hidden = !said.shown.includes(row.dataset.service);
    for (const group of form.querySelectorAll(".group")) {
      group.hidden = !group.querySelector("[data-service]:not([hidden])");
    }
    document.getElementById("found").textContent = said.found;
    const none = document.getElementById("none");
    if (none) none.hidden = said.shown.length > 0;
    document.getElementById("all").hidden = !(typed.value.trim() || form.elements.only);
    document.getElementById("sum").textContent = said.sum;
  }

  // The address says what is chosen, so that going back, reloading and another language keep it.
  function remember() {
    for (const link of document.querySelectorAll("a.keeps, a[hreflang]")) {
      const address = new URL(link.href);
      address.searchParams.set("services", services.value);
      link.href = address;
    }
    const here = new URL(form.dataset.page, location.href);
    for (const [name, value] of Object.entries(asked())) if (value) here.searchParams.set(name, value);
    history.replaceState(null, "", here);
  }

  function count(row, change) {
    const service = row.dataset.service;
    const most = Number(row.dataset.most);
    const now = Math.min(most, Math.max(0, (chosen.get(service) ?? 0) + change));
    if (now > 0) chosen.set(service, now);
    else chosen.delete(service);
    services.value = [...chosen].map((pair) => pair.join(":")).join(",");
    const take = row.querySelector(".service__take");
    const stepper = row.querySelector(".stepper");
    const [less, more] = stepper.querySelectorAll("button");
    take.hidden = now > 0;
    stepper.hidden = now === 0;
    more.disabled = now >= most;
    stepper.querySelector(".stepper__count").textContent = now;
    row.classList.toggle("service--chosen", now > 0);
    if (now === 0) take.focus();
    else if (change > 0) (more.disabled ? less : more).focus();
    remember();
    tell();
  }

  form.addEventListener("click", (event) => {
    const key = event.target.closest("button[name]");
    if (!key) return;
    event.preventDefault();
    count(key.closest("[data-service]"), key.name === "plus" ? 1 : -1);
  });

  typed.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      remember();
      tell();
    }, 150);
  });
})();

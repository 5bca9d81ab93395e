// Keeps the page of a display and what it needs, so that a panel that is switched on before the lobby shows what it waits
// for, and goes on by itself. No call is kept: those come from the lobby alone.
"use strict";

const NAME = "foyer display";
const PATIENCE_MS = 4000;
const FILE = /(?:href|src)="(\/assets\/[^"]+)"/g;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

function patience() {
  const controller = new AbortController();
  setTimeout(() => controller.abort(), PATIENCE_MS);
  return controller.signal;
}

async function keep(answer) {
  const page = await answer.clone().text();
  const cache = await caches.open(NAME);
  if (!page.includes("data-page=")) {
    await caches.delete(NAME); // no longer enrolled
    return;
  }
  const files = [...page.matchAll(FILE)].map(([, file]) => new URL(file, location.origin).href);
  const kept = (await cache.keys()).map(({ url }) => url);
  await cache.addAll(files.filter((file) => !kept.includes(file)));
  await Promise.all(kept.filter((url) => url.includes("/assets/") && !files.includes(url)).map((url) => cache.delete(url)));
  await cache.put("/display", answer);
}

async function page(request) {
  try {
    const answer = await fetch(request, { signal: patience() });
    if (answer.ok) {
      await keep(answer.clone()).catch(() => {}); // a browser that keeps nothing
    }
    if (answer.status < 500) {
      return answer;
    }
  } catch {
    // The lobby is not there yet.
  }
  return (await caches.match("/display")) ?? fetch(request);
}

addEventListener("message", (event) => {
  if (event.data === "keep") {
    event.waitUntil(fetch("/display").then((answer) => (answer.ok ? keep(answer) : null)));
  }
});

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) {
    return;
  }
  if (pathname.startsWith("/assets/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  } else if (request.mode === "navigate" && pathname === "/display") {
    event.respondWith(page(request));
  }
});

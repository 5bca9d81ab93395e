// Shows the emergency sheet where the lobby does not answer a desk that is opened or loaded again, and nothing else.
// The desk's own script keeps the sheet, and takes it away when somebody signs off.
"use strict";

const KEPT = "/desk/kept";
const PATIENCE_MS = 8_000;
const DEAD = [502, 503, 504]; // what a proxy says in the place of a lobby that is gone

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

async function desk(request) {
  const late = new Promise((_, refuse) => setTimeout(refuse, PATIENCE_MS));
  let answer = null;
  try {
    answer = await Promise.race([fetch(request), late]);
  } catch {
    // The sheet stands in for what did not come.
  }
  if (answer && !DEAD.includes(answer.status)) return answer;
  return (await caches.match(KEPT)) ?? answer ?? Response.error();
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(desk(request));
});

// Shows the ticket's page where there is no network: the page as it was loaded last, its styles and its script, and
// nothing else. The page itself puts in what it heard since. All of it goes with the visit.
"use strict";

const NAME = "foyer ticket";
const PATIENCE_MS = 4_000;
const OVER = /data-state="(finished|cancelled|unserved)"/;

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));

addEventListener("message", (event) => {
  const { keep, files, forget } = event.data;
  if (keep) event.waitUntil(kept(keep, files));
  if (forget) event.waitUntil(forgotten(forget));
});

async function kept(page, files) {
  const cache = await caches.open(NAME);
  await cache.addAll(files);
  await fresh(new Request(page));
  const old = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith("/assets/") && !files.includes(url));
  await Promise.all(old.map((request) => cache.delete(request)));
}

// The page as it came, and when: it tells its age itself. One of a visit that is over is not kept.
async function put(request, answer) {
  const html = await answer.text();
  if (OVER.test(html)) {
    await forgotten(new URL(request.url).pathname);
    return;
  }
  const named = ["content-type", "content-security-policy"].map((name) => [name, answer.headers.get(name) ?? ""]);
  const page = html.replace('data-kept=""', `data-kept="${Date.now()}"`);
  const cache = await caches.open(NAME);
  await cache.put(request.url, new Response(page, { headers: named }));
}

// The last ticket takes styles and script with it. The worker itself stays, and knows nothing: one that goes while the
// next page is on its way takes that along.
async function forgotten(path) {
  const cache = await caches.open(NAME);
  await cache.delete(path, { ignoreSearch: true });
  const left = await cache.keys();
  if (left.some((request) => new URL(request.url).pathname.startsWith("/t/"))) return;
  await caches.delete(NAME);
}

async function fresh(request) {
  const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
  try {
    if (answer.ok) await put(request, answer.clone());
    else if (answer.status < 500) await forgotten(new URL(request.url).pathname);
  } catch {
    // A browser that keeps nothing, or another page has just forgotten all: the page is shown all the same.
  }
  return answer;
}

async function page(request) {
  try {
    return await fresh(request);
  } catch {
    const kept = (await caches.match(request)) ?? (await caches.match(request, { ignoreSearch: true }));
    return kept ?? fetch(request); // with the browser's own patience
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== location.origin) return;
  if (pathname.startsWith("/assets/")) event.respondWith(file(request));
  else if (request.mode === "navigate") event.respondWith(page(request));
});

// Pressed on the message of a call: the page that is open comes to the front.
addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(
    clients.matchAll({ type: "window" }).then((open) => open.find((one) => one.url.includes("/t/"))?.focus()),
  );
});

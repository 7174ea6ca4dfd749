/* global self, caches, fetch, setTimeout, URL, VERSION, FILES */
// Keeps the browser app itself on the phone, so that a ticket opens at a door without a network. What the app shows, it
// keeps by itself; nothing of the API passes through here. The build puts VERSION and FILES before these lines.
const CACHE = `quality-month-${VERSION}`;
const PATIENCE_MS = 3000;

// All or nothing. A newer copy waits until no window uses the old one, whose parts would be gone from the server.
self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('quality-month-') && name !== CACHE)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

/** The server's page if it comes soon, so that a new release is seen at once; else the kept one. */
async function page(request) {
  const kept = await caches.match('/', { cacheName: CACHE });
  const fresh = fetch(request);
  if (kept === undefined) return fresh;
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.then((answer) => (answer.ok ? answer : kept)).catch(() => kept), late]);
}

/** Files that are named by their content never change. */
async function file(request, path) {
  return (await caches.match(path, { cacheName: CACHE })) ?? fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !FILES.includes(pathname)) return;
  event.respondWith(pathname === '/' ? page(request) : file(request, pathname));
});

/* global self, caches, fetch, URL, VERSION, FILES */
// Keeps the page of the door on the device, so that it starts without a network. Nothing of the API passes through here.
// The build puts VERSION and FILES before these lines.
const CACHE = `door-${VERSION}`;
const PAGE = '/door/';

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

// Only the door's own copies: the app for citizens keeps others here.
self.addEventListener('activate', (event) => {
  const isOld = (name) => name.startsWith('door-') && name !== CACHE;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || !FILES.includes(pathname)) return;
  const kept = caches.match(pathname, { cacheName: CACHE });
  // A page that is open during an event never waits for a network; a release is there at the next start.
  event.respondWith(kept.then((answer) => answer ?? fetch(pathname === PAGE ? PAGE : request)));
});

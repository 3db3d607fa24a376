// In place of the service worker, for a site that is no longer to be kept: takes away what the one
// before has kept, and then itself.
const PREFIX = `atlas ${new URL(self.registration.scope).pathname} `;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  ),
);

// Replaces the service worker to end offline use: deletes its caches, then unregisters itself.
const PREFIX = `atlas ${new URL(self.registration.scope).pathname} `;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) =>
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith(PREFIX)).map((name) => caches.delete(name))))
      .then(() => self.registration.unregister()),
  ),
);

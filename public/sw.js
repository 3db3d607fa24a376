// The service worker: keeps what one build of the site consists of, so that all of it works with the
// network gone. The build fills in its list. A version is kept whole or not at all, and a page only
// ever meets files of its own version: all but a few lie in a folder named by what they hold.
const LIST = __LIST__;

const scope = new URL(self.registration.scope);
const PREFIX = `atlas ${scope.pathname} `;
const KEPT = `${PREFIX}${LIST.name}`;
// Portfolios change without the site: each is asked for anew, and its last copy is kept.
const PORTFOLIOS = `${PREFIX}portfolios`;
const MOST_PORTFOLIOS = 20;
// A network may take a request and never answer, in a train for instance.
const PATIENCE = 5_000;
const hashes = new Map(LIST.files.map(([path, hash]) => [new URL(path, scope).href, hash]));
const portfolio = new URL("portfolio.json", scope).href;

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const versions = async () => (await ownCaches()).filter((name) => name !== PORTFOLIOS);

/** A copy of an answer that may stand for a page: browsers refuse one that was led elsewhere. */
async function plain(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

async function install() {
  const before = await versions();
  const cache = await caches.open(KEPT);
  try {
    await Promise.all(
      [...hashes].map(async ([url, hash]) => {
        // What is named by what it holds may be there already, unless it lies damaged in the
        // browser's cache; a page is always fetched.
        const get = (cache) => fetch(url, { integrity: hash, cache });
        const response = await (url.includes("/v/") ? get("default").catch(() => get("reload")) : get("no-cache"));
        if (!response.ok) throw new Error(`${response.status} for ${url}`);
        await cache.put(url, await plain(response));
      }),
    );
    if (!(await (await caches.open(PORTFOLIOS)).match(portfolio))) await keep(await fetch(portfolio, { cache: "no-cache" }), portfolio);
  } catch (why) {
    // Half a version is none: the one before goes on.
    if (!before.includes(KEPT)) await caches.delete(KEPT);
    throw why;
  }
}

const others = async () => (await versions()).filter((name) => name !== KEPT);

/**
 * Versions before this one go once no page is open that could be of theirs, and still ask for its
 * files. One that waits to take over stays: it clears up itself when it does.
 */
async function clearUp() {
  const { installing, waiting } = self.registration;
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  // Beside the site there may be others on the same host.
  const open = windows.some(({ url }) => url.startsWith(scope.href));
  if (installing || waiting || open) return;
  await Promise.all((await others()).map((name) => caches.delete(name)));
}

async function activate() {
  await clearUp();
  // On the very first visit there is no other version that the open page could be of.
  if ((await others()).length === 0) await self.clients.claim();
}

/** Keeps a copy of a portfolio, with the time it came. */
async function keep(response, url) {
  // Servers under repair answer everything with a page.
  if (!response.ok || response.headers.get("content-type")?.includes("html")) return;
  const headers = new Headers(response.headers);
  headers.set("x-atlas-kept", new Date().toISOString());
  // The body comes decoded.
  headers.delete("content-encoding");
  headers.delete("content-length");
  const copy = new Response(await response.blob(), { headers });
  const cache = await caches.open(PORTFOLIOS);
  await cache.put(url, copy);
  // An address that differs each time would fill the store; the oldest go, the site's own stays.
  const elsewhere = (await cache.keys()).filter((request) => request.url !== portfolio);
  await Promise.all(elsewhere.slice(0, -MOST_PORTFOLIOS).map((request) => cache.delete(request)));
}

/** Whether it is one of the site's own pages that asks: others of the same host are left alone. */
async function isOwn(clientId) {
  const { origin, pathname } = new URL((await self.clients.get(clientId))?.url ?? "about:blank");
  return hashes.has(origin + pathname) || origin + pathname === `${scope.href}index.html`;
}

/** From the network; from what was kept, where that gives nothing or keeps a visitor waiting. */
async function freshPortfolio({ request, clientId }) {
  if (!(await isOwn(clientId))) return fetch(request);
  // What follows the “?” may say which portfolio it is; of the site’s own there is one.
  const { origin, pathname, search } = new URL(request.url);
  const url = origin + pathname === portfolio ? portfolio : origin + pathname + search;
  const kept = await caches.open(PORTFOLIOS).then((cache) => cache.match(url)).catch(() => undefined);
  const fresh = fetch(request).then(async (response) => {
    if (response.status >= 500) return kept ?? response;
    // It may break off half-way.
    if (kept) await response.clone().arrayBuffer();
    // Storage may be full or refused: what was fetched is there all the same.
    keep(response.clone(), url).catch(() => {});
    return response;
  });
  if (!kept) return fresh;
  const patience = new Promise((then) => setTimeout(then, PATIENCE, kept));
  return Promise.race([fresh.catch(() => kept), patience]);
}

/** From this version, or from the one before, whose pages may still be open. */
async function fromCache(url) {
  try {
    const own = await (await caches.open(KEPT)).match(url);
    if (own || !url.includes("/v/")) return own;
    for (const name of await versions()) {
      const found = await (await caches.open(name)).match(url);
      if (found) return found;
    }
  } catch {
    // Storage is refused: there is still the network.
  }
  return undefined;
}

async function page(request, url) {
  const path = url.pathname.slice(scope.pathname.length);
  const known = path === "" || path === "index.html" ? scope.href : url.origin + url.pathname;
  const kept = hashes.has(known) && (await fromCache(known));
  if (kept) return kept;
  try {
    return await fetch(request);
  } catch (why) {
    // The written pages are not kept, but what they tell is in the explorer.
    if (path === "projects" || path === "projects/" || path === "projects/index.html") return Response.redirect(scope.href);
    const id = /^projects\/([^/]+)\/?(index\.html)?$/.exec(path)?.[1];
    if (id) return Response.redirect(`${scope.href}?project=${id}`);
    throw why;
  }
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", ({ data }) => {
  if (data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const url = new URL(request.url);
  if (request.mode === "navigate") {
    if (url.href.startsWith(scope.href)) event.respondWith(clearUp().catch(() => {}).then(() => page(request, url)));
    return;
  }
  const plainUrl = url.origin + url.pathname;
  if (hashes.has(plainUrl) || (url.href.startsWith(`${scope.href}v/`) && url.origin === scope.origin)) {
    // A second try asks past every copy that may lie damaged.
    if (url.search) return;
    event.respondWith(fromCache(plainUrl).then((kept) => kept ?? fetch(request)));
    return;
  }
  // The loader asks for portfolios in this way, and for nothing else.
  if (request.destination === "" && request.cache === "no-cache" && !url.search.includes("atlas-not-kept")) event.respondWith(freshPortfolio(event));
});

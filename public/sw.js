// The service worker: saves the files of one build, which fills in the list. A version is saved
// completely or not at all, and a page only gets files of its own version.
const LIST = __LIST__;

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const scope = new URL(worker.registration.scope);
const PREFIX = `atlas ${scope.pathname} `;
const CACHE = `${PREFIX}${LIST.name}`;
// Portfolios change without the site: each is fetched again, and its last copy is saved.
const PORTFOLIOS = `${PREFIX}portfolios`;
const MAX_PORTFOLIOS = 20;
// In ms: a network may accept a request and never answer, for example on a train.
const TIMEOUT = 5_000;
const hashes = new Map(LIST.files.map(([path, hash]) => [new URL(path, scope).href, hash]));
const portfolio = new URL("portfolio.json", scope).href;

const ownCaches = async () => (await caches.keys()).filter((name) => name.startsWith(PREFIX));
const versions = async () => (await ownCaches()).filter((name) => name !== PORTFOLIOS);

/**
 * A copy without redirects: browsers refuse a redirected response for a page.
 * @param {Response} response
 */
async function withoutRedirects(response) {
  if (!response.redirected) return response;
  return new Response(await response.blob(), { headers: response.headers });
}

async function install() {
  const before = await versions();
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(
      [...hashes].map(async ([url, hash]) => {
        // Files named by their hash may come from the browser’s cache, unless damaged; pages not.
        /** @param {RequestCache} cache */
        const request = (cache) => fetch(url, { integrity: hash, cache });
        const response = await (url.includes("/v/")
          ? request("default").catch(() => request("reload"))
          : request("no-cache"));
        if (!response.ok) throw new Error(`${response.status} for ${url}`);
        await cache.put(url, await withoutRedirects(response));
      }),
    );
    if (!(await (await caches.open(PORTFOLIOS)).match(portfolio)))
      await savePortfolio(await fetch(portfolio, { cache: "no-cache" }), portfolio);
  } catch (error) {
    if (!before.includes(CACHE)) await caches.delete(CACHE);
    throw error;
  }
}

const otherVersions = async () => (await versions()).filter((name) => name !== CACHE);

// Deletes earlier versions once no open page can need their files. A waiting version stays, and
// does this itself when it takes over.
async function deleteOldVersions() {
  const { installing, waiting } = worker.registration;
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  // Other sites may be on the same host.
  const open = windows.some(({ url }) => url.startsWith(scope.href));
  if (installing || waiting || open) return;
  await Promise.all((await otherVersions()).map((name) => caches.delete(name)));
}

async function activate() {
  await deleteOldVersions();
  // On the first visit, the open page can only be of this version.
  if ((await otherVersions()).length === 0) await worker.clients.claim();
}

/**
 * @param {Response} response
 * @param {string} url
 */
async function savePortfolio(response, url) {
  // Servers under maintenance answer every request with a page.
  if (!response.ok || response.headers.get("content-type")?.includes("html")) return;
  const headers = new Headers(response.headers);
  headers.set("x-atlas-kept", new Date().toISOString());
  // The body is already decoded.
  headers.delete("content-encoding");
  headers.delete("content-length");
  const copy = new Response(await response.blob(), { headers });
  const cache = await caches.open(PORTFOLIOS);
  await cache.put(url, copy);
  // URLs that differ each time would fill the storage: the oldest go, the site’s own stays.
  const elsewhere = (await cache.keys()).filter((request) => request.url !== portfolio);
  await Promise.all(elsewhere.slice(0, -MAX_PORTFOLIOS).map((request) => cache.delete(request)));
}

/**
 * Whether the request comes from one of the site’s own pages; others on the host are left alone.
 * @param {string} clientId
 */
async function isFromOwnPage(clientId) {
  const { origin, pathname } = new URL((await worker.clients.get(clientId))?.url ?? "about:blank");
  return hashes.has(origin + pathname) || origin + pathname === `${scope.href}index.html`;
}

/**
 * From the network, or from the saved copy if the network fails or is slow.
 * @param {FetchEvent} event
 */
async function fetchPortfolio({ request, clientId }) {
  if (!(await isFromOwnPage(clientId))) return fetch(request);
  // A query may identify a portfolio; the site’s own has none.
  const { origin, pathname, search } = new URL(request.url);
  const url = origin + pathname === portfolio ? portfolio : origin + pathname + search;
  const saved = await caches
    .open(PORTFOLIOS)
    .then((cache) => cache.match(url))
    .catch(() => undefined);
  const fresh = fetch(request).then(async (response) => {
    if (response.status >= 500) return saved ?? response;
    // The connection may break off half-way.
    if (saved) await response.clone().arrayBuffer();
    // Storage may be full or refused; the response is used all the same.
    savePortfolio(response.clone(), url).catch(() => {});
    return response;
  });
  if (!saved) return fresh;
  const timeout = new Promise((then) => setTimeout(then, TIMEOUT, saved));
  return Promise.race([fresh.catch(() => saved), timeout]);
}

/**
 * From this version, or from an earlier one whose pages may still be open.
 * @param {string} url
 */
async function fromCache(url) {
  try {
    const own = await (await caches.open(CACHE)).match(url);
    if (own || !url.includes("/v/")) return own;
    for (const name of await versions()) {
      const found = await (await caches.open(name)).match(url);
      if (found) return found;
    }
  } catch {
    // Storage is refused; the network remains.
  }
  return undefined;
}

/**
 * @param {Request} request
 * @param {URL} url
 */
async function fetchPage(request, url) {
  const path = url.pathname.slice(scope.pathname.length);
  const address = path === "" || path === "index.html" ? scope.href : url.origin + url.pathname;
  const saved = hashes.has(address) && (await fromCache(address));
  if (saved) return saved;
  try {
    return await fetch(request);
  } catch (error) {
    // Prerendered pages are not saved, but the explorer shows the same.
    if (path === "projects" || path === "projects/" || path === "projects/index.html")
      return Response.redirect(scope.href);
    const id = /^projects\/([^/]+)\/?(index\.html)?$/.exec(path)?.[1];
    if (id) return Response.redirect(`${scope.href}?project=${id}`);
    throw error;
  }
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", ({ data }) => {
  if (data === "take over") worker.skipWaiting();
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range")) return;
  const url = new URL(request.url);
  if (request.mode === "navigate") {
    if (url.href.startsWith(scope.href))
      event.respondWith(
        deleteOldVersions()
          .catch(() => {})
          .then(() => fetchPage(request, url)),
      );
    return;
  }
  const address = url.origin + url.pathname;
  if (hashes.has(address) || (url.href.startsWith(`${scope.href}v/`) && url.origin === scope.origin)) {
    // A second try bypasses copies that may be damaged.
    if (url.search) return;
    event.respondWith(fromCache(address).then((saved) => saved ?? fetch(request)));
    return;
  }
  // Only the loader requests like this, and only portfolios.
  if (request.destination === "" && request.cache === "no-cache" && !url.search.includes("atlas-not-kept"))
    event.respondWith(fetchPortfolio(event));
});

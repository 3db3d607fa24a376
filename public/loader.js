// Opens an atlas for main.js and embed.js: fetches the program and the portfolio, shows progress and
// reports failures. Separate from the program, so that it works when the program does not.

// In the order of the last lines of each language file, which replace them.
const ENGLISH = {
  loading: "Loading projects…",
  failed: "The projects could not be loaded.",
  stalled: "Loading has stalled. It will resume when your connection returns.",
  broken: "Something went wrong. Reload the page to continue; your filters are kept.",
  again: "Try again",
  program: "the app",
  noWebAssembly: "WebAssembly is not supported",
  noAnswer: "no response, or the connection was interrupted",
  status: "the server returned {status}",
  refused: "your browser could not run it ({reason})",
  altered: "the file does not match the published version",
  failure: "{name}: {reason}.",
  readable: "The interactive explorer could not be loaded. You can still read the projects below.",
  notShared: "no response, or the other site does not allow access to this file. Its server has to send “Access-Control-Allow-Origin: *”; where that is not possible, show the projects in an iframe",
  notServed: "this is not a valid web address",
  kept: "You are offline. Showing projects saved on {date}.",
  update: "A new version is available.",
  show: "Update",
  later: "Later",
  dismiss: "Dismiss",
};
const LANGUAGES = ["en", "fr", "de", "es", "ar", "mk"];
// In ms: longer than pauses on slow phone networks, shorter than a visitor’s patience.
const STALLED_AFTER = 10_000;
const GIVEN_UP_AFTER = 60_000;
// In ms, from the page being ready until it is saved for offline use.
const REST = 3_000;
// In place of an HTTP status.
const DAMAGED = 1;
const PROGRAM = "project-atlas_bg.wasm";
// Files with the start of their SHA-256 in base64; style sheets, which browsers check, with all of it.
const HASHES = __HASHES__;

const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

/** The supported language for a tag such as `fr-CH`, or undefined. */
export const known = (tag) => LANGUAGES.find((code) => code === tag?.split(/[-_]/)[0].toLowerCase());

export const browserLanguage = () => navigator.languages.map(known).find(Boolean) ?? "en";

export const withQuery = (url, query) => (query ? `${url}?${query}` : url);

/** Whether a file matches the build. Without https, browsers cannot hash, and it is assumed to. */
async function isAsBuilt(name, bytes) {
  const digest = await crypto.subtle?.digest("SHA-256", bytes);
  return !digest || btoa(String.fromCharCode(...new Uint8Array(digest))).startsWith(HASHES[name]);
}

// All atlases of a page share one program, which is compiled and started once.
const compiled = new Map();
const programs = new WeakMap();

/** Starts the program of a script (`project-atlas.js`) with its compiled code. */
function startProgram(script, module) {
  if (!programs.has(script)) {
    const starting = script.default({ module_or_path: module });
    programs.set(script, { exports: starting, chunks: new Map() });
    starting.catch(() => programs.delete(script));
  }
  return programs.get(script);
}

/**
 * The page around an atlas, as `main.js` and `embed.js` describe it.
 * @typedef {object} Surroundings
 * @property {Document | ShadowRoot} root The document or shadow root with the atlas.
 * @property {HTMLElement} mountPoint The element it is drawn in.
 * @property {HTMLElement} frame The element with its language, direction and theme.
 * @property {HTMLElement} outside The element for messages beside the atlas.
 * @property {URL | string} portfolio The portfolio’s URL, or the invalid text given as one.
 * @property {Promise<Response> | false} [response] The portfolio, if it has been requested already.
 * @property {string} language The initial language; `ownLanguage` is the visitor’s, regardless of the address.
 * @property {string} ownLanguage
 * @property {string} address The initial query, in the form of an address.
 * @property {(address: string, isNew: boolean) => void} write Called with each new query.
 * @property {(address: string) => string} link Returns a link to a query.
 * @property {(theme: string) => void} setTheme
 * @property {(title: string) => void} setTitle
 * @property {(address: string, count: number) => void} [reportResults] Called with each query and its number of results.
 * @property {(state: "loading" | "ready" | "failed") => void} setState
 * @property {(url: string, hash: string) => Promise<void>} addSheet Loads a style sheet; `sheets` is the folder of those to use.
 * @property {string} sheets
 * @property {() => void} retry Opens the atlas again.
 * @property {string} [home] The folder the site was published in, if not the page’s own.
 * @property {boolean} ownPage Whether the atlas has a page to itself.
 * @property {string} [facets] The keys of the facets to show, separated by commas.
 * @property {Promise<object>} [script] The program’s script as a module, if the page has loaded it.
 * @property {boolean} isRetry Whether this is a second try, which bypasses caches.
 */

/**
 * What the program needs to open an atlas (`LoaderHost` in `src/host/browser.rs`): the surroundings, and
 * what the loader adds. The callbacks get `null` instead of content, and an HTTP status or an error code
 * of the loader, if fetching fails.
 * @typedef {object} AtlasHostAdditions
 * @property {Uint8Array} portfolio The bytes of the portfolio.
 * @property {string} portfolioName Its name in messages.
 * @property {string} portfolioUrl
 * @property {string} homeUrl The full address of the folder the site was published in.
 * @property {string} texts The file of the initial language; empty for English.
 * @property {() => void} ready Called when the atlas can be used.
 * @property {(code: string, arrived: (text: string | null, status: number) => void) => void} fetchLanguage
 * @property {(name: string, arrived: (status: number) => void) => void} fetchChunk
 * @property {(file: string, arrived: (borders: Uint8Array | null, status: number) => void) => void} fetchBorders Loads the map’s code, too.
 * @property {(arrived: (sans: string, serif: string) => void) => void} fetchFonts In base64, for pictures that embed them; empty if that fails.
 */

/**
 * Opens an atlas.
 * @param {Surroundings} here
 * @returns {{ travel(address: string): void, broken(why: Error): void, close(): void }}
 */
export function openAtlas(here) {
  const words = { ...ENGLISH };
  // A function, because the words of the language may not have loaded yet.
  const failure = (name, reason) => fill(words.failure, { name: words[name] ?? name, reason });
  const file = (name, bypassCache = here.isRetry) => new URL(bypassCache ? `${name}?${Date.now()}` : name, import.meta.url).href;
  // A `data:` URL holds the portfolio itself; an invalid URL is named as given.
  const isFile = /^(https?|blob):$/.test(here.portfolio.protocol);
  const isAddress = isFile || here.portfolio.protocol === "data:";
  const portfolioName = (isFile && here.portfolio.pathname.split("/").pop()) || `${here.portfolio}`.slice(0, 80);
  const find = (selector) => here.mountPoint.querySelector(selector);
  let closed = false;
  let isReady = false;
  let atlas;
  here.setState("loading");

  async function fetchOwnWords() {
    if (here.language === "en") return "";
    here.frame.lang = here.language;
    here.frame.dir = here.language === "ar" ? "rtl" : "ltr";
    try {
      const text = new TextDecoder().decode(await bytesOf(`lang/${here.language}.txt`, STALLED_AFTER));
      const own = text.split("\n").slice(-Object.keys(words).length);
      Object.keys(words).forEach((key, at) => (words[key] = own[at] ?? words[key]));
      const what = find("#loading-what");
      if (what) what.textContent = words.loading;
      return text;
    } catch {
      // The program is then in English, and says so.
      return "";
    }
  }

  let keptSince;
  function ready() {
    if (closed) return;
    isReady = true;
    removeEventListener("error", breaksAtStart);
    here.setState("ready");
    if (here.ownPage || keptSince) setTimeout(() => addOffline().catch(() => {}), keptSince ? 0 : REST);
  }

  async function addOffline() {
    const url = file("offline.js", false);
    let trusted;
    if (here.ownPage) {
      // Required where the page enforces Trusted Types.
      const policy = globalThis.trustedTypes?.createPolicy("atlas-offline", { createScriptURL: (url) => url });
      trusted = (url) => policy?.createScriptURL(url) ?? url;
      // A script element is checked against its hash, an import is not; the import then reuses it.
      const script = document.createElement("script");
      const loaded = new Promise((onload, onerror) => {
        Object.assign(script, { type: "module", integrity: HASHES["offline.js"], crossOrigin: "", src: trusted(url), onload, onerror });
      });
      document.head.append(script);
      await loaded;
    }
    (await import(url)).offline({ words, language: here.language, outside: here.outside, trusted }, keptSince);
  }

  const received = new Map();
  let timer;
  let done = false;

  function arrived(name, bytes, of) {
    received.set(name, { bytes, of });
    const all = [...received.values()];
    // A compressed response has no length, and counts as half until it is complete.
    const share = ({ bytes, of }) => (of ? Math.min(bytes / of, 1) : bytes ? 0.5 : 0);
    const bar = find("#loading-progress");
    if (bar) bar.value = all.reduce((sum, part) => sum + share(part), 0) / all.length;
    watch();
  }

  function watch() {
    clearTimeout(timer);
    find(".loading__stalled")?.remove();
    find(".loading")?.removeAttribute("role");
    if (!done) timer = setTimeout(() => say([words.stalled], "loading__stalled"), STALLED_AFTER);
  }

  function say(sentences, kind) {
    here.frame.querySelector(`.${kind}`)?.remove();
    const make = (tag, parts) => Object.assign(document.createElement(tag), parts);
    const alert = make("div", { className: `loading__notice ${kind}` });
    alert.setAttribute("role", "alert");
    const section = find(".loading");
    const isAlone = here.ownPage && (!find(".page") || document.documentElement.hasAttribute("data-list"));
    if (isAlone) section?.setAttribute("role", "main");
    for (const [at, textContent] of sentences.entries()) alert.append(make(isAlone && at === 0 ? "h1" : "p", { textContent }));
    alert.append(make("button", { type: "button", className: "button", textContent: words.again, onclick: here.retry }));
    (section ?? here.outside).append(alert);
  }

  function fail(sentences) {
    done = true;
    clearTimeout(timer);
    if (closed) return;
    for (const part of here.mountPoint.querySelectorAll("#loading-what, #loading-progress, .loading__stalled")) part.remove();
    here.setState("failed");
    say([find(".page") ? words.readable : words.failed, ...sentences], "loading__failed");
  }

  // The program replaces the prerendered content, which is restored if the program fails.
  const written = [...here.mountPoint.children];
  function refuse(why) {
    // main.js has removed the page of an outdated list.
    here.mountPoint.replaceChildren(...written.filter((it) => it.dataset.list !== "other"));
    fail([failure("program", fill(words.refused, { reason: why.message }))]);
  }
  // The program may lack a browser feature and fail after it has started, before it shows anything.
  const folder = new URL("./", import.meta.url).href;
  function breaksAtStart({ filename, error }) {
    if (error && filename.startsWith(folder)) refuse(error);
  }
  addEventListener("error", breaksAtStart);

  async function get(name, url, answer = fetch(url)) {
    arrived(name, 0, 0);
    let response;
    try {
      response = await answer;
    } catch {
      const isElsewhere = navigator.onLine && URL.canParse(url) && new URL(url).origin !== location.origin;
      throw () => (isElsewhere ? failure(`${url}`.slice(0, 200), words.notShared) : failure(name, words.noAnswer));
    }
    if (!response.ok) throw () => failure(name, fill(words.status, { status: response.status }));
    keptSince ??= response.headers.get("x-atlas-kept");
    const encoded = response.headers.get("content-encoding");
    const of = encoded ? 0 : Number(response.headers.get("content-length")) || 0;
    let bytes = 0;
    const counted = new TransformStream({
      transform(chunk, controller) {
        arrived(name, (bytes += chunk.length), of);
        controller.enqueue(chunk);
      },
      flush: () => arrived(name, 1, 1),
    });
    return response.body.pipeThrough(counted);
  }

  async function portfolio() {
    if (!isAddress) throw () => failure(portfolioName, words.notServed);
    // An editor may replace this file at any time, so it is always revalidated.
    const stream = await get(portfolioName, here.portfolio, here.response ?? fetch(here.portfolio, { cache: "no-cache" }));
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      throw () => failure(portfolioName, words.noAnswer);
    }
  }

  async function code() {
    const url = file(PROGRAM);
    if (!compiled.has(url)) compiled.set(url, compile(url));
    return compiled.get(url).catch((why) => {
      compiled.delete(url);
      throw why;
    });
  }

  async function compile(url) {
    const stream = await get("program", url);
    // Not streamed: a wrong MIME type does no harm, and a broken connection is not a broken file.
    const bytes = await new Response(stream).arrayBuffer().catch(() => {
      throw () => failure("program", words.noAnswer);
    });
    if (!globalThis.WebAssembly) throw () => failure("program", fill(words.refused, { reason: words.noWebAssembly }));
    const module = await WebAssembly.compile(bytes).catch((why) => {
      throw () => failure("program", fill(words.refused, { reason: why.message }));
    });
    if (!(await isAsBuilt(PROGRAM, bytes))) throw () => failure("program", words.altered);
    return module;
  }

  async function script() {
    try {
      return await (here.script ?? import(file("project-atlas.js")));
    } catch {
      throw () => failure("program", words.noAnswer);
    }
  }

  // Chunks of the program, loaded on demand. They share its memory and its table of functions.
  let program;
  function codeOf(name) {
    const { chunks, exports } = program;
    if (!chunks.has(name)) {
      const loading = Promise.all([bytesOf(`${name}.wasm`), exports]).then(([bytes, exports]) => {
        return WebAssembly.instantiate(bytes, { a: exports }).catch(() => {
          throw DAMAGED;
        });
      });
      loading.catch(() => chunks.delete(name));
      chunks.set(name, loading);
    }
    return chunks.get(name);
  }

  const withSheet = new Map();
  function chunk(name) {
    if (!withSheet.has(name)) {
      const loading = Promise.all([codeOf(name), sheet(`${name}.css`)]);
      loading.catch(() => withSheet.delete(name));
      withSheet.set(name, loading);
    }
    return withSheet.get(name);
  }

  function sheet(name) {
    const path = here.sheets + name;
    return here.addSheet(file(path, isAskedAgain(name)), HASHES[path]).catch(() => {
      throw 0;
    });
  }

  // A file that is requested again bypasses the cache, where it may be damaged.
  const asked = new Set();
  function isAskedAgain(name) {
    const again = here.isRetry || asked.has(name);
    asked.add(name);
    return again;
  }

  async function bytesOf(name, patience = GIVEN_UP_AFTER) {
    const response = await fetch(file(name, isAskedAgain(name)), { signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw response.status;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!(await isAsBuilt(name, bytes))) throw DAMAGED;
    return bytes;
  }

  async function asText(name) {
    const response = await fetch(file(name), { signal: AbortSignal.timeout(GIVEN_UP_AFTER) });
    if (!response.ok) throw response.status;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }

  const settle = (promise, there, missing) =>
    promise.then((value) => closed || there(value), (why) => closed || missing(Number(why) || 0));

  async function run() {
    const sheets = here.ownPage ? null : sheet("style.css");
    const parts = await Promise.allSettled([portfolio(), code(), script(), fetchOwnWords(), sheets]);
    // A missing style sheet is no failure: the page can be read without.
    const reasons = [...new Set(parts.map(({ reason }) => reason).filter((it) => it?.call).map((it) => it()))];
    if (reasons.length) return fail(reasons);
    done = true;
    clearTimeout(timer);
    if (closed) return;
    const [bytes, compiled, withProgram, texts] = parts.map((part) => part.value);
    try {
      program = startProgram(withProgram, compiled);
      await program.exports;
      if (!closed) atlas = withProgram.open(host(bytes, texts));
    } catch (why) {
      refuse(why);
    }
  }

  const host = (portfolio, texts) => ({
    ...here,
    portfolio,
    portfolioName,
    portfolioUrl: `${here.portfolio}`,
    homeUrl: new URL("../../", import.meta.url).href,
    texts,
    ready,
    fetchLanguage: (code, arrived) =>
      settle(bytesOf(`lang/${code}.txt`), (bytes) => arrived(new TextDecoder().decode(bytes), 200), (status) => arrived(null, status)),
    fetchChunk: (name, arrived) => settle(chunk(name), () => arrived(200), arrived),
    fetchBorders: (file, arrived) =>
      settle(Promise.all([bytesOf(file), chunk("map")]), ([borders]) => arrived(borders, 200), (status) => arrived(null, status)),
    fetchFonts: (arrived) => settle(Promise.all(["inter.woff2", "folium-serif.woff2"].map(asText)), (texts) => arrived(...texts), () => arrived("", "")),
  });

  watch();
  run().catch(refuse);
  return {
    travel: (address) => atlas?.travel(address),
    broken: (why) => (isReady ? say([words.broken], "loading__broken") : refuse(why)),
    close() {
      closed = true;
      removeEventListener("error", breaksAtStart);
      clearTimeout(timer);
      atlas?.close();
      atlas = undefined;
    },
  };
}

// Opens an atlas for main.js and embed.js: fetches the program and the portfolio, shows progress and
// reports failures. Separate from the program, so that it works when the program does not.

// In the order of the last lines of each language file, which replace them.
const ENGLISH = {
  loading: "Loading projects…",
  failed: "The projects could not be loaded.",
  stalled: "Loading has stalled. It will resume when your connection returns.",
  broken: "Something went wrong. Reload the page to continue; your filters are kept.",
  tryAgain: "Try again",
  program: "the app",
  noWebAssembly: "WebAssembly is not supported",
  noAnswer: "no response, or the connection was interrupted",
  status: "the server returned {status}",
  refused: "your browser could not run it ({reason})",
  altered: "the file does not match the published version",
  failure: "{name}: {reason}.",
  readable: "The interactive explorer could not be loaded. You can still read the projects below.",
  notShared:
    "no response, or the other site does not allow access to this file. Its server has to send “Access-Control-Allow-Origin: *”; where that is not possible, show the projects in an iframe",
  notServed: "this is not a valid web address",
  kept: "You are offline. Showing projects saved on {date}.",
  update: "A new version is available.",
  showUpdate: "Update",
  notNow: "Later",
  dismiss: "Dismiss",
};
/** @typedef {typeof ENGLISH} Messages */
const MESSAGE_NAMES = /** @type {(keyof Messages)[]} */ (Object.keys(ENGLISH));
const LANGUAGES = ["en", "fr", "de", "es", "ar", "mk"];
// In ms: longer than pauses on slow phone networks, shorter than a visitor’s patience.
const STALLED_AFTER = 10_000;
const GIVE_UP_AFTER = 60_000;
// In ms, from the page being ready until it is saved for offline use.
const OFFLINE_DELAY = 3_000;
// In place of an HTTP status.
const DAMAGED = 1;
const PROGRAM = "project-atlas_bg.wasm";
// Files with the start of their SHA-256 in base64; style sheets, which browsers check, with all of it.
const HASHES = __HASHES__;

/** @type {(text: string, values: Record<string, string | number>) => string} */
const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => `${values[name]}`);

/**
 * The supported language for a tag such as `fr-CH`, or undefined.
 * @param {string | null} [tag]
 */
export const supportedLanguage = (tag) => LANGUAGES.find((code) => code === tag?.split(/[-_]/)[0].toLowerCase());

export const browserLanguage = () => navigator.languages.map(supportedLanguage).find(Boolean) ?? "en";

/** @type {(url: string, query: string) => string} */
export const withQuery = (url, query) => (query ? `${url}?${query}` : url);

/**
 * Whether a file matches the build. Without https, browsers cannot hash, and it is assumed to.
 * @param {string} name
 * @param {BufferSource} bytes
 */
async function isAsBuilt(name, bytes) {
  const digest = await crypto.subtle?.digest("SHA-256", bytes);
  return !digest || btoa(String.fromCharCode(...new Uint8Array(digest))).startsWith(HASHES[name]);
}

// All atlases of a page share one program, which is compiled and started once.
/** @type {Map<string, Promise<WebAssembly.Module>>} */
const compiledPrograms = new Map();
/** @type {WeakMap<ProgramScript, Program>} */
const startedPrograms = new WeakMap();

/**
 * Starts the program of a script (`project-atlas.js`) with its compiled code.
 * @param {ProgramScript} script
 * @param {WebAssembly.Module} module
 */
function startProgram(script, module) {
  const started = startedPrograms.get(script);
  if (started) return started;
  const program = { exports: script.default({ module_or_path: module }), chunks: new Map() };
  startedPrograms.set(script, program);
  program.exports.catch(() => startedPrograms.delete(script));
  return program;
}

/**
 * The page around an atlas, as `main.js` and `embed.js` describe it.
 * @typedef {object} Surroundings
 * @property {Document | ShadowRoot} root The document or shadow root with the atlas.
 * @property {HTMLElement} mountPoint The element it is drawn in.
 * @property {HTMLElement} frame The element with its language, direction and theme.
 * @property {HTMLElement} outside The element for messages beside the atlas.
 * @property {URL | string} portfolio The portfolio’s URL, or the invalid text given as one.
 * @property {Promise<Response>} [response] The portfolio, if it has been requested already.
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
 * @property {boolean} hasProjectPages Whether the site has a page for each project of the portfolio.
 * @property {boolean} ownPage Whether the atlas has a page to itself.
 * @property {string} [facets] The keys of the facets to show, separated by commas.
 * @property {Promise<ProgramScript>} [script] The program’s script as a module, if the page has loaded it.
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
 * @property {(url: string) => string} pictureAddress The full address of a picture, relative to the portfolio; empty if it is on another origin.
 * @property {string} homeUrl The full address of the folder the site was published in.
 * @property {string} texts The file of the initial language; empty for English.
 * @property {() => void} ready Called when the atlas can be used.
 * @property {(code: string, arrived: (text: string | null, status: number) => void) => void} fetchLanguage
 * @property {(name: string, arrived: (status: number) => void) => void} fetchChunk
 * @property {(file: string, arrived: (borders: Uint8Array | null, status: number) => void) => void} fetchBorders Loads the map’s code, too.
 * @property {(arrived: (sans: string, serif: string) => void) => void} fetchFonts In base64, for pictures that embed them; empty if that fails.
 */

/**
 * What `open` of the program takes.
 * @typedef {Omit<Surroundings, "portfolio"> & AtlasHostAdditions} AtlasHost
 */

/**
 * The program’s script, as wasm-bindgen writes it.
 * @typedef {object} ProgramScript
 * @property {(code: { module_or_path: WebAssembly.Module }) => Promise<WebAssembly.Exports>} default Starts the program.
 * @property {(host: AtlasHost) => OpenedAtlas} open
 */

/**
 * @typedef {object} OpenedAtlas
 * @property {(address: string) => void} navigate Shows another query.
 * @property {() => void} close
 */

/**
 * A started program with the chunks loaded so far, by name.
 * @typedef {object} Program
 * @property {Promise<WebAssembly.Exports>} exports
 * @property {Map<string, Promise<unknown>>} chunks
 */

/**
 * Opens an atlas.
 * @param {Surroundings} surroundings
 * @returns {OpenedAtlas & { reportCrash(error: Error): void }}
 */
export function openAtlas(surroundings) {
  const messages = { ...ENGLISH };
  // Failures to load are thrown as functions that describe them, because the messages of the language may
  // not have loaded yet.
  /**
   * @param {string} name
   * @param {string} reason
   */
  const failure = (name, reason) =>
    fill(messages.failure, { name: name === "program" ? messages.program : name, reason });
  /** @param {string} name */
  const file = (name, bypassCache = surroundings.isRetry) =>
    new URL(bypassCache ? `${name}?${Date.now()}` : name, import.meta.url).href;
  // A `data:` URL holds the portfolio itself; an invalid URL is named as given.
  const portfolioUrl = surroundings.portfolio instanceof URL ? surroundings.portfolio : undefined;
  const isFile = portfolioUrl && /^(https?|blob):$/.test(portfolioUrl.protocol);
  const isAddress = isFile || portfolioUrl?.protocol === "data:";
  const portfolioName = (isFile && portfolioUrl.pathname.split("/").pop()) || `${surroundings.portfolio}`.slice(0, 80);
  /** @type {(selector: string) => HTMLElement | null} */
  const find = (selector) => surroundings.mountPoint.querySelector(selector);
  let closed = false;
  let isReady = false;
  /** @type {OpenedAtlas | undefined} */
  let atlas;
  surroundings.setState("loading");

  /** @param {HTMLElement} element */
  function markLanguage(element) {
    element.lang = surroundings.language;
    element.dir = surroundings.language === "ar" ? "rtl" : "ltr";
  }

  async function fetchMessages() {
    if (surroundings.language === "en") return "";
    // A prerendered page has a language of its own.
    if (!find(".page")) markLanguage(surroundings.frame);
    try {
      const text = new TextDecoder().decode(await fetchBytes(`lang/${surroundings.language}.txt`, STALLED_AFTER));
      const translated = text.split("\n").slice(-MESSAGE_NAMES.length);
      for (const [at, name] of MESSAGE_NAMES.entries()) messages[name] = translated[at] ?? messages[name];
      const caption = find("#loading-what");
      if (caption) caption.textContent = messages.loading;
      return text;
    } catch {
      // The program is then in English, and says so.
      return "";
    }
  }

  /** @type {string | null} */
  let savedAt = null;
  function ready() {
    if (closed) return;
    isReady = true;
    removeEventListener("error", handleErrorAtStart);
    surroundings.setState("ready");
    if (surroundings.ownPage || savedAt)
      setTimeout(() => loadOfflineUse().catch(() => {}), savedAt ? 0 : OFFLINE_DELAY);
  }

  async function loadOfflineUse() {
    const url = file("offline.js", false);
    /** @type {((url: string) => string) | undefined} */
    let trustUrl;
    if (surroundings.ownPage) {
      // Required where the page enforces Trusted Types.
      const policy = globalThis.trustedTypes?.createPolicy("atlas-offline", { createScriptURL: (url) => url });
      const trust = (/** @type {string} */ url) => policy?.createScriptURL(url) ?? url;
      trustUrl = trust;
      // A script element is checked against its hash, an import is not; the import then reuses it.
      const script = document.createElement("script");
      const loaded = new Promise((onload, onerror) => {
        Object.assign(script, {
          type: "module",
          integrity: HASHES["offline.js"],
          crossOrigin: "",
          src: trust(url),
          onload,
          onerror,
        });
      });
      document.head.append(script);
      await loaded;
    }
    /** @type {typeof import("./offline.js")} */
    const { enableOfflineUse } = await import(url);
    enableOfflineUse({ messages, language: surroundings.language, outside: surroundings.outside, trustUrl }, savedAt);
  }

  /** @type {Map<string, { bytes: number, total: number }>} */
  const progress = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let isDone = false;

  /**
   * @param {string} name
   * @param {number} bytes
   * @param {number} total
   */
  function reportProgress(name, bytes, total) {
    progress.set(name, { bytes, total });
    const all = [...progress.values()];
    // A compressed response has no length, and counts as half until it is complete.
    const fraction = (/** @type {{ bytes: number, total: number }} */ { bytes, total }) =>
      total ? Math.min(bytes / total, 1) : bytes ? 0.5 : 0;
    /** @type {HTMLProgressElement | null} */
    const progressBar = surroundings.mountPoint.querySelector("#loading-progress");
    if (progressBar) progressBar.value = all.reduce((sum, part) => sum + fraction(part), 0) / all.length;
    restartStallTimer();
  }

  function restartStallTimer() {
    clearTimeout(timer);
    find(".loading__stalled")?.remove();
    find(".loading")?.removeAttribute("role");
    if (!isDone) timer = setTimeout(() => showAlert([messages.stalled], "loading__stalled"), STALLED_AFTER);
  }

  /**
   * @param {string[]} sentences
   * @param {string} className
   */
  function showAlert(sentences, className) {
    surroundings.frame.querySelector(`.${className}`)?.remove();
    /** @type {(tag: string, properties: object) => HTMLElement} */
    const create = (tag, properties) => Object.assign(document.createElement(tag), properties);
    const alert = create("div", { className: `loading__notice ${className}` });
    alert.setAttribute("role", "alert");
    markLanguage(alert);
    const section = find(".loading");
    const isAlone = surroundings.ownPage && (!find(".page") || document.documentElement.hasAttribute("data-list"));
    if (isAlone) section?.setAttribute("role", "main");
    for (const [at, textContent] of sentences.entries())
      alert.append(create(isAlone && at === 0 ? "h1" : "p", { textContent }));
    alert.append(
      create("button", {
        type: "button",
        className: "button",
        textContent: messages.tryAgain,
        onclick: surroundings.retry,
      }),
    );
    (section ?? surroundings.outside).append(alert);
  }

  /** @param {string[]} sentences */
  function showFailure(sentences) {
    isDone = true;
    clearTimeout(timer);
    if (closed) return;
    for (const part of surroundings.mountPoint.querySelectorAll("#loading-what, #loading-progress, .loading__stalled"))
      part.remove();
    surroundings.setState("failed");
    showAlert([find(".page") ? messages.readable : messages.failed, ...sentences], "loading__failed");
  }

  // The program replaces the prerendered content, which is restored if the program fails.
  const prerendered = /** @type {HTMLElement[]} */ ([...surroundings.mountPoint.children]);
  /** @param {Error} error */
  function showProgramFailure(error) {
    // main.js has removed the page of an outdated list.
    surroundings.mountPoint.replaceChildren(...prerendered.filter((it) => it.dataset.list !== "other"));
    showFailure([failure("program", fill(messages.refused, { reason: error.message }))]);
  }
  // The program may lack a browser feature and fail after it has started, before it shows anything.
  const folder = new URL("./", import.meta.url).href;
  /** @param {ErrorEvent} event */
  function handleErrorAtStart({ filename, error }) {
    if (error && filename.startsWith(folder)) showProgramFailure(error);
  }
  addEventListener("error", handleErrorAtStart);

  /**
   * @param {string} name
   * @param {URL | string} url
   */
  async function fetchWithProgress(name, url, request = fetch(url)) {
    reportProgress(name, 0, 0);
    let response;
    try {
      response = await request;
    } catch {
      const isElsewhere = navigator.onLine && URL.canParse(url) && new URL(url).origin !== location.origin;
      throw () =>
        isElsewhere ? failure(`${url}`.slice(0, 200), messages.notShared) : failure(name, messages.noAnswer);
    }
    if (!response.ok) throw () => failure(name, fill(messages.status, { status: response.status }));
    savedAt ??= response.headers.get("x-atlas-kept");
    const encoded = response.headers.get("content-encoding");
    const total = encoded ? 0 : Number(response.headers.get("content-length")) || 0;
    let bytes = 0;
    const measured = new TransformStream({
      transform(chunk, controller) {
        bytes += chunk.length;
        reportProgress(name, bytes, total);
        controller.enqueue(chunk);
      },
      flush: () => reportProgress(name, 1, 1),
    });
    return /** @type {ReadableStream} */ (response.body).pipeThrough(measured);
  }

  async function fetchPortfolio() {
    if (!isAddress) throw () => failure(portfolioName, messages.notServed);
    // An editor may replace this file at any time, so it is always revalidated.
    const stream = await fetchWithProgress(
      portfolioName,
      surroundings.portfolio,
      surroundings.response ?? fetch(surroundings.portfolio, { cache: "no-cache" }),
    );
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      throw () => failure(portfolioName, messages.noAnswer);
    }
  }

  async function fetchProgram() {
    const url = file(PROGRAM);
    const compiling = compiledPrograms.get(url) ?? compileProgram(url);
    compiledPrograms.set(url, compiling);
    return compiling.catch((error) => {
      compiledPrograms.delete(url);
      throw error;
    });
  }

  /** @param {string} url */
  async function compileProgram(url) {
    const stream = await fetchWithProgress("program", url);
    // Not streamed: a wrong MIME type does no harm, and a broken connection is not a broken file.
    const bytes = await new Response(stream).arrayBuffer().catch(() => {
      throw () => failure("program", messages.noAnswer);
    });
    if (!globalThis.WebAssembly)
      throw () => failure("program", fill(messages.refused, { reason: messages.noWebAssembly }));
    const module = await WebAssembly.compile(bytes).catch((error) => {
      throw () => failure("program", fill(messages.refused, { reason: error.message }));
    });
    if (!(await isAsBuilt(PROGRAM, bytes))) throw () => failure("program", messages.altered);
    return module;
  }

  /** @returns {Promise<ProgramScript>} */
  async function importScript() {
    try {
      return await (surroundings.script ?? import(file("project-atlas.js")));
    } catch {
      throw () => failure("program", messages.noAnswer);
    }
  }

  // Chunks of the program, loaded on demand. They share its memory and its table of functions.
  /** @type {Program} */
  let program;
  /** @param {string} name */
  function loadChunkCode(name) {
    const { chunks, exports } = program;
    let loading = chunks.get(name);
    if (!loading) {
      loading = Promise.all([fetchBytes(`${name}.wasm`), exports]).then(([bytes, exports]) => {
        return WebAssembly.instantiate(bytes, { a: exports }).catch(() => {
          throw DAMAGED;
        });
      });
      loading.catch(() => chunks.delete(name));
      chunks.set(name, loading);
    }
    return loading;
  }

  /** @type {Map<string, Promise<unknown>>} */
  const chunksWithSheets = new Map();
  /** @param {string} name */
  function loadChunk(name) {
    let loading = chunksWithSheets.get(name);
    if (!loading) {
      loading = Promise.all([loadChunkCode(name), loadSheet(`${name}.css`)]);
      loading.catch(() => chunksWithSheets.delete(name));
      chunksWithSheets.set(name, loading);
    }
    return loading;
  }

  /** @param {string} name */
  function loadSheet(name) {
    const path = surroundings.sheets + name;
    return surroundings.addSheet(file(path, isRequestedAgain(name)), HASHES[path]).catch(() => {
      throw 0;
    });
  }

  // A file that is requested again bypasses the cache, where it may be damaged.
  const requested = new Set();
  /** @param {string} name */
  function isRequestedAgain(name) {
    const again = surroundings.isRetry || requested.has(name);
    requested.add(name);
    return again;
  }

  /** @param {string} name */
  async function fetchBytes(name, timeout = GIVE_UP_AFTER) {
    const response = await fetch(file(name, isRequestedAgain(name)), { signal: AbortSignal.timeout(timeout) });
    if (!response.ok) throw response.status;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (!(await isAsBuilt(name, bytes))) throw DAMAGED;
    return bytes;
  }

  /** @param {string} name */
  async function fetchBase64(name) {
    const response = await fetch(file(name), { signal: AbortSignal.timeout(GIVE_UP_AFTER) });
    if (!response.ok) throw response.status;
    const bytes = new Uint8Array(await response.arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  }

  // Also once the atlas is closed: the program ignores it then, and frees the memory of the callback.
  /** @type {<T>(promise: Promise<T>, onLoaded: (value: T) => void, onFailed: (status: number) => void) => Promise<unknown>} */
  const deliver = (promise, onLoaded, onFailed) => promise.then(onLoaded, (error) => onFailed(Number(error) || 0));

  async function run() {
    const sheet = surroundings.ownPage ? null : loadSheet("style.css");
    const needed = /** @type {const} */ ([fetchPortfolio(), fetchProgram(), importScript(), fetchMessages()]);
    const parts = await Promise.allSettled([...needed, sheet]);
    // A missing style sheet is no failure: the page can be read without.
    const failures = parts.map((part) => (part.status === "rejected" ? part.reason : undefined));
    const reasons = failures.filter((it) => it?.call).map((describe) => describe());
    if (reasons.length) return showFailure([...new Set(reasons)]);
    isDone = true;
    clearTimeout(timer);
    if (closed) return;
    const [bytes, module, script, texts] = await Promise.all(needed);
    try {
      program = startProgram(script, module);
      await program.exports;
      if (!closed) atlas = script.open(createHost(bytes, texts));
    } catch (error) {
      showProgramFailure(/** @type {Error} */ (error));
    }
  }

  // The program relies on it that nothing throws. A frame may be denied its history, for example.
  /** @type {<Given extends unknown[], Result>(act?: (...given: Given) => Result) => (...given: Given) => Result | undefined} */
  const safely =
    (act) =>
    (...given) => {
      try {
        return act?.(...given);
      } catch {}
    };

  /** @type {(portfolio: Uint8Array, texts: string) => AtlasHost} */
  const createHost = (portfolio, texts) => ({
    ...surroundings,
    write: safely(surroundings.write),
    link: (address) => safely(surroundings.link)(address) ?? "",
    setTheme: safely(surroundings.setTheme),
    setTitle: safely(surroundings.setTitle),
    reportResults: safely(surroundings.reportResults),
    portfolio,
    portfolioName,
    portfolioUrl: `${surroundings.portfolio}`,
    homeUrl: new URL("../../", import.meta.url).href,
    pictureAddress: (url) => {
      const { origin } = new URL(surroundings.portfolio);
      const picture = URL.canParse(url, surroundings.portfolio) && new URL(url, surroundings.portfolio);
      return picture && picture.origin === origin ? picture.href : "";
    },
    texts,
    ready: safely(ready),
    fetchLanguage: (code, arrived) =>
      deliver(
        fetchBytes(`lang/${code}.txt`),
        (bytes) => arrived(new TextDecoder().decode(bytes), 200),
        (status) => arrived(null, status),
      ),
    fetchChunk: (name, arrived) => deliver(loadChunk(name), () => arrived(200), arrived),
    fetchBorders: (file, arrived) =>
      deliver(
        Promise.all([fetchBytes(file), loadChunk("map")]),
        ([borders]) => arrived(borders, 200),
        (status) => arrived(null, status),
      ),
    fetchFonts: (arrived) =>
      deliver(
        Promise.all(["inter.woff2", "folium-serif.woff2"].map(fetchBase64)),
        ([sans, serif]) => arrived(sans, serif),
        () => arrived("", ""),
      ),
  });

  restartStallTimer();
  run().catch(showProgramFailure);
  return {
    navigate: (address) => atlas?.navigate(address),
    reportCrash: (error) => (isReady ? showAlert([messages.broken], "loading__broken") : showProgramFailure(error)),
    close() {
      closed = true;
      removeEventListener("error", handleErrorAtStart);
      clearTimeout(timer);
      atlas?.close();
      atlas = undefined;
    },
  };
}

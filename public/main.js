// Opens the atlas on its own page. Runs before the first paint, to apply the visitor’s saved theme.
//
// In order: the theme is applied; the list is fetched and compared with the one that was prerendered
// (`checked`); the page’s markup is there (`parsed`); the loader (`loaded`) and the program (`program`)
// arrive; the prerendered page is painted; `open` starts the atlas in its place.
"use strict";
(() => {
  const page = document.documentElement;
  /** @type {Record<string, string>} */
  const BACKGROUNDS = { light: "#f6f3ec", dark: "#12181e" };
  /** @param {string} theme */
  function setTheme(theme) {
    page.dataset.theme = theme;
    /** @type {NodeListOf<HTMLMetaElement>} */
    const metas = document.querySelectorAll("meta[name=theme-color]");
    for (const meta of metas) {
      meta.content = BACKGROUNDS[theme] ?? BACKGROUNDS[meta.media.includes("dark") ? "dark" : "light"];
    }
  }
  /**
   * Storage may be unavailable, for example in private windows.
   * @param {"localStorage" | "sessionStorage"} storage
   * @param {string} key
   */
  function readStorage(storage, key) {
    try {
      return globalThis[storage].getItem(key);
    } catch {}
  }
  /** @param {"yes" | "no"} value */
  function rememberSecondTry(value) {
    try {
      sessionStorage.setItem("atlas-second-try", value);
    } catch {}
  }
  setTheme(readStorage("localStorage", "atlas-theme") ?? "auto");
  // A second try bypasses the cache, which may hold damaged files.
  const isRetry = readStorage("sessionStorage", "atlas-second-try") === "yes";
  rememberSecondTry("no");
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const portfolio = new URL(/** @type {string} */ (script.dataset.portfolio), document.baseURI);

  // The list: is it the one that was prerendered?

  // An editor may have replaced the list since the page was prerendered. The page is shown once
  // this many bytes of the list, which is all of most lists, match their hash.
  const BEGINNING = 65_536;
  function createHash() {
    let [a, b] = [0x811c9dc5, 0x9747b28c];
    return (/** @type {ArrayLike<number>} */ bytes) => {
      for (let at = 0; at < bytes.length; at++) {
        a = Math.imul(a ^ bytes[at], 0x01000193);
        b = Math.imul(b ^ bytes[at], 0x85ebca6b);
      }
      return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
    };
  }
  /**
   * Whether the list is the one the page was prerendered from; calls `onBeginning` once its beginning is.
   * @param {Response} response
   * @param {() => void} onBeginning
   */
  async function isPrerenderedList(response, onBeginning) {
    const [beginning, whole] = (script.dataset.list ?? "").split(" ");
    const hash = createHash();
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    for (let [length, now] = [0, hash([])]; ; ) {
      const { done, value } = await reader.read();
      if (done) return now === whole;
      const remaining = Math.max(BEGINNING - length, 0);
      if (remaining > 0 && value.length >= remaining) {
        if (hash(value.subarray(0, remaining)) !== beginning) {
          reader.cancel();
          return false;
        }
        onBeginning();
        now = hash(value.subarray(remaining));
      } else {
        now = hash(value);
      }
      length += value.length;
    }
  }
  const response = script.dataset.list ? fetch(portfolio, { cache: "no-cache" }) : undefined;
  const title = document.title;
  function showPrerendered() {
    page.removeAttribute("data-list");
    if (document.title === location.host) document.title = title;
  }
  let hasProjectPages = Boolean(script.dataset.list);
  function discardPrerendered() {
    hasProjectPages = false;
    if (script.dataset.redirect) return location.replace(new URL(script.dataset.redirect, portfolio));
    parsed.then(() => {
      // Not the program’s own page, which shows the current list.
      /** @type {HTMLElement | null} */
      const outdated = document.querySelector("#atlas > .page--prerendered");
      if (outdated) {
        outdated.dataset.list = "other";
        outdated.remove();
        if (document.title === title) document.title = location.host;
      }
      page.removeAttribute("data-list");
    });
  }
  async function checkList() {
    if (!response) return;
    page.dataset.list = "unknown";
    document.title = location.host;
    // The page of a project has no loader to show progress.
    if (script.dataset.redirect) setTimeout(showPrerendered, 3000);
    try {
      const answer = await response;
      /** @type {Promise<void>} */
      const shown = new Promise((resolve, reject) => {
        const showAndGoOn = () => {
          showPrerendered();
          resolve();
        };
        const same = answer.ok ? isPrerenderedList(answer.clone(), showAndGoOn) : Promise.resolve(true);
        same.then((same) => {
          if (same) return showAndGoOn();
          discardPrerendered();
          resolve();
        }, reject);
      });
      await shown;
    } catch {
      // There is nothing to compare with, and an outdated page is better than none.
      showPrerendered();
    }
  }
  /** @type {Promise<unknown>} */
  const parsed = document.getElementById("atlas")
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener("DOMContentLoaded", resolve));
  const checked = checkList();
  if (script.dataset.redirect) return;

  // The program: started once the prerendered page is painted.

  // The prerendered page shows all projects, not those that the query asks for.
  page.toggleAttribute("data-has-query", location.search.length > 1);

  const address = () => location.search.slice(1);
  /** @type {import("./loader.js").Surroundings["addSheet"]} */
  const addSheet = (href, integrity) =>
    new Promise((resolve, reject) => {
      const link = Object.assign(document.createElement("link"), {
        rel: "stylesheet",
        href,
        integrity,
        crossOrigin: "",
      });
      link.addEventListener("load", () => resolve());
      link.addEventListener("error", () => {
        link.remove();
        reject();
      });
      document.head.append(link);
    });

  /** @param {typeof import("./loader.js")} loader */
  function open({ openAtlas, supportedLanguage, browserLanguage, withQuery }) {
    const ownLanguage = supportedLanguage(readStorage("localStorage", "atlas-language")) ?? browserLanguage();
    /** @type {import("./loader.js").Surroundings} */
    const surroundings = {
      ownPage: true,
      get hasProjectPages() {
        return hasProjectPages;
      },
      sheets: "",
      isRetry,
      script: program,
      addSheet,
      setTheme,
      ownLanguage,
      root: document,
      frame: page,
      mountPoint: /** @type {HTMLElement} */ (document.getElementById("atlas")),
      outside: document.body,
      portfolio,
      response,
      language: supportedLanguage(new URLSearchParams(location.search).get("lang")) ?? ownLanguage,
      address: address(),
      // Keeps the fragment. Browsers may refuse too many changes a second; the page still works.
      write(address, isNew) {
        history[isNew ? "pushState" : "replaceState"](null, "", withQuery(location.pathname, address) + location.hash);
      },
      link: (address) => withQuery(location.origin + location.pathname, address),
      setTitle: (title) => (document.title = title),
      setState: (state) => (page.dataset.atlas = state),
      retry() {
        rememberSecondTry("yes");
        // Without a timestamp: the page’s integrity hashes belong to these URLs.
        const reload = (/** @type {HTMLScriptElement} */ { src }) =>
          src && fetch(src, { cache: "reload", signal: AbortSignal.timeout(3000) });
        Promise.allSettled([...document.scripts].map(reload)).then(() => location.reload());
      },
    };
    const atlas = openAtlas(surroundings);
    addEventListener("popstate", () => atlas.navigate(address()));
    addEventListener("error", ({ error }) => {
      if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) atlas.reportCrash(error);
    });
  }
  /**
   * Imports a module once its script element has loaded it, which checks its hash.
   * @type {(name: string) => Promise<any>}
   */
  const importOnceLoaded = (name) =>
    new Promise((resolve, reject) => {
      const url = new URL(name, script.src).href;
      const settle = (/** @type {Event} */ { type, target }) =>
        target instanceof HTMLScriptElement &&
        target.src === url &&
        (type === "load" ? resolve(import(url)) : reject());
      for (const type of ["load", "error"]) document.addEventListener(type, settle, true);
    });
  // If the loader fails, the page’s own markup says that nothing has started.
  const loaded = importOnceLoaded("loader.js");
  const program = importOnceLoaded("project-atlas.js");
  program.catch(() => {});
  const afterTimeout = (/** @type {() => void} */ resolve) => setTimeout(resolve, document.hidden ? 0 : 1000);
  /** @type {() => Promise<void>} */
  const timeout = () => new Promise(afterTimeout);
  // The loader does not wait for a slow list, because it reports the delay.
  /** @type {() => unknown} */
  const prerenderedShown = () => page.hasAttribute("data-has-query") || Promise.race([checked, timeout()]);
  // The prerendered page is painted first: the program is ten times as large and would delay it.
  // Background tabs never paint.
  /** @type {() => Promise<void>} */
  const firstPaint = () =>
    new Promise((resolve) => {
      new PerformanceObserver((entries) => {
        if (entries.getEntriesByName("first-contentful-paint").length) resolve();
      }).observe({ type: "paint", buffered: true });
      afterTimeout(resolve);
    });
  Promise.all([loaded, parsed.then(prerenderedShown).then(firstPaint)]).then(
    ([loader]) => open(loader),
    () => {},
  );
})();

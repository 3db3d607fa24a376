// Opens the atlas on its own page. Runs before the first paint, to apply the visitor’s saved theme.
"use strict";
(() => {
  const page = document.documentElement;
  const PAPERS = { light: "#f6f3ec", dark: "#12181e" };
  function theme(theme) {
    page.dataset.theme = theme;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      meta.content = PAPERS[theme] ?? PAPERS[meta.media.includes("dark") ? "dark" : "light"];
    }
  }
  // Storage may be unavailable, for example in private windows.
  function recalled(storage, key) {
    try {
      return globalThis[storage].getItem(key);
    } catch {}
  }
  function remember(secondTry) {
    try {
      sessionStorage.setItem("atlas-second-try", secondTry);
    } catch {}
  }
  theme(recalled("localStorage", "atlas-theme") ?? "auto");
  // A second try bypasses the cache, which may hold damaged files.
  const isRetry = recalled("sessionStorage", "atlas-second-try") === "yes";
  remember("no");
  const script = document.currentScript;
  const portfolio = new URL(script.dataset.portfolio, document.baseURI);

  // An editor may have replaced the list since the page was prerendered. The page is shown once
  // this many bytes of the list, which is all of most lists, match their hash.
  const BEGINNING = 65_536;
  function hashing() {
    let [a, b] = [0x811c9dc5, 0x9747b28c];
    return (bytes) => {
      for (let at = 0; at < bytes.length; at++) {
        a = Math.imul(a ^ bytes[at], 0x01000193);
        b = Math.imul(b ^ bytes[at], 0x85ebca6b);
      }
      return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
    };
  }
  /** Whether the list is the one the page was prerendered from; calls `begins` once its beginning is. */
  async function isSame(response, begins) {
    const [beginning, whole] = script.dataset.list.split(" ");
    const hash = hashing();
    const reader = response.body.getReader();
    for (let [length, now] = [0, hash([])]; ; ) {
      const { done, value } = await reader.read();
      if (done) return now === whole;
      const left = Math.max(BEGINNING - length, 0);
      if (left > 0 && value.length >= left) {
        if (hash(value.subarray(0, left)) !== beginning) {
          reader.cancel();
          return false;
        }
        begins();
        now = hash(value.subarray(left));
      } else {
        now = hash(value);
      }
      length += value.length;
    }
  }
  const response = script.dataset.list && fetch(portfolio, { cache: "no-cache" });
  const title = document.title;
  function show() {
    page.removeAttribute("data-list");
    if (document.title === location.host) document.title = title;
  }
  function discard() {
    if (script.dataset.instead) return location.replace(new URL(script.dataset.instead, portfolio));
    parsed.then(() => {
      // Not the program’s own page, which shows the current list.
      const other = document.querySelector("#atlas > .page--prerendered");
      if (other) {
        other.dataset.list = "other";
        other.remove();
        if (document.title === title) document.title = location.host;
      }
      page.removeAttribute("data-list");
    });
  }
  async function check() {
    if (!response) return;
    page.dataset.list = "unknown";
    document.title = location.host;
    // The page of a project has no loader to show progress.
    if (script.dataset.instead) setTimeout(show, 3000);
    try {
      const answer = await response;
      await new Promise((then, failed) => {
        const same = answer.ok ? isSame(answer.clone(), () => (show(), then())) : Promise.resolve(true);
        same.then((same) => (same ? show() : discard(), then()), failed);
      });
    } catch {
      // There is nothing to compare with, and an outdated page is better than none.
      show();
    }
  }
  const parsed = document.getElementById("atlas") ? Promise.resolve() : new Promise((then) => addEventListener("DOMContentLoaded", then));
  const checked = check();
  if (script.dataset.instead) return;

  // The prerendered page shows all projects, not those that the query asks for.
  page.toggleAttribute("data-asked", location.search.length > 1);

  const address = () => location.search.slice(1);
  function addSheet(href, integrity) {
    return new Promise((loaded, failed) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, integrity, crossOrigin: "" });
      link.addEventListener("load", loaded);
      link.addEventListener("error", () => {
        link.remove();
        failed();
      });
      document.head.append(link);
    });
  }

  function open({ openAtlas, known, browserLanguage, withQuery }) {
    const ownLanguage = known(recalled("localStorage", "atlas-language")) ?? browserLanguage();
    const here = {
      ownPage: true, sheets: "", isRetry, script: program, addSheet, setTheme: theme, ownLanguage,
      root: document, frame: page, mountPoint: document.getElementById("atlas"), outside: document.body,
      portfolio, response,
      language: known(new URLSearchParams(location.search).get("lang")) ?? ownLanguage,
      address: address(),
      // Keeps the fragment. Browsers may refuse too many changes a second; the page still works.
      write(address, isNew) {
        history[isNew ? "pushState" : "replaceState"](null, "", withQuery(location.pathname, address) + location.hash);
      },
      link: (address) => withQuery(location.origin + location.pathname, address),
      setTitle: (title) => (document.title = title),
      setState: (state) => (page.dataset.atlas = state),
      retry() {
        remember("yes");
        // Without a timestamp: the page’s integrity hashes belong to these URLs.
        const again = ({ src }) => src && fetch(src, { cache: "reload", signal: AbortSignal.timeout(3000) });
        Promise.allSettled([...document.scripts].map(again)).then(() => location.reload());
      },
    };
    const atlas = openAtlas(here);
    addEventListener("popstate", () => atlas.travel(address()));
    addEventListener("error", ({ error }) => {
      if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) atlas.broken(error);
    });
  }
  /** Imports a module once its script element has loaded it, which checks its hash. */
  const module = (name) => new Promise((then, failed) => {
    const url = new URL(name, script.src).href;
    const settle = ({ type, target }) => target.src === url && (type === "load" ? then(import(url)) : failed());
    for (const type of ["load", "error"]) document.addEventListener(type, settle, true);
  });
  // If the loader fails, the page’s own markup says that nothing has started.
  const loaded = module("loader.js");
  const program = module("project-atlas.js");
  program.catch(() => {});
  const soon = (then) => setTimeout(then, document.hidden ? 0 : 1000);
  // The loader does not wait for a slow list, because it reports the delay.
  const shown = () => page.hasAttribute("data-asked") || Promise.race([checked, new Promise(soon)]);
  // The prerendered page is painted first: the program is ten times as large and would delay it.
  // Background tabs never paint.
  const painted = () => new Promise((then) => {
    const look = (entries) => entries.getEntriesByName("first-contentful-paint").length && then();
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
    soon(then);
  });
  Promise.all([loaded, parsed.then(shown).then(painted)]).then(([loader]) => open(loader), () => {});
})();

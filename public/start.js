// Opens the atlas that has this page to itself. It runs before anything is painted, so that the
// theme that a visitor chose before is in force from the beginning.
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
  // Private windows may refuse to remember; then the cache and the system decide.
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
  // Whether this load is a second try: what came the first time may lie damaged in the cache.
  const anew = recalled("sessionStorage", "atlas-second-try") === "yes";
  remember("no");
  const script = document.currentScript;

  // What was written beforehand shows all projects: not what an address asks for.
  page.toggleAttribute("data-asked", location.search.length > 1);

  const address = () => location.search.slice(1);
  function sheet(href, integrity) {
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

  function open({ openAtlas, known, browserLanguage }) {
    const ownLanguage = known(recalled("localStorage", "atlas-language")) ?? browserLanguage();
    const here = {
      ownPage: true, sheets: "", anew, glue, sheet, theme, ownLanguage,
      root: document, frame: page, place: document.getElementById("atlas"), outside: document.body,
      portfolio: new URL(script.dataset.portfolio, document.baseURI),
      language: known(new URLSearchParams(location.search).get("lang")) ?? ownLanguage,
      address: address(),
      // A fragment that was there stays. A browser may refuse (too many changes a second); the
      // page itself goes on.
      write(address, isNew) {
        const url = location.pathname + (address && `?${address}`) + location.hash;
        history[isNew ? "pushState" : "replaceState"](null, "", url);
      },
      link: (address) => `${location.origin}${location.pathname}?${address}`,
      title: (title) => (document.title = title),
      state: (state) => (page.dataset.atlas = state),
      again() {
        remember("yes");
        // Scripts keep their address, by which the page has their hashes.
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
  /** A module of the page, once its element has loaded it as what was built: an import finds it then. */
  const module = (name) => new Promise((then, failed) => {
    const url = new URL(name, script.src).href;
    const settle = ({ type, target }) => target.src === url && (type === "load" ? then(import(url)) : failed());
    for (const type of ["load", "error"]) document.addEventListener(type, settle, true);
  });
  // Where the loader does not come, the page says by itself that nothing has started.
  const loaded = module("loader.js");
  const glue = module("project-atlas.js");
  glue.catch(() => {});
  const parsed = document.getElementById("atlas") ? Promise.resolve() : new Promise((then) => addEventListener("DOMContentLoaded", then));
  // What was written is painted first: the program, ten times as large, would be in its way. Tabs in
  // the background paint nothing.
  const painted = () => new Promise((then) => {
    new PerformanceObserver(then).observe({ type: "paint", buffered: true });
    setTimeout(then, document.hidden ? 0 : 1000);
  });
  Promise.all([loaded, parsed.then(painted)]).then(([loader]) => open(loader), () => {});
})();

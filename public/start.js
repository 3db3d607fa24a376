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
  const portfolio = new URL(script.dataset.portfolio, document.baseURI);

  // What was written is of the list as it was then, by its hash; an editor may have replaced it. It
  // is shown once as much of the list as this has come and is the same, which is all of most lists.
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
  /** Whether a list is the one that was written from: called when its beginning is, and then gets the result for the whole. */
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
  /** Takes out what is of another list; a page of a project gives way to the project as it is now. */
  function discard() {
    if (script.dataset.instead) return location.replace(new URL(script.dataset.instead, portfolio));
    parsed.then(() => {
      // The program's own page shows the current list.
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
    // A page of a project has no loader that would say what it waits for.
    if (script.dataset.instead) setTimeout(show, 3000);
    try {
      const answer = await response;
      await new Promise((then, failed) => {
        // The loader reads the answer, too.
        const same = answer.ok ? isSame(answer.clone(), () => (show(), then())) : Promise.resolve(true);
        same.then((same) => (same ? show() : discard(), then()), failed);
      });
    } catch {
      // Without the list there is no way to tell; the prerendered page is better than nothing.
      show();
    }
  }
  const parsed = document.getElementById("atlas") ? Promise.resolve() : new Promise((then) => addEventListener("DOMContentLoaded", then));
  const checked = check();
  if (script.dataset.instead) return;

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

  function open({ openAtlas, known, browserLanguage, withQuery }) {
    const ownLanguage = known(recalled("localStorage", "atlas-language")) ?? browserLanguage();
    const here = {
      ownPage: true, sheets: "", anew, glue, sheet, theme, ownLanguage,
      root: document, frame: page, place: document.getElementById("atlas"), outside: document.body,
      portfolio, response,
      language: known(new URLSearchParams(location.search).get("lang")) ?? ownLanguage,
      address: address(),
      // A fragment that was there stays. A browser may refuse (too many changes a second); the
      // page itself goes on.
      write(address, isNew) {
        history[isNew ? "pushState" : "replaceState"](null, "", withQuery(location.pathname, address) + location.hash);
      },
      link: (address) => withQuery(location.origin + location.pathname, address),
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
  const soon = (then) => setTimeout(then, document.hidden ? 0 : 1000);
  // A list that keeps a visitor waiting does not hold up the loader, which says so.
  const shown = () => page.hasAttribute("data-asked") || Promise.race([checked, new Promise(soon)]);
  // What was written is painted first: the program, ten times as large, would be in its way. Tabs in
  // the background paint nothing.
  const painted = () => new Promise((then) => {
    const look = (entries) => entries.getEntriesByName("first-contentful-paint").length && then();
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
    soon(then);
  });
  Promise.all([loaded, parsed.then(shown).then(painted)]).then(([loader]) => open(loader), () => {});
})();

// Fetches the program and the portfolio side by side, shows how far they are, and says so in
// plain words when something fails or stalls. It is separate from the program so that it can
// speak when the program cannot.
"use strict";
(() => {
  // In the order of the last lines of a language's file, which take their place.
  const WORDS = {
    loading: "Loading the projects …",
    failed: "The projects could not be loaded.",
    stalled: "Loading has come to a halt: nothing has arrived for some time. It goes on by itself if the connection returns.",
    broken: "Something in this page has broken, and it no longer reacts. Loading it again brings it back, with the same filters.",
    again: "Try again",
    program: "the page’s program",
    noWebAssembly: "it has no WebAssembly",
    noAnswer: "the network gave no answer, or broke off half-way",
    status: "the server answered {status}",
    refused: "the browser could not run it ({reason})",
    failure: "{name}: {reason}.",
  };
  const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);
  // Said when it is shown: by then the language's words may be there.
  const failure = (name, reason) => fill(WORDS.failure, { name: WORDS[name] ?? name, reason });
  const LANGUAGES = ["en", "fr", "de", "es", "ar", "mk"];
  // Longer than a slow phone network pauses, shorter than a visitor's patience.
  const STALLED_AFTER = 10_000;
  const GIVEN_UP_AFTER = 60_000;
  // In place of a server's status.
  const DAMAGED = 1;

  // Whether this load is a second try: what came the first time may lie damaged in the cache.
  // Private windows may refuse to remember; then the cache decides.
  const secondTry = (() => {
    try {
      return sessionStorage.getItem("atlas-second-try") === "yes";
    } catch {
      return false;
    }
  })();
  function remember(secondTry) {
    try {
      sessionStorage.setItem("atlas-second-try", secondTry);
    } catch {}
  }
  remember("no");
  // The theme that a visitor chose before is in force before anything is painted.
  const PAPERS = { light: "#f6f3ec", dark: "#12181e" };
  function setTheme(theme) {
    document.documentElement.dataset.theme = theme;
    for (const meta of document.querySelectorAll("meta[name=theme-color]")) {
      meta.content = PAPERS[theme] ?? PAPERS[meta.media.includes("dark") ? "dark" : "light"];
    }
  }
  try {
    setTheme(localStorage.getItem("atlas-theme") ?? "auto");
  } catch {}
  const here = document.currentScript;
  // Another address leads past every copy that a browser or a proxy keeps.
  const file = (name, anew = secondTry) => new URL(anew ? `${name}?${Date.now()}` : name, here.src).href;
  const portfolioUrl = new URL(here.dataset.portfolio, document.baseURI);
  const portfolioName = portfolioUrl.pathname.split("/").pop();
  const page = document.documentElement;
  page.dataset.atlas = "loading";

  // The address's language, else the visitor's own: what was chosen before, or the first that the
  // browser asks for and that there is.
  const known = (tag) => LANGUAGES.find((code) => code === tag?.split(/[-_]/)[0].toLowerCase());
  const ownLanguage = (() => {
    try {
      return known(localStorage.getItem("atlas-language"));
    } catch {}
  })() ?? navigator.languages.map(known).find(Boolean) ?? "en";
  const language = known(new URLSearchParams(location.search).get("lang")) ?? ownLanguage;

  async function words() {
    if (language === "en") return "";
    page.lang = language;
    page.dir = language === "ar" ? "rtl" : "ltr";
    try {
      const text = new TextDecoder().decode(await bytesOf(`lang/${language}.txt`, STALLED_AFTER));
      const own = text.split("\n").slice(-Object.keys(WORDS).length);
      Object.keys(WORDS).forEach((key, at) => (WORDS[key] = own[at] ?? WORDS[key]));
      const what = document.getElementById("loading-what");
      if (what) what.textContent = WORDS.loading;
      return text;
    } catch {
      // The program speaks English then, and says so.
      return "";
    }
  }

  function fetchWords(code, arrived) {
    bytesOf(`lang/${code}.txt`)
      .then((bytes) => arrived(new TextDecoder().decode(bytes), 200))
      .catch((why) => arrived(null, Number(why) || 0));
  }

  const received = new Map();
  let timer;
  let done = false;

  function arrived(name, bytes, of) {
    received.set(name, { bytes, of });
    const all = [...received.values()];
    // Without a length (a compressed answer) a part counts as half there until it is whole.
    const share = ({ bytes, of }) => (of ? Math.min(bytes / of, 1) : bytes ? 0.5 : 0);
    const bar = document.getElementById("loading-progress");
    if (bar) bar.value = all.reduce((sum, part) => sum + share(part), 0) / all.length;
    watch();
  }

  function watch() {
    clearTimeout(timer);
    document.querySelector(".loading__stalled")?.remove();
    if (!done) timer = setTimeout(() => say([WORDS.stalled], "loading__stalled"), STALLED_AFTER);
  }

  function say(sentences, kind) {
    document.querySelector(`.${kind}`)?.remove();
    const alert = document.createElement("div");
    alert.className = `loading__words ${kind}`;
    alert.setAttribute("role", "alert");
    for (const sentence of sentences) {
      alert.append(Object.assign(document.createElement("p"), { textContent: sentence }));
    }
    const again = Object.assign(document.createElement("button"), {
      type: "button", className: "button", textContent: WORDS.again,
    });
    again.addEventListener("click", () => {
      remember("yes");
      location.reload();
    });
    alert.append(again);
    (document.querySelector(".loading") ?? document.body).append(alert);
  }

  function fail(sentences) {
    done = true;
    clearTimeout(timer);
    for (const part of document.querySelectorAll("#loading-what, #loading-progress, .loading__stalled")) part.remove();
    page.dataset.atlas = "failed";
    say([WORDS.failed, ...sentences], "loading__failed");
  }

  async function get(name, url, options) {
    arrived(name, 0, 0);
    let response;
    try {
      response = await fetch(url, options);
    } catch {
      throw () => failure(name, WORDS.noAnswer);
    }
    if (!response.ok) throw () => failure(name, fill(WORDS.status, { status: response.status }));
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
    // An editor may replace this file at any time: always ask whether it is still the same.
    const stream = await get(portfolioName, portfolioUrl, { cache: "no-cache" });
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      throw () => failure(portfolioName, WORDS.noAnswer);
    }
  }

  async function program() {
    const stream = await get("program", file("project-atlas_bg.wasm"));
    // The type is set here, so that a server that gets it wrong does no harm. The bytes are
    // whole before anything compiles: a broken connection is then told from a broken file.
    const bytes = await new Response(stream).arrayBuffer().catch(() => {
      throw () => failure("program", WORDS.noAnswer);
    });
    if (!globalThis.WebAssembly) throw () => failure("program", fill(WORDS.refused, { reason: WORDS.noWebAssembly }));
    return WebAssembly.compile(bytes).catch((why) => {
      throw () => failure("program", fill(WORDS.refused, { reason: why.message }));
    });
  }

  async function glue() {
    try {
      return await import(file("project-atlas.js"));
    } catch {
      throw () => failure("program", WORDS.noAnswer);
    }
  }

  // Parts of the program that it asks for when it needs them. They work on the program's own
  // memory and are called through its table of functions.
  let running;
  const pieces = new Map();
  function piece(name) {
    if (!pieces.has(name)) {
      const parts = [bytesOf(`${name}.wasm`), running, sheet(`${name}.css`)];
      const loading = Promise.all(parts).then(([bytes, program]) => {
        return WebAssembly.instantiate(bytes, { a: program }).catch(() => {
          throw DAMAGED;
        });
      });
      loading.catch(() => pieces.delete(name));
      pieces.set(name, loading);
    }
    return pieces.get(name);
  }

  // What a piece shows looks as it should from the first moment.
  function sheet(name) {
    return new Promise((loaded, failed) => {
      const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: file(name, anew(name)) });
      link.addEventListener("load", loaded);
      link.addEventListener("error", () => {
        link.remove();
        failed(0);
      });
      document.head.append(link);
    });
  }

  // Asked for again, a file may lie damaged in the cache.
  const asked = new Set();
  function anew(name) {
    const again = secondTry || asked.has(name);
    asked.add(name);
    return again;
  }

  async function bytesOf(name, patience = GIVEN_UP_AFTER) {
    const response = await fetch(file(name, anew(name)), { signal: AbortSignal.timeout(patience) });
    if (!response.ok) throw response.status;
    return new Uint8Array(await response.arrayBuffer());
  }

  function fetchPiece(name, arrived) {
    piece(name).then(() => arrived(200), (why) => arrived(Number(why) || 0));
  }

  // The program asks for the map once the projects are there to be read.
  function fetchMap(arrived) {
    Promise.all([bytesOf("world.atlas-geo"), piece("map")])
      .then(([borders]) => arrived(borders, 200))
      .catch((why) => arrived(null, Number(why) || 0));
  }

  // Borders in more detail, for whoever looks closer at the map; without them it stays as it is.
  function fetchDetail(arrived) {
    bytesOf("world-close.atlas-geo").then(arrived, () => arrived(null));
  }

  async function start() {
    const parts = await Promise.allSettled([portfolio(), program(), glue(), words()]);
    const reasons = [...new Set(parts.filter((part) => part.reason).map(({ reason }) => reason()))];
    if (reasons.length) return fail(reasons);
    const [bytes, module, { default: run }, ownWords] = parts.map((part) => part.value);
    globalThis.atlasStart = {
      portfolio: bytes, portfolioName, fetchMap, fetchDetail, fetchPiece, setTheme,
      ownLanguage, language, words: ownWords, fetchWords,
    };
    done = true;
    clearTimeout(timer);
    try {
      running = run({ module_or_path: module });
      await running;
    } catch (why) {
      fail([failure("program", fill(WORDS.refused, { reason: why.message }))]);
    }
  }

  addEventListener("error", ({ error }) => {
    if (globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError) say([WORDS.broken], "loading__broken");
  });
  watch();
  start();
})();

// Opens an atlas: fetches its program and its portfolio side by side, shows how far they are, and
// says so in plain words when something fails or stalls. It is separate from the program so that it
// can speak when the program cannot. A page of its own (start.js) and an element in somebody
// else's page (embed.js) use it alike, each time with a program of its own.

// In the order of the last lines of a language's file, which replace them.
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
// Longer than a slow phone network pauses, shorter than a visitor's patience.
const STALLED_AFTER = 10_000;
const GIVEN_UP_AFTER = 60_000;
// How long the page is left to itself before anything is kept for when the network is gone.
const REST = 3_000;
// In place of a server's status.
const DAMAGED = 1;
const PROGRAM = "project-atlas_bg.wasm";
// What the files that are fetched here should be, by their names: how their hash begins, SHA-256 in
// base64; of style sheets, which browsers check by themselves, the whole of it.
const HASHES = __HASHES__;

const fill = (text, values) => text.replace(/{(\w+)}/g, (_, name) => values[name]);

/** The language that a tag such as `fr-CH` stands for; nothing where there is none. */
export const known = (tag) => LANGUAGES.find((code) => code === tag?.split(/[-_]/)[0].toLowerCase());

/** The first language that the browser asks for and that there is. */
export const browserLanguage = () => navigator.languages.map(known).find(Boolean) ?? "en";

/** An address with a query; without a `?` where nothing is asked for. */
export const withQuery = (url, query) => (query ? `${url}?${query}` : url);

/** Whether a file is the one that was built; where the browser cannot tell (off https), it is taken for that. */
async function isAsBuilt(name, bytes) {
  const digest = await crypto.subtle?.digest("SHA-256", bytes);
  return !digest || btoa(String.fromCharCode(...new Uint8Array(digest))).startsWith(HASHES[name]);
}

// What several atlases on a page share: the program as compiled, by its file.
const compiled = new Map();

/**
 * Opens an atlas and gives what leads to it: `travel(address)`, `broken(why)`, which says so, `close()`.
 *
 * `here` is as follows.
 * root: the document or the root of a shadow, in which all of the atlas lies
 * place: the element that it is drawn in
 * frame: the element that bears its language, direction and theme
 * portfolio: the portfolio's URL, or the text that should have been one
 * response: a promise of the server's answer to it, where the page has asked for it already
 * language, ownLanguage: the one to begin with, and the visitor's own, whatever the address asks for
 * address, write(address, isNew), link(address): where the query is told, in the form of an address
 * theme(theme), title(title), answered(address, count), state(state): what the outside should know
 * sheet(url, hash): loads a style sheet, of the page's own with this hash; sheets: the folder of those that fit
 * home: the folder that it was published in; nothing where that is the page's own
 * ownPage: whether the atlas has a page to itself; facets: those to show
 * glue: the program's script as a module, where the page has it
 * anew: whether this is a second try, past every copy that was kept
 * outside: where words stand that nothing else has a place for
 * again(): tries again
 */
export function openAtlas(here) {
  const words = { ...ENGLISH };
  // Said when it is shown: by then the language's words may be there.
  const failure = (name, reason) => fill(words.failure, { name: words[name] ?? name, reason });
  const file = (name, anew = here.anew) => new URL(anew ? `${name}?${Date.now()}` : name, import.meta.url).href;
  // A page may hold a portfolio itself; what is no address is named as it was given.
  const isFile = /^(https?|blob):$/.test(here.portfolio.protocol);
  const isAddress = isFile || here.portfolio.protocol === "data:";
  const portfolioName = (isFile && here.portfolio.pathname.split("/").pop()) || `${here.portfolio}`.slice(0, 80);
  const find = (selector) => here.place.querySelector(selector);
  let closed = false;
  let isReady = false;
  here.state("loading");

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
      // The program speaks English then, and says so.
      return "";
    }
  }

  // When the copy of the portfolio came that is shown, where the network gave none.
  let keptSince;
  function ready() {
    if (closed) return;
    isReady = true;
    removeEventListener("error", breaksAtStart);
    here.state("ready");
    if (here.ownPage || keptSince) setTimeout(() => addOffline().catch(() => {}), keptSince ? 0 : REST);
  }

  async function addOffline() {
    const url = file("offline.js", false);
    let trusted;
    if (here.ownPage) {
      // Trusted types want a word for it that a script's address is meant.
      const policy = globalThis.trustedTypes?.createPolicy("atlas-offline", { createScriptURL: (url) => url });
      trusted = (url) => policy?.createScriptURL(url) ?? url;
      // An import is held to no hash; a script is, and an import then finds it.
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
    // Without a length (a compressed answer) a part counts as half there until it is whole.
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
    const alert = make("div", { className: `loading__words ${kind}` });
    alert.setAttribute("role", "alert");
    const section = find(".loading");
    // Where nothing else can be read, these words are what the page is about.
    const isAlone = here.ownPage && (!find(".page") || document.documentElement.hasAttribute("data-list"));
    if (isAlone) section?.setAttribute("role", "main");
    for (const [at, textContent] of sentences.entries()) alert.append(make(isAlone && at === 0 ? "h1" : "p", { textContent }));
    alert.append(make("button", { type: "button", className: "button", textContent: words.again, onclick: here.again }));
    (section ?? here.outside).append(alert);
  }

  function fail(sentences) {
    done = true;
    clearTimeout(timer);
    if (closed) return;
    for (const part of here.place.querySelectorAll("#loading-what, #loading-progress, .loading__stalled")) part.remove();
    here.state("failed");
    say([find(".page") ? words.readable : words.failed, ...sentences], "loading__failed");
  }

  // The program takes the place of what was written into it, which comes back if it then breaks.
  const written = [...here.place.children];
  function refuse(why) {
    // What turned out to be of another list was taken out by the page.
    here.place.replaceChildren(...written.filter((it) => it.dataset.list !== "other"));
    fail([failure("program", fill(words.refused, { reason: why.message }))]);
  }
  // What the program needs may turn out to be missing when it already runs, but shows nothing yet.
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
      // The whole address: it says which server has to allow it.
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
    // An editor may replace this file at any time: always ask whether it is still the same.
    const stream = await get(portfolioName, here.portfolio, here.response ?? fetch(here.portfolio, { cache: "no-cache" }));
    try {
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch {
      throw () => failure(portfolioName, words.noAnswer);
    }
  }

  async function program() {
    const url = file(PROGRAM);
    if (!compiled.has(url)) compiled.set(url, compile(url));
    return compiled.get(url).catch((why) => {
      compiled.delete(url);
      throw why;
    });
  }

  async function compile(url) {
    const stream = await get("program", url);
    // The type is set here, so that a server that gets it wrong does no harm. The bytes are
    // whole before anything compiles: a broken connection is then told from a broken file.
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

  async function glue() {
    try {
      return (await (here.glue ?? import(file("project-atlas.js")))).default;
    } catch {
      throw () => failure("program", words.noAnswer);
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
    const path = here.sheets + name;
    return here.sheet(file(path, anew(name)), HASHES[path]).catch(() => {
      throw 0;
    });
  }

  // Asked for again, a file may lie damaged in the cache.
  const asked = new Set();
  function anew(name) {
    const again = here.anew || asked.has(name);
    asked.add(name);
    return again;
  }

  async function bytesOf(name, patience = GIVEN_UP_AFTER) {
    const response = await fetch(file(name, anew(name)), { signal: AbortSignal.timeout(patience) });
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

  // Tells the program how something went, unless it is gone.
  const settle = (promise, there, missing) =>
    promise.then((value) => closed || there(value), (why) => closed || missing(Number(why) || 0));

  // What program and loader have to say to each other.
  const start = {
    root: here.root, place: here.place, frame: here.frame, ownPage: here.ownPage, portfolioName,
    home: here.home, homeUrl: new URL("../../", import.meta.url).href, portfolioUrl: `${here.portfolio}`, ownLanguage: here.ownLanguage, language: here.language, facets: here.facets, address: here.address,
    write: here.write, link: here.link, setTheme: here.theme, setTitle: here.title, answered: here.answered,
    ready,
    fetchWords: (code, arrived) =>
      settle(bytesOf(`lang/${code}.txt`), (bytes) => arrived(new TextDecoder().decode(bytes), 200), (status) => arrived(null, status)),
    fetchPiece: (name, arrived) => settle(piece(name), () => arrived(200), arrived),
    // The program asks for the map once the projects are there to be read.
    fetchMap: (arrived) =>
      settle(Promise.all([bytesOf("world.atlas-geo"), piece("map")]), ([borders]) => arrived(borders, 200), (status) => arrived(null, status)),
    // Borders in more detail, for whoever looks closer at the map; without them it stays as it is.
    fetchDetail: (arrived) => settle(bytesOf("world-close.atlas-geo"), arrived, () => arrived(null)),
    // The typefaces in base64, for a picture that carries them; without them it has others.
    fetchTypefaces: (arrived) => settle(Promise.all(["inter.woff2", "folium-serif.woff2"].map(asText)), (texts) => arrived(...texts), () => arrived("", "")),
  };

  async function run() {
    const sheets = here.ownPage ? null : sheet("style.css");
    const parts = await Promise.allSettled([portfolio(), program(), glue(), fetchOwnWords(), sheets]);
    // Without its style sheet it can be read, too.
    const reasons = [...new Set(parts.map(({ reason }) => reason).filter((it) => it?.call).map((it) => it()))];
    if (reasons.length) return fail(reasons);
    done = true;
    clearTimeout(timer);
    if (closed) return;
    const [bytes, module, withLoader, ownWords] = parts.map((part) => part.value);
    Object.assign(start, { portfolio: bytes, words: ownWords });
    try {
      running = withLoader(start)(module);
      await running;
    } catch (why) {
      refuse(why);
    }
  }

  watch();
  run().catch(refuse);
  return {
    travel: (address) => closed || start.travel?.(address),
    broken: (why) => (isReady ? say([words.broken], "loading__broken") : refuse(why)),
    close() {
      closed = start.closed = true;
      removeEventListener("error", breaksAtStart);
      clearTimeout(timer);
      start.close?.();
    },
  };
}

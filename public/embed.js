// <project-atlas>: an atlas in another site’s page, in a shadow root. Imports dynamically, so that
// it can report when the server refuses the rest.
const imported = import("./__VERSION__/loader.js");
imported.catch(() => {});

const version = new URL("./__VERSION__/", import.meta.url);

/** Keeps the fonts and colours of the host page out of the atlas. */
const GROUND = `
@layer reset, base;
@layer reset { .atlas { all: initial; } }
:host { display: block !important; contain: none !important; container-type: normal !important; inline-size: -moz-available; inline-size: -webkit-fill-available; inline-size: stretch; }
:host([hidden]) { display: none !important; }
.atlas { visibility: inherit; pointer-events: inherit; --rem: var(--atlas-rem, 16px); display: block; container: atlas / inline-size; contain-intrinsic-inline-size: 18rem; min-block-size: 4rem; }
`;

const HASHES = __HASHES__;
const texts = new Map();
function textOf(url) {
  if (!texts.has(url)) {
    const [name] = url.split("/").pop().split("?");
    const loading = fetch(url, { integrity: HASHES[`embed/${name}`] }).then((response) => {
      if (!response.ok) throw response.status;
      return response.text();
    });
    loading.catch(() => texts.delete(url));
    texts.set(url, loading);
  }
  return texts.get(url);
}

// A constructed style sheet cannot be used in another document, such as a frame’s.
const parsed = new WeakMap();
function sheetOf(document, text) {
  const sheets = parsed.get(document) ?? new Map();
  parsed.set(document, sheets);
  if (!sheets.has(text)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(text);
    sheets.set(text, sheet);
  }
  return sheets.get(text);
}

// A shadow root cannot declare fonts; these names are the atlas’s own.
const TYPEFACES = { "Atlas Sans": "inter.woff2", "Folium Serif": "folium-serif.woff2" };
const withTypefaces = new WeakSet();
function loadTypefaces(document) {
  if (withTypefaces.has(document)) return;
  withTypefaces.add(document);
  try {
    for (const [name, file] of Object.entries(TYPEFACES)) {
      document.fonts.add(new document.defaultView.FontFace(name, `url("${new URL(file, version)}")`, { weight: "400 600", display: "swap" }));
    }
  } catch {
    // A form named “fonts” may hide `document.fonts`; fallback fonts are used.
  }
}

function languageAround(element) {
  const nearest = element.closest("[lang]:not(project-atlas)");
  const outer = element.getRootNode().host;
  return nearest?.lang ?? (outer && languageAround(outer));
}

/** In English, because the loader, which has failed, has the other languages. */
function refusal(page) {
  const alert = Object.assign(document.createElement("div"), { className: "loading__notice", lang: "en", dir: "ltr" });
  alert.setAttribute("role", "alert");
  const text = `The projects could not be loaded: no response, or ${version.host} does not allow access to its files. Its server has to send “Access-Control-Allow-Origin: *”; where that is not possible, show the projects in an iframe.`;
  const link = Object.assign(document.createElement("a"), { href: page, textContent: page });
  const lines = [text, link].map((content) => {
    const line = document.createElement("p");
    line.append(content);
    return line;
  });
  alert.append(...lines);
  return alert;
}

const pairs = (address) => address.split("&").filter(Boolean);
const nameOf = (pair) => pair.split("=")[0];

class ProjectAtlas extends HTMLElement {
  static observedAttributes = ["src", "facets", "view", "lang", "theme", "query", "sync-url"];

  #atlas;
  #frame;
  #isRetry = false;
  /** The current query: says which of the page’s parameters are the atlas’s. */
  #address;
  #leave = () => {};

  connectedCallback() {
    // An element that is moved is disconnected and connected at once.
    queueMicrotask(() => this.isConnected && this.ownerDocument.defaultView && !this.#frame && this.#open());
  }

  disconnectedCallback() {
    queueMicrotask(() => this.isConnected || this.#close());
  }

  adoptedCallback() {
    // Style sheets cannot move to another document, so it opens again there.
    this.#close();
  }

  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#atlas) return;
    if (name === "theme") this.#setTheme();
    else if (["src", "facets", "sync-url"].includes(name) || this.dataset.atlas !== "ready") this.#reopen();
    else this.#change(name);
  }

  /** Applies a new query, or a new view or language, which keeps the visitor’s choices. */
  #change(name) {
    const chosen = pairs(this.#address ?? "").filter((pair) => nameOf(pair) !== name);
    const address = name === "query" ? this.#asked() : [...this.#given(name), ...chosen].join("&");
    this.#write(address, false);
    // Another attribute may change before the answer.
    this.#address = address;
    this.#atlas.travel(address);
  }

  #reopen() {
    this.#close();
    this.#open();
  }

  #setTheme(theme = this.getAttribute("theme")) {
    if (this.#frame) this.#frame.dataset.theme = ["light", "dark"].includes(theme) ? theme : "auto";
  }

  #given(name) {
    const value = this.getAttribute(name);
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  }

  #asked() {
    const query = this.getAttribute("query") ?? "";
    return [...this.#given("view"), ...this.#given("lang"), ...pairs(query.replace(/^[?#]/, ""))].join("&");
  }

  /** The part of the page’s address that holds the query, if any. */
  get #sync() {
    const sync = this.getAttribute("sync-url");
    return ["query", "hash"].includes(sync) ? sync : null;
  }

  #told() {
    if (this.#sync === "query") return location.search.slice(1);
    // Other fragments are targets in the page.
    if (this.#sync === "hash" && location.hash.includes("=")) return location.hash.slice(1);
    return "";
  }

  /** The initial query: parameters in the page’s address override attributes. */
  #first() {
    const told = pairs(this.#told());
    const names = new Set(told.map(nameOf));
    return [...pairs(this.#asked()).filter((pair) => !names.has(nameOf(pair))), ...told].join("&");
  }

  #pageAt(address) {
    const url = new URL(location.href);
    if (this.#sync === "hash") {
      url.hash = address;
    } else {
      const mine = new Set([...pairs(this.#address ?? ""), ...pairs(address)].map(nameOf));
      const others = pairs(url.search.slice(1)).filter((pair) => !mine.has(nameOf(pair)));
      url.search = [...others, ...pairs(address)].join("&");
    }
    return url.href;
  }

  #write(address, isNew) {
    if (this.#sync) {
      try {
        history[isNew ? "pushState" : "replaceState"](history.state, "", this.#pageAt(address));
      } catch {
        // Refused in some frames, and after too many changes.
      }
    }
  }

  /** A link to a query: in this page if its address holds the query, otherwise on the atlas’s own. */
  #link(address, portfolio, withQuery) {
    if (this.#sync) return this.#pageAt(address);
    const home = new URL("./", import.meta.url);
    if (portfolio.href === new URL("portfolio.json", home).href) return withQuery(home.href, address);
    if (!/^https?:$/.test(portfolio.protocol)) return location.href;
    return withQuery(new URL("embed.html", home), ["src=" + encodeURIComponent(portfolio.href), ...pairs(address)].join("&"));
  }

  async #open() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const frame = Object.assign(document.createElement("div"), { className: "atlas" });
    frame.setAttribute("part", "atlas");
    const place = Object.assign(document.createElement("div"), { id: "atlas" });
    const slot = document.createElement("slot");
    const loading = Object.assign(document.createElement("div"), { className: "loading" });
    const what = Object.assign(document.createElement("p"), { className: "loading__message", id: "loading-what" });
    const bar = Object.assign(document.createElement("progress"), { className: "loading__progress", id: "loading-progress", max: 1 });
    bar.setAttribute("aria-labelledby", "loading-what");
    loading.append(what, bar);
    place.append(loading);
    frame.append(place, slot);
    // The element’s own content is shown until the atlas is ready or has failed.
    const hasOwn = [...this.childNodes].some((node) => node.nodeType === 1 || node.data?.trim());
    place.hidden = hasOwn;
    this.#frame = frame;
    this.#setTheme();
    root.adoptedStyleSheets = [sheetOf(this.ownerDocument, GROUND)];
    root.replaceChildren(frame);
    loadTypefaces(this.ownerDocument);
    let loader;
    try {
      loader = await imported;
    } catch {
      if (this.#frame !== frame) return;
      this.dataset.atlas = "failed";
      place.replaceChildren(refusal(new URL("./", import.meta.url).href));
      place.hidden = false;
      return;
    }
    // The element may have been removed meanwhile.
    if (this.#frame !== frame) return;
    const { openAtlas, known, browserLanguage, withQuery } = loader;

    const src = this.getAttribute("src") || new URL("portfolio.json", import.meta.url);
    const portfolio = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : src;
    const surrounding = known(languageAround(this)) ?? browserLanguage();
    const [address, told] = [this.#first(), this.#told()];
    let before;
    const here = {
      root, frame, mountPoint: place, portfolio, address,
      home: new URL("./", import.meta.url).href,
      outside: frame, ownPage: false, sheets: "embed/", isRetry: this.#isRetry,
      facets: this.getAttribute("facets") ?? "",
      ownLanguage: surrounding,
      language: known(new URLSearchParams(address).get("lang")) ?? surrounding,
      write: (address, isNew) => this.#write(address, isNew),
      link: (address) => this.#link(address, portfolio, withQuery),
      setTheme: (theme) => this.#setTheme(theme),
      setTitle: () => {},
      reportResults: (query, count) => {
        this.#address = query;
        const now = `${count} ${query}`;
        if (before !== undefined && before !== now) {
          this.dispatchEvent(new CustomEvent("atlas-change", { bubbles: true, composed: true, detail: { query, count } }));
        }
        before = now;
      },
      setState: (state) => {
        this.dataset.atlas = state;
        if (state !== "loading") place.hidden = false;
        if (state !== "ready") return;
        slot.remove();
        this.#isRetry = false;
      },
      addSheet: async (url) => {
        const sheet = sheetOf(this.ownerDocument, await textOf(url));
        if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
      },
      retry: () => {
        this.#isRetry = true;
        this.#reopen();
      },
    };
    const travel = () => {
      if (this.#sync === "hash" && location.hash && !this.#told()) return;
      this.#atlas?.travel(this.#told() === told ? address : this.#told());
    };
    if (this.#sync) {
      addEventListener("popstate", travel);
      this.#leave = () => removeEventListener("popstate", travel);
    }
    this.#atlas = openAtlas(here);
  }

  #close() {
    this.#leave();
    this.#leave = () => {};
    this.#atlas?.close();
    this.#atlas = undefined;
    this.#frame = undefined;
    this.shadowRoot?.replaceChildren();
    delete this.dataset.atlas;
  }
}

// A page may include the script twice.
if (!customElements.get("project-atlas")) customElements.define("project-atlas", ProjectAtlas);

// Marks this file as a module for the build.
export {};

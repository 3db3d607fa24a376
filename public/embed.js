// <project-atlas>: an atlas in another site’s page, in a shadow root. Imports dynamically, so that
// it can report when the server refuses the rest.
const loaderImport = import("./__VERSION__/loader.js");
loaderImport.catch(() => {});

const version = new URL("./__VERSION__/", import.meta.url);

/** Keeps the fonts and colours of the host page out of the atlas. */
const BASE_STYLE = `
@layer reset, base;
@layer reset { .atlas { all: initial; } }
:host { display: block !important; contain: none !important; container-type: normal !important; inline-size: -moz-available; inline-size: -webkit-fill-available; inline-size: stretch; }
:host([hidden]) { display: none !important; }
.atlas { visibility: inherit; pointer-events: inherit; --rem: var(--atlas-rem, 16px); display: block; container: atlas / inline-size; contain-intrinsic-inline-size: 18rem; min-block-size: 4rem; }
`;

const HASHES = __HASHES__;
/** @type {Map<string, Promise<string>>} */
const sheetTexts = new Map();
/** @param {string} url */
function fetchSheetText(url) {
  let loading = sheetTexts.get(url);
  if (!loading) {
    const name = new URL(url).pathname.split("/").pop();
    loading = fetch(url, { integrity: HASHES[`embed/${name}`] }).then((response) => {
      if (!response.ok) throw response.status;
      return response.text();
    });
    loading.catch(() => sheetTexts.delete(url));
    sheetTexts.set(url, loading);
  }
  return loading;
}

/** @type {WeakMap<Document, Map<string, CSSStyleSheet>>} */
const sheetsByDocument = new WeakMap();
/**
 * A constructed style sheet cannot be used in another document, such as a frame’s.
 * @param {Document} document
 * @param {string} text
 */
function constructedSheet(document, text) {
  const sheets = sheetsByDocument.get(document) ?? new Map();
  sheetsByDocument.set(document, sheets);
  const known = sheets.get(text);
  if (known) return known;
  const sheet = new (windowOf(document).CSSStyleSheet)();
  sheet.replaceSync(text);
  sheets.set(text, sheet);
  return sheet;
}

/** @param {Document} document An element is only opened in a document that is shown. */
const windowOf = (document) => /** @type {Window & typeof globalThis} */ (document.defaultView);

// A shadow root cannot declare fonts; these names are the atlas’s own.
const FONTS = { "Atlas Sans": "inter.woff2", "Folium Serif": "folium-serif.woff2" };
const documentsWithFonts = new WeakSet();
/** @param {Document} document */
function loadFonts(document) {
  if (documentsWithFonts.has(document)) return;
  documentsWithFonts.add(document);
  try {
    for (const [name, file] of Object.entries(FONTS)) {
      document.fonts.add(
        new (windowOf(document).FontFace)(name, `url("${new URL(file, version)}")`, {
          weight: "400 600",
          display: "swap",
        }),
      );
    }
  } catch {
    // A form named “fonts” may hide `document.fonts`; fallback fonts are used.
  }
}

/**
 * @param {Element} element
 * @returns {string | undefined}
 */
function inheritedLanguage(element) {
  /** @type {HTMLElement | null} */
  const nearest = element.closest("[lang]:not(project-atlas)");
  const outer = /** @type {Partial<ShadowRoot>} */ (element.getRootNode()).host;
  return nearest?.lang ?? (outer && inheritedLanguage(outer));
}

/**
 * In English, because the loader, which has failed, has the other languages.
 * @param {string} home
 */
function loaderAlert(home) {
  const alert = Object.assign(document.createElement("div"), { className: "loading__notice", lang: "en", dir: "ltr" });
  alert.setAttribute("role", "alert");
  const text = `The projects could not be loaded: no response, or ${version.host} does not allow access to its files. Its server has to send “Access-Control-Allow-Origin: *”; where that is not possible, show the projects in an iframe.`;
  const link = Object.assign(document.createElement("a"), { href: home, textContent: home });
  const lines = [text, link].map((content) => {
    const line = document.createElement("p");
    line.append(content);
    return line;
  });
  alert.append(...lines);
  return alert;
}

const parametersOf = (/** @type {string} */ address) => address.split("&").filter(Boolean);
const nameOfParameter = (/** @type {string} */ parameter) => parameter.split("=")[0];

class ProjectAtlas extends HTMLElement {
  static observedAttributes = ["src", "facets", "view", "lang", "theme", "query", "sync-url"];

  /** @type {ReturnType<typeof import("./loader.js").openAtlas> | undefined} */
  #atlas;
  /** @type {HTMLElement | undefined} */
  #frame;
  #isRetry = false;
  /**
   * The current query: says which of the page’s parameters are the atlas’s.
   * @type {string | undefined}
   */
  #address;
  #stopListening = () => {};

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

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (before === now || !this.#atlas) return;
    if (name === "theme") this.#setTheme();
    else if (["src", "facets", "sync-url"].includes(name) || this.dataset.atlas !== "ready") this.#reopen();
    else this.#applyAttribute(name);
  }

  /**
   * Applies a new query, or a new view or language, which keeps the visitor’s choices.
   * @param {string} name
   */
  #applyAttribute(name) {
    const chosen = parametersOf(this.#address ?? "").filter((parameter) => nameOfParameter(parameter) !== name);
    const address =
      name === "query" ? this.#queryOfAttributes() : [...this.#parameterOfAttribute(name), ...chosen].join("&");
    this.#writeAddress(address, false);
    // Another attribute may change before the answer.
    this.#address = address;
    this.#atlas?.navigate(address);
  }

  #reopen() {
    this.#close();
    this.#open();
  }

  #setTheme(theme = this.getAttribute("theme")) {
    if (this.#frame) this.#frame.dataset.theme = theme === "light" || theme === "dark" ? theme : "auto";
  }

  /** @param {string} name */
  #parameterOfAttribute(name) {
    const value = this.getAttribute(name);
    return value ? [`${name}=${encodeURIComponent(value)}`] : [];
  }

  #queryOfAttributes() {
    const query = this.getAttribute("query") ?? "";
    return [
      ...this.#parameterOfAttribute("view"),
      ...this.#parameterOfAttribute("lang"),
      ...parametersOf(query.replace(/^[?#]/, "")),
    ].join("&");
  }

  /** The part of the page’s address that holds the query, if any. */
  get #syncedPart() {
    const sync = this.getAttribute("sync-url");
    return sync === "query" || sync === "hash" ? sync : null;
  }

  #queryInAddress() {
    if (this.#syncedPart === "query") return location.search.slice(1);
    // Other fragments are targets in the page.
    if (this.#syncedPart === "hash" && location.hash.includes("=")) return location.hash.slice(1);
    return "";
  }

  /** The initial query: parameters in the page’s address override attributes. */
  #initialQuery() {
    const inAddress = parametersOf(this.#queryInAddress());
    const names = new Set(inAddress.map(nameOfParameter));
    return [
      ...parametersOf(this.#queryOfAttributes()).filter((parameter) => !names.has(nameOfParameter(parameter))),
      ...inAddress,
    ].join("&");
  }

  /** @param {string} address */
  #pageAddress(address) {
    const url = new URL(location.href);
    if (this.#syncedPart === "hash") {
      url.hash = address;
    } else {
      const own = new Set([...parametersOf(this.#address ?? ""), ...parametersOf(address)].map(nameOfParameter));
      const others = parametersOf(url.search.slice(1)).filter((parameter) => !own.has(nameOfParameter(parameter)));
      url.search = [...others, ...parametersOf(address)].join("&");
    }
    return url.href;
  }

  /**
   * @param {string} address
   * @param {boolean} isNew
   */
  #writeAddress(address, isNew) {
    if (this.#syncedPart) {
      try {
        history[isNew ? "pushState" : "replaceState"](history.state, "", this.#pageAddress(address));
      } catch {
        // Refused in some frames, and after too many changes.
      }
    }
  }

  /**
   * A link to a query: in this page if its address holds the query, otherwise on the atlas’s own.
   * @param {string} address
   * @param {URL | string} portfolio
   * @param {typeof import("./loader.js").withQuery} withQuery
   */
  #link(address, portfolio, withQuery) {
    if (this.#syncedPart) return this.#pageAddress(address);
    const home = new URL("./", import.meta.url);
    if (`${portfolio}` === new URL("portfolio.json", home).href) return withQuery(home.href, address);
    if (!(portfolio instanceof URL && /^https?:$/.test(portfolio.protocol))) return location.href;
    return withQuery(
      new URL("embed.html", home).href,
      [`src=${encodeURIComponent(portfolio.href)}`, ...parametersOf(address)].join("&"),
    );
  }

  async #open() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    const frame = Object.assign(document.createElement("div"), { className: "atlas" });
    frame.setAttribute("part", "atlas");
    const mountPoint = Object.assign(document.createElement("div"), { id: "atlas" });
    const slot = document.createElement("slot");
    const loading = Object.assign(document.createElement("div"), { className: "loading" });
    const caption = Object.assign(document.createElement("p"), { className: "loading__message", id: "loading-what" });
    const progressBar = Object.assign(document.createElement("progress"), {
      className: "loading__progress",
      id: "loading-progress",
      max: 1,
    });
    progressBar.setAttribute("aria-labelledby", "loading-what");
    loading.append(caption, progressBar);
    mountPoint.append(loading);
    frame.append(mountPoint, slot);
    // The element’s own content is shown until the atlas is ready or has failed.
    const hasFallback = [...this.childNodes].some(
      (node) => node.nodeType === 1 || /** @type {Partial<Text>} */ (node).data?.trim(),
    );
    mountPoint.hidden = hasFallback;
    this.#frame = frame;
    this.#setTheme();
    root.adoptedStyleSheets = [constructedSheet(this.ownerDocument, BASE_STYLE)];
    root.replaceChildren(frame);
    loadFonts(this.ownerDocument);
    let loader;
    try {
      loader = await loaderImport;
    } catch {
      if (this.#frame !== frame) return;
      this.dataset.atlas = "failed";
      mountPoint.replaceChildren(loaderAlert(new URL("./", import.meta.url).href));
      mountPoint.hidden = false;
      return;
    }
    // The element may have been removed meanwhile.
    if (this.#frame !== frame) return;
    const { openAtlas, supportedLanguage, browserLanguage, withQuery } = loader;

    const src = this.getAttribute("src") || new URL("portfolio.json", import.meta.url);
    const portfolio = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : src;
    const ownLanguage = supportedLanguage(inheritedLanguage(this)) ?? browserLanguage();
    const [address, queryInAddress] = [this.#initialQuery(), this.#queryInAddress()];
    /** @type {string | undefined} */
    let reported;
    /** @type {import("./loader.js").Surroundings} */
    const surroundings = {
      root,
      frame,
      mountPoint,
      portfolio,
      address,
      home: new URL("./", import.meta.url).href,
      outside: frame,
      ownPage: false,
      hasProjectPages: `${portfolio}` === new URL("portfolio.json", import.meta.url).href,
      sheets: "embed/",
      isRetry: this.#isRetry,
      facets: this.getAttribute("facets") ?? "",
      ownLanguage,
      language: supportedLanguage(new URLSearchParams(address).get("lang")) ?? ownLanguage,
      write: (address, isNew) => this.#writeAddress(address, isNew),
      link: (address) => this.#link(address, portfolio, withQuery),
      setTheme: (theme) => this.#setTheme(theme),
      setTitle: () => {},
      reportResults: (query, count) => {
        this.#address = query;
        const result = `${count} ${query}`;
        if (reported !== undefined && reported !== result) {
          this.dispatchEvent(
            new CustomEvent("atlas-change", { bubbles: true, composed: true, detail: { query, count } }),
          );
        }
        reported = result;
      },
      setState: (state) => {
        this.dataset.atlas = state;
        if (state !== "loading") mountPoint.hidden = false;
        if (state !== "ready") return;
        slot.remove();
        this.#isRetry = false;
      },
      addSheet: async (url) => {
        const sheet = constructedSheet(this.ownerDocument, await fetchSheetText(url));
        if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
      },
      retry: () => {
        this.#isRetry = true;
        this.#reopen();
      },
    };
    const navigate = () => {
      if (this.#syncedPart === "hash" && location.hash && !this.#queryInAddress()) return;
      this.#atlas?.navigate(this.#queryInAddress() === queryInAddress ? address : this.#queryInAddress());
    };
    if (this.#syncedPart) {
      addEventListener("popstate", navigate);
      this.#stopListening = () => removeEventListener("popstate", navigate);
    }
    this.#atlas = openAtlas(surroundings);
  }

  #close() {
    this.#stopListening();
    this.#stopListening = () => {};
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

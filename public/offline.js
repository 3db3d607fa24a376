// Registers the service worker and offers new versions. Loaded once the page is ready; optional.

/**
 * @typedef {object} Page
 * @property {import("./loader.js").Messages} messages The loader’s messages, in `language`.
 * @property {string} language
 * @property {HTMLElement} outside The element for notes.
 * @property {(url: string) => string} [trustUrl] On the atlas’s own page, makes a script URL trusted.
 */

/**
 * @param {string} text
 * @param {Page} page
 * @param {string} [label] A button that calls `onClick`.
 * @param {() => void} [onClick]
 */
function showNote(text, { messages, outside }, label, onClick) {
  outside.querySelector(".offline-note")?.remove();
  const note = Object.assign(document.createElement("div"), { className: "loading__notice offline-note" });
  note.setAttribute("role", "status");
  note.append(Object.assign(document.createElement("p"), { textContent: text }));
  /** @type {(label: string, onClick: () => void) => void} */
  const addButton = (label, onClick) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button",
      textContent: label,
    });
    button.addEventListener("click", onClick);
    note.append(button, " ");
  };
  if (label && onClick) addButton(label, onClick);
  addButton(onClick ? messages.notNow : messages.dismiss, () => note.remove());
  outside.append(note);
}

/**
 * @param {string} savedAt
 * @param {Page} page
 */
function showSavedNote(savedAt, page) {
  const { messages, language } = page;
  // Chromium has no Macedonian locale; German has the same numeric dates.
  /** @type {Record<string, string>} */
  const locales = { en: "en-GB", mk: "de" };
  /** @type {Intl.DateTimeFormatOptions} */
  const options = language === "mk" ? {} : { dateStyle: "long" };
  const date = new Date(savedAt).toLocaleDateString(locales[language] ?? language, options);
  showNote(messages.kept.replace("{date}", date), page);
}

/**
 * @param {Page} page
 * @param {(url: string) => string} trustUrl
 */
async function register(page, trustUrl) {
  const site = new URL("../../", import.meta.url);
  if (!navigator.serviceWorker || site.origin !== location.origin || !location.pathname.startsWith(site.pathname))
    return;
  const registration = await navigator.serviceWorker.register(trustUrl(new URL("sw.js", site).href), {
    scope: site.pathname,
    updateViaCache: "none",
  });
  const offerUpdate = () => {
    // Without a controller this is the first version, not an update.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    showNote(page.messages.update, page, page.messages.showUpdate, () => {
      // Another window may have activated it since.
      if (!registration.waiting) return location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("take over");
    });
  };
  offerUpdate();
  registration.addEventListener("updatefound", () => {
    const installing = registration.installing;
    installing?.addEventListener("statechange", () => installing.state === "installed" && offerUpdate());
  });
}

/**
 * @param {Page} page
 * @param {string | null} savedAt When the portfolio was saved, if it is a saved copy.
 */
export function enableOfflineUse(page, savedAt) {
  if (savedAt) showSavedNote(savedAt, page);
  // Nothing is saved for visitors of other sites.
  if (page.trustUrl) register(page, page.trustUrl).catch(() => {});
}

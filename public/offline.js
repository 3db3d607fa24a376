// Registers the service worker and offers new versions. Loaded once the page is ready; optional.

function showNote(text, { messages, outside }, label, onClick) {
  outside.querySelector(".offline-note")?.remove();
  const note = Object.assign(document.createElement("div"), { className: "loading__notice offline-note" });
  note.setAttribute("role", "status");
  note.append(Object.assign(document.createElement("p"), { textContent: text }));
  const addButton = (label, onClick) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button",
      textContent: label,
    });
    button.addEventListener("click", onClick);
    note.append(button, " ");
  };
  if (onClick) addButton(label, onClick);
  addButton(onClick ? messages.notNow : messages.dismiss, () => note.remove());
  outside.append(note);
}

function showSavedNote(savedAt, page) {
  const { messages, language } = page;
  // Chromium has no Macedonian locale; German has the same numeric dates.
  const locale = { en: "en-GB", mk: "de" }[language] ?? language;
  const options = language === "mk" ? {} : { dateStyle: "long" };
  const date = new Date(savedAt).toLocaleDateString(locale, options);
  showNote(messages.kept.replace("{date}", date), page);
}

async function register(page) {
  const site = new URL("../../", import.meta.url);
  if (!navigator.serviceWorker || site.origin !== location.origin || !location.pathname.startsWith(site.pathname))
    return;
  const registration = await navigator.serviceWorker.register(page.trustUrl(new URL("sw.js", site).href), {
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

// `page`: the loader’s messages, their language, the element for notes and, on the atlas’s own page, what
// makes a script URL trusted. `savedAt`: when the portfolio was saved, if it is a saved copy.
export function enableOfflineUse(page, savedAt) {
  if (savedAt) showSavedNote(savedAt, page);
  // Nothing is saved for visitors of other sites.
  if (page.trustUrl) register(page).catch(() => {});
}

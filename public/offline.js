// Registers the service worker and offers new versions. Loaded once the page is ready; optional.

function note(text, { words, outside }, label, act) {
  outside.querySelector(".offline-note")?.remove();
  const note = Object.assign(document.createElement("div"), { className: "loading__notice offline-note" });
  note.setAttribute("role", "status");
  note.append(Object.assign(document.createElement("p"), { textContent: text }));
  const button = (label, act) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: label });
    button.addEventListener("click", act);
    note.append(button, " ");
  };
  if (act) button(label, act);
  button(act ? words.later : words.dismiss, () => note.remove());
  outside.append(note);
}

function tellKept(when, said) {
  const { words, language } = said;
  // Chromium has no Macedonian locale; German has the same numeric dates.
  const locale = { en: "en-GB", mk: "de" }[language] ?? language;
  const options = language === "mk" ? {} : { dateStyle: "long" };
  const date = new Date(when).toLocaleDateString(locale, options);
  note(words.kept.replace("{date}", date), said);
}

async function register(said) {
  const site = new URL("../../", import.meta.url);
  if (!navigator.serviceWorker || site.origin !== location.origin || !location.pathname.startsWith(site.pathname)) return;
  const registration = await navigator.serviceWorker.register(said.trusted(new URL("sw.js", site).href), { scope: site.pathname, updateViaCache: "none" });
  const offer = () => {
    // Without a controller this is the first version, not an update.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    note(said.words.update, said, said.words.show, () => {
      // Another window may have activated it since.
      if (!registration.waiting) return location.reload();
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      registration.waiting.postMessage("take over");
    });
  };
  offer();
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && offer());
  });
}

// `said`: the loader’s words, their language, the element for notes and, on the atlas’s own page, what
// makes a script URL trusted. `keptSince`: when the portfolio was saved, if it is a saved copy.
export function offline(said, keptSince) {
  if (keptSince) tellKept(keptSince, said);
  // Nothing is saved for visitors of other sites.
  if (said.trusted) register(said).catch(() => {});
}

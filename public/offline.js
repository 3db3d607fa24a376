// Keeps the site for when the network is gone: registers its service worker, and offers a new
// version when there is one. Loaded once the page can be used; without it, nothing else is lost.

/** A note at the foot of the page, with a button and one that takes it away. */
function note(text, { words, outside }, label, act) {
  outside.querySelector(".offline-note")?.remove();
  const note = Object.assign(document.createElement("div"), { className: "loading__words offline-note" });
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

/** Says that the projects are a copy that was kept, and from when. */
function tellKept(when, said) {
  const { words, language } = said;
  // Chromium has no Macedonian; German writes dates in figures in the same way.
  const locale = { en: "en-GB", mk: "de" }[language] ?? language;
  const options = language === "mk" ? {} : { dateStyle: "long" };
  const date = new Date(when).toLocaleDateString(locale, options);
  note(words.kept.replace("{date}", date), said);
}

async function register(said) {
  const site = new URL("../../", import.meta.url);
  // From another origin, or out of its own folder, there is no worker.
  if (!navigator.serviceWorker || site.origin !== location.origin || !location.pathname.startsWith(site.pathname)) return;
  const registration = await navigator.serviceWorker.register(said.trusted(new URL("sw.js", site).href), { scope: site.pathname, updateViaCache: "none" });
  const offer = () => {
    // The first version of all is no news.
    if (!registration.waiting || !navigator.serviceWorker.controller) return;
    note(said.words.update, said, said.words.show, () => {
      // Another window may have taken it up since.
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

/**
 * `said`: the loader's words, the language they are in, the element that notes stand in, and, for an
 * atlas that has a page to itself, what makes a script's address a trusted one; `keptSince`: when the copy came that is shown, if it is one.
 */
export function offline(said, keptSince) {
  if (keptSince) tellKept(keptSince, said);
  // In somebody else's page nothing is kept for that page's visitors.
  if (said.trusted) register(said).catch(() => {});
}

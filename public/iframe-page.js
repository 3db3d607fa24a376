// The page in an iframe (embed.html): shows the atlas its address asks for, and sends its height to
// the host page.

const ATTRIBUTES = ["facets", "view", "lang", "theme"];

const parameters = new URLSearchParams(location.search);
const atlas = document.createElement("project-atlas");
const root = document.documentElement;

/** The query: in one `query` parameter, or as parameters of its own. */
function queryOfAddress() {
  const rest = new URLSearchParams(location.search);
  for (const name of ["src", "query", ...ATTRIBUTES]) rest.delete(name);
  return [parameters.get("query")?.replace(/^[?#]/, ""), rest.toString()].filter(Boolean).join("&");
}

// Only http(s): an address must not hold a portfolio itself.
const src = new URL("portfolio.json", new URL("../../", import.meta.url));
const requestedSrc = parameters.get("src");
const isHttp = (/** @type {string} */ address) =>
  URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol);
atlas.setAttribute(
  "src",
  !requestedSrc
    ? src.href
    : isHttp(requestedSrc)
      ? new URL(requestedSrc, document.baseURI).href
      : `refused:${requestedSrc}`,
);
for (const name of ATTRIBUTES) {
  const value = parameters.get(name);
  if (value !== null) atlas.setAttribute(name, value);
}
if (queryOfAddress()) atlas.setAttribute("query", queryOfAddress());
document.querySelector("main")?.append(atlas);

// To any origin, because a height is no secret. The host page detects its zoom by the width.
/** @type {string | undefined} */
let sentSize;
function sendSize() {
  const height = Math.ceil(atlas.getBoundingClientRect().height);
  const width = innerWidth;
  const size = `${width} by ${height}`;
  if (size === sentSize || parent === window) return;
  sentSize = size;
  parent.postMessage({ type: "atlas-height", height, width }, "*");
}
new ResizeObserver(sendSize).observe(atlas);
// Browsers do not lay out a frame out of view by themselves; its height would jump once in view.
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
function sendSizeSoon() {
  if (timer !== undefined) return;
  timer = setTimeout(() => {
    timer = undefined;
    sendSize();
  }, 50);
}
new MutationObserver(sendSizeSoon).observe(atlas, { attributes: true });
const changes = { attributes: true, characterData: true, childList: true, subtree: true };
queueMicrotask(() => new MutationObserver(sendSizeSoon).observe(/** @type {Node} */ (atlas.shadowRoot), changes));
document.fonts.addEventListener("loadingdone", sendSizeSoon);
sendSize();

// The host page replies with the part of the frame in the window, where overlays are placed. `vh`
// units would feed back into the height that is sent.
/** @param {number} windowHeight */
function setViewportHeight(windowHeight) {
  root.style.setProperty("--atlas-vh", `${windowHeight / 100}px`);
}
setViewportHeight(Math.min(screen.height || 800, 1000));
const isLength = (/** @type {number} */ value) => Number.isFinite(value) && value >= 0 && value < 1e6;
addEventListener("message", ({ source, data }) => {
  if (source !== parent || parent === window) return;
  if (data?.type === "atlas-listens") {
    sentSize = undefined;
    sendSize();
  }
  if (data?.type !== "atlas-seen") return;
  const { top, bottom, height } = data;
  if (![top, bottom, height].every(isLength) || height === 0) return;
  root.dataset.fitted = "";
  root.style.setProperty("--atlas-seen-top", `${top}px`);
  root.style.setProperty("--atlas-seen-bottom", `${bottom}px`);
  setViewportHeight(height);
});

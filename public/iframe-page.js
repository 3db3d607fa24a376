// The page in an iframe (embed.html): shows the atlas its address asks for, and sends its height to
// the host page.

const ATTRIBUTES = ["facets", "view", "lang", "theme"];

const asked = new URLSearchParams(location.search);
const atlas = document.createElement("project-atlas");
const root = document.documentElement;

/** The query: in one `query` parameter, or as parameters of its own. */
function query() {
  const rest = new URLSearchParams(location.search);
  for (const name of ["src", "query", ...ATTRIBUTES]) rest.delete(name);
  return [asked.get("query")?.replace(/^[?#]/, ""), rest.toString()].filter(Boolean).join("&");
}

// Only http(s): an address must not hold a portfolio itself.
const src = new URL("portfolio.json", new URL("../../", import.meta.url));
const wanted = asked.get("src");
const isServed = (address) => URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol);
atlas.setAttribute("src", !wanted ? src.href : isServed(wanted) ? new URL(wanted, document.baseURI).href : `refused:${wanted}`);
for (const name of ATTRIBUTES) if (asked.has(name)) atlas.setAttribute(name, asked.get(name));
if (query()) atlas.setAttribute("query", query());
document.querySelector("main").append(atlas);

// To any origin, because a height is no secret. The host page detects its zoom by the width.
let told;
function tell() {
  const height = Math.ceil(atlas.getBoundingClientRect().height);
  const width = innerWidth;
  const size = `${width} by ${height}`;
  if (size === told || parent === window) return;
  told = size;
  parent.postMessage({ type: "atlas-height", height, width }, "*");
}
new ResizeObserver(tell).observe(atlas);
// Browsers do not lay out a frame out of view by themselves; its height would jump once in view.
let due;
function tellSoon() {
  due ??= setTimeout(() => {
    due = undefined;
    tell();
  }, 50);
}
new MutationObserver(tellSoon).observe(atlas, { attributes: true });
const changes = { attributes: true, characterData: true, childList: true, subtree: true };
queueMicrotask(() => new MutationObserver(tellSoon).observe(atlas.shadowRoot, changes));
document.fonts.addEventListener("loadingdone", tellSoon);
tell();

// The host page replies with the part of the frame in the window, where overlays are placed. `vh`
// units would feed back into the height that is sent.
function size(windowHeight) {
  root.style.setProperty("--atlas-vh", `${windowHeight / 100}px`);
}
size(Math.min(screen.height || 800, 1000));
const isLength = (value) => Number.isFinite(value) && value >= 0 && value < 1e6;
addEventListener("message", ({ source, data }) => {
  if (source !== parent || parent === window) return;
  if (data?.type === "atlas-listens") {
    told = undefined;
    tell();
  }
  if (data?.type !== "atlas-seen") return;
  const { top, bottom, height } = data;
  if (![top, bottom, height].every(isLength) || height === 0) return;
  root.dataset.fitted = "";
  root.style.setProperty("--atlas-seen-top", `${top}px`);
  root.style.setProperty("--atlas-seen-bottom", `${bottom}px`);
  size(height);
});

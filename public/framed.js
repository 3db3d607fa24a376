// The page of an iframe (embed.html): an atlas as its address asks for, and a word to the page
// around it whenever its height changes.

// What the address asks for by these names goes to the element's attributes.
const ATTRIBUTES = ["facets", "view", "lang", "theme"];

const asked = new URLSearchParams(location.search);
const atlas = document.createElement("project-atlas");
const root = document.documentElement;

/** The query: as a whole under `query`, or each of its parameters by its own name. */
function query() {
  const rest = new URLSearchParams(location.search);
  for (const name of ["src", "query", ...ATTRIBUTES]) rest.delete(name);
  return [asked.get("query")?.replace(/^[?#]/, ""), rest.toString()].filter(Boolean).join("&");
}

// Only what lies on a server is fetched: no address carries a portfolio of its own.
const src = new URL("portfolio.json", new URL("../../", import.meta.url));
const wanted = asked.get("src");
const isServed = (address) => URL.canParse(address, document.baseURI) && /^https?:$/.test(new URL(address, document.baseURI).protocol);
atlas.setAttribute("src", !wanted ? src.href : isServed(wanted) ? new URL(wanted, document.baseURI).href : `refused:${wanted}`);
for (const name of ATTRIBUTES) if (asked.has(name)) atlas.setAttribute(name, asked.get(name));
if (query()) atlas.setAttribute("query", query());
document.querySelector("main").append(atlas);

// The page around it may be anyone's, and a height is no secret. By the width it finds out whether
// it measures in other pixels.
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
// Where a frame is not seen yet, browsers lay nothing out by themselves, and its height would jump
// once it is.
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

// What the page around it answers: which part of the frame is seen, so that whatever lies over the
// page lies there. Lengths by the window's height would feed back on the height that is told.
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

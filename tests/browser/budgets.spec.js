// Weights are those in bytes after brotli compression.
import { readFileSync } from "node:fs";
import { expect, test } from "./atlas.js";
import { brotliSize, builtFiles } from "./site.js";

const BUDGETS = JSON.parse(readFileSync(new URL("../../xtask/budgets.json", import.meta.url), "utf8"));
const isMapCode = (path) => /\/map\.(wasm|css)$/.test(path);
const isDeferred = (path) => /\/deferred\.(wasm|css)$/.test(path);
const isOnDemand = (path) => /\/on_demand\.(wasm|css)$/.test(path);
const isFurther = (path) => /\/further\.(wasm|css)$/.test(path);
const isGeometry = (path) => path.endsWith("world.atlas-geo");
const isFont = (path) => path.endsWith(".woff2");

function weights(paths) {
  const all = paths.map((path) => [path, brotliSize(builtFiles().get(path))]);
  return { total: all.reduce((sum, [, bytes]) => sum + bytes, 0), all };
}

test("page, style, scripts, program and portfolio together stay within the budget of the first download", async ({
  atlas,
  site,
  page,
}) => {
  await atlas.open();
  await atlas.waitForMap();
  await page.waitForLoadState("networkidle");
  const isLater = (path) => isGeometry(path) || isMapCode(path) || isDeferred(path) || isFont(path);
  const fetched = [...new Set(site.requests)].filter((path) => !isLater(path));
  for (const end of ["index.html", ".css", "project-atlas.js", "main.js", "loader.js", ".wasm", "portfolio.json"]) {
    expect(
      fetched.some((path) => path.endsWith(end)),
      end,
    ).toBe(true);
  }
  const { total, all } = weights(fetched);
  expect(total, JSON.stringify(all)).toBeLessThanOrEqual(BUDGETS.firstDownload);
});

// The files of other pages, and those for offline use.
const isElsewhere = (path) =>
  /(^|\/)(embed\.js|frame\.js|iframe-page\.(js|css)|sw\.js|offline\.js|statement\.css|static-page\.css)$|\/embed\//.test(
    path,
  );

test("the page, an embedded element, and the code loaded later stay within their budgets", () => {
  const parts = [...builtFiles().keys()].filter(
    (path) => /\.(css|m?js|wasm)$/.test(path) || ["index.html", "portfolio.json"].includes(path),
  );
  const own = parts.filter((path) => !isMapCode(path) && !isDeferred(path) && !isOnDemand(path) && !isFurther(path));
  const first = weights(own.filter((path) => !isElsewhere(path)));
  expect(first.total, JSON.stringify(first.all)).toBeLessThanOrEqual(BUDGETS.firstDownload);
  // An embedded element has its own scripts and style sheets.
  const element = weights(own.filter((path) => /embed\.js$|\/embed\/|loader\.js|project-atlas|portfolio/.test(path)));
  expect(element.total, JSON.stringify(element.all)).toBeLessThanOrEqual(BUDGETS.embeddedElement);
  // Of each chunk a page fetches a program and one of two style sheets: its own, or that of an element.
  const isOfElement = (path) => path.includes("/embed/");
  for (const [isOfChunk, budget] of [
    [isMapCode, BUDGETS.mapCode],
    [isDeferred, BUDGETS.deferred],
    [isOnDemand, BUDGETS.onDemand],
    [isFurther, BUDGETS.further],
  ]) {
    const files = parts.filter(isOfChunk);
    expect(files).toHaveLength(3);
    for (const other of [isOfElement, (path) => path.endsWith(".css") && !isOfElement(path)]) {
      expect(weights(files.filter((path) => !other(path))).total).toBeLessThanOrEqual(budget);
    }
  }
});

test("the code loaded on demand is fetched when a record is opened, and not before", async ({ atlas, site, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await page.waitForLoadState("networkidle");
  expect(site.requests.filter(isOnDemand)).toEqual([]);
  await atlas.titleLink("agire").click();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
  expect(site.requests.filter(isOnDemand)).toHaveLength(2);
});

test("the code of the timeline and the search is requested once the projects are painted", async ({
  atlas,
  site,
  page,
}) => {
  const seen = [];
  await page.route(
    (url) => isDeferred(url.pathname),
    async (route) => {
      seen.push([
        await atlas.articles.count(),
        await page.evaluate(() => performance.getEntriesByType("paint").length),
      ]);
      await route.continue();
    },
  );
  await atlas.open();
  await expect(atlas.year(2010)).toBeAttached();
  expect(site.requests.filter(isDeferred)).toHaveLength(2);
  expect(seen).toHaveLength(2);
  for (const [projects, paints] of seen) {
    // Those of the prerendered page may still be there, too.
    expect(projects).toBeGreaterThanOrEqual(6);
    expect(paints).toBeGreaterThan(0);
  }
});

test("the map’s shapes stay within their budget, and are requested once the projects are painted", async ({
  atlas,
  page,
}) => {
  let projects;
  let paints;
  await page.route("**/*.atlas-geo", async (route) => {
    projects = await atlas.articles.count();
    paints = await page.evaluate(() => performance.getEntriesByType("paint").length);
    await route.continue();
  });
  await atlas.open();
  await atlas.waitForMap();
  expect(projects).toBe(6);
  expect(paints).toBeGreaterThan(0);
  const geometry = [...builtFiles().keys()].filter(isGeometry);
  expect(geometry).toHaveLength(1);
  expect(weights(geometry).total).toBeLessThanOrEqual(BUDGETS.mapShapes);
});

test("fonts stay within their budget", () => {
  const fonts = [...builtFiles().keys()].filter(isFont);
  expect(fonts.length).toBeGreaterThan(0);
  const total = fonts.reduce((sum, path) => sum + builtFiles().get(path).length, 0);
  expect(total).toBeLessThanOrEqual(BUDGETS.fonts);
});

test("nothing is fetched twice", async ({ atlas, site, page }) => {
  await atlas.open("country=RO&project=agire");
  await atlas.waitForMap();
  await page.waitForLoadState("networkidle");
  expect(site.requests.toSorted()).toEqual([...new Set(site.requests)].sort());
});

test("fonts that never arrive do not delay text", async ({ atlas, site, page }) => {
  site.injectFault(".woff2", { stallAfter: 0 });
  await atlas.open();
  // Playwright’s own screenshots wait for fonts.
  const devtools = await page.context().newCDPSession(page);
  const { x, y, width, height } = await page.getByRole("heading", { level: 1 }).boundingBox();
  const clip = { x, y, width, height, scale: 1 };
  const seen = async () => (await devtools.send("Page.captureScreenshot", { clip })).data;
  const withText = await seen();
  await page.addStyleTag({ content: "h1 { color: transparent !important; }" });
  expect(await seen()).not.toBe(withText);
  const displays = await page.evaluate(() =>
    [...document.styleSheets]
      .flatMap((sheet) => [...sheet.cssRules])
      .filter((rule) => rule instanceof CSSFontFaceRule)
      .map((rule) => rule.style.fontDisplay),
  );
  expect(displays.length).toBeGreaterThan(0);
  for (const display of displays) expect(["optional", "swap", "fallback"]).toContain(display);
  await page.addStyleTag({ content: "h1 { color: inherit !important; }" });
});

test("the browser can load both fonts", async ({ atlas, page }) => {
  await atlas.open();
  const loaded = await page.evaluate(async () => {
    await Promise.all([...document.fonts].map((face) => face.load()));
    return [...document.fonts].map((face) => `${face.family.replaceAll('"', "")} ${face.status}`).sort();
  });
  expect(loaded).toEqual(["Atlas Sans loaded", "Folium Serif loaded"]);
});

import { readFileSync } from "node:fs";
import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

const legend = (atlas) => atlas.map.getByRole("list", { name: "Projects per country" });
const TWICE = ["AZ", "IT", "MD", "MK", "RO"];

test("the legend lists the classes of the map, and follows the filters", async ({ atlas }) => {
  await atlas.open();
  await atlas.waitForMap();
  await expect(legend(atlas).getByRole("listitem")).toHaveText(["0", "1", "2 projects"]);
  await expect(legend(atlas).locator("button, [tabindex]")).toHaveCount(0);
  await atlas.checkbox("donor", "united-states-agency-for-international-development").check();
  await expect(atlas.country("XK")).toHaveAttribute("data-count", "1");
  await expect(atlas.country("IT")).toHaveAttribute("data-count", "0");
});

test("the table shows the same as the map, and countries can be selected in it by keyboard", async ({
  atlas,
  page,
}) => {
  await atlas.open("donor=european-union");
  await atlas.waitForMap();
  const summary = atlas.map.getByText("View as table");
  await summary.focus();
  await page.keyboard.press("Enter");
  const table = atlas.map.getByRole("table");
  const rows = table.locator("tbody tr");
  await expect(rows).toHaveCount(20);
  const row = (name) => rows.filter({ hasText: name });
  await expect(row("Azerbaijan")).toContainText("2");
  await expect(row("Azerbaijan")).toContainText("50 %");
  for (const code of [...TWICE, "LB", "XK"]) {
    const name = await atlas.value("country", code).locator(".facet-row__name").textContent();
    const count = await atlas.country(code).getAttribute("data-count");
    await expect(
      rows
        .filter({ has: page.getByText(name, { exact: true }) })
        .locator("td")
        .first(),
    ).toHaveText(count);
  }
  const romania = table.getByRole("checkbox", { name: "Romania" });
  await romania.focus();
  await page.keyboard.press("Space");
  await atlas.expectQuery("country=RO", "donor=european-union");
  await expect(atlas.country("RO")).toHaveAttribute("aria-pressed", "true");
  // A share is of the results of all other filters, whatever countries are selected.
  await expect(row("Azerbaijan")).toContainText("50 %");
  await expect(table.getByRole("checkbox", { name: "Lebanon" })).toBeDisabled();
});

test("the map is saved as an SVG image that needs no style sheet", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  await atlas.waitForMap();
  await atlas.map.getByText("Download map").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    atlas.map.getByRole("button", { name: "SVG" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("map.svg");
  const svg = readFileSync(await download.path(), "utf8");
  const blank = await page.context().newPage();
  const result = await blank.evaluate((svg) => {
    const file = new DOMParser().parseFromString(svg, "image/svg+xml");
    const fills = [...file.querySelectorAll("path")].map((path) => path.getAttribute("fill"));
    return {
      error: file.querySelector("parsererror")?.textContent,
      text: file.documentElement.textContent,
      paths: fills.length,
      fills: new Set(fills).size,
      leftovers: file.querySelectorAll("[class], [style], [role], script, foreignObject").length,
    };
  }, svg);
  await blank.close();
  expect(result.error).toBeUndefined();
  expect(result.paths).toBeGreaterThan(100);
  expect(result.fills).toBeGreaterThan(2);
  expect(result.leftovers).toBe(0);
  expect(result.text).toContain("Completed Projects");
  expect(result.text).toContain("2 of 6 projects in Romania");
  for (const fact of ["Source: The web page", "accessed "]) expect(result.text).toContain(fact);
  expect(svg).toContain("@font-face{font-family:'Atlas Sans'");
  expect(svg).toContain("@font-face{font-family:'Folium Serif'");
  expect(result.text).toContain("country=RO");
  expect(result.text).toContain("Boundaries and names do not imply endorsement.");
  expect(result.text).toContain("Romania");
});

test("a picture of the map says what was selected, its source and its date", async ({ atlas, page, site }) => {
  site.putPortfolio({
    ...portfolio(
      { id: "a", title: "A", countries: ["RO"], start: "2010", end: "2012", donors: ["A fund"] },
      { id: "b", title: "B", countries: ["IT"] },
    ),
    title: "A list",
    publisher: { name: "An office" },
    licence: "CC BY 4.0",
    source: "A web page",
    updated: "2024-05",
  });
  await atlas.open("country=RO&donor=a-fund&from=2009");
  await atlas.waitForMap();
  await atlas.map.getByText("Download map").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    atlas.map.getByRole("button", { name: "SVG" }).click(),
  ]);
  const texts = [...readFileSync(await download.path(), "utf8").matchAll(/<text [^>]*>([^<]*)</g)]
    .map(([, text]) => text)
    .join("\n");
  expect(texts).toContain("A list");
  expect(texts).toMatch(/1 of 2 projects in Romania [\s\S]*A fund active from 2009/);
  expect(texts).toContain("Published by: An office · Source: A web page · Licence: CC BY 4.0 · Last updated: May 2024");
  expect(texts).toMatch(/country=RO[\s\S]*accessed \d/);
});

test("the map is saved as a PNG image at twice the resolution of the page", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const { width } = await atlas.map.locator(".map__view").boundingBox();
  await atlas.map.getByText("Download map").click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    atlas.map.getByRole("button", { name: "PNG" }).click(),
  ]);
  const png = readFileSync(await download.path());
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(Math.abs(png.readUInt32BE(16) - 2 * (width + 48))).toBeLessThanOrEqual(2);
  // A blank picture of this size would be a few kilobytes.
  expect(png.length).toBeGreaterThan(50_000);
});

test("detailed borders are fetched once, when the map is zoomed in, and replace the coarse ones", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(portfolio({ id: "north", title: "North", countries: ["NO", "SE", "FI"] }));
  await atlas.open();
  await atlas.waitForMap();
  await page.waitForLoadState("networkidle");
  const requests = () => site.requests.filter((path) => path.endsWith("world-close.atlas-geo")).length;
  expect(requests()).toBe(0);
  const norway = atlas.map.locator('.map__view [data-shape="NO"]');
  const points = async () => (await norway.getAttribute("d")).match(/-?[\d.]+[ -]/g).length;
  const coarse = await points();
  await atlas.country("SE").focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press("+");
  await expect(atlas.map.locator('[data-detail="close"]')).toHaveCount(1);
  expect(await points()).toBeGreaterThan(coarse * 1.3);
  expect(requests()).toBe(1);
  const { x, y, width, height } = await atlas.country("SE").boundingBox();
  const under = await page.evaluate(
    ([x, y]) => document.elementsFromPoint(x, y).map((it) => it.dataset?.shape),
    [x + width / 2, y + height / 2],
  );
  expect(under).toContain("SE");
  await page.keyboard.press("0");
  await atlas.country("SE").focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press("+");
  expect(requests()).toBe(1);
});

test("without the detailed borders the map still zooms with the coarse ones", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.injectFault("world-close.atlas-geo", { status: 404 });
  await atlas.open();
  await atlas.waitForMap();
  await atlas.country("RO").focus();
  for (let press = 0; press < 5; press++) await page.keyboard.press("+");
  await expect(atlas.map.locator(".map__layer")).toHaveCSS("transform", /matrix\(1, 0, 0, 1, -\d{3,}/);
  await expect(atlas.alert).toHaveCount(0);
  await page.keyboard.press("Enter");
  await atlas.expectQuery("country=RO");
});

test("the map looks right with one project, with no country, and with two hundred selected countries", async ({
  atlas,
  page,
  site,
}) => {
  test.slow();
  site.putPortfolio(portfolio({ id: "one", title: "One", countries: ["MT"] }));
  await atlas.open();
  await atlas.waitForMap();
  await expect(atlas.country("MT")).toBeVisible();
  await expect(legend(atlas).getByRole("listitem")).toHaveText(["0", "1 project"]);
  await page.getByRole("button", { name: "Zoom to results" }).click();
  await expect(atlas.country("MT")).toBeInViewport();

  site.putPortfolio(portfolio({ id: "nowhere", title: "Nowhere" }));
  await atlas.open();
  await expect(atlas.articles).toHaveCount(1);
  await expect(atlas.map).toHaveCount(0);

  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters
    .flatMap((a) => letters.map((b) => a + b))
    .filter(
      (code) =>
        names.of(code) && !/^(EU|EZ|UN|QO|ZZ|XA|XB|AC|CP|CQ|DG|EA|IC|TA|SU|YU|ZR|TP|NT|FX|BU|CS|DD|AN)$/.test(code),
    );
  site.putPortfolio(
    portfolio(...codes.map((code) => ({ id: code.toLowerCase(), title: `In ${code}`, countries: [code] }))),
  );
  await atlas.open(
    codes
      .slice(0, 200)
      .map((code) => `country=${code}`)
      .join("&"),
  );
  await atlas.waitForMap();
  await expect.poll(() => atlas.map.locator('.country-dot[aria-pressed="true"]').count()).toBeGreaterThan(180);
  await expect(atlas.map.locator('.country-dot[aria-pressed="false"]').first()).toBeAttached();
});

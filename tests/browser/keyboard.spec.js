import { expect, test } from "./atlas.js";

function focused(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const box = element.getBoundingClientRect();
    const seen = (it) => {
      const style = getComputedStyle(it);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
      const drawn = it instanceof SVGElement && style.stroke !== "none" && parseFloat(style.strokeWidth) > 1;
      return outlined || drawn;
    };
    return {
      what: element.getAttribute("aria-label") ?? (element.labels?.[0]?.textContent || element.innerText),
      tag: element.tagName.toLowerCase(),
      inSight:
        box.width > 0 &&
        box.height > 0 &&
        box.bottom > 0 &&
        box.top < innerHeight &&
        box.right > 0 &&
        box.left < innerWidth,
      isMarked: [element, ...element.querySelectorAll("*")].some(seen),
    };
  });
}

test("from the top to a record and back, by keyboard alone", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const { keyboard } = page;
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to projects" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Skip to projects" })).toBeInViewport();
  await keyboard.press("Tab");
  await expect(atlas.search).toBeFocused();
  await keyboard.type("trafficking");
  for (let presses = 0; presses < 5; presses += 1) await keyboard.press("Tab");
  await expect(atlas.facetSearch("country")).toBeFocused();
  await keyboard.type("roma");
  // The region’s toggle, checkbox and exclude button come first.
  for (let presses = 0; presses < 4; presses += 1) await keyboard.press("Tab");
  await expect(atlas.checkbox("country", "RO")).toBeFocused();
  await keyboard.press("Space");
  await atlas.expectShown("agire", "trm-ii");
  await expect(atlas.checkbox("country", "RO")).toBeFocused();
  await keyboard.press("Tab");
  await expect(atlas.excludeButton("country", "RO")).toBeFocused();
  await keyboard.press("Tab");
  await expect(atlas.checkbox("donor", "european-union")).toBeFocused();
  await keyboard.press("Space");
  await atlas.expectShown("agire");
  await expect(atlas.checkbox("donor", "european-union")).toBeFocused();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await atlas.titleLink("agire").evaluate((it) => it === document.activeElement)) break;
    await keyboard.press("Tab");
  }
  await expect(atlas.titleLink("agire")).toBeFocused();
  await keyboard.press("Enter");
  await expect(atlas.record).toBeVisible();
  await keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
  await expect(atlas.titleLink("agire")).toBeFocused();
});

test("the first tab stop skips to the projects", async ({ atlas, page }) => {
  await atlas.open();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(atlas.view("Cards")).toBeFocused();
  await atlas.sortSelect.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Share or embed" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(atlas.titleLink("heroine-route")).toBeFocused();
});

test("every tab stop is in view, marked and named, and none is a keyboard trap", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  await atlas.waitForMap();
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (stop === null || stops.length > 150) break;
    stops.push(stop);
  }
  expect(stops.length).toBeGreaterThan(30);
  expect(stops.length).toBeLessThan(120);
  expect(stops.filter((stop) => !(stop.inSight && stop.isMarked && stop.what))).toEqual([]);
  for (const part of ["Remove Romania", "Zoom in", "Romania", "2010", "European Union"]) {
    expect(
      stops.some((stop) => stop.what.includes(part)),
      part,
    ).toBe(true);
  }
});

test("Shift+Tab enters the map and leaves it again", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await page.getByRole("button", { name: "Zoom in" }).focus();
  await page.keyboard.press("Shift+Tab");
  await expect(atlas.map.getByRole("group").first().locator('[data-country][tabindex="0"]')).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(atlas.map.locator(":focus")).toHaveCount(0);
});

test("clearing all filters moves the focus to the results", async ({ atlas, page }) => {
  await atlas.open("country=RO&country=MD&donor=european-union");
  await atlas.clearAll.focus();
  await page.keyboard.press("Enter");
  await expect(atlas.articles).toHaveCount(6);
  await expect(page.locator("#results")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(atlas.view("Cards")).toBeFocused();
});

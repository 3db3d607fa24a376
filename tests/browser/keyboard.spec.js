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
    // A link that covers its card has its outline around the card.
    const covers = getComputedStyle(element, "::after");
    const coverOutlined =
      covers.content !== "none" && covers.outlineStyle !== "none" && parseFloat(covers.outlineWidth) > 0;
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
      isMarked: coverOutlined || [element, ...element.querySelectorAll("*")].some(seen),
    };
  });
}

test("from the top to a record and back, by keyboard alone", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const { keyboard } = page;
  for (const name of ["Skip to projects", "Skip to filters", "Skip to map"]) {
    await keyboard.press("Tab");
    await expect(page.getByRole("link", { name })).toBeFocused();
    await expect(page.getByRole("link", { name })).toBeInViewport();
  }
  await keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Completed Projects" })).toBeFocused();
  await keyboard.press("Tab");
  await expect(atlas.search).toBeFocused();
  await keyboard.type("trafficking");
  // The language, the theme, the order of the options and the facet’s toggle.
  for (let presses = 0; presses < 5; presses += 1) await keyboard.press("Tab");
  await expect(atlas.facetSearch("country")).toBeFocused();
  await keyboard.type("roma");
  // The list of values is one tab stop; its first checkbox is the region’s.
  await keyboard.press("Tab");
  await expect(page.locator("[data-facet=country] input[type=checkbox]:focus")).toHaveCount(1);
  await keyboard.press("ArrowDown");
  await expect(atlas.checkbox("country", "RO")).toBeFocused();
  await keyboard.press("Space");
  await atlas.expectShown("agire", "trm-ii");
  await expect(atlas.checkbox("country", "RO")).toBeFocused();
  await keyboard.press("ArrowRight");
  await expect(atlas.excludeButton("country", "RO")).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.getByRole("combobox", { name: "Projects with" })).toBeFocused();
  await keyboard.press("Tab");
  await expect(atlas.facet("donor").locator(".facet__toggle")).toBeFocused();
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

test("the first three tab stops skip to the projects, the filters and the map", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(atlas.titleLink("heroine-route")).toBeFocused();
  for (const [name, within] of [
    ["Skip to filters", page.locator("#filters")],
    ["Skip to map", page.locator("#overview").locator("xpath=..")],
  ]) {
    await page.getByRole("link", { name }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(within.locator(":focus"), name).toBeInViewport();
  }
});

test("the views, the order and sharing come before the map, and the map before the projects", async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await atlas.sortSelect.focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Share or embed" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(atlas.overviewToggle).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(atlas.overviewToggle).toHaveAttribute("aria-expanded", "false");
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

test("no tab stop is hidden behind the bar of the results, going back from the end of the page", async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await atlas.waitForMap();
  await page.locator(".site-footer a").last().focus();
  const hidden = [];
  let stops = 0;
  for (;;) {
    await page.keyboard.press("Shift+Tab");
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === document.body || element.closest(".results-bar, .filters, .site-header")) return null;
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const bar = document.querySelector(".results-bar").getBoundingClientRect();
      const across = left < bar.right && right > bar.left;
      return { what: element.outerHTML.slice(0, 90), hidden: across && top < bar.bottom - 1 && bottom - bar.top > 1 };
    });
    if (stop === null) break;
    stops += 1;
    if (stop.hidden) hidden.push(stop.what);
  }
  expect(stops).toBeGreaterThan(20);
  expect(hidden).toEqual([]);
});

test("a facet’s values are one tab stop, and arrow keys move in them", async ({ atlas, page }) => {
  await atlas.open("donor=european-union");
  const { keyboard } = page;
  await atlas.facet("donor").locator(".facet__toggle").focus();
  await keyboard.press("Tab");
  await expect(page.locator("[data-facet=donor] :focus")).toHaveCount(1);
  await atlas.checkbox("donor", "european-union").focus();
  await keyboard.press("ArrowRight");
  await expect(atlas.excludeButton("donor", "european-union")).toBeFocused();
  await keyboard.press("ArrowLeft");
  await expect(atlas.checkbox("donor", "european-union")).toBeFocused();
  const values = await atlas.visibleValues("donor");
  await keyboard.press("End");
  await expect(atlas.facet("donor").locator(`[data-value="${values.at(-1)}"] :focus`)).toHaveCount(1);
  await keyboard.press("Home");
  await expect(atlas.checkbox("donor", values[0])).toBeFocused();
  await keyboard.press("Tab");
  await expect(page.locator("[data-facet=donor] li :focus")).toHaveCount(0);
});

test("“?” lists the keys, but not while typing", async ({ atlas, page }) => {
  await atlas.open();
  await page.locator("#results").focus();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog");
  await expect(keys).toBeVisible();
  await expect(keys.locator("kbd").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await expect(page.locator("#results")).toBeFocused();
  await atlas.search.focus();
  await page.keyboard.type("?");
  await expect(atlas.search).toHaveValue("?");
  await expect(keys).toHaveCount(0);
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
  await expect(atlas.titleLink("heroine-route")).toBeFocused();
});

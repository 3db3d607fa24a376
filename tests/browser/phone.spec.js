import { expect, test } from "./atlas.js";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const filters = (atlas) => atlas.page.getByRole("button", { name: /^Filters/ });

test("the projects come first, and a button opens the filters", async ({ atlas }) => {
  await atlas.open();
  await expect(filters(atlas)).toBeVisible();
  await expect(atlas.facet("country")).toBeHidden();
  await expect(atlas.map).toBeHidden();
  await expect(atlas.articles.first()).toBeInViewport();
  await atlas.expectNoHorizontalOverflow();
});

test("the map and the timeline are shown on request", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.overviewToggle.tap();
  await atlas.waitForMap();
  await expect(atlas.map).toBeInViewport();
  await expect(atlas.year(2010)).toBeVisible();
  await expect(page.locator(".project-bar").first()).toBeVisible();
  await atlas.expectNoHorizontalOverflow();
  await atlas.expectAccessible();
  await atlas.overviewToggle.tap();
  await expect(atlas.map).toBeHidden();
});

test("the language and the theme are behind a button", async ({ atlas, page }) => {
  await atlas.open();
  const settings = page.getByRole("button", { name: "Settings" });
  await expect(page.locator("#language")).toBeHidden();
  await expect(atlas.theme).toBeHidden();
  await settings.tap();
  await expect(atlas.theme).toBeVisible();
  await atlas.expectNoHorizontalOverflow();
  await atlas.expectAccessible();
  await page.locator("#language").selectOption("de");
  await expect(atlas.status).toHaveText("6 Projekte");
});

test("filters are selected in a sheet, which shows the number of results", async ({ atlas, page }) => {
  await atlas.open();
  await filters(atlas).tap();
  await expect(page.getByRole("heading", { name: "Filters" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "Close filters" })).toBeFocused();
  await atlas.expectNoHorizontalOverflow();
  await atlas.expectAccessible();
  await atlas.checkbox("country", "RO").tap();
  const show = page.getByRole("button", { name: "Show 2 projects" });
  await expect(show).toBeInViewport();
  await atlas.checkbox("donor", "european-union").tap();
  await page.getByRole("button", { name: "Show 1 project", exact: true }).tap();
  await expect(atlas.facet("country")).toBeHidden();
  await atlas.expectShown("agire");
  await expect(atlas.status).toBeInViewport();
  await expect(filters(atlas)).toHaveText(/Filters\s*2/);
});

test("every part of the sheet can be scrolled into view", async ({ atlas, page }) => {
  await atlas.open();
  await filters(atlas).tap();
  await page.getByRole("combobox", { name: "To" }).scrollIntoViewIfNeeded();
  await expect(page.getByRole("combobox", { name: "To" })).toBeInViewport();
  await expect(page.getByRole("button", { name: "Close filters" })).toBeInViewport();
  await page.getByRole("combobox", { name: "To" }).selectOption("2008");
  await page.getByRole("button", { name: "Show 1 project", exact: true }).tap();
  await atlas.expectShown("agire");
});

test("the sheet closes by its button and by Escape, and returns the focus", async ({ atlas, page }) => {
  await atlas.open();
  await filters(atlas).tap();
  await expect(filters(atlas)).toHaveAttribute("aria-expanded", "true");
  await page.getByRole("button", { name: "Close filters" }).tap();
  await expect(atlas.facet("country")).toBeHidden();
  await expect(filters(atlas)).toBeFocused();
  await expect(filters(atlas)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect(atlas.facet("country")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(atlas.facet("country")).toBeHidden();
  await expect(filters(atlas)).toBeFocused();
});

test("elements behind the open sheet cannot be reached", async ({ atlas, page }) => {
  await atlas.open();
  await filters(atlas).tap();
  const outside = new Set();
  for (let presses = 0; presses < 70; presses += 1) {
    await page.keyboard.press("Tab");
    outside.add(
      await page.evaluate(() => {
        const element = document.activeElement;
        const within = !element || element === document.body || element.closest("#filters");
        return within ? null : element.outerHTML.slice(0, 80);
      }),
    );
  }
  expect([...outside].filter(Boolean)).toEqual([]);
});

test("filters selected in the sheet are kept in the address, after a rotation and after a reload", async ({
  atlas,
  page,
}) => {
  await atlas.open();
  await filters(atlas).tap();
  await atlas.checkbox("country", "LB").tap();
  await atlas.expectQuery("country=LB");
  await page.setViewportSize({ width: 844, height: 390 });
  await expect(atlas.checkbox("country", "LB")).toBeChecked();
  await page.reload();
  await atlas.ready();
  await atlas.expectShown("telae");
  await atlas.expectNoHorizontalOverflow();
});

test("small countries can be tapped", async ({ atlas }) => {
  await atlas.open();
  await atlas.overviewToggle.tap();
  await atlas.waitForMap();
  for (const code of ["XK", "ME", "MD", "BR", "AL"]) {
    await atlas.country(code).tap();
    await atlas.expectQuery(`country=${code}`);
    await atlas.country(code).tap();
    await atlas.expectQuery();
  }
});

test("touch targets are large enough for a finger", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  const small = async (locator, least) => {
    for (const target of await locator.all()) {
      const { width, height } = await target.boundingBox();
      const what = (await target.getAttribute("aria-label")) ?? (await target.innerText());
      expect(Math.min(width, height), what).toBeGreaterThanOrEqual(least);
    }
  };
  await small(filters(atlas), 36);
  await small(atlas.activeFilters.getByRole("button"), 24);
  await small(atlas.articles.getByRole("button"), 24);
  await small(atlas.overviewToggle, 36);
  await small(page.getByRole("button", { name: "Settings" }), 36);
  await filters(atlas).tap();
  for (const row of await atlas.facet("donor").locator("label:visible").all()) {
    expect((await row.boundingBox()).height).toBeGreaterThanOrEqual(44);
  }
  await small(page.getByRole("button", { name: "Close filters" }), 44);
});

test("a record fills the screen and closes again", async ({ atlas, page }) => {
  await atlas.open("country=LB");
  await atlas.titleLink("telae").tap();
  await expect(atlas.record).toBeVisible();
  await atlas.expectNoHorizontalOverflow();
  const sideways = await atlas.record.evaluate((it) => it.scrollWidth - it.clientWidth);
  expect(sideways).toBe(0);
  await atlas.expectAccessible();
  await atlas.record.getByRole("button", { name: "Close" }).tap();
  await expect(atlas.record).toHaveCount(0);
  await page.goBack();
  await expect(atlas.record).toBeVisible();
});

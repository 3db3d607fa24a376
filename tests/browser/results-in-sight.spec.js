import { expect, test } from "./atlas.js";
import { bundled, manyProjects } from "./portfolios.js";

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const DESKTOP = { viewport: { width: 1280, height: 800 } };

const scrollPosition = (page) =>
  page.evaluate(() => {
    const top = (selector) => Math.round(document.querySelector(selector).getBoundingClientRect().top);
    return { scrolled: Math.round(scrollY), heading: top(".summary__heading"), results: top("#results") };
  });

/** The number of results and the start of the results are in sight. The page has stayed, or scrolled to it. */

async function expectHeading(page, before) {
  await expect
    .poll(() => page.evaluate(() => Boolean(document.activeElement?.matches("#results, .summary *"))))
    .toBe(true);
  const settled = async () => {
    const now = await scrollPosition(page);
    const stays = ["scrolled", "heading", "results"].some((it) => Math.abs(now[it] - before[it]) <= 1);
    const isAtTop = now.results <= 160;
    const inSight = [now.heading, now.results].every((top) => top >= 0 && top < page.viewportSize().height);
    return (stays || isAtTop) && inSight ? "in sight" : { before, now };
  };
  await expect.poll(settled).toBe("in sight");
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)))),
  );
  expect(await settled()).toBe("in sight");
}

for (const count of [6, 40, 300, 3000]) {
  const fill = (site) => site.putPortfolio(count === 6 ? bundled() : manyProjects(count));
  const country = count === 6 ? "RO" : "KE";

  test.describe(`on a phone, with ${count} projects`, () => {
    test.use(PHONE);

    test("“Show projects” scrolls to their heading", async ({ atlas, page, site }) => {
      fill(site);
      await atlas.open();
      await page.getByRole("button", { name: /^Filters/ }).tap();
      await atlas.checkbox("country", country).tap();
      const before = await scrollPosition(page);
      await page.getByRole("button", { name: /^Show \d+ projects?$/ }).tap();
      await expectHeading(page, before);
    });

    test("removing a chip by touch keeps the heading in view", async ({ atlas, page, site }) => {
      fill(site);
      await atlas.open(`country=${country}`);
      const chip = atlas.activeFilters.getByRole("button").first();
      await chip.scrollIntoViewIfNeeded();
      const before = await scrollPosition(page);
      await chip.tap();
      await expectHeading(page, before);
    });
  });

  test.describe(`on a desktop, with ${count} projects`, () => {
    test.use(DESKTOP);

    for (const [how, press] of [
      ["mouse", (it) => it.click()],
      ["keyboard", (it) => it.press("Enter")],
    ]) {
      test(`removing chips and clearing all by ${how} keeps the heading in view`, async ({ atlas, page, site }) => {
        fill(site);
        await atlas.open(`country=${country}`);
        await atlas.waitForMap();
        const chip = atlas.activeFilters.getByRole("button").first();
        await chip.scrollIntoViewIfNeeded();
        let before = await scrollPosition(page);
        await press(chip);
        await expectHeading(page, before);
        await page.evaluate(() => scrollTo(0, 0));
        await atlas.checkbox("country", country).check();
        await atlas.clearAll.scrollIntoViewIfNeeded();
        before = await scrollPosition(page);
        await press(atlas.clearAll);
        await expectHeading(page, before);
      });
    }
  });
}

test("clearing the comparison does not move what is in view", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(300));
  await atlas.open("compare=p-001");
  await atlas.waitForMap();
  const card = atlas.articles.nth(12);
  await card.scrollIntoViewIfNeeded();
  expect((await scrollPosition(page)).scrolled).toBeGreaterThan(1000);
  // Cards above that are laid out now change the page’s scroll position, but not what is in view.
  const top = async () => Math.round((await card.boundingBox()).y);
  const before = await top();
  await page.getByRole("button", { name: "Clear comparison", exact: true }).click();
  await atlas.expectQuery();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("results");
  expect(await top()).toBe(before);
});

test("the skip link scrolls to the heading of the results", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(300));
  await atlas.open();
  await atlas.waitForMap();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  // Below the bar, which stays in view.
  await expect.poll(async () => (await scrollPosition(page)).results).toBeLessThan(160);
  const { heading, results } = await scrollPosition(page);
  expect(heading).toBeGreaterThanOrEqual(0);
  const bar = await page.locator(".results-bar").evaluate((it) => it.getBoundingClientRect().bottom);
  expect(results).toBeGreaterThanOrEqual(Math.floor(bar));
});

for (const width of [360, 1280]) {
  test(`at ${width} px other results begin in sight if the page is scrolled past their start`, async ({
    atlas,
    page,
    site,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    site.putPortfolio(manyProjects(300));
    await atlas.open("view=cards&sort=title");
    await atlas.articles.nth(12).scrollIntoViewIfNeeded();
    expect((await scrollPosition(page)).results).toBeLessThan(-1000);
    await atlas.articles.nth(12).getByRole("link", { name: "Donor 2", exact: true }).click();
    await expect(atlas.status).toHaveText("30 of 300 projects");
    await expect.poll(async () => (await scrollPosition(page)).results).toBeGreaterThanOrEqual(0);
    const { heading, results } = await scrollPosition(page);
    expect(heading).toBeGreaterThanOrEqual(0);
    expect(results).toBeLessThanOrEqual(160);
    await expect(page.locator("#results")).toBeFocused();
    // Not covered by the bar.
    const at = await atlas.articles.first().evaluate((it) => {
      const { left, top } = it.getBoundingClientRect();
      return it.contains(document.elementFromPoint(left + 20, top + 8));
    });
    expect(at).toBe(true);
  });
}

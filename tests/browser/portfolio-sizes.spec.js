import { expect, test } from "./atlas.js";
import { manyProjects, portfolio } from "./portfolios.js";

test("a portfolio without projects says so", async ({ atlas, site }) => {
  site.putPortfolio({ title: "A new portfolio", publisher: { name: "The Publisher" }, projects: [] });
  await atlas.open();
  await expect(atlas.page.getByRole("heading", { level: 1 })).toHaveText("A new portfolio");
  await expect(atlas.page.getByRole("main")).toContainText("There are no projects in this list yet.");
  await expect(atlas.page.getByRole("banner")).toContainText("The Publisher");
  await expect(atlas.alert).toHaveCount(0);
});

test("a project needs no more than a title", async ({ atlas, site }) => {
  site.putPortfolio(portfolio({ title: "The only one" }));
  await atlas.open();
  await expect(atlas.page.getByRole("complementary", { name: "Filters" })).toHaveCount(0);
  await expect(atlas.page.getByRole("combobox", { name: "Sort options by" })).toHaveCount(0);
  await expect(atlas.status).toHaveText("1 project");
  await expect(atlas.articles).toHaveCount(1);
  await expect(atlas.articles.getByRole("heading")).toHaveText("The only one");
  await expect(atlas.alert).toHaveCount(0);
  await atlas.articles.getByRole("heading").getByRole("link").click();
  await expect(atlas.record).toContainText("The only one");
  await expect(atlas.record).toContainText("Not specified");
});

test("many projects are shown a page at a time, and all can be found", async ({ atlas, site }) => {
  site.putPortfolio(manyProjects(300));
  await atlas.open();
  await expect(atlas.status).toHaveText("300 projects");
  const first = await atlas.articles.count();
  expect(first).toBeGreaterThanOrEqual(10);
  expect(first).toBeLessThanOrEqual(60);
  await atlas.page.getByRole("button", { name: /^Show \d+ more/ }).click();
  await expect.poll(() => atlas.articles.count()).toBeGreaterThan(first);
  // Each donor has a tenth of the projects, each theme a fifth.
  await atlas.checkbox("donor", "donor-3").check();
  await expect(atlas.status).toHaveText("30 of 300 projects");
  await atlas.search.fill("Project 014");
  await expect(atlas.status).toHaveText("1 of 300 projects");
  await atlas.expectShown("p-014");
});

test("the last of many projects can be reached", async ({ atlas, site }) => {
  site.putPortfolio(manyProjects(60));
  await atlas.open("sort=title");
  const more = atlas.page.getByRole("button", { name: /^Show \d+ more/ });
  while ((await more.count()) > 0) await more.click();
  await expect(atlas.articles).toHaveCount(60);
  await expect(atlas.article("p-060")).toBeVisible();
});

test("a filter on many projects takes effect within half a second", async ({ atlas, site, page }) => {
  site.putPortfolio(manyProjects(300));
  await atlas.open();
  await atlas.waitForMap();
  const took = await page.evaluate(async () => {
    const box = document.querySelector('[data-facet="theme"] [data-value="theme-2"] input');
    const start = performance.now();
    box.click();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now() - start;
  });
  await expect(atlas.status).toHaveText("60 of 300 projects");
  expect(took).toBeLessThan(500);
});

/** Presses the button for more projects, and returns how many it says that it adds. */
async function showMore(page) {
  const more = page.getByRole("button", { name: /^Show \d+ more/ });
  const [added] = /\d+/.exec(await more.textContent());
  await more.press("Enter");
  return Number(added);
}

test("more projects are added to those shown, and the first of them gets the focus", async ({ atlas, site, page }) => {
  site.putPortfolio(portfolio(...Array.from({ length: 100 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}` }))));
  await atlas.open("view=cards&sort=title");
  const first = await atlas.articles.first().elementHandle();
  const shown = 24 + (await showMore(page));
  await expect(atlas.articles).toHaveCount(shown);
  await expect(atlas.articles.nth(24).getByRole("heading").getByRole("link")).toBeFocused();
  const next = await atlas.articles.nth(30).elementHandle();
  await showMore(page);
  await expect(atlas.articles).toHaveCount(100);
  expect(await first.evaluate((it) => it.isConnected)).toBe(true);
  expect(await next.evaluate((it) => it.isConnected)).toBe(true);
  await expect(page.getByRole("button", { name: /^Show \d+ more/ })).toHaveCount(0);
  await expect(atlas.articles.nth(shown).getByRole("heading").getByRole("link")).toBeFocused();
  await atlas.sortSelect.selectOption("oldest");
  await expect(atlas.articles).toHaveCount(24);
});

test("a long list can be shown as a whole, with only the rows near the window in the page", async ({
  atlas,
  site,
  page,
}) => {
  site.putPortfolio(portfolio(...Array.from({ length: 400 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}` }))));
  await atlas.open("sort=oldest");
  await expect(page.locator("article.row")).toHaveCount(24);
  const shown = 24 + (await showMore(page));
  await expect(atlas.titleLink("p24")).toBeFocused();
  await expect(atlas.articles).toHaveCount(shown);
  const all = page.getByRole("button", { name: "Show all 400" });
  await all.press("Enter");
  await expect(atlas.titleLink(`p${shown}`)).toBeFocused();
  await expect(all).toHaveCount(0);
  expect(await atlas.articles.count()).toBeLessThanOrEqual(60);
  await page.keyboard.press("End");
  await expect(atlas.article("p399")).toBeInViewport();
  expect(await atlas.articles.count()).toBeLessThanOrEqual(60);
  await atlas.sortSelect.selectOption("title");
  await expect(atlas.articles).toHaveCount(24);
});

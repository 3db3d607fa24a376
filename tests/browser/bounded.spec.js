// Whatever the data: the page stays small, and everything can still be reached.
import { expect, test } from "./atlas.js";
import { portfolio, realisticPortfolio } from "./portfolios.js";

/** At most so many elements are in the page. */
const MOST_NODES = 4_000;

async function expectSmallPage(page) {
  // Before the code of a view is loaded there is nothing to count.
  await expect(page.locator(".on-demand")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThanOrEqual(MOST_NODES);
}

test("a realistic portfolio fills no more than a page of nodes, in every view", async ({ atlas, page, site }) => {
  site.putPortfolio(realisticPortfolio(3_000));
  for (const view of ["cards", "table", "figures", "network"]) {
    await atlas.open(`view=${view}`);
    await atlas.mapReady();
    await expectSmallPage(page);
  }
});

test("at most fifty values of a facet are in the page; the others are a box or a button away", async ({ atlas, site }) => {
  site.putPortfolio(portfolio(
    ...Array.from({ length: 500 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, donors: [`Donor ${String(at).padStart(3, "0")}`] })),
  ));
  await atlas.open();
  const values = atlas.facet("donor").locator("[data-value]");
  const first = await values.count();
  expect(first).toBeLessThanOrEqual(50);
  await atlas.facet("donor").getByRole("button", { name: "Show all 500" }).click();
  await expect(atlas.facet("donor").getByText(`1–${first} of 500`)).toBeVisible();
  // The page's first status is the number of results.
  await expect(atlas.status).toHaveText("500 projects");
  await atlas.facet("donor").getByRole("button", { name: "Next" }).click();
  await expect(atlas.value("donor", `donor-${String(first).padStart(3, "0")}`)).toBeVisible();
  expect(await values.count()).toBeLessThanOrEqual(50);
  await atlas.narrowing("donor").fill("499");
  await atlas.box("donor", "donor-499").check();
  await atlas.expectShown("p499");
  await atlas.narrowing("donor").fill("");
  // What is chosen is always there.
  await expect(atlas.box("donor", "donor-499")).toBeChecked();
  await atlas.facet("donor").getByRole("button", { name: "Show fewer" }).click();
  await expect(atlas.value("donor", "donor-000")).toBeVisible();
  await expect(atlas.box("donor", "donor-499")).toBeChecked();
});

test("chosen values and groups outside the page of a facet stay in it", async ({ atlas, page, site }) => {
  site.putPortfolio(portfolio(
    ...Array.from({ length: 300 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, fields: { Sector: [`Group ${100 + Math.floor(at / 3)} > Value ${100 + at}`] } })),
  ));
  await atlas.open("sector=group-199&sector=group-150");
  for (const group of ["group-199", "group-150"]) await expect(atlas.box("sector", group)).toBeChecked();
});

test("ticking many values of one facet leaves the others in the page", async ({ atlas, page, site }) => {
  site.putPortfolio(portfolio(
    ...Array.from({ length: 30 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, fields: Object.fromEntries(Array.from({ length: 25 }, (_, field) => [`Field ${10 + field}`, [`Value ${10 + at}`]])) })),
  ));
  await atlas.open();
  const facets = page.locator("fieldset[data-facet]");
  const before = await facets.count();
  for (let at = 10; at < 18; at += 1) await atlas.box("field-10", `value-${at}`).check();
  expect(await facets.count()).toBe(before);
});

test("a box keeps its place and the focus while counts change", async ({ atlas, page, site }) => {
  site.putPortfolio(realisticPortfolio(300));
  await atlas.open();
  await atlas.box("donor", "donor-1").focus();
  await page.keyboard.press("Space");
  await expect(atlas.box("donor", "donor-1")).toBeChecked();
  await expect(atlas.box("donor", "donor-1")).toBeFocused();
});

test("a field of its own for every project", async ({ atlas, page, site }) => {
  site.putPortfolio(portfolio(
    ...Array.from({ length: 8_000 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, fields: { [`Field ${at}`]: ["yes"] } })),
  ));
  await atlas.open();
  await expectSmallPage(page);
  await page.getByRole("textbox", { name: "Find a filter among" }).fill("field 7777");
  await atlas.box("field-7777", "yes").check();
  await atlas.expectShown("p7777");
});

test("years that are thousands apart are shown in few bars", async ({ atlas, page, site }) => {
  site.putPortfolio(portfolio(
    { id: "old", title: "Old", start: "0001", end: "0001" },
    { id: "new", title: "New", start: "9999", end: "9999" },
  ));
  for (const view of ["cards", "figures"]) {
    await atlas.open(`view=${view}`);
    await expectSmallPage(page);
    const bars = await page.locator(".year__bar").count();
    expect(bars).toBeGreaterThan(1);
    expect(bars).toBeLessThanOrEqual(60);
  }
  await atlas.open("project=old");
  await expect(atlas.record).toBeVisible();
  await expectSmallPage(page);
  await atlas.open();
  await page.getByRole("spinbutton", { name: "From" }).fill("9000");
  await page.keyboard.press("Tab");
  await atlas.expectShown("new");
});

test("one mistyped year leaves the others usable", async ({ atlas, page, site }) => {
  site.putPortfolio(portfolio(
    { id: "typo", title: "Typo", start: "0201", end: "2012" },
    { id: "right", title: "Right", start: "2011", end: "2012" },
  ));
  await atlas.open("from=2011&to=2012");
  await atlas.expectShown("right", "typo");
  expect(await page.locator(".year__bar").count()).toBeLessThanOrEqual(60);
});

test("a hundred thousand faults are one sentence with a count", async ({ atlas, page, site }) => {
  site.put("portfolio.json", JSON.stringify({ title: "Hollow", projects: [{ id: "good", title: "Good" }, ...Array(100_000).fill({})] }));
  await atlas.open();
  await atlas.expectShown("good");
  await expect(atlas.alert).toContainText(/100,000/);
  await expectSmallPage(page);
});

test("ten thousand parameters that make no sense are a few sentences with a count", async ({ atlas, page }) => {
  const nonsense = Array.from({ length: 10_000 }, (_, at) => `from=x${at}`).join("&");
  await atlas.open("country=RO");
  await page.evaluate((query) => {
    history.replaceState(null, "", `?${query}`);
    dispatchEvent(new PopStateEvent("popstate"));
  }, `${nonsense}&nothing=${"x".repeat(3_000)}`);
  await expect(atlas.notice).toContainText("9,995 more are not listed");
  await expectSmallPage(page);
  expect((await atlas.notice.boundingBox()).height).toBeLessThan(400);
});

test("thousands of chosen values are a sentence that ends", async ({ atlas, page, site }) => {
  site.putPortfolio(portfolio(
    ...Array.from({ length: 2_000 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, themes: [`Theme ${at}`] })),
  ));
  await atlas.open();
  await page.evaluate((query) => {
    history.replaceState(null, "", `?${query}`);
    dispatchEvent(new PopStateEvent("popstate"));
  }, Array.from({ length: 2_000 }, (_, at) => `theme=theme-${at}`).join("&"));
  await expect(atlas.status).toHaveText("2,000 of 2,000 projects");
  await expect(atlas.chips).toContainText("and 1,970 more filters");
  await expectSmallPage(page);
  await atlas.view("Figures").click();
  await expect(page.locator('[data-chart="theme"]')).toBeVisible();
  await expectSmallPage(page);
});

test("a project with thousands of partners is a card and a record of a page", async ({ atlas, page, site }) => {
  const partners = Array.from({ length: 5_000 }, (_, at) => `Partner ${at}`);
  const fields = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`Field ${at}`, ["yes"]]));
  site.putPortfolio(portfolio({ id: "large", title: "Large", partners, donors: partners, fields }, { id: "small", title: "Small" }));
  await atlas.open();
  await expectSmallPage(page);
  await expect(atlas.article("large")).toContainText("4,980 more");
  await atlas.open("project=large");
  await expect(atlas.record).toContainText("4,900 more");
  await expectSmallPage(page);
  await atlas.open("view=table");
  await expect(page.locator('tbody tr[data-project="large"]')).toContainText("4,990 more");
  await expectSmallPage(page);
  await atlas.open("view=compare&compare=large&compare=small");
  await expect(page.getByRole("region", { name: "side by side" })).toBeVisible();
  await expectSmallPage(page);
});

import { expect, test } from "./atlas.js";
import { manyProjects, portfolio } from "./portfolios.js";

test("each view has its own address, and “back” returns to the previous view", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  await expect(atlas.view("Cards")).toHaveAttribute("aria-current", "true");
  for (const [name, key] of [
    ["List", "list"],
    ["Table", "table"],
    ["Charts", "figures"],
    ["Network", "network"],
  ]) {
    await atlas.view(name).click();
    await atlas.expectQuery("country=RO", `view=${key}`);
    await expect(atlas.view(name)).toHaveAttribute("aria-current", "true");
    await expect(atlas.view(name)).toBeFocused();
    await expect(page.locator("article.card")).toHaveCount(0);
  }
  await page.goBack();
  await expect(atlas.view("Charts")).toHaveAttribute("aria-current", "true");
  await atlas.view("Cards").click();
  await atlas.expectQuery("country=RO");
  await atlas.expectShown("agire", "trm-ii");
});

test("from 20 projects on the list is the first view, and each view can be addressed", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(manyProjects(19));
  await atlas.open();
  await expect(atlas.view("Cards")).toHaveAttribute("aria-current", "true");
  await expect(page.locator("article.card")).toHaveCount(19);
  await atlas.view("List").click();
  await atlas.expectQuery("view=list");
  await expect(page.locator("article.row")).toHaveCount(19);
  site.putPortfolio(manyProjects(20));
  await atlas.open();
  await expect(atlas.view("List")).toHaveAttribute("aria-current", "true");
  await expect(page.locator(".list article.row")).toHaveCount(20);
  await atlas.view("Cards").click();
  await atlas.expectQuery("view=cards");
  await expect(page.locator("article.card")).toHaveCount(20);
  await atlas.view("List").click();
  await atlas.expectQuery();
  await expect(page.locator("article.row")).toHaveCount(20);
});

test("a view keeps its place on the page while it loads", async ({ atlas, page, site }) => {
  await atlas.open();
  await atlas.view("Table").scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 300);
  await expect.poll(async () => (await atlas.view("Table").boundingBox()).y).toBeLessThan(600);
  const { x, y } = await atlas.view("Table").boundingBox();
  site.injectFault("on_demand.wasm", { delay: 800 });
  // A click by name may scroll first.
  await page.mouse.click(x + 5, y + 5);
  await expect(page.locator(".on-demand")).toBeVisible();
  expect((await atlas.view("Table").boundingBox()).y).toBeCloseTo(y, 0);
  await expect(page.locator(".on-demand")).toHaveCount(0);
});

test("sorting is offered only in views that have an order", async ({ atlas }) => {
  await atlas.open("view=figures");
  await expect(atlas.sortSelect).toBeHidden();
  await atlas.view("Cards").click();
  await expect(atlas.sortSelect).toBeVisible();
});

for (const [width, query] of [
  [360, ""],
  [768, ""],
  [1280, ""],
  [1280, "lang=ar"],
  [1280, "lang=de"],
  [1920, ""],
]) {
  test(`nothing moves once it has been painted, at ${width} px, with “${query}”`, async ({ atlas, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.addInitScript(() => {
      window.shifts = [];
      new PerformanceObserver((list) => {
        for (const shift of list.getEntries()) {
          window.shifts.push(
            [shift.value, ...shift.sources.map(({ node }) => node?.className ?? node?.nodeName)].join(" "),
          );
        }
      }).observe({ type: "layout-shift", buffered: true });
    });
    await atlas.open(query);
    if (width >= 640) {
      await atlas.waitForMap();
      await expect(atlas.year(2007)).toBeVisible();
    }
    await page.waitForTimeout(500);
    // What a page shows while it loads another language is replaced as a whole.
    const shifts = await page.evaluate(() => window.shifts.filter((it) => !/^[\d.e-]+( loading\S*)+$/.test(it)));
    expect(shifts).toEqual([]);
  });
}

test("a row shows first what was selected, and says where else the search found the project", async ({
  atlas,
  site,
}) => {
  const countries = ["RO", "LS", "CM", "ET", "SO", "KE", "UG"];
  const donors = ["Donor A", "Donor B", "Donor C", "Donor D"];
  site.putPortfolio(portfolio({ id: "one", title: "One", countries, donors }, { id: "two", title: "Two" }));
  await atlas.open("view=list&country=KE&country=UG&match=country&donor=donor-d");
  const row = atlas.article("one");
  await expect(row.locator(".row__countries")).toHaveText(/^Kenya, Uganda, Romania, Lesotho, 3\smore$/);
  await expect(row.locator(".row__donors")).toHaveText(/^Donor D, Donor A, 2\smore$/);
  await atlas.open("view=list&q=uganda");
  await expect(row.locator(".card__match")).toContainText("Uganda");
  await atlas.open("view=list&q=lesotho");
  await expect(row.locator("mark")).toHaveText("Lesotho");
  await expect(row.locator(".card__match")).toHaveCount(0);
});

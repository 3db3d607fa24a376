import { expect, test } from "./atlas.js";
import { manyProjects, portfolio } from "./portfolios.js";

const rows = (page) => page.locator("tr[data-project]");
const order = (page) => rows(page).evaluateAll((all) => all.map((row) => row.dataset.project));
const expectOrder = (page, ...ids) => expect.poll(() => order(page)).toEqual(ids);
const columnHeader = (page, name) => page.getByRole("columnheader", { name });
const cell = (page, id, at) => page.locator(`tr[data-project="${id}"] > *`).nth(at);

test("the table lists the selection, and says its size and its order", async ({ atlas, page }) => {
  await atlas.open("view=table&country=RO");
  await expectOrder(page, "trm-ii", "agire");
  await expect(page.getByRole("table")).toContainText("2 projects, sort order: Newest first");
  await expect(cell(page, "agire", 3)).toHaveText("Austria, Greece, Italy, Romania");
  await expect(cell(page, "trm-ii", 3)).toContainText("Kosovo (under UNSCR 1244)");
  await expect(cell(page, "trm-ii", 5)).toHaveText("Not specified");
  await expect(page.getByRole("region", { name: /2 projects/ })).toBeVisible();
  await atlas.checkbox("country", "MD").click();
  await expect(rows(page)).toHaveCount(3);
});

test("columns sort, and the address names the column", async ({ atlas, page }) => {
  await atlas.open("view=table");
  await expect(columnHeader(page, "Dates")).toHaveAttribute("aria-sort", "descending");
  await columnHeader(page, "Title").getByRole("button").click();
  await atlas.expectQuery("sort=title", "view=table");
  await expect(columnHeader(page, "Title")).toHaveAttribute("aria-sort", "ascending");
  await expect(columnHeader(page, "Dates")).toHaveAttribute("aria-sort", "none");
  expect((await order(page))[0]).toBe("agire");
  await columnHeader(page, "Title").getByRole("button").click();
  await expect(columnHeader(page, "Title")).toHaveAttribute("aria-sort", "descending");
  await expect.poll(async () => (await order(page)).at(-1)).toBe("agire");
  await columnHeader(page, "Dates").getByRole("button").click();
  await columnHeader(page, "Dates").getByRole("button").click();
  await atlas.expectQuery("sort=oldest", "view=table");
  await expect(columnHeader(page, "Dates")).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(async () => (await order(page))[0]).toBe("agire");
  await columnHeader(page, "Implementing organisation").getByRole("button").click();
  await expect(page.getByRole("table")).toContainText("sort order: Implementing organisation (A–Z)");
  await atlas.expectQuery("order=implementing", "sort=oldest", "view=table");
  await expect.poll(async () => (await order(page)).at(-1)).toBe("trm-ii");
  await columnHeader(page, "Implementing organisation").getByRole("button").click();
  await expect(columnHeader(page, "Implementing organisation")).toHaveAttribute("aria-sort", "descending");
  await expect.poll(async () => (await order(page)).at(-1)).toBe("trm-ii");
  await expect.poll(async () => (await order(page))[0]).toBe("agire");
  await atlas.sortSelect.selectOption("newest");
  await expect(page.getByRole("table")).toContainText("sort order: Newest first");
});

test("columns can be chosen, and the choice is remembered", async ({ atlas, page }) => {
  await atlas.open("view=table");
  await expect(columnHeader(page, "Theme")).toHaveCount(0);
  await page.getByText("Columns", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Theme" }).check();
  await page.getByRole("checkbox", { name: "Donor" }).uncheck();
  await expect(columnHeader(page, "Theme")).toBeVisible();
  await expect(columnHeader(page, "Donor")).toHaveCount(0);
  await page.reload();
  await expect(columnHeader(page, "Theme")).toBeVisible();
  await expect(columnHeader(page, "Donor")).toHaveCount(0);
});

test("the table works without browser storage", async ({ atlas, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get: () => {
        throw new DOMException("no", "SecurityError");
      },
    });
  });
  await atlas.open("view=table");
  await page.getByText("Columns", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Theme" }).check();
  await expect(columnHeader(page, "Theme")).toBeVisible();
});

test("by keyboard alone: sort, open a record, close it and continue from there", async ({ atlas, page }) => {
  await atlas.open("view=table");
  await columnHeader(page, "Title").getByRole("button").focus();
  await page.keyboard.press("Enter");
  await atlas.expectQuery("sort=title", "view=table");
  await expect(columnHeader(page, "Title").getByRole("button")).toBeFocused();
  const title = rows(page).first().locator(".table__title");
  await title.focus();
  await page.keyboard.press("Enter");
  await expect(atlas.record.getByRole("heading", { level: 2 })).toContainText("AGIRE");
  await page.keyboard.press("Escape");
  await expect(title).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Space");
  await atlas.expectQuery("compare=agire", "sort=title", "view=table");
});

test("ten thousand projects are shown a page at a time", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(10_000));
  await atlas.open("view=table&sort=title");
  await expect(rows(page)).toHaveCount(50);
  const more = page.getByRole("button", { name: /^Show \d+ more/ });
  const [, added] = /^Show (\d+) more/.exec(await more.textContent());
  expect(Number(added)).toBeGreaterThanOrEqual(50);
  await more.click();
  await expect(more).toContainText(`(${(9_950 - added).toLocaleString("en")} remaining)`);
  // So many that the page is not too large, perhaps without the first ones.
  await expect.poll(() => rows(page).count()).toBeGreaterThanOrEqual(100);
  await columnHeader(page, "Donor").getByRole("button").click();
  await expect.poll(() => rows(page).first().textContent()).toContain("Donor 0");
  await columnHeader(page, "Donor").getByRole("button").click();
  await expect.poll(() => rows(page).first().textContent()).toContain("Donor 9");
});

test("on a phone the table scrolls within its frame, and its titles stay in view", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await atlas.open("view=table");
  const frame = page.locator(".table-frame");
  const title = rows(page).first().getByRole("rowheader");
  await expect(title).toBeVisible();
  await frame.evaluate((it) => it.scrollBy(400, 0));
  const { x } = await title.boundingBox();
  expect(Math.abs(x - (await frame.boundingBox()).x)).toBeLessThan(2);
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth);
  expect(wide).toBe(false);
});

test("an empty table says so, and a project with only a title has a row", async ({ atlas, page, site }) => {
  await atlas.open("view=table&country=LB&donor=european-union");
  await expect(page.getByText("No projects match these filters.")).toBeVisible();
  site.putPortfolio(portfolio({ id: "bare", title: "Bare" }));
  await atlas.open("view=table");
  await expect(rows(page)).toHaveCount(1);
  await expect(page.getByRole("columnheader")).toHaveCount(2);
});

test("the sort list, the column headings and the caption agree, in every view", async ({ atlas, page }) => {
  const chosen = () => atlas.sortSelect.evaluate((it) => it.selectedOptions[0].textContent);
  await atlas.open("view=table");
  expect(await chosen()).toBe("Newest first");
  await columnHeader(page, "Donor").getByRole("button").click();
  await expect.poll(chosen).toBe("Donor (A–Z)");
  await expect(page.getByRole("table")).toContainText("sort order: Donor (A–Z)");
  const ordered = await order(page);
  await atlas.view("Cards").click();
  await expect.poll(() => atlas.shownIds()).toEqual(ordered);
  expect(await chosen()).toBe("Donor (A–Z)");
  await atlas.sortSelect.selectOption("oldest");
  await atlas.expectQuery("sort=oldest");
  await expect.poll(async () => (await atlas.shownIds())[0]).toBe("agire");
  await atlas.view("Table").click();
  await expect(columnHeader(page, "Dates")).toHaveAttribute("aria-sort", "ascending");
  await expect(columnHeader(page, "Donor")).toHaveAttribute("aria-sort", "none");
  for (const [query, name, sorted, first] of [
    ["order=period", "Oldest first", "ascending", "agire"],
    ["order=-period", "Newest first", "descending", "heroine-route"],
    ["sort=ending", "Latest end first", "none", "trm-ii"],
  ]) {
    await atlas.open(`view=table&${query}`);
    await expect(rows(page)).toHaveCount(6);
    expect((await order(page))[0], query).toBe(first);
    expect(await chosen()).toBe(name);
    await expect(columnHeader(page, "Dates")).toHaveAttribute("aria-sort", sorted);
    await expect(page.getByRole("table")).toContainText(`sort order: ${name}`);
  }
});

test("the order of the table is in the address, and the previous and next records follow it", async ({
  atlas,
  page,
}) => {
  await atlas.open("view=table");
  const titles = () => page.locator("tbody th .table__title").allInnerTexts();
  await columnHeader(page, "Donor").getByRole("button").click();
  await atlas.expectQuery("order=donor", "view=table");
  await columnHeader(page, "Donor").getByRole("button").click();
  await atlas.expectQuery("order=-donor", "view=table");
  const backwards = await titles();
  await page.reload();
  await expect(page.locator("tbody tr")).toHaveCount(6);
  expect(await titles()).toEqual(backwards);
  await expect(page.getByRole("columnheader", { name: "Donor" })).toHaveAttribute("aria-sort", "descending");
  await page.locator("tbody th .table__title").nth(1).click();
  await expect(atlas.record.getByText("2 of 6")).toBeVisible();
  await page.keyboard.press("ArrowRight");
  await expect(atlas.record.getByRole("heading", { level: 2 })).toHaveText(backwards[2]);
  await page.keyboard.press("Escape");
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await page.goBack();
  await atlas.expectQuery("order=donor", "view=table");
  expect(await titles()).not.toEqual(backwards);
});

test("a table that fits scrolls with the page, and its head stays in view below the bar", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(manyProjects(60));
  await page.setViewportSize({ width: 1280, height: 800 });
  await atlas.open("view=table");
  await expect(page.locator("tbody tr").first()).toBeVisible();
  const frame = page.locator(".table-frame");
  expect(await frame.evaluate((it) => it.scrollHeight - it.clientHeight)).toBe(0);
  await page.locator("tbody tr").nth(30).scrollIntoViewIfNeeded();
  const bottom = (it) => it.getBoundingClientRect().bottom;
  const bar = await page.locator(".results-bar").evaluate(bottom);
  const head = await page.locator("thead th").nth(2).boundingBox();
  expect(Math.abs(head.y - bar)).toBeLessThan(2);
  await expect(page.locator("thead th").nth(2)).toBeInViewport();
});

test("the first of more rows gets the focus, in the order of the table", async ({ atlas, page, site }) => {
  const names = (at) => [`Donor ${String(at).padStart(2, "0")}`];
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 60 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, donors: names(59 - at) })),
    ),
  );
  await atlas.open("view=table&order=donor&sort=title");
  await page.getByRole("button", { name: /^Show 10 more/ }).press("Enter");
  await expect(page.locator("tbody tr")).toHaveCount(60);
  await expect(page.locator("tbody tr").nth(50).locator(".table__title")).toBeFocused();
});

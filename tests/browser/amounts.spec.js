// Identifiers, status, amounts, places, shares, roles and relations of projects.
import { expect, test } from "./atlas.js";

const euros = (amount, year) => ({ amount, currency: "EUR", ...(year && { year }) });

/** Amounts in two currencies, one of which few projects state. */
const list = {
  title: "Wells and roads",
  language: "en",
  projects: [
    {
      id: "wells",
      title: "Wells for villages",
      identifier: "XM-DAC-1",
      status: "completed",
      start: "2008",
      end: "2010",
      objective: "Water for everyone.",
      budget: [euros(10000, 2008), euros(6252.86, 2009)],
      countries: [
        { code: "MD", share: 60 },
        { code: "RO", share: 30 },
      ],
      donors: [{ name: "Ministry of Water", ref: "XX-1", role: "Lead donor" }],
      locations: [
        { name: "Chisinau", lat: 47.01, lon: 28.86, country: "MD" },
        { name: "Balti", lat: 47.76, lon: 27.93, country: "MD" },
      ],
      related: [
        { title: "Water programme", id: "programme", relation: "parent" },
        { title: "A spin-off", relation: "inspired" },
      ],
    },
    {
      id: "roads",
      title: "Roads to markets",
      status: "ongoing",
      start: "2011",
      budget: [euros(1016252.86), { amount: 15000, currency: "USD" }],
      countries: ["RO"],
      locations: [{ name: "Cluj", lat: 46.77, lon: 23.59, country: "RO" }],
    },
    {
      id: "schools",
      title: "Schools in two countries",
      status: "planned",
      start: "2012",
      budget: euros(200000),
      countries: ["RO", "MD"],
    },
    {
      id: "programme",
      title: "Water programme",
      start: "2007",
      budget: { amount: 25000, currency: "USD" },
      countries: ["MD"],
      related: [{ title: "Wells for villages", id: "wells", relation: "child" }],
    },
    { id: "unpaid", title: "Voluntary work", start: "2010", countries: ["AL"] },
  ],
};

test.beforeEach(({ site }) => site.putPortfolio(list));

const amounts = (page) => page.getByRole("group", { name: "Amount", exact: true });
const bar = (page, from) => amounts(page).locator(`[data-amount="${from}"]`);

test("cards and rows show the status and the amounts at a glance", async ({ atlas }) => {
  for (const view of ["cards", "list"]) {
    await atlas.open(`view=${view}`);
    await expect(atlas.article("wells").locator(".glance span")).toHaveText(["Completed", "€16,253"]);
    await expect(atlas.article("roads").locator(".glance span")).toHaveText(["Ongoing", "€1,016,253", "US$15,000"]);
    await expect(atlas.article("unpaid").locator(".glance")).toHaveCount(0);
  }
});

test("amounts are written in the reader’s language", async ({ atlas }) => {
  await atlas.open("lang=de&view=cards");
  await expect(atlas.article("roads").locator(".glance")).toContainText("1.016.253 €");
});

test("a record shows identifier, status, amounts by year, places, shares, roles and references", async ({ atlas }) => {
  await atlas.open("project=wells");
  const fact = (label) => atlas.record.locator(".fact", { has: atlas.page.getByText(label, { exact: true }) });
  await expect(fact("Identifier")).toContainText("XM-DAC-1");
  await expect(fact("Status")).toContainText("Completed");
  await expect(fact("Amount").getByRole("listitem")).toHaveText([
    "Total: €16,252.86",
    "2008: €10,000",
    "2009: €6,252.86",
  ]);
  await expect(fact("Places")).toContainText("Chisinau");
  await expect(fact("Places")).toContainText("47.01, 28.86");
  await expect(fact("Countries")).toContainText("60%");
  await expect(fact("Donor")).toContainText("Lead donor");
  await expect(fact("Donor")).toContainText("XX-1");
});

test("a related project of the list opens, and its relation is named", async ({ atlas, page }) => {
  await atlas.open("project=wells");
  const related = atlas.record.locator(".record__list li");
  await expect(related.nth(0)).toContainText("Part of");
  await expect(related.nth(1)).toContainText("inspired");
  await expect(related.nth(1).getByRole("link")).toHaveCount(0);
  await related.nth(0).getByRole("link", { name: "Water programme" }).click();
  await atlas.expectQuery("project=programme");
  await expect(atlas.record.getByRole("heading", { name: "Water programme" })).toBeVisible();
  await expect(related.nth(0)).toContainText("Has part");
  await page.goBack();
  await expect(atlas.record.getByRole("heading", { name: "Wells for villages" })).toBeVisible();
});

test("the table has amounts, sorted by number, and identifiers", async ({ atlas, page }) => {
  await atlas.open("view=table");
  const rows = page.locator("tbody tr[data-project]");
  const order = () => rows.evaluateAll((all) => all.map((row) => row.dataset.project));
  await page.getByRole("columnheader", { name: "Amount" }).getByRole("button").click();
  await expect.poll(order).toEqual(["roads", "schools", "wells", "unpaid", "programme"]);
  await atlas.expectQuery("view=table", "sort=amount");
  await page.getByRole("columnheader", { name: "Amount" }).getByRole("button").click();
  await expect.poll(order).toEqual(["wells", "schools", "roads", "unpaid", "programme"]);
  await expect(page.locator("caption")).toContainText("Smallest amount first");
  await page.getByText("Columns", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: "Identifier" }).check();
  await expect(rows.filter({ hasText: "XM-DAC-1" })).toHaveCount(1);
  const align = rows.first().locator(".table__amount");
  await expect(align).toHaveCSS("text-align", "end");
});

test("the comparison has rows for status, amount and identifier", async ({ atlas, page }) => {
  await atlas.open("view=compare&compare=wells&compare=roads");
  const row = (name) => page.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(row("Amount")).toContainText("€16,253");
  await expect(row("Amount")).toContainText("US$15,000");
  await expect(row("Identifier")).toContainText("XM-DAC-1");
  await expect(row("Status")).toContainText("Ongoing");
});

test("a bar of the histogram filters by its amounts", async ({ atlas, page }) => {
  await atlas.open();
  await expect(bar(page, 10000)).toHaveAttribute("data-count", "1");
  await expect(bar(page, 10000)).toHaveAccessibleName("€10,000–€19,999.99: 1 project");
  await bar(page, 200000).click();
  await atlas.expectShown("schools");
  await atlas.expectQuery("amount-from=200000", "amount-to=499999.99");
  await expect(atlas.sentence).toContainText("€200,000–€499,999.99");
  // Its own range does not count, the other filters do.
  await expect(bar(page, 10000)).toHaveAttribute("data-count", "1");
  await expect(atlas.value("country", "RO")).toHaveAttribute("data-count", "1");
  await bar(page, 200000).click();
  await atlas.expectQuery();
  await atlas.checkbox("country", "MD").check();
  await expect(bar(page, 1000000)).toHaveAttribute("data-count", "0");
});

test("the ends of the range are sliders that keys move", async ({ atlas, page }) => {
  await atlas.open();
  const from = amounts(page).getByRole("slider", { name: "From" });
  await expect(from).toHaveAttribute("aria-valuetext", "€10,000");
  await from.press("ArrowRight");
  await from.press("ArrowRight");
  await atlas.expectQuery("amount-from=50000");
  await expect(from).toBeFocused();
  await from.press("Home");
  await atlas.expectQuery();
  await page.goBack();
  await expect(atlas.articles).toHaveCount(5);
});

test("an amount can be typed, and a chip removes the range", async ({ atlas, page }) => {
  await atlas.open();
  await amounts(page).getByRole("spinbutton", { name: "From" }).fill("16252.86");
  await amounts(page).getByRole("spinbutton", { name: "To" }).fill("16252.86");
  await amounts(page).getByRole("spinbutton", { name: "To" }).blur();
  await atlas.expectShown("wells");
  await atlas.removeFilterButton("€16,252.86").click();
  await expect(atlas.articles).toHaveCount(5);
});

test("another currency has its own bars, and a link with both restores them", async ({ atlas, page }) => {
  await atlas.open();
  await expect(amounts(page)).toContainText("2 projects have no amount in EUR");
  await amounts(page).getByRole("combobox", { name: "Currency" }).selectOption("USD");
  await atlas.expectQuery("currency=USD");
  await bar(page, 20000).click();
  await atlas.expectShown("programme");
  await page.reload();
  await atlas.expectShown("programme");
  await expect(atlas.sentence).toContainText("US$20,000");
});

test("a bad amount and an unknown currency are named", async ({ atlas }) => {
  await atlas.open("amount-from=lots&currency=CHF");
  await expect(atlas.notice).toContainText("amount-from=lots");
  await expect(atlas.notice).toContainText("currency=CHF");
  await expect(atlas.articles).toHaveCount(5);
});

test("a list without amounts has no such filter", async ({ atlas, site, page }) => {
  site.putPortfolio({ title: "Without amounts", projects: list.projects.map(({ budget, ...rest }) => rest) });
  await atlas.open();
  await expect(page.getByRole("button", { name: /^2010:/ })).toBeVisible();
  await expect(amounts(page)).toHaveCount(0);
  await expect(atlas.sortSelect.locator("option[value=amount]")).toHaveAttribute("disabled", "");
});

test("the figures add up amounts by currency and divide them by country", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  const chart = (key) => page.locator(`[data-chart="${key}"]`);
  await expect(chart("currencies")).toContainText("€1,232,506");
  await expect(chart("currencies")).toContainText("US$40,000");
  const sums = chart("sums");
  await expect(sums.getByRole("button", { name: "Romania: €1,021,129, 2 projects" })).toBeVisible();
  await expect(sums.getByRole("button", { name: "Moldova: €9,752, 1 project" })).toBeVisible();
  await expect(sums.getByRole("img", { name: "Several countries, not divided: €201,625, 2 projects" })).toBeVisible();
  await chart("sums")
    .getByRole("button", { name: /Moldova/ })
    .click();
  await atlas.expectQuery("view=figures", "country=MD");
});

test("a map seen from close by has the places of the projects", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await atlas.open("country=MD");
  await atlas.waitForMap();
  const places = page.locator(".map .place");
  await expect(places).toHaveCount(0);
  await page.getByRole("button", { name: "Zoom to results" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(places).not.toHaveCount(0);
  await page.getByRole("button", { name: /^Chisinau: / }).press("Enter");
  await atlas.expectQuery("country=MD", "project=wells");
  await page.keyboard.press("Escape");
  await expect(atlas.record).toBeHidden();
  // Only places of projects that match are shown.
  await atlas.search.fill("schools");
  await expect(places).toHaveCount(0);
});

for (const width of [360, 1280]) {
  test(`nothing overflows at ${width} pixels`, async ({ atlas, page }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const query of ["view=cards", "view=list", "view=table", "view=figures", "project=wells"]) {
      await atlas.open(query);
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      await atlas.expectNoHorizontalOverflow();
    }
  });
}

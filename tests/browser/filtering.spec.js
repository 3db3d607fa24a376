import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

test("the sentence names a donor of all the results", async ({ atlas }) => {
  const { sentence } = atlas;
  await atlas.open();
  await expect(sentence).toContainText("5 donors");
  await atlas.checkbox("country", "AZ").check();
  await expect(sentence).toContainText("funded by European Union");
  // The chip names the donor already.
  await atlas.checkbox("donor", "european-union").check();
  await expect(sentence).toHaveText(/funded by\s*European Union/);
  expect((await sentence.textContent()).match(/European Union/g)).toHaveLength(1);
});

test("where the map is above the results, the filters take the place of the extent", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 800, height: 900 });
  await atlas.open();
  const extent = page.getByRole("main").getByText("5 donors");
  await expect(extent).toBeVisible();
  await atlas.visit("theme=prevention");
  await atlas.ready();
  await expect(atlas.removeFilterButton("Prevention")).toBeVisible();
  await expect(page.locator(".summary__extent")).toBeHidden();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect(page.locator(".summary__extent")).toBeVisible();
});

test("without filters all projects are listed", async ({ atlas }) => {
  await atlas.open();
  await expect(atlas.status).toHaveText(/^6\b/);
  await expect(atlas.articles).toHaveCount(6);
});

test("within a facet a project needs one of the values, between facets one of each", async ({ atlas }) => {
  await atlas.open();
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
  await atlas.checkbox("country", "LB").check();
  await atlas.expectShown("agire", "trm-ii", "telae");
  await atlas.checkbox("donor", "european-union").check();
  await atlas.expectShown("agire");
  await atlas.checkbox("country", "AZ").check();
  await atlas.expectShown("agire", "heroine-route", "armenia-azerbaijan-georgia");
  await expect(atlas.status).toHaveText("3 of 6 projects");
});

test("deselecting a value widens the list again", async ({ atlas }) => {
  await atlas.open("country=RO&donor=european-union");
  await atlas.expectShown("agire");
  await atlas.checkbox("donor", "european-union").uncheck();
  await atlas.expectShown("agire", "trm-ii");
  await atlas.checkbox("country", "RO").uncheck();
  await expect(atlas.articles).toHaveCount(6);
});

test("every facet filters the list", async ({ atlas }) => {
  await atlas.open();
  const facets = [
    ["country", "IT", ["agire", "brazil-eu"]],
    ["donor", "united-states-department-of-state", ["telae"]],
    ["implementing", "icmpd", ["heroine-route", "telae", "brazil-eu"]],
    ["partner", "icmpd", ["armenia-azerbaijan-georgia", "agire"]],
    ["theme", "labour-exploitation", ["trm-ii", "agire"]],
  ];
  for (const [facet, value, projects] of facets) {
    await atlas.openFacet(facet);
    await atlas.checkbox(facet, value).check();
    await atlas.expectShown(...projects);
    await atlas.checkbox(facet, value).uncheck();
    await expect(atlas.articles).toHaveCount(6);
  }
});

test("each facet says what it is about", async ({ atlas }) => {
  await atlas.open();
  for (const name of ["Country", "Donor", "Implementing organisation", "Partner", "Theme"]) {
    await expect(atlas.page.getByRole("group", { name, exact: true })).toBeVisible();
  }
});

test("projects can be filtered by what their source does not specify", async ({ atlas }) => {
  await atlas.open();
  await atlas.checkboxNamed("implementing", /^Not specified/).check();
  await atlas.expectShown("trm-ii");
  await atlas.expectQuery("implementing=none");
  await expect(atlas.article("trm-ii")).toContainText("Not specified");
});

test("an address can exclude a value", async ({ atlas }) => {
  await atlas.open("country=!RO");
  await atlas.expectShown("heroine-route", "armenia-azerbaijan-georgia", "telae", "brazil-eu");
  await expect(atlas.checkbox("country", "RO")).not.toBeChecked();
  await expect(atlas.activeFilters).toContainText(/not.*Romania/);
  await atlas.removeFilterButton("Romania").click();
  await expect(atlas.articles).toHaveCount(6);
});

test("an address can ask for a region", async ({ atlas }) => {
  await atlas.open("region=western-asia");
  await atlas.expectShown("heroine-route", "armenia-azerbaijan-georgia", "telae");
  await expect(atlas.activeFilters).toContainText("Western Asia");
});

test("years filter by from and to", async ({ atlas }) => {
  await atlas.open();
  await atlas.page.getByRole("combobox", { name: "From" }).selectOption("2012");
  await atlas.expectShown("trm-ii", "heroine-route");
  await atlas.expectQuery("from=2012");
  await atlas.page.getByRole("combobox", { name: "From" }).selectOption("Any year");
  await atlas.page.getByRole("combobox", { name: "To" }).selectOption("2008");
  await atlas.expectShown("agire");
  await atlas.expectQuery("to=2008");
});

test("a year’s bar selects that year, and deselects it again", async ({ atlas }) => {
  await atlas.open();
  await atlas.year(2009).click();
  await atlas.expectShown("agire", "armenia-azerbaijan-georgia", "brazil-eu");
  await atlas.expectQuery("from=2009", "to=2009");
  await expect(atlas.year(2009)).toHaveAttribute("aria-pressed", "true");
  await atlas.year(2009).click();
  await expect(atlas.articles).toHaveCount(6);
  await atlas.expectQuery();
});

test("dragging over the bars selects a range of years, in either direction", async ({ atlas }) => {
  await atlas.open();
  const middle = async (year) => {
    const { x, y, width, height } = await atlas.year(year).boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await atlas.page.mouse.move(...(await middle(2008)));
  await atlas.page.mouse.down();
  await atlas.page.mouse.move(...(await middle(2007)), { steps: 5 });
  await atlas.page.mouse.up();
  await atlas.expectShown("agire");
  await atlas.expectQuery("from=2007", "to=2008");
});

test("a publisher’s own field is a facet like any other", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "one", title: "One", fields: { "Sector of work": ["Justice", "Health"] } },
      { id: "two", title: "Two", fields: { "Sector of work": ["Health"], Budget: ["small"] } },
      { id: "three", title: "Three" },
    ),
  );
  await atlas.open();
  await expect(atlas.page.getByRole("group", { name: "Sector of work" })).toBeVisible();
  expect(await atlas.counts("sector-of-work")).toEqual([
    ["health", 2],
    ["justice", 1],
    ["none", 1],
  ]);
  await atlas.checkbox("sector-of-work", "health").check();
  await atlas.expectShown("one", "two");
  await atlas.checkbox("budget", "small").check();
  await atlas.expectShown("two");
  await atlas.expectQuery("budget=small", "sector-of-work=health");
  await atlas.page.reload();
  await atlas.ready();
  await atlas.expectShown("two");
});

test("a text box filters a long list, by any name and without accents", async ({ atlas }) => {
  await atlas.open("country=RO");
  const narrowing = atlas.facetSearch("country");
  await narrowing.fill("turk");
  await expect.poll(() => atlas.visibleValues("country")).toEqual(["RO", "TR"]);
  await narrowing.fill("TÜRKİYE");
  await expect.poll(() => atlas.visibleValues("country")).toEqual(["RO", "TR"]);
  await narrowing.fill("mace");
  await expect.poll(() => atlas.visibleValues("country")).toEqual(["MK", "RO"]);
  await atlas.checkbox("country", "MK").check();
  await atlas.expectShown("agire", "trm-ii", "heroine-route");
  await narrowing.fill("xyz");
  await expect(atlas.facet("country")).toContainText("No matches");
  await atlas.expectAccessible();
  await narrowing.fill("");
  await expect.poll(async () => (await atlas.visibleValues("country")).length).toBe(20);
  await expect(atlas.facet("implementing").getByRole("textbox")).toHaveCount(0);
});

test("every choice has a chip that removes it", async ({ atlas }) => {
  await atlas.open("q=trafficking&country=RO&country=IT&donor=european-union&from=2008&to=2010");
  await atlas.expectShown("agire", "brazil-eu");
  await atlas.expectAccessible();
  await atlas.removeFilterButton("Romania").click();
  await atlas.expectQuery("country=IT", "donor=european-union", "from=2008", "q=trafficking", "to=2010");
  await expect(atlas.checkbox("country", "RO")).not.toBeChecked();
  await expect(atlas.activeFilters.getByRole("button").first()).toBeFocused();
  await atlas.removeFilterButton("2008–2010").click();
  await atlas.removeFilterButton("“trafficking”").click();
  await expect(atlas.search).toHaveValue("");
  await atlas.expectQuery("country=IT", "donor=european-union");
  await atlas.removeFilterButton("Italy").click();
  await atlas.removeFilterButton("European Union").click();
  await atlas.expectQuery();
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.activeFilters).toHaveCount(0);
});

test("“Clear all filters” removes every choice, but keeps the order", async ({ atlas }) => {
  await atlas.open("q=child&country=RO&theme=labour-exploitation&from=2008&sort=title");
  await atlas.expectShown("agire", "trm-ii");
  await atlas.clearAll.click();
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.search).toHaveValue("");
  await expect(atlas.checkbox("country", "RO")).not.toBeChecked();
  await atlas.expectQuery("sort=title");
  await expect(atlas.clearAll).toHaveCount(0);
  await atlas.page.goBack();
  await atlas.expectShown("agire", "trm-ii");
});

test("if nothing matches, the page says so and what to do", async ({ atlas }) => {
  await atlas.open("country=LB&donor=european-union");
  await expect(atlas.status).toHaveText("0 of 6 projects");
  await expect(atlas.articles).toHaveCount(0);
  await expect(atlas.page.getByRole("main")).toContainText("No projects match these filters.");
  await expect(atlas.clearAll).toBeVisible();
});

test("the projects are sorted as the visitor chooses", async ({ atlas }) => {
  const newest = ["heroine-route", "telae", "trm-ii", "armenia-azerbaijan-georgia", "brazil-eu", "agire"];
  await atlas.open();
  await atlas.expectOrder(...newest);
  await atlas.sortSelect.selectOption("Oldest first");
  await atlas.expectOrder(...newest.toReversed());
  await atlas.expectQuery("sort=oldest");
  await atlas.sortSelect.selectOption("title");
  await atlas.expectOrder("agire", "trm-ii", "heroine-route", "brazil-eu", "armenia-azerbaijan-georgia", "telae");
  await atlas.expectQuery("sort=title");
  await atlas.sortSelect.selectOption("Newest first");
  await atlas.expectOrder(...newest);
});

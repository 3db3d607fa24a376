import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

test("countries are grouped by region, and a project counts once in a region", async ({ atlas }) => {
  await atlas.open();
  expect(Object.fromEntries(await atlas.parentCounts("country"))).toEqual({
    "southern-europe": 4,
    "eastern-europe": 3,
    "western-asia": 3,
    "south-america": 1,
    "western-europe": 1,
  });
  await atlas.checkbox("country", "western-asia").check();
  await atlas.expectQuery("region=western-asia");
  await atlas.expectShown("heroine-route", "armenia-azerbaijan-georgia", "telae");
  await expect(atlas.activeFilters).toContainText("Western Asia");
  // A facet’s own selection does not change its counts.
  await expect(atlas.value("country", "southern-europe")).toHaveAttribute("data-count", "4");
  await atlas.checkbox("country", "RO").check();
  await atlas.expectQuery("country=RO", "region=western-asia");
  await expect(atlas.status).toHaveText("5 of 6 projects");
});

test("selecting a region replaces its countries, and selecting a country replaces its region", async ({ atlas }) => {
  await atlas.open();
  await atlas.checkbox("country", "AZ").check();
  const region = atlas.checkbox("country", "western-asia");
  await expect(region).not.toBeChecked();
  expect(await region.evaluate((it) => it.indeterminate)).toBe(true);
  await region.check();
  await atlas.expectQuery("region=western-asia");
  await atlas.checkbox("country", "GE").check();
  await atlas.expectQuery("country=GE");
});

test("a publisher’s groups contain their values", async ({ atlas, site }) => {
  const project = (id, ...values) => ({ id, title: id, fields: { Sector: values } });
  site.putPortfolio(
    portfolio(
      project("one", "Health > Vaccination", "Health > Hospitals"),
      project("two", "Health > Hospitals"),
      project("three", "Justice > Courts"),
    ),
  );
  await atlas.open();
  expect(await atlas.parentCounts("sector")).toEqual([
    ["health", 2],
    ["justice", 1],
  ]);
  await atlas.checkbox("sector", "health").check();
  await atlas.expectShown("one", "two");
  await atlas.expectQuery("sector=health");
});

test("a group can be collapsed and expanded, and its selected values stay visible", async ({ atlas, page }) => {
  await atlas.open("country=IT");
  const fold = page.getByRole("button", { name: "Options in Southern Europe" });
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "false");
  await expect(atlas.value("country", "PT")).toBeHidden();
  await expect(atlas.value("country", "IT")).toBeVisible();
  await atlas.facetSearch("country").fill("portu");
  await expect(atlas.value("country", "PT")).toBeVisible();
  await atlas.facetSearch("country").fill("");
  await fold.press("Enter");
  await expect(atlas.value("country", "PT")).toBeVisible();
});

test("a button excludes a value, and includes it again", async ({ atlas }) => {
  await atlas.open();
  const out = atlas.excludeButton("country", "RO");
  await out.focus();
  await out.press("Enter");
  await atlas.expectQuery("country=!RO");
  await atlas.expectShown("heroine-route", "armenia-azerbaijan-georgia", "telae", "brazil-eu");
  await expect(out).toHaveAttribute("aria-pressed", "true");
  await expect(atlas.checkbox("country", "RO")).not.toBeChecked();
  await expect(atlas.activeFilters).toContainText(/not in\s*Romania/);
  await atlas.expectAccessible();
  await out.press("Enter");
  await atlas.expectQuery();
});

test("a region can be selected with one of its countries excluded", async ({ atlas }) => {
  await atlas.open("region=southern-europe&country=!IT");
  await atlas.expectShown("heroine-route", "trm-ii");
  await expect(atlas.checkbox("country", "southern-europe")).toBeChecked();
});

test("the order of values can be chosen, and is remembered", async ({ atlas, page }) => {
  await atlas.open();
  const order = page.getByRole("combobox", { name: "Sort options by" });
  await order.selectOption("A–Z");
  const names = ["european-union", "portuguese-commission-for-citizenship-and-gender-equality"];
  expect((await atlas.counts("donor")).map(([key]) => key).slice(0, 2)).toEqual(names);
  expect((await atlas.parentCounts("country")).map(([key]) => key)).toEqual([
    "eastern-europe",
    "south-america",
    "southern-europe",
    "western-asia",
    "western-europe",
  ]);
  expect((await atlas.counts("implementing")).at(-1)).toEqual(["none", 1]);
  await page.reload();
  await atlas.ready();
  await expect(order).toHaveValue("name");
  expect((await atlas.parentCounts("country"))[0][0]).toBe("eastern-europe");
});

test("the focus is never lost when a value can no longer be selected", async ({ atlas, page }) => {
  await atlas.open("country=LB&donor=european-union");
  await atlas.checkbox("country", "LB").focus();
  await page.keyboard.press("Space");
  await expect(atlas.value("country", "LB")).toBeHidden();
  await expect(atlas.value("country", "LB").locator("input")).toBeDisabled();
  await expect(atlas.facet("country").locator(":focus")).toHaveCount(1);
  await expect(atlas.facet("country").locator(":focus")).toBeVisible();
  await expect(atlas.facet("country").locator(":focus")).toBeEnabled();
});

test("the first three facets are open, and others if something is selected in them", async ({ atlas }) => {
  const open = () =>
    atlas.page
      .locator("fieldset[data-facet]")
      .filter({ has: atlas.page.locator('.facet__toggle[aria-expanded="true"]') })
      .evaluateAll((all) => all.map(({ dataset }) => dataset.facet));
  await atlas.open();
  expect(await open()).toEqual(["country", "donor", "implementing"]);
  await expect(atlas.value("theme", "prevention")).toBeHidden();
  const toggle = atlas.facet("theme").locator(".facet__toggle");
  await toggle.focus();
  await toggle.press("Enter");
  await expect(toggle).toHaveAttribute("aria-expanded", "true");
  await atlas.checkbox("theme", "prevention").check();
  // What is selected is said in a collapsed facet, too.
  await toggle.click();
  await expect(atlas.value("theme", "prevention")).toBeHidden();
  await expect(atlas.facet("theme").getByText("1 selected")).toBeVisible();
  await atlas.page.reload();
  await atlas.ready();
  await expect(atlas.checkbox("theme", "prevention")).toBeChecked();
  expect(await open()).toEqual(["country", "donor", "implementing", "theme"]);
});

test("a facet says how much is selected, and can be cleared alone", async ({ atlas, page }) => {
  await atlas.open("country=RO&country=!IT&donor=european-union");
  await expect(atlas.facet("country").getByText("2 selected")).toBeVisible();
  await expect(atlas.facet("donor").getByText("1 selected")).toBeVisible();
  await expect(atlas.facet("implementing").getByText("selected")).toHaveCount(0);
  await page.getByRole("button", { name: "Clear: Country" }).focus();
  await page.keyboard.press("Enter");
  await atlas.expectQuery("donor=european-union");
  await expect(page.getByRole("button", { name: "Clear: Country" })).toHaveCount(0);
  await expect(page.locator(":focus")).toBeVisible();
  await page.goBack();
  await expect(atlas.facet("country").getByText("2 selected")).toBeVisible();
});

test("projects can be asked for with all of the selected values", async ({ atlas, page }) => {
  await atlas.open("country=AZ");
  const mode = page.getByRole("combobox", { name: "Projects with" });
  await expect(mode).toHaveValue("false");
  await atlas.checkbox("country", "MD").check();
  await atlas.expectShown("heroine-route", "armenia-azerbaijan-georgia", "trm-ii");
  await mode.selectOption("all of these");
  await atlas.expectQuery("country=AZ", "country=MD", "match=country");
  await atlas.expectShown("heroine-route");
  await page.reload();
  await atlas.ready();
  await atlas.expectShown("heroine-route");
  await mode.selectOption("any of these");
  await atlas.expectQuery("country=AZ", "country=MD");
});

test("selecting a value moves no value of its facet, and clearing a collapsed one keeps the focus there", async ({
  atlas,
  page,
}) => {
  await atlas.open();
  const top = (key) => atlas.checkbox("country", key).evaluate((it) => it.getBoundingClientRect().top + scrollY);
  const before = await top("IT");
  await atlas.checkbox("country", "IT").check();
  await expect(atlas.facet("country").getByText("1 selected")).toBeVisible();
  const clear = page.getByRole("button", { name: "Clear: Country" });
  await expect(clear).toBeVisible();
  expect(await top("IT")).toBe(before);
  const toggle = atlas.facet("country").locator(".facet__toggle");
  await toggle.click();
  await clear.focus();
  await clear.press("Enter");
  await atlas.expectQuery();
  await expect(toggle).toBeFocused();
});

test("only included values can be combined by all, and the choice ends with the last of them", async ({
  atlas,
  page,
}) => {
  await atlas.open("country=!RO");
  const mode = page.getByRole("combobox", { name: "Projects with" });
  await expect(atlas.facet("country").getByText("1 selected")).toBeVisible();
  await expect(mode).toHaveCount(0);
  await atlas.open("country=AZ&country=MD&match=country");
  await expect(mode).toHaveValue("true");
  await atlas.checkbox("country", "AZ").uncheck();
  await atlas.expectQuery("country=MD", "match=country");
  await atlas.checkbox("country", "MD").uncheck();
  await atlas.expectQuery();
});

test("values without results do not take the place of others", async ({ atlas, page, site }) => {
  // The first twenty donors have two projects each in Romania, the others one each in Kenya.
  const projects = Array.from({ length: 100 }, (_, at) => ({
    title: `Project ${at}`,
    countries: [at < 40 ? "RO" : "KE"],
    donors: [`Donor ${at < 40 ? at % 20 : at}`],
  }));
  site.putPortfolio(portfolio(...projects));
  await atlas.open("country=KE");
  const shown = () => atlas.visibleValues("donor");
  await expect.poll(async () => (await shown()).length).toBeGreaterThanOrEqual(12);
  await page
    .getByRole("button", { name: /options with no projects/ })
    .first()
    .click();
  expect((await shown()).slice(0, 2)).toEqual(["donor-0", "donor-1"]);
});

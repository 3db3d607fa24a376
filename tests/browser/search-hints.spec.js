import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

const searchInsteadButton = (atlas, what) => atlas.page.getByRole("button", { name: `Search instead for ${what}` });

test("a corrected word is shown, and can be searched for as it was typed", async ({ atlas }) => {
  await atlas.open();
  await atlas.search.fill("lebannon");
  await atlas.expectShown("telae");
  await expect(atlas.page.getByText("Showing results for lebanon")).toBeVisible();
  await searchInsteadButton(atlas, "lebannon").click();
  await expect(atlas.search).toHaveValue('"lebannon"');
  await expect(atlas.articles).toHaveCount(0);
  await expect(atlas.page.getByText("Showing results for")).toHaveCount(0);
  await atlas.expectQuery('q="lebannon"');
  await atlas.page.reload();
  await atlas.ready();
  await expect(atlas.articles).toHaveCount(0);
  await atlas.page.goBack();
  await expect(atlas.search).toHaveValue("lebannon");
  await atlas.expectShown("telae");
  await expect(searchInsteadButton(atlas, "lebannon")).toBeVisible();
});

test("of several words all are shown, as they were typed and as they were corrected", async ({ atlas }) => {
  await atlas.open();
  await atlas.search.fill("training lebannon");
  await expect(atlas.page.getByText("Showing results for training lebanon")).toBeVisible();
  await searchInsteadButton(atlas, "training lebannon").click();
  await expect(atlas.search).toHaveValue(/"lebannon"/);
  await expect(atlas.page.getByText("Showing results for")).toHaveCount(0);
});

test("a word that is typed correctly is not shown as corrected", async ({ atlas }) => {
  await atlas.open();
  for (const text of ["lebanon", "leb", "zzyzx", "-lebannon", '"lebannon"']) {
    await atlas.search.fill(text);
    await expect(atlas.activeFilters).toContainText(text);
    await expect(atlas.page.locator(".search-hints")).toHaveCount(0);
  }
});

test("the focus stays in the search box when a suggestion is accepted", async ({ atlas }) => {
  await atlas.open("q=lebannon");
  await searchInsteadButton(atlas, "lebannon").focus();
  await atlas.page.keyboard.press("Enter");
  await expect(atlas.page.locator(".search")).toBeFocused();
  await atlas.page.keyboard.press("Tab");
  await expect(atlas.search).toBeFocused();
});

test("a year typed alone offers the projects of that year", async ({ atlas }) => {
  await atlas.open();
  await atlas.search.fill("2010");
  const show = atlas.page.getByRole("button", { name: "Show projects active in 2010" });
  await expect(show).toBeVisible();
  await atlas.expectQuery("q=2010");
  await show.click();
  await expect(atlas.search).toHaveValue("");
  await atlas.expectQuery("from=2010", "to=2010");
  await expect(show).toHaveCount(0);
  await expect(atlas.articles).toHaveCount(6);
  await atlas.page.goBack();
  await expect(atlas.search).toHaveValue("2010");
});

test("a number that is not a year of the list offers nothing", async ({ atlas }) => {
  await atlas.open();
  for (const text of ["1850", "201", "20100", "in 2010"]) {
    await atlas.search.fill(text);
    await expect(atlas.activeFilters).toContainText(text);
    await expect(atlas.page.getByRole("button", { name: /^Show projects active/ })).toHaveCount(0);
  }
});

test("tips below the search box explain quotes, minus and years, until something is typed", async ({ atlas }) => {
  await atlas.open();
  const tips = atlas.page.locator(".search-tips");
  await expect(tips).toBeHidden();
  await atlas.search.focus();
  await expect(tips.getByRole("listitem")).toHaveCount(3);
  for (const example of ['"human rights"', "rights -children", "2012"]) {
    await expect(tips.getByText(example, { exact: true })).toBeVisible();
  }
  await atlas.expectNoHorizontalOverflow();
  await atlas.expectAccessible();
  await atlas.search.fill("r");
  await expect(tips).toHaveCount(0);
  await atlas.search.fill("");
  await expect(tips).toBeVisible();
  await atlas.search.blur();
  await expect(tips).toBeHidden();
});

test("while typing, values and projects are suggested, and keys choose one", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.search.fill("roma");
  const list = page.getByRole("listbox", { name: "Suggestions" });
  const options = list.getByRole("option");
  await expect(options.first()).toContainText("Romania");
  await expect(options.filter({ hasText: "AGIRE" })).toBeVisible();
  await expect(atlas.search).toHaveAttribute("aria-expanded", "true");
  await atlas.expectNoHorizontalOverflow();
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(atlas.search).toHaveAttribute("aria-activedescendant", await options.first().getAttribute("id"));
  await atlas.expectAccessible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  await expect(atlas.search).toHaveValue("roma");
  await expect(atlas.search).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(list).toBeVisible();
  while ((await options.first().getAttribute("aria-selected")) !== "true") await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await atlas.expectQuery("country=RO");
  await expect(atlas.search).toHaveValue("");
  await atlas.expectShown("agire", "trm-ii");
  await atlas.clearAll.click();
  await atlas.search.fill("telae");
  await options.filter({ hasText: "TELAE" }).click();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toContainText("TELAE");
  // The focus returns to the box, the suggestions do not.
  await page.keyboard.press("Escape");
  await expect(atlas.search).toBeFocused();
  await expect(list).toBeHidden();
});

test("a suggested value says how many projects it gives with the other filters", async ({ atlas, page }) => {
  await atlas.open("country=LB");
  const options = page.getByRole("listbox").getByRole("option");
  const option = (name) => options.filter({ hasText: name });
  await atlas.search.fill("romania");
  await expect(option("Romania")).toContainText("2");
  await atlas.open("donor=united-states-department-of-state");
  await atlas.search.fill("lebanon");
  await expect(option("Lebanon")).toContainText("1");
  await option("Lebanon").click();
  await expect(atlas.status).toHaveText("1 of 6 projects");
  // A value without projects is not suggested.
  await atlas.open("donor=united-states-department-of-state");
  await atlas.search.fill("italy");
  await expect(atlas.status).toHaveText("0 of 6 projects");
  await expect(options).toHaveCount(0);
});

test("the best matches are suggested, whatever the order of the results", async ({ atlas, page, site }) => {
  const mention = (at) => ({ title: `A ${at}`, objective: "It mentions harbours." });
  site.putPortfolio(portfolio(mention(1), mention(2), mention(3), { title: "Safe harbours" }));
  await atlas.open("sort=title");
  await atlas.search.fill("harbours");
  await expect(page.getByRole("listbox").getByRole("option").first()).toContainText("Safe harbours");
});

test("Escape closes the tips of an empty search box", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.search.focus();
  const tips = page.locator(".search-tips");
  await expect(tips).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(tips).toBeHidden();
});

test("while the code of the search is loading, no number of results is claimed", async ({ atlas, site }) => {
  site.injectFault("deferred.wasm", { delay: 1500 });
  await atlas.open();
  await atlas.search.fill("zzyzx");
  await expect(atlas.status).toHaveText("Loading…");
  await expect(atlas.status).toHaveText("0 of 6 projects");
});

import { expect, test } from "./atlas.js";

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
});

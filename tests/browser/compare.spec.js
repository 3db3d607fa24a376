import { expect, test } from "./atlas.js";

const compareButton = (scope, title = "") => scope.getByRole("button", { name: new RegExp(`^Compare: ${title}`) });
const compareTray = (page) => page.getByRole("complementary", { name: "Projects to compare" });
const columnHeaders = (page) => page.locator("th[data-project]");

test("cards, rows and records add projects to the comparison; the bar opens it", async ({ atlas, page }) => {
  await atlas.open();
  await expect(compareTray(page)).toHaveCount(0);
  await compareButton(atlas.article("agire")).click();
  await expect(compareButton(atlas.article("agire"))).toHaveAttribute("aria-pressed", "true");
  await atlas.expectQuery("compare=agire");
  await expect(compareTray(page)).toContainText("Add at least one more project to compare.");
  await page.getByRole("button", { name: "Table" }).click();
  await page.locator('tr[data-project="brazil-eu"]').getByRole("checkbox").check();
  await atlas.expectQuery("compare=agire", "compare=brazil-eu", "view=table");
  await page.locator('tr[data-project="trm-ii"]').getByRole("rowheader").getByRole("link").first().click();
  await compareButton(atlas.record).click();
  await expect(compareButton(atlas.record)).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("Escape");
  await atlas.expectAccessible();
  await compareTray(page).getByRole("button", { name: "Compare 3 projects" }).click();
  await atlas.expectQuery("compare=agire", "compare=brazil-eu", "compare=trm-ii", "view=compare");
  await expect(columnHeaders(page)).toHaveCount(3);
  await expect(page.getByRole("region", { name: "Side by side" })).toBeFocused();
  await expect(compareTray(page)).toHaveCount(0);
});

test("the comparison marks shared values, and says what all projects share", async ({ atlas, page }) => {
  await atlas.open("view=compare&compare=agire&compare=brazil-eu");
  await expect(page.getByText("In common:")).toContainText("Country: Italy");
  await expect(page.getByText("In common:")).toContainText("Donor: European Union");
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Country", exact: true }) });
  await expect(row.getByText("Italy")).toHaveCount(2);
  await expect(row.getByText("2 of 2")).toHaveCount(2);
  await expect(row.getByText("Brazil")).toHaveCount(1);
  const agencies = page
    .getByRole("row")
    .filter({ has: page.getByRole("rowheader", { name: "Implementing organisation" }) });
  await expect(agencies).toContainText("Save the Children Italia");
  await expect(agencies).not.toContainText("2 of 2");
});

test("a value in the comparison filters the projects", async ({ atlas, page }) => {
  await atlas.open("view=compare&compare=agire&compare=brazil-eu");
  await page.locator("#comparison").getByRole("link", { name: "Brazil", exact: true }).click();
  await expect(atlas.checkbox("country", "BR")).toBeChecked();
  await expect(atlas.status).toHaveText("1 of 6 projects");
  await expect(page.locator("#results")).toBeFocused();
});

test("removing a project from the comparison keeps the focus in it", async ({ atlas, page }) => {
  await atlas.open("view=compare&compare=agire&compare=brazil-eu&compare=trm-ii");
  await expect(columnHeaders(page)).toHaveCount(3);
  await page.getByRole("button", { name: /^Remove AGIRE/ }).focus();
  await page.keyboard.press("Enter");
  await expect(columnHeaders(page)).toHaveCount(2);
  await atlas.expectQuery("compare=brazil-eu", "compare=trm-ii", "view=compare");
  await expect(page.getByRole("button", { name: /^Remove Promoting/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Select two to four projects")).toBeVisible();
  await page.getByRole("button", { name: "Select projects" }).focus();
  await page.keyboard.press("Enter");
  await atlas.expectQuery("compare=trm-ii");
  await expect(page.locator("#results")).toBeFocused();
  await page.goBack();
  await expect(page.getByText("Select two to four projects")).toBeVisible();
});

test("a column’s title opens the record over the comparison", async ({ atlas, page }) => {
  await atlas.open("view=compare&compare=agire&compare=brazil-eu");
  const title = columnHeaders(page)
    .first()
    .getByRole("link", { name: "AGIRE: Austria, Greece, Italy and Romania", exact: true });
  await title.click();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toContainText("AGIRE");
  await page.keyboard.press("Escape");
  await expect(title).toBeFocused();
});

test("at most four projects can be compared; a fifth cannot be added, and the bar says why", async ({
  atlas,
  page,
}) => {
  await atlas.open("compare=agire&compare=brazil-eu&compare=trm-ii&compare=telae");
  await expect(compareButton(atlas.article("heroine-route"))).toBeDisabled();
  await expect(compareButton(atlas.article("agire"))).toBeEnabled();
  await expect(compareTray(page)).toContainText("You can compare up to four projects.");
  await compareTray(page).getByRole("button", { name: "Clear comparison" }).click();
  await atlas.expectQuery();
  await expect(compareTray(page)).toHaveCount(0);
  await expect(page.locator("#results")).toBeFocused();
});

test("an address with too few or unknown projects to compare says what to do", async ({ atlas, page }) => {
  await atlas.open("view=compare&compare=agire&compare=nowhere");
  await expect(page.getByText("Select two to four projects")).toBeVisible();
  await expect(page.locator(".compare-bar__item", { hasText: "AGIRE" })).toBeVisible();
  await expect(atlas.notice).toContainText("nowhere");
  await atlas.open("view=compare");
  await expect(page.getByText("Select two to four projects")).toBeVisible();
});

test("on a phone the comparison scrolls within its frame, and the row headings stay in view", async ({
  atlas,
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await atlas.open("view=compare&compare=agire&compare=brazil-eu&compare=trm-ii&compare=telae");
  const label = page.getByRole("rowheader", { name: "Donor" });
  await expect(label).toBeVisible();
  const before = (await label.boundingBox()).x;
  await page.locator("#comparison").evaluate((it) => it.scrollBy(300, 0));
  expect(Math.abs((await label.boundingBox()).x - before)).toBeLessThan(20);
  const wide = await page.evaluate(() => document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth);
  expect(wide).toBe(false);
});

test("the bar never covers the focused element", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await atlas.open("compare=agire");
  await expect(compareTray(page)).toBeVisible();
  for (const id of await atlas.shownIds()) {
    await atlas.titleLink(id).focus();
    const [button, top] = [await atlas.titleLink(id).boundingBox(), (await compareTray(page).boundingBox()).y];
    expect(button.y + button.height).toBeLessThanOrEqual(top);
  }
});

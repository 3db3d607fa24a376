import { readFileSync } from "node:fs";
import { expect, test } from "./atlas.js";
import { manyProjects, portfolio } from "./portfolios.js";

const chart = (page, key) => page.locator(`[data-chart="${key}"]`);
const bar = (page, key, value) => chart(page, key).locator(`[data-value="${value}"]`).getByRole("button");
const column = (page, year) => chart(page, "years").locator(`[data-year="${year}"]`).getByRole("button");

const keyFigure = (page, label) =>
  page
    .locator(".key-figure")
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator("dd");

test("the key figures are those of the projects shown", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  await expect(keyFigure(page, "Projects")).toHaveText("6");
  await expect(keyFigure(page, "Countries")).toHaveText("20");
  await expect(keyFigure(page, "Donors")).toHaveText("5");
  await expect(keyFigure(page, "Years")).toHaveText("2007–2012");
  await atlas.open("view=figures&country=LB");
  await expect(keyFigure(page, "Projects")).toHaveText("1");
  await expect(keyFigure(page, "Countries")).toHaveText("1");
  await expect(keyFigure(page, "Years")).toHaveText("2010–2011");
});

test("a bar shows its name, its count and its share, and filters", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  await expect(bar(page, "donor", "european-union")).toHaveAccessibleName("European Union: 4 projects, 67%");
  await bar(page, "donor", "european-union").click();
  await atlas.expectQuery("donor=european-union", "view=figures");
  await expect(bar(page, "donor", "european-union")).toHaveAttribute("aria-pressed", "true");
  await expect(bar(page, "donor", "european-union")).toHaveAccessibleName("European Union: 4 projects, 100%");
  await expect(bar(page, "donor", "european-union")).toBeFocused();
  await expect(atlas.checkbox("donor", "european-union")).toBeChecked();
  await page.keyboard.press("Enter");
  await atlas.expectQuery("view=figures");
});

test("charts are updated in place: a pressed bar stays the same element, whatever its rank", async ({
  atlas,
  page,
}) => {
  await atlas.open("view=figures");
  const pressed = bar(page, "country", "MD");
  await pressed.focus();
  const before = await pressed.elementHandle();
  const chartBefore = await chart(page, "country").elementHandle();
  await page.evaluate(() => {
    globalThis.focusLost = 0;
    document.addEventListener("focusout", () => globalThis.focusLost++);
  });
  await page.keyboard.press("Enter");
  await expect(pressed).toHaveAttribute("aria-pressed", "true");
  await expect(pressed).toBeFocused();
  expect(await pressed.evaluate((now, before) => now === before, before)).toBe(true);
  expect(await chart(page, "country").evaluate((now, before) => now === before, chartBefore)).toBe(true);
  expect(await page.evaluate(() => globalThis.focusLost)).toBe(0);
  const counts = await chart(page, "country")
    .locator("[data-count]")
    .evaluateAll((bars) => bars.map((it) => Number(it.dataset.count)));
  expect(counts).toEqual([...counts].sort((one, other) => other - one));
  await page.keyboard.press("Enter");
  await atlas.expectQuery("view=figures");
  await expect(pressed).toHaveAttribute("aria-pressed", "false");
});

test("“Not specified” has a bar too", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  await bar(page, "implementing", "none").click();
  await atlas.expectQuery("implementing=none", "view=figures");
  await expect(keyFigure(page, "Projects")).toHaveText("1");
});

test("a chart shows its eight largest values, and all on request", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  const bars = chart(page, "country").getByRole("listitem");
  await expect(bars).toHaveCount(8);
  const more = chart(page, "country").getByRole("button", { name: "Show all 20" });
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await more.click();
  await expect(bars).toHaveCount(20);
  await chart(page, "country").getByRole("button", { name: "Show fewer" }).click();
  await expect(bars).toHaveCount(8);
});

test("a selected value stays visible, whatever its rank", async ({ atlas, page }) => {
  await atlas.open("view=figures&country=TR&country=RS&country=IT&country=RO");
  await expect(bar(page, "country", "TR")).toBeVisible();
  await expect(bar(page, "country", "RS")).toBeVisible();
});

test("one year is selected, a second one selects a range, and a repeated one clears it", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  await expect(column(page, 2010)).toHaveAccessibleName("2010: 6 projects");
  await column(page, 2007).click();
  await atlas.expectQuery("from=2007", "to=2007", "view=figures");
  await column(page, 2009).click();
  await atlas.expectQuery("from=2007", "to=2009", "view=figures");
  await expect(column(page, 2008)).toHaveAttribute("aria-pressed", "true");
  await expect(column(page, 2010)).toHaveAttribute("aria-pressed", "false");
  await column(page, 2008).click();
  await column(page, 2008).click();
  await atlas.expectQuery("view=figures");
});

test("the charts can be downloaded as a table in which no cell is a formula", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "a", title: "A", donors: ['=HYPERLINK("x")', 'Fund, "large"'], start: "2010" },
      { id: "b", title: "B", donors: ['Fund, "large"'] },
    ),
  );
  await atlas.open("view=figures");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download chart data (CSV)" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("charts.csv");
  const lines = readFileSync(await download.path(), "utf8").split("\r\n");
  expect(lines[0]).toBe("\uFEFFCategory,Value,Projects,Share (%)");
  expect(lines).toContain("Projects,,2,100");
  expect(lines).toContain("Years,2010,1,50");
  expect(lines).toContain('Donor,"Fund, ""large""",2,100');
  expect(lines).toContain('Donor,"\'=HYPERLINK(""x"")",1,50');
});

test("projects without dates are counted, and without projects there are no charts", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio({ id: "a", title: "A", start: "2010", themes: ["T"] }, { id: "b", title: "B", themes: ["T"] }),
  );
  await atlas.open("view=figures");
  await expect(chart(page, "years")).toContainText("1 project has no dates (not shown here)");
  await atlas.open("view=figures&q=nothing-has-this");
  await expect(page.getByText("No projects match these filters.")).toBeVisible();
  await expect(page.locator("[data-chart]")).toHaveCount(0);
});

test("each chart has its own scale, and a value that all projects have does not flatten the rest", async ({
  atlas,
  page,
  site,
}) => {
  const projects = Array.from({ length: 60 }, (_, at) => ({
    id: `p-${at}`,
    title: `P ${at}`,
    start: "2010",
    implementing: ["All of us", ...(at < 6 ? ["Few"] : []), ...(at < 3 ? ["Fewer"] : [])],
    donors: at < 4 ? [`Donor ${at % 2}`] : [],
  }));
  site.putPortfolio(portfolio(...projects));
  await atlas.open("view=figures");
  const length = (key, value) =>
    bar(page, key, value)
      .locator(".bar__track")
      .evaluate((line) => line.firstElementChild.getBoundingClientRect().width / line.getBoundingClientRect().width);
  await expect.poll(() => length("implementing", "few")).toBeCloseTo(1, 1);
  await expect.poll(() => length("implementing", "fewer")).toBeCloseTo(0.5, 1);
  await expect(bar(page, "implementing", "all-of-us").locator(".bar__track--cut")).toHaveCount(1);
  await expect.poll(() => length("donor", "donor-0")).toBeCloseTo(1, 1);
  await expect(bar(page, "donor", "none").locator(".bar__track--cut")).toHaveCount(1);
  await expect(page.getByText(/Each chart has its own scale/)).toBeVisible();
});

for (const width of [320, 1280]) {
  test(`at ${width} px nothing overflows sideways`, async ({ atlas, page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await atlas.open("view=figures&country=RO");
    await expect(page.locator(".key-figures")).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
    site.putPortfolio(manyProjects(300));
    await atlas.open("view=figures");
    await expect(chart(page, "implementing").getByRole("button", { name: "Show all 40" })).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
  });
}

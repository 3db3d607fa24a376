import { expect, test } from "./atlas.js";
import { portfolio, realisticPortfolio } from "./portfolios.js";

const MAX_NODES = 4_000;

async function expectSmallPage(page) {
  // Until a view’s code is loaded there is nothing to count.
  await expect(page.locator(".on-demand")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.querySelectorAll("*").length)).toBeLessThanOrEqual(MAX_NODES);
}

test("a realistic portfolio stays within the limit of elements, in every view", async ({ atlas, page, site }) => {
  site.putPortfolio(realisticPortfolio(3_000));
  for (const view of ["cards", "list", "table", "figures", "network"]) {
    await atlas.open(`view=${view}`);
    await atlas.waitForMap();
    await expectSmallPage(page);
  }
});

function oversizedProjects(count) {
  const many = (length, name) => Array.from({ length }, (_, at) => `${name} ${at} of all`);
  const text = [...many(200, "Paragraph"), ...many(200, "- Item")].join("\n\n");
  return Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    title: `Project ${at} of all`,
    start: String(1960 + at),
    end: String(2020 + at),
    objective: text,
    summary: text,
    note: text,
    countries: COUNTRIES,
    donors: many(200, "Donor").map((name) => ({ name, note: `${name}, too`, url: "https://example.org/" })),
    implementing: many(200, "Agency"),
    partners: many(200, "Partner"),
    themes: many(200, "Theme"),
    documents: many(200, "Document").map((title) => ({ title, url: "https://example.org/" })),
    links: many(200, "Link").map((title) => ({ title, url: "https://example.org/" })),
    related: many(200, "Related").map((title) => ({ title, relation: "before", period: "2001" })),
    fields: Object.fromEntries(many(60, "Field").map((name) => [name, many(60, "Value")])),
  }));
}

const COUNTRIES = (
  "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK " +
  "DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA " +
  "LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA " +
  "RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU " +
  "VE VN YE ZM ZW"
).split(" ");

for (const view of [
  "cards",
  "list",
  "table",
  "figures",
  "network",
  "compare&compare=p0&compare=p1&compare=p2&compare=p3",
]) {
  test(`oversized projects stay within the limit of elements, with view=${view.split("&")[0]}`, async ({
    atlas,
    page,
    site,
  }) => {
    site.putPortfolio(portfolio(...oversizedProjects(30)));
    for (const search of ["", "&q=of", "&q=a%20o"]) {
      await atlas.open(`view=${view}${search}`);
      await atlas.waitForMap();
      await expectSmallPage(page);
      await atlas.open(`view=${view}${search}&project=p0`);
      await atlas.waitForMap();
      await expect(atlas.record).toContainText("Donor 0 of all");
      await expectSmallPage(page);
    }
  });
}

test("a table with all columns of oversized projects stays within the limit of elements", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(portfolio(...oversizedProjects(30)));
  await atlas.open("view=table");
  await page.locator("summary", { hasText: "Columns" }).click();
  const unchecked = page.locator(".table-columns input:not(:checked)");
  await expect(unchecked.first()).toBeVisible();
  while ((await unchecked.count()) > 0) await unchecked.first().check();
  await expectSmallPage(page);
});

test("facets without a chart, a row or a column are counted", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      ...["a", "b"].map((id) => ({
        id,
        title: id,
        fields: Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`Field ${at}`, [id]])),
      })),
    ),
  );
  await atlas.open("view=figures");
  await expect(page.locator(".figures")).toContainText("50 more");
  await atlas.open("view=compare&compare=a&compare=b");
  await expect(page.getByRole("rowheader", { name: "45 more" })).toBeVisible();
  await atlas.open("view=table");
  await page.locator("summary", { hasText: "Columns" }).click();
  await expect(page.locator(".table-columns")).toContainText("20 more");
});

test("one chart at a time can show more bars, and counts the rest", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 300 }, (_, at) => ({
        id: `p${at}`,
        title: `Project ${at}`,
        donors: [`Donor ${at}`],
        themes: [`Theme ${at}`],
      })),
    ),
  );
  await atlas.open("view=figures");
  const chart = (facet) => page.locator(`[data-chart="${facet}"]`);
  const bars = (facet) => chart(facet).getByRole("listitem");
  await chart("donor")
    .getByRole("button", { name: /^Show 100 more/ })
    .click();
  await expect(bars("donor")).toHaveCount(108);
  await expect(chart("donor")).toContainText("192 more");
  await chart("theme")
    .getByRole("button", { name: /^Show 100 more/ })
    .click();
  await expect(bars("theme")).toHaveCount(108);
  await expect(bars("donor")).toHaveCount(8);
});

test("the record of an oversized project is complete and stays within the limit of elements", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(portfolio(...oversizedProjects(1)));
  for (const search of ["", "q=of&"]) {
    await atlas.open(`${search}project=p0`);
    await expect(atlas.record).toContainText("Donor 0 of all");
    await expectSmallPage(page);
  }
  for (const last of [
    "Paragraph 199",
    "Item 199",
    "Donor 199",
    "Agency 199",
    "Partner 199",
    "Theme 199",
    "Document 199",
    "Link 199",
    "Related 199",
    "Field 59",
    "Value 59",
  ]) {
    await expect(atlas.record).toContainText(`${last} of all`);
  }
  await expect(atlas.record).toContainText("Donor 199 of all, too");
  await expect(atlas.record).toContainText("Zimbabwe");
});

test("the share dialog offers the first fifty facets and counts the others", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      ...["yes", "no"].map((value) => ({
        id: value,
        title: value,
        fields: Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`Field ${at}`, [value]])),
      })),
    ),
  );
  await atlas.open();
  await page.getByRole("button", { name: "Share or embed" }).click();
  await page.getByRole("radio", { name: /iframe/i }).check();
  const facets = page.locator(".share__facets");
  await expect(facets.getByRole("checkbox")).toHaveCount(50);
  await expect(facets).toContainText("20 more");
});

test("however many results are requested, the page stays small and earlier results can be shown again", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(realisticPortfolio(1_000));
  for (const [view, results] of [
    ["cards", ".card"],
    ["table", "tbody tr"],
  ]) {
    await atlas.open(`view=${view}&sort=title`);
    const shown = page.locator(results);
    const first = await shown.first().getAttribute("data-project");
    const more = page.getByRole("button", { name: /^Show \d+ more/ });
    const earlier = page.getByRole("button", { name: /^Show earlier results/ });
    const numberIn = (text, pattern) => Number(pattern.exec(text)[1].replace(",", ""));
    for (let turn = 0; turn < 6; turn += 1) {
      const label = await more.textContent();
      await more.click();
      await expect(more).not.toHaveText(label);
      await expect(page.locator(`${results} [id^=open-]:focus`)).toHaveCount(1);
      await expect(async () => {
        const left = numberIn(await more.textContent(), /\((.*) remaining\)/);
        const before = (await earlier.isVisible()) ? numberIn(await earlier.textContent(), /\((.*)\)/) : 0;
        expect(await shown.count()).toBe(1_000 - left - before);
      }).toPass();
      await expectSmallPage(page);
    }
    await expect(page.locator(`[data-project="${first}"]`)).toHaveCount(0);
    while (await earlier.isVisible()) {
      const before = await shown.first().getAttribute("data-project");
      await earlier.click();
      await expect(shown.first()).not.toHaveAttribute("data-project", before);
      await expectSmallPage(page);
    }
    await expect(shown.first()).toHaveAttribute("data-project", first);
    await expect(shown.first().locator("[id^=open-]").first()).toBeFocused();
  }
});

test("all results of the list can be shown at once, and only those near the window are drawn", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(realisticPortfolio(1_000));
  await atlas.open("view=list&sort=title");
  const more = page.getByRole("button", { name: /^Show \d+ more/ });
  await more.click();
  await page.getByRole("button", { name: "Show all 1,000" }).click();
  await expectSmallPage(page);
  const drawn = await atlas.articles.count();
  expect(drawn).toBeLessThanOrEqual(100);
  const last = async () => (await atlas.shownIds()).at(-1);
  const before = await last();
  await page.evaluate(() => document.querySelector("#results").scrollIntoView({ block: "end" }));
  await expect.poll(last).not.toBe(before);
  // The rows that are drawn now may be higher than the space that was kept for them.
  await page.evaluate(() => document.querySelector("#results").scrollIntoView({ block: "end" }));
  await expect(atlas.articles.last()).toBeInViewport();
  expect(await atlas.articles.count()).toBeLessThanOrEqual(100);
  await expectSmallPage(page);
});

test("at most fifty values of a facet are in the page; the others can be searched for or paged to", async ({
  atlas,
  site,
}) => {
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 500 }, (_, at) => ({
        id: `p${at}`,
        title: `Project ${at}`,
        donors: [`Donor ${String(at).padStart(3, "0")}`],
      })),
    ),
  );
  await atlas.open();
  const values = atlas.facet("donor").locator("[data-value]");
  const first = await values.count();
  expect(first).toBe(12);
  await atlas.facet("donor").getByRole("button", { name: "Show all 500" }).click();
  const range = atlas.facet("donor").getByText(/^1–\d+ of 500$/);
  await expect(range).toBeVisible();
  const paged = Number((await range.textContent()).match(/–(\d+)/)[1]);
  expect(paged).toBeGreaterThan(first);
  await expect(values).toHaveCount(paged);
  expect(paged).toBeLessThanOrEqual(50);
  await expect(atlas.status).toHaveText("500 projects");
  await atlas.facet("donor").getByRole("button", { name: "Next" }).click();
  await expect(atlas.value("donor", `donor-${String(paged).padStart(3, "0")}`)).toBeVisible();
  expect(await values.count()).toBeLessThanOrEqual(50);
  await atlas.facetSearch("donor").fill("499");
  await atlas.checkbox("donor", "donor-499").check();
  await atlas.expectShown("p499");
  await atlas.facetSearch("donor").fill("");
  await expect(atlas.checkbox("donor", "donor-499")).toBeChecked();
  await atlas.facet("donor").getByRole("button", { name: "Show fewer" }).click();
  await expect(atlas.value("donor", "donor-000")).toBeVisible();
  await expect(atlas.checkbox("donor", "donor-499")).toBeChecked();
});

test("selected values and groups are shown on every page of a facet", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 300 }, (_, at) => ({
        id: `p${at}`,
        title: `Project ${at}`,
        fields: { Sector: [`Group ${100 + Math.floor(at / 3)} > Value ${100 + at}`] },
      })),
    ),
  );
  await atlas.open("sector=group-199&sector=group-150");
  for (const group of ["group-199", "group-150"]) await expect(atlas.checkbox("sector", group)).toBeChecked();
});

test("selecting many values of one facet keeps the other facets in the page", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 30 }, (_, at) => ({
        id: `p${at}`,
        title: `Project ${at}`,
        fields: Object.fromEntries(
          Array.from({ length: 25 }, (_, field) => [`Field ${10 + field}`, [`Value ${10 + at}`]]),
        ),
      })),
    ),
  );
  await atlas.open();
  const facets = page.locator("fieldset[data-facet]");
  const before = await facets.count();
  for (let at = 10; at < 17; at += 1) await atlas.checkbox("field-10", `value-${at}`).check();
  expect(await facets.count()).toBe(before);
});

test("a checkbox keeps its place and the focus while counts change", async ({ atlas, page, site }) => {
  site.putPortfolio(realisticPortfolio(300));
  await atlas.open();
  await atlas.checkbox("donor", "donor-1").focus();
  await page.keyboard.press("Space");
  await expect(atlas.checkbox("donor", "donor-1")).toBeChecked();
  await expect(atlas.checkbox("donor", "donor-1")).toBeFocused();
});

test("every project can have a custom field of its own", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 8_000 }, (_, at) => ({
        id: `p${at}`,
        title: `Project ${at}`,
        fields: { [`Field ${at}`]: ["yes"] },
      })),
    ),
  );
  await atlas.open();
  await expectSmallPage(page);
  await page.getByRole("textbox", { name: /^Search [\d,]+ filters$/ }).fill("field 7777");
  await atlas.openFacet("field-7777");
  await atlas.checkbox("field-7777", "yes").check();
  await atlas.expectShown("p7777");
});

test("years that are thousands apart are shown in a few bars", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "old", title: "Old", start: "0001", end: "0001" },
      { id: "new", title: "New", start: "9999", end: "9999" },
    ),
  );
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
  await page.getByRole("spinbutton", { name: "From" }).pressSequentially("9000");
  await page.keyboard.press("Tab");
  await atlas.expectShown("new");
  // A year outside the range of years becomes its last.
  await page.getByRole("spinbutton", { name: "From" }).press("Control+a");
  await page.keyboard.type("123456");
  await page.keyboard.press("Tab");
  await atlas.expectQuery("from=9999");
  await expect(page.getByRole("spinbutton", { name: "From" })).toHaveValue("9999");
});

test("the timeline plays thousands of years one bar at a time", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "old", title: "Old", start: "0001", end: "0001" },
      { id: "new", title: "New", start: "9999", end: "9999" },
    ),
  );
  await atlas.open();
  const second = page.waitForURL(
    ({ searchParams }) => searchParams.get("from") === "201" && searchParams.get("to") === "400",
  );
  await page.getByRole("button", { name: "Play timeline" }).click();
  await second;
});

test("one mistyped year leaves the others usable", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "typo", title: "Typo", start: "0201", end: "2012" },
      { id: "right", title: "Right", start: "2011", end: "2012" },
    ),
  );
  await atlas.open("from=2011&to=2012");
  await atlas.expectShown("right", "typo");
  expect(await page.locator(".year__bar").count()).toBeLessThanOrEqual(60);
});

test("a hundred thousand errors are reported in one sentence with a count", async ({ atlas, page, site }) => {
  site.put(
    "portfolio.json",
    JSON.stringify({ title: "Hollow", projects: [{ id: "good", title: "Good" }, ...Array(100_000).fill({})] }),
  );
  await atlas.open();
  await atlas.expectShown("good");
  await expect(atlas.alert).toContainText(/100,000/);
  await expectSmallPage(page);
});

test("ten thousand invalid parameters are reported in a few sentences with a count", async ({ atlas, page }) => {
  const nonsense = Array.from({ length: 10_000 }, (_, at) => `from=x${at}`).join("&");
  await atlas.open("country=RO");
  await page.evaluate(
    (query) => {
      history.replaceState(null, "", `?${query}`);
      dispatchEvent(new PopStateEvent("popstate"));
    },
    `${nonsense}&nothing=${"x".repeat(3_000)}`,
  );
  await expect(atlas.notice).toContainText("9,995 more are not listed");
  await expectSmallPage(page);
  expect((await atlas.notice.boundingBox()).height).toBeLessThan(400);
});

test("the sentence about thousands of selected values counts most of them", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio(
      ...Array.from({ length: 2_000 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, themes: [`Theme ${at}`] })),
    ),
  );
  await atlas.open();
  await page.evaluate(
    (query) => {
      history.replaceState(null, "", `?${query}`);
      dispatchEvent(new PopStateEvent("popstate"));
    },
    Array.from({ length: 2_000 }, (_, at) => `theme=theme-${at}`).join("&"),
  );
  await expect(atlas.status).toHaveText("2,000 of 2,000 projects");
  await expect(atlas.activeFilters).toContainText("and 1,992 more filters");
  await expectSmallPage(page);
  await atlas.activeFilters.getByRole("button", { name: "and 1,992 more filters" }).click();
  await expect(atlas.activeFilters).toContainText("and 1,800 more filters");
  await expect(atlas.activeFilters.getByRole("button")).toHaveCount(200);
  await expect(atlas.removeFilterButton("Theme 8")).toBeFocused();
  await expectSmallPage(page);
  await atlas.view("Charts").click();
  await expect(page.locator('[data-chart="theme"]')).toBeVisible();
  await expectSmallPage(page);
});

test("a project with thousands of partners stays within the limit of elements in every view", async ({
  atlas,
  page,
  site,
}) => {
  const partners = Array.from({ length: 5_000 }, (_, at) => `Partner ${at}`);
  const fields = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`Field ${at}`, ["yes"]]));
  site.putPortfolio(
    portfolio({ id: "large", title: "Large", partners, donors: partners, fields }, { id: "small", title: "Small" }),
  );
  await atlas.open();
  await expectSmallPage(page);
  await expect(atlas.article("large")).toContainText("4,980 more");
  await atlas.open("view=list");
  await expect(atlas.article("large")).toBeVisible();
  await expectSmallPage(page);
  await atlas.open("project=large");
  await expect(atlas.record).toContainText("Partner 999");
  await expect(atlas.record).toContainText(/3,9\d\d\smore/);
  await expectSmallPage(page);
  await atlas.open("view=table");
  await expect(page.locator('tbody tr[data-project="large"]')).toContainText("4,990 more");
  await expectSmallPage(page);
  await atlas.open("view=compare&compare=large&compare=small");
  await expect(page.getByRole("region", { name: "side by side" })).toBeVisible();
  await expectSmallPage(page);
});

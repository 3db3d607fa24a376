import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

test("a card opens its record, and closing returns the focus to the card", async ({ atlas }) => {
  await atlas.open("country=RO");
  await atlas.titleLink("agire").click();
  await expect(atlas.record).toBeVisible();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toHaveText("AGIRE: Austria, Greece, Italy and Romania");
  await atlas.expectQuery("country=RO", "project=agire");
  await atlas.expectAccessible();
  await atlas.record.getByRole("button", { name: "Close" }).click();
  await expect(atlas.record).toHaveCount(0);
  await atlas.expectQuery("country=RO");
  await expect(atlas.titleLink("agire")).toBeFocused();
});

test("the Escape key closes a record too", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.titleLink("telae").focus();
  await page.keyboard.press("Enter");
  await expect(atlas.record).toBeVisible();
  for (let presses = 0; presses < 4; presses += 1) {
    await page.keyboard.press("Tab");
    const within = await page.evaluate(() => !document.activeElement?.closest("article, aside, header"));
    expect(within).toBe(true);
  }
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
  await expect(atlas.titleLink("telae")).toBeFocused();
  await atlas.expectQuery();
  // Twice, because some browsers let a page handle only the first Escape.
  await page.keyboard.press("Enter");
  await expect(atlas.record).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
  await atlas.expectQuery();
});

test("a click beside the record closes it", async ({ atlas, page }) => {
  await atlas.open("project=telae");
  await expect(atlas.record).toBeVisible();
  await page.mouse.click(20, 450);
  await expect(atlas.record).toHaveCount(0);
});

test("an address opens a record; back closes it and forward opens it again", async ({ atlas, page }) => {
  await atlas.open("project=trm-ii");
  await expect(atlas.record).toBeVisible();
  await atlas.record.getByRole("button", { name: "Close" }).click();
  await expect(atlas.titleLink("trm-ii")).toBeFocused();
  await atlas.titleLink("brazil-eu").click();
  await expect(atlas.record).toContainText("from Brazil to EU Member States");
  await page.goBack();
  await expect(atlas.record).toHaveCount(0);
  await page.goForward();
  await expect(atlas.record).toContainText("from Brazil to EU Member States");
  await page.reload();
  await expect(atlas.record).toContainText("from Brazil to EU Member States");
});

test("a record of a project that the filters exclude can still be opened", async ({ atlas }) => {
  await atlas.open("country=LB&project=agire");
  await expect(atlas.record).toContainText("AGIRE");
  await atlas.record.getByRole("button", { name: "Close" }).click();
  await atlas.expectShown("telae");
  await expect(atlas.page.locator("#results")).toBeFocused();
});

test("a record shows everything the source states", async ({ atlas }) => {
  await atlas.open("project=trm-ii");
  const { record } = atlas;
  for (const text of [
    "TRM II",
    "30 Sept 2010",
    "2012",
    "18 months",
    "Trafficked people, above all minors",
    "The project was set at 18 months and began on 30 September 2010.",
    "USAID also funded the Final Transnational Seminar in Bucharest",
    "United States Agency for International Development (USAID)",
    "Kosovo (under UNSCR 1244)",
    "Bosnia and Herzegovina",
    "Labour exploitation",
    "Overview of TRM: 5 Years of Transnational Cooperation",
    "Seminar Conclusions",
    "Programme to Support the Development of Transnational Referral Mechanisms",
    "2006–2009",
    "Dutch Ministry of Foreign Affairs",
    "Spin-off by ICMPD, launched at the final seminar",
    "The source names no implementing agency.",
  ]) {
    await expect(record).toContainText(text);
  }
  await expect(record.getByRole("listitem").filter({ hasText: /^Macedonia/ })).toContainText("North Macedonia");
  await expect(record).toContainText("Not specified");
  await expect(record).toContainText("No link available");
});

test("paragraphs and lists of plain text are paragraphs and lists", async ({ atlas }) => {
  await atlas.open("project=heroine-route");
  const items = atlas.record.getByRole("listitem");
  await expect(items.filter({ hasText: /^the lessons they have taught to date$/ })).toHaveCount(1);
  await expect(items.filter({ hasText: /^an assessment of the gaps that remain in this fight$/ })).toHaveCount(1);
  await expect(atlas.record.getByRole("paragraph").filter({ hasText: /^What was found served/ })).toHaveCount(1);
  await expect(atlas.record).not.toContainText("- the lessons");
});

test("matches of the search are highlighted in the record", async ({ atlas }) => {
  await atlas.open("q=newborns&project=trm-ii");
  await expect(atlas.record.locator("mark")).toHaveText("Newborns");
});

test("documents, links and organisations link to the addresses in the source", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio({
      id: "linked",
      title: "Linked",
      donors: [{ name: "A donor", acronym: "AD", url: "https://donor.example/" }],
      documents: [{ title: "A report", url: "http://report.example/a.pdf" }],
      links: [{ title: "Write to us", url: "mailto:us@project.example" }],
      fields: { Sector: ["Justice"] },
    }),
  );
  await atlas.open("project=linked");
  const { record } = atlas;
  await expect(record.getByRole("link", { name: "Website" })).toHaveAttribute("href", "https://donor.example/");
  await expect(record.getByRole("link", { name: "A report" })).toHaveAttribute("href", "http://report.example/a.pdf");
  await expect(record.getByRole("link", { name: "Write to us" })).toHaveAttribute("href", "mailto:us@project.example");
  await expect(record).toContainText("Sector");
  await expect(record).toContainText("Justice");
});

test("a value in a record is a link that shows the projects that have it", async ({ atlas, site, page }) => {
  await atlas.open("q=children&project=trm-ii");
  const link = atlas.record.getByRole("link", { name: "Moldova", exact: true });
  await expect(link).toHaveAttribute("href", `${site.origin}/?country=MD`);
  await link.click();
  await expect(atlas.record).toHaveCount(0);
  await atlas.expectQuery("country=MD", "q=children");
  await expect(atlas.checkbox("country", "MD")).toBeChecked();
  await expect(page.locator("#results")).toBeFocused();
});

test("buttons and arrow keys lead to the previous and next record, in the order of the results", async ({
  atlas,
  page,
}) => {
  await atlas.open("sort=title&country=RO");
  const order = await atlas.shownIds();
  expect(order).toHaveLength(2);
  await atlas.titleLink(order[0]).click();
  const heading = atlas.record.getByRole("heading", { level: 2 });
  await expect(atlas.record).toContainText("1 of 2");
  await expect(atlas.record.getByRole("button", { name: "Previous project" })).toBeDisabled();
  await atlas.record.getByRole("button", { name: "Next project" }).click();
  await atlas.expectQuery("country=RO", `project=${order[1]}`, "sort=title");
  await expect(atlas.record).toContainText("2 of 2");
  await expect(heading).toBeFocused();
  await expect(atlas.record.getByRole("button", { name: "Next project" })).toBeDisabled();
  await page.keyboard.press("ArrowRight");
  await expect(atlas.record).toContainText("2 of 2");
  await page.keyboard.press("ArrowLeft");
  await expect(atlas.record).toContainText("1 of 2");
  await expect(heading).toBeFocused();
  await page.goBack();
  await expect(atlas.record).toContainText("2 of 2");
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
  await expect(atlas.titleLink(order[1])).toBeFocused();
});

test("a record that the filters exclude says so and has no previous or next record", async ({ atlas }) => {
  await atlas.open("country=LB&project=agire");
  await expect(atlas.record).toContainText("Not in the current results");
  await expect(atlas.record.getByRole("button", { name: "Previous project" })).toBeDisabled();
  await expect(atlas.record.getByRole("button", { name: "Next project" })).toBeDisabled();
});

test("similar projects are listed with the reason, and replace the open record", async ({ atlas, page }) => {
  await atlas.open("project=heroine-route");
  const related = atlas.record.getByRole("listitem").filter({ hasText: "Enhancing Transnational Cooperation" });
  await expect(related).toContainText("also in North Macedonia and Moldova");
  await expect(atlas.record).toContainText("also funded by European Union");
  await related.getByRole("link").click();
  await atlas.expectQuery("project=trm-ii");
  const heading = atlas.record.getByRole("heading", { level: 2 });
  await expect(heading).toContainText("Enhancing Transnational Cooperation");
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  await page.goBack();
  await expect(heading).toContainText("Heroine Route");
});

test("a record’s address and its citations can be copied, and the page confirms it", async ({
  atlas,
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await atlas.open("country=RO&q=children&project=agire");
  const { record } = atlas;
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const liveRegion = record.locator("[aria-live=polite]");
  await record.getByRole("button", { name: "Copy link" }).click();
  await expect(liveRegion).toHaveText("Link copied");
  expect(await copied()).toBe(`${atlas.site.origin}/?project=agire`);
  await record.getByText("Cite", { exact: true }).click();
  await record.getByRole("button", { name: "Copy: Plain text" }).click();
  await expect(liveRegion).toHaveText("Citation copied");
  const plain = await copied();
  expect(plain).toContain("AGIRE: Austria, Greece, Italy and Romania");
  // It cites the permanent page, and names no one who did not write the text.
  expect(plain).toContain(`${atlas.site.origin}/projects/agire/ (accessed `);
  expect(plain).toMatch(/^AGIRE: /);
  const [, list] = /\. (Completed Projects, updated [^.]+|Completed Projects)\. /.exec(plain);
  expect(list).toContain("Completed Projects");
  await record.getByRole("button", { name: "Copy: BibTeX" }).click();
  await expect.poll(copied).toMatch(/^@misc\{agire,\n/);
  expect(await copied()).not.toContain("author");
  await record.getByRole("button", { name: "Copy: RIS" }).click();
  await expect.poll(copied).toMatch(/^TY {2}- ELEC\nID {2}- agire\nTI {2}- [^\n]+\nT2 {2}- Completed Projects\n/);
  expect(await copied()).toContain(`\nUR  - ${atlas.site.origin}/projects/agire/\n`);
});

test("if the browser refuses to copy, the address can be copied manually", async ({ atlas, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.execCommand = () => false;
  });
  await atlas.open("project=agire");
  await atlas.record.getByRole("button", { name: "Copy link" }).click();
  await expect(atlas.record.locator("[aria-live=polite]")).toContainText("copy it manually");
  await expect(atlas.record).toContainText(`${atlas.site.origin}/?project=agire`);
  await expect(atlas.record.getByRole("button", { name: "Copy link" })).toBeFocused();
});

test("a record shows its period within the portfolio’s years", async ({ atlas }) => {
  await atlas.open("project=telae");
  await expect(atlas.record.getByRole("img", { name: "Oct 2010 – Sept 2011 (whole list: 2007–2012)" })).toBeVisible();
});

test("a record with only a title, and one with a title of 500 characters, look right", async ({
  atlas,
  site,
  page,
}) => {
  const title = "On the coordination of ".repeat(22).slice(0, 500);
  site.putPortfolio(portfolio({ id: "bare", title: "Bare" }, { id: "long", title }));
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await atlas.open("project=long");
    await expect(atlas.record.getByRole("heading", { level: 2 })).toHaveText(title.trim());
    await atlas.expectNoHorizontalOverflow();
    await atlas.open("project=bare");
    await expect(atlas.record).toContainText("Dates not specified");
    await expect(atlas.record).toContainText("Not specified");
    await atlas.expectNoHorizontalOverflow();
  }
});

test("on a phone a record fills the screen, and its close button stays in view", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await atlas.open("project=trm-ii");
  const close = atlas.record.getByRole("button", { name: "Close" });
  await atlas.record.getByRole("heading", { name: "Similar projects" }).scrollIntoViewIfNeeded();
  await expect(close).toBeInViewport();
  const { x, width, height } = await atlas.record.boundingBox();
  expect([x, width >= 375, height]).toEqual([0, true, 700]);
  await atlas.expectNoHorizontalOverflow();
});

test("the window title is that of the open record, and then of the portfolio again", async ({ atlas, page }) => {
  await atlas.open("project=agire");
  await expect(page).toHaveTitle("AGIRE: Austria, Greece, Italy and Romania");
  await page.keyboard.press("Escape");
  await expect(page).toHaveTitle("Completed Projects");
});

test("labels are singular for one value and plural for several, on the card and in the record", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(
    portfolio(
      { id: "one", title: "One", donors: ["A"], partners: ["B"], countries: ["RO"], themes: ["Water"] },
      {
        id: "two",
        title: "Two",
        donors: ["A", "C"],
        partners: ["B", "D"],
        countries: ["RO", "AL"],
        themes: ["E", "F"],
      },
    ),
  );
  await atlas.open();
  const labels = (within) => within.locator("dt").allTextContents();
  const ofCard = (id) => labels(page.locator(`.card[data-project="${id}"], [data-project="${id}"] .card`).first());
  expect(await ofCard("one")).toEqual(["Donor", "Partner", "Country", "Theme"]);
  expect(await ofCard("two")).toEqual(["Donors", "Partners", "Countries", "Themes"]);
  await atlas.titleLink("one").click();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toHaveText("One");
  expect(await labels(atlas.record)).toEqual(expect.arrayContaining(["Donor", "Partner", "Country", "Theme"]));
  await atlas.record.getByRole("button", { name: "Close" }).click();
  await atlas.titleLink("two").click();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toHaveText("Two");
  expect(await labels(atlas.record)).toEqual(expect.arrayContaining(["Donors", "Partners", "Countries", "Themes"]));
});

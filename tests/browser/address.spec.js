import { expect, test } from "./atlas.js";

test("each choice appears in the address", async ({ atlas }) => {
  await atlas.open();
  await atlas.expectQuery();
  await atlas.checkbox("country", "RO").check();
  await atlas.expectQuery("country=RO");
  await atlas.checkbox("country", "MD").check();
  await atlas.expectQuery("country=MD", "country=RO");
  await atlas.checkbox("donor", "european-union").check();
  await atlas.expectQuery("country=MD", "country=RO", "donor=european-union");
  await atlas.openFacet("theme");
  await atlas.checkbox("theme", "labour-exploitation").check();
  await atlas.expectQuery("country=MD", "country=RO", "donor=european-union", "theme=labour-exploitation");
  await atlas.checkbox("country", "RO").uncheck();
  await atlas.expectQuery("country=MD", "donor=european-union", "theme=labour-exploitation");
});

test("back and forward step through the choices", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.checkbox("country", "RO").check();
  await atlas.checkbox("donor", "european-union").check();
  await atlas.expectShown("agire");
  await page.goBack();
  await atlas.expectShown("agire", "trm-ii");
  await expect(atlas.checkbox("donor", "european-union")).not.toBeChecked();
  await expect(atlas.activeFilters).not.toContainText("European Union");
  await page.goBack();
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.checkbox("country", "RO")).not.toBeChecked();
  await page.goForward();
  await page.goForward();
  await atlas.expectShown("agire");
  await expect(atlas.checkbox("donor", "european-union")).toBeChecked();
});

test("back undoes a whole search, not letter by letter", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.checkbox("country", "RO").check();
  await atlas.search.pressSequentially("bucharest");
  await atlas.expectShown("trm-ii");
  await page.goBack();
  await atlas.expectShown("agire", "trm-ii");
  await expect(atlas.search).toHaveValue("");
  await page.goForward();
  await atlas.expectShown("trm-ii");
  await expect(atlas.search).toHaveValue("bucharest");
});

test("a copied address and a reload show the same, whatever is chosen", async ({ atlas, page, context }) => {
  await atlas.open();
  await atlas.search.fill("exploit");
  await atlas.checkbox("country", "RO").check();
  await atlas.checkbox("country", "IT").check();
  await atlas.openFacet("theme");
  await atlas.checkbox("theme", "labour-exploitation").check();
  await page.getByRole("combobox", { name: "From" }).selectOption("2008");
  await page.getByRole("combobox", { name: "To" }).selectOption("2011");
  await atlas.sortSelect.selectOption("Oldest first");
  await atlas.expectOrder("agire", "trm-ii");
  const expectTheSame = async (where) => {
    await expect(where.locator("html")).toHaveAttribute("data-atlas", "ready");
    const shown = () =>
      where.locator("article[data-project]").evaluateAll((all) => all.map((it) => it.dataset.project));
    await expect.poll(shown).toEqual(["agire", "trm-ii"]);
    await expect(where.getByRole("combobox", { name: "Search projects" })).toHaveValue("exploit");
    for (const value of ["RO", "IT", "labour-exploitation"]) {
      await expect(where.locator(`[data-value="${value}"]`).getByRole("checkbox")).toBeChecked();
    }
    await expect(where.getByRole("combobox", { name: "From" })).toHaveValue("2008");
    await expect(where.getByRole("combobox", { name: "To" })).toHaveValue("2011");
    await expect(where.getByRole("combobox", { name: "Sort by" }).locator("option:checked")).toHaveText("Oldest first");
  };
  await page.reload();
  await expectTheSame(page);
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await expectTheSame(elsewhere);
});

test("leaving the page and coming back shows the same", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.checkbox("country", "LB").check();
  await atlas.expectShown("telae");
  await page.goto("about:blank");
  await page.goBack();
  await atlas.ready();
  await atlas.expectShown("telae");
});

test("values this portfolio does not have are named, and the rest are applied", async ({ atlas }) => {
  await atlas.open("country=RO&country=FR&donor=nobody-at-all&colour=blue");
  await atlas.expectShown("agire", "trm-ii");
  for (const named of ["FR", "nobody-at-all", "blue"]) await expect(atlas.notice).toContainText(named);
  await expect(atlas.notice).not.toContainText("RO");
});

test("invalid parameters are named until the address changes", async ({ atlas }) => {
  await atlas.open("from=soon&sort=upwards&view=globe&country=RO");
  await atlas.expectShown("agire", "trm-ii");
  for (const named of ["from=soon", "sort=upwards", "view=globe"]) await expect(atlas.notice).toContainText(named);
  await atlas.checkbox("country", "LB").check();
  await expect(atlas.notice).toHaveCount(0);
});

test("a value with another spelling in the address is shown as selected", async ({ atlas }) => {
  await atlas.open("country=ro&donor=European+Union");
  await atlas.expectShown("agire");
  await expect(atlas.checkbox("country", "RO")).toBeChecked();
  await expect(atlas.checkbox("donor", "european-union")).toBeChecked();
  await atlas.checkbox("country", "RO").uncheck();
  await expect(atlas.page).toHaveURL(/\?donor=european-union$/);
});

test("if every value is unknown, all projects are shown", async ({ atlas }) => {
  await atlas.open("theme=gardening");
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.notice).toContainText("gardening");
  await atlas.checkbox("country", "LB").check();
  await atlas.expectShown("telae");
});

test("an unknown project is named, and the list is still shown", async ({ atlas }) => {
  await atlas.open("project=no-such-project");
  await expect(atlas.record).toHaveCount(0);
  await expect(atlas.notice).toContainText("no-such-project");
  await expect(atlas.articles).toHaveCount(6);
});

test("no address breaks the page", async ({ atlas }) => {
  for (const [query, count] of [
    ["q=%E0%A4%A&%%%", null],
    ["from=soon&to=-1&sort=upwards", 6],
    ["from=2011&to=2009", 6],
    ["from=2050", 0],
    ["country=&donor=!&&=&=x", 6],
    [`q=${"long".repeat(2000)}`, 0],
    ["q=%00%01%F0%9F%8E%88", null],
  ]) {
    await atlas.open(query);
    if (count === null) await expect(atlas.status).toHaveText(/^\d/);
    else await expect(atlas.status).toHaveText(new RegExp(`^${count}\\b`));
    await expect(atlas.page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("a fragment stays in the address", async ({ atlas, page, site }) => {
  await page.goto(`${site.origin}/?country=RO#about`);
  await atlas.ready();
  await atlas.checkbox("country", "LB").check();
  await atlas.expectQuery("country=LB", "country=RO");
  expect(new URL(page.url()).hash).toBe("#about");
});

test("a sentence says what is shown and why", async ({ atlas }) => {
  await atlas.open("country=RO&country=MD&donor=european-union");
  await expect(atlas.status).toHaveText("2 of 6 projects");
  const words = (await atlas.sentence.innerText()).replaceAll("×", " ").replace(/\s+/g, " ");
  expect(words).toContain("2 of 6 projects in Romania or Moldova funded by European Union");
});

import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

test("results change with each letter, and matches are highlighted", async ({ atlas }) => {
  await atlas.open();
  await atlas.search.pressSequentially("hero");
  await atlas.expectShown("heroine-route");
  await expect(atlas.article("heroine-route").getByRole("heading").locator("mark")).toHaveText(/^Hero/);
  await atlas.search.pressSequentially("ine");
  await expect(atlas.article("heroine-route").getByRole("heading").locator("mark")).toHaveText("Heroine");
  await atlas.expectQuery("q=heroine");
  await expect(atlas.search).toBeFocused();
  await atlas.search.fill("");
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.page.locator("mark")).toHaveCount(0);
  await atlas.expectQuery();
});

test("a project must contain every word, in any field", async ({ atlas }) => {
  await atlas.open("q=exploited");
  await atlas.expectShown("agire", "trm-ii");
  await atlas.search.fill("exploited bucharest");
  await atlas.expectShown("trm-ii");
  await atlas.search.fill("bucharest lebanon");
  await expect(atlas.articles).toHaveCount(0);
});

test("a typo is forgiven", async ({ atlas }) => {
  await atlas.open();
  for (const [typed, ...projects] of [
    ["herione", "heroine-route"], // two letters swapped
    ["lebannon", "telae"], // one too many
    ["azerbajan", "heroine-route", "armenia-azerbaijan-georgia"], // one missing
    ["brasil", "brazil-eu"], // a wrong one
  ]) {
    await atlas.search.fill(typed);
    await atlas.expectShown(...projects);
    await expect(atlas.article(projects[0]).locator("mark").first()).toBeVisible();
  }
});

test("a country is found by the names it has and had", async ({ atlas }) => {
  await atlas.open();
  for (const [name, ...projects] of [
    ["Macedonia", "trm-ii", "heroine-route"],
    ["Turkey", "heroine-route"],
    ["North Macedonia", "trm-ii", "heroine-route"],
    ["Kosovo", "trm-ii"],
    ["Türkiye", "heroine-route"],
    ["Kosovo (under UNSCR 1244)", "trm-ii"],
    ["turkiye", "heroine-route"],
  ]) {
    await atlas.search.fill(name);
    await atlas.expectShown(...projects);
  }
});

test("each project shows the name its source used, and the filters show the current name", async ({ atlas }) => {
  await atlas.open("q=Türkiye");
  await atlas.expectShown("heroine-route");
  const card = atlas.article("heroine-route");
  await expect(card).toContainText("Turkey");
  await expect(card).toContainText("Macedonia");
  await expect(card.locator(".card__facts")).not.toContainText("Türkiye");
  await expect(card.locator(".card__facts")).not.toContainText("North Macedonia");
  await expect(atlas.value("country", "TR")).toContainText("Türkiye");
  await expect(atlas.value("country", "MK")).toContainText("North Macedonia");
  await atlas.search.fill("Kosovo");
  await expect(atlas.article("trm-ii")).toContainText("Kosovo (under UNSCR 1244)");
});

test("words are found in every part of a record", async ({ atlas }) => {
  await atlas.open();
  for (const [text, project] of [
    ["usaid", "trm-ii"], // a donor’s short name
    ["osce", "armenia-azerbaijan-georgia"], // a partner’s short name
    ["newborns", "trm-ii"], // a document’s title
    ["servico", "brazil-eu"], // a donor’s name in its language, typed without the accent
    ["steering", "telae"], // the summary
    ["consular", "brazil-eu"], // the objective
  ]) {
    await atlas.search.fill(text);
    await atlas.expectShown(project);
  }
});

test("a card shows where the match is if its beginning does not", async ({ atlas }) => {
  await atlas.open("q=newborns");
  await atlas.expectShown("trm-ii");
  const mark = atlas.article("trm-ii").locator("mark");
  await expect(mark).toHaveText("Newborns");
  await expect(mark).toBeVisible();
  await expect(atlas.article("trm-ii")).toContainText("Selling Their Newborns");
});

test("a match in the part of the beginning that a card cuts off is shown as well", async ({ atlas }) => {
  await atlas.open("q=prosecuting");
  const mark = atlas.articles.first().locator(".card__match mark");
  await expect(mark).toHaveText(/^prosecuting/i);
  await expect(mark).toBeVisible();
});

test("a card shows where the match is, in any text of the record", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(
      {
        id: "one",
        title: "One",
        donors: [{ name: "A fund", note: "An alliance of cooperatives" }],
        related: [{ title: "Another", period: "Spring 1998", relation: "grew out of it" }],
        fields: { Sector: ["Beekeeping"] },
        countries: ["GR"],
      },
      { id: "two", title: "Two" },
    ),
  );
  await atlas.open();
  for (const [text, where, marked] of [
    ["cooperatives", "Donors", "cooperatives"],
    ["1998", "Related projects", "1998"],
    ["grew", "Related projects", "grew"],
    ["beekeeping", "Sector", "Beekeeping"],
    ["hellas", "Countries", "Hellas"],
    ['"grew out of"', "Related projects", "grew out of"],
  ]) {
    await atlas.search.fill(text);
    await atlas.expectShown("one");
    const found = atlas.article("one").locator(".card__match");
    await expect(found.locator(".card__match-field")).toHaveText(where);
    await expect(found.locator("mark")).toHaveText(marked);
  }
  await atlas.search.fill("one beekeeping cooperatives");
  await expect(atlas.article("one").locator(".card__match")).toHaveCount(2);
  // A country code is not in the record, so the card shows the country’s name.
  await atlas.search.fill("EL");
  await expect(atlas.article("one").locator(".card__match")).toHaveText(/Countries\s*Greece/);
});

test("words in quotes are a phrase, and a minus excludes projects", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "meals", title: "School meals", objective: "Water for schools" },
      { id: "other", title: "Meals at school" },
      { id: "water", title: "Water after the cyclone" },
    ),
  );
  await atlas.open();
  await atlas.search.fill('"school meals"');
  await atlas.expectShown("meals");
  await expect(atlas.article("meals").locator("mark")).toHaveText(["School meals"]);
  await atlas.search.fill("„meals at school“");
  await atlas.expectShown("other");
  // While a quote is open, its words are searched for one by one.
  await atlas.search.fill('"school mea');
  await atlas.expectShown("meals", "other");
  await atlas.search.fill("water -cyclone");
  await atlas.expectShown("meals");
  await expect(atlas.page.locator("mark")).toHaveText(["Water"]);
  await atlas.search.fill('-"school meals"');
  await atlas.expectShown("other", "water");
  await atlas.expectQuery('q=-"school meals"');
  await atlas.page.reload();
  await atlas.ready();
  await atlas.expectShown("other", "water");
});

test("any two characters of a text without spaces are found and highlighted", async ({ atlas, site }) => {
  site.putPortfolio(portfolio({ id: "one", title: "一段简单的文字" }, { id: "two", title: "简的单" }));
  await atlas.open();
  for (const text of ["简单", "段简单的", "文字"]) {
    await atlas.search.fill(text);
    await atlas.expectShown("one");
    await expect(atlas.article("one").locator("mark")).toHaveText(text);
  }
});

test("best matches come first while searching, unless another order is chosen", async ({ atlas }) => {
  await atlas.open();
  await atlas.search.fill("Romania");
  // “Romania” is in the title of one, and only among the countries and in the text of the other.
  await atlas.expectOrder("agire", "trm-ii");
  await expect(atlas.sortSelect.locator("option:checked")).toHaveText("Best match");
  await atlas.sortSelect.selectOption("Newest first");
  await atlas.expectOrder("trm-ii", "agire");
  await atlas.search.fill("");
  await expect(atlas.sortSelect.getByRole("option", { name: "Best match" })).toHaveCount(0);
});

test("a search that finds nothing says so", async ({ atlas }) => {
  await atlas.open("q=zzyzx");
  await expect(atlas.status).toHaveText("0 of 6 projects");
  await expect(atlas.page.getByRole("main")).toContainText("No projects match these filters.");
  await expect(atlas.search).toHaveValue("zzyzx");
});

test("punctuation alone or spaces alone are not a search", async ({ atlas }) => {
  await atlas.open();
  for (const text of ["   ", "?!"]) {
    await atlas.search.fill(text);
    await expect(atlas.articles).toHaveCount(6);
  }
});

test("“/” leads to the search box from anywhere but a field", async ({ atlas }) => {
  await atlas.open();
  await atlas.checkbox("country", "RO").focus();
  await atlas.search.blur();
  await atlas.page.keyboard.press("/");
  await expect(atlas.search).toBeFocused();
  await atlas.page.keyboard.type("a/b");
  await expect(atlas.search).toHaveValue("a/b");
});

test("a search and the facets filter together", async ({ atlas }) => {
  await atlas.open("q=prevention");
  await atlas.checkbox("country", "IT").check();
  await atlas.expectShown("agire", "brazil-eu");
  await atlas.search.fill("prevention federal police");
  await atlas.expectShown("brazil-eu");
});

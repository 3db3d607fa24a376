import { expect, test } from "./atlas.js";
import { bundled, portfolio } from "./portfolios.js";

async function expectPlainError(atlas, ...words) {
  await expect(atlas.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(atlas.alert).toBeVisible();
  for (const word of ["portfolio.json", ...words]) await expect(atlas.alert).toContainText(word);
}

test("one bad date among good projects: file, project and field are named, all projects are shown", async ({
  atlas,
  site,
}) => {
  const broken = bundled();
  broken.projects[2].start = "May 2009";
  site.putPortfolio(broken);
  await atlas.open();
  await expectPlainError(atlas, "armenia-azerbaijan-georgia", "start", "May 2009", "line");
  await expect(atlas.alert).not.toContainText("telae");
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.article("armenia-azerbaijan-georgia")).toContainText("2011");
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
});

test("the line number in a message is the line in the file", async ({ atlas, site }) => {
  site.put(
    "portfolio.json",
    '{\n  "title": "T",\n  "projects": [\n    { "id": "one", "title": "One" },\n    {\n      "id": "two",\n      "title": "Two",\n      "end": "soon"\n    }\n  ]\n}\n',
  );
  await atlas.open();
  await expectPlainError(atlas, "two", "end", "line 8");
  await atlas.expectShown("one", "two");
});

test("a project without a title is omitted and named; the valid ones are shown", async ({ atlas, site }) => {
  const broken = bundled();
  delete broken.projects[3].title;
  site.putPortfolio(broken);
  await atlas.open();
  await expectPlainError(atlas, "telae", "title");
  await atlas.expectShown("trm-ii", "heroine-route", "armenia-azerbaijan-georgia", "brazil-eu", "agire");
});

test("an entry that is not a project is named by its position", async ({ atlas, site }) => {
  site.putPortfolio(portfolio({ id: "one", title: "One" }, 42, { id: "three", title: "Three" }));
  await atlas.open();
  await expectPlainError(atlas, "project 2");
  await atlas.expectShown("one", "three");
});

test("fields of the wrong type are named, and the rest of the project is shown", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(
      {
        id: "mixed",
        title: "Mixed",
        countries: "Romania",
        donors: [{ acronym: "X" }, 7, "A good donor"],
        themes: { a: 1 },
        objective: ["x"],
      },
      { id: "good", title: "Good", countries: ["RO"] },
    ),
  );
  await atlas.open();
  await expectPlainError(atlas, "mixed", "donors", "objective", "themes");
  await atlas.expectShown("mixed", "good");
  await expect(atlas.article("mixed")).toContainText("A good donor");
});

test("an invalid country is named; its project is shown", async ({ atlas, site }) => {
  site.putPortfolio(portfolio({ id: "one", title: "One", countries: ["Romania", "MD"] }));
  await atlas.open();
  await expectPlainError(atlas, "one", "countries", "Romania", "RO");
  await expect(atlas.article("one")).toContainText("Moldova");
});

test("two projects with one id are both shown, and can both be opened", async ({ atlas, site }) => {
  site.putPortfolio(portfolio({ id: "same", title: "The first" }, { id: "same", title: "The second" }));
  await atlas.open();
  await expectPlainError(atlas, "same", "id");
  await expect(atlas.articles).toHaveCount(2);
  await atlas.page.getByRole("link", { name: "The second" }).click();
  await expect(atlas.record).toContainText("The second");
});

test("many errors do not hide the projects", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(...Array.from({ length: 40 }, (_, at) => ({ id: `p${at}`, title: `Project ${at}`, start: "some day" }))),
  );
  await atlas.open();
  await expectPlainError(atlas, "p0");
  await expect(atlas.status).toHaveText("40 projects");
  const named = atlas.alert.getByText("some day").filter({ visible: true });
  await expect(named).toHaveCount(0);
  await atlas.alert.getByText("Details", { exact: true }).click();
  await expect(named).toHaveCount(5);
  await atlas.alert.getByText(/^\d+ more$/).click();
  await expect(atlas.alert.getByText("p39")).toBeVisible();
});

test("a file cut off in the middle: the projects before the cut are shown", async ({ atlas, site }) => {
  const text = site.read("portfolio.json").toString();
  const cut = text.indexOf("Strengthening of Comprehensive") + 20;
  site.put("portfolio.json", text.slice(0, cut));
  await atlas.open();
  await expectPlainError(atlas);
  await expect(atlas.article("trm-ii")).toBeVisible();
  await expect(atlas.article("heroine-route")).toBeVisible();
});

test("a missing or extra comma is reported, and no project is lost", async ({ atlas, site }) => {
  site.put(
    "portfolio.json",
    '{ "title": "T" "projects": [ { "id": "one", "title": "One", }, { "id": "two", "title": "Two" }, ] }',
  );
  await atlas.open();
  await expectPlainError(atlas, "line 1");
  await atlas.expectShown("one", "two");
});

test("a file saved with a byte order mark is read like any other", async ({ atlas, site }) => {
  site.put("portfolio.json", `\uFEFF${site.read("portfolio.json")}`);
  await atlas.open();
  await expect(atlas.articles).toHaveCount(6);
  await expect(atlas.alert).toHaveCount(0);
});

test("a file that is not a portfolio is reported, without a blank page or a panic", async ({ atlas, site }) => {
  for (const content of [
    "",
    "   \n",
    "<!doctype html><title>Not found</title><p>Sorry</p>",
    "null",
    "42",
    '"projects"',
    "{}",
    '{ "title": "T" }',
    '{ "title": "T", "projects": {} }',
    '{ "title": "T", "projects": "none" }',
    '{ "title": "T", "projects": null }',
    '{ "title": "T", "projects": [null] }',
    "{ title: 'T' }",
    "[".repeat(200_000),
    '{"a":'.repeat(100_000),
    Buffer.from([0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00]),
    Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 256)),
  ]) {
    await test.step(`a file of ${JSON.stringify(content.toString().slice(0, 30))}`, async () => {
      site.put("portfolio.json", content);
      await atlas.open();
      await expectPlainError(atlas);
      await expect(atlas.articles).toHaveCount(0);
    });
  }
});

test("a bare list of projects is read as a portfolio", async ({ atlas, site }) => {
  site.put("portfolio.json", '[ { "id": "one", "title": "One" }, { "id": "two", "title": "Two" } ]');
  await atlas.open();
  await expectPlainError(atlas);
  await atlas.expectShown("one", "two");
});

test("an error in the file says what its publisher can do", async ({ atlas, site }) => {
  site.put("portfolio.json", "Dear colleagues,");
  await atlas.open();
  await atlas.alert.getByText("Details", { exact: true }).click();
  await expect(atlas.alert.getByText(/Publisher: correct the file/)).toBeVisible();
});

test("visitors see one sentence about errors in the file; the rest is behind “Details”", async ({ atlas, site }) => {
  site.putPortfolio(portfolio({ id: "one", title: "One", start: "some day" }));
  await atlas.open();
  await expect(atlas.alert.getByRole("paragraph").filter({ visible: true })).toHaveCount(1);
  await expect(atlas.alert.getByText("portfolio.json")).toBeHidden();
  const details = atlas.alert.getByText("Details", { exact: true });
  await details.focus();
  await details.press("Enter");
  await expect(atlas.alert.getByText("portfolio.json")).toBeVisible();
  await expect(atlas.alert.getByText("some day")).toBeVisible();
});

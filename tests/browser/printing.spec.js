// On paper.
import { expect, test } from "./atlas.js";
import { bundled, manyProjects } from "./portfolios.js";

/** How many pages a document in PDF has. */
const pages = (pdf) => Number(/\/Type\s*\/Pages\b[^>]*\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1] ?? /\/Count (\d+)/.exec(pdf.toString("latin1"))[1]);

for (const { id } of bundled().projects) {
  test(`the record of ${id} prints as one page`, async ({ atlas, page }) => {
    await atlas.open(`project=${id}`);
    await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
    await expect(atlas.record.locator("svg").first()).toBeVisible();
    for (const format of ["A4", "Letter"]) expect(pages(await page.pdf({ format })), format).toBe(1);
  });
}

test("an open record prints alone, with its address and without controls", async ({ atlas, page }) => {
  await atlas.open("country=RO&project=agire");
  await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(atlas.record.getByText("Private and public actors")).toBeVisible();
  await expect(atlas.record.getByText(`${atlas.site.origin}/?project=agire`).first()).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await expect(page.locator("#results")).toBeHidden();
  const seen = await page.locator("button, input, select, summary").evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.className));
  expect(seen).toEqual([]);
  await page.emulateMedia({ media: null });
});

test("a selection prints in words, with its map and no controls", async ({ atlas, page }) => {
  await atlas.open("country=RO&compare=agire");
  await atlas.mapReady();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".summary")).toContainText("2 of 6 projects");
  await expect(page.locator(".summary").getByText("Romania")).toBeVisible();
  await expect(atlas.country("RO")).toBeVisible();
  const seen = await page
    .locator("button, input, select, summary")
    .evaluateAll((all) => all.filter((it) => it.checkVisibility() && !it.closest("svg, .map__legend")).map((it) => `${it.tagName}.${it.className}`));
  expect(seen).toEqual([]);
  await page.emulateMedia({ media: null });
});

test("what is folded away on a card is written out on paper, and every project is there", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(60));
  await atlas.open();
  await expect(atlas.articles).toHaveCount(24);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(atlas.articles).toHaveCount(60);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(atlas.articles).toHaveCount(24);
});

test("the browser’s own command prints the projects in full", async ({ atlas, page }) => {
  await atlas.open();
  const text = atlas.article("trm-ii").getByText("USAID also funded the Final Transnational Seminar");
  await expect(text).toHaveCount(0);
  // The document as it is while the browser lays it out for paper.
  await page.evaluate(() => {
    matchMedia("print").addEventListener("change", ({ matches }) => {
      if (matches) globalThis.printed = document.body.innerText;
    });
  });
  await page.pdf({ format: "A4" });
  expect(await page.evaluate(() => globalThis.printed)).toContain("USAID also funded the Final Transnational Seminar");
  await expect(text).toHaveCount(0);
});

test("a record longer than a page goes on to the next, and is a dialog again afterwards", async ({ atlas, page, site }) => {
  const long = bundled();
  long.projects[0].summary = "One paragraph of many, each of them as long as this.\n\n".repeat(150);
  site.putPortfolio(long);
  await atlas.open(`project=${long.projects[0].id}`);
  const print = atlas.record.getByRole("button", { name: "Print" });
  await print.focus();
  expect(pages(await page.pdf({ format: "A4" }))).toBeGreaterThan(1);
  await expect(print).toBeFocused();
  expect(await atlas.record.evaluate((it) => it.matches(":modal"))).toBe(true);
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
});

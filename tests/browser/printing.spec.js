import { expect, test } from "./atlas.js";
import { bundled, manyProjects } from "./portfolios.js";

const pages = (pdf) =>
  Number(
    /\/Type\s*\/Pages\b[^>]*\/Count (\d+)/.exec(pdf.toString("latin1"))?.[1] ??
      /\/Count (\d+)/.exec(pdf.toString("latin1"))[1],
  );

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
  const seen = await page
    .locator("button, input, select, summary")
    .evaluateAll((all) => all.filter((it) => it.checkVisibility()).map((it) => it.className));
  expect(seen).toEqual([]);
  await page.emulateMedia({ media: null });
});

test("a selection prints with its filters in words, its map and no controls", async ({ atlas, page }) => {
  await atlas.open("country=RO&compare=agire");
  await atlas.waitForMap();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".summary")).toContainText("2 of 6 projects");
  await expect(page.locator(".summary").getByText("Romania")).toBeVisible();
  await expect(atlas.country("RO")).toBeVisible();
  const seen = await page
    .locator("button, input, select, summary")
    .evaluateAll((all) =>
      all
        .filter((it) => it.checkVisibility() && !it.closest("svg, .map__legend"))
        .map((it) => `${it.tagName}.${it.className}`),
    );
  expect(seen).toEqual([]);
  await page.emulateMedia({ media: null });
});

test("collapsed parts of cards are printed in full, and so is every project", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(60));
  await atlas.open();
  await expect(atlas.articles).toHaveCount(24);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await expect(atlas.articles).toHaveCount(60);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(atlas.articles).toHaveCount(24);
});

test("the browser’s print command prints the projects in full", async ({ atlas, page }) => {
  await atlas.open();
  const text = atlas.article("trm-ii").getByText("USAID also funded the Final Transnational Seminar");
  await expect(text).toHaveCount(0);
  await page.evaluate(() => {
    matchMedia("print").addEventListener("change", ({ matches }) => {
      if (matches) globalThis.printed = document.body.innerText;
    });
  });
  await page.pdf({ format: "A4" });
  expect(await page.evaluate(() => globalThis.printed)).toContain("USAID also funded the Final Transnational Seminar");
  await expect(text).toHaveCount(0);
});

test("a record longer than a page continues on the next, and is a dialog again afterwards", async ({
  atlas,
  page,
  site,
}) => {
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

/** Runs `look` while the browser lays the page out for print. */
async function readInPrint(page, look, options = { format: "A4" }) {
  await page.evaluate((look) => {
    const read = new Function(`return (${look})()`);
    matchMedia("print").addEventListener("change", ({ matches }) => {
      if (matches) globalThis.seenOnPaper = read();
    });
  }, String(look));
  await page.pdf(options);
  return page.evaluate(() => globalThis.seenOnPaper);
}

for (const [count, printed] of [
  [6, 6],
  [40, 40],
  [300, 300],
  [600, 500],
]) {
  test(`of ${count} projects a table prints ${printed} rows, with nothing covering them`, async ({
    atlas,
    page,
    site,
  }) => {
    if (count > 6) site.putPortfolio({ ...manyProjects(count), licence: "CC BY 4.0" });
    await atlas.open("view=table");
    await expect(page.locator("tbody tr").first()).toBeVisible();
    const seen = await readInPrint(page, () => {
      const box = (it) => document.querySelector(it).getBoundingClientRect();
      return {
        rows: document.querySelectorAll("tbody tr").length,
        foot: box(".site-footer").top >= box(".table").bottom,
        heads: [...document.querySelectorAll("thead th:not(.table__compare)")].map(
          (it) => getComputedStyle(it).position,
        ),
        text: document.body.innerText,
      };
    });
    expect(seen.rows).toBe(printed);
    expect(seen.foot).toBe(true);
    expect(new Set(seen.heads)).toEqual(new Set(["static"]));
    expect(seen.text.includes("Printed: 500 of 600 projects")).toBe(count === 600);
  });
}

test("a print shows the selection, its date and its source", async ({ atlas, page, site }) => {
  site.putPortfolio({ ...bundled(), licence: "CC BY 4.0" });
  await atlas.open("country=RO&from=2008");
  const today = await page.evaluate(() =>
    new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" }).format(),
  );
  const text = await readInPrint(page, () => document.body.innerText);
  expect(text).toContain("Completed Projects");
  expect(text.replaceAll(/\s+/g, " ")).toMatch(/2 of 6 projects in Romania active from 2008/);
  expect(text).toContain(`Printed on ${today} from ${atlas.site.origin}/?country=RO&from=2008`);
  expect(text).toContain("CC BY 4.0");
  expect(await page.evaluate(() => document.body.innerText)).not.toContain("Printed on");
});

test("a record printed alone names its list, the licence and the date", async ({ atlas, page, site }) => {
  site.putPortfolio({ ...bundled(), licence: "CC BY 4.0" });
  await atlas.open("project=agire");
  await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
  const text = await readInPrint(page, () => document.body.innerText);
  expect(text).toMatch(/Completed Projects.* · CC BY 4\.0 · Printed on .* from .*\/\?project=agire/);
});

for (const width of [360, 1280, 1920]) {
  for (const options of [{ format: "A4" }, { format: "Letter", landscape: true }]) {
    test(`the map of a window of ${width} px fits on ${options.format}${options.landscape ? ", landscape" : ""}`, async ({
      atlas,
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await atlas.open();
      if (width < 640) await atlas.overviewToggle.click();
      await atlas.waitForMap();
      const {
        frame,
        drawing,
        legend,
        page: paper,
      } = await readInPrint(
        page,
        () => {
          const box = (it) => document.querySelector(it).getBoundingClientRect().toJSON();
          return {
            frame: box(".map__frame"),
            drawing: box(".map__drawing"),
            legend: box(".map__legend"),
            page: document.documentElement.clientWidth,
          };
        },
        options,
      );
      expect(drawing.left).toBeGreaterThanOrEqual(frame.left - 1);
      expect(drawing.right).toBeLessThanOrEqual(frame.right + 1);
      expect(drawing.bottom).toBeLessThanOrEqual(frame.bottom + 1);
      expect(frame.right).toBeLessThanOrEqual(paper + 1);
      expect(drawing.height).toBeLessThan(400);
      expect(legend.top).toBeGreaterThanOrEqual(drawing.bottom - 1);
    });
  }
}

test("a long text does not leave the first page half empty", async ({ atlas, page, site }) => {
  const list = bundled();
  list.projects.forEach((project) => {
    project.summary = "A sentence among many. ".repeat(90);
  });
  site.putPortfolio(list);
  await atlas.open();
  const breaks = await readInPrint(page, () =>
    [...document.querySelectorAll(".card")].map((it) => getComputedStyle(it).breakInside),
  );
  expect(breaks).toEqual(Array(6).fill("auto"));
});

import { expect, test } from "./atlas.js";
import { manyProjects } from "./portfolios.js";

/** On a phone the map and the timeline are hidden until a visitor asks for them, once. */
async function showMap(atlas) {
  const toggle = atlas.page.locator(".overview__toggle");
  if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  await atlas.waitForMap();
}

for (const width of [320, 390, 768, 1440, 1920]) {
  test(`at ${width} px nothing overflows sideways`, async ({ atlas, page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await atlas.open();
    await showMap(atlas);
    await atlas.expectNoHorizontalOverflow();
    await atlas.open(
      "q=traffick&country=RO&country=MK&country=FR&donor=european-union&theme=children&from=2008&to=2012",
    );
    await expect(atlas.activeFilters).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
    await atlas.open("project=trm-ii");
    await expect(atlas.record).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
    expect(await atlas.record.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    site.putPortfolio(manyProjects(30));
    await atlas.open();
    await showMap(atlas);
    await atlas.expectNoHorizontalOverflow();
    site.put(
      "portfolio.json",
      '{ "title": "Broken", "projects": [ { "title": "Good", "start": "a-very-long-date-that-is-no-date-at-all" }, 5 ] }',
    );
    await atlas.open();
    await expect(atlas.alert).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
  });
}

test("words as long as a line or longer are broken", async ({ atlas, page, site }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const word = "m".repeat(400);
  site.putPortfolio({
    title: word,
    publisher: { name: word },
    projects: [
      {
        id: "long",
        title: word,
        acronym: word,
        objective: word,
        countries: [{ code: "RO", name: word }],
        donors: [word],
        implementing: [word],
        partners: [word],
        themes: [word],
        fields: { [word]: [word] },
        documents: [{ title: word }],
        start: "2010",
      },
      { id: "short", title: "Short" },
    ],
  });
  await atlas.open();
  await atlas.expectNoHorizontalOverflow();
  await atlas.search.fill(word);
  await atlas.expectShown("long");
  await atlas.expectNoHorizontalOverflow();
  await atlas.titleLink("long").click();
  await expect(atlas.record).toBeVisible();
  expect(await atlas.record.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});

test("text at twice the size fits too", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await atlas.open("country=RO");
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await atlas.expectNoHorizontalOverflow();
  await expect(atlas.titleLink("agire")).toBeVisible();
});

test("the map, the timeline and the sentence fit on the first screen of a small laptop", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await atlas.open();
  await atlas.waitForMap();
  for (const part of [".map__frame", ".timeline", ".summary"]) {
    await expect(page.locator(part)).toBeInViewport({ ratio: 1 });
  }
  // Above the first results.
  await expect(atlas.articles.first()).toBeInViewport({ ratio: 0.5 });
});

function fortyProjects() {
  const list = manyProjects(40);
  list.projects.forEach((project, at) => {
    project.end = `${1992 + (at % 32)}-06`;
    project.partners = [`Partner organisation ${at % 12}, with a long name`, "Another partner"];
    project.acronym = `ACRO-${at}`;
    project.documents = [{ title: "A report", url: "https://example.org/report.pdf" }];
    project.fields = { Sector: [`Sector ${at % 3}`] };
  });
  return {
    ...list,
    publisher: { name: "The Publisher", url: "https://example.org" },
    licence: "CC BY 4.0",
    updated: "2026-05",
  };
}

const VIEWS = [
  "",
  "view=cards",
  "view=table",
  "view=figures",
  "view=network",
  "view=compare&compare=p-001&compare=p-002&compare=p-003",
  "project=p-001",
];

const openAllDetails = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

for (const language of ["en", "fr", "de", "es", "ar", "mk"]) {
  for (const width of [320, 360]) {
    test.describe(`a phone of ${width} px in ${language}`, () => {
      // A phone zooms out until everything fits, including collapsed parts.
      test.use({ viewport: { width, height: 740 }, isMobile: true, hasTouch: true });

      test(`at ${width} px forty projects fit in ${language}, in every view and dialog`, async ({
        atlas,
        page,
        site,
      }) => {
        test.setTimeout(90_000);
        site.putPortfolio(fortyProjects());
        for (const view of VIEWS) {
          await atlas.open([view, `lang=${language}`].filter(Boolean).join("&"));
          if (view === "") await showMap(atlas);
          await atlas.waitForMap();
          await expect(page.locator(".on-demand")).toHaveCount(0);
          await atlas.expectNoHorizontalOverflow();
          await openAllDetails(page);
          await atlas.expectNoHorizontalOverflow();
        }
        await expect(atlas.record).toBeVisible();
        expect(await atlas.record.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
        await atlas.open(`lang=${language}`);
        await page.locator(".filters-button").click();
        await atlas.expectNoHorizontalOverflow();
        await page.locator(".filters__close").click();
        await page.locator(".share-button, .toolbar__tools > button").first().click();
        await expect(atlas.record).toBeVisible();
        await atlas.expectNoHorizontalOverflow();
      });
    });
  }
}

test("at 320 px text at twice the size fits, in every view", async ({ atlas, page, site }) => {
  site.putPortfolio(fortyProjects());
  await page.setViewportSize({ width: 320, height: 800 });
  for (const view of VIEWS) {
    await atlas.open(view);
    if (view === "") await showMap(atlas);
    await atlas.waitForMap();
    await expect(page.locator(".on-demand")).toHaveCount(0);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await atlas.expectNoHorizontalOverflow();
  }
});

// Nothing scrolls sideways or is cut off, however wide the window is.
import { expect, test } from "./atlas.js";
import { manyProjects } from "./portfolios.js";

for (const width of [320, 390, 768, 1440]) {
  test(`at ${width} px nothing reaches past the sides`, async ({ atlas, page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    await atlas.open();
    await atlas.mapReady();
    await atlas.expectNothingSideways();
    await atlas.open("q=traffick&country=RO&country=MK&country=FR&donor=european-union&theme=children&from=2008&to=2012");
    await expect(atlas.chips).toBeVisible();
    await atlas.expectNothingSideways();
    await atlas.open("project=trm-ii");
    await expect(atlas.record).toBeVisible();
    await atlas.expectNothingSideways();
    expect(await atlas.record.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
    site.putPortfolio(manyProjects(30));
    await atlas.open();
    await atlas.mapReady();
    await atlas.expectNothingSideways();
    site.put("portfolio.json", '{ "title": "Broken", "projects": [ { "title": "Good", "start": "a-very-long-date-that-is-no-date-at-all" }, 5 ] }');
    await atlas.open();
    await expect(atlas.alert).toBeVisible();
    await atlas.expectNothingSideways();
  });
}

test("words as long as a line and longer are broken", async ({ atlas, page, site }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  const word = "m".repeat(400);
  site.putPortfolio({
    title: word,
    publisher: { name: word },
    projects: [
      {
        id: "long", title: word, acronym: word, objective: word, countries: [{ code: "RO", name: word }],
        donors: [word], implementing: [word], partners: [word], themes: [word], fields: { [word]: [word] },
        documents: [{ title: word }], start: "2010",
      },
      { id: "short", title: "Short" },
    ],
  });
  await atlas.open();
  await atlas.expectNothingSideways();
  await atlas.search.fill(word);
  await atlas.expectShown("long");
  await atlas.expectNothingSideways();
  await atlas.opener("long").click();
  await expect(atlas.record).toBeVisible();
  expect(await atlas.record.evaluate((it) => it.scrollWidth - it.clientWidth)).toBe(0);
});

test("letters of twice the size fit too", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 640, height: 800 });
  await atlas.open("country=RO");
  await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
  await atlas.expectNothingSideways();
  await expect(atlas.opener("agire")).toBeVisible();
});

test("map, years and the sentence are in the first screen of a small laptop", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await atlas.open();
  await atlas.mapReady();
  for (const part of [".map__frame", ".timeline", ".summary"]) {
    await expect(page.locator(part)).toBeInViewport({ ratio: 1 });
  }
});

// The map’s shades, and bars, can be told apart without seeing colours, by their lightness.
import { computed, contrast, luminance } from "./contrast.js";
import { expect, test } from "./atlas.js";
import { portfolio, worldwide } from "./portfolios.js";

const COUNTS = { FR: 1, DE: 2, PL: 4, UA: 8, TR: 16 };

const classes = () =>
  portfolio(
    ...Object.entries(COUNTS).flatMap(([code, count]) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${code.toLowerCase()}-${at}`,
        title: `${code} ${at}`,
        countries: [code],
        start: `${2000 + at}`,
        donors: ["One fund"],
        themes: [at % 3 ? "Water" : "Schools"],
      })),
    ),
  );

for (const scheme of ["light", "dark"]) {
  test.describe(`in the ${scheme} scheme`, () => {
    test.use({ colorScheme: scheme });

    test("every class has a contrast of 3:1 with countries without projects, with the sea and with its border", async ({
      atlas,
      page,
      site,
    }) => {
      site.putPortfolio(classes());
      await atlas.open();
      await atlas.waitForMap();
      const land = (code) => atlas.map.locator(`.map__view [data-shape="${code}"]`);
      const none = await computed(land("IT"), "fill");
      const sea = await computed(page.locator(".map__frame"), "backgroundColor");
      const shades = [];
      for (const code of Object.keys(COUNTS)) {
        const fill = await computed(land(code), "fill");
        const border = await computed(land(code), "stroke");
        for (const [what, colour] of Object.entries({ none, sea, border }))
          expect(contrast(fill, colour), `${code} to ${what}`).toBeGreaterThanOrEqual(3);
        shades.push(fill);
      }
      const lights = shades.map(luminance);
      expect(lights).toEqual(lights.toSorted((a, b) => (scheme === "light" ? b - a : a - b)));
      for (const [at, shade] of shades.slice(1).entries())
        expect(contrast(shades[at], shade), `${shades[at]} ${shade}`).toBeGreaterThanOrEqual(1.3);
      const swatch = page.locator(".map__swatch--0");
      const card = await computed(page.locator(".map__legend"), "backgroundColor");
      expect(contrast(await computed(swatch, "borderTopColor"), card)).toBeGreaterThanOrEqual(3);
    });

    test("bars have a contrast of 3:1 with their background", async ({ atlas, page, site }) => {
      site.putPortfolio(classes());
      // Only a wide window shows the bars of projects, and only of a few.
      await page.setViewportSize({ width: 1920, height: 1000 });
      await atlas.open("country=UA");
      await expect(page.locator(".project-bar").first()).toBeVisible();
      const paper = await computed(page.locator("body"), "backgroundColor");
      const gradient = await page
        .locator(".facet-row__count")
        .first()
        .evaluate((it) => getComputedStyle(it, "::before").backgroundImage);
      expect(contrast(gradient.match(/rgb\([^)]*\)|color\(srgb [^)]*\)/)[0], paper)).toBeGreaterThanOrEqual(3);
      for (const bar of [".year__bar span", ".project-bar__time"]) {
        expect(
          contrast(await computed(page.locator(bar).first(), "backgroundColor"), paper),
          bar,
        ).toBeGreaterThanOrEqual(3);
      }
      const text = await computed(page.locator(".project-bar__name").first(), "color");
      expect(
        contrast(await computed(page.locator(".project-bar__time").first(), "backgroundColor"), text),
      ).toBeGreaterThanOrEqual(4.5);
      await atlas.view("Charts").click();
      for (const bar of [".bar__track span", ".column__bar"]) {
        expect(
          contrast(await computed(page.locator(bar).first(), "backgroundColor"), paper),
          bar,
        ).toBeGreaterThanOrEqual(3);
      }
    });
  });
}

test("bars of years outside the range keep an outline", async ({ atlas, page }) => {
  await atlas.open("from=2008&to=2009");
  const outside = page.locator('.year__bar[aria-pressed="false"] span').first();
  expect(await computed(outside, "opacity")).toBe("1");
  const outline = (await computed(outside, "boxShadow")).match(/rgb\(.*?\)/)[0];
  expect(contrast(outline, await computed(page.locator("body"), "backgroundColor"))).toBeGreaterThanOrEqual(3);
});

for (const count of [1, 40, 300, 3000]) {
  test(`every class of the legend has a country, with ${count} projects`, async ({ atlas, site, page }) => {
    const many = worldwide(count);
    site.putPortfolio(many);
    await atlas.open();
    await atlas.waitForMap();
    const legend = await atlas.map.locator(".map__legend li").allTextContents();
    const counts = await page
      .locator("svg [data-country]")
      .evaluateAll((all) => all.map((it) => Number(it.dataset.count)));
    expect(legend.length).toBeLessThanOrEqual(6);
    for (const item of legend.slice(1)) {
      const [from, to = from] = item.replaceAll(",", "").match(/\d+/g).map(Number);
      expect(
        counts.some((it) => it >= from && it <= to),
        `${item} of ${counts}`,
      ).toBe(true);
    }
  });
}

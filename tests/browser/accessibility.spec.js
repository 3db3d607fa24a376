// No axe rule is broken. Every other test ends with the same check, in the light scheme.
import { expect, test } from "./atlas.js";
import { bundled } from "./portfolios.js";

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test("the page follows the scheme", async ({ atlas, page }) => {
      await atlas.open();
      const luminance = await page.evaluate(() => {
        const canvas = document.createElement("canvas").getContext("2d");
        canvas.fillStyle = getComputedStyle(document.body).backgroundColor;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
        return (red * 0.2126 + green * 0.7152 + blue * 0.0722) / 255;
      });
      if (colorScheme === "dark") expect(luminance).toBeLessThan(0.2);
      else expect(luminance).toBeGreaterThan(0.8);
      await atlas.waitForMap();
    });

    test("with filters, marks and an open record", async ({ atlas }) => {
      await atlas.open("q=trafficking&country=RO&country=MK&theme=children&from=2008&to=2012");
      await atlas.waitForMap();
      await expect(atlas.page.locator("mark").first()).toBeVisible();
      await atlas.country("MK").hover();
      await expect(atlas.tooltip).toBeVisible();
      await atlas.expectAccessible();
      await atlas.titleLink("agire").click();
      await expect(atlas.record).toBeVisible();
    });

    test("with an invalid project, and with a filtered list and the note on boundaries open", async ({
      atlas,
      page,
      site,
    }) => {
      const broken = bundled();
      broken.projects[0].start = "autumn";
      broken.projects[1].countries = ["MK", "QX"];
      site.putPortfolio(broken);
      await atlas.open();
      await atlas.waitForMap();
      await atlas.facetSearch("country").fill("ma");
      await page
        .getByText(/boundaries and names/i)
        .first()
        .click();
    });

    test("on a phone with the filter sheet open", async ({ atlas, page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await atlas.open("country=RO&donor=european-union");
      await page.getByRole("button", { name: /^Filters/ }).click();
      await expect(atlas.facet("donor")).toBeVisible();
    });

    test("when the portfolio cannot be loaded, and when it cannot be read", async ({ atlas, site }) => {
      atlas.expectConsoleMessage(/Failed to load resource|preload/);
      site.injectFault("portfolio.json", { status: 404 });
      await atlas.visit();
      await expect(atlas.alert).toBeVisible();
      await atlas.expectAccessible();
      site.clearFaults();
      site.put("portfolio.json", "no portfolio");
      await atlas.open();
      await expect(atlas.alert).toBeVisible();
    });
  });
}

test("the page has one main heading, landmarks and a language", async ({ atlas, page }) => {
  await atlas.open();
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const role of ["banner", "main", "contentinfo", "complementary", "search"]) {
    await expect(page.getByRole(role)).toHaveCount(1);
  }
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page).toHaveTitle(/Completed Projects/);
});

test("a change in the number of projects is announced", async ({ atlas }) => {
  await atlas.open();
  // The same element: screen readers do not announce one that is replaced.
  const status = await atlas.status.elementHandle();
  await atlas.checkbox("country", "RO").check();
  await expect(atlas.status).toHaveText("2 of 6 projects");
  expect(await status.evaluate((it) => it.isConnected && it.textContent)).toBe("2 of 6 projects");
});

function animatedElements(page) {
  return page.evaluate(() => {
    const longest = (text) => Math.max(...text.split(",").map((it) => parseFloat(it) * (it.includes("ms") ? 1 : 1000)));
    return [...document.body.querySelectorAll("*")]
      .map((element) => ({ element, style: getComputedStyle(element) }))
      .filter(
        ({ style }) =>
          longest(style.transitionDuration) > 1 ||
          (style.animationName !== "none" && longest(style.animationDuration) > 1),
      )
      .map(({ element }) => `${element.tagName}.${element.className.baseVal ?? element.className}`);
  });
}

test("with reduced motion nothing moves", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  await atlas.waitForMap();
  expect((await animatedElements(page)).length).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await animatedElements(page)).toEqual([]);
  const scrolling = await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior);
  expect(scrolling).toBe("auto");
});

test("with forced colours, selected and unselected controls look different", async ({ atlas, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await atlas.open("country=RO");
  await atlas.waitForMap();
  await expect(atlas.checkbox("country", "RO")).toBeChecked();
  const looks = (code) => atlas.value("country", code).getByRole("checkbox").screenshot();
  expect((await looks("RO")).equals(await looks("IT"))).toBe(false);
});

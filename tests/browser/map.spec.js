import { expect, test } from "./atlas.js";
import { builtFiles } from "./site.js";
import { portfolio, worldwide } from "./portfolios.js";

const GEOMETRY = "world.atlas-geo";
const geometryPath = () => [...builtFiles().keys()].find((path) => path.endsWith(GEOMETRY));

test("every country of the portfolio is on the map, with its count", async ({ atlas }) => {
  await atlas.open();
  await atlas.waitForMap();
  const twice = ["AZ", "IT", "MD", "MK", "RO"];
  const once = ["AL", "AM", "AT", "BA", "BG", "BR", "GE", "GR", "HR", "LB", "ME", "PT", "RS", "TR", "XK"];
  for (const code of twice) await expect(atlas.country(code)).toHaveAttribute("data-count", "2");
  for (const code of once) await expect(atlas.country(code)).toHaveAttribute("data-count", "1");
  await expect(atlas.page.locator("svg [data-country]")).toHaveCount(20);
});

test("pointing at a country shows its name and count", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await atlas.country("RO").hover();
  await expect(atlas.tooltip).toHaveText(/Romania\s*2 projects/);
  await atlas.country("MK").hover();
  await expect(atlas.tooltip).toHaveText(/North Macedonia\s*2 projects/);
  await page.mouse.move(640, 5);
  await expect(atlas.tooltip).toHaveCount(0);
});

test("focusing a country shows its name and count too", async ({ atlas }) => {
  await atlas.open("donor=european-union");
  await atlas.waitForMap();
  await atlas.country("MD").focus();
  await expect(atlas.tooltip).toHaveText(/Moldova\s*1 project$/);
  await expect(atlas.country("MD")).toHaveAccessibleName("Moldova, 1 project");
});

test("a click selects a country, and another deselects it", async ({ atlas }) => {
  await atlas.open();
  await atlas.waitForMap();
  await atlas.country("RO").click();
  await atlas.expectShown("agire", "trm-ii");
  await atlas.expectQuery("country=RO");
  await expect(atlas.checkbox("country", "RO")).toBeChecked();
  await expect(atlas.country("RO")).toHaveAttribute("aria-pressed", "true");
  await atlas.country("LB").click();
  await atlas.expectShown("agire", "trm-ii", "telae");
  await atlas.country("RO").click();
  await atlas.expectShown("telae");
  await expect(atlas.country("RO")).toHaveAttribute("aria-pressed", "false");
});

test("a country can be clicked anywhere on its land", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const { x, y, width, height } = await atlas.country("TR").boundingBox();
  await page.mouse.click(x + width / 2 + 60, y + height / 2);
  await atlas.expectShown("heroine-route");
});

test("a press on visible land selects that country, however near others are", async ({ atlas, page, site }) => {
  const countries = "KE UG RW BI TZ ET DJ SO SS ER SD CD ZM MW MZ ZW BW ZA NA AO".split(" ");
  site.putPortfolio(
    portfolio(...countries.map((code) => ({ title: `In ${code}`, countries: [code] })), {
      title: "Far",
      countries: ["BR", "CN", "CA"],
    }),
  );
  await atlas.open();
  await atlas.waitForMap();
  // The map is drawn again once its place is known.
  const place = () => page.locator('.map__view [data-shape="KE"]').boundingBox();
  let before = null;
  await expect
    .poll(
      async () => {
        const [last, now] = [before, JSON.stringify(await place())];
        before = now;
        return last === now;
      },
      { intervals: [300] },
    )
    .toBe(true);
  for (const code of ["KE", "ET", "TZ", "ZM"]) {
    // The middle of the visible land, if it is there and not under a dot.
    const point = await page.locator(`.map__view [data-shape="${code}"]`).evaluate((land) => {
      const box = land.getBoundingClientRect();
      const dots = [...document.querySelectorAll(".map__view .country-dot__circle")].map((it) =>
        it.getBoundingClientRect(),
      );
      const clear = ({ x, y }) =>
        dots.every((it) => Math.hypot(x - it.x - it.width / 2, y - it.y - it.height / 2) > it.width / 2 + 4);
      const filled = ({ x, y }) => {
        const root = land.ownerSVGElement;
        const at = new DOMPoint(x, y).matrixTransform(land.getScreenCTM().inverse());
        return root && land.isPointInFill(at);
      };
      for (let step = 1; step < 400; step += 1) {
        const point = {
          x: box.x + (box.width * (step % 20)) / 20,
          y: box.y + (box.height * Math.floor(step / 20)) / 20,
        };
        // Not at the border: a press has whole pixels.
        const around = [-1.2, 0, 1.2].flatMap((x) => [-1.2, 0, 1.2].map((y) => ({ x: point.x + x, y: point.y + y })));
        if (around.every(filled) && clear(point)) return point;
      }
      return null;
    });
    expect(point, code).not.toBeNull();
    await page.mouse.click(point.x, point.y);
    await atlas.expectQuery(`country=${code}`);
    await page.mouse.click(point.x, point.y);
    await atlas.expectQuery();
  }
});

for (const width of [1280, 390]) {
  test(`small and remote countries can be clicked at ${width} px`, async ({ atlas, page }) => {
    await page.setViewportSize({ width, height: 900 });
    await atlas.open();
    if (width < 640) await atlas.overviewToggle.click();
    await atlas.waitForMap();
    for (const [code, project] of [
      ["XK", "trm-ii"],
      ["ME", "trm-ii"],
      ["MD", "trm-ii"],
      ["BR", "brazil-eu"],
    ]) {
      // Playwright clicks the centre, and only if nothing covers it.
      await atlas.country(code).click();
      await atlas.expectQuery(`country=${code}`);
      await expect(atlas.article(project)).toBeVisible();
      const { width: wide, height: high } = await atlas.country(code).boundingBox();
      expect(Math.round(Math.min(wide, high)), `the target of ${code}`).toBeGreaterThanOrEqual(12);
      await atlas.country(code).click();
      await atlas.expectQuery();
    }
  });
}

test("arrow keys move between countries; Enter and Space select", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await atlas.country("RO").focus();
  await page.keyboard.press("ArrowDown");
  await expect(atlas.country("BG")).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(atlas.country("RO")).toBeFocused();
  await page.keyboard.press("Enter");
  await atlas.expectShown("agire", "trm-ii");
  await expect(atlas.country("RO")).toBeFocused();
  await page.keyboard.press("Space");
  await expect(atlas.articles).toHaveCount(6);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

test("every country on the map is reached by arrow keys", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const here = () => page.evaluate(() => document.activeElement.dataset.country);
  const region = atlas.map.getByRole("group").first();
  const codes = await region.locator("[data-country]").evaluateAll((all) => all.map((it) => it.dataset.country));
  expect(codes.length).toBeGreaterThanOrEqual(19);
  const reached = new Set(["RO"]);
  const waiting = ["RO"];
  while (waiting.length > 0) {
    const from = waiting.shift();
    for (const key of ["ArrowUp", "ArrowRight", "ArrowDown", "ArrowLeft"]) {
      await atlas.country(from).focus();
      await page.keyboard.press(key);
      const to = await here();
      if (!reached.has(to)) waiting.push(to);
      reached.add(to);
    }
  }
  expect([...reached].sort()).toEqual(codes.toSorted());
});

test("the map is a single tab stop", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const stops = atlas.map.getByRole("group").first().locator('[data-country][tabindex="0"]');
  await expect(stops).toHaveCount(1);
  await atlas.country("LB").focus();
  await expect(stops).toHaveCount(1);
  await expect(stops).toHaveAttribute("data-country", "LB");
  await page.keyboard.press("Tab");
  await expect(atlas.page.getByRole("button", { name: "Zoom in" })).toBeFocused();
});

test("a country without projects under the filters cannot be selected, but can be deselected", async ({ atlas }) => {
  await atlas.open("donor=european-union");
  await atlas.waitForMap();
  await expect(atlas.country("LB")).toHaveAttribute("aria-disabled", "true");
  await atlas.country("LB").click({ force: true });
  await atlas.expectQuery("donor=european-union");
  await atlas.country("RO").click();
  await atlas.expectQuery("country=RO", "donor=european-union");
  await atlas.search.fill("heroine");
  await expect(atlas.country("RO")).toHaveAttribute("data-count", "0");
  await atlas.country("RO").click();
  await atlas.expectQuery("donor=european-union", "q=heroine");
});

test("the map zooms by button and key, and its countries can still be selected", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const gap = async () => {
    const [ro, bg] = await Promise.all(["RO", "BG"].map((code) => atlas.country(code).boundingBox()));
    return Math.abs(ro.y - bg.y);
  };
  const before = await gap();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(gap).toBeGreaterThan(before * 1.2);
  await page.getByRole("button", { name: "Zoom out" }).click();
  await expect.poll(gap).toBeCloseTo(before, 0);
  await atlas.country("RO").focus();
  await page.keyboard.press("+");
  await expect.poll(gap).toBeGreaterThan(before * 1.2);
  await atlas.country("RS").click();
  await atlas.expectQuery("country=RS");
  await page.getByRole("button", { name: "Show whole world" }).click();
  await expect.poll(gap).toBeCloseTo(before, 0);
});

test("a zoomed map is dragged without selecting the country under the pointer", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await page.getByRole("button", { name: "Zoom in" }).click();
  await page.getByRole("button", { name: "Zoom in" }).click();
  const place = async () => atlas.country("RS").boundingBox();
  const { x, y, width, height } = await place();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2 + 60, y + height / 2 + 20, { steps: 6 });
  await page.mouse.up();
  expect((await place()).x - x).toBeGreaterThan(30);
  await atlas.expectQuery();
});

test("pointing at a value in the list shows its country on the map", async ({ atlas }) => {
  await atlas.open();
  await atlas.waitForMap();
  await atlas.value("country", "GE").scrollIntoViewIfNeeded();
  await atlas.value("country", "GE").hover();
  await expect(atlas.tooltip).toHaveText(/Georgia\s*1 project/);
});

test("the map says that its boundaries do not imply endorsement", async ({ atlas }) => {
  await atlas.open();
  const notice = atlas.map.getByText(/boundaries and names/i).first();
  await expect(notice).toBeVisible();
  await notice.click();
  await expect(atlas.map.getByText(/do not imply endorsement or acceptance/)).toBeVisible();
});

test("a country without a shape is in the list, and named below the map", async ({ atlas, site }) => {
  site.putPortfolio(
    portfolio(
      { id: "there", title: "There", countries: ["RO"] },
      { id: "nowhere", title: "Nowhere", countries: [{ code: "QX", name: "The Isle of Nowhere" }] },
    ),
  );
  await atlas.open();
  await atlas.waitForMap();
  await expect(atlas.value("country", "QX")).toContainText("The Isle of Nowhere");
  await expect(atlas.map.getByText(/not shown on the map/i)).toContainText("The Isle of Nowhere");
  await expect(atlas.map.getByText(/not shown on the map/i)).not.toContainText("Romania");
  await atlas.checkbox("country", "QX").check();
  await atlas.expectShown("nowhere");
});

test("island states and other small countries are on the map", async ({ atlas, site }) => {
  const codes = ["TV", "MT", "SG", "FJ", "KI", "LI"];
  site.putPortfolio(
    portfolio(...codes.map((code) => ({ id: code.toLowerCase(), title: `In ${code}`, countries: [code] }))),
  );
  await atlas.open();
  await atlas.waitForMap();
  for (const code of codes) {
    await atlas.country(code).focus();
    await atlas.page.keyboard.press("Enter");
    await atlas.expectShown(code.toLowerCase());
    await atlas.page.keyboard.press("Enter");
  }
});

for (const [what, spoil] of [
  ["is missing", (site) => site.injectFault(GEOMETRY, { status: 404 })],
  ["breaks off", (site) => site.injectFault(GEOMETRY, { breakAfter: 20_000 })],
  ["is another file", (site) => site.put(geometryPath(), "<!doctype html><title>Welcome</title>")],
  ["is damaged", (site) => site.put(geometryPath(), builtFiles().get(geometryPath()).subarray(0, 30_000))],
]) {
  test(`when the map’s file ${what}, everything else works, and trying again works once it is fixed`, async ({
    atlas,
    site,
  }) => {
    atlas.expectConsoleMessage(/Failed to load resource/);
    const whole = site.read(geometryPath());
    spoil(site);
    await atlas.open();
    await expect(atlas.alert).toContainText("The map could not be loaded");
    await expect(atlas.articles).toHaveCount(6);
    await atlas.checkbox("country", "RO").check();
    await atlas.expectShown("agire", "trm-ii");
    await atlas.expectAccessible();
    await atlas.tryAgain.click();
    await expect(atlas.alert).toContainText("The map could not be loaded");
    site.clearFaults();
    site.put(geometryPath(), whole);
    await atlas.tryAgain.click();
    await expect(atlas.country("RO")).toHaveAttribute("aria-pressed", "true");
    await expect(atlas.alert).toHaveCount(0);
    await atlas.expectShown("agire", "trm-ii");
  });
}

test("the dot of a small country without projects has the colour of land", async ({ atlas, page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  site.putPortfolio(worldwide(60));
  await atlas.open("donor=donor-3");
  await atlas.overviewToggle.click();
  await atlas.waitForMap();
  await expect(page.locator(".country-dot__circle--0").first()).toHaveCSS("fill", "rgb(250, 247, 240)");
});

const dots = (atlas) =>
  atlas.map.locator(".map__view .country-dot__circle").evaluateAll((all) =>
    all.flatMap((dot) => {
      const { x, y, width } = dot.getBoundingClientRect();
      const stroke = getComputedStyle(dot).strokeWidth;
      return Number(dot.getAttribute("r")) > 0
        ? [
            {
              code: dot.parentElement.dataset.country,
              x: x + width / 2,
              y: y + width / 2,
              radius: Number(dot.getAttribute("r")) + parseFloat(stroke) / 2,
            },
          ]
        : [];
    }),
  );

/** The side, in pixels, of a square with the area of a country’s land, sampled by a grid of points. */
const side = (atlas, code) =>
  atlas.map.locator(`.map__view [data-shape="${code}"]`).evaluate((path) => {
    const { x, y, width, height } = path.getBBox();
    const steps = [...Array(30).keys()].map((step) => (step + 0.5) / 30);
    const inside = steps.flatMap((right) =>
      steps.filter((down) => path.isPointInFill(new DOMPoint(x + right * width, y + down * height))),
    );
    return path.getScreenCTM().a * Math.sqrt((width * height * inside.length) / 900);
  });

for (const width of [360, 1280]) {
  test(`at ${width} px no dot of a small country covers another dot or a name, at any zoom`, async ({
    atlas,
    page,
    site,
  }) => {
    test.slow();
    await page.setViewportSize({ width, height: 800 });
    site.putPortfolio(worldwide(300));
    await atlas.open();
    if (width < 640) await atlas.overviewToggle.click();
    await atlas.waitForMap();
    expect((await dots(atlas)).length).toBeGreaterThan(5);
    for (let zoom = 0; zoom < 4; zoom++) {
      const drawn = await dots(atlas);
      for (const [at, one] of drawn.entries()) {
        for (const other of drawn.slice(at + 1)) {
          const apart = Math.hypot(one.x - other.x, one.y - other.y);
          expect(apart, `${one.code} and ${other.code}`).toBeGreaterThanOrEqual(one.radius + other.radius);
        }
      }
      const names = await atlas.map
        .locator(".map__label")
        .evaluateAll((all) => all.map((it) => [it.textContent, it.getBoundingClientRect().toJSON()]));
      for (const [name, box] of names) {
        for (const dot of drawn) {
          const [x, y] = [
            Math.max(box.left, Math.min(dot.x, box.right)),
            Math.max(box.top + 2, Math.min(dot.y, box.bottom - 2)),
          ];
          expect(Math.hypot(x - dot.x, y - dot.y), `${name} and the dot of ${dot.code}`).toBeGreaterThanOrEqual(
            dot.radius - 1,
          );
        }
      }
      // Only countries too small to be seen have a dot.
      for (const { code } of drawn) {
        if (code !== "FJ") expect(await side(atlas, code), code).toBeLessThan(4.5);
      }
      const before = await atlas.map.locator(".map__drawing").evaluate((it) => it.style.inlineSize);
      await page.getByRole("button", { name: "Zoom in" }).click();
      await expect
        .poll(() => atlas.map.locator(".map__drawing").evaluate((it) => it.style.inlineSize))
        .not.toBe(before);
    }
  });
}

test("names are drawn over dots, and only countries with results have a name", async ({ atlas }) => {
  await atlas.open();
  await atlas.waitForMap();
  const names = atlas.map.locator(".map__label");
  await expect(names.filter({ hasText: "Turkey" }).or(names.filter({ hasText: "Türkiye" }))).toHaveCount(1);
  const over = await names
    .first()
    .evaluate(
      (it) =>
        it.compareDocumentPosition(document.querySelector(".map__view .country-dot")) &
        Node.DOCUMENT_POSITION_PRECEDING,
    );
  expect(over).toBeTruthy();
  await atlas.checkbox("country", "IT").check();
  // A country’s count ignores the selected countries, so a search reduces it.
  await atlas.search.fill("lebanon");
  await expect(atlas.country("IT")).toHaveAttribute("data-count", "0");
  await expect(names.filter({ hasText: "Italy" })).toHaveCount(0);
});

test("on a narrow page the map is shown on request, and the choice is kept", async ({ atlas, page, site }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await atlas.open();
  await expect(atlas.overviewToggle).toHaveAttribute("aria-expanded", "false");
  await expect(atlas.map).toHaveCount(0);
  await page.waitForLoadState("networkidle");
  expect(site.requests.filter((path) => path.endsWith(GEOMETRY))).toEqual([]);
  await atlas.overviewToggle.click();
  await expect(atlas.overviewToggle).toHaveAttribute("aria-expanded", "true");
  await atlas.waitForMap();
  await atlas.open();
  await atlas.waitForMap();
  await expect(atlas.map).toBeVisible();
  await atlas.overviewToggle.click();
  await page.setViewportSize({ width: 1280, height: 900 });
  await atlas.open();
  await expect(atlas.overviewToggle).toHaveAttribute("aria-expanded", "false");
  await expect(atlas.map).toHaveCount(0);
});

for (const [width, beside] of [
  [1280, false],
  [1920, true],
]) {
  test(`at ${width} px the map is ${beside ? "beside" : "above"} the results`, async ({ atlas, page }) => {
    await page.setViewportSize({ width, height: 1000 });
    await atlas.open();
    await atlas.waitForMap();
    const [map, results] = [await atlas.map.boundingBox(), await page.locator("#results").boundingBox()];
    if (beside) {
      const apart = results.x + results.width <= map.x || map.x + map.width <= results.x;
      expect(apart, JSON.stringify({ map, results })).toBe(true);
    } else expect(map.y + map.height).toBeLessThanOrEqual(results.y);
    await expect(atlas.articles.first()).toBeInViewport();
  });
}

import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

const view = (atlas) => atlas.map.locator(".map__view");
const layer = (atlas) => atlas.map.locator(".map__layer");

const zoom = (atlas) =>
  atlas.map
    .locator(".map__drawing")
    .evaluate((svg) => svg.getBoundingClientRect().width / svg.closest(".map__view").clientWidth);

async function center(atlas) {
  const { x, y, width, height } = await view(atlas).boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}

async function waitUntilSettled(atlas) {
  await expect(layer(atlas)).toHaveCSS("transform", /matrix\(1, 0, 0, 1,/);
  await expect(layer(atlas)).not.toHaveClass(/--animated/);
}

async function touch(page) {
  const devtools = await page.context().newCDPSession(page);
  return (type, ...points) =>
    devtools.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
}

test.beforeEach(async ({ atlas }, { title }) => {
  if (title.startsWith("on a phone")) return;
  await atlas.open();
  await atlas.waitForMap();
});

test("the wheel scrolls the page, and a hint says how to zoom", async ({ atlas, page }) => {
  const { x, y } = await center(atlas);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 80);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(40);
  expect(await zoom(atlas)).toBeCloseTo(1, 2);
  // Scrolling in the direction that zooms in may be meant to zoom.
  await page.mouse.wheel(0, -40);
  const hint = atlas.map.getByText("Hold Ctrl and scroll to zoom");
  await expect(hint).toHaveCSS("opacity", /0\.9/);
  await expect(hint).toHaveCSS("opacity", "0");
});

test("with Ctrl the wheel zooms around the pointer and does not scroll the page", async ({ atlas, page }) => {
  const place = await atlas.country("RO").boundingBox();
  // Mouse events have whole pixels.
  const [x, y] = [Math.round(place.x + place.width / 2), Math.round(place.y + place.height / 2)];
  await page.mouse.move(x, y);
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(() => zoom(atlas)).toBeGreaterThan(1.8);
  await waitUntilSettled(atlas);
  const after = await atlas.country("RO").boundingBox();
  expect(Math.abs(after.x + after.width / 2 - x)).toBeLessThan(2);
  expect(Math.abs(after.y + after.height / 2 - y)).toBeLessThan(2);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  expect(await page.evaluate(() => visualViewport.scale)).toBe(1);
});

test("the wheel zooms a focused map, and scrolls the page at the limit of the zoom", async ({ atlas, page }) => {
  await atlas.country("RO").focus();
  const { x, y } = await center(atlas);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, -240);
  await expect.poll(() => zoom(atlas)).toBeGreaterThan(1.3);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  for (let turn = 0; turn < 4; turn++) await page.mouse.wheel(0, 300);
  await expect.poll(() => zoom(atlas)).toBeCloseTo(1, 2);
  await page.mouse.wheel(0, 200);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(50);
});

test("a double click zooms in, and leaves nothing selected", async ({ atlas, page }) => {
  const { x, y } = await atlas.country("RO").boundingBox();
  await page.mouse.dblclick(x + 5, y + 5);
  await expect.poll(() => zoom(atlas)).toBeGreaterThan(1.4);
  await atlas.expectQuery();
});

test("while the map is dragged or zoomed, only one transform changes", async ({ atlas, page }) => {
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect.poll(() => zoom(atlas)).toBeGreaterThan(1.5);
  await waitUntilSettled(atlas);
  const { x, y } = await center(atlas);
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 8, y + 6);
  await page.evaluate(() => {
    const map = document.querySelector(".map__frame");
    window.changes = [];
    window.positions = new Set();
    new MutationObserver((records) => {
      for (const { target, type, attributeName } of records) {
        window.changes.push(`${type} ${attributeName} of ${target.nodeName}.${target.className}`);
      }
      window.positions.add(document.querySelector(".map__layer").style.transform);
    }).observe(map, { subtree: true, childList: true, attributes: true, characterData: true });
  });
  for (let step = 1; step <= 10; step++) await page.mouse.move(x + 8 + step * 6, y + 6 + step * 2);
  const { changes, positions } = await page.evaluate(() => ({
    changes: [...new Set(window.changes)],
    positions: window.positions.size,
  }));
  expect(changes).toEqual(["attributes style of DIV.map__layer"]);
  expect(positions).toBeGreaterThanOrEqual(8);
  await page.mouse.up();
  await waitUntilSettled(atlas);
  const paths = await page.evaluate(() =>
    window.changes.filter((change) => / of path/i.test(change) && / d /.test(change)),
  );
  expect(paths).toEqual([]);
});

test("zooming out repaints the map on the way, so that it is never scaled down much", async ({ atlas, page }) => {
  await view(atlas).hover();
  await page.keyboard.down("Control");
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, -100);
  await waitUntilSettled(atlas);
  expect(await zoom(atlas)).toBeGreaterThan(3.5);
  await page.evaluate(() => {
    window.least = 1;
    const note = () => {
      const { a } = new DOMMatrix(getComputedStyle(document.querySelector(".map__layer")).transform);
      window.least = Math.min(window.least, a);
      requestAnimationFrame(note);
    };
    note();
  });
  for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 60);
  await page.keyboard.up("Control");
  await expect.poll(() => zoom(atlas)).toBeCloseTo(1, 1);
  await waitUntilSettled(atlas);
  expect(await page.evaluate(() => window.least)).toBeGreaterThan(0.39);
});

test("names are placed again once the map has settled, and never overlap", async ({ atlas, page }) => {
  const labels = atlas.map.locator(".map__label");
  const names = async () => (await labels.allTextContents()).toSorted();
  const expectApart = async () => {
    const boxes = await labels.evaluateAll((all) => all.map((label) => label.getBoundingClientRect().toJSON()));
    for (const [at, one] of boxes.entries()) {
      for (const other of boxes.slice(at + 1)) {
        const apart =
          one.right <= other.left + 1 ||
          other.right <= one.left + 1 ||
          one.bottom <= other.top + 2 ||
          other.bottom <= one.top + 2;
        expect(apart, JSON.stringify([one, other])).toBe(true);
      }
    }
  };
  const before = await names();
  expect(before).toContain("Italy");
  expect(before).not.toContain("Montenegro");
  await expectApart();
  await atlas.country("ME").focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press("+");
  await expect.poll(names).toContain("Montenegro");
  await waitUntilSettled(atlas);
  await expectApart();
  const size = await labels.first().evaluate((label) => label.getBoundingClientRect().height);
  expect(size).toBeLessThan(22);
});

test("“Zoom to results” shows where the matching projects are, and “Show whole world” shows everything again", async ({
  atlas,
  page,
}) => {
  await atlas.search.fill("Armenia");
  await expect(atlas.articles).not.toHaveCount(6);
  const results = page.getByRole("button", { name: "Zoom to results" });
  await results.click();
  await expect.poll(() => zoom(atlas)).toBeGreaterThan(2);
  await waitUntilSettled(atlas);
  const frame = await view(atlas).boundingBox();
  for (const code of ["AM", "AZ", "GE"]) {
    const { x, y, width, height } = await atlas.country(code).boundingBox();
    expect(x, code).toBeGreaterThanOrEqual(frame.x);
    expect(y, code).toBeGreaterThanOrEqual(frame.y);
    expect(x + width, code).toBeLessThanOrEqual(frame.x + frame.width);
    expect(y + height, code).toBeLessThanOrEqual(frame.y + frame.height);
  }
  await page.getByRole("button", { name: "Show whole world" }).click();
  await expect.poll(() => zoom(atlas)).toBeCloseTo(1, 2);
});

test("arrow keys bring the next country into view without scrolling the page", async ({ atlas, page }) => {
  await atlas.country("PT").focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press("+");
  await waitUntilSettled(atlas);
  for (let press = 0; press < 3; press++) {
    await page.keyboard.press("ArrowRight");
    await waitUntilSettled(atlas);
    const frame = await view(atlas).boundingBox();
    const code = await page.evaluate(() => document.activeElement.dataset.country);
    const { x, width } = await atlas.country(code).boundingBox();
    expect(x + width / 2, code).toBeGreaterThan(frame.x);
    expect(x + width / 2, code).toBeLessThan(frame.x + frame.width);
  }
  const scrolled = await page.evaluate(() => {
    const frame = document.querySelector(".map__frame");
    return [scrollX, scrollY, frame.scrollLeft, frame.scrollTop];
  });
  expect(scrolled).toEqual([0, 0, 0, 0]);
});

test("keys zoom around the focused country", async ({ atlas, page }) => {
  await atlas.country("PT").focus();
  const before = await atlas.country("PT").boundingBox();
  for (let press = 0; press < 3; press++) await page.keyboard.press("+");
  await expect.poll(() => zoom(atlas)).toBeGreaterThan(3);
  await waitUntilSettled(atlas);
  const after = await atlas.country("PT").boundingBox();
  expect(Math.abs(after.x + after.width / 2 - before.x - before.width / 2)).toBeLessThan(2);
  expect(Math.abs(after.y + after.height / 2 - before.y - before.height / 2)).toBeLessThan(2);
});

test("arrow keys move the map if it has the focus itself", async ({ atlas, page }) => {
  await page.getByRole("button", { name: "Zoom in" }).click();
  await waitUntilSettled(atlas);
  await view(atlas).focus();
  const before = await atlas.country("RO").boundingBox();
  await page.keyboard.press("ArrowRight");
  await expect.poll(async () => (await atlas.country("RO").boundingBox()).x).toBeLessThan(before.x - 50);
  await page.keyboard.press("0");
  await expect.poll(() => zoom(atlas)).toBeCloseTo(1, 2);
});

test("a click near a country selects the nearest one", async ({ atlas, page, site }) => {
  site.putPortfolio(
    portfolio({ id: "malta", title: "Malta", countries: ["MT"] }, { id: "cyprus", title: "Cyprus", countries: ["CY"] }),
  );
  await atlas.open();
  await atlas.waitForMap();
  const { x, y, width, height } = await atlas.country("MT").boundingBox();
  await page.mouse.click(x + width / 2 + 18, y + height / 2 + 8);
  await atlas.expectShown("malta");
  await page.mouse.click(x + width / 2 + 80, y + height / 2 + 8);
  await atlas.expectShown("malta");
});

test("with reduced motion the map does not glide", async ({ atlas, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.getByRole("button", { name: "Zoom in" }).click();
  await expect(layer(atlas)).toHaveCSS("transition-duration", "0s");
  expect(await zoom(atlas)).toBeCloseTo(1.6, 2);
});

test("pointing at a project marks its countries and connects them", async ({ atlas, page }) => {
  const marked = () =>
    atlas.map
      .locator(".map__view .country--highlighted")
      .evaluateAll((all) => all.map((shape) => shape.dataset.shape).sort());
  await atlas.article("agire").locator("h3").hover();
  expect(await marked()).toEqual(["AT", "GR", "IT", "RO"]);
  await expect(atlas.map.locator(".map__links circle")).toHaveCount(4);
  await page.mouse.move(5, 5);
  await expect(atlas.map.locator(".map__links")).toHaveCount(0);
  await atlas.titleLink("armenia-azerbaijan-georgia").focus();
  expect(await marked()).toEqual(["AM", "AZ", "GE"]);
});

test("pointing at a country marks its projects and its value in the list", async ({ atlas }) => {
  const marked = () =>
    atlas.page.locator(".card--highlighted").evaluateAll((all) => all.map((card) => card.dataset.project).sort());
  await atlas.country("RO").hover();
  await expect.poll(marked).toEqual(["agire", "trm-ii"]);
  await expect(atlas.value("country", "RO")).toHaveClass(/facet-row--highlighted/);
  await atlas.country("LB").focus();
  await expect.poll(marked).toEqual(["telae"]);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("on a phone two fingers zoom and move the map, but not the page", async ({ atlas, page }) => {
    await atlas.open();
    await atlas.overviewToggle.click();
    await atlas.waitForMap();
    const send = await touch(page);
    const { x, y } = await center(atlas);
    await send("touchStart", [x - 30, y], [x + 30, y]);
    for (let step = 1; step <= 8; step++) await send("touchMove", [x - 30 - step * 6, y], [x + 30 + step * 6, y]);
    await send("touchEnd");
    await expect.poll(() => zoom(atlas)).toBeGreaterThan(2);
    await waitUntilSettled(atlas);
    expect(await page.evaluate(() => [scrollY, visualViewport.scale])).toEqual([0, 1]);
    const before = await atlas.country("IT").boundingBox();
    await send("touchStart", [x - 30, y], [x + 30, y]);
    for (let step = 1; step <= 8; step++) await send("touchMove", [x - 30 + step * 5, y], [x + 30 + step * 5, y]);
    await send("touchEnd");
    await waitUntilSettled(atlas);
    expect((await atlas.country("IT").boundingBox()).x - before.x).toBeGreaterThan(20);
    await atlas.expectQuery();
  });

  test("on a phone one finger scrolls the page over the map", async ({ atlas, page }) => {
    await atlas.open();
    await atlas.overviewToggle.click();
    await atlas.waitForMap();
    const send = await touch(page);
    const { x, y } = await center(atlas);
    await send("touchStart", [x, y]);
    for (let step = 1; step <= 12; step++) await send("touchMove", [x, y - step * 15]);
    await send("touchEnd");
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    expect(await zoom(atlas)).toBeCloseTo(1, 2);
    await atlas.expectQuery();
  });

  test("on a phone crowded countries have targets of 24 pixels once the map is zoomed in", async ({ atlas, page }) => {
    await atlas.open();
    await atlas.overviewToggle.click();
    await atlas.waitForMap();
    for (let press = 0; press < 3; press++) {
      await page.getByRole("button", { name: "Zoom in" }).click();
      await waitUntilSettled(atlas);
    }
    for (const code of ["XK", "ME", "MK", "AL"]) {
      const { width, height } = await atlas.country(code).boundingBox();
      expect(Math.min(width, height), code).toBeGreaterThanOrEqual(24);
    }
  });
});

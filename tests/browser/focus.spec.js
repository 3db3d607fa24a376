import { expect, test } from "./atlas.js";

const focused = (page) =>
  page.evaluate(() => {
    const { tagName, id, dataset } = document.activeElement;
    return id || dataset.country || tagName;
  });

test("a filter sheet that becomes a column leaves the page usable, with the focus in it", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await atlas.open();
  await page.getByRole("button", { name: "Filters", exact: true }).click();
  await expect(page.locator("[inert]")).not.toHaveCount(0);
  await page.setViewportSize({ width: 1280, height: 768 });
  await expect(page.locator("[inert]")).toHaveCount(0);
  await expect.poll(() => focused(page)).toBe("results");
});

test("a value that disappears when it is deselected leaves the focus in its facet", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  await page.getByRole("button", { name: "Options in Eastern Europe" }).click();
  await atlas.checkbox("country", "RO").focus();
  await page.keyboard.press("Space");
  await expect(atlas.checkbox("country", "RO")).toBeHidden();
  await expect(page.locator("[data-facet=country] input:focus")).toBeVisible();

  await atlas.open("country=RO");
  await page
    .getByRole("searchbox", { name: /^Search \d+ options$/ })
    .or(page.getByPlaceholder(/^Search \d+ options$/))
    .first()
    .fill("alb");
  await atlas.checkbox("country", "RO").focus();
  await page.keyboard.press("Space");
  await expect(page.locator("[data-facet=country] input:focus")).toBeVisible();
});

test("showing more or less of a chart keeps the focus on the button", async ({ atlas, page }) => {
  await atlas.open("view=figures");
  const more = page.locator("#more-chart-country");
  await more.focus();
  await page.keyboard.press("Enter");
  await expect(more).toHaveAttribute("aria-expanded", "true");
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(more).toHaveAttribute("aria-expanded", "false");
  await expect(more).toBeFocused();
});

test("resizing the window does not move the focus", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  const zoomIn = page.getByRole("button", { name: "Zoom in" });
  await zoomIn.focus();
  await page.setViewportSize({ width: 1240, height: 800 });
  await expect(zoomIn).toBeFocused();
  for (const [code, width] of [
    ["RO", 1200],
    ["BR", 1160],
  ]) {
    await atlas.country(code).focus();
    await page.setViewportSize({ width, height: 800 });
    await expect(atlas.country(code)).toBeFocused();
  }
  await atlas.open("view=figures");
  await page.locator("#bar-donor-european-union").focus();
  await page.setViewportSize({ width: 980, height: 800 });
  await expect(page.locator("#bar-donor-european-union")).toBeFocused();
});

test("the map shows the same place when its size changes", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await atlas.country("RO").focus();
  for (let press = 0; press < 3; press += 1) await page.keyboard.press("+");
  await page.waitForTimeout(600);
  const share = async () => {
    const [country, view] = [await atlas.country("RO").boundingBox(), await page.locator(".map__view").boundingBox()];
    return [
      (country.x + country.width / 2 - view.x) / view.width,
      (country.y + country.height / 2 - view.y) / view.height,
    ];
  };
  const before = await share();
  await page.setViewportSize({ width: 1000, height: 760 });
  await page.waitForTimeout(600);
  const after = await share();
  expect(Math.abs(after[0] - before[0])).toBeLessThan(0.15);
  expect(Math.abs(after[1] - before[1])).toBeLessThan(0.15);
  await expect(atlas.country("RO")).toBeInViewport();
});

test("“back” keeps the focus on an element that remains, or moves it to the results", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.checkbox("country", "RO").check();
  await page.locator("#open-agire").focus();
  await page.goBack();
  await expect(page.locator("#open-agire")).toBeFocused();
  await page.locator("#open-telae").focus();
  await page.goForward();
  await expect.poll(() => focused(page)).toBe("results");
});

test("closing a record returns the focus to where it was opened, even a bar of the timeline", async ({
  atlas,
  page,
}) => {
  // Only a wide window shows the bars of projects.
  await page.setViewportSize({ width: 1920, height: 1000 });
  await atlas.open("view=table");
  const bar = page.locator(".project-bar").first();
  await expect(bar).toBeVisible();
  await bar.focus();
  await page.keyboard.press("Enter");
  await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(bar).toBeFocused();
});

test("closing a record does not take the focus from a visitor who has moved on", async ({ atlas, page }) => {
  await atlas.open("view=table&project=agire");
  await expect(atlas.record.getByRole("heading", { level: 2 })).toContainText("AGIRE");
  const moved = await page.evaluate(async () => {
    const box = document.querySelector('[data-project="agire"] input');
    document.querySelector(".dialog__close").click();
    // The dialog is closed in a microtask, before any timer.
    while (document.querySelector("dialog.dialog").open) await null;
    box.focus();
    await new Promise((then) => setTimeout(then));
    await new Promise((then) => setTimeout(then));
    return document.activeElement === box;
  });
  expect(moved).toBe(true);
});

test("arrow keys move a zoomed map if there is no neighbouring country", async ({ atlas, page }) => {
  await atlas.open();
  await atlas.waitForMap();
  await atlas.country("PT").focus();
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.waitForTimeout(600);
  const layer = page.locator(".map__layer");
  const before = await layer.evaluate((it) => it.style.transform);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => layer.evaluate((it) => it.style.transform)).not.toBe(before);
});

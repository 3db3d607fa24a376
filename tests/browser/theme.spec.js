import { expect, test } from "./atlas.js";

const backgroundColor = (page) => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
const LIGHT = "rgb(246, 243, 236)";
const DARK = "rgb(18, 24, 30)";

test("the page has the colours of the system until a visitor chooses others", async ({ atlas, page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await atlas.open();
  expect(await backgroundColor(page)).toBe(DARK);
  await page.emulateMedia({ colorScheme: "light" });
  expect(await backgroundColor(page)).toBe(LIGHT);
});

test("the switch shows the current theme, and cycles through all", async ({ atlas, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await atlas.open();
  await expect(atlas.theme).toHaveAccessibleName("Theme: System");
  await atlas.theme.click();
  await expect(atlas.theme).toHaveAccessibleName("Theme: Light");
  await atlas.theme.press("Enter");
  await expect(atlas.theme).toHaveAccessibleName("Theme: Dark");
  await expect(atlas.theme).toBeFocused();
  expect(await backgroundColor(page)).toBe(DARK);
  const bars = page.locator("meta[name=theme-color]");
  expect(await bars.evaluateAll((all) => all.map((it) => it.content))).toEqual(["#12181e", "#12181e"]);
  await atlas.expectAccessible();
  await atlas.theme.click();
  await expect(atlas.theme).toHaveAccessibleName("Theme: System");
  expect(await backgroundColor(page)).toBe(LIGHT);
});

test("a saved theme applies before anything is painted", async ({ atlas, page, site }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await atlas.open();
  await atlas.theme.click();
  await atlas.theme.click();
  // The portfolio never arrives, so only main.js decides what is painted.
  site.injectFault("portfolio.json", { stallAfter: 10 });
  await atlas.visit();
  await expect(page.getByRole("progressbar")).toBeVisible();
  expect(await backgroundColor(page)).toBe(DARK);
  site.clearFaults();
  await atlas.open();
  await expect(atlas.theme).toHaveAccessibleName("Theme: Dark");
});

test("the switch works without browser storage", async ({ atlas, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await page.emulateMedia({ colorScheme: "light" });
  await atlas.open();
  await atlas.theme.click();
  await atlas.theme.click();
  expect(await backgroundColor(page)).toBe(DARK);
});

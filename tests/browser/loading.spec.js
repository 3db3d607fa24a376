import { chromium } from "@playwright/test";
import { expect, test } from "./atlas.js";
import { builtFiles } from "./site.js";

const PROGRAM = "project-atlas_bg.wasm";
const builtFile = (end) => [...builtFiles().keys()].find((path) => path.endsWith(end));

/** A link works without scripts, a button does not; a page may offer either. */
const tryAgainButton = (page) => page.getByRole("alert").getByText("Try again");

test("while the program loads the page shows progress", async ({ atlas, page, site }) => {
  site.compresses = false;
  site.injectFault(PROGRAM, { stallAfter: Math.round(builtFiles().get(builtFile(PROGRAM)).length / 2) });
  await atlas.visit();
  const progress = page.getByRole("progressbar", { name: /Loading/ });
  await expect(progress).toBeVisible();
  await expect.poll(() => progress.evaluate((it) => it.position)).toBeGreaterThan(0.3);
  expect(await progress.evaluate((it) => it.position)).toBeLessThan(1);
  await atlas.expectNoHorizontalOverflow();
});

test("while the data loads the page shows progress, and then the projects", async ({ atlas, page, site }) => {
  site.injectFault("portfolio.json", { delay: 1500 });
  await atlas.visit();
  await expect(page.getByRole("progressbar", { name: /Loading/ })).toBeVisible();
  await expect(page.getByText("Loading projects")).toBeVisible();
  await atlas.ready();
  await expect(page.getByRole("progressbar")).toHaveCount(0);
  await expect(atlas.articles).toHaveCount(6);
});

for (const [what, file, fault, ...words] of [
  ["the portfolio is missing", "portfolio.json", { status: 404 }, "portfolio.json", "404"],
  ["the server fails to send the portfolio", "portfolio.json", { status: 500 }, "portfolio.json", "500"],
  ["the portfolio breaks off", "portfolio.json", { breakAfter: 5000 }, "portfolio.json"],
  ["the program is missing", PROGRAM, { status: 404 }, "the app", "404"],
  ["the program breaks off", PROGRAM, { breakAfter: 100_000 }, "the app"],
  ["the program’s script is missing", "project-atlas.js", { status: 404 }, "the app"],
]) {
  test(`${what}: the page says so, and trying again works once it is fixed`, async ({ atlas, page, site }) => {
    atlas.expectConsoleMessage(/Failed to load resource|net::ERR|preload/);
    site.injectFault(file, fault);
    await atlas.visit("country=RO");
    await expect(atlas.alert).toContainText("could not be loaded");
    for (const word of words) await expect(atlas.alert).toContainText(word);
    await expect(page.getByRole("progressbar")).toHaveCount(0);
    await expect(page.locator("html")).not.toHaveAttribute("data-atlas", "ready");
    await atlas.expectAccessible();
    site.clearFaults();
    await atlas.reloadBy(() => tryAgainButton(page).click());
    await atlas.ready();
    await atlas.expectShown("agire", "trm-ii");
  });
}

test("a program that cannot run is reported, and trying again works once it is fixed", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/wasm|WebAssembly|preload/i);
  const path = builtFile(PROGRAM);
  const whole = site.read(path);
  // Some servers answer every address with their home page.
  site.put(path, "<!doctype html><title>Welcome</title>");
  await atlas.visit();
  await expect(atlas.alert).toContainText("the app");
  await expect(atlas.alert).toContainText("could not run it");
  site.put(path, whole);
  await atlas.reloadBy(() => tryAgainButton(page).click());
  await atlas.ready();
  await expect(atlas.articles).toHaveCount(6);
});

test("without WebAssembly the page says so, and the projects can be read", async ({ atlas, page }) => {
  atlas.expectConsoleMessage(/preload/);
  await page.addInitScript(() => delete globalThis.WebAssembly);
  await atlas.visit();
  await expect(atlas.alert).toContainText("WebAssembly is not supported");
  await expect(atlas.articles.filter({ visible: true })).toHaveCount(6);
});

test("a missing browser feature that the program finds late is reported too", async ({ atlas, page }) => {
  atlas.expectConsoleMessage(/PluralRules/);
  await page.addInitScript(() => delete Intl.PluralRules);
  await atlas.visit("lang=fr");
  await expect(page.locator("html")).toHaveAttribute("data-atlas", "failed");
  await expect(atlas.alert).toHaveCount(1);
  await expect(atlas.alert).toContainText("PluralRules");
  await expect(atlas.articles.filter({ visible: true })).toHaveCount(6);
});

test("if a policy forbids WebAssembly the page says so, and the projects can be read", async ({ atlas, site }) => {
  atlas.expectConsoleMessage(/WebAssembly|wasm|Content Security Policy|preload/i);
  site.policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; manifest-src 'self'";
  await atlas.visit();
  await expect(atlas.alert).toContainText("could not run it");
  await expect(atlas.articles.filter({ visible: true })).toHaveCount(6);
});

test("a page restored from the back/forward cache still works", async ({ site }) => {
  const browser = await chromium.launch({
    executablePath: process.env.ATLAS_CHROMIUM || undefined,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    const page = await browser.newPage({ serviceWorkers: "block" });
    // Playwright does not see a restored page, so the page reports by itself.
    await page.addInitScript(() => {
      addEventListener("pageshow", async ({ persisted }) => {
        if (!persisted) return;
        document.querySelector('[data-facet="country"] [data-value="RO"] input').click();
        await new Promise((then) => setTimeout(then, 300));
        fetch(`/restored?${encodeURIComponent(document.querySelector("[role=status]").textContent)}`);
      });
    });
    site.put(
      "next.html",
      `<!doctype html><title>Next</title><script>addEventListener("load", () => setTimeout(() => history.back(), 500))</script>`,
    );
    await page.goto(`${site.origin}/`);
    await expect(page.locator("html")).toHaveAttribute("data-atlas", "ready");
    const reported = new Promise((then) => (site.onReport = then));
    await page.evaluate(() => (location.href = "/next.html"));
    expect(await reported).toBe("2 of 6 projects");
  } finally {
    await browser.close();
  }
});

test("all failures are reported together", async ({ atlas, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|preload/);
  site.injectFault("portfolio.json", { status: 404 });
  site.injectFault(PROGRAM, { status: 503 });
  await atlas.visit();
  await expect(atlas.alert).toContainText("404");
  await expect(atlas.alert).toContainText("503");
});

test("a server that sends the program with the wrong MIME type does no harm", async ({ atlas, site }) => {
  site.injectFault(PROGRAM, { type: "application/octet-stream" });
  await atlas.open();
  await expect(atlas.articles).toHaveCount(6);
});

test("a server that does not compress does no harm", async ({ atlas, site }) => {
  site.compresses = false;
  await atlas.open();
  await expect(atlas.articles).toHaveCount(6);
});

for (const [what, file] of [
  ["program", PROGRAM],
  ["data", "portfolio.json"],
]) {
  test(`when the ${what} stalls for ten seconds the page says so, and offers to try again`, async ({
    atlas,
    page,
    site,
  }) => {
    atlas.expectConsoleMessage(/preload/);
    await page.clock.install();
    site.injectFault(file, { stallAfter: 1000 });
    await atlas.visit();
    await expect(page.getByRole("progressbar")).toBeVisible();
    await expect.poll(() => site.requests.some((path) => path.endsWith(file))).toBe(true);
    // By then everything else has arrived.
    await page.waitForTimeout(1500);
    await page.clock.fastForward(5_000);
    await expect(atlas.alert).toHaveCount(0);
    await page.clock.fastForward(5_000);
    await expect(atlas.alert).toContainText(/Loading has stalled/);
    await atlas.expectAccessible();
    site.clearFaults();
    await atlas.reloadBy(() => tryAgainButton(page).click());
    await atlas.ready();
    await expect(atlas.articles).toHaveCount(6);
    await expect(atlas.alert).toHaveCount(0);
  });
}

test("the message disappears when a stall ends by itself", async ({ atlas, page, site }) => {
  await page.clock.install();
  site.injectFault("portfolio.json", { delay: 4000 });
  await atlas.visit();
  await expect.poll(() => site.requests.includes("portfolio.json")).toBe(true);
  await page.waitForTimeout(1500);
  await page.clock.fastForward(10_500);
  await expect(atlas.alert).toContainText(/Loading has stalled/);
  await atlas.ready();
  await expect(atlas.alert).toHaveCount(0);
  await expect(atlas.articles).toHaveCount(6);
});

for (const [what, prevent] of [
  ["is missing", (site) => site.injectFault("main.js", { status: 404 })],
  [
    "is blocked",
    (site) =>
      site.put(
        "index.html",
        site
          .read("index.html")
          .toString()
          .replace(/<head>/, `<head><meta http-equiv="Content-Security-Policy" content="script-src 'none'">`),
      ),
  ],
]) {
  test(`when the first script ${what} the page still says so, after eight seconds`, async ({ atlas, page, site }) => {
    atlas.expectConsoleMessage(/Failed to load resource|Content Security Policy|preload/);
    prevent(site);
    await atlas.visit();
    await expect(page.getByText("Loading projects")).toBeVisible();
    await expect(page.getByText("has not started")).toBeHidden();
    await expect(page.getByText("has not started")).toBeVisible({ timeout: 12_000 });
    await expect(atlas.alert).toContainText("has not started");
    await expect(tryAgainButton(page)).toBeVisible();
  });
}

test("trying again after the first script was missing works once it is there", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|preload/);
  site.injectFault("main.js", { status: 404 });
  await atlas.visit("country=RO");
  await expect(tryAgainButton(page)).toBeVisible({ timeout: 12_000 });
  site.clearFaults();
  await atlas.reloadBy(() => tryAgainButton(page).click());
  await atlas.ready();
  await atlas.expectShown("agire", "trm-ii");
});

test("if the program crashes in use, the page says so and keeps what it shows", async ({ atlas, page }) => {
  atlas.expectConsoleMessage(/unreachable/);
  await atlas.open("country=RO");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await expect(atlas.alert).toContainText("Something went wrong");
  await expect(atlas.articles).toHaveCount(2);
  await atlas.reloadBy(() => tryAgainButton(page).click());
  await atlas.ready();
  await atlas.expectShown("agire", "trm-ii");
  await expect(atlas.alert).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs, and links to the data", async ({ page, site }) => {
    await page.goto(`${site.origin}/`);
    await expect(page.getByText(/needs JavaScript/)).toBeVisible();
    await expect(page.getByRole("progressbar")).toBeHidden();
    await page.getByRole("link", { name: /data file/ }).click();
    await expect(page).toHaveURL(`${site.origin}/portfolio.json`);
    await expect(page.getByText("TRM II").first()).toBeVisible();
  });
});

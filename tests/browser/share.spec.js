import { expect, test as base } from "./atlas.js";
import { Site } from "./site.js";

const test = base.extend({
  host: async ({ site }, use) => {
    site.allowsCrossOrigin = true;
    const host = await Site.open();
    host.put("favicon.ico", "");
    await use(host);
    await host.close();
  },
});

const code = (atlas) => atlas.record.locator("pre");

async function openShare(atlas, page, query = "country=RO") {
  await atlas.open(query);
  await page.getByRole("button", { name: "Share or embed" }).click();
  await expect(atlas.record.getByRole("heading", { name: "Share or embed" })).toBeVisible();
}

/** In a separate context, which knows nothing of the tested page. */
async function openHostPage(browser, host, html) {
  host.put(
    "index.html",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title></head><body>${html}</body></html>`,
  );
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.goto(`${host.origin}/`);
  return page;
}

test("the link opens what is shown", async ({ atlas, page, site }) => {
  await openShare(atlas, page);
  await expect(code(atlas)).toHaveText(`${site.origin}/?country=RO`);
  await page.getByRole("combobox", { name: "View", exact: true }).selectOption({ label: "Table" });
  await page.getByRole("combobox", { name: "Language" }).last().selectOption({ label: "Français" });
  await expect(code(atlas)).toHaveText(`${site.origin}/?country=RO&view=table&lang=fr`);
  await page.getByRole("checkbox", { name: "Include current filters" }).uncheck();
  await expect(code(atlas)).toHaveText(`${site.origin}/?view=table&lang=fr`);
  expect(page.url()).toBe(`${site.origin}/?country=RO`);
});

test("the element shows the same in another page", async ({ atlas, page, host, browser }) => {
  await openShare(atlas, page, "country=RO&q=children");
  await page.getByRole("radio", { name: "Web component" }).check();
  await page.getByRole("checkbox", { name: "Donor", exact: true }).last().uncheck();
  await atlas.record.getByRole("combobox", { name: "Theme", exact: true }).selectOption({ label: "Dark" });
  const there = await openHostPage(browser, host, await code(atlas).textContent());
  const element = there.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "ready");
  await expect(element.getByRole("status").first()).toHaveText((await atlas.status.textContent()).trim());
  await expect(element.locator('[data-facet="donor"]')).toHaveCount(0);
  await expect(element.locator('[data-facet="country"]')).toHaveCount(1);
  await expect(element.locator(".atlas")).toHaveAttribute("data-theme", "dark");
  await there.close();
});

test("the iframe shows the same in another page, and a set height needs no script", async ({
  atlas,
  page,
  host,
  browser,
}) => {
  await openShare(atlas, page);
  await page.getByRole("radio", { name: "Iframe (works everywhere)" }).check();
  await expect(code(atlas)).toContainText("frame.js");
  const there = await openHostPage(browser, host, await code(atlas).textContent());
  const frame = there.locator("iframe").contentFrame();
  await expect(frame.getByRole("status").first()).toHaveText("2 of 6 projects");
  await expect
    .poll(() => there.locator("iframe").evaluate((it) => it.clientHeight !== 900 && it.clientHeight > 300))
    .toBe(true);
  await there.close();
  await page.getByRole("spinbutton", { name: "Height (px)" }).fill("640");
  await expect(code(atlas)).toContainText('height="640"');
  await expect(code(atlas)).not.toContainText("frame.js");
});

test("a hostile title stays plain text", async ({ atlas, page, site, host, browser }) => {
  const portfolio = JSON.parse(site.read("portfolio.json"));
  site.putPortfolio({ ...portfolio, title: `"><img src=x onerror="document.title='broken'">` });
  await openShare(atlas, page, `q=${encodeURIComponent('"><b>')}`);
  await page.getByRole("radio", { name: "Iframe (works everywhere)" }).check();
  const there = await openHostPage(browser, host, await code(atlas).textContent());
  await expect(there.locator("iframe")).toHaveAttribute("title", portfolio.title ? /onerror/ : "");
  await expect(there.locator("img, b")).toHaveCount(0);
  expect(await there.title()).toBe("Host");
  await there.close();
});

test("the preview shows what the code will, and adds no history entry", async ({ atlas, page }) => {
  await openShare(atlas, page);
  await page.getByRole("radio", { name: "Web component" }).check();
  const before = await page.evaluate(() => history.length);
  await page.getByRole("button", { name: "Preview" }).click();
  const frame = page.locator("dialog iframe").contentFrame();
  await expect(frame.getByRole("status").first()).toHaveText("2 of 6 projects");
  await page.getByRole("checkbox", { name: "Include current filters" }).uncheck();
  await expect(frame.getByRole("status").first()).toHaveText("6 projects");
  expect(await page.evaluate(() => history.length)).toBe(before);
  // What is still loading when the preview closes would log an error.
  await expect(frame.locator(".map__label").first()).toBeAttached();
  // Closed, so that its landmarks are not taken for the page’s.
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
});

test("the code can be copied by keyboard alone, and the focus returns", async ({ atlas, page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await atlas.open("country=RO");
  const button = page.getByRole("button", { name: "Share or embed" });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(atlas.record.getByRole("heading", { name: "Share or embed" })).toBeVisible();
  await page.getByRole("radio", { name: "Link", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Web component" })).toBeChecked();
  await page.getByRole("button", { name: "Copy", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(atlas).textContent());
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
  await expect(button).toBeFocused();
});

for (const [code, width, colorScheme] of [
  ["en", 320, "light"],
  ["ar", 390, "dark"],
  ["mk", 1280, "light"],
]) {
  test(`in ${code}, at ${width} pixels, in the ${colorScheme} scheme, the whole dialog can be reached`, async ({
    atlas,
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 700 });
    await atlas.open(`lang=${code}`);
    await page.locator(".share-button").click();
    await page.locator(".share__formats label").nth(2).click();
    await expect(page.locator(".share__code")).toContainText("<iframe");
    await atlas.expectNoHorizontalOverflow();
    await atlas.expectAccessible();
  });
}

test("without filters no address ends with a question mark", async ({ atlas, page, site }) => {
  await openShare(atlas, page, "");
  await expect(code(atlas)).toHaveText(`${site.origin}/`);
  for (const kind of ["Web component", "Iframe (works everywhere)"]) {
    await page.getByRole("radio", { name: kind }).check();
    await expect(code(atlas)).toContainText(site.origin);
    expect(await code(atlas).textContent()).not.toMatch(/\?["<]/);
  }
  await page.keyboard.press("Escape");
  await atlas.checkbox("country", "RO").check();
  await atlas.expectQuery("country=RO");
  await atlas.checkbox("country", "RO").uncheck();
  await expect.poll(() => page.url()).toBe(`${site.origin}/`);
});

test("if the site lets no other page read its files, the pasted code shows a link", async ({
  atlas,
  page,
  site,
  host,
  browser,
}) => {
  await openShare(atlas, page);
  await page.getByRole("radio", { name: "Web component" }).check();
  site.allowsCrossOrigin = false;
  const there = await openHostPage(browser, host, await code(atlas).textContent());
  const link = there.getByRole("link", { name: "Completed Projects" });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute("href", `${site.origin}/?country=RO`);
  await there.close();
});

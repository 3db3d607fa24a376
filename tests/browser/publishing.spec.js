import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./atlas.js";
import { builtFiles, DIST, Site } from "./site.js";

const versionedFile = (end) =>
  [...builtFiles().keys()].find((path) => path.startsWith("v/") && path.endsWith(`/${end}`));

test("everything works under a path of several folders, including project pages", async ({ atlas, page, site }) => {
  site.base = "our/list/";
  await page.goto(`${site.origin}/our/list/?country=RO`);
  await atlas.ready();
  await atlas.waitForMap();
  await atlas.expectShown("agire", "trm-ii");
  await atlas.titleLink("agire").click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^AGIRE/ })).toBeVisible();
  await page.goto(`${site.origin}/our/list/projects/telae/`);
  await expect(page.locator(".small-map")).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(246, 243, 236)");
  await page.getByRole("link", { name: "Completed Projects" }).click();
  await expect(page).toHaveURL(`${site.origin}/our/list/`);
  await atlas.ready();
});

test("the page works with its files on another origin", async ({ atlas, site }) => {
  const elsewhere = await Site.open();
  elsewhere.allowsCrossOrigin = true;
  // Like a build with --public-url.
  const html = site.read("index.html").toString();
  site.put(
    "index.html",
    html
      .replaceAll('"v/', `"${elsewhere.origin}/v/`)
      .replaceAll('"portfolio.json"', `"${elsewhere.origin}/portfolio.json"`)
      .replaceAll('"./', `"${elsewhere.origin}/`),
  );
  for (const path of [...builtFiles().keys()])
    if (path.startsWith("v/") || path === "portfolio.json") site.remove(path);
  atlas.allowOrigin(elsewhere.origin);
  await atlas.open("country=RO");
  await atlas.waitForMap();
  await atlas.expectShown("agire", "trm-ii");
  await elsewhere.close();
});

test("each compressed copy matches its file, and the portfolio, which editors replace, has none", () => {
  const copies = [...builtFiles().keys()].filter((path) => /\.(br|gz)$/.test(path));
  expect(copies.length).toBeGreaterThan(20);
  for (const path of copies) {
    const whole = builtFiles().get(path.replace(/\.(br|gz)$/, ""));
    const bytes = builtFiles().get(path);
    expect((path.endsWith(".br") ? brotliDecompressSync : gunzipSync)(bytes).equals(whole), path).toBe(true);
    expect(bytes.length, path).toBeLessThan(whole.length);
  }
  expect(copies.filter((path) => path.includes("portfolio.json"))).toEqual([]);
});

for (const [what, file, stores] of [
  ["first script", "main.js", true],
  ["loader", "loader.js", true],
  ["program’s script", "project-atlas.js", true],
  ["loader, not to be stored,", "loader.js", false],
  ["program’s script, not to be stored,", "project-atlas.js", false],
]) {
  test(`a ${what} that does not match the build is not run, and the projects can still be read`, async ({
    atlas,
    page,
    site,
  }) => {
    atlas.expectConsoleMessage(/integrity|preload|Failed to load|digest/i);
    site.allowsStoring = stores;
    site.put(versionedFile(file), `${site.read(versionedFile(file))}\ndocument.title = "taken over";`);
    await atlas.visit();
    await expect(atlas.alert.filter({ visible: true })).toBeVisible({ timeout: 12_000 });
    await expect(page).toHaveTitle("Completed Projects");
    await expect(atlas.articles).toHaveCount(6);
    await atlas.reloadBy(() => atlas.alert.filter({ visible: true }).getByText("Try again").click());
    await expect(atlas.alert.filter({ visible: true })).toBeVisible({ timeout: 12_000 });
    await expect(page).toHaveTitle("Completed Projects");
  });
}

test("a script that loads later and does not match the build is not run either", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/integrity|digest/i);
  site.allowsStoring = false;
  const path = versionedFile("offline.js");
  site.put(path, `${site.read(path)}\ndocument.title = "taken over";`);
  const asked = page.waitForResponse((response) => response.url().endsWith("/offline.js"));
  await atlas.open();
  await asked;
  await page.waitForTimeout(500);
  await expect(page).toHaveTitle("Completed Projects");
});

/** The same program with a custom section, which browsers ignore. */
const withExtraSection = (wasm) => Buffer.concat([wasm, Buffer.from([0, 4, 3, 97, 98, 99])]);

test("a program that does not match the build is not run, and the page says so", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/preload/);
  const path = versionedFile("project-atlas_bg.wasm");
  const built = site.read(path);
  site.put(path, withExtraSection(built));
  await atlas.visit("country=RO");
  await expect(atlas.alert).toContainText("the app: the file does not match the published version.");
  await expect(page.locator("html")).toHaveAttribute("data-atlas", "failed");
  await expect(atlas.articles).toHaveCount(6);
  site.put(path, built);
  await atlas.reloadBy(() => atlas.alert.getByText("Try again").click());
  await atlas.ready();
  await atlas.expectShown("agire", "trm-ii");
});

for (const [what, file, change, query, message] of [
  ["chunk of the program", "on_demand.wasm", withExtraSection, "project=agire", "the file is corrupted"],
  ["language", "lang/fr.txt", (text) => text.toString().replace("Aucun", "Chacun"), "lang=fr", "the file is corrupted"],
  [
    "file of borders",
    "world.atlas-geo",
    (bytes) => bytes.map((byte, at) => (at === bytes.length - 100 ? byte ^ 1 : byte)),
    "",
    "the file is corrupted",
  ],
  ["style sheet", "on_demand.css", (text) => `${text} body { display: none }`, "project=agire", "could not be loaded"],
]) {
  test(`a ${what} that does not match the build is not used, and the page says so`, async ({ atlas, page, site }) => {
    atlas.expectConsoleMessage(/integrity|digest/i);
    const path = versionedFile(file);
    const built = site.read(path);
    const changed = Buffer.from(change(built));
    expect(changed.equals(built)).toBe(false);
    site.put(path, changed);
    await atlas.open(query);
    await expect(page.getByRole("alert").filter({ visible: true })).toContainText(message);
    await expect(page.locator("body")).toBeVisible();
  });
}

test("an element does not use a style sheet that does not match the build", async ({ page, site }) => {
  const path = versionedFile("embed/style.css");
  site.put(path, `${site.read(path)} .atlas { display: none !important }`);
  await page.goto(`${site.origin}/embed.html`);
  await expect(page.locator("project-atlas")).toHaveAttribute("data-atlas", "ready");
  await expect(page.locator("project-atlas").getByRole("status").first()).toHaveText("6 projects");
});

test("without https, where browsers cannot check hashes, the page still works", async ({ atlas, page }) => {
  await page.addInitScript(() => Object.defineProperty(Crypto.prototype, "subtle", { value: undefined }));
  await atlas.open();
  await atlas.waitForMap();
});

function headersOf(path) {
  const headers = {};
  let applies = false;
  for (const line of readFileSync(join(DIST, "_headers"), "utf8").split("\n")) {
    if (/^\S/.test(line)) {
      applies = new RegExp(`^${line.replaceAll(".", "\\.").replaceAll("*", ".*")}$`).test(`/${path}`);
    } else if (applies && line.trim().startsWith("!")) {
      delete headers[line.trim().slice(2).toLowerCase()];
    } else if (applies && line.trim()) {
      const [name, value] = line.trim().split(/: (.*)/);
      headers[name.toLowerCase()] = value;
    }
  }
  return headers;
}

test("with the headers that the build writes, every view works and no policy is violated", async ({
  atlas,
  page,
  site,
}) => {
  expect(headersOf("v/0123456789abcdef/map.wasm")).toMatchObject({
    "cache-control": /immutable/.exec(headersOf("v/0/map.wasm")["cache-control"]).input,
    "content-type": "application/wasm",
    "access-control-allow-origin": "*",
  });
  // These hosts have it revalidated by default.
  expect(headersOf("portfolio.json")["cache-control"]).toBeUndefined();
  site.policy = headersOf("index.html")["content-security-policy"];
  expect(site.policy).not.toMatch(/'unsafe-inline'|'unsafe-eval'/);
  await atlas.open();
  await atlas.waitForMap();
  for (const view of ["Table", "Charts", "Network", "Cards"]) {
    await page.getByRole("button", { name: view, exact: true }).click();
    await expect(page.locator(".on-demand")).toHaveCount(0);
  }
  await atlas.titleLink("agire").click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^AGIRE/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Share or embed" }).click();
  await page.getByRole("radio", { name: "Web component" }).check();
  // Closing the preview before it has everything is reported in the console as an aborted fetch.
  const deferredStyle = page.waitForResponse((it) => it.url().endsWith("/embed/deferred.css"));
  await page.getByRole("button", { name: "Preview" }).click();
  const preview = page.locator("dialog iframe").contentFrame();
  await expect(preview.getByRole("status").first()).toHaveText("6 projects");
  await expect(preview.locator("svg [data-country]").first()).toBeAttached();
  await (await deferredStyle).finished();
  await page.keyboard.press("Escape");
  await page.goto(`${site.origin}/projects/agire/`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("AGIRE");
});

// If the list of a built site is replaced, no one sees projects of the old list.
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";
import { DIST } from "./site.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const PROGRAM = "project-atlas_bg.wasm";
const OTHER = {
  ...portfolio({ id: "wells", title: "Wells for three valleys", start: "2021", countries: ["KE"] }),
  title: "Somebody else’s wells",
};
const OLD = /Completed Projects|AGIRE|TELAE|traffick/i;

async function recordOldTexts(page) {
  await page.addInitScript((source) => {
    const old = new RegExp(source, "i");
    window.seen = [];
    const look = () => {
      if (old.test(document.title)) window.seen.push(`title: ${document.title}`);
      for (const element of document.querySelectorAll("h1, article, legend, .facet-row__name, .static-page *")) {
        if (element.checkVisibility({ visibilityProperty: true }) && old.test(element.textContent))
          window.seen.push(element.textContent.slice(0, 60));
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, OLD.source);
}

const recordedTexts = (page) => page.evaluate(() => window.seen.slice(0, 3));

test("an unchanged list is shown before the program has loaded", async ({ atlas, page }) => {
  let goOn;
  const held = new Promise((then) => (goOn = then));
  await page.route(`**/${PROGRAM}`, async (route) => held.then(() => route.continue()));
  await atlas.visit();
  await expect(page.getByRole("heading", { level: 1, name: "Completed Projects" })).toBeVisible();
  await expect(page).toHaveTitle("Completed Projects");
  goOn();
  await atlas.ready();
});

for (const query of ["", "country=KE"]) {
  test(`nothing of a replaced list is ever visible at “?${query}”`, async ({ atlas, page, site }) => {
    site.putPortfolio(OTHER);
    site.injectFault("portfolio.json", { delay: 700 });
    await recordOldTexts(page);
    let goOn;
    const held = new Promise((then) => (goOn = then));
    await page.route(`**/${PROGRAM}`, async (route) => held.then(() => route.continue()));
    await atlas.visit(query);
    await expect(page.getByText("Loading projects")).toBeVisible();
    await expect(page.locator("article")).toHaveCount(0);
    goOn();
    await atlas.ready();
    await atlas.expectShown("wells");
    await expect(page).toHaveTitle(OTHER.title);
    expect(await recordedTexts(page)).toEqual([]);
  });
}

test("the old version of a long list that differs only near its end is not shown", async ({ atlas, page, site }) => {
  const list = JSON.parse(site.read("portfolio.json"));
  // Long enough that its beginning is checked before its end has arrived.
  const long = JSON.stringify({ ...list, note: "long ".repeat(20_000) });
  const shell = site.read("index.html").toString();
  const hash = (bytes) => {
    let [a, b] = [0x811c9dc5, 0x9747b28c];
    for (const byte of bytes) [a, b] = [Math.imul(a ^ byte, 0x01000193), Math.imul(b ^ byte, 0x85ebca6b)];
    return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, "0")).join("");
  };
  const bytes = Buffer.from(long);
  site.put(
    "index.html",
    shell.replace(/data-list="[^"]*"/, `data-list="${hash(bytes.subarray(0, 65_536))} ${hash(bytes)}"`),
  );
  site.put("portfolio.json", long.replace(/}$/, ' ,"licence":"changed"}'));
  site.injectFault(PROGRAM, { status: 404 });
  atlas.expectConsoleMessage(/Failed to load resource|preload/);
  await atlas.visit();
  await expect(atlas.alert).toContainText("could not be loaded");
  await expect(page.locator("article")).toHaveCount(0);
  site.clearFaults();
  await atlas.alert.getByText("Try again").click();
  await atlas.ready();
});

test("an outdated project page redirects to the project in the current list", async ({ atlas, page, site }) => {
  const list = JSON.parse(site.read("portfolio.json"));
  list.projects.find(({ id }) => id === "telae").title = "Another title by now";
  site.putPortfolio(list);
  await recordOldTexts(page);
  await page.goto(`${site.origin}/projects/telae/`);
  await page.waitForURL(`${site.origin}/?project=telae`);
  await atlas.ready();
  await expect(page.getByRole("dialog").getByRole("heading", { name: "Another title by now" })).toBeVisible();
});

test("the page of a project that the list no longer has redirects to the explorer, which says so", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(OTHER);
  await recordOldTexts(page);
  await page.goto(`${site.origin}/projects/agire/`);
  await page.waitForURL(new RegExp(`^${site.origin}/\\?project=agire`));
  await atlas.ready();
  await expect(page.getByRole("heading", { level: 1, name: OTHER.title })).toBeVisible();
  await expect(atlas.notice).toContainText("agire");
  expect(await recordedTexts(page)).toEqual([]);
});

test("if the list does not load, the prerendered page can be read", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|preload/);
  site.injectFault("portfolio.json", { status: 404 });
  await atlas.visit();
  await expect(atlas.alert).toContainText("You can still read the projects below.");
  await expect(page.getByRole("heading", { level: 1, name: "Completed Projects" })).toBeVisible();
  await page.goto(`${site.origin}/projects/agire/`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("AGIRE");
});

const filesOf = (folder) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path), readFileSync(path)]),
  );

test.describe("atlas publish", () => {
  test.describe.configure({ timeout: 300_000 });
  let folder;
  test.beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "published-"));
    cpSync(DIST, join(folder, "site"), { recursive: true });
  });
  test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function publish(list) {
    const file = join(folder, "list.json");
    writeFileSync(file, list);
    execFileSync(
      "cargo",
      ["run", "--quiet", "--locked", "--package", "atlas", "--", "publish", file, join(folder, "site")],
      { cwd: ROOT, stdio: "pipe" },
    );
    return filesOf(join(folder, "site"));
  }

  test("leaves nothing of the old list, and the new one can be read with scripts off and on", async ({
    atlas,
    site,
    browser,
  }) => {
    const files = publish(JSON.stringify(OTHER));
    // The schema has examples of its own.
    const isOfList = (path) => !path.startsWith("v/") && path !== "portfolio.schema.json";
    const left = [...files].filter(([path, bytes]) => isOfList(path) && OLD.test(bytes.toString()));
    expect(left.map(([path]) => path)).toEqual([]);
    expect(
      [...files.keys()].filter((path) => path.startsWith("projects/") && !/\.(br|gz)$/.test(path)).toSorted(),
    ).toEqual(["projects/index.html", "projects/wells/index.html", "projects/wells/preview.png"]);
    for (const path of filesOf(DIST).keys()) site.remove(path);
    for (const [path, bytes] of files) site.put(path, bytes);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const read = await context.newPage();
    await read.goto(`${site.origin}/`);
    await expect(read.getByRole("heading", { level: 1 })).toHaveText(OTHER.title);
    await read.goto(`${site.origin}/projects/wells/`);
    await expect(read.getByRole("heading", { level: 1 })).toHaveText("Wells for three valleys");
    await context.close();
    await atlas.open();
    await atlas.expectShown("wells");
  });
});

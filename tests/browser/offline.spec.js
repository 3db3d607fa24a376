import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "./atlas.js";
import { builtFiles, Site } from "./site.js";

test.use({ serviceWorkers: "allow" });

const REMOVER = readFileSync(new URL("../../public/sw-remover.js", import.meta.url));
const list = (site) => JSON.parse(/LIST ?= ?(\{.*?"name":"\w+"\})/s.exec(site.read("sw.js").toString())[1]);
const FOLDER = [...builtFiles().keys()].find((path) => path.startsWith("v/")).split("/")[1];

const cachedCounts = (page) =>
  page.evaluate(async () => {
    const all = {};
    for (const name of await caches.keys()) all[name] = (await (await caches.open(name)).keys()).length;
    return all;
  });

async function waitUntilCached(page, site) {
  const { name, files } = list(site);
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state), {
      timeout: 20_000,
    })
    .toBe("activated");
  await expect.poll(async () => (await cachedCounts(page))[`atlas / ${name}`], { timeout: 20_000 }).toBe(files.length);
}

function publishNewVersion(site, folder = "0123456789abcdef") {
  const { files } = list(site);
  const old = files.find(([path]) => path.startsWith("v/"))[0].split("/")[1];
  const page = site.read("index.html").toString().replaceAll(old, folder).replace("</title>", " – new</title>");
  site.put("index.html", page);
  const next = files.map(([path, hash]) => {
    if (path === "") return [path, `sha256-${createHash("sha256").update(page).digest("base64")}`];
    if (!path.startsWith("v/")) return [path, hash];
    const moved = path.replace(old, folder);
    site.put(moved, site.read(path));
    return [moved, hash];
  });
  for (const [path] of files) if (path.startsWith("v/")) site.remove(path);
  const worker = site.read("sw.js").toString();
  site.put("sw.js", worker.replace(JSON.stringify(list(site)), JSON.stringify({ files: next, name: folder })));
}

test("after one visit everything works offline, including other views, languages and detailed borders", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/net::ERR|Failed to load resource/);
  await atlas.open();
  await waitUntilCached(page, site);
  await site.close();
  await page.reload();
  await atlas.ready();
  await expect(page.getByText(/^You are offline\. Showing projects saved on \d+ \w+ \d{4}\.$/)).toBeVisible();
  await atlas.waitForMap();
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
  await atlas.titleLink("agire").click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^AGIRE/ })).toBeVisible();
  await page.keyboard.press("Escape");
  for (const view of ["Table", "Charts", "Network"]) {
    await page.getByRole("button", { name: view, exact: true }).click();
    await expect(page.locator(".on-demand")).toHaveCount(0);
  }
  for (const [code, status] of [
    ["fr", /projets$/],
    ["de", /Projekte/],
    ["es", /proyectos$/],
    ["ar", /مشاريع|مشروع/],
    ["mk", /проекти/],
  ]) {
    await page.locator("#language").selectOption(code);
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(atlas.status).toHaveText(status);
  }
  await page.goto(`${site.origin}/?country=LB`);
  await atlas.ready();
  await atlas.expectShown("telae");
  await page.goto(`${site.origin}/projects/telae/`);
  await expect(page).toHaveURL(`${site.origin}/?project=telae`);
  await page.goto(`${site.origin}/accessibility.html`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accessibility statement");
});

test("the site can be installed in Chromium", async ({ atlas, page, site }) => {
  await atlas.open();
  await waitUntilCached(page, site);
  const session = await page.context().newCDPSession(page);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // Tests run in private windows, which install nothing.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((it) => it !== "in-incognito")).toEqual([]);
  const { errors, data } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const manifest = JSON.parse(data);
  expect(manifest.name).toBe("Completed Projects");
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain("maskable");
  for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
    const size = await page.evaluate(async (src) => {
      const picture = await createImageBitmap(await (await fetch(src)).blob());
      return `${picture.width}x${picture.height}`;
    }, src);
    expect(size, src).toBe(sizes);
  }
  for (const { url } of manifest.shortcuts) {
    await page.goto(new URL(url, site.origin).href);
    await atlas.ready();
  }
});

test("a new version is offered, not forced, and each open page keeps its own version", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  await atlas.open();
  await waitUntilCached(page, site);
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/`);
  await expect(other.locator("html")).toHaveAttribute("data-atlas", "ready");
  publishNewVersion(site);
  await page.reload();
  await atlas.ready();
  await expect(page).toHaveTitle("Completed Projects");
  const offer = page.getByText("A new version is available.");
  await expect(offer).toBeVisible({ timeout: 20_000 });
  // Until the offer is accepted, the old version works, with files that the server no longer has.
  await page.reload();
  await atlas.ready();
  await expect(page.locator(`script[src*="${FOLDER}/main.js"]`)).toHaveCount(1);
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await atlas.reloadBy(() => page.getByRole("button", { name: "Update", exact: true }).click());
  await expect(page.locator('script[src*="0123456789abcdef/main.js"]')).toHaveCount(1);
  await atlas.ready();
  await other.getByRole("link", { name: /^AGIRE/ }).click();
  await expect(other.getByRole("dialog").getByRole("heading", { name: /^AGIRE/ })).toBeVisible();
  await other.close();
});

test("a page keeps its own version through two updates, and versions are deleted when nothing needs them", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource|net::ERR/);
  await atlas.open();
  await waitUntilCached(page, site);
  // Later requests must be served by the worker, not by the browser’s cache.
  const session = await page.context().newCDPSession(page);
  const worker = () =>
    page.evaluate(async () => (await (await navigator.serviceWorker.getRegistration()).update()) && null);
  const waits = (name) =>
    expect
      .poll(() => cachedCounts(page).then((all) => all[`atlas / ${name}`]), { timeout: 20_000 })
      .toBe(list(site).files.length);
  publishNewVersion(site, "1111111111111111");
  await worker();
  await waits("1111111111111111");
  publishNewVersion(site, "2222222222222222");
  await worker();
  await waits("2222222222222222");
  await session.send("Network.clearBrowserCache");
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/`);
  await other.getByRole("button", { name: "Update", exact: true }).click();
  await expect(other.locator('script[src*="2222222222222222/main.js"]')).toHaveCount(1);
  await page.getByRole("link", { name: /^AGIRE/ }).click();
  await expect(page.getByRole("dialog").getByRole("heading", { name: /^AGIRE/ })).toBeVisible();
  await other.close();
  await page.goto("about:blank");
  await page.goto(`${site.origin}/`);
  await atlas.ready();
  await expect
    .poll(async () => Object.keys(await cachedCounts(page)).sort())
    .toEqual(["atlas / 2222222222222222", "atlas / portfolios"]);
});

test("an open page of another site on the same host does not keep old versions from being deleted", async ({
  atlas,
  page,
  site,
}) => {
  site.base = "our/list/";
  const names = () => cachedCounts(page).then((all) => Object.keys(all).sort());
  const whole = (name) =>
    expect
      .poll(() => cachedCounts(page).then((all) => all[`atlas /our/list/ ${name}`]), { timeout: 20_000 })
      .toBe(list(site).files.length);
  await page.goto(`${site.origin}/our/list/`);
  await atlas.ready();
  await whole(list(site).name);
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/somewhere/else/`);
  publishNewVersion(site, "3333333333333333");
  await page.evaluate(async () => (await (await navigator.serviceWorker.getRegistration()).update()) && null);
  await whole("3333333333333333");
  await atlas.reloadBy(() => page.getByRole("button", { name: "Update", exact: true }).click());
  await expect(page.locator('script[src*="3333333333333333/main.js"]')).toHaveCount(1);
  await page.goto("about:blank");
  await page.goto(`${site.origin}/our/list/`);
  await atlas.ready();
  await expect.poll(names).toEqual(["atlas /our/list/ 3333333333333333", "atlas /our/list/ portfolios"]);
  await other.close();
});

for (const [what, spoil] of [
  ["breaks off half-way", (site) => site.injectFault("world-close.atlas-geo", { breakAfter: 5000 })],
  ["lacks a file", (site) => site.injectFault("lang/mk.txt", { status: 404 })],
  ["has a file that does not match the build", (site) => site.put(`v/${FOLDER}/on_demand.css`, "a{}")],
]) {
  test(`a download that ${what} saves nothing, does no harm, and is repeated later`, async ({ atlas, page, site }) => {
    atlas.expectConsoleMessage(/Failed to load resource|net::ERR|integrity|digest|ServiceWorker|service worker/i);
    const whole = site.read(`v/${FOLDER}/on_demand.css`);
    spoil(site);
    await atlas.open();
    await expect
      .poll(() => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration())))
      .toBe(false);
    await expect.poll(() => site.requests.includes("sw.js"), { timeout: 10_000 }).toBe(true);
    await expect
      .poll(async () => Object.keys(await cachedCounts(page)).filter((name) => !name.endsWith("portfolios")), {
        timeout: 10_000,
      })
      .toEqual([]);
    await atlas.checkbox("country", "RO").check();
    await atlas.expectShown("agire", "trm-ii");
    site.clearFaults();
    site.put(`v/${FOLDER}/on_demand.css`, whole);
    await page.reload();
    await atlas.ready();
    await waitUntilCached(page, site);
  });
}

test("a broken new version does not replace the one that works", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|net::ERR|integrity|digest|ServiceWorker|service worker/i);
  await atlas.open();
  await waitUntilCached(page, site);
  const { name } = list(site);
  publishNewVersion(site);
  site.injectFault("0123456789abcdef/on_demand.wasm", { breakAfter: 100 });
  await page.reload();
  await atlas.ready();
  await expect
    .poll(() => site.requests.some((path) => path.endsWith("0123456789abcdef/on_demand.wasm")), { timeout: 20_000 })
    .toBe(true);
  await expect
    .poll(async () => Object.keys(await cachedCounts(page)).sort(), { timeout: 10_000 })
    .toEqual([`atlas / ${name}`, "atlas / portfolios"]);
  await expect(page.getByText("A new version is available")).toHaveCount(0);
  await site.close();
  await page.reload();
  await atlas.ready();
  await expect(atlas.articles).toHaveCount(6);
});

test("when storage is full the page works, and nothing is saved", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Quota|ServiceWorker|service worker/i);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: site.origin, quotaSize: 10_000 });
  await atlas.open();
  await expect.poll(() => site.requests.includes("sw.js"), { timeout: 10_000 }).toBe(true);
  await expect
    .poll(async () => Object.keys(await cachedCounts(page)).filter((name) => !name.endsWith("portfolios")), {
      timeout: 10_000,
    })
    .toEqual([]);
  await page.reload();
  await atlas.ready();
  await expect(atlas.articles).toHaveCount(6);
});

test("if service workers are blocked the page works", async ({ atlas, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|bad HTTP response|ServiceWorker|service worker/i);
  site.injectFault("sw.js", { status: 403 });
  await atlas.open();
  await expect.poll(() => site.requests.includes("sw.js"), { timeout: 10_000 }).toBe(true);
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
});

test("with Trusted Types and a strict policy the site is saved", async ({ atlas, page, site }) => {
  site.policy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'";
  await atlas.open();
  await waitUntilCached(page, site);
});

test("an editor's new portfolio is shown at once", async ({ atlas, page, site }) => {
  await atlas.open();
  await waitUntilCached(page, site);
  const portfolio = JSON.parse(site.read("portfolio.json"));
  site.putPortfolio({ ...portfolio, projects: portfolio.projects.slice(0, 2) });
  await page.reload();
  await atlas.ready();
  await expect(atlas.status).toHaveText("2 projects");
  await expect(page.getByText(/^You are offline/)).toHaveCount(0);
});

test("ending offline use deletes everything saved for the site, and nothing of other sites", async ({
  atlas,
  page,
  site,
}) => {
  await atlas.open();
  await waitUntilCached(page, site);
  await page.evaluate(() => caches.open("somebody else's"));
  site.put("sw.js", REMOVER);
  await page.reload();
  await atlas.ready();
  await expect
    .poll(async () => Object.keys(await cachedCounts(page)), { timeout: 20_000 })
    .toEqual(["somebody else's"]);
});

test("a portfolio from another origin is saved too, and its date is shown when offline", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/net::ERR|Failed to load resource/);
  const elsewhere = await Site.open();
  elsewhere.allowsCrossOrigin = true;
  atlas.allowOrigin(elsewhere.origin);
  const portfolio = JSON.parse(site.read("portfolio.json"));
  elsewhere.putPortfolio({ ...portfolio, title: "Elsewhere", projects: portfolio.projects.slice(0, 3) });
  await atlas.open();
  await waitUntilCached(page, site);
  const frame = `${site.origin}/embed.html?src=${encodeURIComponent(`${elsewhere.origin}/portfolio.json`)}`;
  await page.goto(frame);
  const element = page.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "ready");
  await expect(element.getByRole("heading", { level: 1 })).toHaveText("Elsewhere");
  await expect.poll(async () => (await cachedCounts(page))["atlas / portfolios"]).toBe(2);
  await elsewhere.close();
  await site.close();
  await page.goto(frame);
  await expect(element.getByRole("heading", { level: 1 })).toHaveText("Elsewhere");
  await expect(element.getByText(/^You are offline\. Showing projects saved on \d+ \w+ \d{4}\.$/)).toBeVisible();
  await page.goto(`${site.origin}/`);
  await atlas.ready();
});

test("portfolios that differ only in their query are saved separately", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/net::ERR|Failed to load resource/);
  const elsewhere = await Site.open();
  elsewhere.allowsCrossOrigin = true;
  atlas.allowOrigin(elsewhere.origin);
  await atlas.open();
  await waitUntilCached(page, site);
  const frame = (id) =>
    `${site.origin}/embed.html?src=${encodeURIComponent(`${elsewhere.origin}/portfolio.json?id=${id}`)}`;
  const title = page.locator("project-atlas").getByRole("heading", { level: 1 });
  for (const id of ["A", "B"]) {
    elsewhere.putPortfolio({ title: `Portfolio ${id}`, projects: [{ title: "One" }] });
    await page.goto(frame(id));
    await expect(title).toHaveText(`Portfolio ${id}`);
  }
  await expect.poll(async () => (await cachedCounts(page))["atlas / portfolios"]).toBe(3);
  await elsewhere.close();
  await site.close();
  await page.goto(frame("A"));
  await expect(title).toHaveText("Portfolio A");
  await page.goto(frame("never"));
  await expect(page.locator("project-atlas").getByRole("alert")).toContainText("could not be loaded");
  await page.goto(`${site.origin}/`);
  await atlas.ready();
});

test("of portfolios with ever-changing addresses the last twenty are saved, and the site’s own", async ({
  atlas,
  page,
  site,
}) => {
  await atlas.open();
  await waitUntilCached(page, site);
  site.put("other.json", JSON.stringify({ title: "Other", projects: [{ title: "One" }] }));
  await page.reload();
  await atlas.ready();
  await page.evaluate(async () => {
    for (let id = 0; id < 25; id += 1) await (await fetch(`/other.json?id=${id}`, { cache: "no-cache" })).text();
  });
  const all = () =>
    page.evaluate(async () => {
      const requests = await (await caches.open("atlas / portfolios")).keys();
      return requests.map(({ url }) => url.slice(location.origin.length)).sort();
    });
  const last = Array.from({ length: 20 }, (_, at) => `/other.json?id=${at + 5}`);
  await expect.poll(all).toEqual([...last, "/portfolio.json"].sort());
});

test("what other pages of the same host fetch is not saved", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  await atlas.open();
  await waitUntilCached(page, site);
  site.put("blog/index.html", "<!doctype html><title>Blog</title>");
  site.put("blog/me.json", '{ "name": "me" }');
  await page.goto(`${site.origin}/blog/`);
  expect(await page.evaluate(async () => (await fetch("me.json", { cache: "no-cache" })).text())).toContain("me");
  await page.waitForTimeout(300);
  expect((await cachedCounts(page))["atlas / portfolios"]).toBe(1);
  site.injectFault("me.json", { status: 503 });
  expect(await page.evaluate(async () => (await fetch("me.json", { cache: "no-cache" })).status)).toBe(503);
  await page.goto(`${site.origin}/`);
  await atlas.ready();
});

for (const [what, spoil] of [
  ["never answers", (site) => site.injectFault("portfolio.json", { delay: 60_000 })],
  ["breaks off half-way", (site) => site.injectFault("portfolio.json", { breakAfter: 500 })],
]) {
  test(`if the network ${what}, the saved copy is shown`, async ({ atlas, page, site }) => {
    atlas.expectConsoleMessage(/Failed to load resource|net::ERR/);
    await atlas.open();
    await waitUntilCached(page, site);
    await page.reload();
    await atlas.ready();
    spoil(site);
    await page.reload();
    await atlas.ready();
    await expect(page.getByText(/^You are offline\. Showing projects saved on/)).toBeVisible();
    await expect(atlas.articles).toHaveCount(6);
  });
}

test("an HTML page sent instead of a portfolio does not replace the saved copy", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|net::ERR/);
  await atlas.open();
  await waitUntilCached(page, site);
  await page.reload();
  await atlas.ready();
  const portfolio = site.read("portfolio.json");
  site.put("portfolio.json", "<!doctype html><title>Back soon</title>");
  site.injectFault("portfolio.json", { type: "text/html" });
  await page.reload();
  await expect(atlas.alert).toContainText("The project list could not be loaded");
  site.put("portfolio.json", portfolio);
  await site.close();
  await page.reload();
  await atlas.ready();
  await expect(atlas.articles).toHaveCount(6);
});

test("a new version accepted in one window can be shown in the others", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource|net::ERR/);
  await atlas.open();
  await waitUntilCached(page, site);
  const other = await page.context().newPage();
  await other.goto(`${site.origin}/`);
  await expect(other.locator("html")).toHaveAttribute("data-atlas", "ready");
  publishNewVersion(site, "4444444444444444");
  for (const it of [page, other]) {
    await it.reload();
    await expect(it.getByRole("button", { name: "Update", exact: true })).toBeVisible({ timeout: 20_000 });
  }
  for (const it of [page, other]) {
    await it.getByRole("button", { name: "Update", exact: true }).click();
    await expect(it.locator('script[src*="4444444444444444/main.js"]').first()).toBeAttached();
    await expect(it.locator("html")).toHaveAttribute("data-atlas", "ready");
  }
  await other.close();
});

test("offline, the prerendered list of projects redirects to the explorer", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/net::ERR|Failed to load resource/);
  await atlas.open();
  await waitUntilCached(page, site);
  await site.close();
  await page.goto(`${site.origin}/projects/`);
  await atlas.ready();
  expect(new URL(page.url()).pathname).toBe("/");
});

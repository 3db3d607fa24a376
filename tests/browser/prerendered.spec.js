// The prerendered pages: before the program has loaded, without it, and for machines.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { HtmlValidate } from "html-validate";
import ts from "typescript";
import { expect, test } from "./atlas.js";
import { builtFiles } from "./site.js";

const PROGRAM = "project-atlas_bg.wasm";
const IDS = JSON.parse(builtFiles().get("portfolio.json")).projects.map(({ id }) => id);
const text = (path) => builtFiles().get(path).toString();
const htmlPages = [...builtFiles().keys()].filter((path) => path.endsWith(".html"));

const layoutAndTexts = (page) =>
  page.evaluate(() => {
    const parts = "h1, h2, legend, article, .map__frame, .overview__timeline, .views, .site-footer, .facet-row__name";
    const places = [...document.querySelectorAll("#atlas .page")]
      .flatMap((it) => [...it.querySelectorAll(parts)])
      // On a phone the map and the timeline are hidden, and the program does not even draw them.
      .filter((it) => !it.closest("#overview") || it.checkVisibility())
      .map((it) => {
        const { x, y, width, height } = it.getBoundingClientRect();
        // The contents of the map and of the timeline load later. The timeline may grow, but moves nothing.
        const words = it.closest("#overview") ? it.className : it.textContent.slice(0, 40);
        const size = it.matches(".overview__timeline") ? [width] : [width, height];
        return [words, ...[x, y, ...size].map(Math.round)].join(" ");
      });
    return { places, words: [...document.querySelectorAll("article")].map((it) => it.innerText) };
  });

for (const width of [360, 768, 1280, 1920]) {
  test(`at ${width} pixels the program takes over the prerendered page, and nothing moves`, async ({ atlas, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      window.shifted = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((it) => (window.shifted += it.value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    let goOn;
    const held = new Promise((then) => (goOn = then));
    await page.route(`**/${PROGRAM}`, async (route) => held.then(() => route.continue()));
    await atlas.visit();
    await expect(atlas.articles).toHaveCount(IDS.length);
    await expect(page.getByRole("progressbar")).toBeVisible();
    const before = await layoutAndTexts(page);
    goOn();
    await atlas.ready();
    const after = await layoutAndTexts(page);
    expect(after).toEqual(before);
    await expect(page.locator("#atlas .page")).toHaveCount(1);
    if (width >= 640) {
      await atlas.waitForMap();
      await expect(atlas.year(2007)).toBeVisible();
    }
    expect(await page.evaluate(() => window.shifted)).toBe(0);
  });
}

test("the prerendered page is on the screen before the program is requested", async ({ atlas, page }) => {
  await atlas.open();
  const [painted, asked] = await page.evaluate((program) => {
    const [first] = performance.getEntriesByName("first-contentful-paint");
    return [
      first.startTime,
      performance.getEntriesByType("resource").find(({ name }) => name.endsWith(program)).startTime,
    ];
  }, PROGRAM);
  expect(asked).toBeGreaterThan(painted);
});

test("when the program takes over, the page keeps its scroll position", async ({ atlas, page }) => {
  let goOn;
  const held = new Promise((then) => (goOn = then));
  await page.route(`**/${PROGRAM}`, async (route) => held.then(() => route.continue()));
  await atlas.visit();
  await expect(atlas.articles).toHaveCount(IDS.length);
  await atlas.article("agire").evaluate((it) => it.scrollIntoView({ block: "center" }));
  const top = () => atlas.article("agire").evaluate((it) => Math.round(it.getBoundingClientRect().top));
  const before = await top();
  goOn();
  await atlas.ready();
  expect(await top()).toBe(before);
});

test("an address with filters never shows other projects", async ({ atlas, page }) => {
  let goOn;
  const held = new Promise((then) => (goOn = then));
  await page.route(`**/${PROGRAM}`, async (route) => held.then(() => route.continue()));
  await atlas.visit("country=RO");
  await expect(page.getByText("Loading projects")).toBeVisible();
  await expect(atlas.articles.filter({ visible: true })).toHaveCount(0);
  goOn();
  await atlas.ready();
  await atlas.expectShown("agire", "trm-ii");
});

test("if the program does not load, the projects can be read and the page says what is missing", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource|preload/);
  site.injectFault(PROGRAM, { status: 404 });
  await atlas.visit("country=RO");
  await expect(atlas.alert).toContainText("You can still read the projects below.");
  await expect(atlas.alert).toContainText("404");
  await expect(atlas.articles.filter({ visible: true })).toHaveCount(IDS.length);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(atlas.search).toHaveCount(0);
  await page.getByRole("link", { name: /^AGIRE/ }).click();
  await expect(page).toHaveURL(`${site.origin}/projects/agire/`);
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });

  for (const width of [320, 1280]) {
    test(`at ${width} pixels every project can be read, and only what works is offered`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`${site.origin}/`);
      const articles = page.locator("article[data-project]");
      await expect(articles).toHaveCount(IDS.length);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Completed Projects");
      for (const role of ["checkbox", "button", "searchbox", "combobox", "slider"])
        await expect(page.getByRole(role)).toHaveCount(0);
      const { right } = await articles.last().evaluate((it) => it.getBoundingClientRect().toJSON());
      expect(right).toBeGreaterThan(width * 0.6);
      await page.getByRole("link", { name: /^Training/ }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("TELAE");
      await expect(page.getByText("Lebanese National Steering")).toBeVisible();
      await page.getByRole("link", { name: "All projects", exact: true }).click();
      await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(IDS.length);
      await page.getByRole("link", { name: "Completed Projects" }).click();
      await expect(page).toHaveURL(`${site.origin}/`);
    });
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`a project page is accessible at any width in the ${colorScheme} scheme`, async ({ atlas, page, site }) => {
    await page.emulateMedia({ colorScheme });
    for (const path of [...IDS.map((id) => `projects/${id}/`), "projects/"]) {
      await page.goto(`${site.origin}/${path}index.html`);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await atlas.expectNoHorizontalOverflow();
      }
      await atlas.expectAccessible();
    }
  });
}

test("a project page links to its record in the explorer", async ({ atlas, page, site }) => {
  await page.goto(`${site.origin}/projects/telae/index.html`);
  await page.getByRole("link", { name: "Open in the explorer" }).click();
  await atlas.ready();
  await expect(page).toHaveURL(`${site.origin}/?project=telae`);
  await expect(page.getByRole("dialog").getByRole("heading", { name: /TELAE/ })).toBeVisible();
});

for (const path of htmlPages) {
  test(`${path} is valid HTML`, async () => {
    const validator = new HtmlValidate({
      extends: ["html-validate:standard"],
      rules: {
        "attribute-boolean-style": "off",
        "attribute-empty-style": "off",
        "doctype-style": "off",
        "void-style": "off",
        "no-trailing-whitespace": "off",
        "long-title": "off",
        "prefer-native-element": "off",
        // The files are named by their hash.
        "require-sri": "off",
      },
    });
    const { results } = await validator.validateString(text(path));
    const messages = results
      .flatMap((it) => it.messages)
      .map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`);
    expect(messages).toEqual([]);
  });
}

function structuredData(path) {
  const block = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text(path));
  return JSON.parse(block[1]);
}

test("structured data uses the terms of schema.org as it defines them", async () => {
  test.setTimeout(120_000);
  const types = {
    "index.html": "Dataset",
    ...Object.fromEntries(IDS.map((id) => [`projects/${id}/index.html`, "WebPage"])),
  };
  const folder = mkdtempSync(join(tmpdir(), "structured-"));
  try {
    const source = Object.entries(types).map(
      ([path, type], at) => `const page${at}: WithContext<${type}> = ${JSON.stringify(structuredData(path))};`,
    );
    // A term that the type does not have, to show that terms are checked.
    const wrong = `const wrong: WithContext<Dataset> = { "@context": "https://schema.org", "@type": "Dataset", foundingDate: "2010" };`;
    const check = (lines) => {
      const file = join(folder, "check.ts");
      writeFileSync(
        file,
        [`import type { Dataset, WebPage, WithContext } from "schema-dts";`, ...lines, "export {};"].join("\n"),
      );
      const program = ts.createProgram([file], {
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        moduleResolution: ts.ModuleResolutionKind.Bundler,
        module: ts.ModuleKind.ESNext,
        types: [],
      });
      return ts.getPreEmitDiagnostics(program).map((it) => ts.flattenDiagnosticMessageText(it.messageText, "\n"));
    };
    symlinkSync(fileURLToPath(new URL("node_modules", import.meta.url)), join(folder, "node_modules"));
    expect(check(source)).toEqual([]);
    expect(check([wrong]).join()).toContain("foundingDate");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("structured data says who funded a project, where and when", () => {
  const page = structuredData("projects/agire/index.html");
  expect(page.mainEntity["@type"]).toBe("Project");
  expect(page.funder.map(({ name }) => name)).toEqual(["European Union"]);
  expect(page.spatialCoverage.map(({ identifier }) => identifier)).toEqual(["AT", "GR", "IT", "RO"]);
  expect(page.temporalCoverage).toBe("2007-12/2010-12");
  expect(structuredData("index.html").about).toHaveLength(IDS.length);
});

test("every project has an entry in the feed, and a preview picture of the required size", async ({ page, site }) => {
  await page.goto(`${site.origin}/accessibility.html`);
  const feed = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, "application/xml");
    return {
      broken: feed.querySelector("parsererror")?.textContent,
      entries: [...feed.querySelectorAll("entry")].map((it) => it.querySelector("link").getAttribute("href")),
      ids: new Set([...feed.querySelectorAll("id")].map((it) => it.textContent)).size,
    };
  }, text("feed.xml"));
  expect(feed.broken).toBeUndefined();
  expect(feed.entries.toSorted()).toEqual(IDS.map((id) => `./projects/${id}/`).toSorted());
  expect(feed.ids).toBe(IDS.length + 1);
  for (const path of ["preview.png", ...IDS.map((id) => `projects/${id}/preview.png`)]) {
    const png = builtFiles().get(path);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)], path).toEqual([1200, 630]);
  }
});

const timelineShares = (root) =>
  root.evaluate((root) => {
    const share = (part, whole) => Math.round((part / whole) * 200) / 200;
    const strips = [...root.querySelectorAll(".time-strip")].map((strip) => {
      const all = strip.getBoundingClientRect();
      return [...strip.children].map((mark) => {
        const { left, width } = mark.getBoundingClientRect();
        return [share(left - all.left, all.width), share(width, all.width)];
      });
    });
    const columns = [...root.querySelectorAll(".project-timeline__years > *")].map((column) =>
      share(column.getBoundingClientRect().height, column.parentElement.getBoundingClientRect().height),
    );
    return { strips, columns };
  });

test("a project page draws every period in the same place as its record", async ({ atlas, page, site }) => {
  for (const id of IDS) {
    await page.goto(`${site.origin}/projects/${id}/`);
    await expect(page.locator(".static-page")).toBeVisible();
    const own = await timelineShares(page.locator(".static-page"));
    await atlas.open(`project=${id}`);
    await expect(atlas.record.locator(".project-timeline")).toBeVisible();
    const record = await timelineShares(atlas.record);
    expect(record.strips.length, id).toBeGreaterThan(1);
    // One of them starts later than its strip, so that a lost offset would show.
    expect(
      record.strips.flat().some(([begin]) => begin > 0.1),
      id,
    ).toBe(true);
    expect(own, id).toEqual(record);
  }
});

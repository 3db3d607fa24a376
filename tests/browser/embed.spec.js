import { expect, test } from "./host.js";
import { Site } from "./site.js";

const status = (element) => element.getByRole("status").first();

test("one script and one tag show the projects, and filters work", async ({ host, page }) => {
  await host.open(host.tag());
  const history = await page.evaluate(() => window.history.length);
  const element = await host.ready();
  await expect(status(element)).toHaveText("6 projects");
  await expect(element.locator("article[data-project]")).toHaveCount(6);
  await element.locator('[data-facet="country"] [data-value="RO"] input').check();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await expect(element.locator('.map__view [data-country="RO"]')).toHaveAttribute("aria-pressed", "true");
  expect(page.url()).toBe(`${host.own.origin}/index.html`);
  expect(
    await page.evaluate(() => [history.length, localStorage.length, sessionStorage.length, document.title]),
  ).toEqual([history, 0, 0, "Host"]);
  expect(await page.evaluate(() => Object.keys(document.documentElement.dataset))).toEqual([]);
});

test("a strict policy and a hostile style sheet do not change its appearance", async ({ host, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await host.open(host.tag('theme="light"'), { hostile: true, strict: true });
  const element = await host.ready();
  await expect(element.locator(".map__view [data-shape]").first()).toBeAttached();
  const card = element.locator("article").first();
  await expect(card).toBeVisible();
  await expect(card).toHaveCSS("color", "rgb(28, 39, 51)");
  await expect(card).toHaveCSS("font-size", "15px");
  await expect(card).toHaveCSS("letter-spacing", "normal");
  await expect(card).toHaveCSS("text-align", "start");
  await expect(element.locator(".card__title").first()).toHaveCSS("font-style", "normal");
  await expect(element.locator(".page__body")).toHaveCSS("display", "grid");
  await expect(page.locator("#own")).toHaveCSS("font-size", /^\d/);
});

test("the host page looks the same as without it", async ({ host, page }) => {
  const look = () =>
    page.evaluate(() => {
      const said = (it) =>
        JSON.stringify(
          Object.fromEntries(
            [...getComputedStyle(it)]
              .filter(
                (name) => !/^-|inline-size|block-size|width|height|perspective-origin|transform-origin/.test(name),
              )
              .map((name) => [name, getComputedStyle(it).getPropertyValue(name)]),
          ),
        );
      return [
        document.documentElement,
        document.body,
        document.querySelector("#own"),
        document.querySelector("#after"),
      ].map(said);
    });
  await host.open('<p id="after" class="card results page">After</p>');
  const before = await look();
  await host.open(`<p id="after" class="card results page">After</p>${host.tag()}`);
  await host.ready();
  expect(await look()).toEqual(before);
});

test("its layout follows its own width, not that of the window", async ({ host, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await host.open(`<div style="width: 380px">${host.tag()}</div>`);
  const element = await host.ready();
  await expect(element.locator(".filters-button")).toBeVisible();
  const box = await element.boundingBox();
  expect(box.width).toBeLessThanOrEqual(380);
  const overflow = await element.evaluate((it) => it.shadowRoot.querySelector(".atlas").scrollWidth);
  expect(overflow).toBeLessThanOrEqual(380);
});

test("a record opened in a narrow element fills the window", async ({ host, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await host.open(`<div style="width: 380px">${host.tag()}</div>`);
  const element = await host.ready();
  await element.getByRole("article").getByRole("heading").getByRole("link").first().click();
  await expect(element.getByRole("dialog")).toBeVisible();
  await expect(element.locator(".record__body")).toHaveCSS("grid-template-columns", /^\d+(\.\d+)?px \d+(\.\d+)?px$/);
  await page.keyboard.press("Escape");
  await expect(element.getByRole("dialog")).toBeHidden();
  expect(await element.evaluate((it) => it.shadowRoot.activeElement?.textContent)).toMatch(/Expert Support/);
});

test("the host page can set its colours and style its parts", async ({ host }) => {
  await host.open(host.tag('theme="light"'), {
    head: "<style>project-atlas { --atlas-petrol: rgb(120, 0, 120); --atlas-rem: 20px } project-atlas::part(card) { border-radius: 0 }</style>",
  });
  const element = await host.ready();
  const title = element.getByRole("article").getByRole("heading").getByRole("link").first();
  await title.hover();
  await expect(title).toHaveCSS("color", "rgb(120, 0, 120)");
  await expect(element.locator("article").first()).toHaveCSS("border-radius", "0px");
  await expect(element.locator("article").first()).toHaveCSS("font-size", "18.75px");
});

test("two elements on a page are independent, and download the program once", async ({ host, site }) => {
  await host.open(host.tag('query="country=RO"') + host.tag('lang="fr" theme="dark"'));
  const [one, other] = [await host.ready(0), await host.ready(1)];
  await expect(status(one)).toHaveText("2 of 6 projects");
  await expect(status(other)).toHaveText("6 projets");
  await other.locator('[data-facet="country"] [data-value="AL"] input').check();
  await expect(status(one)).toHaveText("2 of 6 projects");
  await expect(status(other)).not.toHaveText("6 projets");
  const fetched = (end) => site.requests.filter((path) => path.endsWith(end)).length;
  for (const file of ["project-atlas_bg.wasm", "project-atlas.js", "loader.js", "embed/style.css"])
    expect(fetched(file), file).toBe(1);
});

test("changed attributes take effect, and an event reports changes", async ({ host, page }) => {
  await host.open(host.tag());
  const element = await host.ready();
  await element.evaluate((it) => {
    window.changes = [];
    it.addEventListener("atlas-change", ({ detail }) => window.changes.push(detail));
  });
  await element.evaluate((it) => it.setAttribute("query", "country=RO"));
  await expect(status(element)).toHaveText("2 of 6 projects");
  await expect.poll(() => page.evaluate(() => window.changes)).toEqual([{ query: "country=RO", count: 2 }]);
  await element.evaluate((it) => it.setAttribute("lang", "de"));
  await expect(status(element)).toHaveText("2 von 6 Projekten");
  await element.evaluate((it) => it.setAttribute("view", "table"));
  await expect(element.locator("table.table")).toBeVisible();
  await element.evaluate((it) => it.setAttribute("theme", "dark"));
  await expect(element.locator(".atlas")).toHaveCSS("color-scheme", "dark");
  await element.evaluate((it) => it.setAttribute("facets", "donor,country"));
  await expect(element).toHaveAttribute("data-atlas", "ready");
  await expect(element.locator("fieldset[data-facet]").first()).toHaveAttribute("data-facet", "donor");
});

test("attributes that change together, or while it loads, all take effect", async ({ host, page, site }) => {
  site.injectFault("portfolio.json", { delay: 1000 });
  await host.open(host.tag());
  const element = page.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "loading");
  await element.evaluate((it) => it.setAttribute("query", "country=LB"));
  await host.ready();
  await expect(status(element)).toHaveText("1 of 6 projects");
  await element.evaluate((it) => {
    it.setAttribute("query", "country=RO");
    it.setAttribute("view", "table");
    it.setAttribute("lang", "de");
  });
  await expect(status(element)).toHaveText("2 von 6 Projekten");
  await expect(element.locator("table.table")).toBeVisible();
});

test("the host page’s address holds the query only on request, and keeps its own parameters", async ({
  host,
  page,
}) => {
  await host.open(host.tag('sync-url="query"'), { query: "?page_id=7&country=RO" });
  const element = await host.ready();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await expect(element.getByRole("region", { name: "About this link" })).toHaveCount(0);
  await element.locator('[data-facet="country"] [data-value="MD"] input').check();
  await expect.poll(() => new URL(page.url()).search).toBe("?page_id=7&country=RO&country=MD");
  await page.goBack();
  await expect(element.locator('[data-facet="country"] [data-value="MD"] input')).not.toBeChecked();
  await expect(status(element)).toHaveText("2 of 6 projects");
});

test("the host page’s fragment can hold the query instead", async ({ host, page }) => {
  await host.open(host.tag('sync-url="hash"'), { query: "?page_id=7#country=RO" });
  const element = await host.ready();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await element.locator('[data-facet="country"] [data-value="MD"] input').check();
  await expect.poll(() => page.url()).toBe(`${host.own.origin}/index.html?page_id=7#country=RO&country=MD`);
});

test("a new language or view keeps the visitor’s choices, and the host page’s address holds both", async ({
  host,
  page,
}) => {
  await host.open(host.tag('sync-url="query"'), { query: "?page_id=7" });
  const element = await host.ready();
  await element.locator('[data-facet="country"] [data-value="IT"] input').check();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await element.evaluate((it) => it.setAttribute("lang", "fr"));
  await expect(status(element)).toHaveText("2 sur 6 projets");
  await element.evaluate((it) => it.setAttribute("view", "table"));
  await expect(element.locator("table.table")).toBeVisible();
  await expect(status(element)).toHaveText("2 sur 6 projets");
  const parameters = new URL(page.url()).searchParams;
  expect([...parameters].map((pair) => pair.join("=")).sort()).toEqual([
    "country=IT",
    "lang=fr",
    "page_id=7",
    "view=table",
  ]);
  await element.evaluate((it) => it.setAttribute("query", "donor=european-union"));
  await expect.poll(() => new URL(page.url()).searchParams.has("country")).toBe(false);
  expect(new URL(page.url()).searchParams.get("page_id")).toBe("7");
});

test("“back” returns to the query of the attributes, and the host page’s own fragments change nothing", async ({
  host,
  page,
}) => {
  await host.open(`<a href="#own">Own</a>${host.tag('query="country=RO" sync-url="query"')}`);
  let element = await host.ready();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await element.locator('[data-facet="country"] [data-value="IT"] input').check();
  await expect(status(element)).not.toHaveText("2 of 6 projects");
  await page.goBack();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await host.open(`<a href="#own">Own</a>${host.tag('query="country=RO" sync-url="hash"')}`);
  element = await host.ready();
  await element.locator('[data-facet="country"] [data-value="MD"] input').check();
  const before = await status(element).textContent();
  await page.getByRole("link", { name: "Own", exact: true }).click();
  await page.evaluate(() => new Promise((then) => setTimeout(then, 300)));
  await expect(status(element)).toHaveText(before);
});

test("in a hidden part of the page it is hidden, and does not block clicks", async ({ host, page }) => {
  const hidden = "position: absolute; inset: 0; visibility: hidden; pointer-events: none";
  await host.open(`<button id="under">Under it</button><div style="${hidden}">${host.tag()}</div>`);
  const element = await host.ready();
  await expect(element.locator("#search")).toBeHidden();
  await page.locator("#under").click({ timeout: 2000 });
});

for (const [what, head] of [
  ["contains it strictly", "<style>project-atlas { contain: strict }</style>"],
  ["makes it a container of a set size", "<style>project-atlas { container-type: size }</style>"],
  [
    "uses common names for its own lengths",
    "<style>:root { --vh: 1px; --seen-top: 400px; --seen-bottom: 400px }</style>",
  ],
]) {
  test(`in a page that ${what} it has its full height, and so do its records`, async ({ host }) => {
    await host.open(host.tag(), { head });
    const element = await host.ready();
    expect((await element.boundingBox()).height).toBeGreaterThan(600);
    await element.getByRole("link", { name: /^AGIRE/ }).click();
    await expect.poll(async () => (await element.getByRole("dialog").boundingBox()).height).toBeGreaterThan(400);
  });
}

test("created for a frame’s document or moved between documents, it is styled", async ({ host, page }) => {
  await host.open('<iframe srcdoc="<!doctype html><body></body>" width="900" height="700"></iframe>');
  const paper = () =>
    page.evaluate(() => {
      const frame = document.querySelector("iframe").contentDocument;
      const element = document.querySelector("project-atlas") ?? frame.querySelector("project-atlas");
      const card = element.shadowRoot?.querySelector(".card");
      return [element.dataset.atlas, card?.ownerDocument.defaultView.getComputedStyle(card).borderTopLeftRadius];
    });
  await page.evaluate((src) => {
    const element = document.createElement("project-atlas");
    element.setAttribute("src", src);
    document.querySelector("iframe").contentDocument.body.append(element);
  }, `${host.site.origin}/portfolio.json`);
  await expect.poll(paper).toEqual(["ready", "6px"]);
  await page.evaluate(() =>
    document.body.append(document.querySelector("iframe").contentDocument.querySelector("project-atlas")),
  );
  await expect.poll(paper).toEqual(["ready", "6px"]);
});

test("in a shadow root it uses the language of the page around it, and a form’s name does not break it", async ({
  host,
  page,
}) => {
  await host.open('<form name="fonts"></form><div lang="de"><div id="outer"></div></div>');
  await page.evaluate((src) => {
    const element = document.createElement("project-atlas");
    element.setAttribute("src", src);
    document.getElementById("outer").attachShadow({ mode: "open" }).append(element);
  }, `${host.site.origin}/portfolio.json`);
  await expect(status(page.locator("project-atlas"))).toHaveText("6 Projekte");
});

test("its own content is shown until it is ready, and if it fails", async ({ host, page, site }) => {
  site.injectFault("_bg.wasm", { delay: 1500 });
  await host.open(host.tag("", '<p id="own-words">See our list of projects.</p>'));
  await expect(page.locator("#own-words")).toBeVisible();
  await host.ready();
  await expect(page.locator("#own-words")).toBeHidden();
  site.clearFaults();
  site.injectFault("portfolio.json", { status: 500 });
  await page.reload();
  const element = page.locator("project-atlas");
  await expect(element.getByRole("alert")).toContainText("portfolio.json: the server returned 500");
  await expect(page.locator("#own-words")).toBeVisible();
  site.clearFaults();
  await element.getByRole("button", { name: "Try again" }).click();
  await host.ready();
  await expect(page.locator("#own-words")).toBeHidden();
  host.consoleMessages = host.consoleMessages.filter((text) => !/500/.test(text));
});

test("it continues when moved, restarts when removed and added again, and its script can run twice", async ({
  host,
  page,
  site,
}) => {
  await host.open(`<div id="here">${host.tag()}</div><div id="there"></div>`);
  const element = await host.ready();
  await element.locator('[data-facet="country"] [data-value="RO"] input').check();
  await expect(status(element)).toHaveText("2 of 6 projects");
  await page.evaluate(() => document.querySelector("#there").append(document.querySelector("project-atlas")));
  await expect(status(element)).toHaveText("2 of 6 projects");
  await page.evaluate(() => {
    window.element = document.querySelector("project-atlas");
    window.element.remove();
  });
  await page.waitForTimeout(50);
  await page.evaluate(() => document.querySelector("#here").append(window.element));
  await host.ready();
  await expect(status(element)).toHaveText("6 projects");
  await page.evaluate((src) => import(`${src}/embed.js?again`), site.origin);
  await expect(status(element)).toHaveText("6 projects");
});

test("it adds no landmarks, and its links work", async ({ host, page, site }) => {
  await host.open(`<main>${host.tag()}</main>`);
  const element = await host.ready();
  for (const role of ["main", "banner", "contentinfo"]) await expect(element.getByRole(role)).toHaveCount(0);
  await expect(element.getByRole("link", { name: /accessib/i })).toHaveAttribute(
    "href",
    `${site.origin}/accessibility.html`,
  );
  for (const part of ["filters", "map"]) {
    await element.getByRole("link", { name: `Skip to ${part}` }).focus();
    await page.keyboard.press("Enter");
    expect(page.url()).toBe(`${host.own.origin}/index.html`);
    expect(await element.evaluate((it) => it.shadowRoot.activeElement.id)).toBe(part === "map" ? "overview" : part);
  }
  await element.getByRole("link", { name: "Skip to projects" }).focus();
  await page.keyboard.press("Enter");
  expect(page.url()).toBe(`${host.own.origin}/index.html`);
  expect(await element.evaluate((it) => it.shadowRoot.activeElement.id)).toBe("results");
  // The “/” shortcut belongs to the host page.
  await page.keyboard.press("/");
  expect(await element.evaluate((it) => it.shadowRoot.activeElement.id)).toBe("results");
});

test("an invalid address is named", async ({ host, page }) => {
  await host.open('<project-atlas src="https://"></project-atlas>');
  const element = page.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "failed");
  await expect(element.getByRole("alert")).toContainText("https://: this is not a valid web address");
});

test("if the portfolio's server allows no other site to read it, the element names its address and a solution", async ({
  host,
  page,
}) => {
  const elsewhere = await Site.open();
  await host.open(
    `<project-atlas src="${elsewhere.origin}/portfolio.json"><a href="/">Our projects</a></project-atlas>`,
  );
  const element = page.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "failed");
  for (const text of [
    `${elsewhere.origin}/portfolio.json`,
    "does not allow access to this file",
    "Access-Control-Allow-Origin: *",
    "iframe",
  ]) {
    await expect(element.getByRole("alert")).toContainText(text);
  }
  await expect(element.getByRole("link", { name: "Our projects" })).toBeVisible();
  host.expectConsoleMessage(/CORS|ERR_FAILED/);
  await elsewhere.close();
});

test("if the site lets other pages read only its script, the element says so", async ({ host, page, site }) => {
  const script = site.read("embed.js");
  site.allowsCrossOrigin = false;
  host.own.put("favicon.ico", "");
  host.own.put("embed.js", script.toString().replaceAll("./v/", `${site.origin}/v/`));
  host.own.put(
    "index.html",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title><script type="module" src="/embed.js"></script></head><body>${host.tag()}</body></html>`,
  );
  await page.goto(`${host.own.origin}/`);
  const element = page.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "failed");
  await expect(element.getByRole("alert")).toContainText("Access-Control-Allow-Origin: *");
  await expect(element.getByRole("alert")).toContainText(new URL(site.origin).host);
  host.expectConsoleMessage(/CORS|ERR_FAILED/);
});

test("the tag itself can contain a portfolio, and one that cannot be read is named briefly", async ({ host }) => {
  const data = (text) => `data:application/json,${encodeURIComponent(text)}`;
  const portfolio = JSON.stringify({ title: "In the tag", projects: [{ title: "One", summary: "long ".repeat(100) }] });
  await host.open(`<project-atlas src="${data(portfolio)}"></project-atlas>`);
  const element = await host.ready();
  await expect(element.getByRole("heading", { level: 1 })).toHaveText("In the tag");
  await element.evaluate((it, src) => it.setAttribute("src", src), data(portfolio.slice(0, -20)));
  const alert = element.getByRole("alert");
  await expect(alert).toContainText("data:application/json");
  expect((await alert.textContent()).length).toBeLessThan(600);
});

for (const [what, around] of [
  ["a flexible row", (tag) => `<div style="display: flex">${tag}</div>`],
  ["a flexible row, beside something", (tag) => `<div style="display: flex">${tag}<p>Beside</p></div>`],
  ["a centred column", (tag) => `<div style="display: flex; flex-direction: column; align-items: center">${tag}</div>`],
  ["a centred grid", (tag) => `<div style="display: grid; justify-items: center">${tag}</div>`],
  ["a box as wide as its content", (tag) => `<div style="display: inline-block">${tag}</div>`],
  ["a float", (tag) => `<div style="float: left">${tag}</div>`],
  ["a table cell", (tag) => `<table><tr><td>${tag}</td></tr></table>`],
  ["vertical text", (tag) => `<div style="writing-mode: vertical-rl; inline-size: 600px">${tag}</div>`],
  ["a box with margins of its own", (tag) => `<style>project-atlas { margin: 0 3rem }</style>${tag}`],
]) {
  test(`in ${what} it is wide enough to use, and the page gets no wider`, async ({ host, page }) => {
    await host.open(around(host.tag()));
    const element = await host.ready();
    expect((await element.boundingBox()).width).toBeGreaterThanOrEqual(280);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });
}

test("a missing file with a very long name makes nothing wider", async ({ host, page }) => {
  await host.open(`<project-atlas src="${"long".repeat(90)}.json"></project-atlas>`);
  await expect(page.locator("project-atlas").getByRole("alert")).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  host.consoleMessages = host.consoleMessages.filter((it) => !/Failed to load resource/.test(it));
});

test("a base URL on another site does not break it", async ({ host }) => {
  await host.open(host.tag(), { head: '<base href="https://example.invalid/nowhere/">' });
  const element = await host.ready();
  await expect(element.locator(".map__view [data-shape]").first()).toBeAttached();
});

test("removed and added two hundred times, it leaves nothing in memory", async ({ host, page }) => {
  test.setTimeout(180_000);
  await host.open(`<div id="here"></div>`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  await page.evaluate((tag) => {
    window.instances = [];
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...given) => {
      const result = await instantiate(...given);
      window.instances.push(result.instance ?? result);
      return result;
    };
    window.rounds = async (count) => {
      for (let round = 0; round < count; round++) {
        const here = document.querySelector("#here");
        here.innerHTML = tag;
        const element = here.firstElementChild;
        while (element.dataset.atlas !== "ready") await new Promise((done) => setTimeout(done, 5));
        // Some elements are removed before the map has loaded, some after.
        if (round % 4 === 0) await new Promise((done) => setTimeout(done, 150));
        element.remove();
      }
    };
  }, host.tag());
  const left = async () => {
    for (let turn = 0; turn < 4; turn++) {
      await devtools.send("HeapProfiler.collectGarbage");
      await page.waitForTimeout(100);
    }
    const { metrics } = await devtools.send("Performance.getMetrics");
    const figure = (name) => metrics.find((it) => it.name === name).value;
    const instances = await page.evaluate(() =>
      window.instances.map((it) => it.exports.memory?.buffer.byteLength ?? 0),
    );
    return { listeners: figure("JSEventListeners"), nodes: figure("Nodes"), heap: figure("JSHeapUsedSize"), instances };
  };
  await page.evaluate(() => window.rounds(10));
  const before = await left();
  await page.evaluate(() => window.rounds(190));
  const after = await left();
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 5);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes + 200);
  // One program with two chunks: the map, and the timeline with the search. Its memory grows by pages of 64 KB: two in 190 rounds are noise.
  expect(after.instances.length).toBe(before.instances.length);
  expect(after.instances[0] - before.instances[0]).toBeLessThanOrEqual(2 * 65_536);
  expect(after.instances.filter(Boolean)).toHaveLength(1);
  expect(after.instances.length).toBe(3);
  expect(after.heap).toBeLessThanOrEqual(before.heap + 2_000_000);
});

test("in the markup and with the style sheet of a blog it looks and works as it should", async ({ host }) => {
  // What such systems do to pasted code: paragraphs around it, line breaks in it, and a theme that
  // resets and narrows everything.
  const theme = `
    .entry-content > * { max-width: 36em; margin-left: auto !important; margin-right: auto !important; }
    .entry-content * { font-family: Georgia !important; line-height: 2.2 !important; }
    .entry-content input, .entry-content button { appearance: none !important; width: 100% !important; padding: 2em !important; }
    .entry-content svg, .entry-content img { max-width: 100% !important; height: auto !important; }
    .entry-content ul { list-style: square !important; padding-left: 4em !important; }`;
  await host.open(
    `<div class="entry-content"><p>Our work:</p>\n<p>${host.tag('theme="light"', "<br>\n<a href='#'>Our projects</a><br>\n")}</p>\n<p>Thank you.</p></div>`,
    { head: `<style>${theme}</style>` },
  );
  const element = await host.ready();
  await expect(element.locator("article").first()).toHaveCSS("font-family", /Atlas Sans/);
  await expect(element.locator(".cards")).toHaveCSS("display", "grid");
  await element.locator(".filters-button").click();
  const box = await element.locator('[data-facet="country"] [data-value="RO"] input').boundingBox();
  expect(box.width).toBeLessThan(30);
  await element.locator('[data-facet="country"] [data-value="RO"] input').check();
  await element.getByRole("button", { name: "Show 2 projects" }).click();
  await expect(status(element)).toHaveText("2 of 6 projects");
});

test("it works beside another WebAssembly program", async ({ host, page }) => {
  // A minimal module: a memory, and a function that adds.
  host.own.put(
    "other.js",
    `
    const bytes = Uint8Array.of(0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,5,3,1,0,1,7,13,2,3,97,100,100,0,0,3,109,101,109,2,0,10,9,1,7,0,32,0,32,1,106,11);
    const { instance } = await WebAssembly.instantiate(bytes);
    window.other = instance.exports;
    new Uint8Array(other.mem.buffer).fill(7);`,
  );
  await host.open(`${host.tag()}<script type="module" src="/other.js"></script>`);
  const element = await host.ready();
  await element.locator('[data-facet="country"] [data-value="RO"] input').check();
  await expect(status(element)).toHaveText("2 of 6 projects");
  expect(
    await page.evaluate(() => [other.add(2, 3), new Uint8Array(other.mem.buffer).every((it) => it === 7)]),
  ).toEqual([5, true]);
});

test("if a page's policy forbids WebAssembly, the element says so and keeps its own content", async ({ host }) => {
  await host.open(host.tag("", '<a href="#own">Our projects</a>'), {
    head: `<meta http-equiv="Content-Security-Policy" content="script-src ${host.site.origin}">`,
  });
  const element = host.page.locator("project-atlas");
  await expect(element).toHaveAttribute("data-atlas", "failed");
  await expect(element.getByRole("alert")).toContainText("could not run it");
  await expect(element.getByRole("link", { name: "Our projects" })).toBeVisible();
  host.consoleMessages = host.consoleMessages.filter((it) => !/WebAssembly|wasm|Content Security Policy/i.test(it));
});

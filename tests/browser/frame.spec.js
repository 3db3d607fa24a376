import { chromium } from "@playwright/test";
import { expect, test } from "./host.js";

const status = (frame) => frame.getByRole("status").first();

async function openFrames(host, frames, { script = true, head = "", before = "" } = {}) {
  const tag = ({ query = "", attributes = "" } = {}) =>
    `<iframe src="${host.site.origin}/embed.html${query && `?${query}`}" title="Projects" width="100%" height="600" ${attributes}></iframe>`;
  const loader = script ? `<script src="${host.site.origin}/frame.js" async></script>` : "";
  await host.open(`${before}${frames.map(tag).join("<hr>")}<p id="after">After</p>${loader}`, { head });
  return frames.map((_, at) => host.page.locator("iframe").nth(at).contentFrame());
}

const ready = (frame) => expect(frame.locator("project-atlas")).toHaveAttribute("data-atlas", "ready");

const overflowAndGap = async (frame) =>
  frame.locator("html").evaluate((it) => ({
    sideways: it.scrollWidth - innerWidth,
    gap: innerHeight - Math.ceil(it.querySelector("project-atlas").getBoundingClientRect().height),
  }));

for (const width of [360, 768, 1280]) {
  test(`at ${width} pixels the frame is as high as its content, and stays so`, async ({ host, page }) => {
    await page.setViewportSize({ width, height: 800 });
    const [frame] = await openFrames(host, [{}]);
    await ready(frame);
    if (width < 640) {
      await expect.poll(() => overflowAndGap(frame)).toEqual({ sideways: 0, gap: 0 });
      await frame.getByRole("button", { name: "Map and timeline" }).click();
    }
    await expect(frame.locator(".map__view [data-shape]").first()).toBeAttached();
    await expect.poll(() => overflowAndGap(frame)).toEqual({ sideways: 0, gap: 0 });
    const heights = await page.evaluate(async () => {
      const frame = document.querySelector("iframe");
      const seen = new Set();
      for (let turns = 0; turns < 30; turns += 1) {
        await new Promise(requestAnimationFrame);
        seen.add(frame.clientHeight);
      }
      return [...seen];
    });
    expect(heights).toHaveLength(1);
    await frame.getByRole("combobox", { name: "Search projects" }).fill("Lebanese");
    await expect(status(frame)).toHaveText("1 of 6 projects");
    await expect.poll(() => overflowAndGap(frame)).toEqual({ sideways: 0, gap: 0 });
    expect(await page.evaluate(() => document.querySelector("iframe").clientHeight)).toBeLessThan(heights[0]);
    await frame.getByRole("combobox", { name: "Search projects" }).fill("");
    await expect.poll(() => page.evaluate(() => document.querySelector("iframe").clientHeight)).toBe(heights[0]);
  });
}

test("without the script the frame keeps its height, and scrolls", async ({ host, page }) => {
  const [frame] = await openFrames(host, [{}], { script: false });
  await ready(frame);
  expect(await page.evaluate(() => document.querySelector("iframe").clientHeight)).toBe(600);
  await frame.locator(".site-footer").scrollIntoViewIfNeeded();
  await expect(frame.locator(".site-footer")).toBeInViewport();
});

test("the frame shows what its address asks for, and does not change the host's history", async ({ host, page }) => {
  const [one, other] = await openFrames(host, [
    {
      query: `src=${encodeURIComponent(`${host.site.origin}/portfolio.json`)}&query=${encodeURIComponent("country=RO")}&theme=dark&facets=country&lang=fr`,
    },
    { query: "country=MD&donor=european-union&view=table" },
  ]);
  await ready(one);
  await ready(other);
  await expect(status(one)).toHaveText(/^2 /);
  await expect(one.locator(".atlas")).toHaveAttribute("lang", "fr");
  await expect(one.locator(".atlas")).toHaveAttribute("data-theme", "dark");
  await expect(one.locator("[data-facet]")).toHaveCount(1);
  await expect(other.getByRole("table").first()).toBeVisible();
  await expect(status(other)).toHaveText("1 of 6 projects");
  const before = await page.evaluate(() => history.length);
  await one.locator('[data-value="RO"] input').uncheck();
  await expect(status(one)).toHaveText(/^6 /);
  expect(await page.evaluate(() => [history.length, location.href])).toEqual([before, `${host.own.origin}/index.html`]);
});

test("a record opens in view, however high the frame is", async ({ host, page }) => {
  await page.setViewportSize({ width: 1280, height: 700 });
  const [frame] = await openFrames(host, [{}], { before: '<div style="height: 300px"></div>' });
  await ready(frame);
  await expect.poll(async () => (await overflowAndGap(frame)).gap).toBe(0);
  const opener = frame.getByRole("link", { name: /^AGIRE/ });
  await opener.scrollIntoViewIfNeeded();
  await opener.click();
  const dialog = frame.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: /^AGIRE/ })).toBeInViewport();
  const seen = async () => {
    const box = await dialog.boundingBox();
    return box.y >= 0 && box.y + box.height <= 700;
  };
  await expect.poll(seen).toBe(true);
  await page.evaluate(() => scrollBy(0, -150));
  await expect.poll(seen).toBe(true);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
});

test("on a phone the filters cover the visible part of the frame", async ({ host, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const [frame] = await openFrames(host, [{}], { before: '<div style="height: 200px"></div>' });
  await ready(frame);
  await expect.poll(async () => (await overflowAndGap(frame)).gap).toBe(0);
  await frame.locator(".filters-button").click();
  await expect
    .poll(async () => {
      const box = await frame.locator(".filters").boundingBox();
      return box.y >= 0 && box.y + box.height <= 701;
    })
    .toBe(true);
  await frame.getByRole("button", { name: "Show 6 projects" }).click();
  await expect(frame.locator(".filters")).toBeHidden();
});

test("the script accepts only frames of its own site and sensible heights", async ({ host, page }) => {
  host.own.put(
    "stranger.html",
    `<!doctype html><script>parent.postMessage({ type: "atlas-height", height: 5000 }, "*")</script>`,
  );
  const [frame] = await openFrames(host, [{}], {
    before: `<iframe id="stranger" src="/stranger.html" height="99"></iframe>`,
  });
  const own = page.locator("iframe").nth(1);
  await ready(own.contentFrame());
  void frame;
  expect(await page.evaluate(() => document.getElementById("stranger").clientHeight)).toBe(99);
  await expect.poll(() => own.evaluate((it) => it.clientHeight)).toBeGreaterThan(700);
  const before = await own.evaluate((it) => it.clientHeight);
  for (const height of [-1, 0, 1e9, "a", null])
    await own
      .contentFrame()
      .locator("html")
      .evaluate((_, height) => parent.postMessage({ type: "atlas-height", height }, "*"), height);
  await page.evaluate(() => postMessage({ type: "atlas-height", height: 77 }, "*"));
  await page.evaluate(() => new Promise((then) => setTimeout(then, 100)));
  expect(await own.evaluate((it) => it.clientHeight)).toBe(before);
});

test("a script that loads after the frame’s content still fits it", async ({ host, page }) => {
  const [frame] = await openFrames(host, [{}], { script: false });
  await ready(frame);
  await expect(frame.locator(".map__view [data-shape]").first()).toBeAttached();
  expect(await page.locator("iframe").evaluate((it) => it.clientHeight)).toBe(600);
  await page.addScriptTag({ url: `${host.site.origin}/frame.js` });
  await expect.poll(() => overflowAndGap(frame)).toEqual({ sideways: 0, gap: 0 });
});

test("in a zoomed page that pads frames it is fitted, and a record opens in view", async ({ host, page }) => {
  const head = "<style>body { zoom: 1.5 } iframe { box-sizing: border-box; padding: 10px; border: 5px solid }</style>";
  await page.setViewportSize({ width: 1280, height: 900 });
  const [frame] = await openFrames(host, [{}], { head, before: '<div style="height: 1200px"></div>' });
  await ready(frame);
  await expect.poll(async () => (await overflowAndGap(frame)).gap).toBe(0);
  await frame.getByRole("link", { name: /^AGIRE/ }).evaluate((it) => {
    it.scrollIntoView({ block: "center" });
    it.click();
  });
  const dialog = frame.getByRole("dialog");
  await expect(dialog.getByRole("heading", { name: /^AGIRE/ })).toBeInViewport();
  await expect.poll(async () => (await dialog.boundingBox()).height).toBeGreaterThan(400);
});

test("a frame out of view is fitted when its height changes", async ({ host, page }) => {
  const [frame] = await openFrames(host, [{}], { before: '<div style="height: 3000px"></div>' });
  await ready(frame);
  await expect.poll(async () => (await overflowAndGap(frame)).gap).toBe(0);
  const height = () => page.evaluate(() => document.querySelector("iframe").clientHeight);
  const before = await height();
  await frame
    .locator(".results")
    .first()
    .evaluate((it) => it.setAttribute("hidden", ""));
  await expect.poll(async () => (await overflowAndGap(frame)).gap).toBe(0);
  expect(await height()).toBeLessThan(before);
});

test("a frame that is added later is fitted too", async ({ host, page }) => {
  await openFrames(host, [{}]);
  await page.evaluate((origin) => {
    const frame = Object.assign(document.createElement("iframe"), {
      src: `${origin}/embed.html?country=LB`,
      id: "later",
    });
    document.body.append(frame);
  }, host.site.origin);
  await ready(page.locator("#later").contentFrame());
  await expect.poll(() => page.locator("#later").evaluate((it) => it.clientHeight)).toBeGreaterThan(400);
});

for (const [sandbox, what] of [
  [
    "allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals",
    "with every permission it can use",
  ],
  ["allow-scripts", "with scripts only, if the server lets other origins read its files"],
]) {
  test(`in a sandbox ${what} the frame works`, async ({ host }) => {
    const [frame] = await openFrames(host, [{ attributes: `sandbox="${sandbox}"` }]);
    await ready(frame);
    await frame.locator('[data-facet="country"] [data-value="RO"] input').check();
    await expect(status(frame)).toHaveText("2 of 6 projects");
    await expect.poll(async () => (await overflowAndGap(frame)).gap).toBe(0);
  });
}

test("links to other sites open outside the frame", async ({ host, page }) => {
  const portfolio = JSON.parse(host.site.read("portfolio.json"));
  portfolio.projects[0].links = [{ title: "More of it", url: `${host.own.origin}/index.html?more` }];
  host.site.putPortfolio(portfolio);
  const [frame] = await openFrames(host, [{ query: `project=${portfolio.projects[0].id}` }]);
  await ready(frame);
  const opened = page.waitForEvent("popup");
  await frame.getByRole("link", { name: "More of it" }).click();
  expect((await opened).url()).toBe(`${host.own.origin}/index.html?more`);
  await ready(frame);
});

for (const wanted of ["javascript:alert(1)", "data:application/json,{}", "blob:x", "java\nscript:alert(1)"]) {
  test(`an address whose src is ${JSON.stringify(wanted)} shows no projects and says why`, async ({ host, page }) => {
    let strayed = false;
    page.on("dialog", () => (strayed = true));
    const [frame] = await openFrames(host, [{ query: `src=${encodeURIComponent(wanted)}` }]);
    await expect(frame.getByRole("alert")).toContainText("could not be loaded");
    await expect(frame.getByRole("alert")).toContainText("this is not a valid web address");
    await expect(frame.locator("article")).toHaveCount(0);
    expect(strayed).toBe(false);
  });
}

test("a portfolio that another site does not share is reported as such", async ({ host }) => {
  host.own.put("theirs.json", "{}");
  const [frame] = await openFrames(host, [{ query: `src=${encodeURIComponent(`${host.own.origin}/theirs.json`)}` }]);
  await expect(frame.getByRole("alert")).toContainText("theirs.json");
  await expect(frame.getByRole("alert")).toContainText("does not allow access to this file");
  host.consoleMessages = host.consoleMessages.filter((it) => !/CORS|Failed to load resource/.test(it));
});

test.describe("with scripts off", () => {
  test.use({ javaScriptEnabled: false });
  test("the frame links to the projects' own page", async ({ host }) => {
    const [frame] = await openFrames(host, [{}], { script: false });
    await expect(frame.getByRole("link")).toHaveAttribute("href", "./");
  });
});

test("restored from the back/forward cache, the page's atlases still work", async ({ host, site }) => {
  const browser = await chromium.launch({
    executablePath: process.env.ATLAS_CHROMIUM || undefined,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    ignoreDefaultArgs: ["--disable-back-forward-cache"],
  });
  try {
    const page = await browser.newPage();
    host.own.put(
      "kept.html",
      `<!doctype html><title>Kept</title><script type="module" src="${site.origin}/embed.js"></script><project-atlas src="${site.origin}/portfolio.json"></project-atlas><iframe src="${site.origin}/embed.html" height="600"></iframe><script src="/kept.js"></script>`,
    );
    // Playwright does not see a restored page, so the page reports by itself.
    host.own.put(
      "kept.js",
      `addEventListener("pageshow", async ({ persisted }) => {
      if (!persisted) return;
      const atlas = document.querySelector("project-atlas");
      atlas.shadowRoot.querySelector('[data-facet="country"] [data-value="RO"] input').click();
      await new Promise((then) => setTimeout(then, 300));
      fetch("/restored?" + encodeURIComponent(atlas.shadowRoot.querySelector("[role=status]").textContent));
    });`,
    );
    host.own.put(
      "next.html",
      `<!doctype html><title>Next</title><script>addEventListener("load", () => setTimeout(() => history.back(), 500))</script>`,
    );
    await page.goto(`${host.own.origin}/kept.html`);
    await expect(page.locator("body > project-atlas")).toHaveAttribute("data-atlas", "ready");
    await ready(page.locator("iframe").contentFrame());
    const reported = new Promise((then) => {
      host.own.onReport = then;
    });
    await page.evaluate(() => (location.href = "/next.html"));
    expect(await reported).toBe("2 of 6 projects");
  } finally {
    await browser.close();
  }
});

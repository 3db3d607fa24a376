// All results as one list, of which only the rows near the window are in the page.
import { expect, test } from "./atlas.js";
import { test as hosted } from "./host.js";
import { manyProjects, portfolio } from "./portfolios.js";

const MAX_ROWS = 60;

const showAll = (within, count) => within.getByRole("button", { name: `Show all ${count}` });

async function showWhole(within, count) {
  await within.getByRole("button", { name: /^Show \d+ more/ }).click();
  await showAll(within, count).click();
  await expect(showAll(within, count)).toHaveCount(0);
}

/** The ids of the rows that are in the middle of the window. */
const middleRow = (page) =>
  page.evaluate(() => {
    const at = document.elementsFromPoint(innerWidth / 2, innerHeight / 2 + 100);
    return at.map((it) => it.closest("article")?.dataset.project).find(Boolean);
  });

test("rows of different heights stay where they are while the page scrolls", async ({ atlas, page, site }) => {
  // Titles of one to four lines.
  const title = (at) => `Project ${at} ${"for safe work and fair recruitment ".repeat((at * 7) % 5)}`;
  site.putPortfolio(portfolio(...Array.from({ length: 300 }, (_, at) => ({ id: `p${at}`, title: title(at) }))));
  await atlas.open("view=list&sort=title");
  await showWhole(page, 300);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await expect.poll(() => middleRow(page)).toBeTruthy();
  // Upwards over rows that have not been in the page, 100 pixels at a time.
  for (let steps = 0; steps < 60; steps += 1) {
    const id = await middleRow(page);
    expect(id).toBeTruthy();
    const top = () => atlas.article(id).evaluate((it) => it.getBoundingClientRect().top);
    const before = await top();
    await page.evaluate(() => scrollBy(0, -100));
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await expect.poll(async () => Math.abs((await top()) - before - 100)).toBeLessThan(2);
    expect(await atlas.articles.count()).toBeLessThanOrEqual(MAX_ROWS);
  }
});

test("rows follow a window that becomes narrower", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(300));
  await atlas.open("view=list");
  await showWhole(page, 300);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 2));
  await expect.poll(() => middleRow(page)).toBeTruthy();
  await page.setViewportSize({ width: 390, height: 800 });
  await expect.poll(() => middleRow(page)).toBeTruthy();
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight / 3));
  await expect.poll(() => middleRow(page)).toBeTruthy();
});

test("if its code does not arrive, the list says so, keeps its rows, and can be tried again", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.putPortfolio(manyProjects(200));
  await atlas.open("view=list");
  const more = page.getByRole("button", { name: /^Show \d+ more/ });
  const shown = 24 + Number(/\d+/.exec(await more.textContent())[0]);
  await more.click();
  await expect(atlas.articles).toHaveCount(shown);
  site.injectFault("on_demand.wasm", { status: 503 });
  await showAll(page, 200).click();
  await expect(atlas.alert).toContainText("could not be loaded (the server returned 503)");
  await expect(atlas.articles).toHaveCount(shown);
  site.clearFaults();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(showAll(page, 200)).toHaveCount(0);
  await expect(atlas.alert).toHaveCount(0);
  await expect(atlas.articles).toHaveCount(MAX_ROWS);
});

test("printing the list moves neither the focus nor the page afterwards", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(200));
  await atlas.open("view=list");
  await showWhole(page, 200);
  await atlas.search.focus();
  await page.evaluate(() => {
    dispatchEvent(new Event("beforeprint"));
    dispatchEvent(new Event("afterprint"));
  });
  await expect(atlas.articles).toHaveCount(MAX_ROWS);
  await expect(atlas.search).toBeFocused();
});

hosted("in a scrolling part of another site's page, the rows follow that part", async ({ host, page, site }) => {
  site.putPortfolio(manyProjects(300));
  await host.open(`<div id="part" style="height: 500px; overflow: auto">${host.tag('view="list"')}</div>`);
  const element = await host.ready();
  await showWhole(element, 300);
  const rows = () =>
    page.evaluate(() => {
      const part = document.querySelector("#part").getBoundingClientRect();
      const rows = document.querySelector("project-atlas").shadowRoot.querySelectorAll("article");
      const seen = [...rows].map((it) => it.getBoundingClientRect());
      return seen.filter((it) => it.top < part.bottom && it.bottom > part.top).length;
    });
  for (const share of [0.5, 0.9, 0.2]) {
    await page.evaluate((share) => {
      const part = document.querySelector("#part");
      part.scrollTop = part.scrollHeight * share;
    }, share);
    await expect.poll(rows).toBeGreaterThan(1);
  }
});

hosted("in a frame that is as high as its content, more projects are added by pages", async ({ host, page, site }) => {
  site.putPortfolio(manyProjects(300));
  await host.open(
    `<iframe src="${site.origin}/embed.html?view=list" title="Projects" width="100%" height="600"></iframe><script src="${site.origin}/frame.js" async></script>`,
  );
  const frame = page.locator("iframe").contentFrame();
  await expect(frame.locator("project-atlas")).toHaveAttribute("data-atlas", "ready");
  const more = frame.getByRole("button", { name: /^Show \d+ more/ });
  await more.click();
  await expect(showAll(frame, 300)).toHaveCount(0);
  const shown = await frame.locator("article").count();
  await more.click();
  await expect.poll(() => frame.locator("article").count()).toBeGreaterThan(shown);
});

// From a click or key until the next paint (Event Timing API, as in “Interaction to Next Paint”),
// with the bundled projects and with realistic portfolios of growing size.
import { test } from "../atlas.js";
import { bundled, realisticPortfolio } from "../portfolios.js";

const SIZES = [6, 1_000, 10_000, 100_000];

function observe() {
  window.interactions = [];
  window.longTasks = [];
  const listen = (list, type, options) =>
    new PerformanceObserver((entries) => list.push(...entries.getEntries())).observe({
      type,
      buffered: true,
      ...options,
    });
  listen(window.interactions, "event", { durationThreshold: 16 });
  listen(window.longTasks, "longtask");
}

/** In ms; 8 stands for anything shorter than 16. */
async function interaction(page, act) {
  await page.evaluate(() => (window.interactions.length = 0));
  await act();
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1)
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    await new Promise((done) => setTimeout(done, 300));
    const own = window.interactions.filter((it) => it.interactionId > 0);
    return {
      paint: Math.max(8, ...own.map((it) => it.duration)),
      handler: Math.round(Math.max(0, ...own.map((it) => it.processingEnd - it.processingStart))),
    };
  });
}

for (const size of SIZES) {
  test(`${size} projects`, async ({ atlas, page, site }) => {
    test.setTimeout(300_000);
    site.putPortfolio(size === 6 ? bundled() : realisticPortfolio(size));
    await page.addInitScript(observe);
    const rows = {};
    const begin = Date.now();
    await atlas.visit();
    await page.waitForFunction(() => document.documentElement.dataset.atlas === "ready", null, { timeout: 120_000 });
    const ready = Date.now() - begin;
    await atlas.waitForMap();
    // Work in idle time is done when there was no long task for a second.
    await page.waitForFunction(
      () => {
        const last = window.longTasks.at(-1);
        return performance.now() - (last ? last.startTime + last.duration : 0) > 1_000;
      },
      null,
      { timeout: 120_000 },
    );
    rows["until it can be used"] = {
      "paint, ms": ready,
      "handler, ms": await page.evaluate(() => Math.round(Math.max(0, ...window.longTasks.map((it) => it.duration)))),
    };
    rows.nodes = { "paint, ms": await page.evaluate(() => document.querySelectorAll("*").length) };
    const measure = async (name, act) => {
      const { paint, handler } = await interaction(page, act);
      rows[name] = { "paint, ms": paint, "handler, ms": handler };
    };
    const boxes = (facet) => atlas.facet(facet).locator("li[data-value] input:enabled:not(:checked)");
    await measure("the first country", async () => boxes("country").nth(0).click());
    await measure("another country", async () => boxes("country").nth(2).click());
    await measure("a donor", async () => boxes("donor").nth(0).click());
    await measure("a partner", async () => boxes("partner").nth(0).click());
    await measure("removing the first filter", async () => page.locator(".active-filter__remove").first().click());
    await measure("clearing all", async () => atlas.clearAll.click());
    await atlas.search.focus();
    let slowest = { paint: 0, handler: 0 };
    for (const letter of "project 1") {
      const of = await interaction(page, () => page.keyboard.press(letter === " " ? "Space" : letter));
      if (of.paint > slowest.paint) slowest = of;
    }
    rows["the slowest of nine letters"] = { "paint, ms": slowest.paint, "handler, ms": slowest.handler };
    await measure("clearing all again", async () => atlas.clearAll.click());
    await atlas.sliderHandle("From").focus();
    await measure("moving an end of the years", async () => page.keyboard.press("ArrowRight"));
    console.log(`\n${size} projects: “until it can be used” shows the longest task under “handler”`);
    console.table(rows);
  });
}

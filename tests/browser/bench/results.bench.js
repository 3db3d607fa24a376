import { test } from "../atlas.js";
import { manyProjects } from "../portfolios.js";

async function blockedBy(page, action) {
  await page.evaluate(() => {
    window.blocked = [];
    window.observer = new PerformanceObserver((list) =>
      window.blocked.push(...list.getEntries().map((it) => it.duration)),
    );
    window.observer.observe({ type: "longtask" });
  });
  const begin = Date.now();
  await action();
  await page.waitForTimeout(600);
  const blocked = await page.evaluate(() => {
    window.observer.disconnect();
    return window.blocked;
  });
  return {
    "together, ms": Date.now() - begin - 600,
    "blocked > 50 ms": blocked.length,
    "longest, ms": Math.round(Math.max(0, ...blocked)),
  };
}

test("10,000 projects", async ({ atlas, page, site }) => {
  site.putPortfolio(manyProjects(10_000));
  const rows = {};
  const begin = Date.now();
  await atlas.open();
  rows["until it can be used"] = { "together, ms": Date.now() - begin };
  await atlas.waitForMap();
  await page.waitForTimeout(2_000);
  const measure = async (name, action) => {
    rows[name] = await blockedBy(page, action);
  };
  await measure("the first letter, which indexes the text", () => atlas.search.press("p"));
  await measure("typing “roject 12”", () => atlas.search.pressSequentially("roject 12", { delay: 80 }));
  await atlas.clearAll.click();
  await page.waitForTimeout(1_000);
  await measure("choosing a country", () => atlas.checkbox("country", "RO").click());
  await measure("choosing a donor", () => atlas.checkbox("donor", "donor-3").click());
  await measure("leaving a theme out", async () => {
    await atlas.excludeButton("theme", "theme-2").focus();
    await page.keyboard.press("Enter");
  });
  await measure("clearing all", () => atlas.clearAll.click());
  await measure("moving an end of the years", async () => {
    for (let presses = 0; presses < 8; presses += 1) await atlas.sliderHandle("From").press("ArrowRight");
  });
  await measure("sorting by title", () => atlas.sortSelect.selectOption("title"));
  await measure("more cards", () => page.getByRole("button", { name: /^Show 24 more/ }).click());
  await measure("scrolling", async () => {
    for (let turns = 0; turns < 30; turns += 1) await page.mouse.wheel(0, 400);
  });
  console.table(rows);
});

// How smoothly the map moves with the borders of all countries.
import { test } from "../atlas.js";
import { portfolio } from "../portfolios.js";

const SECONDS = 4;

function allCountries() {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((one) => letters.map((two) => one + two)).filter((code) => names.of(code));
}

async function record(page) {
  await page.evaluate(() => {
    const notes = { frames: [], blocked: [], goes: true };
    window.notes = notes;
    const frame = (now) => {
      notes.frames.push(now);
      if (notes.goes) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => notes.blocked.push(...list.getEntries().map((it) => it.duration))).observe({
      type: "longtask",
    });
  });
  return () =>
    page.evaluate(() => {
      window.notes.goes = false;
      const { frames, blocked } = window.notes;
      const times = frames
        .slice(1)
        .map((time, at) => time - frames[at])
        .sort((a, b) => a - b);
      const at = (share) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
      return {
        "frames a second": ((times.length * 1000) / times.reduce((sum, time) => sum + time, 0)).toFixed(1),
        "median, ms": at(0.5).toFixed(1),
        "95 of 100, ms": at(0.95).toFixed(1),
        "longest, ms": at(1).toFixed(1),
        "blocked > 50 ms": blocked.length,
      };
    });
}

test("moving the map", async ({ atlas, page, site }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  site.putPortfolio(
    portfolio(...allCountries().map((code) => ({ id: code.toLowerCase(), title: `In ${code}`, countries: [code] }))),
  );
  await atlas.open();
  await atlas.waitForMap();
  const shapes = await atlas.map.locator(".map__view [data-shape]").count();
  const { x, y, width, height } = await atlas.map.locator(".map__view").boundingBox();
  const middle = { x: x + width / 2, y: y + height / 2 };
  const rows = {};
  let pressed = 0;
  for (const presses of [1, 3, 6]) {
    for (; pressed < presses; pressed++) await page.getByRole("button", { name: "Zoom in" }).click();
    await page.waitForTimeout(2_000);
    await page.mouse.move(middle.x, middle.y);
    await page.mouse.down();
    const stop = await record(page);
    const end = Date.now() + SECONDS * 1000;
    for (let step = 0; Date.now() < end; step++) {
      await page.mouse.move(middle.x + 150 * Math.sin(step / 20), middle.y + 80 * Math.sin(step / 13));
    }
    rows[`drag at zoom ${(1.6 ** presses).toFixed(1)}`] = await stop();
    await page.mouse.up();
    await page.waitForTimeout(500);
  }
  await page.keyboard.down("Control");
  const stop = await record(page);
  const end = Date.now() + SECONDS * 1000;
  for (let step = 0; Date.now() < end; step++) await page.mouse.wheel(0, 40 * Math.sin(step / 15));
  rows["zoom by wheel"] = await stop();
  await page.keyboard.up("Control");
  console.log(`\n${shapes} shapes on the map`);
  console.table(rows);
});

// Runs the journeys in one browser: `node run.js firefox` or `node run.js webkit`, optionally with
// part of a journey’s name. `cargo xtask test` runs both.
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Site } from "../site.js";
import { JOURNEYS } from "./journeys.js";
import { Visit } from "./visit.js";

const DRIVERS = { firefox: "./firefox.js", webkit: "./webkit.js" };
const RESULTS = fileURLToPath(new URL("../results/", import.meta.url));
/** In ms; a journey that takes longer is stuck. */
const TIMEOUT = 60_000;

const [engine, part = ""] = process.argv.slice(2);
if (!DRIVERS[engine]) {
  console.error(`error: name a browser: ${Object.keys(DRIVERS).join(" or ")}`);
  process.exit(2);
}
const { Driver, name } = await import(DRIVERS[engine]);

async function withTimeout(milliseconds, work) {
  let timer;
  const late = new Promise((_, fail) => {
    timer = setTimeout(() => fail(new Error(`not done within ${milliseconds / 1000} seconds`)), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function runJourney(driver, journey) {
  const site = await Site.open();
  driver.consoleMessages.length = 0;
  try {
    await driver.resize(...(journey.size ?? [1280, 900]));
    await withTimeout(TIMEOUT, journey.run(new Visit(driver, site)));
    const unexpected = driver.consoleMessages.filter((text) => !journey.expects?.test(text));
    if (unexpected.length > 0) throw new Error(`the console said:\n${unexpected.join("\n")}`);
  } catch (error) {
    const picture = await driver.screenshot().catch(() => "");
    writeFileSync(`${RESULTS}engines/${engine}-${journey.name.replace(/[^\p{L}\p{N}]+/gu, "-")}.png`, picture);
    throw error;
  } finally {
    // Ends what the page still requests, so that it is not reported later.
    await driver.go("about:blank").catch(() => {});
    await site.close();
  }
}

mkdirSync(`${RESULTS}engines`, { recursive: true });
const driver = await Driver.open();
console.log(`${name} (${driver.version})`);
let [passed, failed] = [0, 0];
try {
  for (const journey of JOURNEYS.filter((it) => it.name.includes(part))) {
    const start = Date.now();
    try {
      await runJourney(driver, journey);
      passed += 1;
      console.log(`  ✓  ${journey.name} (${((Date.now() - start) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`  ✘  ${journey.name}\n${String(error?.stack ?? error).replace(/^/gm, "     ")}`);
    }
  }
} finally {
  await driver.close();
}
const line = `${passed} passed, ${failed} failed`;
writeFileSync(`${RESULTS}closing-line-${engine}.txt`, `${line}\n`);
console.log(line);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

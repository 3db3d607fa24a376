// Benchmarks: one at a time, once each. They report times and do not fail on them.
import base from "../playwright.config.js";

export default {
  ...base,
  testDir: ".",
  testMatch: "*.bench.js",
  outputDir: "../results/failures",
  workers: 1,
  retries: 0,
  reporter: "line",
  timeout: 120_000,
};

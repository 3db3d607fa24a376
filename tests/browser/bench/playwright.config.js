// Benchmarks in the browser: one at a time, each once, telling times and judging nothing.
import base from "../playwright.config.js";

export default { ...base, testDir: ".", testMatch: "*.bench.js", outputDir: "../results/failures", workers: 1, retries: 0, reporter: "line", timeout: 120_000 };

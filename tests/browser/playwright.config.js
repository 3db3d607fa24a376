// `cargo xtask test` runs these. By hand, after `cargo xtask build`: `npx playwright test`, with
// ATLAS_DIST and ATLAS_CHROMIUM if the defaults do not fit.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.js",
  outputDir: "results/failures",
  fullyParallel: true,
  workers: 2,
  // A flaky test is a bug to fix, not to retry.
  retries: 0,
  forbidOnly: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./closing_line.reporter.js"]],
  use: {
    browserName: "chromium",
    // Only offline.spec.js tests the service worker.
    serviceWorkers: "block",
    locale: "en-GB",
    timezoneId: "UTC",
    viewport: { width: 1280, height: 900 },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.ATLAS_CHROMIUM || undefined,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
    },
  },
});

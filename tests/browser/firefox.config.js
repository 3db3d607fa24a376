// The specs in the system's Firefox, as far as Playwright can drive it: `cargo xtask test --firefox`.
// What only another tool could do there is left out, by file or by name, each with its reason.
import { defineConfig } from "@playwright/test";
import common from "./playwright.config.js";
import { PREFERENCES } from "./engines/firefox.js";

/** Whole files. */
const FILES = [
  // By touch: Firefox emulates neither fingers nor a phone.
  "phone.spec.js",
];

/** Tests by what they are called. */
const TESTS = [];

export default defineConfig({
  ...common,
  testIgnore: FILES,
  grepInvert: TESTS,
  use: {
    ...common.use,
    browserName: "firefox",
    channel: "moz-firefox",
    launchOptions: {
      executablePath: process.env.ATLAS_FIREFOX || "/usr/bin/firefox-esr",
      firefoxUserPrefs: PREFERENCES,
    },
  },
});

// `cargo xtask test --firefox`: the specs in the system’s Firefox, as far as Playwright can drive it.
// The rest is excluded, by file or by name, with the reason.
import { defineConfig } from "@playwright/test";
import common from "./playwright.config.js";
import { PREFERENCES } from "./engines/firefox.js";

const FILES = [
  // Touch and phones cannot be emulated.
  "phone.spec.js",
  // The preferred colour scheme and the print medium cannot be set.
  "theme.spec.js",
  "printing.spec.js",
];

const TESTS = [
  // Touch cannot be emulated.
  /map-gestures\.spec\.js.*on a phone|results-in-sight\.spec\.js.*on a phone/,
  // System preferences cannot be set.
  /in the dark scheme|the page follows the scheme|reduced motion|forced colours/,
  // Chromium’s own protocol is needed.
  /fonts that never arrive do not delay text/,
  /removed and added two hundred times/,
  /can be installed in Chromium/,
  /a page keeps its own version through two updates/,
  /when storage is full the page works/,
  // These start a Chromium with a back/forward cache.
  /restored from the back\/forward cache/,
  // Scripts cannot be disabled.
  /with scripts off|without JavaScript/,
  // Downloads are not reported.
  /as a table in which no cell is a formula|the map is saved as|a picture of the map says/,
  // A page restored from the back/forward cache is never reported as loaded.
  /leaving the page and coming back shows the same/,
  // Scrolling to an element in a zoomed frame misses it.
  /in a zoomed page that pads frames/,
  // Firefox measures SVG text by its font’s box, which is taller than the letters.
  /names are placed again once the map has settled|of many organisations the strongest are drawn/,
  // Two clicks never become a double click.
  /a double click zooms in/,
];

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

// The specs in the system's Firefox, as far as Playwright can drive it: `cargo xtask test --firefox`.
// What only another tool could do there is left out, by file or by name, each with its reason.
import { defineConfig } from "@playwright/test";
import common from "./playwright.config.js";
import { PREFERENCES } from "./engines/firefox.js";

/** Whole files. */
const FILES = [
  // By touch: there are no fingers to be had, and no phone.
  "phone.spec.js",
  // What the system prefers, and paper: the media of a page cannot be set.
  "theme.spec.js",
  "printing.spec.js",
];

/** Tests, by what they are called. */
const TESTS = [
  // By touch.
  /map-gestures\.spec\.js.*on a phone|results-in-sight\.spec\.js.*on a phone/,
  // What the system prefers cannot be set.
  /in the dark scheme|the page follows the scheme|less motion|reduced motion|forced colours/,
  // Through Chromium's own protocol.
  /fonts that never arrive hold up no text/,
  /taken away and put back two hundred times/,
  /Chromium would install it/,
  /a page keeps to its own version through two updates/,
  /where storage is full the page works/,
  // Of a Chromium of their own, which keeps pages that are left.
  /restored as it was left|a page that the browser kept and brings back/,
  // Scripts cannot be switched off.
  /with scripts off|without JavaScript/,
  // Downloads are not reported.
  /come as a table in which no cell is a formula|the map is saved as|a picture of the map says/,
  // A page that was kept is never reported as loaded.
  /leaving the page and coming back shows the same/,
  // What is scrolled to in a zoomed frame is missed by the zoom.
  /in a page that pads frames, and zooms/,
  // The boxes of names in a drawing are those of the typeface, taller than their letters.
  /names are placed again once the map has settled|of many organisations the strongest are drawn/,
  // Two clicks are never one double click.
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

import base from "./playwright.config.js";
export default { ...base, testDir: "/work/main/tests/browser", timeout: 14_000, expect: { timeout: 4_000 }, use: { ...base.use, screenshot: "off" }, outputDir: "/tmp/pwout", reporter: [["list"]] };

// The system’s Firefox, driven by Playwright through WebDriver BiDi.
import { firefox } from "@playwright/test";

export const name = "Firefox";

export const PREFERENCES = {
  // A mouse that can hover, which a browser without a screen does not detect.
  "ui.primaryPointerCapabilities": 6,
  "ui.allPointerCapabilities": 6,
};

export class Driver {
  #browser;
  #page;
  consoleMessages = [];

  static async open() {
    const driver = new Driver();
    driver.#browser = await firefox.launch({
      channel: "moz-firefox",
      executablePath: process.env.ATLAS_FIREFOX || "/usr/bin/firefox-esr",
      firefoxUserPrefs: PREFERENCES,
    });
    driver.version = driver.#browser.version();
    const context = await driver.#browser.newContext({
      locale: "en-GB",
      timezoneId: "UTC",
      viewport: { width: 1280, height: 900 },
    });
    driver.#page = await context.newPage();
    driver.#page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) driver.consoleMessages.push(message.text());
    });
    driver.#page.on("pageerror", (error) => driver.consoleMessages.push(String(error)));
    return driver;
  }

  async go(url) {
    await this.#page.goto(url, { waitUntil: "commit" });
  }

  async reload() {
    await this.#page.reload({ waitUntil: "commit" });
  }

  async navigate(steps) {
    await (steps < 0 ? this.#page.goBack({ waitUntil: "commit" }) : this.#page.goForward({ waitUntil: "commit" }));
  }

  async resize(width, height) {
    await this.#page.setViewportSize({ width, height });
  }

  async evaluate(expression, frame) {
    if (!frame) return this.#page.evaluate(expression);
    const element = await this.#page.$(frame);
    return (await element.contentFrame()).evaluate(expression);
  }

  async move(x, y) {
    await this.#page.mouse.move(x, y);
  }

  async down() {
    await this.#page.mouse.down();
  }

  async up() {
    await this.#page.mouse.up();
  }

  async press(key) {
    await this.#page.keyboard.press(key);
  }

  async type(text) {
    await this.#page.keyboard.type(text);
  }

  async screenshot() {
    return this.#page.screenshot();
  }

  async close() {
    await this.#browser.close();
  }
}

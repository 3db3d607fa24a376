// Firefox as the system has it, driven by Playwright through WebDriver BiDi.
import { firefox } from "@playwright/test";

export const name = "Firefox";

/** What Firefox is told where nothing but a preference says it. */
export const PREFERENCES = {
  // A mouse that hovers, which a browser without a screen does not find by itself.
  "ui.primaryPointerCapabilities": 6,
  "ui.allPointerCapabilities": 6,
};

export class Driver {
  #browser;
  #page;
  /** What the console said by way of errors and warnings. */
  complaints = [];

  static async open() {
    const driver = new Driver();
    driver.#browser = await firefox.launch({
      channel: "moz-firefox",
      executablePath: process.env.ATLAS_FIREFOX || "/usr/bin/firefox-esr",
      firefoxUserPrefs: PREFERENCES,
    });
    driver.version = driver.#browser.version();
    const context = await driver.#browser.newContext({ locale: "en-GB", timezoneId: "UTC", viewport: { width: 1280, height: 900 } });
    driver.#page = await context.newPage();
    driver.#page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) driver.complaints.push(message.text());
    });
    driver.#page.on("pageerror", (error) => driver.complaints.push(String(error)));
    return driver;
  }

  async go(url) {
    await this.#page.goto(url, { waitUntil: "commit" });
  }

  async reload() {
    await this.#page.reload({ waitUntil: "commit" });
  }

  /** Back in history, or forward. */
  async travel(steps) {
    await (steps < 0 ? this.#page.goBack({ waitUntil: "commit" }) : this.#page.goForward({ waitUntil: "commit" }));
  }

  async resize(width, height) {
    await this.#page.setViewportSize({ width, height });
  }

  /** What an expression gives, in the page or in one of its frames. */
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

  /** Presses a key by its name, as in `KeyboardEvent.key`. */
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

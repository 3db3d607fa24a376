// The page as its visitors name its parts, and what must hold in every test.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import { Site } from "./site.js";

export { expect };

/** The page object. */
export class Atlas {
  /** What a test expects to find in the console, since it made it go wrong. */
  #expected = [];
  #complaints = [];
  #strayed = [];
  #allowed = [];

  constructor(page, site) {
    this.page = page;
    this.site = site;
    page.on("console", (message) => {
      // What the tests' own settings say is no complaint of the page's.
      if (message.text().includes("blocked by Playwright")) return;
      if (message.type() === "error" || message.type() === "warning") this.#complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      const own = [site.origin, ...this.#allowed].some((origin) => url.startsWith(`${origin}/`));
      if (!own && !/^(data|blob|about):/.test(url)) this.#strayed.push(url);
    });
  }

  /** Lets the page ask another origin, too. */
  allow(origin) {
    this.#allowed.push(origin);
  }

  /** Opens the page at a query such as "country=RO" and waits until it can be used. */
  async open(query = "") {
    await this.visit(query);
    await this.ready();
  }

  /** Opens the page, whatever becomes of it. */
  async visit(query = "") {
    await this.page.goto(`${this.site.origin}/${query ? `?${query}` : ""}`, { waitUntil: "commit" });
  }

  async ready() {
    await expect(this.page.locator("html")).toHaveAttribute("data-atlas", "ready");
  }

  /**
   * Does what loads the page again, and waits for the new one. What is read before would be the old
   * page's, or fail half-way as that goes.
   */
  async reloading(act) {
    await this.page.evaluate(() => document.documentElement.toggleAttribute("data-left", true));
    await act();
    await expect(this.page.locator("html:not([data-left])")).toBeAttached();
  }

  get status() {
    return this.page.getByRole("status").first();
  }

  get alert() {
    return this.page.getByRole("alert");
  }

  get search() {
    return this.page.getByRole("searchbox", { name: "Search projects" });
  }

  get articles() {
    return this.page.locator("article[data-project]");
  }

  article(id) {
    return this.page.locator(`article[data-project="${id}"]`);
  }

  facet(key) {
    return this.page.locator(`fieldset[data-facet="${key}"]`);
  }

  value(key, value) {
    return this.facet(key).locator(`[data-value="${value}"]`);
  }

  box(key, value) {
    return this.value(key, value).getByRole("checkbox");
  }

  /** The checkbox of a value in no need of its key. */
  boxNamed(key, name) {
    return this.facet(key).getByRole("checkbox", { name });
  }

  /** The box that narrows a long facet's list. */
  narrowing(key) {
    return this.facet(key).getByRole("textbox");
  }

  /** The values of a facet that can be seen, by their keys; not what they stand within. */
  async valuesInSight(key) {
    const values = this.facet(key).locator("li[data-value]");
    return values.evaluateAll((all) =>
      all.filter((value) => value.checkVisibility()).map((value) => value.dataset.value),
    );
  }

  get map() {
    return this.page.getByRole("region", { name: "Map of countries" });
  }

  country(code) {
    return this.page.locator(`svg [data-country="${code}"]`);
  }

  /** What the map says of the country pointed at. */
  get tip() {
    return this.page.locator(".map__tip");
  }

  /** Waits until the map is drawn. */
  async mapReady() {
    await expect(this.page.locator("svg [data-country]").first()).toBeAttached();
  }

  year(year) {
    return this.page.getByRole("button", { name: new RegExp(`^${year}:`) });
  }

  get chips() {
    return this.page.getByRole("group", { name: "Selected filters" });
  }

  /** The button on a chip that takes it back. */
  chip(name) {
    return this.chips.getByRole("button", { name: `Remove ${name}`, exact: true });
  }

  get clearAll() {
    return this.page.getByRole("button", { name: "Clear all filters" });
  }

  get sorting() {
    return this.page.getByRole("combobox", { name: "Sort by" });
  }

  /** What the page says of an address that asks for what is not there. */
  get notice() {
    return this.page.getByRole("region", { name: "About this link" });
  }

  get tryAgain() {
    return this.page.getByRole("button", { name: "Try again" });
  }

  /** The button on a card that opens its record. */
  opener(id) {
    return this.article(id).getByRole("button", { name: /^View details/ });
  }

  get record() {
    return this.page.getByRole("dialog");
  }

  /** The ids of the projects shown, in their order. */
  async shown() {
    return this.articles.evaluateAll((all) => all.map((article) => article.dataset.project));
  }

  /** The button that keeps a value out. */
  leavingOut(key, value) {
    return this.value(key, value).getByRole("button", { name: /^Exclude/ });
  }

  /** Either end of the range on the timeline. */
  handle(name) {
    return this.page.getByRole("slider", { name, exact: true });
  }

  /** The switch between light and dark. */
  get theme() {
    return this.page.getByRole("button", { name: /^Theme: / });
  }

  /** The button of a view of the results. */
  view(name) {
    return this.page.getByRole("navigation", { name: "View", exact: true }).getByRole("button", { name });
  }

  /** Every value of a facet with its count, in the order shown; not what they stand within. */
  async counts(key) {
    return this.#counts(this.facet(key).locator("li[data-value]"));
  }

  /** The same for what the values stand within. */
  async parents(key) {
    return this.#counts(this.facet(key).locator("div[data-value]"));
  }

  #counts(values) {
    return values.evaluateAll((all) => all.map(({ dataset }) => [dataset.value, Number(dataset.count)]));
  }

  /** The parameters in the address, decoded and sorted: their order is nobody's promise. */
  query() {
    return [...new URL(this.page.url()).searchParams].map((pair) => pair.join("=")).sort();
  }

  async expectQuery(...pairs) {
    await expect.poll(() => this.query()).toEqual(pairs.toSorted());
  }

  async expectShown(...ids) {
    await expect.poll(async () => (await this.shown()).toSorted()).toEqual(ids.toSorted());
    await expect(this.status).toHaveText(new RegExp(`^${ids.length}\\b`));
  }

  /** These projects, in this order. */
  async expectOrder(...ids) {
    await expect.poll(() => this.shown()).toEqual(ids);
  }

  /** Nothing reaches past the page's sides, be it by scrolling or cut off. Tables scroll within frames of their own. */
  async expectNothingSideways() {
    const sideways = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.scrollingElement;
      const tooWide = [];
      if (scrollWidth > clientWidth) tooWide.push(`the page scrolls: ${scrollWidth} of ${clientWidth}`);
      for (const element of document.body.querySelectorAll("*:not(svg *)")) {
        const { left, right, width } = element.getBoundingClientRect();
        const seen = width > 1 && element.checkVisibility() && !element.closest(".skip-link, .map__tip, option, .table-frame > *, .compare__frame > *");
        if (seen && (right > innerWidth + 0.5 || left < -0.5)) {
          tooWide.push(`${element.tagName}.${element.className}: ${left} to ${right} of ${innerWidth}`);
        }
      }
      return tooWide.slice(0, 5);
    });
    expect(sideways).toEqual([]);
  }

  /** No rule of axe is broken in the state that the page is in. */
  async expectAccessible() {
    // Colours on their way from one to another are no colours of the page.
    await this.page.evaluate(() => {
      // In a part that is folded away nothing moves on, and nothing is seen.
      const seen = (it) => it.effect.target.checkVisibility();
      const moving = document.getAnimations().filter((it) => it instanceof CSSTransition && seen(it));
      return Promise.allSettled(moving.map((it) => it.finished));
    });
    // The other mode opens a second page to join the results of frames; there are none here.
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze();
    const told = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
    }));
    expect(told).toEqual([]);
  }

  /** Lets messages in the console pass that match. */
  expectComplaint(pattern) {
    this.#expected.push(pattern, OF_FIREFOX);
  }

  /** What the console said beyond what the test expected. */
  complaints() {
    return this.#complaints.filter((text) => !this.#expected.some((pattern) => pattern.test(text)));
  }

  expectNothingAmiss() {
    expect(this.#strayed, "requests to other origins").toEqual([]);
    expect(this.complaints(), "messages in the console").toEqual([]);
  }
}

/** What Firefox says of a file that failed, beside what Chromium says. */
const OF_FIREFOX = /^(Failed to read data from the ReadableStream|Loading module from|None of the “sha256” hashes|Content-Security-Policy: |Failed to load ‘|Cross-Origin Request Blocked: )/;

export const test = base.extend({
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.close();
  },
  atlas: async ({ page, site }, use, testInfo) => {
    const atlas = new Atlas(page, site);
    await use(atlas);
    // Where a test ends is a state that a visitor can be in.
    if (testInfo.status === testInfo.expectedStatus) await atlas.expectAccessible();
    atlas.expectNothingAmiss();
  },
});

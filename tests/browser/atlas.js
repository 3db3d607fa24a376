// The page object, and the checks that run in every test.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test as base } from "@playwright/test";
import { Site } from "./site.js";

export { expect };

export class Atlas {
  #expectedMessages = [];
  #messages = [];
  #strayRequests = [];
  #allowedOrigins = [];

  constructor(page, site) {
    this.page = page;
    this.site = site;
    page.on("console", (message) => {
      // Caused by the settings of the tests, not by the page.
      if (message.text().includes("blocked by Playwright")) return;
      if (message.type() === "error" || message.type() === "warning") this.#messages.push(message.text());
    });
    page.on("pageerror", (error) => this.#messages.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      const own = [site.origin, ...this.#allowedOrigins].some((origin) => url.startsWith(`${origin}/`));
      if (!own && !/^(data|blob|about):/.test(url)) this.#strayRequests.push(url);
    });
  }

  allowOrigin(origin) {
    this.#allowedOrigins.push(origin);
  }

  /** Opens the page at a query such as "country=RO" and waits until it is ready. */
  async open(query = "") {
    await this.visit(query);
    await this.ready();
  }

  async visit(query = "") {
    await this.page.goto(`${this.site.origin}/${query ? `?${query}` : ""}`, { waitUntil: "commit" });
  }

  async ready() {
    await expect(this.page.locator("html")).toHaveAttribute("data-atlas", "ready");
  }

  /** Reloads the page by an action and waits for the new page, so that nothing is read from the old one. */
  async reloadBy(act) {
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
    return this.page.getByRole("combobox", { name: "Search projects" });
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

  /** Opens a facet that is collapsed; the first three are open. */
  async openFacet(key) {
    const toggle = this.facet(key).locator(".facet__toggle");
    if ((await toggle.getAttribute("aria-expanded")) === "false") await toggle.click();
  }

  value(key, value) {
    return this.facet(key).locator(`[data-value="${value}"]`);
  }

  checkbox(key, value) {
    return this.value(key, value).getByRole("checkbox");
  }

  checkboxNamed(key, name) {
    return this.facet(key).getByRole("checkbox", { name });
  }

  facetSearch(key) {
    return this.facet(key).getByRole("textbox");
  }

  /** The keys of a facet’s visible values, without groups. */
  async visibleValues(key) {
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

  get tooltip() {
    return this.page.locator(".map__tooltip");
  }

  async waitForMap() {
    await expect(this.page.locator("svg [data-country]").first()).toBeAttached();
  }

  year(year) {
    return this.page.getByRole("button", { name: new RegExp(`^${year}:`) });
  }

  /** The sentence that says what is shown: the number, the filters, what they have in common. */
  get sentence() {
    return this.page.locator(".summary");
  }

  /** The button that shows or hides the map and the timeline. */
  get overviewToggle() {
    return this.page.getByRole("button", { name: "Map and timeline" });
  }

  get activeFilters() {
    return this.page.getByRole("group", { name: "Selected filters" });
  }

  removeFilterButton(name) {
    return this.activeFilters.getByRole("button", { name: `Remove ${name}`, exact: true });
  }

  get clearAll() {
    return this.page.getByRole("button", { name: "Clear all filters" });
  }

  get sortSelect() {
    return this.page.getByRole("combobox", { name: "Sort by" });
  }

  get notice() {
    return this.page.getByRole("region", { name: "About this link" });
  }

  get tryAgain() {
    return this.page.getByRole("button", { name: "Try again" });
  }

  titleLink(id) {
    return this.article(id).getByRole("heading").getByRole("link");
  }

  get record() {
    return this.page.getByRole("dialog");
  }

  async shownIds() {
    return this.articles.evaluateAll((all) => all.map((article) => article.dataset.project));
  }

  excludeButton(key, value) {
    return this.value(key, value).getByRole("button", { name: /^not / });
  }

  sliderHandle(name) {
    return this.page.getByRole("slider", { name, exact: true });
  }

  get theme() {
    return this.page.getByRole("button", { name: /^Theme: / });
  }

  view(name) {
    return this.page.getByRole("navigation", { name: "View", exact: true }).getByRole("button", { name });
  }

  /** A facet’s values with their counts, in order, without groups. */
  async counts(key) {
    return this.#counts(this.facet(key).locator("li[data-value]"));
  }

  async parentCounts(key) {
    return this.#counts(this.facet(key).locator("div[data-value]"));
  }

  #counts(values) {
    return values.evaluateAll((all) => all.map(({ dataset }) => [dataset.value, Number(dataset.count)]));
  }

  /** The parameters of the address, decoded and sorted, because their order is not promised. */
  query() {
    return [...new URL(this.page.url()).searchParams].map((pair) => pair.join("=")).sort();
  }

  async expectQuery(...pairs) {
    await expect.poll(() => this.query()).toEqual(pairs.toSorted());
  }

  async expectShown(...ids) {
    await expect.poll(async () => (await this.shownIds()).toSorted()).toEqual(ids.toSorted());
    await expect(this.status).toHaveText(new RegExp(`^${ids.length}\\b`));
  }

  async expectOrder(...ids) {
    await expect.poll(() => this.shownIds()).toEqual(ids);
  }

  /** Nothing overflows the page sideways, scrolled or clipped. Tables scroll in frames of their own. */
  async expectNoHorizontalOverflow() {
    const sideways = await this.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.scrollingElement;
      const tooWide = [];
      if (scrollWidth > clientWidth) tooWide.push(`the page scrolls: ${scrollWidth} of ${clientWidth}`);
      for (const element of document.body.querySelectorAll("*:not(svg *)")) {
        const { left, right, width } = element.getBoundingClientRect();
        const seen =
          width > 1 &&
          element.checkVisibility() &&
          !element.closest(".skip-link, .map__tooltip, option, .table-frame > *, .compare__frame > *");
        if (seen && (right > innerWidth + 0.5 || left < -0.5)) {
          tooWide.push(`${element.tagName}.${element.className}: ${left} to ${right} of ${innerWidth}`);
        }
      }
      return tooWide.slice(0, 5);
    });
    expect(sideways).toEqual([]);
  }

  async expectAccessible() {
    // Waits for transitions of colours to end.
    await this.page.evaluate(() => {
      // In a collapsed part they never do.
      const seen = (it) => it.effect.target.checkVisibility();
      const moving = document.getAnimations().filter((it) => it instanceof CSSTransition && seen(it));
      return Promise.allSettled(moving.map((it) => it.finished));
    });
    // The other mode opens a second page to merge the results of frames.
    const { violations } = await new AxeBuilder({ page: this.page }).setLegacyMode().analyze();
    const summaries = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
    }));
    expect(summaries).toEqual([]);
  }

  expectConsoleMessage(pattern) {
    this.#expectedMessages.push(pattern, OF_FIREFOX);
  }

  consoleMessages() {
    return this.#messages.filter((text) => !this.#expectedMessages.some((pattern) => pattern.test(text)));
  }

  expectNoStrayRequestsOrMessages() {
    expect(this.#strayRequests, "requests to other origins").toEqual([]);
    expect(this.consoleMessages(), "messages in the console").toEqual([]);
  }
}

/** Firefox’s own messages about files that failed. */
const OF_FIREFOX =
  /^(Failed to read data from the ReadableStream|Loading module from|None of the “sha256” hashes|Content-Security-Policy: |Failed to load ‘|Cross-Origin Request Blocked: )/;

export const test = base.extend({
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.close();
  },
  atlas: async ({ page, site }, use, testInfo) => {
    const atlas = new Atlas(page, site);
    await use(atlas);
    // A visitor can be in any state that a test ends in.
    if (testInfo.status === testInfo.expectedStatus) await atlas.expectAccessible();
    atlas.expectNoStrayRequestsOrMessages();
  },
});

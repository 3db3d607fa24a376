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

  constructor(page, site) {
    this.page = page;
    this.site = site;
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") this.#complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.#complaints.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      if (!url.startsWith(`${site.origin}/`) && !/^(data|blob|about):/.test(url)) this.#strayed.push(url);
    });
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

  country(code) {
    return this.page.locator(`svg [data-country="${code}"]`);
  }

  /** The ids of the projects shown, in their order. */
  async shown() {
    return this.articles.evaluateAll((all) => all.map((article) => article.dataset.project));
  }

  /** Every value of a facet with its count, in the order shown. */
  async counts(key) {
    const values = this.facet(key).locator("[data-value]");
    return values.evaluateAll((all) => all.map(({ dataset }) => [dataset.value, Number(dataset.count)]));
  }

  /** The parameters in the address, as a query decoded. */
  query() {
    return decodeURIComponent(new URL(this.page.url()).search.slice(1));
  }

  async expectShown(...ids) {
    await expect.poll(async () => (await this.shown()).toSorted()).toEqual(ids.toSorted());
    await expect(this.status).toHaveText(new RegExp(`^${ids.length}\\b`));
  }

  /** No rule of axe is broken in the state that the page is in. */
  async expectAccessible() {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze();
    const told = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 5).map((node) => `${node.target.join(" ")}: ${node.failureSummary}`),
    }));
    expect(told).toEqual([]);
  }

  /** Lets messages in the console pass that match. */
  expectComplaint(pattern) {
    this.#expected.push(pattern);
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

export const test = base.extend({
  site: async ({}, use) => {
    const site = await Site.open();
    await use(site);
    await site.close();
  },
  atlas: async ({ page, site }, use) => {
    const atlas = new Atlas(page, site);
    await use(atlas);
    atlas.expectNothingAmiss();
  },
});

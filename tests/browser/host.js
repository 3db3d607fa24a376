import { expect, test as base } from "@playwright/test";
import { strictPolicy } from "./policy.js";
import { Site } from "./site.js";

export { expect, strictPolicy };

const HOSTILE = `
html { font-size: 7px; }
body { font: italic 3px/3 fantasy; letter-spacing: 1em; text-transform: uppercase; text-align: right; color: red; }
* { display: block !important; color: red !important; background: yellow !important; border: 3px solid red !important; }
article, fieldset, button { display: none !important; }
svg { transform: rotate(45deg) !important; }
`;

export class Host {
  consoleMessages = [];

  expectConsoleMessage(pattern) {
    this.expected = pattern;
  }

  constructor(page, site, own) {
    this.page = page;
    this.site = site;
    this.own = own;
    for (const kind of ["console", "pageerror"]) {
      page.on(kind, (it) => {
        if (kind === "pageerror" || ["error", "warning"].includes(it.type()))
          this.consoleMessages.push(it.text?.() ?? String(it));
      });
    }
  }

  async open(body, { head = "", hostile = false, strict = false, path = "index.html", query = "" } = {}) {
    this.own.put("hostile.css", HOSTILE);
    this.own.put("favicon.ico", "");
    this.own.policy = strict ? strictPolicy(this.site.origin) : "";
    const sheet = hostile ? '<link rel="stylesheet" href="/hostile.css">' : "";
    const script = `<script type="module" src="${this.site.origin}/embed.js"></script>`;
    this.own.put(
      path,
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}${sheet}${script}</head><body><h1 id="own">Our projects</h1>${body}</body></html>`,
    );
    await this.page.goto(`${this.own.origin}/${path}${query}`);
  }

  tag(attributes = "", within = "") {
    return `<project-atlas src="${this.site.origin}/portfolio.json" ${attributes}>${within}</project-atlas>`;
  }

  async ready(at = 0) {
    const element = this.page.locator("project-atlas").nth(at);
    await expect(element).toHaveAttribute("data-atlas", "ready");
    return element;
  }
}

export const test = base.extend({
  site: async ({}, use) => {
    const site = await Site.open();
    site.allowsCrossOrigin = true;
    await use(site);
    await site.close();
  },
  host: async ({ page, site }, use) => {
    const own = await Site.open();
    const host = new Host(page, site, own);
    await use(host);
    await own.close();
    // Firefox requests the host’s icon, and complains if a policy forbids it.
    const unexpected = host.consoleMessages.filter(
      (text) => !host.expected?.test(text) && !text.includes("/favicon.ico"),
    );
    expect(unexpected, "messages in the console").toEqual([]);
  },
});

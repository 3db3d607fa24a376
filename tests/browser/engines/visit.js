// A visit to the page in any browser. A driver can go to an address, run an expression, move the
// pointer and press keys; everything else is here.
import assert from "node:assert/strict";

/** In ms; longer than anything takes on a busy machine. */
const TIMEOUT = 15_000;

/** Runs in the page: finds elements by a selector, in which `>>` enters a shadow root. */
const FINDERS = `
  const all = (selector) => {
    const [within, last] = [selector.split(" >> ").slice(0, -1), selector.split(" >> ").at(-1)];
    const root = within.reduce((root, part) => root?.querySelector(part)?.shadowRoot, document);
    return root ? [...root.querySelectorAll(last)] : [];
  };
  // Of several, one that is seen.
  const one = (selector) => all(selector).find((it) => it.checkVisibility()) ?? all(selector)[0] ?? null;`;

export class Visit {
  constructor(driver, site, frame) {
    Object.assign(this, { driver, site, frame });
  }

  inFrame(selector) {
    return new Visit(this.driver, this.site, selector);
  }

  /** Runs a function in the page, where `one` and `all` find elements. */
  read(run, ...args) {
    return this.driver.evaluate(`(() => { ${FINDERS}; return (${run})(...${JSON.stringify(args)}); })()`, this.frame);
  }

  async until(what, run, ...args) {
    const end = Date.now() + TIMEOUT;
    let last;
    for (;;) {
      try {
        last = await this.read(run, ...args);
        if (last) return last;
      } catch (error) {
        // While the page navigates nothing can be read.
        last = String(error);
      }
      if (Date.now() > end) throw new Error(`${what}: not within ${TIMEOUT / 1000} seconds (${JSON.stringify(last)})`);
      await new Promise((then) => setTimeout(then, 30));
    }
  }

  async expect(what, wanted, run, ...args) {
    const end = Date.now() + TIMEOUT;
    let last;
    for (;;) {
      last = await this.read(run, ...args).catch(String);
      try {
        assert.deepEqual(last, wanted);
        return;
      } catch {
        if (Date.now() > end)
          assert.deepEqual(last, wanted, `${what}: ${JSON.stringify(last)} instead of ${JSON.stringify(wanted)}`);
      }
      await new Promise((then) => setTimeout(then, 30));
    }
  }

  async open(query = "") {
    await this.driver.go(`${this.site.origin}/${query && `?${query}`}`);
    await this.ready();
  }

  ready() {
    return this.until("the page is ready", () => document.documentElement.dataset.atlas === "ready");
  }

  waitForMap() {
    return this.until("the map is drawn", () => one("svg [data-country]"));
  }

  expectOrder(ids, within = "") {
    return this.expect(
      "the projects shown",
      ids,
      (selector) => all(selector).map((it) => it.dataset.project),
      `${within}article[data-project]`,
    );
  }

  async expectShown(ids, within = "") {
    await this.expect(
      "the projects shown",
      ids.toSorted(),
      (selector) =>
        all(selector)
          .map((it) => it.dataset.project)
          .sort(),
      `${within}article[data-project]`,
    );
    await this.until(
      "the number of projects",
      (selector, begins) => one(selector).textContent.startsWith(begins),
      `${within}[role=status]`,
      `${ids.length} `,
    );
  }

  expectQuery(...pairs) {
    return this.expect("the address", pairs.toSorted(), () =>
      [...new URL(location.href).searchParams].map((pair) => pair.join("=")).sort(),
    );
  }

  expectText(selector, text) {
    return this.until(
      `${selector} says ${text}`,
      (selector, text) => all(selector).some((it) => it.textContent.includes(text)),
      selector,
      text,
    );
  }

  expectFocus(selector) {
    return this.until(`the keyboard is at ${selector}`, (selector) => one(selector)?.matches(":focus"), selector);
  }

  expectHidden(selector) {
    return this.until(
      `there is no ${selector}`,
      (selector) => all(selector).every((it) => !it.checkVisibility()),
      selector,
    );
  }

  expectVisible(selector) {
    return this.until(`${selector} is seen`, (selector) => one(selector)?.checkVisibility(), selector);
  }

  async expectNoHorizontalOverflow() {
    await this.expect("what reaches past the sides", [], () => {
      const { scrollWidth, clientWidth } = document.scrollingElement;
      return scrollWidth > clientWidth ? [`the page scrolls: ${scrollWidth} of ${clientWidth}`] : [];
    });
  }

  /** The centre of an element in the window, once it has stopped moving. */
  async middle(selector) {
    return this.until(
      `${selector} is there`,
      async (selector) => {
        const element = one(selector);
        if (!element?.checkVisibility()) return null;
        const box = () => element.getBoundingClientRect();
        const isReached = () => {
          const { x, y, width, height } = box();
          const hit = element.getRootNode().elementFromPoint(x + width / 2, y + height / 2);
          return hit && (element.contains(hit) || hit.closest("label")?.control === element);
        };
        if (!isReached()) element.scrollIntoView({ block: "center", behavior: "instant" });
        const before = box();
        await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
        const { x, y, width, height } = box();
        // What is scrolled into view may be laid out for the first time, and move the rest.
        return x === before.x && y === before.y && isReached() && [x + width / 2, y + height / 2];
      },
      selector,
    );
  }

  async hover(selector) {
    await this.driver.move(...(await this.middle(selector)));
  }

  async click(selector) {
    await this.hover(selector);
    await this.driver.down();
    await this.driver.up();
  }

  async drag(from, to) {
    const [left, top] = await this.middle(from);
    const [right, bottom] = await this.middle(to);
    await this.driver.move(left, top);
    await this.driver.down();
    for (let step = 1; step <= 6; step += 1) {
      await this.driver.move(left + ((right - left) * step) / 6, top + ((bottom - top) * step) / 6);
    }
    await this.driver.up();
  }

  async focus(selector) {
    await this.until(
      `${selector} takes the keyboard`,
      (selector) => {
        one(selector)?.focus();
        return one(selector)?.matches(":focus");
      },
      selector,
    );
  }

  press(key) {
    return this.driver.press(key);
  }

  async type(selector, text) {
    await this.click(selector);
    await this.expectFocus(selector);
    await this.driver.type(text);
  }

  /** Sets the value: the system draws the open list, so the page cannot reach it. */
  async choose(selector, value) {
    await this.until(
      `${selector} offers ${value}`,
      (selector, value) => {
        const select = one(selector);
        if (!select) return false;
        select.value = value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
        return select.value === value;
      },
      selector,
      value,
    );
  }

  /** The colours of points in the window, as [red, green, blue]. */
  async colours(points) {
    await this.read(() => document.fonts.ready.then(() => true));
    const picture = (await this.driver.screenshot()).toString("base64");
    return this.read(
      async (picture, points) => {
        const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
        const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
        context.drawImage(image, 0, 0);
        return points.map(([x, y]) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3));
      },
      picture,
      points.map((point) => point.map(Math.round)),
    );
  }
}

/** From 0 to 255. */
export const brightness = ([red, green, blue]) => 0.299 * red + 0.587 * green + 0.114 * blue;

// What visitors do, in every browser; the specs check the details.
import assert from "node:assert/strict";
import { Site } from "../site.js";
import { strictPolicy } from "../policy.js";
import { brightness } from "./visit.js";

const PHONE = [390, 844];
const ALL = ["agire", "armenia-azerbaijan-georgia", "brazil-eu", "heroine-route", "telae", "trm-ii"];
const IN_ROMANIA = ["agire", "trm-ii"];

const value = (facet, key) => `[data-facet="${facet}"] [data-value="${key}"]`;
const checkbox = (facet, key) => `${value(facet, key)} input`;
const country = (code) => `svg [data-country="${code}"]`;
const titleLink = (id) => `#open-${id}`;
const view = (key) => `.views__button[data-view="${key}"]`;
const HANDLE = '[role="slider"]';

/** The switch goes from the system’s theme to light to dark. */
async function emulateDark(visit) {
  await visit.click(".theme-switch");
  await visit.click(".theme-switch");
  await visit.expect("the theme", "dark", () => document.documentElement.dataset.theme);
}

/** On a phone the map and the timeline are hidden until a visitor asks for them. */
async function showMap(visit) {
  await visit.expectHidden("svg [data-country]");
  await visit.click(".overview__toggle");
  await visit.waitForMap();
}

async function host(visit, body, { head = "", policy = "" } = {}) {
  const own = await Site.open();
  own.policy = policy;
  own.put("favicon.ico", "");
  own.put(
    "harm.css",
    "html { font-size: 7px } * { display: block !important; color: red !important; background: yellow !important; border: 3px solid red !important }",
  );
  own.put(
    "index.html",
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Host</title>${head}</head><body>${body}</body></html>`,
  );
  visit.site.allowsCrossOrigin = true;
  await visit.driver.go(`${own.origin}/`);
  return own;
}

const script = (visit) => `<script type="module" src="${visit.site.origin}/embed.js"></script>`;
const element = (visit, attributes = "") =>
  `<project-atlas src="${visit.site.origin}/portfolio.json" ${attributes}></project-atlas>`;
const frame = (visit, query = "") =>
  `<iframe src="${visit.site.origin}/embed.html${query}" title="Projects" width="100%" height="600"></iframe><script src="${visit.site.origin}/frame.js" async></script>`;
const waitForFrame = (frame) =>
  frame.until("the frame is ready", () => one("project-atlas")?.dataset.atlas === "ready");

const gap = () => innerHeight - Math.ceil(one("project-atlas").getBoundingClientRect().height);

async function expectQuietSelects(visit) {
  for (const selector of ["#language", ".sort select", ".value-order select"]) {
    await visit.middle(selector);
    await visit.driver.move(2, 2);
    const [points, ground] = await visit.read((selector) => {
      const { left, right, top, bottom } = one(selector).getBoundingClientRect();
      const middle = (top + bottom) / 2;
      return [
        [
          [left + 3, top + 3],
          [left + 3, middle],
          [(left + right) / 2, bottom - 3],
        ],
        [left - 3, middle],
      ];
    }, selector);
    const [outside, ...inside] = await visit.colours([ground, ...points]);
    for (const colour of inside) assert.deepEqual(colour, outside, `${selector} stands out from the page`);
  }
}

async function expectDarkBoxes(visit, ...selectors) {
  for (const selector of selectors) {
    const middle = await visit.middle(`${selector}:not(:checked)`);
    await visit.driver.move(2, 2);
    const [colour] = await visit.colours([middle]);
    assert.ok(brightness(colour) < 100, `${selector} is ${colour} in a dark page`);
  }
}

export const JOURNEYS = [
  {
    name: "the page loads, and shows every project",
    async run(visit) {
      await visit.open();
      await visit.waitForMap();
      await visit.expectShown(ALL);
      await visit.expect("countries on the map", 20, () => all("svg [data-country]").length);
      await visit.expectNoHorizontalOverflow();
    },
  },
  {
    name: "on a phone it fits the window",
    size: PHONE,
    async run(visit) {
      await visit.open();
      await visit.expectNoHorizontalOverflow();
      await showMap(visit);
      await visit.expect("the window", 390, () => innerWidth);
      await visit.expectNoHorizontalOverflow();
    },
  },
  {
    name: "a portfolio that is missing is named, and trying again works once it is there",
    expects: /404|Failed to load|preload/,
    async run(visit) {
      visit.site.injectFault("portfolio.json", { status: 404 });
      await visit.driver.go(`${visit.site.origin}/?country=RO`);
      await visit.expectText("[role=alert]", "portfolio.json");
      await visit.until(
        "the projects are as wide as the page",
        () => one(".results").getBoundingClientRect().width > innerWidth * 0.8,
      );
      visit.site.clearFaults();
      await visit.click("[role=alert] :is(a, button)");
      await visit.ready();
      await visit.expectShown(IN_ROMANIA);
    },
  },
  {
    name: "a value is selected, and removed by its chip",
    async run(visit) {
      await visit.open();
      await visit.click(checkbox("country", "RO"));
      await visit.expectShown(IN_ROMANIA);
      await visit.expectQuery("country=RO");
      await visit.click(checkbox("donor", "european-union"));
      await visit.expectShown(["agire"]);
      await visit.click('.active-filters button[aria-label^="Remove Romania"]');
      await visit.expectQuery("donor=european-union");
      await visit.expect(
        "whether its box is checked",
        false,
        (selector) => one(selector).checked,
        checkbox("country", "RO"),
      );
    },
  },
  {
    name: "checkboxes are reached and checked by keyboard",
    async run(visit) {
      await visit.open();
      await visit.focus(checkbox("donor", "european-union"));
      await visit.press("Space");
      await visit.expectQuery("donor=european-union");
      await visit.expectFocus(checkbox("donor", "european-union"));
      await visit.press("ArrowRight");
      await visit.expectFocus(`${value("donor", "european-union")} .facet-row__exclude`);
      await visit.press("Tab");
      await visit.until(
        "the keyboard has left the values of the facet",
        () => !one('[data-facet="donor"] [data-value] :focus'),
      );
    },
  },
  {
    name: "a value is excluded",
    async run(visit) {
      await visit.open();
      await visit.click(`${value("country", "RO")} .facet-row__exclude`);
      await visit.expectShown(ALL.filter((id) => !IN_ROMANIA.includes(id)));
      await visit.expectQuery("country=!RO");
    },
  },
  {
    name: "a long facet is filtered by typing",
    async run(visit) {
      await visit.open();
      await visit.type('[data-facet="country"] .facet__search', "leb");
      await visit.expect("the values seen", ["LB"], () =>
        all('[data-facet="country"] li[data-value]')
          .filter((it) => it.checkVisibility())
          .map((it) => it.dataset.value),
      );
    },
  },
  {
    name: "back, forward and reload restore what was chosen",
    async run(visit) {
      await visit.open();
      await visit.click(checkbox("country", "RO"));
      await visit.expectQuery("country=RO");
      await visit.click(checkbox("donor", "european-union"));
      await visit.expectShown(["agire"]);
      await visit.driver.navigate(-1);
      await visit.expectShown(IN_ROMANIA);
      await visit.driver.navigate(1);
      await visit.expectShown(["agire"]);
      await visit.driver.reload();
      await visit.ready();
      await visit.expectShown(["agire"]);
      await visit.expect(
        "whether its box is checked",
        true,
        (selector) => one(selector).checked,
        checkbox("country", "RO"),
      );
    },
  },
  {
    name: "a search finds and highlights, and clearing it shows all projects",
    async run(visit) {
      await visit.open();
      await visit.type("input[type=search]", "lebanese");
      await visit.expectShown(["telae"]);
      await visit.expectText("article mark", "Lebanese");
      for (let letter = 0; letter < 8; letter += 1) await visit.press("Backspace");
      await visit.expectShown(ALL);
    },
  },
  {
    name: "a suggestion is chosen by keys",
    async run(visit) {
      await visit.open();
      await visit.type("input[type=search]", "roma");
      await visit.expectText("#suggestions [role=option]", "Romania");
      await visit.press("ArrowDown");
      await visit.expectText('#suggestions [aria-selected="true"]', "Romania");
      await visit.press("Enter");
      await visit.expectQuery("country=RO");
      await visit.expectShown(IN_ROMANIA);
    },
  },
  {
    name: "the order is chosen",
    async run(visit) {
      await visit.open();
      await visit.choose(".sort select", "title");
      await visit.expectQuery("sort=title");
      await visit.expect("the first title", "agire", () => one("article[data-project]").dataset.project);
    },
  },
  {
    name: "the map names the country pointed at, and a click selects it",
    async run(visit) {
      await visit.open();
      await visit.waitForMap();
      await visit.hover(country("RO"));
      await visit.expectText(".map__tooltip", "Romania");
      await visit.click(country("RO"));
      await visit.expectShown(IN_ROMANIA);
      await visit.expect(
        "whether it is pressed",
        "true",
        (selector) => one(selector).getAttribute("aria-pressed"),
        country("RO"),
      );
      await visit.click(country("RO"));
      await visit.expectShown(ALL);
    },
  },
  {
    name: "arrow keys move between countries on the map, and Enter and Space select",
    async run(visit) {
      await visit.open();
      await visit.waitForMap();
      await visit.focus(country("RO"));
      await visit.press("ArrowDown");
      await visit.expectFocus(country("BG"));
      await visit.expectText(".map__tooltip", "Bulgaria");
      await visit.press("ArrowUp");
      await visit.expectFocus(country("RO"));
      await visit.press("Enter");
      await visit.expectShown(IN_ROMANIA);
      await visit.press("Space");
      await visit.expectShown(ALL);
      await visit.expect("how far the page is scrolled", 0, () => scrollY);
    },
  },
  {
    name: "the map is zoomed and dragged, and the drag selects nothing",
    async run(visit) {
      await visit.open();
      await visit.waitForMap();
      const apart = () =>
        one('svg [data-country="RO"]').getBoundingClientRect().left -
        one('svg [data-country="IT"]').getBoundingClientRect().left;
      const left = () => one('svg [data-country="RO"]').getBoundingClientRect().left;
      await visit.middle(country("RO"));
      const before = await visit.read(apart);
      await visit.click('button[aria-label="Zoom in"]');
      await visit.until(
        "Romania and Italy are further apart",
        (before) => {
          const [from, to] = ["IT", "RO"].map(
            (code) => one(`svg [data-country="${code}"]`).getBoundingClientRect().left,
          );
          return to - from > before * 1.2;
        },
        before,
      );
      await visit.middle(country("RO"));
      const from = await visit.read(left);
      const [x, y] = await visit.middle(".map__frame");
      await visit.driver.move(x, y);
      await visit.driver.down();
      for (const step of [20, 40, 60, 80]) await visit.driver.move(x - step, y);
      await visit.driver.up();
      await visit.until(
        "Romania is further left",
        (from) => one('svg [data-country="RO"]').getBoundingClientRect().left < from - 40,
        from,
      );
      await visit.expectQuery();
    },
  },
  {
    name: "a handle of the timeline is dragged, and no text is selected",
    async run(visit) {
      await visit.open();
      await visit.drag(`.brush__handle`, ".timeline__years .year:nth-child(4) .year__bar");
      await visit.expectQuery("from=2010", "to=2012");
      assert.equal(await visit.read(() => getSelection().toString()), "", "what the drag selected");
      // A drag that could select text: it starts at a label.
      await visit.drag(
        ".timeline__years .year:nth-child(1) .year__label",
        ".timeline__years .year:nth-child(6) .year__label",
      );
      assert.equal(await visit.read(() => getSelection().toString()), "", "what the drag selected");
    },
  },
  {
    name: "a handle of the timeline is moved by keys",
    async run(visit) {
      await visit.open();
      await visit.focus(HANDLE);
      await visit.press("ArrowRight");
      await visit.press("ArrowUp");
      await visit.expectQuery("from=2009", "to=2012");
      await visit.press("Home");
      await visit.expectQuery();
    },
  },
  {
    name: "the table is sorted by its column headings, and its columns are chosen",
    async run(visit) {
      await visit.open();
      await visit.click(view("table"));
      await visit.expect("the rows", 6, () => all("tr[data-project]").length);
      await visit.click("thead th:nth-child(2) .table__sort");
      await visit.expectQuery("sort=title", "view=table");
      await visit.expect("the first row", "agire", () => one("tr[data-project]").dataset.project);
      await visit.click(".table-columns summary");
      const heads = await visit.read(() => all("thead th").length);
      await visit.click(".table-columns__option input:checked");
      await visit.expect("the columns", heads - 1, () => all("thead th").length);
    },
  },
  {
    name: "charts are shown, and fit the page",
    async run(visit) {
      await visit.open();
      await visit.click(view("figures"));
      await visit.expectVisible(".figures");
      await visit.expectNoHorizontalOverflow();
    },
  },
  {
    name: "the list shows a row per project, and a click on its title opens the record",
    async run(visit) {
      await visit.open();
      await visit.click(view("list"));
      await visit.expectQuery("view=list");
      await visit.expect("the rows", 6, () => all(".list article.row").length);
      await visit.click(titleLink("agire"));
      await visit.expectText("dialog[open] h2", "AGIRE");
    },
  },
  {
    name: "arrow keys move through the network, and Enter selects",
    async run(visit) {
      await visit.open("view=network");
      await visit.expectVisible(".network [data-node]");
      await visit.focus('.network [data-node][tabindex="0"]');
      const first = await visit.read(() => document.activeElement.dataset.organisation);
      for (const key of ["ArrowRight", "ArrowLeft", "ArrowDown", "ArrowUp"]) await visit.press(key);
      await visit.until("an organisation has the keyboard", () => document.activeElement.dataset.organisation);
      assert.ok(first);
      await visit.press("Enter");
      await visit.until("one is chosen", () => /(donor|implementing|partner)=/.test(location.search));
    },
  },
  {
    name: "projects are compared side by side",
    async run(visit) {
      await visit.open();
      await visit.click('article[data-project="agire"] .compare-toggle');
      await visit.click('article[data-project="telae"] .compare-toggle');
      await visit.click(".compare-bar .button--strong");
      await visit.expectQuery("compare=agire", "compare=telae", "view=compare");
      await visit.expect("the heads", ["agire", "telae"], () =>
        all("th[data-project]")
          .map((it) => it.dataset.project)
          .sort(),
      );
    },
  },
  {
    name: "a record opens, closes by Escape, and returns the focus",
    async run(visit) {
      await visit.open();
      await visit.focus(titleLink("telae"));
      for (let round = 0; round < 2; round += 1) {
        await visit.press("Enter");
        await visit.expectText("dialog[open] h2", "TELAE");
        await visit.expectQuery("project=telae");
        await visit.press("Escape");
        await visit.expectHidden("dialog[open]");
        await visit.until(
          "the keyboard is back",
          (selector) => all(selector).includes(document.activeElement),
          titleLink("telae"),
        );
      }
    },
  },
  {
    name: "arrow keys and history move between records, a button closes them, and “back” opens them again",
    async run(visit) {
      await visit.open("country=RO&sort=title");
      await visit.click(titleLink("agire"));
      await visit.expectText("dialog[open]", "1 of 2");
      await visit.press("ArrowRight");
      await visit.expectText("dialog[open]", "2 of 2");
      await visit.driver.navigate(-1);
      await visit.expectText("dialog[open]", "1 of 2");
      await visit.click(".dialog__close");
      await visit.expectHidden("dialog[open]");
      await visit.driver.navigate(-1);
      await visit.expectText("dialog[open]", "AGIRE");
    },
  },
  {
    name: "another language is chosen and remembered",
    async run(visit) {
      await visit.open();
      await visit.choose("#language", "fr");
      await visit.expect("the language", "fr", () => document.documentElement.lang);
      await visit.expectText("[role=status]", "projets");
      await visit.driver.go(`${visit.site.origin}/`);
      await visit.ready();
      await visit.expectText("[role=status]", "projets");
    },
  },
  {
    name: "in Arabic the page runs from right to left, and fits",
    size: PHONE,
    async run(visit) {
      await visit.open("lang=ar");
      await showMap(visit);
      await visit.expect("the direction", "rtl", () => document.documentElement.dir);
      await visit.expectNoHorizontalOverflow();
    },
  },
  {
    name: "the switch turns the page dark, including checkboxes",
    async run(visit) {
      await visit.open("view=table");
      await emulateDark(visit);
      await visit.waitForMap();
      await visit.click(".table-columns summary");
      await expectDarkBoxes(visit, ".facet-row input", ".table-columns__option input", ".compare-checkbox input");
      const [paper] = await visit.colours([[4, 4]]);
      assert.ok(brightness(paper) < 60, `the page is ${paper}`);
      await visit.click(".share-button");
      await visit.expectVisible(".share__formats input");
      await expectDarkBoxes(visit, ".share__formats input");
    },
  },
  {
    name: "in the dark theme a record has no bright edge beside its scroll bar",
    async run(visit) {
      await visit.open();
      await emulateDark(visit);
      await visit.click(titleLink("trm-ii"));
      await visit.expectText("dialog[open] h2", "TRM II");
      await visit.driver.move(2, 2);
      await visit.expect("how far the record scrolls sideways", 0, () => {
        const page = one("dialog[open] .dialog__page");
        page.scrollLeft = 100;
        return page.scrollLeft;
      });
      const points = await visit.read(() => {
        const page = one("dialog[open] .dialog__page");
        if (page.scrollHeight <= page.clientHeight) throw new Error("there is nothing to scroll");
        const { left, right, top, bottom } = one("dialog[open]").getBoundingClientRect();
        const edges = [...Array(20)].flatMap((_, step) => [right - 1 - step, left + 1 + step]);
        return edges.flatMap((x) => [0.2, 0.5, 0.95].map((part) => [x, top + (bottom - top) * part]));
      });
      const bright = (await visit.colours(points))
        .map((colour, at) => [points[at], colour])
        .filter(([, colour]) => brightness(colour) > 140);
      assert.deepEqual(bright, [], "bright points at the edges of the record");
    },
  },
  {
    name: "unobtrusive lists look like the page, light and dark",
    async run(visit) {
      await visit.open();
      await visit.waitForMap();
      await expectQuietSelects(visit);
      await emulateDark(visit);
      await expectQuietSelects(visit);
    },
  },
  {
    name: "on a phone filters are chosen in a sheet, which does not scroll sideways",
    size: PHONE,
    async run(visit) {
      await visit.open();
      await visit.click(".filters-button");
      await visit.expectVisible(".filters__header");
      const sideways = () => {
        const sheet = one("#filters");
        sheet.scrollLeft = 100;
        return [sheet.scrollWidth - sheet.clientWidth, sheet.scrollLeft];
      };
      await visit.expect("how far the sheet scrolls sideways", [0, 0], sideways);
      await visit.click(checkbox("country", "RO"));
      await visit.expectText(".filters__footer button", "2 projects");
      await visit.expect("how far the sheet scrolls sideways", [0, 0], sideways);
      await visit.click(".filters__footer button");
      await visit.expectHidden(".filters__header");
      await visit.expectShown(IN_ROMANIA);
    },
  },
  {
    name: "an element in another site’s page works under a strict policy and beside harmful styles",
    // Browsers request a site’s icon by themselves.
    expects: /favicon/,
    async run(visit) {
      const own = await host(visit, element(visit, 'theme="light"'), {
        head: `<link rel="stylesheet" href="/harm.css">${script(visit)}`,
        policy: strictPolicy(visit.site.origin),
      });
      await visit.until("the element is ready", () => one("project-atlas")?.dataset.atlas === "ready");
      await visit.expectShown(ALL, "project-atlas >> ");
      await visit.click(`project-atlas >> ${checkbox("country", "RO")}`);
      await visit.expectShown(IN_ROMANIA, "project-atlas >> ");
      await visit.expect(
        "the colour of a card",
        "rgb(28, 39, 51)",
        () => getComputedStyle(one("project-atlas >> article")).color,
      );
      assert.equal(await visit.read(() => location.search), "", "the address is the host’s");
      await own.close();
    },
  },
  {
    name: "two elements on a page are independent, and a record opens over the page",
    async run(visit) {
      const own = await host(visit, `${element(visit, 'id="one"')}${element(visit, 'id="other" query="country=LB"')}`, {
        head: script(visit),
      });
      await visit.until("both are ready", () => all("project-atlas[data-atlas=ready]").length === 2);
      await visit.expectShown(ALL, "#one >> ");
      await visit.expectShown(["telae"], "#other >> ");
      await visit.click(`#one >> ${titleLink("agire")}`);
      await visit.expectText("#one >> dialog[open] h2", "AGIRE");
      await visit.press("Escape");
      await visit.expectHidden("#one >> dialog[open]");
      await own.close();
    },
  },
  {
    name: "a frame is as high as its content, and its filters work",
    async run(visit) {
      const own = await host(visit, `<h1>Our projects</h1>${frame(visit)}`);
      const framed = visit.inFrame("iframe");
      await waitForFrame(framed);
      await framed.expect("the gap under it", 0, gap);
      await framed.read((selector) => one(selector).click(), `project-atlas >> ${checkbox("country", "RO")}`);
      await framed.expectShown(IN_ROMANIA, "project-atlas >> ");
      await framed.expect("the gap under it", 0, gap);
      await own.close();
    },
  },
  {
    name: "a frame in a zoomed page is as high as its content, and a record opens in view",
    async run(visit) {
      const head =
        "<style>body { zoom: 1.5 } iframe { box-sizing: border-box; padding: 10px; border: 5px solid }</style>";
      const own = await host(visit, `<div style="height: 1200px"></div>${frame(visit)}`, { head });
      const framed = visit.inFrame("iframe");
      await waitForFrame(framed);
      const isFitted = () =>
        framed.until(
          "no gap under it",
          () => Math.abs(innerHeight - one("project-atlas").getBoundingClientRect().height) < 4,
        );
      await isFitted();
      // By the page: engines differ in where they place an element of a zoomed page.
      await visit.read(() => scrollTo({ top: document.scrollingElement.scrollHeight / 2, behavior: "instant" }));
      await isFitted();
      await framed.read((selector) => one(selector).click(), `project-atlas >> ${titleLink("agire")}`);
      await framed.expectText("project-atlas >> dialog[open] h2", "AGIRE");
      await framed.until(
        "the record is wholly in sight",
        () =>
          new Promise((then) => {
            const watcher = new IntersectionObserver(([entry]) => {
              watcher.disconnect();
              then(entry.intersectionRatio > 0.99 && entry.boundingClientRect.height > 300);
            });
            watcher.observe(one("project-atlas >> dialog[open]"));
          }),
      );
      await own.close();
    },
  },
  {
    name: "after one visit the page works offline",
    expects: /./,
    async run(visit) {
      await visit.open();
      await visit.until("a whole version is kept", async () => {
        const worker = (await navigator.serviceWorker.getRegistration())?.active?.state;
        const names = await caches.keys();
        return worker === "activated" && names.length > 0;
      });
      await visit.site.close();
      await visit.driver.reload();
      await visit.ready();
      await visit.expectText("body", "You are offline. Showing projects saved on");
      await visit.waitForMap();
      await visit.click(checkbox("country", "RO"));
      await visit.expectShown(IN_ROMANIA);
      await visit.click(view("table"));
      await visit.expect("the rows", 2, () => all("tr[data-project]").length);
    },
  },
];

import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

const IMAGE = `<img src="x" onerror="window.hacked = 'image'">`;
const SCRIPT = "</script><script>window.hacked = 'script'</script>";
const HOSTILE = `${IMAGE}${SCRIPT}<svg onload="window.hacked='svg'">{{7*7}} &lt;b&gt; <b>bold</b>`;

async function expectHarmless(page) {
  const found = await page.evaluate(() => ({
    hacked: globalThis.hacked,
    elements: document.querySelectorAll(
      "#atlas :is(img, script, iframe, object, embed, form, style, link, b b, [onerror], [onload])",
    ).length,
    links: [...document.querySelectorAll("#atlas a")]
      .map((link) => link.href)
      .filter((href) => !/^(https?|mailto):/.test(href)),
  }));
  expect(found).toEqual({ hacked: undefined, elements: 0, links: [] });
}

test("text that looks like HTML or script is shown as plain text, in every field", async ({ atlas, page, site }) => {
  site.putPortfolio({
    title: `Title ${HOSTILE}`,
    publisher: { name: `Publisher ${HOSTILE}`, url: "https://publisher.example/" },
    source: `Source ${HOSTILE}`,
    licence: `Licence ${HOSTILE}`,
    note: `Note ${HOSTILE}`,
    projects: [
      {
        id: "hostile",
        title: `Project ${HOSTILE}`,
        acronym: `A ${HOSTILE}`,
        objective: `Objective ${HOSTILE}\n\n- Item ${HOSTILE}`,
        summary: `Summary ${HOSTILE}`,
        duration: `Duration ${HOSTILE}`,
        note: `Remark ${HOSTILE}`,
        start: "2010",
        countries: [
          { code: "RO", name: `Country ${HOSTILE}` },
          { code: "QX", name: `Nowhere ${HOSTILE}` },
        ],
        donors: [{ name: `Donor ${HOSTILE}`, acronym: "<i>D</i>", note: `Donor’s note ${HOSTILE}` }],
        implementing: [`Agency ${HOSTILE}`],
        partners: [`Partner ${HOSTILE}`],
        themes: [`Theme ${HOSTILE}`],
        documents: [{ title: `Document ${HOSTILE}`, url: "https://document.example/" }],
        related: [{ title: `Related ${HOSTILE}`, donor: HOSTILE, period: HOSTILE, relation: HOSTILE }],
        fields: { [`Field ${HOSTILE}`]: [`Value ${HOSTILE}`] },
      },
      { id: "other", title: "Other" },
    ],
  });
  await atlas.open();
  await atlas.waitForMap();
  await expect(page).toHaveTitle(`Title ${HOSTILE}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Title ${HOSTILE}`);
  await expect(atlas.article("hostile").getByRole("heading")).toHaveText(`Project ${HOSTILE}`);
  await expect(atlas.facet("theme")).toContainText(`Theme ${HOSTILE}`);
  await expect(page.getByRole("contentinfo")).toContainText(`Licence ${HOSTILE}`);
  await expect(page.getByText(`Field ${HOSTILE}`).first()).toBeAttached();
  await expectHarmless(page);
  await atlas
    .facet("donor")
    .getByRole("checkbox", { name: /^Donor/ })
    .check();
  await atlas.expectShown("hostile");
  await expect(atlas.activeFilters).toContainText(`Donor ${HOSTILE}`);
  await atlas.search.fill("onerror");
  await expect(atlas.article("hostile").locator("mark").first()).toHaveText("onerror");
  // Closes the suggestions, which are over the map.
  await page.keyboard.press("Escape");
  await atlas.country("RO").hover();
  await expect(atlas.tooltip).toBeVisible();
  await atlas.titleLink("hostile").click();
  for (const part of [
    "Objective",
    "Item",
    "Summary",
    "Duration",
    "Remark",
    "Country",
    "Donor’s note",
    "Partner",
    "Document",
    "Related",
    "Value",
  ]) {
    await expect(atlas.record).toContainText(`${part} ${HOSTILE}`);
  }
  await expectHarmless(page);
});

test("links are followed only for http, https and mailto", async ({ atlas, page, site }) => {
  const refused = [
    "javascript:window.hacked=1",
    "JaVaScRiPt:window.hacked=1",
    " javascript:window.hacked=1",
    "java\nscript:window.hacked=1",
    "java\tscript:window.hacked=1",
    "\u0001javascript:window.hacked=1",
    "data:text/html,<script>window.hacked=1</script>",
    "vbscript:msgbox(1)",
    "file:///etc/passwd",
    "blob:https://x.example/1",
    "//elsewhere.example/",
    "relative/page.html",
    "",
  ];
  site.putPortfolio({
    title: "Links",
    publisher: { name: "Bad publisher", url: "javascript:window.hacked=1" },
    projects: [
      {
        id: "links",
        title: "Links",
        donors: [
          { name: "Bad donor", url: "javascript:window.hacked=1" },
          { name: "Good donor", url: "https://good.example/" },
        ],
        documents: [
          ...refused.map((url, at) => ({ title: `Refused ${at}.`, url })),
          { title: "Good report", url: "HTTP://good.example/report" },
        ],
        links: [{ title: "Good letter", url: "mailto:us@good.example" }],
      },
    ],
  });
  await atlas.open("project=links");
  await expect(atlas.record).toBeVisible();
  for (const at of refused.keys()) await expect(atlas.record).toContainText(`Refused ${at}.`);
  const links = await atlas.record
    .getByRole("link")
    .evaluateAll((all) => all.map((it) => [it.textContent.trim(), it.href, /\bnoopener\b/.test(it.rel)]));
  const own = ([, href]) => href.startsWith(`${site.origin}/?`);
  expect(links.filter((link) => !own(link)).toSorted()).toEqual([
    ["Good letter", "mailto:us@good.example", true],
    ["Good report", "http://good.example/report", true],
    ["Website", "https://good.example/", true],
  ]);
  // The names of organisations filter by them.
  expect(links.filter(own).map(([text]) => text)).toEqual(["Bad donor", "Good donor"]);
  await expectHarmless(page);
  // Refused links are reported to the publisher.
  await expect(page.locator('[role="alert"]')).toContainText("javascript:window.hacked=1");
});

test("hostile addresses are plain text too", async ({ atlas, page }) => {
  const hostile = encodeURIComponent(HOSTILE);
  await atlas.open(`q=${hostile}&country=${hostile}&project=${hostile}&${hostile}=${hostile}`);
  await expect(atlas.search).toHaveValue(HOSTILE);
  await expect(atlas.notice).toContainText(IMAGE);
  await expect(atlas.activeFilters).toContainText(IMAGE);
  await expectHarmless(page);
  await atlas.clearAll.click();
  await expect(atlas.articles).toHaveCount(6);
});

test("projects with any characters in their ids can be opened, closed and linked to", async ({ atlas, page, site }) => {
  const ids = [`a"b]'c`, "<b>&", "../x?y=z#w", "цель-1", "\\"];
  site.putPortfolio(portfolio(...ids.map((id) => ({ id, title: `Project ${id}` }))));
  await atlas.open();
  for (const id of ids) {
    const opener = page.getByRole("link", { name: `Project ${id}`, exact: true });
    await opener.click();
    await atlas.expectQuery(`project=${id}`);
    await expect(atlas.record).toContainText(`Project ${id}`);
    await page.reload();
    await expect(atlas.record).toContainText(`Project ${id}`);
    await page.keyboard.press("Escape");
    await expect(atlas.record).toHaveCount(0);
    await atlas.expectQuery();
    await expect(opener).toBeFocused();
  }
});

test("fields named like the page’s own parameters are still facets", async ({ atlas, site }) => {
  const names = ["q", "from", "sort", "project", "country", "Donor", "constructor", "none", "!", "region"];
  const fields = names.map((name) => `${JSON.stringify(name)}: ["A value"]`).join(", ");
  site.put(
    "portfolio.json",
    `{ "title": "T", "projects": [
      { "id": "one", "title": "One", "countries": ["RO"], "donors": ["D"], "fields": { "__proto__": ["A value"], ${fields} } },
      { "id": "two", "title": "Two", "countries": ["MD"] } ] }`,
  );
  await atlas.open();
  for (const name of ["q", "from", "sort", "project", "constructor", "__proto__"]) {
    await expect(atlas.page.getByRole("group", { name, exact: true }), name).toBeVisible();
  }
  const keys = await atlas.page.locator("fieldset[data-facet]").evaluateAll((all) => all.map((it) => it.dataset.facet));
  expect(new Set(keys).size).toBe(keys.length);
  for (const taken of ["q", "from", "to", "sort", "view", "project", "lang"]) expect(keys).not.toContain(taken);
  const from = atlas.page.getByRole("group", { name: "from", exact: true });
  await from.getByRole("button", { name: "from", exact: true }).click();
  await from.getByRole("checkbox", { name: /^A value/ }).check();
  await atlas.expectShown("one");
  await atlas.page.reload();
  await atlas.ready();
  await atlas.expectShown("one");
});

test("invisible and bidirectional control characters do no harm", async ({ atlas, page, site }) => {
  const odd = "\u202Eright to left\u202C \u200B\u200D\uFEFF \u0000\u0007 🏳️‍🌈 e\u0301\u0301\u0301\u0301 \uD800";
  site.putPortfolio(
    portfolio(
      { id: "odd", title: `Odd ${odd}`, objective: odd, themes: [odd], donors: [odd] },
      { id: "even", title: "Even" },
    ),
  );
  await atlas.open();
  await expect(atlas.articles).toHaveCount(2);
  await atlas.search.fill("odd");
  await atlas.expectShown("odd");
  await expectHarmless(page);
});

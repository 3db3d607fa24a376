// What the accessibility statement promises, in every view, theme and language.
import { expect, test } from "./atlas.js";

const VIEWS = [
  "",
  "country=RO&donor=!european-union&from=2008",
  "view=list",
  "view=table",
  "view=figures",
  "view=network",
  "view=compare&compare=agire&compare=trm-ii",
  "project=trm-ii",
];

async function openAndSettle(atlas, query) {
  await atlas.open(query);
  await atlas.waitForMap();
  await expect(atlas.page.locator("[aria-busy=true]")).toHaveCount(0);
}

for (const language of ["en", "fr", "de", "es", "ar", "mk"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`in ${language} and ${colorScheme}, no axe rule is broken in any view`, async ({ atlas, page }) => {
      test.slow();
      await page.emulateMedia({ colorScheme });
      for (const view of VIEWS) {
        await openAndSettle(atlas, `${view}&lang=${language}`);
        await atlas.expectAccessible();
      }
    });
  }
}

for (const [how, prepare] of [
  ["enlarged four times", (page) => page.setViewportSize({ width: 320, height: 256 })],
  [
    "with the text spacing of WCAG 1.4.12",
    async (page) => {
      await page.setViewportSize({ width: 360, height: 740 });
      await page.addStyleTag({
        content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
          p { margin-block-end: 2em !important; }`,
      });
    },
  ],
]) {
  for (const view of VIEWS) {
    test(`${how}, nothing is lost: ${view || "the first view"}`, async ({ atlas, page }) => {
      await openAndSettle(atlas, view);
      await prepare(page);
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      // The map resizes a moment later.
      await expect(() => atlas.expectNoHorizontalOverflow()).toPass();
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll("button, h1, h2, h3, summary, legend, a")]
          .filter((it) => it.checkVisibility() && it.textContent.trim())
          .filter((it) => getComputedStyle(it).overflow !== "visible" && !it.closest(".project-bar"))
          .filter((it) => it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)
          .map((it) => `${it.className}: ${it.textContent}`),
      );
      expect(cut).toEqual([]);
    });
  }
}

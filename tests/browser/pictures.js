// Takes the pictures for docs/views.md; `cargo xtask pictures` runs it with everything set up.
import { chromium } from "@playwright/test";
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Site } from "./site.js";

const DOCS = new URL("../../docs/", import.meta.url);
const FOLDER = fileURLToPath(new URL("pictures/", DOCS));
const WIDTHS = [360, 768, 1280, 1920];
const SCHEMES = ["light", "dark"];
/** For all pictures together, because every clone of the repository contains them. */
const MAX_BYTES = 2_000_000;
/** The lowest quality at which text stays sharp. */
const QUALITY = 0.4;
/** Wider pictures are reduced to this width: the page shows them 820 pixels wide. */
const MAX_WIDTH = 1280;

const VIEWS = [
  { name: "cards", title: "Cards", query: "country=RO&country=IT" },
  { name: "list", title: "List", query: "view=list" },
  { name: "table", title: "Table", query: "view=table", at: ".table-frame" },
  { name: "figures", title: "Charts", query: "view=figures", at: ".figures" },
  { name: "network", title: "Network", query: "view=network", at: ".network" },
  { name: "compare", title: "Compare", query: "view=compare&compare=agire&compare=trm-ii", at: ".compare__frame" },
  { name: "record", title: "A record", query: "project=agire" },
];

/** Node.js cannot encode WebP, so a canvas in a page does. */
async function asWebp(page, png) {
  const address = await page.evaluate(
    async ([source, quality, resizeWidth]) => {
      const blob = await (await fetch(source)).blob();
      const whole = await createImageBitmap(blob);
      const options = whole.width > resizeWidth ? { resizeWidth, resizeQuality: "high" } : {};
      const image = await createImageBitmap(blob, options);
      const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
      canvas.getContext("2d").drawImage(image, 0, 0);
      return canvas.toDataURL("image/webp", quality);
    },
    [`data:image/png;base64,${png.toString("base64")}`, QUALITY, MAX_WIDTH],
  );
  return Buffer.from(address.split(",")[1], "base64");
}

async function takePicture(browser, site, view, width, scheme) {
  const height = width < 600 ? 760 : Math.round(width * 0.62);
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    locale: "en-GB",
    reducedMotion: "reduce",
  });
  await page.goto(`${site.origin}/?${view.query}`);
  await page.locator("html[data-atlas=ready]").waitFor();
  // Narrower pages hide the map at first.
  if (width >= 640) await page.locator("svg [data-country]").first().waitFor({ state: "attached" });
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  if (view.at) {
    await page.locator(view.at).waitFor();
    await page
      .locator(".toolbar")
      .evaluate((it) => window.scrollTo({ top: it.getBoundingClientRect().top + scrollY - 24, behavior: "instant" }));
  }
  const png = await page.screenshot();
  await page.close();
  return png;
}

function shown() {
  const picture = ({ name, title }, width) => `<picture>
<source media="(prefers-color-scheme: dark)" srcset="pictures/${name}-${width}-dark.webp">
<img alt="${title}, ${width} pixels wide" width="${Math.min(width, 820)}" src="pictures/${name}-${width}-light.webp">
</picture>`;
  const section = (view) => {
    const address = `\`?${view.query}\``;
    return [`## ${view.title}`, address, ...WIDTHS.toReversed().map((width) => picture(view, width))].join("\n\n");
  };
  return [
    "# The views",
    "Each at 1920, 1280, 768 and 360 pixels, light or dark as you read this.",
    "`cargo xtask pictures` takes the pictures again.",
    ...VIEWS.map(section),
    "",
  ].join("\n\n");
}

rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const site = await Site.open();
const browser = await chromium.launch({
  executablePath: process.env.ATLAS_CHROMIUM || undefined,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
const converter = await browser.newPage();
for (const view of VIEWS) {
  for (const width of WIDTHS) {
    for (const scheme of SCHEMES) {
      const png = await takePicture(browser, site, view, width, scheme);
      writeFileSync(`${FOLDER}${view.name}-${width}-${scheme}.webp`, await asWebp(converter, png));
    }
  }
  console.log(`${view.title}: ${WIDTHS.length * SCHEMES.length} pictures`);
}
await browser.close();
await site.close();
writeFileSync(new URL("views.md", DOCS), shown());
const bytes = readdirSync(FOLDER).reduce((sum, name) => sum + statSync(FOLDER + name).size, 0);
console.log(`${bytes} of ${MAX_BYTES} bytes in docs/pictures/`);
if (bytes > MAX_BYTES) {
  console.error("error: the pictures are too heavy for the repository");
  process.exitCode = 1;
}

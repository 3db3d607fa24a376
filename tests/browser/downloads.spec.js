// Every visual can be taken along: charts and network as pictures, the table for a spreadsheet.
import { readFileSync } from "node:fs";
import { expect, test } from "./atlas.js";

async function saved(page, press) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** What a saved drawing consists of, as a browser reads it. */
async function drawn(page, svg) {
  const blank = await page.context().newPage();
  const parts = await blank.evaluate((svg) => {
    const file = new DOMParser().parseFromString(svg, "image/svg+xml");
    return {
      error: file.querySelector("parsererror")?.textContent,
      texts: [...file.querySelectorAll("text")].map((text) => text.textContent),
      shapes: file.querySelectorAll("rect, path, circle").length,
      leftovers: file.querySelectorAll("[class], [style], [role], script, foreignObject").length,
    };
  }, svg);
  await blank.close();
  return parts;
}

const download = (atlas) => atlas.page.locator(".picture-download");

for (const [view, file, named] of [
  ["figures", "charts", ["European Union", "2010", "100%"]],
  ["network", "network", ["European Union"]],
]) {
  test(`the ${file} are saved as a drawing, with title, selection, source and date`, async ({ atlas, page }) => {
    await atlas.open(`view=${view}&country=RO`);
    await download(atlas).getByText("Download picture").click();
    const { name, bytes } = await saved(page, () => download(atlas).getByRole("button", { name: "SVG" }).click());
    expect(name).toBe(`${file}.svg`);
    const { error, texts, shapes, leftovers } = await drawn(page, bytes.toString());
    expect(error).toBeUndefined();
    expect(leftovers).toBe(0);
    expect(shapes).toBeGreaterThan(3);
    const all = texts.join("\n");
    for (const text of ["Completed Projects", "2 of 6 projects in Romania", "Source: The web page", "accessed "]) {
      expect(all).toContain(text);
    }
    for (const text of named) expect(all).toContain(text);
    expect(bytes.toString()).toContain("@font-face{font-family:'Atlas Sans'");
  });

  test(`the ${file} are saved as an image`, async ({ atlas, page }) => {
    await atlas.open(`view=${view}`);
    await download(atlas).getByText("Download picture").click();
    const { name, bytes } = await saved(page, () => download(atlas).getByRole("button", { name: "PNG" }).click());
    expect(name).toBe(`${file}.png`);
    expect(bytes.subarray(1, 4).toString()).toBe("PNG");
    // A blank picture of this size would be a few kilobytes.
    expect(bytes.length).toBeGreaterThan(20_000);
  });
}

test("the table is saved for a spreadsheet: the results in their order, with the shown columns", async ({
  atlas,
  page,
}) => {
  await atlas.open("view=table&country=RO&sort=title");
  const link = page.getByRole("button", { name: "Download table (CSV)" });
  const { name, bytes } = await saved(page, () => link.click());
  expect(name).toBe("projects.csv");
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const lines = bytes.toString().slice(1).trim().split("\r\n");
  expect(lines[0]).toBe("Title,Dates,Country,Donor,Implementing organisation");
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(/^"?AGIRE/);
  expect(lines[1]).toContain("Austria; Greece; Italy; Romania");
});

test("nothing to download is offered without results", async ({ atlas, page }) => {
  await atlas.open("view=figures&q=zzyzx");
  await expect(download(atlas)).toBeHidden();
  await atlas.open("view=table&q=zzyzx");
  await expect(page.getByRole("button", { name: "Download table (CSV)" })).toBeHidden();
});

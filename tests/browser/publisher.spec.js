// What a publisher adds to a list: a logo, an accent, an introduction, an address for errors, and for a
// project a picture and results.
import { expect, test } from "./atlas.js";

const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40"/></svg>';

const list = (own) => ({
  title: "A list",
  publisher: { name: "An office", url: "https://office.example/" },
  intro: "What this list is about.\n\nA second paragraph.",
  contact: "editor@office.example",
  ...own,
  projects: [
    {
      id: "one",
      title: "One & only",
      objective: "Short.",
      results: ["Forty people trained"],
      image: { url: "pictures/one.svg", alt: "A classroom", credit: "A. Photographer" },
      documents: [
        { title: "A page", url: "https://office.example/page" },
        { title: "The report", url: "https://office.example/report.pdf?v=2" },
      ],
    },
    { id: "two", title: "Two", image: { url: "https://elsewhere.example/two.jpg", alt: "A street" } },
  ],
});

test("the header shows publisher, logo and introduction, and the title links to the whole list", async ({
  atlas,
  page,
  site,
}) => {
  site.put("pictures/logo.svg", PICTURE);
  site.putPortfolio(list({ logo: "pictures/logo.svg" }));
  await atlas.open("q=forty&view=table");
  const header = page.getByRole("banner");
  await expect(header.getByRole("link", { name: "An office" })).toHaveAttribute("href", "https://office.example/");
  await expect(header).toContainText("What this list is about.");
  const logo = header.locator("img");
  await expect(logo).toHaveAttribute("src", `${site.origin}/pictures/logo.svg`);
  await expect.poll(() => logo.evaluate((it) => it.naturalWidth)).toBe(60);
  await header.getByRole("link", { name: "A list" }).click();
  await atlas.expectQuery();
  await expect(atlas.articles).toHaveCount(2);
});

test("an accent is used in the theme in which its contrast is sufficient", async ({ atlas, page, site }) => {
  const line = () =>
    page.getByRole("banner").evaluate((it) => {
      const { borderTopColor, borderTopWidth } = getComputedStyle(it);
      return borderTopWidth === "0px" ? "none" : borderTopColor;
    });
  site.putPortfolio(list({ accent: "#ffe9a8" }));
  await page.emulateMedia({ colorScheme: "light" });
  await atlas.open();
  await expect.poll(line).toBe("rgba(0, 0, 0, 0)");
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(line).toBe("rgb(255, 233, 168)");
});

test("a record shows picture, results and kinds of documents, and where to report an error", async ({
  atlas,
  page,
  site,
}) => {
  site.put("pictures/one.svg", PICTURE);
  site.putPortfolio(list());
  await atlas.open("project=one");
  const picture = atlas.record.getByRole("img", { name: "A classroom" });
  await expect(picture).toHaveAttribute("src", `${site.origin}/pictures/one.svg`);
  await expect(atlas.record.locator("figcaption")).toHaveText("A. Photographer");
  await expect(atlas.record.getByText("Forty people trained")).toBeVisible();
  const documents = atlas.record.locator(".record__list li");
  await expect(documents).toHaveText(["The reportPDF", "A page"]);
  const report = atlas.record.getByRole("link", { name: "Report an error" });
  await expect(report).toHaveAttribute("href", "mailto:editor@office.example?subject=One%20%26%20only");
  await expect(page.getByRole("contentinfo")).toContainText("A second paragraph.");
});

test("a picture of another site is a link, and is not requested", async ({ atlas, site }) => {
  // A request to another origin fails every test.
  site.putPortfolio(list());
  await atlas.open("project=two");
  const link = atlas.record.getByRole("link", { name: "A street" });
  await expect(link).toHaveAttribute("href", "https://elsewhere.example/two.jpg");
  await expect(atlas.record.getByRole("img", { name: "A street" })).toHaveCount(0);
});

for (const [overview, width] of [
  ["hidden", 1280],
  ["shown", 360],
])
  test(`map and timeline are ${overview} at first where the portfolio states it, and a choice is kept`, async ({
    atlas,
    page,
    site,
  }) => {
    const projects = [{ title: "Wells", start: "2011", countries: ["KE"] }];
    site.putPortfolio({ ...list({ overview }), projects });
    await page.setViewportSize({ width, height: 800 });
    await atlas.open();
    const content = page.locator("#overview");
    await expect(content).toBeVisible({ visible: overview === "shown" });
    await atlas.overviewToggle.click();
    await expect(content).toBeVisible({ visible: overview === "hidden" });
    await page.reload();
    await atlas.ready();
    await expect(content).toBeVisible({ visible: overview === "hidden" });
  });

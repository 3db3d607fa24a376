import { expect, test } from "./atlas.js";

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in the ${colorScheme} scheme`, () => {
    test.use({ colorScheme });

    test("the accessibility statement is one click away and links back", async ({ atlas, page }) => {
      await atlas.open("country=RO");
      await page.getByRole("link", { name: "Accessibility statement" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accessibility statement");
      await page.setViewportSize({ width: 320, height: 640 });
      await atlas.expectNoHorizontalOverflow();
      await atlas.expectAccessible();
      await page.getByRole("link", { name: "Back to the projects" }).click();
      await atlas.ready();
    });
  });
}

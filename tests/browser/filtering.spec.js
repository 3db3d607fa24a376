// A visitor narrows the list by what they look for.
import { expect, test } from "./atlas.js";

test("all projects are listed before anything is chosen", async ({ atlas }) => {
  await atlas.open();
  await expect(atlas.status).toHaveText(/^6\b/);
  await expect(atlas.articles).toHaveCount(6);
  await atlas.expectAccessible();
});

import { expect, test } from "./atlas.js";
import { builtFiles } from "./site.js";

const path = (name) => [...builtFiles().keys()].find((it) => it.endsWith(`/${name}.wasm`));

test("an address that opens a record waits for the code that shows it", async ({ atlas, site }) => {
  site.injectFault("on_demand.wasm", { delay: 3000 });
  await atlas.open("project=agire");
  await expect(atlas.record.getByText("Loading")).toBeVisible();
  await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
  await expect(atlas.record.getByText("Loading")).toHaveCount(0);
});

test("a record can be closed while its code loads", async ({ atlas, site, page }) => {
  site.injectFault("on_demand.wasm", { stallAfter: 100 });
  await atlas.open("project=agire");
  await page.keyboard.press("Escape");
  await expect(atlas.record).toHaveCount(0);
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
});

for (const [what, spoil] of [
  ["is missing", (site) => site.injectFault("on_demand.wasm", { status: 404 })],
  ["breaks off", (site) => site.injectFault("on_demand.wasm", { breakAfter: 1000 })],
  ["is another file", (site) => site.put(path("on_demand"), "<!doctype html><title>Welcome</title>")],
  ["is cut short", (site) => site.put(path("on_demand"), builtFiles().get(path("on_demand")).subarray(0, 2000))],
]) {
  test(`when a chunk of the program ${what}, the record says so, and trying again works once it is fixed`, async ({
    atlas,
    site,
  }) => {
    atlas.expectConsoleMessage(/Failed to load resource/);
    const whole = site.read(path("on_demand"));
    spoil(site);
    await atlas.open();
    await atlas.titleLink("agire").click();
    await expect(atlas.record.getByRole("alert")).toContainText("could not be loaded");
    await atlas.expectAccessible();
    site.clearFaults();
    site.put(path("on_demand"), whole);
    await atlas.tryAgain.click();
    await expect(atlas.record.getByRole("heading", { level: 2 })).toBeVisible();
    await expect(atlas.alert).toHaveCount(0);
  });
}

test("when the map’s code is missing, everything else works, and trying again works once it is there", async ({
  atlas,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.injectFault("map.wasm", { status: 500 });
  await atlas.open();
  await expect(atlas.alert).toContainText("could not be loaded (the server returned 500)");
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
  site.clearFaults();
  await atlas.tryAgain.click();
  await expect(atlas.country("RO")).toHaveAttribute("aria-pressed", "true");
});

test("the timeline plays without the code that is loaded on demand", async ({ atlas, page, site }) => {
  site.injectFault("on_demand.wasm", { status: 404 });
  await atlas.open();
  await page.getByRole("button", { name: "Play timeline" }).click();
  await atlas.expectQuery("from=2007", "to=2007");
  await expect(page.locator(".notice")).toHaveCount(0);
  expect(site.requests.filter((path) => path.endsWith("on_demand.wasm"))).toEqual([]);
});

test("a loading error is shown in the language that is chosen afterwards", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.injectFault("deferred.wasm", { status: 404 });
  site.injectFault("world.atlas-geo", { status: 500 });
  await atlas.open();
  const timeline = page.locator(".overview__timeline").getByRole("alert");
  await expect(page.locator(".map").getByRole("alert")).toContainText("could not be loaded (the server returned 500)");
  await expect(timeline).toContainText("could not be loaded (the server returned 404)");
  await page.locator("#language").selectOption("de");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(timeline).toContainText("konnte nicht geladen werden");
  await expect(page.locator(".map").getByRole("alert")).toContainText("der Server meldet 500");
  await expect(timeline).not.toContainText("could not");
  await page.locator("#language").selectOption("en");
  await expect(timeline).toContainText("could not be loaded (the server returned 404)");
});

test("a view whose code could not be loaded says so in the language that is chosen afterwards", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.injectFault("on_demand.wasm", { status: 404 });
  await atlas.open("view=figures");
  await expect(page.locator(".on-demand")).toContainText("could not be loaded");
  await page.locator("#language").selectOption("fr");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.locator(".on-demand")).toContainText("404");
  await expect(page.locator(".on-demand")).not.toContainText("could not");
});

test("when the code of the timeline and the search is missing, everything else works, and trying again works", async ({
  atlas,
  page,
  site,
}) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.injectFault("deferred.wasm", { status: 500 });
  await atlas.open();
  const timeline = page.locator(".overview__timeline");
  await expect(timeline.getByRole("alert")).toContainText("could not be loaded (the server returned 500)");
  await atlas.waitForMap();
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
  await atlas.expectAccessible();
  site.clearFaults();
  await timeline.getByRole("button", { name: "Try again" }).click();
  await expect(atlas.year(2010)).toBeVisible();
  await expect(atlas.alert).toHaveCount(0);
  await atlas.search.fill("trafficking");
  await expect(page.locator("#suggestions")).toBeVisible();
});

test("a search in the address waits for the code of the search, and nothing else does", async ({ atlas, site }) => {
  site.injectFault("deferred.wasm", { delay: 2000 });
  await atlas.visit("q=lebanese");
  await atlas.ready();
  await atlas.expectShown("telae");
});

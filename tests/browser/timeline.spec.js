import { expect, test } from "./atlas.js";
import { bundled, manyProjects } from "./portfolios.js";

/** With a clock that only `page.clock.runFor` advances, however slow the machine. */
async function openWithPausedClock(atlas, page, query) {
  await page.clock.install();
  await atlas.open(query);
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
}

// The checks at the end of each test wait for timers.
test.afterEach(({ page }) => page.clock.resume());

test("the ends of the range are sliders that keys move", async ({ atlas, page }) => {
  await atlas.open();
  const [from, to] = [atlas.sliderHandle("From"), atlas.sliderHandle("To")];
  await expect(from).toHaveAttribute("aria-valuetext", "from 2007");
  await expect(to).toHaveAttribute("aria-valuenow", "2012");
  await from.press("ArrowRight");
  await from.press("ArrowUp");
  await atlas.expectQuery("from=2009", "to=2012");
  await expect(from).toHaveAttribute("aria-valuetext", "from 2009");
  await expect(from).toBeFocused();
  await to.press("Home");
  await atlas.expectQuery("from=2009", "to=2009");
  await atlas.expectShown("agire", "armenia-azerbaijan-georgia", "brazil-eu");
  await to.press("End");
  await from.press("Home");
  await atlas.expectQuery();
  await from.press("PageUp");
  await page.goBack();
  await expect(atlas.articles).toHaveCount(6);
});

test("a handle can be dragged, and the projects change before it is released", async ({ atlas, page }) => {
  await atlas.open();
  const middle = async (locator) => {
    const { x, y, width, height } = await locator.boundingBox();
    return [x + width / 2, y + height / 2];
  };
  await page.mouse.move(...(await middle(atlas.sliderHandle("From"))));
  await page.mouse.down();
  await page.mouse.move(...(await middle(atlas.year(2010))), { steps: 6 });
  await atlas.expectQuery("from=2010", "to=2012");
  await page.mouse.move(...(await middle(atlas.year(2012))), { steps: 6 });
  await page.mouse.up();
  await atlas.expectShown("trm-ii", "heroine-route");
  await page.goBack();
  await expect(atlas.articles).toHaveCount(6);
});

test("each project has a bar that opens its record", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1920, height: 900 });
  await atlas.open("country=RO");
  const bars = page.getByRole("list", { name: "Project timeline" }).getByRole("button");
  await expect(bars).toHaveCount(2);
  await bars.filter({ hasText: "TELAE" }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: /^AGIRE.*, Dec 2007 – Dec 2010$/ }).click();
  await atlas.expectQuery("country=RO", "project=agire");
  await expect(atlas.record).toBeVisible();
});

test("many projects have no individual bars, and those without dates are counted", async ({ atlas, page, site }) => {
  const many = manyProjects(60);
  for (const project of many.projects.slice(0, 7)) delete project.start;
  site.putPortfolio(many);
  await page.setViewportSize({ width: 1920, height: 900 });
  await atlas.open();
  await expect(page.getByRole("list", { name: "Project timeline" })).toHaveCount(0);
  await expect(page.getByRole("region", { name: "Active projects by year" })).toContainText(
    "7 projects have no dates (not shown here)",
  );
  await atlas.year(1994).click();
  await expect(page.getByRole("list", { name: "Project timeline" })).toBeVisible();
});

test("without any dates there is no timeline", async ({ atlas, page, site }) => {
  const undated = bundled();
  for (const project of undated.projects) {
    delete project.start;
    delete project.end;
  }
  site.putPortfolio(undated);
  await atlas.open();
  await expect(page.getByRole("region", { name: "Active projects by year" })).toHaveCount(0);
  await expect(atlas.articles).toHaveCount(6);
});

test("the timeline plays until the last year", async ({ atlas, page }) => {
  await openWithPausedClock(atlas, page);
  await page.getByRole("button", { name: "Play timeline" }).click();
  await atlas.expectQuery("from=2007", "to=2007");
  await atlas.expectShown("agire");
  await expect(atlas.status).toHaveAttribute("aria-live", "off");
  await page.clock.runFor(900);
  await atlas.expectQuery("from=2008", "to=2008");
  await page.clock.runFor(4 * 900);
  await atlas.expectQuery("from=2012", "to=2012");
  await page.clock.runFor(2 * 900);
  await expect(page.getByRole("button", { name: "Play timeline" })).toBeVisible();
  await expect(atlas.status).toHaveAttribute("aria-live", "polite");
  await atlas.expectQuery();
  await expect(atlas.articles).toHaveCount(6);
  // However many years were played, they are one history entry.
  await page.goBack();
  await atlas.expectQuery();
});

test("after playing, the range is restored, and the history has no extra entries", async ({ atlas, page }) => {
  await openWithPausedClock(atlas, page);
  const steps = () => page.evaluate(() => history.length);
  const before = await steps();
  const play = page.getByRole("button", { name: "Play timeline" });
  for (let round = 0; round < 3; round += 1) {
    await play.click();
    await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.clock.runFor(7 * 900);
    await expect(play).toBeVisible();
    await atlas.expectQuery();
  }
  await page.clock.resume();
  await atlas.checkbox("country", "AM").check();
  await atlas.expectQuery("country=AM");
  expect(await steps()).toBe(before + 1);
  await page.goBack();
  await atlas.expectQuery();
  await expect(atlas.articles).toHaveCount(6);
  // The visitor’s own range comes back, even after a pause.
  await openWithPausedClock(atlas, page, "from=2009&to=2010");
  await play.click();
  await page.clock.runFor(900);
  await atlas.expectQuery("from=2010", "to=2011");
  await page.getByRole("button", { name: "Pause" }).click();
  await atlas.expectQuery("from=2010", "to=2011");
  await play.click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.clock.runFor(4 * 900);
  await expect(play).toBeVisible();
  await atlas.expectQuery("from=2009", "to=2010");
});

test("the timeline pauses on request, and at any other choice", async ({ atlas, page }) => {
  await openWithPausedClock(atlas, page);
  const play = page.getByRole("button", { name: "Play timeline" });
  await play.click();
  await atlas.expectQuery("from=2007", "to=2007");
  await page.clock.runFor(900);
  await page.getByRole("button", { name: "Pause" }).click();
  await page.clock.runFor(5 * 900);
  await atlas.expectQuery("from=2008", "to=2008");
  await play.click();
  await expect(page.getByRole("button", { name: "Pause" })).toBeVisible();
  await page.clock.runFor(900);
  await atlas.expectQuery("from=2009", "to=2009");
  await atlas.checkbox("country", "AM").check();
  await page.clock.runFor(5 * 900);
  await atlas.expectQuery("country=AM", "from=2009", "to=2009");
  await expect(play).toBeVisible();
});

test("a change is announced once, after typing has paused", async ({ atlas, page }) => {
  await atlas.open();
  await page.evaluate(() => {
    window.statusTexts = [];
    const status = document.querySelector("[role=status]");
    new MutationObserver(() => window.statusTexts.push(status.textContent)).observe(status, {
      characterData: true,
      childList: true,
      subtree: true,
    });
  });
  await atlas.search.pressSequentially("child", { delay: 60 });
  await expect(atlas.status).toHaveText(/^\d of 6/);
  expect((await page.evaluate(() => window.statusTexts)).length).toBe(1);
});

for (const width of [320, 1280]) {
  test(`at ${width} pixels a mistyped year makes nothing wider than the page`, async ({ atlas, page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    site.putPortfolio({
      title: "T",
      projects: [
        { id: "x", title: "X", start: "0201", end: "0201" },
        { id: "y", title: "Y", start: "2012" },
      ],
    });
    const overhang = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    for (const query of ["", "view=figures", "project=y"]) {
      await atlas.open(query);
      if (query.includes("figures")) await expect(page.locator(".chart--years")).toBeVisible();
      expect(await overhang()).toBeLessThanOrEqual(0);
    }
    const record = page.getByRole("dialog");
    await expect(record.locator(".project-timeline")).toBeVisible();
    expect(
      await record.locator(".project-timeline").evaluate((it) => it.scrollWidth - it.clientWidth),
    ).toBeLessThanOrEqual(0);
  });
}

test("the accessible name of a project’s bar contains its visible text", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1920, height: 900 });
  await atlas.open();
  await expect(page.locator(".project-bar")).toHaveCount(6);
  const unlike = await page
    .locator(".project-bar")
    .evaluateAll((bars) =>
      bars
        .filter(
          (bar) => !bar.getAttribute("aria-label").startsWith(bar.querySelector(".project-bar__name").textContent),
        )
        .map((bar) => bar.getAttribute("aria-label")),
    );
  expect(unlike).toEqual([]);
});

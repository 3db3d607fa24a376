import { expect, test } from "./atlas.js";
import { portfolio } from "./portfolios.js";

const node = (page, key) => page.locator(`.network [data-node][data-organisation="${key}"]`);
const listed = (page, key) => page.locator(`.network-list [data-organisation="${key}"]`);
const focused = (page) => page.locator(".network [data-node]:focus");

function withOrganisations(count) {
  const name = (of, at) => `${of} number ${at} of the Republic with a long name`;
  return portfolio(
    ...Array.from({ length: count }, (_, at) => ({
      id: `p-${at}`,
      title: `Project ${at}`,
      donors: [name("Fund", (at * at) % 11)],
      implementing: [name("Agency", at % 17)],
      partners: [name("Association", at % 70), name("Association", (at * 7) % 60)],
    })),
  );
}

test("an organisation’s name includes its roles, its projects and its partners in them", async ({ atlas, page }) => {
  await atlas.open("view=network");
  await expect(node(page, "european-union")).toHaveAccessibleName(
    /^European Union \(Donor\): 4 projects, shared with ICMPD \(4\), /,
  );
  await expect(node(page, "united-states-agency-for-international-development")).toHaveAccessibleName(
    /no shared projects/,
  );
  await expect(node(page, "icmpd")).toHaveCount(1);
  await expect(node(page, "icmpd")).toHaveAccessibleName(
    /^ICMPD \(.*Implementing organisation.*Partner.*\): 5 projects/,
  );
});

test("pointing at an organisation names its partners and dims the rest", async ({ atlas, page }) => {
  await atlas.open("view=network");
  await expect(page.locator(".network__caption")).toHaveText(/^Point to an organisation/);
  await node(page, "united-states-department-of-state").hover();
  await expect(page.locator(".network__caption")).toHaveText(
    /^United States Department of State .* shared with ICMPD \(1\)/,
  );
  await expect(node(page, "icmpd")).toHaveClass(/is-near/);
  await expect(node(page, "european-union")).toHaveClass(/is-dimmed/);
  await page.mouse.move(0, 0);
  await expect(node(page, "european-union")).not.toHaveClass(/is-dimmed/);
});

test("selecting an organisation filters by it, and selecting it again removes the filter", async ({ atlas, page }) => {
  await atlas.open("view=network");
  await node(page, "european-union").click();
  await atlas.expectQuery("donor=european-union", "view=network");
  await expect(node(page, "european-union")).toHaveAttribute("aria-pressed", "true");
  await expect(node(page, "united-states-agency-for-international-development")).toHaveCount(0);
  await node(page, "european-union").click();
  await atlas.expectQuery("view=network");
});

test("the drawing is a single tab stop, and arrow keys move from node to node", async ({ atlas, page }) => {
  await atlas.open("view=network");
  await expect(page.locator('.network [data-node][tabindex="0"]')).toHaveCount(1);
  await page.locator('.network [data-node][tabindex="0"]').focus();
  const seen = new Set();
  for (const key of ["ArrowUp", "ArrowLeft", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft"]) {
    await page.keyboard.press(key);
    await expect(focused(page)).toHaveCount(1);
    seen.add(await focused(page).getAttribute("data-organisation"));
  }
  expect(seen.size).toBeGreaterThan(2);
  await expect(page.locator('.network [data-node][tabindex="0"]')).toBeFocused();
  const key = await focused(page).getAttribute("data-organisation");
  await page.keyboard.press("Enter");
  await expect(node(page, key)).toHaveAttribute("aria-pressed", "true");
  await expect(node(page, key)).toBeFocused();
  await page.keyboard.press("Space");
  await atlas.expectQuery("view=network");
});

test("the list shows the same and filters too", async ({ atlas, page }) => {
  await atlas.open("view=network");
  await page.getByRole("group", { name: "View as", exact: true }).getByRole("button", { name: "List" }).click();
  await expect(listed(page, "european-union")).toContainText("with ICMPD (4)");
  await expect(page.locator(".network-list__row")).toHaveCount(12);
  await listed(page, "icmpd").getByRole("button").click();
  await expect(listed(page, "icmpd").getByRole("button")).toHaveAttribute("aria-pressed", "true");
  await atlas.expectQuery("implementing=icmpd", "view=network");
});

test("of many organisations the strongest are drawn, and the rest are counted", async ({ atlas, page, site }) => {
  site.putPortfolio(withOrganisations(300));
  await atlas.open("view=network");
  await expect(page.locator(".network [data-node]")).toHaveCount(40);
  await expect(page.locator(".network__note")).toHaveText(
    "Lines show each organisation’s strongest connections. 53 more organisations with fewer projects are not shown.",
  );
  const overlaps = await page.locator(".network .label").evaluateAll((all) => {
    const boxes = all.filter((it) => getComputedStyle(it).display !== "none").map((it) => it.getBoundingClientRect());
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => meet(a, b))).length;
  });
  expect(overlaps).toBe(0);
});

test("no projects and no organisations have messages, and a single organisation is shown", async ({
  atlas,
  page,
  site,
}) => {
  site.putPortfolio(portfolio({ id: "a", title: "Bare" }, { id: "b", title: "Owned", donors: ["Fund"] }));
  await atlas.open("view=network&q=nothing-has-this");
  await expect(page.getByText("No projects match these filters.")).toBeVisible();
  await atlas.open("view=network&q=bare");
  await expect(page.getByText("No organisations are listed for these projects.")).toBeVisible();
  await atlas.open("view=network&q=owned");
  await expect(node(page, "fund")).toBeVisible();
});

for (const width of [320, 768, 1440]) {
  test(`at ${width} px nothing overflows sideways`, async ({ atlas, page, site }) => {
    await page.setViewportSize({ width, height: 800 });
    site.putPortfolio(withOrganisations(120));
    await atlas.open("view=network");
    await expect(page.locator(".network [data-node]").first()).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
    const outside = await page.locator(".network [data-node]").evaluateAll(
      (all) =>
        all.filter((it) => {
          const { left, right } = it.querySelector(".node__shape").getBoundingClientRect();
          return left < 0 || right > innerWidth;
        }).length,
    );
    expect(outside).toBe(0);
    await page.getByRole("group", { name: "View as", exact: true }).getByRole("button", { name: "List" }).click();
    await expect(page.locator(".network-list")).toBeVisible();
    await atlas.expectNoHorizontalOverflow();
  });
}

test("the network is updated in place: the selected organisation stays the same element", async ({ atlas, page }) => {
  await atlas.open("view=network");
  for (const [organisation, name] of [
    [(key) => node(page, key), "drawing"],
    [(key) => listed(page, key).getByRole("button"), "list"],
  ]) {
    if (name === "list") {
      await page.getByRole("group", { name: "View as", exact: true }).getByRole("button", { name: "List" }).click();
    }
    const selected = organisation("european-union");
    await selected.focus();
    const before = await selected.elementHandle();
    await page.keyboard.press("Enter");
    await expect(selected).toHaveAttribute("aria-pressed", "true");
    await expect(organisation("united-states-agency-for-international-development")).toHaveCount(0);
    await expect(selected).toBeFocused();
    expect(await selected.evaluate((now, before) => now === before, before)).toBe(true);
    await page.keyboard.press("Enter");
    await atlas.expectQuery("view=network");
    await expect(selected).toHaveAttribute("aria-pressed", "false");
    expect(await selected.evaluate((now, before) => now === before, before)).toBe(true);
  }
});

test("the focused organisation stays highlighted and the tab stop when the drawing changes", async ({
  atlas,
  page,
}) => {
  await atlas.open("view=network");
  await node(page, "european-union").focus();
  await page.keyboard.press("Enter");
  await expect(node(page, "united-states-agency-for-international-development")).toHaveCount(0);
  await expect(node(page, "european-union")).toHaveAttribute("tabindex", "0");
  await expect(node(page, "european-union")).toHaveClass(/is-highlighted/);
  await expect(page.locator('.network [data-node][tabindex="0"]')).toHaveCount(1);
});

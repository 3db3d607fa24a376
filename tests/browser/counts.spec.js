// The counts expected here were counted by hand.
import { expect, test } from "./atlas.js";

test("without filters every value counts all its projects", async ({ atlas }) => {
  await atlas.open();
  const two = ["AZ", "IT", "MD", "MK", "RO"].map((code) => [code, 2]);
  const one = ["AL", "AM", "AT", "BA", "BG", "BR", "GE", "GR", "HR", "LB", "ME", "PT", "RS", "TR", "XK"];
  const countries = Object.fromEntries([...two, ...one.map((code) => [code, 1])]);
  expect(Object.fromEntries(await atlas.counts("country"))).toEqual(countries);
  expect(Object.fromEntries(await atlas.counts("donor"))).toEqual({
    "european-union": 4,
    "united-states-agency-for-international-development": 1,
    "united-states-department-of-state": 1,
    "portuguese-immigration-and-border-service": 1,
    "portuguese-commission-for-citizenship-and-gender-equality": 1,
  });
  expect(Object.fromEntries(await atlas.counts("implementing"))).toEqual({
    icmpd: 3,
    "international-labour-organisation": 1,
    "save-the-children-italia": 1,
    none: 1,
  });
  expect(Object.fromEntries(await atlas.counts("partner"))).toEqual({
    icmpd: 2,
    "international-organisation-for-migration": 1,
    "organisation-for-security-and-cooperation-in-europe": 1,
    "portuguese-immigration-and-border-service": 1,
    "portuguese-commission-for-citizenship-and-gender-equality": 1,
    "associazione-on-the-road": 1,
    "universities-igos-ngos-and-law-enforcement-agencies": 1,
    none: 3,
  });
  expect(Object.fromEntries(await atlas.counts("theme"))).toEqual({
    "identification-referral-and-protection": 3,
    prevention: 2,
    children: 1,
    "labour-exploitation": 2,
    "law-enforcement-and-prosecution": 2,
    "policy-and-national-action-plans": 2,
    "transnational-cooperation": 2,
    "research-and-assessment": 1,
  });
});

test("values with most projects come first, then by name, “Not specified” last", async ({ atlas }) => {
  await atlas.open();
  const keys = async (facet) => (await atlas.counts(facet)).map(([key]) => key);
  expect((await keys("country")).slice(0, 7)).toEqual(["IT", "MK", "AL", "BA", "HR", "GR", "XK"]);
  expect(await keys("implementing")).toEqual([
    "icmpd",
    "international-labour-organisation",
    "save-the-children-italia",
    "none",
  ]);
  expect((await keys("partner")).at(-1)).toBe("none");
});

test("a selection changes the counts of all other facets, but not of its own", async ({ atlas }) => {
  await atlas.open();
  const countries = await atlas.counts("country");
  await atlas.checkbox("country", "RO").check();
  await atlas.expectShown("agire", "trm-ii");
  expect(await atlas.counts("country")).toEqual(countries);
  expect(Object.fromEntries(await atlas.counts("donor"))).toEqual({
    "european-union": 1,
    "united-states-agency-for-international-development": 1,
    "united-states-department-of-state": 0,
    "portuguese-immigration-and-border-service": 0,
    "portuguese-commission-for-citizenship-and-gender-equality": 0,
  });
  expect(Object.fromEntries(await atlas.counts("theme"))).toEqual({
    "identification-referral-and-protection": 2,
    prevention: 0,
    children: 1,
    "labour-exploitation": 2,
    "law-enforcement-and-prosecution": 0,
    "policy-and-national-action-plans": 0,
    "transnational-cooperation": 1,
    "research-and-assessment": 0,
  });
  expect(Object.fromEntries(await atlas.counts("implementing"))).toEqual({
    icmpd: 0,
    "international-labour-organisation": 0,
    "save-the-children-italia": 1,
    none: 1,
  });
});

test("with selections in two facets, each facet is counted under the other’s selection", async ({ atlas }) => {
  await atlas.open("country=RO&donor=european-union");
  await atlas.expectShown("agire");
  // European Union: heroine-route, armenia-azerbaijan-georgia, brazil-eu, agire.
  expect(Object.fromEntries(await atlas.counts("country"))).toEqual({
    AZ: 2,
    IT: 2,
    MD: 1,
    MK: 1,
    RO: 1,
    AM: 1,
    AT: 1,
    BR: 1,
    GE: 1,
    GR: 1,
    PT: 1,
    TR: 1,
    AL: 0,
    BA: 0,
    BG: 0,
    HR: 0,
    LB: 0,
    ME: 0,
    RS: 0,
    XK: 0,
  });
  // Romania: trm-ii, agire.
  const donors = Object.fromEntries(await atlas.counts("donor"));
  expect(donors["european-union"]).toBe(1);
  expect(donors["united-states-agency-for-international-development"]).toBe(1);
  // Both: agire.
  expect(Object.fromEntries(await atlas.counts("partner"))).toMatchObject({
    icmpd: 1,
    "universities-igos-ngos-and-law-enforcement-agencies": 1,
    none: 0,
  });
});

test("a count is the number of projects that selecting its value gives", async ({ atlas }) => {
  await atlas.open("country=RO");
  await atlas.openFacet("theme");
  for (const [theme, count] of [
    ["labour-exploitation", 2],
    ["children", 1],
  ]) {
    await expect(atlas.value("theme", theme)).toHaveAttribute("data-count", String(count));
    await expect(atlas.value("theme", theme)).toContainText(String(count));
    await atlas.checkbox("theme", theme).check();
    await expect(atlas.status).toHaveText(`${count} of 6 projects`);
    await atlas.checkbox("theme", theme).uncheck();
  }
});

test("search and years affect the counts of every facet, but years do not affect their own bars", async ({ atlas }) => {
  await atlas.open();
  const bars = async () => {
    const bar = (year) => atlas.year(year).getAttribute("data-count");
    return (await Promise.all([2007, 2008, 2009, 2010, 2011, 2012].map(bar))).map(Number);
  };
  expect(await bars()).toEqual([1, 1, 3, 6, 5, 2]);
  await atlas.year(2012).click();
  await atlas.expectShown("trm-ii", "heroine-route");
  expect(await bars()).toEqual([1, 1, 3, 6, 5, 2]);
  expect(Object.fromEntries(await atlas.counts("country"))).toMatchObject({ MD: 2, MK: 2, RO: 1, TR: 1, LB: 0, IT: 0 });
  await atlas.search.fill("heroine");
  await atlas.expectShown("heroine-route");
  expect(await bars()).toEqual([0, 0, 0, 1, 1, 1]);
  expect(Object.fromEntries(await atlas.counts("country"))).toMatchObject({ MD: 1, MK: 1, RO: 0, TR: 1, AZ: 1 });
});

test("a value without results keeps its place and cannot be selected", async ({ atlas }) => {
  await atlas.open();
  const before = (await atlas.counts("country")).map(([key]) => key);
  await atlas.checkbox("donor", "united-states-department-of-state").check();
  await atlas.expectShown("telae");
  const after = await atlas.counts("country");
  expect(after.map(([key]) => key)).toEqual(before);
  expect(after.filter(([, count]) => count > 0)).toEqual([["LB", 1]]);
  await expect(atlas.checkbox("country", "LB")).toBeEnabled();
  // Hidden, until a visitor asks for it.
  await expect(atlas.value("country", "RO")).toBeHidden();
  const empty = atlas.facet("country").getByRole("button", { name: "19 options with no projects" });
  await expect(empty).toHaveAttribute("aria-expanded", "false");
  await empty.click();
  await expect(empty).toHaveAttribute("aria-expanded", "true");
  await expect(atlas.value("country", "RO")).toBeVisible();
  await expect(atlas.checkbox("country", "RO")).toBeDisabled();
  expect((await atlas.counts("country")).map(([key]) => key)).toEqual(before);
  await empty.click();
  await expect(atlas.value("country", "RO")).toBeHidden();
});

test("a selected value without results can be deselected", async ({ atlas }) => {
  await atlas.open("country=LB&donor=european-union");
  for (const [facet, value] of [
    ["country", "LB"],
    ["donor", "european-union"],
  ]) {
    await expect(atlas.value(facet, value)).toHaveAttribute("data-count", "0");
    await expect(atlas.checkbox(facet, value)).toBeChecked();
    await expect(atlas.checkbox(facet, value)).toBeEnabled();
  }
  await atlas.checkbox("country", "LB").uncheck();
  await atlas.expectShown("heroine-route", "armenia-azerbaijan-georgia", "brazil-eu", "agire");
});

test("values never change their order while a visitor filters", async ({ atlas }) => {
  await atlas.open();
  const facets = ["country", "donor", "implementing", "partner", "theme"];
  const order = async () => {
    const all = await Promise.all(facets.map((facet) => atlas.counts(facet)));
    return all.map((values) => values.map(([key]) => key));
  };
  const before = await order();
  for (const [facet, value] of [
    ["country", "TR"],
    ["theme", "research-and-assessment"],
    ["country", "AZ"],
    ["partner", "none"],
  ]) {
    await atlas.openFacet(facet);
    await atlas.checkbox(facet, value).check();
    await expect(atlas.activeFilters).toBeVisible();
    expect(await order()).toEqual(before);
  }
});

test("the map has the same counts as the list of countries", async ({ atlas }) => {
  await atlas.open("donor=european-union");
  await atlas.waitForMap();
  for (const [code, count] of [
    ["AZ", 2],
    ["IT", 2],
    ["MD", 1],
    ["BR", 1],
    ["XK", 0],
    ["LB", 0],
  ]) {
    await expect(atlas.country(code)).toHaveAttribute("data-count", String(count));
    await expect(atlas.value("country", code)).toHaveAttribute("data-count", String(count));
  }
});

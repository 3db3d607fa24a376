import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "./atlas.js";
import { bundled, manyProjects } from "./portfolios.js";
import { DIST } from "./site.js";

const [version] = readdirSync(join(DIST, "v"));
const fileLines = (code) => readFileSync(join(DIST, "v", version, "lang", `${code}.txt`), "utf8").split("\n");

const LANGUAGES = [
  { code: "fr", direction: "ltr", status: "6 projets", narrowed: "2 sur 6 projets", romania: "Roumanie" },
  { code: "de", direction: "ltr", status: "6 Projekte", narrowed: "2 von 6 Projekten", romania: "Rumänien" },
  { code: "es", direction: "ltr", status: "6 proyectos", narrowed: "2 de 6 proyectos", romania: "Rumanía" },
  { code: "ar", direction: "rtl", status: "6 مشاريع", narrowed: "2 من 6 مشاريع", romania: "رومانيا" },
  { code: "mk", direction: "ltr", status: "6 проекти", narrowed: "2 од 6 проекти", romania: "Романија" },
];

/** The interface’s own text, visible or for assistive technology, without that of the portfolio. */
async function interfaceTexts(page) {
  return page.evaluate(() => {
    const texts = new Set();
    const add = (text) => {
      const plain = text?.replace(/[\u2066-\u2069]/g, "").trim();
      if (/\p{L}{2}/u.test(plain) && !URL.canParse(plain)) texts.add(plain);
    };
    const own = (element) => element.closest("[lang]") === document.documentElement && !element.closest("pre");
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (own(walker.currentNode.parentElement)) add(walker.currentNode.data);
    for (const name of ["aria-label", "aria-description", "aria-roledescription", "placeholder", "title", "alt"]) {
      for (const element of document.querySelectorAll(`[${name}]`)) if (own(element)) add(element.getAttribute(name));
    }
    return [...texts];
  });
}

const STATES = [
  "",
  "country=RO&country=MD&country=!LB&theme=children&q=trafficking&from=2008&to=2012",
  "project=trm-ii&country=none&donor=nobody",
  "view=table",
  "view=figures",
  "view=network",
];

for (const { code, direction, status, narrowed, romania } of LANGUAGES) {
  test(`in ${code}, the whole interface is in that language`, async ({ atlas, page }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 900 });
    const file = fileLines(code);
    for (const state of STATES) {
      const settled = async () => {
        if (!state.startsWith("view")) await atlas.waitForMap();
        await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      };
      await atlas.open(state);
      await settled();
      const english = new Set(await interfaceTexts(page));
      expect(english.size).toBeGreaterThan(20);
      await atlas.open(`${state}&lang=${code}`);
      await settled();
      const left = (await interfaceTexts(page)).filter(
        (text) => english.has(text) && !file.includes(text) && !["BibTeX", "RIS"].includes(text),
      );
      expect.soft(left, `${state} in ${code}`).toEqual([]);
    }
  });

  test(`in ${code}, the page has that language’s code, direction, plural forms and country names`, async ({
    atlas,
    page,
  }) => {
    await atlas.open(`lang=${code}`);
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    await expect(atlas.status).toHaveText(status);
    await atlas.checkbox("country", "RO").check();
    await expect(atlas.status).toHaveText(narrowed);
    await expect(atlas.value("country", "RO")).toContainText(romania);
    await expect(page.locator(".active-filters")).toContainText(romania);
  });

  test(`in ${code}, text of the portfolio keeps its language`, async ({ atlas, page }) => {
    await atlas.open(`lang=${code}&project=trm-ii`);
    const title = page.getByRole("heading", { name: "Expert Support Facility FWC 2010", exact: false });
    await expect(title.first()).toHaveAttribute("lang", "en");
    await expect(title.first()).toHaveAttribute("dir", "auto");
    await expect(page.locator("article .card__excerpt").first()).toHaveAttribute("lang", "en");
    await expect(atlas.value("donor", "european-union").locator("[lang]")).toHaveAttribute("lang", "en");
    await expect(atlas.value("country", "RO").locator("[lang]")).toHaveCount(0);
  });

  test(`in ${code}, nothing overflows sideways`, async ({ atlas, page }) => {
    for (const width of [360, 768, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await atlas.open(`lang=${code}&country=RO`);
      if (width < 640) {
        await atlas.expectNoHorizontalOverflow();
        await page.locator(".overview__toggle").click();
      }
      await atlas.waitForMap();
      await atlas.expectNoHorizontalOverflow();
    }
    await page.emulateMedia({ colorScheme: "dark" });
    await atlas.expectAccessible();
  });
}

test("plural forms are those of the language", async ({ atlas, site }) => {
  for (const [code, count, text] of [
    ["ar", 1, "1 مشروع"],
    ["ar", 2, "2 مشروعان"],
    ["ar", 3, "3 مشاريع"],
    ["ar", 11, "11 مشروعًا"],
    ["ar", 100, "100 مشروع"],
    ["mk", 1, "1 проект"],
    ["mk", 2, "2 проекти"],
    ["mk", 11, "11 проекти"],
    ["mk", 21, "21 проект"],
    ["fr", 1, "1 projet"],
    ["de", 1, "1 Projekt"],
    ["es", 1, "1 proyecto"],
    ["mk", 1234, "1.234 проекти"],
    ["de", 1234, "1.234 Projekte"],
  ]) {
    site.putPortfolio(manyProjects(count));
    await atlas.open(`lang=${code}`);
    await expect(atlas.status, `${count} in ${code}`).toHaveText(text);
  }
});

test("in Macedonian, months and countries have names, which browsers lack", async ({ atlas, page, site }) => {
  const portfolio = bundled();
  portfolio.projects[0].countries = ["MK", "XK", "CI", "CS", "QX"];
  portfolio.projects[0].start = "2010-09-30";
  site.putPortfolio(portfolio);
  await atlas.open("lang=mk");
  await expect(page.locator("article").filter({ hasText: "30 септ. 2010" })).toHaveCount(1);
  for (const [code, name] of [
    ["MK", "Северна Македонија"],
    ["XK", "Косово"],
    ["CI", "Брегот на Слоновата Коска"],
    ["CS", "Србија и Црна Гора"],
    ["QX", "QX"],
  ]) {
    await expect(atlas.value("country", code)).toContainText(name);
  }
});

test("a withdrawn country code has its own name in every language", async ({ atlas, site }) => {
  const portfolio = bundled();
  portfolio.projects[0].countries = ["CS", "AN"];
  site.putPortfolio(portfolio);
  for (const [code, name] of [
    ["en", "Serbia and Montenegro"],
    ["fr", "Serbie-et-Monténégro"],
    ["de", "Serbien und Montenegro"],
  ]) {
    await atlas.open(`lang=${code}`);
    await expect(atlas.value("country", "CS")).toContainText(name);
  }
});

test("a country is found by its name in the current language, and in English", async ({ atlas, page }) => {
  for (const words of ["Roumanie", "Romania"]) {
    await atlas.open("lang=fr");
    await page.locator("#search").fill(words);
    await expect(atlas.status).toHaveText(/^2 sur 6/);
  }
});

function fetchedLanguages(page) {
  const fetched = [];
  page.on("request", (request) => {
    const language = /\/lang\/(\w+)\.txt/.exec(request.url());
    if (language) fetched.push(language[1]);
  });
  return fetched;
}

test("only the language in use is fetched, and English never", async ({ atlas, page }) => {
  const fetched = fetchedLanguages(page);
  await atlas.open();
  await atlas.waitForMap();
  expect(fetched).toEqual([]);
  await atlas.open("lang=fr");
  await atlas.waitForMap();
  expect(fetched).toEqual(["fr"]);
});

test("the switch changes the language in place, in the address and for the next visit", async ({ atlas, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  const fetched = fetchedLanguages(page);
  await atlas.open("country=RO");
  const language = page.locator("#language");
  await expect(language).toHaveAccessibleName("Language");
  await expect(language.locator("option")).toHaveText([
    "English",
    "Français",
    "Deutsch",
    "Español",
    "العربية",
    "Македонски",
  ]);
  // Not so far that focusing the list would scroll it into view.
  await page.evaluate(() => scrollTo(0, 10));
  await language.focus();
  await language.selectOption("ar");
  await expect(atlas.status).toHaveText("2 من 6 مشاريع");
  await expect(language).toBeFocused();
  await expect(language).toHaveAccessibleName("اللغة");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  expect(await page.evaluate(() => scrollY)).toBe(10);
  await atlas.expectQuery("country=RO", "lang=ar");
  await atlas.open("donor=european-union");
  await expect(page.locator("html")).toHaveAttribute("lang", "ar");
  await expect(language).toHaveValue("ar");
  await language.selectOption("en");
  await expect(atlas.status).toHaveText("4 of 6 projects");
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  expect(fetched).toEqual(["ar", "ar"]);
});

test("“back” returns to the previous language", async ({ atlas, page }) => {
  await atlas.open("country=RO");
  await page.locator("#language").selectOption("de");
  await expect(atlas.status).toHaveText("2 von 6 Projekten");
  await page.goBack();
  await expect(atlas.status).toHaveText("2 of 6 projects");
  await page.goForward();
  await expect(atlas.status).toHaveText("2 von 6 Projekten");
});

test("an unknown language is named, and the visitor's own is used", async ({ atlas, page }) => {
  await atlas.open("lang=tlh");
  await expect(atlas.notice).toContainText("tlh");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await atlas.open("lang=fr-CH");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.locator(".notice")).toHaveCount(0);
});

test.describe("for a visitor whose browser asks for Swiss French", () => {
  test.use({ locale: "fr-CH" });

  test("the page is in French unless the address says otherwise", async ({ atlas }) => {
    await atlas.open();
    await expect(atlas.status).toHaveText("6 projets");
    await atlas.open("lang=en");
    await expect(atlas.status).toHaveText("6 projects");
  });

  test("the loading messages are in French too", async ({ atlas, site }) => {
    atlas.expectConsoleMessage(/Failed to load resource|preload/);
    site.injectFault("portfolio.json", { status: 404 });
    await atlas.visit();
    await expect(atlas.alert).toContainText("L’explorateur interactif n’a pas pu être chargé");
    await expect(atlas.alert).toContainText("portfolio.json\u00a0: le serveur a renvoyé le code 404.");
  });
});

test("if a language cannot be fetched, the page is in English and says so", async ({ atlas, page, site }) => {
  atlas.expectConsoleMessage(/Failed to load resource/);
  site.injectFault("lang/fr.txt", { status: 503 });
  await atlas.open("lang=fr");
  await expect(atlas.status).toHaveText("6 projects");
  await expect(atlas.alert).toContainText("Français");
  await expect(atlas.alert).toContainText("503");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  site.clearFaults();
  await page.locator("#language").selectOption("de");
  await expect(atlas.status).toHaveText("6 Projekte");
  await page.locator("#language").selectOption("fr");
  await expect(atlas.status).toHaveText("6 projets");
  await expect(page.locator(".notice")).toHaveCount(0);
});

test("a damaged language file is not used", async ({ atlas, site }) => {
  site.put(`v/${version}/lang/fr.txt`, "Projets\nRechercher");
  await atlas.open("lang=fr");
  await expect(atlas.status).toHaveText("6 projects");
  await expect(atlas.alert).toContainText("the file is corrupted");
});

const textAlignment = (page) =>
  page
    .locator(".card")
    .first()
    .evaluate((card) => {
      const look = (selector) => {
        const element = card.querySelector(selector);
        const { direction, textAlign } = getComputedStyle(element);
        const range = document.createRange();
        range.selectNodeContents(element);
        const [box, text] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
        const gaps = [text.left - box.left, box.right - text.right];
        return { direction, textAlign, begins: direction === "rtl" ? Math.round(gaps[1]) : Math.round(gaps[0]) };
      };
      // A name broken across lines has several boxes.
      const broken = [...card.querySelectorAll(".value")].filter((it) => it.getClientRects().length > 1);
      return { title: look(".card__title"), text: look(".card__excerpt"), broken: broken.map((it) => it.textContent) };
    });

test("in Arabic a title and a text in Latin script start at the same side, and names are not broken", async ({
  atlas,
  page,
  site,
}) => {
  const name = "An organisation whose name is longer than one line of a card and goes on";
  site.putPortfolio({
    title: "List",
    projects: [
      {
        id: "a",
        title: "A title",
        objective: "A text that says what the project is for.",
        donors: [name, "Another donor of projects", "A third one"],
      },
    ],
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await atlas.open("lang=ar");
  const { title, text, broken } = await textAlignment(page);
  expect(title).toEqual({ direction: "ltr", textAlign: "start", begins: 0 });
  expect(text).toEqual(title);
  expect(broken).toEqual([]);
});

test("Arabic titles, texts and names run from right to left in an English page", async ({ atlas, page, site }) => {
  site.putPortfolio({
    title: "قائمة",
    projects: [
      {
        id: "a",
        title: "مشروع لدعم المدارس",
        objective: "نص يصف هدف المشروع.",
        donors: ["منظمة (UN) الأولى", "Second donor", "المنظمة الثانية ذات الاسم الطويل جدا"],
      },
    ],
  });
  await page.setViewportSize({ width: 360, height: 740 });
  await atlas.open();
  const { title, text, broken } = await textAlignment(page);
  expect(title).toEqual({ direction: "rtl", textAlign: "start", begins: 0 });
  expect(text).toEqual(title);
  expect(broken).toEqual([]);
  const names = await page
    .locator(".card .value")
    .evaluateAll((all) => all.map((it) => getComputedStyle(it).direction));
  expect(names).toEqual(["rtl", "ltr", "rtl"]);
});

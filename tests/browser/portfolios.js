// Portfolios for tests that need another than the bundled one.
import { builtFiles } from "./site.js";

/** The bundled portfolio, to be changed at will. */
export function bundled() {
  return JSON.parse(builtFiles().get("portfolio.json"));
}

/** A portfolio of these projects. */
export function portfolio(...projects) {
  return { title: "A portfolio for tests", projects };
}

const COUNTRIES = ["RO", "MD", "BR", "KE", "IN", "ME", "XK", "FJ"];
const LONG = "a title that goes on for much longer than anyone would wish, as titles of projects do";

/** So many projects, with long titles and every field that a card shows. */
export function manyProjects(count) {
  const number = (at) => String(at + 1).padStart(3, "0");
  return portfolio(
    ...Array.from({ length: count }, (_, at) => ({
      id: `p-${number(at)}`,
      title: `Project ${number(at)}: ${LONG}, ${LONG}, und Donaudampfschifffahrtsgesellschaftskapitänsmütze${number(at)}`,
      objective: `What project ${number(at)} is for. ${"It is for this and that. ".repeat(20)}`,
      start: `${1990 + (at % 30)}`,
      countries: [COUNTRIES[at % 8], COUNTRIES[(at * 3 + 1) % 8]].filter((it, n, all) => all.indexOf(it) === n),
      donors: [`Donor ${at % 10}`],
      implementing: [`Agency ${at % 40}`],
      themes: [`Theme ${at % 5}`],
    })),
  );
}

const WORLD = "KE UG TZ RW BI ET ER DJ SO SD SS TD NG GH TG BJ CI SN GM LB SY JO IQ XK MK AL ME SI MT CY LU IN NP BT LK BD MM TH FJ HT DO JM BB LC BR PE TL CD".split(" ");

/** So many projects in up to 48 countries of all continents, many of them small; few have many. */
export function worldwide(count) {
  return portfolio(
    ...Array.from({ length: count }, (_, at) => ({
      id: `w-${at}`,
      title: `Project ${at}`,
      start: `${2000 + (at % 24)}`,
      // Each country has a project before any has a second.
      countries: [WORLD[at < WORLD.length ? at : Math.floor(WORLD.length * ((at * 0.618034) % 1) ** 2)]],
      donors: [`Donor ${at % 12}`],
      implementing: ["The same agency"],
    })),
  );
}

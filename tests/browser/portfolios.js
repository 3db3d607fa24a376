import { builtFiles } from "./site.js";

export function bundled() {
  return JSON.parse(builtFiles().get("portfolio.json"));
}

export function portfolio(...projects) {
  return { title: "A portfolio for tests", projects };
}

const COUNTRIES = ["RO", "MD", "BR", "KE", "IN", "ME", "XK", "FJ"];
const LONG = "a title that goes on for much longer than anyone would wish, as titles of projects do";

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

/** Pseudo-random numbers below 1, the same for the same seed. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const CODES = (
  "RO MD BR KE IN ME XK FJ ET SO UG TZ RW BI CD CM NG GH SN ML NE TD SD SS ER DJ EG MA TN LY DZ JO LB SY IQ IR AF PK BD NP LK MM TH KH LA VN PH ID " +
  "PG AL BA MK RS BG UA BY GE AM AZ KZ KG TJ TM UZ MN CN CO PE EC BO PY UY AR CL VE GT HN SV NI CR PA CU HT DO JM MX ZM ZW MW MZ AO NA BW ZA LS SZ MG"
).split(" ");

// A realistic portfolio: 1 to 10 countries, 1 to 3 of 120 donors, one of 200 agencies, 0 to 6 of
// 800 partners and 1 to 3 of 25 themes a project, each by Zipf’s law.
export function realisticPortfolio(count) {
  const random = seeded(count);
  const zipf = (values) => {
    let sum = 0;
    const sums = Array.from({ length: values }, (_, rank) => (sum += 1 / (rank + 1)));
    return () => {
      const at = random() * sum;
      let [low, high] = [0, values - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (sums[middle] < at) low = middle + 1;
        else high = middle;
      }
      return low;
    };
  };
  const some = (draw, fewest, most) => {
    const wanted = fewest + Math.floor(random() * (most - fewest + 1));
    const drawn = new Set();
    while (drawn.size < wanted) drawn.add(draw());
    return [...drawn];
  };
  const [country, donor, agency, partner, theme] = [CODES.length, 120, 200, 800, 25].map(zipf);
  return portfolio(
    ...Array.from({ length: count }, (_, at) => {
      const start = 1995 + Math.floor(random() * 28);
      return {
        id: `p-${at + 1}`,
        title: `Project ${at + 1} for safe work and fair recruitment`,
        objective: `What project ${at + 1} is for: ${"people who travel for work know their rights. ".repeat(3)}`,
        start: `${start}-0${1 + (at % 9)}`,
        end: `${start + 1 + Math.floor(random() * 4)}-06`,
        countries: some(country, 1, 10).map((rank) => CODES[rank]),
        donors: some(donor, 1, 3).map((rank) => `Donor ${rank}`),
        implementing: [`Agency ${agency()}`],
        partners: some(partner, 0, 6).map((rank) => `Partner ${rank}`),
        themes: some(theme, 1, 3).map((rank) => `Theme ${rank}`),
      };
    }),
  );
}

const WORLD =
  "KE UG TZ RW BI ET ER DJ SO SD SS TD NG GH TG BJ CI SN GM LB SY JO IQ XK MK AL ME SI MT CY LU IN NP BT LK BD MM TH FJ HT DO JM BB LC BR PE TL CD".split(
    " ",
  );

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

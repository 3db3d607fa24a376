// Selecting the commonest country and donor among generated projects, with the counts of all values: the engine beside
// other libraries for faceted search, all in one process. Prints one table; judges nothing. A query is the median of
// several runs; “–” is a size at which a library takes minutes, or more memory than there is.
//
// node peers.mjs GLUE [SIZE…]: GLUE is the module that wasm-bindgen wrote of the benchmarks.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(join(process.env.ATLAS_PEERS, "package.json"));
const [glue, ...sizes] = process.argv.slice(2);
const { Portfolio } = require(glue);

const FACETS = ["country", "donor", "implementing", "partner", "theme"];
const now = () => performance.now();
const milliseconds = (time) => (time === undefined ? "–" : time < 10 ? time.toFixed(2) : time.toFixed(0));

/** The median of at least five runs, and of no more than fit into 1.5 seconds; what `reset` does is not measured. */
async function median(query, reset = () => {}) {
  const samples = [];
  const begin = now();
  while (samples.length < 5 || (samples.length < 200 && now() - begin < 1_500)) {
    const start = now();
    await query();
    samples.push(now() - start);
    reset();
  }
  return samples.sort((one, other) => one - other)[samples.length >> 1];
}

/** The values of every project as lists of numbers, facet by facet. */
function lists(portfolio, count) {
  return FACETS.map((_, facet) => {
    const [offsets, values] = [portfolio.offsets(facet), portfolio.values(facet)];
    return Array.from({ length: count }, (_, at) => Array.from(values.subarray(offsets[at], offsets[at + 1])));
  });
}

const named = (facet, value) => `${FACETS[facet]}-${value}`;

/** Each builds an index, and returns what answers the query with the number of matches and what resets it. */
const PEERS = {
  "crossfilter2 1.5.4": {
    most: 1_000_000,
    build(data, count) {
      const module = require("crossfilter2");
      const crossfilter = module.default ?? module;
      const all = crossfilter(Array.from({ length: count }, (_, at) => at));
      const dimensions = data.map((facet) => all.dimension((at) => facet[at], true));
      const groups = dimensions.map((dimension) => dimension.group());
      const query = () => {
        dimensions[0].filterExact(0);
        dimensions[1].filterExact(0);
        groups.forEach((group) => group.all());
        return all.groupAll().value();
      };
      const reset = () => {
        dimensions[0].filterAll();
        dimensions[1].filterAll();
      };
      return { query, reset };
    },
  },
  "itemsjs 2.4.4": {
    most: 100_000,
    build(data, count) {
      const itemsjs = require("itemsjs");
      const items = Array.from({ length: count }, (_, id) =>
        Object.fromEntries([
          ["id", id + 1],
          ...data.map((facet, at) => [FACETS[at], facet[id].map((it) => named(at, it))]),
        ]),
      );
      const aggregations = Object.fromEntries(FACETS.map((name) => [name, { size: 5_000, conjunction: false }]));
      const engine = (itemsjs.default ?? itemsjs)(items, { aggregations, searchableFields: [] });
      const query = () =>
        engine.search({ per_page: 1, filters: { country: [named(0, 0)], donor: [named(1, 0)] } }).pagination.total;
      return { query };
    },
  },
  "Orama 3.1.18 (conjunctive)": {
    most: 10_000,
    async build(data, count) {
      const { create, insertMultiple, search } = require("@orama/orama");
      const engine = create({ schema: Object.fromEntries(FACETS.map((name) => [name, "enum[]"])) });
      const items = Array.from({ length: count }, (_, id) =>
        Object.fromEntries(data.map((facet, at) => [FACETS[at], facet[id].map((it) => named(at, it))])),
      );
      await insertMultiple(engine, items, 1_000);
      const facets = Object.fromEntries(FACETS.map((name) => [name, {}]));
      const query = async () =>
        (
          await search(engine, {
            term: "",
            limit: 1,
            where: { country: { containsAll: [named(0, 0)] }, donor: { containsAll: [named(1, 0)] } },
            facets,
          })
        ).count;
      return { query };
    },
  },
  "arquero 8.0.3 (first value of each)": {
    most: 1_000_000,
    isAnotherQuery: true,
    async build(data) {
      const aq = await import(join(dirname(require.resolve("arquero/package.json")), "src/index.js"));
      const table = aq.table(
        Object.fromEntries(data.map((facet, at) => [FACETS[at], Int32Array.from(facet, (values) => values[0] ?? -1)])),
      );
      const [country, donor] = ["d => d.country === 0", "d => d.donor === 0"];
      const query = () => {
        const both = table.filter(country).filter(donor);
        table.filter(donor).groupby("country").count().objects();
        table.filter(country).groupby("donor").count().objects();
        for (const name of FACETS.slice(2)) both.groupby(name).count().objects();
        return both.numRows();
      };
      return { query };
    },
  },
  "DuckDB-WASM 1.32.0": {
    most: 1_000_000,
    async build(data, count) {
      const duckdb = require("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs");
      const dist = dirname(require.resolve("@duckdb/duckdb-wasm/dist/duckdb-node-blocking.cjs"));
      const bundle = (name) => ({
        mainModule: join(dist, `duckdb-${name}.wasm`),
        mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`),
      });
      const database = await duckdb.createDuckDB(
        { mvp: bundle("mvp"), eh: bundle("eh") },
        new duckdb.VoidLogger(),
        duckdb.NODE_RUNTIME,
      );
      await database.instantiate();
      const connection = database.connect();
      data.forEach((facet, at) => {
        const lines = ["record,value"];
        for (let record = 0; record < count; record += 1)
          for (const value of facet[record]) lines.push(`${record},${value}`);
        database.registerFileText(`${FACETS[at]}.csv`, lines.join("\n"));
        connection.query(
          `create table ${FACETS[at]} as select record::integer as record, value::integer as value from read_csv('${FACETS[at]}.csv', header = true, columns = {'record': 'INTEGER', 'value': 'INTEGER'})`,
        );
        database.dropFile(`${FACETS[at]}.csv`);
      });
      const having = (facet) => `select record from ${facet} where value = 0`;
      const both = `${having("country")} intersect ${having("donor")}`;
      const query = () => {
        connection.query(`select value, count(*) from country where record in (${having("donor")}) group by value`);
        connection.query(`select value, count(*) from donor where record in (${having("country")}) group by value`);
        for (const name of FACETS.slice(2))
          connection.query(`select value, count(*) from ${name} where record in (${both}) group by value`);
        return Number(connection.query(`select count(*) as n from (${both})`).toArray()[0].n);
      };
      return { query };
    },
  },
};

const rows = Object.fromEntries(["this engine", ...Object.keys(PEERS)].map((name) => [name, {}]));
for (const size of sizes.length > 0 ? sizes.map(Number) : [10_000, 100_000, 1_000_000]) {
  const note = (name, build, query) => {
    rows[name][`${size.toLocaleString("en")}: index, ms`] = milliseconds(build);
    rows[name][`${size.toLocaleString("en")}: query, ms`] = milliseconds(query);
  };
  const portfolio = new Portfolio(size);
  const start = now();
  portfolio.rebuild(size);
  const build = now() - start;
  const expected = portfolio.select()[0];
  note("this engine", build, await median(() => portfolio.select()));
  const data = lists(portfolio, size);
  for (const [name, peer] of Object.entries(PEERS)) {
    if (size > peer.most) {
      note(name);
      continue;
    }
    try {
      const start = now();
      const { query, reset } = await peer.build(data, size);
      const build = now() - start;
      const found = await query();
      reset?.();
      if (!peer.isAnotherQuery && found !== expected) throw new Error(`finds ${found} of ${expected}`);
      note(name, build, await median(query, reset));
    } catch (error) {
      note(name);
      console.error(`${name}, ${size} projects: ${error.message ?? error}`);
    }
    globalThis.gc?.();
  }
  portfolio.free();
}
console.table(rows);

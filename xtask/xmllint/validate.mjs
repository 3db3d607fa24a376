// Checks the IATI files of a folder by the schema: node validate.mjs NODE_MODULES XSD FOLDER
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [nodeModules, schemas, folder] = process.argv.slice(2);
const { validateXML, memoryPages } = createRequire(join(nodeModules, "package.json"))("xmllint-wasm");
const file = (from, fileName) => ({ fileName, contents: readFileSync(join(from, fileName), "utf8") });

const names = readdirSync(folder).filter((name) => name.endsWith(".xml"));
if (names.length === 0) throw new Error(`there is no XML file in ${folder}`);
const { valid, errors, rawOutput } = await validateXML({
  xml: names.map((name) => file(folder, name)),
  schema: file(schemas, "iati-activities-schema.xsd"),
  preload: ["iati-common.xsd", "xml.xsd"].map((name) => file(schemas, name)),
  maxMemoryPages: memoryPages.GiB,
});
if (!valid) {
  console.error(errors.map((error) => error.rawMessage).join("\n") || rawOutput);
  process.exit(1);
}
console.log(`${names.length} files are valid`);

// node cut.cjs FOLDER: writes the part of each typeface that the page uses into FOLDER. The
// packages are looked for where NODE_PATH leads.
const { readFileSync, writeFileSync } = require("node:fs");
const path = require("node:path");
const fontverter = require("fontverter");
const subset = require("subset-font");

const ASCII = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at)).join("");
const SIGNS = "\u00a0¡¿«»‹›„“”‘’‚–—…·•°§©€−×";
const WESTERN = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿŒœ";
// The names of people and places from the Baltic to the Bosporus.
const EASTERN = "ĆćČčĐđŠšŽžĂăȘșȚțŞşŢţĞğİıŐőŰűĄąĘęŁłŃńŚśŹźŻżĚěŘřŮůĎďŤťŇňĽľ";
const LETTERS = ASCII + SIGNS + WESTERN + EASTERN;

// The weights from regular to semi-bold, drawn for the sizes the page sets them in.
const FONTS = [
  ["inter.woff2", "inter-ui/variable/InterVariable.woff2", 14],
  ["folium-serif.woff2", "source-serif/WOFF2/VAR/SourceSerif4Variable-Roman.ttf.woff2", 20],
];

// The licence of Source Serif reserves its name for the whole. Names stand in a font as UTF-16
// and are not compressed before it is packed: a name of the same length takes the place.
function renamed(font) {
  const spelt = (text) => Buffer.from(text, "utf16le").swap16();
  for (const space of [" ", ""]) {
    const [from, to] = [spelt(`Source${space}Serif`), spelt(`Folium${space}Serif`)];
    for (let at = font.indexOf(from); at >= 0; at = font.indexOf(from, at)) to.copy(font, at);
  }
  return font;
}

async function cut() {
  const packages = path.join(path.dirname(require.resolve("subset-font/package.json")), "..");
  for (const [name, from, opticalSize] of FONTS) {
    const font = await subset(readFileSync(path.join(packages, from)), LETTERS, {
      targetFormat: "truetype",
      variationAxes: { wght: { min: 400, max: 600 }, opsz: opticalSize },
      // Pairs of letters set close, and figures of one width.
      keepFeatures: ["kern", "tnum"],
      noHinting: true,
    });
    const packed = await fontverter.convert(renamed(font), "woff2", "truetype");
    writeFileSync(path.join(process.argv[2], name), packed);
    console.log(`${name}: ${packed.length} bytes`);
  }
}

cut();

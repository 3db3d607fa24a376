// The map's shades can be told apart without seeing colours: each step is one of lightness.
import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const tokens = readFileSync(new URL("../../style/tokens.css", import.meta.url), "utf8");

/** The colours of a token, light and dark. */
function colours(name) {
  const [, light, dark] = tokens.match(new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`));
  return { light, dark };
}

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

for (const theme of ["light", "dark"]) {
  const shades = [1, 2, 3, 4, 5].map((shade) => colours(`count-${shade}`)[theme]);

  test(`in the ${theme} theme every shade is a step darker or lighter than the last`, () => {
    const lights = shades.map(luminance);
    const sorted = lights.toSorted((a, b) => (theme === "light" ? b - a : a - b));
    expect(lights).toEqual(sorted);
    for (const [at, shade] of shades.slice(1).entries()) expect(contrast(shades[at], shade), `${shades[at]} ${shade}`).toBeGreaterThanOrEqual(1.3);
  });

  test(`in the ${theme} theme the palest shade stands out from land without projects`, () => {
    expect(contrast(shades[0], colours("land")[theme])).toBeGreaterThanOrEqual(1.15);
  });
}

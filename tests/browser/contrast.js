import { expect } from "@playwright/test";

function channels(colour) {
  const mixed = colour.match(/^color\(srgb ([\d.]+) ([\d.]+) ([\d.]+)\)$/);
  if (mixed) return mixed.slice(1).map(Number);
  const plain = colour.match(/^rgb\((\d+), (\d+), (\d+)\)$/);
  if (!plain) throw new Error(`not an opaque colour: ${colour}`);
  return plain.slice(1).map((channel) => channel / 255);
}

export function luminance(colour) {
  const [red, green, blue] = channels(colour).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one, other) {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** A computed style, polled because an element that was just replaced has none. */
export async function computed(locator, property) {
  let value = "";
  await expect
    .poll(async () => (value = await locator.evaluate((it, property) => getComputedStyle(it)[property], property)))
    .not.toBe("");
  return value;
}

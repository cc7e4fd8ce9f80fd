/** Red, green and blue, 0–255. */
export type Colour = readonly [red: number, green: number, blue: number];

const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

/** WCAG 2 AA for text of any size. */
const ENOUGH = 4.5;

/** The share of the accent in the tint behind its text, as tokens.ts mixes it. */
const TINT = 0.12;

/** The luminance up to which white has enough contrast: 1.05 / (0.1833 + 0.05) is 4.5; tokens.ts has it too. */
const BRIGHT = 0.1833;

/** Parses `#rrggbb`. */
export function colourOf(hex: string): Colour {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Returns `#rrggbb`. */
export function hexOf(colour: Colour): string {
  return `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

/** Mixes as `color-mix(in srgb, …)` does: `share` of the first one, 0–1. */
const mixed = (one: Colour, other: Colour, share: number): Colour =>
  one.map((part, i) => part * share + other[i]! * (1 - share)) as unknown as Colour;

const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Returns the contrast of WCAG 2, 1–21. */
export function contrast(one: Colour, other: Colour): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Returns the text on a colour (`#rrggbb`): white where that is readable, else black. */
export function textOn(fill: string): '#ffffff' | '#000000' {
  return luminance(colourOf(fill)) <= BRIGHT ? '#ffffff' : '#000000';
}

/**
 * Returns the accent (`#rrggbb`) as text: itself when it is readable on this background and on its own tint there, else
 * the nearest colour that is: darker on light backgrounds, lighter on dark ones. On a grey on which no shade is
 * readable, black or white.
 */
export function accentInk(accent: string, background: Colour): string {
  const given = colourOf(accent);
  const end = contrast(BLACK, background) > contrast(WHITE, background) ? BLACK : WHITE;
  const tint = mixed(given, background, TINT).map(Math.round) as unknown as Colour;
  for (let share = 0; share < 1; share += 0.02) {
    const tried = mixed(end, given, share).map(Math.round) as unknown as Colour;
    if (contrast(tried, tint) >= ENOUGH && contrast(tried, background) >= ENOUGH) return hexOf(tried);
  }
  return hexOf(end);
}

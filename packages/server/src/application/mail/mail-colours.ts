/** Red, green and blue, 0–255. */
type Colour = readonly [number, number, number];

/** WCAG 2 AA for text of any size. */
const ENOUGH = 4.5;
const BLACK: Colour = [0, 0, 0];
const WHITE: Colour = [255, 255, 255];

/** `#rrggbb` each. */
export interface MailScheme {
  readonly page: string;
  readonly card: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  /** The accent, or the nearest colour to it that can be read on the card. */
  readonly link: string;
}

export interface MailColours {
  /** Of the button, in both schemes: the accent itself. */
  readonly accent: string;
  /** Of the words on it: black or white. */
  readonly onAccent: string;
  readonly light: MailScheme;
  readonly dark: MailScheme;
}

const light = { page: '#f3f6f5', card: '#ffffff', ink: '#15211f', quiet: '#52605d', line: '#dbe3e0' };
const dark = { page: '#0b0f11', card: '#13191c', ink: '#e9f0ee', quiet: '#a4b1ae', line: '#2c373b' };
const STANDARD = '#0f6e66';

const colourOf = (hex: string): Colour => {
  const value = parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
};

const hexOf = (colour: Colour): string =>
  `#${colour.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;

const mixed = (one: Colour, other: Colour, share: number): Colour =>
  one.map((part, i) => part * share + other[i]! * (1 - share)) as unknown as Colour;

const luminance = (colour: Colour): number => {
  const [red, green, blue] = colour.map((part) => {
    const value = part / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** Returns the contrast of WCAG 2 of two colours `#rrggbb`, 1–21. */
export function contrastOf(one: string, other: string): number {
  const [high, low] = [luminance(colourOf(one)), luminance(colourOf(other))].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const readableOn = (accent: string, ground: string): string => {
  const end = contrastOf('#000000', ground) > contrastOf('#ffffff', ground) ? BLACK : WHITE;
  for (let share = 0; share < 1; share += 0.02) {
    const tried = hexOf(mixed(end, colourOf(accent), share));
    if (contrastOf(tried, ground) >= ENOUGH) return tried;
  }
  return hexOf(end);
};

/** Returns the colours of a brand's mails; every text can be read on its ground. `given` is `#rrggbb`. */
export function mailColours(given: string | undefined): MailColours {
  const accent = given && /^#[0-9a-f]{6}$/i.test(given) ? given : STANDARD;
  return {
    accent,
    onAccent: contrastOf('#ffffff', accent) >= ENOUGH ? '#ffffff' : '#000000',
    light: { ...light, link: readableOn(accent, light.card) },
    dark: { ...dark, link: readableOn(accent, dark.card) },
  };
}

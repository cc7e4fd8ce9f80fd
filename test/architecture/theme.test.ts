import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

const theme = 'packages/elements/src/internal/theme/';
const drawn = /^packages\/(elements|hosted)\/src\/(?!.*\.test\.ts$)/;

/** A colour of CSS written out: `#rgb`, `#rrggbb` or a function. Not a private field, an id or a link to a section. */
const COLOUR =
  /(?<=[\s:('"`,=])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?=[\s;,)'"`])|\b(?:rgb|hsl|hwb|lab|oklch)a?\(\s*\d/gi;

/**
 * A size of text or of a corner in CSS that is written out. None, a circle and what is inherited are no sizes of a
 * scale.
 */
const SIZE =
  /\bfont(?:-size)?:[^;{}`]*?\b\d[\d.]*(?:px|r?em|%)|\bborder-(?:\w+-){0,2}radius:(?! *(?:0|50%) *;)[^;{}`]*?\d[^;]*/g;

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** Returns the colours in a text, without those in comments. */
function coloursIn(text: string): string[] {
  return withoutComments(text).match(COLOUR) ?? [];
}

/** Returns the sizes of texts and corners in a text, without those in comments. */
function sizesIn(text: string): string[] {
  return withoutComments(text).match(SIZE) ?? [];
}

describe('the colours of elements and hosted pages', () => {
  it('writes colours in the theme alone', () => {
    const files = sources().filter(({ path }) => drawn.test(path) && !path.startsWith(theme));
    expect(files.length).toBeGreaterThan(200);
    expect(files.flatMap(({ path, text }) => coloursIn(text).map((colour) => `${path}: ${colour}`))).toEqual([]);
  });

  it('takes the colours of a page from an element that its page leaves alone, or calculates with them', async () => {
    const [{ elementTokens }, { pageTokens }, { palette }] = await Promise.all([
      import('../../packages/elements/src/internal/theme/element-tokens.ts'),
      import('../../packages/elements/src/internal/theme/page-tokens.ts'),
      import('../../packages/elements/src/internal/theme/palette.ts'),
    ]);
    const pairs = (text: string) =>
      Object.fromEntries(
        [...text.matchAll(/--([\w-]+):[^;]*(light-dark\([^)]*\))/g)].map(([, name, pair]) => [name, pair]),
      );
    const [element, page] = [pairs(elementTokens.cssText), pairs(pageTokens.cssText)];
    expect(page).toEqual({
      bg: element['bg'],
      ink: element['ink'],
      accent: element['accent'],
      good: element['free'],
      wrong: element['taken'],
    });
    const { light, dark } = palette;
    expect(element).toMatchObject({
      bg: `light-dark(${light.ground.replace('#ffffff', '#fff')}, ${dark.ground})`,
      ink: `light-dark(${light.ink}, ${dark.ink})`,
      accent: `light-dark(${light.accent}, ${dark.accent})`,
    });
  });

  it.each(['color: #fff;', "'#13191c'", 'rgb(0 0 0 / 45%)', 'light-dark(#fff, #13191c)', 'fill="#000"'])(
    'finds a planted colour: %s',
    (text) => {
      expect(coloursIn(text)).not.toEqual([]);
    },
  );

  it.each(['this.#add()', "'#add-origin'", '// #fff', 'rgb from var(--x)'])(
    'sees no colour where there is none: %s',
    (text) => {
      expect(coloursIn(text)).toEqual([]);
    },
  );
});

describe('the sizes of texts and corners', () => {
  it('writes sizes in the theme alone', () => {
    const files = sources().filter(({ path }) => drawn.test(path) && !path.startsWith(theme));
    expect(files.flatMap(({ path, text }) => sizesIn(text).map((size) => `${path}: ${size}`))).toEqual([]);
  });

  it('takes the sizes of a page from the elements', async () => {
    const [{ elementTokens }, { calendarTokens }, { pageTokens }] = await Promise.all([
      import('../../packages/elements/src/internal/theme/element-tokens.ts'),
      import('../../packages/elements/src/internal/theme/calendar-tokens.ts'),
      import('../../packages/elements/src/internal/theme/page-tokens.ts'),
    ]);
    const sizes = (text: string) =>
      Object.fromEntries(
        [...text.matchAll(/--(text-\w+|pill|round): (?:var\(.*, )?(\d+px)/g)].map(([, name, px]) => [name, px]),
      );
    const elements = sizes(elementTokens.cssText + calendarTokens.cssText);
    const page = sizes(pageTokens.cssText);
    expect(Object.keys(page).length).toBeGreaterThan(8);
    expect(elements).toMatchObject(page);
  });

  it.each([
    'font-size: 14px;',
    'font-size: 1.2rem;',
    'font: 400 16px/1.5 sans-serif;',
    'border-radius: 4px;',
    'border-start-start-radius: 8px;',
    'border-radius: calc(var(--round) * 0.5);',
  ])('finds a planted size: %s', (text) => {
    expect(sizesIn(text)).toHaveLength(1);
  });

  it.each([
    'font-size: var(--text-m);',
    'font: 400 var(--text-base)/1.5 var(--coach-font, system-ui);',
    'font: inherit;',
    'font-weight: 600;',
    'border-radius: 50%;',
    'border-radius: var(--small);',
    'border-end-start-radius: 0;',
    '// font-size: 14px;',
  ])('sees no size where there is none: %s', (text) => {
    expect(sizesIn(text)).toEqual([]);
  });
});

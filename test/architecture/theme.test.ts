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

/** A distance between things, or inside of one. */
const DISTANCE =
  /(?<![\w-])(?:gap|(?:row|column)-gap|(?:padding|margin)(?:-(?:block|inline)(?:-(?:start|end))?|-(?:top|right|bottom|left))?):([^;{}`]*)/g;

/** The distances of the language, in pixels; 1 makes up for a line. */
const DISTANCES: ReadonlySet<number> = new Set([0, 1, 2, 4, 6, 8, 12, 16, 20, 24, 32, 40, 48, 64]);

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');

/** Returns the colours in a text, without those in comments. */
function coloursIn(text: string): string[] {
  return withoutComments(text).match(COLOUR) ?? [];
}

/** Returns `#rrggbb` of a colour that may be written `#rgb`. */
const sixDigits = (hex: string) => hex.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

/** Returns the names of the properties that a text reads and neither the theme nor a text of `all` sets. */
function unknownIn(text: string, known: ReadonlySet<string>): string[] {
  return [...withoutComments(text).matchAll(/var\(\s*(--[\w-]+)/g)]
    .map(([, name]) => name!)
    .filter((name) => !known.has(name));
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

  it('calculates with the colours of the tokens, and draws what the server writes with them', async () => {
    const [{ tokens }, { statusTokens }, { moreTokens }, { palette }, { pageCss }, { mailColours }] = await Promise.all(
      [
        import('../../packages/elements/src/internal/theme/tokens.ts'),
        import('../../packages/elements/src/internal/theme/status-tokens.ts'),
        import('../../packages/elements/src/internal/theme/more-tokens.ts'),
        import('../../packages/elements/src/internal/theme/palette.ts'),
        import('../../packages/server/src/adapters/pages/page-css.ts'),
        import('../../packages/server/src/application/mail/mail-colours.ts'),
      ],
    );
    const pairs = Object.fromEntries(
      [
        ...(tokens.cssText + statusTokens.cssText + moreTokens.cssText).matchAll(
          /--([\w-]+):[^;]*light-dark\(([^,]*), ([^)]*)\)/g,
        ),
      ].map(([, name, light, dark]) => [name!, { light: sixDigits(light!), dark: sixDigits(dark!) }]),
    ) as Record<string, { light: string; dark: string }>;
    const mail = mailColours(undefined);
    const [pageLight, pageDark] = pageCss.split('@media');
    for (const scheme of ['light', 'dark'] as const) {
      const { ground: bg, ink, accent } = palette[scheme];
      expect({ bg: pairs['bg']![scheme], ink: pairs['ink']![scheme], accent: pairs['accent']![scheme] }).toEqual({
        bg,
        ink,
        accent,
      });
      expect(mail[scheme]).toMatchObject({ card: bg, ink, page: pairs['ground']![scheme] });
      const page = scheme === 'light' ? pageLight : pageDark;
      for (const name of ['ink', 'ground', 'accent']) expect(page).toContain(`--${name}: ${pairs[name]![scheme]};`);
    }
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

/** Returns the distances in the sheets of a text that are none of the language. */
function distancesIn(text: string): string[] {
  return [...withoutComments(text).matchAll(DISTANCE)]
    .flatMap(([, value]) => [...value!.matchAll(/(?<![\w.])-?(\d+(?:\.\d+)?)px/g)])
    .filter(([, px]) => !DISTANCES.has(Number(px)))
    .map(([found]) => found);
}

describe('the sizes of texts and corners', () => {
  it('writes sizes in the theme alone', () => {
    const files = sources().filter(({ path }) => drawn.test(path) && !path.startsWith(theme));
    expect(files.flatMap(({ path, text }) => sizesIn(text).map((size) => `${path}: ${size}`))).toEqual([]);
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

describe('the names of the tokens', () => {
  it('reads no property that neither the theme nor a sheet beside it sets, but those of the page', () => {
    const files = sources().filter(({ path }) => drawn.test(path));
    const all = files.map(({ text }) => withoutComments(text)).join('\n');
    const known = new Set([...all.matchAll(/(--[\w-]+)'?\s*:/g)].map(([, name]) => name!));
    expect(known.size).toBeGreaterThan(40);
    const unknown = files.flatMap(({ path, text }) =>
      unknownIn(text, known)
        .filter((name) => !/^--(coach|status)-/.test(name) && !name.endsWith('-'))
        .map((name) => `${path}: ${name}`),
    );
    expect(unknown).toEqual([]);
  });

  it('finds a property that nothing sets', () => {
    expect(unknownIn('color: var(--acent);', new Set(['--accent']))).toEqual(['--acent']);
  });
});

describe('the distances', () => {
  const sheets = () => sources().filter(({ path, text }) => drawn.test(path) && text.includes('css`'));

  it('keeps to the scale in every sheet', () => {
    const off = sheets().filter(({ text }) => distancesIn(text).length > 0);
    expect(off.map(({ path, text }) => `${path}: ${distancesIn(text).join(', ')}`)).toEqual([]);
  });

  it.each(['gap: 14px;', 'padding: 8px 10px;', 'margin-block-end: -14px;', 'padding: clamp(8px, 4vw, 30px);'])(
    'finds a planted distance: %s',
    (text) => {
      expect(distancesIn(text)).toHaveLength(1);
    },
  );

  it.each(['gap: 16px 24px;', 'padding: 0 var(--rail);', 'width: 14px;', 'scroll-padding-block: 72px;'])(
    'sees no distance off the scale where there is none: %s',
    (text) => {
      expect(distancesIn(text)).toEqual([]);
    },
  );
});

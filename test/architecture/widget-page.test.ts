import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PARTS } from '../../packages/elements/src/coach-booking/modes/parts.ts';
import { sources } from './sources.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const widgetPage = read('docs/widget.md');
const calendarPage = read('docs/calendar.md');
const widget = 'packages/elements/src/coach-booking/';
const element = read(`${widget}coach-booking.ts`);

const files = sources();
/** The sources of a part of the elements, without its tests. */
const textOf = (...folders: string[]): string =>
  files
    .filter(({ path }) => folders.some((folder) => path.startsWith(folder)) && /(?<!\.test)\.ts$/.test(path))
    .map(({ text }) => text.replace(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');

/** Returns the first groups of all matches, each once and in order. */
const all = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort();

/** Returns the section of a page that follows a heading. */
function section(page: string, heading: string): string {
  const [, after] = page.split(new RegExp(`^## ${heading}$`, 'm'));
  if (after === undefined) throw new Error(`There is no heading ${heading}.`);
  return after.split(/^## /m)[0]!;
}

/** Returns the names in code of a text; `-email` after `prefill-name` is `prefill-email`. */
function namesIn(text: string, pattern: RegExp): string[] {
  let first = '';
  return [...text.matchAll(/`([^`]+)`/g)]
    .map(([, name]) => name!)
    .filter((name) => pattern.test(name))
    .map((name) =>
      name.startsWith('-') && !name.startsWith('--')
        ? first + name
        : ((first = name.replace(/(?<=\w)-[\w-]*$/, '')), name),
    );
}

/** Returns the names in the first column of the tables of a text. */
const firstColumn = (text: string, pattern: RegExp): string[] =>
  namesIn(all(text, /^\| *(`[^|]*?) *\|/gm).join('\n'), pattern).sort();

/** The properties that the element sets on itself, for the colour of the partner. */
const own = all(textOf(widget), /setProperty\('(--coach-[a-z-]+)'/g);
/** The properties of a page that the sources in these folders read. */
const readIn = (...folders: string[]): string[] =>
  all(textOf(...folders), /var\(\s*(--coach-[a-z-]+)/g).filter((name) => !own.includes(name));

describe('the properties --coach-* of a page', () => {
  it('lists in the page of the widget all that it reads, and none that it does not', () => {
    const listed = firstColumn(section(widgetPage, 'Colours, type, parts'), /^--coach-/);
    expect(own).toEqual(['--coach-accent-ink', '--coach-brand']);
    expect(listed).toEqual(readIn(widget, 'packages/elements/src/internal/theme/'));
  });

  it('lists in the page of the calendar all that it reads, and none that it does not', () => {
    const part = section(calendarPage, 'Colours, type, parts')
      .split('\n\n')
      .find((text) => text.includes('`--coach-'))!;
    const listed = namesIn(part, /^(--coach)?-[a-z]/).sort();
    const theme = ['tokens', 'status-tokens', 'more-tokens', 'calendar-tokens'];
    const expected = readIn(
      'packages/elements/src/coach-calendar/',
      ...theme.map((name) => `packages/elements/src/internal/theme/${name}.ts`),
    );
    expect(listed).toEqual(expected);
  });
});

describe('the attributes of the widget', () => {
  // The manifest for editors is made of this block.
  const documented = all(element, /^ \* @attr (\S+) -/gm);

  it('lists in the page those of the manifest', () => {
    expect(firstColumn(section(widgetPage, 'Attributes'), /^[a-z-]+$/)).toEqual(documented);
  });

  it('types them for JSX', () => {
    const typed = all(
      /interface CoachBookingAttributes \{([^}]*)\}/.exec(read(`${widget}jsx.ts`))![1]!,
      /^ {2}'?([a-z-]+)'?\??:/gm,
    );
    const ofEachElement = ['children', 'class', 'hidden', 'id', 'ref', 'slot'];
    expect(typed.filter((name) => !ofEachElement.includes(name) && name !== 'texts')).toEqual(documented);
  });

  it('documents every attribute that is read', () => {
    const asked = all(textOf(widget), /\bgetAttribute\(\s*'([a-z-]+)'/g);
    expect(asked.length).toBeGreaterThan(12);
    expect(asked.filter((name) => !documented.includes(name))).toEqual([]);
  });
});

describe('the events of the widget', () => {
  const fired = all(element, /^ \* @fires \{[^}]*\} (\S+) -/gm);

  it('lists in the page those of the manifest', () => {
    expect(firstColumn(section(widgetPage, 'Events'), /^coach-/)).toEqual(fired);
  });

  it('types those of the manifest', () => {
    expect(all(read(`${widget}steps/events.ts`), /^ {2}'(coach-[a-z-]+)': CustomEvent/gm)).toEqual(fired);
  });
});

describe('the parts and slots of the widget', () => {
  const listed = firstColumn(section(widgetPage, 'Colours, type, parts'), /^[a-z]+(-[a-z]+)*$/);
  const ofModes = all(read(`${widget}modes/view.ts`), /\bpart="([a-z-]+)"/g).filter((name) => name !== 'primary');

  it('lists in the page those that a page can reach in every mode', () => {
    expect(listed).toEqual([...new Set([...PARTS, ...ofModes])].sort());
  });

  it('lists every part that is drawn', () => {
    const drawn = all(textOf(widget), /\bpart="([^"$]+)"/g).flatMap((names) => names.trim().split(/\s+/));
    expect(drawn.length).toBeGreaterThan(40);
    expect(drawn.filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('names in the manifest and in the page the slots that are drawn', () => {
    const drawn = all(textOf(widget), /<slot(?: name="([a-z-]+)")?>/g).map((name) => name ?? '');
    expect(drawn).toEqual(expect.arrayContaining(['challenge']));
    expect(all(element, /^ \* @slot ?([a-z-]*) -/gm)).toEqual(drawn.sort());
    expect(section(widgetPage, 'Colours, type, parts')).toMatch(/^Slots: the default one,.*`challenge`/m);
  });
});

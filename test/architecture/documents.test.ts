import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sources } from './sources.ts';

const root = join(import.meta.dirname, '../..');
const decisions = join(root, 'docs/decisions');
const atRoot = readdirSync(root).filter((name) => name.endsWith('.md'));
const pages = [...atRoot, ...sources().map(({ path }) => path)].filter((path) => path.endsWith('.md'));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Code is no text: what looks like a link in it is none. */
const withoutCode = (text: string): string => text.replace(/^```[^]*?^```/gm, '').replace(/`[^`\n]*`/g, '');

/** Headings as GitHub names them in addresses. */
const anchors = (path: string): string[] =>
  [...read(path).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );

/** Returns the reason why a relative link of a page is broken, or null. */
function fault(page: string, link: string): string | null {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? page : relative(root, join(root, dirname(page), decodeURIComponent(file)));
  if (!existsSync(join(root, target))) return `${page}: ${link} is not there`;
  if (anchor === undefined || statSync(join(root, target)).isDirectory() || !target.endsWith('.md')) return null;
  return anchors(target).includes(anchor) ? null : `${page}: ${link} is no heading`;
}

describe('links of the documents', () => {
  it('leads each link to a file that is there, and to a heading that it has', () => {
    const faults = pages.flatMap((page) =>
      [...withoutCode(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, link]) => link!)
        .filter((link) => !/^[a-z]+:|^\//.test(link))
        .flatMap((link) => fault(page, link) ?? []),
    );
    expect(pages.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
  });

  it('names in comments only decisions that are there', () => {
    const named = sources().flatMap(({ path, text }) =>
      [...text.matchAll(/docs\/decisions\/[\w-]+\.md/g)]
        .filter(([file]) => !existsSync(join(root, file)))
        .map(([file]) => `${path}: ${file}`),
    );
    expect(named).toEqual([]);
  });
});

describe('decisions', () => {
  const files = readdirSync(decisions).filter((name) => name !== 'README.md');
  const index = read('docs/decisions/README.md');

  it.each(files)('gives %s its number, date and status, the shape of a decision, and its row in the index', (file) => {
    const text = read(`docs/decisions/${file}`);
    const title = /^# (.+)\n/.exec(text)?.[1];
    const [, number, date, status] =
      /^Decision (\d{4}) · (\d{4}-\d{2}-\d{2}) · (accepted|replaced by \d{4})$/m.exec(text) ?? [];
    expect(file).toMatch(new RegExp(`^${number}-[a-z0-9-]+\\.md$`));
    expect([...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
    expect(index.split('\n')).toContain(`| [${number}](${file}) | ${title} | ${date} | ${status} |`);
  });

  it('numbers decisions without a gap and in the order of the index', () => {
    const numbers = files.map((file) => Number(file.slice(0, 4))).sort((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const listed = [...index.matchAll(/^\| \[(\d{4})\]/gm)].map(([, number]) => Number(number));
    expect(listed).toEqual(numbers);
  });
});

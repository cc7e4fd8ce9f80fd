import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildParts } from '../../scripts/build/build-parts.mjs';
import { missingEntries, parts } from '../../scripts/build/parts.mjs';

const root = join(import.meta.dirname, '../..');
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'build-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the build', () => {
  it('begins with files that are there, and names those that are not', () => {
    expect(missingEntries()).toEqual([]);
    const gone = join(folder, 'gone.ts');
    expect(
      missingEntries({
        list: { options: { input: [gone] } },
        named: { options: { input: { here: import.meta.filename, gone } } },
      }),
    ).toEqual([gone, gone]);
  });

  it('leaves what only publishing needs out of what the demo serves', () => {
    const left = parts.filter(({ served }) => !served).map(({ name }) => name);
    expect(left.sort()).toEqual(['declarations of sdk and elements', 'elements', 'manifest of the elements']);
  });

  it('keeps the ends of elements in parts of pictures, and the white space of pages short', async () => {
    interface Plugin {
      readonly name: string;
      transform(code: string, id: string): Promise<{ readonly code: string } | null>;
    }
    type Bundles = Readonly<Record<string, { readonly options: { readonly plugins: readonly (Plugin | false)[] } }>>;
    const config = (await import(join(root, 'rollup.config.mjs'))) as { readonly bundles: Bundles };
    const { plugins } = config.bundles['desk-page']!.options;
    const literals = plugins.find((plugin): plugin is Plugin => !!plugin && plugin.name === 'html-literals')!;
    const part = 'export const part = svg`<circle r="4" /><path d="M0 0" />`;';
    const page = 'export const page = html`<p>\n  <b>${part}</b>\n</p>`;';
    const minified = await literals.transform(`${part}\n${page}`, '/src/icons.ts');
    expect(minified!.code).toContain(part);
    expect(minified!.code).toContain('html`<p> <b>${part}</b> </p>`');
  });

  const programs = async (texts: Readonly<Record<string, string>>) =>
    Promise.all(
      Object.entries(texts).map(async ([name, text]) => {
        const file = join(folder, `${name}.mjs`);
        await writeFile(file, text);
        return { name, program: [relative(root, file)], served: true };
      }),
    );

  it('prints one line with the seconds of each part, and nothing of the output of its tools', async () => {
    const lines: string[] = [];
    expect(
      await buildParts(await programs({ first: 'console.log("chatter")', second: '' }), (line) => lines.push(line)),
    ).toBe(true);
    expect(lines.sort()).toEqual([
      expect.stringMatching(/^ {2}first +\d+\.\d s$/),
      expect.stringMatching(/^ {2}second +\d+\.\d s$/),
    ]);
  });

  it('fails with the output of the tool, and begins nothing after it', async () => {
    const lines: string[] = [];
    const bad = 'console.error("line 7"); process.exitCode = 1';
    // As many that fail as there may be lanes, so that none is left when the last one's turn comes.
    const wanted = await programs({ a: bad, b: bad, c: bad, d: bad, last: '' });
    expect(await buildParts(wanted, (line) => lines.push(line))).toBe(false);
    expect(lines.join('\n')).toContain('a could not be built:\nline 7');
    expect(lines.join('\n')).not.toContain('last');
  });
});

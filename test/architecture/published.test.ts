import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reachable } from '../../scripts/build/reachable.mjs';

const packages = join(import.meta.dirname, '../../packages');
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'published-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

type Exports = Readonly<Record<string, Readonly<Record<string, string>>>>;

describe.each(['sdk', 'elements'])('F1 the package %s', (name) => {
  it('finds the package by the require of CommonJS under each name that it publishes', async () => {
    const installed = join(folder, 'node_modules/@coach-booking', name);
    await mkdir(installed, { recursive: true });
    await cp(join(packages, name, 'package.json'), join(installed, 'package.json'));
    const { exports } = JSON.parse(await readFile(join(installed, 'package.json'), 'utf8')) as { exports: Exports };
    const published = Object.entries(exports).filter(([, conditions]) => conditions.types);
    expect(published.length).toBeGreaterThan(1);
    for (const [entry, conditions] of published) {
      const file = join(
        installed,
        Object.entries(conditions).find(([condition]) => /import|default/.test(condition))![1],
      );
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, `export const entry = '${entry}';`);
      const script = join(folder, 'index.cjs');
      await writeFile(script, `console.log(require('@coach-booking/${join(name, entry)}').entry);`);
      const found = execFileSync(process.execPath, ['--no-warnings', script], { encoding: 'utf8' });
      expect(found).toBe(`${entry}\n`);
    }
  });
});

describe('the declarations of a package', () => {
  it('finds the declarations to which the entries lead, through every way of naming a module', async () => {
    const dist = join(folder, 'declared');
    const files = {
      'index.d.ts': "export { a } from './a.ts'; export type * from './folder/index.js';",
      'a.d.ts': "export declare const a: import('./b.ts').B; export type { X } from 'elsewhere';",
      'b.d.ts': "import './c'; export type B = string;",
      'c.d.ts': 'export {};',
      'folder/index.d.ts': "export type { A } from '../a.ts';",
      'unused.d.ts': "export * from './index.ts';",
    };
    await mkdir(join(dist, 'folder'), { recursive: true });
    for (const [name, text] of Object.entries(files)) await writeFile(join(dist, name), text);
    const found = [...reachable([join(dist, 'index.d.ts')])].map((path) => relative(dist, path).replaceAll('\\', '/'));
    expect(found.sort()).toEqual(['a.d.ts', 'b.d.ts', 'c.d.ts', 'folder/index.d.ts', 'index.d.ts']);
  });
});

describe.each(['sdk', 'elements'])('what the package %s imports of the house', (name) => {
  const importsOf = async (file: string): Promise<string[]> =>
    [...(await readFile(file, 'utf8')).matchAll(/from '(@coach-booking\/[^/']+)([^']*)'/g)].map(
      ([, owner, module]) => `${owner}${module}`,
    );

  it('imports only what is published too, or carried in its own dist', async () => {
    const { inlined } = (await import('../../scripts/rollup/inlined.mjs' as string)) as { inlined: { id: RegExp } };
    const src = join(packages, name, 'src');
    const files = (await readdir(src, { recursive: true })).filter((path) => /(?<!\.test)\.ts$/.test(path));
    const imported = new Set((await Promise.all(files.map((path) => importsOf(join(src, path))))).flat());
    expect(imported).toContain('@coach-booking/time/dates');
    for (const each of imported) {
      const [, owner = ''] = each.split('/');
      const { private: isPrivate = false } = JSON.parse(
        await readFile(join(packages, owner, 'package.json'), 'utf8'),
      ) as { private?: boolean };
      expect([each, isPrivate && !inlined.id.test(each)]).toEqual([each, false]);
    }
  });
});

describe.each([
  ['coach-booking', 'CoachBooking'],
  ['coach-calendar', 'CoachCalendar'],
])('F3 the import that defines <%s>', (element, type) => {
  it('brings the types of the element, its events and its name in the page', async () => {
    const source = await readFile(join(packages, 'elements/src', element, 'define.ts'), 'utf8');
    const { outputText } = ts.transpileDeclaration(source, { compilerOptions: { verbatimModuleSyntax: true } });
    expect(outputText).toContain(`export type { ${type} } from './${element}.ts';`);
    const declared = await readFile(join(packages, 'elements/src', element, `${element}.ts`), 'utf8');
    expect(declared).toMatch(new RegExp(`interface HTMLElementTagNameMap {\\s+'${element}': ${type};`));
  });
});

describe('F16 the first example', () => {
  it.each(['README.md', 'packages/sdk/README.md', 'docs/sdk.md'])(
    'compiles the first example of %s in the strictest TypeScript',
    async (path) => {
      const text = await readFile(join(packages, '..', path), 'utf8');
      const example = join(packages, 'sdk/src/first-example.ts');
      const options = {
        ...{
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          noEmit: true,
          skipLibCheck: true,
        },
        ...{ module: ts.ModuleKind.NodeNext, target: ts.ScriptTarget.ES2023, allowImportingTsExtensions: true },
        ...{
          customConditions: ['source'],
          types: ['node'],
          lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
        },
      };
      const host = ts.createCompilerHost(options);
      const code = /```js\n([^]*?)```/.exec(text)![1]!;
      const { readFile: read, fileExists } = host;
      host.readFile = (file) => (file === example ? code : read(file));
      host.fileExists = (file) => file === example || fileExists(file);
      const program = ts.createProgram([example], options, host);
      const complaints = ts.getPreEmitDiagnostics(program, program.getSourceFile(example));
      expect(complaints.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'))).toEqual([]);
    },
    60_000,
  );
});

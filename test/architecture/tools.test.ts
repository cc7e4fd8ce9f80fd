import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rollup } from 'rollup';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSpec } from '../../packages/server/src/adapters/http/spec/read-spec.ts';
import { contract } from '../../scripts/rollup/contract.mjs';
import { once, place, tarEntries } from '../support/browser/unpack.mjs';

let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'tools-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('contract', () => {
  it('writes beside a bundle, as JSON, what the server parses of openapi.yaml', async () => {
    const input = join(folder, 'server.js');
    await writeFile(input, 'export default 1;');
    const source = join(import.meta.dirname, '../../openapi.yaml');
    const bundle = await rollup({ input, plugins: [contract(source, 'openapi.json')] });
    const { output } = await bundle.generate({ format: 'es' });
    const built = output.find(({ fileName }) => fileName === 'openapi.json');
    const expected = readSpec(await readFile(source, 'utf8'));
    expect(built?.type === 'asset' && JSON.parse(String(built.source))).toEqual(expected);
  });
});

describe('unpacking the browser', () => {
  it('reads the files of an archive in folders, empty and odd-sized ones too', async () => {
    const files = { 'lib/a.so': 'x'.repeat(513), 'lib/deep/empty': '', 'b.txt': 'y'.repeat(512) };
    const source = join(folder, 'archive');
    for (const [path, text] of Object.entries(files)) await place(source, path, text);
    const archive = execFileSync('tar', ['--format=ustar', '-cf', '-', '-C', source, 'lib', 'b.txt']);
    expect(Object.fromEntries([...tarEntries(archive)].map(({ path, bytes }) => [path, bytes.toString()]))).toEqual(
      files,
    );
  });

  it('refuses an archive with links instead of leaving them out', async () => {
    const source = join(folder, 'links');
    await mkdir(source);
    await symlink('elsewhere', join(source, 'link'));
    const archive = execFileSync('tar', ['--format=ustar', '-cf', '-', '-C', source, 'link']);
    expect(() => [...tarEntries(archive)]).toThrow('link has type 2');
  });

  it('gives parallel starts one whole folder and leaves no drafts', async () => {
    const target = join(folder, 'cache/1.0');
    const fill = (text: string) => async (draft: string) => {
      await place(draft, 'a', text);
      await place(draft, 'b', text);
    };
    await Promise.all(['first', 'second', 'third'].map((text) => once(target, fill(text))));
    const [a, b] = await Promise.all(['a', 'b'].map((name) => readFile(join(target, name), 'utf8')));
    expect(a).toBe(b);
    expect(await readdir(join(folder, 'cache'))).toEqual(['1.0']);
  });

  it('passes on what went wrong and leaves nothing behind', async () => {
    const fill = () => Promise.reject(new Error('disk full'));
    await expect(once(join(folder, 'failed/1.0'), fill)).rejects.toThrow('disk full');
    expect(await readdir(join(folder, 'failed'))).toEqual([]);
  });
});

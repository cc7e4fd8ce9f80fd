import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadSpec } from './load-spec.ts';

describe('loadSpec', () => {
  let folder: string;
  let built: string;
  let source: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'load-spec-'));
    built = join(folder, 'openapi.json');
    source = join(folder, 'openapi.yaml');
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads the built contract, without the source', async () => {
    await writeFile(built, '{"openapi":"3.1.0","y":{"a":1,"b":2}}');
    expect(await loadSpec({ built, source })).toEqual({ openapi: '3.1.0', y: { a: 1, b: 2 } });
  });

  it('parses the source, merge keys included, where nothing is built', async () => {
    await writeFile(source, 'openapi: 3.1.0\nx: &x { a: 1 }\ny: { <<: *x, b: 2 }\n');
    expect(await loadSpec({ built, source })).toEqual({ openapi: '3.1.0', x: { a: 1 }, y: { a: 1, b: 2 } });
  });

  it('rejects when there is neither, and when the built contract is cut off, despite the source', async () => {
    await expect(loadSpec({ built, source })).rejects.toThrow('ENOENT');
    await writeFile(source, 'openapi: 3.1.0\n');
    await writeFile(built, '{"openapi":');
    await expect(loadSpec({ built, source })).rejects.toThrow(SyntaxError);
  });
});

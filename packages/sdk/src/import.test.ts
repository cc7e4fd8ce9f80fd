import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const entry = new URL('./index.ts', import.meta.url).pathname;

async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: new URL('.', import.meta.url).pathname, loader: 'ts' },
    bundle: true,
    conditions: ['source'],
    format: 'iife',
    write: false,
    minify: true,
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  return outputFiles[0]?.text ?? '';
}

test('importing the SDK touches nothing: no network, no timers, no storage, no page', async () => {
  const touched: string[] = [];
  const world: Record<string, unknown> = { TextEncoder };
  const outside = [
    'fetch',
    'setTimeout',
    'setInterval',
    'crypto',
    'window',
    'document',
    'navigator',
    'location',
    'localStorage',
    'sessionStorage',
  ];
  for (const name of [...outside, 'addEventListener'])
    Object.defineProperty(world, name, { get: () => touched.push(name) });
  runInNewContext(await bundle(`export * from ${JSON.stringify(entry)}`), world);
  expect(touched).toEqual([]);
  // The counter that copies of nanostores share.
  expect(Object.keys(world)).toEqual(['TextEncoder', 'nanostoresGlobal']);
});

test('a bundle of one operation holds no other, and no flow', async () => {
  const one = await bundle(
    `import { createTransport, getHealth } from ${JSON.stringify(entry)}; console.log(createTransport, getHealth)`,
  );
  expect(one).toContain('/healthz');
  expect(one).not.toMatch(/\/v1\/|coach-booking:1/);
});

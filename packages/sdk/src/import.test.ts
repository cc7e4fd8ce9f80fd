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

test('imports the SDK without touching network, timers, storage or page', async () => {
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

test('bundles one operation without any other, and without a flow', async () => {
  const one = await bundle(
    `import { createTransport, getHealth } from ${JSON.stringify(entry)}; console.log(createTransport, getHealth)`,
  );
  expect(one).toContain('/healthz');
  expect(one).not.toMatch(/\/v1\/|coach-booking:1/);
});

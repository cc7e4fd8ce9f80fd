import { context } from 'esbuild';
import { join } from 'node:path';
import { root } from '../run.mjs';

/**
 * The options by which browser code is bundled for development: readable, at once, and again on each change of a
 * source.
 */
const options = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['source', 'browser', 'development'],
  mainFields: ['module', 'browser', 'main'],
  define: { 'process.env.NODE_ENV': '"development"' },
  entryNames: '[name]',
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  logLevel: 'warning',
};

/**
 * Watches `entries` (name → source, from the root) and writes them to a folder. Calls `onBuilt` after each successful
 * build.
 */
export async function watchDropIns(entries, folder, onBuilt) {
  const reporter = {
    name: 'reporter',
    setup: ({ onEnd }) => onEnd(({ errors }) => (errors.length === 0 ? onBuilt() : undefined)),
  };
  const building = await context({ ...options, entryPoints: entries, outdir: folder, plugins: [reporter] });
  await building.watch();
  return () => building.dispose();
}

/**
 * Serves the stage on this machine only: `test/stage/index.html` and its bundle, built on request, redrawn on each
 * change.
 * @returns its address, and a function that stops it
 */
export async function serveStage(port = 0) {
  const folder = join(root, 'test/stage');
  const building = await context({
    ...options,
    entryPoints: { stage: join(folder, 'stage.ts') },
    outdir: join(folder, 'built'),
    write: false,
    sourcemap: 'inline',
  });
  await building.watch();
  const serve = (wanted) => building.serve({ host: '127.0.0.1', port: wanted, servedir: folder });
  const { port: found } = await serve(port).catch(() => serve(0));
  return { url: `http://127.0.0.1:${found}/`, stop: () => building.dispose() };
}

import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/**
 * Loads `.ts` as JavaScript with its source map in it, and data as a module. Types are not checked here; `npm run
 * types` does that.
 */
export async function load(url, context, next) {
  const { pathname } = new URL(url, 'file:');
  if (!url.startsWith('file:') || !/\.(ts|json)$/.test(pathname)) return next(url, context);
  const file = fileURLToPath(url);
  const text = await readFile(file, 'utf8');
  if (pathname.endsWith('.json'))
    return context.format === 'commonjs'
      ? next(url, context)
      : { format: 'module', source: `export default ${text}`, shortCircuit: true };
  const { code } = await transform(text, {
    loader: 'ts',
    sourcefile: file,
    sourcemap: 'inline',
    target: 'node20',
    format: 'esm',
  });
  return { format: 'module', source: code, shortCircuit: true };
}

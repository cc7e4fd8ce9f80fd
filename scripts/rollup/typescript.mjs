import { extname } from 'node:path';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

/**
 * Serves `.ts` to web-test-runner as JavaScript with an inline source map. Types are not checked here, `npm run types`
 * does.
 */
export function typescript(rootDir) {
  return {
    name: 'typescript',
    resolveMimeType: ({ path }) => (extname(path) === '.ts' ? 'js' : undefined),
    async serve(context) {
      if (extname(context.path) !== '.ts') return undefined;
      const file = fileURLToPath(new URL(`.${context.path}`, rootDir));
      const { code } = await transform(await readFile(file, 'utf8'), {
        loader: 'ts',
        sourcefile: file,
        sourcemap: 'inline',
        target: 'es2022',
      });
      return { body: code, type: 'js' };
    },
  };
}

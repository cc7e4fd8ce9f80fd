// Checks code, format, the contract, unused exports, breaks for callers, and the packages as they would be published.
// All by default; names as arguments run only those.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

const linters = {
  code: () => run('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  format: () =>
    run('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '**/*.{ts,mts,mjs,cjs,js,css}'),
  spec: () => run('node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml'),
  unused: () => run('node_modules/knip/bin/knip.js', '--no-progress'),
  breaking: () => run('scripts/compatibility.mjs'),
  published: () =>
    run('scripts/build.mjs', '--if-stale') ||
    ['packages/sdk', 'packages/elements'].reduce((bad, folder) => bad || published(folder), 0) ||
    run('scripts/lint/packed-files.mjs', 'packages/elements', '200'),
};

/**
 * Returns whether every name that a package publishes leads to a file of its tarball, for Node and bundlers, with the
 * types that belong to it, and can be required from CommonJS. A name with the condition `source` alone is not
 * published: only this workspace builds from sources.
 */
function published(folder) {
  const { exports } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const ours = Object.keys(exports).filter((name) => Object.keys(exports[name]).join() === 'source');
  return (
    run('node_modules/publint/src/cli.js', '--strict', folder) ||
    run(
      'node_modules/@arethetypeswrong/cli/dist/index.js',
      // CommonJS loads the modules as they are, by the `require` of Node 20.19 and later.
      ...['--quiet', '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm', '--pack', folder],
      ...(ours.length > 0 ? ['--exclude-entrypoints', ...ours.map((name) => name.slice(2))] : []),
    ) ||
    run('scripts/lint/require-entries.cjs', folder)
  );
}

const wanted = process.argv.slice(2);
const statuses = (wanted.length > 0 ? wanted : Object.keys(linters)).map((name) => linters[name]());
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;

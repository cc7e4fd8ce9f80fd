// Generates everything that follows from openapi.yaml. With --check nothing is written, and the exit status is 1 when a
// file is stale. A further generator is a file `scripts/generate-<what>.mjs` that takes the same flag; it is found by
// its name.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run, root } from './run.mjs';

const flags = process.argv.slice(2);
const types = 'packages/contract/src/generated/types.ts';
const others = readdirSync(join(root, 'scripts')).filter((file) => /^generate-.*\.mjs$/.test(file));

const results = [
  run('node_modules/openapi-typescript/bin/cli.js', 'openapi.yaml', '--output', types, ...flags),
  ...others.map((file) => run(join('scripts', file), ...flags)),
];
process.exitCode = results.every((status) => status === 0) ? 0 : 1;

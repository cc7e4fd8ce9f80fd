// Code, format and the contract. All by default; `npm run lint -- code`, `format` or `spec` runs one.
import { run } from './run.mjs';

const linters = {
  code: () => run('node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  format: () => run('node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '**/*.{ts,mts,mjs,cjs,js,css}'),
  spec: () => run('node_modules/@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml'),
};

const wanted = process.argv.slice(2);
const statuses = (wanted.length > 0 ? wanted : Object.keys(linters)).map((name) => linters[name]());
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;

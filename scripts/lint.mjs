// Code, format and the contract. All by default; `npm run lint -- code`, `format` or `spec` runs one.
import { bin } from './run.mjs';

const linters = {
  code: () => bin('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  format: () => bin('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  spec: () => bin('@redocly/cli/bin/cli.js', 'lint', 'openapi.yaml'),
};

const wanted = process.argv.slice(2);
const statuses = (wanted.length > 0 ? wanted : Object.keys(linters)).map((name) => linters[name]());
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1;

// What a partner's page loads before it can draw: the drop-in file and what it imports statically, brotli at its highest level.
// Languages other than English and whatever else sits behind import() are listed and not counted.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { root } from './run.mjs';

const budget = 22_000;
const folder = join(root, 'packages/elements/dist/drop-in');

const first = withStaticImports(join(folder, 'coach-booking.js'));
const later = readdirSync(folder, { recursive: true })
  .map((name) => join(folder, name))
  .filter((file) => file.endsWith('.js') && !first.has(file));

const total = [...first].reduce((sum, file) => sum + report(file, 'first'), 0);
for (const file of later) report(file, 'on demand');
console.log(`${format(total)}  brotli bytes before the first paint; the budget is ${budget.toLocaleString('en')}`);
if (total > budget) {
  console.error(`over the budget by ${total - budget} bytes`);
  process.exitCode = 1;
}

/** A module file and all that it needs before it runs. */
function withStaticImports(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const node of parseAst(readFileSync(file, 'utf8')).body)
    if (node.source) withStaticImports(join(dirname(file), node.source.value), seen);
  return seen;
}

/** Prints one row and answers the file's brotli bytes. */
function report(file, when) {
  const bytes = readFileSync(file);
  const compressed = brotliCompressSync(bytes).length;
  console.log(`${format(compressed)}  ${format(bytes.length)} plain  ${when.padEnd(9)}  ${relative(folder, file)}`);
  return compressed;
}

function format(bytes) {
  return bytes.toLocaleString('en').padStart(7);
}

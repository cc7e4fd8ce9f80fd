// Writes the declarations of the published packages into their dist/, and takes along what they name of a private one:
// a user of a package from npm has no other. Those to which no import of a user leads are removed.
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { inlined } from '../rollup/inlined.mjs';
import { root, run } from '../run.mjs';
import { reachable } from './reachable.mjs';

const published = ['packages/sdk', 'packages/elements'];
process.exitCode = run('node_modules/typescript/bin/tsc', '--build', ...published);
if (process.exitCode === 0)
  for (const folder of published) {
    takeAlong(join(root, folder, 'dist'));
    removeUnreachable(join(root, folder));
  }

function takeAlong(dist) {
  const taken = new Set();
  for (const file of declarationsIn(dist)) {
    const text = readFileSync(file, 'utf8');
    const own = text.replaceAll(inlined.declaration, (_, quote, name, module) => {
      taken.add(name);
      const path = relative(dirname(file), join(dist, name, declared(name, module))).replaceAll('\\', '/');
      return `${quote}${path.startsWith('.') ? path : `./${path}`}${quote}`;
    });
    if (own !== text) writeFileSync(file, own);
  }
  for (const name of taken)
    cpSync(join(root, 'packages', name, 'dist'), join(dist, name), {
      recursive: true,
      filter: (path) => !/\.(js|map|tsbuildinfo)$/.test(path),
    });
}

/** Returns where the declaration of a module of a private package stands in its dist/, named as JavaScript. */
function declared(name, module) {
  const { exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  const { source } = exports[`./${module}`] ?? exports['./*'];
  return source.replace('*', module).replace('./src/', '').replace(/\.ts$/, '.js');
}

function removeUnreachable(folder) {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const entries = Object.values(exports).flatMap(({ types }) => (types ? [join(folder, types)] : []));
  const needed = reachable(entries);
  for (const file of declarationsIn(join(folder, 'dist'))) if (!needed.has(file)) rmSync(file);
}

function declarationsIn(dist) {
  return readdirSync(dist, { recursive: true })
    .filter((path) => path.endsWith('.d.ts'))
    .map((path) => join(dist, path));
}

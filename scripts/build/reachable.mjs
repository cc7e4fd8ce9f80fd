import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** A relative module that a declaration names: `from './a.ts'`, `import('./a.js')` or `import './a'`. */
const named = /(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** Returns the paths of the declarations to which `entries` lead, themselves included. */
export function reachable(entries) {
  const found = new Set();
  const follow = (file) => {
    if (found.has(file)) return;
    found.add(file);
    for (const [, module] of readFileSync(file, 'utf8').matchAll(named)) {
      const path = resolve(dirname(file), module).replace(/\.[jt]s$/, '');
      const target = [`${path}.d.ts`, `${path}/index.d.ts`].find((each) => existsSync(each));
      if (target) follow(target);
    }
  };
  entries.forEach((entry) => follow(resolve(entry)));
  return found;
}

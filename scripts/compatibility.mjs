// Checks that what callers of the last release rely on still holds: the contract, and the types of the published
// packages. Both are stored as facts, one in a line, in docs/released/. With --accept these files are rewritten: at a
// release, or for an intended break, beside a changeset that describes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { breaks } from './compatibility/breaks.mjs';
import { contractFacts } from './compatibility/contract-facts.mjs';
import { declarationFacts } from './compatibility/declaration-facts.mjs';
import { root } from './run.mjs';

/**
 * Returns the entries that a package publishes, by their published names. An entry with only a source is for packages
 * of this repository.
 */
function entriesOf(name) {
  const { name: published, exports } = JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8'));
  return Object.fromEntries(
    Object.entries(exports)
      .filter(([, entry]) => entry.source && entry.default)
      .map(([path, { source }]) => [join(published, path), join('packages', name, source)]),
  );
}

const reports = {
  'openapi.txt': () =>
    contractFacts(parse(readFileSync(join(root, 'openapi.yaml'), 'utf8'), { merge: true, maxAliasCount: -1 })),
  'sdk.txt': () => declarationFacts(entriesOf('sdk')),
  'elements.txt': () => declarationFacts(entriesOf('elements')),
};

const isAccepted = process.argv.includes('--accept');
let found = 0;
for (const [name, factsNow] of Object.entries(reports)) {
  const file = join(root, 'docs/released', name);
  const facts = factsNow();
  if (isAccepted) {
    writeFileSync(file, `${facts.join('\n')}\n`);
    continue;
  }
  const broken = breaks(readFileSync(file, 'utf8').trim().split('\n'), facts);
  found += broken.length;
  if (broken.length > 0)
    console.error(`docs/released/${name} has promised otherwise:\n${broken.map((line) => `  ${line}`).join('\n')}`);
}
if (found > 0) {
  console.error(
    '\nCallers of the last release would break. Keep what was there, or say in a changeset what they have to do, and run: npm run compatibility -- --accept',
  );
  process.exitCode = 1;
}

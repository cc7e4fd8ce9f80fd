// Requires from CommonJS each entry that a package publishes, as NestJS, Express and most functions in a cloud do.
const { join } = require('node:path');

const { name, exports: entries } = require(join(process.cwd(), process.argv[2], 'package.json'));
for (const [entry, conditions] of Object.entries(entries)) {
  if (!conditions.default) continue;
  const found = require(join(name, entry));
  if (entry === '.' && Object.keys(found).length === 0) throw new Error(`${name} exports nothing to CommonJS.`);
}

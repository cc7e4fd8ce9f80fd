import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * Writes a contract in YAML (`source`, an absolute path) as `fileName` in JSON beside the bundle: to read that takes
 * the server milliseconds at each start, and the YAML takes it seconds.
 */
export function contract(source, fileName) {
  return {
    name: 'contract',
    generateBundle() {
      this.emitFile({
        type: 'asset',
        fileName,
        source: JSON.stringify(parse(readFileSync(source, 'utf8'), { merge: true })),
      });
    },
  };
}

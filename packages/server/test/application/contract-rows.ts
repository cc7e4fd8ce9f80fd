import { readFileSync } from 'node:fs';
import { createImportRows } from '../../src/adapters/http/rows/import-rows.ts';
import { readSpec } from '../../src/adapters/http/spec/read-spec.ts';
import type { ImportRows } from '../../src/application/ports/import-rows.ts';

let real: ImportRows | undefined;

/** Rows held against openapi.yaml, which is read when the first test asks for it, since that takes a second. */
export const contractRows: ImportRows = {
  read: (kind, sent) => {
    real ??= createImportRows(readSpec(readFileSync(new URL('../../../../openapi.yaml', import.meta.url), 'utf8')));
    return real.read(kind, sent);
  },
};

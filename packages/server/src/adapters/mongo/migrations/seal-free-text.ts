import type { EncryptionKeys } from '../sealing/keys.ts';
import { resealCollection } from '../sealing/reseal.ts';
import { sealedCollections } from '../sealing/sealed-fields.ts';
import type { Migration } from './migration.ts';

/** Once this is open, the fields in `sealed-fields.ts` are written sealed. */
export const SEAL_FREE_TEXT = 'seal-free-text';

/** Migrates documents from before health data and free text were sealed. */
export function sealFreeText(keys: EncryptionKeys): Migration {
  return {
    name: SEAL_FREE_TEXT,
    phase: 'contract',
    async run(context) {
      for (const name of sealedCollections) await resealCollection(context, name, keys);
    },
  };
}

import type { EncryptionKeys } from './keys.ts';
import type { SealedCollection } from './sealed-fields.ts';
import { createSealer, type Sealer } from './sealer.ts';

/** What seals and opens the documents of a store. */
export interface Sealing {
  of(collection: SealedCollection): Sealer;
}

/**
 * @param isOn whether what is written is to be sealed: not before every process that has the store open can open it,
 * and from then on always. What is read is opened in any case.
 */
export function createSealing(keys: EncryptionKeys, isOn: () => boolean): Sealing {
  return {
    of: (collection) => createSealer(collection, keys, isOn),
  };
}

import type { EncryptionKeys } from './keys.ts';
import type { SealedCollection } from './sealed-fields.ts';
import { createSealer, type Sealer } from './sealer.ts';

/** Seals and opens the documents of a store. */
export interface Sealing {
  of(collection: SealedCollection): Sealer;
}

/**
 * Creates the sealers of a store.
 * @param isOn whether written values are to be sealed: not before every process that has the store open can open them,
 * and from then on always. Read values are opened in any case.
 */
export function createSealing(keys: EncryptionKeys, isOn: () => boolean): Sealing {
  return {
    of: (collection) => createSealer(collection, keys, isOn),
  };
}

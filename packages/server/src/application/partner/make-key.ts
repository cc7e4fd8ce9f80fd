import type { Core } from '../ports/core.ts';
import type { PartnerKey } from '../ports/partners.ts';
import { lookupOf } from './key-lookup.ts';

/** A key as it is stored, and as it is shown this once. */
export interface MadeKey {
  readonly stored: PartnerKey;
  /** `pk_test_…`, `sk_live_…`. */
  readonly key: string;
}

/** Returns a new key that is not stored yet. */
export function makeKey(
  { newSecret, realNow }: Pick<Core, 'newSecret' | 'realNow'>,
  id: string,
  { kind, mode }: Pick<PartnerKey, 'kind' | 'mode'>,
): MadeKey {
  const key = `${kind === 'secret' ? 'sk' : 'pk'}_${mode}_${newSecret()}`;
  const ending = kind === 'secret' ? { ending: key.slice(-4) } : {};
  return { stored: { id, kind, mode, lookup: lookupOf(kind, key), ...ending, createdAt: realNow() }, key };
}

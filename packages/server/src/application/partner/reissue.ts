import type { Core } from '../ports/core.ts';
import { isLiving, type Partner, type PartnerKey } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { PartnerChange } from './change-partner.ts';

/**
 * Replaces the secret of the key with the same id, for a retry. Returns null when there is no such key. Throws
 * KEY_NOT_FOUND when it was revoked since.
 */
export function withReissuedKey(
  { realNow }: Pick<Core, 'realNow'>,
  { keys }: Partner,
  stored: PartnerKey,
): PartnerChange | null {
  const earlier = keys.find(({ id }) => id === stored.id);
  if (!earlier) return null;
  if (!isLiving(earlier, realNow()))
    throw new Refusal('KEY_NOT_FOUND', `Key ${stored.id} was made by this request before and revoked since.`);
  return {
    partner: { keys: keys.map((key) => (key === earlier ? stored : key)) },
    action: 'key.reissued',
    keyId: stored.id,
  };
}

import type { Instant } from '@coach-booking/time/instant';
import type { Partner, PartnerKey } from '../ports/partners.ts';
import { isLiving } from '../ports/partners.ts';
import { refuseInput } from '../kernel/scope.ts';

/** Maximum of working keys of one partner. */
export const MAX_KEYS = 50;

/** Keys that no longer work and are still listed, of one mode. So it is never forgotten that live mode has begun. */
const MAX_REVOKED_KEYS = 20;

/**
 * Returns the keys with one more, and without the oldest revoked ones when there are many. Throws INVALID_REQUEST when
 * too many work.
 */
export function withKey({ keys }: Partner, added: PartnerKey, realNow: Instant): readonly PartnerKey[] {
  const dead = keys.filter((key) => !isLiving(key, realNow));
  if (keys.length - dead.length >= MAX_KEYS)
    refuseInput('keys', `A partner has at most ${MAX_KEYS} keys that work: revoke some first.`);
  const dropped = (['test', 'live'] as const).flatMap((mode) =>
    dead.filter((key) => key.mode === mode).slice(0, -MAX_REVOKED_KEYS),
  );
  return [...keys.filter((key) => !dropped.includes(key)), added];
}

import type { Partner, PartnerKey } from '../ports/partners.ts';
import { isLiving } from '../ports/partners.ts';
import { refuseInput } from '../kernel/scope.ts';

/** Keys that work, of one partner. */
export const MAX_KEYS = 50;

/** Keys that work no more and are still shown, of one mode. So live mode is never forgotten to have begun. */
const MAX_REVOKED_KEYS = 20;

/**
 * The keys with one more, and without the oldest dead ones when those are many. Throws INVALID_REQUEST when too many
 * work.
 */
export function withKey({ keys }: Partner, added: PartnerKey, realNow: number): readonly PartnerKey[] {
  const dead = keys.filter((key) => !isLiving(key, realNow));
  if (keys.length - dead.length >= MAX_KEYS)
    refuseInput('keys', `A partner has at most ${MAX_KEYS} keys that work: revoke some first.`);
  const dropped = (['test', 'live'] as const).flatMap((mode) =>
    dead.filter((key) => key.mode === mode).slice(0, -MAX_REVOKED_KEYS),
  );
  return [...keys.filter((key) => !dropped.includes(key)), added];
}

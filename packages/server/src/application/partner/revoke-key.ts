import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changePartner, type ChangePartnerNeeds } from './change-partner.ts';
import { findKey } from './find-key.ts';
import type { Core } from '../ports/core.ts';

type RevokeKeyNeeds = Pick<Core, 'realNow'> & ChangePartnerNeeds;

/**
 * Revokes a key at once: all processes refuse it within seconds. It stays in the list. Idempotent. Throws LAST_KEY for
 * the caller's own key, KEY_NOT_FOUND, PARTNER_NOT_FOUND, VERSION_CONFLICT.
 */
export const revokeKey: UseCase<'revokeKey', RevokeKeyNeeds> =
  (core) =>
  async (context, { id }) => {
    await changePartner(core, context, (partner) => {
      const found = findKey(context, partner, id);
      if (context.caller.keyId === id)
        throw new Refusal('LAST_KEY', 'A key cannot revoke itself: ask with another one, or roll it.');
      if (found.revokedAt !== undefined) return null;
      const keys = partner.keys.map((key) => (key === found ? { ...key, revokedAt: core.realNow() } : key));
      return { partner: { keys }, action: 'key.revoked', keyId: id };
    });
    return { data: { id, removed: true } };
  };

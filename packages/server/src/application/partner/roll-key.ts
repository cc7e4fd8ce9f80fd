import { earliest, plus, type Instant } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import { identify } from '../idempotency/identify.ts';
import { isLiving, type PartnerKey } from '../ports/partners.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { withKey } from './add-key.ts';
import { changePartner, type ChangePartnerNeeds } from './change-partner.ts';
import { findKey } from './find-key.ts';
import { makeKey, type MadeKey } from './make-key.ts';
import { keyView } from './partner-view.ts';
import { withReissuedKey } from './reissue.ts';
import type { Core } from '../ports/core.ts';

type RollKeyNeeds = Pick<Core, 'realNow' | 'newId' | 'newSecret' | 'idempotency'> & ChangePartnerNeeds;

/** Hours. */
const OVERLAP = 24;

/** Returns the key with this expiry, or its own when that is sooner. */
const expiring = (key: PartnerKey, at: Instant): PartnerKey => ({
  ...key,
  expiresAt: earliest(key.expiresAt ?? at, at),
});

/**
 * Makes a key of the same kind and mode, which is shown this once; the old one works for `overlapHours` longer. A retry
 * is answered as by `createKey`. Throws KEY_NOT_FOUND (also for a key that no longer works), PARTNER_NOT_FOUND,
 * INVALID_REQUEST, IDEMPOTENCY_MISMATCH, VERSION_CONFLICT.
 */
export const rollKey: UseCase<'rollKey', RollKeyNeeds> = (core) => async (context, input) => {
  const { id: oldId, overlapHours = OVERLAP } = input;
  const newId = context.dryRun ? core.newId() : (await identify(core, context, 'rollKey', input)).id;
  let made: MadeKey | undefined;
  await changePartner(core, context, (partner) => {
    const old = findKey(context, partner, oldId);
    made = makeKey(core, newId, old);
    const again = withReissuedKey(core, partner, made.stored);
    if (again) return again;
    const now = core.realNow();
    if (!isLiving(old, now)) throw new Refusal('KEY_NOT_FOUND', `Key ${oldId} works no more: make a new one.`);
    const keys = withKey(partner, made.stored, now).map((key) =>
      key.id === oldId ? expiring(key, plus(now, overlapHours * HOUR)) : key,
    );
    return { partner: { keys }, action: 'key.rolled', keyId: oldId };
  });
  return { data: { ...keyView(made!.stored), key: made!.key } };
};

import { identify } from '../idempotency/identify.ts';
import type { UseCase } from '../use-case.ts';
import { withKey } from './add-key.ts';
import { changePartner, refuseTestMode } from './change-partner.ts';
import { makeKey } from './make-key.ts';
import { keyView } from './partner-view.ts';
import { reissued } from './reissue.ts';

/**
 * Makes a key and shows it this once. A retry with the same idempotency key makes no second one, but gives the first another secret, since
 * the one that was lost on the way is kept nowhere. Throws NOT_PERMITTED_FIELD for a live key in test mode once there is one, INVALID_REQUEST when
 * there are too many, PARTNER_NOT_FOUND, IDEMPOTENCY_MISMATCH, VERSION_CONFLICT.
 */
export const createKey: UseCase<'createKey'> = (core) => async (context, input) => {
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'createKey', input)).id;
  const made = makeKey(core, id, input);
  await changePartner(core, context, (partner) => {
    if (input.mode === 'live') refuseTestMode(context, partner, ['mode']);
    return (
      reissued(core, partner, made.stored) ?? {
        partner: { keys: withKey(partner, made.stored, core.realNow()) },
        action: 'key.created',
        keyId: id,
      }
    );
  });
  return { data: { ...keyView(made.stored), key: made.key } };
};

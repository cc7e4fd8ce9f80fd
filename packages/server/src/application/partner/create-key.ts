import { identify } from '../idempotency/identify.ts';
import type { UseCase } from '../ports/use-case.ts';
import { withKey } from './add-key.ts';
import { Refusal } from '../kernel/refusal.ts';
import { changePartner, type ChangePartnerNeeds } from './change-partner.ts';
import { makeKey } from './make-key.ts';
import { keyView } from './partner-view.ts';
import { withReissuedKey } from './reissue.ts';
import type { Core } from '../ports/core.ts';

type CreateKeyNeeds = Pick<Core, 'realNow' | 'newId' | 'newSecret' | 'idempotency'> & ChangePartnerNeeds;

/**
 * Returns the refusal of a live key in test mode: test keys are in repositories, and the demo's in its docs, so their
 * holders must not become the business.
 */
const liveFromTest = (): Refusal =>
  new Refusal(
    'NOT_PERMITTED_FIELD',
    'A live key is made with a live key, by the live session of an admin, or by: npm run partner -- create-key',
    {
      problems: [{ path: 'mode', message: 'Only live mode may set this.' }],
    },
  );

/**
 * Makes a key and shows it this once. A retry with the same idempotency key makes no second one, but gives the first
 * another secret, since the lost one is stored nowhere. Throws NOT_PERMITTED_FIELD for a live key in test mode,
 * INVALID_REQUEST when there are too many, PARTNER_NOT_FOUND, IDEMPOTENCY_MISMATCH, VERSION_CONFLICT.
 */
export const createKey: UseCase<'createKey', CreateKeyNeeds> = (core) => async (context, input) => {
  if (input.mode === 'live' && context.caller.mode !== 'live') throw liveFromTest();
  const id = context.dryRun ? core.newId() : (await identify(core, context, 'createKey', input)).id;
  const made = makeKey(core, id, input);
  await changePartner(core, context, (partner) => {
    return (
      withReissuedKey(core, partner, made.stored) ?? {
        partner: { keys: withKey(partner, made.stored, core.realNow()) },
        action: 'key.created',
        keyId: id,
      }
    );
  });
  return { data: { ...keyView(made.stored), key: made.key } };
};

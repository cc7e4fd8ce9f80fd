import { latest, plus } from '@coach-booking/time/instant';
import { Refusal } from '../kernel/refusal.ts';
import { isCounted } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { announceHold, type AnnounceHoldNeeds } from '../feed/announce-hold.ts';
import { claimsOfHold, expiryOf } from './find-hold.ts';
import { provenHold } from '../claiming/hold-grant.ts';
import { HOLD_LENGTH, holdView } from './hold-view.ts';
import type { Core } from '../ports/core.ts';

type ExtendHoldNeeds = Pick<Core, 'tokens' | 'ledgers' | 'visitorHolds'> & AnnounceHoldNeeds;

/** Extends a hold by five minutes, once, as long as it exists. Throws TOKEN_INVALID, HOLD_GONE, HOLD_EXTENDED. */
export const extendHold: UseCase<'extendHold', ExtendHoldNeeds> = (core) => async (context, input) => {
  const grant = provenHold(core, context, input.id, input.holdToken);
  const gone = () => new Refusal('HOLD_GONE', `Hold ${grant.holdId} is no longer there.`);
  const claims = await claimsOfHold(core, grant);
  if (!claims) throw gone();
  if (claims.every(({ extended }) => extended))
    throw new Refusal('HOLD_EXTENDED', `Hold ${grant.holdId} was extended before.`);
  const expiresAt = plus(latest(expiryOf(claims), context.now), HOLD_LENGTH);
  if (!context.dryRun) {
    for (const ledgerId of grant.ledgers) await core.ledgers.extendHold(ledgerId, grant.holdId, expiresAt);
    const now = await claimsOfHold(core, grant);
    if (!now) throw gone();
    if (isCounted(context.caller)) await core.visitorHolds.extend(grant.coachId, grant.holdId, expiryOf(now));
    announceHold(core, context, grant, expiryOf(now));
    return { data: holdView(core, grant, expiryOf(now)) };
  }
  return { data: holdView(core, grant, expiresAt) };
};

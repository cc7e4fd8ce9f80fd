import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { releaseHoldClaims } from '../claiming/release.ts';
import { isCounted } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { announceHold, type AnnounceHoldNeeds } from '../feed/announce-hold.ts';
import { provenHold } from '../claiming/hold-grant.ts';

type ReleaseHoldNeeds = Pick<Core, 'tokens' | 'bookings' | 'visitorHolds'> & AnnounceHoldNeeds;

const release = async (core: ReleaseHoldNeeds, context: Context, id: string, token: string) => {
  const grant = provenHold(core, context, id, token);
  const { holdId, ledgers } = grant;
  if (!context.dryRun) {
    await releaseHoldClaims(core, holdId, ledgers);
    if (isCounted(context.caller)) await core.visitorHolds.remove(grant.coachId, holdId);
    announceHold(core, context, grant);
  }
  return { data: { id: holdId, removed: true as const } };
};

/** Releases a hold; one that no longer exists is no error. Throws TOKEN_INVALID. */
export const releaseHold: UseCase<'releaseHold', ReleaseHoldNeeds> = (core) => (context, input) =>
  release(core, context, input.id, input.holdToken);

/** Releases a hold as its page closes. Throws TOKEN_INVALID. */
export const releaseHoldByBeacon: UseCase<'releaseHoldByBeacon', ReleaseHoldNeeds> = (core) => (context, input) =>
  release(core, context, input.id, input.holdToken);

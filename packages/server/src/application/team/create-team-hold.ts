import type { components } from '@coach-booking/contract/types';
import { ledgersOf, placesLedger } from '../../domain/booking/claim.ts';
import { releaseHoldClaims } from '../claiming/release.ts';
import { guestOf } from '../guests/guest.ts';
import { holdUnderId, type HoldUnderIdNeeds } from '../holds/create-hold.ts';
import { identify, withoutKey, type Identity } from '../idempotency/identify.ts';
import type { Context } from '../kernel/context.ts';
import type { InputOf } from '../kernel/contract.ts';
import { instantOf } from '../kernel/instants.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { sessionAt, sessionRules } from '../slots/session-rules.ts';
import { assign, type Attempt } from './assign.ts';
import { candidatesFor, type CandidatesNeeds, type TeamCandidate } from './candidates.ts';
import { coachName } from './coach-name.ts';

type CreateTeamHoldNeeds = Pick<Core, 'idempotency'> & CandidatesNeeds & HoldUnderIdNeeds;

type Input = InputOf<'createTeamHold'>;
type TeamHold = components['schemas']['TeamHold'];

/** Takes back what may be held under an id that is given up. */
const giveBack = async (
  core: CreateTeamHoldNeeds,
  { head, serviceId }: TeamCandidate,
  id: string,
  start: string,
): Promise<void> => {
  const session = sessionAt(instantOf(start), sessionRules(head, { serviceId }).rules);
  await releaseHoldClaims(core, id, [...ledgersOf(head.id, session), placesLedger(head.id)]);
  await core.visitorHolds.remove(head.id, id);
};

/**
 * The attempts to hold with one coach. A hold has no record that could refuse a second one under its id, so the claims
 * of an id are given back once another id is stored in its place, and a request that has made claims reads the stored
 * id afterwards: of two concurrent retries one sees the other.
 */
const attemptOf = (
  core: CreateTeamHoldNeeds,
  context: Context,
  { start }: Input,
  identity: Identity,
): Attempt<TeamHold> => {
  let given: { readonly candidate: TeamCandidate; readonly id: string } | undefined;
  return {
    async make(candidate, id) {
      const { coachId, serviceId, head } = candidate;
      const isFresh = identity.isFresh && id === identity.id;
      const hold = await holdUnderId(core, context, { coachId, serviceId, start }, async () => ({ id, isFresh }));
      if (!context.dryRun) {
        if ((await identity.choose(id, coachId)).id !== id) return null;
        await core.teamTurns.note(scopeOf(context), coachId, core.realNow());
      }
      return { ...hold, coachId, serviceId, coach: coachName(head) };
    },
    async end(candidate, id) {
      given = candidate && { candidate, id };
      return null;
    },
    async open(id) {
      if (given && !context.dryRun) await giveBack(core, given.candidate, given.id, start);
      given = undefined;
      return { id };
    },
  };
};

/**
 * Holds a slot for five minutes with one of several coaches: who has fewest sessions on that day, then whose turn was
 * longest ago. A retry with the same idempotency key returns the same hold, with the same coach, as long as it exists.
 * Throws the codes of a refused start with the nearest starts of any of them, HOLD_LIMIT, BOOKING_LIMIT, CAPACITY_FULL,
 * COACH_NOT_FOUND, SERVICE_NOT_FOUND, INVALID_REQUEST, IDEMPOTENCY_MISMATCH, VERSION_CONFLICT.
 */
export const createTeamHold: UseCase<'createTeamHold', CreateTeamHoldNeeds> = (core) => async (context, input) => {
  const identity = context.dryRun ? withoutKey(core.newId) : await identify(core, context, 'createTeamHold', input);
  const guest = await guestOf(core, context);
  const candidates = await candidatesFor(core, context, input, { guest, ownId: identity.id });
  return {
    data: await assign(identity, identity.id, candidates, input.start, attemptOf(core, context, input, identity)),
  };
};

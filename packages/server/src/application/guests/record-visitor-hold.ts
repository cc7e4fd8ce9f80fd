import { countedPlaces, type Session } from '../../domain/booking/claim.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import {
  admitHold,
  freeTimeIn,
  HELD_SHARE,
  holdsInAll,
  type HoldLimits,
  type VisitorHold,
} from '../../domain/guest/visitor-holds.ts';
import type { Instant } from '@coach-booking/time/instant';
import { fromEpochDay } from '@coach-booking/time/plain-date';
import { localDayOf, startOfLocalDay, zoneOf } from '@coach-booking/time/zone';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { announceHold, type AnnounceHoldNeeds } from '../feed/announce-hold.ts';
import type { CoachRead } from '../ports/ledgers.ts';
import type { HoldGrant } from '../ports/tokens.ts';
import { releaseHoldClaims } from '../claiming/release.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Guest } from './guest.ts';

export type RecordVisitorHoldNeeds = Pick<Core, 'bookings' | 'visitorHolds'> & AnnounceHoldNeeds;

/** Returns the coach's whole date on which a session starts, as instants. */
export function dateOf(
  { schedule }: CoachHead,
  { start }: Session,
): { readonly start: Instant; readonly end: Instant } {
  const zone = zoneOf(schedule.timeZone);
  const day = localDayOf(zone, start);
  return { start: startOfLocalDay(zone, day), end: startOfLocalDay(zone, day + 1) };
}

/** A visitor's request for a hold, and the coach as they were read for it: with the ledgers of the whole date. */
export interface HoldRequest {
  readonly head: CoachHead;
  readonly read: Pick<CoachRead, 'claims' | 'places'>;
  readonly session: Session;
  readonly grant: HoldGrant;
  readonly expiresAt: Instant;
}

const limitsOf = (
  { cache }: Pick<Core, 'cache'>,
  { head, read, session }: HoldRequest,
  perAddress: number,
  now: Instant,
): HoldLimits => {
  // What other holds keep is in the book.
  const { booked: places } = countedPlaces(read.places, now);
  const booked = read.claims
    .filter(({ owner }) => owner.kind === 'booking')
    .map(({ paddedStart, paddedEnd }) => ({ start: paddedStart, end: paddedEnd }));
  const free = freeTimeIn(cache.planOf(head, now), dateOf(head, session), booked);
  return { perAddress, inAll: holdsInAll(head.capacity, places), onDate: HELD_SHARE * free };
};

const entryOf = ({ head, session, grant, expiresAt }: HoldRequest, { mark }: Guest): VisitorHold => ({
  id: grant.holdId,
  mark,
  start: grant.start,
  end: grant.end,
  date: fromEpochDay(localDayOf(zoneOf(head.schedule.timeZone), session.start)),
  keeps: session.paddedEnd - session.paddedStart,
  expiresAt,
  ledgers: grant.ledgers,
});

const refuse = (context: Context, until: Instant): never => {
  const seconds = Math.max(1, Math.ceil((until - context.now) / 1000));
  throw new Refusal('HOLD_LIMIT', 'Visitors keep as much of this coach as they may together.', undefined, seconds);
};

/**
 * Enters a visitor's hold into the coach's book, once its time is claimed; it replaces the address's oldest where there
 * are too many. A dry run only checks. Throws HOLD_LIMIT, after which the claim is to be released.
 */
export async function recordVisitorHold(
  core: RecordVisitorHoldNeeds,
  context: Context,
  guest: Guest,
  request: HoldRequest,
): Promise<void> {
  const perAddress = guest.caps.holdsPerAddress;
  if (perAddress === null) return;
  const { head } = request;
  const [entry, limits] = [entryOf(request, guest), limitsOf(core, request, perAddress, context.now)];
  const admission = context.dryRun
    ? admitHold(await core.visitorHolds.ofCoach(head.id), entry, limits, context.now)
    : await core.visitorHolds.admit(scopeOf(context), head.id, entry, limits, context.now);
  if (!admission.admitted) return refuse(context, admission.until);
  if (context.dryRun) return;
  for (const { id, ledgers, start, end } of admission.replaced) {
    await releaseHoldClaims(core, id, ledgers);
    announceHold(core, context, { coachId: head.id, holdId: id, start, end });
  }
}

import type { Instant } from '@coach-booking/time/instant';
import type { Booking } from '../../domain/booking/booking.ts';
import { ledgersOf, type ClaimRef, type Session } from '../../domain/booking/claim.ts';
import { isActive } from '../../domain/booking/status.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { present } from '../kernel/present.ts';
import { releaseClaims } from '../claiming/release.ts';
import { takeTime, type TakeNeeds } from '../claiming/take.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import { rulesOfBooked } from '../slots/session-rules.ts';
import { checkAssignable } from '../coach-head/team.ts';
import { recordOf } from './booking-event.ts';
import { sessionOf, staffRefsOf } from './claims-of-booking.ts';
import { recordChange, type RecordChangeNeeds } from './record-change.ts';
import { refusalWithSuggestions } from '../slots/rule-refusal.ts';
import { isStaffBusy } from './staff-busy.ts';

export type AssignStaffNeeds = Pick<Core, 'coaches'> & TakeNeeds & RecordChangeNeeds & Pick<Core, 'cache'>;

/** The member of staff to run a booking, or null for none, and the notes written with the assignment. */
export interface Assignment {
  readonly staffId: string | null;
  readonly notes?: string | undefined;
}

/** Returns the member from the team as it is now. Throws STAFF_NOT_FOUND. */
const readAssignable = async (
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  booking: Booking,
  staffId: string,
) => {
  const { head } = await readCoach(core, context, booking.coachId);
  checkAssignable(head, staffId);
  return head;
};

const refuseBusy = async (
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  booking: Booking,
  staffId: string,
  start: Instant,
): Promise<never> => {
  const { head } = await readCoach(core, context, booking.coachId);
  const search = { head, rules: rulesOfBooked(head, booking), now: context.now, exceptOwners: [booking.id], staffId };
  throw await refusalWithSuggestions(core, 'STAFF_BUSY', search, start);
};

/**
 * Claims the session in the calendar of a member of staff. Reads the team once more after that: a request that removes
 * the member meanwhile finds the claim. Throws STAFF_BUSY, STAFF_NOT_FOUND.
 */
const claimOf = async (
  core: AssignStaffNeeds,
  context: Context,
  booking: Booking,
  staffId: string,
  session: Session,
): Promise<readonly ClaimRef[]> => {
  const owner = { kind: 'booking', id: booking.id } as const;
  const refs = [{ id: core.newId(), ledgers: ledgersOf(staffId, session) }];
  const taken = await takeTime(core, { scope: scopeOf(context), refs, owner, session, alsoOwn: [], now: context.now });
  if (taken.refusedBy !== null) {
    await releaseClaims(core, taken.refs);
    return refuseBusy(core, context, booking, staffId, session.start);
  }
  await readAssignable(core, context, booking, staffId).catch(async (error: unknown) => {
    await releaseClaims(core, refs);
    throw error;
  });
  return refs;
};

/**
 * Assigns a booking to a member of staff, or takes the assignment back: a move between calendars, so it claims first
 * and gives up after it is recorded. A booking without a time claims nothing. Throws NOT_ALLOWED_NOW when it is over,
 * STAFF_NOT_FOUND, STAFF_BUSY.
 */
export async function assignStaff(
  core: AssignStaffNeeds,
  context: Context,
  old: Booking,
  { staffId, notes }: Assignment,
): Promise<Booking | null> {
  const { id, status, version } = old;
  if (!isActive(status))
    throw new Refusal('NOT_ALLOWED_NOW', `Booking ${id} is ${status}: nobody runs it any more.`, { status, version });
  if (staffId !== null) await readAssignable(core, context, old, staffId);
  const session = sessionOf(old);
  const record = recordOf(core, context, old, { type: 'updated', to: status, staffId });
  const set = { staffId: staffId ?? undefined, ...present({ notes }) };
  if (context.dryRun) {
    const isBusy = staffId !== null && session && (await isStaffBusy(core, context, staffId, session, id));
    return isBusy
      ? refuseBusy(core, context, old, staffId, session.start)
      : { ...old, ...set, history: [...old.history, record.history] };
  }
  const claimed = staffId !== null && session ? await claimOf(core, context, old, staffId, session) : [];
  const givenUp = staffRefsOf(old);
  const claims = [...old.claims.filter((ref) => !givenUp.includes(ref)), ...claimed];
  return recordChange(core, old, { change: { set: { ...set, claims }, ...record }, claimed, givenUp });
}

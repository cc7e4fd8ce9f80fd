import { compilePlan } from '../../domain/availability/compile.ts';
import { utcDays, type Claim } from '../../domain/booking/claim.ts';
import { isActive } from '../../domain/booking/status.ts';
import { planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { checkStart } from '../../domain/slots/check-start.ts';
import type { RefusalCode } from '../../domain/slots/slot-question.ts';
import { earliest, instant, latest, plus } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { components } from '@coach-booking/contract/types';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { rangeText } from '../kernel/instants.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { InstantRange } from '../kernel/slot-range.ts';
import { contactsOf } from '../people/contacts.ts';

export type Conflict = components['schemas']['Conflict'];

export type ConflictsNeeds = Pick<Core, 'ledgers' | 'bookings' | 'leads' | 'users'>;

/** The longest booking window, in days, and a little more. */
export const HORIZON = 732;

/** Reasons about the coach's presence at that time; not about the clock, nor about the grid. */
const CONFLICTS: readonly RefusalCode[] = ['outside_hours', 'break', 'time_off', 'external_busy'];

/** Returns the plan without the rules about the moment of booking: an existing booking keeps its time. */
const timeless = (head: CoachHead): CoachHead => ({
  ...head,
  schedule: { ...head.schedule, minimumNotice: 0, sameDayBooking: true, bookingWindow: HORIZON * 2 },
});

/**
 * Adds whose session it is, and what. A booking that is still being made has neither yet; one that has ended meanwhile,
 * and whose claim is on its way out, is no conflict.
 */
const named = async (core: ConflictsNeeds, context: Context, conflicts: readonly Conflict[]): Promise<Conflict[]> => {
  if (conflicts.length === 0) return [];
  const ids = conflicts.map(({ bookingId }) => bookingId);
  const bookings = await core.bookings.byIds(scopeOf(context), ids);
  const contactFor = await contactsOf(core, bookings);
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  return conflicts.flatMap((conflict) => {
    const booking = byId.get(conflict.bookingId);
    if (!booking) return [conflict];
    const { status, serviceTitle } = booking;
    return isActive(status) ? [{ ...conflict, name: contactFor(booking).name, serviceTitle }] : [];
  });
};

/**
 * Returns the future bookings in a range (or as far as booking is possible) at times when the coach does not work by
 * this head. Read the ledgers after writing the head: later claims are checked against the new one, so no booking is
 * missed. A booking in progress counts.
 */
export async function conflictsOf(
  core: ConflictsNeeds,
  context: Context,
  head: CoachHead,
  within?: InstantRange,
): Promise<Conflict[]> {
  const { now } = context;
  const from = latest(now, within?.from ?? now);
  const to = earliest(plus(now, HORIZON * DAY), within?.to ?? instant(Infinity));
  if (from >= to) return [];
  const { claims } = await core.ledgers.read(head.id, utcDays(from, to));
  const booked = claims.filter(
    ({ owner, start, end }) => owner.kind === 'booking' && start > now && start < to && end > from,
  );
  if (booked.length === 0) return [];
  const plan = compilePlan(planOf(timeless(head)));
  const codeOf = ({ start, end }: Claim) =>
    checkStart({ plan, rules: { duration: (end - start) / MINUTE }, occupied: [], now }, start);
  const conflicts = booked.flatMap((claim) => {
    const code = codeOf(claim);
    return code && CONFLICTS.includes(code) ? [{ bookingId: claim.owner.id, ...rangeText(claim), code }] : [];
  });
  return named(core, context, conflicts);
}

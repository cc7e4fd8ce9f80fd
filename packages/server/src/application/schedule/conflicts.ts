import { compilePlan } from '../../domain/availability/compile.ts';
import { utcDays, type Claim } from '../../domain/booking/claim.ts';
import { planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { checkStart } from '../../domain/slots/check-start.ts';
import type { RefusalCode } from '../../domain/slots/slot-question.ts';
import { earliest, instant, latest, plus } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { components } from '@coach-booking/contract/types';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { rangeText } from '../kernel/instants.ts';
import type { InstantRange } from '../kernel/slot-range.ts';

export type Conflict = components['schemas']['Conflict'];

/** The longest booking window, in days, and a little more. */
export const HORIZON = 732;

/** Reasons about the coach's presence at that time; not about the clock, nor about the grid. */
const CONFLICTS: readonly RefusalCode[] = ['outside_hours', 'break', 'time_off', 'external_busy'];

/** Returns the plan without the rules about the moment of booking: an existing booking keeps its time. */
const timeless = (head: CoachHead): CoachHead => ({
  ...head,
  externalStale: false,
  schedule: { ...head.schedule, minimumNotice: 0, sameDayBooking: true, bookingWindow: HORIZON * 2 },
});

/**
 * Returns the future bookings in a range (or as far as booking is possible) at times when this head says the coach does
 * not work. Read the ledgers after writing the head: later claims are checked against the new one, so no booking is
 * missed. A booking in progress counts.
 */
export async function conflictsOf(
  { ledgers }: Pick<Core, 'ledgers'>,
  { now }: Context,
  head: CoachHead,
  within?: InstantRange,
): Promise<Conflict[]> {
  const from = latest(now, within?.from ?? now);
  const to = earliest(plus(now, HORIZON * DAY), within?.to ?? instant(Infinity));
  if (from >= to) return [];
  const { claims } = await ledgers.read(head.id, utcDays(from, to));
  const booked = claims.filter(
    ({ owner, start, end }) => owner.kind === 'booking' && start > now && start < to && end > from,
  );
  if (booked.length === 0) return [];
  const plan = compilePlan(planOf(timeless(head)));
  const codeOf = ({ start, end }: Claim) =>
    checkStart({ plan, rules: { duration: (end - start) / MINUTE }, occupied: [], now }, start);
  return booked.flatMap((claim) => {
    const code = codeOf(claim);
    return code && CONFLICTS.includes(code) ? [{ bookingId: claim.owner.id, ...rangeText(claim), code }] : [];
  });
}

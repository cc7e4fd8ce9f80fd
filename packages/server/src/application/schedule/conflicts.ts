import { compilePlan } from '../../domain/availability/compile.ts';
import { utcDays, type Claim } from '../../domain/booking/claim.ts';
import { planOf, type CoachHead } from '../../domain/coach/coach.ts';
import { checkStart } from '../../domain/slots/check-start.ts';
import type { RefusalCode } from '../../domain/slots/slot-question.ts';
import { DAY, MINUTE } from '@coach-booking/time/units';
import type { components } from '@coach-booking/contract/types';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { rangeText } from '../kernel/instants.ts';
import type { InstantRange } from '../kernel/slot-range.ts';

export type Conflict = components['schemas']['Conflict'];

/** The longest booking window there is, in days, and a little. */
export const HORIZON = 732;

/** About whether the coach is there at that time; not about the clock, nor about where the grid lies. */
const CONFLICTS: readonly RefusalCode[] = ['outside_hours', 'break', 'time_off', 'external_busy'];

/**
 * The plan without the rules that are about the moment of booking: a booking keeps its time however near it has come.
 */
const timeless = (head: CoachHead): CoachHead => ({
  ...head,
  externalStale: false,
  schedule: { ...head.schedule, minimumNotice: 0, sameDayBooking: true, bookingWindow: HORIZON * 2 },
});

/**
 * The future bookings in a range (or as far as anybody can book) that lie where this head says the coach does not work.
 * Read the ledgers after writing the head: whoever claims later checks against the new one, so no booking is missed.
 * One that is just being made counts.
 */
export async function conflictsOf(
  { ledgers }: Pick<Core, 'ledgers'>,
  { now }: Context,
  head: CoachHead,
  within?: InstantRange,
): Promise<Conflict[]> {
  const from = Math.max(now, within?.from ?? now);
  const to = Math.min(now + HORIZON * DAY, within?.to ?? Infinity);
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

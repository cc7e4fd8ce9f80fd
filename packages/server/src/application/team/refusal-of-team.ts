import { parseInstant } from '@coach-booking/time/instant';
import { Refusal, type ErrorCode, type ErrorDetails } from '../kernel/refusal.ts';

/** Refusals that another coach may not have; every other one holds for the request as a whole. */
const OF_ONE_COACH: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'SLOT_TAKEN',
  'START_IN_PAST',
  'TOO_SOON',
  'TOO_FAR',
  'OUTSIDE_HOURS',
  'IN_BREAK',
  'IN_TIME_OFF',
  'OFF_GRID',
  'SOURCE_STALE',
  'CAPACITY_FULL',
  'COACH_INACTIVE',
  'COACH_NOT_FOUND',
  'SERVICE_NOT_FOUND',
  'HOLD_LIMIT',
]);
const MAX_ALTERNATIVES = 3;
/** Codes that say most about the start, before those of the first coach. */
const FIRST: readonly ErrorCode[] = ['HOLD_LIMIT', 'SLOT_TAKEN'];

/** Returns the refusal of an attempt with one coach. Throws every other error. */
export function refusalOfCoach(error: unknown): Refusal {
  if (error instanceof Refusal && OF_ONE_COACH.has(error.code)) return error;
  throw error;
}

type Suggested = Pick<ErrorDetails, 'alternatives' | 'nextAvailable'>;

/** Each of the refusals names the nearest starts of its coach, so the nearest of all are among them. */
const suggestionsOf = (refusals: readonly Refusal[], start: string): Suggested => {
  const wanted = parseInstant(start);
  const distance = (at: string) => Math.abs(parseInstant(at) - wanted);
  const starts = new Map(
    refusals.flatMap(({ details }) => details?.alternatives ?? []).map((slot) => [slot.start, slot]),
  );
  const nexts = refusals.flatMap(({ details }) => details?.nextAvailable ?? []).sort();
  return {
    alternatives: [...starts.values()]
      .sort((a, b) => distance(a.start) - distance(b.start) || (a.start < b.start ? -1 : 1))
      .slice(0, MAX_ALTERNATIVES),
    nextAvailable: nexts.find((next) => parseInstant(next) >= wanted) ?? nexts[0] ?? null,
  };
};

/**
 * Returns one refusal of a start that no coach has: SLOT_TAKEN where one of them is merely taken, HOLD_LIMIT where one
 * could be booked and not held, else that of the first; with the nearest starts that any of them has.
 */
export function refusalOfTeam(refusals: readonly [Refusal, ...Refusal[]], start: string): Refusal {
  const leading = FIRST.map((code) => refusals.find((one) => one.code === code)).find((one) => one !== undefined);
  const { code, detail, details, retryAfter } = leading ?? refusals[0];
  const text = `None of ${refusals.length} coaches has it: ${detail}`;
  const hasStarts = refusals.some((one) => one.details?.alternatives !== undefined);
  return new Refusal(code, text, hasStarts ? { ...details, ...suggestionsOf(refusals, start) } : details, retryAfter);
}

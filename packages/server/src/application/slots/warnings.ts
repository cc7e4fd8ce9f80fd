import { takenPlaces, utcDays, type Session } from '../../domain/booking/claim.ts';
import { overlapsRaw, warningsFor } from '../../domain/slots/warnings.ts';
import type { components } from '@coach-booking/contract/types';
import type { Context } from '../kernel/context.ts';
import { Refusal, type ErrorCode } from '../kernel/refusal.ts';
import { expiredAmong, expiredAround } from '../claiming/expire.ts';
import { isCoachSide } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import { occupiedBy } from './occupied.ts';
import { refusalWithSuggestions } from './rule-refusal.ts';
import type { Search } from './search.ts';

export type Warning = components['schemas']['Warning'];

/** The facts about a start for the coach side. */
export interface StartFacts {
  readonly warnings: readonly Warning[];
  /** Another session, or a live hold, is at that very time: no one may override that. */
  readonly isTaken: boolean;
}

type Needs = Pick<Core, 'cache' | 'ledgers' | 'bookings'>;

/**
 * All that speaks against a session, by one read of the coach's ledgers, and one of the member of staff who is to run
 * it. The places are asked of a new booking that starts after now, since a session that has begun takes none (R17).
 */
export async function startFacts(
  { cache, ledgers, bookings }: Needs,
  { head, rules, now, exceptOwners, staffId, busyNow }: Search,
  session: Session,
  asksForPlace = true,
): Promise<StartFacts> {
  const days = utcDays(session.paddedStart, session.paddedEnd);
  const [read, staff] = await Promise.all([
    ledgers.read(head.id, days),
    staffId === undefined ? undefined : ledgers.read(staffId, days),
  ]);
  const claims = [...read.claims, ...(staff?.claims ?? [])];
  const expired = [
    ...(await expiredAround({ bookings }, claims, session, now)),
    ...(await expiredAmong({ bookings }, read.places, now)),
  ];
  const passedOver = [...(exceptOwners ?? []), ...expired];
  const occupied = occupiedBy(claims, now, passedOver);
  const isFull =
    asksForPlace &&
    session.start > now &&
    head.capacity !== null &&
    takenPlaces(read.places, now, passedOver).length >= head.capacity;
  const warnings = warningsFor({ plan: cache.planOf(head, now), rules, occupied, now }, session.start);
  const isNew = busyNow && !warnings.includes('external_busy');
  return {
    warnings: [...warnings, ...(isNew ? ['external_busy' as const] : []), ...(isFull ? ['capacity' as const] : [])],
    isTaken: overlapsRaw(occupied, session),
  };
}

/** The refusal with what can be had instead, and to the coach side all that speaks against the start (R16). */
export async function refusalOfStart(
  core: Needs,
  context: Context,
  code: ErrorCode,
  search: Search,
  session: Session,
  asksForPlace?: boolean,
): Promise<Refusal> {
  const refusal = await refusalWithSuggestions(core, code, search, session.start);
  return isCoachSide(context) ? withWarnings(core, refusal, search, session, asksForPlace) : refusal;
}

/** The same of a refusal that is there already. There are none where passing over them would not help. */
export async function withWarnings(
  core: Needs,
  { code, detail, details }: Refusal,
  search: Search,
  session: Session,
  asksForPlace?: boolean,
): Promise<Refusal> {
  const { warnings, isTaken } = await startFacts(core, search, session, asksForPlace);
  return isTaken
    ? new Refusal(code, detail, details)
    : new Refusal(code, detail, { ...details, warnings: [...warnings] });
}

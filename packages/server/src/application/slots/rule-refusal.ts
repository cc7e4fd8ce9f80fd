import type { Instant } from '@coach-booking/time/instant';
import { checkStart } from '../../domain/slots/check-start.ts';
import type { Occupied, RefusalCode } from '../../domain/slots/slot-question.ts';
import { localDayOf, zoneOf } from '@coach-booking/time/zone';
import type { Core } from '../ports/core.ts';
import { instantText } from '../kernel/instants.ts';
import { Refusal, type ErrorCode } from '../kernel/refusal.ts';
import type { Search } from './search.ts';
import { suggest } from './suggest.ts';

/** The API's codes for the engine's reasons. */
const CODES: Readonly<Record<RefusalCode, ErrorCode>> = {
  past: 'START_IN_PAST',
  notice: 'TOO_SOON',
  window: 'TOO_FAR',
  outside_hours: 'OUTSIDE_HOURS',
  break: 'IN_BREAK',
  time_off: 'IN_TIME_OFF',
  off_grid: 'OFF_GRID',
  source_stale: 'SOURCE_STALE',
  booked: 'SLOT_TAKEN',
  held: 'SLOT_TAKEN',
  buffer: 'SLOT_TAKEN',
  external_busy: 'SLOT_TAKEN',
};

/** Returns why this start cannot be booked, by the one slots' engine; null when it can. */
export function ruleRefusal(
  { cache }: Pick<Core, 'cache'>,
  { head, rules, now }: Search,
  occupied: readonly Occupied[],
  start: Instant,
): ErrorCode | null {
  const code = checkStart({ plan: cache.planOf(head, now), rules, occupied, now }, start);
  return code === null ? null : CODES[code];
}

/** Returns which of the two rules of notice refuses a start. */
const noticeText = ({ head: { schedule }, now }: Search, start: Instant): string => {
  const { sameDayBooking, minimumNotice } = schedule;
  const zone = zoneOf(schedule.timeZone);
  if (!sameDayBooking && localDayOf(zone, start) === localDayOf(zone, now))
    return ': no session is booked for the same day';
  return `: sessions are booked ${minimumNotice} minutes ahead`;
};

/** Returns the refusal of a start, with suggestions. For TOO_SOON it includes the rule. */
export async function refusalWithSuggestions(
  core: Pick<Core, 'cache' | 'ledgers'>,
  code: ErrorCode,
  search: Search,
  start: Instant,
): Promise<Refusal> {
  return new Refusal(
    code,
    `${instantText(start)} cannot be booked for ${search.rules.duration} minutes${code === 'TOO_SOON' ? noticeText(search, start) : ''}.`,
    await suggest(core, search, start),
  );
}

import type { Instant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import type { Range } from '@coach-booking/time/range';
import { EVENT_PROPERTIES, type OutlookEvent } from '../../domain/calendar-outlook/outlook-event.ts';
import { present } from '../kernel/present.ts';
import { listGraph, type GraphAccount, type GraphNeeds } from './graph.ts';

/** Of one page; Graph gives a thousand at most. */
const PAGE = 500;

/**
 * Returns the events of a calendar that touch a range, with repetitions expanded by Graph, in UTC. Titles and people
 * are not asked for, so they never come here. Throws a ProviderFailure.
 */
export function calendarView(
  core: GraphNeeds,
  account: GraphAccount,
  calendarId: string,
  { start, end }: Range<Instant>,
  timeout?: number,
): Promise<readonly OutlookEvent[]> {
  const query = new URLSearchParams({
    startDateTime: isoInstant(start),
    endDateTime: isoInstant(end),
    $select: EVENT_PROPERTIES.join(),
    $top: `${PAGE}`,
  });
  return listGraph(core, account, {
    path: `/me/calendars/${encodeURIComponent(calendarId)}/calendarView?${query}`,
    headers: { prefer: 'outlook.timezone="UTC"' },
    ...present({ timeout }),
  });
}

import { SECOND } from '@coach-booking/time/units';
import type { Session } from '../../domain/booking/claim.ts';
import type { CalendarSource } from '../../domain/calendar-source/calendar-source.ts';
import type { Service } from '../../domain/coach/coach.ts';
import { readCalendarAgain } from '../coach-head/read-calendars-again.ts';
import type { Context } from '../kernel/context.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { Search } from './search.ts';
import { refusalOfStart } from './warnings.ts';

export type BusyElsewhereNeeds = Pick<
  Core,
  'busyNow' | 'calendarSources' | 'bookings' | 'pause' | 'background' | 'cache' | 'ledgers'
>;

/** For all calendars of a coach together. */
const BUDGET = 1.5 * SECOND;

/** Returns the first calendar that is busy, as soon as it has answered; null when none is. */
const firstBusy = (answers: readonly Promise<CalendarSource | null>[]): Promise<CalendarSource | null> =>
  Promise.any(answers.map(async (answer) => (await answer) ?? Promise.reject(new Error('free')))).catch(() => null);

/** Returns whether a calendar is busy then by now. It is read anew, so that the slots show that to the next visitor. */
const isBusyElsewhere = async (
  core: BusyElsewhereNeeds,
  context: Context,
  { head: { id: coachId, schedule } }: Search,
  { start, end }: Session,
): Promise<boolean> => {
  const all = await core.calendarSources.ofCoach(coachId);
  const sources = all.filter(({ active, deletedAt }) => active && deletedAt === undefined);
  if (sources.length === 0) return false;
  const ownBookings = (ids: readonly string[]) => core.bookings.idsWithCoach(scopeOf(context), coachId, ids);
  const question = { start, end, timeZone: schedule.timeZone, ownBookings };
  const answers = sources.map(async (source) =>
    (await core.busyNow(source, question, BUDGET)) === true ? source : null,
  );
  const busy = await Promise.race([firstBusy(answers), core.pause(BUDGET).then(() => null)]);
  if (busy) core.background.add(readCalendarAgain(core, busy, context.now));
  return busy !== null;
};

/**
 * Asks the connected calendars of the coach for a time that is about to be claimed, where its service wants that, and
 * for 1.5 seconds at most in all. One that does not answer counts as free, so a provider that is down refuses nothing.
 * Throws SLOT_TAKEN, with suggestions.
 */
export async function refuseBusyElsewhere(
  core: BusyElsewhereNeeds,
  context: Context,
  search: Search,
  service: Pick<Service, 'verifyBusy'> | undefined,
  session: Session,
): Promise<void> {
  if (!service?.verifyBusy || !(await isBusyElsewhere(core, context, search, session))) return;
  throw await refusalOfStart(core, context, 'SLOT_TAKEN', { ...search, busyNow: session }, session, false);
}

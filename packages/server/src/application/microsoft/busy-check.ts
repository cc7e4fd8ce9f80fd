import { minus, plus, type Instant } from '@coach-booking/time/instant';
import { DAY } from '@coach-booking/time/units';
import { bookingIdsInView, readView } from '../../domain/calendar-outlook/read-view.ts';
import type { BusyAnswer, BusyCheck, BusyQuestion } from '../ports/busy-check.ts';
import { calendarView } from './calendar-view.ts';
import type { GraphNeeds } from './graph.ts';

/** Days begin elsewhere in another zone, so what is asked for reaches further than the question. */
const around = ({ start, end }: BusyQuestion): { readonly start: Instant; readonly end: Instant } => ({
  start: minus(start, DAY),
  end: plus(end, DAY),
});

/** Asks calendars of Outlook whether they are busy by now, all of a source at the same time. */
export function createMicrosoftBusyCheck(core: GraphNeeds): BusyCheck {
  return {
    async busyNow(source, question, budgetMs) {
      if (source.kind !== 'microsoft') return 'unknown';
      const { start, end, timeZone, ownBookings } = question;
      const isBusy = async (calendarId: string): Promise<boolean> => {
        const events = await calendarView(core, source, calendarId, around(question), budgetMs);
        const own = new Set(await ownBookings(bookingIdsInView(events)));
        return readView(events, { timeZone, from: start, until: end, ownBookings: own }).busy.length > 0;
      };
      const asked = async (): Promise<BusyAnswer> => {
        const answers = await Promise.allSettled(source.calendars.map(({ id }) => isBusy(id)));
        if (answers.some((answer) => answer.status === 'fulfilled' && answer.value)) return true;
        return answers.some(({ status }) => status === 'rejected') ? 'unknown' : false;
      };
      // A token that has to be renewed first takes time as well.
      return Promise.race([asked(), core.pause(budgetMs).then(() => 'unknown' as const)]);
    },
  };
}

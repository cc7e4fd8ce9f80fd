import type { BusyAnswer, BusyCheck, BusyQuestion } from '../ports/busy-check.ts';
import type { GoogleNeeds } from './google-api.ts';
import { readWindow } from './read-calendar.ts';

/** Asks calendars of Google whether they are busy by now, all of a source at the same time. */
export function createGoogleBusyCheck(core: GoogleNeeds): BusyCheck {
  return {
    async busyNow(source, question: BusyQuestion, budgetMs) {
      if (source.kind !== 'google') return 'unknown';
      const { start, end, timeZone: coachZone } = question;
      const ownBookings = async (ids: readonly string[]) => new Set(await question.ownBookings(ids));
      const isBusy = async (calendarId: string): Promise<boolean> => {
        const query = { connectionId: source.connectionId, calendarId, timeout: () => budgetMs };
        return (await readWindow(core, query, { start, end, coachZone, ownBookings })).busy.length > 0;
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

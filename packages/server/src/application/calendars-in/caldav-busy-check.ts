import { calendarUid } from '../mail/ics.ts';
import type { BusyAnswer, BusyCheck, BusyQuestion } from '../ports/busy-check.ts';
import type { Core } from '../ports/core.ts';
import { readCaldav, type CaldavReaderNeeds } from './read-caldav.ts';
import type { SourceOf } from './source-readers.ts';

/**
 * Asks calendars at CalDAV servers whether they are busy by now. One whose tag is that of its last reading has nothing
 * that the slots do not show.
 */
export function createCaldavBusyCheck(core: CaldavReaderNeeds & Pick<Core, 'pause'>): BusyCheck {
  const ask = async (source: SourceOf<'caldav'>, question: BusyQuestion): Promise<BusyAnswer> => {
    const { start, end, timeZone } = question;
    const reading = await readCaldav(core, source, {
      now: core.realNow(),
      from: start,
      until: end,
      timeZone,
      validators: source.syncTokens ? { syncTokens: source.syncTokens } : {},
      ownUids: async (ids) => (await question.ownBookings(ids)).map(calendarUid),
    });
    if (reading.kind === 'failed') return 'unknown';
    return reading.kind === 'read' && reading.busy.length > 0;
  };
  return {
    async busyNow(source, question, budgetMs) {
      if (source.kind !== 'caldav') return 'unknown';
      return Promise.race([ask(source, question), core.pause(budgetMs).then(() => 'unknown' as const)]);
    },
  };
}

import { describe } from 'vitest';
import { HOUR } from '@coach-booking/time/units';
import { changedThereSuite, hourFrom, type CalendarThere } from '../../../test/external-records/changed-there-suite.ts';
import { givenMicrosoft, MAIN, SOURCE } from '../../../test/graph/given-microsoft.ts';
import { bookingIdOfTransaction } from '../../domain/calendar-outlook/outlook-uid.ts';
import { createMicrosoftRecords } from '../microsoft/microsoft-records.ts';
import type { Core } from '../ports/core.ts';

const open = async (): Promise<CalendarThere> => {
  const given = await givenMicrosoft();
  const { graph } = given;
  await given.connect([MAIN], { writesTo: MAIN });
  const find = (id: string) =>
    [...graph.events.values()].find(({ transactionId }) => bookingIdOfTransaction(transactionId ?? '') === id);
  const atOf = (time: { readonly dateTime?: string | null } | null | undefined) => Date.parse(`${time!.dateTime!}Z`);
  const shifted = (time: Parameters<typeof atOf>[0], hours: number) => ({
    dateTime: `${new Date(atOf(time) + hours * HOUR).toISOString().slice(0, 19)}.0000000`,
    timeZone: 'UTC',
  });
  return {
    world: given.world,
    coachId: given.coachId,
    sourceId: SOURCE,
    process: () => {
      const core: Core = { ...given.process(), recordAdapters: () => ({ microsoft: createMicrosoftRecords(core) }) };
      return core;
    },
    namesDeleted: false,
    timeOf: (id) => {
      const event = find(id);
      return event && hourFrom(atOf(event.start));
    },
    move: (id, hours) => {
      const event = find(id)!;
      const [start, end] = [shifted(event.start, hours), shifted(event.end, hours)];
      graph.events.set(event.id!, { ...event, start, end, changeKey: `${Math.random()}` });
    },
    remove: (id) => void graph.events.delete(find(id)!.id!),
    putOther: () => {
      const [start, end] = ['10', '11'].map((hour) => ({
        dateTime: `2026-04-20T${hour}:00:00.0000000`,
        timeZone: 'UTC',
      }));
      graph.events.set('AAMkDentist', {
        id: 'AAMkDentist',
        calendarId: MAIN,
        start: start!,
        end: end!,
        showAs: 'busy',
      } as never);
    },
    close: () => given.close(),
  };
};

describe('a booking that somebody changes in a calendar of Outlook', () => {
  changedThereSuite(open);
});

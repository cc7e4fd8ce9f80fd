import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { changedThereSuite, hourFrom, type CalendarThere } from '../../../test/external-records/changed-there-suite.ts';
import { ANA } from '../../../test/application/world.ts';
import { FAMILY, givenMicrosoft, MAIN, SOURCE, type GivenMicrosoft } from '../../../test/graph/given-microsoft.ts';
import { bookingIdOfTransaction } from '../../domain/calendar-outlook/outlook-uid.ts';
import { createUseCases } from '../create-use-cases.ts';
import { recordWork } from '../external-records/record-work.ts';
import { drainAll } from '../messages/drain.ts';
import { createMicrosoftRecords } from '../microsoft/microsoft-records.ts';
import type { Core } from '../ports/core.ts';
import { calendarWork } from './calendar-work.ts';

const opened = async (): Promise<CalendarThere & { readonly given: GivenMicrosoft }> => {
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
    given,
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
  changedThereSuite(opened);
});

describe('an event of Outlook that somebody takes to another calendar', () => {
  it('is one event in its calendar again once it was put back', async () => {
    const { given, ...there } = await opened();
    const { world, graph, coachId: coach } = given;
    const { data } = await world.useCases.getCoach(world.partner(), { coach });
    const session = { coachId: coach, serviceId: data.services![0]!.id, start: '2026-04-14T10:00:00Z' };
    const { id: bookingId } = (await world.useCases.createBooking(world.visitor(), { ...session, attendee: ANA })).data;
    const core = there.process();
    const pass = async () => {
      await drainAll(core);
      await recordWork(core);
    };
    const calendars = () =>
      [...graph.events.values()].filter(({ transactionId }) => transactionId).map(({ calendarId }) => calendarId);
    there.putOther();
    await pass();
    const [event] = [...graph.events.values()].filter(({ transactionId }) => transactionId);
    graph.events.set(event!.id!, { ...event!, calendarId: FAMILY });
    world.passTime(11 * MINUTE);
    await calendarWork({ ...core, publicUrl: () => 'http://127.0.0.1:4000' });
    const about = { coach, id: SOURCE, bookingId };
    const { data: asked } = await createUseCases(core).putBackExternalEvent(world.partner(), about);
    expect(asked.changes).toMatchObject([{ bookingId, kind: 'deleted', state: 'putting_back' }]);
    await pass();
    expect(calendars()).toEqual([MAIN]);
    await given.close();
  });
});

import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { changedThereSuite, hourFrom, type CalendarThere } from '../../../test/external-records/changed-there-suite.ts';
import { ANA, SOURCE } from '../../../test/google/given-google.ts';
import { googleWorld } from '../../../test/google/google-world.ts';
import { recordWork } from '../external-records/record-work.ts';
import { createGoogleRecords } from '../google/google-records.ts';
import { drainAll } from '../messages/drain.ts';
import type { Core } from '../ports/core.ts';
import { calendarWork } from './calendar-work.ts';

const open = async (): Promise<CalendarThere & { readonly given: Awaited<ReturnType<typeof googleWorld>> }> => {
  const given = await googleWorld();
  const { google } = given;
  await given.connect([ANA], { writesTo: ANA });
  const find = (id: string) => google.eventsOf(ANA).find((event) => event.id === id);
  const shifted = (dateTime: string | undefined, hours: number) =>
    new Date(Date.parse(dateTime!) + hours * HOUR).toISOString();
  return {
    given,
    world: given.world,
    coachId: given.coachId,
    sourceId: SOURCE,
    process: () => {
      const core: Core = { ...given.process(), recordAdapters: () => ({ google: createGoogleRecords(core) }) };
      return core;
    },
    namesDeleted: true,
    timeOf: (id) => {
      const event = find(id);
      return event && hourFrom(Date.parse(event.start!.dateTime!));
    },
    move: (id, hours) => {
      const { start, end } = find(id)!;
      google.put(ANA, {
        id,
        start: { dateTime: shifted(start?.dateTime, hours) },
        end: { dateTime: shifted(end?.dateTime, hours) },
      });
    },
    remove: (id) => void google.put(ANA, { id, status: 'cancelled' }),
    putOther: () =>
      void google.put(ANA, {
        start: { dateTime: '2026-04-20T10:00:00Z' },
        end: { dateTime: '2026-04-20T11:00:00Z' },
      }),
    close: () => given.close(),
  };
};

describe('a booking that somebody changes in a Google calendar', () => {
  changedThereSuite(open);
});

describe('what Google reports of changes', () => {
  it('is enough to notice a move, without all of the calendar being read', async () => {
    const { given, ...there } = await open();
    const { google, world } = given;
    const { useCases } = world;
    const { data: coach } = await useCases.getCoach(world.partner(), { coach: given.coachId });
    const session = { coachId: given.coachId, serviceId: coach.services![0]!.id, start: '2026-04-14T10:00:00Z' };
    const { id } = (await useCases.createBooking(world.partner(), { ...session, attendee: { name: 'Ana' } })).data;
    const core = { ...there.process(), publicUrl: () => 'http://127.0.0.1:4000' };
    await drainAll(core);
    await recordWork(core);
    world.passTime(2 * MINUTE);
    await calendarWork(core);
    google.taken.length = 0;
    there.move(id, 2);
    world.passTime(11 * MINUTE);
    await calendarWork(core);
    const lists = google.taken
      .filter(({ method }) => method === 'events.list')
      .map(({ query }) => 'syncToken' in query);
    expect(lists).toEqual([true]);
    const { data } = await useCases.getExternalCalendar(world.partner(), { coach: given.coachId, id: SOURCE });
    expect(data.changes).toMatchObject([{ bookingId: id, kind: 'moved', thereStart: '2026-04-14T12:00:00Z' }]);
    await given.close();
  });
});

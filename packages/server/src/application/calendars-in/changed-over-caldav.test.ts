import { describe, expect } from 'vitest';
import { HOUR } from '@coach-booking/time/units';
import { DAV, forwardTo } from '../../../test/caldav/forward.ts';
import { startStrictCaldav } from '../../../test/caldav/strict-server.ts';
import { changedThereSuite, hourFrom, type CalendarThere } from '../../../test/external-records/changed-there-suite.ts';
import { calendarOf, eventOf } from '../../../test/foreign-calendar.ts';
import { createWorld, givenCoach } from '../../../test/application/world.ts';
import { openCalendarReader } from '../../adapters/calendar-in/open-calendar-reader.ts';
import { createCaldavRecords } from '../../adapters/caldav/caldav-records.ts';
import { createCore } from '../create-use-cases.ts';

const HOME = `${DAV}/dav/ana/home/`;
const ACCOUNT = { kind: 'caldav', server: DAV, user: 'ana', password: 'abcd-efgh' } as const;

const open = async (): Promise<CalendarThere> => {
  const dav = await startStrictCaldav();
  dav.calendars.set('home', { name: 'Home', objects: new Map(), changes: 1 });
  const made = createWorld({ mode: 'live' });
  const calendarReader = openCalendarReader();
  const { calendarSources, realNow, caldav } = made.deps;
  const caldavRecords = createCaldavRecords({ caldav, calendarSources, realNow });
  const world = {
    ...made,
    deps: { ...made.deps, calendarReader, recordAdapters: () => ({ caldav: caldavRecords }) },
  };
  forwardTo(made.outbound, dav);
  const { id: coachId } = await givenCoach(world);
  const input = { coach: coachId, ...ACCOUNT, name: 'Private', calendars: [{ id: HOME, name: 'Home' }] };
  const { data } = await world.useCases.createExternalCalendar(world.partner(), input);
  await world.useCases.updateExternalCalendar(world.partner(), { coach: coachId, id: data.id, writeBookings: true });
  const home = dav.calendars.get('home')!;
  const nameOf = (id: string) => `coach-booking-${id}.ics`;
  const startOf = (text: string) => {
    const [, date = '', time = ''] = /^DTSTART:(\d{8})T(\d{6})Z/m.exec(text) ?? [];
    return Date.parse(
      `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:00Z`,
    );
  };
  const basic = (at: number) => `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
  return {
    world,
    coachId,
    sourceId: data.id,
    process: () => createCore(world.deps),
    namesDeleted: false,
    timeOf: (id) => {
      const text = home.objects.get(nameOf(id));
      return text === undefined ? undefined : hourFrom(startOf(text));
    },
    move: (id, hours) => {
      const text = home.objects.get(nameOf(id))!;
      const start = startOf(text) + hours * HOUR;
      home.objects.set(
        nameOf(id),
        text.replace(/^DTSTART:.*$/m, `DTSTART:${basic(start)}`).replace(/^DTEND:.*$/m, `DTEND:${basic(start + HOUR)}`),
      );
      home.changes += 1;
    },
    remove: (id) => {
      home.objects.delete(nameOf(id));
      home.changes += 1;
    },
    putOther: () => {
      home.objects.set('other.ics', calendarOf(...eventOf('UID:other', 'DTSTART:20260420T100000Z', 'DURATION:PT1H')));
      home.changes += 1;
    },
    close: async () => {
      expect(dav.complaints).toEqual([]);
      await calendarReader.close();
      await dav.close();
    },
  };
};

describe('a booking that somebody changes in a calendar over CalDAV', () => {
  changedThereSuite(open);
});

import { minus, parseInstant, plus } from '@coach-booking/time/instant';
import { DAY, HOUR } from '@coach-booking/time/units';
import { endChannels, keepChannels, type GoogleSource } from '../../src/application/google/channels.ts';
import { googleCalendars } from '../../src/application/google/google-calendars.ts';
import { createGoogleMeet } from '../../src/application/google/google-meet.ts';
import { createGoogleRecords } from '../../src/application/google/google-records.ts';
import { readWindow, unchangedSince } from '../../src/application/google/read-calendar.ts';
import { eventIdOf } from '../../src/domain/calendar-google/google-event.ts';
import type { Taken } from './fake-google.ts';
import { ANA, aSession, BOOKING, CONNECTION, FAMILY, givenGoogle, scope, SOURCE } from './given-google.ts';

export { BODIES, QUERIES } from './rules.ts';

/**
 * Calls Google for everything that this server calls it for, and returns each request with its answer: to be held
 * against Google's own description of both.
 */
export async function tour(): Promise<readonly Taken[]> {
  const now = parseInstant('2026-05-01T08:00:00Z');
  const given = await givenGoogle(() => now);
  const { google, core } = given;
  google.put(FAMILY, { summary: 'Dentist', start: { date: '2026-05-05' }, end: { date: '2026-05-06' } });
  google.pageSize = 1;
  const account = { ...scope, connectionId: CONNECTION, host: ANA };
  const source = {
    ...{ ...scope, id: SOURCE, kind: 'google', connectionId: CONNECTION, writesTo: ANA },
    calendars: [
      { id: ANA, name: 'Ana' },
      { id: FAMILY, name: 'Family' },
    ],
  } as unknown as GoogleSource;
  given.source = source;

  await googleCalendars(core, CONNECTION);
  const query = { connectionId: CONNECTION, calendarId: FAMILY, timeout: () => 5000 };
  const ownBookings = async () => new Set<string>();
  const reading = { start: minus(now, DAY), end: plus(now, 60 * DAY), coachZone: 'Europe/Berlin', ownBookings };
  const { syncToken } = await readWindow(core, query, reading);
  await unchangedSince(core, query, reading, syncToken!);
  google.put(FAMILY, { start: { dateTime: '2026-05-07T08:00:00Z' }, end: { dateTime: '2026-05-07T09:00:00Z' } });
  await unchangedSince(core, query, reading, syncToken!);

  const { channels } = await keepChannels(core, source, now);
  await endChannels(core, CONNECTION, channels);

  const records = createGoogleRecords(core);
  const meet = createGoogleMeet(core);
  const session = aSession({ location: 'Studio 2' });
  const calendarAccount = { ...scope, sourceId: SOURCE };
  await records.find(calendarAccount, BOOKING);
  const made = await records.create(calendarAccount, session);
  const meeting = await meet.create(account, session);
  const later = { ...session, start: plus(session.start, HOUR), end: plus(session.end, HOUR), version: 2 };
  await records.update(calendarAccount, made, later);
  await meet.find(calendarAccount, eventIdOf(BOOKING));
  await meet.remove(calendarAccount, meeting);
  await records.remove(calendarAccount, made);
  await meet.create(account, aSession({ bookingId: '65f0c0ffee65f0c0ffee0002' }));
  await given.close();
  return google.taken;
}

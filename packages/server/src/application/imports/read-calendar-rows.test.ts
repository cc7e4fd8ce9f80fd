import { beforeEach, describe, expect, it } from 'vitest';
import { createWorld, givenCoach, refusalOf, type World } from '../../../test/application/world.ts';
import { calendarOf, eventOf } from '../../../test/foreign-calendar.ts';

/** The world's clock shows Monday, 13 April 2026, 08:00 in UTC. */
describe('R38 the sessions of a former calendar', () => {
  let world: World;
  beforeEach(async () => {
    world = createWorld();
    await givenCoach(world, { timeZone: 'Europe/Berlin' });
  });
  const read = async (ics: string, given: object = {}) =>
    (await world.useCases.readCalendarRows(world.partner(), { coach: 'coach-a', ics, ...given })).data;
  const ana = (uid: string, ...lines: string[]) =>
    eventOf(`UID:${uid}`, 'SUMMARY:Strength', 'ATTENDEE;CN="Diaz, Ana":mailto:ana@mail.example', ...lines);
  const weekly = ana('s', 'DTSTART:20260330T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;COUNT=4');

  it('returns rows, which the import takes as they are and knows again', async () => {
    const once = eventOf('UID:1', 'SUMMARY:Ben, Berg', 'DTSTART:20260401T120000', 'DURATION:PT45M');
    const { csv, ...counts } = await read(calendarOf(...weekly, ...once));
    expect(counts).toEqual({ sessions: 5, skipped: 0, problems: [] });
    expect(csv.split('\r\n').slice(0, 3)).toEqual([
      'externalId,coach,start,duration,attendeeName,attendeeEmail,serviceTitle',
      's/2026-03-30T07:00,coach-a,2026-03-30T07:00:00Z,60,"Diaz, Ana",ana@mail.example,Strength',
      '1,coach-a,2026-04-01T10:00:00Z,45,"Ben, Berg",,',
    ]);
    const { data } = await world.useCases.importBookings(world.partner(), { csv });
    expect(data).toMatchObject({ created: 5, refused: 0 });
    const moved = ana('s', 'RECURRENCE-ID:20260413T090000', 'DTSTART:20260414T090000', 'DURATION:PT1H');
    const again = await read(calendarOf(...weekly, ...moved, ...once));
    expect((await world.useCases.importBookings(world.partner(), { csv: again.csv })).data).toMatchObject({
      created: 0,
      existing: 5,
    });
  });

  it('returns the sessions of the time that is asked for, and of five years and 400 days otherwise', async () => {
    const years = ana('y', 'DTSTART:20150101T090000', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY');
    expect(await read(calendarOf(...years))).toMatchObject({ sessions: 6 });
    const edges = { from: '2014-01-01T00:00:00Z', to: '2017-01-01T08:00:00Z' };
    expect(await read(calendarOf(...years), edges)).toMatchObject({ sessions: 2 });
  });

  it('returns no rows of an empty calendar, and problems of an odd one', async () => {
    expect(await read(calendarOf())).toEqual({ csv: '', sessions: 0, skipped: 0, problems: [] });
    const odd = ana('1', 'DTSTART;TZID=Nowhere:20260414T090000', 'DURATION:PT1H');
    expect((await read(calendarOf(...odd))).problems).toEqual([{ code: 'unknown_zone', count: 1, detail: 'Nowhere' }]);
  });

  it('writes nothing', async () => {
    await read(calendarOf(...weekly));
    expect(world.state.bookings.size).toBe(0);
  });

  it('refuses an unknown coach, a text that is no calendar, and too many sessions', async () => {
    expect((await refusalOf(read(calendarOf(), { coach: 'coach-z' }))).code).toBe('COACH_NOT_FOUND');
    const refusal = await refusalOf(read('<html>Sign in</html>'));
    expect([refusal.code, refusal.message]).toEqual([
      'INVALID_REQUEST',
      expect.stringContaining('BEGIN:VCALENDAR') as unknown,
    ]);
    const hourly = ana('h', 'DTSTART:20240101T000000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY');
    expect((await refusalOf(read(calendarOf(...hourly)))).message).toContain('too many sessions');
  });
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instant, plus } from '@coach-booking/time/instant';
import { HOUR, MINUTE } from '@coach-booking/time/units';
import { failureOf } from '../../../test/google/failure-of.ts';
import {
  ANA,
  aSession,
  BOOKING,
  CONNECTION,
  FAMILY,
  givenGoogle,
  scope,
  SOURCE,
  type GivenGoogle,
} from '../../../test/google/given-google.ts';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import type { RecordAdapter } from '../ports/external-record-adapters.ts';
import { createGoogleRecords } from './google-records.ts';

const now = instant(Date.parse('2026-05-01T08:00:00Z'));
const account = { ...scope, connectionId: CONNECTION, sourceId: SOURCE } as const;
const sourceInto = (writesTo: string) =>
  aSource(
    { ...scope, id: SOURCE, writesTo },
    { kind: 'google', connectionId: CONNECTION, calendars: [{ id: writesTo, name: 'Ana' }] },
  );

describe('bookings in a Google calendar', () => {
  let given: GivenGoogle;
  let records: RecordAdapter;
  beforeEach(async () => {
    given = await givenGoogle(() => now, 1000);
    given.source = sourceInto(ANA);
    records = createGoogleRecords(given.core);
  });
  afterEach(() => given.close());
  const events = () => given.google.eventsOf(ANA);
  const methods = () => given.google.taken.map(({ method, status }) => `${method} ${status}`);

  it('writes a booking with its time, title, place and description, and invites nobody', async () => {
    const made = await records.create(account, aSession({ location: 'Studio 2' }));
    expect(made).toEqual({
      id: BOOKING,
      etag: events()[0]!.etag,
      details: { calendarId: ANA, connectionId: CONNECTION },
    });
    expect(events()).toMatchObject([
      {
        id: BOOKING,
        summary: 'Strength with Ben',
        description: 'Bring a towel.',
        location: 'Studio 2',
        start: { dateTime: '2026-05-04T09:00:00.000Z', timeZone: 'Europe/Berlin' },
        end: { dateTime: '2026-05-04T10:00:00.000Z', timeZone: 'Europe/Berlin' },
        status: 'confirmed',
        transparency: 'opaque',
      },
    ]);
    expect(events()[0]).not.toHaveProperty('attendees');
    expect(given.google.taken[0]!.query).toMatchObject({ sendUpdates: 'none' });
  });

  it('shows a booking that waits for the coach as tentative', async () => {
    await records.create(account, aSession({ status: 'pending' }));
    expect(events()).toMatchObject([{ status: 'tentative' }]);
  });

  it('finds what it has made by the booking, and nothing before', async () => {
    expect(await records.find(account, BOOKING)).toBeNull();
    const made = await records.create(account, aSession());
    expect(await records.find(account, BOOKING)).toEqual(made);
  });

  it('makes no second event where the first answer was lost', async () => {
    given.google.failNext('lost', { of: 'events.insert' });
    expect(await failureOf(records.create(account, aSession()))).toMatch(/^unknown /);
    expect(await records.find(account, BOOKING)).toMatchObject({ id: BOOKING });
    await records.create(account, aSession({ title: 'Strength' }));
    expect(events()).toMatchObject([{ id: BOOKING, summary: 'Strength' }]);
    expect(methods().filter((method) => method.startsWith('events.insert'))).toEqual([
      'events.insert 200',
      'events.insert 409',
    ]);
  });

  it('moves its event and keeps it', async () => {
    const made = await records.create(account, aSession());
    const later = aSession({ start: plus(aSession().start, HOUR), end: plus(aSession().end, HOUR), version: 2 });
    const moved = await records.update(account, made, later);
    expect(moved.id).toBe(BOOKING);
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-04T10:00:00.000Z' } }]);
  });

  it('reports an event that was moved in Google as a conflict, and leaves it there', async () => {
    const made = await records.create(account, aSession());
    given.google.put(ANA, {
      id: BOOKING,
      start: { dateTime: '2026-05-04T13:00:00+02:00' },
      end: { dateTime: '2026-05-04T14:00:00+02:00' },
    });
    expect(await failureOf(records.update(account, made, aSession({ title: 'New' })))).toBe('conflict moved_there');
    expect(events()).toMatchObject([
      { start: { dateTime: '2026-05-04T13:00:00+02:00' }, summary: 'Strength with Ben' },
    ]);
    const there = await records.find(account, BOOKING);
    expect(await records.update(account, there!, aSession({ title: 'New' }))).toMatchObject({ id: BOOKING });
    expect(events()).toMatchObject([{ start: { dateTime: '2026-05-04T09:00:00.000Z' }, summary: 'New' }]);
  });

  it('takes an event that was moved to where the booking is by now for no conflict', async () => {
    const made = await records.create(account, aSession());
    given.google.put(ANA, {
      id: BOOKING,
      start: { dateTime: '2026-05-04T13:00:00+02:00' },
      end: { dateTime: '2026-05-04T14:00:00+02:00' },
    });
    const thereToo = aSession({
      start: instant(Date.parse('2026-05-04T11:00:00Z')),
      end: instant(Date.parse('2026-05-04T12:00:00Z')),
    });
    expect(await records.update(account, made, thereToo)).toMatchObject({ id: BOOKING });
  });

  it('takes a new colour or a note in Google for no conflict', async () => {
    const made = await records.create(account, aSession());
    given.google.put(ANA, { id: BOOKING, colorId: '5' });
    expect(await records.update(account, made, aSession({ title: 'New' }))).toMatchObject({ id: BOOKING });
    expect(events()).toMatchObject([{ summary: 'New', colorId: '5' }]);
  });

  it('reads again what was written between the look and the change', async () => {
    const made = await records.create(account, aSession());
    given.google.failNext({ status: 412, reason: 'conditionNotMet' }, { of: 'events.patch' });
    expect(await failureOf(records.update(account, made, aSession()))).toBe('unavailable conditionNotMet');
  });

  it('reports an event that was deleted in Google as gone, and restores it', async () => {
    const made = await records.create(account, aSession());
    await records.remove(account, made);
    expect(events()).toEqual([]);
    expect(await records.find(account, BOOKING)).toBeNull();
    expect(await failureOf(records.update(account, made, aSession()))).toBe('gone deleted');
    await records.create(account, aSession());
    expect(events()).toMatchObject([{ id: BOOKING, status: 'confirmed' }]);
  });

  it('removes an event once, and takes one that is gone for removed', async () => {
    const made = await records.create(account, aSession());
    await records.remove(account, made);
    await records.remove(account, made);
    await records.remove(account, { id: '65f0c0ffee65f0c0ffee0002' });
    expect(methods().filter((method) => method.startsWith('events.delete'))).toEqual(['events.delete 204']);
  });

  it('refuses to write over an event of somebody else that has its id', async () => {
    given.google.put(ANA, {
      id: BOOKING,
      summary: 'Dentist',
      start: { date: '2026-05-04' },
      end: { date: '2026-05-05' },
    });
    expect(await failureOf(records.create(account, aSession()))).toBe('refused duplicate');
    expect(events()).toMatchObject([{ summary: 'Dentist' }]);
  });

  it.each([
    [{ status: 500 }, 'unknown backendError'],
    [{ status: 403, reason: 'rateLimitExceeded' }, 'limited rateLimitExceeded'],
    [{ status: 403, reason: 'quotaExceeded' }, 'limited quotaExceeded'],
    [{ status: 429, reason: 'rateLimitExceeded' }, 'limited rateLimitExceeded'],
    [{ status: 403, reason: 'forbidden' }, 'refused forbidden'],
    [{ status: 404, reason: 'notFound' }, 'refused notFound'],
    ['slow', 'unknown TIMEOUT'],
    ['half', /^unknown /],
    ['html', 'unknown BAD_ANSWER'],
  ] as const)('knows after %j what became of a creation', async (failure, expected) => {
    given.google.failNext(failure, { of: 'events.insert' });
    const failed = await failureOf(records.create(account, aSession()));
    if (typeof expected === 'string') expect(failed).toBe(expected);
    else expect(failed).toMatch(expected);
  });

  it('waits as long as Google asks, and else as long as the limit lasts', async () => {
    const retryAt = async (retryAfter?: string) => {
      given.google.failNext({ status: 403, reason: 'userRateLimitExceeded', ...(retryAfter && { retryAfter }) });
      return (await records.create(account, aSession()).catch((error: unknown) => error)) as { retryAt: number };
    };
    expect(await retryAt('7')).toMatchObject({ retryAt: now + 7000 });
    expect(await retryAt()).toMatchObject({ retryAt: now + MINUTE });
  });

  it('knows that nothing was written where no connection stood', async () => {
    await given.google.close();
    expect(await failureOf(records.create(account, aSession()))).toBe('unavailable ECONNREFUSED');
  });

  it('removes an event from the calendar that bookings were written into before', async () => {
    const made = await records.create(account, aSession());
    given.source = sourceInto(FAMILY);
    expect(await failureOf(records.update(account, made, aSession()))).toBe('gone deleted');
    expect(events()).toEqual([]);
    const again = await records.create(account, aSession());
    expect(given.google.eventsOf(FAMILY)).toHaveLength(1);
    given.source = null;
    await records.remove(account, again);
    expect(given.google.eventsOf(FAMILY)).toEqual([]);
    expect(await failureOf(records.create(account, aSession()))).toBe('refused NO_CALENDAR');
  });

  it('is refused where the coach may only read', async () => {
    given.google.addCalendar(ANA, { id: ANA, primary: true, accessRole: 'reader' });
    expect(await failureOf(records.create(account, aSession()))).toBe('refused requiredAccessLevel');
  });
});

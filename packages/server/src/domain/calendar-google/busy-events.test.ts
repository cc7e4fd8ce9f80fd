import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { timesOf } from './busy-events.ts';
import { bookingIdOf, type GoogleEvent } from './google-event.ts';

const OWN = 'ab'.repeat(12);
const OTHER = 'cd'.repeat(12);
const window = { start: parseInstant('2026-04-13T00:00:00Z'), end: parseInstant('2026-11-01T00:00:00Z') };

const event = (more: Partial<GoogleEvent> = {}): GoogleEvent => ({
  id: '7f3ns0c6pvqk1m9b2d4e8h0g5i',
  status: 'confirmed',
  start: { dateTime: '2026-04-14T14:00:00+02:00' },
  end: { dateTime: '2026-04-14T15:00:00+02:00' },
  ...more,
});
const times = (events: readonly GoogleEvent[], timeZone: string | undefined = 'Europe/Berlin') =>
  timesOf(events, { own: new Set([OWN]), window, timeZone, coachZone: 'America/New_York' });
const busyOf = (events: readonly GoogleEvent[], timeZone?: string) =>
  times(events, timeZone).busy.map(({ start, end }) =>
    [start, end].map((at) => isoInstant(at).replace(':00.000', '')).join('/'),
  );
const LUNCH = ['2026-04-14T12:00Z/2026-04-14T13:00Z'];

describe('events of Google Calendar', () => {
  it.each<[string, Partial<GoogleEvent>, boolean]>([
    ['confirmed', {}, true],
    ['tentative', { status: 'tentative' }, true],
    ['cancelled', { status: 'cancelled' }, false],
    ['shown as free', { transparency: 'transparent' }, false],
    ['shown as busy', { transparency: 'opaque' }, true],
    ['where somebody works', { eventType: 'workingLocation' }, false],
    ['a birthday', { eventType: 'birthday' }, false],
    ['out of office', { eventType: 'outOfOffice' }, true],
    ['time to focus', { eventType: 'focusTime' }, true],
    ['declined', { attendees: [{ self: true, responseStatus: 'declined' }] }, false],
    ['not answered', { attendees: [{ self: true, responseStatus: 'needsAction' }] }, true],
    ['declined by another', { attendees: [{ responseStatus: 'declined' }] }, true],
  ])('takes time, or none, by an event that is %s', (_, more, isBusy) =>
    expect(busyOf([event(more)])).toEqual(isBusy ? LUNCH : []),
  );

  it('takes days for those of the calendar, over a change of clocks', () => {
    const days = event({ start: { date: '2026-10-25' }, end: { date: '2026-10-26' } });
    expect(busyOf([days])).toEqual(['2026-10-24T22:00Z/2026-10-25T23:00Z']);
    expect(busyOf([days], 'Asia/Tokyo')).toEqual(['2026-10-24T15:00Z/2026-10-25T15:00Z']);
  });

  it('takes days of a calendar without a zone that is known for those of the coach', () => {
    const days = event({ start: { date: '2026-04-20' }, end: { date: '2026-04-21' } });
    expect(busyOf([days], 'Mars/Olympus')).toEqual(['2026-04-20T04:00Z/2026-04-21T04:00Z']);
  });

  it('merges what touches, and cuts what begins before the window or ends after it', () => {
    const next = event({ start: { dateTime: '2026-04-14T13:00:00Z' }, end: { dateTime: '2026-04-14T14:00:00Z' } });
    expect(busyOf([next, event()])).toEqual(['2026-04-14T12:00Z/2026-04-14T14:00Z']);
    const long = event({ start: { date: '2026-01-01' }, end: { date: '2027-01-01' } });
    expect(busyOf([long])).toEqual(['2026-04-13T00:00Z/2026-11-01T00:00Z']);
    const empty = event({ end: { dateTime: '2026-04-14T14:00:00+02:00' } });
    expect(times([empty])).toEqual({ busy: [], bad: 0 });
  });

  it('ignores bookings with the coach, by id and by UID, and no session that the coach has booked with another', () => {
    expect(busyOf([event({ id: OWN }), event({ iCalUID: `${OWN}@coach-booking` })])).toEqual([]);
    expect(busyOf([event({ id: OTHER })])).toEqual(LUNCH);
    expect(bookingIdOf(event({ iCalUID: `${OTHER.toUpperCase()}@coach-booking` }))).toBe(OTHER);
    expect(bookingIdOf(event({ iCalUID: `${OTHER}@google.com` }))).toBeUndefined();
  });

  it.each<[string, Partial<GoogleEvent>]>([
    ['no beginning', { start: {} }],
    ['no end', { end: {} }],
    ['a date that is none', { start: { date: '2026-02-30' } }],
    ['a time without an offset', { start: { dateTime: '2026-04-14T12:00:00' } }],
    ['an end before its beginning', { end: { dateTime: '2026-04-14T11:00:00Z' } }],
  ])('counts an event with %s, and reads the others', (_, more) => {
    expect(times([event(more), event()]).bad).toBe(1);
    expect(busyOf([event(more), event()])).toEqual(LUNCH);
  });
});

import type { Event, FreeBusyStatus } from '@microsoft/microsoft-graph-types';
import { describe, expect, it } from 'vitest';
import { parseInstant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';
import { bookingIdsInView, readView } from './read-view.ts';
import { transactionIdOf } from './outlook-uid.ts';

const OWN = 'ab'.repeat(12);
const OTHER = 'cd'.repeat(12);

const event = (more: Partial<Event> = {}, from = '2026-04-14T12:00', to = '2026-04-14T13:00'): Event => ({
  start: { dateTime: `${from}:00.0000000`, timeZone: 'UTC' },
  end: { dateTime: `${to}:00.0000000`, timeZone: 'UTC' },
  showAs: 'busy',
  ...more,
});
const read = (events: readonly Event[], timeZone = 'Europe/Berlin') => {
  const from = parseInstant('2026-04-13T00:00:00Z');
  const until = parseInstant('2026-06-01T00:00:00Z');
  return readView(events, { timeZone, from, until, ownBookings: new Set([OWN]) });
};
const busyOf = (...events: readonly Event[]) =>
  read(events).busy.map((range) => [range.start, range.end].map((at) => isoInstant(at).replace('.000', '')).join('/'));
const LUNCH = ['2026-04-14T12:00:00Z/2026-04-14T13:00:00Z'];

describe('a view of Outlook', () => {
  it.each<[FreeBusyStatus | null, boolean]>([
    ['busy', true],
    ['tentative', true],
    ['oof', true],
    ['unknown', true],
    [null, true],
    ['free', false],
    ['workingElsewhere', false],
  ])('takes %s for busy: %s', (showAs, isBusy) => expect(busyOf(event({ showAs }))).toEqual(isBusy ? LUNCH : []));

  it('takes no time by what is cancelled or declined, and takes it by what is not answered', () => {
    expect(busyOf(event({ isCancelled: true }))).toEqual([]);
    expect(busyOf(event({ responseStatus: { response: 'declined' } }))).toEqual([]);
    for (const response of ['none', 'organizer', 'tentativelyAccepted', 'accepted', 'notResponded'] as const)
      expect(busyOf(event({ responseStatus: { response } }))).toEqual(LUNCH);
  });

  it('takes days for those of the coach, over a change of clocks', () => {
    const days = event({ isAllDay: true }, '2026-04-20T00:00', '2026-04-22T00:00');
    expect(busyOf(days)).toEqual(['2026-04-19T22:00:00Z/2026-04-21T22:00:00Z']);
    const until = parseInstant('2026-11-01T00:00:00Z');
    const long = event({ isAllDay: true }, '2026-10-25T00:00', '2026-10-26T00:00');
    const { busy } = readView([long], {
      timeZone: 'Europe/Berlin',
      from: parseInstant('2026-10-01T00:00:00Z'),
      until,
      ownBookings: new Set(),
    });
    expect(busy[0]!.end - busy[0]!.start).toBe(25 * 3_600_000);
  });

  it('takes a day that was written in another zone for the time that it is there', () =>
    expect(busyOf(event({ isAllDay: true }, '2026-04-20T07:00', '2026-04-21T07:00'))).toEqual([
      '2026-04-20T07:00:00Z/2026-04-21T07:00:00Z',
    ]));

  it('merges what touches, and cuts what begins before the window or ends after it', () => {
    const next = event({}, '2026-04-14T13:00', '2026-04-14T14:00');
    expect(busyOf(next, event())).toEqual(['2026-04-14T12:00:00Z/2026-04-14T14:00:00Z']);
    expect(busyOf(event({}, '2026-04-01T00:00', '2026-04-13T01:00'))).toEqual([
      '2026-04-13T00:00:00Z/2026-04-13T01:00:00Z',
    ]);
    expect(busyOf(event({}, '2026-07-01T00:00', '2026-07-01T01:00'))).toEqual([]);
  });

  it('ignores bookings with the coach, by either name, and no session that the coach has booked with another', () => {
    const hex = Buffer.from(`${OWN}@coach-booking`).toString('hex');
    const wrapped = `040000008200E00074C5B7101A82E008${'00'.repeat(20)}33000000${'7643616C2D55696401000000'}${hex}00`;
    expect(busyOf(event({ transactionId: transactionIdOf(OWN, 3) }))).toEqual([]);
    expect(busyOf(event({ iCalUId: `${OWN}@coach-booking` }))).toEqual([]);
    expect(busyOf(event({ iCalUId: wrapped }))).toEqual([]);
    expect(busyOf(event({ transactionId: transactionIdOf(OTHER, 1) }))).toEqual(LUNCH);
    const all = [event({ transactionId: transactionIdOf(OTHER, 1) }), event({ iCalUId: wrapped }), event()];
    expect(bookingIdsInView(all)).toEqual([OTHER, OWN]);
  });

  it.each<[string, Partial<Event>]>([
    ['no beginning', { start: null }],
    ['no end', { end: {} }],
    ['a date that is none', { start: { dateTime: '2026-02-30T12:00:00', timeZone: 'UTC' } }],
    [
      'a zone that was not asked for',
      { start: { dateTime: '2026-04-14T12:00:00', timeZone: 'Pacific Standard Time' } },
    ],
    ['an end before its beginning', { end: { dateTime: '2026-04-14T11:00:00', timeZone: 'UTC' } }],
  ])('counts an event with %s as a problem, and reads the others', (_, more) => {
    const { problems, events, busy } = read([event(more), event()]);
    expect(problems).toMatchObject([{ code: 'bad_event', count: 1 }]);
    expect([events, busy.length]).toEqual([2, 1]);
  });
});

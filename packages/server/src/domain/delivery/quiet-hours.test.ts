import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, parseInstant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { fromMinutes } from '@coach-booking/time/wall-time';
import { localOf, zoneOf } from '@coach-booking/time/zone';
import type { Delivery } from './delivery.ts';
import {
  byMail,
  defaultQuietHours,
  firstLoudMinute,
  isDisturbing,
  isQuiet,
  lastLoudMinute,
  outOfQuietHours,
} from './quiet-hours.ts';

const at = parseInstant;
const berlin = zoneOf('Europe/Berlin');
const newYork = zoneOf('America/New_York');

const reminder = (dueAt: string, createdAt: string, more: Partial<Delivery> = {}): Delivery => ({
  id: 'b1:reminder:sms:attendee:120:1',
  partnerId: 'p',
  mode: 'live',
  coachId: 'c1',
  bookingId: 'b1',
  kind: 'reminder',
  channel: 'sms',
  role: 'attendee',
  about: { start: plus(at(dueAt), 2 * HOUR) },
  minutesBefore: 120,
  dueAt: at(dueAt),
  state: 'due',
  attempt: 0,
  failures: 0,
  leasedUntil: null,
  createdAt: at(createdAt),
  ...more,
});

describe('quiet hours', () => {
  it.each([
    ['2026-04-14T18:59:59Z', false],
    ['2026-04-14T19:00:00Z', true],
    ['2026-04-15T05:59:59Z', true],
    ['2026-04-15T06:00:00Z', false],
  ])(
    'keeps quiet from nine in the evening to eight in the morning of the reader: %s in Berlin %s',
    (instant, quiet) => {
      expect(isQuiet(defaultQuietHours, berlin, at(instant))).toBe(quiet);
    },
  );

  it.each([
    [{ from: '13:00', to: '15:00' }, '2026-04-14T11:30:00Z', true],
    [{ from: '13:00', to: '15:00' }, '2026-04-14T13:00:00Z', false],
    [{ from: '00:00', to: '00:00' }, '2026-04-14T00:00:00Z', false],
    [{ from: '21:00', to: '21:00' }, '2026-04-14T19:00:00Z', false],
  ])('keeps quiet in the hours that the partner sets: %o at %s %s', (hours, instant, quiet) => {
    expect(isQuiet(hours, berlin, at(instant))).toBe(quiet);
  });
});

describe('the end of quiet hours', () => {
  it.each([
    ['in the night', '2026-04-15T03:00:30Z', '2026-04-15T06:00:00Z'],
    ['late in the evening', '2026-04-14T19:00:00Z', '2026-04-15T06:00:00Z'],
    ['in the night of the short day', '2026-03-28T21:00:00Z', '2026-03-29T06:00:00Z'],
    ['in the night of the long day', '2026-10-24T21:00:00Z', '2026-10-25T07:00:00Z'],
    ['in the day, at once', '2026-04-14T12:00:00Z', '2026-04-14T12:00:00Z'],
  ])('finds the first minute that is not quiet: %s', (_when, from, expected) => {
    expect(new Date(firstLoudMinute(defaultQuietHours, berlin, at(from))).getTime()).toBe(at(expected));
  });
});

describe('a reminder that would come at night', () => {
  it.each([
    ['in the night', '2026-04-15T03:00:00Z', '2026-04-14T18:59:00Z'],
    ['late in the evening', '2026-04-14T19:00:00Z', '2026-04-14T18:59:00Z'],
    ['in the day', '2026-04-14T12:00:00Z', '2026-04-14T12:00:00Z'],
    // The clock went from 02:00 to 03:00 on 29 March, and from 03:00 to 02:00 on 25 October.
    ['in the night of the short day', '2026-03-29T04:00:00Z', '2026-03-28T19:59:00Z'],
    ['in the evening after it', '2026-03-29T20:00:00Z', '2026-03-29T18:59:00Z'],
    ['in the night of the long day', '2026-10-25T06:30:00Z', '2026-10-24T18:59:00Z'],
    ['in the evening after it', '2026-10-25T22:00:00Z', '2026-10-25T19:59:00Z'],
  ])('moves a reminder %s to the last minute before', (_when, due, expected) => {
    const moved = outOfQuietHours(reminder(due, '2026-03-01T12:00:00Z'), defaultQuietHours, berlin);
    expect(new Date(moved.dueAt).toISOString()).toBe(new Date(expected).toISOString());
  });

  it('keeps its time when the last minute before is not well after the booking', () => {
    const due = '2026-04-15T03:00:00Z';
    const made = (createdAt: string) => outOfQuietHours(reminder(due, createdAt), defaultQuietHours, berlin).dueAt;
    expect(made('2026-04-14T18:43:00Z')).toBe(at('2026-04-14T18:59:00Z'));
    expect(made('2026-04-14T18:44:00Z')).toBe(at(due));
    expect(made('2026-04-14T22:00:00Z')).toBe(at(due));
  });

  it('moves no mail, and no message about what has just happened', () => {
    const mail = reminder('2026-04-15T03:00:00Z', '2026-04-01T12:00:00Z', { channel: 'email' });
    expect(outOfQuietHours(mail, defaultQuietHours, berlin)).toBe(mail);
    const confirmed = reminder('2026-04-15T03:00:00Z', '2026-04-01T12:00:00Z', { kind: 'confirmed' });
    expect(outOfQuietHours(confirmed, defaultQuietHours, berlin)).toBe(confirmed);
  });
});

describe('a message that is about to go', () => {
  it.each([
    ['sms', '2026-04-15T01:00:00Z', '2026-04-15T01:00:00Z', true],
    ['push', '2026-04-15T01:00:00Z', '2026-04-15T01:00:00Z', true],
    ['email', '2026-04-15T01:00:00Z', '2026-04-15T01:00:00Z', false],
    ['sms', '2026-04-15T00:59:00Z', '2026-04-15T01:03:00Z', false],
    ['sms', '2026-04-15T00:59:00Z', '2026-04-15T01:05:00Z', true],
    ['sms', '2026-04-15T12:00:00Z', '2026-04-15T12:00:00Z', false],
  ] as const)('checks whether %s, due %s, at %s in New York, disturbs: %s', (channel, due, now, expected) => {
    const delivery = reminder(due, '2026-04-01T12:00:00Z', { channel });
    expect(isDisturbing(delivery, defaultQuietHours, newYork, at(now))).toBe(expected);
  });

  it('goes by mail instead, under the id that such a mail has', () => {
    const now = at('2026-04-15T03:00:00Z');
    const taken = { state: 'leased', attempt: 3, leasedUntil: now } as const;
    const mail = byMail(reminder('2026-04-15T03:00:00Z', '2026-04-14T22:00:00Z', taken), now);
    expect(mail).toMatchObject({
      id: 'b1:reminder:email:attendee:120:1',
      channel: 'email',
      about: { insteadOf: 'sms' },
      state: 'due',
      attempt: 0,
      leasedUntil: null,
      dueAt: now,
    });
    expect(byMail(reminder('2026-04-15T03:00:00Z', '2026-04-14T22:00:00Z', { id: 'e1:sms:coach' }), now).id).toBe(
      'e1:email:coach',
    );
  });
});

describe('whatever the zone, the hours and the moment', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu');
  const minutes = fc.integer({ min: 0, max: 1439 }).map(fromMinutes);
  // Two years, so that every jump of these clocks is met.
  const moments = fc.integer({ min: at('2026-01-01T00:00:00Z') / MINUTE, max: at('2028-01-01T00:00:00Z') / MINUTE });
  const given = fc.record({ zone: zones, from: minutes, to: minutes, minute: moments });

  it('finds a last minute that is not quiet, with only quiet ones after it', () => {
    fc.assert(
      fc.property(given, ({ zone: id, from, to, minute }) => {
        const zone = zoneOf(id);
        const moment = instant(minute * MINUTE);
        const found = lastLoudMinute({ from, to }, zone, moment);
        expect(found).not.toBeNull();
        expect(isQuiet({ from, to }, zone, found!)).toBe(false);
        for (let later = found! + MINUTE; later <= moment; later += 7 * MINUTE)
          expect(isQuiet({ from, to }, zone, instant(later))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('moves a reminder only back, less than a day, never to the booking, and out of quiet hours', () => {
    const sinces = fc.integer({ min: 0, max: 2 * 1440 });
    fc.assert(
      fc.property(given, sinces, ({ zone: id, from, to, minute }, since) => {
        const [zone, hours] = [zoneOf(id), { from, to }];
        const due: Instant = instant(minute * MINUTE);
        const createdAt = instant(due - since * MINUTE);
        const before = { ...reminder('2026-04-15T03:00:00Z', '2026-04-15T03:00:00Z'), dueAt: due, createdAt };
        const { dueAt } = outOfQuietHours(before, hours, zone);
        expect(dueAt <= due && dueAt > due - DAY).toBe(true);
        if (dueAt === due) return;
        expect(dueAt - createdAt).toBeGreaterThan(15 * MINUTE);
        expect(isDisturbing({ ...before, dueAt }, hours, zone, dueAt)).toBe(false);
        expect(localOf(zone, dueAt).minutes).not.toBe(localOf(zone, due).minutes);
      }),
      { numRuns: 300 },
    );
  });
});

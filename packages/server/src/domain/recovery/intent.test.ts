import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import { DAY, MINUTE } from '@coach-booking/time/units';
import {
  abandoned,
  ABANDONED_AFTER,
  changed,
  dueAtOf,
  expired,
  isListed,
  recovered,
  recoveryRateOf,
  statusAt,
  withdrawn,
  type Intent,
} from './intent.ts';

const T0 = instant(Date.UTC(2026, 3, 13, 8));
const ID = 'a'.repeat(24);
const captured: Intent = {
  id: ID,
  partnerId: ID,
  mode: 'live',
  coachId: ID,
  serviceId: ID,
  start: plus(T0, DAY),
  locale: 'en',
  utm: { source: 'newsletter' },
  timeZone: 'UTC',
  contact: { name: 'Ana Diaz', email: 'ana@example.com' },
  emailKey: 'ana@example.com',
  consent: { text: 'Write to me.', version: '1', channels: ['email'], at: T0 },
  createdAt: T0,
  changedAt: T0,
  abandonsAt: plus(T0, ABANDONED_AFTER),
  status: 'captured',
  attempts: [],
  uncounted: [],
  forgetAt: plus(T0, 90 * DAY),
  version: 1,
};
const after = (minutes: number): Instant => plus(T0, minutes * MINUTE);
const WEEK = (7 * DAY) / MINUTE;

describe('an intent by the clock', () => {
  it.each([
    [0, 'captured', false],
    [29, 'captured', false],
    [30, 'pending', true],
    [30 + WEEK - 1, 'pending', true],
    [30 + WEEK, 'expired', true],
  ] as const)('is after %d minutes %s, and listed: %s', (minutes, status, listed) => {
    expect([statusAt(captured, after(minutes)), isListed(captured, after(minutes))]).toEqual([status, listed]);
    if (minutes >= 30) expect(statusAt(abandoned(captured, ID), after(minutes))).toBe(status);
  });

  it('begins the half hour anew with a change, until it is abandoned', () => {
    const later = changed(captured, { start: null, serviceId: 'b'.repeat(24) }, after(10));
    expect([later.abandonsAt, later.start, later.serviceId]).toEqual([after(40), undefined, 'b'.repeat(24)]);
    const left = changed(abandoned(captured, ID), { start: after(100) }, after(90));
    expect([left.abandonsAt, left.changedAt, left.start]).toEqual([after(30), after(90), after(100)]);
  });

  it('is due when it is abandoned and when that is to be counted, and never once it is over and counted', () => {
    const marked = abandoned(captured, ID);
    const { automaticAt: _automaticAt, ...looked } = marked;
    const counted = { ...looked, uncounted: [] };
    expect([captured, marked, counted].map((intent) => dueAtOf(intent))).toEqual([
      after(30),
      after(30),
      after(30 + WEEK),
    ]);
    const over = [expired(counted), { ...recovered(counted, ID), uncounted: [] }];
    expect(over.map((intent) => dueAtOf(intent))).toEqual([undefined, undefined]);
    expect(dueAtOf(recovered(counted, ID))).toBe(after(30));
  });

  it('loses the person when it is withdrawn, is looked at again, and stays recovered', () => {
    const bare = withdrawn(abandoned(captured, ID), 'b'.repeat(24), after(60));
    expect(JSON.stringify(bare)).not.toMatch(/ana|newsletter|UTC/i);
    expect([bare.status, bare.leadId, dueAtOf({ ...bare, uncounted: [] })]).toEqual(['withdrawn', ID, after(62)]);
    expect(isListed(bare, after(60))).toBe(true);
    expect(isListed(withdrawn(captured, ID, after(10)), after(60))).toBe(false);
    const kept = withdrawn(recovered(abandoned(captured, ID), ID), ID, after(60));
    expect([kept.status, kept.contact, kept.leadId]).toEqual(['recovered', undefined, undefined]);
  });

  it('has one status at each moment, and is listed with it alone', () => {
    const statuses = ['captured', 'pending', 'recovery_sent', 'recovered', 'expired', 'withdrawn'] as const;
    fc.assert(
      fc.property(fc.constantFrom(...statuses), fc.integer({ min: -60, max: 30_000 }), (stored, minutes) => {
        const intent = { ...captured, status: stored, abandonedAt: captured.abandonsAt };
        const now = after(minutes);
        const listed = statuses.filter((status) => isListed(intent, now, status));
        expect(listed).toEqual(isListed(intent, now) ? [statusAt(intent, now)] : []);
      }),
    );
  });
});

describe('the rate of recoveries', () => {
  it.each([
    [0, 0, 0],
    [3, 1, 33.3],
    [3, 2, 66.7],
    [8, 1, 12.5],
    [1, 1, 100],
  ])('returns of %d abandoned and %d recovered %d percent', (all, some, rate) => {
    expect(recoveryRateOf({ abandoned: all, recovered: some })).toBe(rate);
  });

  it('returns from 0 to 100, with one decimal', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), (a, b) => {
        const rate = recoveryRateOf({ abandoned: Math.max(a, b), recovered: Math.min(a, b) });
        expect(rate).toBeGreaterThanOrEqual(0);
        expect(rate).toBeLessThanOrEqual(100);
        expect(Number(rate.toFixed(1))).toBe(rate);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import { admitHold, freeTimeIn, holdsInAll, type HoldLimits, type VisitorHold } from './visitor-holds.ts';
import { compilePlan } from '../availability/compile.ts';

/** `a1` is hold 1 of address a, by default on date 1, of length 10, expiring at 100. */
const hold = (name: string, more: Partial<VisitorHold> = {}): VisitorHold => ({
  id: name,
  mark: name[0]!,
  start: instant(0),
  end: instant(10),
  date: '1',
  keeps: 10,
  expiresAt: instant(100),
  ledgers: [],
  ...more,
});
const limits = (more: Partial<HoldLimits> = {}): HoldLimits => ({
  perAddress: 2,
  inAll: Infinity,
  onDate: Infinity,
  ...more,
});
const ids = (holds: readonly VisitorHold[]): string => holds.map(({ id }) => id).join(' ');

describe('R5 a visitor’s hold', () => {
  it.each<[string, VisitorHold[], VisitorHold, Partial<HoldLimits>, string, string]>([
    ['is the first', [], hold('a1'), {}, 'a1', ''],
    ['is the second', [hold('a1')], hold('a2'), {}, 'a1 a2', ''],
    [
      'is a third and takes the place of the oldest',
      [hold('a1'), hold('b1'), hold('a2')],
      hold('a3'),
      {},
      'b1 a2 a3',
      'a1',
    ],
    ['is made again and is no other', [hold('a1'), hold('a2')], hold('a1'), {}, 'a2 a1', ''],
    [
      'is not counted with what ran out',
      [hold('a1', { expiresAt: instant(50) }), hold('a2')],
      hold('a3'),
      {},
      'a2 a3',
      '',
    ],
    ['is the one that there may always be', [], hold('a1'), { inAll: 1, onDate: 0 }, 'a1', ''],
    [
      'fits into the share of its date',
      [hold('b1'), hold('c1', { date: '2' })],
      hold('a1'),
      { onDate: 20 },
      'b1 c1 a1',
      '',
    ],
    ['goes before the same address’s where both do not fit', [hold('a1')], hold('a2'), { onDate: 15 }, 'a2', 'a1'],
    ['goes before both of the same address’s', [hold('a1'), hold('a2')], hold('a3'), { inAll: 1 }, 'a3', 'a1 a2'],
  ])('admits a visitor’s hold: %s', (_, before, wanted, more, after, gone) => {
    const admission = admitHold(before, wanted, limits(more), instant(50));
    if (!admission.admitted) throw new Error('It was refused.');
    expect([ids(admission.holds), ids(admission.replaced)]).toEqual([after, gone]);
  });

  it.each<[string, VisitorHold[], Partial<HoldLimits>, number]>([
    [
      'as many as may be at the coach',
      [hold('b1', { expiresAt: instant(80) }), hold('c1', { date: '2', expiresAt: instant(70) })],
      { inAll: 2 },
      70,
    ],
    [
      'as much of the date as may be',
      [hold('b1', { expiresAt: instant(80) }), hold('c1', { date: '2', expiresAt: instant(70) })],
      { onDate: 19 },
      80,
    ],
  ])('refuses a hold until the first of the others’ runs out, when they keep %s', (_, before, more, until) => {
    expect(admitHold(before, hold('a1'), limits(more), instant(50))).toEqual({ admitted: false, until });
  });

  it.each([
    [null, 0, Infinity],
    [10, 0, 5],
    [10, 7, 1],
    [10, 9, 1],
    [10, 10, 1],
    [3, 0, 1],
  ])('shares half of the free places of %s with %s booked: %s', (capacity, booked, most) => {
    expect(holdsInAll(capacity, booked)).toBe(most);
  });
});

it('counts as free what the coach works without breaks, time off and what is booked', () => {
  const HOUR = 3_600_000;
  const plan = compilePlan({
    schedule: {
      timeZone: 'UTC',
      workingHours: [0, 1, 2, 3, 4, 5, 6].map((dayOfWeek) => ({ dayOfWeek, start: '09:00', end: '17:00' })),
      breaks: [{ dayOfWeek: 4, start: '12:00', end: '13:00' }],
      slotInterval: 30,
      defaultDuration: 60,
      bufferBefore: 0,
      bufferAfter: 0,
      minimumNotice: 0,
      bookingWindow: 60,
      sameDayBooking: true,
      autoConfirm: true,
      reminders: { rules: [], followUp: false },
    },
    overrides: [],
    timeOff: [],
  } as unknown as Parameters<typeof compilePlan>[0]);
  const at = (hour: number) => instant(hour * HOUR);
  const day = { start: instant(at(0)), end: at(24) };
  expect(freeTimeIn(plan, day, [])).toBe(7 * HOUR);
  const booked = [
    { start: at(14), end: at(16) },
    { start: at(8), end: at(10) },
    { start: at(15), end: at(15.5) },
  ];
  expect(freeTimeIn(plan, day, booked)).toBe(4 * HOUR);
});

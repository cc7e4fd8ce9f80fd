import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { compilePlan } from '../availability/compile.ts';
import { defaultSchedule, type Plan, type WallRange, type WeeklyRange } from '../schedule/schedule.ts';
import { addDays } from '@coach-booking/time/dates';
import { instant, minus, plus, type Instant } from '@coach-booking/time/instant';
import type { Weekday } from '@coach-booking/time/plain-date';
import { includes, overlaps, type Range } from '@coach-booking/time/range';
import { MINUTE } from '@coach-booking/time/units';
import { fromMinutes } from '@coach-booking/time/wall-time';
import { checkStart } from './check-start.ts';
import { explain, freeRanges } from './explain.ts';
import { gridStatuses } from './grid-statuses.ts';
import { listStarts } from './list-starts.ts';
import type { Occupied, SlotQuestion, SlotRules } from './slot-question.ts';
import { reasonForNoStarts } from './reason-for-no-starts.ts';

/** Everything happens within a few days around a change of clocks, in steps of a quarter of an hour. */
const STEP = 15 * MINUTE;
const PLACES = [
  ['UTC', '2026-04-14'],
  ['America/New_York', '2026-03-08'],
  ['America/New_York', '2026-11-01'],
  ['Australia/Lord_Howe', '2026-10-04'],
  ['America/Santiago', '2026-09-06'],
  ['America/Nuuk', '2026-03-29'],
  ['Asia/Kathmandu', '2026-01-31'],
  ['Pacific/Chatham', '2026-04-05'],
] as const;

/** A question before it is compiled, so that the oracle reads the same plan as the engine. */
interface Asked extends Omit<SlotQuestion, 'plan'> {
  readonly plan: Plan;
}
const compiled = (asked: Asked): SlotQuestion => ({ ...asked, plan: compilePlan(asked.plan) });

const wallRanges: fc.Arbitrary<WallRange> = fc
  .tuple(fc.nat(95), fc.integer({ min: 1, max: 40 }))
  .map(([from, length]) => ({ start: fromMinutes(from * 15), end: fromMinutes(Math.min(from + length, 96) * 15) }));
const weeklyRanges: fc.Arbitrary<WeeklyRange> = fc
  .tuple(
    fc.nat(6),
    fc.oneof(
      wallRanges,
      fc.constantFrom(
        { start: '00:00', end: '24:00' },
        { start: '21:00', end: '24:00' },
        { start: '00:00', end: '06:00' },
      ),
    ),
  )
  .map(([dayOfWeek, range]) => ({ dayOfWeek: dayOfWeek as Weekday, ...range }));
const quarters = (max: number): fc.Arbitrary<number> => fc.nat(max).map((count) => count * 15);

const questions: fc.Arbitrary<Asked> = fc.constantFrom(...PLACES).chain(([timeZone, date]) => {
  const origin = instant(Temporal.PlainDate.from(date).toZonedDateTime(timeZone).epochMilliseconds);
  const instants = fc.integer({ min: -200, max: 300 }).map((steps) => plus(origin, steps * STEP));
  const spans: fc.Arbitrary<Range<Instant>> = fc
    .tuple(instants, fc.integer({ min: 1, max: 60 }))
    .map(([start, steps]) => ({ start, end: plus(start, steps * STEP) }));
  const occupied: fc.Arbitrary<Occupied> = fc
    .tuple(instants, fc.integer({ min: 1, max: 8 }), quarters(3), quarters(3), fc.constantFrom('booking', 'hold'))
    .map(([start, steps, before, after, kind]) => ({
      start,
      end: plus(start, steps * STEP),
      paddedStart: minus(start, before * MINUTE),
      paddedEnd: plus(start, steps * STEP + after * MINUTE),
      kind,
    }));
  const rules: fc.Arbitrary<SlotRules> = fc.record(
    {
      duration: fc.integer({ min: 1, max: 12 }).map((n) => n * 15),
      interval: fc.constantFrom(15, 20, 45, 60),
      bufferBefore: quarters(3),
      bufferAfter: quarters(3),
    },
    { requiredKeys: ['duration'] },
  );
  const schedules = fc.record({
    workingHours: fc.array(weeklyRanges, { minLength: 3, maxLength: 14 }),
    breaks: fc.array(weeklyRanges, { maxLength: 2 }),
    slotInterval: fc.constantFrom(15, 30),
    bufferBefore: quarters(2),
    bufferAfter: quarters(2),
    minimumNotice: fc.constantFrom(0, 0, 45, 1440),
    bookingWindow: fc.constantFrom(0, 1, 60, 60),
    sameDayBooking: fc.boolean(),
  });
  return fc
    .record({
      schedule: schedules.map((fields) => ({ ...defaultSchedule, ...fields, timeZone })),
      overrides: fc.array(
        fc.record({
          date: fc.integer({ min: -2, max: 3 }).map((n) => addDays(date, n)),
          ranges: fc.array(wallRanges, { maxLength: 2 }),
        }),
        {
          maxLength: 2,
        },
      ),
      timeOff: fc.array(
        spans.map((span) => ({ id: 'off', ...span })),
        { maxLength: 2 },
      ),
      externalBusy: fc.array(spans, { maxLength: 2 }),
      externalStale: fc.integer({ max: 20, min: 1 }).map((n) => n === 20),
    })
    .chain((plan) =>
      fc.record({
        plan: fc.constant(plan),
        rules,
        occupied: fc.array(occupied, { maxLength: 6 }),
        from: fc.integer({ min: -100, max: 40 }).map((steps) => plus(origin, steps * STEP)),
        to: fc.integer({ min: 50, max: 200 }).map((steps) => plus(origin, steps * STEP)),
        now: fc.integer({ min: -200, max: 60 }).map((steps) => plus(origin, steps * STEP)),
      }),
    );
});

/**
 * The rules again, slowly: Temporal for every edge, a list of five-minute ticks for time, every pair of sessions by
 * itself.
 */
const oracle = ({
  plan,
  rules,
  occupied,
  from,
  to,
  now,
}: Asked): { starts: number[]; isFree: (tick: number) => boolean } => {
  const { schedule } = plan;
  const zone = schedule.timeZone;
  const edge = (date: Temporal.PlainDate, time: string): number =>
    (time === '24:00'
      ? date.add({ days: 1 }).toPlainDateTime()
      : date.toPlainDateTime(Temporal.PlainTime.from(time))
    ).toZonedDateTime(zone).epochMilliseconds;
  const dateOf = (instant: number): Temporal.PlainDate =>
    Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).toPlainDate();
  const onDate = (date: Temporal.PlainDate, ranges: readonly WallRange[]): Range[] =>
    ranges.map(({ start, end }) => ({ start: edge(date, start), end: edge(date, end) }));
  const weekly = (date: Temporal.PlainDate, ranges: readonly WeeklyRange[]): WeeklyRange[] =>
    ranges.filter(({ dayOfWeek }) => dayOfWeek === date.dayOfWeek % 7);

  const hours: Range[] = [];
  const breaks: Range[] = [];
  const grid = new Set<number>();
  for (
    let date = dateOf(from).subtract({ days: 2 });
    Temporal.PlainDate.compare(date, dateOf(to).add({ days: 2 })) < 0;
    date = date.add({ days: 1 })
  ) {
    const override = plan.overrides.filter((each) => each.date === date.toString()).at(-1);
    const ofDate = onDate(date, override ? override.ranges : weekly(date, schedule.workingHours));
    hours.push(...ofDate);
    breaks.push(...onDate(date, weekly(date, schedule.breaks)));
    // A grid begins at each start of a range that no other range of the date covers or runs up to, and goes on as far
    // as ranges join.
    const begins = ofDate.filter(
      ({ start, end }) => start < end && !ofDate.some((other) => other.start < start && start <= other.end),
    );
    for (const { start } of begins) {
      const reach = (until: number): number => {
        const further = Math.max(until, ...ofDate.filter((other) => other.start <= until).map((other) => other.end));
        return further === until ? until : reach(further);
      };
      for (let at = start; at < reach(start); at += (rules.interval ?? schedule.slotInterval) * MINUTE) grid.add(at);
    }
  }

  const blockers = [...breaks, ...plan.timeOff, ...(plan.externalBusy ?? [])];
  const isAvailable = (tick: number): boolean =>
    !plan.externalStale &&
    hours.some((range) => includes(range, tick)) &&
    !blockers.some((range) => includes(range, tick));
  const ticks = (start: number, end: number): number[] =>
    Array.from({ length: (end - start) / (5 * MINUTE) }, (_, i) => start + i * 5 * MINUTE);
  const before = (rules.bufferBefore ?? schedule.bufferBefore) * MINUTE;
  const after = (rules.bufferAfter ?? schedule.bufferAfter) * MINUTE;
  const conflicts = (session: Range, other: Occupied): boolean =>
    overlaps(session, { start: other.paddedStart, end: other.paddedEnd }) ||
    overlaps({ start: session.start - before, end: session.end + after }, other);
  const today = dateOf(now);
  const isInTime = (start: number): boolean =>
    start > now &&
    start >= now + schedule.minimumNotice * MINUTE &&
    (schedule.sameDayBooking || !dateOf(start).equals(today)) &&
    Temporal.PlainDate.compare(dateOf(start), today.add({ days: schedule.bookingWindow })) <= 0;

  const fits = (start: number): boolean => {
    const session = { start, end: start + rules.duration * MINUTE };
    return (
      isInTime(start) &&
      ticks(session.start, session.end).every(isAvailable) &&
      !occupied.some((other) => conflicts(session, other))
    );
  };
  return {
    starts: [...grid].filter((start) => start >= from && start < to && fits(start)).sort((a, b) => a - b),
    isFree: (tick) =>
      isInTime(tick) &&
      isAvailable(tick) &&
      !occupied.some((other) => conflicts({ start: tick, end: tick + 1 }, other)),
  };
};

describe('the slots’ engine, for random questions', () => {
  it('lists what a slow second implementation of the rules lists', { timeout: 60_000 }, () => {
    let listed = 0;
    fc.assert(
      fc.property(questions, (asked) => {
        const starts = [...listStarts(compiled(asked))];
        expect(starts).toEqual(oracle(asked).starts);
        listed += starts.length;
      }),
      { numRuns: 150 },
    );
    expect(listed).toBeGreaterThan(100);
  });

  it('accepts every start that it lists, and no start on the grid that it does not', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const question = compiled(asked);
        const listed = new Set(listStarts(question));
        for (const { start, status, code } of gridStatuses(question)) {
          expect(checkStart(question, start) === null).toBe(listed.has(start));
          expect(status === 'available').toBe(listed.has(start));
          expect(code === undefined).toBe(listed.has(start));
        }
        expect(gridStatuses(question).filter(({ status }) => status === 'available')).toHaveLength(listed.size);
        expect(reasonForNoStarts(question) === null).toBe(listed.size > 0);
      }),
      { numRuns: 300 },
    );
  });

  it('lists no session that overlaps busy time', () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const busy = [...asked.occupied, ...asked.plan.timeOff, ...(asked.plan.externalBusy ?? [])];
        for (const start of listStarts(compiled(asked))) {
          expect(
            busy.filter((range) =>
              overlaps(range, { start: instant(start), end: instant(start + asked.rules.duration * MINUTE) }),
            ),
          ).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('tiles the range with blocked and free ranges', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const question = compiled(asked);
        const tiles = [...explain(question), ...freeRanges(question)].sort((a, b) => a.start - b.start);
        expect(tiles[0]?.start).toBe(asked.from);
        expect(tiles.at(-1)?.end).toBe(asked.to);
        tiles.forEach(({ start, end }, i) => {
          expect(start).toBeLessThan(end);
          expect(start).toBe(i > 0 ? tiles[i - 1]!.end : asked.from);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('returns the free ranges of the slow implementation', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(questions, (asked) => {
        const { isFree } = oracle(asked);
        const free = freeRanges(compiled(asked));
        for (let tick = asked.from; tick < asked.to; tick = plus(tick, STEP))
          expect(free.some((range) => includes(range, tick))).toBe(isFree(tick));
      }),
      { numRuns: 60 },
    );
  });

  it('returns the same for parts of a range as for the whole', () => {
    fc.assert(
      fc.property(questions, fc.nat(250), (asked, steps) => {
        const question = compiled(asked);
        const middle = instant(Math.min(asked.from + steps * 5 * MINUTE, asked.to));
        expect([...listStarts({ ...question, to: middle }), ...listStarts({ ...question, from: middle })]).toEqual([
          ...listStarts(question),
        ]);
      }),
      { numRuns: 200 },
    );
  });
});

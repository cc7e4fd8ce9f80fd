import { describe, expect, it } from 'vitest';
import { instant, plus, type Instant } from '@coach-booking/time/instant';
import type { Range } from '@coach-booking/time/range';
import { DAY, MINUTE } from '@coach-booking/time/units';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import { at, now } from '../../../test/stores/fixtures.ts';
import type { CalendarSource } from './calendar-source.ts';
import { fitRanges } from './fit-ranges.ts';
import { busyOf, busySourcesOf, isBlockedAsStale, MAX_RANGES } from './outside-busy.ts';
import { countRanges, packRanges, unpackRanges } from './packed-ranges.ts';

const range = (from: number, to: number): Range<Instant> => ({ start: at(from), end: at(to) });
const goodOf = (ranges: readonly Range<Instant>[]): CalendarSource['good'] => ({
  ...aSource().good!,
  busy: packRanges(ranges),
});
const many = (count: number, first = 0): Range<Instant>[] =>
  Array.from({ length: count }, (_, n) => range(first + n * 3, first + n * 3 + 1));

describe('packed ranges', () => {
  it('unpacks ranges as they were, to the second, and never shorter', () => {
    const ranges = [range(9, 10), range(11, 12)];
    expect(unpackRanges(packRanges(ranges))).toEqual(ranges);
    const odd = { start: plus(at(9), 1), end: plus(at(10), 1) };
    expect(unpackRanges(packRanges([odd]))).toEqual([{ start: at(9), end: plus(at(10), 1000) }]);
    expect(countRanges(packRanges(ranges))).toBe(2);
  });

  it('packs what is a century away', () => {
    const far = { start: instant(Date.UTC(2105, 0, 1)), end: instant(Date.UTC(2105, 0, 2)) };
    expect(unpackRanges(packRanges([far]))).toEqual([far]);
  });
});

describe('fitted ranges', () => {
  it('keeps ranges as they are where there is room', () => {
    const ranges = many(3);
    expect(fitRanges(ranges, 3)).toBe(ranges);
  });

  it('closes the shortest gaps, and loses no busy time', () => {
    const ranges = [range(0, 1), range(5, 6), range(6.5, 7), range(8, 9)];
    expect(fitRanges(ranges, 3)).toEqual([range(0, 1), range(5, 7), range(8, 9)]);
    expect(fitRanges(ranges, 2)).toEqual([range(0, 1), range(5, 9)]);
    expect(fitRanges(ranges, 0)).toEqual([range(0, 9)]);
  });
});

describe('the busy time of a coach elsewhere', () => {
  it('is of the active calendars, each until it is stale', () => {
    const source = aSource();
    const off = aSource({ active: false });
    const deleted = aSource({ deletedAt: now });
    const unread = aSource({ policy: 'keep_last_good' });
    const { good: _good, lastGoodAt: _at, ...never } = unread;
    expect(busySourcesOf([never, source, off, deleted])).toEqual(
      [
        {
          id: source.id,
          policy: 'block_when_stale',
          staleAt: plus(source.lastGoodAt!, DAY),
          busy: packRanges([range(9, 10)]),
        },
        { id: never.id, policy: 'keep_last_good', staleAt: plus(now, DAY), busy: packRanges([]) },
      ].sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
  });

  it('is all of it together, in order and joined', () => {
    const one = aSource({ good: goodOf([range(9, 10), range(14, 15)])! });
    const two = aSource({ good: goodOf([range(9.5, 11)])! });
    const busy = busyOf({ revision: 1, sources: busySourcesOf([one, two]) });
    expect(busy).toEqual([range(9, 11), range(14, 15)]);
  });

  it('has at most two thousand ranges, and a full calendar leaves room for another', () => {
    const full = aSource({ good: goodOf(many(5000))! });
    const other = aSource({ good: goodOf(many(20, 1))! });
    const counts = busySourcesOf([full, other]).map(({ busy }) => countRanges(busy));
    expect(counts.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(MAX_RANGES);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it('blocks everything once a calendar is stale that is to do so', () => {
    const stale = { id: 'a', policy: 'block_when_stale', staleAt: now, busy: packRanges([]) } as const;
    const before = instant(now - MINUTE);
    expect(isBlockedAsStale(undefined, now)).toBe(false);
    expect(isBlockedAsStale({ revision: 1, sources: [stale] }, before)).toBe(false);
    expect(isBlockedAsStale({ revision: 1, sources: [stale] }, now)).toBe(true);
    expect(isBlockedAsStale({ revision: 1, sources: [{ ...stale, policy: 'keep_last_good' }] }, now)).toBe(false);
  });
});

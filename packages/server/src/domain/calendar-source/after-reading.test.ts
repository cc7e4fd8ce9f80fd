import { describe, expect, it } from 'vitest';
import { minus, plus } from '@coach-booking/time/instant';
import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';
import { aSource } from '../../../test/stores/calendar-sources-suite.ts';
import { at, now } from '../../../test/stores/fixtures.ts';
import { afterReading, validatorsOf, waitAfterFailures, waitAfterGood, type Reading } from './after-reading.ts';
import { dueAgain, stateOf } from './calendar-source.ts';
import { packRanges } from './packed-ranges.ts';

const read = (given: Partial<Extract<Reading, { kind: 'read' }>> = {}): Reading => ({
  kind: 'read',
  busy: [{ start: at(14), end: at(15) }],
  events: 7,
  problems: [],
  readUntil: at(100),
  ...given,
});
const failed = { kind: 'failed', code: 'SERVER_ERROR' } as const;
const { isEmptyOnce: _once, ...source } = aSource({ leasedUntil: now });
const after = (reading: Reading, from = aSource(source)) => {
  const { isEmptyOnce: _none, ...given } = from;
  return afterReading(from.isEmptyOnce === undefined ? given : from, reading, now, 0.5);
};

describe('a calendar after a reading', () => {
  it('stores the busy time of a good reading, and no failure any more', () => {
    const next = after(read({ etag: '"v2"' }), { ...source });
    expect(next).toMatchObject({ failures: 0, lastGoodAt: now, lastTriedAt: now, toShow: true, etag: '"v2"' });
    expect(next.good).toEqual({
      busy: packRanges([{ start: at(14), end: at(15) }]),
      events: 7,
      problems: [],
      readAt: now,
      readUntil: at(100),
    });
    expect([next.failure, next.lastModified, next.toldAt, next.leasedUntil]).toEqual([
      undefined,
      undefined,
      undefined,
      null,
    ]);
    expect(stateOf(next, now)).toBe('ok');
  });

  it('keeps the busy time of a calendar that is unchanged, and counts the reading as good', () => {
    const next = after({ kind: 'unchanged' }, { ...source });
    expect(next.good).toEqual(source.good);
    expect(next).toMatchObject({ failures: 0, lastGoodAt: now, etag: '"v1"', toShow: true });
  });

  it('keeps what was read before a failure, whatever the failure', () => {
    const next = after(failed, { ...source });
    expect(next.good).toEqual(source.good);
    expect(next).toMatchObject({ failures: 3, failure: 'SERVER_ERROR', lastGoodAt: source.lastGoodAt, etag: '"v1"' });
    expect(next.dueAt).toBe(plus(now, 40 * MINUTE));
  });

  it('tries a failed reading again when the calendar becomes stale, if not before', () => {
    const old = { ...source, failures: 9, lastGoodAt: minus(now, DAY - HOUR) };
    expect(after(failed, old).dueAt).toBe(plus(now, HOUR));
    expect(after(failed, { ...old, lastGoodAt: minus(now, DAY) }).dueAt).toBe(plus(now, 6 * HOUR));
  });

  it('accepts an answer that would free everything only twice in a row', () => {
    const empty = read({ busy: [], events: 0 });
    const once = after(empty, { ...source });
    expect(once.good).toEqual(source.good);
    expect(once).toMatchObject({ failure: 'EMPTY', isEmptyOnce: true, lastGoodAt: source.lastGoodAt });
    expect(validatorsOf(once, now)).toEqual({});
    const twice = afterReading(once, empty, now, 0.5);
    expect(twice.good?.busy).toHaveLength(0);
    expect(twice).toMatchObject({ failures: 0 });
    expect(twice).not.toHaveProperty('isEmptyOnce');
  });

  it('rejects an answer that would free everything when a failure came between', () => {
    const empty = read({ busy: [] });
    const once = after(empty, { ...source });
    const again = afterReading(afterReading(once, failed, now, 0.5), empty, now, 0.5);
    expect(again.good).toEqual(source.good);
  });

  it('restores events that come back after an empty answer', () => {
    const back = afterReading(after(read({ busy: [] }), { ...source }), read(), now, 0.5);
    expect(back).toMatchObject({ failures: 0, good: { events: 7 } });
    expect(back).not.toHaveProperty('isEmptyOnce');
  });

  it('accepts a calendar that was always empty at once', () => {
    const { good: _good, ...unread } = source;
    expect(after(read({ busy: [], events: 0 }), unread)).toMatchObject({ failures: 0, lastGoodAt: now });
  });
});

describe('the wait for the next reading', () => {
  it('is some ten minutes after a good one, or what the server asks for, up to an hour', () => {
    expect([waitAfterGood(0), waitAfterGood(0.5), waitAfterGood(1)]).toEqual([9 * MINUTE, 10 * MINUTE, 11 * MINUTE]);
    expect(waitAfterGood(0.5, 30 * MINUTE)).toBe(30 * MINUTE);
    expect(waitAfterGood(0.5, DAY)).toBe(HOUR);
    expect(waitAfterGood(0.5, MINUTE)).toBe(10 * MINUTE);
  });

  it('doubles with each failure, up to six hours', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 40].map((failures) => waitAfterFailures(failures, 0.5) / MINUTE);
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 360, 360]);
    expect(waitAfterFailures(1, 0.5, HOUR)).toBe(HOUR);
    expect(waitAfterFailures(1, 0.5, DAY)).toBe(6 * HOUR);
    expect(waitAfterFailures(40, 1)).toBe(6 * HOUR);
  });
});

describe('a calendar', () => {
  it('is read whole once a day, since the window moves on', () => {
    expect(validatorsOf({ ...source, etag: '"v1"' }, now)).toHaveProperty('etag', '"v1"');
    const old = { ...source.good!, readAt: minus(now, DAY) };
    expect(validatorsOf({ ...source, good: old }, now)).toEqual({});
  });

  it('is read whole at once when that is asked for, but not while it is inactive', () => {
    const due = dueAgain({ ...source, dueAt: plus(now, HOUR) }, now);
    expect(due.dueAt).toBe(now);
    expect(validatorsOf(due, now)).toEqual({});
    expect(dueAgain({ ...source, active: false }, now).dueAt).toBeNull();
  });

  it('is stale a day after its last good reading, and one that was never read a day after it was made', () => {
    const good = { ...source, lastGoodAt: now, failures: 0 };
    const states = [now, plus(now, DAY - 1), plus(now, DAY)].map((when) => stateOf(good, when));
    expect(states).toEqual(['ok', 'ok', 'stale']);
    const { lastGoodAt: _never, ...unread } = { ...source, failures: 0 };
    expect([now, plus(now, DAY)].map((when) => stateOf(unread, when))).toEqual(['waiting', 'stale']);
    expect(stateOf({ ...good, failures: 1 }, now)).toBe('failing');
    expect(stateOf({ ...good, active: false }, plus(now, DAY))).toBe('waiting');
  });
});

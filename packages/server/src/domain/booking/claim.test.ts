import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, parseInstant } from '@coach-booking/time/instant';
import {
  claimIdOf,
  isRunOut,
  ledgersOf,
  sessionsConflict,
  refsInclude,
  claimBlocks,
  utcDays,
  type Claim,
  type Session,
} from './claim.ts';

/** A session [start, end) with one buffer before and one after it. */
const session = (start: number, end: number, before = 0, after = 0): Session => ({
  start: instant(start),
  end: instant(end),
  paddedStart: instant(start - before),
  paddedEnd: instant(end + after),
});
const claim = (over: Session, more: Partial<Claim> = {}): Claim => ({
  ...over,
  id: 'c',
  owner: { kind: 'booking', id: 'b' },
  claimedAt: instant(0),
  settled: true,
  sweepAt: null,
  ...more,
});
const hold = (expiresAt: number) =>
  claim(session(10, 20), { owner: { kind: 'hold', id: 'h' }, expiresAt: instant(expiresAt), settled: false });

describe('two sessions', () => {
  it.each([
    ['touch', session(0, 10), session(10, 20), false],
    ['overlap', session(0, 11), session(10, 20), true],
    ['lie in each other', session(0, 30), session(10, 20), true],
    ['are as far apart as the larger buffer', session(0, 10, 0, 5), session(15, 20, 3, 0), false],
    ['are nearer than the larger buffer, which is the first one’s', session(0, 10, 0, 5), session(14, 20, 3, 0), true],
    ['are nearer than the larger buffer, which is the second one’s', session(0, 10, 0, 3), session(14, 20, 5, 0), true],
    ['have buffers that meet each other only', session(0, 10, 0, 5), session(16, 20, 5, 0), false],
  ])('finds a conflict of two sessions of which one %s', (_, a, b, expected) => {
    expect(sessionsConflict(a, b)).toBe(expected);
    expect(sessionsConflict(b, a)).toBe(expected);
  });

  it('finds a conflict exactly when the gap is less than the larger of the two buffers between them', () => {
    const minutes = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(minutes, minutes, minutes, minutes, (after, before, gap, length) => {
        const first = session(0, 30, 0, after);
        const second = session(30 + gap, 31 + gap + length, before, 0);
        expect(sessionsConflict(first, second)).toBe(gap < Math.max(after, before));
      }),
    );
  });
});

describe('a claim', () => {
  it('blocks other owners, but not its own and not the excepted ones', () => {
    expect(claimBlocks(claim(session(0, 10)), session(5, 15), [], instant(0))).toBe(true);
    expect(claimBlocks(claim(session(0, 10)), session(5, 15), ['b'], instant(0))).toBe(false);
  });

  it('blocks by the claim of a hold until it expires', () => {
    expect([9, 10].map((now) => isRunOut(hold(10), instant(now)))).toEqual([false, true]);
    expect(claimBlocks(hold(10), session(15, 25), [], instant(10))).toBe(false);
    expect(isRunOut(claim(session(0, 10)), instant(1e15))).toBe(false);
  });
});

describe('the ledgers of a session', () => {
  const at = parseInstant;
  it.each([
    ['within a day', '2026-04-14T09:00Z', '2026-04-14T10:00Z', ['2026-04-14']],
    ['to midnight', '2026-04-14T23:00Z', '2026-04-15T00:00Z', ['2026-04-14']],
    ['over midnight', '2026-04-14T23:30Z', '2026-04-15T00:30Z', ['2026-04-14', '2026-04-15']],
    ['over two', '2026-04-14T23:30Z', '2026-04-16T00:30Z', ['2026-04-14', '2026-04-15', '2026-04-16']],
  ])('finds the ledgers of a session %s', (_, from, to, days) => {
    expect(utcDays(at(from), at(to))).toEqual(days);
  });

  it('finds the ledgers that the buffers of a session touch', () => {
    expect(ledgersOf('k', session(at('2026-04-14T23:00Z'), at('2026-04-15T00:00Z'), 0, 1))).toEqual([
      'k:2026-04-14',
      'k:2026-04-15',
    ]);
  });
});

it('gives the same claim id for the same session and another one for another', () => {
  expect(claimIdOf('b', session(0, 10))).toBe(claimIdOf('b', session(0, 10)));
  expect(claimIdOf('b', session(0, 10))).not.toBe(claimIdOf('b', session(0, 10, 0, 5)));
});

it('names a claim by its id and its ledger', () => {
  const refs = [{ id: 'c', ledgers: ['k:1', 'k:2'] }];
  expect([refsInclude(refs, 'c', 'k:2'), refsInclude(refs, 'c', 'k:3'), refsInclude(refs, 'd', 'k:1')]).toEqual([
    true,
    false,
    false,
  ]);
});

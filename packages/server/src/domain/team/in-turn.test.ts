import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant } from '@coach-booking/time/instant';
import type { Claim } from '../booking/claim.ts';
import { inTurn, sessionsOn, type Candidate } from './in-turn.ts';

const candidate = (coachId: string, sessions: number, lastChosenAt: number | null): Candidate => ({
  coachId,
  sessions,
  lastChosenAt: lastChosenAt === null ? null : instant(lastChosenAt),
});
const order = (...candidates: Candidate[]) => inTurn(candidates).map(({ coachId }) => coachId);

describe('inTurn', () => {
  it.each<[string, Candidate[], string[]]>([
    ['fewest sessions first', [candidate('a', 2, null), candidate('b', 1, 9)], ['b', 'a']],
    ['then whose turn was longest ago', [candidate('a', 1, 5), candidate('b', 1, 4)], ['b', 'a']],
    ['who never had a turn before all who had', [candidate('a', 0, 0), candidate('b', 0, null)], ['b', 'a']],
    [
      'by id where all else is equal',
      [candidate('c', 0, 3), candidate('a', 0, 3), candidate('b', 0, 3)],
      ['a', 'b', 'c'],
    ],
    ['by id of those who never had a turn', [candidate('b', 0, null), candidate('a', 0, null)], ['a', 'b']],
    ['none of none', [], []],
  ])('returns %s', (_, candidates, expected) => {
    expect(order(...candidates)).toEqual(expected);
  });

  const candidates = fc.uniqueArray(
    fc.record({
      coachId: fc.stringMatching(/^[a-f]{1,3}$/),
      sessions: fc.nat(3),
      lastChosenAt: fc.option(fc.nat(3).map(instant)),
    }),
    { selector: ({ coachId }) => coachId },
  );

  it('returns the same order whatever the order in which they come', () => {
    fc.assert(
      fc.property(candidates, fc.infiniteStream(fc.nat()), (all, chance) => {
        const shuffled = all.map((one) => [chance.next().value as number, one] as const).sort(([a], [b]) => a - b);
        expect(inTurn(shuffled.map(([, one]) => one))).toEqual(inTurn(all));
      }),
    );
  });

  it('spreads sessions so that no coach has two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), fc.nat(60), (coaches, sessions) => {
        const counts = new Map<string, Candidate>(
          Array.from({ length: coaches }, (_, n) => [String(n), candidate(String(n), 0, null)]),
        );
        for (let turn = 1; turn <= sessions; turn++) {
          const [next] = inTurn([...counts.values()]);
          counts.set(next!.coachId, candidate(next!.coachId, next!.sessions + 1, turn));
        }
        const all = [...counts.values()].map((one) => one.sessions);
        expect(Math.max(...all) - Math.min(...all)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives everybody one turn in each round when each session is on a day of its own', () => {
    const last = new Map<string, number | null>(['c', 'a', 'b'].map((id) => [id, null]));
    const turns = Array.from({ length: 7 }, (_, turn) => {
      const next = inTurn([...last].map(([id, at]) => candidate(id, 0, at)))[0]!.coachId;
      last.set(next, turn);
      return next;
    });
    expect(turns.join('')).toBe('abcabca');
  });
});

describe('sessionsOn', () => {
  const day = { start: instant(100), end: instant(200) };
  const claim = (id: string, start: number, more: Partial<Claim> = {}): Claim => ({
    id,
    owner: { kind: 'booking', id },
    start: instant(start),
    end: instant(start + 10),
    paddedStart: instant(start),
    paddedEnd: instant(start + 10),
    claimedAt: instant(0),
    settled: true,
    sweepAt: null,
    ...more,
  });
  const held = (expiresAt: number) => ({ owner: { kind: 'hold' as const, id: 'h' }, expiresAt: instant(expiresAt) });

  it.each<[string, Claim[], number]>([
    ['that begin on the day, and no others', [claim('a', 99), claim('b', 100), claim('c', 199), claim('d', 200)], 2],
    ['that are held until later', [claim('h', 150, held(51))], 1],
    ['without holds that have run out', [claim('h', 150, held(50))], 0],
    ['of one owner once', [claim('a', 150), claim('a', 160)], 1],
  ])('counts the sessions %s', (_, claims, expected) => {
    expect(sessionsOn(day, claims, instant(50))).toBe(expected);
  });
});

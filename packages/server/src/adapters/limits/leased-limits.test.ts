import fc from 'fast-check';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RateLimits } from '../../application/ports/rate-limits.ts';
import { createLeasedLimits, windows, type LimitSizes } from './leased-limits.ts';

const HOUR = 3_600_000;
const limitNames = Object.keys(windows) as (keyof typeof windows)[];
const quarter = 900;

/** Creates processes that share one counter, and counts its reads. */
const processes = (count: number, sizes: Partial<LimitSizes>): { all: RateLimits[]; asked: () => number } => {
  let asked = 0;
  const counter = (points: number, duration: number) => {
    const memory = new RateLimiterMemory({ points, duration });
    return {
      points,
      consume: (key: string | number, taken?: number) => {
        asked += 1;
        return memory.consume(key, taken);
      },
      delete: (key: string | number) => memory.delete(key),
    };
  };
  const counters = {
    reads: counter(sizes.reads ?? 1000, 3600),
    writes: counter(sizes.writes ?? 500, 3600),
    stats: counter(sizes.stats ?? 100, 3600),
    meetings: counter(sizes.meetings ?? 100, 3600),
    imports: counter(sizes.imports ?? 100, 3600),
    holds: counter(sizes.holds ?? 20, 300),
    logins: counter(sizes.logins ?? 10, quarter),
    loginsOfAddress: counter(100, 3600),
    loginsOfAccount: counter(50, 3600),
    codes: counter(10, 3600),
    mails: counter(5, 3600),
    registrations: counter(5, 3600),
    incentives: counter(5, 3600),
  };
  const all = Array.from({ length: count }, () =>
    createLeasedLimits({ counters, keyOf: (subject) => subject, now: Date.now, isFull: () => false }),
  );
  return { all, asked: () => asked };
};

const takeAll = async (limits: RateLimits, times: number, subject = 'a'): Promise<number> => {
  const states = await Promise.all(Array.from({ length: times }, () => limits.take('reads', subject)));
  return states.filter(({ allowed }) => allowed).length;
};

describe('leased limits', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 3, 14) }));
  afterEach(() => vi.useRealTimers());

  it('allows exactly the limit in one process', async () => {
    const { all } = processes(1, { reads: 103 });
    expect(await takeAll(all[0]!, 150)).toBe(103);
  });

  it('allows no more than the limit over all processes, and loses at most a share for each of the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 300 }),
        fc.array(fc.nat(2), { minLength: 300, maxLength: 900 }),
        async (reads, turns) => {
          const { all } = processes(3, { reads });
          const states = await Promise.all(turns.map((turn) => all[turn]!.take('reads', 'a')));
          const allowed = states.filter((state) => state.allowed).length;
          expect(allowed).toBeLessThanOrEqual(reads);
          expect(allowed).toBeGreaterThanOrEqual(
            Math.min(reads, turns.length) - 2 * Math.max(1, Math.floor(reads * 0.05)),
          );
        },
      ),
      { numRuns: 30 },
    );
  });

  it('reads the store twenty times for a whole window, and not at all once it is used up', async () => {
    const { all, asked } = processes(1, { reads: 1000 });
    await takeAll(all[0]!, 1000);
    expect(asked()).toBe(20);
    await takeAll(all[0]!, 500);
    expect(asked()).toBe(20);
  });

  it('reads the store once for concurrent requests', async () => {
    const { all, asked } = processes(1, { reads: 1000 });
    await takeAll(all[0]!, 50);
    expect(asked()).toBe(1);
  });

  it('counts down the remaining requests and returns the end of the window', async () => {
    const { all } = processes(1, { reads: 3 });
    const states = [];
    for (let i = 0; i < 4; i++) states.push(await all[0]!.take('reads', 'a'));
    expect(states.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    expect(states[3]).toMatchObject({ limit: 3, resetMs: HOUR });
  });

  it('starts again with the next window, in the process that refused too', async () => {
    const { all } = processes(2, { reads: 2 });
    await takeAll(all[0]!, 2);
    expect(await takeAll(all[1]!, 1)).toBe(0);
    vi.setSystemTime(Date.now() + HOUR);
    expect(await takeAll(all[1]!, 3)).toBe(2);
    expect(await takeAll(all[0]!, 1)).toBe(0);
  });

  it('allows a subject as much as a size of its own says, and a new size at once', async () => {
    const { all } = processes(2, { reads: 4 });
    const taken = async (subject: string, size: number): Promise<number> => {
      const states = [];
      for (let i = 0; i < 20; i++) states.push(await all[i % 2]!.take('reads', subject, size));
      return states.filter(({ allowed }) => allowed).length;
    };
    expect(await taken('more', 10)).toBe(10);
    expect(await taken('less', 2)).toBe(2);
    expect(await all[0]!.take('reads', 'less', 2)).toMatchObject({ limit: 2, remaining: 0 });
    expect(await all[0]!.take('reads', 'less', 1000)).toMatchObject({ allowed: true, limit: 1000 });
  });

  it('keeps subjects and limits separate', async () => {
    const { all } = processes(1, { reads: 1, writes: 1, holds: 1 });
    for (const name of ['reads', 'writes', 'holds'] as const) {
      expect((await all[0]!.take(name, 'a')).allowed).toBe(true);
      expect((await all[0]!.take(name, 'a')).allowed).toBe(false);
      expect((await all[0]!.take(name, 'b')).allowed).toBe(true);
    }
  });

  it('counts nothing that was given back', async () => {
    const { all } = processes(2, { logins: 10 });
    for (let i = 0; i < 30; i++) {
      const limits = all[i % 2]!;
      expect((await limits.take('logins', 'a')).allowed).toBe(true);
      await limits.giveBack('logins', 'a');
    }
  });

  it('gives back the last of the window', async () => {
    const { all } = processes(1, { logins: 1 });
    await all[0]!.take('logins', 'a');
    expect((await all[0]!.take('logins', 'a')).allowed).toBe(false);
    await all[0]!.giveBack('logins', 'a');
    expect((await all[0]!.take('logins', 'a')).allowed).toBe(true);
    expect((await all[0]!.take('logins', 'a')).allowed).toBe(false);
  });

  it('carries nothing that is given back into the next window', async () => {
    const { all } = processes(1, { logins: 2 });
    await all[0]!.take('logins', 'a');
    vi.setSystemTime(Date.now() + quarter * 1000);
    await all[0]!.giveBack('logins', 'a');
    const allowed = await Promise.all([1, 2, 3].map(async () => (await all[0]!.take('logins', 'a')).allowed));
    expect(allowed.filter(Boolean)).toHaveLength(2);
  });

  it.each([40, -2])(
    'S18 ends a limit with its window after a clock was wrong by %i days and was set right',
    async (days) => {
      const steady = { at: 0 };
      const rows = new Map<string, { points: number; expire: number }>();
      // As the store counts: by the wall clock of the process that wrote the row.
      const counter = {
        points: 2,
        consume: async (key: string | number, points = 1) => {
          const row = rows.get(String(key));
          const kept = row && row.expire > Date.now() ? row : { points: 0, expire: Date.now() + HOUR };
          rows.set(String(key), { ...kept, points: kept.points + points });
          const left = 2 - kept.points - points;
          const answer = new RateLimiterRes(
            Math.max(0, left),
            kept.expire - Date.now(),
            kept.points + points,
            kept.points === 0,
          );
          if (left < 0) throw answer;
          return answer;
        },
        delete: async (key: string | number) => rows.delete(String(key)),
      };
      const counters = Object.fromEntries(limitNames.map((name) => [name, counter])) as Parameters<
        typeof createLeasedLimits
      >[0]['counters'];
      const start = () =>
        createLeasedLimits({ counters, keyOf: (subject) => subject, now: () => steady.at, isFull: () => false });
      const real = Date.now();
      const limits = start();
      vi.setSystemTime(real + Math.max(0, days) * 24 * HOUR);
      for (let i = 0; i < 3; i++) await limits.take('reads', 'a');
      vi.setSystemTime(real + Math.min(0, days) * 24 * HOUR);
      steady.at += HOUR;
      for (const process of [limits, start()])
        expect((await process.take('reads', 'a')).resetMs).toBeLessThanOrEqual(HOUR);
      expect((await start().take('reads', 'b')).allowed).toBe(true);
      expect(rows.get('a')!.expire - Date.now()).toBeLessThanOrEqual(HOUR);
    },
  );

  /** One process on a counter that can fail. */
  const failing = (reason: string) => {
    const state = { isBroken: true };
    const memory = new RateLimiterMemory({ points: 5, duration: 60 });
    const counter = {
      points: 5,
      consume: async (key: string | number, points?: number) => {
        if (state.isBroken) throw new Error(reason);
        return memory.consume(key, points);
      },
      delete: (key: string | number) => memory.delete(key),
    };
    const counters = Object.fromEntries(limitNames.map((name) => [name, counter])) as Parameters<
      typeof createLeasedLimits
    >[0]['counters'];
    const isFull = (error: unknown) => (error as Error).message === 'full';
    return { state, limits: createLeasedLimits({ counters, keyOf: (subject) => subject, now: Date.now, isFull }) };
  };

  it('pass on a failure of the store and recover from it', async () => {
    const { state, limits } = failing('no connection');
    await expect(limits.take('reads', 'a')).rejects.toThrow('no connection');
    state.isBroken = false;
    expect(await limits.take('reads', 'a')).toMatchObject({ allowed: true, remaining: 4 });
  });

  it.each(['reads', 'stats'] as const)(
    'S10 counts %s in the process while the disk of the store is full, which needs no write',
    async (name) => {
      const { limits } = failing('full');
      const allowed = [];
      for (let n = 0; n < 7; n++) allowed.push((await limits.take(name, 'a')).allowed);
      expect(allowed).toEqual([true, true, true, true, true, false, false]);
      expect((await limits.take(name, 'b')).allowed).toBe(true);
    },
  );

  it.each(limitNames.filter((name) => name !== 'reads' && name !== 'stats'))(
    'S10 refuses %s while the disk is full',
    async (name) => {
      await expect(failing('full').limits.take(name, 'a')).rejects.toThrow('full');
    },
  );
});

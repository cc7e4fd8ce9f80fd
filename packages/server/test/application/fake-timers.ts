import { instant, plus, type Instant } from '@coach-booking/time/instant';
import type { Timers } from '../../src/application/ports/timers.ts';

/** Timers that run when a test lets time pass. */
export interface FakeTimers extends Timers {
  /** Of those that wait, in milliseconds from now. */
  pending(): number[];
  /** Lets so much time pass, timer by timer, each with all that hangs on it. */
  pass(milliseconds: number): Promise<void>;
  now(): Instant;
}

/** Lets everything that waits for promises alone happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn++) await Promise.resolve();
}

export function createFakeTimers(start: number): FakeTimers {
  let now = instant(start);
  let waiting: { at: Instant; run: () => void }[] = [];
  return {
    now: () => now,
    after: (milliseconds, run) => {
      const timer = { at: plus(now, milliseconds), run };
      waiting.push(timer);
      return () => void (waiting = waiting.filter((other) => other !== timer));
    },
    pending: () => waiting.map(({ at }) => at - now).sort((a, b) => a - b),
    async pass(milliseconds) {
      const end = plus(now, milliseconds);
      await settle();
      for (;;) {
        const next = waiting.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = next.at;
        waiting = waiting.filter((other) => other !== next);
        next.run();
        await settle();
      }
      now = end;
    },
  };
}

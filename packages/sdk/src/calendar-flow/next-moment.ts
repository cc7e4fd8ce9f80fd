import type { FlowCore } from './core.ts';

/** Milliseconds after a moment, since the server's clock may be a little behind. */
const SLACK = 1000;

/** Sets one timer, to midnight or to the next start on the screen: other actions are allowed then. */
export function nextMoment({ clock, timers, days, draw, reread }: FlowCore) {
  let timer: unknown;
  const expiryOf = (date: string): number => days.day(date)?.expires ?? Infinity;
  return {
    /** Waits for the next moment of these dates; null ends the timer. */
    wait(dates: readonly string[] | null, now: number, midnight: number): void {
      timers.clear(timer);
      if (!dates) return;
      const passed = () => {
        days.stale(dates.filter((date) => expiryOf(date) <= clock()));
        draw();
        void reread();
      };
      timer = timers.set(passed, Math.min(midnight, ...dates.map(expiryOf).filter((at) => at > now)) - now + SLACK);
    },
    stop: (): void => timers.clear(timer),
  };
}

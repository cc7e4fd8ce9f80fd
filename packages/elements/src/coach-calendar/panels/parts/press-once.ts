import type { Panel } from './panel.ts';

/** Milliseconds in which a second press is still the first one's double: by then another button may stand there. M1. */
const AGAIN_AFTER = 500;
const pressedAt = new WeakMap<Panel, number>();

/** Runs what a press asks for, and not for its double. Returns whether it did. */
export function pressOnce(panel: Panel, { timeStamp }: Event, run: () => void): boolean {
  if (timeStamp - (pressedAt.get(panel) ?? -Infinity) < AGAIN_AFTER) return false;
  pressedAt.set(panel, timeStamp);
  run();
  return true;
}

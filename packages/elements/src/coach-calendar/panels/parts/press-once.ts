import type { Panel } from './panel.ts';

/**
 * Milliseconds in which a second press still counts as part of a double press: by then another button may be there. M1.
 */
const AGAIN_AFTER = 500;
const pressedAt = new WeakMap<Panel, number>();

/** Runs the act of a press, and not that of its double. Returns whether it did. */
export function pressOnce(panel: Panel, { timeStamp }: Event, run: () => void): boolean {
  if (timeStamp - (pressedAt.get(panel) ?? -Infinity) < AGAIN_AFTER) return false;
  pressedAt.set(panel, timeStamp);
  run();
  return true;
}

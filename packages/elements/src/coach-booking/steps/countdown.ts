/** Whole seconds that a hold has left, never below zero. Both are ms since the epoch by the device's clock. */
export function secondsLeft(endsAt: number, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000));
}

/** The seconds left at which a screen reader is informed; more often would interrupt the reading of the fields. */
const spoken = [120, 60, 30];

/** Returns the mark (in seconds) passed between two ticks, or null. A first tick has no `before`. */
export function markPassed(before: number | null, now: number): number | null {
  return before === null ? null : (spoken.find((mark) => before > mark && now <= mark) ?? null);
}

/** `4:05` with the digits that `number` writes. */
export function clockText(seconds: number, number: (value: number, digits?: number) => string): string {
  return `${number(Math.floor(seconds / 60))}:${number(seconds % 60, 2)}`;
}

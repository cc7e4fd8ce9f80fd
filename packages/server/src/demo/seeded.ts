/** Numbers that look like chance and are the same for the same seed: mulberry32. */
export interface RandomSource {
  /** From 0 up to, but without, 1. */
  next(): number;
  /** A whole number from low to high, both included. */
  between(low: number, high: number): number;
  one<T>(of: readonly T[]): T;
  /** Around nought, mostly within ±spread. */
  noise(spread: number): number;
}

export function seeded(seed: number): RandomSource {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    between,
    one: (of) => of[between(0, of.length - 1)]!,
    noise: (spread) => (next() + next() + next() - 1.5) * spread,
  };
}

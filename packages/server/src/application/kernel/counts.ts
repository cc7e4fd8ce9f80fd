/** How far a list is counted: each page would else read what it does not show. */
export const MAX_COUNTED = 1000;

/** How many there are on all pages of a list. */
export interface Counted {
  readonly total: number;
  /** There are more than `total`, which is as far as was counted or looked. */
  readonly isCapped?: true;
}

/** Of a count that was asked for `MAX_COUNTED + 1` at most. */
export function counted(found: number): Counted {
  return found > MAX_COUNTED ? { total: MAX_COUNTED, isCapped: true } : { total: found };
}

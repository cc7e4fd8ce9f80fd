/** The number up to which a list is counted; otherwise each page would read rows that it does not show. */
export const MAX_COUNTED = 1000;

/** The size of a whole list. */
export interface Counted {
  readonly total: number;
  /** There are more than `total`, which is as far as the count went. */
  readonly isCapped?: true;
}

/** Returns the total from a count of at most `MAX_COUNTED + 1`. */
export function counted(found: number): Counted {
  return found > MAX_COUNTED ? { total: MAX_COUNTED, isCapped: true } : { total: found };
}

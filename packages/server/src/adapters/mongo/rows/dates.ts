/** The same shape with dates in place of instants in epoch milliseconds. */
export type Dated<T, K extends keyof T> = {
  readonly [P in keyof T]: P extends K ? Exclude<T[P], number> | Date : T[P];
};

/**
 * Returns the object with these instants as dates, so that they can be read, expire and be compared by date. Absent
 * ones and null stay so.
 */
export function withDates<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Dated<T, K> {
  const dates = keys.flatMap((key) => {
    const instant = value[key];
    return typeof instant === 'number' ? [[key, new Date(instant)]] : [];
  });
  return { ...value, ...Object.fromEntries(dates) };
}

/** Returns the object with instants in place of dates, the reverse of `withDates`. */
export function withInstants<T extends object, K extends keyof T>(row: Dated<T, K>, keys: readonly K[]): T {
  const instants = keys.flatMap((key) => {
    const date: unknown = row[key];
    return date instanceof Date ? [[key, date.getTime()]] : [];
  });
  return { ...row, ...Object.fromEntries(instants) } as T;
}

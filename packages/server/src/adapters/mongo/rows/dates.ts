/** The same shape with dates where there were instants in epoch milliseconds. */
export type Dated<T, K extends keyof T> = {
  readonly [P in keyof T]: P extends K ? Exclude<T[P], number> | Date : T[P];
};

/**
 * What is stored: these instants become dates, so that they can be read, expire and be compared by date. Absent ones
 * and null stay so.
 */
export function withDates<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Dated<T, K> {
  const dates = keys.flatMap((key) => {
    const instant = value[key];
    return typeof instant === 'number' ? [[key, new Date(instant)]] : [];
  });
  return { ...value, ...Object.fromEntries(dates) };
}

/** What was stored by `withDates`, with instants again. */
export function withInstants<T extends object, K extends keyof T>(row: Dated<T, K>, keys: readonly K[]): T {
  const instants = keys.flatMap((key) => {
    const date: unknown = row[key];
    return date instanceof Date ? [[key, date.getTime()]] : [];
  });
  return { ...row, ...Object.fromEntries(instants) } as T;
}

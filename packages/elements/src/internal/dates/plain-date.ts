/** A calendar date without a zone, `YYYY-MM-DD`. Sorts and compares as text. */
export type PlainDate = string;

/** A month without a zone, `YYYY-MM`; the first seven letters of its dates. */
export type PlainMonth = string;

const DAY_MS = 86_400_000;

/**
 * Midnight UTC of a date or of a month's first (so ECMAScript reads texts without a time), for arithmetic and for
 * formatting in UTC. Only UTC getters may read it.
 */
export function utcOf(date: PlainDate | PlainMonth): Date {
  return new Date(date);
}

const textOf = (utc: Date): PlainDate => utc.toISOString().slice(0, 10);

export function monthOf(date: PlainDate): PlainMonth {
  return date.slice(0, 7);
}

/** 0 is Sunday. */
export function weekdayOf(date: PlainDate): number {
  return utcOf(date).getUTCDay();
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return textOf(new Date(+utcOf(date) + days * DAY_MS));
}

/** Returns the month so many months on. */
export function shiftMonth(month: PlainMonth, months: number): PlainMonth {
  const first = utcOf(month);
  first.setUTCMonth(first.getUTCMonth() + months);
  return monthOf(textOf(first));
}

/** A calendar date without a zone, `YYYY-MM-DD`. Sorts and compares as text. */
export type PlainDate = string;

/** A month without a zone, `YYYY-MM`; the first seven letters of its dates. */
export type PlainMonth = string;

const dayMs = 86_400_000;

/** Midnight UTC of a date (or of a month's first), for arithmetic and for formatting in UTC. Only UTC getters may read it. */
export const utcOf = (date: PlainDate | PlainMonth): Date => new Date(`${date.length < 10 ? `${date}-01` : date}T00:00:00Z`);

const textOf = (utc: Date): PlainDate => utc.toISOString().slice(0, 10);

export const monthOf = (date: PlainDate): PlainMonth => date.slice(0, 7);

/** 0 is Sunday. */
export const weekdayOf = (date: PlainDate): number => utcOf(date).getUTCDay();

export const addDays = (date: PlainDate, days: number): PlainDate => textOf(new Date(+utcOf(date) + days * dayMs));

/** Clamped to the length of the month: 31 January + 1 month = 28 (or 29) February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const first = utcOf(monthOf(date));
  first.setUTCMonth(first.getUTCMonth() + months);
  const month = monthOf(textOf(first));
  return `${month}-${String(Math.min(+date.slice(8), daysIn(month))).padStart(2, '0')}`;
}

/** How many days a month has. */
export function daysIn(month: PlainMonth): number {
  const next = utcOf(month);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return Math.round((+next - +utcOf(month)) / dayMs);
}

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

/** The month so many months on. */
export function shiftMonth(month: PlainMonth, months: number): PlainMonth {
  const first = utcOf(month);
  first.setUTCMonth(first.getUTCMonth() + months);
  return monthOf(textOf(first));
}

/** How many days a month has. */
export const daysIn = (month: PlainMonth): number => (+utcOf(shiftMonth(month, 1)) - +utcOf(month)) / dayMs;

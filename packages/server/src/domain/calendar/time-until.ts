import { DAY, HOUR, MINUTE } from '@coach-booking/time/units';

const ENGLISH = 'en';

/** Returns a BCP 47 tag that Intl supports, or English: for malformed tags too. */
export function knownLanguage(tag: string | undefined): string {
  if (tag === undefined) return ENGLISH;
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag)[0] ?? ENGLISH;
  } catch (error) {
    if (error instanceof RangeError) return ENGLISH;
    throw error;
  }
}

const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
] as const;

/**
 * Returns the largest unit that fits and the next smaller one, whole, without zeros: 2 days 0 hours 5 minutes is 2
 * days.
 */
const partsOf = (milliseconds: number): [unit: string, count: number][] => {
  const first = UNITS.findIndex(([, length]) => milliseconds >= length);
  if (first < 0) return [];
  let rest = milliseconds;
  return UNITS.slice(first, first + 2).flatMap(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return count > 0 ? [[unit, count] as [string, number]] : [];
  });
};

/**
 * Returns a function that writes milliseconds as a length of time in a language: "2 days, 4 hours", "35 minutes", and
 * "this minute" for less than one; empty for times that are not ahead. The language is a BCP 47 tag; an unknown one
 * means English.
 */
export function untilIn(language: string | undefined): (milliseconds: number) => string {
  const locale = knownLanguage(language);
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'long' });
  const texts = new Map(
    UNITS.map(([unit]) => [
      unit as string,
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }),
    ]),
  );
  const soon = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'minute');
  return (milliseconds) => {
    if (milliseconds <= 0) return '';
    const parts = partsOf(milliseconds);
    return parts.length === 0 ? soon : list.format(parts.map(([unit, count]) => texts.get(unit)!.format(count)));
  };
}

import { isoInstant } from '@coach-booking/time/iso-instant';

/** `2026-04-14T13:00:00Z`, with milliseconds only when there are any. */
export const instantText = (instant: number): string => {
  const text = isoInstant(instant);
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
};

/** Epoch milliseconds of an instant that the contract has let through. */
export const instantOf = (text: string): number => Date.parse(text);

/** A range or slot as the API writes it. */
export const rangeText = ({ start, end }: { readonly start: number; readonly end: number }): { start: string; end: string } => ({
  start: instantText(start),
  end: instantText(end),
});

import { parseInstant, type Instant } from '@coach-booking/time/instant';
import { isoInstant } from '@coach-booking/time/iso-instant';

/** Returns an instant as text: `2026-04-14T13:00:00Z`, with milliseconds only when there are any. */
export function instantText(instant: Instant): string {
  const text = isoInstant(instant);
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** Returns an instant as text, or undefined for none. */
export function optionalText(instant: Instant | undefined): string | undefined {
  return instant === undefined ? undefined : instantText(instant);
}

/** Returns an instant that the contract has validated. */
export function instantOf(text: string): Instant {
  return parseInstant(text);
}

/** Returns a range or slot as the API writes it. */
export function rangeText({ start, end }: { readonly start: Instant; readonly end: Instant }): {
  start: string;
  end: string;
} {
  return {
    start: instantText(start),
    end: instantText(end),
  };
}

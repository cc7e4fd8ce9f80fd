import type { Utm } from '../booking/booking.ts';

/** The address was typed, or the browser sends no referrer. */
export const DIRECT = 'direct';

/** Returns the host: `https://www.Example.com/a` is `example.com`; null for a text that is no address of a page. */
const hostOf = (referrer: string): string | null => {
  if (!URL.canParse(referrer)) return null;
  const { protocol, hostname } = new URL(referrer);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : null;
};

/** Returns where a booking came from: the campaign's source, else the host of the page before, else `direct`. */
export function sourceOf(utm: Utm | undefined, referrer: string | undefined): string {
  return utm?.source?.trim() || (referrer !== undefined && hostOf(referrer)) || DIRECT;
}

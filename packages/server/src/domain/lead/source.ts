import type { Utm } from '../booking/booking.ts';

/** Of somebody who typed the address, or whose browser does not tell. */
export const DIRECT = 'direct';

/** `https://www.Example.com/a` is `example.com`; null for what is no address of a page. */
const hostOf = (referrer: string): string | null => {
  if (!URL.canParse(referrer)) return null;
  const { protocol, hostname } = new URL(referrer);
  return /^https?:$/.test(protocol) ? hostname.replace(/^www\./, '') : null;
};

/** Where a booking came from: the campaign's source, else the host of the page before, else `direct`. */
export function sourceOf(utm: Utm | undefined, referrer: string | undefined): string {
  return utm?.source?.trim() || (referrer !== undefined && hostOf(referrer)) || DIRECT;
}

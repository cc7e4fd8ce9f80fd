import { CoachBooking } from './coach-booking.ts';

/**
 * Makes `<coach-booking>` known to the page. The first one wins; another version is named in the console, since its changes do not take
 * effect. Where there are no custom elements (a server) it does nothing.
 */
export function defineCoachBooking(): void {
  const registry = globalThis.customElements;
  const known = registry?.get('coach-booking') as Partial<typeof CoachBooking> | undefined;
  if (!known) registry?.define('coach-booking', CoachBooking);
  else if (known.version !== CoachBooking.version)
    globalThis.console.warn(`<coach-booking> ${known.version ?? 'of another make'} is already defined; ${CoachBooking.version} was ignored.`);
}

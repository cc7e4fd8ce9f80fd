import { CoachBooking } from './coach-booking.ts';

/**
 * Makes `<coach-booking>` known to the page. The first one wins; another version is named in the console, since its changes do not take
 * effect. Where there are no custom elements (a server) it does nothing.
 */
export function defineCoachBooking(
  registry: CustomElementRegistry | undefined = globalThis.customElements,
  warn: (text: string) => void = globalThis.console.warn,
): void {
  const known = registry?.get('coach-booking') as Partial<typeof CoachBooking> | undefined;
  if (!known) registry?.define('coach-booking', CoachBooking);
  else if (known.version !== CoachBooking.version)
    warn(`<coach-booking> ${known.version} is here already; ${CoachBooking.version} was ignored.`);
}

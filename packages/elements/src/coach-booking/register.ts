import { CoachBooking } from './coach-booking.ts';

/**
 * Makes `<coach-booking>` known to the page. The first one wins; another version is named in the console, since its
 * changes do not take effect. Where there are no custom elements (a server) it does nothing. The first use of `Intl`
 * costs a slow device 40 ms: an element that is added to the page later finds that done.
 */
export function defineCoachBooking(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  const known = registry?.get('coach-booking') as Partial<typeof CoachBooking> | undefined;
  if (!registry || known?.version === CoachBooking.version) return;
  if (known)
    return globalThis.console.warn(
      `<coach-booking> ${known.version} is here already; ${CoachBooking.version} was ignored.`,
    );
  registry.define('coach-booking', CoachBooking);
  (globalThis.requestIdleCallback ?? setTimeout)(() => Intl.DateTimeFormat());
}

import { CoachBooking } from './coach-booking.ts';

/**
 * Defines `<coach-booking>` in the page. The first definition wins; another version is named in the console, since its
 * changes do not take effect. Without custom elements (on a server) the function does nothing.
 */
export function defineCoachBooking(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  const known = registry?.get('coach-booking') as Partial<typeof CoachBooking> | undefined;
  if (!registry || known?.version === CoachBooking.version) return;
  if (known)
    return globalThis.console.warn(`<coach-booking> ${known.version} stays; ${CoachBooking.version} is ignored.`);
  registry.define('coach-booking', CoachBooking);
}

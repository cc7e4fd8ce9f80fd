import { CoachBooking } from './coach-booking.ts';

/**
 * Makes `<coach-booking>` known to the page. The first one wins; another version is named in the console, since its changes do not take
 * effect. Where there are no custom elements (a server) it does nothing. On a page that has no such element yet, a picture is rehearsed while
 * the browser is idle: the element that is added later finds half of its work done (docs/decisions/widget-speed.md).
 */
export function defineCoachBooking(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  const known = registry?.get('coach-booking') as Partial<typeof CoachBooking> | undefined;
  if (!registry || known?.version === CoachBooking.version) return;
  if (known) return globalThis.console.warn(`<coach-booking> ${known.version} is here already; ${CoachBooking.version} was ignored.`);
  registry.define('coach-booking', CoachBooking);
  if (document.querySelector('coach-booking')) return;
  const idle = globalThis.requestIdleCallback ?? setTimeout;
  import('./rehearsal.ts').then(
    ({ rehearse }) => idle(rehearse),
    () => {},
  );
}

import { version } from '../version.ts';
import { CoachCalendar } from './coach-calendar.ts';

/**
 * Defines `<coach-calendar>` in the page. The first definition wins; another version is named in the console. Without
 * custom elements (on a server) the function does nothing. The first dates and the first numbers of `Intl` cost 10 ms
 * each, so this function makes them before an element is added.
 */
export function defineCoachCalendar(registry: CustomElementRegistry | undefined = globalThis.customElements): void {
  const known = registry?.get('coach-calendar') as Partial<typeof CoachCalendar> | undefined;
  if (!registry || known?.version === version) return;
  if (known)
    return globalThis.console.warn(`<coach-calendar> ${known.version} is here already; ${version} was ignored.`);
  registry.define('coach-calendar', CoachCalendar);
  (globalThis.requestIdleCallback ?? setTimeout)(() => [Intl.DateTimeFormat(), Intl.NumberFormat()]);
}

import type { BookablePage } from '../../application/pages/page-lookups.ts';

/** An instant as links have it, at a whole minute. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:00(\.000)?Z$/;

const isInstant = (text: unknown): text is string =>
  typeof text === 'string' && INSTANT.test(text) && !Number.isNaN(Date.parse(text));

/**
 * Returns the service and the start that a link to the page of bookings offers; each empty where there is none. A
 * service that is not offered any more is left out, so that an old link still leads to the others.
 */
export function offeredIn(
  { service, start }: Readonly<Record<string, unknown>>,
  { services }: Pick<BookablePage, 'services'>,
): { readonly service: string; readonly start: string } {
  return {
    service: typeof service === 'string' && services.includes(service) ? service : '',
    start: isInstant(start) ? start : '',
  };
}

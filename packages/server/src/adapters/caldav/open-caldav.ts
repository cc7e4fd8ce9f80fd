import { CaldavFailure, type Caldav, type CaldavAccount, type CaldavEvent } from '../../application/ports/caldav.ts';
import type { Outbound } from '../../application/ports/outbound.ts';
import { ALL_EVENTS, davCall, expectStatus, MULTISTATUS, propfind, resourcesOf } from './dav-call.ts';
import { findCalendars } from './find-calendars.ts';

/** Bytes of an answer with all events of a calendar, unpacked. */
const MAX_OBJECTS = 20_000_000;
const CALENDAR_TYPE = 'text/calendar; charset=utf-8';
const GONE: readonly number[] = [404, 410];

const present = (etag: string | undefined): { readonly etag?: string } => (etag ? { etag } : {});

const readEvent = async (outbound: Outbound, account: CaldavAccount, url: string): Promise<CaldavEvent | null> => {
  const answer = await davCall(outbound, account, { method: 'GET', url });
  if (GONE.includes(answer.status)) return null;
  expectStatus(answer, 200);
  return { href: url, text: answer.text, ...present(answer.headers['etag']) };
};

/**
 * Opens the calendars of CalDAV servers, called by the one way out that judges addresses. A small client of our own:
 * decision 0074.
 */
export function openCaldav(outbound: Outbound): Caldav {
  return {
    calendars: (account) => findCalendars(outbound, account),
    async tag(account, url) {
      const body = propfind('s:getctag', 'd:sync-token');
      const headers = { depth: '0' };
      const answer = await davCall(outbound, account, { method: 'PROPFIND', url, headers, body });
      const [found] = resourcesOf(answer);
      if (!found) throw new CaldavFailure('MALFORMED');
      const textOf = (name: string) => found.properties.get(name)?.text.trim() || undefined;
      return textOf('{http://calendarserver.org/ns/}getctag') ?? textOf('{DAV:}sync-token');
    },
    async objects(account, url) {
      const answer = await davCall(outbound, account, {
        method: 'REPORT',
        url,
        headers: { depth: '1' },
        body: ALL_EVENTS,
        maxBytes: MAX_OBJECTS,
      });
      expectStatus(answer, MULTISTATUS);
      return answer.text;
    },
    event: (account, href) => readEvent(outbound, account, href),
    async write(account, { href, etag, text }) {
      const condition = etag === undefined ? (['if-none-match', '*'] as const) : (['if-match', etag] as const);
      const headers = { 'content-type': CALENDAR_TYPE, ...Object.fromEntries([condition]) };
      const answer = await davCall(outbound, account, { method: 'PUT', url: href, headers, body: text });
      expectStatus(answer, 200, 201, 204);
      return answer.headers['etag'];
    },
    async remove(account, href) {
      const answer = await davCall(outbound, account, { method: 'DELETE', url: href });
      expectStatus(answer, 200, 202, 204, ...GONE);
    },
  };
}

import type { DavResponse } from '../../domain/dav/multistatus.ts';
import { attributeOf, childOf, childrenOf } from '../../domain/dav/xml.ts';
import { CaldavFailure, type CaldavAccount, type CaldavCalendar } from '../../application/ports/caldav.ts';
import type { Outbound } from '../../application/ports/outbound.ts';
import { davCall, propfind, resourcesOf, siteUrl } from './dav-call.ts';

const CALDAV = '{urn:ietf:params:xml:ns:caldav}';
const ABOUT_CALENDAR = [
  'd:resourcetype',
  'd:displayname',
  'd:current-user-privilege-set',
  'c:supported-calendar-component-set',
] as const;
const WRITING = new Set(['{DAV:}all', '{DAV:}write', '{DAV:}write-content', '{DAV:}bind']);
/** Characters of a name that are kept. */
const LONGEST = 200;

type Found = DavResponse & { readonly base: string };

const hrefIn = ({ properties }: DavResponse, name: string): string | undefined =>
  childOf(properties.get(name), '{DAV:}href')?.text.trim() || undefined;

const holdsEvents = ({ properties }: DavResponse): boolean => {
  const supported = properties.get(`${CALDAV}supported-calendar-component-set`);
  if (!supported) return true;
  return childrenOf(supported, `${CALDAV}comp`).some((comp) => attributeOf(comp, 'name')?.toUpperCase() === 'VEVENT');
};

const isCalendar = (found: DavResponse): boolean =>
  childOf(found.properties.get('{DAV:}resourcetype'), `${CALDAV}calendar`) !== undefined && holdsEvents(found);

const isWritable = ({ properties }: DavResponse): boolean => {
  const set = properties.get('{DAV:}current-user-privilege-set');
  if (!set) return true;
  const privileges = childrenOf(set, '{DAV:}privilege').flatMap(({ children }) => children);
  return privileges.some(({ name }) => WRITING.has(name));
};

const calendarOf = (account: CaldavAccount, found: Found): CaldavCalendar => {
  const url = siteUrl(account, found.href, found.base);
  const named = found.properties
    .get('{DAV:}displayname')
    ?.text.replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  const lastPart = decodeURIComponent(url.pathname.split('/').filter(Boolean).at(-1) ?? url.host);
  return { id: url.href, name: (named || lastPart).slice(0, LONGEST), isWritable: isWritable(found) };
};

const ask = async (
  outbound: Outbound,
  account: CaldavAccount,
  url: string,
  depth: '0' | '1',
  ...properties: readonly string[]
): Promise<readonly Found[]> => {
  const body = propfind(...properties);
  const answer = await davCall(outbound, account, { method: 'PROPFIND', url, headers: { depth }, body });
  return resourcesOf(answer).map((found) => ({ ...found, base: answer.url }));
};

/** Statuses after which another address is tried. */
const ELSEWHERE = new Set<number | string>([301, 302, 400, 403, 404, 405, 410, 501]);
const UNCLEAR = new Set<number | string>(['MALFORMED', 'TOO_MANY_REDIRECTS']);

/** Returns the entry of the account from the first address that has it. Throws a CaldavFailure. */
const entryOf = async (outbound: Outbound, account: CaldavAccount): Promise<Found> => {
  const { pathname } = new URL(account.server);
  // A typed path is meant; a mere host is asked where its calendars are (RFC 6764).
  const places = pathname === '/' ? ['/.well-known/caldav', '/'] : [account.server, '/.well-known/caldav'];
  let failure = new CaldavFailure('NO_CALENDARS');
  for (const place of places) {
    try {
      const [entry] = await ask(outbound, account, place, '0', 'd:current-user-principal', ...ABOUT_CALENDAR);
      if (entry && (isCalendar(entry) || hrefIn(entry, '{DAV:}current-user-principal') !== undefined)) return entry;
    } catch (error) {
      if (!(error instanceof CaldavFailure)) throw error;
      if (UNCLEAR.has(error.reason)) failure = error;
      else if (!ELSEWHERE.has(error.reason)) throw error;
    }
  }
  throw failure;
};

const calendarsIn = async (outbound: Outbound, account: CaldavAccount, entry: Found): Promise<readonly Found[]> => {
  if (isCalendar(entry)) return [entry];
  const principal = siteUrl(account, hrefIn(entry, '{DAV:}current-user-principal')!, entry.base).href;
  const [about] = await ask(outbound, account, principal, '0', 'c:calendar-home-set');
  const home = about && hrefIn(about, `${CALDAV}calendar-home-set`);
  if (home === undefined) throw new CaldavFailure('NO_CALENDARS');
  return (await ask(outbound, account, siteUrl(account, home, about!.base).href, '1', ...ABOUT_CALENDAR)).filter(
    isCalendar,
  );
};

/**
 * Returns the calendars of an account, found as programs find them: the entry, the principal, its home, the calendars
 * there (RFC 4791, 6.2.1, and RFC 6764); or the one calendar whose address was typed. Throws a CaldavFailure.
 */
export async function findCalendars(outbound: Outbound, account: CaldavAccount): Promise<readonly CaldavCalendar[]> {
  const found = await calendarsIn(outbound, account, await entryOf(outbound, account));
  if (found.length === 0) throw new CaldavFailure('NO_CALENDARS');
  return found.map((one) => calendarOf(account, one)).sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

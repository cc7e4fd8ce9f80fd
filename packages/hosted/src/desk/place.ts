import type { AddressParts } from './page-properties.ts';
import { deskPageNames, deskPages, formerPaths, type DeskPageName } from './pages.ts';

/** The parts of an address that are the calendar's; each is empty where it is not named. */
export interface CalendarPlace {
  readonly view: string;
  /** The plain date at which the calendar is to be opened. */
  readonly date: string;
  /** The id of the booking that is open. */
  readonly booking: string;
}

/** The page that an address of the desk shows. */
export interface Place extends CalendarPlace {
  /** Null when there is no such page. */
  readonly page: DeskPageName | null;
  /** The id that follows the address of the page; empty without one. */
  readonly item: string;
  /** The coach whose desk an admin has chosen, by slug; empty as long as none is. */
  readonly coach: string;
  /** The coaches whose calendars an admin sees side by side, by slug. */
  readonly coaches: readonly string[];
  /** Whether a booking is to be begun in the calendar. */
  readonly isNew: boolean;
}

type Address = Pick<Location, 'pathname' | 'search'>;

const PLAIN_DATE = /^\d{4}-\d\d-\d\d$/;
const VIEW = /^(day|three_days|week|month|list)$/;
const ID = /^[\da-f]{24}$/;
/** The parts of a query that lead from page to page; all others belong to one page. */
const LASTING = ['key', 'lang', 'coach'];

const trimmed = (path: string) => path.replaceAll(/^\/+|\/+$/g, '');

/** Returns the page at a path below the desk, and the id after it. */
function pageAt(path: string): Pick<Place, 'page' | 'item'> {
  const page = deskPageNames.find((name) => deskPages[name].path === path);
  if (page) return { page, item: '' };
  const [, above, item] = /^(.+)\/([^/]+)$/.exec(path) ?? [];
  const of = deskPageNames.find((name) => deskPages[name].hasItems && deskPages[name].path === above);
  return of && item ? { page: of, item: decodeURIComponent(item) } : { page: null, item: '' };
}

/** Returns what an address shows. `base` is where the desk is: `/desk`, or `/p/{partner}/desk`. */
export function placeOf({ pathname, search }: Address, base: string): Place {
  const query = new URLSearchParams(search);
  const part = (name: string, form: RegExp) => {
    const value = query.get(name) ?? '';
    return form.test(value) ? value : '';
  };
  return {
    ...pageAt(trimmed(pathname.slice(base.length))),
    coach: query.get('coach') ?? '',
    view: part('view', VIEW),
    date: part('date', PLAIN_DATE),
    booking: part('booking', ID),
    coaches: (query.get('coaches') ?? '').split(',').filter(Boolean),
    isNew: query.has('new'),
  };
}

/** Returns the parts of an address that are the calendar's. */
export function shownIn({ view, date, booking }: CalendarPlace): CalendarPlace {
  return { view, date, booking };
}

/** Returns the address that took the place of one that the desk had before; null for all others. */
export function movedTo({ pathname, search }: Address, base: string): string | null {
  const path = trimmed(pathname.slice(base.length));
  if (path === 'settings') return `${base}/${firstUnder('settings')}${search}`;
  const lead = path === deskPages.leads.path && new URLSearchParams(search).get('lead');
  if (lead) return addressOf(base, 'leads', search, { item: lead });
  const page = Object.hasOwn(formerPaths, path) ? formerPaths[path] : undefined;
  return page ? `${base}/${deskPages[page].path}${search}` : null;
}

const firstUnder = (entry: 'leads' | 'settings') =>
  deskPages[deskPageNames.find((name) => deskPages[name].under === entry)!].path;

/**
 * Returns the address of a page of the desk, with the key, the language and the coach of the present one. Another
 * `coach` takes the place of the one in it; an empty one leads back to the choice.
 */
export function addressOf(
  base: string,
  page: DeskPageName,
  search: string,
  { coach, item = '', query = {} }: AddressParts & { readonly coach?: string } = {},
): string {
  const { path } = deskPages[page];
  const asked = new URLSearchParams();
  const before = new URLSearchParams(search);
  for (const name of LASTING) {
    const value = name === 'coach' ? (coach ?? before.get(name)) : before.get(name);
    if (value) asked.set(name, value);
  }
  for (const [name, value] of Object.entries(query)) if (value) asked.set(name, value);
  const below = [path, item && encodeURIComponent(item)].filter(Boolean).join('/');
  return `${base}${below && `/${below}`}${asked.size > 0 ? `?${asked}` : ''}`;
}

/** The pages of the desk, with their addresses below `/desk/`, in the order of the navigation. */
export const deskPages = {
  calendar: 'calendar',
  meetings: 'meetings',
  statistics: 'statistics',
  abandoned: 'leads/abandoned',
  propose: 'leads/propose',
  services: 'settings/services',
  messages: 'settings/messages',
  notifications: 'settings/notifications',
  suggestions: 'settings/suggestions',
  recovery: 'settings/recovery',
  connections: 'settings/connections',
  account: 'account',
} as const;
export type DeskPageName = keyof typeof deskPages;

export const deskPageNames = Object.keys(deskPages) as DeskPageName[];

/** The page that an address of the desk shows. */
export interface Place {
  /** Null when there is no such page. */
  readonly page: DeskPageName | null;
  /** The coach whose desk an admin has chosen, by slug; empty as long as none is. */
  readonly coach: string;
  /** The plain date at which the calendar is to be opened; empty where none is named. */
  readonly date: string;
}

const PLAIN_DATE = /^\d{4}-\d\d-\d\d$/;

/** Returns what an address shows. `base` is where the desk is: `/desk`, or `/p/{partner}/desk`. */
export function placeOf({ pathname, search }: Pick<Location, 'pathname' | 'search'>, base: string): Place {
  const path = pathname.slice(base.length).replaceAll(/^\/+|\/+$/g, '');
  const page = path === '' ? 'calendar' : deskPageNames.find((name) => deskPages[name] === path);
  const query = new URLSearchParams(search);
  const date = query.get('date') ?? '';
  return { page: page ?? null, coach: query.get('coach') ?? '', date: PLAIN_DATE.test(date) ? date : '' };
}

/**
 * Returns the address of a page of the desk, with the query of the present one: the key, the language and the coach.
 * Another `coach` takes the place of the one in it; an empty one leads back to the choice.
 */
export function addressOf(base: string, page: DeskPageName, search: string, coach?: string): string {
  const query = new URLSearchParams(search);
  query.delete('date');
  if (coach !== undefined) query.delete('coach');
  if (coach) query.set('coach', coach);
  return `${base}/${deskPages[page]}${query.size > 0 ? `?${query}` : ''}`;
}

/** Returns the address of the calendar at a plain date, with the query of the present one. */
export function calendarAddressOf(base: string, search: string, date: string): string {
  const address = addressOf(base, 'calendar', search);
  return `${address}${address.includes('?') ? '&' : '?'}date=${date}`;
}

/** The sections of the page, in their order. */
export const sectionNames = [
  'users',
  'coaches',
  'bookings',
  'calendars',
  'messages',
  'sender',
  'unsubscribes',
  'providers',
  'webhooks',
  'audit',
  'partner',
  'branding',
  'questions',
  'embed',
  'keys',
  'import',
  'people',
] as const;
export type SectionName = (typeof sectionNames)[number];

/** The route in the hash of the address: `#users/665f…`, `#bookings?status=pending`. */
export interface Route {
  readonly section: SectionName;
  /** The id of one item in the section. */
  readonly id: string | null;
  /** Filters, by name; none is empty. */
  readonly query: Readonly<Record<string, string>>;
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Returns the route of a hash, with or without `#`; the first section when it names none. */
export function routeOf(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const [first = '', id = ''] = path.split(/\/(.*)/s);
  const section = sectionNames.find((name) => name === first);
  if (!section) return { section: 'users', id: null, query: {} };
  const query = Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value !== ''));
  return { section, id: decoded(id) || null, query };
}

/** Returns the hash of a route, with `#`. Empty filters are left out. */
export function hashOf(
  section: SectionName,
  id: string | null = null,
  query: Readonly<Record<string, string | undefined>> = {},
): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1]);
  const search = new URLSearchParams(given).toString();
  return `#${section}${id ? `/${encodeURIComponent(id)}` : ''}${search ? `?${search}` : ''}`;
}

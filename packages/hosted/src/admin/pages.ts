import type { IconName } from '../shell/icons.ts';
import { sectionNames, type SectionName } from './route.ts';

/** The parts of the navigation, in their order; the first has no heading. */
export const adminGroups = ['daily', 'business', 'website', 'records'] as const;
export type AdminGroup = (typeof adminGroups)[number];

/** A page of the administration, as its frame shows it. */
export interface AdminPageEntry {
  readonly group: AdminGroup;
  readonly icon: IconName;
  /** The entry of the navigation that leads to several pages: these are tabs of it. */
  readonly under?: 'messages';
  /** Whether the bar of a phone shows it, up to four pages. */
  readonly inBar?: true;
  /** The key that opens the page after `g`. */
  readonly key?: string;
}

/** The pages of the administration, by section. */
export const adminPages: Readonly<Record<SectionName, AdminPageEntry>> = {
  users: { group: 'daily', icon: 'clients', inBar: true, key: 'p' },
  coaches: { group: 'daily', icon: 'team', inBar: true, key: 'o' },
  bookings: { group: 'daily', icon: 'bookings', inBar: true, key: 'b' },
  calendars: { group: 'daily', icon: 'calendar', inBar: true, key: 'c' },
  messages: { group: 'daily', icon: 'mail', under: 'messages', key: 'm' },
  sender: { group: 'daily', icon: 'mail', under: 'messages' },
  unsubscribes: { group: 'daily', icon: 'mail', under: 'messages' },
  partner: { group: 'business', icon: 'settings', key: 's' },
  branding: { group: 'business', icon: 'brand', key: 'r' },
  questions: { group: 'business', icon: 'questions', key: 'q' },
  embed: { group: 'website', icon: 'code', key: 'e' },
  keys: { group: 'website', icon: 'key', key: 'y' },
  webhooks: { group: 'website', icon: 'webhook', key: 'w' },
  providers: { group: 'website', icon: 'plug', key: 'v' },
  audit: { group: 'records', icon: 'log', key: 'l' },
  people: { group: 'records', icon: 'profile', key: 'd' },
  import: { group: 'records', icon: 'import', key: 'i' },
};

/** Returns the pages that the navigation lists: of several under one entry the first. */
export function listedPages(): readonly SectionName[] {
  return sectionNames.filter((name) => pagesUnder(name)[0] === name);
}

/** Returns the pages of the entry that a page belongs to: itself alone, or all that are under the same. */
export function pagesUnder(name: SectionName): readonly SectionName[] {
  const { under } = adminPages[name];
  return under ? sectionNames.filter((each) => adminPages[each].under === under) : [name];
}

/** Returns the keys that open pages after `g`, with their pages. */
export function adminKeys(): readonly (readonly [key: string, page: SectionName])[] {
  return sectionNames.flatMap((name) => {
    const { key } = adminPages[name];
    return key ? [[key, name] as const] : [];
  });
}

import type { User } from '@coach-booking/sdk';
import { deskPages, pagesFor, type DeskGroup, type DeskPageName } from '../pages.ts';
import type { IconName } from '../../shell/icons.ts';

/** An entry of the navigation: a page, or several that are tabs of it. */
export interface NavEntry {
  /** Names the entry in the texts of the desk. */
  readonly name: DeskPageName | 'leads' | 'settings';
  readonly icon: IconName;
  readonly group: DeskGroup;
  /** The pages of the entry; it leads to the first of them. */
  readonly pages: readonly [DeskPageName, ...DeskPageName[]];
}

/** Most entries of the bar of a phone, without the one for all others. */
const IN_BAR = 4;

/** Returns what the navigation has for a role, in its order. */
export function entriesFor(role: User['role']): readonly NavEntry[] {
  const names = pagesFor(role);
  const entries = names.map((page): NavEntry => {
    const { under, icon, group } = deskPages[page];
    if (!under) return { name: page, icon, group, pages: [page] };
    const [first = page, ...others] = names.filter((name) => deskPages[name].under === under);
    return { name: under, icon: under, group, pages: [first, ...others] };
  });
  return entries.filter(({ pages }, at) => entries.findIndex(({ pages: [first] }) => first === pages[0]) === at);
}

/** Returns the entries of the bar of a phone: those that are for it, then the first of the others. */
export function barOf(entries: readonly NavEntry[]): readonly NavEntry[] {
  const isFor = ({ pages: [page] }: NavEntry) => deskPages[page].inBar ?? false;
  const chosen = [...entries.filter(isFor), ...entries.filter((entry) => !isFor(entry))].slice(0, IN_BAR);
  return entries.filter((entry) => chosen.includes(entry));
}

/** Returns the keys that open pages after `g`, with their pages. */
export function pageKeys(role: User['role']): readonly (readonly [key: string, page: DeskPageName])[] {
  return pagesFor(role).flatMap((page) => {
    const { key } = deskPages[page];
    return key ? [[key, page] as const] : [];
  });
}

import { nothing, type TemplateResult } from 'lit';
import { tabs, type ShellEntry, type ShellGroup, type ShellLink } from '../shell/shell-view.ts';
import { adminGroups, adminPages, listedPages, pagesUnder } from './pages.ts';
import { hashOf, type SectionName } from './route.ts';
import type { AdminSay } from './texts/index.ts';

/** Returns the entries of the navigation, by group; the desk is the last. */
export function adminEntries(
  say: AdminSay,
  section: SectionName,
  desk: string,
): { readonly groups: readonly ShellGroup[]; readonly bar: readonly ShellEntry[] } {
  const made = new Map(listedPages().map((name) => [name, entryOf(say, name, section)]));
  const groups = adminGroups.map((group): ShellGroup => ({
    heading: group === 'daily' ? null : say(`group_${group}`),
    entries: [...made].filter(([name]) => adminPages[name].group === group).map(([, entry]) => entry),
  }));
  const toDesk: ShellEntry = { icon: 'today', text: say('toDesk'), href: desk };
  return {
    groups: [...groups, { heading: null, entries: [toDesk] }],
    bar: [...made].filter(([name]) => adminPages[name].inBar).map(([, entry]) => entry),
  };
}

function entryOf(say: AdminSay, name: SectionName, section: SectionName): ShellEntry {
  const current = name === section ? 'page' : pagesUnder(name).includes(section) ? 'true' : undefined;
  return { icon: adminPages[name].icon, text: say(name), href: hashOf(name), current };
}

/** Renders the tabs of the entry that has the page, if it has several. */
export function adminTabs(say: AdminSay, section: SectionName): TemplateResult | typeof nothing {
  const [first, ...others] = pagesUnder(section);
  if (!first || others.length === 0) return nothing;
  const links = [first, ...others].map((name): ShellLink => ({
    text: say(name),
    href: hashOf(name),
    current: name === section ? 'page' : undefined,
  }));
  return tabs(say(first), links);
}

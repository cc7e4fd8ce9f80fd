import { nothing, type TemplateResult } from 'lit';
import { filled } from '@coach-booking/elements/internal/i18n/say';
import type { User } from '@coach-booking/sdk';
import type { CoachName } from '../../sign-in/session.ts';
import type { PageTexts } from '../../sign-in/texts/index.ts';
import { tabs, type ShellBrand, type ShellEntry, type ShellGroup, type ShellView } from '../../shell/shell-view.ts';
import { deskGroups, type DeskPageName } from '../pages.ts';
import type { DeskTexts } from '../texts/index.ts';
import { barOf, entriesFor, type NavEntry } from './entries.ts';

/** The parts of the desk that stand in its frame. */
export interface DeskFrame {
  readonly texts: DeskTexts;
  /** The words that all hosted pages share. */
  readonly shared: PageTexts;
  readonly user: User;
  /** The page that is shown; null when there is none at the address. */
  readonly page: DeskPageName | null;
  /** The name of the coach whom an admin chose; empty without one. */
  readonly coachName: string;
  /** The coaches among whom an admin can choose; null until they are known. */
  readonly coaches: readonly CoachName[] | null;
  /** The numbers that entries show, by page; absent where there is nothing to count. */
  readonly counts: Partial<Readonly<Record<DeskPageName, number>>>;
  /** The address of the administration, for admins. */
  readonly admin: string;
  address(page: DeskPageName, coach?: string): string;
}

const currentOf = ({ pages }: NavEntry, page: DeskPageName | null) =>
  pages[0] === page ? 'page' : page && pages.includes(page) ? 'true' : undefined;

function entryOf(entry: NavEntry, { texts, page, counts, address }: DeskFrame): ShellEntry {
  const number = entry.pages.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
  return {
    icon: entry.icon,
    text: texts[entry.name],
    href: address(entry.pages[0]),
    current: currentOf(entry, page),
    ...(number && { count: { number, text: filled(texts.toAnswer, { count: number }) } }),
  };
}

/** Returns the coach whose desk an admin has open, with the way to another. */
function brandOf({ texts, shared, user, page, coachName, coaches, address }: DeskFrame): ShellBrand | null {
  if (user.role !== 'admin' || !coachName) return null;
  const to = page ?? 'today';
  const links = [
    ...(coaches?.map(({ slug, name }) => ({ text: name, href: address(to, slug) })) ?? []),
    { text: texts.allCoaches, href: address('today', '') },
  ];
  return { under: coachName, menu: { name: shared.otherCoach, links } };
}

/** Returns what the frame of the desk shows. Clients have no pages here: for them there is the head alone. */
export function deskShell(
  frame: DeskFrame,
): Pick<ShellView, 'texts' | 'signOutText' | 'user' | 'brand' | 'groups' | 'bar' | 'isPlain' | 'account'> {
  const { texts, shared, user, address, admin } = frame;
  const isPlain = user.role === 'client';
  const nav = isPlain ? [] : entriesFor(user.role);
  const made = new Map(nav.map((entry) => [entry, entryOf(entry, frame)]));
  const groups = deskGroups.flatMap((group): ShellGroup[] => {
    const entries = nav.filter((entry) => entry.group === group).map((entry) => made.get(entry)!);
    const heading = group === 'work' || entries.length < 2 ? null : texts[group];
    return entries.length === 0 ? [] : [{ heading, entries }];
  });
  if (user.role === 'admin')
    groups.push({ heading: null, entries: [{ icon: 'admin', text: texts.admin, href: admin }] });
  return {
    texts,
    signOutText: shared.signOut,
    user,
    brand: brandOf(frame),
    groups,
    bar: barOf(nav).map((entry) => made.get(entry)!),
    isPlain,
    account: isPlain ? null : { text: texts.account, href: address('account') },
  };
}

/** Renders the tabs of the entry that has the page, if it has several. */
export function deskTabs({ texts, user, page, address }: DeskFrame): TemplateResult | typeof nothing {
  const entry = entriesFor(user.role).find(({ pages }) => page && pages.includes(page));
  if (!entry) return nothing;
  const links = entry.pages.map((name) => ({
    text: texts[name],
    href: address(name),
    current: name === page ? ('page' as const) : undefined,
  }));
  return tabs(texts[entry.name], links);
}

import type { User } from '@coach-booking/sdk';
import type { IconName } from '../shell/icons.ts';

/** The parts of the navigation, in their order. */
export const deskGroups = ['work', 'setup', 'settings'] as const;
export type DeskGroup = (typeof deskGroups)[number];

/** A page of the desk: one line of the list below, and its name in the texts of the desk. */
export interface DeskPageEntry {
  /** The address below `/desk/`; empty for the desk itself. */
  readonly path: string;
  /** Brings the code that defines the element. */
  readonly load: () => Promise<unknown>;
  /** The element of the page, which has the properties of `DeskPageProperties`. The calendar is one that stays. */
  readonly tag: string;
  readonly group: DeskGroup;
  readonly icon: IconName;
  /** Whether the page is of one coach, whom an admin chooses. */
  readonly ofCoach?: true;
  /** The roles that see the page; all that work here when absent. */
  readonly roles?: readonly User['role'][];
  /** The entry of the navigation that leads to several pages: these are tabs of it, in the order of this list. */
  readonly under?: 'leads' | 'settings';
  /** Whether an id may follow the address (`clients/{id}`), which the element has as `item`. */
  readonly hasItems?: true;
  /** Whether the element renders the head of the page with its h1, for actions in it; else the desk does. */
  readonly ownHead?: true;
  /** Whether the bar of a phone shows it, up to four pages. */
  readonly inBar?: true;
  /** The key that opens the page after `g`. */
  readonly key?: string;
}

const loadRecovery = () => import('./recovery/define.ts');

const entries = {
  today: {
    path: '',
    tag: 'coach-desk-today',
    load: () => import('./today/define.ts'),
    group: 'work',
    icon: 'today',
    ofCoach: true,
    ownHead: true,
    inBar: true,
    key: 't',
  },
  calendar: {
    path: 'calendar',
    tag: 'coach-calendar',
    load: () => import('@coach-booking/elements/coach-calendar'),
    group: 'work',
    icon: 'calendar',
    ofCoach: true,
    inBar: true,
    key: 'c',
  },
  bookings: {
    path: 'bookings',
    tag: 'coach-desk-bookings',
    load: () => import('./bookings/define.ts'),
    group: 'work',
    icon: 'bookings',
    ofCoach: true,
    ownHead: true,
    inBar: true,
    key: 'b',
  },
  clients: {
    path: 'clients',
    tag: 'coach-desk-clients',
    load: () => import('./clients/define.ts'),
    group: 'work',
    icon: 'clients',
    ofCoach: true,
    hasItems: true,
    ownHead: true,
    inBar: true,
    key: 'k',
  },
  leads: {
    path: 'leads',
    tag: 'coach-desk-leads',
    load: () => import('./leads/define.ts'),
    group: 'work',
    icon: 'leads',
    under: 'leads',
    ofCoach: true,
    hasItems: true,
    ownHead: true,
    key: 'l',
  },
  abandoned: {
    path: 'leads/abandoned',
    tag: 'coach-desk-abandoned',
    load: loadRecovery,
    group: 'work',
    icon: 'leads',
    under: 'leads',
    ofCoach: true,
  },
  propose: {
    path: 'leads/propose',
    tag: 'coach-desk-propose',
    load: () => import('./propose/define.ts'),
    group: 'work',
    icon: 'leads',
    under: 'leads',
    ofCoach: true,
  },
  meetings: {
    path: 'meetings',
    tag: 'coach-desk-meetings',
    load: () => import('./meetings/define.ts'),
    group: 'work',
    icon: 'meetings',
    ofCoach: true,
    key: 'm',
  },
  statistics: {
    path: 'statistics',
    tag: 'coach-desk-statistics',
    load: () => import('./statistics/define.ts'),
    group: 'work',
    icon: 'statistics',
    ofCoach: true,
    key: 's',
  },
  services: {
    path: 'services',
    tag: 'coach-desk-services',
    load: () => import('./services/define.ts'),
    group: 'setup',
    icon: 'services',
    ofCoach: true,
    key: 'v',
  },
  availability: {
    path: 'availability',
    tag: 'coach-desk-availability',
    load: () => import('./availability/define.ts'),
    group: 'setup',
    icon: 'availability',
    ofCoach: true,
    ownHead: true,
    key: 'h',
  },
  team: {
    path: 'team',
    tag: 'coach-desk-team',
    load: () => import('./team/define.ts'),
    group: 'setup',
    icon: 'team',
    ofCoach: true,
    ownHead: true,
    key: 'e',
  },
  profile: {
    path: 'profile',
    tag: 'coach-desk-profile',
    load: () => import('./profile/define.ts'),
    group: 'setup',
    icon: 'profile',
    ofCoach: true,
    ownHead: true,
    key: 'p',
  },
  messages: {
    path: 'settings/messages',
    tag: 'coach-desk-messages',
    load: () => import('./messages/define.ts'),
    group: 'settings',
    icon: 'settings',
    under: 'settings',
    ofCoach: true,
  },
  notifications: {
    path: 'settings/notifications',
    tag: 'coach-desk-notifications',
    load: () => import('./notifications/define.ts'),
    group: 'settings',
    icon: 'settings',
    under: 'settings',
  },
  suggestions: {
    path: 'settings/suggestions',
    tag: 'coach-desk-suggestions',
    load: () => import('./suggestions/define.ts'),
    group: 'settings',
    icon: 'settings',
    under: 'settings',
    ofCoach: true,
  },
  recovery: {
    path: 'settings/recovery',
    tag: 'coach-desk-recovery',
    load: loadRecovery,
    group: 'settings',
    icon: 'settings',
    under: 'settings',
    ofCoach: true,
  },
  connections: {
    path: 'settings/connections',
    tag: 'coach-desk-connections',
    load: () => import('./connections/define.ts'),
    group: 'settings',
    icon: 'settings',
    under: 'settings',
    ofCoach: true,
  },
  account: {
    path: 'account',
    tag: 'coach-desk-account',
    load: () => import('./define-account.ts'),
    group: 'settings',
    icon: 'account',
    under: 'settings',
    key: 'a',
  },
} satisfies Readonly<Record<string, DeskPageEntry>>;

export type DeskPageName = keyof typeof entries;

/** The pages of the desk, in the order of the navigation. */
export const deskPages: Readonly<Record<DeskPageName, DeskPageEntry>> = entries;

export const deskPageNames = Object.keys(deskPages) as DeskPageName[];

/** The addresses below `/desk/` that pages had before, with those that they have now. */
export const formerPaths: Readonly<Record<string, DeskPageName>> = {
  'settings/services': 'services',
  'settings/account': 'account',
};

/** Returns the pages that a role sees, in their order. */
export function pagesFor(role: User['role']): readonly DeskPageName[] {
  return deskPageNames.filter((name) => deskPages[name].roles?.includes(role) ?? true);
}

import { wallDate } from '@coach-booking/elements/internal/dates/wall-date';
import { isolated } from '@coach-booking/elements/internal/i18n/say';
import { named, type Found } from '../../shell/search/search-dialog.ts';
import type { DeskPageName } from '../pages.ts';
import type { DeskPageProperties } from '../page-properties.ts';
import type { SearchCalls } from './calls.ts';

export interface SearchScope {
  /** `me`, or the slug of the coach whom an admin chose; empty before that: then only pages are found. */
  readonly coach: string;
  readonly addressTo: DeskPageProperties['addressTo'];
  readonly language: string;
}

/** The shortest text by which people are sought. */
const SHORTEST = 2;
/** Most of one kind. */
const MOST = 5;

/** Returns the pages whose names have the text in them. */
export function findPages(
  q: string,
  pages: readonly (readonly [page: DeskPageName, name: string])[],
  { addressTo, language }: SearchScope,
): readonly Found[] {
  const found = named(
    q,
    pages.map(([page, text]) => ({ page, text })),
    language,
  );
  return found.map(({ page, text }) => ({ kind: 'pages', text, detail: '', href: addressTo(page) }));
}

/** Finds clients, leads and bookings by a part of a name, an e-mail or a phone number. */
export async function findPeople(calls: SearchCalls, q: string, scope: SearchScope): Promise<readonly Found[]> {
  const { coach, addressTo, language } = scope;
  if (!coach || q.length < SHORTEST) return [];
  const of = { coach, q, limit: MOST };
  const [clients, leads, bookings] = await Promise.all([
    calls.listClients(of),
    calls.listLeads(of),
    calls.listCoachBookings({ ...of, order: 'desc' }),
  ]);
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
  return [
    ...clients.items.map(({ id, name, email }): Found => ({
      kind: 'clients',
      text: name,
      detail: email ?? '',
      href: addressTo('clients', { item: id }),
    })),
    ...leads.items.map(({ id, name, email, phone }): Found => ({
      kind: 'leads',
      text: name,
      detail: email ?? phone ?? '',
      href: addressTo('leads', { item: id }),
    })),
    ...bookings.items.map(({ id, attendee, serviceTitle, start, timeZone }): Found => {
      const when = start && timeZone ? isolated(moment.format(wallDate(start, timeZone))) : '';
      const query = { booking: id, ...(start && { date: start.slice(0, 10) }) };
      return {
        kind: 'bookings',
        text: attendee.name,
        detail: [isolated(serviceTitle), when].filter(Boolean).join(' · '),
        href: addressTo('calendar', { query }),
      };
    }),
  ];
}

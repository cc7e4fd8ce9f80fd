import type { AccountCalendar } from '../../domain/calendar-source/account-calendar.ts';
import { listGraph, type GraphNeeds } from './graph.ts';

const PROPERTIES = ['id', 'name', 'isDefaultCalendar', 'canEdit'];
const LONGEST_NAME = 200;

/** Returns the calendars of an account, its first one first and the others by name. Throws a ProviderFailure. */
export async function microsoftCalendars(core: GraphNeeds, connectionId: string): Promise<readonly AccountCalendar[]> {
  const path = `/me/calendars?${new URLSearchParams({ $select: PROPERTIES.join(), $top: '100' })}`;
  const all = await listGraph(core, { connectionId }, { path });
  return all
    .flatMap(({ id, name, isDefaultCalendar, canEdit }): AccountCalendar[] => {
      if (typeof id !== 'string' || id === '') return [];
      const shown = typeof name === 'string' ? name.trim().slice(0, LONGEST_NAME) : '';
      return [{ id, name: shown || 'Outlook', isMain: isDefaultCalendar === true, canWrite: canEdit === true }];
    })
    .sort((a, b) => Number(b.isMain) - Number(a.isMain) || a.name.localeCompare(b.name));
}

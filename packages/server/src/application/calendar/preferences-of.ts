import { defaultPreferences, type Preferences } from '../../domain/calendar/preferences.ts';
import type { Core } from '../ports/core.ts';

/** How a coach likes the calendar; the defaults until there is something else. */
export async function preferencesOf({ preferences }: Pick<Core, 'preferences'>, coachId: string): Promise<Preferences> {
  return (await preferences.of(coachId)) ?? defaultPreferences;
}

import { defaultPreferences, type Preferences } from '../../domain/calendar/preferences.ts';
import type { Core } from '../ports/core.ts';

/** Returns the coach's calendar preferences, or the defaults. */
export async function preferencesOf({ preferences }: Pick<Core, 'preferences'>, coachId: string): Promise<Preferences> {
  return (await preferences.of(coachId)) ?? defaultPreferences;
}

import { defaultPreferences, type Preferences } from '../../domain/calendar/preferences.ts';
import type { Core } from '../ports/core.ts';

/** How a coach likes the calendar; the defaults until there is something else. */
export const preferencesOf = async (core: Core, coachId: string): Promise<Preferences> =>
  (await core.preferences.of(coachId)) ?? defaultPreferences;

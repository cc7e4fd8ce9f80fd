import { defaultPreferences, hasVisibleTime, type Preferences } from '../../domain/calendar/preferences.ts';
import type { Weekday } from '@coach-booking/time/plain-date';
import { isTimeZone } from '@coach-booking/time/zone';
import { readCoach } from '../coach-head/read-coach.ts';
import type { InputOf } from '../kernel/contract.ts';
import { announce } from '../feed/announce.ts';
import { present } from '../kernel/present.ts';
import { refuseInput, scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import type { Core } from '../ports/core.ts';

type UpdatePreferencesNeeds = Pick<
  Core,
  'cache' | 'realNow' | 'background' | 'coaches' | 'ledgers' | 'preferences' | 'feeds'
>;

/** Returns the given preferences, and the default of everything else; a status without a colour has its default too. */
const preferencesFrom = ({
  defaultView,
  colours,
  dayStart,
  dayEnd,
  weekStart,
  timeFormat,
  colourBy,
  secondTimeZone,
}: InputOf<'updatePreferences'>): Preferences => ({
  ...defaultPreferences,
  ...present({
    defaultView,
    dayStart,
    dayEnd,
    weekStart: weekStart as Weekday | undefined,
    timeFormat,
    colourBy,
    secondTimeZone,
  }),
  colours: { ...defaultPreferences.colours, ...colours },
});

/**
 * Replaces the preferences. A dry run returns what they would be. Throws COACH_NOT_FOUND, and INVALID_REQUEST for a day
 * that ends first or a zone that is none.
 */
export const updatePreferences: UseCase<'updatePreferences', UpdatePreferencesNeeds> =
  (core) => async (context, input) => {
    const preferences = preferencesFrom(input);
    if (!hasVisibleTime(preferences))
      refuseInput('dayEnd', `Must be after dayStart, which is ${preferences.dayStart}.`);
    const { secondTimeZone } = preferences;
    if (secondTimeZone !== undefined && !isTimeZone(secondTimeZone))
      refuseInput('secondTimeZone', 'Must be an IANA time zone.');
    const { head } = await readCoach(core, context, input.coach);
    if (!context.dryRun) {
      await core.preferences.replace(scopeOf(context), head.id, preferences);
      announce(core, { coachId: head.id, kind: 'preferences', ranges: [] });
    }
    return { data: preferences };
  };

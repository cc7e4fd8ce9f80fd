import { readCoach } from '../coach-head/read-coach.ts';
import type { UseCase } from '../ports/use-case.ts';
import { checkFields } from './access-of-input.ts';
import { calendarsOfAccount, type AccountNeeds } from './calendars-of-account.ts';
import type { FindSourceNeeds } from './find-source.ts';

/** The fields of an account; its calendars are what is asked for. */
const FIELDS = ['server', 'user', 'password', 'connectionId'] as const;

/**
 * Lists the calendars of an account, and stores nothing. Throws COACH_NOT_FOUND, INVALID_REQUEST for fields that do not
 * fit the kind, URL_NOT_ALLOWED, CALENDAR_ACCOUNT_FAILED.
 */
export const discoverExternalCalendars: UseCase<'discoverExternalCalendars', AccountNeeds & FindSourceNeeds> =
  (core) => async (context, input) => {
    const { head } = await readCoach(core, context, input.coach);
    checkFields(input.kind, input, FIELDS);
    return { data: await calendarsOfAccount(core, context, input, head.id) };
  };

import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { calendarsOfAccount, type AccountNeeds } from './calendars-of-account.ts';
import { findSource, type FindSourceNeeds } from './find-source.ts';

/**
 * Lists the calendars of the account of a calendar that is connected already, to choose again. Throws COACH_NOT_FOUND,
 * EXTERNAL_CALENDAR_NOT_FOUND, NOT_ALLOWED_NOW for an address, which has no account, CALENDAR_ACCOUNT_FAILED.
 */
export const listAccountCalendars: UseCase<'listAccountCalendars', AccountNeeds & FindSourceNeeds> =
  (core) => async (context, input) => {
    const source = await findSource(core, context, input);
    if (source.kind === 'ics')
      throw new Refusal('NOT_ALLOWED_NOW', `The calendar ${source.id} is an address, which has no account.`);
    return { data: await calendarsOfAccount(core, context, source, source.coachId) };
  };

import { plus } from '@coach-booking/time/instant';
import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import { checkShownZone, zonesView } from '../kernel/zones-view.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';

/**
 * Returns the caller's account. Throws SESSION_INVALID when the account was closed since, and INVALID_REQUEST for an
 * unknown zone.
 */
export const getMe: UseCase<'getMe', Pick<Core, 'users'>> =
  (core) =>
  async (context, { timeZone }) => {
    checkShownZone(timeZone);
    const user = await readUser(core, context, personOf(context).userId);
    refuseClosed(user);
    const now = { from: context.now, to: plus(context.now, 1) };
    return { data: { ...userView(user), ...(timeZone && { zones: zonesView(now, timeZone) }) } };
  };

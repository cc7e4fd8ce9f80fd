import { personOf, refuseClosed } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { settingsView, unsubscribedOf, type SettingsNeeds } from './settings-view.ts';

type GetNotificationsNeeds = Pick<Core, 'users'> & SettingsNeeds;

/** Returns the caller's choices about messages. Throws SESSION_INVALID when the account was closed since. */
export const getNotifications: UseCase<'getNotifications', GetNotificationsNeeds> = (core) => async (context) => {
  const user = await readUser(core, context, personOf(context).userId);
  refuseClosed(user);
  return { data: await settingsView(core, user, await unsubscribedOf(core, user)) };
};

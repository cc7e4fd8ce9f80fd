import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { emailKeyOf } from '../people/contact.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { changed, readUser, type UserChange } from '../people/change-user.ts';
import { emailTaken } from './new-user.ts';

/** So many writers in a row can be faster before one gives up. */
const ATTEMPTS = 5;

/**
 * As `changeUser`, with another e-mail: what was remembered by the old one (addresses, devices) is forgotten. Throws EMAIL_TAKEN,
 * USER_NOT_FOUND, VERSION_CONFLICT, and what the change throws.
 */
export const changeAddress = async (
  core: Core,
  context: Context,
  id: string,
  email: string,
  change: (user: User) => UserChange,
): Promise<User> => {
  for (let tries = 0; tries < ATTEMPTS; tries++) {
    const user = await readUser(core, context, id);
    const moved = { email, emailKey: emailKeyOf(email), newEmail: undefined, knownAddresses: [], knownDevices: undefined };
    const next = changed(user, { ...moved, ...change(user) });
    const outcome = await core.users.changeEmail(next, user.version);
    if (outcome === 'changed') return next;
    if (outcome === 'email_taken') throw emailTaken();
  }
  throw new Refusal('VERSION_CONFLICT', 'Others keep changing this account.');
};

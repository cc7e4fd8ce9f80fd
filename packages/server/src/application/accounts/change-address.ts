import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import { emailKeyOf } from '../../domain/person/written.ts';
import type { User } from '../ports/users.ts';
import { changed, readUser, type UserChange } from '../people/change-user.ts';
import { compareAndSet, refuseConflict } from '../kernel/compare-and-set.ts';
import { emailTaken } from './new-user.ts';

/**
 * Changes the e-mail like `changeUser`; what was remembered by the old one (addresses, devices) is dropped. Throws
 * EMAIL_TAKEN, USER_NOT_FOUND, VERSION_CONFLICT, and what the change throws.
 */
export function changeAddress(
  core: Pick<Core, 'users'>,
  context: Context,
  id: string,
  email: string,
  change: (user: User) => UserChange,
): Promise<User> {
  return compareAndSet<User, User>({
    read: () => readUser(core, context, id),
    write: async (user) => {
      const moved = {
        email,
        emailKey: emailKeyOf(email),
        newEmail: undefined,
        knownAddresses: [],
        knownDevices: undefined,
      };
      const next = changed(user, { ...moved, ...change(user) });
      const outcome = await core.users.changeEmail(next, user.version);
      if (outcome === 'email_taken') throw emailTaken();
      return outcome === 'changed' ? next : null;
    },
    otherwise: () => refuseConflict('Others keep changing this account.'),
  });
}

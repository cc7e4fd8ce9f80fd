import { noteOwner } from '../audit/note-account.ts';
import type { UseCase } from '../ports/use-case.ts';
import { queueWelcome, type QueueMailNeeds } from './queue-mail.ts';
import { readLink } from './mail-token.ts';
import { proveAddress } from './prove-address.ts';
import { proveOwner, type ProveOwnerNeeds } from './prove-owner.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';

type VerifyEmailNeeds = Pick<Core, 'tokens' | 'leads' | 'background'> & QueueMailNeeds & ProveOwnerNeeds;

/**
 * Proves an address by a mailed link, with the password or in a session of the account: otherwise an address would give
 * its bookings to anyone who registered with it. Bookings that were made with it as a guest become the client's. Used
 * again it returns the same. Throws TOKEN_INVALID, CREDENTIALS_WRONG, LOGIN_LIMIT.
 */
export const verifyEmail: UseCase<'verifyEmail', VerifyEmailNeeds> =
  (core) =>
  async (context, { token, password }) => {
    const { user, check } = await readLink(core, context, token, 'email_verification');
    await proveOwner(core, context, user, password);
    const proven = await proveAddress(core, context, user, check);
    if (!user.emailVerified && !context.dryRun) {
      await noteOwner(core, context, 'account.address_proven', proven);
      core.background.add(queueWelcome(core, context, user));
    }
    return { data: userView(proven) };
  };

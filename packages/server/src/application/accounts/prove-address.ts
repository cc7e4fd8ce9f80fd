import { finishLinking, linkLead } from '../clients/link-bookings.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import type { User } from '../ports/users.ts';
import { changeUser } from './change-user.ts';
import type { LinkCheck } from './mail-link.ts';

/**
 * Records that a person reads the mail of their address, and makes a client's guest bookings of until now theirs. What a crash leaves undone
 * is done by the next proof or sign-in: the lead names the client first. Only the first proof links, so that whoever types a proven address
 * later books as a guest. A dry run writes nothing.
 */
export const proveAddress = async (core: Core, context: Context, user: User, check: LinkCheck): Promise<User> => {
  if (context.dryRun) return { ...user, emailVerified: true };
  if (!user.emailVerified) await linkLead(core, context, user);
  const proven = await changeUser(core, context, user.id, (stored) => {
    check(stored);
    return stored.emailVerified ? null : { emailVerified: true };
  });
  await finishLinking(core, proven);
  return proven;
};

import { linkLead } from '../people/link-lead.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';
import { changeUser } from '../people/change-user.ts';
import type { LinkCheck } from './mail-token.ts';

/**
 * Records that a person reads the mail of their address, and that the guest who booked with it is this client. The next
 * proof completes what a crash interrupted: the lead names the client first. A dry run writes nothing.
 */
export async function proveAddress(
  core: Pick<Core, 'leads' | 'users'>,
  context: Context,
  user: User,
  check: LinkCheck,
): Promise<User> {
  if (context.dryRun) return { ...user, emailVerified: true };
  if (!user.emailVerified) await linkLead(core, context, user);
  return changeUser(core, context, user.id, (stored) => {
    check(stored);
    return stored.emailVerified && !stored.awaitsProof ? null : { emailVerified: true, awaitsProof: undefined };
  });
}

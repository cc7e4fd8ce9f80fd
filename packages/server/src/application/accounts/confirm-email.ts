import { noteOwner } from '../audit/note-account.ts';
import { linkLead } from '../people/link-lead.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeAddress } from './change-address.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import { readLink } from './mail-token.ts';
import { proveOwner, type ProveOwnerNeeds } from './prove-owner.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';

type ConfirmEmailNeeds = Pick<Core, 'background' | 'leads' | 'optOuts' | 'tokens'> & QueueMailNeeds & ProveOwnerNeeds;

/** Keeps mails from which the person unsubscribed by the old address from going to the new one. */
const carryOptOuts = async (
  { optOuts, realNow }: Pick<Core, 'optOuts' | 'realNow'>,
  { emailKey }: User,
  to: User,
): Promise<void> => {
  for (const kind of await optOuts.of(to, { channel: 'email', address: emailKey }))
    await optOuts.add(to, { channel: 'email', address: to.emailKey }, kind, realNow());
};

/**
 * Replaces the e-mail by the new one with the link that was sent to it, and with the password or a session of the
 * account: otherwise an address that was mistyped would give the account away. Notifies the old address, and moves the
 * bookings that were made with the new one as a guest to the client. Throws TOKEN_INVALID, CREDENTIALS_WRONG,
 * LOGIN_LIMIT, EMAIL_TAKEN.
 */
export const confirmEmail: UseCase<'confirmEmail', ConfirmEmailNeeds> =
  (core) =>
  async (context, { token, password }) => {
    const { user, check } = await readLink(core, context, token, 'email_change');
    await proveOwner(core, context, user, password);
    const { email, emailKey } = user.newEmail!;
    const moved = { ...user, email, emailKey, emailVerified: true };
    if (context.dryRun) return { data: userView(moved) };
    const changed = await changeAddress(core, context, user.id, email, (stored) => {
      check(stored);
      return { emailVerified: true, awaitsProof: undefined };
    });
    await carryOptOuts(core, user, changed);
    await noteOwner(core, context, 'account.email_changed', changed);
    core.background.add(queueMail(core, context, changed, 'email_changed', user.email));
    await linkLead(core, context, changed);
    return { data: userView(changed) };
  };

import { noteOwner } from '../audit/note-account.ts';
import { linkLead } from '../people/link-lead.ts';
import type { UseCase } from '../ports/use-case.ts';
import { changeAddress } from './change-address.ts';
import { sendNotice, type MailLinkNeeds } from './mail-link.ts';
import { readLink } from './mail-token.ts';
import { proveOwner, type ProveOwnerNeeds } from './prove-owner.ts';
import { userView } from './user-view.ts';
import type { Core } from '../ports/core.ts';

type ConfirmEmailNeeds = Pick<Core, 'background' | 'leads'> & MailLinkNeeds & ProveOwnerNeeds;

/**
 * Puts a new e-mail in the place of the old one by the link that was sent to the new one, for who knows the password or
 * is in a session of the account: else somebody whose address was typed by mistake would have it. The old address is
 * told, and the bookings that were made with the new one as a guest are the client's. Throws TOKEN_INVALID,
 * CREDENTIALS_WRONG, LOGIN_LIMIT, EMAIL_TAKEN.
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
    await noteOwner(core, context, 'account.email_changed', changed);
    core.background.add(sendNotice(core, context, changed, 'email_changed', user.email));
    await linkLead(core, context, changed);
    return { data: userView(changed) };
  };

import { noteAccount } from '../audit/note-account.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { readUser } from '../people/change-user.ts';
import { takeMail } from './mail-link.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import type { Core } from '../ports/core.ts';

type SendPasswordLinkNeeds = Pick<Core, 'limits' | 'newId' | 'background' | 'users' | 'audit'> & QueueMailNeeds;

/**
 * Sends a person a link to choose a password: an invitation as long as they have never chosen one. Throws
 * USER_NOT_FOUND, NOT_ALLOWED_NOW for a closed account, RATE_LIMITED.
 */
export const sendPasswordLink: UseCase<'sendPasswordLink', SendPasswordLinkNeeds> =
  (core) =>
  async (context, { id }) => {
    const user = await readUser(core, context, id);
    if (!user.active) throw new Refusal('NOT_ALLOWED_NOW', 'This account is closed.');
    if (context.dryRun) return { data: { sent: true } };
    const kind = user.isInvited ? 'invitation' : 'password_reset';
    await takeMail(core, context, kind, user.emailKey);
    await noteAccount(core, context, 'account.password_link_sent', user);
    core.background.add(queueMail(core, context, user, kind));
    return { data: { sent: true } };
  };

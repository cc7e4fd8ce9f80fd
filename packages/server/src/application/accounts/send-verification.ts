import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { personOf, refuseClosed } from '../people/caller-person.ts';
import { readUser } from '../people/change-user.ts';
import { takeMail } from './mail-link.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import type { Core } from '../ports/core.ts';

type SendVerificationNeeds = Pick<Core, 'limits' | 'background' | 'users'> & QueueMailNeeds;

/**
 * Sends the link that proves the caller's address again. Throws NOT_ALLOWED_NOW when it is proven, RATE_LIMITED,
 * SESSION_INVALID.
 */
export const sendVerification: UseCase<'sendVerification', SendVerificationNeeds> = (core) => async (context) => {
  const user = await readUser(core, context, personOf(context).userId);
  refuseClosed(user);
  if (user.emailVerified) throw new Refusal('NOT_ALLOWED_NOW', 'This address is proven already.');
  if (!context.dryRun) {
    await takeMail(core, context, 'email_verification', user.emailKey);
    core.background.add(queueMail(core, context, user, 'email_verification'));
  }
  return { data: { sent: true } };
};

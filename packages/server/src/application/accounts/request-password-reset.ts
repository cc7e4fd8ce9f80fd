import { emailKeyOf } from '../../domain/person/written.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { takeMail } from './mail-link.ts';
import { queueMail, type QueueMailNeeds } from './queue-mail.ts';
import type { Core } from '../ports/core.ts';

type RequestPasswordResetNeeds = Pick<Core, 'limits' | 'background' | 'users'> & QueueMailNeeds;

/**
 * Sends a link to choose another password, if the address has an account. The caller cannot see whether it has: answer,
 * limit and time are the same. Throws RATE_LIMITED.
 */
export const requestPasswordReset: UseCase<'requestPasswordReset', RequestPasswordResetNeeds> =
  (core) =>
  async (context, { email }) => {
    const emailKey = emailKeyOf(email);
    if (!context.dryRun) await takeMail(core, context, 'password_reset', emailKey);
    const user = await core.users.byEmail(scopeOf(context), emailKey);
    if (user?.active && !context.dryRun) core.background.add(queueMail(core, context, user, 'password_reset'));
    return { data: { sent: true } };
  };

import type { AccountDelivery, AccountMessageKind } from '../../domain/delivery/account-delivery.ts';
import type { Context } from '../kernel/context.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';
import type { User } from '../ports/users.ts';

export type QueueMailNeeds = Pick<Core, 'deliveries' | 'newId' | 'realNow'>;

/**
 * Has the person of an account sent a mail, within about a second; it is tried again where no server takes it. `to` is
 * a former address, for the mail about a change.
 */
export async function queueMail(
  { deliveries, newId, realNow }: QueueMailNeeds,
  { now, caller }: Context,
  { id: userId, partnerId, mode }: User,
  kind: AccountMessageKind,
  to?: string,
): Promise<void> {
  const { device } = caller;
  const delivery: AccountDelivery = {
    id: `${newId()}:email:account`,
    partnerId,
    mode,
    userId,
    kind,
    channel: 'email',
    role: 'account',
    about: present({ device }),
    dueAt: realNow(),
    state: 'due',
    attempt: 0,
    failures: 0,
    leasedUntil: null,
    createdAt: now,
    ...present({ address: to }),
  };
  await deliveries.insert([delivery], realNow());
}

/**
 * Welcomes a person whose account has just become theirs: a client's with the proof of the address, one of the coach
 * side with the first password. `before` is the account as it was.
 */
export async function queueWelcome(core: QueueMailNeeds, context: Context, before: User): Promise<void> {
  const { role, emailVerified, isInvited = false } = before;
  const isNew = role === 'client' ? !emailVerified : role !== 'admin' && isInvited;
  if (isNew) await queueMail(core, context, before, 'welcome');
}

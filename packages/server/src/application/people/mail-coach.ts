import type { Instant } from '@coach-booking/time/instant';
import type { AccountDelivery, AccountMessageKind } from '../../domain/delivery/account-delivery.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

export type MailCoachNeeds = Pick<Core, 'deliveries' | 'users' | 'realNow'>;

/** A mail to the accounts of a coach. */
export interface CoachMail extends LedgerScope {
  readonly coachId: string;
  readonly kind: AccountMessageKind;
  /** Each account gets one mail of an occasion, however often and by however many processes it is queued. */
  readonly occasion: string;
  readonly createdAt: Instant;
  /** Real time; absent: at once. */
  readonly dueAt?: Instant;
}

/** Queues a mail to the active accounts of a coach. */
export async function mailCoach(
  { deliveries, users: accounts, realNow: clock }: MailCoachNeeds,
  { partnerId, mode, coachId, kind, occasion, createdAt, dueAt }: CoachMail,
): Promise<void> {
  const { users } = await accounts.list({ partnerId, mode, role: 'coach', coachId, active: true, limit: 20 });
  const realNow = clock();
  const mailTo = (userId: string): AccountDelivery => ({
    id: `${occasion}:${userId}`,
    partnerId,
    mode,
    userId,
    kind,
    channel: 'email',
    role: 'account',
    about: {},
    dueAt: dueAt ?? realNow,
    state: 'due',
    attempt: 0,
    failures: 0,
    leasedUntil: null,
    createdAt,
  });
  await deliveries.insert(
    users.map(({ id }) => mailTo(id)),
    realNow,
  );
}

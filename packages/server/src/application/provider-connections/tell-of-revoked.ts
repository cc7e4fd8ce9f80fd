import type { Instant } from '@coach-booking/time/instant';
import type { AccountDelivery } from '../../domain/delivery/account-delivery.ts';
import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { changeConnection } from './change-connection.ts';

export type TellOfRevokedNeeds = Pick<Core, 'providerConnections' | 'deliveries' | 'users' | 'realNow'>;

/** Its id is of the connection and the grant, so that each loss makes one mail. */
const mailTo = (
  { id, grant, partnerId, mode }: ProviderConnection,
  userId: string,
  realNow: Instant,
): AccountDelivery => ({
  id: `${id}:connection_revoked:${grant}:${userId}`,
  partnerId,
  mode,
  userId,
  kind: 'connection_revoked',
  channel: 'email',
  role: 'account',
  about: {},
  dueAt: realNow,
  state: 'due',
  attempt: 0,
  failures: 0,
  leasedUntil: null,
  createdAt: realNow,
});

/**
 * Notifies the coach's accounts that a provider has taken a connection back. The mail is kept before that is noted, so
 * that a process that dies in between makes it no second time.
 */
export async function tellOfRevoked(core: TellOfRevokedNeeds, connection: ProviderConnection): Promise<void> {
  const { partnerId, mode, coachId, grant } = connection;
  const realNow = core.realNow();
  const query = { partnerId, mode, role: 'coach', coachId, active: true, limit: 20 } as const;
  const { users } = await core.users.list(query);
  await core.deliveries.insert(
    users.map(({ id }) => mailTo(connection, id, realNow)),
    realNow,
  );
  await changeConnection(core, connection.id, (stored) => {
    if (stored.task !== 'tell' || stored.grant !== grant) return null;
    const { task: _told, ...rest } = stored;
    return rest;
  });
}

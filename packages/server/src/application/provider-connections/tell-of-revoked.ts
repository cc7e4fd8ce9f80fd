import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { mailCoach, type MailCoachNeeds } from '../people/mail-coach.ts';
import { changeConnection } from './change-connection.ts';

export type TellOfRevokedNeeds = Pick<Core, 'providerConnections'> & MailCoachNeeds;

/**
 * Notifies the coach's accounts that a provider has taken a connection back. The mail is kept before that is noted, so
 * that a process that dies in between makes it no second time.
 */
export async function tellOfRevoked(core: TellOfRevokedNeeds, connection: ProviderConnection): Promise<void> {
  const { id, partnerId, mode, coachId, grant } = connection;
  // Each loss of a grant makes one mail.
  const occasion = `${id}:connection_revoked:${grant}`;
  const createdAt = core.realNow();
  await mailCoach(core, { partnerId, mode, coachId, kind: 'connection_revoked', occasion, createdAt });
  await changeConnection(core, id, (stored) => {
    if (stored.task !== 'tell' || stored.grant !== grant) return null;
    const { task: _told, ...rest } = stored;
    return rest;
  });
}

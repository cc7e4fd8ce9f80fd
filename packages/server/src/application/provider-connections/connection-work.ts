import { endConnection, type EndConnectionNeeds } from './end-connection.ts';
import { tellOfRevoked, type TellOfRevokedNeeds } from './tell-of-revoked.ts';

export type ConnectionWorkNeeds = EndConnectionNeeds & TellOfRevokedNeeds;

/** Connections in one pass. */
const MOST = 50;

/** Does what processes that died have left: mails about revoked connections, and ending ones. */
export async function connectionWork(core: ConnectionWorkNeeds): Promise<void> {
  for (const connection of await core.providerConnections.withTask(MOST))
    await (connection.task === 'tell' ? tellOfRevoked(core, connection) : endConnection(core, connection.id));
}

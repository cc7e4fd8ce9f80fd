import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { changeConnection } from './change-connection.ts';
import { integrationOf, type IntegrationNeeds } from './integration-of.ts';
import { revokeTokens } from './revoke-tokens.ts';
import type { TokenRequestNeeds } from './token-request.ts';

export type EndConnectionNeeds = TokenRequestNeeds &
  IntegrationNeeds &
  Pick<Core, 'providerConnections' | 'connectionUsers'>;

/**
 * Ends one that is marked so: first what uses it, then the grant at the provider, then what is stored. A process that
 * dies in between leaves the mark, by which another one begins anew. One that the coach has connected again stays.
 */
export async function finishEnding(core: EndConnectionNeeds, connection: ProviderConnection): Promise<void> {
  const { id, provider, mode, state, clientId, refreshToken } = connection;
  for (const user of core.connectionUsers) await user.end(connection);
  if (mode === 'live' && state === 'ok') {
    const client = await integrationOf(core, connection, provider);
    if (client?.clientId === clientId) await revokeTokens(core, provider, client, refreshToken);
  }
  const stored = await core.providerConnections.byId(id);
  if (stored?.task === 'end') await core.providerConnections.remove(id, stored.version);
}

/** Ends a connection and all that uses it. From the first write on its tokens are used no more. */
export async function endConnection(core: EndConnectionNeeds, id: string): Promise<void> {
  const marked = await changeConnection(core, id, (connection) => ({ ...connection, task: 'end' }));
  if (marked) await finishEnding(core, marked);
}

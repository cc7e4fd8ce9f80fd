import type { components } from '@coach-booking/contract/types';
import { PROVIDER_NAMES, type ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import type { Core } from '../ports/core.ts';

type ConnectedAccount = components['schemas']['ConnectedAccount'];

const messageOf = ({ provider, state }: ProviderConnection, code: string): string => {
  const name = PROVIDER_NAMES[provider];
  if (code === 'CLIENT_CHANGED') return `The OAuth client of ${name} is another one now. Connect the account again.`;
  if (state === 'revoked') return `${name} takes the connection no more (${code}). Connect the account again.`;
  return `${name} could not be asked the last time (${code}). It is asked again by itself.`;
};

/** Returns a connection as its coach sees it, without its tokens. */
export async function connectedAccountView(
  { connectionUsers }: Pick<Core, 'connectionUsers'>,
  connection: ProviderConnection,
): Promise<ConnectedAccount> {
  const { id, provider, account, state, scopes, failure, createdAt, connectedAt } = connection;
  const uses = (await Promise.all(connectionUsers.map((user) => user.usesOf(connection)))).flat();
  const lastError = failure && {
    code: failure.code,
    message: messageOf(connection, failure.code),
    at: instantText(failure.at),
  };
  return {
    id,
    provider,
    account,
    state,
    scopes: [...scopes],
    uses: uses.map((use) => ({ ...use })),
    ...present({ lastError }),
    createdAt: instantText(createdAt),
    connectedAt: instantText(connectedAt),
  };
}

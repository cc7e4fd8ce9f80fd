import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import type { OAuthClient } from '../ports/integrations.ts';
import { integrationOf, type IntegrationNeeds } from './integration-of.ts';

/** The client of the made-up providers of mode test (R11). */
export const TEST_CLIENT: OAuthClient = { clientId: 'test', clientSecret: '' };

/** A client, and whether it is for all coaches, so that none has to connect. */
export interface OfferedClient {
  readonly client: OAuthClient | null;
  readonly forAll: boolean;
}

/** Returns by which client coaches connect accounts of a provider; null where they cannot or need not. */
export async function offeredClient(
  core: IntegrationNeeds,
  scope: LedgerScope,
  provider: ConnectedProvider,
): Promise<OfferedClient> {
  const client = await integrationOf(core, scope, provider);
  const forAll = provider === 'zoom' && client?.accountId !== undefined;
  if (scope.mode === 'test') return { client: forAll ? null : TEST_CLIENT, forAll };
  return { client: forAll ? null : client, forAll };
}

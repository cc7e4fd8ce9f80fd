import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import type { OAuthClient } from '../ports/integrations.ts';
import type { LedgerScope } from '../ports/ledgers.ts';

export type IntegrationNeeds = Pick<Core, 'integrations' | 'providers'>;

/** Returns the OAuth client of a provider for a partner: its own, else the server's; null where there is none. */
export async function integrationOf(
  { integrations, providers }: IntegrationNeeds,
  scope: LedgerScope,
  provider: ConnectedProvider,
): Promise<OAuthClient | null> {
  return (await integrations.byProvider(scope, provider)) ?? providers.clientOf(provider) ?? null;
}

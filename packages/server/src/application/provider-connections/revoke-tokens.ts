import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { OAuthClient } from '../ports/integrations.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callProvider } from './call-provider.ts';
import { clientAuthOf, type TokenRequestNeeds } from './token-request.ts';

/**
 * Asks a provider to take a grant back, where it has a request for that. Without an answer, or with one that says no,
 * nothing is done about it: the token is forgotten here anyway.
 */
export async function revokeTokens(
  core: TokenRequestNeeds,
  provider: ConnectedProvider,
  client: OAuthClient,
  token: string,
): Promise<void> {
  const { revoke } = core.providers.siteOf(provider, client.accountId);
  if (revoke === undefined || token === '') return;
  const proof = clientAuthOf(provider, client);
  try {
    await callProvider(core, {
      mode: 'live',
      method: 'POST',
      url: revoke,
      headers: { ...proof.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ token, ...proof.form }).toString(),
    });
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
  }
}

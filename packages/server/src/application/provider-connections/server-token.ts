import { createHash } from 'node:crypto';
import { instant, minus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import type { OAuthClient, ServerToken } from '../ports/integrations.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { byOneProcess } from './by-one-process.ts';
import { integrationOf, type IntegrationNeeds } from './integration-of.ts';
import { requestTokens, type TokenRequestNeeds } from './token-request.ts';

export type ServerTokenNeeds = TokenRequestNeeds & IntegrationNeeds & Pick<Core, 'serverTokens' | 'pause'>;

/** Another secret makes another row, so that a token of a client whose secret was replaced is not used on. */
const idOf = (provider: ConnectedProvider, { clientId, clientSecret, accountId = '' }: OAuthClient): string =>
  createHash('sha256')
    .update(JSON.stringify([provider, clientId, clientSecret, accountId]))
    .digest('hex')
    .slice(0, 24);

const NONE = { token: '', expiresAt: instant(0), refreshingUntil: null, version: 0 } as const;

/**
 * Returns the token of a partner's server-to-server app, or the server's, which all processes share and one renews.
 * `refused` is a token that the provider did not take, so that another one is asked for. Throws a ProviderFailure:
 * `refused` with NO_INTEGRATION where there is no such app, or where the provider does not take its client.
 */
export async function serverTokenOf(
  core: ServerTokenNeeds,
  scope: LedgerScope,
  provider: 'zoom',
  refused?: string,
): Promise<string> {
  const client = await integrationOf(core, scope, provider);
  if (client?.accountId === undefined) throw new ProviderFailure('NO_INTEGRATION', 'refused');
  if (scope.mode === 'test') throw new ProviderFailure('TEST_MODE', 'refused');
  const { accountId } = client;
  const id = idOf(provider, client);
  const write = (token: ServerToken, expectedVersion: number) => core.serverTokens.replace(token, expectedVersion);
  const { token } = await byOneProcess<ServerToken>(core, {
    read: async () => (await core.serverTokens.byId(id)) ?? { id, ...NONE },
    isUsable: (found) => found.token !== refused && core.realNow() < minus(found.expiresAt, MINUTE),
    write,
    async renew(leased) {
      try {
        const form = { grant_type: 'account_credentials', account_id: accountId };
        const { accessToken, expiresAt } = await requestTokens(core, provider, client, form);
        const renewed = { ...leased, token: accessToken, expiresAt, refreshingUntil: null };
        // A slower process may have lost its lease: both tokens are good.
        await write(renewed, leased.version);
        return renewed;
      } catch (error) {
        await write({ ...leased, refreshingUntil: null }, leased.version);
        throw error;
      }
    },
  });
  return token;
}

import { isFresh, type ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { accountOfTokens, subjectKeyOf } from './account-of-tokens.ts';
import { byOneProcess } from './by-one-process.ts';
import { changeConnection } from './change-connection.ts';
import { integrationOf, type IntegrationNeeds } from './integration-of.ts';
import { revokeConnection, type RevokeConnectionNeeds } from './revoke-connection.ts';
import { requestTokens, type GrantedTokens, type TokenRequestNeeds } from './token-request.ts';

export type AccessTokenNeeds = TokenRequestNeeds & IntegrationNeeds & RevokeConnectionNeeds & Pick<Core, 'pause'>;

/** Returns a connection that may be used. Throws a ProviderFailure `revoked` for any other. */
const usable = async (core: AccessTokenNeeds, id: string): Promise<ProviderConnection> => {
  const found = await core.providerConnections.byId(id);
  if (!found || found.task === 'end') throw new ProviderFailure('DISCONNECTED', 'revoked');
  if (found.state === 'revoked') throw new ProviderFailure(found.failure?.code ?? 'revoked', 'revoked');
  return found;
};

/** Keeps what came of a refresh, unless the coach has connected the account anew in the meantime. */
const settle = (
  core: AccessTokenNeeds,
  { id, refreshToken: used }: ProviderConnection,
  change: (stored: ProviderConnection) => ProviderConnection,
): Promise<ProviderConnection | null> =>
  changeConnection(core, id, (stored) => (stored.refreshToken === used ? change(stored) : null));

const withTokens = (
  stored: ProviderConnection,
  { accessToken, refreshToken = stored.refreshToken, expiresAt }: GrantedTokens,
): ProviderConnection => {
  const { failure: _over, ...rest } = stored;
  return { ...rest, accessToken, refreshToken, expiresAt, refreshingUntil: null };
};

/** Notes whose account it is, of a connection that was made before that was kept; without an answer the next time. */
const noteSubject = async (
  core: AccessTokenNeeds,
  { id, provider, subjectKey }: ProviderConnection,
  tokens: GrantedTokens,
): Promise<void> => {
  if (subjectKey !== undefined) return;
  try {
    const { subject } = await accountOfTokens(core, provider, tokens);
    await changeConnection(core, id, (stored) => ({ ...stored, subjectKey: subjectKeyOf(provider, subject) }));
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
  }
};

const renew = async (core: AccessTokenNeeds, leased: ProviderConnection): Promise<ProviderConnection> => {
  const { provider, refreshToken, clientId, grant } = leased;
  const lost = async (code: string): Promise<never> => {
    await revokeConnection(core, leased.id, code, grant);
    throw new ProviderFailure(code, 'revoked');
  };
  const client = await integrationOf(core, leased, provider);
  // Tokens are for one client: another one cannot renew them, and no wait will change that.
  if (client?.clientId !== clientId) return lost('CLIENT_CHANGED');
  try {
    const form = { grant_type: 'refresh_token', refresh_token: refreshToken };
    const tokens = await requestTokens(core, provider, client, form);
    await settle(core, leased, (stored) => withTokens(stored, tokens));
    await noteSubject(core, leased, tokens);
  } catch (error) {
    if (!(error instanceof ProviderFailure)) throw error;
    const { code, kind } = error;
    if (kind === 'revoked') return lost(code);
    const failure = { code, at: core.realNow() };
    await settle(core, leased, (stored) => ({ ...stored, refreshingUntil: null, failure }));
    throw error;
  }
  return usable(core, leased.id);
};

/**
 * Returns an access token of a connection that is good for a minute at least, renewed where need be by one process
 * alone. `refused` is a token that the provider did not take, though its time was not over, so that another one is
 * asked for. Throws a ProviderFailure: `revoked` where the grant is gone, which the coach is notified of; else
 * `unavailable`, `limited`, `unknown` or `refused`, after which it may be asked for again.
 */
export async function accessTokenOf(core: AccessTokenNeeds, id: string, refused?: string): Promise<string> {
  const { accessToken } = await byOneProcess<ProviderConnection>(core, {
    read: () => usable(core, id),
    // In mode test a token opens nothing, and no other one is asked for (R11).
    isUsable: (found) => found.mode === 'test' || (found.accessToken !== refused && isFresh(found, core.realNow())),
    write: (changed, expectedVersion) => core.providerConnections.replace(changed, expectedVersion),
    renew: (leased) => renew(core, leased),
  });
  return accessToken;
}

import { plus, type Instant } from '@coach-booking/time/instant';
import { HOUR, SECOND } from '@coach-booking/time/units';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import type { OAuthClient } from '../ports/integrations.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callProvider, failureOfReply, jsonOf, type CallProviderNeeds } from './call-provider.ts';

export type TokenRequestNeeds = CallProviderNeeds & Pick<Core, 'providers'>;

/** The tokens that a provider gave. */
export interface GrantedTokens {
  readonly accessToken: string;
  /** Absent: the one before stays good. */
  readonly refreshToken?: string;
  /** Real time. */
  readonly expiresAt: Instant;
  /** Absent: those that were asked for. */
  readonly scopes?: readonly string[];
  /** The claims of the ID token, which came from the provider itself, so that its signature needs no check. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Less than the lease, so that the tokens are kept by the process that asked. */
const TIMEOUT = 10 * SECOND;

/** Returns how a client proves itself: Zoom wants it in the header, the others take it in the form. */
export function clientAuthOf(
  provider: ConnectedProvider,
  { clientId, clientSecret }: OAuthClient,
): { readonly headers: Record<string, string>; readonly form: Record<string, string> } {
  if (provider !== 'zoom') return { headers: {}, form: { client_id: clientId, client_secret: clientSecret } };
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
  return { headers: { authorization: `Basic ${basic}` }, form: {} };
}

const claimsIn = (idToken: unknown): Readonly<Record<string, unknown>> => {
  if (typeof idToken !== 'string') return {};
  const text = Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  const claims = jsonOf({ text });
  return typeof claims === 'object' && claims !== null ? (claims as Record<string, unknown>) : {};
};

const tokensIn = (answer: unknown, realNow: Instant): GrantedTokens | null => {
  const given = (typeof answer === 'object' && answer !== null ? answer : {}) as Record<string, unknown>;
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds, scope } = given;
  if (typeof accessToken !== 'string' || accessToken === '') return null;
  const lifetime = Number(seconds);
  return {
    accessToken,
    expiresAt: plus(realNow, Number.isFinite(lifetime) && lifetime > 0 ? lifetime * SECOND : HOUR),
    claims: claimsIn(given['id_token']),
    ...(typeof refreshToken === 'string' && refreshToken !== '' && { refreshToken }),
    ...(typeof scope === 'string' && { scopes: scope.split(' ').filter(Boolean) }),
  };
};

/**
 * Asks a provider for tokens. Throws a ProviderFailure: `revoked` with `invalid_grant` where the grant is gone or the
 * code was used; `refused` where the client is wrong.
 */
export async function requestTokens(
  core: TokenRequestNeeds,
  provider: ConnectedProvider,
  client: OAuthClient,
  form: Readonly<Record<string, string>>,
): Promise<GrantedTokens> {
  const asked = core.realNow();
  const proof = clientAuthOf(provider, client);
  const reply = await callProvider(core, {
    mode: 'live',
    method: 'POST',
    url: core.providers.siteOf(provider, client.accountId).token,
    headers: { ...proof.headers, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ ...form, ...proof.form }).toString(),
    timeout: TIMEOUT,
  });
  if (reply.status !== 200) {
    const failure = failureOfReply(core, reply, 'POST');
    if (failure.code === 'invalid_grant') throw new ProviderFailure('invalid_grant', 'revoked');
    // The grant is not at fault when the client is.
    throw failure.kind === 'revoked' ? new ProviderFailure(failure.code, 'refused') : failure;
  }
  const tokens = tokensIn(jsonOf(reply), asked);
  if (!tokens) throw new ProviderFailure('NO_TOKEN', 'unknown');
  return tokens;
}

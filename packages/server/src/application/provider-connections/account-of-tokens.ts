import { createHash } from 'node:crypto';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import { callProvider, failureOfReply, jsonOf, type CallProviderNeeds } from './call-provider.ts';
import type { GrantedTokens } from './token-request.ts';

/** An account at a provider. */
export interface ProviderAccount {
  /** Never another account's at this provider, and never changed. */
  readonly subject: string;
  /** Recognised by its owner. */
  readonly name: string;
}

/** Returns by what a connection recognises a provider's user: the id itself is kept nowhere. */
export function subjectKeyOf(provider: ConnectedProvider, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([provider, subject]))
    .digest('hex');
}

const textIn = (claims: Readonly<Record<string, unknown>>, ...names: readonly string[]): string | undefined =>
  names.map((name) => claims[name]).find((value): value is string => typeof value === 'string' && value !== '');

/**
 * Returns the account that tokens are for: of the ID token, or of Zoom, which gives none, by one question. Throws a
 * ProviderFailure.
 */
export async function accountOfTokens(
  core: CallProviderNeeds & Pick<Core, 'providers'>,
  provider: ConnectedProvider,
  { accessToken, claims }: GrantedTokens,
): Promise<ProviderAccount> {
  let known = claims;
  if (provider === 'zoom') {
    const call = { mode: 'live', method: 'GET', url: `${core.providers.siteOf('zoom').api}/users/me` } as const;
    const reply = await callProvider(core, {
      ...call,
      headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    });
    if (reply.status !== 200) throw failureOfReply(core, reply, 'GET');
    known = (jsonOf(reply) ?? {}) as Readonly<Record<string, unknown>>;
  }
  const subject = textIn(known, provider === 'zoom' ? 'id' : 'sub');
  if (subject === undefined) throw new ProviderFailure('NO_ACCOUNT', 'refused');
  return { subject, name: textIn(known, 'email', 'preferred_username') ?? subject };
}

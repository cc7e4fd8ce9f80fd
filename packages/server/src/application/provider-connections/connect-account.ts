import { createHash } from 'node:crypto';
import { plus } from '@coach-booking/time/instant';
import { MINUTE } from '@coach-booking/time/units';
import { PROVIDER_NAMES, type ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { instantText } from '../kernel/instants.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { OAuthClient } from '../ports/integrations.ts';
import type { UseCase } from '../ports/use-case.ts';
import { callbackAddress } from './callback-address.ts';
import type { IntegrationNeeds } from './integration-of.ts';
import { offeredClient } from './offered-client.ts';
import { PROVIDER_SCOPES } from './provider-scopes.ts';
import { returnAddress } from './return-address.ts';

type ConnectNeeds = IntegrationNeeds &
  Pick<
    Core,
    'cache' | 'coaches' | 'ledgers' | 'connectionAttempts' | 'newSecret' | 'realNow' | 'publicUrl' | 'cachedPartner'
  >;

/** Time for a person to sign in at the provider and to allow it. */
const LIFE = 10 * MINUTE;

/** Returns the id under which a state is stored, so that reading the store is not enough to finish an attempt. */
export function attemptIdOf(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}

/** Returns the sign-in of a caller. Throws FORBIDDEN for a key, which is no person. */
export function signInOf({ caller }: Context): { readonly userId: string; readonly sessionId: string } {
  if (caller.kind !== 'session') throw new Refusal('FORBIDDEN', 'A person who is signed in connects an account.');
  return { userId: caller.userId, sessionId: caller.sessionId ?? '' };
}

/** Parameters of each provider beside the standard, for a refresh token also of a person who allowed it before. */
const EXTRA: Readonly<Record<ConnectedProvider, Readonly<Record<string, string>>>> = {
  google: { access_type: 'offline', prompt: 'consent select_account' },
  microsoft: { prompt: 'select_account', response_mode: 'query' },
  zoom: {},
};

const authorizeUrl = (
  core: ConnectNeeds,
  { caller }: Context,
  provider: ConnectedProvider,
  client: OAuthClient,
  state: string,
  verifier: string,
): string => {
  const redirectUri = callbackAddress(core.publicUrl(), provider);
  // In mode test nothing leaves (R11): the made-up provider allows it at once.
  if (caller.mode === 'test') return `${redirectUri}?${new URLSearchParams({ state, code: 'test' }).toString()}`;
  const scopes = PROVIDER_SCOPES[provider].asked;
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    state,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...(scopes.length > 0 && { scope: scopes.join(' ') }),
    ...EXTRA[provider],
  });
  return `${core.providers.siteOf(provider, client.accountId).authorize}?${query.toString()}`;
};

/**
 * Begins to connect an account: keeps the attempt of this person, coach and sign-in for ten minutes, and returns the
 * page of the provider. Throws COACH_NOT_FOUND, PROVIDER_NOT_OFFERED, INVALID_REQUEST for a foreign page to return to.
 */
export const connectAccount: UseCase<'connectAccount', ConnectNeeds> =
  (core) =>
  async (context, { coach, provider, returnTo: asked }) => {
    const who = signInOf(context);
    const { head } = await readCoach(core, context, coach);
    const scope = scopeOf(context);
    const returnTo = await returnAddress(core, context, asked);
    const { client, forAll } = await offeredClient(core, scope, provider);
    if (!client)
      throw new Refusal(
        'PROVIDER_NOT_OFFERED',
        forAll
          ? `${PROVIDER_NAMES[provider]} works for all coaches already.`
          : `There is no OAuth client of ${PROVIDER_NAMES[provider]}: an admin sets one.`,
      );
    const [state, verifier] = [core.newSecret(), core.newSecret()];
    const expiresAt = plus(core.realNow(), LIFE);
    const attempt = {
      ...scope,
      id: attemptIdOf(state),
      coachId: head.id,
      provider,
      ...who,
      verifier,
      clientId: client.clientId,
      redirectUri: callbackAddress(core.publicUrl(), provider),
      returnTo,
      expiresAt,
    };
    if (!context.dryRun) await core.connectionAttempts.insert(attempt);
    const url = authorizeUrl(core, context, provider, client, state, verifier);
    return { data: { authorizeUrl: url, expiresAt: instantText(expiresAt) } };
  };

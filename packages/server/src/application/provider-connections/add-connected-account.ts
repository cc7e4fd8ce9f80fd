import { createHash } from 'node:crypto';
import { plus } from '@coach-booking/time/instant';
import { HOUR } from '@coach-booking/time/units';
import {
  PROVIDER_NAMES,
  type ConnectedProvider,
  type ProviderConnection,
} from '../../domain/provider-connection/provider-connection.ts';
import type { RecordProvider } from '../../domain/external-record/external-record.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { Core } from '../ports/core.ts';
import type { ConnectionAttempt } from '../ports/provider-connections.ts';
import { ProviderFailure } from '../ports/provider-failure.ts';
import type { UseCase } from '../ports/use-case.ts';
import { accountOfTokens, subjectKeyOf, type ProviderAccount } from './account-of-tokens.ts';
import { changeConnection } from './change-connection.ts';
import { connectedAccountView } from './connected-account-view.ts';
import { offeredClient } from './offered-client.ts';
import type { IntegrationNeeds } from './integration-of.ts';
import { missingScopes, PROVIDER_SCOPES } from './provider-scopes.ts';
import { revokeTokens } from './revoke-tokens.ts';
import { takeAttempt, type TakeAttemptNeeds } from './take-attempt.ts';
import { requestTokens, type GrantedTokens, type TokenRequestNeeds } from './token-request.ts';

type AddNeeds = TakeAttemptNeeds &
  TokenRequestNeeds &
  IntegrationNeeds &
  Pick<Core, 'providerConnections' | 'connectionUsers' | 'externalRecords'>;

const refused = (code: string): Refusal =>
  new Refusal('CONNECTION_REFUSED', `The account was not connected: ${code.slice(0, 80)}.`);

/** The same for the same account, so that connecting it again renews it. */
const idFor = ({ partnerId, mode, coachId, provider }: ConnectionAttempt, { subject }: ProviderAccount): string =>
  createHash('sha256')
    .update(JSON.stringify([partnerId, mode, coachId, provider, subject]))
    .digest('hex')
    .slice(0, 24);

/** Returns what a made-up provider gives in mode test, where nothing leaves (R11). */
const testGrant = (core: AddNeeds, provider: ConnectedProvider, code: string) => ({
  tokens: {
    accessToken: 'test',
    refreshToken: 'test',
    expiresAt: plus(core.realNow(), HOUR),
    scopes: PROVIDER_SCOPES[provider].asked,
    claims: {},
  },
  account: { subject: code, name: `${code}@${provider}.example` },
});

/** Asks for tokens with the code, and whose they are. Throws CONNECTION_REFUSED, SCOPES_MISSING. */
const granted = async (core: AddNeeds, attempt: ConnectionAttempt, code: string) => {
  const { provider, mode, verifier, redirectUri } = attempt;
  if (mode === 'test') {
    if (!/^test[\w.-]{0,40}$/.test(code)) throw refused('invalid_grant');
    return testGrant(core, provider, code);
  }
  const { client } = await offeredClient(core, attempt, provider);
  if (client?.clientId !== attempt.clientId) throw refused('CLIENT_CHANGED');
  try {
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier };
    const tokens = await requestTokens(core, provider, client, form);
    const missing = missingScopes(provider, tokens.scopes);
    if (missing.length > 0) {
      await revokeTokens(core, provider, client, tokens.refreshToken ?? tokens.accessToken);
      throw new Refusal(
        'SCOPES_MISSING',
        `${PROVIDER_NAMES[provider]} was not allowed all that is needed: ${missing.join(' ')}.`,
      );
    }
    if (tokens.refreshToken === undefined) throw refused('NO_REFRESH_TOKEN');
    return { tokens, account: await accountOfTokens(core, provider, tokens) };
  } catch (error) {
    if (error instanceof ProviderFailure) throw refused(error.code);
    throw error;
  }
};

/** Returns the connection as it is with new tokens, whatever it was before. */
const renewed = (
  before: ProviderConnection | null,
  attempt: ConnectionAttempt,
  { tokens, account }: { readonly tokens: GrantedTokens; readonly account: ProviderAccount },
  core: Pick<Core, 'realNow'>,
): ProviderConnection => {
  const { partnerId, mode, provider, coachId, clientId, userId } = attempt;
  const realNow = core.realNow();
  return {
    id: idFor(attempt, account),
    partnerId,
    mode,
    provider,
    coachId,
    account: account.name,
    subjectKey: subjectKeyOf(provider, account.subject),
    clientId,
    scopes: tokens.scopes ?? PROVIDER_SCOPES[provider].asked,
    state: 'ok',
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken ?? '',
    expiresAt: tokens.expiresAt,
    refreshingUntil: null,
    grant: (before?.grant ?? 0) + 1,
    madeBy: { userId },
    version: before?.version ?? 1,
    createdAt: before?.createdAt ?? realNow,
    connectedAt: realNow,
  };
};

/** The records for which an account is used: those that failed are tried again once it is connected. */
const WRITTEN = {
  google: ['google', 'google_meet'],
  microsoft: ['microsoft'],
  zoom: ['zoom'],
} as const satisfies Record<ConnectedProvider, readonly RecordProvider[]>;

/** Writes a connection, in place of the one that the account had before. */
const keep = async (
  core: AddNeeds,
  made: ProviderConnection,
  renew: (before: ProviderConnection) => ProviderConnection,
): Promise<ProviderConnection> => {
  if (await core.providerConnections.insert(made)) return made;
  const changed = await changeConnection(core, made.id, renew);
  // It was disconnected at this very moment.
  if (!changed) await core.providerConnections.insert(made);
  return changed ?? made;
};

/**
 * Keeps the account that a person has allowed, or renews the one that was kept before. Throws COACH_NOT_FOUND,
 * CONNECTION_ATTEMPT_GONE, CONNECTION_REFUSED where the person or the provider said no, SCOPES_MISSING.
 */
export const addConnectedAccount: UseCase<'addConnectedAccount', AddNeeds> =
  (core) =>
  async (context, { coach, state, code, error }) => {
    const attempt = await takeAttempt(core, context, coach, state);
    if (error !== undefined || code === undefined) throw refused(error ?? 'no_code');
    // A code is good once, so a dry run cannot try it.
    const grant = context.dryRun ? testGrant(core, attempt.provider, 'test') : await granted(core, attempt, code);
    const made = renewed(null, attempt, grant, core);
    if (context.dryRun) return { data: await connectedAccountView(core, made) };
    const kept = await keep(core, made, (before) => renewed(before, attempt, grant, core));
    for (const provider of WRITTEN[attempt.provider])
      await core.externalRecords.wake({ ...scopeOf(context), coachId: attempt.coachId, provider, now: context.now });
    return { data: await connectedAccountView(core, kept) };
  };

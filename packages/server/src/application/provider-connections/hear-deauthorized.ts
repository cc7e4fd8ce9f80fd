import type { Instant } from '@coach-booking/time/instant';
import type { ConnectedProvider } from '../../domain/provider-connection/provider-connection.ts';
import type { Core } from '../ports/core.ts';
import type { LedgerScope } from '../ports/ledgers.ts';
import { subjectKeyOf } from './account-of-tokens.ts';
import { revokeConnection, type RevokeConnectionNeeds } from './revoke-connection.ts';

/** A person has removed the app in the account at the provider, as the provider itself reports. */
export interface Deauthorization {
  readonly provider: ConnectedProvider;
  /** The app. */
  readonly clientId: string;
  /** The partner and mode of the app; absent of the server's. */
  readonly scope?: LedgerScope;
  /** The provider's own id of the person. */
  readonly userId: string;
  /** When the person did that. */
  readonly at: Instant;
}

/**
 * Revokes what a person had connected by an app before removing it, of every coach, and notifies the coaches by mail,
 * once, as for any revoked connection. Repeated, or of somebody who has connected the account anew since, it changes
 * nothing. It is counted either way.
 */
export async function hearDeauthorized(
  core: RevokeConnectionNeeds & Pick<Core, 'notices'>,
  { provider, clientId, scope, userId, at }: Deauthorization,
): Promise<void> {
  const ofPerson = await core.providerConnections.ofSubject(subjectKeyOf(provider, userId));
  const found = ofPerson.filter(
    (one) => one.clientId === clientId && (!scope || (one.partnerId === scope.partnerId && one.mode === scope.mode)),
  );
  const ended = found.filter(({ state, connectedAt }) => state === 'ok' && connectedAt <= at);
  for (const { id, grant } of ended) await revokeConnection(core, id, 'app_deauthorized', grant);
  core.notices.deauthorized({
    provider,
    outcome: ended.length > 0 ? 'revoked' : found.length > 0 ? 'repeated' : 'unknown',
  });
}

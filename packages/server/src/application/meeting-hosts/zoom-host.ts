import type { RecordAccount } from '../../domain/external-record/external-record.ts';
import { accountOfCoach } from '../people/account-of-coach.ts';
import type { Core } from '../ports/core.ts';
import type { AccountOfCoach, HostQuery } from '../ports/external-record-adapters.ts';
import { accessTokenOf, type AccessTokenNeeds } from '../provider-connections/access-token.ts';
import { integrationOf, type IntegrationNeeds } from '../provider-connections/integration-of.ts';
import { revokeConnection } from '../provider-connections/revoke-connection.ts';
import { serverTokenOf, type ServerTokenNeeds } from '../provider-connections/server-token.ts';

export type ZoomHostNeeds = Pick<Core, 'coaches' | 'users' | 'providerConnections' | 'integrations'> & IntegrationNeeds;
export type ZoomTokenNeeds = AccessTokenNeeds & ServerTokenNeeds;

/** Returns the user of an account that all coaches of the partner share; null where none is known. */
const userOf = async (
  core: ZoomHostNeeds,
  { partnerId, mode, coachId, staffId }: HostQuery,
): Promise<string | null> => {
  const head = await core.coaches.byId(coachId);
  if (!head) return null;
  // An account of the operator is shared by partners, who could name each other's users.
  const isOwn = (await core.integrations.byProvider({ partnerId, mode }, 'zoom')) !== null;
  const named = head.staff.find(({ id }) => id === staffId)?.zoomUser ?? head.zoomUser;
  if (isOwn && named !== undefined) return named;
  const person = await accountOfCoach(core, head);
  return person?.emailVerified ? person.email : null;
};

/**
 * Returns the account at Zoom in which the meetings of a coach, or of a member of the team, are made: a user of the
 * partner's server-to-server app, else the account that the coach has connected, also one whose grant is gone. Null
 * where there is none.
 */
export async function zoomAccountOf(core: ZoomHostNeeds, query: HostQuery): Promise<RecordAccount | null> {
  const client = await integrationOf(core, query, 'zoom');
  if (!client) return null;
  if (client.accountId !== undefined) {
    const host = await userOf(core, query);
    return host === null ? null : { host };
  }
  const { partnerId, mode, coachId } = query;
  const connected = (await core.providerConnections.ofCoach({ partnerId, mode }, coachId)).filter(
    ({ provider, task }) => provider === 'zoom' && task !== 'end',
  );
  const found = connected.findLast(({ state }) => state === 'ok') ?? connected.at(-1);
  return found ? { connectionId: found.id, host: 'me' } : null;
}

/** Returns a token for an account, another one than the `refused` one. Throws a ProviderFailure. */
export function zoomTokenOf(core: ZoomTokenNeeds, account: AccountOfCoach, refused?: string): Promise<string> {
  const { connectionId, partnerId, mode } = account;
  return connectionId === undefined
    ? serverTokenOf(core, { partnerId, mode }, 'zoom', refused)
    : accessTokenOf(core, connectionId, refused);
}

/** Notes that Zoom takes a connection no more, where `token` is its present one. Notifies the coach once. */
export async function loseZoom(
  core: ZoomTokenNeeds,
  { connectionId }: AccountOfCoach,
  token: string,
  code: string,
): Promise<void> {
  const stored = connectionId === undefined ? null : await core.providerConnections.byId(connectionId);
  if (stored?.accessToken === token) await revokeConnection(core, stored.id, code, stored.grant);
}

import type { ProviderConnection } from '../../domain/provider-connection/provider-connection.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Core } from '../ports/core.ts';

export type FindConnectionNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'providerConnections'>;

/** Returns a connection of the coach in the path. Throws COACH_NOT_FOUND, CONNECTED_ACCOUNT_NOT_FOUND. */
export async function findConnection(
  core: FindConnectionNeeds,
  context: Context,
  { coach, id }: { readonly coach: string; readonly id: string },
): Promise<ProviderConnection> {
  const { head } = await readCoach(core, context, coach);
  const found = await core.providerConnections.byId(id);
  const { partnerId, mode } = context.caller;
  if (!found || found.coachId !== head.id || found.partnerId !== partnerId || found.mode !== mode)
    throw new Refusal('CONNECTED_ACCOUNT_NOT_FOUND', `No connected account ${id}.`);
  return found;
}

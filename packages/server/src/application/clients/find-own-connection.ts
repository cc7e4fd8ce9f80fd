import { personOf } from '../people/caller-person.ts';
import type { Context } from '../kernel/context.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { ClientAndCoach } from '../people/connect-through.ts';
import { ownConnections, type OwnConnection, type OwnConnectionsNeeds } from './own-connections.ts';

export type FindOwnConnectionNeeds = OwnConnectionsNeeds;

/** Returns the connection of the calling client with a coach. Throws CONNECTION_NOT_FOUND when there is none. */
export async function findOwnConnection(
  core: FindOwnConnectionNeeds,
  context: Context,
  coachId: string,
): Promise<{ readonly names: ClientAndCoach; readonly connection: OwnConnection }> {
  const clientId = personOf(context).userId;
  const scope = scopeOf(context);
  const connection = (await ownConnections(core, scope, clientId)).find((one) => one.coachId === coachId);
  if (!connection) throw new Refusal('CONNECTION_NOT_FOUND', `No connection with coach ${coachId}.`);
  return { names: { ...scope, clientId, coachId }, connection };
}

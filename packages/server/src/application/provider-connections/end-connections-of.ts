import type { LedgerScope } from '../ports/ledgers.ts';
import { endConnection, type EndConnectionNeeds } from './end-connection.ts';

/** Ends the connections of a coach that a person has made, for erasure. */
export async function endConnectionsOf(
  core: EndConnectionNeeds,
  scope: LedgerScope,
  coachId: string,
  userId?: string,
): Promise<void> {
  for (const { id, madeBy } of await core.providerConnections.ofCoach(scope, coachId))
    if (userId === undefined || madeBy.userId === userId) await endConnection(core, id);
}

import { personOf } from '../people/caller-person.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { connectionViews } from './connection-views.ts';
import { ownConnections, type OwnConnectionsNeeds } from './own-connections.ts';
import type { Core } from '../ports/core.ts';

type ListMyConnectionsNeeds = Pick<Core, 'ledgers'> & OwnConnectionsNeeds;

/**
 * Returns the coaches who may see the caller's profile and logs, who ask, and whom the caller refused, the oldest
 * first.
 */
export const listMyConnections: UseCase<'listMyConnections', ListMyConnectionsNeeds> = (core) => async (context) => ({
  data: await connectionViews(core, await ownConnections(core, scopeOf(context), personOf(context).userId)),
});

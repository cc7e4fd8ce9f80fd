import { personOf } from '../people/caller-person.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { connectionViews } from './connection-views.ts';
import { ownConnections, type OwnConnectionsNeeds } from './own-connections.ts';
import type { Core } from '../ports/core.ts';

type ListMyConnectionsNeeds = Pick<Core, 'ledgers'> & OwnConnectionsNeeds;

/** The coaches who may see one's profile and logs, who ask, and to whom one said no, the oldest first. */
export const listMyConnections: UseCase<'listMyConnections', ListMyConnectionsNeeds> = (core) => async (context) => ({
  data: await connectionViews(core, await ownConnections(core, scopeOf(context), personOf(context).userId)),
});

import { personOf } from '../people/caller-person.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { connectionViews } from './connection-views.ts';
import { ownConnections } from './own-connections.ts';

/** The coaches who may see one's profile and logs, who ask, and to whom one said no, the oldest first. */
export const listMyConnections: UseCase<'listMyConnections'> = (core) => async (context) => ({
  data: await connectionViews(core, await ownConnections(core, scopeOf(context), personOf(context).userId)),
});

import { personOf } from '../accounts/caller-person.ts';
import { scopeOf } from '../scope.ts';
import type { UseCase } from '../use-case.ts';
import { connectionViews } from './connection-views.ts';
import { standingConnections } from './standing-connections.ts';

/** The coaches who may see one's profile and logs, the oldest connection first. */
export const listMyConnections: UseCase<'listMyConnections'> = (core) => async (context) => ({
  data: await connectionViews(core, await standingConnections(core, scopeOf(context), personOf(context).userId)),
});

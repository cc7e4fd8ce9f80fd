import type { components } from '../../generated/api.ts';
import type { Core } from '../core.ts';
import { instantText } from '../instants.ts';
import type { StoredConnection } from '../ports/connections.ts';
import { coachNames } from './coach-names.ts';

/** Connections as the API writes them, with the names of the coaches. */
export const connectionViews = async (
  core: Core,
  connections: readonly StoredConnection[],
): Promise<components['schemas']['Connection'][]> => {
  const nameOf = await coachNames(
    core,
    connections.map(({ coachId }) => coachId),
  );
  return connections.map(({ coachId, since }) => ({ coachId, coachName: nameOf(coachId), since: instantText(since) }));
};

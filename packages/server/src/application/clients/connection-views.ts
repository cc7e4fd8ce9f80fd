import type { components } from '@coach-booking/contract/types';
import type { Instant } from '@coach-booking/time/instant';
import { stateOf } from '../../domain/client/connection.ts';
import type { Core } from '../ports/core.ts';
import { instantText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { coachNames } from './coach-names.ts';
import type { OwnConnection } from './own-connections.ts';

type View = components['schemas']['Connection'];

const textOf = (instant: Instant | undefined): string | undefined =>
  instant === undefined ? undefined : instantText(instant);

/**
 * Returns connections as the API writes them, with the names of the coaches. Those without any relation left are
 * omitted.
 */
export async function connectionViews(
  core: Pick<Core, 'ledgers'>,
  connections: readonly OwnConnection[],
): Promise<View[]> {
  const coachIds = connections.map(({ coachId }) => coachId);
  const nameOf = await coachNames(core, coachIds);
  return connections.flatMap((connection) => {
    const { coachId, since, askedAt, refusedAt } = connection;
    const state = stateOf(connection);
    if (state === 'none') return [];
    const instants = present({ since: textOf(since), askedAt: textOf(askedAt), refusedAt: textOf(refusedAt) });
    return [{ coachId, coachName: nameOf(coachId), state, ...instants }];
  });
}

/** Returns the view of one connection. */
export async function connectionView(core: Pick<Core, 'ledgers'>, connection: OwnConnection): Promise<View> {
  return (await connectionViews(core, [connection]))[0]!;
}

import { isRelation } from '../../domain/client/connection.ts';
import type { CoachHead } from '../../domain/coach/coach.ts';
import { readCoach } from '../coach-head/read-coach.ts';
import type { Context } from '../kernel/context.ts';
import type { Core } from '../ports/core.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../kernel/refusal.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import { bookingsBetween, currentConnection } from '../people/connect-booking.ts';
import type { ClientAndCoach } from '../people/connect-through.ts';

export type ConnectedClientNeeds = Pick<Core, 'cache' | 'coaches' | 'ledgers' | 'bookings' | 'users' | 'connections'>;

export interface ConnectedClient {
  readonly head: CoachHead;
  readonly user: User;
  readonly connection: StoredConnection;
}

/** A client as a request names them, in the list of a coach. */
export interface ClientOfCoach {
  readonly coach: string;
  readonly client: string;
}

export function clientNotFound({ coach, client }: ClientOfCoach): Refusal {
  return new Refusal('CLIENT_NOT_FOUND', `No client ${client} is connected with coach ${coach} for this caller.`);
}

/**
 * Reads the coach of a client. A coach is public, but not whose client a person is: a caller gets the same answer about
 * another's client as about an unknown one.
 */
export async function coachOfClient(
  core: Pick<Core, 'cache' | 'coaches' | 'ledgers'>,
  context: Context,
  asked: ClientOfCoach,
): Promise<CoachHead> {
  try {
    return (await readCoach(core, context, asked.coach)).head;
  } catch (error) {
    throw error instanceof Refusal && error.code === 'FORBIDDEN' ? clientNotFound(asked) : error;
  }
}

/** Returns the refusal. The client exists for a coach who has a booking of theirs, and for no one else. */
const refusalFor = async (
  core: Pick<Core, 'bookings'>,
  names: ClientAndCoach,
  asked: ClientOfCoach,
): Promise<Refusal> =>
  (await bookingsBetween(core, names)).some(isRelation)
    ? new Refusal(
        'PROFILE_NOT_SHARED',
        `Client ${asked.client} has not shared their profile with coach ${asked.coach}.`,
      )
    : clientNotFound(asked);

/**
 * Returns a client who shares their profile with the coach. Throws COACH_NOT_FOUND; PROFILE_NOT_SHARED for one whose
 * bookings the coach has; CLIENT_NOT_FOUND for any other, whose existence the coach side must not see.
 */
export async function connectedClient(
  core: ConnectedClientNeeds,
  context: Context,
  asked: ClientOfCoach,
): Promise<ConnectedClient> {
  const { client } = asked;
  const head = await coachOfClient(core, context, asked);
  const names = { ...scopeOf(context), clientId: client, coachId: head.id };
  const connection = await currentConnection(core, names);
  const user = await core.users.byId(client);
  if (user?.role !== 'client' || !isInScope(context, user)) throw clientNotFound(asked);
  if (!connection) throw await refusalFor(core, names, asked);
  return { head, user, connection };
}

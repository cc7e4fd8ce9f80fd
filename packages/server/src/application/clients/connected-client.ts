import type { CoachHead } from '../../domain/coach/coach.ts';
import { readCoach } from '../coaches/read-coach.ts';
import type { Context } from '../context.ts';
import type { Core } from '../core.ts';
import type { StoredConnection } from '../ports/connections.ts';
import type { User } from '../ports/users.ts';
import { Refusal } from '../refusal.ts';
import { isInScope, scopeOf } from '../scope.ts';
import { standingConnection } from './connect-booking.ts';

export interface ConnectedClient {
  readonly head: CoachHead;
  readonly user: User;
  readonly connection: StoredConnection;
}

interface Named {
  readonly coach: string;
  readonly client: string;
}

const clientNotFound = ({ coach, client }: Named): Refusal =>
  new Refusal('CLIENT_NOT_FOUND', `No client ${client} is connected with coach ${coach} for this caller.`);

/** A coach is public, whose client somebody is is not: of another's client one learns no more than of nobody. */
const headOf = async (core: Core, context: Context, asked: Named): Promise<CoachHead> => {
  try {
    return (await readCoach(core, context, asked.coach)).head;
  } catch (error) {
    throw error instanceof Refusal && error.code === 'FORBIDDEN' ? clientNotFound(asked) : error;
  }
};

/**
 * A client who is connected with the coach. Of any other nobody on the coach's side learns that they are there, whoever asks. Throws
 * COACH_NOT_FOUND, CLIENT_NOT_FOUND.
 */
export const connectedClient = async (core: Core, context: Context, asked: Named): Promise<ConnectedClient> => {
  const { client } = asked;
  const head = await headOf(core, context, asked);
  const connection = await standingConnection(core, { ...scopeOf(context), clientId: client, coachId: head.id });
  const user = connection && (await core.users.byId(client));
  if (!connection || user?.role !== 'client' || !isInScope(context, user)) throw clientNotFound(asked);
  return { head, user, connection };
};

import { declined, stateOf } from '../../domain/client/connection.ts';
import { note } from '../audit/note.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { UseCase } from '../ports/use-case.ts';
import { declineBetween } from '../people/connect-through.ts';
import { connectionView } from './connection-views.ts';
import { findOwnConnection, type FindOwnConnectionNeeds } from './find-own-connection.ts';
import type { Core } from '../ports/core.ts';

type DeclineConnectionNeeds = Pick<Core, 'newId' | 'ledgers' | 'connections' | 'audit'> & FindOwnConnectionNeeds;

/**
 * Declines a coach's request; the id is the coach's. An earlier refusal stays as it is. Throws CONNECTION_NOT_FOUND,
 * and NOT_ALLOWED_NOW for an accepted connection, which is withdrawn.
 */
export const declineConnection: UseCase<'declineConnection', DeclineConnectionNeeds> =
  (core) =>
  async (context, { id: coachId }) => {
    const { names, connection } = await findOwnConnection(core, context, coachId);
    if (stateOf(connection) === 'accepted')
      throw new Refusal('NOT_ALLOWED_NOW', 'This connection stands: DELETE withdraws it.');
    const { now } = context;
    const answered = declined(connection, now);
    if (!answered || context.dryRun)
      return { data: await connectionView(core, { coachId, ...(answered ?? connection) }) };
    await note(core, context, 'connection.declined', { kind: 'coach', id: coachId });
    const refused = await declineBetween(core.connections, names, { askedAt: connection.askedAt!, now });
    return { data: await connectionView(core, refused) };
  };

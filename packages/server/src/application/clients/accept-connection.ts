import { accepted } from '../../domain/client/connection.ts';
import { note } from '../audit/note.ts';
import type { UseCase } from '../ports/use-case.ts';
import { adoptBookings, type AdoptBookingsNeeds } from './adopt-bookings.ts';
import { acceptBetween } from '../people/connect-through.ts';
import { connectionView } from './connection-views.ts';
import { findOwnConnection, type FindOwnConnectionNeeds } from './find-own-connection.ts';
import type { Core } from '../ports/core.ts';

type AcceptConnectionNeeds = Pick<Core, 'newId' | 'connections' | 'audit'> &
  AdoptBookingsNeeds &
  FindOwnConnectionNeeds;

/**
 * Allows a coach to see the caller's profile and logs; the id is the coach's. Answers a request, or takes a refusal
 * back. Throws CONNECTION_NOT_FOUND for a coach without any relation.
 */
export const acceptConnection: UseCase<'acceptConnection', AcceptConnectionNeeds> =
  (core) =>
  async (context, { id: coachId }) => {
    const { names, connection } = await findOwnConnection(core, context, coachId);
    if (context.dryRun)
      return { data: await connectionView(core, { coachId, ...(accepted(connection, context.now) ?? connection) }) };
    await note(core, context, 'connection.accepted', { kind: 'coach', id: coachId });
    const standing = await acceptBetween(core.connections, names, context.now);
    await adoptBookings(core, names);
    return { data: await connectionView(core, standing) };
  };

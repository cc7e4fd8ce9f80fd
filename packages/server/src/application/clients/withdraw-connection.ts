import { isConnected } from '../../domain/client/connection.ts';
import { personOf } from '../people/caller-person.ts';
import { note } from '../audit/note.ts';
import { Refusal } from '../kernel/refusal.ts';
import { scopeOf } from '../kernel/scope.ts';
import type { UseCase } from '../ports/use-case.ts';
import { currentConnection } from '../people/connect-booking.ts';
import { withdrawFrom } from '../people/connect-through.ts';
import type { Core } from '../ports/core.ts';

type WithdrawConnectionNeeds = Pick<Core, 'realNow' | 'newId' | 'bookings' | 'connections' | 'audit'>;

/** Ends a coach's access, at once; the id is the coach's. Throws CONNECTION_NOT_FOUND when there is none. */
export const withdrawConnection: UseCase<'withdrawConnection', WithdrawConnectionNeeds> =
  (core) =>
  async (context, { id: coachId }) => {
    const names = { ...scopeOf(context), clientId: personOf(context).userId, coachId };
    const notFound = new Refusal('CONNECTION_NOT_FOUND', `No connection with coach ${coachId}.`);
    // A connection that a crash left unwritten is found too, otherwise it would return after the withdrawal.
    if (!isConnected(await currentConnection(core, names))) throw notFound;
    if (context.dryRun) return { data: { id: coachId, removed: true } };
    await note(core, context, 'connection.withdrawn', { kind: 'coach', id: coachId });
    if (!(await withdrawFrom(core.connections, names, context.now))) throw notFound;
    return { data: { id: coachId, removed: true } };
  };

import type { components } from '@coach-booking/contract/types';
import { isRelation } from '../../domain/client/connection.ts';
import { note } from '../audit/note.ts';
import { refuseConflict } from '../kernel/compare-and-set.ts';
import type { Context } from '../kernel/context.ts';
import { optionalText } from '../kernel/instants.ts';
import { present } from '../kernel/present.ts';
import { isInScope, scopeOf } from '../kernel/scope.ts';
import { bookingsBetween, currentConnection } from '../people/connect-booking.ts';
import type { ClientNotes, ClientNotesKey } from '../ports/client-notes.ts';
import type { Core } from '../ports/core.ts';
import type { UseCase } from '../ports/use-case.ts';
import { clientNotFound, coachOfClient, type ClientOfCoach } from './connected-client.ts';

type ClientNotesNeeds = Pick<
  Core,
  'cache' | 'coaches' | 'ledgers' | 'bookings' | 'users' | 'connections' | 'clientNotes' | 'audit' | 'newId' | 'realNow'
>;

/**
 * Returns where the coach's notes on the client are. Throws COACH_NOT_FOUND; CLIENT_NOT_FOUND for a person
 * who neither shares the profile with the coach nor has a booking that was not called off.
 */
const notesOn = async (core: ClientNotesNeeds, context: Context, asked: ClientOfCoach): Promise<ClientNotesKey> => {
  const head = await coachOfClient(core, context, asked);
  const names = { ...scopeOf(context), clientId: asked.client, coachId: head.id };
  const user = await core.users.byId(asked.client);
  const isKnown = async (): Promise<boolean> => {
    const connection = await currentConnection(core, names);
    return connection !== null || (await bookingsBetween(core, names)).some(isRelation);
  };
  if (user?.role !== 'client' || !isInScope(context, user) || !(await isKnown())) throw clientNotFound(asked);
  return names;
};

/** Returns notes as the coach sees them; none have version 0. */
export function clientNotesView(
  { coachId }: Pick<ClientNotes, 'coachId'>,
  notes: ClientNotes | null,
): components['schemas']['ClientNotes'] {
  return {
    coachId,
    text: notes?.text ?? '',
    version: notes?.version ?? 0,
    ...present({ updatedAt: optionalText(notes?.updatedAt) }),
  };
}

/** Returns the coach's notes on a client, and audits the reading. Throws what finding the client does. */
export const getClientNotes: UseCase<'getClientNotes', ClientNotesNeeds> = (core) => async (context, input) => {
  const key = await notesOn(core, context, input);
  await note(core, context, 'client_notes.read', { kind: 'client', id: key.clientId });
  return { data: clientNotesView(key, await core.clientNotes.of(key)) };
};

/**
 * Replaces the coach's notes on a client, unless they were changed since that version was read. Throws
 * VERSION_CONFLICT, and what finding the client does.
 */
export const updateClientNotes: UseCase<'updateClientNotes', ClientNotesNeeds> = (core) => async (context, input) => {
  const key = await notesOn(core, context, input);
  const { text, version } = input;
  const next: ClientNotes = { ...key, text, version: version + 1, updatedAt: context.now };
  const { clientNotes } = core;
  const refuse = (stored: ClientNotes | null) =>
    refuseConflict('The notes were changed since they were read.', { version: stored?.version ?? 0 });
  if (context.dryRun) {
    const stored = await clientNotes.of(key);
    return (stored?.version ?? 0) === version ? { data: clientNotesView(key, next) } : refuse(stored);
  }
  await note(core, context, 'client_notes.updated', { kind: 'client', id: key.clientId });
  const isWritten = await (version === 0 ? clientNotes.insert(next) : clientNotes.replace(next, version));
  return isWritten ? { data: clientNotesView(key, next) } : refuse(await clientNotes.of(key));
};
